"""Readings as they were at a moment: those of now, and those that newer ones took the place of."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from typing import Any

import msgspec

from firstmove.errors import CaseError
from firstmove.ledger.case import rows
from firstmove.ledger.case.checked import check
from firstmove.report import Report, Span
from firstmove.statement import Event, Figure, Problem, Reading, Statement, When

_Kept = tuple[
    tuple[tuple[int, int], ...],
    tuple[Statement, ...],
    tuple[Figure, ...],
    tuple[When, ...],
    tuple[Span, ...],
    tuple[Problem, ...],
    str,
    tuple[Event, ...],
]


def shelve(connection: sqlite3.Connection, reading: Reading) -> None:
    """Keep the reading that a report has now, before a newer one takes its place."""
    kept: tuple[Any, ...] = (
        reading.sentences,
        reading.statements,
        reading.figures,
        reading.dates,
        reading.unknowns,
        reading.problems,
        reading.reader,
        reading.events,
    )
    connection.execute(
        "INSERT INTO former SELECT id, coalesce(read, added), ? FROM report WHERE id = ?",
        (msgspec.json.encode(kept).decode(), reading.report.id),
    )


def readings(connection: sqlite3.Connection, number: int) -> Iterator[Reading]:
    """Every reading as it was after event ``number``, in order of adding. Raises CaseError."""
    for id_, since in connection.execute(
        "SELECT id, coalesce(read, added) FROM report WHERE added <= ? ORDER BY position",
        (number,),
    ).fetchall():
        (reading,) = rows.load(connection, id_)
        if since > number:
            (value,) = connection.execute(
                'SELECT value FROM former WHERE report = ? AND "first" <= ? '
                'ORDER BY "first" DESC LIMIT 1',
                (id_, number),
            ).fetchone() or (None,)
            reading = unshelved(reading.report, value)
        yield reading


def every(connection: sqlite3.Connection, report: Report) -> Iterator[tuple[int, Reading]]:
    """The former readings of a report, each with the event that brought it. Raises CaseError."""
    for first, value in connection.execute(
        'SELECT "first", value FROM former WHERE report = ? ORDER BY "first"', (report.id,)
    ).fetchall():
        yield first, unshelved(report, value)


def unshelved(report: Report, value: str | None) -> Reading:
    try:
        if value is None:
            raise ValueError("an earlier reading is missing")
        reading = Reading(report, *msgspec.json.decode(value, type=_Kept))
    except (msgspec.MsgspecError, ValueError) as error:
        raise CaseError(
            f"an earlier reading in the case file can't be read: {error}",
            where=report.name or report.id,
            remedy="Take the last copy that works, or make a new case file from the reports.",
        ) from error
    check(reading)
    return reading
