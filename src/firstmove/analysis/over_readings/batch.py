"""Many readings of one model solved together.

Moves, and which states are possible, are the same in every reading; only the ranks differ. So the
cubes of many readings stand side by side in one array, as if readings were further options that
nobody owns, and each concept is worked out for all of them in one go by the code that does one.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Sequence
from typing import Any, cast

import numpy as np
import numpy.typing as npt

from firstmove.analysis.concepts import gmr, nash, seq, smr, sseq
from firstmove.analysis.engines.cube import CubeGraph, CubeMover
from firstmove.analysis.engines.cube_layout import Layout
from firstmove.analysis.engines.cube_moves import masked
from firstmove.analysis.engines.cube_ranks import broken
from firstmove.analysis.graphs.codes import code_of
from firstmove.analysis.graphs.graph import Graph
from firstmove.analysis.graphs.space import Bools, Ints, levels, truth
from firstmove.analysis.over_readings.moves import Improving, Shapes
from firstmove.analysis.over_readings.space import Digits, Signs, Space, by_weight, used
from firstmove.conflict import Conflict, DecisionMaker
from firstmove.conflict.weights import scaled

CONCEPTS: dict[str, Callable[[Graph, int], Bools]] = {
    "nash": nash.stable,
    "gmr": gmr.stable,
    "smr": smr.stable,
    "seq": seq.stable,
    "sseq": sseq.stable,
}

Bits = npt.NDArray[np.uint8]

TOGETHER = 1 << 17  # positions solved in one go; more falls out of the processor's cache
_EXACT = 45  # wants added up at a time in 64-bit integers
_ONE_WAY = 5  # one-way options of one owner whose 3^k pairs of patterns are kept at hand
_LIMB = 32  # bits of the parts that wide weights are added up in


class Batch(CubeGraph):
    """The graphs of several readings as one: position p of reading r is r·2^n + p.

    ``ranks``: for each decision maker (readings, 2^n). ``shapes``: kept between batches.
    """

    def __init__(
        self,
        conflict: Conflict,
        layout: Layout,
        impossible: Bools | None,
        ranks: Sequence[Ints],
        shapes: Shapes,
    ) -> None:
        self.conflict = conflict
        self.layout = layout
        self.width = len(conflict.options)
        self.size = ranks[0].size
        self.impossible = None if impossible is None else np.tile(impossible, len(ranks[0]))
        wide = np.result_type(*ranks)
        self.cubes = []
        for at, rank in enumerate(ranks):
            rows = rank.astype(wide, copy=False)
            if impossible is not None:
                rows[:, impossible] = -1
            flat = rows.reshape(-1)
            level = levels(conflict.decision_makers[at], flat)
            self.cubes.append(CubeMover(layout, at, flat, level, self.impossible))
        self.movers = cast("list[Any]", self.cubes)
        self._kept = OrderedDict()
        self._improving: dict[int, Improving] = {}
        self._shapes = shapes

    def least_reachable_by_improving(self, values: Ints, group: Sequence[int]) -> Ints:
        """The least value in {s} ∪ R_H⁺(s), for every s."""
        if any(len(self.cubes[j].block.ahead) > _ONE_WAY for j in group):
            return super().least_reachable_by_improving(values, group)
        top = int(np.iinfo(values.dtype).max)
        found = values.copy() if self.impossible is None else masked(values, self.impossible, top)
        quiet = 0
        while group:
            for j in group:
                # A second pass of the same mover changes nothing: improving is transitive.
                quiet = 1 if self._moves_of(j).lower(found) else quiet + 1
                if quiet >= len(group):
                    return found
        return found

    def _moves_of(self, j: int) -> Improving:
        if j not in self._improving:
            mover = self.cubes[j]
            self._improving[j] = Improving(
                mover.rank, mover.level, self._shapes.of(mover.block, self.size)
            )
        return self._improving[j]


class Solver:
    """Solves readings of one model, some at a time; another process can make its own."""

    def __init__(self, conflict: Conflict, concepts: Sequence[str]) -> None:
        self.conflict = conflict
        self.concepts = tuple(concepts)
        self.space = Space.of(conflict)
        self.layout = Layout.of(conflict)
        self.states = 1 << len(conflict.options)
        self.impossible = broken(conflict, self.layout)
        codes = self.layout.codes(np.arange(self.states, dtype=np.int64))
        holds = truth(conflict, codes)
        self.wants: list[npt.NDArray[np.int8]] = []  # (wants, 2^n) of each decision maker
        self.ranked: list[Ints | None] = []
        self.shapes = Shapes()
        self.weights: list[list[int]] = []  # () where the order of wants counts
        for maker in conflict.decision_makers:
            rows = [holds(want.condition) for want in used(maker)]
            self.wants.append(np.array(rows, dtype=np.int8).reshape(len(rows), self.states))
            self.ranked.append(self._ranking(maker))
            self.weights.append([w or 0 for w in scaled(used(maker))] if by_weight(maker) else [])

    @property
    def together(self) -> int:
        """How many readings are best solved in one go."""
        return max(1, TOGETHER // self.states)

    def equilibria(self, digits: Digits) -> Bits:
        """(n, concepts, 2^n / 8) bits by position, the lowest first."""
        held = self._solve(self._signed(digits))
        return np.packbits(held, axis=2, bitorder="little")

    def changed(self, digits: Digits, changes: Ints, position: int) -> Bools:
        """(n, concepts): whether the position is an equilibrium where one want is not as the
        reading has it. ``changes``: (n, 3) whose want, which, and by what its sign is multiplied:
        0 leaves it out, −1 makes it the contrary."""
        signed = self._signed(digits)
        for at in range(len(signed)):
            mine = changes[:, 0] == at
            signed[at][1][mine, changes[mine, 1]] *= changes[mine, 2].astype(np.int8)
        return self._solve(signed)[:, :, position]

    def _signed(self, digits: Digits) -> list[tuple[Ints, Signs]]:
        return [self.space.of_maker(digits, at) for at in range(len(self.wants))]

    def _solve(self, signed: list[tuple[Ints, Signs]]) -> Bools:
        count = len(signed[0][0])
        ranks = [self._ranks(at, *pair) for at, pair in enumerate(signed)]
        graph = Batch(self.conflict, self.layout, self.impossible, ranks, self.shapes)
        found = np.ones((count, len(self.concepts), self.states), dtype=np.bool_)
        if self.impossible is not None:
            found[:, :, self.impossible] = False
        for nth, concept in enumerate(self.concepts):
            for i in range(len(ranks)):
                found[:, nth] &= CONCEPTS[concept](graph, i).reshape(count, -1)
        return found

    def _ranks(self, maker: int, order: Ints, signs: Signs) -> Ints:
        """(readings, 2^n) ranks, from 0 up: Σ 2^(k−j) or Σ w_j over the wants met."""
        ranked = self.ranked[maker]
        if ranked is not None:
            return np.tile(ranked, (len(order), 1))
        if self.weights[maker]:
            return self._by_weight(maker, signs)
        wants = order.shape[1]
        rank = np.zeros((len(order), self.states), dtype=np.int64)
        top = 0  # no rank is above
        for first in range(0, wants, _EXACT):
            places = order[:, first : first + _EXACT]
            bits = places.shape[1]
            weights = np.zeros((len(order), wants), dtype=np.int64)
            np.put_along_axis(weights, places, 1 << np.arange(bits - 1, -1, -1)[None, :], axis=1)
            met = self._met(maker, weights * signs)
            if first:
                rank, top = _dense(rank)
                met = (rank.astype(np.int64) << bits) + met
            rank = met
            top = (top << bits) + (1 << bits) - 1
        return _narrow(rank, top)

    def _by_weight(self, maker: int, signs: Signs) -> Ints:
        """Ranks in the order of the sums of weights, added up in parts from the lowest; what does
        not fit into a part is carried on, and of what is done only the order is kept."""
        whole = self.weights[maker]
        # A negative weight counts as much for the contrary, which orders the states alike.
        signs = signs * np.array([-1 if weight < 0 else 1 for weight in whole], dtype=np.int8)
        rank = np.zeros((len(signs), self.states), dtype=np.int64)
        carried = np.zeros_like(rank)
        part = (1 << _LIMB) - 1
        top = 0
        for low in range(0, max(1, sum(map(abs, whole)).bit_length()), _LIMB):
            digits = np.array([abs(weight) >> low & part for weight in whole], dtype=np.int64)
            sums = self._met(maker, digits * signs) + carried
            carried = sums >> _LIMB
            rank, top = _dense((sums & part) << len(self.layout.place) | rank)
        return _narrow(rank, top)

    def _met(self, maker: int, weights: npt.NDArray[np.int64]) -> Ints:
        """(readings, 2^n) the sum of the weights met: of a negative one where it is not met."""
        # No product of matrices: in small ones the library's own threads only wait for each other.
        kind = np.int32 if int(np.abs(weights).sum(axis=1).max(initial=0)) < 1 << 30 else np.int64
        sums = np.zeros((len(weights), self.states), dtype=kind)
        sums -= np.minimum(weights, 0).sum(axis=1, keepdims=True).astype(kind)
        for nth, met in enumerate(self.wants[maker]):
            sums += weights[:, nth, None].astype(kind) * met
        return cast(Ints, sums)

    def _ranking(self, maker: DecisionMaker) -> Ints | None:
        if maker.ranking is None:
            return None
        rank = np.zeros(self.states, dtype=np.int32)
        top = len(maker.ranking) - 1 + maker.partial
        for tier, states in enumerate(maker.ranking):
            at = [self.layout.position(code_of(state)) for state in states]
            rank[np.array(at, dtype=np.int64)] = top - tier
        return cast(Ints, rank)


def _narrow(rank: Ints, top: int) -> Ints:
    """In the narrowest type that holds ``top`` and more."""
    if top >= np.iinfo(np.int32).max:
        rank, top = _dense(rank)
    return rank.astype(np.int16 if top < np.iinfo(np.int16).max else np.int32)


def _dense(rank: Ints) -> tuple[Ints, int]:
    """Ranks without those that no state has, row by row, and the highest."""
    order = np.argsort(rank, axis=1)
    ascending = np.take_along_axis(rank, order, axis=1)
    new = np.zeros(rank.shape, dtype=np.int64)
    new[:, 1:] = ascending[:, 1:] != ascending[:, :-1]
    np.cumsum(new, axis=1, out=new)
    found = np.empty_like(rank)
    np.put_along_axis(found, order, new, axis=1)
    return found, int(new.max(initial=0))
