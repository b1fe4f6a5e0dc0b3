"""What “it” and “them” in a label are: the thing of the act of the same side that was told last."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from firstmove.reading.page import Page
from firstmove.reading.parsing.clauses import is_animate
from firstmove.reading.parsing.predicates import tokens_in
from firstmove.statement import Act, Statement

_FAR = 300  # characters back to the act that tells the thing
_TAGS = {"it": "NN", "them": "NNS"}
_OBJECTS = ("dobj", "nsubjpass")
_TOLD = ("nsubj", *_OBJECTS)


def with_same_things(page: Page, statements: Iterable[Statement]) -> tuple[Statement, ...]:
    """ "Norland would close the lock. “We will shut it,” its premier said": it shuts the lock.

    The thing is that of the nearest act told before of the same side, if the number fits."""
    every = tuple(statements)
    told = sorted((a for s in every for a in s.acts if not a.thing), key=lambda a: a.span.start)
    return tuple(
        replace(s, acts=tuple(_named(page, a, told) for a in s.acts))
        if any(a.label.split()[-1] in _TAGS for a in s.acts)
        else s
        for s in every
    )


def _named(page: Page, act: Act, told: list[Act]) -> Act:
    verb, _, pronoun = act.label.partition(" ")
    whose = _side(act)
    if pronoun not in _TAGS or not whose:
        return act
    at = act.span.start
    before = [a for a in told if at - _FAR <= a.span.start < at and _side(a) == whose]
    words = _thing(page, before[-1], _TAGS[pronoun]) if before else ""
    if words and _is_another_told(page, before[-1], act, _TAGS[pronoun]):
        return act
    return replace(act, label=f"{verb} {words}") if words else act


def _is_another_told(page: Page, before: Act, act: Act, tag: str) -> bool:
    """ "… would close the lock. The dam is a threat. “We will destroy it”": it may be the dam."""
    gap = page.report.span(before.span.end, act.span.start)
    told = (t for t in tokens_in(page, (gap,)) if t.tag_ == tag and t.dep_ in _TOLD)
    return any(not is_animate(t) for t in told)


def _side(act: Act) -> str:
    return "" if act.actor is None else act.actor.party or act.actor.name


def _thing(page: Page, act: Act, tag: str) -> str:
    """ "The lock" of "close the lock"; "" where the act has no one thing of that number."""
    things = [t for t in tokens_in(page, (act.span,)) if t.dep_ in _OBJECTS]
    words = act.label.split()
    if len(things) != 1 or things[0].tag_ != tag or things[0].text not in words:
        return ""
    return " ".join(_from_article(words, things[0]))


def _from_article(words: list[str], noun: Any) -> list[str]:
    at = words.index(noun.text)
    beside = {c.text.lower() for c in noun.children if c.i < noun.i}
    while at > 1 and words[at - 1].lower() in beside:
        at -= 1
    first = "the" if words[at] in ("a", "an") else words[at]
    return [first, *words[at + 1 :]]
