"""Nationality words of countries that no list knows, by the stem that they share with a name."""

from __future__ import annotations

import re

from firstmove.reading.lexicon import roles
from firstmove.reading.parsing.clauses import Token, lemma
from firstmove.reading.people.cast import Cast
from firstmove.reading.people.countries import country_of, seat_of

_ENDINGS = ("ians", "ian", "ans", "an", "eses", "ese", "ish", "ics", "ic", "is", "i", "ns")
_LAST = ("ia", "a", "ea", "o", "e", "y", "land", "stan", "os", "is", "us", "um", "on", "or", "en")
# Before a nationality word, what tells that more or others are meant than that nation.
_BROADER = frozenset("latin central south north west east african native".split())
_CONTINENTS = frozenset({"african", "asian", "european"})


def of_many_lands(word: Token) -> bool:
    """ "American" of "Latin American", of no one country; not "Korean" of "South Korean"."""
    before = word.nbor(-1) if word.i > word.sent.start else None
    if before is None or before.lower_ not in _BROADER or not before.text.istitle():
        return False
    if country_of(f"{before.text} {word.text}"):
        return False
    return word.lower_ in _CONTINENTS or bool(country_of(word.text))


def nation_words(cast: Cast) -> dict[str, str]:
    """ "Karvenian" to "Karvenia", both in small letters, where the report has both and no other
    name has the stem."""
    names: dict[str, None] = {}
    adjectives: dict[str, None] = {}
    for token in cast.body_tokens:
        if not token.text[0].isupper() or len(token.text) < 4 or country_of(token.text):
            continue
        if token.pos_ == "PROPN" and token.i not in cast.by_head and not _is_faction(token):
            names[token.text] = None
        if token.pos_ in ("ADJ", "PROPN") and re.search(r"(?:an|ans|ese|ish|ic|i|is)$", token.text):
            adjectives[token.text] = None
    found: dict[str, str] = {}
    beginning: dict[str, list[str]] = {}
    for name in names:
        if name not in adjectives:
            beginning.setdefault(name[:3].lower(), []).append(name)
    for adjective in adjectives:
        stem = _stem(adjective, _ENDINGS)
        fitting = {n for n in beginning.get(stem[:3], ()) if _same_stem(stem, n)}
        if len(fitting) == 1:
            name = fitting.pop()
            found[adjective.lower()] = name
            found[name.lower()] = name
            if not adjective.endswith("s"):
                found[adjective.lower() + "s"] = name
    for name in _with_a_state(cast):
        found.setdefault(name.lower(), name)
    return found


def _is_faction(token: Token) -> bool:
    """ "Democrats", to whom "Democratic" is no nationality word."""
    return token.lower_.removesuffix("s") in roles.FACTIONS or token.lower_ in roles.FACTIONS


def _with_a_state(cast: Cast) -> list[str]:
    """Names that no list knows, of one word, told to have what states have: "Velmark's army"."""
    found: dict[str, None] = {}
    places = {
        t.text
        for t in cast.body_tokens
        if t.pos_ == "PROPN"
        and (
            t.ent_type_ in ("GPE", "LOC", "NORP")
            or (t.dep_ == "pobj" and t.head.lower_ in ("in", "from", "into", "across", "near"))
        )
    }
    for index, words in cast.bodies.items():
        if words not in places:
            continue  # "Kolov's army" has a person before it
        token = cast.token(index)
        if token is None or " " in words or token.text != words or not words.istitle():
            continue
        if token.dep_ not in ("poss", "compound") or token.head.i < token.i:
            continue
        known = country_of(words) or seat_of(words) or words in cast.fuller
        if not known and lemma(token.head) in roles.STATEHOOD:
            found[words] = None
    return list(found)


def _stem(word: str, endings: tuple[str, ...]) -> str:
    lowered = word.lower()
    for ending in sorted(endings, key=len, reverse=True):
        if lowered.endswith(ending) and len(lowered) - len(ending) >= 3:
            return lowered[: -len(ending)]
    return lowered


def _same_stem(stem: str, name: str) -> bool:
    other = name.lower()
    shorter = _stem(name, _LAST)
    if len(stem) < 3 or not other.startswith(stem):
        return False
    return other == stem or shorter == stem or len(other) - len(stem) <= 2
