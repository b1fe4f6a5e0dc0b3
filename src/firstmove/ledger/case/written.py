"""A reading written as rows of a case file; ``rows`` reads them back, nothing lost."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from typing import Any

import msgspec

from firstmove.ledger.case import history
from firstmove.ledger.decisions import What
from firstmove.report import Span
from firstmove.statement import Reading, Statement


def write_new(connection: sqlite3.Connection, given: Sequence[Reading]) -> tuple[str, ...]:
    """Insert the readings whose reports the file does not have, with a line of the history.

    Gives the ids of these reports, each once; the caller holds the transaction.
    """
    known = {id_ for (id_,) in connection.execute("SELECT id FROM report")}
    fresh = {r.report.id: r for r in reversed(given) if r.report.id not in known}
    in_order = tuple(dict.fromkeys(r.report.id for r in given if r.report.id in fresh))
    if not in_order:
        return ()
    number = history.write(
        connection,
        What.ADD,
        given=[reading.report.id for reading in given],
        read=[fresh[id_] for id_ in in_order],
    )
    for position, id_ in enumerate(in_order, len(known)):
        write(connection, fresh[id_], position=position, addition=number)
    return in_order


def write(
    connection: sqlite3.Connection, reading: Reading, *, position: int, addition: int
) -> None:
    """Insert a reading's rows; the caller holds the transaction."""
    report = reading.report
    connection.execute(
        "INSERT INTO report (id, position, added, name, source, title, url, published, reader, "
        "notes, text) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            report.id,
            position,
            addition,
            report.name,
            report.source,
            report.title,
            report.url,
            report.published.isoformat() if report.published else None,
            reading.reader,
            _json(report.notes),
            report.text,
        ),
    )
    connection.executemany(
        "INSERT INTO aside VALUES (?, ?, ?, ?, ?, ?)",
        [
            (report.id, n, aside.part.value, *_place(aside.span))
            for n, aside in enumerate(report.asides)
        ],
    )
    _write_read(connection, reading)


def write_anew(connection: sqlite3.Connection, reading: Reading, *, number: int) -> None:
    """Put a reading in the place of the one that the report has; the report stays as it is."""
    for table in ("span", "statement", "sentence", "found"):
        connection.execute(f"DELETE FROM {table} WHERE report = ?", (reading.report.id,))  # noqa: S608
    connection.execute(
        "UPDATE report SET reader = ?, read = ? WHERE id = ?",
        (reading.reader, number, reading.report.id),
    )
    _write_read(connection, reading)


def _write_read(connection: sqlite3.Connection, reading: Reading) -> None:
    report = reading.report
    connection.executemany(
        "INSERT INTO sentence VALUES (?, ?, ?, ?)",
        [(report.id, n, start, end) for n, (start, end) in enumerate(reading.sentences)],
    )
    for n, statement in enumerate(reading.statements):
        _write_statement(connection, n, statement)
    for what, values in (
        ("figure", reading.figures),
        ("date", reading.dates),
        ("unknown", reading.unknowns),
        ("problem", reading.problems),
        ("event", reading.events),
    ):
        connection.executemany(
            "INSERT INTO found VALUES (?, ?, ?, ?)",
            [(report.id, what, n, _json(value)) for n, value in enumerate(values)],
        )


def _write_statement(connection: sqlite3.Connection, n: int, statement: Statement) -> None:
    connection.execute(
        "INSERT INTO statement (report, position, id, kind, quotation, modality, negated, "
        'speaker, target, condition, via, "when", acts, kind_probability) '
        "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            statement.report_id,
            n,
            statement.id,
            statement.kind.value,
            statement.quotation.value,
            statement.modality.value,
            int(statement.negated),
            _json(statement.speaker),
            _json(statement.target),
            _json(statement.condition),
            _json(statement.via),
            _json(statement.when),
            _json(statement.acts),
            statement.kind_probability,
        ),
    )
    connection.executemany(
        "INSERT INTO span VALUES (?, ?, ?, ?, ?, ?, ?)",
        [
            (statement.report_id, n, role, m, *_place(span))
            for role, spans in (
                ("cue", statement.cue),
                ("content", statement.content),
                ("gloss", statement.glosses),
            )
            for m, span in enumerate(spans)
        ],
    )


def _json(value: object) -> str | None:
    return None if value is None else msgspec.json.encode(value).decode()


def _place(span: Span) -> tuple[Any, ...]:
    return span.start, span.end, span.quote
