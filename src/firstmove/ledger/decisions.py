"""The analyst's decisions as values: what was decided, on which words, why, and what came of it.

A decision stands on words, not on ids that a better reader may change: an ``Anchor`` is the place
and the words of a statement (W3C Web Annotation: TextPositionSelector and TextQuoteSelector).
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum

from firstmove.report import Report, Span
from firstmove.statement import Kind, Statement


class What(StrEnum):
    """What an event of a case's history did. The first two are no decisions."""

    ADD = "add"  # reports were added
    REREAD = "reread"  # reports were read anew
    MERGE = "merge"  # statements tell one thing
    SPLIT = "split"  # statements tell another thing than the rest of their entry
    KIND = "kind"  # a statement is of another kind
    PARTY = "party"  # a name speaks for a party
    DROP = "drop"  # what was read is no statement
    RETRACT = "retract"  # a report is withdrawn
    REPLACE = "replace"  # a report is a new version of another
    MODEL = "model"  # the drafted model was edited
    UNDO = "undo"  # an earlier decision is withdrawn


@dataclass(frozen=True, slots=True)
class Anchor:
    """A statement by the words it stands on."""

    report: str
    cue: tuple[Span, ...]
    content: tuple[Span, ...]
    kind: Kind  # as it was then: tells apart two statements on the same words

    @classmethod
    def of(cls, statement: Statement) -> Anchor:
        return cls(statement.report_id, statement.cue, statement.content, statement.kind)

    @property
    def quote(self) -> str:
        return " … ".join(span.quote for span in self.content)


@dataclass(frozen=True, slots=True)
class Decision:
    """What an analyst decided, with the reason; ``who`` is told only if the analyst tells it.

    merge: ``anchors`` tell one thing. split: ``anchors`` tell another thing than ``others``.
    kind: ``anchors`` are of the kind ``value``. party: ``name`` speaks for ``value`` ("": for
    nobody), in reports from ``since`` to ``until`` where these are given. drop: ``anchors`` are no
    statements. retract: ``report``. replace: ``report`` by its new version ``by``. model: the
    model file ``drafted`` was made into ``edited``. undo: the event number ``withdraws``.
    """

    what: What
    reason: str = ""
    who: str = ""
    anchors: tuple[Anchor, ...] = ()
    others: tuple[Anchor, ...] = ()
    name: str = ""
    value: str = ""
    since: date | None = None
    until: date | None = None
    report: str = ""
    by: str = ""
    withdraws: int = 0
    drafted: str = ""
    edited: str = ""


@dataclass(frozen=True, slots=True)
class Event:
    """One line of a case's history. ``number`` counts from 1 and never changes.

    ``digests``: report id and hash of its reading, for each reading that the event brought.
    """

    number: int
    at: datetime
    program: str
    what: What = What.ADD
    given: tuple[str, ...] = ()  # report ids that were given, known ones too
    digests: tuple[tuple[str, str], ...] = ()
    decision: Decision | None = None


class Effect(StrEnum):
    IN_FORCE = "in force"
    WITHDRAWN = "withdrawn"
    OVERRULED = "overruled"  # a later decision says otherwise
    LOST = "lost"  # the words it stands on are no statement any more


@dataclass(frozen=True, slots=True)
class Ruled:
    """A decision and what became of it in a view."""

    number: int
    at: datetime
    decision: Decision
    effect: Effect
    statements: tuple[str, ...] = ()  # ids of the statements it bears on now
    note: str = ""  # why it has no effect, or at which other bounds its words were found


@dataclass(frozen=True, slots=True)
class Gone:
    """A report that no longer counts: a tombstone. ``by``: the id of its new version, or ""."""

    report: Report
    number: int  # of the event that says so
    at: datetime
    reason: str = ""
    by: str = ""


@dataclass(frozen=True, slots=True)
class Decided:
    """A case's decisions at one moment, oldest first, and those of them that are withdrawn."""

    events: tuple[Event, ...] = ()
    withdrawn: frozenset[int] = frozenset()
    gone: dict[str, Event] = field(default_factory=dict)  # report id -> what took it away

    @classmethod
    def of(cls, events: tuple[Event, ...]) -> Decided:
        """From the history, up to the moment asked for.

        An undo that is itself undone does not count, so the last word is read first.
        """
        decisions = tuple(e for e in events if e.decision is not None)
        withdrawn: set[int] = set()
        for event in reversed(decisions):
            if event.what is What.UNDO and event.number not in withdrawn:
                assert event.decision is not None
                withdrawn.add(event.decision.withdraws)
        gone = {
            event.decision.report: event
            for event in decisions
            if event.decision is not None
            and event.what in (What.RETRACT, What.REPLACE)
            and event.number not in withdrawn
        }
        return cls(decisions, frozenset(withdrawn), gone)

    @property
    def in_force(self) -> tuple[Event, ...]:
        return tuple(e for e in self.events if e.number not in self.withdrawn)

    @property
    def model(self) -> Event | None:
        """The last edit of the drafted model that is not withdrawn."""
        return next((e for e in reversed(self.in_force) if e.what is What.MODEL), None)

    def newest(self, report: str) -> str:
        """The id of the newest version of a report; "" where it was retracted."""
        seen = set()
        while report in self.gone and report not in seen:
            seen.add(report)
            decision = self.gone[report].decision
            report = decision.by if decision is not None else ""
        return "" if report in seen else report
