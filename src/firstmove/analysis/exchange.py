"""A conflict and its analysis for other programs: GraphML, a NetworkX graph, tables, CSV.

States are the nodes and single moves the edges, one for each decision maker who can make it. Only
ids, states and numbers go into tables, so that no text of a report ends up in a spreadsheet cell.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator, Mapping
from importlib import import_module
from io import StringIO
from typing import Any, TextIO
from xml.sax.saxutils import escape, quoteattr

from firstmove.analysis.concepts.evolution import known_status_quo
from firstmove.analysis.graphs.masks import StateGraph, bits
from firstmove.analysis.result import Analysis
from firstmove.cells import defused
from firstmove.conflict import Conflict, check
from firstmove.errors import AnalysisError

MAX_MOVES = 500_000

Row = dict[str, str | int]


def state_rows(analysis: Analysis) -> Iterator[Row]:
    """One row for each possible state: ``state``, its ``number`` from 1 up, ``now`` (1 for the
    status quo), each option (Y or N) and each concept decided (1 for an equilibrium). An option
    whose id is the name of another column gets ``option:`` before it."""
    conflict = analysis.conflict
    now = known_status_quo(conflict)
    taken_names = {"state", "number", "now", *analysis.concepts}
    names = [f"option:{o.id}" if o.id in taken_names else o.id for o in conflict.options]
    for number, state in enumerate(analysis.possible, start=1):
        row: Row = {"state": state, "number": number, "now": int(state == now)}
        if not conflict.states:
            row |= dict(zip(names, state, strict=True))
        row |= {key: int(state in analysis.equilibria[key]) for key in analysis.concepts}
        yield row


def stability_rows(analysis: Analysis) -> Iterator[Row]:
    """One row for each possible state, concept and decision maker (id): ``stable`` is 1 or 0.
    What is not decided has no row."""
    for state in analysis.possible:
        for concept, by in analysis.stable.items():
            for decision_maker, states in by.items():
                yield {
                    "state": state,
                    "concept": concept,
                    "decision_maker": decision_maker,
                    "stable": int(state in states),
                }


def write_csv(rows: Iterator[Row], file: TextIO) -> None:
    """The rows as CSV, the first line with the names of the columns.

    A text that a spreadsheet would take for a formula gets an apostrophe before it.
    """
    writer = None
    for row in rows:
        if writer is None:
            writer = csv.writer(file, lineterminator="\n")
            writer.writerow([_inert(name) for name in row])
        writer.writerow([_inert(value) for value in row.values()])


def _inert(value: str | int) -> str | int:
    if not isinstance(value, str):
        return value
    # A lone carriage return would end the row: the writer does not quote it.
    text = value.replace("\r\n", "\n").replace("\r", "\n")
    return defused(text)


def to_csv(rows: Iterator[Row]) -> str:
    """The same as text."""
    file = StringIO()
    write_csv(rows, file)
    return file.getvalue()


def to_graphml(conflict: Conflict, analysis: Analysis | None = None) -> str:
    """The states and moves as GraphML, with what ``analysis`` found as attributes of the states.

    Nodes: ``label``, ``now``, and each concept decided (true for an equilibrium). Edges: ``mover``
    (id) and ``improves`` (the mover prefers where it leads). Raises ModelError for an unsound
    conflict, AnalysisError for too many states or moves.
    """
    graph = _graph(conflict)
    concepts = analysis.concepts if analysis is not None else ()
    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        '<graphml xmlns="http://graphml.graphdrawing.org/xmlns">',
        *_keys("node", {"label": "string", "now": "boolean", **dict.fromkeys(concepts, "boolean")}),
        *_keys("edge", {"mover": "string", "improves": "boolean"}),
        f'<graph id={quoteattr(_safe(conflict.name) or "conflict")} edgedefault="directed">',
    ]
    for state, attributes in _nodes(graph, analysis):
        lines.append(f"<node id={quoteattr(state)}>{_data('node', attributes)}</node>")
    for nth, (start, end, attributes) in enumerate(_edges(graph)):
        lines.append(
            f'<edge id="m{nth}" source={quoteattr(start)} target={quoteattr(end)}>'
            f"{_data('edge', attributes)}</edge>"
        )
    return "\n".join([*lines, "</graph>", "</graphml>", ""])


def to_networkx(conflict: Conflict, analysis: Analysis | None = None) -> Any:
    """The same as a NetworkX ``MultiDiGraph``; the key of an edge is its mover.

    Raises AnalysisError where NetworkX is not installed.
    """
    try:
        networkx = import_module("networkx")  # optional
    except ImportError:
        raise AnalysisError(
            "NetworkX is not installed", remedy="pip install networkx, or use to_graphml"
        ) from None
    graph = _graph(conflict)
    made = networkx.MultiDiGraph(name=conflict.name)
    for state, attributes in _nodes(graph, analysis):
        made.add_node(state, **attributes)
    for start, end, attributes in _edges(graph):
        made.add_edge(start, end, key=attributes["mover"], **attributes)
    return made


def _graph(conflict: Conflict) -> StateGraph:
    check(conflict)
    graph = StateGraph(conflict)
    moves = sum(mask.bit_count() for moves in graph.moves for mask in moves)
    if moves > MAX_MOVES:
        raise AnalysisError(
            f"the graph has {moves:,} moves", remedy=f"up to {MAX_MOVES:,} are written"
        )
    return graph


def _nodes(
    graph: StateGraph, analysis: Analysis | None
) -> Iterator[tuple[str, dict[str, str | bool]]]:
    now = known_status_quo(graph.conflict)
    labels = {state.id: state.label for state in graph.conflict.states}
    for state in graph.names:
        attributes: dict[str, str | bool] = {"label": labels.get(state) or state}
        attributes["now"] = state == now
        if analysis is not None:
            attributes |= {key: state in analysis.equilibria[key] for key in analysis.concepts}
        yield state, attributes


def _edges(graph: StateGraph) -> Iterator[tuple[str, str, dict[str, str | bool]]]:
    for j, mover in enumerate(graph.ids):
        for s, mask in enumerate(graph.moves[j]):
            better = graph.orders[j].better[s]
            for q in bits(mask):
                improves = bool(better >> q & 1)
                yield graph.names[s], graph.names[q], {"mover": mover, "improves": improves}


def _keys(of: str, attributes: Mapping[str, str]) -> Iterator[str]:
    for name, type_ in attributes.items():
        yield (
            f"<key id={quoteattr(f'{of}.{name}')} for={quoteattr(of)} "
            f"attr.name={quoteattr(name)} attr.type={quoteattr(type_)}/>"
        )


def _data(of: str, attributes: Mapping[str, str | bool]) -> str:
    return "".join(
        f"<data key={quoteattr(f'{of}.{name}')}>"
        f"{str(value).lower() if isinstance(value, bool) else escape(_safe(value))}</data>"
        for name, value in attributes.items()
    )


def _safe(text: str) -> str:
    """Without the characters that XML cannot hold."""
    return "".join(
        c for c in text
        if c in "\t\n\r" or " " <= c <= "\ud7ff" or "\ue000" <= c <= "\ufffd" or c > "\uffff"
    )  # fmt: skip
