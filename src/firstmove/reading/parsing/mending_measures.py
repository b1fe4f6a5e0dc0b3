"""What is said of a thing's measure between commas: "the cut, worth 30 crowns, could wait"."""

from __future__ import annotations

from firstmove.reading.parsing.clauses import SUBJECTS, Token
from firstmove.reading.parsing.edges import attach

_MEASURING = frozenset("about around costing nearly now over roughly some totalling worth".split())


def inserted_measure(sentence: Token) -> None:
    """The thing is the subject, not the crowns that it is worth."""
    for measure in sentence:
        verb = measure.head
        counted = any(c.dep_ == "nummod" for c in measure.children)
        if measure.dep_ not in SUBJECTS or not counted or verb.pos_ not in ("VERB", "AUX"):
            continue
        thing = next((c for c in measure.children if c.dep_ == "nsubj" and c.i < measure.i), None)
        if thing is None:
            continue
        first = next((t for t in measure.doc[thing.i + 1 : measure.i] if t.text == ","), None)
        closed = any(t.text == "," for t in measure.doc[measure.i : verb.i])
        if first is None or not closed or first.nbor().lower_ not in _MEASURING:
            continue
        dep = measure.dep_
        attach(thing, verb, dep)
        attach(measure, thing, "appos")
