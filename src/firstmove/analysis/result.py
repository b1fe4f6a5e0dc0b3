"""What an analysis says: which states hold for whom, by which definition and engine, and why."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from itertools import islice
from random import Random
from typing import Protocol

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
class Found:
    """What a search for equilibria came to: those in ``at_least`` are, those that are not in
    ``at_most`` are not. ``states`` names some of them; ``left`` says why the search ended, where
    it did before all was looked at."""

    concept: str
    states: tuple[str, ...]
    at_least: StateSet
    at_most: StateSet
    left: str = ""

    @property
    def complete(self) -> bool:
        """Whether these are all, so that ``at_least.count`` is their number."""
        return self.at_least.count == self.at_most.count

    @property
    def words(self) -> str:
        """“12”, or “at least 12 and at most 4,096”."""
        least, most = self.at_least.count, self.at_most.count
        return f"{least:,}" if least == most else f"at least {least:,} and at most {most:,}"


class Searcher(Protocol):
    """Answers about one state or some where the set of all is out of reach. ``seconds``: the time
    there is. Raises AnalysisError when it is over, and for a concept that it does not do."""

    def verdict(
        self, state: str, decision_maker: str, concept: str, seconds: float | None
    ) -> Verdict: ...

    def find(self, concept: str, limit: int, seconds: float | None) -> Found: ...


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
    searcher: Searcher | None = field(default=None, repr=False, compare=False, kw_only=True)

    def _repr_html_(self) -> str:
        from firstmove.analysis.notebook import table

        return table(self)

    def verdict(self, state: str, decision_maker: str, concept: str) -> Verdict:
        """Why ``state`` holds for the decision maker under the concept, or why it does not.

        Raises AnalysisError for a state that is not possible or a concept not asked for.
        """
        concept = concept.lower()
        open_ = self._open(state, decision_maker, concept)
        if open_ is not None:
            raise AnalysisError(
                f"“{concept}” for “{decision_maker}” is not decided: {open_.reason}",
                remedy="ask for this one state (Analysis.ask)" if self.searcher else "",
            )
        return self.witness(state, decision_maker, concept)

    def ask(
        self, state: str, decision_maker: str, concept: str, *, seconds: float | None = 10.0
    ) -> Verdict:
        """As ``verdict``; where the concept is not decided, by a search about this one state. Not
        every improvement is looked at then (``Verdict.more``).

        Raises AnalysisError also where that takes longer than ``seconds`` or the engine has none.
        """
        concept = concept.lower()
        open_ = self._open(state, decision_maker, concept)
        if open_ is None:
            return self.witness(state, decision_maker, concept)
        if self.searcher is None:
            raise AnalysisError(
                f"“{concept}” for “{decision_maker}” is not decided: {open_.reason}",
                remedy="give more time; only the symbolic engine searches for one state",
            )
        return self.searcher.verdict(state, decision_maker, concept, seconds)

    def find(self, concept: str, limit: int = 20, *, seconds: float | None = 10.0) -> Found:
        """At most ``limit`` equilibria, and bounds on how many there are: exact where the concept
        is decided, else by a search, which every call goes on with.

        Raises AnalysisError where it is not decided and the engine has no search.
        """
        concept = concept.lower()
        if concept in self.equilibria:
            held = self.equilibria[concept]
            return Found(concept, held.first(limit), held, held)
        self._asked(concept)
        if self.searcher is None:
            raise AnalysisError(
                f"“{concept}” is not decided",
                remedy="give more time; only the symbolic engine searches for single states",
            )
        return self.searcher.find(concept, limit, seconds)

    def bounds(self) -> dict[str, Found]:
        """For each concept that is not decided, how many equilibria there are at least and at
        most, as far as that can be said at once."""
        told = {}
        for concept in self.stable if self.searcher else ():
            if concept not in self.equilibria:
                with suppress(AnalysisError):
                    told[concept] = self.find(concept, 0, seconds=0.0)
        return told

    def _asked(self, concept: str) -> None:
        if concept not in self.stable:
            raise AnalysisError(
                f"“{concept}” was not analysed",
                remedy=f"analysed: {', '.join(self.stable) or 'nothing'}",
            )

    def _open(self, state: str, decision_maker: str, concept: str) -> Undecided | None:
        """The question as it was left undecided, if it was. Raises as ``verdict``."""
        self._asked(concept)
        known = [d.id for d in self.conflict.decision_makers]
        if decision_maker not in known:
            raise AnalysisError(
                f"no decision maker has the id “{decision_maker}”",
                remedy="decision makers: " + ", ".join(known),
            )
        if state not in self.possible:
            named = [o.id for o in self.conflict.options] or [s.id for s in self.conflict.states]
            how = "states" if self.conflict.states else "write Y or N for each option in turn"
            raise AnalysisError(
                f"“{state}” is not a possible state of the model",
                remedy=f"{how}: {', '.join(named[:20])}{', …' if len(named) > 20 else ''}",
            )
        question = (concept, decision_maker)
        return next((u for u in self.undecided if (u.concept, u.decision_maker) == question), None)
