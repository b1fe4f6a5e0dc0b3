"""The ledger of one case, kept in one SQLite file."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from functools import cached_property
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Self

from firstmove.errors import CaseError
from firstmove.ledger.case import casefile, former, history, outline, rows, stored, written
from firstmove.ledger.case.asked import Asked
from firstmove.ledger.case.checked import check
from firstmove.ledger.case.part import Shown, load, load_shown, part_of, shown_of
from firstmove.ledger.case.waiting import WAIT, begin
from firstmove.ledger.decisions import Decision, Event, What
from firstmove.ledger.entry import View
from firstmove.statement import Reading

if TYPE_CHECKING:  # what merges is loaded where it is needed: a part of a case is shown without
    from firstmove.ledger.case.held import Past
    from firstmove.ledger.case.merges import Merges
    from firstmove.ledger.case.search import Found
    from firstmove.ledger.case.verify import Verified
    from firstmove.ledger.differing.diff import Added


class Ledger:
    """The reports of one case and what was read from them, in one file; see ``Ledger.open``.

    A context manager: leaving it closes the file. What changes the file is all or nothing, also
    across a crash, and gives one line of the history; nothing that was there is taken away.
    """

    def __init__(
        self,
        connection: sqlite3.Connection,
        path: str,
        *,
        writable: bool,
        wait: float = WAIT,
        note: Callable[[str], object] | None = None,
    ) -> None:
        self._connection = connection
        self._wait = wait
        self._path = path
        self._writable = writable
        self._note = note or (lambda line: None)

    @cached_property
    def _merges(self) -> Merges:
        from firstmove.ledger.case.merges import Merges

        return Merges(self._connection, self._path, writable=self._writable, note=self._note)

    @classmethod
    def open(
        cls,
        path: str | Path,
        *,
        create: bool = True,
        wait: float = WAIT,
        note: Callable[[str], object] | None = None,
    ) -> Ledger:
        """Open the case file at ``path``, or make it; ``":memory:"`` keeps it in memory.

        Raises CaseError when the path is a folder, not a case file, one of a newer version,
        missing with ``create=False``, locked by another process or not to be written.
        A case file in a folder that can't be written is opened for reading.
        ``wait``: for how many seconds a change waits while another process writes.
        ``note`` is told, in one line, when something is about to take long.
        """
        connection, writable = casefile.connect(path, create=create)
        return cls(connection, str(path), writable=writable, wait=wait, note=note)

    def add(self, readings: Iterable[Reading], *, replaces: Decision | None = None) -> Added:
        """Add readings in one transaction and say what changed.

        A report that is in the file already, or twice among ``readings``, changes nothing.
        ``replaces``: the decision that the one report given is a new version of another.
        Raises CaseError when a reading's spans are not those of its text, or the file can't be
        written; the file is then as it was.
        """
        from firstmove.ledger.differing.diff import diff

        given = tuple(readings)
        for reading in given:
            check(reading)
        with self._changing() as (since, before):
            new = written.write_new(self._connection, given)
            decided = () if replaces is None else (self._decide(replaces),)
            after = self._merges.at()
        known = tuple(dict.fromkeys(r.report.id for r in given if r.report.id not in new))
        found = diff(before, after, already_known=known)
        return replace(found, since=since, number=self._merges.number(), decisions=decided)

    def decide(self, *decisions: Decision) -> Added:
        """Write decisions down in one transaction and say what they changed.

        Raises CaseError for a decision on words that are not in the reports, on a report or an
        event that is not there, and for one that says nothing new.
        """
        from firstmove.ledger.differing.diff import diff

        with self._changing() as (since, before):
            made = tuple(self._decide(decision) for decision in decisions)
            after = self._merges.at()
        return replace(
            diff(before, after), since=since, number=self._merges.number(), decisions=made
        )

    def reread(self, readings: Iterable[Reading]) -> Added:
        """Put newer readings in the place of those that the reports have, and say what changed.

        The old ones are kept for ``as_of``; one that says the same is not written again.
        Raises CaseError for a report that is not in the file.
        """
        from firstmove.ledger.differing.diff import diff

        given = {reading.report.id: reading for reading in readings}
        with self._changing() as (since, before):
            changed: list[Reading] = []
            for id_, newer in given.items():
                known = next(rows.load(self._connection, id_), None)
                if known is None:
                    raise CaseError(
                        f"the case holds no report {id_}",
                        where=self._path,
                        remedy="Add it first: firstmove add CASE FILE.",
                    )
                check(newer)
                if history.digest(newer) != history.digest(known):
                    former.shelve(self._connection, known)
                    changed.append(newer)
            if changed:
                number = history.write(
                    self._connection, What.REREAD, given=tuple(given), read=changed
                )
                for newer in changed:
                    written.write_anew(self._connection, newer, number=number)
            after = self._merges.at()
        ids = tuple(newer.report.id for newer in changed)
        return replace(diff(before, after), since=since, number=self._merges.number(), reread=ids)

    @contextmanager
    def _changing(self) -> Iterator[tuple[int, View | Past]]:
        """A transaction; gives the number of the last event and the view before it."""
        self.check_writable()
        with casefile.explained(self._path):
            self._merges.ready()  # before the file is held: others wait no longer than they must
            begin(self._connection, self._path, wait=self._wait, note=self._note)
            try:
                yield self._merges.number(), self._merges.before()
                self._connection.execute("COMMIT")
            except BaseException:
                self._merges.forget()
                if self._connection.in_transaction:  # SQLite may have rolled back itself
                    self._connection.execute("ROLLBACK")
                raise
            finally:
                self._merges.changed()

    def check_writable(self) -> None:
        """Raise CaseError where the case file can only be read, and say why."""
        if not self._writable:
            raise casefile.only_read(self._path)

    def knows(self, report: str) -> bool:
        """Whether the file has the report of this id, one that does not count any more too."""
        with casefile.explained(self._path):
            found = self._connection.execute("SELECT 1 FROM report WHERE id = ?", (report,))
            return found.fetchone() is not None

    def _decide(self, decision: Decision) -> int:
        from firstmove.ledger.deciding.checking import check as check_decision

        events = history.load(self._connection, self._path)
        texts = dict(self._connection.execute("SELECT id, text FROM report"))
        check_decision(decision, events, texts, self._path)
        return history.write(self._connection, decision.what, decision=decision)

    def readings(self, as_of: int | None = None) -> tuple[Reading, ...]:
        """What the file holds, as it was read, in order of adding; after event ``as_of``."""
        with casefile.explained(self._path):
            return self._merges.readings(as_of)

    def view(self, as_of: int | None = None) -> View:
        """All that the ledger holds now, merged; the same whatever the order of adding.

        ``as_of``: as it was after the event of that number, merged by the program of now.
        """
        with casefile.explained(self._path):
            if as_of is None and not stored.there(self._connection) and self._merges.number():
                self._merges.keep()
            return self._merges.at(as_of)

    def part(self, asked: Asked, as_of: int | None = None, *, texts: bool = True) -> View:
        """The entries of one party, kind, relation or report, with what they stand on.

        Of now only these are read, from the merge that the file keeps; see ``part_of``.
        Without ``texts`` the texts of the reports may be left out and all that is held against
        them but what is said, which takes less time: enough for a listing.
        Raises CaseError for a party or report that is not in the case.
        """
        with casefile.explained(self._path):
            if self._kept(as_of):
                return load(self._connection, asked, self._path, texts=texts)
            return part_of(self._merges.at(as_of), asked)

    def shown(self, asked: Asked, as_of: int | None = None) -> Shown:
        """``part``, its entries and statements as JSON documents have them; of a large one this
        takes much less time."""
        with casefile.explained(self._path):
            if self._kept(as_of):
                return load_shown(self._connection, asked, self._path)
            return shown_of(part_of(self._merges.at(as_of), asked))

    def _kept(self, as_of: int | None) -> bool:
        """Whether the file has the merge that is asked for; that of now is kept where it can be."""
        if as_of is None and not stored.there(self._connection):
            self._merges.keep()
        return as_of is None and stored.there(self._connection)

    def outline(self) -> View:
        """The reports of now, those that do not count any more, and the decisions; no entries."""
        with casefile.explained(self._path):
            if not stored.there(self._connection) and self._merges.number():
                self._merges.keep()
            if stored.there(self._connection):
                return outline.load(self._connection, self._path)
            return outline.outline_of(self._merges.at())

    def search(
        self,
        words: Iterable[str],
        asked: Asked | None = None,
        *,
        reports: bool = False,
        limit: int = 20,
    ) -> Found:
        """Statements, or sentences of ``reports``, with all of the words, the best first.

        A word with a star is a beginning, one with blanks in it a phrase. ``asked`` narrows.
        Raises CaseError where there is no word, and for a party or report that is not there.
        """
        from firstmove.ledger.case.index import there
        from firstmove.ledger.case.search import find

        with casefile.explained(self._path):
            connection = self._connection
            if not (stored.there(connection) and there(connection)):
                self._merges.keep()
            if not (stored.there(connection) and there(connection)):
                # It can't be written: the index is made beside it, in memory.
                connection = sqlite3.connect(":memory:", isolation_level=None)
                self._connection.backup(connection)
                self._merges.copy_to(connection)
            return find(
                connection, words, asked or Asked(), where=self._path, reports=reports, limit=limit
            )

    def verify(self) -> Verified:
        """Check the whole file anew: every id, span, kept vector, event and merge."""
        from firstmove.ledger.case.verify import verified

        with casefile.explained(self._path):
            return verified(self._connection)

    def history(self) -> tuple[Event, ...]:
        """Everything that was done to the case so far, oldest first."""
        with casefile.explained(self._path):
            return history.load(self._connection, self._path)

    def moment(self, asked: str) -> int:
        """The number of the event that ``asked`` means: a number, a day or a time.

        Raises CaseError where there is none.
        """
        return history.moment(self.history(), asked, self._path)

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
