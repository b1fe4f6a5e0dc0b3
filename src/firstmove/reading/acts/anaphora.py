"""What “do so”, “do the same” and “if it refuses” stand for: the act told before."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from firstmove.reading.lexicon.markers import IN_RETURN, ONLY_THEN, OTHERWISE
from firstmove.report import Report
from firstmove.statement import Act, ActPlace, ConditionKind, Kind, Mention, Statement

DO_SO = "do so"
REFUSED = "refuse"
_STANDING = (DO_SO, REFUSED)
_REFUSING = frozenset("decline refuse".split())
_OF_SOMETHING = frozenset("dobj attr ccomp xcomp acomp prep prt auxpass oprd".split())
_FAR = 600  # characters back to the act that is meant
_COMPLEMENTS = ("dobj", "attr", "ccomp", "xcomp", "acomp", "prt")
_TYING = ("if", "unless", "until", "once", "when")
_TO_COME = ("will", "would", "'ll", "’ll", "'d", "’d", "to")
_THE_SAME = re.compile(r"\s+(?:\w+ )?(?:the same|likewise)\b", re.IGNORECASE)
_ALSO = re.compile(r"[^.;]{0,20}?\b(?:also|as well|likewise|too)\b", re.IGNORECASE)
_ENDED = re.compile(r"[.!?][\"”’']?\s")
_PRONOUN = re.compile(r"\b(?:it|they|he|she)(?: \w+)?\s$", re.IGNORECASE)


def stands_for_act(verb: Any) -> bool:
    """ "Is ready to do so", "will abstain if it does", "if Tarn does the same"."""
    if verb.lemma_ != "do" or verb.dep_ in ("aux", "auxpass"):
        return False
    if any(c.dep_ == "advmod" and c.lower_ in ("so", "likewise") for c in verb.children):
        return True
    if any(c.dep_ == "dobj" and c.lower_ in ("same", "likewise") for c in verb.children):
        return True
    if any(c.dep_ == "dobj" and c.lower_ == "that" and c.tag_ == "DT" for c in verb.children):
        return any(c.dep_ == "aux" and c.lower_ in _TO_COME for c in verb.children)
    told = any(c.dep_ in _COMPLEMENTS for c in verb.children)
    tied = any(c.dep_ in ("mark", "advmod") and c.lower_ in _TYING for c in verb.children)
    return tied and not told and any(c.dep_ == "nsubj" for c in verb.children)


def says_no(verb: Any) -> bool:
    """ "If it refused", "if it says no": the other does not do what it was asked for."""
    below = [c for c in verb.children if c.dep_ not in ("aux", "neg", "punct")]
    if verb.lemma_ == "say" and any(c.lower_ == "no" and c.i > verb.i for c in below):
        below = [c for c in below if c.lower_ != "no"]
    elif verb.lemma_ not in _REFUSING or any(c.dep_ in _OF_SOMETHING for c in below):
        return False
    tied = any(c.dep_ in ("mark", "advmod") and c.lower_ in _TYING for c in below)
    return tied and not any(c.dep_ in _OF_SOMETHING for c in below)


def stands_alone(clause: str) -> bool:
    """ "Otherwise", "failing that", "in return": all of a condition."""
    return tuple(clause.lower().split()) in (*OTHERWISE, *IN_RETURN, ONLY_THEN)


def is_if_done(clause: str) -> bool:
    """ "In return", "only then": all of a condition that the other thing is done."""
    return tuple(clause.lower().split()) in (*IN_RETURN, ONLY_THEN)


def with_meant(report: Report, statements: Iterable[Statement]) -> tuple[Statement, ...]:
    """The same statements, with the label of the act that each “do so” stands for.

    It is the nearest act told before, of the same doer if there is one, and of no other side that
    words tell; in a condition, one of somebody else than the statement's own, or what the statement
    itself tells where another is named to do it ("will free them if Tarn does the same"). What
    another act is tied to is not meant. Where none is near, the act is left out. Who refuses
    does not do what it was asked for last.
    """
    every = tuple(statements)
    named = [(act, s) for s in every for act in s.acts if act.label not in _STANDING]
    named.sort(key=lambda pair: pair[0].span.start)
    return tuple(
        replace(s, acts=tuple(a for act in s.acts if (a := _meant(report, act, s, named))))
        if any(act.label in _STANDING for act in s.acts)
        else s
        for s in every
    )


def _meant(
    report: Report, act: Act, statement: Statement, told: list[tuple[Act, Statement]]
) -> Act | None:
    if act.label not in _STANDING:
        return act
    if act.label == REFUSED:
        return _refused(report, act, statement, told)
    told = [pair for pair in told if not pair[0].thing]
    at = act.span.start
    tied = act.place is ActPlace.CONDITION
    near = [
        (one, s is statement)
        for one, s in told
        if at - _FAR <= one.span.start and one.span.end <= at
    ]
    before = [one for one, here in near if not (tied and here)]
    here = [one for one, here in near if here and not _is_of_one(one.actor, act.actor)]
    if tied and here and _THE_SAME.match(report.text, act.span.end):
        return replace(act, label=here[-1].label)
    if tied:  # "If Tarn lets it, we can. If it doesn't": what Tarn does
        own = [one for one in before if not _is_of_one(one.actor, statement.speaker)]
    else:
        own = [one for one in before if _is_of_one(one.actor, act.actor)]
        also = _ALSO.match(report.text, act.span.end)
        before = [one for one in before if also or _may_be_of(one, act.actor)]
    if not own and not before:
        return None
    meant = (own or before)[-1]
    actor = act.actor
    if tied and _PRONOUN.search(report.text[max(0, at - 30) : at]):
        actor = meant.actor
    return replace(act, label=meant.label, actor=actor)


def _refused(
    report: Report, act: Act, statement: Statement, told: list[tuple[Act, Statement]]
) -> Act | None:
    """ "Asked Tarn to wait and will act if Tarn refuses": if it does not wait."""
    at = act.span.start
    alone = stands_alone(act.span.quote)
    either = alone and not is_if_done(act.span.quote)  # "would talk if Tarn left; if not, …"
    asked = [
        (one, s)
        for one, s in told
        if at - _FAR <= one.span.start and one.span.end <= at
        and (_is_asked_for(one, s) or (either and s is not statement and _is_tied_to(one, s)))
        and not _is_of_one(one.actor, statement.speaker)
    ]  # fmt: skip
    if act.place is not ActPlace.CONDITION or not asked:
        return None
    one, request = asked[-1]
    between = report.text[one.span.end : at]
    if alone:
        same = _is_of_one(request.speaker, statement.speaker)
        meant = same and len(_ENDED.findall(between)) <= 1 and "\n" not in between
    else:
        it = _PRONOUN.search(report.text[max(0, at - 30) : at])
        meant = it is not None or _is_of_one(one.actor, act.actor)
    if not meant:
        return None
    negated = act.negated != one.negated
    return replace(act, label=one.label, actor=one.actor, negated=negated, thing=one.thing)


def _is_asked_for(act: Act, statement: Statement) -> bool:
    return statement.kind is Kind.REQUEST and act.place is ActPlace.CONTENT


def _is_tied_to(act: Act, statement: Statement) -> bool:
    condition = statement.condition
    strict = (ConditionKind.UNLESS, ConditionKind.UNTIL)
    told = condition is not None and condition.kind not in strict
    return told and act.place is ActPlace.CONDITION


def _may_be_of(one: Act, actor: Mention | None) -> bool:
    """Whether an act of nobody told, or of a name without a side, may be meant."""
    told = one.actor is not None and bool(one.actor.party)
    other = told and actor is not None and bool(actor.party)
    return one.place is not ActPlace.CONDITION and not other


def _is_of_one(one: Mention | None, other: Mention | None) -> bool:
    """Whether two are of one side that words tell."""
    if one is None or other is None:
        return False
    whose = one.party or one.name
    return bool(whose) and whose == (other.party or other.name)
