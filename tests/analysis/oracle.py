"""An independent reading of the definitions: loops, sets, dictionaries and state strings.

It shares nothing with the package but ``Conflict``; conditions are evaluated here too. ``Oracle``
is written to be checked against the definitions line by line, not to be fast. Each subclass plants
one fault that published or hurried implementations have.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from fractions import Fraction
from itertools import product

from firstmove.conflict import (
    And,
    Basis,
    Condition,
    Conflict,
    Direction,
    If,
    Iff,
    Name,
    Not,
    OnlyIf,
    Or,
    Unless,
    Want,
)

Answer = dict[str, dict[str, frozenset[str]]]


class Oracle:
    def __init__(self, conflict: Conflict) -> None:
        self.conflict = conflict
        self.kept: dict[tuple[str, str, bool], set[str]] = {}
        self.ids = [o.id for o in conflict.options]
        self.players = [d.id for d in conflict.decision_makers]
        self.states = [
            "".join(letters)
            for letters in product("NY", repeat=len(self.ids))
            if not any(self.true(i.condition, "".join(letters)) for i in conflict.impossible)
        ]
        self.feasible = set(self.states)
        self.worth = {d.id: self.preference(d.id) for d in conflict.decision_makers}
        self.reach: dict[tuple[str, str], set[str]] = {}
        for i in self.players:
            for s in self.states:
                self.reach[i, s] = {q for q in self.states if self.can_move(i, s, q)}
        self.better = {
            (i, s): {q for q in self.reach[i, s] if self.prefers(i, q, s)}
            for i in self.players
            for s in self.states
        }

    def true(self, c: Condition, s: str) -> bool:
        match c:
            case Name(id):
                if id in self.conflict.defines:
                    return self.true(self.conflict.defines[id], s)
                return s[self.ids.index(id)] == "Y"
            case Not(a):
                return not self.true(a, s)
            case And(parts):
                return all(self.true(a, s) for a in parts)
            case Or(parts):
                return any(self.true(a, s) for a in parts)
            case If(a, b):
                return self.true(a, s) or not self.true(b, s)
            case OnlyIf(a, b):
                return not self.true(a, s) or self.true(b, s)
            case Iff(a, b):
                return self.true(a, s) == self.true(b, s)
            case Unless(a, b):
                return self.true(a, s) or self.true(b, s)
        raise AssertionError(c)

    def prefers(self, i: str, q: str, s: str) -> bool:
        """q ≻ s; a state that the ranking leaves out is compared to none."""
        a, b = self.worth[i].get(q), self.worth[i].get(s)
        return a is not None and b is not None and a > b

    def preference(self, i: str) -> dict[str, Fraction]:
        """A number for each state, higher is better; fractions have no width and no rounding.
        None for a state that the ranking leaves out."""
        d = next(d for d in self.conflict.decision_makers if d.id == i)
        if d.ranking is not None:
            return {s: Fraction(-place) for place, tier in enumerate(d.ranking) for s in tier}
        if any(w.weight is not None for w in d.wants):
            return {s: self.sum_of_weights(d.wants, s) for s in self.states}
        used = [w.condition for w in d.wants if w.basis != Basis.UNKNOWN]
        k = len(used)
        return {
            s: Fraction(sum(2 ** (k - j) for j, c in enumerate(used, start=1) if self.true(c, s)))
            for s in self.states
        }

    def sum_of_weights(self, wants: tuple[Want, ...], s: str) -> Fraction:
        total = Fraction()
        for w in wants:
            if w.basis != Basis.UNKNOWN and self.true(w.condition, s):
                assert w.weight is not None
                total += w.weight
        return total

    def can_move(self, i: str, s: str, q: str) -> bool:
        if s == q:
            return False
        for option, old, new in zip(self.conflict.options, s, q, strict=True):
            if old == new:
                continue
            if option.owner != i:
                return False
            if option.direction == Direction.FORWARD and (old, new) != ("N", "Y"):
                return False
            if option.direction == Direction.BACK and (old, new) != ("Y", "N"):
                return False
        return True

    def others(self, i: str) -> list[str]:
        return [j for j in self.players if j != i]

    def group_reach(
        self, group: list[str], s: str, moves: dict[tuple[str, str], set[str]]
    ) -> set[str]:
        """R_H(s) or R_H⁺(s): ends of sequences in which nobody moves twice in a row, without s."""
        seen: set[tuple[str, str]] = set()
        todo = [(s, "")]
        while todo:
            at, last = todo.pop()
            for j in group:
                if j != last:
                    for q in moves[j, at]:
                        if (q, j) not in seen:
                            seen.add((q, j))
                            todo.append((q, j))
        return {q for q, _ in seen} - {s}

    def replies(self, i: str, s: str, moves: dict[tuple[str, str], set[str]]) -> set[str]:
        """Where the others can bring it from s; kept, because each concept asks again."""
        key = (i, s, moves is self.better)
        if key not in self.kept:
            self.kept[key] = self.group_reach(self.others(i), s, moves)
        return self.kept[key]

    def worse_or_equal(self, i: str, q: str, s: str) -> bool:
        return not self.prefers(i, q, s)

    def nash(self, i: str, s: str) -> bool:
        return not self.better[i, s]

    def gmr(self, i: str, s: str) -> bool:
        return all(
            any(self.worse_or_equal(i, s2, s) for s2 in self.replies(i, s1, self.reach))
            for s1 in self.better[i, s]
        )

    def smr(self, i: str, s: str) -> bool:
        return all(
            any(
                self.worse_or_equal(i, s2, s)
                and not any(self.prefers(i, s3, s) for s3 in self.reach[i, s2])
                for s2 in self.replies(i, s1, self.reach)
            )
            for s1 in self.better[i, s]
        )

    def seq(self, i: str, s: str) -> bool:
        return all(
            any(self.worse_or_equal(i, s2, s) for s2 in self.replies(i, s1, self.better))
            for s1 in self.better[i, s]
        )

    def joint(self, i: str, s: str, s1: str) -> Iterator[str]:
        """s1 joined with the improvements that some of the others have from s."""
        owner = [o.owner for o in self.conflict.options]
        choices = [[(j, q) for q in (s, *sorted(self.better[j, s]))] for j in self.others(i)]
        for chosen in product(*choices):
            by = dict(chosen) | {i: s1}
            yield "".join(by[j][k] for k, j in enumerate(owner))

    def sim(self, i: str, s: str) -> bool:
        return all(
            any(q in self.feasible and self.worse_or_equal(i, q, s) for q in self.joint(i, s, s1))
            for s1 in self.better[i, s]
        )

    def stable(self) -> Answer:
        concepts: dict[str, Callable[[str, str], bool]] = {
            "nash": self.nash, "gmr": self.gmr, "smr": self.smr, "seq": self.seq, "sim": self.sim,
        }  # fmt: skip
        return {
            name: {i: frozenset(s for s in self.states if holds(i, s)) for i in self.players}
            for name, holds in concepts.items()
        }


class OneMoveEach(Oracle):
    """Each opponent may move once only."""

    def group_reach(
        self, group: list[str], s: str, moves: dict[tuple[str, str], set[str]]
    ) -> set[str]:
        ends: set[str] = set()
        todo: list[tuple[str, frozenset[str]]] = [(s, frozenset())]
        seen = set(todo)
        while todo:
            at, moved = todo.pop()
            for j in group:
                if j not in moved:
                    for q in moves[j, at]:
                        node = (q, moved | {j})
                        ends.add(q)
                        if node not in seen:
                            seen.add(node)
                            todo.append(node)
        return ends - {s}


class OneMoveInAll(Oracle):
    """Only a single move by a single opponent counts as a reply."""

    def group_reach(
        self, group: list[str], s: str, moves: dict[tuple[str, str], set[str]]
    ) -> set[str]:
        return {q for j in group for q in moves[j, s]} - {s}


class NoCounterMove(Oracle):
    """SMR without the counter-move is GMR."""

    def smr(self, i: str, s: str) -> bool:
        return self.gmr(i, s)


class CounterMoveAgainstReply(Oracle):
    """SMR in which the counter-move only has to beat s2, not s."""

    def smr(self, i: str, s: str) -> bool:
        return all(
            any(
                self.worse_or_equal(i, s2, s)
                and not any(self.prefers(i, s3, s2) for s3 in self.reach[i, s2])
                for s2 in self.replies(i, s1, self.reach)
            )
            for s1 in self.better[i, s]
        )


class SimUsedUp(Oracle):
    """The opponents' joint moves are enumerated once and used up by the first improvement."""

    def sim(self, i: str, s: str) -> bool:
        owner = [o.owner for o in self.conflict.options]
        choices = [[(j, q) for q in (s, *sorted(self.better[j, s]))] for j in self.others(i)]
        combinations = product(*choices)
        for s1 in sorted(self.better[i, s]):
            deterred = False
            for chosen in combinations:
                by = dict(chosen) | {i: s1}
                q = "".join(by[j][k] for k, j in enumerate(owner))
                if q in self.feasible and self.worse_or_equal(i, q, s):
                    deterred = True
                    break
            if not deterred:
                return False
        return True


