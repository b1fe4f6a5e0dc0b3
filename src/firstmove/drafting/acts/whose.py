"""Whose an act is, by the words that name a doer and by the kind of the statement."""

from __future__ import annotations

import re

from firstmove.drafting.acts.dealings import Around
from firstmove.drafting.acts.joint import is_joint
from firstmove.drafting.acts.sides import Sides
from firstmove.statement import Act, ActPlace, Kind, Mention, Statement

ANSWERS = (Kind.REJECT, Kind.AGREE, Kind.SUPPORT)
_ASKED_TO = re.compile(r"(?:on |upon )?(?P<who>[^,;:.“”]{2,60}) to ")
# What is put to others, who accept it or do not.
PROPOSALS = (
    r"(?:agenda|appeal|application|approach|bid|call|deal|demand|draft|idea|motion|offer|petition|"
    r"plan|proposal|request|strategy|suggestion|term)(?:s|es)?"
)
_PROPOSED = re.compile(rf"['’]s? (?:\w+ )?{PROPOSALS}$")
# Many who act as one: what is asked of them is theirs to do, without a name as well.
_INSTITUTION = re.compile(
    r"(?:the |all )?(?:[a-z]+ )?(?:auditors|creditors|deputies|donors|inspectors|"
    r"judges|lawmakers|legislators|lenders|mediators|mps|regulators|scientists|senators|"
    r"shareholders)",
    re.IGNORECASE,
)
# Two of these are the countries that a dispute is between, and not two others that a report names.
_LANDS = re.compile(
    r"(?:armies|capitals|countries|governments|nations|neighbou?rs|provinces|regions|republics|"
    r"states)$",
    re.IGNORECASE,
)
_TWO = re.compile(r"\b(?:the two|both(?: the)?) $|^(?:the two|both)\b", re.IGNORECASE)
_AFTER_THING = re.compile(
    r"$|[,.;]| (?:of|from|on|in|at|by|over|against|if|unless|until|next|this|and|or)\b"
)
_HANDED_IN = re.compile(rf"\b{PROPOSALS}$")


def owners_of(
    act: Act,
    side: str,
    statement: Statement,
    sides: Sides,
    around: Around,
) -> tuple[str, ...]:
    if act.actor is None and statement.kind is Kind.REQUEST and act.place is ActPlace.CONTENT:
        before, _ = statement.around(act.span)
        if (asked := _ASKED_TO.fullmatch(before)) and (owner := sides.of("", asked["who"])):
            return (owner,)  # "X to raise the price"
        if asked and sides.each(asked["who"]):
            return _both(asked["who"], act.span.start, statement, side, sides, around)
    if act.actor is None:
        by_others = statement.kind in (Kind.ASSESS, Kind.REQUEST) or act.place is ActPlace.CONDITION
        feared = (
            act.thing and statement.kind is Kind.WARN and not _is_what_is_warned_of(statement, act)
        )
        return () if by_others or feared else (side,)
    if statement.speaker is not None and act.actor.span == statement.speaker.span:
        return (side,)
    if not act.actor.party and sides.each(all_of := _in_full(act.actor, statement)):
        return _both(all_of, act.actor.span.start, statement, side, sides, around)
    if act.thing and statement.kind in ANSWERS and _is_proposal(statement, act):
        # "rejected Hess's offer": to accept it is up to who rejects it; who backs a request of
        # others asks for what they ask for
        return () if statement.kind is Kind.SUPPORT else (side,)
    if is_joint(act) and _is_turned_down(statement, act):
        return (side,)  # a truce that another proposed: its own part
    words = act.actor.name or act.actor.span.quote
    named = act.actor.name or (words if words in sides.parties else "")
    if owner := sides.of(act.actor.party, named):
        return (owner,)
    if owner := sides.workforce(words) or sides.body(words):
        return (owner,)
    wanted = statement.kind is Kind.REQUEST or act.place is ActPlace.CONDITION
    if wanted and _INSTITUTION.fullmatch(words):
        return (words.lower(),)
    # "Russia and Ukraine": an act of two parties is an option of each.
    return sides.several(act.actor.name)


def _is_what_is_warned_of(statement: Statement, act: Act) -> bool:
    """ "Warned of a strike"; not "warned that such a ban would be unlawful", nor what the words
    tell beside it: the ban is not for who warns to make."""
    before, behind = statement.around(act.span)
    return not before.strip() and _AFTER_THING.match(behind) is not None


def _is_proposal(statement: Statement, act: Act) -> bool:
    """ "Hess's offer", "the application by Hess"."""
    if _PROPOSED.search(act.label):
        return True
    _, behind = statement.around(act.span)
    return bool(_HANDED_IN.search(act.label)) and behind.startswith((" by ", " from "))


def _is_turned_down(statement: Statement, act: Act) -> bool:
    """Whether somebody proposed it before, in the same words, and this statement answers no."""
    if statement.kind is not Kind.REJECT or act.place is not ActPlace.CONTENT:
        return False
    told = any(s.contains(act.span) for s in statement.content)
    return not told or (act.span in statement.content and act.span.end < min(statement.cue).start)


def _in_full(doer: Mention, statement: Statement) -> str:
    """ "The two provinces", of which reading gives the noun alone."""
    if doer.name:
        return doer.name
    before, _ = statement.around(doer.span)
    told = statement.condition
    if told is not None and told.span.contains(doer.span):
        before = told.span.quote[: doer.span.start - told.span.start]
    found = _TWO.search(before)
    return f"{found[0]}{doer.span.quote}" if found is not None else ""


def _both(
    words: str, at: int, statement: Statement, side: str, sides: Sides, around: Around
) -> tuple[str, ...]:
    """Who "both sides" are: whom the statement is read to be addressed to, or the two others; who
    "both countries" are, the two named together before, else those that the case tells most of."""
    target = statement.target
    told = () if target is None or target.party else sides.several(target.name)
    if len(told) == 2 and side not in told:
        return told
    if _LANDS.search(words):
        if _TWO.match(words) and (
            pair := around.named_together(statement.report_id, at, side, sides)
        ):
            return pair
        if side in around.lands:
            return ()  # of which the speaker's is one, or is none
        return around.lands_without(side)
    return _two_others(statement, side, around)


def _two_others(statement: Statement, side: str, around: Around) -> tuple[str, ...]:
    """ "Both sides" of a third one: the two others of the report, if they are two, else the two of
    the case that have most to do with each other."""
    others = tuple(s for s in around.speaking.get(statement.report_id, ()) if s != side)
    return others if len(others) == 2 else around.pair_without(side)
