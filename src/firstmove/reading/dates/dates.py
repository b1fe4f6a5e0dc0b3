"""Dates told in a report, and the date of each saying.

A date whose year stands in the text is *explicit*. One that had to be worked out from when the
report was written is *inferred*, and says from what. All others are *unresolved*: "Thursday" in a
report without a date stays "Thursday". The interval of "by the end of June" is the deadline itself;
that of "within 30 days" is the time from the anchor to the deadline.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from typing import Any

from firstmove.reading.dates.anchors import Anchor, anchor_of
from firstmove.reading.dates.date_phrases import find_phrases, meaning_of
from firstmove.reading.dates.dating import explicit, from_anchor
from firstmove.reading.dates.meanings import (
    Day,
    Month,
    Phrase,
    Range,
    Shifted,
    Weekday,
    Within,
    Year,
)
from firstmove.reading.dates.tense import Tense, bound_to_come, tense_at
from firstmove.reading.page import Page
from firstmove.report import Span
from firstmove.statement import Basis, Statement, When

_DEADLINE = re.compile(
    r"\b(?:by|until|till|before|no later than|not later than)\s+(?:the\s+)?$", re.I
)
# "The September 11 attacks": the name of an event, not a date told without its year.
_EVENT = re.compile(
    r"\s(?:\w+\s)?(?:attacks?|massacres?|riots?|uprising|revolution|coup|bombings?|massacre|disaster"
    r"|plot|pogrom|invasion|insurrection|siege|crackdown|killings?|earthquake|hijackings?|terror)"
)
# "They strike every November" tells of no one November.
_RECURRING = re.compile(r"\b(?:every|each)\s(?:single\s|other\s|second\s)?$", re.I)
_KEY = "firstmove.dates"


def dates_of(page: Page) -> tuple[When, ...]:
    """Every date told in the body, in order; worked out once and kept with the page's parse."""
    kept: tuple[When, ...] | None = page.doc.user_data.get(_KEY)
    if kept is None:
        kept = page.doc.user_data[_KEY] = _find(page)
    return kept


def _find(page: Page) -> tuple[When, ...]:
    told = [(sentence, tuple(_phrases(page, sentence))) for sentence in page.sentences]
    anchor = anchor_of(page, told)
    return tuple(
        _when(page, sentence, phrase, anchor) for sentence, phrases in told for phrase in phrases
    )


def dates(page: Page, statements: tuple[Statement, ...]) -> tuple[Statement, ...]:
    """Stage: ``when`` of each statement, where the words around the cue date the saying.

    A date inside what was said belongs to what was said, and is not taken.
    """
    told = dates_of(page) if statements else ()
    return tuple(_dated(page, statement, told) for statement in statements)


def resolve(when: When, anchor: date, name: str = "") -> When:
    """The same date, worked out from ``anchor``: the day on which the report was written.

    For a caller who learns that day elsewhere: from the user, or from another report of the case.
    What was already explicit, and what stays unclear even so, comes back unchanged. ``name`` says
    what the anchor is.
    """
    if when.basis is Basis.EXPLICIT:
        return when
    meaning = meaning_of(when.span.quote)
    if meaning is None:
        return when
    known = Anchor(anchor, anchor, name or anchor.isoformat())
    found = from_anchor(meaning, known, future=when.planned, deadline=when.planned)
    if found is None:
        return when
    return replace(
        when,
        start=found[0],
        end=found[1],
        basis=Basis.INFERRED,
        planned=when.planned or found[0] > anchor,
        anchor=known.name,
    )


def _phrases(page: Page, sentence: Span) -> Iterable[Phrase]:
    for phrase in find_phrases(sentence.quote):
        if isinstance(phrase.meaning, Year) and not _is_year(page, sentence, phrase):
            continue
        if isinstance(phrase.meaning, Within | Shifted) and not _points_ahead(
            page, sentence, phrase
        ):
            continue
        if _RECURRING.search(sentence.quote, max(0, phrase.start - 20), phrase.start):
            continue
        yield phrase


def _points_ahead(page: Page, sentence: Span, phrase: Phrase) -> bool:
    """ "In two weeks" and "within six years" are dates of what will be, else mere durations."""
    words = sentence.quote[phrase.start : phrase.end].lower()
    if not isinstance(phrase.meaning, Within) and not words.startswith("in "):
        return True
    if isinstance(phrase.meaning, Within):
        tokens = _tokens_in(page, sentence.start + phrase.start, sentence.start + phrase.end)
        return bound_to_come(tokens)
    tense = _tense(page, sentence, phrase, deadline=False)
    # "In a year when", "as many as it can take in a year"
    return tense is Tense.WILL_BE if words.startswith("in a") else tense.ahead


def _tense(page: Page, sentence: Span, phrase: Phrase, *, deadline: bool) -> Tense:
    return tense_at(
        _tokens_in(page, sentence.start + phrase.start, sentence.start + phrase.end),
        sentence.quote[: phrase.start],
        sentence.quote[phrase.end :],
        deadline=deadline,
    )


