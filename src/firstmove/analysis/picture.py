"""The states and moves of a small conflict as a picture (SVG), laid out on a circle.

An arrow is a move, in the colour of who makes it: full and thick where the mover prefers where it
leads, thin and dashed where it does not. Past a number of states only the former are drawn, and the
picture says so. A double line marks the equilibria of one concept, a square the status quo.
"""

from __future__ import annotations

from html import escape
from math import cos, hypot, pi, sin

from firstmove.analysis.concepts.evolution import known_status_quo
from firstmove.analysis.graphs.masks import StateGraph, bits
from firstmove.analysis.names import written
from firstmove.analysis.result import Analysis
from firstmove.conflict import Conflict, check
from firstmove.errors import AnalysisError

MAX_STATES = 64
MAX_ALL_MOVES = 24  # states up to which moves without a gain are drawn, where nothing else is asked

# Okabe & Ito's colours, told apart with any kind of colour vision.
_COLOURS = ("#0072b2", "#d55e00", "#009e73", "#cc79a7", "#e69f00", "#56b4e9", "#000000")
_RADIUS = 26  # of a state
_WIDE = 300  # of the legend
_LETTERS = 6  # of a state's name; where one has more, states are numbered and listed
_LISTED = 40  # characters of a line of the legend

_FIRST, _LINE = 28, 20  # the first line of the legend, and from one to the next

Point = tuple[float, float]


def to_svg(
    conflict: Conflict,
    analysis: Analysis | None = None,
    concept: str = "",
    *,
    all_moves: bool | None = None,
) -> str:
    """The picture as the text of an SVG file.

    ``concept``: whose equilibria are marked; by default the first that ``analysis`` decided.
    ``all_moves``: whether moves are drawn that their mover does not gain from; by default up to
    MAX_ALL_MOVES states. Raises ModelError for an unsound conflict, AnalysisError past MAX_STATES
    states and for a concept that was not analysed.
    """
    check(conflict)
    graph = StateGraph(conflict)
    count = len(graph.names)
    if count > MAX_STATES:
        raise AnalysisError(
            f"the conflict has {count:,} states, too many for a picture",
            remedy=f"up to {MAX_STATES} are drawn; write GraphML and lay it out elsewhere",
        )
    if analysis is not None:
        concept = concept or next(iter(analysis.concepts), "")
        if concept and concept not in analysis.equilibria:
            raise AnalysisError(
                f"“{concept}” was not analysed", remedy=f"analysed: {', '.join(analysis.concepts)}"
            )
    if all_moves is None:
        all_moves = count <= MAX_ALL_MOVES
    apart = (4 if count <= MAX_ALL_MOVES else 2.8) * _RADIUS
    ring = max(90.0, count * apart / (2 * pi))
    middle = ring + 2.2 * _RADIUS
    at = [
        (middle + ring * sin(2 * pi * k / count), middle - ring * cos(2 * pi * k / count))
        for k in range(count)
    ]
    marked = concept if analysis is not None else ""
    legend, lines = _legend(graph, marked, 2 * middle, all_moves=all_moves)
    width, height = 2 * middle + _WIDE, max(2 * middle, 40 + _LINE * lines)
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width:.0f} {height:.0f}" '
        f'width="{width:.0f}" height="{height:.0f}" role="img" font-family="sans-serif" '
        'style="max-width:100%;height:auto">',
        f"<title>States and moves: {_text(conflict.name or 'conflict')}</title>",
        "<defs>",
        *(
            f'<marker id="m{j}" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="7" '
            f'markerHeight="7" markerUnits="userSpaceOnUse" orient="auto">'
            f'<path d="M0 0 8 4 0 8z" fill="{_colour(j)}"/></marker>'
            for j in range(len(graph.ids))
        ),
        "</defs>",
        *_arrows(graph, at, all_moves=all_moves),
        *_states(graph, at, analysis, concept),
        *legend,
        "</svg>",
    ]
    return "\n".join(parts) + "\n"


def _arrows(graph: StateGraph, at: list[Point], *, all_moves: bool) -> list[str]:
    found = []
    for j in range(len(graph.ids)):
        for s, mask in enumerate(graph.moves[j]):
            for q in bits(mask):
                gain = bool(graph.orders[j].better[s] >> q & 1)
                if not (gain or all_moves):
                    continue
                style = 'stroke-width="2"' if gain else 'stroke-width="1" stroke-dasharray="4 3"'
                found.append(
                    f'<path d="{_curve(at[s], at[q], j)}" fill="none" stroke="{_colour(j)}" '
                    f'{style} marker-end="url(#m{j})"/>'
                )
    return found


