"""What of a report tells which event it is of: names, days, numbers, quotations, what is said."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from hashlib import blake2b

import msgspec

from firstmove.ledger.comparing.numbers import numbers
from firstmove.ledger.comparing.telling import voiceless
from firstmove.ledger.parties.names import spelling, split_name
from firstmove.ledger.words import CALENDAR, tokens, words
from firstmove.report import Part
from firstmove.statement import Basis, Reading

_LEAD = 3  # sentences
_RUN = 5  # words in a row, quoted by both

_QUOTED = re.compile(r"“[^”\n]{0,2000}”|\"[^\"\n]{0,2000}\"|«[^»\n]{0,2000}»")
_WEEKDAY = re.compile(r"\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b")


@dataclass(frozen=True, slots=True)
class Traits:
    """What of a report is compared."""

    id: str
    size: int  # words
    names: frozenset[str]
    lead_names: frozenset[str]
    shown: dict[str, str]  # a name's key: as the report writes it
    said: dict[str, tuple[str, ...]]  # what is said, by speaker and by party
    runs: frozenset[tuple[str, ...]]
    numbers: frozenset[float]
    published: date | None
    days: frozenset[tuple[int, int]]  # month and day that are told, that of publication too
    weekdays: frozenset[str]


class Known(msgspec.Struct, frozen=True, array_like=True):
    """What is kept of a report, so that it is not worked out again."""

    told: str  # ``digest`` of its reading
    traits: Traits
    near: dict[str, float]  # scores with the reports after it that it was compared with, by id


def digest(reading: Reading) -> str:
    """Hash of all that the traits of a report and its opening are made of."""
    report = reading.report
    told = (
        (report.id, report.title, report.published, report.asides),
        (reading.sentences[:_LEAD], reading.dates, reading.statements),
    )
    return blake2b(msgspec.json.encode(told), digest_size=12).hexdigest()


def traits_of(reading: Reading) -> Traits:
    """What of a report is compared, worked out from its text."""
    report = reading.report
    text = report.text
    for aside in report.asides:
        start, end = aside.span.start, aside.span.end
        if aside.part is not Part.HEADLINE:
            text = text[:start] + " " * (end - start) + text[end:]
    everything, lead = words(text), words(opening(reading))
    found = [tuple(w.lower() for w in tokens(passage)) for passage in _QUOTED.findall(text)]
    days = {
        (when.start.month, when.start.day)
        for when in reading.dates
        if when.basis is not Basis.UNRESOLVED
        and not when.planned
        and when.start is not None
        and when.start == when.end
    }
    if report.published is not None:
        # What is told on a day is mostly of that day or the one before.
        days |= {(d.month, d.day) for d in (report.published, report.published - timedelta(1))}
    names = {key: surface for surface, key in _names(text, everything.keys)}
    return Traits(
        report.id,
        len(everything.plain),
        frozenset(names),
        frozenset(key for _, key in _names(opening(reading), lead.keys) if key in names),
        names,
        {key: tuple(told) for key, told in _said(reading).items()},
        frozenset(run[n : n + _RUN] for run in found for n in range(len(run) - _RUN + 1)),
        numbers(text),
        report.published,
        frozenset(days),
        frozenset(_WEEKDAY.findall(text)),
    )


def _said(reading: Reading) -> dict[str, list[str]]:
    """What is said, by the family name of who says it and by the party."""
    found: dict[str, list[str]] = {}
    for statement in reading.statements:
        who = statement.speaker
        if who is not None:
            for key in {split_name(who.name)[1], spelling(who.party)} - {""}:
                found.setdefault(key, []).append(voiceless(statement))
    return found


def _names(text: str, keys: Sequence[str]) -> Iterable[tuple[str, str]]:
    """Names as they are written, each with its spelling evened out; no days or months."""
    for surface, key in zip(tokens(text), keys, strict=True):
        if key[:1] == "@" and len(surface) > 1 and surface.lower() not in CALENDAR:
            yield surface, spelling(surface)


def opening(reading: Reading) -> str:
    """The headline and the first sentences."""
    report = reading.report
    lead = " ".join(report.text[a:b] for a, b in reading.sentences[:_LEAD])
    return f"{report.title}. {lead}" if report.title else lead or report.text[:600]
