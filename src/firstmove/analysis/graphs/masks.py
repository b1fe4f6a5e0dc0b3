"""States, moves and preference as bit sets: bit k of a set stands for the k-th state.

This form holds any conflict, in option form or graph form, and any preference: with ties, with
unknown comparisons, with strength. It is what the literal search works on. Python's integers are
the sets, so that nothing but the number of states bounds it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import islice
from typing import TypeVar

from firstmove.analysis.graphs.codes import code_of, state_text
from firstmove.analysis.graphs.weighted import bits as bits
from firstmove.analysis.graphs.weighted import sure_difference, values
from firstmove.analysis.verdict import StateSet
from firstmove.conflict import (
    Basis,
    Condition,
    Conflict,
    DecisionMaker,
    Direction,
    feasible_states,
)
from firstmove.conflict.condition import Algebra
from firstmove.conflict.states import OutOfSteps
from firstmove.conflict.weights import summands
from firstmove.errors import AnalysisError

T = TypeVar("T")

MAX_STATES = 1 << 14  # sets of pairs of states: about a minute and half a gigabyte


@dataclass(frozen=True, slots=True)
class Order:
    """One decision maker's preference. ``better[s]``: the states that it prefers to s; ``worse``,
    ``unknown`` (nobody knows which it prefers), ``far_better`` and ``far_worse`` likewise. The
    two far ones are parts of the first two. All others are equal to s or, with a partial ranking,
    not compared to it."""

    better: Sequence[int]
    worse: Sequence[int]
    unknown: Sequence[int]
    far_better: Sequence[int]
    far_worse: Sequence[int]


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class MaskedStates(StateSet):
    """Some of the states of a graph."""

    graph: StateGraph
    mask: int

    @property
    def count(self) -> int:
        return self.mask.bit_count()

    def __iter__(self) -> Iterator[str]:
        return (self.graph.names[at] for at in bits(self.mask))

    def __contains__(self, state: object) -> bool:
        at = self.graph.places.get(state) if isinstance(state, str) else None
        return at is not None and bool(self.mask >> at & 1)


class StateGraph:
    """The graph model of a conflict.

    ``names``: the possible states, in the order of the model. ``codes``: those of a conflict in
    option form as numbers (``engines.codes``), which can be given where they are known already.
    ``ids``: the decision makers. ``moves[i][s]``: R_i(s). ``orders[i]``: preference as the other
    concepts use it, unknown wants left out. ``open_orders[i]``: preference with what is unknown
    in it.

    Raises AnalysisError past MAX_STATES states.
    """

    def __init__(self, conflict: Conflict, codes: Sequence[int] | None = None) -> None:
        self.conflict = conflict
        if codes is None:
            codes = () if conflict.states else [code_of(state) for state in _possible(conflict)]
        self.codes = codes
        self.size = len(conflict.states) or len(codes)
        if self.size > MAX_STATES:
            raise AnalysisError(
                f"the model has more than {MAX_STATES:,} possible states",
                remedy=f"sets of states are kept for up to {MAX_STATES:,}; leave options out, or "
                "ask for nash, gmr, smr, seq, sseq and sim of a model in option form",
            )
        self.ids = tuple(decision_maker.id for decision_maker in conflict.decision_makers)
        self.all = (1 << self.size) - 1
        if conflict.states:
            self.moves = [_given_moves(d, self.places) for d in conflict.decision_makers]
        else:
            self.moves = [_option_moves(conflict, d.id, codes) for d in self._makers]
        self._truth = _truth(conflict, codes, self.all)
        self._known: dict[object, object] = {}

    @cached_property
    def names(self) -> tuple[str, ...]:
        if self.conflict.states:
            return tuple(state.id for state in self.conflict.states)
        return tuple(state_text(code, len(self.conflict.options)) for code in self.codes)

    @cached_property
    def places(self) -> Mapping[str | object, int]:
        return {name: at for at, name in enumerate(self.names)}

    def once(self, what: object, make: Callable[[], T]) -> T:
        """``make()``, worked out the first time that this is asked."""
        if what not in self._known:
            self._known[what] = make()
        return self._known[what]  # type: ignore[return-value]

    @property
    def _makers(self) -> tuple[DecisionMaker, ...]:
        return self.conflict.decision_makers

    @cached_property
    def orders(self) -> list[Order]:
        return [self._order(d) for d in self._makers]

    @cached_property
    def open_orders(self) -> list[Order]:
        return [self._open_order(d) for d in self._makers]

    def ranks(self, i: int) -> list[int]:
        """A number for each state, higher is preferred; without what is unknown. It says nothing
        of the states that a partial ranking leaves out (``apart``)."""
        maker = self._makers[i]
        if maker.ranking is not None:
            tier = {state: -at for at, states in enumerate(maker.ranking) for state in states}
            return [tier.get(name, 0) for name in self.names]
        if maker.weighted:
            return values(summands(maker), self.size, self._truth)
        known = [want.condition for want in maker.wants if want.basis is not Basis.UNKNOWN]
        return self._sums(known)

    def apart(self, i: int) -> int:
        """The states that a partial ranking leaves out: compared to none."""
        maker = self._makers[i]
        if maker.ranking is None or not maker.partial:
            return 0
        listed = sum(1 << self.places[state] for states in maker.ranking for state in states)
        return self.all & ~listed

    def _levels(self, maker: DecisionMaker) -> list[int]:
        """A number for each state; a difference in it is a great one."""
        if maker.ranking is not None:
            level = {
                state: -sum(gap <= at for gap in maker.gaps)
                for at, states in enumerate(maker.ranking)
                for state in states
            }
            return [level.get(name, 0) for name in self.names]
        known = [want for want in maker.wants if want.basis is not Basis.UNKNOWN]
        return self._sums([want.condition for want in known if want.strong])

    def _sums(self, wanted: Sequence[Condition]) -> list[int]:
        """Ψ, most important first, in Python's integers, which have no width."""
        if not wanted:
            return [0] * self.size
        return [int("".join(meets), 2) for meets in zip(*map(self._column, wanted), strict=True)]

    def _column(self, condition: Condition) -> str:
        """For each state, in order, "1" where the condition holds."""
        return f"{self._truth(condition):0{self.size}b}"[::-1]

    def _order(self, maker: DecisionMaker) -> Order:
        i = self._makers.index(maker)
        compared = self.all & ~self.apart(i)
        better, worse = _sides(self.ranks(i), compared)
        far_better, far_worse = _sides(self._levels(maker), compared)
        return Order(better, worse, [0] * self.size, far_better, far_worse)

    def _open_order(self, maker: DecisionMaker) -> Order:
        i = self._makers.index(maker)
        base, apart = self.orders[i], self.apart(i)
        unknown = [self.all & ~(1 << s) if apart >> s & 1 else apart for s in range(self.size)]
        better, worse = list(base.better), list(base.worse)
        if maker.ranking is None and any(
            w.basis is Basis.UNKNOWN or w.unordered for w in maker.wants
        ):
            if maker.weighted:
                better, worse, unknown = sure_difference(maker, self.size, self._truth)
            else:
                better, worse, unknown = self._by_first_difference(maker)
        for pair in maker.unknown:
            a, b = self.places[pair[0]], self.places[pair[1]]
            for s, q in ((a, b), (b, a)):
                unknown[s] |= 1 << q
                better[s] &= ~(1 << q)
                worse[s] &= ~(1 << q)
        return Order(better, worse, unknown, base.far_better, base.far_worse)

    def _by_first_difference(self, maker: DecisionMaker) -> tuple[list[int], list[int], list[int]]:
        """Two states are ordered by the most important want in which they differ; if that one is
        unknown, so is their order. Wants in unknown order count at once: they order two states if
        none that differs is unknown and none speaks against the others."""
        groups: list[list[tuple[int, bool]]] = []
        for want in maker.wants:
            if not (want.unordered and groups):
                groups.append([])
            groups[-1].append((self._truth(want.condition), want.basis is Basis.UNKNOWN))
        found: dict[tuple[str, ...], tuple[int, int, int]] = {}
        columns: tuple[list[int], list[int], list[int]] = ([], [], [])
        rows = zip(*(self._column(want.condition) for want in maker.wants), strict=True)
        for s, meets in enumerate(rows):
            if meets not in found:
                alike, better, worse, unknown = self.all, 0, 0, 0
                for group in groups:
                    gain, loss, unsure = 0, 0, 0
                    for met, open_ in group:
                        has = met >> s & 1
                        differs = alike & (~met if has else met)
                        if open_:
                            unsure |= differs
                        elif has:
                            loss |= differs
                        else:
                            gain |= differs
                    unsure |= gain & loss
                    better |= gain & ~unsure
                    worse |= loss & ~unsure
                    unknown |= unsure
                    alike &= ~(gain | loss | unsure)
                found[meets] = (better, worse, unknown)
            for column, mask in zip(columns, found[meets], strict=True):
                column.append(mask)
        return columns

    def states(self, mask: int) -> MaskedStates:
        return MaskedStates(self, mask)

    def place(self, state: str) -> int:
        """Where the state stands in ``names``; AnalysisError for one that is not possible."""
        at = self.places.get(state)
        if at is None:
            said = (
                "states: " + ", ".join(self.names[:20])
                if self.conflict.states
                else "write Y or N for each option in turn: "
                + ", ".join(o.id for o in self.conflict.options[:20])
            )
            raise AnalysisError(f"“{state}” is not a possible state of the model", remedy=said)
        return at

    def mover(self, decision_maker: str) -> int:
        """Which decision maker has this id; AnalysisError where none has."""
        if decision_maker not in self.ids:
            raise AnalysisError(
                f"no decision maker has the id “{decision_maker}”",
                remedy="decision makers: " + ", ".join(self.ids),
            )
        return self.ids.index(decision_maker)