def _curve(start: Point, end: Point, nth: int) -> str:
    """From rim to rim, bent to one side, so that ways there and back do not cover each other; the
    longer the more, so that not all of them meet in the middle."""
    dx, dy = end[0] - start[0], end[1] - start[1]
    length = hypot(dx, dy) or 1.0
    bend = 10 + 9 * nth + 0.06 * length
    mid = (
        (start[0] + end[0]) / 2 - dy / length * bend,
        (start[1] + end[1]) / 2 + dx / length * bend,
    )
    a, b = _rim(start, mid, 0.0), _rim(end, mid, 3.0)
    return f"M{a[0]:.1f} {a[1]:.1f}Q{mid[0]:.1f} {mid[1]:.1f} {b[0]:.1f} {b[1]:.1f}"


def _rim(centre: Point, towards: Point, gap: float) -> Point:
    dx, dy = towards[0] - centre[0], towards[1] - centre[1]
    scale = (_RADIUS + gap) / (hypot(dx, dy) or 1.0)
    return centre[0] + dx * scale, centre[1] + dy * scale


def _states(
    graph: StateGraph, at: list[Point], analysis: Analysis | None, concept: str
) -> list[str]:
    now = known_status_quo(graph.conflict)
    holding = analysis.equilibria[concept] if analysis is not None and concept else ()
    labels = {state.id: state.label for state in graph.conflict.states}
    numbered = _numbered(graph)
    found = []
    for nth, (name, (x, y)) in enumerate(zip(graph.names, at, strict=True), start=1):
        outline = _square if name == now else _circle
        shape = outline(x, y, _RADIUS - 4, 'fill="#fff" stroke="#333"')
        if name in holding:
            shape = outline(x, y, _RADIUS, 'fill="#fff" stroke="#333" stroke-width="2"') + shape
        shown = str(nth) if numbered else name
        size = min(12, 9 * _LETTERS // len(shown))
        title = f"{name}: {labels[name]}" if labels.get(name) else name
        found.append(
            f"<g><title>{_text(title)}</title>{shape}"
            f'<text x="{x:.1f}" y="{y + 4:.1f}" text-anchor="middle" font-size="{size}">'
            f"{_text(shown)}</text></g>"
        )
    return found


def _circle(x: float, y: float, radius: float, style: str) -> str:
    return f'<circle cx="{x:.1f}" cy="{y:.1f}" r="{radius:.1f}" {style}/>'


def _square(x: float, y: float, radius: float, style: str) -> str:
    half = radius - 2  # the arrows end at the rim of a circle
    return (
        f'<rect x="{x - half:.1f}" y="{y - half:.1f}" width="{2 * half:.1f}" '
        f'height="{2 * half:.1f}" {style}/>'
    )


def _numbered(graph: StateGraph) -> bool:
    return any(len(name) > _LETTERS for name in graph.names)


def _legend(
    graph: StateGraph, concept: str, left: float, *, all_moves: bool
) -> tuple[list[str], int]:
    """The rows of the legend, and how many lines they take."""
    conflict = graph.conflict
    said = ["thick: the mover prefers where it leads"]
    said.append("dashed: it does not" if all_moves else "moves without a gain are not drawn")
    if known_status_quo(conflict):
        said.append("square: the status quo")
    if concept:
        said.append(f"double: would hold ({written(concept)})")
    labels = {state.id: state.label for state in conflict.states}
    if _numbered(graph) or any(labels.values()):
        said.append("")
    if _numbered(graph):
        named = (f"{name} {labels.get(name, '')}".strip() for name in graph.names)
        said += [f"{nth}: {name}" for nth, name in enumerate(named, start=1)]
    else:
        said += [f"{name}: {label}" for name, label in labels.items() if label]
    if conflict.options:
        said += ["", "letters, from left to right:"]
        said += [f"{nth}: {o.label or o.id}" for nth, o in enumerate(conflict.options, start=1)]
    rows = []
    for j, maker in enumerate(conflict.decision_makers):
        y = _FIRST + _LINE * j
        rows.append(
            f'<line x1="{left:.0f}" x2="{left + 26:.0f}" y1="{y}" y2="{y}" stroke="{_colour(j)}" '
            f'stroke-width="3"/>{_label(left + 34, y, maker.name, _LISTED - 5)}'
        )
    for nth, text in enumerate(said, start=len(rows)):
        rows.append(_label(left, _FIRST + _LINE * nth, text, _LISTED))
    return rows, len(rows)


def _label(x: float, y: int, text: str, most: int) -> str:
    shown = text if len(text) <= most else f"{text[: most - 1]}…"
    whole = f"<title>{_text(text)}</title>" if shown != text else ""
    return f'<text x="{x:.0f}" y="{y}" dy="4" font-size="12">{whole}{_text(shown)}</text>'


def _colour(j: int) -> str:
    return _COLOURS[j % len(_COLOURS)]


def _text(text: str) -> str:
    return escape("".join(c for c in text if c.isprintable()))
