"""Whose an office without a state is, by the capital that its sentence begins with: "In Tripoli,
Defence Minister Ann Roe said"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from firstmove.reading.parsing.clauses import Token, lemma
from firstmove.reading.people.countries import seat_of
from firstmove.reading.people.side import BLOCS, NONE, Side, place_of
from firstmove.reading.people.told_countries import is_met

if TYPE_CHECKING:
    from firstmove.reading.people.affiliation import Affiliations

# Held in one's own capital or in another's.
_MEETINGS = frozenset("conference host meet meeting negotiation session summit talk visit".split())


def by_capital(sides: Affiliations, office: Token) -> Side:
    """ "Libya" for "Minister" in "In Tripoli, Defence Minister Ann Roe said her government would
    wait"; of nobody where she may be a guest there: "said Norland would", "met her counterpart"."""
    sentence = office.sent
    city = _opening_city(sides, sentence[0], office)
    words = sides.cast.bodies.get(city.i, city.text) if city is not None else ""
    state = seat_of(words) or sides.seats.get(words, "")
    if city is None or not state or state in BLOCS:
        return NONE
    if state == "United States" and any(t.lower_ == "minister" for t in sentence):
        return NONE  # which has none
    told = {sides.cast.sentence_of.get(t.i) for t in sides.by_word.get(city.lower_, ())} - {None}
    held = {lemma(t) for n in told if n is not None for t in sides.cast.by_sentence[n]}
    guest = held & _MEETINGS or any(lemma(t) == "counterpart" for t in sentence)
    lands = ((t, sides.countries.named(t) or sides.cast.bodies.get(t.i, "")) for t in sentence)
    guest = guest or any(_is_anothers(land, t, state) for t, land in lands)
    return NONE if guest else Side(state, place_of([city]))


def _opening_city(sides: Affiliations, first: Token, office: Token) -> Token | None:
    """ "Tripoli" in "In Tripoli, the minister said"."""
    if first.lower_ != "in":
        return None
    for token in first.doc[first.i + 1 : min(first.i + 4, office.i - 1)]:
        if sides.cast.is_name(token) and token.nbor(1).text == ",":
            return token
    return None


def _is_anothers(land: str, name: Token, state: str) -> bool:
    """Whether the words tell what another state than that of the capital does, or what may be one,
    or are addressed to that of the capital."""
    if land == state:
        return is_met(name)
    acts = name.dep_ in ("nsubj", "nsubjpass") and name.head.dep_ == "ccomp"
    asked = any(c.tag_ == "TO" for c in name.head.children)  # "urged Tarn to wait"
    return bool(land) and acts and not asked
