"""Whose act a clause tells: whether its subject is the speaker or the side the speaker is of."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from firstmove.reading.lexicon.vocabulary import LABOUR
from firstmove.reading.page import Page
from firstmove.reading.parsing.predicates import Token, tokens_in
from firstmove.reading.parsing.verb_acts import is_obliged
from firstmove.reading.people.cast import cast_of
from firstmove.reading.people.factions import is_faction
from firstmove.reading.people.meant import (
    is_one_of_them,
    is_own_house,
    is_own_people,
    is_own_thing,
    is_plural,
    is_remark,
    may_be_meant,
    others_named,
    pronoun_fits,
    stands_for_clause,
    topic_before,
)
from firstmove.reading.people.not_own import is_judged, is_warned
from firstmove.reading.people.own_bodies import UNION, bodies_of
from firstmove.reading.people.parties import resolve
from firstmove.reading.people.somebody import (
    AT_WORK,
    FIRST_PERSON,
    HANDS,
    LABOUR_ACTIONS,
    LEGISLATURES,
    MEMBERS,
    OTHERS_OF_OURS,
    PRONOUNS,
    SIDES,
    somebody,
)
from firstmove.reading.people.target_pronouns import is_object
from firstmove.statement import Mention, Quotation, Statement, ViaRole


def owner_of(page: Page, statement: Statement) -> Callable[[Token | None], bool]:
    """A test of subjects: is it the speaker's own side? No subject counts as the speaker's.

    "we" is the speaker wherever it stands. "he", "she", "it" and "they" are the speaker only in
    indirect speech and only where the number and kind of the speaker's own words fit: the enemy
    is "they" as well. A name is the speaker's where it resolves to the same name or party.
    """
    speaker = statement.speaker
    said_by = [] if speaker is None else tokens_in(page, (speaker.span,))
    cue = {t.i for t in tokens_in(page, statement.cue)}
    bodies: list[frozenset[str]] = []  # read when first asked for
    home: list[str] = []

    def own_bodies() -> frozenset[str]:
        if not bodies:
            bodies.append(frozenset() if speaker is None else bodies_of(page, speaker))
        return bodies[0]

    def party() -> str:
        if speaker is None or speaker.party:
            return "" if speaker is None else speaker.party
        if not home:
            home.append(_party_of_audience(page, statement))
        return home[0]

    def is_own(subject: Token | None) -> bool:
        if subject is None:
            return True
        word = subject.lower_
        if word in FIRST_PERSON:
            return True
        if speaker is None:
            return False
        if (members := _of_whom(subject)) is not None:
            return is_own(members)  # "all eleven of its members"
        if word in PRONOUNS:
            if statement.quotation is Quotation.DIRECT or page.in_quotation(subject.idx):
                return False
            if word == "it" and stands_for_clause(subject):
                return False
            if is_object(subject, cue):
                return False  # nobody asks or blames himself as "it"
            if is_warned(subject, cue) or is_judged(subject, cue):
                return False
            if not may_be_meant(page, speaker, subject) or topic_before(page, speaker, subject):
                return False
            if _after_another(page, speaker, subject) or _of_another(page, speaker, subject):
                return False
            asked = is_obliged(subject.head) and not any(
                c.tag_ == "WRB" for c in subject.head.children
            )
            if asked and others_named(page, speaker, subject, 1):
                return False  # "he must": of two men, it may be asked of the other
            if pronoun_fits(PRONOUNS[word], page, speaker, said_by):
                # "the union said they must …": an obligation is put on others
                return word != "they" or not is_obliged(subject.head) or is_plural(said_by)
            if PRONOUNS[word] == "they":
                if is_one_of_them(page, subject, said_by) or _is_of_the_same(subject, said_by):
                    return True
                return is_own_people(page, subject, speaker, own_bodies)
            if PRONOUNS[word] != "it" or is_remark(page, statement, said_by):
                return False
            if _is_of_the_same(subject, said_by):
                return True
            return is_own_thing(subject, own_bodies) or is_own_house(page, subject, speaker)
        if subject.i in {t.i for t in said_by} or _none_leaves(subject):
            return True
        if word in ("who", "which", "that"):
            return False
        owners = [c for c in subject.children if c.dep_ == "poss"]
        if any(o.lower_ in FIRST_PERSON for o in owners):
            # "our army", "our offer"; not "our neighbours"
            return subject.lemma_.lower() not in OTHERS_OF_OURS
        whose = SIDES | HANDS | MEMBERS
        if own_bodies() & UNION:
            whose |= LABOUR | AT_WORK  # not of a firm: its drivers act for themselves
        if subject.lemma_.lower() in whose and any(
            o.lower_ in PRONOUNS and is_own(o) for o in owners
        ):
            return True  # "her government", "his country"
        works = subject.lemma_.lower() in (LABOUR | AT_WORK) - {"operator"}
        if subject.tag_ == "NNS" and works and _of_workers(own_bodies()):
            return True  # "crews of Harbour Lines will stay ashore", said by their union
        named = somebody(page, subject)
        if named is not None:
            same_party = bool(named.party) and named.party == party()
            same_name = bool(named.name) and named.name in (speaker.name, speaker.party)
            if same_party and not same_name and _fellow_member(page, named):
                return False
            if same_party or same_name:
                return True
            if named.party and not _is_bare(named.party, subject):
                return False
        if subject.lower_ == "work" and own_bodies() & UNION:
            return not any(c.i < subject.i for c in subject.children)  # "work will stop on Monday"
        if not _is_definite(subject):
            return False
        noun = subject.lemma_.lower()
        plural = subject.lower_ if subject.tag_ == "NNS" else noun
        return bool({noun, plural} & own_bodies()) or (
            noun in LABOUR_ACTIONS and bool(own_bodies() & UNION)
        )

    return is_own


def _of_workers(bodies: frozenset[str]) -> bool:
    """A union, "the Seafarers' League"."""
    return bool(bodies & UNION) or any(word.removesuffix("s") in LABOUR for word in bodies)


def _none_leaves(subject: Token) -> bool:
    """ "Not a single soldier will leave the island": nobody vows so of another's."""
    begun = subject.left_edge
    none = begun.lower_ == "no" or [t.lower_ for t in subject.doc[begun.i : begun.i + 2]] == [
        "not", "a",
    ]  # fmt: skip
    stays = subject.head.lemma_.lower() in ("leave", "withdraw", "retreat")
    return none and stays and subject.lemma_.lower() in ("soldier", "fighter", "guard")


