"""Whether a report tells that somebody has left office: "who resigned on Monday", "was sacked"."""

from __future__ import annotations

import re

from firstmove.reading.parsing.clauses import Token, lemma

_GOES = frozenset({"resign", "retire", "abdicate"})
_DOWN = frozenset({"step", "stand"})
_DISMISSED = frozenset({"sack", "fire", "dismiss", "oust", "depose", "unseat"})
_POSTS = frozenset("job post office position cabinet government board".split())
_YEAR = re.compile(r"(?:19|20)\d\d\Z")


def has_left(name: Token) -> bool:
    """Whether the named person is told, as a fact of late, to have left.

    What happened in a year that has to be told lies behind: the person may hold another office.
    """
    if any(c.dep_ == "appos" and _held_once(c) for c in name.children):
        return True
    verbs = [name.head] if name.dep_ in ("nsubj", "nsubjpass") else []
    verbs += [c for c in name.children if c.dep_ == "relcl"]
    return any(_gone(verb) for verb in verbs)


def _held_once(role: Token) -> bool:
    """ "Orland's president from 2000 to 2006": two years that have to be told."""
    said = [t.text for t in role.subtree if t.i > role.i]
    if "from" not in said[:1]:
        return False
    years = [word for word in said[1:4] if _YEAR.match(word)]
    return len(years) == 2 and said[2] in ("to", "until", "till", "through")


def _gone(verb: Token) -> bool:
    if verb.tag_ not in ("VBD", "VBN"):
        return False
    beside = list(verb.children)
    if any(c.tag_ == "MD" or c.dep_ == "neg" or c.lower_ in ("if", "unless") for c in beside):
        return False
    word = lemma(verb)
    passive = any(c.dep_ == "auxpass" for c in beside)
    down = any(c.lower_ in ("down", "aside") and c.dep_ in ("prt", "advmod") for c in beside)
    post = any(c.dep_ == "dobj" and lemma(c) in _POSTS for c in beside)
    told = (
        (word in _DISMISSED and passive)
        or (word in _GOES and not passive)
        or (word in _DOWN and down)
        or (word in ("quit", "leave") and post)
    )
    return told and not any(_YEAR.match(t.text) for c in beside for t in c.subtree)
