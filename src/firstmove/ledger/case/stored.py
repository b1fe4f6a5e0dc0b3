"""The merged ledger kept in the case file, so that a part of it is shown without merging anew.

It claims nothing of its own: it is used only while it was made by this very program from the very
history that the file has (``made_from``), it may be dropped at any time, and ``verify`` holds it
against the entries merged anew. What is written is only what changed.
"""

from __future__ import annotations

import hashlib
import os
import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import fields, replace
from functools import cache
from pathlib import Path
from typing import Any, TypeVar, get_type_hints

import msgspec

from firstmove.ledger.entry import Entry, Party, Person, View
from firstmove.report import content_id

T = TypeVar("T")

_PROGRAM = Path(__file__).parents[2]
_MODELS = _PROGRAM / "models" / "manifest.toml"

TABLES = (
    """CREATE TABLE IF NOT EXISTS merged (
        what TEXT PRIMARY KEY,  -- made_from | sides | figures | field of a view
        value TEXT NOT NULL
    ) STRICT, WITHOUT ROWID""",
    # These two have row numbers: what is written together, one side after the other, is then read
    # together.
    """CREATE TABLE IF NOT EXISTS merged_entry (
        id TEXT PRIMARY KEY,
        side TEXT NOT NULL,     -- the party's name, folded
        kind TEXT NOT NULL, relation TEXT NOT NULL,
        value TEXT NOT NULL,    -- JSON
        parted TEXT NOT NULL,   -- in what its own tellings differ: JSON; "" where one report tells
        shown TEXT NOT NULL,    -- JSON, as documents have it
        value_mark TEXT NOT NULL, shown_mark TEXT NOT NULL
    ) STRICT""",
    "CREATE INDEX IF NOT EXISTS merged_entry_side ON merged_entry (side)",
    """CREATE TABLE IF NOT EXISTS merged_statement (
        id TEXT PRIMARY KEY,
        entry TEXT NOT NULL,
        report TEXT NOT NULL, "start" INTEGER NOT NULL,
        value TEXT NOT NULL,    -- JSON, as decided
        shown TEXT NOT NULL,    -- JSON, as documents have it
        value_mark TEXT NOT NULL, shown_mark TEXT NOT NULL
    ) STRICT""",
    """CREATE TABLE IF NOT EXISTS merged_report (
        id TEXT PRIMARY KEY,
        traits BLOB NOT NULL,   -- by which its event is told, and how near others are: MessagePack
        told BLOB NOT NULL,     -- its statements made ready for comparing: MessagePack
        printed BLOB NOT NULL,  -- the words of its paragraphs: MessagePack
        heads BLOB NOT NULL,    -- the heads of governments that it tells of: MessagePack
        contexts BLOB NOT NULL  -- the words of the sentences of its figures: MessagePack
    ) STRICT, WITHOUT ROWID""",
    """CREATE TABLE IF NOT EXISTS merged_source (
        id TEXT PRIMARY KEY,    -- of a report
        shown TEXT NOT NULL,    -- JSON, as documents have it
        mark TEXT NOT NULL
    ) STRICT""",
    """CREATE TABLE IF NOT EXISTS merged_speaker (
        who TEXT PRIMARY KEY,
        against BLOB NOT NULL   -- what came of holding the entries against one another: MessagePack
    ) STRICT, WITHOUT ROWID""",
    """CREATE TABLE IF NOT EXISTS merged_alike (
        id TEXT PRIMARY KEY,    -- of a statement
        told TEXT NOT NULL,     -- hash of all that comparing looks at
        linked TEXT NOT NULL,   -- first of the statements that hang together with it by scores
        together TEXT NOT NULL  -- first of those that it was found to stand with
    ) STRICT, WITHOUT ROWID""",
    "CREATE INDEX IF NOT EXISTS merged_statement_entry ON merged_statement (entry)",
    "CREATE INDEX IF NOT EXISTS merged_statement_report ON merged_statement (report)",
)
COLUMNS = {
    "merged_entry": (
        *("id", "side", "kind", "relation", "value", "parted"),
        *("shown", "value_mark", "shown_mark"),
    ),
    "merged_statement": (
        *("id", "entry", "report", '"start"', "value"),
        *("shown", "value_mark", "shown_mark"),
    ),
    "merged_report": ("id", "traits", "told", "printed", "heads", "contexts"),
    "merged_source": ("id", "shown", "mark"),
    "merged_speaker": ("who", "against"),
    "merged_alike": ("id", "told", "linked", "together"),
    "merged": ("what", "value"),
}


