"""The ways out as a picture: states as cards, steps as arrows, placed and broken into lines.

Cards of one state are one card where ways meet. Rows are numbers of moves from the status quo.
Only places and lines of text stand here; the page draws them, and escapes them, in its template.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from textwrap import wrap
from typing import TYPE_CHECKING
from unicodedata import east_asian_width

from firstmove.views.first_words import openers
from firstmove.views.step_words import effect_words, keeping_words, sign
from firstmove.views.visible import one_line
from firstmove.views.wording import concept, count

if TYPE_CHECKING:
    from firstmove.analysis.first_moves.first_answer import FirstAnswer
    from firstmove.analysis.first_moves.reading_steps import StepShare
    from firstmove.analysis.first_moves.result import FirstMoves, PathStep

PATHS = 3
STEPS = 8  # of one path; longer ones are told in words alone
OPTIONS = 7  # on one card

_CARD, _GAP = 236, 26  # width of a card, and between two
_LINE, _PAD = 18, 12
_LETTER, _BOLD = 7.4, 8.4  # of a line of 13 px, a wide guess
_HEAD = 26
_SHIFT = 26  # in which an arrow goes from one lane to another
_LINES = 3  # of one label

_STRONG = ("strong", "owner", "fresh")


@dataclass(frozen=True, slots=True)
class Line:
    """A line of text: its left end and base line. ``kind``: strong, plain, soft or owner."""

    x: float
    y: float
    text: str
    kind: str
    tint: str = ""  # name of the party whose tint it has


@dataclass(frozen=True, slots=True)
class Card:
    """``kind``: now, way, goal."""

    state: str
    kind: str
    x: float
    y: float
    width: float
    height: float
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Arrow:
    """``path``: of an SVG path; ``tip``: where it points to; ``lines`` stand over it in ``box``,
    (left, top, width, height)."""

    path: str
    tip: tuple[float, float]
    effect: str
    mover: str
    box: tuple[float, float, float, float]
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Picture:
    width: float
    height: float
    cards: tuple[Card, ...]
    arrows: tuple[Arrow, ...]
    more: int  # openers whose way is not drawn


_Key = tuple[str, int]  # a state, and which of several cards of it


def picture(found: FirstAnswer) -> Picture | None:
    """The ways that the answer tells of; None where there are none that can be drawn."""
    moves = found.moves
    paths = [o.path.steps for o in openers(found) if len(o.path.steps) <= STEPS]
    if not paths:
        return None
    drawn = paths[:PATHS]
    edges = _edges(drawn)
    rows = _rows(edges)
    told = {share.step: share for share in found.steps}
    drafts = {key: _card(key, found, edges) for key in rows}
    lanes = max(
        *(sum(1 for row in rows.values() if row == n) for n in set(rows.values())),
        # Labels of steps that pass one gap between rows stand side by side.
        *(sum(rows[a] < n <= rows[b] for a, b, _ in edges) for n in range(max(rows.values()) + 1)),
    )
    width = lanes * _CARD + (lanes - 1) * _GAP
    order = _order(rows, edges)
    labels = {edge: _label(edge[2], told.get(edge[2]), moves) for edge in edges}
    cards: dict[_Key, Card] = {}
    y = 2.0
    for nth in range(max(rows.values()) + 1):
        keys = order[nth]
        if nth:
            y += _room(edges, rows, labels, nth)
        step = width / len(keys)
        for at, key in enumerate(keys):
            x = step * (at + 0.5) - _CARD / 2
            kind, lines, height = drafts[key]
            placed = tuple(
                Line(x + line.x, y + line.y, line.text, line.kind, line.tint) for line in lines
            )
            cards[key] = Card(key[0], kind, x, y, _CARD, height, placed)
        y += max(cards[key].height for key in keys)
    arrows = _apart([_arrow(edge, cards, edges, labels[edge], moves) for edge in edges], width)
    return Picture(width, y + 2, tuple(cards.values()), arrows, len(openers(found)) - len(drawn))


_Edge = tuple[_Key, _Key, "PathStep"]


def _edges(paths: Sequence[Sequence[PathStep]]) -> tuple[_Edge, ...]:
    """Cards of one state are one, unless ways would then run in a circle."""
    edges: dict[_Edge, None] = {}
    for nth, steps in enumerate(paths):
        merged = [((s.before, 0), (s.after, 0), s) for s in steps]
        if _acyclic([*edges, *merged]):
            edges.update(dict.fromkeys(merged))
            continue
        keys = [(steps[0].before, 0), *((step.after, nth + 1) for step in steps)]
        edges.update(((keys[at], keys[at + 1], step), None) for at, step in enumerate(steps))
    return tuple(edges)


def _acyclic(edges: Sequence[_Edge]) -> bool:
    left = {(a, b) for a, b, _ in edges}
    while left:
        ends = {b for _, b in left}
        free = {pair for pair in left if pair[0] not in ends}
        if not free:
            return False
        left -= free
    return True


def _rows(edges: Sequence[_Edge]) -> dict[_Key, int]:
    """The most moves on a drawn way to each card."""
    rows = {edges[0][0]: 0}
    for _ in range(len(edges) + 1):
        for before, after, _step in edges:
            if before in rows:
                rows[after] = max(rows.get(after, 0), rows[before] + 1)
    return rows


def _order(rows: dict[_Key, int], edges: Sequence[_Edge]) -> list[list[_Key]]:
    """From left to right: as the cards before them stand."""
    order: list[list[_Key]] = []
    place: dict[_Key, float] = {}
    for nth in range(max(rows.values()) + 1):
        keys = [key for key, row in rows.items() if row == nth]

        def middle(key: _Key) -> float:
            before = [place[a] for a, b, _ in edges if b == key and a in place]
            return sum(before) / len(before) if before else 0.0

        keys.sort(key=middle)
        for at, key in enumerate(keys):
            place[key] = (at + 0.5) / len(keys)
        order.append(keys)
    return order


def _card(key: _Key, found: FirstAnswer, edges: Sequence[_Edge]) -> tuple[str, list[Line], float]:
    state, moves = key[0], found.moves
    ends = {b for _, b, _ in edges} - {a for a, _, _ in edges}
    kind = "now" if state == moves.start else "goal" if key in ends else "way"
    rows = [(_title(state, kind, found), "strong", "")]
    rows += _content(state, kind, moves, {step for _, b, step in edges if b == key})
    lines: list[Line] = []
    y = float(_PAD)
    for text, style, tint in rows:
        for piece in broken(text, _CARD - 2 * _PAD, bold=style in _STRONG):
            y += _LINE
            lines.append(Line(_PAD, y - 4, piece, style, tint))
    return kind, lines, y + _PAD


def _title(state: str, kind: str, found: FirstAnswer) -> str:
    moves, short = found.moves, concept(found.moves.concept).short
    if kind == "way":
        return "Then"
    name = "Status quo: would" if kind == "now" else "Would"
    share = found.holds_now if kind == "now" else dict(found.ends).get(state)
    if share is not None and 0 < share.held < share.of:
        return f"{name} hold in {share.words} ({short})"
    if share is not None:
        holds = share.held > 0
    else:
        way = next((way for way in moves.ways if way.goal == state), None)
        holds = way.holds if way is not None else moves.goal is None or moves.holding > 0
    return f"{name} {'' if holds else 'not '}hold ({short})"


def _content(
    state: str, kind: str, moves: FirstMoves, steps: Iterable[PathStep]
) -> list[tuple[str, str, str]]:
    """What is taken, by owner; of a state after the first what is other than now."""
    conflict = moves.conflict
    if conflict.states:
        label = next((one.label for one in conflict.states if one.id == state), "") or state
        return [(label, "plain", "")]
    fresh = {at for s in steps for at in range(len(state)) if s.before[at] != s.after[at]}
    listed = [
        at
        for at in range(len(state))
        if (state[at] == "Y" if kind == "now" else state[at] != moves.start[at])
    ]
    rows: list[tuple[str, str, str]] = []
    owner = ""
    owners = [maker.id for maker in conflict.decision_makers]
    listed.sort(key=lambda at: owners.index(conflict.options[at].owner))
    for at in listed[:OPTIONS]:
        option = conflict.options[at]
        name = conflict.decision_maker(option.owner).name
        if name != owner:
            rows.append((name, "owner", name))
            owner = name
        sign = "✓" if state[at] == "Y" else "✗"
        style = "fresh" if at in fresh and kind != "now" else "plain"
        rows.append((f"{sign} {option.label or option.id}", style, name))
    if len(listed) > OPTIONS:
        rows.append((f"and {count(len(listed) - OPTIONS, 'more option')}", "soft", ""))
    if not listed:
        all_ = count(len(state), "option")
        none = f"None of the {all_} is taken." if kind == "now" else "As now."
        rows.append((none, "soft", ""))
    return rows


_Label = list[tuple[str, str]]


def _label(step: PathStep, share: StepShare | None, moves: FirstMoves) -> _Label:
    name = moves.conflict.decision_maker(step.mover).name
    wide = _CARD - 2 * _PAD
    return [
        *((piece, "strong") for piece in broken(name, wide, 2, bold=True)),
        *(
            (piece, "plain")
            for piece in broken(f"{sign(share, step)} {effect_words(share, step)}", wide)
        ),
        *((piece, "soft") for piece in broken(keeping_words(step, moves.conflict), wide)),
    ]


def _room(
    edges: Sequence[_Edge], rows: dict[_Key, int], labels: dict[_Edge, _Label], nth: int
) -> float:
    """Between one row and the next: the arrows' labels, and room to change lanes."""
    tall = max(len(labels[e]) for e in edges if rows[e[1]] == nth or rows[e[0]] == nth - 1)
    return tall * _LINE + 2 * _SHIFT + 8


