"""Governments told by who heads them: "the Garrow administration", "Pryce's transition team".

Their officials, envoys and nominees are of the head's country. The words that name the head are
kept as those that tell the party, so that two governments of one country can be told apart.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from firstmove.heads import Head, heads_told
from firstmove.reading.lexicon import roles
from firstmove.reading.parsing.clauses import Token, lemma, text_of
from firstmove.reading.people.countries import country_of, office_of, seat_of
from firstmove.reading.people.holders import CANDIDATES
from firstmove.reading.people.side import NONE, Side, place_of

if TYPE_CHECKING:
    from firstmove.reading.people.affiliation import Affiliations

# Bodies that only the United States have, as news names them.
_AMERICAN = re.compile(
    r"\b(?:White House|Pentagon|State Department|Justice Department|Treasury Department|Capitol"
    r"|Congress|(?:U\.S\.|US|American) (?:Secretary|Senate|Senator|House|officials?|government"
    r"|Treasury|Trade|Supreme|Ambassador|ambassador|envoy))|(?:\A|\n)WASHINGTON\b"
)
_PRIVATE = roles.LAWYERS | {"campaign", "camp"}
# Who and what is a government's, told behind its head's name or possessive.
_SERVES = (roles.SURROGATES | roles.OFFICIALS) - _PRIVATE | frozenset(
    "administration government cabinet transition appointee nominee pick choice minister "
    "negotiator treasurer".split()
)
_BETWEEN = frozenset(
    "administration government cabinet transition incoming outgoing new next".split()
)


class Governments:
    """The heads of governments that a report tells of, by their family names in small letters."""

    def __init__(self, sides: Affiliations) -> None:
        self._sides = sides
        tokens = sides.cast.body_tokens
        text = str(text_of(tokens[0].doc)) if tokens else ""
        told = heads_told(text)
        self.heads = {key: head for key, head in told.items() if self._rules(key, head)}
        self.american = bool(_AMERICAN.search(text))
        self._countries: dict[str, str] = {}

    def _rules(self, key: str, head: Head) -> bool:
        """Whether the name is a person's, who heads a government: no place's, people's, party's."""
        if head.has == {"transition"} and self._sides.by_word.keys() & CANDIDATES:
            return False  # a candidate has a transition team as well
        if not head.sure or country_of(head.full) or seat_of(head.name) or country_of(head.name):
            return False
        if key in roles.OF_STATE | roles.SCOPES | set(roles.FACTIONS) or key in self._sides.stems:
            return False
        if head.name.isupper() or key.endswith(("ian", "ese", "ish")):
            return False
        told = self._sides.by_word.get(key, [])
        inside = (t.dep_ == "pobj" and t.head.lower_ in ("in", "near", "across") for t in told)
        return bool(told) and not any(inside)

    def is_head(self, token: Token) -> bool:
        return token.text[0].isupper() and token.lower_ in self.heads

    def country(self, name: str) -> str:
        """The country whose government somebody of that family name heads; "" if not told."""
        key = name.lower()
        if key not in self._countries:
            self._countries[key] = ""  # stops circles
            self._countries[key] = self._find(key)
        return self._countries[key]

    def _find(self, key: str) -> str:
        sides = self._sides
        if sides.in_office(key) and (party := office_of(key, sides.year)):
            return party
        for token in sides.by_word.get(key, ()):
            person = sides.cast.by_head.get(token.i)
            if person is not None:
                party = sides.of_words(person, 1).party
                if country_of(party) or party in sides.countries.told:
                    return party
        if {"administration", "transition"} & self.heads[key].has and self.american:
            return "United States"
        return sides.countries.only().party

    def side(self, head: Token) -> Side:
        """The side of whoever serves the head: the country, told by the head's name."""
        party = self.country(head.text)
        return Side(party, place_of([head])) if party else NONE

    def among(self, lead: list[Token], role: str) -> Token | None:
        """The head that the words before a role name: "Garrow" of "a Garrow adviser"."""
        for place, token in enumerate(lead if role in _SERVES else ()):
            if self.is_head(token):
                behind = lead[place + 1 :]
                return token if all(t.text[0].islower() and _fits(t) for t in behind) else None
        return None

    def serves(self, owner: Token, role: str) -> bool:
        """ "Pryce's envoy": whether the owner heads a government, and the role is of it."""
        return self.is_head(owner) and (role in _SERVES or role in roles.TITLES - _PRIVATE)


def _fits(token: Token) -> bool:
    return (
        lemma(token) in _BETWEEN or token.lower_ in roles.PORTFOLIOS or token.lower_ in roles.TITLES
    )
