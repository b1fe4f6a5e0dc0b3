"""A reading checked against its text, as if a stranger had written it.

The report's id is worked out anew, and every span must hold the words that stand there.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import fields, is_dataclass
from functools import cache
from operator import attrgetter
from typing import Any, get_args, get_type_hints

from firstmove.errors import CaseError
from firstmove.report import Report, Span
from firstmove.statement import Reading, Statement


def spans_in(value: object) -> list[Span]:
    """Every span in a value, however deep."""
    found: list[Span] = []
    _gather(value, found)
    return found


def _gather(value: object, found: list[Span]) -> None:
    class_: Any = type(value)
    if class_ is Span:
        found.append(value)  # type: ignore[arg-type]
        return
    inside: Any = value if class_ is tuple else _holding(class_)(value)
    for inner in inside:
        # Most are a span, or none: not another call for each of them.
        if not inner:
            continue
        kind = type(inner)
        if kind is Span:
            found.append(inner)
        elif kind is tuple and type(inner[0]) is Span:
            found.extend(inner)
        else:
            _gather(inner, found)


@cache
def _holding(class_: Any) -> Callable[[Any], tuple[Any, ...]]:
    """Gives the values of those fields of a class that may hold spans."""
    names = _spanned(class_)
    if len(names) > 1:
        return attrgetter(*names)
    return lambda value: tuple(getattr(value, name) for name in names)


@cache
def _spanned(class_: Any) -> tuple[str, ...]:
    """The fields of a class that may hold spans; none where it is no dataclass."""
    if not is_dataclass(class_):
        return ()
    types = get_type_hints(class_)
    return tuple(f.name for f in fields(class_) if _may_hold(types[f.name]))


def _may_hold(type_: Any) -> bool:
    if inner := get_args(type_):
        return any(map(_may_hold, inner))
    return type_ is Span or bool(_spanned(type_))


def check(reading: Reading, statements: Sequence[Statement] | None = None) -> None:
    """Raise CaseError unless the reading's ids and spans are those of its text.

    ``statements``: those that are looked at in the place of its own.
    """
    report = reading.report
    statements = reading.statements if statements is None else statements
    if report.id != Report.id_of(report.text):
        raise CaseError(
            "the report's id is not the hash of its text",
            where=_name(report),
            remedy="The text or the id was changed. Read the report anew from its file.",
        )
    for statement in statements:
        if statement.report_id != report.id or not statement.content:
            raise CaseError(
                f"statement {statement.report_id} is not of this report or has no content",
                where=_name(report),
                remedy="Read the report anew from its file.",
            )
    parts: tuple[object, ...] = (
        report.asides,
        tuple(statements),
        reading.figures,
        reading.dates,
        reading.unknowns,
        reading.problems,
        reading.events,
    )
    for start, end in reading.sentences:
        if not 0 <= start < end <= len(report.text):
            raise CaseError(
                f"there is no sentence at {start}:{end}",
                where=_name(report),
                remedy="Read the report anew from its file.",
            )
    id_, text, size = report.id, report.text, len(report.text)
    for span in spans_in(parts):
        start, end = span.start, span.end
        stands = 0 <= start < end <= size and text[start:end] == span.quote
        if span.report_id != id_ or not stands:
            raise CaseError(
                f"the words “{span.quote[:60]}” do not stand at {span.start}:{span.end}",
                where=_name(report),
                remedy="The text or the place was changed. Read the report anew from its file.",
            )


def _name(report: Report) -> str:
    return report.name or report.source or report.id
