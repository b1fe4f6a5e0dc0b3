"""What follows if another does not do what it is told to: "told it to leave or it would shoot"."""

from __future__ import annotations

from typing import NamedTuple

from firstmove.reading.parsing.predicates import Token, children
from firstmove.reading.parsing.verb_acts import is_future, with_to

_DOERS = ("nsubj", "nsubjpass")
_FAR = 12  # words between the verb that tells and the infinitive


class OrElse(NamedTuple):
    deed: Token  # the infinitive
    first: int  # the place of its "to"
    not_to: bool
    then: Token  # the verb of what follows


def or_else(link: Token) -> OrElse | None:
    """What this "or" joins, where an infinitive told to another stands before it."""
    if link.lower_ != "or" or link.i + 1 >= len(link.doc):
        return None
    behind = next((t for t in link.doc[link.i + 1 : link.sent.end] if t.dep_ in _DOERS), None)
    if behind is None or behind.left_edge.i != link.i + 1:
        return None
    then = behind.head
    before = link.doc[max(link.sent.start, link.i - 2 * _FAR) : link.i]
    deed = next((t for t in reversed(list(before)) if t.tag_ == "VB" and with_to(t)), None)
    if deed is None or not is_future(then):
        return None
    told = deed.head
    if asked(deed) is None or told.pos_ != "VERB" or is_future(told) or deed.i - told.i > _FAR:
        return None
    first = min(int(c.i) for c in deed.children if c.tag_ == "TO")
    not_to = any(c.dep_ == "neg" and c.i < deed.i for c in deed.children)
    return OrElse(deed, first, not_to, then)


def asked(deed: Token) -> Token | None:
    """Who is told to do it: "told Velm to leave", "called on Velm to leave"."""
    told = deed.head
    if not with_to(deed):
        return None
    whom = [*children(told, "dobj", "dative"), *children(deed, "nsubj")]
    whom += [o for p in children(told, "prep") for o in children(p, "pobj") if p.lower_ == "on"]
    return next((w for w in whom if told.i < w.i < deed.i), None)


def otherwise_of(verb: Token) -> OrElse | None:
    """What this verb follows on: the other way round."""
    doer = next(iter(children(verb, *_DOERS)), None)
    if doer is None or doer.left_edge.i == 0:
        return None
    return or_else(doer.left_edge.nbor(-1))
