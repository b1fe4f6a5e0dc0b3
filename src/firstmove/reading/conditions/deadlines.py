"""By when a condition is to be met: "by Friday", "within 48 hours", "before the harvest".

The span begins with the preposition. The interval is that of the date in it, as ``dates`` works it
out; it is unresolved where the words name no date ("before the harvest"), or several.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from firstmove.reading.lexicon.cues import BODIES, PEOPLE
from firstmove.reading.lexicon.listed import words
from firstmove.reading.page import Page
from firstmove.reading.parsing.predicates import Token, children, text_span
from firstmove.report import Span
from firstmove.statement import Basis, When

_BY = ("by", "before", "within")
_NO_LATER = (("no", "later", "than"), ("not", "later", "than"))
_NEXT = (("in", "the", "next"), ("in", "the", "coming"), ("over", "the", "next"))
# Times that no calendar gives. "before the vote" is one too: after "before" any event will do.
_TIMES = words(
    "noon midday midnight dawn dusk sunrise sunset morning afternoon evening night nightfall day "
    "daybreak week weekend month year hour minute deadline end start beginning close spring summer "
    "autumn fall winter harvest season session term holiday quarter today tonight tomorrow o'clock "
    "p.m. a.m. pm am then"
)
_LONGEST = 10  # words


def deadline_of(page: Page, clause: Sequence[Token], told: Sequence[When]) -> When | None:
    """The first deadline in a clause; ``told`` are the report's dates, in order."""
    for at in range(len(clause)):
        size = _marker(clause, at)
        if not size:
            continue
        dated = _dated(page, clause, at, told)
        if dated is not None:
            return dated
        extent = _extent(clause, at, size)
        if extent:
            span = text_span(page, extent)
            inside = [w for w in _within(told, span) if w.basis is not Basis.UNRESOLVED]
            if len(inside) == 1:
                date = inside[0]
                return When(span, date.start, date.end, date.basis, date.planned, date.anchor)
            return When(span, None, None, Basis.UNRESOLVED)
    return None


def _marker(clause: Sequence[Token], at: int) -> int:
    """How many words at this place are the preposition of a deadline; 0 for none."""
    if clause[at].lower_ in _BY:
        # "before" may be the condition itself, and "by" lead to a doer
        return 1 if at and clause[at].dep_ in ("prep", "agent", "advmod", "mark") else 0
    for marker in (*_NO_LATER, *_NEXT):
        if at and tuple(t.lower_ for t in clause[at : at + len(marker)]) == marker:
            return len(marker)
    return 0


def _dated(page: Page, clause: Sequence[Token], at: int, told: Sequence[When]) -> When | None:
    """The deadline whose preposition stands right before a date, or is part of it."""
    end = clause[-1].idx + len(clause[-1])
    start = clause[at].idx
    for when in _within(told, page.report.span(start, end)):
        between = page.report.text[start : when.span.start].lower().split()
        if when.span.start > start and between[-1:] == ["the"]:
            between.pop()
        if between and between not in (["by"], ["before"], ["within"], *map(list, _NO_LATER)):
            return None
        span = page.report.span(start, when.span.end)
        return When(span, when.start, when.end, when.basis, when.planned, when.anchor)
    return None


def _within(told: Sequence[When], span: Span) -> list[When]:
    first = bisect_left(told, span.start, key=lambda when: when.span.start)
    found: list[When] = []
    for when in told[first:]:
        if when.span.start >= span.end:
            break
        if when.span.end <= span.end:
            found.append(when)
    return found


def _extent(clause: Sequence[Token], at: int, size: int) -> tuple[Token, ...]:
    """The preposition with a noun that names a time, and what is said of the noun."""
    rest = clause[at + size : at + size + _LONGEST]
    noun = next((t for t in rest if t.pos_ in ("NOUN", "PROPN", "NUM") and _is_head(t)), None)
    if noun is None:
        return ()
    before = [t for t in rest if t.i < noun.i]
    if any(t.is_punct or t.pos_ in ("VERB", "AUX", "ADP", "PRON") for t in before):
        return ()
    is_time = noun.lemma_.lower() in _TIMES or noun.ent_type_ in ("DATE", "TIME")
    word = clause[at].lower_
    if word == "before" and not is_time:
        is_time = (
            noun.pos_ == "NOUN"
            and noun.lemma_.lower() not in BODIES | PEOPLE
            and clause[at].dep_ == "prep"
            and noun.ent_type_ not in ("PERSON", "ORG", "GPE", "NORP")
        )
    if word == "within" and not any(t.pos_ == "NUM" or t.lower_ in ("a", "an") for t in before):
        return ()
    if not is_time:
        return ()
    last = noun
    for child in noun.children:
        if child.dep_ == "prep" and child.lower_ in ("of", "on") and child.i > noun.i:
            last = child.right_edge
    day = clause[at + size :]
    day = [t for t in day if t.i > last.i][:2]  # "by dawn | on Saturday"
    if len(day) == 2 and day[0].lower_ == "on" and day[1].ent_type_ == "DATE":
        last = day[1]
    return tuple(t for t in clause if clause[at].i <= t.i <= min(last.i, rest[-1].i))


def _is_head(token: Token) -> bool:
    return token.dep_ not in ("compound", "poss", "nmod", "nummod") and not children(token, "case")
