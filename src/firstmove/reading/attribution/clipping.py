"""Claims with their spans trimmed, and cut where the words of somebody else begin."""

from __future__ import annotations

import re

from firstmove.reading.attribution.claim import Claim
from firstmove.reading.lexicon import cues
from firstmove.reading.parsing import clauses
from firstmove.reading.parsing.clauses import Place, Token, lemma
from firstmove.reading.parsing.nouns import speaker_noun

_SPITE = frozenset("despite notwithstanding amid amidst after following".split())
_POINTS = frozenset("point notion suggestion".split())
_LEFT_OUT = frozenset(
    "give elaborate provide name specify say identify offer explain mention cite detail".split()
)
_PROMPTING = frozenset(
    "call urge demand threaten warn accuse complain criticise criticize appeal order".split()
)
_CONTESTING = frozenset("dispute deny reject contest refute dismiss".split())
# What somebody else does with what was put: ", an idea that Velm embraced".
_PUT = frozenset("idea move plan scheme step".split())
_TAKING_UP = frozenset("accept back embrace endorse oppose rebuff resist spurn welcome".split())
_ANSWERING = frozenset(
    "accept adopt approve authorize dismiss endorse rebuff reject spurn veto withdraw".split()
)
_BY = re.compile(r"\sby\s{0,2}\Z")


def goes_on(verb: Token, clause: Token) -> bool:
    """ "denies any role, and two inquiries have cleared it": a further sentence of the outlet's,
    which the parser hangs on the cue."""
    if clause.dep_ not in ("conj", "ccomp") or clauses.own_subject(clause) is None:
        return False
    if clause.left_edge.i <= verb.i + 1 or clause.left_edge.nbor(-1).pos_ != "CCONJ":
        return False
    told = verb.doc[verb.i + 1 : clause.left_edge.i]
    return any(t.dep_ == "dobj" and t.head.i == verb.i for t in told) and not any(
        t.pos_ in ("VERB", "AUX") or t.is_quote for t in told
    )


def claim_of(
    anchor: Token,
    who: Token | None,
    parts: list[Place],
    frame: str,
    text: str,
    extra: list[Token],
    *,
    verb: Token | None = None,
) -> Claim | None:
    """The claim with its spans trimmed and kept apart; None when nothing is left of one."""
    verb = verb or anchor
    cue = clauses.cue_place(anchor, *extra)
    speaker = clauses.noun_place(who, text) if who is not None else None
    content: list[Place] = []
    for start, end in parts:
        if start < cue[0] < end or cue[0] <= start < cue[1]:
            if end > cue[1]:
                start = (
                    max(start, cue[1])
                    if start >= verb.sent.start_char and start >= cue[0]
                    else start
                )
            if start < cue[0]:
                end = cue[0]
        start, end = clip(anchor, start, end)
        if speaker is not None and start < speaker[1] and speaker[0] < end:
            if speaker[0] > start and speaker[0] < cue[0]:
                end = min(end, speaker[0])
            elif speaker[0] <= start:
                until = min(speaker[1], start, cue[0] if speaker[0] < cue[0] else start)
                speaker = (speaker[0], max(speaker[0], until))
            else:
                end = min(end, speaker[0])
                end = start + len(_BY.sub("", text[start:end]))
        kept = clauses.trim(text, start, end)
        if kept is not None:
            content.append(kept)
    if speaker is not None and speaker[0] < cue[0] < speaker[1]:
        speaker = (speaker[0], cue[0])
    if speaker is not None:
        speaker = clauses.trim(text, *speaker, quotes=True)
        if speaker is None:
            return None
    if not content:
        return None
    return Claim(
        anchor.i, who.i if who is not None else None, speaker, (cue,), tuple(content), frame
    )


def clip(anchor: Token, start: int, end: int) -> Place:
    """Cut off what carries on with another cue: ", adding that …", ", according to …"."""
    doc = anchor.doc
    for token in anchor.sent:
        if anchor.i < token.i and start < token.idx < end and _done_beside(anchor, token):
            before = doc[token.left_edge.i - 1]
            return start, (before.idx if before.pos_ == "CCONJ" else token.left_edge.idx)
        if token.idx <= start or token.idx >= end or token.i == 0:
            continue
        if token.i > anchor.i and (_prompted(anchor, token) or _dates(anchor, token)):
            return start, token.idx
        before = doc[token.i - 1]
        if anchor.i < token.i and _in_spite(anchor, token):
            return start, int(before.idx) + len(before.text)
        if token.lower_ == "following" and token.dep_ == "prep" and anchor.i + 1 < token.i:
            return start, before.idx + len(before.text)  # when it was said
        if before.text != ",":
            continue
        if token.i > anchor.i and _meanwhile(anchor, token):
            return start, before.idx
        if token.i > anchor.i and _told_in(token):
            return start, before.idx
        if token.i > anchor.i and _left_unsaid(token):
            return start, before.idx
        joined = token.tag_ == "VBG" and lemma(token) in cues.CARRYING_ON
        if (joined or token.lower_ == "according") and token.i > anchor.i:
            return start, before.idx
        if token.i > anchor.i and _outlet_remark(token, end):
            return start, before.idx
    for child in anchor.children:
        if start < child.left_edge.idx < end and goes_on(anchor, child):
            return start, int(child.left_edge.nbor(-1).idx)
        before = child.left_edge.nbor(-1) if child.left_edge.i else None
        if before is not None and before.idx + len(before.text) == end and goes_on(anchor, child):
            return start, int(before.idx)
    return start, end


