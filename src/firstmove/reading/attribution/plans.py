"""What a report tells as somebody's will without a word of saying.

"Stallholders will stay away unless the council reopens the square": a plan on a condition that
another is to meet is the words of those whose plan it is. "It would, however, pause the work",
right behind what the council said it would do, goes on with its words (free indirect speech).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from firstmove.reading.attribution.claim import Claim
from firstmove.reading.condition_clauses.clause import Clause
from firstmove.reading.condition_clauses.clauses import clauses_in
from firstmove.reading.lexicon import cues
from firstmove.reading.lexicon.markers import ONLY_THEN, OTHERWISE
from firstmove.reading.lexicon.vocabulary import MOVES, Move
from firstmove.reading.page import Page
from firstmove.reading.parsing import clauses
from firstmove.reading.parsing.clauses import Place, Token, lemma
from firstmove.reading.parsing.verb_acts import act_of, is_obliged
from firstmove.report import Span
from firstmove.statement import ConditionKind, Quotation

_WILL = frozenset({"will", "wo", "would"})
_STRICT = frozenset({ConditionKind.ONLY_IF, ConditionKind.UNLESS, ConditionKind.IFF})
_NO_SIDE = frozenset("DATE TIME WORK_OF_ART EVENT LAW PRODUCT LOC FAC MONEY PERCENT".split())
_STANCES = frozenset({"o", ":for", ":against"})
# Done by will, though no act toward anybody by itself.
_DEEDS = frozenset(
    "stay come go leave return sign pay attend march sue appeal quit walk keep give take hand open "
    "close build cut raise lift drop start begin stop end join send sell buy move call".split()
)
_GOING_ON = frozenset("continue go last persist remain".split())
_TELLING = frozenset("say tell announce report state confirm declare claim show find".split())
_TOWNS = frozenset("town city village country state side capital".split())
_LATER = frozenset("later eventually ultimately finally soon subsequently never go".split())


def planned(
    page: Page, sentence: Span, told: Sequence[Claim], quotations: Sequence[Place]
) -> Iterator[Claim]:
    """The plans on a condition that the outlet tells of a body or a group as its own."""
    span = page.doc.char_span(sentence.start, sentence.end, alignment_mode="expand")
    found: list[Clause] | None = None
    for verb in span or ():
        modal = _modal_of_plan(verb)
        if modal is None or _is_told(verb, told, quotations):
            continue
        who = clauses.own_subject(verb)
        if who is None and verb.dep_ == "conj":  # "refuses to sign and will not talk until …"
            who = clauses.own_subject(verb.head)
        if who is None or not _is_side(who):
            continue
        found = list(clauses_in(page, sentence)) if found is None else found
        bound = next((c for c in found if _binds(c, verb, who, modal)), None)
        if bound is None:
            continue
        text = page.report.text
        speaker = clauses.trim(text, *clauses.noun_place(who, text), quotes=True)
        act = clauses.trim(text, modal.idx + len(modal.text), clauses.whole(verb)[1])
        parts = [act]
        if bound.words[0].i < who.i:
            parts.insert(0, clauses.trim(text, *clauses.place(bound.words)))
        content = tuple(p for p in parts if p is not None)
        if speaker is not None and act is not None:
            yield Claim(verb.i, who.i, speaker, (clauses.place((modal,)),), content, "p")


def _modal_of_plan(verb: Token) -> Token | None:
    """ "will" or "would" of a main verb that tells an act."""
    if verb.pos_ != "VERB" or clauses.is_passive(verb):
        return None
    if verb.dep_ != "ROOT" and not (verb.dep_ == "conj" and verb.head.dep_ == "ROOT"):
        return None
    modal = next((c for c in verb.children if c.dep_ == "aux" and c.lower_ in _WILL), None)
    perfect = any(c.dep_ == "aux" and lemma(c) == "have" for c in verb.children)
    if modal is None or perfect or not (_is_deed(verb) or clauses.is_negated(verb)):
        return None
    return modal if verb.sent[-1].text != "?" and modal.i > verb.sent.start else None


def _is_deed(verb: Token) -> bool:
    return act_of(verb) is not None or lemma(verb) in _DEEDS or bool(_STANCES & _frames(verb))


def _frames(verb: Token) -> frozenset[str]:
    return frozenset(cues.VERBS.get(lemma(verb), ()))


def _is_told(verb: Token, told: Sequence[Claim], quotations: Sequence[Place]) -> bool:
    inside = any(s <= verb.idx < e for c in told for s, e in (*c.content, *c.cue))
    return inside or any(s <= verb.idx < e for s, e in quotations)


def _is_side(noun: Token) -> bool:
    if noun.ent_type_ in _NO_SIDE or clauses.is_generic(noun):
        return False
    known = clauses.is_animate(noun) or lemma(noun) in _TOWNS
    return noun.pos_ == "PROPN" or (noun.pos_ == "NOUN" and known)


def _binds(clause: Clause, verb: Token, who: Token, modal: Token) -> bool:
    """Whether the plan is bound to what another does; with "would" no mere "if", which supposes."""
    if clause.governor is None or clause.governor.i != verb.i or not clause.parsed:
        return False
    refused = clauses.is_negated(verb) or _does_none(verb)
    if clause.kind is ConditionKind.UNTIL:
        known = refused
    else:
        known = clause.kind in _STRICT or modal.lower_ != "would"
    if not known or clause.head.pos_ not in ("VERB", "AUX"):
        return known
    doer = clauses.own_subject(clause.head)
    if doer is None or doer.tag_ == "PRP" or doer.lower_ == who.lower_:
        return False
    if lemma(clause.head) in _TELLING:
        return False  # "if the ministry says it will open": nobody is asked to
    if refused and lemma(clause.head) in _GOING_ON:
        return True  # "will not sign as long as the siege goes on", by whomever it is kept up
    return clauses.is_passive(clause.head) or (_is_side(doer) and clause.head.pos_ == "VERB")


def _does_none(verb: Token) -> bool:
    """ "Will release no money"."""
    things = (c for c in verb.children if c.dep_ == "dobj")
    return any(c.dep_ == "det" and c.lower_ == "no" for thing in things for c in thing.children)


def gone_on(page: Page, paragraph: Span, claims: Sequence[Claim]) -> Iterator[Claim]:
    """Sentences that go on with what somebody said they would do: "It would, however, wait"; or
    would do without what they asked for: "Otherwise, it would close the road"."""
    sentences = list(page.sentences_in(paragraph))
    known = list(claims)
    for before, here in pairwise(sentences):
        if any(here.start <= s < here.end for c in known for s, _ in (*c.content, *c.cue)):
            continue
        told = [c for c in known if before.start <= c.content[-1][1] - 1 < before.end]
        verb = _would(page, here)
        if verb is None or not told:
            continue
        last = max(told, key=lambda c: c.content[-1][1])
        doer = clauses.own_subject(verb)
        content = clauses.trim(page.report.text, here.start, here.end)
        goes_on = _asked_before(page, last, doer) if _otherwise(verb.sent) else None
        goes_on = _goes_on(page, last, doer) if goes_on is None else goes_on
        if content is None or not goes_on:
            continue
        claim = replace(last, content=(content,), frame="+", quotation=Quotation.INDIRECT)
        known.append(claim)
        yield claim


def spelled_out(page: Page, sentence: Span, claims: Sequence[Claim]) -> Iterator[Claim]:
    """ "Norland signalled a way out: it would reopen the bridge if …": what the way out is, told
    behind the colon as the words of the same speaker."""
    text = page.report.text
    for claim in claims:
        end = claim.content[-1][1]
        gap = text[end : sentence.end]
        if claim.quotation is Quotation.DIRECT or claim.head is None or not end < sentence.end:
            continue
        if MOVES.get(lemma(page.doc[claim.anchor])) in (Move.REFUSE, Move.BLAME, Move.DENY):
            continue  # "rejected the offer: it would cost jobs"
        start = end + gap.find(":") + 1
        if gap.lstrip()[:1] != ":" or end < sentence.start:
            continue
        behind = page.doc.char_span(start, sentence.end, alignment_mode="expand")
        words = [t for t in behind or () if start <= t.idx and not t.is_space]
        if not words or any(t.is_quote for t in words):
            continue
        helper = next((t for t in words if t.tag_ == "MD"), None)
        doer = None if helper is None else clauses.own_subject(helper.head)
        if helper is None or doer is None or helper.lower_ not in _WILL or doer.i > helper.i:
            continue
        content = clauses.trim(text, start, sentence.end)
        told = any(s < sentence.end and start < e for c in claims for s, e in (*c.content, *c.cue))
        if content and not told and doer.left_edge.i == words[0].i and _is_named(page, claim, doer):
            yield replace(claim, content=(content,), frame="+", quotation=Quotation.INDIRECT)


def _is_named(page: Page, claim: Claim, doer: Token) -> bool:
    """Whether a doer is who is told to say the claim: by a word of the name, or a pronoun."""
    who = page.doc[claim.head]
    named = doer.lower_ in (t.lower_ for t in who.subtree)
    return named or (doer.tag_ == "PRP" and who.tag_ != "PRP")


def _would(page: Page, sentence: Span) -> Token | None:
    """The main verb of "it would …", with nothing of a later day and no other saying about it."""
    span = page.doc.char_span(sentence.start, sentence.end, alignment_mode="expand")
    if span is None or any(t.is_quote or lemma(t) in _LATER for t in span):
        return None
    verb = span.root
    subject = clauses.own_subject(verb)
    lead = _otherwise(span)
    modals = _WILL if lead else {"would"}
    would = any(c.dep_ == "aux" and c.lower_ in modals for c in verb.children)
    perfect = any(c.dep_ == "aux" and lemma(c) == "have" for c in verb.children)
    if subject is None or not (lead or subject.tag_ == "PRP"):
        return None
    first = subject.left_edge.i <= span.start + max(lead, 1)
    return verb if would and first and not perfect and verb.pos_ in ("VERB", "AUX") else None


def _otherwise(sentence: Token) -> int:
    """How many tokens lead in what follows without the thing asked for: "Otherwise, "."""
    said = [t.lower_ for t in sentence[:3]]
    size = next((len(w) for w in (*OTHERWISE, ONLY_THEN) if tuple(said[: len(w)]) == w), 0)
    if size == len(ONLY_THEN) and said[2:] in (["will"], ["would"]):
        return size + 1  # "only then would it"
    comma = bool(size) and size < len(sentence) and sentence[size].text == ","
    return size + int(comma)


def _asked_before(page: Page, claim: Claim, doer: Token | None) -> bool:
    """Whether the claim right before tells what another must do, and the doer is who said so."""
    if claim.head is None or doer is None or claim.quotation is Quotation.DIRECT:
        return False
    said = [t for s, e in claim.content for t in page.doc.char_span(s, e, alignment_mode="expand")]
    asks = MOVES.get(lemma(page.doc[claim.anchor])) is Move.REQUEST
    asked = asks or any(is_obliged(t) for t in said)
    return asked and _is_named(page, claim, doer)


def _goes_on(page: Page, claim: Claim, pronoun: Token | None) -> bool:
    """Whether it is the speaker of a past "said it would …" who is meant, by word and number."""
    if claim.head is None or pronoun is None or claim.quotation is Quotation.DIRECT:
        return False
    cue, who = page.doc[claim.anchor], page.doc[claim.head]
    if cue.tag_ != "VBD" or "c" not in cues.VERBS.get(lemma(cue), ()):
        return False
    said = [t for s, e in claim.content for t in page.doc.char_span(s, e, alignment_mode="expand")]
    subjects = {t.lower_ for t in said if t.dep_ in clauses.SUBJECTS and t.tag_ == "PRP"}
    if not any(t.lower_ == "would" for t in said) or pronoun.lower_ not in subjects:
        return False
    return bool(who.tag_ != "PRP" or who.lower_ == pronoun.lower_)