class SimOneOpponent(Oracle):
    """SIM in which the opponents' improvements are joined one opponent at a time."""

    def joint(self, i: str, s: str, s1: str) -> Iterator[str]:
        for j in self.others(i):
            for q in self.better[j, s]:
                yield "".join(
                    q[k] if o.owner == j else s1[k] for k, o in enumerate(self.conflict.options)
                )


class SimInfeasible(Oracle):
    """SIM in which an impossible joint state deters."""

    def sim(self, i: str, s: str) -> bool:
        return all(
            any(
                q not in self.feasible or self.worse_or_equal(i, q, s) for q in self.joint(i, s, s1)
            )
            for s1 in self.better[i, s]
        )


class InfeasibleJumped(Oracle):
    """Paths of the opponents may pass through impossible states."""

    def group_reach(
        self, group: list[str], s: str, moves: dict[tuple[str, str], set[str]]
    ) -> set[str]:
        if moves is not self.reach:
            return super().group_reach(group, s, moves)
        whole = ["".join(letters) for letters in product("NY", repeat=len(self.ids))]
        seen = {s}
        todo = [s]
        while todo:
            at = todo.pop()
            for q in whole:
                if q not in seen and any(self.can_move(j, at, q) for j in group):
                    seen.add(q)
                    todo.append(q)
        return (seen & self.feasible) - {s}


