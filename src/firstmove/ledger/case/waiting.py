"""Beginning a change of a case file, while another process may be writing to it."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from time import monotonic, sleep

from firstmove.errors import CaseError

WAIT = 60.0  # seconds
_STEP = 0.1  # between two tries: SQLite itself, while it waits, does not hear of ctrl-C


def begin(
    connection: sqlite3.Connection, where: str, *, wait: float, note: Callable[[str], object]
) -> None:
    """Begin a change; if another process is writing, say so once, and wait for so many seconds.

    Raises CaseError where it has not ended by then.
    """
    until, said = monotonic() + wait, False
    (before,) = connection.execute("PRAGMA busy_timeout").fetchone()
    connection.execute("PRAGMA busy_timeout = 0")
    try:
        while not _begun(connection):
            left = until - monotonic()
            if left <= 0:
                raise CaseError(
                    f"another process is still writing to the case file after {wait:g} seconds; "
                    "nothing was changed",
                    where=where,
                    remedy="Let it end, or close it, and try again; --wait SECONDS waits longer.",
                )
            if not said:
                note(f"Another process is writing to {where}: waiting for up to {wait:g} seconds.")
                said = True
            sleep(min(_STEP, left))
    finally:
        connection.execute(f"PRAGMA busy_timeout = {before}")


def _begun(connection: sqlite3.Connection) -> bool:
    try:
        connection.execute("BEGIN IMMEDIATE")
    except sqlite3.OperationalError as error:
        if error.sqlite_errorname.startswith(("SQLITE_BUSY", "SQLITE_LOCKED")):
            return False
        raise
    return True
