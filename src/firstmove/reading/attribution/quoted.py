"""Direct quotations: who is named beside the marks as the one who said it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from firstmove.reading.attribution.claim import Claim
from firstmove.reading.attribution.veridicality import is_taken_back
from firstmove.reading.lexicon import cues
from firstmove.reading.parsing import clauses
from firstmove.reading.parsing.clauses import Place, Token, lemma
from firstmove.reading.parsing.nouns import speaker_noun
from firstmove.statement import Quotation

_CLOSERS = "\"”’'»"
_MARKS = '"“”«»'
_SAYING = frozenset(word for word, frames in cues.VERBS.items() if "q" in frames)
_QUOTING = ("cite", "quote", "report")
_ENDED = ".?!…"


# How it was said, before the quotation goes on: "…," said Roe, speaking of the plan. "…"
_HOW = re.compile(r"\A,\s(?:speaking|talking|writing|testifying)\b[^.!?:“\"]{1,120}(?=\.\s)")


def quoted_claims(
    doc: Token, text: str, paragraph: Place, quotations: Sequence[Place]
) -> list[Claim]:
    """Claims for the quotations of one paragraph, in order.

    A tag stands after the quotation ('"…," she said.'), before it ('She said: "…"') or between two
    halves. A quotation that follows directly on one with a tag carries it on.
    """
    claims: list[Claim] = []
    carried: Claim | None = None  # the claim that the next quotation may carry on
    carried_end = -1
    previous_end = paragraph[0]
    told_until = -1
    for start, end in quotations:
        if end <= told_until:
            continue  # a passage within a passage that has its speaker
        following = min((s for s, _ in quotations if s >= end), default=paragraph[1])
        if (
            carried is not None
            and not _HOW.sub("", text[carried_end:start]).strip(" \xa0.,;" + _MARKS + "'")
            and not _other_cue(doc, carried, previous_end, start)
            and not _own_tag(doc, text, carried, (start, end), following)
        ):
            carried = _extended(carried, (start, end))
            claims[-1] = carried
            carried_end = end
            previous_end = told_until = end
            continue
        carried = None
        if _is_whole(text, start, end):
            after = _tag_after(doc, text, end, following)
            before = _tag_before(doc, text, previous_end, start)
            tag = after or before
            if after is not None and before is not None and _leads_in(text, before, start):
                # 'The guard yelled, "Halt!" Roe recalled': hardly either's statement;
                # 'Roe asked, "Who pays?" Lind said nobody knew': Roe's.
                tag = before if _says_more(after[0], after[2] + 1) else None
            if tag is not None:
                verb, noun, tag_end = tag
                claim = _claim(verb, noun, text, (start, end))
                if claim is not None:
                    claims.append(claim)
                    carried = claim
                    told_until = end
                    carried_end = max(end, tag_end)
        previous_end = end
    return claims


def _own_tag(doc: Token, text: str, claim: Claim, quotation: Place, following: int) -> bool:
    """Whether the next quotation has another speaker: '"…," she said. "…," the mayor said.'"""
    if not _is_whole(text, *quotation):
        return False
    tag = _tag_after(doc, text, quotation[1], following)
    return tag is not None and tag[0].i != claim.anchor


def _leads_in(text: str, tag: tuple[Token, Token, int], start: int) -> bool:
    """Whether the cue of a tag stands right before the quotation: 'The guard yelled, "…"'."""
    verb, noun, _ = tag
    gap = text[verb.idx + len(verb.text) : start]
    leading = gap.strip(" \xa0'‘" + _MARKS) in (",", ":")
    return noun.i < verb.i and verb.tag_ in ("VBD", "VBZ", "VBP") and leading


def _other_cue(doc: Token, claim: Claim, floor: int, start: int) -> bool:
    """Whether another cue brings in the next quotation: '"…," she said, adding that "…"'."""
    gap = [t for t in _tokens(doc, floor, start) if not (t.is_punct or t.is_space or t.is_quote)]
    if not gap:
        return False
    last = gap[-1]
    closed = text_closes(clauses.text_of(doc), floor, start)
    return not closed or (
        last.i != claim.anchor and last.tag_ == "VBG" and lemma(last) in cues.CARRYING_ON
    )


def text_closes(text: str, floor: int, start: int) -> bool:
    """Whether a comma, full stop or the like stands right before the next quotation."""
    gap = text[floor:start].rstrip(" \xa0\n'‘" + _MARKS)
    return gap[-1:] in (",", ".", ";", ":", "!", "?", "—", "–", "-")


def _is_whole(text: str, start: int, end: int) -> bool:
    """A quotation that can stand by itself: four words, or closed like a sentence."""
    words = len(re.findall(r"\w+", text[start:end]))
    closed = text[end - 1] in ".,?!…—-"
    opening = text[start : start + 1]
    return words >= 4 or (closed and words >= 1 and (opening.isupper() or text[end - 1] == ","))


def _tokens(doc: Token, start: int, end: int) -> list[Token]:
    if start >= end:
        return []
    span = doc.char_span(start, end, alignment_mode="expand")
    return [] if span is None else [t for t in span if t.idx >= start and t.idx < end]


def _tag_after(doc: Token, text: str, end: int, following: int) -> tuple[Token, Token, int] | None:
    tail = _tokens(doc, end, following)
    while tail and (tail[0].is_punct or tail[0].is_space or tail[0].is_quote):
        tail = tail[1:]
    if not tail:
        return None
    stop = _sentence_end(tail)
    tail = [t for t in tail if t.idx < stop]
    ended = text[end - 1] in "." or text[end : end + 2].rstrip(_CLOSERS).startswith(".")
    for position, token in enumerate(tail[:40]):
        if token.pos_ not in ("VERB", "AUX") or lemma(token) not in _SAYING:
            continue
        if not ended and (told_of := _as_quoted(token, tail)) is not None:
            return token, told_of, _tag_end(tail, stop)
        if token.tag_ in ("VBG", "VB", "VBN") and position > 0 and token.tag_ != "VBN":
            continue
        if token.dep_ in ("relcl", "acl", "xcomp", "pcomp"):
            continue
        noun = _tag_subject(token, tail, position)
        if noun is None or clauses.is_negated(token):
            return None
        before = tail[:position]
        inside = {t.i for t in noun.subtree} if noun.i < token.i else set()
        strange = [
            t
            for t in before
            if t.i not in inside and t.pos_ in ("VERB", "NOUN", "PROPN") and t.head.i != noun.i
        ]
        if noun.i < token.i and any(
            t.pos_ == "VERB" and t.dep_ == "ccomp" and t.head.i == token.i for t in strange
        ):
            return None  # 'the plan, called "a trap," will cost more, Roe said'
        if len(strange) > 2 and noun.i < token.i and not _plain_tag(before, noun):
            return None
        if ended and (tail[0].text[:1].isupper() or _says_more(token, stop)):
            return None  # a new sentence, with a content of its own
        if text[end - 1] in "?!…" and tail[0].text[:1].isupper() and _opens_next(text, tail):
            return None  # '“Wait until when?” Then a voice concludes: “…”'
        comma = text[end - 1] in ",?!—-…" or "," in text[end : end + 2]
        if not ended and not comma and (_says_more(token, stop) or position > 6):
            # No comma: the quotation is part of a longer sentence unless the tag is bare.
            return None
        return token, noun, _tag_end(tail, stop)
    return None


def _as_quoted(verb: Token, tail: Sequence[Token]) -> Token | None:
    """Who is told behind the marks in '"…," she was quoted as saying', '"…," the paper quoted her
    as saying'."""
    lead = verb.head
    if verb.dep_ != "pcomp" or lead.lower_ != "as" or _says_more(verb, verb.sent[-1].idx):
        return None
    if clauses.as_whom(lead) is None and lemma(lead.head) not in _QUOTING:
        return None
    noun = clauses.subject_of(verb)
    if noun is None or noun.i not in {t.i for t in tail} or is_taken_back(verb, noun):
        return None
    return noun


