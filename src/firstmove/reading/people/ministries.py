"""Ministries of one government that stand against each other: each is a side then."""

from __future__ import annotations

from collections.abc import Iterator

from firstmove.reading.parsing.clauses import Token, lemma
from firstmove.reading.people.cast import Cast

_ASKING = frozenset("ask call demand press urge".split())
_SAYING = frozenset("complain say".split())
_REFUSING = frozenset("decline refuse reject".split())
_COMPLEMENTS = ("ccomp", "dobj", "prep", "xcomp")


def opposed(cast: Cast) -> frozenset[str]:
    """The names of those of which one asks something of another, or tells of its refusal: "the
    Interior Ministry urged the Transport Ministry to close the airport"."""
    found: set[str] = set()
    for index in cast.bodies:
        name = cast.token(index)
        if name is None or name.dep_ != "nsubj" or name.i in cast.quoted:
            continue
        told = {_bare_ministry(cast, t) for t in (name, *_opponents(name.head))}
        if _bare_ministry(cast, name) and len(told - {""}) > 1:
            found |= told - {""}
    return frozenset(found)


def _bare_ministry(cast: Cast, name: Token) -> str:
    """ "Transport Ministry"; "" for others, and for those of a land told beside it."""
    words = cast.bodies.get(name.i, "")
    owned = any(c.dep_ in ("poss", "amod") for c in name.children)
    return words if words.endswith(" Ministry") and not owned else ""


def _opponents(verb: Token) -> Iterator[Token]:
    """Who is asked, or said to refuse."""
    for below in verb.children:
        if lemma(verb) in _ASKING and below.dep_ in _COMPLEMENTS:
            yield from (below, *below.children)
        if lemma(verb) in _SAYING and below.dep_ == "ccomp" and lemma(below) in _REFUSING:
            yield from (c for c in below.children if c.dep_ == "nsubj")
