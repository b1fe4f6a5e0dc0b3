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

from firstmove.reading.anchors import Anchor, anchor_of
from firstmove.reading.date_phrases import (
    Day,
    Month,
    Phrase,
    Range,
    Shifted,
    Weekday,
    Within,
    Year,
    find_phrases,
    meaning_of,
)
from firstmove.reading.dating import explicit, from_anchor
from firstmove.reading.page import Page
from firstmove.report import Span
from firstmove.statement import Basis, Statement, When

_PLANNING = frozenset(
    ["scheduled", "planned", "due", "upcoming", "expected", "deadline", "forthcoming", "slated", "ahead", "pending"]
)
# Verbs whose infinitive lies ahead: "is set to visit in January".
_TOWARDS = frozenset(
    ["set", "plan", "expect", "schedule", "due", "intend", "prepare", "agree", "slate", "hope", "want", "aim", "promise", "vow", "threaten", "offer", "propose", "demand", "call", "urge", "need", "likely", "pledge", "wish", "decide", "refuse", "ask", "require", "order", "go"]
)
# Verbs that in the simple present tell of what is scheduled: "talks begin on 3 March".
_SCHEDULED = frozenset(
    ["begin", "start", "open", "end", "expire", "take", "come", "meet", "resume", "close", "run", "vote", "arrive", "leave", "return", "fall", "launch", "finish", "conclude"]
)
_DEADLINE = re.compile(
    r"\b(?:by|until|till|before|no later than|not later than)\s+(?:the\s+)?$", re.I
)
# "The September 11 attacks": the name of an event, not a date told without its year.
_EVENT = re.compile(
    r"\s(?:\w+\s)?(?:attacks?|massacres?|riots?|uprising|revolution|coup|bombings?|massacre|disaster"
    r"|plot|pogrom|invasion|insurrection|siege|crackdown|killings?|earthquake|hijackings?|terror)"
)


def dates_of(page: Page) -> tuple[When, ...]:
    """Every date told in the body, in order."""
    anchor = anchor_of(page)
    return tuple(
        _when(page, sentence, phrase, anchor)
        for sentence in page.sentences
        for phrase in _phrases(page, sentence)
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
        yield phrase


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
        return not (
            counted is not None
            and counted.tag_ == "NNS"
            and after.startswith(" ")
            and phrase.meaning.first % 100 == 0
        ) and not re.match(
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
    future = _future(page, sentence, phrase, deadline)
    found = explicit(meaning, deadline=deadline)
    if found is not None:
        planned = found[0] > anchor.last if anchor else future
        return When(span, *found, basis=Basis.EXPLICIT, planned=planned)
    if anchor is not None and not _names_event(sentence, phrase):
        found = from_anchor(meaning, anchor, future=future, deadline=deadline)
        if found is not None:
            return When(
                span,
                *found,
                basis=Basis.INFERRED,
                planned=future or found[0] > anchor.last,
                anchor=anchor.name,
            )
    return When(span, None, None, basis=Basis.UNRESOLVED, planned=future)


def _names_event(sentence: Span, phrase: Phrase) -> bool:
    if not isinstance(phrase.meaning, (Day, Range)):
        return False
    return _EVENT.match(sentence.quote, phrase.end) is not None


def _future(page: Page, sentence: Span, phrase: Phrase, deadline: bool) -> bool:
    """Whether the date is told as lying ahead of the report."""
    meaning = phrase.meaning
    if isinstance(meaning, Within):
        return True
    if isinstance(meaning, (Shifted, Weekday, Month)):
        shift = meaning.first if isinstance(meaning, Shifted) else meaning.shift
        if shift:
            return shift > 0
    if isinstance(meaning, Shifted) and meaning.unit == "day":
        return False
    tokens = _tokens_in(page, sentence.start + phrase.start, sentence.start + phrase.end)
    if not tokens:
        return False
    near = sentence.quote[max(0, phrase.start - 40) : phrase.end + 24].lower()
    if _PLANNING & set(re.findall(r"[a-z]+", near)):
        return True
    verb = _verb_above(tokens)
    if verb is None:
        return False
    return _lies_ahead(verb, deadline)


def _verb_above(tokens: list[Any]) -> Any | None:
    inside = {token.i for token in tokens}
    root = next((t for t in tokens if t.head.i not in inside), tokens[0])
    token = root
    for _ in range(12):
        if token.pos_ in ("VERB", "AUX") and token.i not in inside:
            return token
        if token.head.i == token.i:
            return None
        token = token.head
    return None


def _lies_ahead(verb: Any, deadline: bool) -> bool:
    auxiliaries = {child.lower_ for child in verb.children if child.dep_ in ("aux", "auxpass")}
    if auxiliaries & {"have", "has", "had", "’ve", "'ve", "’d", "'d"}:
        return False
    if auxiliaries & {"will", "’ll", "'ll", "wo", "shall", "would", "should", "must", "may", "can"}:
        return True
    if verb.tag_ == "VB" and "to" in auxiliaries:
        head = verb.head
        return head.lemma_.lower() in _TOWARDS or head.tag_ in ("VBZ", "VBP") or deadline
    if verb.tag_ == "VB":
        return not auxiliaries & {"did", "do", "does"}
    if verb.tag_ == "VBG":
        return bool(auxiliaries & {"is", "are", "’s", "'s", "’re", "'re"}) or deadline
    if verb.tag_ in ("VBZ", "VBP"):
        return deadline or verb.lemma_.lower() in _SCHEDULED
    return False


def _tokens_in(page: Page, start: int, end: int) -> list[Any]:
    span = page.doc.char_span(start, min(end, len(page.report.text)), alignment_mode="expand")
    return list(span) if span is not None else []


def _dated(page: Page, statement: Statement, told: tuple[When, ...]) -> Statement:
    cue_tokens = {t.i for cue in statement.cue for t in _tokens_in(page, cue.start, cue.end)}
    sentences = {page.sentence_at(cue.start) for cue in statement.cue}
    candidates = [
        when
        for when in told
        if page.sentence_at(when.span.start) in sentences
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