def _opens_next(text: str, tail: Sequence[Token]) -> bool:
    """Whether a sentence leads in what is quoted behind it."""
    last = tail[-1].idx + len(tail[-1].text)
    return text[tail[0].idx : last].rstrip(" \xa0\n'‘" + _MARKS).endswith(":")


def _plain_tag(before: Sequence[Token], noun: Token) -> bool:
    return bool(before) and before[0].i >= noun.left_edge.i - 1


def _tag_end(tail: Sequence[Token], stop: int) -> int:
    return min(stop, int(tail[-1].idx) + len(str(tail[-1].text)))


def _sentence_end(tail: Sequence[Token]) -> int:
    for token in tail[1:]:
        if token.is_sent_start and tail[0].i < token.i:
            previous = token.nbor(-1)
            if (previous.text and previous.text[-1] in _ENDED + _CLOSERS) or previous.is_space:
                return int(token.idx)
        if "\n" in token.text:
            return int(token.idx)
    return int(tail[-1].idx) + len(str(tail[-1].text))


def _says_more(verb: Token, stop: int) -> bool:
    """Whether the verb has a content of its own after it."""
    return any(
        c.dep_ in ("ccomp", "xcomp") and c.i > verb.i and c.idx < stop and c.right_edge.idx < stop
        for c in verb.children
    )


