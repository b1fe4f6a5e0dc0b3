"""Amounts told in words or digits with what is counted, so that two tellings can be compared."""

from __future__ import annotations

import re
from dataclasses import dataclass

from firstmove.ledger.comparing.words import FUNCTION_WORDS, stem

_WORDS = {
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8,
    "nine": 9, "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14,
    "fifteen": 15, "sixteen": 16, "seventeen": 17, "eighteen": 18, "nineteen": 19, "twenty": 20,
    "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80,
    "ninety": 90, "dozen": 12,
}  # fmt: skip
_SCALES = {
    "hundred": 100.0, "thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12,
    "mln": 1e6, "bn": 1e9, "m": 1e6,
}  # fmt: skip
_MONEY = {
    "$": "$", "dollar": "$", "dollars": "$", "€": "€", "euro": "€", "euros": "€", "£": "£",
    "pound": "£", "pounds": "£",
}  # fmt: skip
_FURTHER = frozenset("more further additional extra other new".split())
_PER_CENT = {"%", "percent", "pct"}
_TOKEN = re.compile(r"[$€£%]|\d(?:[\d,.]*\d)?|[^\W\d_]+")
_MONTHS = frozenset(
    """january february march april may june july august september october november december jan
    feb mar apr jun jul aug sept sep oct nov dec""".split()
)


@dataclass(frozen=True, slots=True)
class Amount:
    """``value`` of ``counted``: the stem of the noun after it, "$" or "%"; places in the text."""

    value: float
    counted: str
    start: int
    end: int


def amounts(text: str) -> tuple[Amount, ...]:
    """The amounts in a text whose counted thing is told; years, days and bare numbers are not."""
    matches = list(_TOKEN.finditer(text))
    lower = [match[0].lower() for match in matches]
    found: list[Amount] = []
    at = 0
    while at < len(matches):
        first = at
        value = _value(lower[at])
        # "one" alone is mostly no number ("the one who"), and a number after a month is a day.
        if value is None or (at > 0 and lower[at - 1] in _MONTHS):
            at += 1
            continue
        at += 1
        while at < len(lower) and (scale := _SCALES.get(lower[at])) is not None:
            value *= scale
            at += 1
        last = at - 1
        counted = ""
        if first > 0 and lower[first - 1] in _MONEY:
            counted, first = _MONEY[lower[first - 1]], first - 1
        elif at < len(lower) and lower[at] in _MONEY:
            counted, last = _MONEY[lower[at]], at
        elif at < len(lower) and (lower[at] in _PER_CENT or lower[at : at + 2] == ["per", "cent"]):
            counted, last = "%", at + (lower[at] == "per")
        elif at < len(lower) and lower[at] not in _MONTHS:
            noun = at + (lower[at] in _FURTHER and at + 1 < len(lower))
            gap = text[matches[at - 1].end() : matches[noun].start()].replace(lower[at], "")
            if lower[noun] not in FUNCTION_WORDS and gap.strip(" -\u00a0") == "":
                counted, last = stem(lower[noun]), noun
        if counted:
            found.append(Amount(value, counted, matches[first].start(), matches[last].end()))
        at = max(at, last + 1)
    return tuple(found)


_YEARS = range(1800, 2200)
CLOSE = 0.03  # of the greater number: "some 700" of 716 is the same number, rounded


def numbers(text: str) -> frozenset[float]:
    """All numbers of two or more in a text, in words or digits; no years, no days of a month."""
    lower = [match[0].lower() for match in _TOKEN.finditer(text)]
    found: set[float] = set()
    at = 0
    while at < len(lower):
        value = _value(lower[at])
        dated = at > 0 and lower[at - 1] in _MONTHS
        dated = dated or (at + 1 < len(lower) and lower[at + 1] in _MONTHS)
        at += 1
        if value is None or dated:
            continue
        bare = value
        while at < len(lower) and (scale := _SCALES.get(lower[at])) is not None:
            value *= scale
            at += 1
        if value >= 2 and not (value == bare and value in _YEARS):
            found.add(value)
    return frozenset(found)


def other_numbers(a: frozenset[float], b: frozenset[float]) -> bool:
    """Whether both tell numbers and none is the same, also not when rounded."""
    return bool(a and b) and not any(abs(x - y) <= CLOSE * max(x, y) for x in a for y in b)


def _value(word: str) -> float | None:
    if word in _WORDS:
        return float(_WORDS[word])
    if not word[0].isdigit():
        return None
    plain = word.replace(",", "")
    try:
        return float(plain)
    except ValueError:  # 1.2.3
        return None
