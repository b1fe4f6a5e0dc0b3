"""Words of two parts that the parser takes for a row of things: “counter-offer”, “re-vote”."""

from __future__ import annotations

from firstmove.reading.parsing.clauses import Token
from firstmove.reading.parsing.edges import attach


def hyphenated(sentence: Token) -> None:
    """The mark between two nouns is no noun of its own, and the first goes with the second."""
    for mark in sentence[1:-1]:
        if mark.text != "-" or mark.pos_ == "PUNCT":
            continue
        first, last = mark.nbor(-1), mark.nbor(1)
        tight = not first.whitespace_ and not mark.whitespace_
        if tight and first.head is last.head and first.dep_ == last.dep_ == mark.dep_:
            for child in first.children:
                attach(child, last, child.dep_)
            attach(first, last, "compound")
            attach(mark, last, "punct")
            mark.pos_ = "PUNCT"