def _done_beside(anchor: Token, verb: Token) -> bool:
    """ "said it would go and | urged Velm to wait", "but | made no promise": a verb joined to the
    cue, or to one above it."""
    return (
        verb.dep_ == "conj"
        and clauses.own_subject(verb) is None
        and verb.tag_ in ("VBD", "VBZ")
        and (verb.head.i == anchor.i or verb.head.is_ancestor(anchor))
    )


def _in_spite(anchor: Token, lead: Token) -> bool:
    """ "refused to go | despite calls from the council to resign": what others say, and the outlet
    tells beside it."""
    verb = lead.head
    while verb.dep_ in ("xcomp", "conj") and verb.i > anchor.i and clauses.is_infinitive(verb):
        verb = verb.head
    if lead.dep_ not in ("prep", "mark") or lead.lower_ not in _SPITE or verb.i != anchor.i:
        return False
    return any(
        c.dep_ == "pobj" and lemma(c) in cues.NOUNS and speaker_noun(c).i != c.i
        for c in lead.children
    )


def _meanwhile(anchor: Token, mark: Token) -> bool:
    """ "calling on Roe to go, | as the senator vowed to stay": what the outlet tells beside what is
    asked for."""
    clause = mark.head
    if mark.lower_ not in ("as", "while", "even") or clause.dep_ != "advcl" or clause.i < mark.i:
        return False
    past = clause.tag_ == "VBD" or any(c.dep_ == "aux" and c.tag_ == "VBD" for c in clause.children)
    asked = clause.head.i > anchor.i and clauses.is_infinitive(clause.head)
    return past and asked and clauses.own_subject(clause) is not None


def _dates(anchor: Token, first: Token) -> bool:
    """ "approved the plan | on March 29", "offered 300 crowns | last month": when it was done."""
    if anchor.tag_ not in ("VBD", "VBN") or not any(c.dep_ == "dobj" for c in anchor.children):
        return False
    phrase = next((c for c in anchor.children if c.left_edge.i == first.i and c.i > anchor.i), None)
    if phrase is None or any(c.dep_ in ("ccomp", "xcomp") for c in anchor.children):
        return False
    timed = any(t.ent_type_ in ("DATE", "TIME") for t in (phrase, *phrase.children))
    gone = first.lower_ == "last" or phrase.right_edge.lower_ in ("ago", "earlier")
    on = phrase.dep_ == "prep" and first.lower_ in ("in", "on") and lemma(anchor) in _ANSWERING
    return timed and (on or gone)


def _prompted(anchor: Token, mark: Token) -> bool:
    """ "agreed to close it | after the county called for quiet": why it agreed."""
    verb = mark.head
    return (
        mark.lower_ in ("after", "as")
        and mark.dep_ == "mark"
        and anchor.tag_ in ("VBD", "VBN")
        and verb.tag_ == "VBD"
        and lemma(verb) in _PROMPTING
        and mark.i == verb.left_edge.i
        and clauses.own_subject(verb) is not None
    )


def _left_unsaid(token: Token) -> bool:
    """ ", without giving details": of the telling, not of what is told."""
    after = token.nbor() if token.i + 1 < token.sent.end else token
    return token.lower_ == "without" and after.tag_ == "VBG" and lemma(after) in _LEFT_OUT


def _told_in(token: Token) -> bool:
    """ ", in which she called for a vote": where a further thing was said."""
    which = token.nbor() if token.i + 1 < token.sent.end else token
    clause = token.head
    return bool(
        token.dep_ == "prep"
        and which.tag_ in ("WDT", "WP")
        and clause.dep_ == "relcl"
        and lemma(clause) in cues.VERBS
    )


def _outlet_remark(token: Token, end: int) -> bool:
    """ ", something the union disputes", ", a claim the firm denies", ", an idea embraced by Velm":
    the outlet's own aside."""
    if token.lower_ not in ("something", "a", "an", "which"):
        return False
    noun = token if token.lower_ in ("something", "which") else token.head
    if token.lower_ == "which":
        clause = token.head if token.dep_ in ("dobj", "nsubj", "nsubjpass") else None
    else:
        put = lemma(noun) in _PUT and noun.dep_ in ("appos", "npadvmod")
        told = put or lemma(noun) in cues.NOUNS | _POINTS or token.lower_ == "something"
        clause = next((c for c in noun.children if c.dep_ == "relcl" or _by(c)), None)
        clause = clause if told else None
    if clause is None or clause.right_edge.idx + len(clause.right_edge.text) < end - 1:
        return False
    return lemma(clause) in _CONTESTING or (lemma(clause) in _TAKING_UP and token.lower_ != "which")


def _by(clause: Token) -> bool:
    """ "Rejected by Velm"."""
    return clause.dep_ == "acl" and any(c.dep_ == "agent" for c in clause.children)
