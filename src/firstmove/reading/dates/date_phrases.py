"""Find the words that tell a date, and what kind of date they tell.

A grammar of regular expressions over plain text: what each phrase means is known from its form,
and nothing is resolved here. Durations ("for 20 years") and clock times are no dates.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date

from firstmove.reading.dates.calendar import (
    FULL_DATE,
    NAMED_DAYS,
    WEEKDAYS,
    full_date_of,
    month_of,
)


@dataclass(frozen=True, slots=True)
class Day:
    """A day of a month; ``year`` None where the text does not give it."""

    month: int
    day: int
    year: int | None = None


@dataclass(frozen=True, slots=True)
class Month:
    month: int
    year: int | None = None
    part: str = ""  # early | mid | late
    shift: int | None = None  # "last March": -1 last, 0 this, 1 next
    years: int | None = None  # "March of next year": 1


@dataclass(frozen=True, slots=True)
class Year:
    first: int
    last: int
    part: str = ""


@dataclass(frozen=True, slots=True)
class Weekday:
    number: int  # Monday is 0
    shift: int | None = None


@dataclass(frozen=True, slots=True)
class Shifted:
    """So many units from the anchor: yesterday is day −1, "this week" is week 0."""

    unit: str  # day | week | weekend | month | year
    first: int
    last: int
    part: str = ""


@dataclass(frozen=True, slots=True)
class Within:
    """A deadline counted from the anchor: "within 30 days"."""

    days: int
    months: int = 0


@dataclass(frozen=True, slots=True)
class Range:
    first: Day | Month | Weekday
    last: Day | Month | Weekday


@dataclass(frozen=True, slots=True)
class Unclear:
    """A date told relative to another one in the story ("the following day"), or ambiguous."""


Meaning = Day | Month | Year | Weekday | Shifted | Within | Range | Unclear


@dataclass(frozen=True, slots=True)
class Phrase:
    start: int
    end: int
    meaning: Meaning


_MONTHS = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December"
    r"|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\b\.?)"
)
_LONG_MONTHS = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December)"
)
# Months that are neither a verb, a name nor anything else with a capital.
_PLAIN_MONTHS = r"(?:January|February|July|September|October|November|December)"
_DAYS = r"(?:Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)"
_D = r"\d{1,2}(?:st|nd|rd|th)?"
_Y = r"(?:1[5-9]\d\d|20\d\d|21\d\d)(?![\d%]|[.,]\d)"
_TO = r"\s?(?:-|–|—|to|and|through|until|till|or)\s?"
_NUMBER = (
    r"(?:\d{1,3}|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty"
    r"|thirty|forty|forty-five|sixty|ninety|couple of|few|several)"
)
_NUMBERS = {
    name: number
    for number, name in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve".split()
    )
} | {
    "a": 1,
    "an": 1,
    "fifteen": 15,
    "twenty": 20,
    "thirty": 30,
    "forty": 40,
    "forty-five": 45,
    "sixty": 60,
    "ninety": 90,
}
_SHIFT = {
    "last": -1,
    "past": -1,
    "previous": -1,
    "this": 0,
    "current": 0,
    "next": 1,
    "coming": 1,
    "upcoming": 1,
}
_PART = r"(?:the\s+)?(?:early|mid|late|middle|beginning|start|end)"
_PARTS = {
    "early": "early",
    "beginning": "early",
    "start": "early",
    "mid": "mid",
    "middle": "mid",
    "late": "late",
    "end": "end",
}
# Weekdays in the names of feasts, of days in history and of television programmes.
_NOT_A_WEEKDAY = re.compile(
    r"(?:Good|Black|Bloody|Easter|Ash|Palm|Super|Cyber|Holy|Shrove|Whit|Maundy|Fat|Giving"
    r"|[Ff]irst|[Ss]econd|[Tt]hird|[Ff]ourth|[Ee]very|[Ee]ach|[Aa]lternate|[Mm]ost)\s$"
)
_NAMED = "|".join(
    sorted((re.escape(name).replace("'", "[’']") for name in NAMED_DAYS), key=len, reverse=True)
)


def _number(word: str) -> int | None:
    word = word.lower()
    return int(word) if word.isdigit() else _NUMBERS.get(word)


def _day(digits: str) -> int:
    return int(re.sub(r"\D", "", digits))


def _full(match: re.Match[str]) -> Meaning | None:
    found = full_date_of(match)
    if found is None:
        return Unclear() if match["a"] and max(int(match["a"]), int(match["b"])) <= 12 else None
    return Day(found.month, found.day, found.year)


def _month_day(match: re.Match[str]) -> Meaning | None:
    return _real(Day(month_of(match["m"]), _day(match["d"])))


def _real(day: Day) -> Day | None:
    try:
        date(day.year or 2000, day.month, day.day)
    except ValueError:
        return None
    return day


def _day_range(match: re.Match[str]) -> Meaning | None:
    first_month = month_of(match["m1"] or match["m2"])
    last_month = month_of(match["m2"] or match["m1"])
    year = int(match["y"]) if match["y"] else None
    before = year - 1 if year and last_month < first_month else year
    first = _real(Day(first_month, _day(match["d1"]), before))
    last = _real(Day(last_month, _day(match["d2"]), year))
    if first is None or last is None or (first_month == last_month and first.day > last.day):
        return None
    return Range(first, last)


def _month_range(match: re.Match[str]) -> Meaning:
    year = int(match["y"]) if match["y"] else None
    first = month_of(match["m1"] or match["m3"])
    last = month_of(match["m2"] or match["m4"])
    before = year - 1 if year and last < first else year
    return Range(Month(first, before), Month(last, year))


def _month_year(match: re.Match[str]) -> Meaning:
    return Month(month_of(match["m"]), int(match["y"]), _part(match["part"]))


def _month_alone(match: re.Match[str]) -> Meaning:
    shift = _SHIFT.get((match["shift"] or "").lower().strip())
    return Month(month_of(match["m"]), None, _part(match["part"]), shift)


def _month_of_year(match: re.Match[str]) -> Meaning:
    return Month(month_of(match["m"]), None, _part(match["part"]), years=_SHIFT[match["shift"]])


def _part(words: str | None) -> str:
    if not words:
        return ""
    found = re.search(r"early|mid|late|beginning|start|end", words.lower())
    return _PARTS[found.group()] if found else ""


def _years(match: re.Match[str]) -> Meaning | None:
    first, second = int(match["y1"]), match["y2"]
    last = int(second) if len(second) == 4 else int(match["y1"][:2] + second)
    return Year(first, last) if first < last <= first + 200 else None


def _year(match: re.Match[str]) -> Meaning:
    year = int(match["y"])
    return Year(year, year, _part(match["part"]))


def _decade(match: re.Match[str]) -> Meaning:
    first = int(match["y"])
    return Year(first, first + 9, _part(match["part"]))


def _weekday(match: re.Match[str]) -> Meaning:
    return Weekday(WEEKDAYS[match["w"].lower()], _SHIFT.get((match["shift"] or "").lower().strip()))


def _weekday_range(match: re.Match[str]) -> Meaning:
    return Range(Weekday(WEEKDAYS[match["w1"].lower()]), Weekday(WEEKDAYS[match["w2"].lower()]))


def _named(match: re.Match[str]) -> Meaning:
    month, day = NAMED_DAYS[match["name"].lower().replace("’", "'")]
    return Day(month, day, int(match["y"]) if match["y"] else None)


_WORDS_FOR_DAYS = {"today": 0, "tonight": 0, "yesterday": -1, "tomorrow": 1}


def _near_day(match: re.Match[str]) -> Meaning:
    word = match["near"].lower()
    if "before" in word:
        return Shifted("day", -2, -2)
    if "after" in word:
        return Shifted("day", 2, 2)
    shift = _WORDS_FOR_DAYS[word.split()[-1]]
    return Shifted("day", shift, shift)


def _near_unit(match: re.Match[str]) -> Meaning:
    shift = _SHIFT[match["shift"].lower()]
    unit = match["unit"].lower()
    if unit == "night":
        return Shifted("day", shift, shift)
    return Shifted(unit, shift, shift, _part(match["part"]))


def _weekend(match: re.Match[str]) -> Meaning:
    return Shifted("weekend", -1, -1)


def _ago(match: re.Match[str]) -> Meaning:
    count = _number(match["n"])
    if count is None or (match["about"] or "").strip():
        return Unclear()
    return Shifted(match["unit"].lower().rstrip("s"), -count, -count)


def _ahead(match: re.Match[str]) -> Meaning | None:
    count = _number(match["n"])
    if count is None:
        return Unclear()
    return Shifted(match["unit"].lower().rstrip("s"), count, count)


def _within(match: re.Match[str]) -> Meaning:
    count = _number(match["n"])
    unit = match["unit"].lower().rstrip("s")
    if count is None:
        return Unclear()
    if unit == "hour":
        return Within(-(-count // 24))
    if unit in ("month", "year"):
        return Within(0, count * (12 if unit == "year" else 1))
    return Within(count * (7 if unit == "week" else 1))


def _end_of(match: re.Match[str]) -> Meaning:
    return Shifted(match["unit"].lower(), 0, 0, _part(match["part"]))


def _unclear(match: re.Match[str]) -> Meaning:
    return Unclear()


def _compile(pattern: str, flags: int = 0) -> re.Pattern[str]:
    return re.compile(pattern, flags)


_WEEKDAY_BEFORE = rf"(?:{_DAYS},?\s+(?:the\s+)?)?"
_UNIT = r"(?P<unit>days?|weeks?|months?|years?)"

# In order: what matches first keeps its place, so the fuller phrase stands before the shorter.
_GRAMMAR: tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], Meaning | None]], ...] = (
    # 3 to 5 March 2031 · 28 February – 3 March · March 3-5 · Dec. 30 to Jan. 2, 2031
    (
        _compile(
            rf"\b(?P<d1>{_D})(?:\s(?P<m1>{_MONTHS}))?{_TO}(?P<d2>{_D})\s(?P<m2>{_MONTHS})"
            rf"(?:,?\s(?P<y>{_Y}))?"
        ),
        _day_range,
    ),
    (
        _compile(
            rf"\b(?P<m1>{_MONTHS})\s(?P<d1>{_D}){_TO}(?:(?P<m2>{_MONTHS})\s)?(?P<d2>{_D})"
            rf"\b(?!\s?(?:{_MONTHS}|percent|per cent|%))(?:,?\s(?P<y>{_Y}))?"
        ),
        _day_range,
    ),
    (_compile(rf"(?:\b{_DAYS},?\s)?(?:{FULL_DATE.pattern})", re.I), _full),
    (
        _compile(
            rf"\b{_WEEKDAY_BEFORE}(?P<m>{_MONTHS})\s(?P<d>{_D})\b(?!\s?[%:]|,\d{{3}}|\.\d"
            r"|\s(?:percent|per cent|million|billion|people|years))"
        ),
        _month_day,
    ),
    (
        _compile(rf"(?<![\d.,:]){_WEEKDAY_BEFORE}\b(?P<d>{_D})\s(?:of\s)?(?P<m>{_MONTHS})(?!\w)"),
        _month_day,
    ),
    (
        _compile(
            rf"(?:(?<=between\s)(?P<m1>{_LONG_MONTHS})\sand\s(?P<m2>{_LONG_MONTHS})"
            rf"|\b(?P<m3>{_LONG_MONTHS})\s?(?:-|–|to|through|until)\s?(?P<m4>{_LONG_MONTHS}))"
            rf"(?:,?\s(?P<y>{_Y}))?\b"
        ),
        _month_range,
    ),
    (
        _compile(
            rf"\b(?:(?P<part>{_PART})(?:\s(?:of\s)?|-))?(?P<m>{_MONTHS}),?\s(?:of\s)?(?P<y>{_Y})"
        ),
        _month_year,
    ),
    (
        _compile(
            rf"\b(?:(?P<part>{_PART})(?:\s(?:of\s)?|-))?(?P<m>{_LONG_MONTHS})\s(?:of\s)?"
            r"(?P<shift>last|this|next)\syear\b"
        ),
        _month_of_year,
    ),
    (
        _compile(
            rf"(?<=\b)(?:(?P<part>{_PART})(?:\s(?:of\s)?|-)|(?P<shift>(?:last|next|this|past|coming)\s))"
            rf"(?P<m>{_LONG_MONTHS})\b(?!\s+\d)"
        ),
        _month_alone,
    ),
    (
        _compile(
            rf"(?P<part>)(?P<shift>)(?:\b(?<=\bin\s)|(?<=\bsince\s)|(?<=\bby\s)|(?<=\buntil\s)"
            rf"|(?<=\btill\s)|(?<=\bbefore\s)|(?<=\bafter\s)|(?<=\bduring\s)|(?<=\bfrom\s)"
            rf"|(?<=\bthroughout\s)|(?<=\bof\s))(?P<m>{_LONG_MONTHS})\b(?!\s+(?:\d|[A-Z]))"
        ),
        _month_alone,
    ),
    (_compile(rf"(?P<part>)(?P<shift>)\b(?P<m>{_PLAIN_MONTHS})\b"), _month_alone),
    (
        _compile(rf"\b(?P<name>{_NAMED})(?:,?\s(?:in\s)?(?P<y>{_Y}))?(?![\w-])", re.I),
        _named,
    ),
    (_compile(rf"\b(?P<y1>{_Y})\s?(?:-|–)\s?(?P<y2>\d{{4}}|\d{{2}})(?![\d-])"), _years),
    (_compile(rf"(?<=\bbetween\s)(?P<y1>{_Y})\sand\s(?P<y2>{_Y})"), _years),
    (_compile(rf"(?<=\bfrom\s)(?P<y1>{_Y})\s(?:to|until|through)\s(?P<y2>{_Y})"), _years),
    (_compile(r"\b(?:(?P<part>(?:early|mid|late))[\s-])?(?P<y>(?:1[5-9]|20)\d0)s\b"), _decade),
    (
        _compile(rf"\b(?P<part>{_PART})(?:\s(?:of\s)?|-)(?P<y>{_Y})(?!s)"),
        _year,
    ),
    (_compile(rf"(?P<part>)(?<![\w$€£¥.,#/:+-])(?P<y>{_Y})(?![\w-]|:\d|/\d)"), _year),
    (
        _compile(rf"\b(?P<w1>{_DAYS})\s?(?:-|–|to|through|until)\s?(?P<w2>{_DAYS})\b"),
        _weekday_range,
    ),
    (
        _compile(
            rf"\b(?P<shift>(?:last|next|this|coming|past)\s)?(?:(?:early|late)\s)?(?P<w>{_DAYS})"
            r"(?:\s(?:morning|afternoon|evening|night)\b)?(?!\s?(?:morning|afternoon|evening|night)?s\b)"
        ),
        _weekday,
    ),
    (
        _compile(
            r"\b(?P<near>the\sday\sbefore\syesterday|the\sday\safter\stomorrow"
            r"|(?:earlier\s|later\s)?(?:today|tonight|yesterday|tomorrow))\b(?![’']s\b)",
            re.I,
        ),
        _near_day,
    ),
    (
        _compile(
            r"\b(?:(?P<part>(?:early|late|mid)|(?:the\s)?(?:beginning|start|middle|end)\sof)\s"
            r"|earlier\s|later\s)?(?P<shift>last|this|next)\s"
            r"(?P<unit>weekend|week|month|year|night)\b(?![’']s\b)",
            re.I,
        ),
        _near_unit,
    ),
    (
        _compile(
            r"\bthe\s(?P<shift>past|coming|current)\s(?P<unit>weekend|week|month|year)\b(?P<part>)",
            re.I,
        ),
        _near_unit,
    ),
    (_compile(r"\b(?:over|at|during)\sthe\sweekend\b", re.I), _weekend),
    (
        _compile(
            rf"\b(?P<about>(?:about|around|nearly|almost|over|more than|some|at least)\s)?"
            rf"(?P<n>{_NUMBER})\s{_UNIT}\sago\b",
            re.I,
        ),
        _ago,
    ),
    (
        _compile(
            rf"\bwithin\s(?:the\snext\s)?(?P<n>{_NUMBER})\s(?P<unit>hours?|days?|weeks?|months?|years?)\b",
            re.I,
        ),
        _within,
    ),
    (_compile(rf"\bin\s(?P<n>{_NUMBER})\s{_UNIT}[’']?(?:\stime)?\b", re.I), _ahead),
    (
        _compile(
            r"\bthe\s(?P<part>end|start|beginning|middle)\sof\sthe\s(?P<unit>week|month|year)\b",
            re.I,
        ),
        _end_of,
    ),
    (
        _compile(
            r"\b(?:the\s(?:following|previous|next|same|preceding)\s(?:day|week|month|year)"
            rf"|(?:the\sday|{_NUMBER}\s(?:days?|weeks?|months?|years?))\s(?:earlier|later))\b",
            re.I,
        ),
        _unclear,
    ),
)
_MAX_PHRASES = 2_000


# No phrase of the grammar is without one of these: most sentences need no closer look.
_SIGN = re.compile(
    r"\d\d\d\d|\b(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec|(?:Mon|Tues|Wednes|Thurs|Fri"
    r"|Satur|Sun)day)|\b(?:today|tonight|yesterday|tomorrow|last|this|next|past|coming|current"
    r"|weekend|ago|within|in\s(?:\w+|couple of)\s(?:day|week|month|year)s?|end|start|beginning"
    r"|middle|earlier|later|following|previous|same|preceding)\b|\d[./]\d|[dw]ay\b|mas\b|\beve\b"
    r"|juneteenth",
    re.I,
)


def find_phrases(text: str) -> tuple[Phrase, ...]:
    """The phrases that tell a date, in order, none overlapping another."""
    if _SIGN.search(text) is None:
        return ()
    taken: list[Phrase] = []
    for pattern, meaning_of in _GRAMMAR:
        for match in _matches(pattern, text):
            start, end = match.span()
            if any(p.start < end and start < p.end for p in taken):
                continue
            if pattern.groupindex.get("w") and _NOT_A_WEEKDAY.search(
                text, max(0, start - 12), start
            ):
                continue
            if "near" in pattern.groupindex and _is_title(text, start, end):
                continue
            meaning = meaning_of(match)
            if meaning is not None:
                taken.append(Phrase(start, end, meaning))
            if len(taken) >= _MAX_PHRASES:
                break
    return tuple(sorted(taken, key=lambda p: p.start))


def _is_title(text: str, start: int, end: int) -> bool:
    """ "Today" in quotation marks or between other capitals is a programme or a paper."""
    closed = re.match(r",?[”\"'’]", text[end : end + 2]) is not None
    quoted = text[start - 1 : start] in "“\"'‘" and closed
    named = re.search(r"[A-Z]\w+\s$", text[max(0, start - 20) : start]) is not None
    return text[start].isupper() and start > 0 and (quoted or named)


def _matches(pattern: re.Pattern[str], text: str) -> Iterator[re.Match[str]]:
    for match in pattern.finditer(text):
        if match.group().strip():
            yield match


def meaning_of(phrase: str) -> Meaning | None:
    """What a phrase found by :func:`find_phrases` means, from its words alone."""
    found = find_phrases(phrase)
    if len(found) == 1 and (found[0].start, found[0].end) == (0, len(phrase)):
        return found[0].meaning
    # A month alone is found by the preposition before it, which is not part of the phrase.
    found = find_phrases(f"in {phrase}")
    return found[0].meaning if len(found) == 1 and found[0].end == len(phrase) + 3 else None
