"""The name right beside what somebody or something is: "the envoy, Jan Poe", "the charity Halm"."""

from __future__ import annotations

from firstmove.reading.parsing.clauses import Token, lemma
from firstmove.reading.people.bodies import is_called
from firstmove.reading.people.body_kinds import ORGANS, TRADES
from firstmove.reading.people.callings import is_role
from firstmove.reading.people.cast import Cast
from firstmove.reading.people.leads import behind_place
from firstmove.reading.people.person import Person


def named_beside(cast: Cast, token: Token) -> Person | None:
    """ "the envoy nominee, Jan Poe": a name in apposition to a role."""
    for child in token.children:
        if child.dep_ == "appos" and child.i > token.i and child.i in cast.by_head:
            return cast.by_head[child.i]
        if child.dep_ == "prep" and child.i > token.i and is_role(token):
            # The parser may hang the name on the place: "the mayor of Tarn, Ann Roe".
            for place in child.children:
                for named in place.children if place.dep_ == "pobj" else ():
                    if named.dep_ == "appos" and named.i in cast.by_head:
                        return cast.by_head[named.i]
        if child.dep_ == "acl" and child.i > token.i and lemma(child) == "know" and is_role(token):
            # "the delegate, known as Jan Poe", "known by his nom de guerre Jan Poe"
            leads = (c for c in child.children if c.lower_ in ("as", "by"))
            for alias in (c for lead in leads for c in lead.children if c.dep_ == "pobj"):
                for named in (alias, *(c for c in alias.children if c.dep_ == "appos")):
                    if named.i in cast.by_head:
                        return cast.by_head[named.i]
    doc = token.doc
    if is_role(token) and (named := behind_place(token)) is not None and named.i in cast.by_head:
        return cast.by_head[named.i]
    following = token.i + 1
    while following < token.sent.end and doc[following].pos_ == "PROPN":
        if following in cast.by_head and token.dep_ in ("compound", "nmod"):
            return cast.by_head[following]
        following += 1
    return None


def body_beside(cast: Cast, token: Token) -> Token | None:
    """ "the parents' group Save Our Schools": the name of a body right behind what it is."""
    if token.pos_ != "NOUN" or lemma(token) not in ORGANS:
        return None
    if is_role(token) and lemma(token) not in TRADES:
        return None
    for child in token.children:
        if child.dep_ == "appos" and child.i in cast.bodies:
            return child
    after = token.i + 1
    while after < token.sent.end and token.doc[after].pos_ == "PROPN" and is_called(token):
        if after in cast.bodies:
            return token.doc[after]
        after += 1
    return None
