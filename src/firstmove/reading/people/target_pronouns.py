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
from firstmove.reading.people.cast import cast_of
from firstmove.reading.people.pronouns import HE
from firstmove.reading.people.somebody import somebody
from firstmove.statement import Mention


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
    if pronoun.dep_ == "pobj":
        head = head.head if head.i not in cue else head
    elif pronoun.dep_ == "nsubj" and head.i not in cue:
        head = head.head
    return pronoun.dep_ in ("dobj", "dative", "pobj", "nsubj") and head.i in cue


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
