"""Bodies that have a description for a name: "the teachers union", "Tarn parish council"."""

from __future__ import annotations

from collections.abc import Iterable

from firstmove.reading.lexicon.roles import CHAMBERS, FACTIONS, SCOPES
from firstmove.reading.parsing.clauses import Token, lemma
from firstmove.reading.people.body import Body
from firstmove.reading.people.body_kinds import ORGANS, SITES
from firstmove.reading.people.body_nouns import COUNCILS, FIRMS, UNNAMED
from firstmove.reading.people.cast import Cast
from firstmove.reading.people.countries import country_of, seat_of
from firstmove.reading.people.name_before import name_before

_LOCAL = COUNCILS | {"school", "water", "port", "harbour", "harbor", "hospital"}


def unnamed(cast: Cast, tokens: Iterable[Token]) -> list[Body]:
    """Bodies that have a description for a name: "the teachers union", "the parish council"."""
    found: dict[str, Body] = {}
    for token in tokens:
        small = token.text.islower() and token.tag_ in ("NN", "NNP")
        if not (small or (token.pos_ == "NOUN" and token.tag_ == "NN")):
            continue
        word = lemma(token)
        if word not in UNNAMED | SITES:
            continue
        if name_before(cast, token) is not None:
            continue  # "the Hamas movement"
        if token.dep_ == "compound" and lemma(token.head) in ORGANS:
            continue  # "the school district"
        lead = [
            c for c in token.children if c.i < token.i and c.dep_ != "punct" and c.tag_ != "JJS"
        ]
        words = [c for c in lead if c.dep_ in ("compound", "nmod") and c.pos_ == "NOUN"]
        if len(lead) == 1 and _owned_by_people(lead[0]):  # "the cleaners' union"
            owner = str(token.doc[lead[0].left_edge.i : token.i].text).lower()
            found.setdefault(f"{owner} {word}", Body(f"{owner} {word}", token.i, {word}))
            continue
        if word in SITES:  # "the Dunmore bakery"
            words = [c for c in lead if c.dep_ in ("compound", "nmod") and c.pos_ == "PROPN"]
        elif word not in FIRMS:  # "the Tarn port authority"
            words = [c for c in lead if c.dep_ in ("compound", "nmod") and _may_own(cast, c, word)]
            if words:  # "the regional water agency"
                words = [c for c in lead if c in words or c.lower_ in SCOPES]
        if word == "council" and (town := _town_of(lead)):  # "Tarn's town council"
            name = f"{town} {token.nbor(-1).lower_} {word}"
            found.setdefault(name, Body(name, token.i, {word, token.nbor(-1).lower_}))
            continue
        articles = [c for c in lead if c.dep_ == "det" and c.lower_ in ("the", "a", "an")]
        called = bool(words) and words[0].pos_ == "PROPN"  # "Tarn parish council"
        if len(articles) > 1 or not (articles or called):
            continue
        if not words or len(lead) != len(words) + len(articles):
            continue
        named = (w.text if w.pos_ == "PROPN" else w.lower_ for w in words)
        name = " ".join([*(["the"] if articles else []), *named, token.lower_])
        found.setdefault(name, Body(name, token.i, {word}))
    return list(found.values())


def _town_of(lead: list[Token]) -> str:
    """ "Tarn Green" in "Tarn Green's town council"; "" for other words before a council."""
    owner, kinds = (lead[0], lead[1:]) if lead else (None, [])
    if owner is None or owner.dep_ != "poss" or owner.pos_ != "PROPN" or len(kinds) != 1:
        return ""
    if kinds[0].lower_ not in COUNCILS or country_of(owner.text):
        return ""
    return str(owner.doc[owner.left_edge.i : owner.i + 1].text)


def _may_own(cast: Cast, word: Token, kind: str) -> bool:
    """ "Tarn" and "port" before "authority"; no country, chamber or person, whose authority or
    committee may be one of many."""
    if word.pos_ == "NOUN" or word.text.islower():
        return True
    if word.pos_ != "PROPN" or country_of(word.text) or seat_of(word.text):
        return False
    of_nation = word.ent_type_ == "NORP" and word.lower_.endswith(("ian", "ese", "ish", "an"))
    of_nation = of_nation and word.nbor(1).lower_ not in _LOCAL  # "the Marran school board"
    if of_nation or word.lower_ in CHAMBERS or word.lower_ in FACTIONS:
        return False
    return word.i not in cast.by_head or kind in ("clan", "tribe")


def _owned_by_people(noun: Token) -> bool:
    """ "the cleaners'": a people, with its article, in the possessive."""
    marks = [c for c in noun.children if c.tag_ == "POS"]
    rest = [c.lower_ for c in noun.children if c.tag_ != "POS"]
    return noun.tag_ == "NNS" and bool(marks) and rest == ["the"]
