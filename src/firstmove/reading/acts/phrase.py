"""The words of a noun phrase in a label: what tells one thing from others."""

from __future__ import annotations

from typing import Any

from firstmove.reading.acts.forms import (
    CHANGES,
    SHARES,
    counted,
    for_whom,
    is_infinitive,
    per_cent,
    tells_amount,
)
from firstmove.reading.acts.render import MAX_WORDS

DROPPED = frozenset("relcl acl advcl appos punct mark cc preconj npadvmod parataxis".split())
KEPT = frozenset("det amod compound nummod poss case neg quantmod advmod nmod predet".split())
TAILS = (
    "of",
    "on",
    "to",
    "with",
    "without",
    "from",
    "at",
    "over",
)  # prepositions that tell things apart
MAX_REVERSED = 6  # words of a clause without which a thing would be the contrary
# Of these "for" says of what.
PLANNED = frozenset(
    """access bid compensation exception exemption fund funding guarantee money permission
    plan project protection push""".split()
)
# Of these the infinitive says to what: "the right to fish".
LEAVES = frozenset("access freedom leave licence license permission permit right".split())


def is_joined(noun: Any, inside: set[int]) -> bool:
    """Whether a noun and what "and" joins to it are short enough to stay one label."""
    joined = [c for c in noun.children if c.dep_ in ("cc", "conj") and c.i in inside]
    if noun.pos_ not in ("NOUN", "PROPN") or all(c.dep_ == "cc" for c in joined):
        return False  # "seven years instead of four"
    if counted(noun) and any(counted(c) for c in joined if c.dep_ == "conj"):
        return False  # "a delay and a hearing" are two things
    last = max(t.i for t in joined[-1].subtree if t.i in inside)
    first = min(t.i for t in phrase(noun, inside, joined=False))
    return bool(last - first < MAX_WORDS)


def phrase(noun: Any, inside: set[int], depth: int = 0, joined: bool = True) -> list[Any]:
    """The noun with what tells it from others; no relative clause, no second prepositional tail."""
    if noun.lower_ in ("none", "neither") and (of := _of(noun)) is not None:
        return phrase(of, inside, depth, joined)  # "none of the gates"
    kept = [noun] if noun.i in inside else []
    if noun.tag_ == "VBG" and noun.dep_ == "nsubjpass":  # "unless punishing duties are lifted"
        kept += [t for c in noun.children if c.dep_ == "dobj" for t in phrase(c, inside, depth)]
    if noun.lemma_.lower() in CHANGES and noun.i + 1 < len(noun.doc) and noun.i + 1 in inside:
        after = noun.nbor()  # "dismissed a cut by half": parsed as a way to dismiss
        if after.head.i != noun.i and tells_amount(after, inside):
            kept += [after, *(c for o in after.children for c in (*counted(o), o))]
    tails = 0
    for child in noun.children:
        if child.i not in inside:
            continue
        if child.dep_ in ("relcl", "acl") and any(c.dep_ == "auxpass" for c in child.children):
            # "the ban to be lifted": without the verb the label would be the ban itself
            if any(c.lower_ == "to" and c.dep_ == "aux" for c in child.children):
                kept += [c for c in child.children if c.dep_ in ("aux", "auxpass")] + [child]
            continue
        if _reverses(child, noun):
            kept += [t for t in child.subtree if t.i in inside]
            continue
        if joined and child.dep_ in ("cc", "conj") and is_joined(noun, inside):
            kept += [child] if child.dep_ == "cc" else phrase(child, inside, depth)
            continue
        if child.dep_ == "acl" and noun.lemma_.lower() in LEAVES and is_infinitive(child):
            objects = [o for c in child.children if c.dep_ == "dobj" for o in phrase(c, inside, 1)]
            kept += [*(c for c in child.children if c.tag_ == "TO"), child, *objects]
        if child.dep_ in DROPPED or (child.lower_ == "both" and noun.conjuncts):
            continue
        if child.dep_ == "amod" and child.i > noun.i and child.left_edge.nbor(-1).text == ",":
            continue  # "the cut, worth 30 crowns a child"
        if child.dep_ == "prep":
            of_change = noun.lemma_.lower() in CHANGES and (
                child.lower_ == "in" or tells_amount(child, inside)
            )
            planned = child.lower_ == "for" and noun.lemma_.lower() in PLANNED
            planned = planned or _by_people(child)  # "visits by foreign doctors"
            if depth or tails or not (child.lower_ in TAILS or of_change or planned):
                continue
            if any(c.ent_type_ in ("DATE", "TIME") for c in child.children):
                continue  # "negotiations on Tuesday"
            if child.i > noun.i and child.nbor(-1).text == ",":
                continue  # "the corridor, on the other hand, could be …"
            tails += 1
            kept += _tail_of(child, inside, depth)
        elif child.dep_ in KEPT:
            kept += [child, *[t for t in _before_comma(child, noun) if t.i in inside]]
    kept += [unit for number in kept for unit in _millions(number, inside)]
    return sorted({t.i: t for t in kept}.values(), key=lambda t: t.i)


