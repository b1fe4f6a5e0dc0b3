"""Slips of the parser in an inverted clause: "were the mayor to sign", "should the mayor sign",
taken for a main clause."""

from __future__ import annotations

from firstmove.reading.parsing.clauses import Token, lemma
from firstmove.reading.parsing.edges import attach, swap_root

_DOERS = frozenset({"nsubj", "nsubjpass", "expl"})
_NOUNS = frozenset({"NOUN", "PROPN", "PRON"})
_LONGEST = 12  # words of its subject
_READY = frozenset("ready willing prepared open".split())
_HELD_OUT = frozenset("offer pledge promise propose threaten vow warn".split())
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


def should_behind(sentence: Token) -> None:
    """ "Will close the port should Velm raise the toll", "threatened to …": raised on a condition,
    and what would be done then heads the sentence."""
    for should in sentence:
        verb = should.head
        if should.lower_ != "should" or should.dep_ != "aux" or verb.i < should.i + 2:
            continue
        if any(t.text == "?" for t in sentence) or should.nbor().is_punct:
            continue
        doers = [c for c in verb.children if c.dep_ in _DOERS]
        if any(c.i < should.i for c in doers):
            continue  # "the council should also close it"
        noun = doers[0] if doers else None
        first = next((c for c in verb.children if c.dep_ == "ccomp" and c.i < should.i), None)
        main = verb.head if first is None else first
        if not should.sent.start < main.i < should.i or not _would_be(main, should):
            continue
        if noun is None and (noun := _taken_for_adverb(should, verb)) is None:
            continue
        if noun.left_edge.i != should.i + 1:
            continue
        if first is not None:
            swap_root(verb, first, "advcl")
        elif verb.dep_ in ("ccomp", "conj"):
            verb.dep_ = "advcl"


def _would_be(main: Token, should: Token) -> bool:
    """ "Will X", "threatens to X", "is ready to X", told without a word that leaves it open."""
    before = should.nbor(-1)
    if before.dep_ in ("mark", "cc") or before.lower_ in ("that", "why", "how", "what", "when"):
        return False
    helped = any(c.tag_ == "MD" for c in main.children)
    return helped or lemma(main) in _HELD_OUT or any(c.lower_ in _READY for c in main.children)


def _taken_for_adverb(should: Token, verb: Token) -> Token | None:
    """ "Should a single well be sealed": no adverb has an article before it."""
    for word in verb.children:
        led = word.left_edge.i == should.i + 1 or should.nbor().dep_ == "det"
        if should.i < word.i < verb.i and word.dep_ == "advmod" and led:
            passive = any(c.dep_ == "auxpass" for c in verb.children)
            word.tag_, word.pos_ = "NN", "NOUN"
            for child in [c for c in verb.children if should.i < c.i < word.i]:
                attach(child, word, child.dep_)
            attach(word, verb, "nsubjpass" if passive else "nsubj")
            return word
    return None


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
