"""The merged views of a case: that of now and the one before, from the file or merged anew."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from typing import TYPE_CHECKING

import msgspec

from firstmove.ledger.case import former, history, kept, stored, storing
from firstmove.ledger.case.held import Held, Past
from firstmove.ledger.case.index import bring
from firstmove.ledger.decisions import Decided
from firstmove.ledger.entry import View
from firstmove.statement import Reading

if TYPE_CHECKING:  # what merges is loaded where it is needed: a part of a case is shown without
    from firstmove.ledger.incremental.again import Again

_KEPT_VIEWS = 2  # that of now and the one before


class Merges:
    """The views of one case file, each worked out once; that of now is kept in the file, too."""

    def __init__(
        self,
        connection: sqlite3.Connection,
        path: str,
        *,
        writable: bool,
        note: Callable[[str], object],
    ) -> None:
        self._connection = connection
        self._path = path
        self._writable = writable
        self._note = note
        self._held = Held(connection)
        self._views: dict[tuple[int, int], View | Past] = {}
        self._again: Again | None = None  # what the merge of now took up, if made here
        self._taken: Again | None = None  # and what it may take over, if it was read

    @staticmethod
    def ready() -> None:
        """Load what merges."""
        from firstmove.ledger import merge  # noqa: F401
        from firstmove.ledger.case import taken_over  # noqa: F401

        stored.program_digest()

    def number(self) -> int:
        """Of the last event: what the case holds changes with no other."""
        (number,) = self._connection.execute("SELECT max(id) FROM history").fetchone()
        return number or 0

    def readings(self, as_of: int | None = None) -> tuple[Reading, ...]:
        """What the file holds, in order of adding; after event ``as_of``."""
        if as_of is None:
            return self._held.readings()
        return tuple(former.readings(self._connection, as_of))

    def at(self, as_of: int | None = None) -> View:
        """The view of now, or that after event ``as_of``."""
        number = self.number()
        at = self._key(number if as_of is None else as_of)
        view = self._views.get(at)
        if isinstance(view, Past):
            view = self._whole(view)
        if view is None:
            readings = self.readings(None if at[1] == number else at[1])
            decided = Decided.of(history.load(self._connection, self._path, at[1]))
            view = self._kept(readings, decided) if at[1] == number else None
            if view is None:
                view = self._made(readings, decided, now=at[1] == number)
        self._remember(at, view)
        return view

    def before(self) -> View | Past:
        """The view of now, before a change; of one that the file keeps only what is needed."""
        number = self.number()
        at = self._key(number)
        if at not in self._views and stored.there(self._connection):
            from firstmove.ledger.case import taken_over

            readings = self.readings()
            decided = Decided.of(history.load(self._connection, self._path))
            self._taken = taken_over.before(self._connection)
            try:
                past = Past(self._connection, readings, decided, tuple(self._taken.entries))
            except (msgspec.MsgspecError, ValueError):
                return self.at()
            self._remember(at, past)
        return self._views[at] if at in self._views else self.at()

    def keep(self) -> None:
        """Merge, and keep it, where the file may be written and nobody else writes."""
        if not self._writable or self._connection.in_transaction:
            return
        try:
            self._connection.execute("BEGIN IMMEDIATE")
        except sqlite3.OperationalError:
            return  # another process writes: the next one that asks will keep it
        try:
            self._save(self.at(), self.readings())
            self._connection.execute("COMMIT")
        except sqlite3.OperationalError as error:  # the disk is full: it can be shown all the same
            self._note(f"What was merged can’t be kept in the case file ({error}).")
        finally:
            if self._connection.in_transaction:  # SQLite may have rolled back itself
                self._connection.execute("ROLLBACK")

    def copy_to(self, connection: sqlite3.Connection) -> None:
        """Keep the view of now, with its index, in a copy of the file."""
        self._save(self.at(), self.readings(), connection)

    def changed(self) -> None:
        """To be called when a change is through."""
        self._taken = None

    def forget(self) -> None:
        """To be called when a change was undone."""
        self._views.clear()
        self._held.forget()

    def _save(
        self,
        view: View,
        readings: tuple[Reading, ...],
        connection: sqlite3.Connection | None = None,
    ) -> None:
        """Keep the view of now, and bring the index up to it."""
        to = connection or self._connection
        only = None
        if self._again is not None:
            only = storing.save(to, view, readings, self._again)
        bring(to, view, only)

    def _key(self, number: int) -> tuple[int, int]:
        """Under what the view after an event is kept in memory."""
        (data,) = self._connection.execute("PRAGMA data_version").fetchone()
        return data, number

    def _remember(self, at: tuple[int, int], view: View | Past) -> None:
        self._views.pop(at, None)
        while len(self._views) >= _KEPT_VIEWS:
            del self._views[next(iter(self._views))]
        self._views[at] = view

    @staticmethod
    def _whole(past: Past) -> View | None:
        """None where what was kept is broken, of which ``verify`` tells."""
        try:
            return past.view()
        except (msgspec.MsgspecError, ValueError):
            return None

    def _made(self, readings: tuple[Reading, ...], decided: Decided, *, now: bool) -> View:
        """The readings merged; where the file may be written, that of now is kept in it."""
        from firstmove.ledger.case import taken_over
        from firstmove.ledger.incremental.again import Again
        from firstmove.ledger.merge import merge

        if now and stored.by_another_program(self._connection):
            said = sum(len(reading.statements) for reading in readings)
            often = "This is done once."
            if not self._writable:
                often = "The case can only be read here: this is done for every command."
            reports = "1 report" if len(readings) == 1 else f"{len(readings)} reports"
            self._note(
                f"The program has changed since this case was merged: merging {reports} "
                f"with {said} statements anew. {often}"
            )
        meanings = kept.load(self._connection)
        again = Again()
        if now:
            again, self._taken = self._taken or taken_over.before(self._connection), None
        view = merge(readings, meanings=meanings, decided=decided, again=again)
        if now:
            self._again = again
        if self._connection.in_transaction:
            kept.save(self._connection, meanings)
            if now:
                self._save(view, readings)
        return view

    def _kept(self, readings: tuple[Reading, ...], decided: Decided) -> View | None:
        """The view that the file keeps; None where it keeps none of now, or one that is broken,
        of which ``verify`` tells."""
        if not stored.there(self._connection):
            return None
        try:
            entries = tuple(stored.entries(self._connection))
            view = self._whole(Past(self._connection, readings, decided, entries))
        except (msgspec.MsgspecError, ValueError):
            return None
        self._again = None
        return view
