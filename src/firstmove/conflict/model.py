"""The conflict: decision makers, their options and wants, impossible states, the status quo.

Option form of the Graph Model for Conflict Resolution (Fang, Hipel & Kilgour 1993): a state says
for every option whether its owner takes it. Preference is by option prioritization (Fang, Hipel,
Kilgour & Peng 2003), the most important want first; or by the weights of the wants; or by a full or
partial ranking of the states. Every line may carry its evidence.

A conflict may instead be in graph form: its states and each decision maker's moves given outright.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from fractions import Fraction

from firstmove.conflict.condition import Condition


@dataclass(frozen=True, slots=True)
class Evidence:
    """Words in a report that a line stands on.

    ``start`` and ``end`` are offsets into the report's text; where the text may not be kept,
    ``sentence`` (1 = first sentence of the body) points to the place and ``quote`` is empty.
    """

    report: str  # id, or a name that the reader can find the report by
    quote: str = ""
    start: int | None = None
    end: int | None = None
    entry: str = ""
    sentence: int | None = None


class Direction(StrEnum):
    """Which way an option's owner can move it."""

    BOTH = "both"
    FORWARD = "forward"  # can be taken, not taken back (N -> Y only)
    BACK = "back"  # can be given up, not taken again (Y -> N only)


class Basis(StrEnum):
    STATED = "stated"  # the party says it
    INFERRED = "inferred"  # follows from what the party says by a rule of the drafting table
    ASSUMED = "assumed"  # the analyst's, or a convention
    UNKNOWN = "unknown"  # no report tells whether the party wants it


@dataclass(frozen=True, slots=True)
class Option:
    id: str  # "us.first_move": owner, dot, a short name
    owner: str  # id of a decision maker
    label: str
    direction: Direction = Direction.BOTH
    evidence: tuple[Evidence, ...] = ()
    note: str = ""  # why it is one-way, say


@dataclass(frozen=True, slots=True)
class Want:
    """A preference statement; ``basis`` unknown: asked of the party, not used in the ranking.

    ``strong``: meeting it or not is a great difference to the party, one that no wants below it
    outweigh in kind (≫); strong wants stand above all others.

    ``unordered``: nobody knows whether it matters more or less than the want right above it. Wants
    that follow one another so may be in any order among themselves.

    ``weight``: what meeting it is worth, in place of an order. A decision maker gives a weight to
    all wants that are used or to none; with weights, a state is worth their sum over the wants
    that hold in it. It may be negative, and is exact.

    ``evidence`` speaks for it; ``against`` are words of the same party that speak for the contrary.
    """

    condition: Condition
    basis: Basis = Basis.ASSUMED
    evidence: tuple[Evidence, ...] = ()
    note: str = ""
    strong: bool = False
    unordered: bool = False
    weight: Fraction | None = None
    against: tuple[Evidence, ...] = ()


@dataclass(frozen=True, slots=True)
class DecisionMaker:
    """``wants`` most important first. ``ranking``, where given, is used instead: the feasible
    states from best to worst, a tuple of tuples of state strings, ties in one inner tuple.

    ``partial``: the ranking may leave states out, and one that it leaves out is compared to none:
    neither better nor worse than any other, nor equal to it. ``gaps``: after how many tiers of the
    ranking the next one is far worse (≫). ``unknown``: pairs of states of which nobody knows which
    one it prefers, wherever the ranking has them. ``moves``: in graph form, from which state to
    which it can go.
    """

    id: str
    name: str
    wants: tuple[Want, ...] = ()
    ranking: tuple[tuple[str, ...], ...] | None = None
    gaps: tuple[int, ...] = ()
    unknown: tuple[tuple[str, str], ...] = ()
    moves: tuple[tuple[str, str], ...] = ()
    partial: bool = False

    @property
    def weighted(self) -> bool:
        """Whether its wants count by weights instead of by their order."""
        return any(want.weight is not None for want in self.wants)


@dataclass(frozen=True, slots=True)
class Impossible:
    """States in which ``condition`` holds cannot come about."""

    condition: Condition
    reason: str = ""
    evidence: tuple[Evidence, ...] = ()


@dataclass(frozen=True, slots=True)
class OpenQuestion:
    """Something the model needs and no report tells."""

    text: str
    about: str = ""  # id of an option or decision maker
    evidence: tuple[Evidence, ...] = ()


@dataclass(frozen=True, slots=True)
class StatusQuo:
    """Value of each option now; an option missing in ``values`` is one no report tells of.

    ``state``: in graph form, the state now; empty where it is not known.
    """

    values: Mapping[str, bool] = field(default_factory=dict)
    evidence: Mapping[str, tuple[Evidence, ...]] = field(default_factory=dict)
    state: str = ""


@dataclass(frozen=True, slots=True)
class State:
    """A state of a conflict in graph form."""

    id: str
    label: str = ""


@dataclass(frozen=True, slots=True)
class Conflict:
    """``defines`` are named conditions (a joint outcome: ``deal = a.sign and b.sign``) that wants
    and impossible states may use by name; they may use each other, not in a circle.

    ``states``: the conflict is in graph form and has exactly these; it then has no options, and
    states are named by their id. Empty: it is in option form.
    """

    name: str
    decision_makers: tuple[DecisionMaker, ...]
    options: tuple[Option, ...]
    impossible: tuple[Impossible, ...] = ()
    status_quo: StatusQuo = StatusQuo()
    defines: Mapping[str, Condition] = field(default_factory=dict)
    open_questions: tuple[OpenQuestion, ...] = ()
    note: str = ""
    states: tuple[State, ...] = ()

    def option(self, id_: str) -> Option:
        return next(o for o in self.options if o.id == id_)

    def decision_maker(self, id_: str) -> DecisionMaker:
        return next(d for d in self.decision_makers if d.id == id_)

    def options_of(self, decision_maker: str) -> tuple[Option, ...]:
        """The options that the decision maker with this id owns, in the model's order."""
        return tuple(o for o in self.options if o.owner == decision_maker)
