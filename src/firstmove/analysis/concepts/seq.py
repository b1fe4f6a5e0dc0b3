"""Sequential stability (SEQ): every improvement would be answered, by moves the others gain from.

    s is stable for i  iff  every s1 ∈ R_i⁺(s) has some s2 ∈ R⁺_{N−i}(s1) with s2 ⪯_i s

Fraser & Hipel 1979, 1984. As GMR, but the opponents go only where the mover among them is better
off, step by step. Cost: as many passes over the states as their longest useful path has moves.
"""

from __future__ import annotations

from firstmove.analysis.graphs.graph import Graph
from firstmove.analysis.graphs.reply import Reply, shortest_reply
from firstmove.analysis.graphs.space import Bools, Ints


def threat(graph: Graph, i: int) -> Ints:
    """(m,) for each s1 the least rank for i that the opponents' improving moves lead to."""
    rank = graph.movers[i].rank
    return graph.once(
        "seq", i, lambda: graph.least_reachable_by_improving(rank, graph.opponents(i))
    )


def stable(graph: Graph, i: int) -> Bools:
    """(m,) where stable for decision maker i."""
    return graph.holds_against(i, threat(graph, i))


def reply(graph: Graph, i: int, state: int, to: int) -> Reply | None:
    """The opponents' shortest improving path from ``to`` to a state no better for i."""
    return shortest_reply(
        graph, i, state, to, threat(graph, i), graph.movers[i].rank, improving=True
    )
