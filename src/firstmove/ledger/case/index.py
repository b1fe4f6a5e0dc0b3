"""The index of the words of statements and sentences, in FTS5 tables of the case file.

It is kept beside the merge (``stored.py``) and brought up to date in the transaction of each
change. It claims nothing of its own: ``verify`` holds it against what is merged anew.
"""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterator
from typing import TYPE_CHECKING

from firstmove.ledger.entry import View
from firstmove.statement import Statement

if TYPE_CHECKING:
    from firstmove.ledger.case.changed import Changed

WORDS = "tokenize = 'porter unicode61 remove_diacritics 2'"
_TABLES = (
    """CREATE TABLE IF NOT EXISTS searched (
        number INTEGER PRIMARY KEY,  -- rowid of the words
        id TEXT NOT NULL UNIQUE,     -- of a statement; of a sentence its report and place
        report TEXT NOT NULL, "start" INTEGER NOT NULL, "end" INTEGER NOT NULL
    ) STRICT""",
    f"CREATE VIRTUAL TABLE IF NOT EXISTS searched_statement USING fts5(said, who, {WORDS})",
    f"CREATE VIRTUAL TABLE IF NOT EXISTS searched_sentence USING fts5(said, {WORDS})",
)
_COLUMNS = {"searched_statement": "said, who", "searched_sentence": "said"}
_Told = tuple[tuple[str, int, int], tuple[str, ...]]  # report and place, words of each column


def bring(connection: sqlite3.Connection, view: View, only: Changed | None = None) -> None:
    """Bring the index up to what ``view`` holds; the caller holds the transaction.

    ``only``: what changed since it was brought up to the merge that was kept before, if known.
    """
    if not available(connection):
        return
    if not there(connection):
        only = None
    for statement in _TABLES:
        connection.execute(statement)
    for table, texts in _texts(view, only).items():
        known = _held(connection, table, only)
        for id_, told in texts.items():
            number, held = known.pop(id_, (None, None))
            if held == told:
                continue
            if number is not None:
                _drop(connection, table, number)
            place, text = told
            number = connection.execute(
                'INSERT INTO searched (id, report, "start", "end") VALUES (?, ?, ?, ?)',
                (id_, *place),
            ).lastrowid
            columns, marks = _COLUMNS[table], ", ".join("?" * (len(text) + 1))
            connection.execute(
                f"INSERT INTO {table} (rowid, {columns}) VALUES ({marks})",  # noqa: S608
                (number, *text),
            )
        for number, _ in known.values():
            _drop(connection, table, number)


def unlike(connection: sqlite3.Connection, view: View) -> list[str]:
    """Tables of the index that do not hold what ``view`` says."""
    if not there(connection):
        return []
    wrong = []
    for table, texts in _texts(view).items():
        held = {id_: told for id_, (_, told) in _held(connection, table).items()}
        if held != texts:
            wrong.append(table)
    return wrong


def there(connection: sqlite3.Connection) -> bool:
    """Whether the file holds an index; it is as new as the merge that is kept beside it."""
    (found,) = connection.execute(
        "SELECT count(*) FROM sqlite_schema WHERE name = 'searched'"
    ).fetchone()
    return bool(found) and available(connection)


def _held(
    connection: sqlite3.Connection, table: str, only: Changed | None = None
) -> dict[str, tuple[int, _Told]]:
    """What is in the index: by id the number of the row, and what it says; of what changed."""
    which, asked = "1", [()]  # type: str, list[tuple[str, ...]]
    if only is not None and table == "searched_statement":
        which, asked = "d.id = ?", [(id_,) for id_ in only.statements | only.gone]
    elif only is not None:
        # The id of a sentence begins with its report's, and a colon.
        which = "d.id > ? AND d.id < ?"
        asked = [(f"{id_}:", f"{id_};") for id_ in only.read | only.gone]
    columns = ", ".join(f"f.{name}" for name in _COLUMNS[table].split(", "))
    return {
        id_: (number, (tuple(place), tuple(text)))
        for number, id_, *place, text in (
            (*row[:5], row[5:])
            for values in asked
            for row in connection.execute(
                f'SELECT d.number, d.id, d.report, d."start", d."end", {columns} '  # noqa: S608
                f"FROM searched d JOIN {table} f ON d.number = f.rowid WHERE {which}",
                values,
            )
        )
    }


def _drop(connection: sqlite3.Connection, table: str, number: int) -> None:
    connection.execute(f"DELETE FROM {table} WHERE rowid = ?", (number,))  # noqa: S608
    connection.execute("DELETE FROM searched WHERE number = ?", (number,))


def _texts(view: View, only: Changed | None = None) -> dict[str, dict[str, _Told]]:
    """What each table has to hold, by id; of what changed."""
    return {
        "searched_statement": dict(_said(view, only)),
        "searched_sentence": dict(_sentences(view, only)),
    }


def _said(view: View, only: Changed | None) -> Iterator[tuple[str, _Told]]:
    for statement in view.statements:
        if only is not None and statement.id not in only.statements:
            continue
        entry = view.entry_of(statement.id)
        who = [entry.speaker, entry.party]
        for mention in (statement.speaker, statement.target):
            if mention is not None:
                who += [mention.name, mention.party]
        said = " … ".join(span.quote for span in (*statement.cue, *statement.content))
        start, end = _reach(view, statement)
        place = statement.report_id, start, end
        yield statement.id, (place, (said, " · ".join(dict.fromkeys(filter(None, who)))))


def _reach(view: View, statement: Statement) -> tuple[int, int]:
    """The sentences that a statement stands in."""
    spans = (*statement.cue, *statement.content)
    start, end = min(s.start for s in spans), max(s.end for s in spans)
    first, last = start, end
    for a, b in view.sentences_of(statement.report_id):
        if a < end and start < b:
            first, last = min(a, first), max(b, last)
    return first, last


def _sentences(view: View, only: Changed | None) -> Iterator[tuple[str, _Told]]:
    for report in view.reports:
        if only is not None and report.id not in only.read:
            continue
        places = view.sentences_of(report.id) or [
            match.span() for match in re.finditer(r"[^\n]*\S[^\n]*", report.text)
        ]
        for start, end in places:
            id_ = f"{report.id}:{start}:{end}"
            yield id_, ((report.id, start, end), (report.text[start:end],))


def available(connection: sqlite3.Connection) -> bool:
    """Whether this build of SQLite has FTS5."""
    found = connection.execute("SELECT 1 FROM pragma_module_list WHERE name = 'fts5'").fetchone()
    return found is not None