def _tag_subject(verb: Token, tail: Sequence[Token], position: int) -> Token | None:
    inside = {t.i for t in tail}
    own = next((c for c in verb.children if c.dep_ == "nsubj"), None)
    if own is not None and own.i in inside:
        return None if clauses.is_generic(own) else own
    if position <= 1:  # inverted: "said the minister"
        for token in tail[position + 1 : position + 6]:
            if token.pos_ in ("NOUN", "PROPN", "PRON"):
                while token.dep_ in ("compound", "poss") and token.head.i in inside:
                    token = token.head
                return None if clauses.is_generic(token) else token
            if token.pos_ not in ("DET", "ADJ", "NUM", "ADV", "PUNCT"):
                break
    if verb.dep_ in ("conj",):
        shared = clauses.subject_of(verb)
        if shared is not None and shared.i in inside:
            return shared
    for token in reversed(tail[:position]):
        if token.pos_ in ("PROPN", "PRON", "NOUN") and token.dep_ not in ("pobj", "dobj", "appos"):
            while token.dep_ in ("compound",) and token.head.i in inside:
                token = token.head
            return None if clauses.is_generic(token) else token
    return None


def _tag_before(doc: Token, text: str, floor: int, start: int) -> tuple[Token, Token, int] | None:
    lead = _tokens(doc, floor, start)
    while lead and (lead[-1].is_quote or lead[-1].is_space or lead[-1].text in _MARKS + "'"):
        lead = lead[:-1]
    if not lead:
        return None
    colon, comma = lead[-1].text == ":", lead[-1].text == ","
    first = len(lead) - 1
    while first > 0 and not lead[first].is_sent_start:
        first -= 1
    while first > 0 and lead[first].idx > floor and lead[first - 1].text not in _ENDED:
        first -= 1  # the parser sometimes starts a sentence after a comma
    lead = lead[first:]
    for token in reversed(lead):
        if token.pos_ not in ("VERB", "AUX") or lemma(token) not in _SAYING:
            if token.pos_ == "VERB" and not colon and token.dep_ not in ("xcomp", "acl", "relcl"):
                return None
            continue
        distance = lead[-1].i - token.i
        if not (colon or comma) and distance > 0:
            return None  # 'said the plan was "a grave mistake"': part of a longer clause
        if clauses.is_unreal(token) or clauses.is_negated(token):
            return None
        inner = [c for c in token.children if c.dep_ == "ccomp" and c.i > token.i]
        if any(token.i < c.i <= lead[-1].i for c in inner) and not colon:
            return None
        noun = clauses.subject_of(token)
        if noun is None:
            return None
        if token.tag_ != "VBG" and (clauses.is_passive(token) or clauses.is_generic(noun)):
            return None
        if noun.tag_ in ("WDT", "WP") and token.dep_ != "relcl":
            return None
        if noun.idx >= start:
            return None
        return token, noun, start
    return None


def _claim(verb: Token, noun: Token, text: str, quotation: Place) -> Claim | None:
    who = speaker_noun(noun)
    if not (clauses.is_animate(who) or clauses.is_document(who) or who.tag_ in ("WP", "WDT")):
        return None
    cue = clauses.cue_place(verb)
    speaker: Place | None = clauses.noun_place(who, text)
    assert speaker is not None
    start, end = quotation
    if speaker[0] < end and start < speaker[1]:
        speaker = (who.idx, who.idx + len(who.text))
        if speaker[0] < end and start < speaker[1]:
            return None
    if speaker[0] <= cue[0] < speaker[1]:
        # "added Roe", parsed as a Roe who was added
        rest = (cue[1], speaker[1]) if speaker[0] == cue[0] else (speaker[0], cue[0])
        speaker = clauses.trim(text, *rest, quotes=True)
        if speaker is None:
            return None
    content = clauses.trim(text, start, end)
    if content is None:
        return None
    end_mark = text[content[1] : end].strip()
    if end_mark in (".", "?", "!"):
        content = (content[0], content[1] + text[content[1] : end].index(end_mark) + 1)
    return Claim(verb.i, who.i, speaker, (cue,), (content,), "q", Quotation.DIRECT)


def _extended(claim: Claim, quotation: Place) -> Claim:
    return Claim(
        claim.anchor,
        claim.head,
        claim.speaker,
        claim.cue,
        (*claim.content, quotation),
        claim.frame,
        claim.quotation,
    )
