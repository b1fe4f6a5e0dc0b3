"""Members of parliaments and parties, told without a name: "two Green lawmakers"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from firstmove.reading.lexicon import roles
from firstmove.reading.parsing.clauses import Token, lemma, text_of
from firstmove.reading.people.creeds import faction_of
from firstmove.reading.people.factions import is_called_party
from firstmove.reading.people.naming import name_run
from firstmove.reading.people.side import NONE, Side, of_state, place_of

if TYPE_CHECKING:
    from firstmove.reading.people.affiliation import Affiliations


_ACTING = frozenset("board cabinet committee commission delegation executive presidium".split())
_HOUSES = roles.CHAMBERS - {"committee", "district"}


def of_members(sides: Affiliations, noun: Token) -> Side:
    """ "MPs of the Harbour Party", "lawmakers from it", "every member of it": of no place."""
    for prep in noun.children:
        if prep.dep_ != "prep" or prep.lower_ not in ("of", "from"):
            continue
        for thing in prep.children:
            name = sides.bodies.full(sides.cast.bodies.get(thing.i, ""))
            body = next((b for b in sides.bodies.all if b.name == name), None)
            if body is not None and (is_called_party(name) or (body.nouns and not body.place)):
                return Side(name, place_of(name_run(thing))) if not of_state(name) else NONE
    return NONE


def of_seated(sides: Affiliations, head: Token, lead: list[Token]) -> Side:
    """ "two Green lawmakers": the named party before the word, never a country."""
    for token in lead:
        if faction := faction_of(token):
            return Side(faction, place_of([token]))
    names = [t for t in lead if t.pos_ != "NUM" and t.text[0].isupper()]
    if names and names == lead[-len(names) :]:
        words = text_of(head.doc)[names[0].idx : names[-1].idx + len(names[-1].text)]
        body = sides.parties.get(words) or sides.bodies.full(words)
        if (body != words or is_called_party(body)) and not of_state(body):
            return Side(body, place_of(names))
    return NONE


def sits_on(member: Token, lead: list[Token]) -> bool:
    """ "A strike committee member", "a member of the board": one of the few who act for
    many, as a member of a union is not; no member of a parliament's committee."""
    on = lead[-1:] if lead and lead[-1].i == member.i - 1 else []
    on += [
        thing
        for prep in member.children
        if prep.dep_ == "prep" and prep.lower_ == "of"
        for thing in prep.children
        if thing.dep_ == "pobj" and lemma(thing) != "delegation"  # of which there may be many
    ]
    run = [t.lower_ for thing in on for t in name_run(thing)]
    return any(lemma(thing) in _ACTING for thing in on) and not _HOUSES & set(run)


def of_all(members: Token) -> bool:
    """ "Members of the union", "every member of it"; no "a member", "two members"."""
    before = [c for c in members.children if c.i < members.i and c.dep_ != "punct"]
    if any(c.lower_ in ("every", "all") for c in before):
        return True
    return members.tag_ == "NNS" and all(c.lower_ == "the" for c in before)
