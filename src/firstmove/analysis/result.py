"""What an analysis says: which states hold for whom, by which definition and engine, and why."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import islice
from random import Random

from firstmove.conflict import Conflict
from firstmove.errors import AnalysisError


class StateSet(ABC):
    """A set of states. Iterates over state strings ("YNNY", one letter an option, in the model's
    order) in ascending Σ 2^i over the options i taken, the numbering of GMCR II."""

    __slots__ = ()

    @property
    @abstractmethod
    def count(self) -> int:
        """How many states; exact whatever the size."""

    @abstractmethod
    def __iter__(self) -> Iterator[str]: ...

    @abstractmethod
    def __contains__(self, state: object) -> bool: ...

    def first(self, limit: int) -> tuple[str, ...]:
        """The first ``limit`` states."""
        return tuple(islice(self, limit))

    def patterns(self, limit: int = 100) -> tuple[str, ...]:
        """At most ``limit`` patterns of the set, "YN-Y" with "-" for either; no two share a state.

        All the states are covered when fewer than ``limit`` come back.
        """
        return tuple(islice(self._patterns(), limit))

    def _patterns(self) -> Iterator[str]:
        return iter(self)

    def sample(self, size: int, seed: int = 0) -> tuple[str, ...]:
        """``size`` different states drawn alike, or all where there are no more; in order. The
        same for the same seed."""
        if size >= self.count:
            return tuple(self)
        return self._drawn(size, Random(seed))  # noqa: S311

    def _drawn(self, size: int, rng: Random) -> tuple[str, ...]:
        chosen = set(rng.sample(range(self.count), size))
        return tuple(state for n, state in enumerate(self) if n in chosen)

    def __bool__(self) -> bool:
        return self.count > 0

    def __len__(self) -> int:
        return self.count

    def __repr__(self) -> str:
        more = ", …" if self.count > 8 else ""
        return f"<{self.count} states: {', '.join(self.first(8))}{more}>"


@dataclass(frozen=True, slots=True)
class Step:
    """One move: ``mover`` (a decision maker's id) takes the conflict from one state to another."""

    mover: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Improvement:
    """A state that the decision maker can move to and prefers, and what the others could do.

    ``reply`` is the opponents' path from ``to`` that deters the move, shortest first; empty when
    none does. ``ends`` is where it ends. Under SIM the opponents move at the same time: each step
    starts from the state under discussion, and ``ends`` is the state they all make together.
    """

    to: str
    deterred: bool
    reply: tuple[Step, ...] = ()
    ends: str = ""


@dataclass(frozen=True, slots=True)
class Verdict:
    """Whether ``state`` is stable for ``decision_maker`` under ``concept``, with the witness:
    every improvement, the most preferred first, and the reply that deters it or none.

    ``more``: how many improvements are not listed because there are very many. Those that nobody
    deters are listed before others.
    """

    concept: str
    decision_maker: str
    state: str
    stable: bool
    improvements: tuple[Improvement, ...] = ()
    more: int = 0


@dataclass(frozen=True, slots=True)
class Undecided:
    """A question that was asked and is not answered: ``reason`` says why (time, size)."""

    concept: str
    decision_maker: str  # id
    reason: str


@dataclass(frozen=True, slots=True)
class Analysis:
    """The answer of one engine to one question.

    ``stable[concept][decision maker id]`` are the states that are stable for it, and
    ``equilibria[concept]`` those that are stable for all. ``indifferent`` are the decision makers
    to whom all possible states are equal, because no want or ranking of theirs tells them apart:
    every state is stable for them, which says nothing about what they would do.

    ``concepts`` are those that were decided for every decision maker. ``undecided`` tells what
    else was asked; ``stable`` still holds the decision makers it was decided for.
    """

    conflict: Conflict
    concepts: tuple[str, ...]
    engine: str
    engine_reason: str
    states: int
    seconds: float
    stable: Mapping[str, Mapping[str, StateSet]]
    equilibria: Mapping[str, StateSet]
    possible: StateSet
    indifferent: tuple[str, ...] = ()
    undecided: tuple[Undecided, ...] = ()
    witness: Callable[[str, str, str], Verdict] = field(repr=False, compare=False, kw_only=True)

    def _repr_html_(self) -> str:
        from firstmove.analysis.notebook import table

        return table(self)

    def verdict(self, state: str, decision_maker: str, concept: str) -> Verdict:
        """Why ``state`` holds for the decision maker under the concept, or why it does not.

        Raises AnalysisError for a state that is not possible or a concept not asked for.
        """
        concept = concept.lower()
        if concept not in self.stable:
            raise AnalysisError(
                f"“{concept}” was not analysed",
                remedy=f"analysed: {', '.join(self.stable) or 'nothing'}",
            )
        for open_ in self.undecided:
            if (open_.concept, open_.decision_maker) == (concept, decision_maker):
                raise AnalysisError(
                    f"“{concept}” for “{decision_maker}” is not decided: {open_.reason}"
                )
        if decision_maker not in self.stable[concept]:
            raise AnalysisError(
                f"no decision maker has the id “{decision_maker}”",
                remedy="decision makers: " + ", ".join(self.stable[concept]),
            )
        if state not in self.possible:
            named = [o.id for o in self.conflict.options] or [s.id for s in self.conflict.states]
            how = "states" if self.conflict.states else "write Y or N for each option in turn"
            raise AnalysisError(
                f"“{state}” is not a possible state of the model",
                remedy=f"{how}: {', '.join(named[:20])}{', …' if len(named) > 20 else ''}",
            )
        return self.witness(state, decision_maker, concept)
