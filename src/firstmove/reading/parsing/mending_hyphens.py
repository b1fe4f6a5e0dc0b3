"""Words of two parts that the parser takes for a row of things: “counter-offer”, “re-vote”."""

from __future__ import annotations

from firstmove.reading.parsing.clauses import Token
from firstmove.reading.parsing.edges import attach

# Before verbs: "re-open", "co-finance".
PREFIXES = frozenset("co cross de dis mis non out over pre re un under".split())


def hyphenated(sentence: Token) -> None:
    """The mark between two nouns is no noun of its own, and the first goes with the second."""
    for mark in sentence[1:-1]:
        if mark.text != "-":
            continue
        first, last = mark.nbor(-1), mark.nbor(1)
        if _is_prefix(first, mark, last):
            _one_verb(first, mark, last)
            continue
        if mark.pos_ == "PUNCT":
            continue
        tight = not first.whitespace_ and not mark.whitespace_
        if tight and first.head is last.head and first.dep_ == last.dep_ == mark.dep_:
            for child in first.children:
                attach(child, last, child.dep_)
            attach(first, last, "compound")
            attach(mark, last, "punct")
            mark.pos_ = "PUNCT"


def _is_prefix(first: Token, mark: Token, last: Token) -> bool:
    """ "Re" of "to re-open the border", which the parser takes for a verb."""
    tight = not first.whitespace_ and not mark.whitespace_
    verb = first.pos_ == "VERB" or (last.tag_ in ("VB", "VBP") and first.dep_ != "compound")
    return tight and first.lower_ in PREFIXES and verb and last.is_alpha


def _one_verb(prefix: Token, mark: Token, verb: Token) -> None:
    """The verb stands behind the mark, whatever it is taken for: "co-finance drip irrigation"."""
    thing = verb.head if verb.dep_ in ("amod", "compound") and verb.head.i > verb.i else None
    if prefix.dep_ == "conj" and prefix.head.dep_ == "dobj":  # "open the border and pre-pay it"
        attach(verb, prefix.head.head, "conj")
    elif prefix.head.i != verb.i:
        attach(verb, verb if prefix.dep_ == "ROOT" else prefix.head, prefix.dep_)
    if thing is not None:
        attach(thing, verb, "dobj")
    for word in (*prefix.children, *mark.children):
        if word.i not in (mark.i, verb.i):
            attach(word, verb, word.dep_)
    if verb.pos_ != "VERB":
        verb.tag_, verb.pos_, verb.lemma_ = "VB", "VERB", verb.lower_
    attach(prefix, verb, "punct")
    attach(mark, verb, "punct")
    prefix.tag_, prefix.pos_, mark.tag_, mark.pos_ = "AFX", "X", "HYPH", "PUNCT"
