"""Simultaneous stability (SIM): an improvement could be spoilt by improvements made beside it.

    s is stable for i  iff  every s1 ∈ R_i⁺(s), joined with some opponents' unilateral
                            improvements taken from the same s, gives a feasible state ⪯_i s

Fraser & Hipel 1984. Joined: i's options as in s1, the options of each opponent that moves as in
its improvement, all others as in s. Steps, for each s that i can improve on: all choices of the
opponents (stay, or one improvement each); s is unstable if under some s1 none of them gives a
feasible state ⪯_i s. Cost: Σ_s |R_i⁺(s)| · Π_j (|R_j⁺(s)| + 1) in the worst case.
"""

from __future__ import annotations

import numpy as np

from firstmove.analysis.graph import Graph
from firstmove.analysis.reply import Reply
from firstmove.analysis.space import Bools, Ints

_BLOCK = 1 << 20  # joined states looked at together


def stable(graph: Graph, i: int) -> Bools:
    """(m,) where stable for decision maker i."""
    mover = graph.movers[i]
    found: Bools = mover.rank >= mover.best(mover.rank)
    for state in np.flatnonzero(~found).tolist():
        found[state] = _holds(graph, i, state)
    return found


def _holds(graph: Graph, i: int, state: int) -> bool:
    mover = graph.movers[i]
    better = mover.improvements(state)
    joint = _joint_moves(graph, i, state)
    if len(joint) == 1:  # nobody else can improve
        return False
    # The improvements that i likes best are the least likely to be spoilt: ask for them first.
    better = better[np.argsort(-mover.rank[better], kind="stable")]
    own = graph.codes[better] ^ graph.codes[state]
    size = max(1, _BLOCK // len(joint))
    start = 0
    while start < len(own):
        stop = start + (1 if start == 0 else size)
        joined = (graph.codes[state] ^ joint)[None, :] ^ own[start:stop, None]
        if not _spoilt(graph, i, state, joined).any(axis=1).all():
            return False
        start = stop
    return True


def _joint_moves(graph: Graph, i: int, state: int) -> Ints:
    """What the opponents can change together, as bits to flip: each stays or improves.

    The first entry is that all stay; then by the first opponents' choices before the later ones'.
    """
    joint = np.zeros(1, dtype=np.int64)
    for j in graph.opponents(i):
        better = graph.movers[j].improvements(state)
        choices = np.concatenate([[0], graph.codes[better] ^ graph.codes[state]]).astype(np.int64)
        joint = (choices[:, None] ^ joint[None, :]).reshape(-1)
    return joint


def _spoilt(graph: Graph, i: int, state: int, joined: Ints) -> Bools:
    """Where the joined state is possible and no better for i than ``state``."""
    rank = graph.movers[i].rank
    at = graph.positions(joined)
    spoilt: Bools = (at >= 0) & (rank[at] <= rank[state])
    return spoilt


def reply(graph: Graph, i: int, state: int, to: int) -> Reply | None:
    """The opponents' improvements, all from ``state``, that spoil i's move: fewest movers first."""
    joint = _joint_moves(graph, i, state)
    joined = graph.codes[to] ^ joint
    spoilt = np.flatnonzero(_spoilt(graph, i, state, joined))
    if not len(spoilt):
        return None
    opponents = graph.opponents(i)
    movers = sum(((joint[spoilt] & graph.movers[j].own) != 0).astype(np.int64) for j in opponents)
    flips = int(joint[spoilt[np.lexsort((joined[spoilt], movers))[0]]])
    moves = []
    for j in opponents:
        own = flips & graph.movers[j].own
        if own:
            after = graph.positions(np.array([graph.codes[state] ^ own]))[0]
            moves.append((j, state, int(after)))
    ends = graph.positions(np.array([graph.codes[to] ^ flips]))[0]
    return Reply(tuple(moves), int(ends))
