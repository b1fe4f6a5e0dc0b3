"""Seats of governments that the report itself tells: "Dorv, the capital of Sark", "the Amber
Palace, seat of Sark's president"."""

from __future__ import annotations

from collections.abc import Iterator

from firstmove.reading.parsing.clauses import Token, lemma
from firstmove.reading.people.callings import called_by
from firstmove.reading.people.cast import Cast
from firstmove.reading.people.countries import country_of

_SEATS = frozenset({"capital", "seat"})


def told_seats(cast: Cast, stems: dict[str, str]) -> dict[str, str]:
    """The name of a seat to the state whose it is; nothing where two are told for one name."""
    found: dict[str, set[str]] = {}
    for name in cast.body_tokens:  # also one that the entity tagger takes for a day
        alone = name.text if name.pos_ == "PROPN" and name.i not in cast.by_head else ""
        words = cast.bodies.get(name.i, alone)
        for seat in _beside(name) if words else ():
            states = {_state(cast, stems, word) for word in _of(seat, depth=0)} - {"", words}
            if states:
                found.setdefault(words.removeprefix("the "), set()).update(states)
    return {words: states.pop() for words, states in found.items() if len(states) == 1}


def _beside(name: Token) -> list[Token]:
    """ "Capital" in "Dorv, the capital of Sark", "the Sarkish capital, Dorv"."""
    nouns = [*called_by(name), *(c for c in name.children if c.dep_ == "compound")]
    return [noun for noun in nouns if lemma(noun) in _SEATS and noun.text.islower()]


def _of(noun: Token, depth: int) -> Iterator[Token]:
    """The words that tell whose the seat is: "Sark" in "seat of the president of Sark"."""
    for child in noun.children:
        if child.dep_ in ("poss", "amod", "compound", "nmod"):
            yield child
        if child.dep_ == "prep" and child.lower_ == "of":
            yield from (thing for thing in child.children if thing.dep_ == "pobj")
    if noun.dep_ == "compound" and noun.i > noun.sent.start:  # "the Sarkish capital Dorv"
        yield noun.nbor(-1)
    if depth < 2:
        for child in noun.children:
            for thing in (child, *(child.children if child.dep_ == "prep" else ())):
                if thing.pos_ == "NOUN" and thing.dep_ in ("poss", "pobj"):
                    yield from _of(thing, depth + 1)


def _state(cast: Cast, stems: dict[str, str], word: Token) -> str:
    if not word.text[0].isupper():
        return ""
    known = stems.get(word.lower_, "")
    if word.i in cast.by_head:
        return known
    known = known or country_of(word.text)
    alone = cast.bodies.get(word.i, "")
    return known or (alone if alone.istitle() and " " not in alone else "")
