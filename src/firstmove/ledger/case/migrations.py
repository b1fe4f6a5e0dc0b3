"""The schema of a case file, as the steps that made it.

Step n takes a file from ``user_version`` n-1 to n. Steps are only ever added at the end: a file
written by an older program is brought up when it is opened, one by a newer program is refused.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable

from firstmove.report import content_id

APPLICATION_ID = 0x66697273  # "firs", at byte 68 of the file: tells it from other SQLite files

Migration = Callable[[sqlite3.Connection], None]


def _reports_and_statements(connection: sqlite3.Connection) -> None:
    for statement in (
        """CREATE TABLE history (
            id INTEGER PRIMARY KEY,
            at TEXT NOT NULL,       -- UTC, ISO 8601
            program TEXT NOT NULL,  -- name and version of the program that added
            given TEXT NOT NULL     -- JSON list of the report ids given, known ones too
        ) STRICT""",
        """CREATE TABLE report (
            id TEXT PRIMARY KEY,    -- hash of text
            position INTEGER NOT NULL UNIQUE,  -- order of adding
            added INTEGER NOT NULL REFERENCES history (id),
            name TEXT NOT NULL, source TEXT NOT NULL, title TEXT NOT NULL, url TEXT NOT NULL,
            published TEXT,         -- ISO 8601 day
            reader TEXT NOT NULL,
            notes TEXT NOT NULL,    -- JSON list of texts
            text TEXT NOT NULL
        ) STRICT""",
        """CREATE TABLE aside (
            report TEXT NOT NULL REFERENCES report (id),
            position INTEGER NOT NULL,
            part TEXT NOT NULL,
            "start" INTEGER NOT NULL, "end" INTEGER NOT NULL, quote TEXT NOT NULL,
            PRIMARY KEY (report, position)
        ) STRICT, WITHOUT ROWID""",
        """CREATE TABLE statement (
            report TEXT NOT NULL REFERENCES report (id),
            position INTEGER NOT NULL,
            id TEXT NOT NULL,
            kind TEXT NOT NULL, quotation TEXT NOT NULL, modality TEXT NOT NULL,
            negated INTEGER NOT NULL CHECK (negated IN (0, 1)),
            speaker TEXT, target TEXT, condition TEXT, via TEXT NOT NULL, "when" TEXT,  -- JSON
            acts TEXT NOT NULL,     -- JSON
            PRIMARY KEY (report, position)
        ) STRICT, WITHOUT ROWID""",
        "CREATE INDEX statement_id ON statement (id)",
        """CREATE TABLE span (
            report TEXT NOT NULL,
            statement INTEGER NOT NULL,
            role TEXT NOT NULL CHECK (role IN ('cue', 'content', 'gloss')),
            position INTEGER NOT NULL,
            "start" INTEGER NOT NULL, "end" INTEGER NOT NULL, quote TEXT NOT NULL,
            PRIMARY KEY (report, statement, role, position),
            FOREIGN KEY (report, statement) REFERENCES statement (report, position)
        ) STRICT, WITHOUT ROWID""",
        """CREATE TABLE sentence (
            report TEXT NOT NULL REFERENCES report (id),
            position INTEGER NOT NULL,
            "start" INTEGER NOT NULL, "end" INTEGER NOT NULL,
            PRIMARY KEY (report, position)
        ) STRICT, WITHOUT ROWID""",
        # What else was read: figures, dates, unknowns, problems, each a JSON value of its class.
        """CREATE TABLE found (
            report TEXT NOT NULL REFERENCES report (id),
            what TEXT NOT NULL CHECK (what IN ('figure', 'date', 'unknown', 'problem')),
            position INTEGER NOT NULL,
            value TEXT NOT NULL,
            PRIMARY KEY (report, what, position)
        ) STRICT, WITHOUT ROWID""",
    ):
        connection.execute(statement)


def _kind_probability(connection: sqlite3.Connection) -> None:
    connection.execute("ALTER TABLE statement ADD COLUMN kind_probability REAL")


def _events(connection: sqlite3.Connection) -> None:
    # A check of a table cannot be changed: the rows move to a new one.
    for statement in (
        "ALTER TABLE found RENAME TO found_before",
        """CREATE TABLE found (
            report TEXT NOT NULL REFERENCES report (id),
            what TEXT NOT NULL
                CHECK (what IN ('figure', 'date', 'unknown', 'problem', 'event')),
            position INTEGER NOT NULL,
            value TEXT NOT NULL,
            PRIMARY KEY (report, what, position)
        ) STRICT, WITHOUT ROWID""",
        "INSERT INTO found SELECT report, what, position, value FROM found_before",
        "DROP TABLE found_before",
    ):
        connection.execute(statement)


def _history_of_decisions(connection: sqlite3.Connection) -> None:
    for statement in (
        "ALTER TABLE history ADD COLUMN what TEXT NOT NULL DEFAULT 'add'",
        # JSON: report ids with the hashes of the readings that the event brought
        "ALTER TABLE history ADD COLUMN digests TEXT NOT NULL DEFAULT '[]'",
        "ALTER TABLE history ADD COLUMN decision TEXT",  # JSON
        # hash of the row and of the mark before it: a line changed later breaks the chain
        "ALTER TABLE history ADD COLUMN mark TEXT NOT NULL DEFAULT ''",
        # the event whose reading the report has now; NULL: the one that added it
        "ALTER TABLE report ADD COLUMN read INTEGER REFERENCES history (id)",
        # Readings that a newer one took the place of, for what was answered earlier.
        """CREATE TABLE former (
            report TEXT NOT NULL REFERENCES report (id),
            "first" INTEGER NOT NULL REFERENCES history (id),  -- the event that brought it
            value TEXT NOT NULL,  -- JSON
            PRIMARY KEY (report, "first")
        ) STRICT, WITHOUT ROWID""",
        # The mark of the last line of the history: tells when that line is missing.
        """CREATE TABLE head (
            only INTEGER PRIMARY KEY CHECK (only = 1),
            mark TEXT NOT NULL
        ) STRICT""",
        "INSERT INTO head VALUES (1, '')",
    ):
        connection.execute(statement)
    marked(connection)


def marked(connection: sqlite3.Connection) -> None:
    """Give a mark to each line of the history that has none."""
    (before,) = connection.execute("SELECT mark FROM head").fetchone() or ("",)
    for number, *line in connection.execute(
        "SELECT id, at, program, what, given, digests, decision FROM history WHERE mark = '' "
        "ORDER BY id"
    ).fetchall():
        before = content_id("h-", before, number, *line)
        connection.execute("UPDATE history SET mark = ? WHERE id = ?", (before, number))
    connection.execute("UPDATE head SET mark = ?", (before,))


MIGRATIONS: tuple[Migration, ...] = (
    _reports_and_statements,
    _kind_probability,
    _events,
    _history_of_decisions,
)


def migrate(connection: sqlite3.Connection) -> None:
    """Bring the file up to the newest version, all steps in one transaction."""
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    if version >= len(MIGRATIONS):
        return
    connection.execute("BEGIN IMMEDIATE")
    try:
        # Read again under the lock: another process may have been quicker.
        (version,) = connection.execute("PRAGMA user_version").fetchone()
        for step in MIGRATIONS[version:]:
            step(connection)
        connection.execute(f"PRAGMA user_version = {len(MIGRATIONS)}")
        connection.execute("COMMIT")
    except BaseException:
        connection.execute("ROLLBACK")
        raise
