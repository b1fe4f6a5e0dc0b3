"""Whom somebody speaks for by the clause behind the office: "the minister, who speaks for Tarn"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from firstmove.reading.lexicon import roles
from firstmove.reading.parsing.clauses import Token, lemma
from firstmove.reading.people.leads import lead_of
from firstmove.reading.people.naming import name_run
from firstmove.reading.people.side import NONE, Side, place_of

if TYPE_CHECKING:
    from firstmove.reading.people.affiliation import Affiliations

_HELD = frozenset("talk negotiation discussion effort campaign".split())
_VOICES = frozenset("act bargain lead negotiate speak".split())


def spoken_for(sides: Affiliations, clause: Token, depth: int) -> Side:
    """ "The minister, who leads the Tarn delegation", "…, who speaks for Tarn in the talks",
    "Ann Roe, speaking for Tarn"."""
    who = clause.dep_ == "relcl" and any(c.lower_ == "who" for c in clause.children)
    if not who and not (clause.dep_ in ("acl", "advcl") and clause.tag_ == "VBG"):
        return NONE
    if any(c.dep_ == "neg" for c in clause.children):
        return NONE
    held = [c for c in clause.children if c.dep_ == "dobj" and lemma(c) in _HELD]
    for child in (c for head in (clause, *held) for c in head.children if c not in held):
        if child.dep_ == "prep" and child.lower_ == "for" and held:
            for thing in child.children:  # "leads the talks for Tarn"
                if thing.dep_ == "pobj":
                    return _represented(sides, thing, depth)
        if child.dep_ == "dobj" and lemma(clause) in ("represent", "lead", "head"):
            return _represented(sides, child, depth)
        if child.dep_ == "prep" and child.lower_ == "for" and lemma(clause) in _VOICES:
            for thing in child.children:
                if thing.dep_ == "pobj":
                    return _represented(sides, thing, depth)
        if child.dep_ == "prep" and child.lower_ == "on" and lemma(clause) in _VOICES:
            for thing in child.subtree:  # "on behalf of Tarn"
                if thing.dep_ == "pobj" and lemma(thing.head.head) == "behalf":
                    return _represented(sides, thing, depth)
    return NONE


def clauses_behind(name: Token) -> list[Token]:
    """The clauses that tell of a name, a participle among them that the parser hangs on the verb:
    "Ann Roe, speaking for Tarn, said"."""
    found = list(name.children)
    if name.dep_ == "nsubj":
        after = range(name.i + 1, name.i + 3)
        found += [c for c in name.head.children if c.dep_ == "advcl" and c.i in after]
    return found


def _represented(sides: Affiliations, thing: Token, depth: int) -> Side:
    """A side told by what speaks for it: also a name of which nothing else is told."""
    found = sides.of_noun(thing, depth + 1)
    found = found if found.party else sides.named_body(thing)
    if found.party:
        return found
    name = thing
    if lemma(thing) in roles.SENT:
        lead = [t for t in lead_of(thing) if t.pos_ in ("NOUN", "PROPN")]
        name = lead[0] if len(lead) == 1 else thing
    if name.i not in sides.cast.bodies:
        return NONE
    return Side(sides.bodies.full(sides.cast.bodies[name.i]), place_of(name_run(name)))
