"""General metarationality (GMR): every improvement could be answered by something no better.

    s is stable for i  iff  every s1 ∈ R_i⁺(s) has some s2 ∈ R_{N−i}(s1) with s2 ⪯_i s

Howard 1971. Steps: for every s1 the worst rank for i that the others together can reach from it;
s is stable where no improvement s1 keeps above s after that. The others may hurt themselves.
Cost: a few passes over the states.
"""

from __future__ import annotations

from firstmove.analysis.graphs.graph import Graph
from firstmove.analysis.graphs.reply import Reply, shortest_reply
from firstmove.analysis.graphs.space import Bools, Ints


def threat(graph: Graph, i: int) -> Ints:
    """(m,) for each s1 the least rank for i that the opponents can bring about."""
    rank = graph.movers[i].rank
    return graph.once("gmr", i, lambda: graph.least_reachable(rank, graph.opponents(i)))


def stable(graph: Graph, i: int) -> Bools:
    """(m,) where stable for decision maker i."""
    return graph.holds_against(i, threat(graph, i))


def reply(graph: Graph, i: int, state: int, to: int) -> Reply | None:
    """The opponents' shortest path from ``to`` to a state no better for i than ``state``."""
    return shortest_reply(graph, i, state, to, threat(graph, i), graph.movers[i].rank)