def _millions(number: Any, inside: set[int]) -> list[Any]:
    """ "m" in "£3m provided that …", "3m crowns", parsed as of the next words."""
    if number.pos_ != "NUM" or number.whitespace_ or number.i + 1 not in inside:
        return []
    unit = number.nbor()
    return [unit] if unit.lower_ in ("bn", "k", "m", "tn") else []


def _reverses(clause: Any, noun: Any) -> bool:
    """ "Any return that is not voluntary": without it, the thing would be the contrary."""
    if clause.dep_ != "relcl" or not any(c.dep_ == "neg" for c in clause.children):
        return False
    first, last = clause.left_edge, clause.right_edge
    sort = all(c.lower_ in ("a", "an", "any", "no") for c in noun.children if c.dep_ == "det")
    short = first.i == noun.i + 1 and last.i - noun.i <= MAX_REVERSED
    return sort and first.tag_ == "WDT" and short


def _tail_of(prep: Any, inside: set[int], depth: int) -> list[Any]:
    kept = [prep]
    if any(c.lower_ == "whether" for inner in prep.children for c in inner.children):
        return []  # "a vote on whether to leave"
    if any(c.tag_ == "WP" for inner in prep.children for c in inner.children):
        return []  # "a contribution to what she called a folly"
    for inner in prep.children:
        if inner.dep_ in ("pobj", "pcomp"):
            kept += phrase(inner, inside, depth + 1)
            kept += per_cent(inner, inside)
            if inner.pos_ in ("DET", "NUM", "PRON") and (of := _of(inner)) is not None:
                kept += [of.head, *phrase(of, inside, depth + 1)]  # "at any of the plants"
    return kept


def astray(noun: Any, inside: set[int]) -> list[Any]:
    """ "Ruled out a halt to the raids": parsed as to what it was ruled out, by a verb that only
    brings in the thing."""
    at = noun.right_edge.i + 1
    if noun.dep_ != "dobj" or noun.head.i in inside or at not in inside:
        return []
    prep = noun.doc[at]
    told = prep.dep_ == "prep" and prep.head.i == noun.head.i and prep.lower_ in ("of", "on", "to")
    when = any(c.ent_type_ in ("DATE", "TIME") for c in prep.children)
    return _tail_of(prep, inside, 0) if told and not when else []


def _before_comma(child: Any, noun: Any) -> list[Any]:
    """The words below, of what stands behind the noun up to a comma: "the way open, ice or not"."""
    below = list(child.subtree)
    if child.i > noun.i:
        comma = next((t.i for t in below if t.text == "," and t.i > child.i), None)
        below = [t for t in below if comma is None or t.i < comma]
    return [t for t in below if t.dep_ != "punct"]


def _of(noun: Any) -> Any:
    return next(
        (o for c in noun.children if c.lower_ == "of" for o in c.children if o.dep_ == "pobj"), None
    )


def tail(prep: Any, inside: set[int]) -> list[Any]:
    """A preposition with what it is of: "out of the town"; not a time, not a pronoun."""
    found: list[Any] = []
    for child in prep.children:
        when = child.ent_type_ in ("DATE", "TIME") and child.lemma_.lower() not in SHARES
        when = when and not for_whom(prep)
        if child.i not in inside or child.pos_ == "PRON" or when:
            continue
        if child.dep_ == "pobj":
            found += phrase(child, inside, depth=1)
        elif child.dep_ == "prep":
            found += tail(child, inside)
    return [prep, *found] if found else []


def _by_people(prep: Any) -> bool:
    told = [c for c in prep.children if c.dep_ == "pobj"]
    return prep.lower_ == "by" and bool(told) and told[0].tag_ == "NNS" and not counted(told[0])
