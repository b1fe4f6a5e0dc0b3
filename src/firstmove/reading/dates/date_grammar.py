"""The grammar of dates: which words tell one, the fuller phrase before the shorter."""

from __future__ import annotations

import re
from collections.abc import Callable

from firstmove.reading.dates import date_readers as read
from firstmove.reading.dates.calendar import FULL_DATE
from firstmove.reading.dates.date_words import (
    DAYS,
    LONG_MONTHS,
    MONTHS,
    NAMED,
    NUMBER,
    PART,
    PLAIN_MONTHS,
    TO,
    UNIT,
    WEEKDAY_BEFORE,
    D,
    Y,
)
from firstmove.reading.dates.meanings import Meaning

# In order: what matches first keeps its place, so the fuller phrase stands before the shorter.
GRAMMAR: tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], Meaning | None]], ...] = (
    # 3 to 5 March 2031 · 28 February – 3 March · March 3-5 · Dec. 30 to Jan. 2, 2031
    (
        re.compile(
            rf"\b(?P<d1>{D})(?:\s(?P<m1>{MONTHS}))?{TO}(?P<d2>{D})\s(?P<m2>{MONTHS})"
            rf"(?:,?\s(?P<y>{Y}))?"
        ),
        read.day_range,
    ),
    (
        re.compile(
            rf"\b(?P<m1>{MONTHS})\s(?P<d1>{D}){TO}(?:(?P<m2>{MONTHS})\s)?(?P<d2>{D})"
            rf"\b(?!\s?(?:{MONTHS}|percent|per cent|%))(?:,?\s(?P<y>{Y}))?"
        ),
        read.day_range,
    ),
    (re.compile(rf"(?:\b{DAYS},?\s)?(?:{FULL_DATE.pattern})", re.I), read.full),
    (
        re.compile(
            rf"\b{WEEKDAY_BEFORE}(?P<m>{MONTHS})\s(?P<d>{D})\b(?!\s?[%:]|,\d{{3}}|\.\d"
            r"|\s(?:percent|per cent|million|billion|people|years))"
        ),
        read.month_day,
    ),
    (
        re.compile(rf"(?<![\d.,:]){WEEKDAY_BEFORE}\b(?P<d>{D})\s(?:of\s)?(?P<m>{MONTHS})(?!\w)"),
        read.month_day,
    ),
    (
        re.compile(
            rf"(?:(?<=between\s)(?P<m1>{LONG_MONTHS})\sand\s(?P<m2>{LONG_MONTHS})"
            rf"|\b(?P<m3>{LONG_MONTHS})\s?(?:-|–|to|through|until)\s?(?P<m4>{LONG_MONTHS}))"
            rf"(?:,?\s(?P<y>{Y}))?\b"
        ),
        read.month_range,
    ),
    (
        re.compile(
            rf"\b(?:(?P<part>{PART})(?:\s(?:of\s)?|-))?(?P<m>{MONTHS}),?\s(?:of\s)?(?P<y>{Y})"
        ),
        read.month_year,
    ),
    (
        re.compile(
            rf"\b(?:(?P<part>{PART})(?:\s(?:of\s)?|-))?(?P<m>{LONG_MONTHS})\s(?:of\s)?"
            r"(?P<shift>last|this|next)\syear\b"
        ),
        read.month_of_year,
    ),
    (
        re.compile(
            rf"(?<=\b)(?:(?P<part>{PART})(?:\s(?:of\s)?|-)|(?P<shift>(?:last|next|this|past|coming)\s))"
            rf"(?P<m>{LONG_MONTHS})\b(?!\s+\d)"
        ),
        read.month_alone,
    ),
    (
        re.compile(
            rf"(?P<part>)(?P<shift>)(?:\b(?<=\bin\s)|(?<=\bsince\s)|(?<=\bby\s)|(?<=\buntil\s)"
            rf"|(?<=\btill\s)|(?<=\bbefore\s)|(?<=\bafter\s)|(?<=\bduring\s)|(?<=\bfrom\s)"
            rf"|(?<=\bthroughout\s)|(?<=\bof\s))(?P<m>{LONG_MONTHS})\b(?!\s+(?:\d|[A-Z]))"
        ),
        read.month_alone,
    ),
    (re.compile(rf"(?P<part>)(?P<shift>)\b(?P<m>{PLAIN_MONTHS})\b"), read.month_alone),
    (
        re.compile(rf"\b(?P<name>{NAMED})(?:,?\s(?:in\s)?(?P<y>{Y}))?(?![\w-])", re.I),
        read.named,
    ),
    (re.compile(rf"\b(?P<y1>{Y})\s?(?:-|–)\s?(?P<y2>\d{{4}}|\d{{2}})(?![\d-])"), read.years),
    (re.compile(rf"(?<=\bbetween\s)(?P<y1>{Y})\sand\s(?P<y2>{Y})"), read.years),
    (re.compile(rf"(?<=\bfrom\s)(?P<y1>{Y})\s(?:to|until|through)\s(?P<y2>{Y})"), read.years),
    (
        re.compile(r"\b(?:(?P<part>(?:early|mid|late))[\s-])?(?P<y>(?:1[5-9]|20)\d0)s\b"),
        read.decade,
    ),
    (
        re.compile(rf"\b(?P<part>{PART})(?:\s(?:of\s)?|-)(?P<y>{Y})(?!s)"),
        read.year,
    ),
    (re.compile(rf"(?P<part>)(?<![\w$€£¥.,#/:+-])(?P<y>{Y})(?![\w-]|:\d|/\d)"), read.year),
    (
        re.compile(rf"\b(?P<w1>{DAYS})\s?(?:-|–|to|through|until)\s?(?P<w2>{DAYS})\b"),
        read.weekday_range,
    ),
    (
        re.compile(
            rf"\b(?P<shift>(?:last|next|this|coming|past)\s)?(?:(?:early|late)\s)?(?P<w>{DAYS})"
            r"(?:\s(?:morning|afternoon|evening|night)\b)?(?!\s?(?:morning|afternoon|evening|night)?s\b)"
        ),
        read.weekday,
    ),
    (
        re.compile(
            r"\b(?P<near>the\sday\sbefore\syesterday|the\sday\safter\stomorrow"
            r"|(?:earlier\s|later\s)?(?:today|tonight|yesterday|tomorrow))\b(?![’']s\b)",
            re.I,
        ),
        read.near_day,
    ),
    (
        re.compile(
            r"\b(?:(?P<part>(?:early|late|mid)|(?:the\s)?(?:beginning|start|middle|end)\sof)\s"
            r"|earlier\s|later\s)?(?P<shift>last|this|next)\s"
            r"(?P<unit>weekend|week|month|year|night)\b(?![’']s\b)",
            re.I,
        ),
        read.near_unit,
    ),
    (
        re.compile(
            r"\bthe\s(?P<shift>past|coming|current)\s(?P<unit>weekend|week|month|year)\b(?P<part>)",
            re.I,
        ),
        read.near_unit,
    ),
    (re.compile(r"\b(?:over|at|during)\sthe\sweekend\b", re.I), read.weekend),
    (
        re.compile(
            rf"\b(?P<about>(?:about|around|nearly|almost|over|more than|some|at least)\s)?"
            rf"(?P<n>{NUMBER})\s{UNIT}\sago\b",
            re.I,
        ),
        read.ago,
    ),
    (
        re.compile(
            rf"\bwithin\s(?:the\snext\s)?(?P<n>{NUMBER})\s(?P<unit>hours?|days?|weeks?|fortnights?|months?|years?)\b",
            re.I,
        ),
        read.within,
    ),
    (re.compile(rf"\bin\s(?P<n>{NUMBER})\s{UNIT}[’']?(?:\stime)?\b", re.I), read.ahead),
    (
        re.compile(
            r"\bthe\s(?P<part>end|start|beginning|middle)\sof\sthe\s(?P<unit>week|month|year)\b",
            re.I,
        ),
        read.end_of,
    ),
    (
        re.compile(
            r"\b(?:the\s(?:following|previous|next|same|preceding)\s(?:day|week|month|year)"
            rf"|(?:the\sday|{NUMBER}\s(?:days?|weeks?|months?|years?))\s(?:earlier|later))\b",
            re.I,
        ),
        read.unclear,
    ),
)
