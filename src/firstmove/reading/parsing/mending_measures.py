"""Measures and pay: "the cut, worth 30 crowns, could wait", "starting pay was raised"."""

from __future__ import annotations

from firstmove.reading.parsing.clauses import SUBJECTS, Token, lemma
from firstmove.reading.parsing.edges import attach

_MEASURING = frozenset("about around costing nearly now over roughly some totalling worth".split())


_PAY = frozenset("pay price rate rent salary wage".split())
_AMOUNTS = frozenset({"PERCENT", "MONEY", "QUANTITY"})


def of_pay(sentence: Token) -> None:
    """ "If starting pay is raised by 9 percent": no paying that is started, and nobody's deed of
    nine percent."""
    for verb in sentence:
        amount = next((c for c in verb.children if c.dep_ == "pobj"), None)
        if verb.dep_ == "agent" and amount is not None and amount.ent_type_ in _AMOUNTS:
            verb.dep_ = "prep"
        thing = verb.nbor() if verb.i + 1 < sentence.end else verb
        if verb.dep_ not in ("csubj", "csubjpass") or verb.lower_ not in ("starting", "opening"):
            continue
        if thing.dep_ == "dobj" and thing.head.i == verb.i and lemma(thing) in _PAY:
            dep = "nsubjpass" if verb.dep_ == "csubjpass" else "nsubj"
            attach(thing, verb.head, dep)
            attach(verb, thing, "amod")


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
