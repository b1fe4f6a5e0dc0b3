"""Slips of the parser at what stands before, behind or after a saying: who says and asks it."""

from __future__ import annotations

from firstmove.reading.attribution import cues
from firstmove.reading.parsing.clauses import Token, is_animate, lemma, own_subject
from firstmove.reading.parsing.edges import attach, swap_root
from firstmove.reading.parsing.mending_verbs import ASKING

_SOMEBODY = cues.BODIES | cues.PEOPLE
_LINKS = frozenset("before after until till once while".split())


def all_the_same(sentence: Token) -> None:
    """ "All the same, an aide, who …, said": the aide said it."""
    words = [t.lower_ for t in sentence[:4]]
    if words not in (["all", "the", "same", ","], ["just", "the", "same", ","]):
        return
    same = sentence[2]
    doer = next((c for c in same.children if c.dep_ == "appos" and c.i > same.i), None)
    if same.dep_ == "nsubj" and doer is not None:
        attach(doer, same.head, "nsubj")
        same.dep_ = "npadvmod"


def proviso_behind_tag(sentence: Token) -> None:
    """ "It would pay, said its head, Ada Voss, provided that …": the head said, and provided
    nothing."""
    for word in sentence:
        if word.lower_ not in ("provided", "providing") or word.dep_ in ("prep", "mark"):
            continue
        said, doer = word.head, own_subject(word)
        if doer is None or word.nbor(-1).text != "," or said.i >= doer.i:
            continue
        if "c" not in cues.VERBS.get(lemma(said), ()) or own_subject(said) is not None:
            continue
        if any(t.pos_ in ("VERB", "AUX") for t in word.doc[said.i + 1 : word.i]):
            continue
        attach(doer, said, "nsubj")
        word.dep_, word.tag_ = "prep", "VBN"


def tag_taken_for_joined(sentence: Token) -> None:
    """ "It will sail unless he comes before May, its secretary, Ada Sorn, told the press": the
    secretary told it, and no month did."""
    for said in sentence:
        main = said.head
        joined = said.dep_ == "conj" and main.dep_ == "ROOT" and main.i < said.i
        if not joined or said.tag_ not in ("VBD", "VBZ") or own_subject(said) is not None:
            continue
        if "c" not in cues.VERBS.get(lemma(said), ()) or said.nbor(-1).text != ",":
            continue
        if any(c.dep_ == "cc" and c.i < said.i for c in main.children):
            continue
        doer = said.nbor(-2)
        while doer.dep_ in ("appos", "compound") and doer.head.dep_ == "appos":
            doer = doer.head
        if doer.dep_ != "appos" or not is_animate(doer) or doer.left_edge.i == sentence.start:
            continue
        if is_animate(doer.head):  # "after the union, its oldest partner, said"
            continue
        if doer.left_edge.nbor(-1).text != "," or own_subject(main) is None:
            continue
        attach(doer, said, "nsubj")
        swap_root(main, said, "ccomp")


def time_behind_demand(sentence: Token) -> None:
    """ "Insists that Velm station guards before any of this begins": "begins" tells when, and is
    not what is insisted on."""
    for verb in sentence:
        thing = own_subject(verb) if verb.dep_ == "ccomp" else None
        that = [c for c in verb.children if c.dep_ == "mark" and c.lower_ == "that"]
        if thing is None or not that or lemma(verb.head) not in ASKING or that[0].i > thing.i:
            continue
        run = thing.doc[that[0].i + 1 : thing.i]
        doers = [t for t in run if t.text[0].isupper() or lemma(t) in _SOMEBODY]
        if not doers or doers[0].i + 1 >= thing.i or any(t.pos_ in ("VERB", "AUX") for t in run):
            continue
        link = next((t for t in thing.subtree if t.lower_ in _LINKS and t.i > thing.i), None)
        noun = next((c for c in link.children if c.dep_ == "pobj"), None) if link else None
        if link is None or noun is None or noun.right_edge.i + 1 < _first(verb):
            continue
        swap_root(verb, thing, "advcl")
        attach(that[0], thing, "mark")
        attach(link, verb, "mark")
        attach(noun, verb, "nsubj")


def _first(verb: Token) -> int:
    """The first of the verb's own words: "has begun"."""
    helping = [c.i for c in verb.children if c.dep_ in ("aux", "auxpass", "neg")]
    return int(min([verb.i, *helping]))
