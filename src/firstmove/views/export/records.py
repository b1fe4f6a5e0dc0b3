"""What is exported as an event: each entry of the ledger once, and each deed the outlets tell."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from firstmove.errors import FirstmoveError
from firstmove.ledger.entry import Entry, View
from firstmove.ledger.parties.names import fold
from firstmove.report import Report, Span, content_id
from firstmove.statement import Basis, Event, Kind, Mention, Statement, When
from firstmove.views.export.ontology import auxiliary_modes


@dataclass(frozen=True, slots=True)
class Entity:
    """Who acts or is acted on. ``raw`` are the report's words for it; any may be ""."""

    name: str
    party: str
    raw: str

    @property
    def known(self) -> bool:
        return bool(self.name or self.party)


@dataclass(frozen=True, slots=True)
class Record:
    """One event. ``statement`` is the telling that is quoted first, None for an outlet's own."""

    id: str
    kind: Kind
    probability: float | None
    day: date | None
    day_told: bool  # whether a report tells the day; else it is the day of publication
    actor: Entity
    recipient: Entity | None
    modes: tuple[str, ...]
    report: Report
    places: tuple[Span, ...]
    entry: Entry | None = None
    statement: Statement | None = None


@dataclass(frozen=True, slots=True)
class LeftOut:
    """How many entries an event file leaves out, and why."""

    own_kind: int  # kinds that PLOVER has no type for
    nobody: int  # without a known actor


def of_party(view: View, party: str) -> tuple[Entry, ...]:
    """The entries of one party, all for "". Raises FirstmoveError for a party nobody is of."""
    if not party:
        return view.entries
    found = tuple(e for e in view.entries if e.party and fold(e.party) == fold(party))
    if not found:
        known = sorted({entry.party for entry in view.entries if entry.party})
        raise FirstmoveError(
            f"no entry is of a party “{party}”",
            remedy=f"Parties with entries: {', '.join(known) or 'none'}.",
        )
    return found


def records(view: View, party: str = "") -> Iterator[Record]:
    """All that PLOVER has a type for, entries first, then the outlets' own events."""
    entries = of_party(view, party)
    for entry in entries:
        record = _of_entry(view, entry)
        if record.kind.is_plover and record.actor.known:
            yield record
    asked = {entry.party for entry in entries} if party else None
    for event in view.events:
        record = _of_event(view, event)
        if record.actor.known and (asked is None or record.actor.party in asked):
            yield record


def left_out(view: View, party: str = "") -> LeftOut:
    entries = of_party(view, party)
    own = sum(not entry.kind.is_plover for entry in entries)
    nobody = sum(e.kind.is_plover and not (e.speaker or e.party) for e in entries)
    return LeftOut(own, nobody)


def _of_entry(view: View, entry: Entry) -> Record:
    statement = view.statement(entry.lead)
    report = view.report(statement.report_id)
    day, told = _day(statement.when, report)
    raw = statement.speaker.span.quote if statement.speaker else ""
    return Record(
        entry.id,
        entry.kind,
        statement.kind_probability,
        day,
        told,
        Entity(entry.speaker, entry.party, raw),
        _entity(statement.target, entry.target),
        auxiliary_modes(statement),
        report,
        statement.content,
        entry,
        statement,
    )


def _of_event(view: View, event: Event) -> Record:
    report = view.report(event.span.report_id)
    day, told = _day(event.when, report)
    actor = _entity(event.actor)
    assert actor is not None
    return Record(
        content_id("v-", report.id, event.span.start, event.span.end, event.kind),
        event.kind,
        event.probability,
        day,
        told,
        actor,
        _entity(event.recipient),
        (),
        report,
        (event.span,),
    )


def _entity(mention: Mention | None, party: str = "") -> Entity | None:
    if mention is None:
        return Entity("", party, "") if party else None
    return Entity(mention.name, party or mention.party, mention.span.quote)


def _day(when: When | None, report: Report) -> tuple[date | None, bool]:
    if when is not None and when.basis is not Basis.UNRESOLVED and when.start is not None:
        return when.start, True
    return report.published, False
