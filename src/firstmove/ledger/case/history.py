"""The history of a case: one line for each thing done to it, never changed, never taken away.

Each line has a mark, a hash of itself and of the mark before it, so that a line changed, left out
or put in between later is found by ``verify``.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence
from dataclasses import fields, is_dataclass
from datetime import UTC, date, datetime, time, timedelta
from enum import Enum
from typing import Any

import msgspec

from firstmove.errors import CaseError
from firstmove.ledger.case.migrations import marked
from firstmove.ledger.decisions import Decision, Event, What
from firstmove.report import content_id
from firstmove.statement import Reading

_LINE = "at, program, what, given, digests, decision"


def write(
    connection: sqlite3.Connection,
    what: What,
    *,
    given: Sequence[str] = (),
    read: Sequence[Reading] = (),
    decision: Decision | None = None,
) -> int:
    """Add a line and give its number; the caller holds the transaction.

    ``read``: the readings that the event brings.
    """
    cursor = connection.execute(
        f"INSERT INTO history ({_LINE}) VALUES (?, ?, ?, ?, ?, ?)",  # noqa: S608
        (
            datetime.now(UTC).isoformat(timespec="seconds"),
            _program(),
            what.value,
            _json(list(given)),
            _json([(reading.report.id, digest(reading)) for reading in read]),
            None if decision is None else _json(decision),
        ),
    )
    marked(connection)
    assert cursor.lastrowid is not None
    return cursor.lastrowid


def load(connection: sqlite3.Connection, where: str, until: int | None = None) -> tuple[Event, ...]:
    """The history, oldest first, up to the event ``until``. Raises CaseError."""
    found = connection.execute(
        f"SELECT id, {_LINE} FROM history WHERE ? IS NULL OR id <= ? ORDER BY id",  # noqa: S608
        (until, until),
    ).fetchall()
    try:
        return tuple(_event(*row) for row in found)
    except (ValueError, msgspec.MsgspecError) as error:
        raise CaseError(f"the history can't be read: {error}", where=where) from error


def _event(
    number: int, at: str, program: str, what: str, given: str, digests: str, decision: str | None
) -> Event:
    event = Event(
        number,
        datetime.fromisoformat(at),
        program,
        What(what),
        msgspec.json.decode(given, type=tuple[str, ...]),
        msgspec.json.decode(digests, type=tuple[tuple[str, str], ...]),
        None if decision is None else msgspec.json.decode(decision, type=Decision),
    )
    told = event.decision.what if event.decision is not None else None
    if told is not (None if event.what in (What.ADD, What.REREAD) else event.what):
        raise ValueError(f"event {number} is not what its decision says")
    return event


def broken(connection: sqlite3.Connection) -> Iterator[str]:
    """One sentence for each line whose mark is not its own, and for each that is missing."""
    before, last = "", 0
    for number, mark, *line in connection.execute(
        f"SELECT id, mark, {_LINE} FROM history ORDER BY id"  # noqa: S608
    ):
        if number != last + 1:
            yield f"Event {last + 1} of the history is missing."
        elif mark != content_id("h-", before, number, *line):
            yield f"Event {number} of the history was changed, or one before it was."
        before, last = mark, number
    if connection.execute("SELECT mark FROM head").fetchone() != (before,):
        yield "The last event of the history is missing or was put there later."


def moment(events: Sequence[Event], asked: str, where: str) -> int:
    """The number of the last event at a moment: a number itself, or a day or time (ISO 8601, UTC
    where no zone is told; a day to its end).

    Raises CaseError where it is neither, or lies before the first event.
    """
    remedy = "firstmove history CASE lists the events with their numbers and times."
    if asked.isdecimal():
        number = int(asked)
        if not any(event.number == number for event in events):
            raise CaseError(f"there is no event {asked}", where=where, remedy=remedy)
        return number
    try:
        if len(asked) == len("2000-01-01"):
            at = datetime.combine(date.fromisoformat(asked), time.max, UTC)
        else:
            at = datetime.fromisoformat(asked)
            # A time to the second means to the end of it.
            at = (at if at.tzinfo else at.replace(tzinfo=UTC)) + timedelta(microseconds=999_999)
    except (ValueError, OverflowError) as error:
        raise CaseError(
            f"“{asked}” is no number of an event, day or time",
            where=where,
            remedy="Write 3, 2031-03-12 or 2031-03-12T14:30.",
        ) from error
    known = [event.number for event in events if event.at <= at]
    if not known:
        first = f" It begins on {events[0].at:%Y-%m-%d at %H:%M:%S} UTC." if events else ""
        raise CaseError(f"the case held nothing on {asked}.{first}", where=where, remedy=remedy)
    return max(known)


def written_by_others(events: Sequence[Event], number: int) -> tuple[str, ...]:
    """The programs, other than this one, that wrote the events up to a number: an earlier answer
    is made by the program of now, and may differ from the one that they gave."""
    told = dict.fromkeys(event.program for event in events if event.number <= number)
    return tuple(program for program in told if program != _program())


def digest(reading: Reading) -> str:
    """Hash of all that a reading says, whatever fields a later version adds with a default."""
    report = reading.report
    return content_id("g-", report.id, _json(_plain(reading)))


def _plain(value: Any) -> Any:
    """A value as lists and maps, without what is as by default and without the report's text."""
    if is_dataclass(value):
        return {
            field.name: _plain(told)
            for field in fields(value)
            if field.name != "text" and (told := getattr(value, field.name)) != field.default
        }
    if isinstance(value, tuple):
        return [_plain(item) for item in value]
    if isinstance(value, Enum):
        return value.value
    return value.isoformat() if isinstance(value, date) else value


def _json(value: object) -> str:
    return msgspec.json.encode(value).decode()


def _program() -> str:
    from importlib.metadata import PackageNotFoundError, version

    try:
        return f"firstmove {version('firstmove')}"
    except PackageNotFoundError:  # run from a source tree that was never installed
        return "firstmove"
