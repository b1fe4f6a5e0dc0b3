"""What somebody is told to tie to what another does: "made the release conditional on a truce"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from firstmove.reading.attribution.claim import Claim
from firstmove.reading.page import Page
from firstmove.reading.parsing import clauses
from firstmove.reading.parsing.clauses import Place, Token, lemma
from firstmove.report import Span

_TIED = frozenset("conditional contingent dependent".split())


def tied(
    page: Page, sentence: Span, told: Sequence[Claim], quotations: Sequence[Place]
) -> Iterator[Claim]:
    """ "Norland made the release conditional on Sudmark lifting the ban": its offer, at a price."""
    text = page.report.text
    for verb in page.doc.char_span(sentence.start, sentence.end, alignment_mode="expand") or ():
        who, thing = clauses.own_subject(verb), _made(verb)
        if who is None or thing is None or who.i > verb.i or clauses.is_negated(verb):
            continue
        price = next((t for t in thing.doc[thing.i : thing.sent.end] if t.lower_ in _TIED), None)
        on = None if price is None else next((c for c in price.children if c.dep_ == "prep"), None)
        if price is None or on is None or on.lower_ not in ("on", "upon"):
            continue
        content = clauses.trim(text, thing.left_edge.idx, clauses.whole(on)[1])
        speaker = clauses.trim(text, *clauses.noun_place(who, text), quotes=True)
        inside = any(s <= verb.idx < e for c in told for s, e in c.content)
        inside = inside or any(s <= verb.idx < e for s, e in quotations)
        if content is not None and speaker is not None and not inside:
            cue = clauses.place((verb,))
            yield Claim(verb.i, who.i, speaker, (cue,), (content,), "p")


def _made(verb: Token) -> Token | None:
    """What is made conditional, wherever the parser hangs it."""
    if lemma(verb) != "make" or verb.pos_ != "VERB" or clauses.is_passive(verb):
        return None
    below = [c for c in verb.children if c.dep_ in ("dobj", "ccomp") and c.i > verb.i]
    things = [t for c in below for t in (c, *c.children) if t.dep_ in ("dobj", "nsubj")]
    return next((t for t in things if t.i > verb.i and t.pos_ in ("NOUN", "PROPN")), None)
