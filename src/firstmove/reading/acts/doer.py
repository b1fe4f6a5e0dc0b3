"""Who would do an act: by grammar first, then by what the kind of the statement implies."""

from __future__ import annotations

from typing import Any

from firstmove.reading.acts.carriers import is_subjunctive
from firstmove.reading.acts.forms import is_small_clause
from firstmove.reading.acts.named_doer import (
    COMING,
    asked_before,
    by_name,
    source_of,
    target_before,
    warned_off,
    whose_plan,
)
from firstmove.reading.acts.others_acts import of_others
from firstmove.reading.acts.tops import is_threatened_with
from firstmove.reading.acts.undoing import undone_by
from firstmove.reading.kinds.phrases import is_imperative
from firstmove.reading.lexicon.cues import BODIES, PEOPLE
from firstmove.reading.lexicon.vocabulary import LABOUR
from firstmove.reading.page import Page
from firstmove.reading.parsing.predicates import tokens_in
from firstmove.reading.parsing.turns import on_whom
from firstmove.reading.people.meant import topic_before
from firstmove.reading.people.owning import owner_of
from firstmove.reading.people.somebody import (
    AT_WORK,
    HANDS,
    LEGISLATURES,
    MEMBERS,
    PRONOUNS,
    SIDES,
    somebody,
)
from firstmove.statement import ActPlace, ConditionKind, Kind, Mention, Quotation, Statement

AGENTS = ("er", "or", "man", "ist", "ent", "ant", "ee")  # how words for people end
_TEXTS = frozenset(
    "accord agreement bill budget contract deal draft law measure motion offer plan proposal "
    "resolution text treaty".split()
)
_HOSTILE = (Kind.THREATEN, Kind.SANCTION, Kind.COERCE, Kind.MOBILIZE, Kind.ASSAULT)
_RULING = frozenset("administration cabinet government".split())
# Whoever threatens if it does not do these wants something itself: "if it did not get a rise".
_GETTING = frozenset("get receive win obtain gain hear reach have see find".split())
# Whoever says so to somebody will do it: "promised the union to pay".
_TOLD_TO = ("nsubj", "dobj", "dative", "pobj")
_COMMITTING = frozenset("guarantee offer pledge promise swear threaten undertake vow".split())


def doer_of(
    page: Page,
    head: Any,
    subject: Any,
    statement: Statement,
    place: ActPlace,
    *,
    apart: bool = False,
) -> Mention | None:
    """The one who would do it; None where the words name no doer at all. ``apart``: of several
    joined by "and", each of whom is asked for.

    A doer that is told and is nobody ("the water returns", a pronoun nobody fits) is a mention
    without name and party: then it is not the speaker either.
    """
    told = _told(head, subject)
    asked = statement.kind is Kind.REQUEST and place is ActPlace.CONTENT
    if told is None and (asked or place is ActPlace.CONDITION):
        told = undone_by(page, head, subject, statement) or source_of(page, head)
    if told is None and not asked:
        told = whose_plan(head, statement)
        blamed = target_before(told, statement, ("his", "her")) if told is not None else None
        if blamed is not None:
            return blamed  # "went after Roe and his refusal to pay"
    if told is None:
        return _implied(page, head, statement, place)
    if told.lower_ == "you" and (whom := _addressed(page, statement)) is not None:
        return whom
    told = by_name(page, told)
    if place is ActPlace.CONTENT and _committed_to(told, head, statement):
        return statement.speaker
    pronoun = told.lower_ in PRONOUNS
    if asked and _is_ruled_by(told):
        target = statement.target
        own = target is not None and target.span.start <= told.idx < target.span.end
        return target if own else Mention(page.report.span(told.idx, told.idx + len(told)))
    if pronoun and asked and statement.target is not None:
        return statement.target
    if asked and told.lower_ in ("he", "she") and not owner_of(page, statement)(told):
        return Mention(page.report.span(told.idx, told.idx + len(told)))  # of two, nobody knows
    if pronoun and asked and told.lower_ in ("it", "they") and _is_demand(head, told):
        return Mention(page.report.span(told.idx, told.idx + len(told)))  # not of who demands it
    if place is ActPlace.CONDITION and _threatened(told, head, statement):
        return statement.target
    if place is ActPlace.CONDITION and statement.kind is Kind.REQUEST:
        person = target_before(told, statement, ("he", "she"))
        if person is not None and _is_named_here(person, told):
            return person  # "Roe must go if he cannot end it"
    if place is ActPlace.CONDITION and (other := _other(told, statement)) is not None:
        return somebody(page, other) or Mention(page.report.span(other.idx, other.idx + len(other)))
    if _employed(told) or (place is ActPlace.CONDITION and _is_a_state_of(head, told)):
        return Mention(page.report.span(told.idx, told.idx + len(told)))
    if owner_of(page, statement)(told):
        return statement.speaker
    speaker, quoted = statement.speaker, page.in_quotation(told.idx)
    if speaker is not None and not quoted and (before := topic_before(page, speaker, told)):
        return before
    named = somebody(page, told, alone=apart and told is subject)
    own = (
        named is not None
        and statement.speaker is not None
        and (named.party == statement.speaker.party)
        and not (told.lower_ == "they" and named.name == named.party)  # "the tenants", by one
    )
    if named is not None and named.party and not (pronoun and own):
        return named
    if place is ActPlace.CONDITION and (about := _about(statement)) is not None:
        return about
    if named is not None and named.name and not pronoun:
        return named
    span = page.report.span(told.idx, told.idx + len(told))
    if asked and told.head.lower_ == "by" and told.left_edge.lower_ == "the":
        first = told.left_edge.idx  # "a review by the health inspectorate"
        return Mention(span, name=page.report.text[first : told.idx + len(told)])
    return Mention(span)


