"""A conflict as first-move analysis asks of it: who can move where, and what the mover makes of it.

Sets of states are boolean arrays (n,), numbers of paths integer arrays (n,), by position: the
possible states in the order of the model. In option form what a decision maker can move between is
a sub-cube, so that one question about all states is one reduction over it and no move is listed;
in graph form the moves are listed as they are given.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Protocol, cast

import numpy as np
import numpy.typing as npt

from firstmove.analysis.engines import explicit
from firstmove.analysis.engines.cubes import CubeStates
from firstmove.analysis.first_moves.result import Effect, has_unknown
from firstmove.analysis.graphs.graph import Graph, Mover, option_bits
from firstmove.analysis.graphs.masks import MAX_STATES as MAX_OPEN
from firstmove.analysis.graphs.masks import MaskedStates, StateGraph, bits
from firstmove.analysis.graphs.space import MAX_STATES, Bools, Ints, levels
from firstmove.analysis.verdict import StateSet
from firstmove.conflict import Conflict
from firstmove.errors import AnalysisError

MAX_BITS = MAX_STATES.bit_length() - 1  # options up to which there cannot be more states

Numbers = npt.NDArray[Any]  # 64-bit floats while they are exact, then Python's integers


class Legs(Protocol):
    """The moves of one decision maker, as positions."""

    def moves(self, state: int) -> Ints:
        """R_j(s), ascending."""
        ...

    def ahead(self, values: Numbers) -> Numbers:
        """Σ values[t] over t ∈ R_j(s), for every s."""
        ...

    def behind(self, values: Numbers) -> Numbers:
        """Σ values[s] over the s with t ∈ R_j(s), for every t."""
        ...

    def best(self, values: Ints) -> Ints:
        """The greatest value in {s} ∪ R_j(s), for every s; values are at least -1."""
        ...


class CubeLegs:
    """Moves in option form, by sub-cubes. Taken backwards, a one-way option goes the other way."""

    def __init__(self, graph: Graph, i: int) -> None:
        self._ahead = graph.movers[i]
        conflict = graph.conflict
        own, forward, back = option_bits(conflict, conflict.decision_makers[i].id)
        self._behind = self._ahead
        if forward | back:
            rank, level = self._ahead.rank, self._ahead.level
            self._behind = Mover(graph.codes, own, back, forward, rank, level)

    def moves(self, state: int) -> Ints:
        return self._ahead.moves(state)

    def ahead(self, values: Numbers) -> Numbers:
        return self._sum(self._ahead, values)

    def behind(self, values: Numbers) -> Numbers:
        return self._sum(self._behind, values)

    def best(self, values: Ints) -> Ints:
        return self._ahead.best(values)

    @staticmethod
    def _sum(mover: Mover, values: Numbers) -> Numbers:
        found: Numbers = mover.total(values) - values
        return found


class ListedLegs:
    """Moves in graph form, as the model lists them."""

    def __init__(self, graph: StateGraph, i: int) -> None:
        pairs = [(s, t) for s, mask in enumerate(graph.moves[i]) for t in bits(mask)]
        self._from, self._to = np.array(pairs, dtype=np.int64).reshape(-1, 2).T

    def moves(self, state: int) -> Ints:
        return cast(Ints, np.sort(self._to[self._from == state]))

    def ahead(self, values: Numbers) -> Numbers:
        return self._sum(self._from, values[self._to], len(values))

    def behind(self, values: Numbers) -> Numbers:
        return self._sum(self._to, values[self._from], len(values))

    def best(self, values: Ints) -> Ints:
        found = values.copy()
        np.maximum.at(found, self._from, values[self._to])
        return found

    @staticmethod
    def _sum(at: Ints, values: Numbers, size: int) -> Numbers:
        found = np.zeros(size, dtype=values.dtype)
        np.add.at(found, at, values)
        return found


class Field:
    """The possible states of a conflict, moves and preference.

    ``rank``, ``level``: for each decision maker (n,); it prefers q to s iff rank[q] > level[s],
    by what is known of it. ``unsure``: whether the model has wants, or orders, that nobody knows;
    effects then are told of the known part only, and "not known" where that does not settle it.

    Raises AnalysisError past 2^20 possible states, in graph form past 2^14, and past 2^14 where
    something is unknown.
    """

    def __init__(self, conflict: Conflict) -> None:
        self.conflict = conflict
        self.ids = [maker.id for maker in conflict.decision_makers]
        self.unsure = has_unknown(conflict)
        self._states: StateGraph | None = None
        self.graph = None if conflict.states else _listed(conflict, self.unsure)
        if conflict.states or self.unsure:
            self._states = StateGraph(
                conflict, codes=None if self.graph is None else self.graph.codes.tolist()
            )
        self._gains: dict[int, npt.NDArray[np.uint8]] = {}
        self.rank: list[Ints]
        self.level: list[Ints]
        self.legs: Sequence[Legs]
        if self.graph is None:
            assert self._states is not None
            self.size = len(self._states.names)
            self.rank = [self._listed_ranks(self._states, i) for i in range(len(self.ids))]
            self.level = [
                levels(maker, rank)
                for maker, rank in zip(conflict.decision_makers, self.rank, strict=True)
            ]
            self.legs = [ListedLegs(self._states, i) for i in range(len(self.ids))]
        else:
            self.size = len(self.graph.codes)
            self.rank = [mover.rank for mover in self.graph.movers]
            self.level = [mover.level for mover in self.graph.movers]
            self.legs = [CubeLegs(self.graph, i) for i in range(len(self.ids))]

    @staticmethod
    def _listed_ranks(graph: StateGraph, i: int) -> Ints:
        """Dense ranks from 0 up, 0 kept for the states that a partial ranking leaves out."""
        numbers = graph.ranks(i)
        place = {number: at for at, number in enumerate(sorted(set(numbers)))}
        partial = graph.conflict.decision_makers[i].partial
        apart = graph.apart(i)
        tiers = len(graph.conflict.decision_makers[i].ranking or ())
        if partial:
            return np.array(
                [0 if apart >> at & 1 else tiers + number for at, number in enumerate(numbers)],
                dtype=np.int64,
            )
        return np.array([place[number] for number in numbers], dtype=np.int64)

    def text(self, position: int) -> str:
        if self.graph is not None:
            return self.graph.text(position)
        assert self._states is not None
        return self._states.names[position]

    def place(self, state: str) -> int | None:
        """Where a state stands; None for one that is not possible."""
        if self.graph is None:
            assert self._states is not None
            return self._states.places.get(state)
        if len(state) != self.graph.width or set(state) - {"Y", "N"}:
            return None
        at = self.graph.position(state)
        return at if at < self.size and self.graph.text(at) == state else None

    def none(self) -> Bools:
        return np.zeros(self.size, dtype=np.bool_)

    def only(self, position: int) -> Bools:
        found = self.none()
        found[position] = True
        return found

    def into(self, i: int, states: Bools) -> Bools:
        """The states from which i can move into ``states``."""
        found: Bools = self.legs[i].ahead(states.astype(np.int64)) > 0
        return found

    def out_of(self, i: int, states: Bools) -> Bools:
        """The states that i can move to from ``states``."""
        found: Bools = self.legs[i].behind(states.astype(np.int64)) > 0
        return found

    def gains_into(self, i: int, states: Bools) -> Bools:
        """The states from which i can move into ``states`` and is known to gain by it."""
        if not self.unsure:
            worth = np.where(states, self.rank[i], -1)
            found: Bools = self.legs[i].best(worth) > self.level[i]
            return found
        wanted = np.packbits(states, bitorder="little")
        gained: Bools = np.any(self._gains_of(i) & wanted, axis=1)
        return gained

    def _gains_of(self, i: int) -> npt.NDArray[np.uint8]:
        """For each state (n, ceil(n / 8)) the ones that i can move to and is known to prefer."""
        if i not in self._gains:
            assert self._states is not None
            width = -(-self.size // 8)
            better, moves = self._states.open_orders[i].better, self._states.moves[i]
            rows = b"".join(
                (may & like).to_bytes(width, "little")
                for may, like in zip(moves, better, strict=True)
            )
            self._gains[i] = np.frombuffer(rows, dtype=np.uint8).reshape(self.size, width)
        return self._gains[i]

    def effect(self, i: int, before: int, after: int) -> Effect:
        """What the change from one state to another is to i."""
        if self._states is not None and self.unsure:
            order = self._states.open_orders[i]
            if order.unknown[before] >> after & 1:
                apart = self._states.apart(i)
                out = apart >> before & 1 or apart >> after & 1
                return Effect.UNCOMPARED if out else Effect.UNKNOWN
            if order.better[before] >> after & 1:
                return Effect.GAIN
            return Effect.SACRIFICE if order.worse[before] >> after & 1 else Effect.INDIFFERENT
        rank, level = self.rank[i], self.level[i]
        if rank[after] > level[before]:
            return Effect.GAIN
        if rank[before] > level[after]:
            return Effect.SACRIFICE
        compared = level[before] == rank[before] and level[after] == rank[after]
        return Effect.INDIFFERENT if compared else Effect.UNCOMPARED

    def gains(self, i: int, before: int, there: Ints) -> tuple[Bools, Bools]:
        """Which of ``there`` i is known to prefer to ``before``, and which it may prefer to it."""
        if not self.unsure:
            found: Bools = self.rank[i][there] > self.level[i][before]
            return found, found
        assert self._states is not None
        order = self._states.open_orders[i]
        better = self._among(order.better[before])[there]
        return better, better | self._among(order.unknown[before])[there]

    def _among(self, mask: int) -> Bools:
        packed = np.frombuffer(mask.to_bytes(-(-self.size // 8), "little"), dtype=np.uint8)
        return np.unpackbits(packed, count=self.size, bitorder="little").view(np.bool_)

    def no_worse(self, i: int, than: int) -> tuple[Bools, Bools]:
        """The states that i likes as much as ``than`` or more, and those that it prefers to it, by
        what is known of its wants."""
        better = self.rank[i] > self.level[i][than]
        compared = self.level[i] == self.rank[i]
        equal = (self.rank[i] == self.rank[i][than]) & compared & compared[than]
        return better | equal, better

    def members(self, states: StateSet) -> Bools:
        """A set that an engine gave, by position."""
        found = self.none()
        if isinstance(states, MaskedStates):
            found[list(bits(states.mask))] = True
        elif self.graph is not None and isinstance(states, explicit.ListedStates | CubeStates):
            codes = states.codes if isinstance(states, explicit.ListedStates) else states.all_codes
            found[np.searchsorted(self.graph.codes, codes)] = True
        else:
            found[[at for state in states if (at := self.place(state)) is not None]] = True
        return found


def _listed(conflict: Conflict, unsure: bool) -> Graph:
    """The possible states of a conflict in option form; AnalysisError where they are too many."""
    few = "leave options out, or say which combinations are impossible"
    try:
        graph = Graph(conflict)
    except AnalysisError as error:
        if len(conflict.options) <= MAX_BITS:  # no state is possible, and the error says so
            raise
        raise AnalysisError(
            error.what, remedy=f"first moves are told for up to {MAX_STATES:,} states: {few}"
        ) from None
    if unsure and len(graph.codes) > MAX_OPEN:
        raise AnalysisError(
            f"the model has {len(graph.codes):,} possible states, and wants or orders that nobody "
            "knows",
            remedy=f"first moves are then told for up to {MAX_OPEN:,} states: {few}; or settle "
            "what is unknown",
        )
    return graph
