"""How sure an answer is: in how many readings of a model it holds, and what decides that.

A reading fixes everything that the model leaves open about preference (``readings``). The values
here are what such a set of readings says; they are worked out when they are asked for.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from firstmove.conflict import Basis, Condition, Conflict
from firstmove.errors import AnalysisError

if TYPE_CHECKING:
    from firstmove.analysis.over_readings.record import Record


_HANDFUL = 20  # readings of which a share in percent would say too much


@dataclass(frozen=True, slots=True)
class Unknown:
    """One thing that the model leaves open and a reading fixes, yes or no.

    ``want``: which of the decision maker's wants, counted from 0 as they stand in the model; the
    question is whether it wants this or the contrary. With ``other``, the question is whether
    ``want`` matters more to it than ``other`` does.
    """

    decision_maker: str
    want: int
    condition: Condition
    other: int | None = None
    other_condition: Condition | None = None

    def said(self, conflict: Conflict, value: bool) -> str:
        """A reading's answer in words, from a fixed template."""
        who = conflict.decision_maker(self.decision_maker).name
        if self.other_condition is None:
            return f"{who} wants {'' if value else 'the contrary of '}“{self.condition}”"
        first, second = self.condition, self.other_condition
        if not value:
            first, second = second, first
        return f"{who} puts “{first}” above “{second}”"


@dataclass(frozen=True, slots=True)
class Fixed:
    """An unknown with the answer that a reading gives."""

    unknown: Unknown
    value: bool

    def said(self, conflict: Conflict) -> str:
        return self.unknown.said(conflict, self.value)


@dataclass(frozen=True, slots=True)
class Share:
    """In how many readings something is so.

    ``held`` of the ``of`` readings that were solved and are asked about. ``value``: the share of
    all readings, 0 to 1, estimated where not all were solved; it then has the standard error
    ``error``, which is 0 where ``exact``. Where no reading is asked about, ``value`` is 0.
    """

    held: int
    of: int
    value: float
    error: float
    exact: bool

    def __str__(self) -> str:
        """“14 of 16”; of a sample “37.2 % ± 0.5 %”, the share and its standard error."""
        if self.exact:
            return f"{self.held:,} of {self.of:,}"
        if self.held in (0, self.of):
            # A standard error of 0 would claim too much: nothing was seen to vary.
            return f"{'none' if not self.held else 'all'} of {self.of:,} sampled"
        return f"{100 * self.value:.1f} % ± {100 * self.error:.1f} %"

    @property
    def words(self) -> str:
        """The same with its noun: “14 of 16 readings”, “37.2 % ± 0.5 % of readings”, of a handful
        that were tried “1 of 7 readings tried”."""
        if not self.exact and 0 < self.of <= _HANDFUL:
            return f"{self.held} of {self.of} readings tried"
        return f"{self} {'of ' if str(self).endswith('%') else ''}readings"


@dataclass(frozen=True, slots=True)
class Holding:
    """A state and the share of readings in which it is an equilibrium."""

    state: str
    share: Share


@dataclass(frozen=True, slots=True)
class Split:
    """The share among the readings that answer an unknown with yes, and among the others."""

    unknown: Unknown
    yes: Share
    no: Share


@dataclass(frozen=True, slots=True)
class Group:
    """Readings that have these answers in common all say the same: ``holds``. None of the answers
    can be left out of it. ``readings``: how many there are among those solved."""

    fixed: tuple[Fixed, ...]
    holds: bool
    readings: int


@dataclass(frozen=True, slots=True)
class Groups:
    """Groups that together decide as many readings as can be, the largest first.

    ``most_fixed``: the most answers in common that were looked at. ``undecided``: solved readings
    that lie in none of the groups.
    """

    groups: tuple[Group, ...]
    undecided: int
    most_fixed: int


@dataclass(frozen=True, slots=True)
class Turn:
    """In how many readings the verdict turns over if one want of the model is false or misread.

    ``dropped``: the want is left out. ``reversed``: its contrary is wanted, at its place.
    """

    decision_maker: str
    want: int
    condition: Condition
    basis: Basis
    dropped: Share
    reversed: Share

    @property
    def matters(self) -> bool:
        return bool(self.dropped.held or self.reversed.held)


