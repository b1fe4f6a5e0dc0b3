"""Whom a pronoun means that is the target: "X urged her to act", "so they must act"."""

from __future__ import annotations

from dataclasses import replace

from firstmove.reading.lexicon.cues import BODIES, PEOPLE
from firstmove.reading.page import Page
from firstmove.reading.parsing.predicates import (
    Token,
    children,
    subject,
    tokens_in,
)
from firstmove.reading.parsing.verb_acts import with_to
from firstmove.reading.people.cast import cast_of
from firstmove.reading.people.pronouns import HE
from firstmove.reading.people.somebody import somebody
from firstmove.statement import Mention

_TO_WHOM = frozenset("against at on to toward towards upon with".split())


def _others_near(page: Page, begin: int, name: Token, pronoun: Token, own: set[int]) -> bool:
    """Whether another who is not named could be meant: "the governor", or an earlier "she"."""
    same = {t.i for t in name.subtree} | {t.i for t in name.head.subtree if name.dep_ == "appos"}
    same |= {c.i for c in children(name.head, "nsubj")} if name.dep_ == "attr" else set()
    for token in page.doc[: pronoun.i]:
        if token.idx < begin or token.i in own:
            continue
        if token.lower_ in ("he", "him", "his", "she", "her"):
            return True
        role = token.pos_ == "NOUN" and token.tag_ == "NN" and token.lemma_.lower() in PEOPLE
        if role and token.i not in same and token.i != name.head.i:
            return True
    return False


def is_object(pronoun: Token, cue: set[int]) -> bool:
    """ "urged her", "called on her to act", the pronoun told as subject of "to act" as well."""
    head = pronoun.head
    if pronoun.dep_ == "nsubj":
        return with_to(head) and head.i not in cue and head.head.i in cue
    if pronoun.dep_ == "pobj":
        head = head.head if head.i not in cue else head
    return pronoun.dep_ in ("dobj", "dative", "pobj") and head.i in cue


def object_before(page: Page, pronoun: Token) -> Mention | None:
    """The Union, in "X accused the Union of it and called on it to act", "wrote to the Union,
    begging it to act": the one whom the clause before, or the main one of the sentence before,
    tells something done to."""
    verb = next((a for a in pronoun.ancestors if a.pos_ in ("VERB", "AUX")), None)
    if verb is not None and verb.tag_ == "VB" and verb.dep_ in ("ccomp", "xcomp"):
        verb = verb.head  # "asked them to go", told as what is to be done
    if verb is None:
        return None
    beside = verb.dep_ == "advcl" and verb.tag_ == "VBG" and verb.head.i < verb.i
    before = verb.head if verb.dep_ == "conj" or beside else None
    if pronoun.lower_ in HE and not beside:
        return None
    number = page.sentence_number(pronoun.idx) or 0
    again = verb.dep_ == "ROOT" and any(c.pos_ == "PRON" for c in children(verb, "nsubj"))
    if again and number > 1:
        told = tokens_in(page, (page.sentences[number - 2],))
        before = next((t for t in told if t.dep_ == "ROOT"), None)
    found = [somebody(page, t) for t in _done_to(before) if _fits(page, pronoun, t)]
    named = [m for m in found if m is not None]
    if len(named) != 1:
        return None
    return replace(named[0], span=page.report.span(pronoun.idx, pronoun.idx + len(pronoun.text)))


def _done_to(verb: Token | None) -> list[Token]:
    if verb is None:
        return []
    preps = (p for p in children(verb, "prep", "dative") if p.lower_ in _TO_WHOM)
    return [*children(verb, "dobj", "dative"), *(t for p in preps for t in children(p, "pobj"))]


def _fits(page: Page, pronoun: Token, noun: Token) -> bool:
    if pronoun.lower_ in HE:
        return noun.pos_ != "PRON" and _is_person(page, noun)
    several = noun.tag_ in ("NNS", "NNPS") and noun.i not in cast_of(page).bodies
    several = several or bool(children(noun, "conj"))
    return several == (pronoun.lower_ == "them") and not (
        noun.pos_ == "PRON" or (not several and _is_person(page, noun))
    )


def counterpart(page: Page, speaker: Mention, pronoun: Token) -> Mention | None:
    """Whom "her" means in "X urged her to act", "she must go": the one person beside X just named.

    Named in the sentence or the one before; None where two fit.
    """
    gender = HE[pronoun.lower_]
    number = page.sentence_number(pronoun.idx)
    if number is None or not speaker.name:
        return None
    begin = page.sentences[max(number - 2, 0)].start
    cast = cast_of(page)
    own = {t.i for t in tokens_in(page, (speaker.span,))}
    speakers = {p.name for i, p in cast.by_head.items() if p is not None and i in own}
    speakers.add(speaker.name)
    places = {
        person.name: i
        for i, person in cast.by_head.items()
        if person is not None
        and begin <= page.doc[i].idx
        and i < pronoun.i
        and person.name not in speakers
        and person.can_be(gender)
    }
    if len(places) != 1:
        return None
    place = page.doc[next(iter(places.values()))]
    person = cast.by_head[place.i]
    if person is None or (not person.gender and _others_near(page, begin, place, pronoun, own)):
        return None
    found = somebody(page, place)
    span = page.report.span(pronoun.idx, pronoun.idx + len(pronoun.text))
    return None if found is None else replace(found, span=span)


def _is_person(page: Page, noun: Token) -> bool:
    word = noun.lemma_.lower()
    return noun.i in cast_of(page).by_head or (word in PEOPLE and word not in BODIES)


def parallel(page: Page, token: Token) -> Mention | None:
    """In "X broke it off, so they must …", "they" is the subject of the clause before.

    Subjects of coordinate clauses that agree in number go together more surely than a pronoun and
    the last name before it. "He" and "she" only behind such a clause in front: "if X …, he must …".
    """
    person = token.lower_ in ("he", "she")
    if not (person or token.lower_ in ("it", "they")) or token.dep_ != "nsubj":
        return None
    head = token.head
    before = head.head if head.dep_ in ("conj", "parataxis") and not person else None
    if before is None:
        clauses = [c for c in children(head, "ccomp", "advcl", "conj") if c.i < token.i]
        before = clauses[-1] if clauses else None
    first = None if before is None else subject(before)
    if first is None or first.i > token.i or (person and not _is_person(page, first)):
        return None
    plural = first.tag_ in ("NNS", "NNPS") or bool(children(first, "conj"))
    if plural != (token.lower_ == "they"):
        return None
    named = somebody(page, first)
    if named is None:
        return None
    span = page.report.span(token.idx, token.idx + len(token.text))
    return replace(named, span=span)
