"""The tagger's attributions of a page as claims, in the conventions of the rules."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from firstmove.reading.attribution.asserted import root_of
from firstmove.reading.attribution.claim import Claim
from firstmove.reading.attribution.clipping import clip
from firstmove.reading.attribution.tagger import Tagged, Tagging, tag
from firstmove.reading.attribution.tellers import (
    asked_first,
    teller_of,
)
from firstmove.reading.page import Page
from firstmove.reading.parsing import clauses
from firstmove.reading.parsing.clauses import Place, Token, lemma
from firstmove.reading.parsing.nouns import speaker_noun

_WORD = re.compile(r"\w")
_LED_IN = re.compile(r":\s{1,2}[“\"]")
_DANGLING = re.compile(
    r",?\s(?:(?:in|of|for|to|with|on|by|at|from)\s)?(?:which|who|whom|whose)\Z|\sby\Z"
)
_TAKEN_TO = frozenset(
    """allege assume believe estimate expect fear forecast know predict presume project report
    rumor rumour say see suppose think tip understand""".split()
)
_STEPS = 3
_HANGING = 12  # words
_MARKS = frozenset("\"“”’'")
_LEADING = frozenset("det compound amod nmod".split())
_LEANING = frozenset("nsubj nsubjpass det poss amod compound aux auxpass mark advmod neg".split())


def tag_page(page: Page) -> Tagging:
    """What the tagger tells of the paragraphs of a page."""
    places = [(p.start, p.end) for p in page.paragraphs]
    return tag(page.report.text, places, ahead=page.ahead)


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
    content = tuple(_whole(page.doc, place, others) for place in told.content)
    source = _trimmed(text, told.source, quotes=True)
    anchor = root_of(page.doc, cue[0]) if cue else None
    if anchor is None:
        return
    content = _trimmed(text, tuple(clip(anchor, *place) for place in _merged(text, content)))
    content = tuple(p for p in (_kept(page.doc, text, place) for place in content) if p)
    if len(content) > 1:
        content = tuple(p for p in content if not _of_another(page.doc, p, anchor, content))
    if not content:
        return
    if source and source[0][0] > cue[0][0]:
        source = (_without_deed(page.doc, source[0]), *source[1:])
    head, speaker = _speaker(page, source)
    if head is not None and text[slice(*source[0])].startswith("whose "):
        # "Roe, whose district is poor, has voiced support": the parse tells whose verb it is
        head = clauses.own_subject(anchor)
        speaker = clauses.noun_place(head, text) if head is not None else None
    if head is not None and _is_expected(anchor, head):
        return  # "Roe is expected to resign": who expects it is not told
    if head is not None and (other := teller_of(anchor, head)) is not head:
        if other is None:
            return
        start, end = clauses.noun_place(other, text)
        if start < cue[0][0] < end:
            end = cue[0][0]  # "a report | claiming …"
        head, speaker = other, clauses.trim(text, start, end, quotes=True)
    yield Claim(
        anchor=anchor.i,
        head=head.i if head is not None else None,
        speaker=speaker,
        cue=cue,
        content=content,
        frame="t",
        sure=told.sure,
    )


def _kept(doc: Token, text: str, place: Place) -> Place | None:
    """Without the topic before a colon and a quotation ("the gaffe: “As you know …”"), and without
    the beginning of a relative clause at the end ("a video in which")."""
    start, end = place
    opened = _LED_IN.search(text, start, end)
    span = doc.char_span(start, opened.start() + 1, alignment_mode="expand") if opened else None
    if opened and span is not None and not any(t.pos_ in ("VERB", "AUX") for t in span):
        start = opened.end() - 1
    if dangling := _DANGLING.search(text, start, end):
        end = dangling.start()
    return clauses.trim(text, start, end)


def _merged(text: str, places: Sequence[Place]) -> list[Place]:
    """Parts with no word between them are one, unless both are quotations."""
    merged: list[Place] = []
    for start, end in places:
        if merged and not _WORD.search(text, merged[-1][1], start):
            first, last = merged[-1]
            if not (text[first] in _MARKS and text[start] in _MARKS):
                merged[-1] = first, max(last, end)
                continue
        merged.append((start, end))
    return merged


def _of_another(doc: Token, place: Place, cue: Token, content: Sequence[Place]) -> bool:
    """Whether words that are neither quoted nor a clause hang on a verb that is neither the cue nor
    told: "a row that threatens | his career" in what "he denied | that he knew" leads in."""
    span = doc.char_span(*place, alignment_mode="expand")
    if span is not None and span.root.head.i != cue.i and asked_first(span.root.head):
        return True  # "Asked | what she would do, | the mayor said"
    if span is None or _quoted(span) or span.root.pos_ in ("VERB", "AUX"):
        return False
    if any(token.text in _MARKS for token in span):
        return False
    token = span.root
    while token.head.i != token.i and token.head.i != cue.i:
        token = token.head
        if token.pos_ == "VERB":
            return not any(start <= token.idx < end for start, end in content)
    return False


def _speaker(page: Page, source: tuple[Place, ...]) -> tuple[Token | None, Place | None]:
    """Whose words they are, and where named: "the minister" of "the minister’s remarks"."""
    if not source:
        return None, None
    head = root_of(page.doc, source[0])
    opened = page.report.text.find("(", *source[0])
    if head is not None and source[0][0] < opened <= head.idx:
        # "Senator Ann Roe (L-Velmo)", where the parser takes what is in brackets for the name
        head = root_of(page.doc, (source[0][0], opened))
    if head is not None and (named := _named(page.doc, head, source[0])) is not None:
        return named
    owner = speaker_noun(head) if head is not None else None
    if head is None or owner is None or owner.i == head.i:
        return head, _without_case(page.doc, source[0])
    return owner, clauses.noun_place(owner, page.report.text)


def _named(doc: Token, head: Token, place: Place) -> tuple[Token, Place] | None:
    """The noun that the source only begins or describes: "the Roe | plan", "Ann Roe, | one of two
    members to vote against it"; "who" of "Roe, | who leads by far, | mocked her"; None where the
    source has its own."""
    span = doc.char_span(*place, alignment_mode="expand")
    if len(span) > 1 and span[0].lower_ == "who" and span[0].dep_ in clauses.SUBJECTS:
        return span[0], (place[0], place[0] + len("who"))
    if head.dep_ in _LEADING and head.head.i > head.i and head.head.pos_ in ("NOUN", "PROPN"):
        noun = head.head
        if noun.idx >= place[1] and all(
            t.pos_ not in ("VERB", "AUX") for t in doc[head.i : noun.i]
        ):
            return noun, (place[0], int(noun.idx) + len(noun.text))
    if head.pos_ != "VERB" or head.tag_ == "VBG":
        return None
    told = next((t for t in span if t.dep_ == "appos"), None)
    if told is None or told.head.pos_ != "PROPN" or told.head.i > told.i:
        return None
    name = told.head
    first = min((c.i for c in name.children if c.dep_ == "compound"), default=name.i)
    return name, (int(doc[first].idx), int(name.idx) + len(name.text))


def _without_case(doc: Token, place: Place) -> Place:
    """ "the union" of "the union’s": an owner's name without its ending."""
    span = doc.char_span(*place, alignment_mode="expand")
    if span is not None and len(span) > 1 and span[-1].dep_ == "case":
        return place[0], int(span[-1].idx)
    return place