@cache
def program_digest() -> str:
    """Hash of the code, tables and models that merge: another merger finds nothing of this one's.

    Of the models it is their list, which has the digest of each.
    """
    told = hashlib.sha256()
    for file in (*_code(_PROGRAM), *_code(_PROGRAM / "ledger", deep=True), _MODELS):
        content = file.read_bytes()
        told.update(f"{file.relative_to(_PROGRAM).as_posix()}\x1f{len(content)}\x1f".encode())
        told.update(content)
    return f"p-{told.hexdigest()[:16]}"


def _code(folder: Path, *, deep: bool = False) -> Iterator[Path]:
    with os.scandir(folder) as found:
        entries = sorted(found, key=lambda entry: entry.name)
    for entry in entries:
        if entry.name.endswith((".py", ".toml", ".tsv")):
            yield Path(entry.path)
        elif deep and entry.is_dir():
            yield from _code(Path(entry.path), deep=True)


def made_from(connection: sqlite3.Connection) -> str:
    """What a merge of now is made from: the program, and the history by its last mark."""
    (mark,) = connection.execute("SELECT mark FROM head").fetchone()
    return content_id("f-", program_digest(), mark)


def there(connection: sqlite3.Connection) -> bool:
    """Whether the file holds the merge of what it says now, made by this program."""
    return known(connection) and value(connection, "made_from", str) == made_from(connection)


def by_another_program(connection: sqlite3.Connection) -> bool:
    """Whether the merge that the file holds was made by another program than this one."""
    return known(connection) and value(connection, "program", str) != program_digest()


def known(connection: sqlite3.Connection) -> bool:
    found = connection.execute(
        "SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = 'merged'"
    )
    return found.fetchone() is not None


def complete(connection: sqlite3.Connection) -> bool:
    """Whether the file has all tables of a merge, made by this program."""
    tables = {name for (name,) in connection.execute("SELECT name FROM sqlite_schema")}
    return tables >= COLUMNS.keys() and value(connection, "program", str) == program_digest()


def value(connection: sqlite3.Connection, what: str, class_: type[T]) -> T | None:
    """What is kept under a name; None where there is nothing."""
    row = connection.execute("SELECT value FROM merged WHERE what = ?", (what,)).fetchone()
    return None if row is None else msgspec.json.decode(row[0], type=class_)


@cache
def compared() -> dict[str, Any]:
    """What a view has, besides entries, that comes of comparing: names of fields, their types."""
    of_readings = {
        *("reports", "statements", "parties", "people", "entries", "figures", "dates"),
        *("unknowns", "events", "problems", "sentences", "places", "of"),
    }
    hints = get_type_hints(View)
    return {f.name: hints[f.name] for f in fields(View) if f.name not in of_readings}


def whole(told: View, entries: Sequence[Entry], rest: Mapping[str, Any]) -> View:
    """The kept view. ``told``: what the readings tell (``merge.unmerged``); ``rest``: ``beside``.

    Raises ValueError where the entries are not those of the statements.
    """
    order = {statement.id: n for n, statement in enumerate(told.statements)}
    if {id_ for entry in entries for id_ in entry.statements} != order.keys():
        raise ValueError("the kept entries are not those of the statements")
    in_order = sorted(entries, key=lambda entry: order[entry.statements[0]])
    return replace(told, entries=tuple(in_order), **rest)


def beside(connection: sqlite3.Connection) -> dict[str, Any]:
    """What a view has, besides entries, that comes of comparing, by its fields.

    ``there`` must be true. Raises msgspec.MsgspecError, ValueError.
    """
    rest: dict[str, Any] = {}
    for name, class_ in compared().items():
        rest[name] = value(connection, name, class_)
        if rest[name] is None:
            raise ValueError(f"nothing is kept of {name}")
    return rest


def entries(connection: sqlite3.Connection) -> list[Entry]:
    decoder = msgspec.json.Decoder(Entry)
    return [
        decoder.decode(text) for (text,) in connection.execute("SELECT value FROM merged_entry")
    ]


def bare(party: Party) -> Party:
    """A side with its people, without the places where they are named."""
    people = tuple(Person(p.name, p.party, p.spellings) for p in party.people)
    return Party(party.name, people)
