"""Nash stability (rationality, R): there is nowhere better to go.

    s is stable for i  iff  R_i⁺(s) = ∅

Nash 1950; Howard 1971. Steps: the best state in {s} ∪ R_i(s) is no better than s. Cost: one pass
over the states.
"""

from __future__ import annotations

from firstmove.analysis.graphs.graph import Graph
from firstmove.analysis.graphs.reply import Reply
from firstmove.analysis.graphs.space import Bools


def stable(graph: Graph, i: int) -> Bools:
    """(m,) where stable for decision maker i."""
    mover = graph.movers[i]
    found: Bools = mover.level >= mover.best(mover.rank)
    return found


def reply(graph: Graph, i: int, state: int, to: int) -> Reply | None:
    """Nobody replies in this concept."""
    return None
