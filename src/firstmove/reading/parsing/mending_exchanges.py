"""What somebody does as what is given in exchange: “in return for Velm freeing the crew”."""

from __future__ import annotations

from firstmove.reading.lexicon import cues
from firstmove.reading.parsing.clauses import Token, lemma, own_subject
from firstmove.reading.parsing.edges import attach

_GIVEN = frozenset({"exchange", "return"})
_ADJECTIVES = frozenset("conditional contingent dependent".split())
_HANGING = _ADJECTIVES | {"depend", "hinge"}


def exchanged(sentence: Token) -> None:
    """ "In exchange for Velm freeing the crew", "conditional on the board paying": the name is the
    subject of the participle right behind it, and no thing that is exchanged."""
    for link in sentence[1:]:
        if link.lower_ in ("on", "upon") and link.nbor(-1).lower_ in _ADJECTIVES:
            attach(link, link.nbor(-1), "prep")  # "made its exit conditional on a truce"
    for verb in sentence:
        if verb.tag_ != "VBG" or verb.dep_ not in ("acl", "advcl") or verb.i < sentence.start + 3:
            continue
        doer = verb.nbor(-1)
        link = doer.head
        if doer.dep_ != "pobj" or own_subject(verb) is not None or not _ties(link):
            continue
        if doer.pos_ == "PROPN" or lemma(doer) in cues.BODIES:
            attach(verb, link, "pcomp")
            attach(doer, verb, "nsubj")


def _ties(link: Token) -> bool:
    """ "For" of "in exchange for", "on" of "conditional on"."""
    if link.i <= link.sent.start:
        return False
    before = link.nbor(-1)
    if link.lower_ == "for":
        return before.lower_ in _GIVEN and before.dep_ == "pobj"
    return link.lower_ in ("on", "upon") and lemma(before) in _HANGING
