"""SIM by diagrams: what all choose at once is held by a second variable for each option."""

from __future__ import annotations

from firstmove.analysis.engines.diagrams import Diagram
from firstmove.analysis.engines.symbolic_graph import SymbolicGraph


def stable(graph: SymbolicGraph, i: int) -> Diagram:
    """SIM (``sim``) for decision maker i: what i and the others choose at once are y variables."""
    space = graph.space
    mover = graph.symbolic[i]
    primed = {f"x{k}": f"y{k}" for k in range(graph.width)}
    ends = mover.rank.given(primed)
    spoilt = space.put(primed, space.possible) & ~ends.above(mover.level)
    for j in graph.opponents(i):
        other = graph.symbolic[j]
        improving, stay = other.moves_to()
        spoilt = space.exist([f"y{x[1:]}" for x in other.own], spoilt & (improving | stay))
    improving, _ = mover.moves_to()
    open_ = space.exist([f"y{x[1:]}" for x in mover.own], improving & ~spoilt)
    return ~open_
