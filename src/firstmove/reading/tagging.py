"""The tagger's attributions of a page as claims, in the conventions of the rules."""

from __future__ import annotations

from collections.abc import Iterator

from firstmove.reading import clauses, cues
from firstmove.reading.claim import Claim
from firstmove.reading.clauses import Place, Token, lemma
from firstmove.reading.page import Page
from firstmove.reading.tagger import Tagged, tagged


def tagged_claims(page: Page) -> list[Claim]:
    """The attributions that the tagger finds."""
    places = [(p.start, p.end) for p in page.paragraphs]
    return [
        claim
        for attribution in tagged(page.report.text, places)
        for claim in _claim(page, attribution)
    ]


def _claim(page: Page, told: Tagged) -> Iterator[Claim]:
    """The claim with edge punctuation off; none where nothing is left of cue or content."""
    text = page.report.text
    cue = _trimmed(text, told.cue)
    content = _trimmed(text, told.content)
    source = _trimmed(text, told.source, quotes=True)
    anchor = _root(page.doc, cue[0]) if cue else None
    if anchor is None or not content:
        return
    head = _root(page.doc, source[0]) if source else None
    yield Claim(
        anchor=anchor.i,
        head=head.i if head is not None else None,
        speaker=source[0] if source else None,
        cue=cue,
        content=content,
        frame="t",
        sure=told.sure,
    )


def _trimmed(text: str, places: tuple[Place, ...], *, quotes: bool = False) -> tuple[Place, ...]:
    kept = (clauses.trim(text, start, end, quotes=quotes) for start, end in places)
    return tuple(place for place in kept if place is not None)


def _root(doc: Token, place: Place) -> Token | None:
    span = doc.char_span(*place, alignment_mode="expand")
    return None if span is None else span.root


def is_told(doc: Token, claim: Claim) -> bool:
    """Whether the telling is asserted: not supposed, asked about or denied to have happened."""
    anchor = doc[claim.anchor]
    return not (
        (anchor.pos_ in ("VERB", "AUX") and clauses.is_unreal(anchor))
        or (clauses.is_negated(anchor) and lemma(anchor) in cues.MUTE_WHEN_NEGATED)
        or (claim.head is not None and clauses.is_generic(doc[claim.head]))
    )
