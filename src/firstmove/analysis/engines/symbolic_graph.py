"""The graph model by binary decision diagrams: states are never enumerated.

The best or worst over everything that an owner can reach is found want by want: one quantification
over its options for each. Improving moves need the rank of the state that they start from as well;
it is held by one more variable a want, quantified over the options as before, and replaced by the
wants themselves at the end. Concepts are those of ``graph.Graph``, for which this one stands in.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, cast

from firstmove.analysis.engine import Clock
from firstmove.analysis.engines.diagrams import Diagram, Space, Vector, most_worth, variables
from firstmove.analysis.graphs.graph import Graph
from firstmove.conflict import Basis, Condition, Conflict, DecisionMaker, Direction
from firstmove.conflict.condition import Algebra
from firstmove.conflict.weights import summands


@dataclass(frozen=True, slots=True)
class Preference:
    """``level``: what a rank has to exceed to be preferred (``space.levels``). ``telling`` and
    ``held``: digits of rank and level that tell whether a move of one's own is an improvement."""

    rank: Vector
    level: Vector
    telling: Vector
    held: Vector


class SymbolicMover:
    """One decision maker's moves."""

    def __init__(self, space: Space, conflict: Conflict, name: str, preference: Preference) -> None:
        self.space = space
        self.rank, self.level = preference.rank, preference.level
        self.telling, self.held = preference.telling, preference.held
        options = [(k, o) for k, o in enumerate(conflict.options) if o.owner == name]
        self.own = [f"x{k}" for k, _ in options]
        self.free = [f"x{k}" for k, o in options if o.direction is Direction.BOTH]
        self.one_way = [
            (f"x{k}", o.direction is Direction.FORWARD)
            for k, o in options
            if o.direction is not Direction.BOTH
        ]
        self._better: Diagram = None

    def best(self, values: Vector) -> Vector:
        """The greatest value in {s} ∪ R_j(s), for every s."""
        return self._reach(values, greatest=True)

    def least(self, values: Vector) -> Vector:
        """The least value in {s} ∪ R_j(s), for every s."""
        return self._reach(values, greatest=False)

    def _reach(self, values: Vector, *, greatest: bool) -> Vector:
        space = self.space
        there, found = space.extreme(space.possible, values, self.free, greatest=greatest)
        for name, ahead in self.one_way:
            kept = [space.at(name, value, there, found) for value in (False, True)]
            before, after = (0, 1) if ahead else (1, 0)
            both = space.better_of(kept[before], kept[after], greatest=greatest)
            ends = [kept[after], both] if before else [both, kept[after]]
            x = space.bdd.var(name)
            there = space.bdd.ite(x, ends[1][0], ends[0][0])
            found = ends[1][1].where(x, ends[0][1])
        return found

    def least_by_improving(self, values: Vector) -> Vector:
        """The least value in {s} ∪ R_j⁺(s), for every s."""
        space = self.space
        there, found = space.extreme(self.better(), values, self.own, greatest=False)
        here = self._here()
        there = space.put(here, there)
        moved = found.given(here)
        return moved.where(there & values.above(moved), values)

    def better(self) -> Diagram:
        """The states that this decision maker prefers to one with the level t0 t1 … and may go to,
        as far as one-way options with the values p0 p1 … let it."""
        if self._better is None:
            space = self.space
            ranks = Vector(
                space, tuple(space.bdd.var(f"t{n}") for n in range(len(self.telling.digits)))
            )
            found = self.telling.above(ranks) & space.possible
            for n, (name, ahead) in enumerate(self.one_way):
                x, p = space.bdd.var(name), space.bdd.var(f"p{n}")
                found &= (~p | x) if ahead else (p | ~x)
            self._better = found
        return self._better

    def _here(self) -> dict[str, Diagram]:
        """What the variables of ``better`` stand for, seen from the state that is left."""
        here = {f"t{n}": digit for n, digit in enumerate(self.held.digits)}
        return here | {f"p{n}": self.space.bdd.var(x) for n, (x, _) in enumerate(self.one_way)}

    def moves_to(self) -> tuple[Diagram, Diagram]:
        """Moves from here (x variables) to there (y): improvements, and to stay."""
        space = self.space
        primed = {x: f"y{x[1:]}" for x in self.own}
        there = space.put(primed, self.better())
        improving = space.put(self._here(), there)
        stay = space.true
        for x, y in primed.items():
            stay &= space.same(space.bdd.var(x), space.bdd.var(y))
        return improving, stay

    def gains(self, state: str) -> Diagram:
        """The patterns of its own options by which it improves on ``state``."""
        values = self.space.values(state)
        here = {f"t{n}": bit for n, bit in enumerate(self.held.at(state))}
        here |= {f"p{n}": values[x] for n, (x, _) in enumerate(self.one_way)}
        here |= {x: value for x, value in values.items() if x not in self.own}
        return self.space.put(here, self.better())

    def keeps(self, state: str) -> Diagram:
        """Its own options as they are in ``state``."""
        return self.space.bdd.cube({x: self.space.values(state)[x] for x in self.own})

    def image(self, states: Diagram, *, improving: bool) -> Diagram:
        """Every state that one move from ``states`` leads to; without improving, staying too."""
        space = self.space
        if not improving:
            found = space.exist(self.free, states)
            for name, ahead in self.one_way:
                x = space.bdd.var(name)
                fixed, either = (~x, x) if ahead else (x, ~x)
                found = (found & fixed) | (space.exist([name], found) & either)
            return found & space.possible
        ranked = states
        held = self._here()
        for name, meaning in held.items():
            space.clock.check()
            ranked &= space.same(space.bdd.var(name), meaning)
        return space.exist(list(held), space.exist(self.own, ranked) & self.better())

    def sources(self, state: str, *, improving: bool) -> Diagram:
        """Every state from which one move leads to ``state``."""
        space, values = self.space, self.space.values(state)
        fixed = {x: value for x, value in values.items() if x not in self.own}
        fixed |= {x: values[x] for x, ahead in self.one_way if values[x] != ahead}
        found = space.bdd.cube(fixed) & space.possible & ~space.cube(state)
        if improving:
            found &= ~(self.level >= self.level.constant(self.rank.at(state)))
        return found


