"""Whom a pronoun can mean: who says it, the body that it is said for, or another."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

from firstmove.reading.lexicon.cues import BODIES, PEOPLE
from firstmove.reading.lexicon.listed import words
from firstmove.reading.lexicon.roles import VOICES
from firstmove.reading.lexicon.stances import OBSERVERS
from firstmove.reading.page import Page
from firstmove.reading.parsing.predicates import COPULAS, Token, tokens_in
from firstmove.reading.parsing.verb_acts import WILL
from firstmove.reading.people.callings import is_role
from firstmove.reading.people.cast import cast_of
from firstmove.reading.people.factions import is_faction
from firstmove.reading.people.media import media_role
from firstmove.reading.people.own_bodies import MEMBERED, STATE, UNION
from firstmove.reading.people.parties import resolve
from firstmove.reading.people.somebody import (
    EVENTS,
    HANDS,
    IMPERSONAL,
    MEMBERS,
    PLURAL_BODIES,
    REMARKING,
    SEVERAL,
    SIDES,
    somebody,
)
from firstmove.statement import Mention, Statement

_ONE = {"it": "", "he": "m", "she": "f"}  # what may be meant by it: a body, a man, a woman
_OF_STATE = words("army department ministry office parliament")


def other_person(page: Page, speaker: Mention, pronoun: Token) -> Mention | None:
    """Whom "he should …" means after "X's words were wrong": the one other person just named.

    The last person named before the pronoun in its sentence and not the speaker, where the
    pronoun fits and nobody else is named there.
    """
    named = others_named(page, speaker, pronoun, 0)
    if len(named) != 1:
        return None
    cast = cast_of(page)
    place = max(
        i for i, p in cast.by_head.items() if p is not None and p.name in named and i < pronoun.i
    )
    found = resolve(page, page.doc[place])
    span = page.report.span(pronoun.idx, pronoun.idx + len(pronoun.text))
    return None if found is None else Mention(span, found.name, found.party, found.party_span)


def others_named(page: Page, speaker: Mention, pronoun: Token, back: int) -> set[str]:
    """Persons but the speaker that "he" or "she" fits, named before it in its sentence and in as
    many sentences ``back``."""
    gender = {"he": "m", "she": "f"}.get(pronoun.lower_)
    number = page.sentence_number(pronoun.idx)
    if gender is None or number is None:
        return set()
    begin = page.sentences[max(number - 1 - back, 0)].start
    own = {t.i for t in tokens_in(page, (speaker.span,))}
    return {
        person.name
        for i, person in cast_of(page).by_head.items()
        if person is not None
        and i < pronoun.i
        and begin <= page.doc[i].idx
        and i not in own
        and person.name != speaker.name
        and person.can_be(gender)
    }


def topic_before(page: Page, speaker: Mention, pronoun: Token) -> Mention | None:
    """Whom "it", "he" or "she" means in "Velm is firm. It would open the gates, Oske's minister
    said": the party or person that the sentence before is about, or the clause that this one goes
    on from, where it is of another party than the speaker's."""
    if pronoun.lower_ not in _ONE or not speaker.party:
        return None
    if any(pronoun.sent.start <= t.i < pronoun.i for t in tokens_in(page, (speaker.span,))):
        return None
    verb = pronoun.head.head if pronoun.head.dep_ == "conj" else _main_verb_before(page, pronoun)
    told = () if verb is None else (c for c in verb.children if c.dep_ == "nsubj")
    subject = next((t for t in told if t.i < pronoun.i), None)
    meant = None if subject is None else somebody(page, subject)
    if subject is None or meant is None or meant.party == speaker.party:
        return None
    if meant.party.islower() and subject.lemma_.lower() in STATE | _OF_STATE:
        return None  # by whichever name: "The ministry is firm. It would …, Oske's minister said"
    named = (subject, *(c for c in subject.children if c.dep_ == "appos"))
    person = next((p for t in named if (p := cast_of(page).by_head.get(t.i))), None)
    gender = _ONE[pronoun.lower_]
    if gender and (person is None or person.name == speaker.name or not person.can_be(gender)):
        return None
    if not gender and (person is not None or not (meant.party or subject.pos_ == "PROPN")):
        return None
    return replace(meant, span=page.report.span(pronoun.idx, pronoun.idx + len(pronoun.text)))


