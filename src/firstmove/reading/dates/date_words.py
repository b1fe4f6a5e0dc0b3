"""The words dates are made of, as pieces of regular expressions and what they count."""

from __future__ import annotations

import re

from firstmove.reading.dates.calendar import NAMED_DAYS

MONTHS = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December"
    r"|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\b\.?)"
)
LONG_MONTHS = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December)"
)
# Months that are neither a verb, a name nor anything else with a capital.
PLAIN_MONTHS = r"(?:January|February|July|September|October|November|December)"
DAYS = r"(?:Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)"
D = r"\d{1,2}(?:st|nd|rd|th)?"
Y = r"(?:1[5-9]\d\d|20\d\d|21\d\d)(?![\d%]|[.,]\d)"
TO = r"\s?(?:-|–|—|to|and|through|until|till|or)\s?"
NUMBER = (
    r"(?:\d{1,3}|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty"
    r"|thirty|forty|forty-five|sixty|ninety|couple of|few|several)"
)
NUMBERS = {
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
SHIFT = {
    "last": -1,
    "past": -1,
    "previous": -1,
    "this": 0,
    "current": 0,
    "next": 1,
    "coming": 1,
    "upcoming": 1,
}
PART = r"(?:the\s+)?(?:early|mid|late|middle|beginning|start|end)"
PARTS = {
    "early": "early",
    "beginning": "early",
    "start": "early",
    "mid": "mid",
    "middle": "mid",
    "late": "late",
    "end": "end",
}
# Weekdays in the names of feasts, of days in history and of television programmes.
NOT_A_WEEKDAY = re.compile(
    r"(?:Good|Black|Bloody|Easter|Ash|Palm|Super|Cyber|Holy|Shrove|Whit|Maundy|Fat|Giving"
    r"|[Ff]irst|[Ss]econd|[Tt]hird|[Ff]ourth|[Ee]very|[Ee]ach|[Aa]lternate|[Mm]ost)\s$"
)
NAMED = "|".join(
    sorted((re.escape(name).replace("'", "[’']") for name in NAMED_DAYS), key=len, reverse=True)
)
WEEKDAY_BEFORE = rf"(?:{DAYS},?\s+(?:the\s+)?)?"
UNIT = r"(?P<unit>days?|weeks?|fortnights?|months?|years?)"
ORDINALS = {
    "first": 1, "second": 2, "third": 3, "fourth": 4, "1st": 1, "2nd": 2, "3rd": 3, "4th": 4,
}  # fmt: skip
ORDINAL = r"(?:first|second|third|fourth|1st|2nd|3rd|4th)"


def number_of(word: str) -> int | None:
    """The number a word of ``NUMBER`` tells; None for "few"."""
    word = word.lower()
    return int(word) if word.isdigit() else NUMBERS.get(word)


def year_told(match: re.Match[str]) -> int | None:
    return int(match["y"]) if match["y"] else None
