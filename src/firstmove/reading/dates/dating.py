"""From what a date phrase means to the days it covers: pure calendar arithmetic from an anchor."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

from firstmove.reading.dates.anchors import Anchor
from firstmove.reading.dates.calendar import day_of, month_span, week_of
from firstmove.reading.dates.meanings import (
    Day,
    Meaning,
    Month,
    Range,
    Shifted,
    Stretch,
    Weekday,
    Within,
    Year,
)

Interval = tuple[date, date]


@dataclass(frozen=True, slots=True)
class _Side:
    """On which side of the anchor the date lies, and whether that is beyond doubt."""

    future: bool
    certain: bool


# A date longer past than this is told with its year, or as "last March".
_YEARLESS = timedelta(days=300)
_CLOSE = timedelta(days=31)
_MAX_WINDOW = timedelta(days=366)


def explicit(meaning: Meaning, *, deadline: bool = False) -> Interval | None:
    """The days covered, where the words alone tell them: day, month or year in full."""
    match meaning:
        case Day(year=int()):
            return _single(_date(meaning))
        case Month(year=int(year), month=month, part=part):
            return _part_of_month(year, month, part, deadline)
        case Year(first=first, last=last, part=part):
            return _part_of_years(first, last, part, deadline)
        case Stretch(months=months, last=Month(year=int()) as last):
            ended = explicit(last)
            return _months_before(months, ended) if ended else None
        case Range(first=first, last=last):
            return _joined(explicit(first, deadline=deadline), explicit(last, deadline=deadline))
        case _:
            return None


def from_anchor(
    meaning: Meaning,
    anchor: Anchor,
    *,
    future: bool,
    certain: bool = False,
    deadline: bool = False,
) -> Interval | None:
    """The days covered, worked out from when the report was written; None where that is too vague.

    Without a year the last such date before the anchor is meant, or with ``future`` the next one.
    ``certain``: that side and no other. Where the anchor is a stretch of time, every day of it must
    give the same answer.
    """
    if anchor.last - anchor.first > _MAX_WINDOW:
        return None
    if anchor.exact:
        return _at(meaning, anchor.first, _Side(future, certain), deadline)
    if isinstance(meaning, (Weekday, Shifted, Within)) or (
        isinstance(meaning, Range) and isinstance(meaning.first, Weekday)
    ):
        if isinstance(meaning, Shifted) and meaning.unit == "year":
            return _agreed(meaning, anchor, _Side(future, certain), deadline)
        return None  # moves with every day of the stretch
    return _agreed(meaning, anchor, _Side(future, certain), deadline)


def _agreed(meaning: Meaning, anchor: Anchor, side: _Side, deadline: bool) -> Interval | None:
    answers: set[Interval] = set()
    day = anchor.first
    while day <= anchor.last:
        answer = _at(meaning, day, side, deadline)
        if answer is None:
            pass
        elif side.future or day - answer[1] <= _YEARLESS:
            answers.add(answer)
        day += timedelta(days=1)
    return answers.pop() if len(answers) == 1 else None


def _at(meaning: Meaning, day: date, side: _Side, deadline: bool) -> Interval | None:
    match meaning:
        case Day():
            return _nearest(
                lambda year: _single(day_of(year, meaning.month, meaning.day)), day, side
            )
        case Month(years=int(years), month=month, part=part):
            return _part_of_month(day.year + years, month, part, deadline)
        case Month(shift=None, month=month, part=part):
            return _nearest(lambda year: _part_of_month(year, month, part, deadline), day, side)
        case Month(shift=shift, month=month, part=part):
            return _shifted_month(month, part, shift or 0, day)
        case Weekday(week=int(week), number=number):
            return _single(week_of(day)[0] + timedelta(days=7 * week + number))
        case Weekday(later=later) if later:
            ahead = _weekday(meaning, day, True)
            return _single(ahead + timedelta(days=7 * later) if ahead else None)
        case Weekday():
            return _single(_weekday(meaning, day, side.future))
        case Shifted():
            return _shifted(meaning, day, deadline)
        case Within(days=days, months=months):
            end = _add_months(day, months) + timedelta(days=days)
            return day, end
        case Stretch(months=months, last=last):
            ended = _at(last, day, side, deadline)
            return _months_before(months, ended) if ended else None
        case Range(first=first, last=last):
            if side.future:
                end_ = _at(last, day, side, deadline)
                return (
                    _joined(_at(first, end_[1], _Side(False, True), deadline), end_)
                    if end_
                    else None
                )
            start = _at(first, day, side, deadline)
            return (
                _joined(start, _at(last, start[0], _Side(True, True), deadline)) if start else None
            )
        case _:
            return None


def _nearest(in_year: Callable[[int], Interval | None], day: date, side: _Side) -> Interval | None:
    """The next interval that is not over by ``day``, or the last one that has begun by then.

    Nobody tells a date of almost a year ago, or ahead, without its year: where the one on the
    other side is close, that is meant; where it is neither close nor far, the answer is None.
    """
    chosen = _on_side(in_year, day, side.future)
    other = _on_side(in_year, day, not side.future)
    if side.certain or chosen is None or other is None:
        return chosen
    if not side.future and 3 * _apart(other, day) < 2 * _apart(chosen, day):
        return other  # no tense tells the side: the nearer of the two, if it clearly is
    if _apart(chosen, day) <= _YEARLESS:
        return chosen
    if _apart(other, day) <= _CLOSE:
        return other
    return chosen if _apart(other, day) > 2 * _CLOSE else None


def _apart(interval: Interval, day: date) -> timedelta:
    return max(interval[0] - day, day - interval[1], timedelta(0))


def _on_side(in_year: Callable[[int], Interval | None], day: date, future: bool) -> Interval | None:
    years = range(day.year, day.year + 9) if future else range(day.year, day.year - 9, -1)
    for year in years:
        found = in_year(year) if 1 <= year <= 9999 else None
        if found and (found[1] >= day if future else found[0] <= day):
            return found
    return None


def _weekday(meaning: Weekday, day: date, future: bool) -> date | None:
    """ "Last" and "next" are answered only where both ways of reading them agree."""
    back = day - timedelta(days=(day.weekday() - meaning.number) % 7)
    ahead = day + timedelta(days=(meaning.number - day.weekday()) % 7)
    monday = week_of(day)[0]
    if meaning.shift is None:
        return ahead if future else back
    in_week = monday + timedelta(days=7 * meaning.shift + meaning.number)
    if meaning.shift == 0:
        return in_week
    nearest = (
        back - timedelta(days=7 if back == day else 0)
        if meaning.shift < 0
        else ahead + timedelta(days=7 if ahead == day else 0)
    )
    return in_week if in_week == nearest else None


def _shifted(meaning: Shifted, day: date, deadline: bool) -> Interval:
    first, last = meaning.first, meaning.last
    if meaning.unit == "day":
        return day + timedelta(days=first), day + timedelta(days=last)
    if meaning.unit == "week":
        monday, sunday = week_of(day + timedelta(days=7 * first))
        if meaning.part == "end":
            return sunday, sunday
        return monday, sunday
    if meaning.unit == "weekend":
        saturday = week_of(day + timedelta(days=7 * first))[0] + timedelta(days=5)
        if first < 0 and day.weekday() >= 5:
            saturday = week_of(day)[0] + timedelta(days=5)  # on a weekend "the weekend" is this one
        return saturday, saturday + timedelta(days=1)
    if meaning.unit == "month":
        target = _add_months(day.replace(day=1), first)
        return _part_of_month(target.year, target.month, meaning.part, deadline)
    year = min(9998, max(2, day.year + first))
    found = _part_of_years(year, year, meaning.part, deadline)
    assert found is not None
    return found


def _shifted_month(month: int, part: str, shift: int, day: date) -> Interval | None:
    """ "Last March" is the March before this one; in autumn "this March" is that of this year."""
    if shift == 0:
        return _part_of_month(day.year, month, part, False)
    year = day.year
    if shift < 0 and month >= day.month:
        year -= 1
    if shift > 0 and month <= day.month:
        year += 1
    return _part_of_month(year, month, part, False)


def _part_of_month(year: int, month: int, part: str, deadline: bool) -> Interval:
    first, last = month_span(year, month)
    if part in _OF_MONTH:
        begin, end = _OF_MONTH[part]
        return first.replace(day=begin), first.replace(day=min(end, last.day))
    if part == "lastday":
        return last, last
    if part == "lastweek":
        return last - timedelta(days=6), last
    if part == "early":
        return first, first.replace(day=10)
    if part == "mid":
        return first.replace(day=11), first.replace(day=20)
    if part == "end" and deadline:
        return last, last
    if part in ("late", "end"):
        return first.replace(day=21), last
    return first, last


def _months_before(months: int, ended: Interval) -> Interval:
    return _add_months(ended[0], 1 - months), ended[1]


# The first and last day of the parts of a month that have a number; its last day may come first.
_OF_MONTH = {
    "week1": (1, 7), "week2": (8, 14), "week3": (15, 21), "week4": (22, 28), "half1": (1, 15),
    "half2": (16, 31), "firstday": (1, 1),
}  # fmt: skip
# The first and last month of the parts of a year.
_OF_YEAR = {
    "quarter1": (1, 3), "quarter2": (4, 6), "quarter3": (7, 9), "quarter4": (10, 12),
    "half1": (1, 6), "half2": (7, 12),
}  # fmt: skip


def _part_of_years(first: int, last: int, part: str, deadline: bool) -> Interval | None:
    if not 1 <= first <= last <= 9999:
        return None
    if part in _OF_YEAR and first == last:
        begin, end = _OF_YEAR[part]
        return month_span(first, begin)[0], month_span(first, end)[1]
    if first != last or not part:
        if part in ("early", "mid", "late"):  # of a decade or a century
            tenths = {"early": (0, 3), "mid": (4, 6), "late": (7, 9)}[part]
            size = (last - first + 1) // 10
            until = first + size * (tenths[1] + 1) - 1
            return date(first + size * tenths[0], 1, 1), date(until, 12, 31)
        return date(first, 1, 1), date(last, 12, 31)
    if part == "early":
        return date(first, 1, 1), date(first, 4, 30)
    if part == "mid":
        return date(first, 5, 1), date(first, 8, 31)
    if part == "end":
        return (date(first, 12, 31) if deadline else date(first, 12, 1)), date(first, 12, 31)
    return date(first, 9, 1), date(first, 12, 31)


def _add_months(day: date, months: int) -> date:
    index = day.year * 12 + day.month - 1 + months
    year, month = divmod(index, 12)
    return date(year, month + 1, min(day.day, month_span(year, month + 1)[1].day))


def _date(meaning: Day) -> date | None:
    return day_of(meaning.year, meaning.month, meaning.day) if meaning.year else None


def _single(day: date | None) -> Interval | None:
    return (day, day) if day else None


def _joined(first: Interval | None, last: Interval | None) -> Interval | None:
    if first is None or last is None or first[0] > last[1]:
        return None
    return first[0], last[1]
