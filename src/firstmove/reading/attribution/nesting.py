"""Statements told inside other statements: whose they are, and which of them stand.

A news agency only carries what others say: the inner statement stands, the agency goes to its via.
So does an unnamed teller ("officials said that the minister had promised …"). Otherwise the outer
one stands and the inner one is part of it: what one party says of another is not the other's word,
and a belief told inside the same mouth is one statement, not two.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Sequence
from dataclasses import replace

from firstmove.reading.attribution.via import outermost_first
from firstmove.reading.lexicon import cues
from firstmove.reading.page import Page
from firstmove.reading.people.media import media_role
from firstmove.report import Report, Span
from firstmove.statement import Quotation, Statement, Via, ViaRole

_OFFERED = frozenset("offer demand proposal request call invitation pledge appeal threat".split())
_UNNAMED = frozenset(
    "official officials source sources diplomat diplomats person people insider insiders aide "
    "aides spokesman spokeswoman spokesperson spokesmen spokespeople lawyer lawyers attorney "
    "attorneys mediator mediators".split()
)
_FURTHER = frozenset(
    "in of with close familiar at from who near for on to briefed involved present".split()
)
# What somebody takes to be so is an opinion, whoever holds it.
_OPINIONS = frozenset(
    "believe believes believed think thinks thought fear fears feared suspect suspects suspected "
    "expect expects expected reckon reckons reckoned doubt doubts doubted hope hopes hoped assume "
    "assumes assumed guess guesses guessed predict predicts predicted".split()
)
_ANSWERS = frozenset(
    "reject rejects rejected accept accepts accepted welcome welcomes welcomed dismiss dismisses "
    "dismissed rebuff rebuffs rebuffed decline declines declined refuse refuses refused turn turns "
    "turned spurn spurned".split()
)


def without_nested(page: Page, statements: tuple[Statement, ...]) -> tuple[Statement, ...]:
    """Stage: what one party says of another is never the other's own statement. It takes the
    parties."""
    report = page.report
    kept: list[Statement] = []
    dropped: set[int] = set()
    carried: dict[int, list[Via]] = {}
    around = _around(statements)
    for inner_at, inner in enumerate(statements):
        for outer_at in around(inner):
            outer = statements[outer_at]
            if inner_at == outer_at or outer_at in dropped or not _holds(outer, inner):
                continue
            if _answered(outer, inner):
                continue
            via = _carrier(report, outer) or _quoting(report, outer, inner)
            if (
                via is not None
                and outer.quotation is not Quotation.DIRECT
                and _covers(outer, inner)
            ):
                dropped.add(outer_at)
                carried.setdefault(inner_at, []).append(via)
            else:
                dropped.add(inner_at)
    for at, statement in enumerate(statements):
        if at in dropped:
            continue
        more = [
            v
            for v in carried.get(at, ())
            if not any(v.span.overlaps(known.span) for known in statement.via)
        ]
        kept.append(
            replace(statement, via=outermost_first((*more, *statement.via))) if more else statement
        )
    return tuple(kept)


def _around(statements: tuple[Statement, ...]) -> Callable[[Statement], list[int]]:
    """The statements within whose content another's cue can stand, by number, in order."""
    spans = sorted((c.start, c.end, at) for at, s in enumerate(statements) for c in s.content)
    longest = max((end - start for start, end, _ in spans), default=0)

    def near(inner: Statement) -> list[int]:
        if not inner.cue:
            return list(range(len(statements)))
        cue = inner.cue[0]
        found: set[int] = set()
        number = bisect_right(spans, cue.start, key=lambda span: span[0])
        while number and spans[number - 1][0] >= cue.start - longest:
            number -= 1
            if spans[number][1] >= cue.end:
                found.add(spans[number][2])
        return sorted(found)

    return near