def _main_verb_before(page: Page, pronoun: Token) -> Token | None:
    """Of the sentence before, in the same paragraph."""
    number = page.sentence_number(pronoun.idx)
    if number is None or number < 2:
        return None
    before, own = page.sentences[number - 2 : number]
    if "\n\n" in page.report.text[before.end : own.start]:
        return None
    return next((t for t in tokens_in(page, (before,)) if t.dep_ == "ROOT"), None)


def may_be_meant(page: Page, speaker: Mention, pronoun: Token) -> bool:
    """Whether "he" or "she" can be the speaker, by what is known of the speaker."""
    gender = {"he": "m", "his": "m", "him": "m", "she": "f", "her": "f"}.get(pronoun.lower_, "")
    person = next(
        (p for p in cast_of(page).people if speaker.name and p.name == speaker.name), None
    )
    return not gender or person is None or person.can_be(gender)


def is_own_thing(pronoun: Token, own_bodies: Callable[[], frozenset[str]]) -> bool:
    """ "it" said by a person, where no other body can be meant than the person's own."""
    head = pronoun.head
    if pronoun.dep_ not in ("nsubj", "nsubjpass") or head.pos_ not in ("VERB", "AUX"):
        return False
    if _goes_on(head) or _goes_by_itself(head):
        return False
    return not _is_impersonal(head) and bool(own_bodies())


def _is_impersonal(verb: Token) -> bool:
    """ "It would take months"; not "it would take him to court"."""
    whom = any(c.dep_ == "dobj" and c.tag_ in ("PRP", "NNP") for c in verb.children)
    return verb.lemma_ in COPULAS | IMPERSONAL and not (verb.lemma_ == "take" and whom)


def _is_ready(be: Token) -> bool:
    """ "It would be ready to sign"."""
    return be.lemma_ == "be" and any(
        c.dep_ == "acomp" and c.lower_ in ("ready", "willing", "prepared") for c in be.children
    )


def _goes_on(verb: Token) -> bool:
    """ "The union would lose and it would pay": of what was told before, be it not the speaker."""
    before = verb.head
    return verb.dep_ == "conj" and any(
        c.dep_ == "nsubj" and c.pos_ in ("NOUN", "PROPN") for c in before.children
    )


def is_remark(page: Page, statement: Statement, said_by: list[Token]) -> bool:
    """ "as the paper's Ann Roe notes, it will cost jobs": a person's remark of fact, of which "it"
    is no body's plan; not of who speaks for a body ("its spokesman noted that it would pay")."""
    if any(t.lemma_.lower() in VOICES for t in said_by):
        return False
    cue = {t.lemma_.lower() for t in tokens_in(page, statement.cue)}
    observing = any(t.lemma_.lower() in OBSERVERS for t in said_by)
    carried = statement.speaker is not None and media_role(statement.speaker.party) is not None
    to_it = statement.condition is not None and _speaks_for(statement.speaker)
    remarks = bool(cue & REMARKING) and not (to_it and "write" in cue)  # "wrote to the mayor"
    return remarks or observing or carried


def _goes_by_itself(verb: Token) -> bool:
    """ "It would go ahead": a strike, a meeting."""
    done_to = any(c.dep_ in ("dobj", "xcomp") for c in verb.children)
    return not done_to and verb.lemma_ in EVENTS


def is_own_house(page: Page, pronoun: Token, speaker: Mention) -> bool:
    """ "Unless the flow was restored, its chief executive said, it would sue": of the body that a
    person speaks for, where the sentence tells no other before."""
    head = pronoun.head
    if pronoun.dep_ == "poss":  # "its planes will stay"
        if head.lemma_.lower() not in SIDES | HANDS | MEMBERS:
            return False
    elif (
        pronoun.dep_ != "nsubj"  # "it would be lifted": a thing
        or (not _is_ready(head) and (head.pos_ != "VERB" or _is_impersonal(head)))
        or _goes_by_itself(head)
        or not _is_to_come(head)
    ):
        return False
    return _speaks_for(speaker) and not any(
        told.party not in ("", speaker.party) and told.name in ("", told.party)
        for told in _told_before(page, pronoun, speaker)
    )


