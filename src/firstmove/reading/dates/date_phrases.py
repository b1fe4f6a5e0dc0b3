"""Find the words that tell a date, and what kind of date they tell.

A grammar of regular expressions over plain text: what each phrase means is known from its form,
and nothing is resolved here. Durations ("for 20 years") and clock times are no dates.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from firstmove.reading.dates import date_parts
from firstmove.reading.dates.date_grammar import GRAMMAR
from firstmove.reading.dates.date_words import NOT_A_WEEKDAY
from firstmove.reading.dates.meanings import Meaning, Phrase

_MAX_PHRASES = 2_000
# What a phrase can't be without, by the names of its parts. Where the sentence has none of it, its
# pattern is not tried.
_NEEDED = (
    ({"y4"}, re.compile(r"\d\d\d\d")),
    ({"m", "m1", "m3"}, re.compile("Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec")),
    ({"w", "w1"}, re.compile("(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day")),
)


def _needed(pattern: re.Pattern[str]) -> re.Pattern[str] | None:
    names = pattern.groupindex.keys()
    for parts, sign in _NEEDED:
        if parts & names:
            return sign if "y4" in parts or not pattern.flags & re.IGNORECASE else None
    return None


_GRAMMAR = tuple(
    (pattern, meaning_of, _needed(pattern))
    for pattern, meaning_of in (*date_parts.GRAMMAR, *GRAMMAR)
)
# No phrase of the grammar is without one of these: most sentences need no closer look.
_SIGN = re.compile(
    r"\d\d\d\d|\b(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec|(?:Mon|Tues|Wednes|Thurs|Fri"
    r"|Satur|Sun)day)|\b(?:today|tonight|yesterday|tomorrow|last|this|next|past|coming|current"
    r"|weekend|ago|within|in\s(?:\w+|couple of)\s(?:day|week|month|year)s?|end|start|beginning"
    r"|middle|earlier|later|following|previous|same|preceding)\b|\d[./]\d|[dw]ay\b|mas\b|\beve\b"
    r"|juneteenth|fortnight|quarter|century|\b(?:month|year)(?:[’']s\s|-)end\b",
    re.I,
)


@lru_cache(maxsize=4_096)  # dates, figures and acts ask for the same sentences
def find_phrases(text: str) -> tuple[Phrase, ...]:
    """The phrases that tell a date, in order, none overlapping another."""
    if _SIGN.search(text) is None:
        return ()
    missing = {sign for _, sign in _NEEDED if sign.search(text) is None}
    taken: list[Phrase] = []
    for pattern, meaning_of, needed in _GRAMMAR:
        if needed in missing:
            continue
        for match in _matches(pattern, text):
            start, end = match.span()
            if any(p.start < end and start < p.end for p in taken):
                continue
            if pattern.groupindex.get("w") and NOT_A_WEEKDAY.search(
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