def _answered(outer: Statement, inner: Statement) -> bool:
    """ "Velland rejected the union's offer to wait": the outlet tells both, the offer and the
    answer to it. What an answer calls by names ("denounced the threats of …") is not told so."""
    if outer.quotation is not Quotation.INDIRECT or len(outer.content) != 1:
        return False
    cue = outer.cue[-1].quote.lower().split()
    words = inner.cue[0].quote.lower().split()
    offered = any(w.removesuffix("s") in _OFFERED for w in words)
    return (
        offered
        and inner.speaker is not None
        and any(w in _ANSWERS for w in cue)
        and _covers(outer, inner)
        and min(inner.cue[0].start, inner.speaker.span.start) - outer.content[0].start < 12
    )


def _holds(outer: Statement, inner: Statement) -> bool:
    """Whether the inner statement's cue stands within the outer one's content."""
    return all(any(c.start <= s.start and s.end <= c.end for c in outer.content) for s in inner.cue)


def _covers(outer: Statement, inner: Statement) -> bool:
    """Whether the inner statement is nearly all that the outer one tells."""
    told = sum(s.end - s.start for s in outer.content)
    said = sum(s.end - s.start for s in (*inner.cue, *inner.content))
    if inner.speaker is not None:
        said += inner.speaker.span.end - inner.speaker.span.start
    said += sum(v.span.end - v.span.start for v in inner.via if _inside(outer, v))
    return said >= 0.6 * told


def _quoting(report: Report, outer: Statement, inner: Statement) -> Via | None:
    """ "“We will wait,” Poe told them, according to the Ledger": whoever is named with "according
    to" carries a quotation that the text gives to another by name."""
    one, other = outer.speaker, inner.speaker
    if one is None or other is None or inner.quotation is not Quotation.DIRECT:
        return None
    if not outer.cue[0].quote.lower().startswith("according") or one.span.overlaps(other.span):
        return None
    called = one.span.quote.startswith(("The ", "the "))
    role = ViaRole.OUTLET if called else ViaRole.PERSON
    return Via(role, _place(report, outer, one.span), one.name)


def _place(report: Report, outer: Statement, named: Span) -> Span:
    """Who carries it, with the "according to" before the name."""
    cue = outer.cue[-1]
    if cue.quote.lower().startswith("according") and 0 <= named.start - cue.end <= 2:
        return report.span(cue.start, named.end)
    return named


def _inside(outer: Statement, via: Via) -> bool:
    return any(c.start <= via.span.start and via.span.end <= c.end for c in outer.content)


def _head(words: Sequence[str]) -> str:
    """The last word before what tells more of it: "people" of "two people in the room"."""
    end = next((at for at, word in enumerate(words) if at and word in _FURTHER), len(words))
    return words[end - 1] if words else ""


def _reporter(words: Sequence[str]) -> ViaRole | None:
    """ "a reporter of the daily": one who speaks for an outlet."""
    known = words and words[-1] in cues.MEDIA_NOUNS and words[-1] in cues.AUDIENCES
    return ViaRole.OUTLET if known else None


def _carrier(report: Report, outer: Statement) -> Via | None:
    speaker = outer.speaker
    if speaker is None:  # "is said to have agreed": by a mouth that the report leaves unnamed
        hearsay = outer.cue[-1].quote.lower().split()[-1] in cues.PASSED_ON
        return Via(ViaRole.PERSON, outer.cue[-1]) if hearsay else None
    words = [
        w.strip("’'.,").removesuffix("’s").removesuffix("'s").lower()
        for w in speaker.span.quote.split()
    ]
    place = _place(report, outer, speaker.span)
    role = media_role(speaker.span.quote) or _reporter(words)
    if role is not None:
        return Via(role, place, speaker.name)
    document = any(w in cues.DOCUMENTS or w.removesuffix("s") in cues.DOCUMENTS for w in words)
    if document and outer.cue[0].quote.lower().startswith("according"):
        return Via(ViaRole.DOCUMENT, place, speaker.name)
    opinion = any(w in _OPINIONS for cue in outer.cue for w in cue.quote.lower().split())
    if not speaker.party and _head(words) in _UNNAMED and not opinion:
        return Via(ViaRole.PERSON, place, speaker.name)
    return None
