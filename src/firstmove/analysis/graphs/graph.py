"""The graph model over arrays: who can move where, and the two questions the concepts ask.

Values over states are integer arrays, one entry a state. Two facts, true in option form with
transitive preference, complete or not (tests check them by brute force), make this fast and exact:
R_j and R_j⁺ are transitive, so that the rule "no decision maker twice in a row" changes nothing
in what a group can reach; and only the least value that a group can reach matters to a concept.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import TypeVar

import numpy as np

from firstmove.analysis.graphs.codes import code_of, state_text
from firstmove.analysis.graphs.space import Bools, Ints, levels, possible_codes, ranks, truth
from firstmove.conflict import Conflict, Direction

T = TypeVar("T")

_TABLE_BITS = 22  # up to so many options, positions are looked up in a table of all states
_KEEP_LEAVES = 1 << 23  # entries of the moves of one mover that are kept between questions


@dataclass(frozen=True, slots=True)
class _Leaf:
    """States of one pattern of one-way options, and every state their owner can take them to.

    ``targets`` is sorted by group (states that differ only in the owner's options), and within a
    group by falling rank of the owner where only improvements count. ``sources`` are places in
    ``targets``.
    """

    targets: Ints
    sources: Ints


class Mover:
    """The moves of one decision maker: ``group``, states that differ only in its options;
    ``one_way``, for each state the one-way options that can no longer be changed.

    It prefers q to s iff rank[q] > level[s]; ``level`` is ``rank`` unless its ranking is partial.
    """

    def __init__(
        self, codes: Ints, own: int, forward: int, back: int, rank: Ints, level: Ints
    ) -> None:
        self.rank = rank
        self.level = level
        self.partial = level is not rank
        self.own = own
        self.group: Ints = np.unique(codes & ~own, return_inverse=True)[1].astype(np.int64)
        self.one_way: Ints = (codes & forward) | (~codes & back)
        self.bits = [1 << b for b in range(63) if (forward | back) >> b & 1]
        self.by_group: Ints = np.argsort(self.group, kind="stable").astype(np.int64)
        sizes = np.bincount(self.group)
        self.starts: Ints = np.concatenate([[0], np.cumsum(sizes)]).astype(np.int64)
        self.by_rank: Ints = np.lexsort((-rank, self.group)).astype(np.int64)
        self._kept: dict[bool, list[_Leaf]] = {}

    def moves(self, state: int) -> Ints:
        """R_j(s) as positions of states, ascending."""
        group = self.group[state]
        there = self.by_group[self.starts[group] : self.starts[group + 1]]
        allowed = (self.one_way[state] & ~self.one_way[there] == 0) & (there != state)
        found: Ints = there[allowed]
        return found

    def improvements(self, state: int) -> Ints:
        """R_j⁺(s) as positions of states, ascending."""
        there = self.moves(state)
        found: Ints = there[self.rank[there] > self.level[state]]
        return found

    def best(self, values: Ints) -> Ints:
        """The greatest value in {s} ∪ R_j(s), for every s."""
        return self._reach(values, np.maximum)

    def least(self, values: Ints) -> Ints:
        """The least value in {s} ∪ R_j(s), for every s."""
        return self._reach(values, np.minimum)

    def total(self, values: Ints) -> Ints:
        """The sum of the values in {s} ∪ R_j(s), for every s."""
        return self._reach(values, np.add)

    def _reach(self, values: Ints, keep: np.ufunc) -> Ints:
        out = values.copy()
        for leaf in self._leaves(improving=False):
            group = self.group[leaf.targets]
            new = np.concatenate([[True], group[1:] != group[:-1]])
            found = keep.reduceat(values[leaf.targets], np.flatnonzero(new))
            run = np.cumsum(new) - 1
            out[leaf.targets[leaf.sources]] = found[run[leaf.sources]]
        return out

    def least_by_improving(self, values: Ints) -> Ints:
        """The least value in {s} ∪ R_j⁺(s), for every s."""
        out = values.copy()
        span = int(values.max()) - int(values.min()) + 2
        low = int(values.min())
        for leaf in self._leaves(improving=True):
            group, rank = self.group[leaf.targets], self.rank[leaf.targets]
            new_group = np.concatenate([[True], group[1:] != group[:-1]])
            new_cell = new_group | np.concatenate([[True], rank[1:] != rank[:-1]])
            starts = np.flatnonzero(new_cell)
            cells = np.minimum.reduceat(values[leaf.targets], starts) - low
            # A running minimum that starts anew with each group: each group lies a whole span
            # below the one before it, so no earlier value can be the smaller one.
            depth = np.cumsum(new_group[starts])
            running = np.minimum.accumulate(cells - depth * span)
            before = np.full(len(starts), span - 1, dtype=np.int64)
            same = ~new_group[starts][1:]
            before[1:][same] = running[:-1][same] + depth[1:][same] * span
            cell = np.cumsum(new_cell) - 1
            states, lower = leaf.targets[leaf.sources], before[cell[leaf.sources]] + low
            if self.partial:
                compared = self.level[states] == self.rank[states]
                states, lower = states[compared], lower[compared]
            out[states] = np.minimum(out[states], lower)
        return out

    def improving(self) -> Iterator[tuple[Ints, Ints, Ints, Ints]]:
        """R_j⁺ of every state that has one, as (states, first, count, pool), in a few portions:
        the improvements of ``states[k]`` are ``pool[first[k] : first[k] + count[k]]``, the most
        preferred first."""
        for leaf in self._leaves(improving=True):
            first, count = self._above(leaf.targets)
            first, count = first[leaf.sources], count[leaf.sources]
            some = count > 0
            yield leaf.targets[leaf.sources][some], first[some], count[some], leaf.targets

    def preferred(self) -> tuple[Ints, Ints]:
        """For every state where, in ``by_rank``, the states of its group begin that the owner
        prefers to it, and how many they are; whether it is allowed to go there or not."""
        first = np.empty(len(self.rank), dtype=np.int64)
        count = np.empty(len(self.rank), dtype=np.int64)
        first[self.by_rank], count[self.by_rank] = self._above(self.by_rank)
        return first, count

    def _above(self, order: Ints) -> tuple[Ints, Ints]:
        """For each place in ``order`` (by group, then by falling rank) where its group begins, and
        how many of the group are preferred to it."""
        group, rank = self.group[order], self.rank[order]
        places = np.arange(len(order), dtype=np.int64)
        new_group = np.concatenate([[True], group[1:] != group[:-1]])
        new_cell = new_group | np.concatenate([[True], rank[1:] != rank[:-1]])
        first = np.maximum.accumulate(np.where(new_group, places, 0))
        cell = np.maximum.accumulate(np.where(new_cell, places, 0))
        count = cell - first
        if self.partial:
            count[self.level[order] > rank] = 0
        return first, count

    def _leaves(self, *, improving: bool) -> Iterator[_Leaf]:
        if improving in self._kept:
            yield from self._kept[improving]
            return
        everything = self.by_rank if improving else self.by_group
        kept: list[_Leaf] | None = []
        room = _KEEP_LEAVES
        for leaf in self._split(everything, everything, self.bits):
            yield leaf
            room -= len(leaf.targets) + len(leaf.sources)
            if kept is not None and room > 0:
                kept.append(leaf)
            else:
                kept = None
        if kept is not None:
            self._kept[improving] = kept

    def _split(self, sources: Ints, targets: Ints, bits: Sequence[int]) -> Iterator[_Leaf]:
        """Halve by one one-way option after the other: where it can no longer be changed, only
        states that agree in it can be reached; elsewhere all can."""
        if not len(sources):
            return
        if not bits:
            # Both are in one order and the sources are among the targets, so they are the
            # targets whose pattern is that of the first source.
            pattern = self.one_way[sources[0]]
            yield _Leaf(targets, np.flatnonzero(self.one_way[targets] == pattern).astype(np.int64))
            return
        fixed = self.one_way[sources] & bits[0] != 0
        kept = self.one_way[targets] & bits[0] != 0
        yield from self._split(sources[fixed], targets[kept], bits[1:])
        yield from self._split(sources[~fixed], targets, bits[1:])


class Graph:
    """A conflict's possible states, ranks and moves.

    ``codes``: (m,) ascending state codes. ``movers``: one for each decision maker, in order.
    """

    def __init__(self, conflict: Conflict) -> None:
        self.conflict = conflict
        self.width = len(conflict.options)
        self.codes = possible_codes(conflict)
        holds = truth(conflict, self.codes)
        self.movers = []
        for decision_maker in conflict.decision_makers:
            own, forward, back = option_bits(conflict, decision_maker.id)
            rank = ranks(decision_maker, self.width, self.codes, holds)
            level = levels(decision_maker, rank)
            self.movers.append(Mover(self.codes, own, forward, back, rank, level))
        self._known: dict[tuple[str, int], object] = {}

    def once(self, what: str, i: int, make: Callable[[], T]) -> T:
        """``make()``, worked out the first time that this is asked of decision maker i."""
        key = (what, i)
        if key not in self._known:
            self._known[key] = make()
        return self._known[key]  # type: ignore[return-value]

    def opponents(self, i: int) -> tuple[int, ...]:
        return tuple(j for j in range(len(self.movers)) if j != i)

    def least_reachable(self, values: Ints, group: Sequence[int]) -> Ints:
        """The least value in {s} ∪ R_H(s), for every s."""
        return self._closure(values, [self.movers[j].least for j in group])

    def least_reachable_by_improving(self, values: Ints, group: Sequence[int]) -> Ints:
        """The least value in {s} ∪ R_H⁺(s), for every s."""
        return self._closure(values, [self.movers[j].least_by_improving for j in group])

    @staticmethod
    def _closure(values: Ints, steps: Sequence[Callable[[Ints], Ints]]) -> Ints:
        while True:
            before = values
            for step in steps:
                values = step(values)
            if len(steps) < 2 or np.array_equal(values, before):
                return values

    def position(self, state: str) -> int:
        return int(np.searchsorted(self.codes, code_of(state)))

    def text(self, position: int) -> str:
        return state_text(int(self.codes[position]), self.width)

    def canonical(self, positions: Ints) -> Ints:
        """The codes Σ 2^k over the options k taken, by which states are numbered."""
        found: Ints = self.codes[positions]
        return found

    def positions(self, codes: Ints) -> Ints:
        """Where each code stands in ``self.codes``; -1 for an impossible state."""
        if self.width <= _TABLE_BITS:
            found: Ints = self.once("table", 0, self._table)[codes]
            return found
        at = np.minimum(np.searchsorted(self.codes, codes), len(self.codes) - 1)
        return np.where(self.codes[at] == codes, at, -1).astype(np.int64)

    def _table(self) -> Ints:
        table = np.full(1 << self.width, -1, dtype=np.int64)
        table[self.codes] = np.arange(len(self.codes))
        return table

    def holds_against(self, i: int, threat: Ints) -> Bools:
        """Stable for i when moves to s1 are answered by ``threat[s1]``, the rank (for i) of the
        worst state that the others can bring about: no s1 ∈ R_i⁺(s) has threat[s1] above s."""
        mover = self.movers[i]
        worth = np.minimum(mover.rank, threat)
        stable: Bools = mover.level >= mover.best(worth)
        return stable


def option_bits(conflict: Conflict, owner: str) -> tuple[int, int, int]:
    """The owner's options as bits of a state code: all, those that go forward only, and those that
    go back only."""
    own = forward = back = 0
    for bit, option in enumerate(conflict.options):
        if option.owner == owner:
            own |= 1 << bit
            forward |= (option.direction is Direction.FORWARD) << bit
            back |= (option.direction is Direction.BACK) << bit
    return own, forward, back
