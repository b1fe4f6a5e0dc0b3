"""Opening a case file: is it one, of which version, and may it be written?

A file that is not a case file is never opened with SQLite, so it can't be changed: its header is
read as plain bytes first. A new file is made whole under another name and then put in its place,
so that a crash leaves either no file or a good one.
"""

from __future__ import annotations

import os
import sqlite3
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from urllib.parse import quote

from firstmove.errors import CaseError
from firstmove.ledger.case.migrations import APPLICATION_ID, MIGRATIONS, migrate

MEMORY = ":memory:"
BUSY_SECONDS = 5.0

_MAGIC = b"SQLite format 3\x00"
_HEADER = 100


@contextmanager
def explained(path: str) -> Iterator[None]:
    """Turn what SQLite and the system say into a CaseError with a remedy."""
    try:
        yield
    except (sqlite3.Error, UnicodeDecodeError) as error:
        raise _explain(error, path) from error
    except OSError as error:
        raise CaseError(
            f"the case file can't be opened or written: {error.strerror or error}",
            where=path,
            remedy="Check the path, the free space and the rights on the folder.",
        ) from error


def _explain(error: sqlite3.Error | UnicodeDecodeError, path: str) -> CaseError:
    said = str(error)
    name = getattr(error, "sqlite_errorname", "") or ""  # of an error of Python's own there is none
    if name.startswith(("SQLITE_BUSY", "SQLITE_LOCKED")) or "locked" in said:
        return CaseError(
            f"another process has held the case file for {BUSY_SECONDS:g} seconds",
            where=path,
            remedy="Close the other program, or wait until it is done, and try again.",
        )
    if name.startswith(("SQLITE_READONLY", "SQLITE_CANTOPEN")):
        return CaseError(
            "the case file can't be written",
            where=path,
            remedy="SQLite needs the right to write the file and its folder. Copy the file, and "
            f"{Path(path).name}-wal where there is one, to a folder of your own, or change the "
            "rights.",
        )
    if name == "SQLITE_FULL":
        return CaseError(
            "no space left to write; the case is as it was before",
            where=path,
            remedy="Free some disk space and try again.",
        )
    if name.startswith("SQLITE_IOERR"):
        return CaseError(
            f"the disk did not read or write as asked ({said}); the case is as it was before",
            where=path,
            remedy="Check the free space, the limits on the size of files, and the disk.",
        )
    return CaseError(
        f"the case file is damaged or not one: {said}",
        where=path,
        remedy="Take the last copy that works, or make a new case file from the reports.",
    )


def connect(path: str | Path, *, create: bool) -> tuple[sqlite3.Connection, bool]:
    """A connection to the case file at ``path`` and whether it may be written.

    Raises CaseError: path is a folder, not SQLite, SQLite of another program, of a newer version,
    missing (with ``create=False``), not writable where it has to be made, locked, damaged.
    """
    if sqlite3.sqlite_version_info < (3, 37):
        raise CaseError(
            f"SQLite {sqlite3.sqlite_version} is too old",
            remedy="A case file needs SQLite 3.37 or newer: use a newer Python build.",
        )
    where = str(path)
    if where == MEMORY:
        connection = sqlite3.connect(MEMORY, isolation_level=None)
        _prepare(connection)
        return connection, True
    file = Path(path)
    with explained(where):
        _check(file, create=create)
        if not file.exists():
            _make(file)
        elif file.stat().st_size == 0:
            _prepare_new(file)
        file = file.resolve()  # beside a link there is no log
        writable = not _held_back(file)
        connection = sqlite3.connect(_uri(file, writable), uri=True, isolation_level=None)
    try:
        with explained(where):
            connection.execute(f"PRAGMA busy_timeout = {int(BUSY_SECONDS * 1000)}")
            (version,) = connection.execute("PRAGMA user_version").fetchone()
            if version > len(MIGRATIONS):
                raise CaseError(
                    f"the case file is of version {version}, this program knows versions up to "
                    f"{len(MIGRATIONS)}",
                    where=where,
                    remedy="Open it with a newer firstmove (pip install --upgrade firstmove).",
                )
            if version < len(MIGRATIONS) and not writable:
                raise CaseError(
                    f"the case file is of the older version {version} and can't be written, so "
                    "it can't be brought up to date",
                    where=where,
                    remedy="Copy it to a folder of your own and open the copy.",
                )
            if writable:
                _prepare(connection)
    except BaseException:
        connection.close()
        raise
    return connection, writable


