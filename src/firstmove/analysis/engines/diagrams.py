"""Ranks and sets of states as binary decision diagrams (Bryant 1986), by the library dd.

A rank is the vector of its binary digits, compared lexicographically, and a set of states one
diagram over a variable x0, x1 … for each option.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from statistics import fmean
from typing import Any

from firstmove.analysis.engine import Clock
from firstmove.conflict import Basis, Condition, Conflict, DecisionMaker, Direction
from firstmove.conflict.weights import summands

# A node of a diagram; dd has no types. "&", "|", "~" and "==" mean what they say.
Diagram = Any

_MEMORY = 2 << 30  # bytes that diagrams may take up


def manager() -> tuple[Any, str]:
    """A manager of diagrams, and the name of what it is."""
    try:
        from dd import cudd
    except ImportError:
        from dd import autoref

        return autoref.BDD(), "dd in pure Python"
    made = cudd.BDD()
    made.configure(reordering=True, max_memory=_MEMORY)
    return made, "CUDD"


class Space:
    """A manager of diagrams, what is possible, and the time there is.

    Raises OutOfTime from the steps that may take long.
    """

    def __init__(self, names: Sequence[str], clock: Clock) -> None:
        self.bdd, self.made_with = manager()
        self.clock = clock
        self.true, self.false = self.bdd.true, self.bdd.false
        self.bdd.declare(*names)
        self.possible: Diagram = self.true

    def cube(self, state: str) -> Diagram:
        return self.bdd.cube(self.values(state))

    @staticmethod
    def values(state: str) -> dict[str, bool]:
        return {f"x{k}": taken == "Y" for k, taken in enumerate(state)}

    def put(self, values: Mapping[str, Diagram], diagram: Diagram) -> Diagram:
        """``diagram`` with variables replaced by values or diagrams."""
        self.clock.check()
        return self.bdd.let(values, diagram) if values else diagram

    def exist(self, names: Sequence[str], diagram: Diagram) -> Diagram:
        self.clock.check()
        return self.bdd.exist(names, diagram) if names else diagram

    def bears(self, names: Sequence[str], diagram: Diagram) -> bool:
        """Whether the diagram depends on any of the variables."""
        return not self.bdd.support(diagram).isdisjoint(names)

    def same(self, one: Diagram, two: Diagram) -> Diagram:
        return self.bdd.apply("<=>", one, two)

    def extreme(
        self, among: Diagram, values: Vector, names: Sequence[str], *, greatest: bool
    ) -> tuple[Diagram, Vector]:
        """Whether any choice of ``names`` lies in ``among``, and the greatest or least value there.

        Digit by digit: the weightiest first, and only those choices go on that are best so far.
        """
        exist = self.exist
        left, found = among, []
        for digit in values.digits:
            wanted = left & (digit if greatest else ~digit)
            can = exist(names, wanted)
            found.append(can if greatest else ~can)
            left = wanted | (left & ~can)
        return exist(names, among), Vector(self, tuple(found))

    def at(self, name: str, value: bool, there: Diagram, found: Vector) -> tuple[Diagram, Vector]:
        fixed = {name: value}
        digits = tuple(self.put(fixed, digit) for digit in found.digits)
        return self.put(fixed, there), Vector(self, digits)

    def better_of(
        self, one: tuple[Diagram, Vector], two: tuple[Diagram, Vector], *, greatest: bool
    ) -> tuple[Diagram, Vector]:
        """Where either has a value, and the greater or lesser of those that there are."""
        high, low = (one, two) if greatest else (two, one)
        better = high[1].above(low[1])
        first = one[0] & (~two[0] | better)
        return one[0] | two[0], one[1].where(first, two[1])


@dataclass(frozen=True, slots=True)
class Vector:
    """A rank at every state: diagrams for its binary digits, the weightiest first."""

    space: Space
    digits: tuple[Diagram, ...]

    def above(self, other: Vector) -> Diagram:
        """Where this is the greater."""
        found = self.space.false
        pairs = zip(reversed(self.digits), reversed(other.digits), strict=True)
        for mine, its in pairs:
            self.space.clock.check()
            found = (mine & ~its) | ((mine | ~its) & found)
        return found

    def exceeds(self, level: Sequence[bool]) -> Diagram:
        """Where this is greater than one fixed value."""
        found = self.space.false
        for digit, bit in zip(reversed(self.digits), reversed(level), strict=True):
            found = digit & found if bit else digit | found
        return found

    def constant(self, level: Sequence[bool]) -> Vector:
        """As long as this one, and the same at every state."""
        space = self.space
        return Vector(space, tuple(space.true if bit else space.false for bit in level))

    def given(self, values: Mapping[str, Diagram]) -> Vector:
        """With variables replaced by values or diagrams."""
        return Vector(self.space, tuple(self.space.put(values, digit) for digit in self.digits))

    def at(self, state: str) -> tuple[bool, ...]:
        values = self.space.values(state)
        return tuple(self.space.put(values, d) == self.space.true for d in self.digits)

    def __ge__(self, other: Vector) -> Diagram:
        return ~other.above(self)

    def smaller(self, other: Vector) -> Vector:
        """The lesser of the two at every state."""
        return self.where(other.above(self), other)

    def where(self, condition: Diagram, other: Vector) -> Vector:
        """This where ``condition`` holds, the other elsewhere."""
        pairs = zip(self.digits, other.digits, strict=True)
        ite = self.space.bdd.ite
        return Vector(self.space, tuple(ite(condition, mine, its) for mine, its in pairs))

    def within(self, states: Diagram) -> Vector:
        return Vector(self.space, tuple(digit & states for digit in self.digits))


def variables(conflict: Conflict) -> list[str]:
    """The variables in an order that puts near to each other what conditions speak of together.

    FORCE (Aloul, Markov & Sakallah 2003): every option moves to the mean place of the conditions
    that name it, again and again. The places of ranks (t) lie with the wants that they hold.
    """
    place = {option.id: k for k, option in enumerate(conflict.options)}
    edges: list[list[int]] = []
    ranks: dict[int, list[int]] = {}
    for decision_maker in conflict.decision_makers:
        for n, want in enumerate(w for w in decision_maker.wants if w.basis is not Basis.UNKNOWN):
            named = _options(want.condition, conflict, place)
            edges.append(named)
            if not decision_maker.weighted:
                ranks.setdefault(n, []).extend(named)
        if decision_maker.weighted:
            everything = [k for weight, want in summands(decision_maker)
                          for k in _options(want, conflict, place)]  # fmt: skip
            for n in range(most_worth(decision_maker).bit_length()):
                ranks.setdefault(n, []).extend(everything)
        if decision_maker.ranking is not None:
            for n in range(most_worth(decision_maker).bit_length()):
                ranks.setdefault(n, [])
    edges += [_options(i.condition, conflict, place) for i in conflict.impossible]
    edges = [edge for edge in edges if len(edge) > 1]
    at = [float(k) for k in range(len(place))]
    for _ in range(50):
        pulled: list[list[float]] = [[] for _ in at]
        for edge in edges:
            centre = fmean(at[k] for k in edge)
            for k in edge:
                pulled[k].append(centre)
        wanted = [fmean(pull) if pull else at[k] for k, pull in enumerate(pulled)]
        for order, k in enumerate(sorted(range(len(at)), key=lambda k: (wanted[k], k))):
            at[k] = float(order)
    keyed = [(at[k], 1, f"x{k}") for k in range(len(at))]
    keyed += [(at[k] + 0.5, 2, f"y{k}") for k in range(len(at))]
    for n, named in ranks.items():
        keyed.append((fmean(at[k] for k in named) if named else 0.0, 0, f"t{n}"))
    most = max(
        sum(o.owner == d.id and o.direction is not Direction.BOTH for o in conflict.options)
        for d in conflict.decision_makers
    )
    keyed += [(-1.0, 0, f"p{n}") for n in range(most)]
    return [name for _, _, name in sorted(keyed)]


def most_worth(decision_maker: DecisionMaker) -> int:
    """The greatest rank that a ranking or a sum of weights can make."""
    if decision_maker.ranking is not None:
        return len(decision_maker.ranking) - 1 + decision_maker.partial
    return sum(weight for weight, _ in summands(decision_maker))


def _options(condition: Condition, conflict: Conflict, place: dict[str, int]) -> list[int]:
    found: set[int] = set()
    todo = list(condition.names)
    seen = set(todo)
    while todo:
        name = todo.pop()
        if name in place:
            found.add(place[name])
        else:
            more = set(conflict.defines[name].names) - seen
            seen |= more
            todo.extend(more)
    return sorted(found)