class SymbolicGraph(Graph):
    """A conflict's states, ranks and moves as diagrams over one variable an option."""

    def __init__(self, conflict: Conflict, clock: Clock) -> None:
        self.conflict = conflict
        self.width = len(conflict.options)
        self.space = space = Space(variables(conflict), clock)
        holds, forget = self._holds()
        for impossible in conflict.impossible:
            clock.check()
            space.possible &= ~holds(impossible.condition)
        self.symbolic = [
            SymbolicMover(space, conflict, d.id, self._preference(d, holds))
            for d in conflict.decision_makers
        ]
        forget()
        self.movers = cast("list[Any]", self.symbolic)
        self._known: dict[tuple[str, int], object] = {}

    def _holds(self) -> tuple[Callable[[Condition], Diagram], Callable[[], None]]:
        """A function from a condition to its diagram, and one that lets go of what it keeps: the
        library wants every diagram gone before their manager."""
        names = {option.id: f"x{k}" for k, option in enumerate(self.conflict.options)}
        known: dict[str, Diagram] = {}

        def leaf(name: str) -> Diagram:
            if name in names:
                return self.space.bdd.var(names[name])
            if name not in known:
                known[name] = self.conflict.defines[name].fold(algebra)
            return known[name]

        def every(values: Sequence[Diagram]) -> Diagram:
            found = self.space.true
            for value in values:
                found &= value
            return found

        def some(values: Sequence[Diagram]) -> Diagram:
            found = self.space.false
            for value in values:
                found |= value
            return found

        algebra: Algebra[Diagram] = Algebra(leaf, lambda value: ~value, every, some)

        def forget() -> None:
            nonlocal algebra
            known.clear()
            del algebra  # it and ``leaf`` hold each other

        return (lambda condition: condition.fold(algebra)), forget

    def _preference(
        self, decision_maker: DecisionMaker, holds: Callable[[Condition], Diagram]
    ) -> Preference:
        space = self.space
        own = [f"x{k}" for k, o in enumerate(self.conflict.options) if o.owner == decision_maker.id]
        if decision_maker.ranking is None and decision_maker.weighted:
            weighted = [(w, holds(c)) for w, c in summands(decision_maker)]
            rank = self._sum(weighted)
            # What no option of its own bears on adds the same before and after its moves.
            telling = self._sum([(w, d) for w, d in weighted if space.bears(own, d)])
            return Preference(rank, rank, telling, telling)
        rank = level = self._rank(decision_maker, holds)
        if decision_maker.ranking is not None and decision_maker.partial:
            listed = space.false  # the others have rank 0, and the highest of all for their level
            for digit in rank.digits:
                listed |= digit
            top = len(decision_maker.ranking)
            bits = [top >> n & 1 == 1 for n in reversed(range(len(rank.digits)))]
            level = rank.where(listed, rank.constant(bits))
        # Digits that no option of its own bears on are the same before and after its moves.
        pairs = zip(rank.digits, level.digits, strict=True)
        left = [(d, e) for d, e in pairs if d != e or space.bears(own, d)]
        telling = Vector(space, tuple(d for d, _ in left))
        return Preference(rank, level, telling, Vector(space, tuple(e for _, e in left)))

    def _rank(self, decision_maker: DecisionMaker, holds: Callable[[Condition], Diagram]) -> Vector:
        if decision_maker.ranking is None:
            wants = [w.condition for w in decision_maker.wants if w.basis is not Basis.UNKNOWN]
            return Vector(self.space, tuple(holds(want) for want in wants))
        tiers = decision_maker.ranking
        top = most_worth(decision_maker)
        digits = [self.space.false] * top.bit_length()
        for place, states in enumerate(tiers):
            value = top - place
            tier = self.space.false
            for state in states:
                self.space.clock.check()
                tier |= self.space.cube(state)
            for n in range(len(digits)):
                if value >> (len(digits) - 1 - n) & 1:
                    digits[n] |= tier
        return Vector(self.space, tuple(digits))

    def _sum(self, weighted: Sequence[tuple[int, Diagram]]) -> Vector:
        """The sum of the weights of the diagrams that hold, by adding with carry."""
        space = self.space
        highest = sum(weight for weight, _ in weighted)
        digits = [space.false] * highest.bit_length()  # the lightest first
        for weight, diagram in weighted:
            carry = space.false
            low = (weight & -weight).bit_length() - 1
            for n in range(low, len(digits)):
                space.clock.check()
                mine, its = digits[n], diagram if weight >> n & 1 else space.false
                digits[n] = space.bdd.apply("xor", space.bdd.apply("xor", mine, its), carry)
                carry = (mine & its) | (carry & (mine | its))
                if carry == space.false and weight >> (n + 1) == 0:
                    break
        return Vector(space, tuple(reversed(digits)))

    def cube(self, state: str) -> Diagram:
        return self.space.bdd.cube({f"x{k}": taken == "Y" for k, taken in enumerate(state)})

    def least_reachable(self, values: Any, group: Sequence[int]) -> Any:
        movers = [self.symbolic[j] for j in group]
        if self.space.possible == self.space.true:
            for mover in movers:
                values = mover.least(values)
            return values
        return self._until_quiet(values, [mover.least for mover in movers])

    def least_reachable_by_improving(self, values: Any, group: Sequence[int]) -> Any:
        return self._until_quiet(values, [self.symbolic[j].least_by_improving for j in group])

    def _until_quiet(self, values: Vector, steps: Sequence[Callable[[Vector], Vector]]) -> Vector:
        quiet = 0
        values = values.within(self.space.possible)
        while steps:
            for step in steps:
                found = step(values).within(self.space.possible)
                # One mover's second pass changes nothing: moves and improvements are transitive.
                quiet = quiet + 1 if found.digits == values.digits else 1
                values = found
                if quiet >= len(steps):
                    return values
        return values

    def holds_against(self, i: int, threat: Any) -> Any:
        mover = self.symbolic[i]
        return mover.level >= mover.best(mover.rank.smaller(threat))