class OneWayIgnored(Oracle):
    """Every option can be taken and given up."""

    def can_move(self, i: str, s: str, q: str) -> bool:
        return s != q and all(
            old == new or option.owner == i
            for option, old, new in zip(self.conflict.options, s, q, strict=True)
        )


class OneWayAllAhead(Oracle):
    """One-way options are all taken for forward ones."""

    def can_move(self, i: str, s: str, q: str) -> bool:
        return OneWayIgnored.can_move(self, i, s, q) and not any(  # type: ignore[arg-type]
            option.direction != Direction.BOTH and (old, new) == ("Y", "N")
            for option, old, new in zip(self.conflict.options, s, q, strict=True)
        )


class NarrowSum(Oracle):
    """The sum over the wants wraps round at 64 bits, signed."""

    def preference(self, i: str) -> dict[str, Fraction]:
        exact = super().preference(i)
        return {s: (w + 2**63) % 2**64 - 2**63 for s, w in exact.items()}


class TiesDoNotDeter(Oracle):
    """A reply to a state that is as good as s does not deter."""

    def worse_or_equal(self, i: str, q: str, s: str) -> bool:
        a, b = self.worth[i].get(q), self.worth[i].get(s)
        return a is None or b is None or a < b


class UnknownWantsUsed(Oracle):
    """Wants that nobody states are used all the same."""

    def preference(self, i: str) -> dict[str, Fraction]:
        d = next(d for d in self.conflict.decision_makers if d.id == i)
        if d.ranking is not None:
            return super().preference(i)
        k = len(d.wants)
        return {
            s: Fraction(
                sum(2 ** (k - j) * self.true(w.condition, s) for j, w in enumerate(d.wants))
            )
            for s in self.states
        }


