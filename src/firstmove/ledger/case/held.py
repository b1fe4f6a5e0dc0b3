"""The readings of a case file, each read once, and the view before a change, made when asked."""

from __future__ import annotations

import sqlite3
from functools import cached_property
from typing import Any

import msgspec

from firstmove.ledger.case import rows, stored
from firstmove.ledger.case.chosen import in_order
from firstmove.ledger.decisions import Decided, Ruled
from firstmove.ledger.entry import Entry, View
from firstmove.report import Report
from firstmove.statement import Reading, Statement


class Held:
    """The readings that the file holds now: what was read and checked is not read again, unless
    another process wrote, or what this one wrote was undone (``forget``)."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._data: object = None
        self._known: dict[tuple[str, int], Reading] = {}  # by id and the event that brought it

    def readings(self) -> tuple[Reading, ...]:
        """In order of adding. Raises CaseError."""
        data = self._connection.execute("PRAGMA data_version").fetchone()
        if data != self._data:
            self._known, self._data = {}, data
        now = self._connection.execute(
            "SELECT id, coalesce(read, added) FROM report ORDER BY position"
        ).fetchall()
        if not self._known:
            self._known = dict(zip(now, rows.load(self._connection), strict=True))
        for key in now:
            if key not in self._known:
                (self._known[key],) = rows.load(self._connection, key[0])
        return tuple(self._known[key] for key in now)

    def forget(self) -> None:
        self._known = {}


class Past:
    """The view before a change, from what the file keeps merged: of it is made what is asked for.

    Raises msgspec.MsgspecError, ValueError where what is kept is broken.
    """

    def __init__(
        self,
        connection: sqlite3.Connection,
        readings: tuple[Reading, ...],
        decided: Decided,
        entries: tuple[Entry, ...],
    ) -> None:
        self.entries = entries
        from firstmove.ledger.case import taken_over

        self._heads = taken_over.heads(connection)
        self._readings, self._decided = readings, decided
        self._rest: dict[str, Any] = stored.beside(connection)
        self._otherwise: dict[str, Statement] = {}  # statements that are not as they were read
        if decided.events:
            decoder = msgspec.json.Decoder(Statement)
            self._otherwise = {
                id_: decoder.decode(text)
                for id_, text in connection.execute(
                    "SELECT id, value FROM merged_statement "
                    "WHERE id NOT IN (SELECT id FROM statement)"
                )
            }

        told = {id_ for entry in entries for id_ in entry.statements}
        kept = {id_ for (id_,) in connection.execute("SELECT id FROM merged_statement")}
        if told != kept or not kept <= self._statements.keys():
            raise ValueError("the kept entries are not those of the statements")

    @cached_property
    def _statements(self) -> dict[str, Statement]:
        return {s.id: s for r in self._readings for s in r.statements} | self._otherwise

    @cached_property
    def reports(self) -> tuple[Report, ...]:
        found = in_order(self._readings)
        return tuple(r.report for r in found if r.report.id not in self._decided.gone)

    @property
    def decisions(self) -> tuple[Ruled, ...]:
        decisions: tuple[Ruled, ...] = self._rest["decisions"]
        return decisions

    def statement(self, id_: str) -> Statement:
        return self._statements[id_]

    def view(self) -> View:
        """All of it."""
        from firstmove.ledger.merge import unmerged

        told = unmerged(self._readings, self._decided, self._heads)
        return stored.whole(told, self.entries, self._rest)
