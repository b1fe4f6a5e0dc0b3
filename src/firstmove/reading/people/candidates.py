"""People who stand for themselves by the report's own words: candidates, and whose voices speak.

A candidate speaks for a campaign, not for the party whose candidate he or she is; two members of
one party who run against each other are two sides; who has a spokesman and no party is a side.
"""

from __future__ import annotations

from collections.abc import Iterator

from firstmove.reading.lexicon import roles
from firstmove.reading.parsing.clauses import Token, lemma
from firstmove.reading.people.affiliation import Affiliations
from firstmove.reading.people.holders import runs_for_office
from firstmove.reading.people.person import Person

_CONTESTS = frozenset("challenge defeat unseat oust topple beat outpoll".split())
_POLLS = frozenset("primary election race runoff nomination ballot poll polls".split())
_ELECTED = ("president", "governor", "mayor", "premier", "chancellor", "senator")


def learn_candidates(sides: Affiliations) -> None:
    """People whom the report's words make candidates, as a role: "Roe's campaign", "a Roe
    presidency", "if Roe is elected", "Roe would be president"."""
    for index, person in sides.cast.by_head.items():
        if person is None or any(map(runs_for_office, person.roles)):
            continue
        token = sides.cast.token(index)
        if token is not None and _runs(token):
            person.roles.append(("candidate",))


def for_themselves(sides: Affiliations) -> frozenset[str]:
    """The names of candidates, of rivals in one party, and of those whose spokesmen speak."""
    found: set[str] = set()
    found.update(someone.name for someone in sides.cast.people if sides.is_candidate(someone))
    for index, person in sides.cast.by_head.items():
        token = sides.cast.token(index)
        if person is None or token is None:
            continue
        governs = any(map(roles.is_minister, person.roles))
        if not (governs or sides.of_person(person).party) and _has_voice(token):
            found.add(person.name)
        for rival in _rivals(sides, token):
            if rival is person:
                continue
            members = {sides.member_of(person), sides.member_of(rival)} - {""}
            states = {sides.of_person(p).party for p in (person, rival)} - {""} - members
            polled = any(t.lower_ in _POLLS for t in token.sent)
            if len(members) < 2 and not states and (len(members) == 1 or polled):
                found |= {person.name, rival.name}
                for one in (person, rival):
                    if not any(map(runs_for_office, one.roles)):
                        one.roles.append(("candidate",))
    return frozenset(found)


def _runs(name: Token) -> bool:
    head = name.head
    if name.dep_ in ("poss", "compound") and head.i > name.i:
        return lemma(head) in ("presidency", "candidacy", "campaign", "governorship")
    if name.dep_ not in ("nsubj", "nsubjpass"):
        return False
    verb = lemma(head)
    if verb == "elect" and name.dep_ == "nsubjpass":
        return any(c.dep_ == "mark" and c.lower_ in ("if", "should") for c in head.children)
    if verb in ("be", "become"):
        beside = list(head.children)
        office = any(c.dep_ == "attr" and lemma(c) in _ELECTED for c in beside)
        modal = any(c.dep_ == "aux" and c.lower_ in ("would", "will", "could") for c in beside)
        return office and (modal or any(c.dep_ == "mark" and c.lower_ == "if" for c in beside))
    if verb == "run":
        return any(
            c.dep_ == "prep" and c.lower_ == "for" and any(lemma(o) in _ELECTED for o in c.children)
            for c in head.children
        )
    return False


def _has_voice(name: Token) -> bool:
    """ "Roe's spokesman", "Roe campaign", "a lawyer for Roe"."""
    head = name.head
    if name.dep_ == "pobj" and head.lower_ in ("for", "of"):
        head = head.head
    elif name.dep_ not in ("poss", "compound"):
        return False
    return bool(head.pos_ in ("NOUN", "PROPN") and lemma(head) in roles.VOICES)


def _rivals(sides: Affiliations, name: Token) -> Iterator[Person]:
    """Whom the named person challenges or has beaten, by the verb that both hang on."""
    verb = name.head
    if name.dep_ == "nsubj" and verb.pos_ == "VERB":
        verbs = [verb, *(c for c in verb.children if c.dep_ in ("conj", "xcomp"))]
    else:
        verbs = []
    verbs += [c for c in name.children if c.dep_ == "relcl" and lemma(c) in _CONTESTS]
    for told in verbs:
        if lemma(told) in _CONTESTS:
            for child in told.children:
                person = sides.cast.by_head.get(child.i)
                if child.dep_ == "dobj" and person is not None:
                    yield person
