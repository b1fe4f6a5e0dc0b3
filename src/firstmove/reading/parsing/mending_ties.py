"""What a condition was hung on by the parser, where it ties another verb of its sentence."""

from __future__ import annotations

from firstmove.reading.parsing.clauses import Token, lemma, own_subject
from firstmove.reading.parsing.edges import attach

_LETTING = frozenset("allow enable help let make permit".split())
_TYING = frozenset("if once unless until till provided providing before".split())
_LASTING = frozenset("continue go keep remain stay wait".split())
_ASIDES = frozenset("something anything".split())
_PROVISOS = frozenset({"provided", "providing"})


def let_until(sentence: Token) -> None:
    """ "Will not let inspectors enter until Velm pays": not let until then; nobody enters until."""
    for deed in sentence:
        let = deed.head
        if deed.tag_ != "VB" or deed.dep_ not in ("ccomp", "xcomp") or lemma(let) not in _LETTING:
            continue
        if let.i > deed.i or lemma(deed) in _LASTING:
            continue  # "will not let them stay until May ends"
        for clause in [c for c in deed.children if c.dep_ == "advcl" and c.i > deed.i]:
            marks = [c.lower_ for c in clause.children if c.dep_ == "mark"]
            if _TYING & set(marks) and own_subject(clause) is not None:
                attach(clause, let, "advcl")


def proviso_behind_aside(sentence: Token) -> None:
    """ "Is ready to free them, something Velm has long demanded, provided that …": ready provided
    that, and not demanded."""
    for word in sentence:
        aside = word.head
        if word.lower_ not in _PROVISOS or aside.lower_ not in _ASIDES or aside.i > word.i:
            continue
        if word.nbor(-1).text != "," or aside.nbor(-1).text != ",":
            continue
        main = aside.nbor(-2)
        main = next((t for t in (main, *main.ancestors) if t.pos_ in ("VERB", "AUX")), main)
        if main.pos_ in ("VERB", "AUX") and main.i < aside.i:
            attach(word, main, "prep")


def does_not(sentence: Token) -> None:
    """ "If Velm does not, Oske will strike": what Velm does not do, and not what Oske will not."""
    for word in sentence:
        if word.dep_ != "neg" or word.i == sentence.start or word.i + 1 >= sentence.end:
            continue
        helper, behind = word.nbor(-1), word.nbor(1)
        cut_off = helper.lemma_ == "do" and behind.text == "," and helper.dep_ == "advcl"
        if cut_off and word.head.i > word.i and helper.head.i == word.head.i:
            attach(word, helper, "neg")