@dataclass(frozen=True, slots=True, eq=False)
class Readings:
    """What holds in how many readings of a model.

    ``total``: how many readings there are. ``solved``: how many were solved; all of them where
    ``exact``, otherwise a sample that ``seed`` drew (stratified, unless ``interrupted``).
    ``state``: the state that is asked about, the status quo if nothing else; "" where the model
    does not tell all of it. ``unknowns``: what readings fix. ``concepts`` as in ``analyse``.

    ``str()`` gives a table. Where a method takes a state, "" stands for ``state``. They raise
    AnalysisError for a concept that was not asked for and for a state that is not possible.
    """

    conflict: Conflict
    concepts: tuple[str, ...]
    unknowns: tuple[Unknown, ...]
    total: int
    solved: int
    seed: int
    state: str
    interrupted: bool
    seconds: float
    record: Record = field(repr=False)

    @property
    def exact(self) -> bool:
        return self.solved == self.total

    def share(self, concept: str, state: str = "") -> Share:
        """The share of readings in which the state is an equilibrium."""
        return self.record.share(self.record.column(*self._asked(concept, state)))

    def holding(self, concept: str, most: int = 100) -> tuple[Holding, ...]:
        """The states that are equilibria in some reading, by falling share, at most ``most``."""
        return self.record.holding(self._concept(concept), most)

    def count(self, concept: str) -> int:
        """How many states are equilibria in some solved reading."""
        return self.record.count(self._concept(concept))

    def splits(self, concept: str, state: str = "") -> tuple[Split, ...]:
        """For each unknown, the share on either side of it."""
        held = self.record.column(*self._asked(concept, state))
        return tuple(
            Split(unknown, self.record.share(held, fixed), self.record.share(held, ~fixed))
            for unknown, fixed in zip(self.unknowns, self.record.answers.T, strict=True)
        )

    def groups(self, concept: str, state: str = "") -> Groups:
        """What readings have in common in which the state holds, and in which it does not: the
        smallest sets of answers that decide. Of a sample: that decide all readings sampled."""
        from firstmove.analysis.over_readings.groups import groups

        held = self.record.column(*self._asked(concept, state))
        return groups(self.unknowns, self.record.answers, held, exact=self.exact)

    def turns(self, concept: str) -> tuple[Turn, ...]:
        """For each known want, whether the verdict on ``state`` turns over without it, and if its
        contrary is wanted; () where no state is asked about or it was interrupted before."""
        return self.record.turns(self._concept(concept))

    def reading(self, number: int) -> tuple[Fixed, ...]:
        """What the solved reading of this number, from 0, fixes."""
        answers = self.record.answers[self._number(number)].tolist()
        return tuple(map(Fixed, self.unknowns, answers))

    def model(self, number: int) -> Conflict:
        """The solved reading of this number, from 0, as a model in which nothing is unknown."""
        return self.record.model(self._number(number))

    def holds(self, number: int, concept: str, state: str = "") -> bool:
        """Whether the state is an equilibrium in the solved reading of this number, from 0."""
        return bool(self.record.column(*self._asked(concept, state))[self._number(number)])

    def __str__(self) -> str:
        from firstmove.analysis.over_readings.table import text

        return text(self)

    def _repr_html_(self) -> str:
        from firstmove.analysis.over_readings.table import html

        return html(self)

    def part(self, numbers: Sequence[int]) -> Readings:
        """Only these of the solved readings, drawn from them at random: what an interruption
        leaves."""
        import numpy as np

        rows = np.array(sorted(numbers), dtype=np.int64)
        return replace(self, solved=len(rows), interrupted=True, record=self.record.part(rows))

    def _number(self, number: int) -> int:
        if not 0 <= number < self.solved:
            raise AnalysisError(
                f"there is no reading {number}", remedy=f"they count from 0 to {self.solved - 1}"
            )
        return number

    def _concept(self, concept: str) -> int:
        if concept not in self.concepts:
            raise AnalysisError(
                f"“{concept}” was not asked for", remedy=f"asked were {', '.join(self.concepts)}"
            )
        return self.concepts.index(concept)

    def _asked(self, concept: str, state: str) -> tuple[int, str]:
        if not (state or self.state):
            raise AnalysisError(
                "no state is asked about, and the model does not tell all of the status quo",
                remedy="give a state, one Y or N for each option",
            )
        return self._concept(concept), state or self.state