def _without_deed(doc: Token, place: Place) -> Place:
    """ "the minister" of "said the minister, ruling out a freeze": what else is done is not who."""
    span = doc.char_span(*place, alignment_mode="expand")
    for token in span[2:] if span is not None else ():
        if token.tag_ == "VBG" and token.nbor(-1).text == ",":
            return place[0], int(token.nbor(-1).idx)
    return place


def _is_expected(verb: Token, subject: Token) -> bool:
    """Whether the words tell what others take somebody to do, and not what somebody says."""
    told = clauses.subject_of(verb) if clauses.is_passive(verb) else None
    whom = told is not None and told.i == subject.i
    return whom and lemma(verb) in _TAKEN_TO and any(c.dep_ == "xcomp" for c in verb.children)


def _whole(doc: Token, place: Place, others: Sequence[Place]) -> Place:
    """The content with the words that it can't do without.

    "criticized what she | called a trap": the last word depends on one that comes after it. Else
    up to a few words more that hang on the content's main word.
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
    start, end = place
    right, left = span.root.right_edge, span.root.left_edge
    if span.end <= right.i < min(span.end + _HANGING, span.sent.end):
        end = right.idx + len(right.text)
    if max(span.start - _HANGING, span.sent.start) <= left.i < span.start:
        start = left.idx
    if any(place[1] <= first < end for first, _ in others):
        end = place[1]
    if any(start < last <= place[0] for _, last in others):
        start = place[0]
    return start, end


def _quoted(span: Token) -> bool:
    """Whether quotation marks stand at both edges: then the tagger cut where the marks do."""
    doc = span.doc
    before = doc[span.start - 1].text if span.start else ""
    after = doc[span.end].text if span.end < len(doc) else ""
    opened = span[0].text in _MARKS or before in _MARKS
    return opened and (span[-1].text in _MARKS or after in _MARKS)


def _needed(span: Token) -> int | None:
    """Where the content ought to end, if further on than it does."""
    last, sentence = span[-1], span[-1].sent
    if last.head.i > last.i and last.dep_ in _LEANING and last.head.i < sentence.end:
        edge = last.head.right_edge
        return int(edge.idx + len(edge.text))
    # "that the head of the union | had agreed": a subject without its verb
    for token in last.ancestors:
        if token.i < span.start or token.i > last.i:
            break
        if token.dep_ in clauses.SUBJECTS and last.i < token.head.i < sentence.end:
            return int(clauses.whole(token.head)[1])
    return None


def _trimmed(text: str, places: tuple[Place, ...], *, quotes: bool = False) -> tuple[Place, ...]:
    kept = (clauses.trim(text, start, end, quotes=quotes) for start, end in places)
    return tuple(place for place in kept if place is not None)
