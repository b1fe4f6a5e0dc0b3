"""A reading from the rows of a case file, as it was ``written``.

What comes back is checked as if a stranger had written it: every value must be of its type, and
see ``checked.py``.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator
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


def about(
    connection: sqlite3.Connection, ids: Iterable[str], *, sentences: bool = True
) -> list[Reading]:
    """Reports with their sentences, figures and dates, not yet checked, in order of their ids.

    Raises CaseError, ValueError.
    """
    connection.execute("CREATE TEMP TABLE IF NOT EXISTS asked (id TEXT PRIMARY KEY) WITHOUT ROWID")
    connection.execute("DELETE FROM temp.asked")
    connection.executemany("INSERT OR IGNORE INTO temp.asked VALUES (?)", [(id_,) for id_ in ids])

    def told(query: str) -> dict[str, list[tuple[Any, ...]]]:
        found: dict[str, list[tuple[Any, ...]]] = {}
        # CROSS: by report, then by its primary key, which is the order asked for.
        source = f"{query} t ON t.report = a.id"
        for report, *row in connection.execute(f"SELECT a.id, {source}"):
            found.setdefault(report, []).append(tuple(row))
        return found

    aside = told('t.part, t."start", t."end", t.quote FROM temp.asked a CROSS JOIN aside')
    places = told('t."start", t."end" FROM temp.asked a CROSS JOIN sentence') if sentences else {}
    others = told("t.what, t.value FROM temp.asked a CROSS JOIN found")
    found: list[Reading] = []
    for row in connection.execute(f"{_REPORT} WHERE id IN temp.asked ORDER BY id"):
        id_ = row[0]
        mine = others.get(id_, ())
        try:
            found.append(
                _about(
                    row,
                    aside.get(id_, ()),
                    places.get(id_, ()),
                    [_decoded(text, Figure) for what, text in mine if what == "figure"],
                    [_decoded(text, When) for what, text in mine if what == "date"],
                )
            )
        except (msgspec.MsgspecError, ValueError) as error:
            raise _unreadable(row[1] or id_, error) from error
    return found


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
            _decoded(notes, tuple[str, ...]),
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
