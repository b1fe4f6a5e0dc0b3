"""What brings a state of a condition about: “before the hostages are home”, when Velm is asked to
free them, is “before Velm frees the hostages”."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Any

from firstmove.reading.acts.undoing import taken_before
from firstmove.reading.page import Page
from firstmove.reading.parsing.predicates import tokens_in
from firstmove.reading.people.somebody import somebody
from firstmove.statement import Act, ActPlace, Kind, Statement

_FREEING = frozenset("free release return hand".split())
_LEAVING = frozenset("leave pull remove withdraw".split())
# What is done, by the state that comes of it.
_BY_STATE = {
    **dict.fromkeys(("back", "home", "free"), _FREEING),
    "gone": _LEAVING,
    "out": _LEAVING,
}
_THEIRS = {"their release": "release", "their return": "return", "their withdrawal": "withdraw"}


def with_brought_about(page: Page, statements: Iterable[Statement]) -> tuple[Statement, ...]:
    """The same statements, with the act that somebody was asked for in place of the state that
    comes of it; a state of nobody's making stays."""
    every = tuple(statements)
    asked = [a for s in every if s.kind is Kind.REQUEST for a in s.acts if _is_of_side(a)]
    return tuple(
        replace(s, acts=tuple(_brought_about(page, a, asked) for a in s.acts))
        if any(a.place is ActPlace.CONDITION or a.thing for a in s.acts)
        else s
        for s in every
    )


def _is_of_side(act: Act) -> bool:
    content = act.place is ActPlace.CONTENT and not act.negated and not act.thing
    return content and act.actor is not None and bool(act.actor.party or act.actor.name)


def _brought_about(page: Page, act: Act, asked: Sequence[Act]) -> Act:
    if act.thing and act.label.lower() in _THEIRS:
        return _of_theirs(page, act)
    told = _state(page, act)
    if told is None or act.place is not ActPlace.CONDITION:
        return act
    state, whose = told
    by = _BY_STATE[state]
    for one in reversed(asked):
        if one.span.start < act.span.start and one.label.split()[0] in by and _is_of(one, whose):
            return replace(act, label=one.label, actor=one.actor)
    return act


def _of_theirs(page: Page, act: Act) -> Act:
    """ "Their release", of the pilots that Velm captured: Velm releases the pilots."""
    verb = _THEIRS[act.label.lower()]
    their = next(iter(tokens_in(page, (act.span,))))
    found = taken_before(their, verb)
    named = None if found is None else somebody(page, found[0])
    if found is None or named is None:
        return act
    return replace(act, label=f"{verb} the {found[1].lower_}", actor=named, thing=False)


def _state(page: Page, act: Act) -> tuple[str, Any] | None:
    """The word for the state, and that for who is in it."""
    for word in tokens_in(page, (act.span,)):
        if word.lemma_ not in ("be", "go"):
            continue
        gone = word.lower_ == "gone"
        state = "gone" if gone else next((c.lower_ for c in word.children if _is_state(c)), "")
        whose = next((c for c in word.children if c.dep_ in ("nsubj", "nsubjpass")), None)
        if state in _BY_STATE and whose is not None and whose.tag_ in ("NNS", "NN", "PRP"):
            return state, whose
    return None


def _is_state(word: Any) -> bool:
    return word.dep_ in ("acomp", "advmod", "attr", "prep") and word.lower_ in _BY_STATE


def _is_of(act: Act, whose: Any) -> bool:
    """ "Free the hostages" for "the hostages", "withdraw its soldiers" for "they"."""
    last = act.label.lower().split()[-1]
    if whose.pos_ == "PRON":
        return whose.lower_ == "they" and last.endswith("s")
    return whose.lower_ in act.label.lower().split()
