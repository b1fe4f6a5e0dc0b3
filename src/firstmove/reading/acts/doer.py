"""Who would do an act: by grammar first, then by what the kind of the statement implies."""

from __future__ import annotations

from typing import Any

from firstmove.reading.acts.forms import is_small_clause
from firstmove.reading.acts.owning import AT_WORK, PRONOUNS, owner_of, somebody
from firstmove.reading.attribution.cues import BODIES, PEOPLE
from firstmove.reading.page import Page
from firstmove.statement import ActPlace, Kind, Mention, Statement


def doer_of(
    page: Page, head: Any, subject: Any, statement: Statement, place: ActPlace
) -> Mention | None:
    """The one who would do it; None where the words name no doer at all.

    A doer that is told and is nobody ("the water returns", a pronoun nobody fits) is a mention
    without name and party: then it is not the speaker either.
    """
    told = _told(head, subject)
    if told is None:
        return _implied(head, statement, place)
    pronoun = told.lower_ in PRONOUNS
    asked = statement.kind is Kind.REQUEST and place is ActPlace.CONTENT
    if pronoun and asked and statement.target is not None:
        return statement.target
    if place is ActPlace.CONDITION and (other := _other(told, statement)) is not None:
        return somebody(page, other) or Mention(page.report.span(other.idx, other.idx + len(other)))
    if _employed(told):
        return Mention(page.report.span(told.idx, told.idx + len(told)))
    if owner_of(page, statement)(told):
        return statement.speaker
    named = somebody(page, told)
    own = (
        named is not None
        and statement.speaker is not None
        and (named.party == statement.speaker.party)
    )
    if named is not None and named.party and not (pronoun and own):
        return named
    if place is ActPlace.CONDITION and (about := _about(statement)) is not None:
        return about
    if named is not None and named.name and not pronoun:
        return named
    return Mention(page.report.span(told.idx, told.idx + len(told)))


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
    for token in inside:
        told = token.dep_ in ("nsubj", "nsubjpass", *(("dobj", "dative") if plural else ()))
        if not told or token.pos_ not in ("NOUN", "PROPN") or spoken[0] <= token.idx < spoken[1]:
            continue
        if plural and token.tag_ in ("NNS", "NNPS") and token.lemma_.lower() in AT_WORK | PEOPLE:
            return token
        if not plural and token.tag_ == "NN" and token.lemma_.lower() in BODIES:
            return token
    return None


def _employed(noun: Any) -> bool:
    """ "Its striking cutters": whoever says it, they act for themselves."""
    return bool(
        noun.tag_ == "NNS"
        and noun.lemma_.lower() in AT_WORK
        and any(c.dep_ == "poss" for c in noun.children)
    )


def _told(head: Any, subject: Any) -> Any:
    """The word for the doer: an agent, an owner of a thing done, the subject of an active verb."""
    for child in head.children:
        if child.dep_ == "agent":
            for inner in child.children:
                if inner.dep_ == "pobj":
                    return inner
    if head.pos_ == "NOUN":
        for child in head.children:
            if child.dep_ == "poss":
                return child
    if subject is None or subject.i == head.i or is_small_clause(head):
        return None
    if subject.dep_ == "nsubjpass" and _is_done(head):
        return None
    return subject


def _is_done(head: Any) -> bool:
    """Whether an act is told as done to its subject: "be freed", not "was prepared to free"."""
    verb = head
    while verb.dep_ == "conj":
        verb = verb.head
    return verb.pos_ not in ("VERB", "AUX") or any(
        c.dep_ in ("auxpass", "nsubjpass") for c in (*verb.children, *head.children)
    )


def _implied(head: Any, statement: Statement, place: ActPlace) -> Mention | None:
    if place is ActPlace.CONDITION:
        return _about(statement)
    if statement.kind is Kind.REQUEST:
        return None if _asks(head, statement.target) else statement.target
    if head.pos_ in ("VERB", "AUX"):
        return statement.speaker
    return statement.speaker if statement.kind in (Kind.REJECT, Kind.AGREE, Kind.STATE) else None


def _asks(head: Any, target: Mention | None) -> bool:
    """Whether the one taken for the asked is who asks: "the council demands payment"."""
    if target is None:
        return False
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
