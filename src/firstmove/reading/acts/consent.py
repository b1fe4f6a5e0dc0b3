"""Acts told by the noun alone: “no bill will get our votes” says that we will not vote for one."""

from __future__ import annotations

import re
from typing import Any

from firstmove.reading.acts.label import Label
from firstmove.reading.acts.phrase import phrase
from firstmove.reading.acts.render import rendered
from firstmove.statement import Kind, Statement

# Put to somebody who takes them up or does not.
_PUT = frozenset("invitation".split())
_VOTING = re.compile(r"\bvot(?:e|es|ed|ing) for$", re.IGNORECASE)
_VOTED = (Kind.AGREE, Kind.REJECT, Kind.SUPPORT)
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


def voted(head: Any, inside: set[int], statement: Statement) -> Label | None:
    """ "Vote for the motion", where the cue has the verb: "would not vote for the motion"."""
    told = any(_VOTING.search(cue.quote) for cue in statement.cue)
    thing = head.pos_ == "NOUN" and head.head.lower_ == "for"
    if not told or not thing or statement.kind not in _VOTED:
        return None
    tokens = phrase(head, inside)
    return Label(head, tuple(tokens), f"vote for {rendered(head, tokens)}", deed=True)


def taken_up(head: Any, statement: Statement) -> Label | None:
    """ "Accept the invitation", where the cue has the verb: "turned down the invitation"."""
    answers = statement.kind in (Kind.AGREE, Kind.REJECT)
    the = any(c.lower_ in ("the", "this", "that") for c in head.children)
    said = any(s.start <= head.idx < s.end for s in statement.content)
    if not (answers and the and said) or head.lemma_.lower() not in _PUT:
        return None
    if head.head.pos_ == "VERB" and any(
        s.start <= head.head.idx < s.end for s in statement.content
    ):
        return None  # its own verb tells: "will accept the invitation"
    return Label(head, (head,), f"accept the {head.lower_}", deed=True)
