"""Amounts told in words or digits with what is counted, so that two tellings can be compared."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from firstmove.ledger.words import FUNCTION_WORDS, stem

_WORDS = {
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8,
    "nine": 9, "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14,
    "fifteen": 15, "sixteen": 16, "seventeen": 17, "eighteen": 18, "nineteen": 19, "twenty": 20,
    "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80,
    "ninety": 90, "dozen": 12,
}  # fmt: skip
_TENS = frozenset(word for word, value in _WORDS.items() if value >= 20)
_ONES = frozenset(word for word, value in _WORDS.items() if value < 10)
_SCALES = {
    "hundred": 100.0, "thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12,
    "mln": 1e6, "bn": 1e9, "m": 1e6,
}  # fmt: skip
_ROUND = (["hundred"], ["thousand"], ["million"], ["billion"])
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
        number = _number(lower, at)
        # "one" alone is mostly no number ("the one who"), and a number after a month is a day.
        if number is None or (at > 0 and lower[at - 1] in _MONTHS):
            at += 1
            continue
        value = number.value
        at += number.size
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
_LONGER = {"hours": 24, "hour": 24, "days": 7, "day": 7, "months": 12, "month": 12}
CLOSE = 0.03  # of the greater number: "some 700" of 716 is the same number, rounded


def numbers(text: str) -> frozenset[float]:
    """All numbers of two or more in a text, in words or digits; no years, no days of a month."""
    lower = [match[0].lower() for match in _TOKEN.finditer(text)]
    found: set[float] = set()
    at = 0
    while at < len(lower):
        if part := _part(lower, at):
            found.add(part.per_cent)
            at += part.size
            continue
        number = _number(lower, at)
        dated = at > 0 and lower[at - 1] in _MONTHS
        dated = dated or (at + 1 < len(lower) and lower[at + 1] in _MONTHS)
        if number is None or dated:
            at += 1
            continue
        at += number.size
        value = number.value
        if value >= 2 and not (number.bare and value in _YEARS):
            found.add(value)
            unit = _LONGER.get(lower[at]) if at < len(lower) else None
            if unit and value >= 2 * unit and value % unit == 0:
                found.add(value / unit)  # "48 hours" are "two days"
    return frozenset(found)


_PARTS = {
    "half": 2, "third": 3, "quarter": 4, "fifth": 5, "sixth": 6, "eighth": 8, "tenth": 10,
}  # fmt: skip
_PLURALS = {f"{word}s": of for word, of in _PARTS.items() if of > 2}
_OF = frozenset("of full empty fewer less more lower higher cheaper dearer smaller larger".split())
_BY = frozenset("by to than over under nearly about almost only roughly around".split())
_HALVES = frozenset("first second other latter last final better".split())
_WHOLES = frozenset((3, 4, 5, 6, 8, 10, 20, 100, 1000))
_TIMES = frozenset("hour day week month year decade minute second".split())


@dataclass(frozen=True, slots=True)
class _Part:
    per_cent: float
    size: int  # words


def _part(lower: Sequence[str], at: int) -> _Part | None:
    """A part of a whole told in words: "two thirds", "by half", "a quarter of", "nine in ten"."""
    rest = [*lower[at + 1 : at + 4], "", "", ""]
    before = lower[at - 1] if at else ""
    if lower[at] == "half":
        told = before in _BY and rest[0] not in ("a", "an")
        told = told or (rest[0] in _OF and before not in _HALVES)
        return _Part(50.0, 1) if told else None
    number = _Number(1.0, 1, True) if lower[at] in ("a", "one") else _number(lower, at)
    if number is None:
        return None
    count = number.value
    if count > 1 and rest[0] in _PLURALS and count < _PLURALS[rest[0]]:
        return _Part(100 * count / _PLURALS[rest[0]], 2)
    if count == 1 and rest[0] in _PARTS and rest[0] != "half":
        # "A third way", "the first quarter" are no parts.
        told = rest[1] in _OF or (before in _BY and rest[1] in ("", "in", "and", "since"))
        return _Part(100 / _PARTS[rest[0]], 2) if told else None
    return _of_so_many(lower, at, number)


def _of_so_many(lower: Sequence[str], at: int, number: _Number) -> _Part | None:
    """ "Nine in ten", "two out of every three", "one litre in three"."""
    end = at + number.size
    named = lower[end + 1 : end + 2] == ["in"] and lower[end] not in FUNCTION_WORDS
    end += named
    if lower[end : end + 2] == ["out", "of"]:
        end += 2
    elif lower[end : end + 1] == ["in"]:
        end += 1
    else:
        return None
    end += lower[end : end + 1] == ["every"]
    whole = _number(lower, end) if end < len(lower) else None
    if whole is None or whole.value not in _WHOLES or whole.value <= number.value:
        return None
    end += whole.size
    after = lower[end] if end < len(lower) else "of"
    if after.removesuffix("s") in _TIMES or (named and after not in FUNCTION_WORDS):
        return None
    return _Part(100 * number.value / whole.value, end - at)


def other_numbers(a: frozenset[float], b: frozenset[float]) -> bool:
    """Whether both tell numbers and none is the same, also not when rounded."""
    return bool(a and b) and not any(abs(x - y) <= CLOSE * max(x, y) for x in a for y in b)


@dataclass(frozen=True, slots=True)
class _Number:
    value: float
    size: int  # words
    bare: bool  # without a scale


def _number(lower: Sequence[str], at: int) -> _Number | None:
    """The number that begins at a word: "25", "twenty-five", "3.5 million", "a hundred and ten"."""
    a_scale = lower[at] == "a" and lower[at + 1 : at + 2] in _ROUND
    small = _Number(1.0, 1, True) if a_scale else _below_hundred(lower, at)
    if small is None:
        return None
    value, end = small.value, at + small.size
    bare = True
    while end < len(lower) and (scale := _SCALES.get(lower[end])) is not None:
        value, bare, end = value * scale, False, end + 1
        and_ = end + (lower[end : end + 1] == ["and"])
        if scale == 100 and and_ < len(lower) and lower[and_] in _WORDS:
            more = _below_hundred(lower, and_)
            if more is not None:
                value, end = value + more.value, and_ + more.size
    return _Number(value, end - at, bare)


def _below_hundred(lower: Sequence[str], at: int) -> _Number | None:
    value = _value(lower[at])
    if value is None:
        return None
    if lower[at] in _TENS and at + 1 < len(lower) and lower[at + 1] in _ONES:
        return _Number(value + _WORDS[lower[at + 1]], 2, True)
    return _Number(value, 1, True)


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
