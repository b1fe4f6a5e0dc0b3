"""In how many readings something is so, and what those readings have in common: the values."""

from __future__ import annotations

from dataclasses import dataclass

from firstmove.conflict import Basis, Condition, Conflict

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