def _possible(conflict: Conflict) -> tuple[str, ...]:
    try:
        found = feasible_states(conflict, steps=64 * MAX_STATES)
        return tuple(islice(found, MAX_STATES + 1))
    except OutOfSteps:
        raise AnalysisError(
            f"the possible states among {len(conflict.options)} options are too hard to find",
            remedy="leave options out, or say impossible conditions by fewer options each",
        ) from None


def _sides(numbers: Sequence[int], compared: int) -> tuple[list[int], list[int]]:
    """For each of the ``compared`` states those with a higher number, and those with a lower one;
    none for the others."""
    sides: tuple[list[int], list[int]] = ([0] * len(numbers), [0] * len(numbers))
    if len(set(numbers)) == 1:
        return sides
    equal: dict[int, list[int]] = {}
    for at in bits(compared):
        equal.setdefault(numbers[at], []).append(at)
    seen = 0
    for number in sorted(equal):
        below = seen
        seen |= sum(1 << at for at in equal[number])
        above = compared & ~seen
        for at in equal[number]:
            sides[0][at], sides[1][at] = above, below
    return sides


def _given_moves(maker: DecisionMaker, places: Mapping[str | object, int]) -> list[int]:
    moves = [0] * len(places)
    for start, end in maker.moves:
        moves[places[start]] |= 1 << places[end]
    return moves


