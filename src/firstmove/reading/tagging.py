"""The tagger's attributions of a page as claims, in the conventions of the rules."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from firstmove.reading import clauses, cues
from firstmove.reading.claim import Claim
from firstmove.reading.clauses import Place, Token, lemma
from firstmove.reading.page import Page
from firstmove.reading.tagger import Tagged, Tagging, tag

_STEPS = 3
_HANGING = 12  # words
_MARKS = frozenset("\"“”’'")
_JOINTS = (",", "—", "–")
_CONDITIONS = frozenset("if unless until only".split())
_LEANING = frozenset("nsubj nsubjpass det poss amod compound aux auxpass mark advmod neg".split())
_ADDRESSING = frozenset(
    "ask tell urge inform warn question press invite accuse remind advise order notify brief "
    "quiz call blame criticize criticise condemn".split()
)


def tag_page(page: Page) -> Tagging:
    """What the tagger tells of the paragraphs of a page."""
    return tag(page.report.text, [(p.start, p.end) for p in page.paragraphs])


def claims_of(page: Page, tagging: Tagging) -> list[Claim]:
    """The tagger's attributions as claims."""
    return [claim for told in tagging.attributions for claim in _claim(page, told)]


def tagged_claims(page: Page) -> list[Claim]:
    """The attributions that the tagger finds by itself."""
    return claims_of(page, tag_page(page))


def _claim(page: Page, told: Tagged) -> Iterator[Claim]:
    """The claim with edge punctuation off; none where nothing is left of cue or content."""
    text = page.report.text
    cue = _trimmed(text, told.cue)
    others = (*told.cue, *told.source, *told.content)
    content = _trimmed(text, tuple(_whole(page.doc, place, others) for place in told.content))
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


def _whole(doc: Token, place: Place, others: Sequence[Place]) -> Place:
    """The content with the words that it can't do without, and with its condition.

    "criticized what she | called a trap": the last word depends on one that comes after it.
    "will wait | unless the gates open": the condition is part of what is said. Else up to a few
    words more that hang on the content's main word.
    """
    for _ in range(_STEPS):
        span = doc.char_span(*place, alignment_mode="expand")
        if span is None or span.end >= len(doc):
            return place
        end = _needed(span)
        if end is None or any(place[1] <= start < end for start, _ in others):
            break
        place = place[0], end
    span = doc.char_span(*place, alignment_mode="expand")
    if span is None or _quoted(span):
        return place
    edge = span.root.right_edge
    end = edge.idx + len(edge.text)
    if not span.end <= edge.i < min(span.end + _HANGING, span.sent.end):
        return place
    if any(place[1] <= start < end for start, _ in others):
        return place
    return place[0], end


def _quoted(span: Token) -> bool:
    """Whether a quotation mark stands at an edge: then the tagger cut where the marks do."""
    before = span.doc[span.start - 1].text if span.start else ""
    return span[-1].text in _MARKS or span[0].text in _MARKS or before in _MARKS


def _needed(span: Token) -> int | None:
    """Where the content ought to end, if further on than it does."""
    doc, last, sentence = span.doc, span[-1], span[-1].sent
    if last.head.i > last.i and last.dep_ in _LEANING and last.head.i < sentence.end:
        edge = last.head.right_edge
        return int(edge.idx + len(edge.text))
    at = span.end
    while at < sentence.end and doc[at].text in _JOINTS:
        at += 1
    if at >= sentence.end or doc[at].lower_ not in _CONDITIONS:
        return None
    mark = doc[at + 1] if doc[at].lower_ == "only" and at + 1 < sentence.end else doc[at]
    clause = mark.head
    if mark.dep_ not in ("mark", "advmod") or clause.dep_ != "advcl" or clause.left_edge.i < at:
        return None
    edge = clause.right_edge
    return int(edge.idx + len(edge.text)) if edge.i > last.i else None


def _trimmed(text: str, places: tuple[Place, ...], *, quotes: bool = False) -> tuple[Place, ...]:
    kept = (clauses.trim(text, start, end, quotes=quotes) for start, end in places)
    return tuple(place for place in kept if place is not None)


def _root(doc: Token, place: Place) -> Token | None:
    span = doc.char_span(*place, alignment_mode="expand")
    return None if span is None else span.root


def is_told(doc: Token, claim: Claim) -> bool:
    """Whether the telling is asserted: not supposed, asked about or denied to have happened, and
    not a silence ("declined to comment") nor what the speaker was told or asked."""
    anchor = doc[claim.anchor]
    head = doc[claim.head] if claim.head is not None else None
    if head is not None and clauses.is_generic(head):
        return False
    if clauses.is_negated(anchor) and lemma(anchor) in cues.MUTE_WHEN_NEGATED:
        return False
    if anchor.pos_ not in ("VERB", "AUX"):
        return True
    return not (
        clauses.is_unreal(anchor) or _is_addressed(anchor, head) or _is_silence(doc, anchor, claim)
    )


def _is_addressed(verb: Token, head: Token | None) -> bool:
    """ "Roe, asked about the plan", "the union was told": the one named did not say it."""
    if head is None or verb.tag_ != "VBN" or lemma(verb) not in _ADDRESSING:
        return False
    if verb.dep_ in ("acl", "advcl") and not any(c.dep_ == "aux" for c in verb.children):
        return True
    return clauses.is_passive(verb) and head.dep_ == "nsubjpass"


def _is_silence(doc: Token, verb: Token, claim: Claim) -> bool:
    if lemma(verb) not in ("decline", "refuse"):
        return False
    span = doc.char_span(*claim.content[0], alignment_mode="expand")
    return span is not None and any(
        lemma(t) in cues.SILENT for t in span[:3] if t.pos_ in ("VERB", "NOUN")
    )
