"""Slips of the parser in an inverted clause: "were the mayor to sign", taken for a main clause."""

from __future__ import annotations

from firstmove.reading.parsing.clauses import Token
from firstmove.reading.parsing.edges import attach, swap_root

_DOERS = frozenset({"nsubj", "nsubjpass", "expl"})
_NOUNS = frozenset({"NOUN", "PROPN", "PRON"})
_LONGEST = 12  # words of its subject
_READY = frozenset("ready willing prepared open".split())
_MODALS = frozenset("will would shall can could".split())


def inverted(sentence: Token) -> None:
    """ "Would free the crew were the army to pull back": what is to be done heads the clause,
    "were" helps it, and the noun between them is its subject."""
    for were in sentence:
        if were.lower_ != "were" or not (_opens(were) or _told_before(were)):
            continue
        doers = [c for c in were.children if c.dep_ in _DOERS and c.i < were.i]
        if any(not _taken_for_doer(c) for c in doers):
            continue
        to = next((t for t in sentence if t.i > were.i and (t.tag_ == "TO" or t.is_punct)), None)
        if to is None or to.tag_ != "TO" or to.i - were.i > _LONGEST or to.i < were.i + 2:
            continue
        verb = to.head.head if to.head.dep_ == "auxpass" else to.head  # "to be levied"
        above = were.head
        if verb.i < to.i or verb.tag_ not in ("VB", "VBN") or above.i in (were.i, verb.i):
            continue
        noun = _noun_between(were, to)
        if noun is None:
            continue
        for taken in doers:  # "would free the crew | were the army …"
            attach(taken, taken.left_edge.nbor(-1), "dobj")
        attach(verb, above, "advcl")
        if verb.head.i != above.i:
            continue
        passive = any(c.dep_ == "auxpass" for c in verb.children)
        attach(noun, verb, "nsubjpass" if passive else "nsubj")
        for child in [c for c in were.children if c.i > were.i and c.i != verb.i]:
            attach(child, verb, child.dep_)
        attach(were, verb, "aux")


def not_until(sentence: Token) -> None:
    """ "Not until the boats leave will Velm sign": what Velm will do heads the sentence, and what
    comes first is a clause of it."""
    for clause in sentence:
        mark = next((c for c in clause.children if c.lower_ in ("until", "till")), None)
        if mark is None or mark.i == sentence.start or mark.nbor(-1).lower_ != "not":
            continue
        will = next((t for t in sentence if t.i > clause.i and t.lower_ in _MODALS), None)
        if will is None or will.dep_ != "aux" or will.head.head.i not in (clause.i, will.head.i):
            continue
        main = will.head
        doer = next((t for t in main.children if t.dep_ in ("nsubj", "compound")), None)
        if doer is None or not clause.i < will.i < doer.i < main.i:
            continue
        if doer.dep_ == "compound":  # "will Velm | sign", taken for one name
            for word in [c for c in main.children if will.i < c.i < doer.i]:
                attach(word, doer, word.dep_)
            attach(doer, main, "nsubj")
            main.tag_, main.pos_, main.lemma_ = "VB", "VERB", main.lower_
        swap_root(clause, main, "advcl")


def _noun_between(were: Token, to: Token) -> Token | None:
    """The head of the noun phrase that fills the room between the two."""
    between = were.doc[were.i + 1 : to.i]
    inside = {t.i for t in between}
    tops = [t for t in between if t.pos_ in _NOUNS and t.head.i not in inside]
    return tops[0] if len(tops) == 1 else None


def _opens(were: Token) -> bool:
    """At the front of a sentence or a quotation, or behind "that" and the like."""
    if were.i == were.sent.start:
        return True
    before = were.nbor(-1)
    return before.text in '“‘"' or before.lower_ in ("that", "but", "and")


def _told_before(were: Token) -> bool:
    """Behind what would be done: "might agree to a pause were …", "stood ready to sign were …"."""
    before = were.doc[were.sent.start : were.i]
    return any(
        (t.tag_ == "MD" and t.lower_ not in ("must", "ca")) or t.lower_ in _READY for t in before
    )


def _taken_for_doer(noun: Token) -> bool:
    """An object of the verb right before it, which has no other."""
    edge = noun.left_edge
    before = edge.nbor(-1) if edge.i > edge.sent.start else edge
    return bool(before.tag_ == "VB") and not any(c.dep_ == "dobj" for c in before.children)
