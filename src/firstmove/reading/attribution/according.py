"""Attributions by a phrase: "according to the union", "in the mayor's view"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from firstmove.reading.attribution.claim import Claim
from firstmove.reading.lexicon import cues
from firstmove.reading.parsing import clauses
from firstmove.reading.parsing.clauses import Place, Token, lemma
from firstmove.reading.parsing.nouns import speaker_noun

_LEADS = frozenset("condition message line term stance position".split())
_VIEWS = frozenset("view opinion judgment judgement estimation eye telling".split())


def according_claims(sentence: Token, text: str) -> Iterator[Claim]:
    """'…, according to X' and 'According to X, …'."""
    for token in sentence:
        if token.lower_ != "according" or token.i + 1 >= len(token.doc):
            continue
        after = token.nbor(1)
        if after.lower_ != "to":
            continue
        named = next(
            (c for t in (after, token) for c in t.children if c.dep_ == "pobj" and c.i > after.i),
            None,
        )
        if named is None:
            continue
        who = speaker_noun(named)
        phrase = (token.idx, clauses.whole(named)[1])
        cut = _phrase_end(token, named, text)
        phrase = (token.idx, cut)
        content = _told_by_phrase(token, sentence, text, phrase)
        if content:
            cue = (token.idx, after.idx + len(after.text))
            start, end = clauses.noun_place(who, text)
            speaker = clauses.trim(text, max(start, cue[1]), min(end, cut), quotes=True)
            if speaker is None:
                continue
            yield Claim(token.i, who.i, speaker, (cue,), tuple(content), "according")


def view_claims(sentence: Token, text: str) -> Iterator[Claim]:
    """ "In Roe's view, the talks failed": the rest of the sentence is told as Roe's."""
    for token in sentence[:8]:
        if lemma(token) not in _VIEWS or token.dep_ != "pobj" or token.head.lower_ != "in":
            continue
        who = next((c for c in token.children if c.dep_ == "poss"), None)
        stop = clauses.whole(token)[1]
        if who is None or token.head.i != sentence.start or not clauses.is_animate(who):
            continue
        content = clauses.trim(text, stop, sentence.end_char)
        speaker = clauses.trim(text, *clauses.noun_place(who, text), quotes=True)
        if who.lower_ in ("my", "our", "your") or content is None or speaker is None:
            continue
        if text[stop : stop + 1] == ",":
            yield Claim(
                token.i, who.i, speaker, (clauses.place((token,)),), (content,), "according"
            )


def _phrase_end(token: Token, named: Token, text: str) -> int:
    """Where the named source ends; its relative clauses and "on Thursday" belong to the phrase."""
    end = clauses.whole(named)[1]
    first = token.i == token.sent.start
    if first:
        for other in token.doc[named.i + 1 : token.sent.end]:
            if other.text == "," and other.idx < end and other.head.i != named.i:
                return int(other.idx)
    return int(end)


def _behind_lead(told: Token, start: int) -> int:
    """ "Tarn has set a condition: | the lock must open, according to Roe": the outlet leads in."""
    colon = next((t for t in reversed(list(told)) if t.text == ":"), None)
    if colon is None or any(t.is_quote for t in told):
        return start
    leads = any(lemma(t) in cues.NOUNS or lemma(t) in _LEADS for t in told if t.i < colon.i)
    clause = any(t.pos_ in ("VERB", "AUX") for t in told if t.i > colon.i)
    return int(colon.idx) + 1 if leads and clause else start


def _told_by_phrase(token: Token, sentence: Token, text: str, phrase: Place) -> Sequence[Place]:
    doc = token.doc
    begin, finish = sentence.start_char, sentence.end_char
    if not text[begin : phrase[0]].strip(" \"'“‘"):
        kept = clauses.trim(text, phrase[1], finish)
        return [kept] if kept else []
    start = begin
    before = doc[token.i - 1]
    rest = clauses.trim(text, phrase[1], finish)
    if before.text != ",":
        # Bound to the phrase that it stands in: from the last comma, or the clause it hangs on.
        for other in reversed(list(doc[sentence.start : token.i])):
            if other.text in (",", ";", ":", "—", "–"):
                start = other.idx + 1
                break
        rest = None
    else:
        start = _behind_lead(doc[sentence.start : token.i], start)
    left = clauses.trim(text, start, phrase[0])
    if left is None:
        return [rest] if rest else []
    if rest is None or len(text[rest[0] : rest[1]].split()) < 4 or rest[0] - phrase[1] > 3:
        return [left]
    following = doc.char_span(rest[0], rest[1], alignment_mode="expand")
    goes_on = following is not None and any(
        t.pos_ in ("VERB", "AUX") and t.dep_ in ("ROOT", "ccomp") for t in following
    )
    return [left, rest] if goes_on else [left]
