"""When a report was written: the anchor from which years and weeks of its dates are worked out.

From the day of publication where the report has one. Otherwise from its own words: a full date
told as just past; or words that can only have been written in one stretch of time ("President-elect
…"), read with a small table of public facts (``data/offices.csv``, each with its source). Nothing
else is known here, least of all today's date.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from importlib.resources import files

from firstmove.reading.dates.meanings import Day, Phrase, Year
from firstmove.reading.page import Page
from firstmove.report import Span

# How long after the last full date it tells of a report may have been written.
_SOON = timedelta(days=30)
_SAID = re.compile(r"\b(?:said|told|announced|warned|stated|declared|added|insisted)\b")


@dataclass(frozen=True, slots=True)
class Anchor:
    """The report was written no earlier than ``first`` and no later than ``last``."""

    first: date
    last: date
    name: str  # what says so

    @property
    def exact(self) -> bool:
        return self.first == self.last


@dataclass(frozen=True, slots=True)
class Fact:
    """Someone held an office (or was elected to it) from one day to another."""

    role: str  # elect | holder
    office: str
    person: str  # family name, as reports give it
    start: date
    end: date | None
    source: str


@lru_cache(maxsize=1)
def facts() -> tuple[Fact, ...]:
    """The dated public facts that come with the package."""
    table = files("firstmove.reading") / "data" / "offices.csv"
    with table.open(encoding="utf-8") as file:
        return tuple(
            Fact(
                role=row["role"],
                office=row["office"],
                person=row["person"],
                start=date.fromisoformat(row["start"]),
                end=date.fromisoformat(row["end"]) if row["end"] else None,
                source=row["source"],
            )
            for row in csv.DictReader(file)
        )


Told = Sequence[tuple[Span, Sequence[Phrase]]]
"""The date phrases of each sentence of a page."""


def anchor_of(page: Page, told: Told) -> Anchor | None:
    """When the report was written, as closely as the report itself tells, or None."""
    published = page.report.published
    if published is not None:
        return Anchor(published, published, f"published {published.isoformat()}")
    return _from_offices(page, told) or _from_full_date(page, told)


def _from_offices(page: Page, told: Told) -> Anchor | None:
    """The one stretch of time in which everyone is named by the office that the report gives.

    Election to an office bounds the time on both sides; holding one, and a year told as past,
    only from below: titles outlive their offices.
    """
    body = "\n".join(paragraph.quote for paragraph in page.paragraphs)
    if not re.search(r"-elect\b|\bincoming\b|\btransition\b|\binauguration\b", body, re.I):
        return None
    floor, reasons = _floor(body, told)
    windows: dict[tuple[date, date], str] = {}
    for fact in facts():
        if fact.role != "elect" or fact.end is None:
            continue
        match = _elect_pattern(fact.person).search(body)
        if match and (floor is None or fact.end >= floor):
            first = max(fact.start, floor) if floor else fact.start
            words = " ".join(match.group().split())
            windows[first, fact.end] = (
                f"“{words}”: between {fact.start.isoformat()} and {fact.end.isoformat()}"
            )
    if len(windows) != 1:
        return None
    ((first, last), name) = windows.popitem()
    return Anchor(first, last, "; ".join([name, *reasons]))


@lru_cache(maxsize=256)
def _elect_pattern(person: str) -> re.Pattern[str]:
    name = re.escape(person)
    return re.compile(
        rf"(?<!then-)(?<!then )\b(?:(?:president|prime minister)-elect\s+"
        rf"(?:[A-Z][\w.’'-]+\s+){{0,3}}{name}\b"
        rf"|incoming\s+{name}\s+(?:administration|government|team)\b"
        rf"|incoming\s+(?:[A-Z]\w+\s+)?(?:president\s+)?(?:[A-Z][\w.’'-]+\s+){{0,2}}{name}\b"
        rf"|{name}[’']s\s+(?:transition|inauguration\s+(?:in|on|next))\b)",
        re.I,
    )


def _floor(body: str, told: Told) -> tuple[date | None, list[str]]:
    """The earliest day on which the report can have been written, and what says so."""
    floor: date | None = None
    reason = ""
    for fact in facts():
        if fact.role != "holder" or (floor and fact.start <= floor):
            continue
        pattern = (
            rf"(?<!former )(?<!ex-)\b{fact.office}\s+(?:[A-Z][\w.’'-]+\s+){{0,2}}"
            rf"{re.escape(fact.person)}\b"
        )
        match = re.search(pattern, body)
        if match:
            floor = fact.start
            words = " ".join(match.group().split())
            reason = f"“{words}”: in office from {fact.start.isoformat()}"
    years = [
        (phrase.meaning.first, sentence.quote[phrase.start : phrase.end])
        for sentence, phrases in told
        for phrase in phrases
        if isinstance(phrase.meaning, Year) and _told_as_past(sentence.quote, phrase)
    ]
    if years:
        year, words = max(years)
        if floor is None or date(year, 1, 1) > floor:
            floor, reason = date(year, 1, 1), f"“{words}” is told as past"
    return floor, [reason] if reason else []


def _told_as_past(body: str, phrase: Phrase) -> bool:
    """ "in 2022" behind a noun or a past verb; "by 2040" and "until 2040" tell nothing."""
    before = body[max(0, phrase.start - 24) : phrase.start].lower()
    around = body[max(0, phrase.start - 80) : phrase.end + 40].lower()
    if not re.search(r"\b(?:in|since|of|from|after)\s+(?:the\s+)?$", before):
        return False
    return re.search(r"\b(?:will|would|shall|by|until|plans?|planned|next|due)\b", around) is None


def _from_full_date(page: Page, told: Told) -> Anchor | None:
    """A full date on which someone is told to have spoken, if no later year is told."""
    latest: date | None = None
    years = [0]
    for sentence, phrases in told:
        for phrase in phrases:
            meaning = phrase.meaning
            if isinstance(meaning, Year):
                years.append(meaning.last)
            if not isinstance(meaning, Day) or meaning.year is None:
                continue
            years.append(meaning.year)
            day = date(meaning.year, meaning.month, meaning.day)
            clause = sentence.quote[max(0, phrase.start - 120) : phrase.end + 60]
            place = sentence.start + phrase.start
            if not page.in_quotation(place) and _SAID.search(clause):
                latest = max(latest or day, day)
    if latest is None or max(years) > latest.year:
        return None
    return Anchor(
        latest, latest + _SOON, f"the latest full date told in the report, {latest.isoformat()}"
    )
