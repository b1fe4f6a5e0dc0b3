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
_NOUNS = ("NN", "NNS", "NNP", "NNPS", "JJ")


def demanded_deed(sentence: Token) -> None:
    """Behind "that" and its subject, and before its object, a verb and no noun."""
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
