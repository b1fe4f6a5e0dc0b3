"""Entries of the kept merge, with their statements and reports, in one of the two forms they have.

The one is the value itself, the other the JSON that documents have of it, given out as it stands.
Each has a mark, a hash of it and of the id, made when it was merged from readings whose every span
was checked; what is not as it was written is not shown. A report is held against its id, which is a
hash of its text.
"""

from __future__ import annotations

import hashlib
import sqlite3
from collections.abc import Collection, Iterable, Iterator, Mapping, Set
from dataclasses import dataclass
from datetime import date
from typing import Any, Generic, TypeVar

import msgspec

from firstmove.ledger.case import rows
from firstmove.ledger.case.checked import check
from firstmove.ledger.entry import Entry
from firstmove.report import Span
from firstmove.statement import Reading, Statement


class ShownEntry(msgspec.Struct):
    """What is read of an entry that is given out as it is kept."""

    party: str
    speaker: str
    statements: tuple[str, ...]


class ShownStatement(msgspec.Struct):
    """The same of a statement: where its words stand."""

    content: tuple[rows.Place, ...]
    report_id: str = msgspec.field(name="report")


E = TypeVar("E", Entry, ShownEntry)
S = TypeVar("S", Statement, ShownStatement)


@dataclass(frozen=True, slots=True)
class Form(Generic[E, S]):
    column: str
    entry: type[E]
    statement: type[S]


VALUE = Form("value", Entry, Statement)
SHOWN = Form("shown", ShownEntry, ShownStatement)


class Words:
    """Where the words of statements stand in their reports."""

    def __init__(self, statements: Iterable[Statement | ShownStatement]) -> None:
        self._places: dict[str, list[tuple[int, int]]] = {}
        for statement in statements:
            places = self._places.setdefault(statement.report_id, [])
            for span in statement.content:
                places.append((span.start, span.end))

    @property
    def reports(self) -> Set[str]:
        return self._places.keys()

    def at(self, report: str, start: int, end: int) -> bool:
        """Whether a place lies in them."""
        return any(first <= start and end <= last for first, last in self._places.get(report, ()))

    def hold(self, span: Span) -> bool:
        return self.at(span.report_id, span.start, span.end)


@dataclass(frozen=True, slots=True)
class Chosen(Generic[E, S]):
    """Entries, and their statements by id, each with the JSON that is kept of it.

    All in the order of the reports; ``words`` are those of the statements.
    """

    entries: list[tuple[E, bytes]]
    statements: dict[str, tuple[S, bytes]]
    words: Words


def mark(id_: str, told: bytes) -> str:
    """By which a row is known to be as it was written."""
    return hashlib.sha256(b"%b\x1f%b" % (id_.encode(), told)).hexdigest()[:16]


def choose(
    connection: sqlite3.Connection, form: Form[E, S], tests: Mapping[str, str]
) -> Chosen[E, S]:
    """The entries that pass tests of their row ``e`` in SQL, each with its value.

    Raises ValueError, msgspec.MsgspecError.
    """
    where, values = " AND ".join(tests) or "1", tuple(tests.values())
    entry_in, statement_in = msgspec.json.Decoder(form.entry), msgspec.json.Decoder(form.statement)
    row = "{0}.id, CAST({0}.{1} AS BLOB), {0}.{1}_mark"
    entries: list[tuple[E, bytes]] = []
    for id_, told, marked in connection.execute(
        f"SELECT {row.format('e', form.column)} FROM merged_entry e WHERE {where}",  # noqa: S608
        values,
    ):
        _hold(id_, told, marked)
        entries.append((entry_in.decode(told), told))
    place = places(connection)
    said: list[tuple[int, int, str, Any]] = []
    for id_, told, marked, report, start in connection.execute(
        f"SELECT {row.format('s', form.column)}, s.report, s.start "  # noqa: S608
        f"FROM merged_entry e CROSS JOIN merged_statement s ON s.entry = e.id WHERE {where}",
        values,
    ):
        _hold(id_, told, marked)
        said.append((place[report], start, id_, (statement_in.decode(told), told)))
    said.sort()  # no two have one id: what stands behind it is not compared
    statements = {id_: told for _, _, id_, told in said}
    order = {id_: n for n, id_ in enumerate(statements)}
    if order.keys() != {id_ for entry, _ in entries for id_ in entry.statements}:
        raise ValueError("the kept entries are not those of the statements")
    entries.sort(key=lambda one: order[one[0].statements[0]])
    return Chosen(entries, statements, Words(one for one, _ in statements.values()))


def sources(connection: sqlite3.Connection, ids: Collection[str]) -> Iterator[bytes]:
    """Reports, in their order, as documents have them. Raises ValueError, KeyError."""
    found: dict[str, bytes] = {}
    for id_, told, marked in connection.execute(
        "SELECT id, CAST(shown AS BLOB), mark FROM merged_source"
    ):
        if id_ in ids:
            _hold(id_, told, marked)
            found[id_] = told
    return (found[id_] for id_ in places(connection) if id_ in ids)


def places(connection: sqlite3.Connection, gone: Collection[str] = ()) -> dict[str, int]:
    """Where each report stands among those that count; as ``merge`` puts them."""
    found = connection.execute(
        "SELECT id FROM report ORDER BY coalesce(published, '9999-12-31'), name, source, id"
    )
    return {id_: n for n, id_ in enumerate(id_ for (id_,) in found if id_ not in gone)}


def reports_of(
    connection: sqlite3.Connection, ids: Iterable[str], words: Words, *, sentences: bool = True
) -> list[Reading]:
    """Reports in their order, checked, with the figures and dates in these words.

    Raises CaseError, ValueError, msgspec.MsgspecError.
    """
    readings = in_order(rows.about(connection, ids, words.at, sentences=sentences))
    for reading in readings:
        check(reading)
    return readings


def in_order(found: Iterable[Reading]) -> list[Reading]:
    """In the order of the reports."""

    def key(reading: Reading) -> tuple[date, str, str, str]:
        report = reading.report
        return report.published or date.max, report.name, report.source, report.id

    return sorted(found, key=key)


def _hold(id_: str, told: bytes, marked: str) -> None:
    if mark(id_, told) != marked:
        raise ValueError(f"what is kept of {id_} is not as it was written")
