"""The states and moves of a small conflict as a picture (SVG), laid out on a circle.

An arrow is a move, in the colour of who makes it: full and thick where the mover prefers where it
leads, thin and dashed where it does not. A double ring marks the equilibria of one concept, a
square the status quo.
"""

from __future__ import annotations

from html import escape
from math import cos, hypot, pi, sin

from firstmove.analysis.evolution import status_quo
from firstmove.analysis.masks import StateGraph, bits
from firstmove.analysis.names import written
from firstmove.analysis.result import Analysis
from firstmove.conflict import Conflict, check
from firstmove.errors import AnalysisError

MAX_STATES = 40

# Okabe & Ito's colours, told apart with any kind of colour vision.
_COLOURS = ("#0072b2", "#d55e00", "#009e73", "#cc79a7", "#e69f00", "#56b4e9", "#000000")
_RADIUS = 24  # of a state

Point = tuple[float, float]


def to_svg(conflict: Conflict, analysis: Analysis | None = None, concept: str = "") -> str:
    """The picture as the text of an SVG file.

    ``concept``: whose equilibria are marked; by default the first that ``analysis`` decided.
    Raises ModelError for an unsound conflict, AnalysisError past MAX_STATES states and for a
    concept that was not analysed.
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
    ring = max(90.0, count * (4 * _RADIUS) / (2 * pi))
    middle = ring + 2.2 * _RADIUS
    at = [
        (middle + ring * sin(2 * pi * k / count), middle - ring * cos(2 * pi * k / count))
        for k in range(count)
    ]
    legend = _legend(graph, concept if analysis is not None else "", 2 * middle)
    width, height = 2 * middle + 260, max(2 * middle, 40 + 24 * len(legend))
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width:.0f} {height:.0f}" '
        f'width="{width:.0f}" height="{height:.0f}" role="img" font-family="sans-serif">',
        f"<title>States and moves: {_text(conflict.name or 'conflict')}</title>",
        "<defs>",
        *(
            f'<marker id="m{j}" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="7" '
            f'markerHeight="7" markerUnits="userSpaceOnUse" orient="auto">'
            f'<path d="M0 0 8 4 0 8z" fill="{_colour(j)}"/></marker>'
            for j in range(len(graph.ids))
        ),
        "</defs>",
        *_arrows(graph, at),
        *_states(graph, at, analysis, concept),
        *legend,
        "</svg>",
    ]
    return "\n".join(parts) + "\n"


def _arrows(graph: StateGraph, at: list[Point]) -> list[str]:
    found = []
    for j in range(len(graph.ids)):
        for s, mask in enumerate(graph.moves[j]):
            for q in bits(mask):
                gain = bool(graph.orders[j].better[s] >> q & 1)
                style = 'stroke-width="2"' if gain else 'stroke-width="1" stroke-dasharray="4 3"'
                found.append(
                    f'<path d="{_curve(at[s], at[q], j)}" fill="none" stroke="{_colour(j)}" '
                    f'{style} marker-end="url(#m{j})"/>'
                )
    return found


def _curve(start: Point, end: Point, nth: int) -> str:
    """From rim to rim, bent to one side, so that ways there and back do not cover each other."""
    dx, dy = end[0] - start[0], end[1] - start[1]
    length = hypot(dx, dy) or 1.0
    bend = 10 + 9 * nth
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
    try:
        now = status_quo(graph.conflict)
    except AnalysisError:
        now = ""
    holding = analysis.equilibria[concept] if analysis is not None and concept else ()
    labels = {state.id: state.label for state in graph.conflict.states}
    found = []
    for name, (x, y) in zip(graph.names, at, strict=True):
        inside = _RADIUS - 4
        side = 0.66 * _RADIUS  # half a side: the square stays inside the ring
        shape = (
            f'<rect x="{x - side:.1f}" y="{y - side:.1f}" width="{2 * side:.1f}" '
            f'height="{2 * side:.1f}" fill="#fff" stroke="#333"/>'
            if name == now
            else f'<circle cx="{x:.1f}" cy="{y:.1f}" r="{inside}" fill="#fff" stroke="#333"/>'
        )
        double = (
            f'<circle cx="{x:.1f}" cy="{y:.1f}" r="{_RADIUS}" fill="none" stroke="#333" '
            'stroke-width="2"/>'
            if name in holding
            else ""
        )
        shown = name if len(name) <= 9 else f"{name[:8]}…"
        size = 12 if len(shown) <= 4 else 10 if len(shown) == 5 else 7
        found.append(
            f"<g><title>{_text(labels.get(name) or name)}</title>{double}{shape}"
            f'<text x="{x:.1f}" y="{y + 4:.1f}" text-anchor="middle" font-size="{size}">'
            f"{_text(shown)}</text></g>"
        )
    return found


def _legend(graph: StateGraph, concept: str, left: float) -> list[str]:
    rows = [
        f'<line x1="{left:.0f}" x2="{left + 26:.0f}" y1="{{y}}" y2="{{y}}" stroke="{_colour(j)}" '
        f'stroke-width="3"/>{_label(left + 34, maker.name)}'
        for j, maker in enumerate(graph.conflict.decision_makers)
    ]
    rows += [
        _label(left, "thick: the mover prefers where it leads"),
        _label(left, "dashed: it does not"),
        _label(left, "square: the status quo"),
    ]
    if concept:
        rows.append(_label(left, f"double: would hold ({written(concept)})"))
    return [row.replace("{y}", str(28 + 24 * nth)) for nth, row in enumerate(rows)]


def _label(x: float, text: str) -> str:
    shown = text if len(text) <= 40 else f"{text[:39]}…"
    braced = _text(shown).replace("{", "(").replace("}", ")")
    return f'<text x="{x:.0f}" y="{{y}}" dy="4" font-size="12">{braced}</text>'


def _colour(j: int) -> str:
    return _COLOURS[j % len(_COLOURS)]


def _text(text: str) -> str:
    return escape("".join(c for c in text if c.isprintable()))