def _prepare(connection: sqlite3.Connection) -> None:
    connection.execute("PRAGMA foreign_keys = ON")
    connection.execute("PRAGMA synchronous = FULL")  # an add that was reported done is on the disk
    connection.execute("PRAGMA trusted_schema = OFF")
    migrate(connection)


def only_read(path: str) -> CaseError:
    """For a change of a case file that can only be read here."""
    return CaseError(
        f"the case file can only be read here: {_held_back(Path(path).resolve())}",
        where=path,
        remedy="Change the rights, or copy it to a folder that can be written and change the copy.",
    )


def _held_back(file: Path) -> str:
    """What keeps a file from being written; "" where nothing does."""
    if not os.access(file, os.W_OK):
        return "the right to write it is missing"
    if not os.access(file.parent, os.W_OK):
        return f"the right to write its folder, {file.parent}, is missing"
    return ""


def _uri(file: Path, writable: bool) -> str:
    name = quote(str(file.absolute()))
    if writable:
        return f"file:{name}?mode=rw"
    # A write-ahead log can't be opened where nothing can be written, so a file without one is
    # opened as one that never changes. What stands in a log must not be passed over.
    log = file.with_name(f"{file.name}-wal")
    logged = log.exists() and log.stat().st_size > 0
    return f"file:{name}?mode=ro" + ("" if logged else "&immutable=1")


def _check(file: Path, *, create: bool) -> None:
    where = str(file)
    if file.is_dir():
        raise CaseError(
            "the path is a folder",
            where=where,
            remedy="Name a file in it, such as case.firstmove.",
        )
    if not file.exists():
        if file.is_symlink():
            raise CaseError(
                "the path is a link that leads to no file",
                where=where,
                remedy=f"It leads to {os.readlink(file)}. Mend the link, or name the file itself.",
            )
        if create:
            return
        raise CaseError(
            "there is no case file here",
            where=where,
            remedy=f"Make one by adding reports: firstmove add {file.name} REPORT...",
        )
    if not file.is_file():
        raise CaseError(
            "this is a device or a pipe, not a file",
            where=where,
            remedy="Name a file, such as case.firstmove.",
        )
    with file.open("rb") as stream:
        header = stream.read(_HEADER)
    if not header and create:
        return  # an empty file, as from a crash or mktemp: nothing in it to lose
    if not header.startswith(_MAGIC):
        raise CaseError(
            "this is not a case file (no SQLite file at all)" if header else "the file is empty",
            where=where,
            remedy="Give the case file first, then the reports: firstmove add CASE REPORT...",
        )
    if int.from_bytes(header[68:72], "big") != APPLICATION_ID:
        raise CaseError(
            "this is a SQLite file of another program, not a case file",
            where=where,
            remedy="Choose another name; the file was left as it is.",
        )


def _make(file: Path) -> None:
    """Make an empty case file in one step."""
    handle, name = tempfile.mkstemp(prefix=f".{file.name}.", dir=file.parent)
    os.close(handle)
    draft = Path(name)
    try:
        _prepare_new(draft)
        draft.chmod(0o666 & ~_umask())
        # A link, unlike a rename, never replaces what another process has made meanwhile.
        try:
            os.link(draft, file)
        except FileExistsError:
            return
        except OSError:  # a file system without links
            if not file.exists():
                draft.replace(file)
    finally:
        for suffix in ("", "-wal", "-shm", "-journal"):
            with suppress(FileNotFoundError):
                Path(f"{name}{suffix}").unlink()


def _prepare_new(file: Path) -> None:
    """Make a case file of an empty one; another process may be doing the same."""
    connection = sqlite3.connect(file, isolation_level=None)
    try:
        connection.execute(f"PRAGMA busy_timeout = {int(BUSY_SECONDS * 1000)}")
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        migrate(connection)
        connection.execute("PRAGMA journal_mode = WAL")
    finally:
        connection.close()


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
