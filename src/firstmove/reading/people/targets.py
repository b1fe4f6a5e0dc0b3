"""Stage: whom a statement is addressed to or aimed at, where grammar tells it.

Looked for in this order, by kind:

1. The person or body that the cue governs: "told the union to …", "accused X of …",
   "demands on the company", "threatened the villages with …".
2. REQUEST: who has to act, the subject of the content: "that X open the gates", "X must …".
3. REJECT, AGREE, SUPPORT, ACCUSE: whose plan, attack or offer it is: "the plan by X", "X's offer";
   for ACCUSE also the subject of the wrong: "X broke the talks off".
4. With whom: "ready for talks with X", "offered X a loan".

None where none of these names a person, body or party; a mere audience ("told reporters") and the
speaker's own side are no targets. WARN has only the first: who is warned, not what of. ASSESS has
none but the pair that it is about ("both sides are ready").
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from firstmove.reading.lexicon.listed import words
from firstmove.reading.page import Page
from firstmove.reading.parsing.predicates import (
    Token,
    content_tokens,
    main_predicates,
    subject,
    tokens_in,
)
from firstmove.reading.people.meant import may_be_meant, other_person
from firstmove.reading.people.owning import owner_of
from firstmove.reading.people.pairs import both, is_pair
from firstmove.reading.people.pronouns import HE
from firstmove.reading.people.somebody import FIRST_PERSON, is_of_somebody, somebody
from firstmove.reading.people.target_pronouns import counterpart, is_object, object_before, parallel
from firstmove.reading.people.target_words import candidates_in
from firstmove.statement import Kind, Mention, Statement, ViaRole

AUDIENCE = words(
    "reporter journalist newspaper magazine television audience crowd interviewer correspondent "
    "broadcaster network press medium listener viewer conference agency"
)
_ON_AIR = words("interview broadcast podcast program programme show")
# Whoever is hired or sent is no one that is dealt with: "pledged to add 7,000 soldiers".
_MOVING = words("add deploy employ hire mobilize mobilise recruit send station train")
Finder = Callable[[Token], Mention | None]


def targets(page: Page, statements: tuple[Statement, ...]) -> tuple[Statement, ...]:
    """Fill ``Statement.target`` where it is not set; kinds are set before."""
    found = [
        s if s.target is not None else replace(s, target=target_of(page, s)) for s in statements
    ]
    found = [
        s if s.target is not None else replace(s, target=_told_beside(page, s, found))
        for s in found
    ]
    return tuple(
        s if s.target is not None else replace(s, target=_blamed_before(page, s, found))
        for s in found
    )


def _blamed_before(page: Page, statement: Statement, others: list[Statement]) -> Mention | None:
    """In "they broke it off. They have to come back", both are the same they.

    The target of the accusation that the same speaker made just before, by the same pronoun.
    """
    if statement.kind is not Kind.REQUEST:
        return None
    heads = main_predicates(content_tokens(page, statement))
    asked = next((s for s in map(subject, heads) if s is not None), None)
    if asked is None or asked.lower_ not in ("they", "it", "he", "she"):
        return None
    before = [o for o in others if o.start < statement.start and o.speaker == statement.speaker]
    if not before or before[-1].kind is not Kind.ACCUSE or before[-1].target is None:
        return None
    blamed = [subject(h) for h in main_predicates(content_tokens(page, before[-1]))]
    near = (page.sentence_number(statement.start) or 0) - (
        page.sentence_number(before[-1].start) or 0
    )
    if near > 1 or not any(b is not None and b.lower_ == asked.lower_ for b in blamed):
        return None
    span = page.report.span(asked.idx, asked.idx + len(asked.text))
    return replace(before[-1].target, span=span)


def _told_beside(page: Page, statement: Statement, others: list[Statement]) -> Mention | None:
    """In "condemned the attacks, calling them acts of X", both have the same target."""
    if statement.kind not in (Kind.ACCUSE, Kind.REJECT, Kind.SUPPORT):
        return None
    sentence = page.sentence_at(statement.start)
    for other in others:
        if other.kind is not statement.kind or other.speaker != statement.speaker:
            continue
        if other.target is None or page.sentence_at(other.start) != sentence:
            continue
        first = next(iter(content_tokens(page, other)), None)
        if first is not None and first.lower_ in ("it", "them", "this", "these", "that"):
            return other.target
    return None


def target_of(page: Page, statement: Statement) -> Mention | None:
    """The first candidate, in the order above, that names someone other than the speaker."""
    find = _finder(page, statement)
    for token in candidates_in(page, statement):
        found = find(token)
        if found is not None:
            return found
    return None


def _person(page: Page, statement: Statement, speaker: Mention, pronoun: Token) -> Mention | None:
    """Whom "he" or "her" means where only one other person can be meant; else it stays open.

    In indirect speech it may be the speaker too, unless another is named in the same sentence.
    """
    if page.in_quotation(pronoun.idx) or not may_be_meant(page, speaker, pronoun):
        return counterpart(page, speaker, pronoun) or parallel(page, pronoun)
    return other_person(page, speaker, pronoun)


def _interviews(token: Token) -> bool:
    """ "Told Ann Roe in an interview", "told the Courier's Ann Roe": an audience of the press."""
    if token.head.lemma_.lower() != "tell" or token.dep_ not in ("dobj", "dative"):
        return False
    if any(c.dep_ == "poss" and c.ent_type_ == "ORG" for c in token.children):
        return True
    return any(
        thing.lemma_.lower() in _ON_AIR
        for verb_or_name in (token, token.head)
        for prep in verb_or_name.children
        if prep.dep_ == "prep" and prep.i > token.i and prep.lower_ in ("in", "during", "on")
        for thing in prep.children
    )


def _is_moved(token: Token) -> bool:
    counted = token.tag_ == "NNS" and token.dep_ == "dobj"
    return counted and token.head.lemma_.lower() in _MOVING


def _finder(page: Page, statement: Statement) -> Finder:
    is_own = owner_of(page, statement)
    audiences = {
        t.i
        for via in statement.via
        if via.role in (ViaRole.AUDIENCE, ViaRole.OUTLET, ViaRole.AGENCY)
        for t in tokens_in(page, (via.span,))
    }

    cue = {t.i for t in tokens_in(page, statement.cue)}

    def find(token: Token) -> Mention | None:
        if token.lower_ in FIRST_PERSON or token.lemma_.lower() in AUDIENCE:
            return None
        if token.i in audiences or _interviews(token):
            return None
        if token.lower_ in ("him", "her") and is_object(token, cue):
            # nobody calls on himself as "him": the speaker is not meant
            if statement.speaker is None:
                return None
            return counterpart(page, statement.speaker, token) or object_before(page, token)
        if is_own(token) or _is_moved(token) or is_of_somebody(token):
            return None
        if token.lower_ in HE and statement.speaker is not None:
            return _person(page, statement, statement.speaker, token)
        speaker = statement.speaker
        if is_pair(token):
            return both(page, token, speaker)
        done_to = token.lower_ in ("it", "them") and is_object(token, cue)
        mention = object_before(page, token) if done_to else parallel(page, token)
        mention = mention or somebody(page, token)
        if mention is None:
            return None
        if (
            speaker is not None
            and mention.party
            and mention.party == speaker.party
            and mention.name in ("", speaker.name, speaker.party)
        ):
            return None
        return mention

    return find
