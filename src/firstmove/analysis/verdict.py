"""Sets of states and verdicts on single ones: what engines and concepts answer in."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from random import Random
from typing import Protocol


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