def _is_year(page: Page, sentence: Span, phrase: Phrase) -> bool:
    """Whether four digits are a year: not a count ("2000 troops"), nor a name ("Agenda 2030")."""
    assert isinstance(phrase.meaning, Year)
    words = sentence.quote[phrase.start : phrase.end]
    if not words.isdigit():
        return True
    before = sentence.quote[: phrase.start]
    after = sentence.quote[phrase.end :]
    if re.search(
        r"\b(?:in|since|by|until|till|from|during|after|before|early|mid|late|spring|summer|autumn"
        r"|fall|winter|of|between|and|to|year)\s(?:the\s)?$|[(\-]$",
        before,
        re.I,
    ):
        follows = _tokens_in(page, sentence.start + phrase.end, sentence.start + phrase.end + 30)
        counted = next((t for t in follows if not t.is_space), None)
        plural = counted is not None and counted.tag_ == "NNS" and after.startswith(" ")
        joined = re.search(r"\b(?:of|between|and|to)\s(?:the\s)?$", before, re.I) is not None
        if plural and (joined or phrase.meaning.first % 100 == 0):
            return False
        return not re.match(
            r"\s(?:percent|per cent|euros?|dollars?|pounds?|people|km|miles)\b", after
        )
    if re.search(r"\b(?:the|its|his|her|their|a|an|[’']s)\s$", before, re.I):
        # "the 2022 vote", "its 2030 target"
        return phrase.meaning.first % 100 != 0 and re.match(r"\s[a-zA-Z]", after) is not None
    return False


def _when(page: Page, sentence: Span, phrase: Phrase, anchor: Anchor | None) -> When:
    start = sentence.start + phrase.start
    span = page.report.span(start, sentence.start + phrase.end)
    meaning = phrase.meaning
    before = sentence.quote[: phrase.start]
    deadline = _DEADLINE.search(before) is not None or isinstance(meaning, Within)
    tense = _told(page, sentence, phrase, deadline)
    found = explicit(meaning, deadline=deadline)
    if found is not None:
        planned = found[0] > anchor.last if anchor else tense.ahead
        return When(span, *found, basis=Basis.EXPLICIT, planned=planned)
    if anchor is not None and not _names_event(sentence, phrase):
        found = from_anchor(
            meaning,
            anchor,
            future=tense.ahead,
            certain=tense in (Tense.WAS, Tense.WILL_BE),
            deadline=deadline,
        )
        if found is not None:
            return When(
                span,
                *found,
                basis=Basis.INFERRED,
                planned=found[0] > anchor.last or (tense.ahead and found[1] >= anchor.first),
                anchor=anchor.name,
            )
    return When(span, None, None, basis=Basis.UNRESOLVED, planned=tense.ahead)


def _names_event(sentence: Span, phrase: Phrase) -> bool:
    if not isinstance(phrase.meaning, (Day, Range)):
        return False
    return _EVENT.match(sentence.quote, phrase.end) is not None


def _told(page: Page, sentence: Span, phrase: Phrase, deadline: bool) -> Tense:
    """Whether the date lies ahead of the report: by its own words, else by the verb."""
    meaning = phrase.meaning
    shift: int | None = None
    if isinstance(meaning, Within):
        return Tense.WILL_BE
    if isinstance(meaning, Shifted):
        shift = meaning.first
        if shift == 0:
            return Tense.UNKNOWN
    elif isinstance(meaning, Weekday):
        shift = meaning.later or (meaning.shift if meaning.week is None else meaning.week)
    elif isinstance(meaning, Month):
        shift = meaning.years if meaning.years is not None else meaning.shift
    if shift:
        return Tense.WILL_BE if shift > 0 else Tense.WAS
    return _tense(page, sentence, phrase, deadline=deadline)


def _tokens_in(page: Page, start: int, end: int) -> list[Any]:
    span = page.doc.char_span(start, min(end, len(page.report.text)), alignment_mode="expand")
    return list(span) if span is not None else []


def _dated(page: Page, statement: Statement, told: tuple[When, ...]) -> Statement:
    cue_tokens = {t.i for cue in statement.cue for t in _tokens_in(page, cue.start, cue.end)}
    sentences = [s for s in {page.sentence_at(cue.start) for cue in statement.cue} if s]
    candidates = [
        when
        for when in told
        if any(s.start <= when.span.start < s.end for s in sentences)
        and not any(when.span.overlaps(part) for part in _said(page, statement))
    ]
    for when in candidates:
        if _hangs_on(page, when, cue_tokens):
            return replace(statement, when=when)
    return statement


def _said(page: Page, statement: Statement) -> tuple[Span, ...]:
    condition = (statement.condition.span,) if statement.condition else ()
    return (*statement.content, *condition, *page.quotations)


def _hangs_on(page: Page, when: When, cue: set[int]) -> bool:
    """Whether the date's way up the parse meets the cue before any other verb."""
    tokens = _tokens_in(page, when.span.start, when.span.end)
    inside = {token.i for token in tokens}
    token = next((t for t in tokens if t.head.i not in inside), None)
    for _ in range(12):
        if token is None:
            return False
        if token.i in cue:
            return True
        if token.i not in inside and token.pos_ in ("VERB", "AUX"):
            return False
        if token.head.i == token.i:
            return False
        token = token.head
    return False
