"""Symmetric metarationality (SMR): the answer holds even after a further move of one's own.

    s is stable for i  iff  every s1 ∈ R_i⁺(s) has some s2 ∈ R_{N−i}(s1) with s2 ⪯_i s
                            and no s3 ∈ R_i(s2) with s3 ≻_i s

Howard 1971. Steps: w(s2) is the best rank for i in {s2} ∪ R_i(s2); for every s1 the least w that
the others together can reach from it; s is stable where no improvement s1 keeps above s.
Cost: a few passes over the states.
"""

from __future__ import annotations

from firstmove.analysis.graphs.graph import Graph
from firstmove.analysis.graphs.reply import Reply, shortest_reply
from firstmove.analysis.graphs.space import Bools, Ints


def after_counter_move(graph: Graph, i: int) -> Ints:
    """(m,) for each s2 the best rank for i in {s2} ∪ R_i(s2)."""
    mover = graph.movers[i]
    return graph.once("counter-move", i, lambda: mover.best(mover.rank))


def threat(graph: Graph, i: int) -> Ints:
    """(m,) for each s1 the least that i can be left with, counter-move included."""
    worth = after_counter_move(graph, i)
    return graph.once("smr", i, lambda: graph.least_reachable(worth, graph.opponents(i)))


def stable(graph: Graph, i: int) -> Bools:
    """(m,) where stable for decision maker i."""
    return graph.holds_against(i, threat(graph, i))


def reply(graph: Graph, i: int, state: int, to: int) -> Reply | None:
    """The opponents' shortest path from ``to`` to a state from which i gets no further than s."""
    return shortest_reply(graph, i, state, to, threat(graph, i), after_counter_move(graph, i))
