"""What is demanded in the bare form of a verb: "insists that Velm station observers there".

The form is that of the noun ("station", "fund", "release"), for which the parser takes it.
"""

from __future__ import annotations

from functools import lru_cache

from firstmove.reading.lexicon.cues import BODIES, PEOPLE
from firstmove.reading.parsing.clauses import Token, lemma, own_subject
from firstmove.reading.parsing.edges import attach
from firstmove.reading.parsing.mending_verbs import ASKING

_SOMEBODY = BODIES | PEOPLE
_CALLING = frozenset("appeal call plead press push".split())
_VERBS_TOO = frozenset("clear free open".split())
_NOUNS = ("NN", "NNS", "NNP", "NNPS", "JJ")


def demanded_deed(sentence: Token) -> None:
    """Behind "that" and its subject, and before its object, a verb and no noun."""
    for word in list(sentence):
        if word.tag_ == "JJ" and word.lower_ in _VERBS_TOO:
            _no_adjective(word)
    for word in list(sentence):
        if word.lower_ == "for" and word.dep_ == "prep" and lemma(word.head) in _CALLING:
            _to_be_done(word)
    for thing in list(sentence):
        asked = thing.head
        that = [c for c in thing.children if c.dep_ == "mark" and c.lower_ == "that"]
        told = thing.dep_ in ("ccomp", "dobj") and thing.pos_ in ("NOUN", "PROPN")
        if not told or len(that) != 1 or lemma(asked) not in ASKING or that[0].i < asked.i:
            continue
        if own_subject(thing) is not None:
            _with_object(thing)
        else:
            _run_together(that[0], thing, asked)


def _to_be_done(mark: Token) -> None:
    """ "Called for the men held by Velm to be freed": it is called for that they are freed."""
    calling = mark.head
    thing = next((c for c in mark.children if c.dep_ == "pobj" and c.pos_ == "NOUN"), None)
    if thing is None:
        return
    for deed in (*thing.children, *calling.children):
        helped = {c.lower_ for c in deed.children if c.dep_ in ("aux", "auxpass")}
        hangs = deed.dep_ in ("acl", "advcl", "relcl") and deed.tag_ == "VBN" and deed.i > thing.i
        if not hangs or helped != {"to", "be"} or own_subject(deed) is not None:
            continue
        attach(deed, calling, "advcl")
        attach(thing, deed, "nsubjpass")
        attach(mark, deed, "mark")
        return


def _no_adjective(deed: Token) -> None:
    """ "Demanded that Velm free six men": it is to free them."""
    doer = own_subject(deed)
    if doer is None or doer.i != deed.i - 1 or doer.left_edge.nbor(-1).lower_ != "that":
        return
    that, thing = doer.left_edge.nbor(-1), deed.head
    asked = that.head
    if deed.dep_ == "amod" and lemma(asked) in ASKING and thing.dep_ == "pobj":
        attach(deed, asked, "ccomp")
        attach(that, deed, "mark")
        attach(thing, deed, "dobj")
        for word in thing.doc[deed.i + 1 : thing.i]:
            if word.head.i == deed.i:
                attach(word, thing, word.dep_)
    if deed.dep_ == "ccomp" and lemma(deed.head) in ASKING:
        _make_verb(deed)


def _with_object(deed: Token) -> None:
    """ "Demanded that Velm release prisoners": parsed as a verb, tagged as a noun."""
    if deed.tag_ == "NN" and any(c.dep_ == "dobj" and c.i > deed.i for c in deed.children):
        _make_verb(deed)


def _run_together(that: Token, thing: Token, asked: Token) -> None:
    """ "That the board fund repairs": parsed as the repairs of a fund of the board."""
    run = list(thing.doc[that.i + 1 : thing.i])
    if any(t.tag_ not in (*_NOUNS, "DT", "CD", "PRP$", "POS") for t in run):
        return
    place = next((n for n in reversed(range(len(run) - 1)) if _does(run[n], run[n + 1])), None)
    if place is None:
        return
    doer, deed = run[place], run[place + 1]
    before = run[:place]
    attach(deed, asked, "ccomp")
    attach(thing, deed, "dobj")
    attach(that, deed, "mark")
    attach(doer, deed, "nsubj")
    for word in before:
        if word.head not in before and word.head.i != doer.i:
            attach(word, doer, word.dep_)
    for word in thing.doc[deed.i + 1 : thing.i]:
        if word.head.i <= deed.i:
            attach(word, thing, word.dep_)
    doer.pos_ = "PROPN" if doer.text[0].isupper() else "NOUN"
    _make_verb(deed)


def _does(doer: Token, deed: Token) -> bool:
    somebody = doer.text[0].isupper() or lemma(doer) in _SOMEBODY
    return somebody and deed.tag_ in ("NN", "JJ") and deed.text in _verbs()


def _make_verb(deed: Token) -> None:
    deed.tag_, deed.pos_, deed.lemma_ = "VB", "VERB", deed.lower_


@lru_cache(maxsize=1)
def _verbs() -> frozenset[str]:
    from firstmove.reading.parsing.language import nlp

    known = nlp().get_pipe("lemmatizer").lookups.get_table("lemma_index")
    return frozenset(known["verb"])