def _is_ruled_by(told: Any) -> bool:
    """ "Its government", asked by a party or a union: of its country, but not who asks."""
    owned = any(c.dep_ == "poss" and c.lower_ in PRONOUNS for c in told.children)
    return owned and told.lemma_.lower() in LEGISLATURES | _RULING


def _committed_to(told: Any, head: Any, statement: Statement) -> bool:
    """ "The union" of "promised the union to pay": to whom it is promised, not who will do it."""
    cued = any(
        c.start <= t.idx < c.end
        for t in told.sent[: told.i - told.sent.start]
        if t.lemma_.lower() in _COMMITTING
        for c in statement.cue
    )
    to = next((c for c in _first(head).children if c.tag_ == "TO"), None)
    return cued and to is not None and told.i < to.i and told.dep_ in _TOLD_TO


def _other(pronoun: Any, statement: Statement) -> Any:
    """Whom "it" or "they" of a condition means after another was named in what depends on it: "the
    firm would lose its licence unless it complied", "offered traders parking if they stay"."""
    if pronoun.lower_ not in ("it", "they"):
        return None
    spoken = (
        (statement.speaker.span.start, statement.speaker.span.end) if statement.speaker else (0, 0)
    )
    inside = [
        t
        for t in pronoun.sent
        if t.i < pronoun.i and any(s.start <= t.idx < s.end for s in statement.content)
    ]
    plural = pronoun.lower_ == "they"
    if plural and (given := _recipient(pronoun, statement)) is not None:
        return given
    # "would fine the firm unless it cut its prices"
    objects = plural or (
        statement.condition is not None and statement.condition.kind is ConditionKind.UNLESS
    )
    for token in inside:
        told = token.dep_ in ("nsubj", "nsubjpass", *(("dobj", "dative") if objects else ()))
        if not told or token.pos_ not in ("NOUN", "PROPN") or spoken[0] <= token.idx < spoken[1]:
            continue
        if not plural and token.dep_ == "nsubj" and token.lemma_.lower() in _TEXTS:
            return token  # "the bill will not have our votes unless it exempts farms"
        if plural and token.tag_ in ("NNS", "NNPS") and token.lemma_.lower() in AT_WORK | PEOPLE:
            return token
        lemma = token.lemma_.lower()
        if not plural and token.tag_ == "NN" and (lemma in BODIES or lemma.endswith(AGENTS)):
            return token
    return None


