"""A reading from the rows of a case file, as it was ``written``.

What comes back is checked as if a stranger had written it: every value must be of its type, and
see ``checked.py``.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Collection, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import date
from functools import cache
from typing import Any, TypeVar

import msgspec

from firstmove.errors import CaseError
from firstmove.ledger.case.checked import check
from firstmove.report import Aside, Part, Report, Span
from firstmove.statement import (
    Act,
    Condition,
    Event,
    Figure,
    Kind,
    Mention,
    Modality,
    Problem,
    Quotation,
    Reading,
    Statement,
    Via,
    When,
)

T = TypeVar("T")


_NOTES = msgspec.json.Decoder(tuple[str, ...])
_REPORT = "SELECT id, name, source, title, url, published, reader, notes, text FROM report"


def load(connection: sqlite3.Connection, report: str | None = None) -> Iterator[Reading]:
    """Every reading in the file, or that of one report, in order of adding, checked.

    Raises CaseError.
    """
    for row in _reports(connection, report):
        id_ = row[0]
        with _readable(row[1] or id_):
            reading = replace(
                _about(
                    row,
                    connection.execute(
                        'SELECT part, "start", "end", quote FROM aside WHERE report = ? '
                        "ORDER BY position",
                        (id_,),
                    ),
                    connection.execute(
                        'SELECT "start", "end" FROM sentence WHERE report = ? ORDER BY position',
                        (id_,),
                    ),
                    _found(connection, id_, "figure", Figure),
                    _found(connection, id_, "date", When),
                ),
                statements=tuple(_statements(connection, id_)),
                unknowns=tuple(_found(connection, id_, "unknown", Span)),
                problems=tuple(_found(connection, id_, "problem", Problem)),
                events=tuple(_found(connection, id_, "event", Event)),
            )
        check(reading)
        yield reading


class Place(msgspec.Struct):
    """A span of which only is read where it stands."""

    start: int
    end: int


class _Placed(msgspec.Struct):
    """The same of a figure or a date."""

    span: Place


def about(
    connection: sqlite3.Connection,
    ids: Iterable[str],
    counts: Callable[[str, int, int], bool],
    *,
    sentences: bool = True,
) -> list[Reading]:
    """Reports with their sentences, not yet checked, in order of their ids.

    ``counts``: at which places of a report its figures and dates are read, too.
    Raises CaseError, ValueError.
    """
    _ask(connection, ids)

    def told(columns: str, table: str) -> dict[str, list[tuple[Any, ...]]]:
        found: dict[str, list[tuple[Any, ...]]] = {}
        # CROSS: by report, then by its primary key, which is the order asked for.
        source = f"temp.asked a CROSS JOIN {table} t ON t.report = a.id"
        for report, *row in connection.execute(f"SELECT a.id, {columns} FROM {source}"):  # noqa: S608
            found.setdefault(report, []).append(tuple(row))
        return found

    asides = told('t.part, t."start", t."end", t.quote', "aside")
    places = told('t."start", t."end"', "sentence") if sentences else {}
    figures: dict[str, list[Figure]] = {}
    dates: dict[str, list[When]] = {}
    for report, what, text in _counted(connection, counts):
        if what == "figure":
            figures.setdefault(report, []).append(_decoded(text, Figure))
        else:
            dates.setdefault(report, []).append(_decoded(text, When))
    found: list[Reading] = []
    for row in connection.execute(f"{_REPORT} WHERE id IN temp.asked ORDER BY id"):
        id_ = row[0]
        with _readable(row[1] or id_):
            found.append(
                _about(
                    row,
                    asides.get(id_, ()),
                    places.get(id_, ()),
                    figures.get(id_, ()),
                    dates.get(id_, ()),
                )
            )
    return found


def counting(
    connection: sqlite3.Connection, ids: Iterable[str], counts: Callable[[str, int, int], bool]
) -> set[str]:
    """The reports of which ``about`` would read figures or dates. Raises msgspec.MsgspecError."""
    _ask(connection, ids)
    return {report for report, _, _ in _counted(connection, counts)}


def _counted(
    connection: sqlite3.Connection, counts: Callable[[str, int, int], bool]
) -> Iterator[tuple[str, str, str]]:
    where = _decoder(_Placed).decode
    for report, what, text in connection.execute(
        "SELECT a.id, t.what, t.value FROM temp.asked a CROSS JOIN found t ON t.report = a.id "
        "WHERE t.what IN ('figure', 'date')"
    ):
        at = where(text).span
        if counts(report, at.start, at.end):
            yield report, what, text


def _ask(connection: sqlite3.Connection, ids: Iterable[str]) -> None:
    connection.execute("CREATE TEMP TABLE IF NOT EXISTS asked (id TEXT PRIMARY KEY) WITHOUT ROWID")
    connection.execute("DELETE FROM temp.asked")
    connection.executemany("INSERT OR IGNORE INTO temp.asked VALUES (?)", [(id_,) for id_ in ids])


def named(connection: sqlite3.Connection, ids: Collection[str]) -> list[Reading]:
    """Reports with what they are called and where they come from only: no text, nothing in it."""
    bare = _REPORT.replace(" text ", " '' ")
    return [_about(row, (), (), (), ()) for row in connection.execute(bare) if row[0] in ids]


def _reports(connection: sqlite3.Connection, report: str | None) -> list[tuple[Any, ...]]:
    if report is None:
        return connection.execute(f"{_REPORT} ORDER BY position").fetchall()
    return connection.execute(f"{_REPORT} WHERE id = ?", (report,)).fetchall()


@contextmanager
def _readable(name: str) -> Iterator[None]:
    try:
        yield
    except (msgspec.MsgspecError, ValueError) as error:
        raise _unreadable(name, error) from error


def _unreadable(name: str, error: Exception) -> CaseError:
    return CaseError(
        f"a value in the case file can't be read: {error}",
        where=name,
        remedy="Take the last copy that works, or make a new case file from the reports.",
    )


def _about(
    row: tuple[Any, ...],
    asides: Iterable[tuple[Any, ...]],
    sentences: Iterable[tuple[Any, ...]],
    figures: Iterable[Figure],
    dates: Iterable[When],
) -> Reading:
    id_, name, source, title, url, published, reader, notes, text = row
    return Reading(
        Report(
            id_,
            text,
            source,
            title,
            date.fromisoformat(published) if published is not None else None,
            url,
            name,
            tuple(Aside(Span(id_, *place), Part(part)) for part, *place in asides),
            _NOTES.decode(notes),
        ),
        tuple(sentences),
        figures=tuple(figures),
        dates=tuple(dates),
        reader=reader,
    )


_STATEMENT = (
    "s.report, s.position, s.id, s.kind, s.quotation, s.modality, s.negated, s.speaker, s.target, "
    's.condition, s.via, s."when", s.acts, s.kind_probability'
)
_SPAN = 'p.report, p.statement, p.role, p."start", p."end", p.quote'


def _statements(connection: sqlite3.Connection, report: str) -> Iterator[Statement]:
    spans = connection.execute(
        f"SELECT {_SPAN} FROM span p WHERE p.report = ? "  # noqa: S608
        "ORDER BY p.statement, p.role, p.position",
        (report,),
    )
    rows = connection.execute(
        f"SELECT {_STATEMENT} FROM statement s WHERE s.report = ? ORDER BY s.position",  # noqa: S608
        (report,),
    )
    return (statement for _, (_, statement) in _made(rows, spans))


def _made(
    rows: Iterable[tuple[Any, ...]], places: Iterable[tuple[Any, ...]]
) -> Iterator[tuple[tuple[str, int], tuple[str, Statement]]]:
    spans: dict[tuple[str, int, str], list[Span]] = {}
    for report, n, role, start, end, quote in places:
        spans.setdefault((report, n, role), []).append(Span(report, start, end, quote))
    for report, n, id_, kind, quotation, modality, negated, *inner in rows:
        speaker, target, condition, via, when, acts, probability = inner
        statement = Statement(
            report,
            _value(speaker, Mention),
            tuple(spans.get((report, n, "cue"), ())),
            tuple(spans.get((report, n, "content"), ())),
            Kind(kind),
            Quotation(quotation),
            _value(target, Mention),
            _value(condition, Condition),
            Modality(modality),
            bool(negated),
            _decoded(via, tuple[Via, ...]),
            _value(when, When),
            tuple(spans.get((report, n, "gloss"), ())),
            _decoded(acts, tuple[Act, ...]),
            _probability(probability),
        )
        if not statement.content or statement.id != id_:
            raise ValueError(f"statement {id_} is not what its id says")
        yield (report, n), (id_, statement)


def _found(connection: sqlite3.Connection, report: str, what: str, class_: type[T]) -> Iterator[T]:
    for (value,) in connection.execute(
        "SELECT value FROM found WHERE report = ? AND what = ? ORDER BY position", (report, what)
    ):
        yield _decoded(value, class_)


@cache
def _decoder(class_: Any) -> Any:
    return msgspec.json.Decoder(class_)


def _decoded(text: str, class_: type[T]) -> T:
    of: Any = class_
    value: T = _decoder(of).decode(text)
    return value


def _value(text: str | None, class_: type[T]) -> T | None:
    return None if text is None else _decoded(text, class_)


def _probability(value: object) -> float | None:
    if value is None or (isinstance(value, float) and 0 <= value <= 1):
        return value
    raise ValueError(f"{value!r} is no probability")
