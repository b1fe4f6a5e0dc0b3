"""Bodies and offices of a state told again without whose they are: "the ministry"."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from firstmove.reading.parsing.clauses import Token, lemma, text_of
from firstmove.reading.people.beside import modifiers
from firstmove.reading.people.body_kinds import ORGANS
from firstmove.reading.people.callings import is_role
from firstmove.reading.people.countries import country_of, seat_of
from firstmove.reading.people.holders import role_words
from firstmove.reading.people.leads import lead_of
from firstmove.reading.people.side import NONE, Side, is_definite

if TYPE_CHECKING:
    from firstmove.reading.people.affiliation import Affiliations


def told_of(sides: Affiliations, noun: Token, depth: int) -> Side | None:
    """A bare "the ministry" after "Orland's ministry": the same side, where all ministries
    just told of are; None where none was."""
    here = sides.cast.sentence_of.get(noun.i)
    if here is None or depth > 3 or noun.tag_ not in ("NN", "NNP"):
        return None
    word = lemma(noun)
    kind = [t.lower_ for t in lead_of(noun)]
    for first in (here - 3, 0):  # of that very kind also further back: "the trade ministry"
        found = {
            modifiers(sides, t, depth + 2).party
            for number in range(max(0, first), here + 1)
            for t in sides.cast.by_sentence[number]
            if t.i < noun.i
            and t.pos_ in ("NOUN", "PROPN")
            and lemma(t) == word
            and not _has_name(sides.cast.bodies.get(t.i, ""))
        } - {""}
        if found or not kind:
            break
    return Side(found.pop()) if len(found) == 1 else None


def told_of_office(sides: Affiliations, noun: Token, depth: int) -> Side | None:
    """A bare "the trade secretary" after "Orland's trade secretary": the same side, where every
    holder of that office in the report is of it; None where none was told before."""
    if depth > 2 or any(c.dep_ in ("poss", "prep", "relcl") for c in noun.children):
        return None
    words = role_words(noun)
    found = set()
    before = False
    for token in sides.by_word.get(noun.lower_, ()):
        if token.i == noun.i or token.pos_ != "NOUN" or not set(words) <= set(role_words(token)):
            continue
        if party := modifiers(sides, token, depth + 2).party:
            found.add(party)
            before = before or token.i < noun.i
    return Side(found.pop()) if len(found) == 1 and before else None


def just_said(sides: Affiliations, somebody: Token, depth: int) -> Side:
    """ "A spokeswoman", "Trade Minister Ann Roe" of nobody, after "Orland backed the plan." in the
    same paragraph: of who took that position, where it names nobody else."""
    here = sides.cast.sentence_of.get(somebody.i, 0)
    if depth > 2 or here == 0:
        return NONE
    before = sides.cast.by_sentence[here - 1]
    if not before or "\n" in text_of(somebody.doc)[before[0].idx : somebody.idx]:
        return NONE
    heads = [t for t in before if t.dep_ == "nsubj" and t.head.dep_ == "ROOT"]
    if len(heads) != 1 or not {lemma(heads[0].head)} & _POSITIONS:
        return NONE
    found = sides.of_noun(heads[0], depth + 1)
    named = any(t.pos_ == "PROPN" and not _within(t, heads[0]) for t in before)
    return NONE if named else found


def group_before(sides: Affiliations, noun: Token) -> Side:
    """ "The group" after "Hamas": the one name of a single word that more than once was told before
    of what acts or has officials, and is no land, organ of a state or person."""
    bare = is_definite(noun) and all(c.dep_ in ("det", "amod", "case") for c in noun.children)
    if lemma(noun) not in _GROUPS or not bare or sides.names_bodies(noun):
        return NONE
    told = Counter(
        words
        for index, words in sides.cast.bodies.items()
        if index < noun.i
        and (name := sides.cast.token(index)) is not None
        and (name.dep_ == "nsubj" or (name.dep_ == "compound" and is_role(name.head)))
        and not (" " in words or country_of(words) or seat_of(words) or words in sides.stems)
        and name.ent_type_ not in ("GPE", "LOC", "FAC", "PERSON", "NORP")
        and lemma(name) not in ORGANS
    )
    return Side(next(iter(told))) if len(told) == 1 and told.total() > 1 else NONE


_GROUPS = frozenset("group militia movement organisation organization".split())
# What sides do with words: who speaks next without a name speaks for the one that did.
_POSITIONS = frozenset(
    "announce approve back call condemn confirm decline defend demand deny dismiss endorse oppose "
    "pledge promise refuse reject rule say support threaten urge vow warn welcome".split()
)


def _within(token: Token, noun: Token) -> bool:
    return bool(noun.left_edge.i <= token.i <= noun.right_edge.i)


def _has_name(words: str) -> bool:
    """ "Ministry of Health", no "Ministry" or "foreign ministry"."""
    words = words.removeprefix("the ").removeprefix("The ")
    return " " in words and not words.islower()
