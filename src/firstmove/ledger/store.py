"""The ledger of one case, kept in one SQLite file."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from types import TracebackType
from typing import Self

import msgspec

from firstmove.errors import CaseError
from firstmove.ledger import casefile, kept, rows
from firstmove.ledger.diff import Added, diff
from firstmove.ledger.entry import View
from firstmove.ledger.merge import merge
from firstmove.ledger.verify import Verified, verified
from firstmove.statement import Reading


@dataclass(frozen=True, slots=True)
class Addition:
    """One line of a case file's history: when, by which program, which report ids were given."""

    at: datetime
    program: str
    given: tuple[str, ...]


class Ledger:
    """The reports of one case and what was read from them, in one file; see ``Ledger.open``.

    A context manager: leaving it closes the file. ``add`` is all or nothing, also across a crash.
    """

    def __init__(self, connection: sqlite3.Connection, path: str, *, writable: bool) -> None:
        self._connection = connection
        self._path = path
        self._writable = writable
        self._seen: tuple[tuple[int, int], View] | None = None

    @classmethod
    def open(cls, path: str | Path, *, create: bool = True) -> Ledger:
        """Open the case file at ``path``, or make it; ``":memory:"`` keeps it in memory.

        Raises CaseError when the path is a folder, not a case file, one of a newer version,
        missing with ``create=False``, locked by another process or not to be written.
        A case file in a folder that can't be written is opened for reading.
        """
        connection, writable = casefile.connect(path, create=create)
        return cls(connection, str(path), writable=writable)

    def add(self, readings: Iterable[Reading]) -> Added:
        """Add readings in one transaction and say what changed.

        A report that is in the file already, or twice among ``readings``, changes nothing.
        Raises CaseError when a reading's spans are not those of its text, or the file can't be
        written; the file is then as it was.
        """
        given = tuple(readings)
        for reading in given:
            rows.check(reading)
        if not self._writable:
            raise CaseError(
                "the case file can only be read here",
                where=self._path,
                remedy="Copy it to a folder that can be written and add to the copy.",
            )
        with casefile.explained(self._path):
            self._connection.execute("BEGIN IMMEDIATE")
            try:
                before = self._merged()
                new = self._write(given)
                after = before
                if new:
                    meanings = kept.load(self._connection)
                    after = merge(tuple(rows.load(self._connection)), meanings=meanings)
                    kept.save(self._connection, meanings)
                self._connection.execute("COMMIT")
            except BaseException:
                if self._connection.in_transaction:  # SQLite may have rolled back itself
                    self._connection.execute("ROLLBACK")
                raise
        self._seen = (self._state(), after)
        known = tuple(dict.fromkeys(r.report.id for r in given if r.report.id not in new))
        return diff(before, after, already_known=known)

    def _write(self, given: tuple[Reading, ...]) -> tuple[str, ...]:
        known = {id_ for (id_,) in self._connection.execute("SELECT id FROM report")}
        fresh = {r.report.id: r for r in reversed(given) if r.report.id not in known}
        in_order = tuple(dict.fromkeys(r.report.id for r in given if r.report.id in fresh))
        if not given:
            return ()
        cursor = self._connection.execute(
            "INSERT INTO history (at, program, given) VALUES (?, ?, ?)",
            (
                datetime.now(UTC).isoformat(timespec="seconds"),
                _program(),
                msgspec.json.encode([r.report.id for r in given]).decode(),
            ),
        )
        addition = cursor.lastrowid
        assert addition is not None
        for position, id_ in enumerate(in_order, len(known)):
            rows.write(self._connection, fresh[id_], position=position, addition=addition)
        return in_order

    def readings(self) -> tuple[Reading, ...]:
        """What the file holds, as it was read, in order of adding."""
        with casefile.explained(self._path):
            return tuple(rows.load(self._connection))

    def view(self) -> View:
        """All that the ledger holds now, merged; the same whatever the order of adding."""
        with casefile.explained(self._path):
            return self._merged()

    def verify(self) -> Verified:
        """Check the whole file anew: every id, every span, every kept vector, every merge."""
        with casefile.explained(self._path):
            return verified(self._connection)

    def history(self) -> tuple[Addition, ...]:
        """Every ``add`` so far, oldest first."""
        with casefile.explained(self._path):
            found = self._connection.execute(
                "SELECT at, program, given FROM history ORDER BY id"
            ).fetchall()
        try:
            return tuple(
                Addition(
                    datetime.fromisoformat(at),
                    program,
                    msgspec.json.decode(given, type=tuple[str, ...]),
                )
                for at, program, given in found
            )
        except (ValueError, msgspec.MsgspecError) as error:
            raise CaseError(f"the history can't be read: {error}", where=self._path) from error

    def _merged(self) -> View:
        state = self._state()
        if self._seen is None or self._seen[0] != state:
            meanings = kept.load(self._connection)
            readings = tuple(rows.load(self._connection))
            self._seen = (state, merge(readings, meanings=meanings))
        return self._seen[1]

    def _state(self) -> tuple[int, int]:
        """Changes when another process writes (data_version) or this one adds a report."""
        (data,) = self._connection.execute("PRAGMA data_version").fetchone()
        (count,) = self._connection.execute("SELECT count(*) FROM report").fetchone()
        return data, count

    def close(self) -> None:
        """Close the file; doing so twice is fine."""
        self._connection.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()


def _program() -> str:
    try:
        return f"firstmove {version('firstmove')}"
    except PackageNotFoundError:  # run from a source tree that was never installed
        return "firstmove"
