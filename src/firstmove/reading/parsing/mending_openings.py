"""Slips of the parser at what stands before, behind or after a saying: who says and asks it."""

from __future__ import annotations

from collections.abc import Sequence

from firstmove.reading.lexicon import cues
from firstmove.reading.parsing.clauses import Token, is_animate, lemma, own_subject
from firstmove.reading.parsing.edges import attach, swap_root
from firstmove.reading.parsing.mending_verbs import ASKING

_SOMEBODY = cues.BODIES | cues.PEOPLE
_CONDITIONS = frozenset("if unless once until till provided as".split())
_PRICES = frozenset({"exchange", "return"})
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
        if _told_without_that(word, sentence):
            continue
        if doer is None or word.nbor(-1).text != "," or said.i >= doer.i:
            continue
        if "c" not in cues.VERBS.get(lemma(said), ()) or own_subject(said) is not None:
            continue
        if any(t.pos_ in ("VERB", "AUX") for t in word.doc[said.i + 1 : word.i]):
            continue
        attach(doer, said, "nsubj")
        word.dep_, word.tag_ = "prep", "VBN"


def _told_without_that(provided: Token, sentence: Token) -> bool:
    """ "Would be freed ahead of the rest provided the army stopped": nothing is provided where a
    noun and its verb with a tense stand right behind."""
    if provided.dep_ not in ("dep", "acl", "conj", "ccomp", "advcl", "amod"):
        return False
    if any(c.i > provided.i and c.dep_ in ("dobj", "agent", "dative") for c in provided.children):
        return False
    if any(c.dep_ in ("aux", "auxpass", "nsubj", "nsubjpass") for c in provided.children):
        return False
    above = provided.head
    if above.pos_ != "VERB" and above.head.pos_ == "VERB":
        above = above.head
    for verb in provided.doc[provided.i + 2 : sentence.end]:
        doer = own_subject(verb) if verb.tag_ in ("VBD", "VBZ", "VBP") else None
        if doer is not None and doer.left_edge.i == provided.i + 1 and above.i < provided.i:
            if verb.head.i not in (above.i, provided.i, provided.head.i):
                return False
            attach(verb, above, "advcl")
            attach(provided, verb, "mark")
            return True
    return False


def past_behind_infinitive(sentence: Token) -> None:
    """ "Called on Velm to let them go and asked Oske to wait": called and asked, for no past is
    joined to an infinitive."""
    for verb in sentence:
        inner = verb.head
        if verb.tag_ != "VBD" or verb.dep_ != "conj" or own_subject(verb) is not None:
            continue
        if inner.tag_ not in ("VB", "VBP") or any(c.tag_ == "MD" for c in inner.children):
            continue
        infinitive, outer = False, inner
        for _ in range(5):
            infinitive = infinitive or any(c.tag_ == "TO" for c in outer.children)
            if outer.tag_ in ("VBD", "VBZ") or outer.head.i == outer.i:
                break
            outer = outer.head
        if infinitive and outer.tag_ == "VBD" and own_subject(outer) is not None:
            for joint in [c for c in inner.children if c.dep_ == "cc" and c.i > inner.i]:
                attach(joint, outer, "cc")
            attach(verb, outer, "conj")


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


def tag_behind_condition(sentence: Token) -> None:
    """ "It will talk if the firm waits, its leader said": he said it, and on no condition."""
    for said in sentence:
        main, doer = said.head, own_subject(said)
        marks = [c for c in said.children if c.dep_ == "mark" and c.lower_ in _CONDITIONS]
        if said.dep_ != "advcl" or said.tag_ not in ("VBD", "VBZ") or doer is None or not marks:
            continue
        mark, first = marks[0], doer.left_edge.i
        inside = list(said.doc[mark.i + 1 : first - 1])
        if "c" not in cues.VERBS.get(lemma(said), ()) or said.doc[first - 1].text != ",":
            continue
        if own_subject(main) is None or main.i > mark.i or len(inside) < 2 or doer.i > said.i:
            continue
        verb = _verb_of(inside)
        if verb is None or any(t.text == "," for t in said.doc[said.i : sentence.end]):
            continue
        swap_root(main, said, "ccomp")
        said.doc.hang(verb, main, "advcl")
        said.doc.hang(mark, verb, "mark")
        places = {t.i for t in inside}
        for word in inside:
            if word.i != verb.i and (word.head.i not in places or word.head.i == verb.i):
                before = word.i < verb.i
                noun = word.pos_ in ("NOUN", "PROPN", "PRON") or word.i == verb.i - 1
                dep = ("nsubj" if before else "dobj") if noun else word.dep_
                said.doc.hang(word, verb, dep)
        last = verb.nbor(-1)
        if own_subject(verb) is None and last.i in places:
            said.doc.hang(last, verb, "nsubj")
            for word in [c for c in verb.children if c.i < last.i and c.i > mark.i]:
                said.doc.hang(word, last, word.dep_)


def _verb_of(clause: Sequence[Token]) -> Token | None:
    """The verb of a clause that the parser may have taken for a noun: "if the firm waits"."""
    known = [t for t in clause if t.tag_ in ("VBD", "VBZ", "VBP")]
    if known:
        return known[0]
    last = clause[-1]
    before = clause[-2]
    if last.tag_ != "NNS" or before.tag_ not in ("NN", "NNP", "JJ") or last.text[0].isupper():
        return None
    last.tag_, last.pos_ = "VBZ", "VERB"
    if before.pos_ == "ADJ":
        before.tag_, before.pos_ = "NN", "NOUN"
    return last


def tag_hung_on_time(sentence: Token) -> None:
    """ "Velm was ready to go, it said, once he had signed": said of being ready, and not within
    when."""
    for said in sentence:
        when = said.head
        main = when.head
        if said.dep_ != "parataxis" or when.dep_ != "advcl" or not main.i < said.i < when.i:
            continue
        lead = when.left_edge if when.left_edge.i > said.i else None
        lead = lead or next((c for c in when.children if c.i > said.i and c.lower_ in _LINKS), None)
        if lead is None or lead.lower_ not in _LINKS | _CONDITIONS or own_subject(main) is None:
            continue
        attach(said, main, "parataxis")
        if lead.dep_ == "advmod":
            lead.dep_ = "mark"


def price_behind_tag(sentence: Token) -> None:
    """ "It is ready to raise the pay, he added, in exchange for peace": raised for that, and not
    added."""
    for said in sentence:
        main = said.head
        if said.dep_ != "parataxis" or main.i > said.i or own_subject(main) is None:
            continue
        for lead in [c for c in said.children if c.i > said.i and c.dep_ == "prep"]:
            noun = next((c for c in lead.children if c.dep_ == "pobj"), None)
            priced = lead.lower_ == "in" and noun is not None and noun.lower_ in _PRICES
            if priced and lead.nbor(-1).text == ",":
                attach(lead, main, "prep")


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
