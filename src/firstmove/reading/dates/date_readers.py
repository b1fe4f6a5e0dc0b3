"""From a match of the grammar of dates to what it means; None where it is no date after all."""

from __future__ import annotations

import re
from datetime import date

from firstmove.reading.dates.calendar import NAMED_DAYS, WEEKDAYS, full_date_of, month_of
from firstmove.reading.dates.date_words import PARTS, SHIFT, number_of, year_told
from firstmove.reading.dates.meanings import (
    Day,
    Meaning,
    Month,
    Range,
    Shifted,
    Unclear,
    Weekday,
    Within,
    Year,
)


def _day(digits: str) -> int:
    return int(re.sub(r"\D", "", digits))


def full(match: re.Match[str]) -> Meaning | None:
    found = full_date_of(match)
    if found is None:
        return Unclear() if match["a"] and max(int(match["a"]), int(match["b"])) <= 12 else None
    return Day(found.month, found.day, found.year)


def month_day(match: re.Match[str]) -> Meaning | None:
    return _real(Day(month_of(match["m"]), _day(match["d"])))


def _real(day: Day) -> Day | None:
    try:
        date(day.year or 2000, day.month, day.day)
    except ValueError:
        return None
    return day


def day_range(match: re.Match[str]) -> Meaning | None:
    first_month = month_of(match["m1"] or match["m2"])
    last_month = month_of(match["m2"] or match["m1"])
    year = year_told(match)
    before = year - 1 if year and last_month < first_month else year
    first = _real(Day(first_month, _day(match["d1"]), before))
    last = _real(Day(last_month, _day(match["d2"]), year))
    if first is None or last is None or (first_month == last_month and first.day > last.day):
        return None
    return Range(first, last)


def month_range(match: re.Match[str]) -> Meaning:
    year = year_told(match)
    first = month_of(match["m1"] or match["m3"])
    last = month_of(match["m2"] or match["m4"])
    before = year - 1 if year and last < first else year
    return Range(Month(first, before), Month(last, year))


def month_year(match: re.Match[str]) -> Meaning:
    return Month(month_of(match["m"]), int(match["y"]), _part(match["part"]))


def month_alone(match: re.Match[str]) -> Meaning:
    shift = SHIFT.get((match["shift"] or "").lower().strip())
    return Month(month_of(match["m"]), None, _part(match["part"]), shift)


def month_of_year(match: re.Match[str]) -> Meaning:
    return Month(month_of(match["m"]), None, _part(match["part"]), years=SHIFT[match["shift"]])


def _part(words: str | None) -> str:
    if not words:
        return ""
    found = re.search(r"early|mid|late|beginning|start|end", words.lower())
    return PARTS[found.group()] if found else ""


def years(match: re.Match[str]) -> Meaning | None:
    first, second = int(match["y1"]), match["y2"]
    last = int(second) if len(second) == 4 else int(match["y1"][:2] + second)
    return Year(first, last) if first < last <= first + 200 else None


def year(match: re.Match[str]) -> Meaning:
    year = int(match["y"])
    return Year(year, year, _part(match["part"]))


def decade(match: re.Match[str]) -> Meaning:
    first = int(match["y"])
    return Year(first, first + 9, _part(match["part"]))


def weekday(match: re.Match[str]) -> Meaning:
    return Weekday(WEEKDAYS[match["w"].lower()], SHIFT.get((match["shift"] or "").lower().strip()))


def weekday_range(match: re.Match[str]) -> Meaning:
    return Range(Weekday(WEEKDAYS[match["w1"].lower()]), Weekday(WEEKDAYS[match["w2"].lower()]))


def named(match: re.Match[str]) -> Meaning:
    month, day = NAMED_DAYS[match["name"].lower().replace("’", "'")]
    return Day(month, day, year_told(match))


_WORDS_FOR_DAYS = {"today": 0, "tonight": 0, "yesterday": -1, "tomorrow": 1}


def near_day(match: re.Match[str]) -> Meaning:
    word = match["near"].lower()
    if "before" in word:
        return Shifted("day", -2, -2)
    if "after" in word:
        return Shifted("day", 2, 2)
    shift = _WORDS_FOR_DAYS[word.split()[-1]]
    return Shifted("day", shift, shift)


def near_unit(match: re.Match[str]) -> Meaning:
    shift = SHIFT[match["shift"].lower()]
    unit = match["unit"].lower()
    if unit == "night":
        return Shifted("day", shift, shift)
    return Shifted(unit, shift, shift, _part(match["part"]))


def weekend(match: re.Match[str]) -> Meaning:
    return Shifted("weekend", -1, -1)


def ago(match: re.Match[str]) -> Meaning:
    count = number_of(match["n"])
    if count is None or (match["about"] or "").strip():
        return Unclear()
    return _shifted(match["unit"], -count)


def ahead(match: re.Match[str]) -> Meaning | None:
    count = number_of(match["n"])
    if count is None:
        return Unclear()
    return _shifted(match["unit"], count)


def _shifted(unit: str, count: int) -> Meaning:
    word = unit.lower().rstrip("s")
    if word == "fortnight":
        return Shifted("week", 2 * count, 2 * count)
    return Shifted(word, count, count)


def within(match: re.Match[str]) -> Meaning:
    count = number_of(match["n"])
    unit = match["unit"].lower().rstrip("s")
    if count is None:
        return Unclear()
    if unit == "hour":
        return Within(-(-count // 24))
    if unit in ("month", "year"):
        return Within(0, count * (12 if unit == "year" else 1))
    return Within(count * {"week": 7, "fortnight": 14}.get(unit, 1))


def end_of(match: re.Match[str]) -> Meaning:
    return Shifted(match["unit"].lower(), 0, 0, _part(match["part"]))


def unclear(match: re.Match[str]) -> Meaning:
    return Unclear()
