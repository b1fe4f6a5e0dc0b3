"""Days of the week, months and days of a month that a text names."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

_MONTHS = (
    "January|February|March|April|May|June|July|August|September|October|November|December"
    "|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec"
)
_NAMED = re.compile(
    r"\b(?P<week>(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)\b"
    rf"|\b(?P<before>[0-3]?\d)(?:st|nd|rd|th)?(?: of)? (?P<month>{_MONTHS})\b"
    rf"|\b(?P<alone>{_MONTHS})\b\.?(?: (?P<after>[0-3]?\d)(?:st|nd|rd|th)?\b(?![,.]?\d))?"
)


@dataclass(frozen=True, slots=True)
class Day:
    """``week``: a weekday, "" where none is named; else the month and, if told, its day."""

    start: int
    end: int
    week: str = ""
    month: str = ""
    day: int | None = None


@lru_cache(maxsize=20_000)
def days(text: str) -> tuple[Day, ...]:
    """What is named, in order."""
    found = []
    for match in _NAMED.finditer(text):
        number = match["before"] or match["after"]
        month = (match["month"] or match["alone"] or "")[:3].lower()
        day = int(number) if number else None
        found.append(Day(match.start(), match.end(), match["week"] or "", month, day))
    return tuple(found)


def other_days(a: str, b: str) -> tuple[Day, Day] | None:
    """The first of each, where both name days of the week, or both months, and none is the same;
    a month alone may be any of its days."""
    for of_week in (True, False):
        mine, theirs = ([day for day in days(text) if bool(day.week) is of_week] for text in (a, b))
        if mine and theirs and not any(_same(x, y) for x in mine for y in theirs):
            return mine[0], theirs[0]
    return None


def _same(a: Day, b: Day) -> bool:
    if a.week or b.week:
        return a.week == b.week
    return a.month == b.month and (a.day == b.day or None in (a.day, b.day))
