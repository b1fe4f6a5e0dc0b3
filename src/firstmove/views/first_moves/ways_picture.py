"""The ways out as a picture: states as cards, steps as arrows, placed and broken into lines.

Cards of one state are one card where ways meet. Rows are numbers of moves from the status quo.
Only places and lines of text stand here; the page draws them, and escapes them, in its template.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from firstmove.views.first_moves.opening_words import openers
from firstmove.views.first_moves.picture_shapes import (
    CARD,
    GAP,
    LINE,
    PAD,
    SHIFT,
    STRONG,
    Arrow,
    Card,
    Line,
    Picture,
    apart,
    broken,
    long,
)
from firstmove.views.first_moves.step_words import effect_words, keeping_words, sign
from firstmove.views.wording import concept, count

if TYPE_CHECKING:
    from firstmove.analysis.first_moves.first_answer import FirstAnswer
    from firstmove.analysis.first_moves.reading_steps import StepShare
    from firstmove.analysis.first_moves.result import FirstMoves, PathStep

PATHS = 3
STEPS = 8  # of one path; longer ones are told in words alone
OPTIONS = 7  # on one card

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
    width = lanes * CARD + (lanes - 1) * GAP
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
            x = step * (at + 0.5) - CARD / 2
            kind, lines, height = drafts[key]
            placed = tuple(
                Line(x + line.x, y + line.y, line.text, line.kind, line.tint) for line in lines
            )
            cards[key] = Card(key[0], kind, x, y, CARD, height, placed)
        y += max(cards[key].height for key in keys)
    arrows = apart([_arrow(edge, cards, edges, labels[edge], moves) for edge in edges], width)
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
    y = float(PAD)
    for text, style, tint in rows:
        for piece in broken(text, CARD - 2 * PAD, bold=style in STRONG):
            y += LINE
            lines.append(Line(PAD, y - 4, piece, style, tint))
    return kind, lines, y + PAD


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
    wide = CARD - 2 * PAD
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
    return tall * LINE + 2 * SHIFT + 8


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
    turn = y0 + SHIFT if first else y1 - SHIFT
    middle = (turn + y1 - 6) / 2 if first else (y0 + turn) / 2
    if first:
        path = f"M{x0:g} {y0:g}C{x0:g} {turn:g} {x1:g} {y0:g} {x1:g} {turn:g}V{y1 - 7:g}"
    else:
        path = f"M{x0:g} {y0:g}V{turn:g}C{x0:g} {y1:g} {x1:g} {turn:g} {x1:g} {y1 - 7:g}"
    centre = x1 if first else x0
    wide = max(long(text, kind in STRONG) for text, kind in label) + 12
    height = len(label) * LINE + 6
    top = middle - height / 2
    lines = tuple(
        Line(centre, top + 3 + LINE * (nth + 1) - 5, text, kind, "")
        for nth, (text, kind) in enumerate(label)
    )
    name = moves.conflict.decision_maker(step.mover).name
    return Arrow(
        path, (x1, y1), step.effect.value, name, (centre - wide / 2, top, wide, height), lines
    )
