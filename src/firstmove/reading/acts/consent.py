"""Acts told by the noun alone: “no bill will get our votes” says that we will not vote for one."""

from __future__ import annotations

from typing import Any

from firstmove.reading.acts.label import Label
from firstmove.reading.acts.phrase import phrase
from firstmove.reading.acts.render import rendered

_HAVING = frozenset("earn find gain get have obtain receive secure win".split())
_MEANS = {
    "approval": "approve",
    "assent": "approve",
    "backing": "back",
    "blessing": "approve",
    "consent": "approve",
    "endorsement": "endorse",
    "signature": "sign",
    "support": "support",
    "vote": "vote for",
}


def consent_of(head: Any) -> Any:
    """Whose consent a thing gets or has, where the words tell: "the president's signature"."""
    if head.lemma_.lower() not in _HAVING:
        return None
    given = (c for c in head.children if c.dep_ == "dobj" and c.lemma_.lower() in _MEANS)
    return next((o for c in given for o in c.children if o.dep_ == "poss"), None)


def consent(head: Any, subject: Any, inside: set[int]) -> Label | None:
    """ "Sign the deal", of whoever would sign it; None where nothing is told that gets it."""
    whose = consent_of(head)
    if whose is None or subject is None or subject.pos_ != "NOUN" or subject.i not in inside:
        return None
    thing = phrase(subject, inside)
    verb = _MEANS[whose.head.lemma_.lower()]
    whole = sorted({t.i: t for t in (*thing, head, whose.head)}.values(), key=lambda t: t.i)
    return Label(head, tuple(whole), f"{verb} {rendered(subject, thing)}", whose)