def _arrow(
    edge: _Edge,
    cards: dict[_Key, Card],
    edges: Sequence[_Edge],
    label: _Label,
    moves: FirstMoves,
) -> Arrow:
    before, after, step = edge
    a, b = cards[before], cards[after]
    x0, y0 = a.x + a.width / 2, a.y + a.height
    x1, y1 = b.x + b.width / 2, b.y
    meet = [e for e in edges if e[1] == after]
    first = len(meet) == 1  # change lanes at once, so that labels stand over their own card
    turn = y0 + _SHIFT if first else y1 - _SHIFT
    middle = (turn + y1 - 6) / 2 if first else (y0 + turn) / 2
    if first:
        path = f"M{x0:g} {y0:g}C{x0:g} {turn:g} {x1:g} {y0:g} {x1:g} {turn:g}V{y1 - 7:g}"
    else:
        path = f"M{x0:g} {y0:g}V{turn:g}C{x0:g} {y1:g} {x1:g} {turn:g} {x1:g} {y1 - 7:g}"
    centre = x1 if first else x0
    wide = max(_long(text, kind in _STRONG) for text, kind in label) + 12
    height = len(label) * _LINE + 6
    top = middle - height / 2
    lines = tuple(
        Line(centre, top + 3 + _LINE * (nth + 1) - 5, text, kind, "")
        for nth, (text, kind) in enumerate(label)
    )
    name = moves.conflict.decision_maker(step.mover).name
    return Arrow(
        path, (x1, y1), step.effect.value, name, (centre - wide / 2, top, wide, height), lines
    )