def _is_named_here(person: Mention, pronoun: Any) -> bool:
    """Whether somebody is told of by a name, in the sentence of the pronoun."""
    return person.name[0].isupper() and pronoun.sent.start_char <= person.span.start


def _threatened(pronoun: Any, head: Any, statement: Statement) -> bool:
    """ "Would fine the firm if it did not comply": who is threatened, not who threatens."""
    target, speaker = statement.target, statement.speaker
    if pronoun.lower_ not in ("it", "they", "he", "she") or target is None or speaker is None:
        return False
    if not (target.name or target.party):
        return False
    if statement.kind not in (*_HOSTILE, Kind.WARN):
        return False
    same = bool(target.party) and target.party == speaker.party
    unless = statement.condition is not None and statement.condition.kind is ConditionKind.UNLESS
    undone = unless or any(c.dep_ == "neg" for c in (*head.children, *pronoun.head.children))
    before = pronoun.sent.start_char <= target.span.start < pronoun.idx
    told = undone and statement.kind is not Kind.WARN
    told = told or _is_warned_here(target, pronoun, statement)
    return before and told and not same and head.lemma_.lower() not in _GETTING


def _is_warned_here(target: Mention, pronoun: Any, statement: Statement) -> bool:
    """ "Warned Velm that it would strike if it attacked": nobody ties an act of its own to
    another of its own."""
    return any(
        token.dep_ in ("dobj", "dative")
        and target.span.start <= token.idx < target.span.end
        and token.head.lemma_.lower() in ("warn", "threaten")
        and any(c.start <= token.head.idx < c.end for c in statement.cue)
        for token in pronoun.sent
    )


def _is_demand(head: Any, subject: Any) -> bool:
    """ "The demand that it close the mine": the bare verb form, of an active verb."""
    aux = [c.lower_ for c in head.children if c.dep_ in ("aux", "auxpass")]
    bare = head.tag_ == "VB" or is_subjunctive(head)
    return bare and subject.dep_ == "nsubj" and set(aux) <= {"must", "should"}


def _recipient(pronoun: Any, statement: Statement) -> Any:
    """The plural noun of people to whom something is said or promised by the cue itself."""
    for token in pronoun.sent:
        if token.i < pronoun.i and token.tag_ == "NNS" and token.dep_ in ("dobj", "dative"):
            cued = any(c.start <= token.head.idx < c.end for c in statement.cue)
            lemma = token.lemma_.lower()
            if cued and (lemma in AT_WORK | PEOPLE | LABOUR or lemma.endswith(AGENTS)):
                return token
    return None


def _employed(noun: Any) -> bool:
    """ "Its striking cutters": whoever says it, they act for themselves."""
    return bool(
        noun.tag_ == "NNS"
        and noun.lemma_.lower() in AT_WORK
        and any(c.dep_ == "poss" for c in noun.children)
    )


def _is_a_state_of(be: Any, noun: Any) -> bool:
    """ "As long as our oil is under embargo": how a thing of ours stands is not our act."""
    ours = any(c.dep_ == "poss" and c.pos_ == "PRON" for c in noun.children)
    under = any(c.dep_ == "prep" for c in be.children)
    known = noun.lemma_.lower() in SIDES | HANDS | MEMBERS | LABOUR | PEOPLE | BODIES
    return be.lemma_ == "be" and noun.pos_ == "NOUN" and ours and under and not known


def _told(head: Any, subject: Any) -> Any:
    """The word for the doer: an agent, an owner of a thing done, the subject of an active verb."""
    for child in head.children:
        if child.dep_ == "agent":
            for inner in child.children:
                if inner.dep_ == "pobj" and inner.ent_type_ not in ("DATE", "TIME"):
                    return inner  # not "opened by March 20"
        if child.lower_ == "by" and child.dep_ in ("prep", "dative") and _is_done_by(head):
            by = next((c for c in child.children if c.dep_ == "pobj"), None)
            if by is not None and by.pos_ == "PROPN" and by.ent_type_ != "DATE":
                return by
    if head.pos_ == "NOUN":
        for child in head.children:
            if child.dep_ == "poss":
                return child
    if subject is None or subject.i == head.i or is_small_clause(head):
        return None
    if subject.dep_ == "nsubjpass" and _is_done(head):
        return None
    if subject.pos_ == "NOUN" and subject.head.lemma_ == "be" and _is_done_to(head):
        return None  # "the ship is to be sold"
    return on_whom(subject.head) or subject