def _option_moves(conflict: Conflict, owner: str, codes: Sequence[int]) -> list[int]:
    """Feasible states that differ in the owner's options only, one-way options as allowed.
    ``codes``: Σ 2^k over the options k taken, of each state."""
    own, forward, back = 0, 0, 0
    for k, option in enumerate(conflict.options):
        if option.owner == owner:
            own |= 1 << k
            forward |= (option.direction is Direction.FORWARD) << k
            back |= (option.direction is Direction.BACK) << k
    groups: dict[int, list[int]] = {}
    for at, code in enumerate(codes):
        groups.setdefault(code & ~own, []).append(at)
    single = [1 << at for at in range(len(codes))]
    moves = [0] * len(codes)
    for members in groups.values():
        targets = {0: sum(map(single.__getitem__, members))}  # what can't change → where it can go
        for s in members:
            stuck = codes[s] & forward | ~codes[s] & back
            if stuck not in targets:
                targets[stuck] = sum(
                    single[q] for q in members if not (codes[q] ^ codes[s]) & stuck
                )
            moves[s] = targets[stuck] ^ single[s]
    return moves


def _truth(conflict: Conflict, codes: Sequence[int], everywhere: int) -> Callable[[Condition], int]:
    """A function from a condition to the set of states in which it holds."""
    known: dict[str, int] = {}
    for k, option in enumerate(conflict.options):
        column = "".join("1" if code >> k & 1 else "0" for code in reversed(codes))
        known[option.id] = int(column, 2)

    def leaf(name: str) -> int:
        if name not in known:
            known[name] = conflict.defines[name].fold(algebra)
        return known[name]

    def every(values: Sequence[int]) -> int:
        found = everywhere
        for value in values:
            found &= value
        return found

    def some(values: Sequence[int]) -> int:
        found = 0
        for value in values:
            found |= value
        return found

    algebra: Algebra[int] = Algebra(leaf, lambda value: everywhere & ~value, every, some)
    return lambda condition: condition.fold(algebra)