def _apart(arrows: Sequence[Arrow], width: float) -> tuple[Arrow, ...]:
    """Labels that would lie on each other are moved to the side, as little as can be."""
    placed: list[Arrow] = []
    for arrow in arrows:
        left, top, wide, height = arrow.box
        level = [b for b in (a.box for a in placed) if b[1] < top + height and top < b[1] + b[3]]
        places = [left, *(b[0] + b[2] + 4 for b in level), *(b[0] - wide - 4 for b in level)]
        free = [
            x
            for x in places
            if 0 <= x <= width - wide and all(x >= b[0] + b[2] or b[0] >= x + wide for b in level)
        ]
        by = min(free, key=lambda x: abs(x - left), default=left) - left
        lines = tuple(replace(line, x=line.x + by) for line in arrow.lines)
        placed.append(replace(arrow, box=(left + by, top, wide, height), lines=lines))
    return tuple(placed)


def _long(text: str, bold: bool) -> float:
    letters = sum(2 if east_asian_width(letter) in "WF" else 1 for letter in text)
    return letters * (_BOLD if bold else _LETTER)


def broken(text: str, width: float, most: int = _LINES, *, bold: bool = False) -> list[str]:
    """Lines that fit into ``width`` pixels, at most ``most`` of them; a cut ends with “…”."""
    clean = one_line(text)
    wide = any(east_asian_width(letter) in "WF" for letter in clean)
    letters = max(4, int(width / ((_BOLD if bold else _LETTER) * (2 if wide else 1))))
    return wrap(
        clean[: letters * (most + 1)], letters, max_lines=most, placeholder=" …",
        break_on_hyphens=False,
    ) or [""]  # fmt: skip
