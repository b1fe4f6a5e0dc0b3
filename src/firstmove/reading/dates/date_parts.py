"""Dates told as a part of something longer: quarters, halves, weeks of a month, centuries."""

from __future__ import annotations

import re
from collections.abc import Callable

from firstmove.reading.dates.calendar import WEEKDAYS, month_of
from firstmove.reading.dates.date_words import (
    DAYS,
    LONG_MONTHS,
    ORDINAL,
    ORDINALS,
    SHIFT,
    Y,
    number_of,
    year_told,
)
from firstmove.reading.dates.meanings import (
    Meaning,
    Month,
    Range,
    Shifted,
    Stretch,
    Weekday,
    Year,
)

_MONTHS_IN = {"quarter": 3, "half": 6}


def _part(match: re.Match[str]) -> str:
    """ "quarter4", "half1"; "" where a year has no such part."""
    number, unit = _ordinal(match["n"], match["unit"].lower()), match["unit"].lower()
    return f"{unit}{number}" if 1 <= number <= 12 // _MONTHS_IN[unit] else ""


def _ordinal(word: str, unit: str) -> int:
    word = word.lower()
    return 12 // _MONTHS_IN[unit] if word in ("last", "final") else ORDINALS.get(word, 0)


def _part_of_year(match: re.Match[str]) -> Meaning | None:
    part = _part(match)
    if not part:
        return None
    if match["y"]:
        return Year(int(match["y"]), int(match["y"]), part)
    shift = SHIFT[match["shift"].lower()]
    return Shifted("year", shift, shift, part)


def _part_alone(match: re.Match[str]) -> Meaning | None:
    part = _part(match)
    if not part:
        return None
    size, number = _MONTHS_IN[match["unit"].lower()], int(part[-1])
    last = Month(size * number, None, "end" if match["end"] else "")
    return last if match["end"] else Range(Month(size * (number - 1) + 1), last)


def _short_quarter(match: re.Match[str]) -> Meaning:
    return Year(int(match["y"]), int(match["y"]), f"quarter{match['n']}")


def _part_of_month(match: re.Match[str]) -> Meaning | None:
    word, unit = match["n"].lower(), match["unit"].lower()
    last = word in ("last", "final")
    if unit == "half":
        part = {"first": "half1", "second": "half2", "last": "half2"}.get(word, "")
    elif unit == "day":
        part = "lastday" if last else "firstday" if word == "first" else ""
    else:
        part = "lastweek" if last else f"week{ORDINALS[word]}"
    return Month(month_of(match["m"]), year_told(match), part) if part else None


def _century(match: re.Match[str]) -> Meaning | None:
    number = int(match["n"])
    part = (match["part"] or "").lower()
    return Year(100 * number - 99, 100 * number, part) if 10 <= number <= 22 else None


def _day_of_week(match: re.Match[str]) -> Meaning:
    return Weekday(WEEKDAYS[match["w"].lower()], week=SHIFT[match["shift"].lower()])


def _week_after(match: re.Match[str]) -> Meaning:
    return Weekday(WEEKDAYS[match["w"].lower()], later=1)


def _into(match: re.Match[str]) -> Meaning:
    number = WEEKDAYS[match["w"].lower()]
    return Range(Weekday((number - 1) % 7), Weekday(number))


def _this_day(match: re.Match[str]) -> Meaning:
    return Shifted("day", 0, 0)


def _end(match: re.Match[str]) -> Meaning:
    return Shifted(match["unit"].lower(), 0, 0, "end")


def _months_to(match: re.Match[str]) -> Meaning | None:
    count = number_of(match["n"]) or 0
    last = Month(month_of(match["m"]), year_told(match))
    return Stretch(count, last) if 1 < count <= 36 else None


_NTH = rf"(?P<n>{ORDINAL}|last|final)"
_NO_GAME = r"(?!\s(?:of|season|final|match|game|century|time|term))"
GRAMMAR: tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], Meaning | None]], ...] = (
    # the fourth quarter of 2030 · first half of last year · Q3 2030
    (
        re.compile(
            rf"\b(?:the\s)?{_NTH}\s(?P<unit>quarter|half)\sof\s"
            rf"(?:(?P<y>{Y})|(?P<shift>last|this|next)\syear\b)",
            re.I,
        ),
        _part_of_year,
    ),
    (re.compile(rf"\bQ(?P<n>[1-4])(?:\sof)?\s(?P<y>{Y})"), _short_quarter),
    # in the second quarter · until the end of the first half
    (
        re.compile(
            r"(?:\b(?P<end>(?:the\s)?end\sof\s)|(?<=\bin\s)|(?<=\bby\s)|(?<=\bfor\s)|(?<=\bsince\s)"
            rf"|(?<=\bduring\s))the\s(?P<n>{ORDINAL})\s(?P<unit>quarter)\b{_NO_GAME}",
            re.I,
        ),
        _part_alone,
    ),
    # the third week of May · the last day of February 2029 · the first half of June
    (
        re.compile(
            rf"\b(?:the\s)?{_NTH}\s(?P<unit>week|day|half)\s(?:of|in)\s(?P<m>{LONG_MONTHS})"
            rf"(?:,?\s(?P<y>{Y}))?\b",
            re.I,
        ),
        _part_of_month,
    ),
    # the three months to February
    (
        re.compile(
            r"\bthe\s(?P<n>two|three|four|five|six|nine|ten|twelve|\d{1,2})\smonths\sto\s"
            rf"(?:the\send\sof\s)?(?P<m>{LONG_MONTHS})(?:\s(?P<y>{Y}))?\b"
        ),
        _months_to,
    ),
    (
        re.compile(
            r"\b(?:the\s)?(?:(?P<part>early|mid|late)[\s-])?(?P<n>1\d|2[0-2])(?:st|nd|rd|th)\s"
            r"century\b",
            re.I,
        ),
        _century,
    ),
    # Monday of last week · Tuesday week · overnight into Sunday
    (
        re.compile(rf"\b(?P<w>{DAYS})\s(?:of\s)?(?P<shift>last|this|next)\sweek\b"),
        _day_of_week,
    ),
    (re.compile(rf"\b(?P<w>{DAYS})\sweek\b(?!-)"), _week_after),
    (re.compile(rf"\b[Oo]vernight\s(?:in)?to\s(?P<w>{DAYS})\b"), _into),
    (re.compile(r"\b[Tt]his\s(?:morning|afternoon|evening)\b"), _this_day),
    # by the year’s end · at month’s end
    (
        re.compile(r"\b(?:the\s|this\s)?(?P<unit>year|month)(?:[’']s\s|-)end\b", re.I),
        _end,
    ),
)
