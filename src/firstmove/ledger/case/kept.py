"""Vectors of statements kept in a case file, so that they are made once.

The table is no part of what the file says: it may be dropped at any time, and is made anew by the
next ``add``. Its keys are hashes of the words and of the encoder, so another encoder finds none.
"""

from __future__ import annotations

import sqlite3

from firstmove.ledger.comparing.meaning import Meanings

_TABLE = """CREATE TABLE IF NOT EXISTS meaning (
    key TEXT PRIMARY KEY,  -- hash of the words and of the encoder's file
    vector BLOB NOT NULL   -- 384 numbers of 16 bits
) STRICT, WITHOUT ROWID"""


def load(connection: sqlite3.Connection) -> Meanings:
    """The vectors that the file holds."""
    (there,) = connection.execute(
        "SELECT count(*) FROM sqlite_schema WHERE type = 'table' AND name = 'meaning'"
    ).fetchone()
    if not there:
        return Meanings()
    return Meanings(dict(connection.execute("SELECT key, vector FROM meaning")))


def save(connection: sqlite3.Connection, meanings: Meanings) -> None:
    """Add the vectors that were made; the caller holds the transaction."""
    if meanings.new:
        connection.execute(_TABLE)
        rows = sorted(meanings.new.items())
        connection.executemany("INSERT OR REPLACE INTO meaning VALUES (?, ?)", rows)
        meanings.new.clear()
