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

from firstmove.analysis.graphs.graph import Graph
from firstmove.analysis.graphs.reply import Reply
from firstmove.analysis.graphs.space import Bools, Ints
from firstmove.errors import AnalysisError

MAX_STATES = 1 << 18  # about a minute; the work grows with the square of their number
_BLOCK = 1 << 18  # joined states, and pairs of a state and an improvement, looked at together


def stable(graph: Graph, i: int) -> Bools:
    """(m,) where stable for decision maker i.

    Raises AnalysisError past MAX_STATES possible states.
    """
    if len(graph.codes) > MAX_STATES:
        raise AnalysisError(
            f"the model has {len(graph.codes):,} possible states, too many for SIM",
            remedy=f"SIM is done up to {MAX_STATES:,}; ask for nash, gmr, smr and seq",
        )
    found = np.ones(len(graph.codes), dtype=np.bool_)
    others = _Others(graph, i)
    for states, first, count, pool in graph.movers[i].improving():
        # The improvement that i likes best is the least likely to be spoilt: ask for it first.
        spoilt = others.can_spoil(states, pool[first])
        found[states[~spoilt]] = False
        rest = spoilt & (count > 1)
        states, first, count = states[rest], first[rest] + 1, count[rest] - 1
        ends = np.cumsum(count)
        start = 0
        while start < len(states):
            done = ends[start - 1] if start else 0
            stop = max(start + 1, int(np.searchsorted(ends, done + _BLOCK, side="right")))
            sizes = count[start:stop]
            nth = np.arange(sizes.sum()) - np.repeat(np.cumsum(sizes) - sizes, sizes)
            at = np.repeat(states[start:stop], sizes)
            to = pool[np.repeat(first[start:stop], sizes) + nth]
            found[at[~others.can_spoil(at, to)]] = False
            start = stop
    return found


class _Others:
    """The choices of all opponents of i in every state, numbered from 0 to size - 1: the number
    has one digit for each opponent, 0 for staying and k for the k-th state that it prefers."""

    def __init__(self, graph: Graph, i: int) -> None:
        self.graph = graph
        self.rank, self.level = graph.movers[i].rank, graph.movers[i].level
        self.movers = [graph.movers[j] for j in graph.opponents(i)]
        self.preferred = [mover.preferred() for mover in self.movers]
        self.size: Ints = np.ones(len(graph.codes), dtype=np.int64)
        for _, count in self.preferred:
            self.size = self.size * (count + 1)

    def can_spoil(self, states: Ints, to: Ints) -> Bools:
        """For each pair whether some choice of the others turns ``to`` into a possible state that
        is no better for i than ``states``."""
        spoilt = np.zeros(len(states), dtype=np.bool_)
        left = np.flatnonzero(self.size[states] > 1)
        start = 1  # choice 0 is that all stay
        while len(left):
            most = int(self.size[states[left]].max())
            stop = min(most, start + max(1, _BLOCK // len(left)))
            choices = np.arange(start, stop, dtype=np.int64)[None, :]
            at = states[left][:, None]
            joined, allowed = self._joined(at, self.graph.codes[to[left]][:, None], choices)
            ends = self.graph.positions(joined)
            hit = allowed & (ends >= 0) & (self.rank[ends] <= self.level[at])
            spoilt[left] = hit.any(axis=1)
            left = left[~spoilt[left] & (self.size[states[left]] > stop)]
            start = stop
        return spoilt

    def _joined(self, at: Ints, joined: Ints, choices: Ints) -> tuple[Ints, Bools]:
        """The codes that the choices make of ``joined``, and which choices are allowed moves."""
        codes = self.graph.codes
        allowed = choices < self.size[at]
        left = choices
        for mover, (first, count) in zip(self.movers, self.preferred, strict=True):
            radix = count[at] + 1
            digit = left % radix
            left = left // radix
            there = mover.by_rank[first[at] + np.maximum(digit - 1, 0)]
            moves = digit > 0
            joined = joined ^ np.where(moves, codes[there] ^ codes[at], 0)
            if mover.bits:
                fixed = mover.one_way[at] & ~mover.one_way[there]
                allowed = allowed & (~moves | (fixed == 0))
        return joined, allowed


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
    mover = graph.movers[i]
    at = graph.positions(joined)
    spoilt: Bools = (at >= 0) & (mover.rank[at] <= mover.level[state])
    return spoilt


def reply(graph: Graph, i: int, state: int, to: int) -> Reply | None:
    """The opponents' improvements, all from ``state``, that spoil i's move: fewest movers first."""
    joint = _joint_moves(graph, i, state)
    joined = graph.codes[to] ^ joint
    spoilt = np.flatnonzero(_spoilt(graph, i, state, joined))
    at = graph.positions(joined)
    if not len(spoilt):
        return None
    opponents = graph.opponents(i)
    movers = sum(((joint[spoilt] & graph.movers[j].own) != 0).astype(np.int64) for j in opponents)
    flips = int(joint[spoilt[np.lexsort((graph.canonical(at[spoilt]), movers))[0]]])
    moves = []
    for j in opponents:
        own = flips & graph.movers[j].own
        if own:
            after = graph.positions(np.array([graph.codes[state] ^ own]))[0]
            moves.append((j, state, int(after)))
    ends = graph.positions(np.array([graph.codes[to] ^ flips]))[0]
    return Reply(tuple(moves), int(ends))
