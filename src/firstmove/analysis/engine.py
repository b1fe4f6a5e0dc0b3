"""What an engine is: it finds the stable states of a conflict, and can say why.

Engines differ in what they can do in reasonable time, never in the answer.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from time import monotonic
from typing import Generic, Protocol, TypeVar

from firstmove.analysis.verdict import Searcher, StateSet, Undecided, Verdict
from firstmove.conflict import Conflict
from firstmove.errors import AnalysisError

S = TypeVar("S")


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a solve is: the question it turns to, and how many of all are behind it.

    A question is one concept for one decision maker (its id). The last call of all has neither.
    """

    concept: str
    decision_maker: str
    decided: int
    of: int
    seconds: float  # since the engine began with the questions


Watch = Callable[[Progress], None]
INTERRUPTED = "interrupted"


@dataclass(frozen=True, slots=True)
class Solution:
    """What an engine found: the shapes of ``Analysis``, and a function that gives the witness.

    ``equilibria`` holds the concepts that were decided for every decision maker.
    """

    possible: StateSet
    stable: Mapping[str, Mapping[str, StateSet]]
    equilibria: Mapping[str, StateSet]
    indifferent: tuple[str, ...]
    witness: Callable[[str, str, str], Verdict]  # state, decision maker id, concept
    undecided: tuple[Undecided, ...] = ()
    searcher: Searcher | None = None  # for what is undecided, where the engine can search


class Engine(Protocol):
    name: str
    limit: str  # in words: "up to 1,048,576 possible states"

    def solve(
        self,
        conflict: Conflict,
        concepts: Sequence[str],
        seconds: float | None = None,
        progress: Watch | None = None,
    ) -> Solution:
        """Solve a sound conflict (``conflict.check``) exactly; after ``seconds`` what is not
        decided yet is left undecided. ``progress`` is called as each question begins.

        Raises AnalysisError, saying what is allowed, when the conflict is too large for it.
        """
        ...


class OutOfTime(Exception):
    """The time that was given is over."""


class Clock:
    """``seconds`` from now on; None for as long as it takes."""

    def __init__(self, seconds: float | None) -> None:
        self.seconds = seconds
        self.end = None if seconds is None else monotonic() + seconds

    def check(self) -> None:
        """Raises OutOfTime."""
        if self.end is not None and monotonic() > self.end:
            raise OutOfTime

    @property
    def words(self) -> str:
        return f"no answer within {self.seconds:g} s"


@dataclass(slots=True)
class Answers(Generic[S]):
    """Collects the stable states of each concept and decision maker, S as the engine keeps them,
    and keeps what is decided when a concept is too much, time is up, or somebody interrupts."""

    ids: Sequence[str]
    everything: S
    both: Callable[[S, S], S]
    pack: Callable[[S], StateSet]
    stable: dict[str, dict[str, StateSet]] = field(default_factory=dict)
    equilibria: dict[str, StateSet] = field(default_factory=dict)
    undecided: list[Undecided] = field(default_factory=list)

    def collect(
        self,
        concepts: Sequence[str],
        clock: Clock,
        find: Callable[[str, int], S],
        progress: Watch | None = None,
    ) -> tuple[Undecided, ...]:
        """Ask ``find`` for every concept and decision maker (its place).

        An interruption, in ``find`` or in ``progress``, ends the asking and is no error.
        Raises AnalysisError when a concept is too much and no other was decided.
        """
        refused: AnalysisError | None = None
        over = ""
        start, of = monotonic(), len(concepts) * len(self.ids)

        def tell(concept: str, id_: str) -> None:
            if progress is not None:
                decided = sum(map(len, self.stable.values()))
                progress(Progress(concept, id_, decided, of, monotonic() - start))

        for concept in concepts:
            self.stable[concept] = {}
            for_all = self.everything
            for i, id_ in enumerate(self.ids):
                reason = over
                try:
                    if not over:
                        tell(concept, id_)
                        clock.check()
                        found = find(concept, i)
                        for_all = self.both(for_all, found)
                        self.stable[concept][id_] = self.pack(found)
                except OutOfTime:
                    reason = over = clock.words
                except KeyboardInterrupt:
                    reason = over = INTERRUPTED
                except MemoryError:
                    reason = "not enough memory"
                except AnalysisError as error:
                    refused = refused or error
                    reason = error.what
                if reason:
                    self.undecided.append(Undecided(concept, id_, reason))
            if len(self.stable[concept]) == len(self.ids):
                self.equilibria[concept] = self.pack(for_all)
        if refused is not None and not any(self.stable.values()):
            raise refused
        if over != INTERRUPTED:
            tell("", "")
        return tuple(self.undecided)
