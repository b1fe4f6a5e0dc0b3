"""Days and months by name: what a calendar says, and nothing that depends on today's date."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date, timedelta

MONTHS = {
    name: number
    for number, names in enumerate(
        (
            ("january", "jan"),
            ("february", "feb"),
            ("march", "mar"),
            ("april", "apr"),
            ("may",),
            ("june", "jun"),
            ("july", "jul"),
            ("august", "aug"),
            ("september", "sept", "sep"),
            ("october", "oct"),
            ("november", "nov"),
            ("december", "dec"),
        ),
        1,
    )
    for name in names
}
WEEKDAYS = {
    name: number
    for number, name in enumerate(
        ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
    )
}
# Days that have one date in every year and country. Feasts that move, or that countries keep on
# different days (Easter, Labour Day, Independence Day), are not here: they stay unresolved.
NAMED_DAYS: dict[str, tuple[int, int]] = {
    "new year's day": (1, 1),
    "orthodox christmas": (1, 7),
    "valentine's day": (2, 14),
    "international women's day": (3, 8),
    "april fools' day": (4, 1),
    "may day": (5, 1),
    "juneteenth": (6, 19),
    "bastille day": (7, 14),
    "assumption day": (8, 15),
    "all saints' day": (11, 1),
    "armistice day": (11, 11),
    "remembrance day": (11, 11),
    "human rights day": (12, 10),
    "christmas eve": (12, 24),
    "christmas day": (12, 25),
    "boxing day": (12, 26),
    "new year's eve": (12, 31),
}

_MONTH = (
    r"(?P<{0}>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    r"|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
)
FULL_DATE = re.compile(
    rf"\b{_MONTH.format('m1')}\s+(?P<d1>\d{{1,2}})(?:st|nd|rd|th)?,?\s+(?P<y1>\d{{4}})\b"
    rf"|\b(?P<d2>\d{{1,2}})(?:st|nd|rd|th)?\s+(?:of\s+)?{_MONTH.format('m2')},?\s+(?P<y2>\d{{4}})\b"
    r"|\b(?P<y3>\d{4})-(?P<n3>\d{2})-(?P<d3>\d{2})(?!\d)"
    r"|\b(?P<a>\d{1,2})(?P<sep>[./])(?P<b>\d{1,2})(?P=sep)(?P<y4>\d{4})\b",
    re.I,
)


def month_of(word: str) -> int:
    return MONTHS[word.lower().rstrip(".")]


def day_of(year: int, month: int, day: int) -> date | None:
    """The date, or None where the calendar has no such day."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def month_span(year: int, month: int) -> tuple[date, date]:
    return date(year, month, 1), date(year, month, monthrange(year, month)[1])


def week_of(day: date) -> tuple[date, date]:
    """Monday to Sunday (ISO 8601)."""
    monday = day - timedelta(days=day.weekday())
    return monday, monday + timedelta(days=6)


def full_date(text: str) -> date | None:
    """The first date with day, month and year in a text.

    ``03/04/2031`` is None: it is read one way in one country and another way in the next.
    """
    for match in FULL_DATE.finditer(text):
        found = full_date_of(match)
        if found:
            return found
    return None


def full_date_of(match: re.Match[str]) -> date | None:
    if match["y1"]:
        return day_of(int(match["y1"]), month_of(match["m1"]), int(match["d1"]))
    if match["y2"]:
        return day_of(int(match["y2"]), month_of(match["m2"]), int(match["d2"]))
    if match["y3"]:
        return day_of(int(match["y3"]), int(match["n3"]), int(match["d3"]))
    return numeric_date(int(match["a"]), int(match["b"]), int(match["y4"]), match["sep"])


def numeric_date(first: int, second: int, year: int, separator: str) -> date | None:
    """``13/4/2031`` and ``4/13/2031`` are plain; with dots the day comes first (DIN 5008)."""
    if separator == "." or first > 12:
        return day_of(year, second, first)
    if second > 12:
        return day_of(year, first, second)
    return day_of(year, first, second) if first == second else None
