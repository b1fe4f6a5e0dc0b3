"""The graph model over the whole cube of states: position p is a state, impossible ones included.

A decision maker's options lie side by side in a position's bits, so the states that it can move
between are a sub-cube, and what it can reach at best or at worst is one reduction along an axis.
Impossible states keep their place with a rank of -1 and values that never decide. Everything a
concept asks is the same as of the listed graph (``graph.Graph``), which this one stands in for.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Sequence
from typing import Any, TypeVar, cast

import numpy as np

from firstmove.analysis.engines import cube_moves
from firstmove.analysis.engines.cube_layout import Layout
from firstmove.analysis.engines.cube_ranks import broken, worth
from firstmove.analysis.graphs.codes import code_of, state_text
from firstmove.analysis.graphs.graph import Graph
from firstmove.analysis.graphs.space import Bools, Ints, levels
from firstmove.conflict import Conflict
from firstmove.errors import AnalysisError

T = TypeVar("T")

MAX_OPTIONS = 26
_KEEP_BYTES = 320 << 20  # arrays that concepts share, the oldest let go first


class CubeMover:
    """One decision maker's moves. ``own``: its bits of a position. ``rank``, ``level``: (2^n,),
    -1 where the state is impossible; it prefers q to s iff rank[q] > level[s]."""

    def __init__(
        self, layout: Layout, at: int, rank: Ints, level: Ints, impossible: Bools | None
    ) -> None:
        self.block = layout.blocks[at]
        self.own = self.block.own
        self.rank = rank
        self.level = level
        self.impossible = impossible
        self._order: cube_moves.Orders | None = None

    def moves(self, state: int) -> Ints:
        """R_j(s) as positions, ascending."""
        there = self.block.reachable(state)
        there = there[there != state]
        found: Ints = there if self.impossible is None else there[~self.impossible[there]]
        return found

    def improvements(self, state: int) -> Ints:
        """R_j⁺(s) as positions, ascending."""
        there = self.moves(state)
        found: Ints = there[self.rank[there] > self.level[state]]
        return found

    def best(self, values: Ints) -> Ints:
        """The greatest value in {s} ∪ R_j(s), for every s; ``values`` are at least -1."""
        return self.block.spread(self.greatest(values), len(values))

    def greatest(self, values: Ints) -> Ints:
        """As ``best``, with length 1 along the axis of the options that move both ways."""
        return self.block.reduce(cube_moves.masked(values, self.impossible, -1), np.maximum)

    def least(self, values: Ints) -> Ints:
        """The least value in {s} ∪ R_j(s), for every s."""
        top = int(np.iinfo(values.dtype).max)
        found = self.block.reduce(cube_moves.masked(values, self.impossible, top), np.minimum)
        return self.block.spread(found, len(values))

    def forget(self) -> None:
        self._order = None

    def orders(self) -> cube_moves.Orders:
        if self._order is None:
            apart = None if self.level is self.rank else self.level > self.rank
            self._order = cube_moves.Orders(self.block, self.rank, apart)
        return self._order


class _Same:
    """The code of a position is the position."""

    def __getitem__(self, positions: Any) -> Any:
        return positions


class CubeGraph(Graph):
    """A conflict's states, ranks and moves as arrays over all 2^n positions.

    ``possible``: (2^n,) or None where every state is possible. Raises AnalysisError past
    MAX_OPTIONS options and where no state is possible.
    """

    def __init__(self, conflict: Conflict) -> None:
        self.conflict = conflict
        self.width = len(conflict.options)
        if self.width > MAX_OPTIONS:
            raise AnalysisError(
                f"the model has {self.width} options, too many for an array of all its states",
                remedy=f"the cubes engine takes up to {MAX_OPTIONS}; ask for the symbolic engine",
            )
        self.layout = Layout.of(conflict)
        self.size = 1 << self.width
        self.impossible = broken(conflict, self.layout)
        if self.impossible is not None and self.impossible.all():
            raise AnalysisError(
                "no state is possible: the impossible conditions rule out every one",
                remedy="take one of them out",
            )
        self.codes = cast(Ints, _Same())
        ranks = [worth(d, self.layout, conflict) for d in conflict.decision_makers]
        # One type for all, so that what the concepts compare is never converted.
        wide = np.result_type(*ranks)
        self.cubes: list[CubeMover] = []
        for at, rank in enumerate(ranks):
            rank = rank.astype(wide, copy=False)
            if self.impossible is not None:
                rank[self.impossible] = -1
            level = levels(conflict.decision_makers[at], rank)
            rank.flags.writeable = level.flags.writeable = False
            self.cubes.append(CubeMover(self.layout, at, rank, level, self.impossible))
        self.movers = cast("list[Any]", self.cubes)
        self._kept: OrderedDict[tuple[str, int], Any] = OrderedDict()

    def once(self, what: str, i: int, make: Callable[[], T]) -> T:
        """``make()``, kept while there is room for it."""
        key = (what, i)
        if key not in self._kept:
            self._kept[key] = make()
        self._kept.move_to_end(key)
        found = self._kept[key]
        while len(self._kept) > 1 and sum(v.nbytes for v in self._kept.values()) > _KEEP_BYTES:
            self._kept.popitem(last=False)
        return cast(T, found)

    def release(self) -> None:
        """Let go of what only solving needs; ranks stay, for witnesses."""
        self._kept.clear()
        for mover in self.cubes:
            mover.forget()

    def least_reachable(self, values: Ints, group: Sequence[int]) -> Ints:
        """The least value in {s} ∪ R_H(s), for every s."""
        movers = [self.cubes[j] for j in group]
        if self.impossible is not None:
            return self._closure(values, [mover.least for mover in movers])
        # With every state possible the members' moves do not depend on one another: one round.
        for mover in movers:
            values = mover.least(values)
        return values

    def least_reachable_by_improving(self, values: Ints, group: Sequence[int]) -> Ints:
        """The least value in {s} ∪ R_H⁺(s), for every s."""
        top = int(np.iinfo(values.dtype).max)
        found = cube_moves.masked(values, self.impossible, top)
        found = found.copy() if found is values else found
        quiet = 0
        while group:
            for j in group:
                changed = self.cubes[j].orders().lower(found)
                # A second pass of the same mover changes nothing: improving is transitive.
                quiet = 1 if changed else quiet + 1
                if quiet >= len(group):
                    return found
        return found

    def holds_against(self, i: int, threat: Ints) -> Bools:
        mover = self.cubes[i]
        best = mover.greatest(np.minimum(mover.rank, threat))
        stable: Bools = mover.block.view(mover.level) >= best
        return stable.reshape(-1)

    def position(self, state: str) -> int:
        return self.layout.position(code_of(state))

    def text(self, position: int) -> str:
        return state_text(int(self.layout.codes(np.array([position]))[0]), self.width)

    def positions(self, codes: Ints) -> Ints:
        if self.impossible is None:
            return codes
        return np.where(self.impossible[codes], -1, codes)

    def canonical(self, positions: Ints) -> Ints:
        return self.layout.codes(positions)
