"""Symmetric sequential stability (SSEQ): a credible answer that i cannot get out of again.

    s is stable for i  iff  every s1 ∈ R_i⁺(s) has some s2 ∈ R_{N−i}⁺(s1) with s2 ⪯_i s
                            and no s3 ∈ R_i(s2) with s3 ≻_i s

Rêgo & Vieira 2017. SEQ with the counter-move of SMR: the others use only moves that improve their
own situation, and i may move once more after them. Steps: w(s2) as in SMR, the best rank for i in
{s2} ∪ R_i(s2); for every s1 the least w that the others' improving moves lead to; s is stable
where no improvement s1 keeps above s. Cost: a few passes over the states.
"""

from __future__ import annotations

from firstmove.analysis.concepts.smr import after_counter_move
from firstmove.analysis.graphs.graph import Graph
from firstmove.analysis.graphs.reply import Reply, shortest_reply
from firstmove.analysis.graphs.space import Bools, Ints


def threat(graph: Graph, i: int) -> Ints:
    """(m,) for each s1 the least that i can be left with after the opponents' improving moves
    and a counter-move of its own."""
    worth = after_counter_move(graph, i)
    return graph.once(
        "sseq", i, lambda: graph.least_reachable_by_improving(worth, graph.opponents(i))
    )


def stable(graph: Graph, i: int) -> Bools:
    """(m,) where stable for decision maker i."""
    return graph.holds_against(i, threat(graph, i))


def reply(graph: Graph, i: int, state: int, to: int) -> Reply | None:
    """The opponents' shortest improving path from ``to`` to a state that i cannot mend."""
    worth = after_counter_move(graph, i)
    return shortest_reply(graph, i, state, to, threat(graph, i), worth, improving=True)