class FewestMatter(Oracle):
    """The least important want counts most."""

    def preference(self, i: str) -> dict[str, Fraction]:
        d = next(d for d in self.conflict.decision_makers if d.id == i)
        if d.ranking is not None:
            return super().preference(i)
        used = [w.condition for w in d.wants if w.basis != Basis.UNKNOWN]
        return {
            s: Fraction(sum(2**j for j, want in enumerate(used) if self.true(want, s)))
            for s in self.states
        }


class LeftOutIsWorst(Oracle):
    """A state that a partial ranking leaves out is taken for the worst."""

    def prefers(self, i: str, q: str, s: str) -> bool:
        lowest = min(self.worth[i].values(), default=Fraction()) - 1
        return self.worth[i].get(q, lowest) > self.worth[i].get(s, lowest)


class LeftOutDoesNotDeter(Oracle):
    """Only a state that is known to be no better deters."""

    def worse_or_equal(self, i: str, q: str, s: str) -> bool:
        a, b = self.worth[i].get(q), self.worth[i].get(s)
        return a is not None and b is not None and a <= b


class LeftOutIsLeft(Oracle):
    """A state that is compared to none is left for any that is ranked."""

    def prefers(self, i: str, q: str, s: str) -> bool:
        return super().prefers(i, q, s) or (s not in self.worth[i] and q in self.worth[i])


class WeightsInOrder(Oracle):
    """Weights are not looked at: the first want matters most."""

    def sum_of_weights(self, wants: tuple[Want, ...], s: str) -> Fraction:
        total = 0
        for w in wants:
            if w.basis != Basis.UNKNOWN:
                total = 2 * total + self.true(w.condition, s)
        return Fraction(total)


class WeightsPositive(Oracle):
    """A negative weight counts like a positive one."""

    def sum_of_weights(self, wants: tuple[Want, ...], s: str) -> Fraction:
        total = Fraction()
        for w in wants:
            if w.basis != Basis.UNKNOWN and self.true(w.condition, s) and w.weight is not None:
                total += max(w.weight, -w.weight)
        return total


class WeightsRounded(Oracle):
    """Weights are added up as floating-point numbers."""

    def sum_of_weights(self, wants: tuple[Want, ...], s: str) -> Fraction:
        return Fraction(
            sum(float(w.weight or 0) for w in wants
                if w.basis != Basis.UNKNOWN and self.true(w.condition, s))
        )  # fmt: skip


# Told by models with weights and partial rankings (``models.mixed_conflict``).
MIXED_MUTANTS: tuple[type[Oracle], ...] = (
    LeftOutIsWorst,
    LeftOutDoesNotDeter,
    LeftOutIsLeft,
    WeightsInOrder,
    WeightsPositive,
    WeightsRounded,
)

MUTANTS: tuple[type[Oracle], ...] = (
    OneMoveEach,
    OneMoveInAll,
    NoCounterMove,
    CounterMoveAgainstReply,
    SimUsedUp,
    SimOneOpponent,
    SimInfeasible,
    InfeasibleJumped,
    OneWayIgnored,
    OneWayAllAhead,
    NarrowSum,
    TiesDoNotDeter,
    UnknownWantsUsed,
    FewestMatter,
)
