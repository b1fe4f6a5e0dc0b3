"""A case file checked against itself: what it says must follow from the texts in it."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from firstmove.errors import CaseError
from firstmove.ledger.case import former, history, index, kept, rows, stored, storing
from firstmove.ledger.comparing.meaning import Meanings
from firstmove.ledger.comparing.telling import voiceless
from firstmove.ledger.decisions import Decided, Event
from firstmove.ledger.incremental.again import Again
from firstmove.ledger.merge import merge
from firstmove.statement import Reading

_SAME = 0.999  # cosine of a vector with itself made anew; processors differ in the last bits


@dataclass(frozen=True, slots=True)
class Verified:
    """How much was checked, and one sentence for each thing that is not as it should be."""

    reports: int
    statements: int
    entries: int
    vectors: int
    problems: tuple[str, ...] = ()
    events: int = 0

    @property
    def whole(self) -> bool:
        return not self.problems


def verified(connection: sqlite3.Connection) -> Verified:
    """Check a case file. What cannot be read is a problem, not an error; the rest is checked.

    The store itself (pages, foreign keys); each line of the history against its mark; each
    report's id against its text, each span against the words that stand there, each value against
    its type, each reading, also a former one, against the hash that the history has of it; the
    words of each decision; each kept vector of a statement against one made anew; the entries
    merged with kept vectors against those merged without, and against the kept ones.
    """
    problems = list(_store(connection))
    events: tuple[Event, ...] = ()
    readings: list[Reading] = []
    held: list[tuple[str, int]] = []
    try:
        problems += history.broken(connection)
        events = history.load(connection, "history")
    except (CaseError, sqlite3.DatabaseError) as error:
        problems.append(f"The history can't be read: {error}")
    hashes = {(id_, e.number): digest for e in events for id_, digest in e.digests}
    try:
        held = connection.execute(
            "SELECT id, coalesce(read, added) FROM report ORDER BY position"
        ).fetchall()
    except sqlite3.DatabaseError as error:
        problems.append(f"The list of the reports can't be read: {error}.")
    for id_, since in held:
        try:
            (reading,) = rows.load(connection, id_)
            readings.append(reading)
            told = [*former.every(connection, reading.report), (since, reading)]
        except CaseError as error:
            problems.append(str(error))
            continue
        except sqlite3.DatabaseError as error:
            problems.append(f"Report {id_} can't be read: {error}.")
            continue
        problems += _unlike(told, hashes)
    problems += _unfounded(events, readings, {id_ for id_, _ in held})
    try:
        return _merged(connection, readings, events, problems, whole=len(readings) == len(held))
    except (CaseError, sqlite3.DatabaseError) as error:
        problems.append(f"What is kept of the merge can't be read: {error}.")
        said = sum(len(reading.statements) for reading in readings)
        return Verified(len(readings), said, 0, 0, tuple(problems), len(events))


def _store(connection: sqlite3.Connection) -> Iterator[str]:
    """What SQLite itself finds wrong."""
    try:
        for (told,) in connection.execute("PRAGMA integrity_check"):
            if told != "ok":
                yield f"The file is damaged: {told}."
        for table, _, parent, _ in connection.execute("PRAGMA foreign_key_check"):
            yield f"A row of {table} belongs to no {parent}."
    except sqlite3.DatabaseError as error:
        yield f"The file is damaged: {error}."


def _merged(
    connection: sqlite3.Connection,
    readings: Sequence[Reading],
    events: tuple[Event, ...],
    problems: list[str],
    *,
    whole: bool,
) -> Verified:
    """All merged anew, and what is kept held against it. ``whole``: no reading is missing."""
    texts = {voiceless(s): None for reading in readings for s in reading.statements}
    known, anew = kept.load(connection), Meanings()
    cosines = (known.of(texts) * anew.of(texts)).sum(axis=1).tolist()
    made = len(known.new)
    other = {text for text, near in zip(texts, cosines, strict=True) if text and near < _SAME}
    problems += [f"The kept vector of “{text[:60]}” is not its own." for text in sorted(other)]
    decided = Decided.of(events)
    again = Again()
    view = merge(readings, meanings=anew, decided=decided, again=again)
    if not other and merge(readings, meanings=known, decided=decided) != view:
        problems.append("The entries are others when the kept vectors are made anew.")
    if not other and whole and stored.there(connection):
        problems += [
            f"The table {table} holds another merge than that made anew."
            for table in (
                *storing.unlike(connection, view, readings, again),
                *index.unlike(connection, view),
            )
        ]
    return Verified(
        len(view.reports) + len(view.gone),
        len(view.statements),
        len(view.entries),
        len(texts) - made,
        tuple(problems),
        len(events),
    )


def _unlike(
    told: Sequence[tuple[int, Reading]], hashes: dict[tuple[str, int], str]
) -> Iterator[str]:
    """Readings that are not those that the history has the hashes of.

    A line written by an older program has none.
    """
    report = told[-1][1].report
    brought = {number for number, _ in told}
    for number, reading in told:
        known = hashes.get((report.id, number))
        if known is not None and known != history.digest(reading):
            yield (
                f"{report.name or report.id}: what was read from it in event {number} was changed."
            )
    for id_, number in hashes:
        if id_ == report.id and number not in brought:
            yield f"{report.name or report.id}: what was read from it in event {number} is missing."


def _unfounded(
    events: Sequence[Event], readings: Sequence[Reading], held: set[str]
) -> Iterator[str]:
    """Reports that the history tells of and the file has not; words of decisions that are none."""
    texts = {reading.report.id: reading.report.text for reading in readings}
    for event in events:
        for id_, _ in event.digests:
            if id_ not in held:
                yield f"Report {id_}, which event {event.number} brought, is missing."
        decision = event.decision
        for anchor in (*decision.anchors, *decision.others) if decision else ():
            for span in (*anchor.cue, *anchor.content):
                if span.report_id in held - texts.keys():
                    continue  # told above
                if texts.get(span.report_id, "")[span.start : span.end] != span.quote:
                    yield (
                        f"Decision {event.number} stands on words that are not at "
                        f"{span.start}:{span.end} of report {span.report_id}."
                    )