def _is_done_by(head: Any) -> bool:
    """ "Given a quota by Osteria", "the closure of the bay by the Sea Board", "wants the men freed
    by Osteria"."""
    passive = any(c.dep_ in ("auxpass", "nsubjpass") for c in head.children)
    return passive or head.pos_ == "NOUN" or is_small_clause(head)


def _is_done(head: Any) -> bool:
    """Whether an act is told as done to its subject: "be freed", not "was prepared to free"."""
    verb = _first(head)
    return verb.pos_ not in ("VERB", "AUX") or any(
        c.dep_ in ("auxpass", "nsubjpass") for c in (*verb.children, *head.children)
    )


def _is_done_to(head: Any) -> bool:
    return head.dep_ == "xcomp" and any(c.dep_ == "auxpass" for c in head.children)


def _first(verb: Any) -> Any:
    """The one that a row of verbs begins with: "pay" of "pay the fine and lift the ban"."""
    while verb.dep_ == "conj":
        verb = verb.head
    return verb


def _implied(page: Page, head: Any, statement: Statement, place: ActPlace) -> Mention | None:
    if place is ActPlace.CONDITION:
        bare = head.tag_ == "VB" and statement.quotation is Quotation.DIRECT
        return _about(statement) or (_addressed(page, statement) if bare else None)
    if statement.kind is Kind.REQUEST:
        if statement.target is None:
            return asked_before(page, statement)
        return None if _asks(head, statement.target) else statement.target
    if statement.kind is Kind.WARN and head.dep_ == "pcomp" and head.head.lower_ == "against":
        return warned_off(page, head)
    if statement.kind is Kind.ACCUSE and head.dep_ == "pcomp" and statement.target is not None:
        return statement.target  # "accused the line of breaking the truce"
    if of_others(head, statement):
        return Mention(page.report.span(head.idx, head.idx + len(head)))
    if statement.quotation is Quotation.DIRECT and is_imperative(head):
        return Mention(page.report.span(head.idx, head.idx + len(head)))  # "Open your eyes"
    if head.pos_ in ("VERB", "AUX") or is_threatened_with(head):
        return statement.speaker
    return statement.speaker if statement.kind in (Kind.REJECT, Kind.AGREE, Kind.STATE) else None


def _addressed(page: Page, statement: Statement) -> Mention | None:
    """ "You" of what is told to somebody: "“If you free them, we will talk,” Velm told Oske"."""
    target, speaker = statement.target, statement.speaker
    if statement.quotation is not Quotation.DIRECT or target is None or not target.party:
        return None
    if speaker is None or speaker.party == target.party:
        return None
    for word in tokens_in(page, (target.span,)):
        above = word.head.head if word.head.lower_ == "to" else word.head
        told = word.dep_ in ("dobj", "dative") or (word.dep_ == "pobj" and above != word.head)
        if told and any(c.start <= above.idx < c.end for c in statement.cue):
            return target
    return None


def _asks(head: Any, target: Mention | None) -> bool:
    """Whether the one taken for the asked is who asks: "the council demands payment"."""
    if target is None:
        return False
    taken = head.lemma_.lower() in COMING  # "the withdrawal of troops from X"
    behind = [o for c in head.subtree if c.lower_ == "from" for o in c.children]
    if taken and any(target.span.start <= o.idx < target.span.end for o in behind):
        return True
    return any(
        t.dep_ == "nsubj"
        and t.head in (head, head.head)
        and target.span.start <= t.idx < target.span.end
        for t in (*head.children, *head.head.children)
    )


def _about(statement: Statement) -> Mention | None:
    condition = statement.condition
    if condition is None or not condition.party:
        return None
    return Mention(condition.span, name=condition.party, party=condition.party)
