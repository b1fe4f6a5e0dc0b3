"""Writing the merged ledger into the case file (``stored``): only what changed."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from typing import TYPE_CHECKING

import msgspec

from firstmove.ledger.case import stored
from firstmove.ledger.case.chosen import mark
from firstmove.ledger.document import entry_row, report_row, told_row
from firstmove.ledger.entry import Entry, Party, View
from firstmove.ledger.parties.names import fold
from firstmove.report import Report
from firstmove.statement import Reading, Statement

if TYPE_CHECKING:  # a part of a case is read without what compares
    from firstmove.heads import Head
    from firstmove.ledger.case.changed import Changed
    from firstmove.ledger.incremental.again import Again
    from firstmove.ledger.witnesses.traits import Known

_Row = tuple[str | bytes | int | None, ...]


def save(
    connection: sqlite3.Connection, view: View, readings: Sequence[Reading], again: Again
) -> Changed | None:
    """Keep a merged view, and say what changed, where that is known; the caller holds the
    transaction.

    ``readings``: those it was made of; ``again``: that which its merge took over from and took up.
    """
    from firstmove.ledger.case.changed import changed

    only = None
    if (
        again.source
        and stored.known(connection)
        and again.source == stored.value(connection, "made_from", str)
    ):
        only = changed(view, again)
    _make(connection)
    for table, rows in _rows(view, readings, again, stored.made_from(connection), only).items():
        key, marks = stored.COLUMNS[table][0], ", ".join("?" * len(stored.COLUMNS[table]))
        whole = only is None or table == "merged"
        held = _held(connection, table) if whole else {}
        connection.executemany(
            f"DELETE FROM {table} WHERE {key} = ?",  # noqa: S608
            [(id_,) for id_ in (held.keys() - rows.keys() if only is None else only.gone)],
        )
        connection.executemany(
            f"INSERT OR REPLACE INTO {table} VALUES ({marks})",  # noqa: S608
            [row for id_, row in rows.items() if held.get(id_) != row],
        )
    return only


def _make(connection: sqlite3.Connection) -> None:
    """Make the tables; those of another program, which may have other columns, are dropped."""
    if stored.by_another_program(connection):
        for table in stored.COLUMNS:
            connection.execute(f"DROP TABLE IF EXISTS {table}")
    for statement in stored.TABLES:
        connection.execute(statement)


def unlike(
    connection: sqlite3.Connection, view: View, readings: Sequence[Reading], again: Again
) -> list[str]:
    """Tables of a kept merge that do not hold what ``view``, merged anew, says."""
    rows = _rows(view, readings, again, stored.made_from(connection))
    return [table for table in rows if rows[table] != _held(connection, table)]


def _rows(
    view: View,
    readings: Sequence[Reading],
    again: Again,
    source: str,
    only: Changed | None = None,
) -> dict[str, dict[str, _Row]]:
    """What each table has to hold, by the first column; ``only``: of what changed."""
    pack = msgspec.msgpack.encode
    # In the order in which they are read: of one side, entry by entry.
    by_side = sorted(view.entries, key=lambda e: (fold(e.party), e.id))
    return {
        "merged_entry": {
            e.id: _entry(e, again) for e in by_side if only is None or e.id in only.entries
        },
        "merged_statement": {
            id_: _statement(view.statement(id_), e)
            for e in by_side
            for id_ in e.statements
            if only is None or id_ in only.statements
        },
        "merged_report": {
            id_: (
                id_,
                _packed(known),
                pack(again.new_told[id_]),
                pack(again.new_printed[id_]),
                _packed(dict(again.new_heads[id_])),
                pack(again.new_contexts.get(id_, ())),
            )
            for id_, known in again.new_reports.items()
            if only is None or id_ in only.reports
        },
        "merged_source": {
            report.id: _source(report)
            for report in view.reports
            if only is None or report.id in only.reports
        },
        "merged_speaker": {
            who: (who, pack(against))
            for who, against in again.new_speakers.items()
            if only is None or who in only.speakers
        },
        "merged_alike": {
            id_: (id_, row.told, row.linked, row.group)
            for id_, row in again.new.items()
            if only is None or again.rows.get(id_) != row
        },
        "merged": _values(view, readings, again, source),
    }


def _values(view: View, readings: Sequence[Reading], again: Again, source: str) -> dict[str, _Row]:
    counted = {reading.report.id: reading.figures for reading in readings}
    figures = tuple(figure for report in view.reports for figure in counted[report.id])
    values = {
        "made_from": source,
        "program": stored.program_digest(),
        "sides": (*map(stored.bare, view.parties), stored.bare(Party("", view.people))),
        **{name: getattr(view, name) for name in stored.compared()},
        "opposed": again.new_opposed,
        "figures": None if view.figures == figures else view.figures,
    }
    return {what: (what, _json(told)) for what, told in values.items()}


def _entry(entry: Entry, again: Again) -> _Row:
    parted = _json(again.new_parted[entry.id]) if entry.id in again.new_parted else ""
    value, shown = _json(entry), _json(entry_row(entry))
    what = entry.kind.value, entry.relation.value
    marks = mark(entry.id, value.encode()), mark(entry.id, shown.encode())
    return entry.id, fold(entry.party), *what, value, parted, shown, *marks


def _statement(statement: Statement, entry: Entry) -> _Row:
    id_, value, shown = statement.id, _json(statement), _json(told_row(statement))
    marks = mark(id_, value.encode()), mark(id_, shown.encode())
    return id_, entry.id, statement.report_id, statement.start, value, shown, *marks


def _source(report: Report) -> _Row:
    shown = _json(report_row(report, text=False))
    return report.id, shown, mark(report.id, shown.encode())


def _packed(known: Known | dict[str, Head]) -> bytes:
    # Sets in order, so that what is the same is kept as the same.
    return msgspec.msgpack.encode(known, order="deterministic")


def _held(connection: sqlite3.Connection, table: str) -> dict[str, _Row]:
    names = ", ".join(stored.COLUMNS[table])
    return {row[0]: row for row in connection.execute(f"SELECT {names} FROM {table}")}  # noqa: S608


def _json(told: object) -> str:
    return msgspec.json.encode(told).decode()