def is_own_people(
    page: Page, pronoun: Token, speaker: Mention, own_bodies: Callable[[], frozenset[str]]
) -> bool:
    """ "They would not sign", said by the head of a union, a party or a group of people, where the
    sentence tells of no other people before."""
    if pronoun.dep_ != "nsubj" or not _is_to_come(pronoun.head) or not _speaks_for(speaker):
        return False
    last = speaker.party.split()[-1].lower()
    many = is_faction(speaker.party) or last.endswith("s") or last in MEMBERED
    if not (many or own_bodies() & UNION):
        return False
    before = pronoun.doc[pronoun.sent.start : pronoun.i]
    beside = ("compound", "poss")  # "the Dockers' Union"
    plural = any(t.tag_ in ("NNS", "NNPS") and t.dep_ not in beside for t in before)
    return not plural and not any(
        told.party not in ("", speaker.party) for told in _told_before(page, pronoun, speaker)
    )


def is_one_of_them(page: Page, pronoun: Token, said_by: list[Token]) -> bool:
    """ "Eleven senators tabled a bill. They would withdraw it …, said Senator Roe": one of those
    who are told of in the subject of the sentence before."""
    number = page.sentence_number(pronoun.idx)
    if number is None or number < 2 or pronoun.dep_ != "nsubj":
        return False
    before = tokens_in(page, (page.sentences[number - 2],))
    doers = [t for t in before if t.dep_ == "nsubj" and t.tag_ == "NNS" and t.head.dep_ == "ROOT"]
    titles = {t.lower_ for t in said_by}
    return any(d.lemma_.lower() in titles for d in doers)


def _speaks_for(speaker: Mention | None) -> bool:
    return speaker is not None and bool(speaker.party) and speaker.party != speaker.name


def _is_to_come(verb: Token) -> bool:
    return any(c.dep_ == "aux" and c.lower_ in WILL for c in verb.children)


def _told_before(page: Page, pronoun: Token, speaker: Mention) -> Iterator[Mention]:
    """Who is named before a pronoun in its sentence, but not by the words for the speaker."""
    for token in pronoun.doc[pronoun.sent.start : pronoun.i]:
        said = speaker.span.start <= token.idx < speaker.span.end
        if token.pos_ in ("NOUN", "PROPN") and not said:
            told = somebody(page, token)
            if told is not None:
                yield told


def stands_for_clause(pronoun: Token) -> bool:
    """ "it is unclear who …", "it is time to …": nobody."""
    head = pronoun.head
    if pronoun.dep_ == "expl":
        return True
    if head.lemma_ not in COPULAS:
        return any(c.dep_ == "csubj" for c in head.children)
    below = [c for c in head.children if c.dep_ in ("acomp", "attr")]
    if any(c.lemma_ in ("time", "clear", "unclear", "likely", "possible") for c in below):
        return True
    return any(c.dep_ in ("ccomp", "csubj") and c.i > head.i for c in head.children)


def pronoun_fits(pronoun: str, page: Page, speaker: Mention, said_by: list[Token]) -> bool:
    if not said_by:
        return False
    head = _top(said_by)
    plural = is_plural(said_by)
    if pronoun == "they":
        return plural or head.lemma_.lower() in PLURAL_BODIES
    # a party that speaks in its own name is no person, whatever the tagger takes it for; a person
    # of no party is a side of that name
    named = bool(speaker.name) and speaker.name == speaker.party
    body = named and not any(p.name == speaker.name for p in cast_of(page).people)
    person = head.lower_ in ("he", "she") or (
        not body
        and (head.ent_type_ == "PERSON" or any(t.i in cast_of(page).by_head for t in said_by))
    )
    role = (is_role(head) or head.lemma_.lower() in PEOPLE) and head.lemma_.lower() not in BODIES
    if pronoun == "it":
        return not plural and not person and not role
    return not plural and not body and (person or head.lower_ not in ("it",))


def _top(said_by: list[Token]) -> Token:
    return next((t for t in said_by if t.head not in said_by), said_by[-1])


def is_plural(said_by: list[Token]) -> bool:
    head = _top(said_by)
    number = head.tag_ == "CD" and head.lower_ not in ("one", "1")  # "eight of the councillors"
    plural = number or head.tag_ in ("NNS", "NNPS") or head.lower_ in SEVERAL
    return plural or any(c.dep_ == "conj" for c in head.children)