def _is_of_the_same(pronoun: Token, said_by: Sequence[Token]) -> bool:
    """ "It will go to court, its leader said": one is meant by both."""
    return any(
        word.dep_ == "poss"
        and word.i > pronoun.i
        and word.sent == pronoun.sent
        and not any(above.dep_ == "relcl" for above in word.ancestors)  # "who chairs their union"
        and word.lower_ == {"it": "its", "they": "their"}.get(pronoun.lower_)
        for word in said_by
    )


def _after_another(page: Page, speaker: Mention, pronoun: Token) -> bool:
    """ "Said if Roe wins, he would make peace": Roe as well as who says it."""
    by_head = cast_of(page).by_head
    for clause in pronoun.head.children:
        if clause.dep_ != "advcl" or clause.i > pronoun.i or pronoun.lower_ not in ("he", "she"):
            continue
        marked = any(c.dep_ == "mark" and c.lower_ in ("if", "unless") for c in clause.children)
        told = [by_head.get(c.i) for c in clause.children if c.dep_ == "nsubj"]
        if marked and any(p is not None and p.name != speaker.name for p in told):
            return True
    return False


def _of_another(page: Page, speaker: Mention, pronoun: Token) -> bool:
    """ "Said one of Roe's weaknesses is his refusal to pay": Roe's, whose other thing is told."""
    if pronoun.tag_ != "PRP$" or pronoun.lower_ not in ("his", "her"):
        return False
    by_head = cast_of(page).by_head
    before = pronoun.sent[: pronoun.i - pronoun.sent.start]
    apart = (t for t in before if not speaker.span.start <= t.idx < speaker.span.end)
    owners = (by_head.get(t.i - 1) for t in apart if t.tag_ == "POS")
    return any(owner is not None and owner.name != speaker.name for owner in owners)


def _of_whom(subject: Token) -> Token | None:
    """The noun after "of" where the subject only counts: "none of our crews", "11 of its men"."""
    counted = subject.tag_ in ("CD", "DT", "PDT", "NN") and (
        subject.tag_ == "CD" or subject.lower_ in ("all", "both", "each", "none", "most", "some")
    )
    if not counted:
        return None
    below = [p for c in subject.children if c.lower_ == "of" for p in c.children]
    return next((p for p in below if p.dep_ == "pobj" and p.tag_ in ("NNS", "NNPS")), None)


def _fellow_member(page: Page, named: Mention) -> bool:
    """Another person who is a member of one political party with the speaker: members may stand
    against each other."""
    return is_faction(named.party) and any(p.name == named.name for p in cast_of(page).people)


def _is_definite(noun: Token) -> bool:
    """ "the company", "management": nothing told that would set it apart from the speaker's."""
    if noun.pos_ != "NOUN":
        return False
    beside = [c for c in noun.children if c.dep_ not in ("punct", "case")]
    if any(c.dep_ != "det" or c.lower_ not in ("the", "this") for c in beside):
        return False
    return bool(beside) or noun.lower_ == "management" or noun.tag_ == "NNS"


def _is_bare(party: str, noun: Token) -> bool:
    """A party called by the noun itself, for want of a name: "the government"."""
    return bool(party.lower().removeprefix("the ") == noun.lower_)


def _party_of_audience(page: Page, statement: Statement) -> str:
    """The country whose parliament the speaker addresses: who reports to it is of its side."""
    for via in statement.via:
        if via.role is not ViaRole.AUDIENCE:
            continue
        for token in tokens_in(page, (via.span,)):
            if token.lemma_.lower() in LEGISLATURES:
                found = resolve(page, token)
                if found is not None and found.party and not _is_bare(found.party, token):
                    return found.party
    return ""
