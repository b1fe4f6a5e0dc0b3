"""Forms that bring in an act besides verbs and nouns of saying: "is to freeze it"."""

from __future__ import annotations

from typing import Any

from firstmove.reading.acts.forms import is_infinitive

# Of these "is to" says what they are, and not what they will do.
_AIMS = frozenset(
    """aim answer approach call condition demand duty goal hope idea intention job offer option plan
    point policy priority proposal purpose remedy request role solution step strategy suggestion
    task thing way what wish""".split()
)
_KEEPING_FROM = frozenset("bar block deter discourage dissuade keep prevent prohibit stop".split())


def kept_from(verb: Any) -> tuple[Any, Any] | None:
    """ "Stop Tarn from closing the port": the act that is not to be done, and who would do it."""
    if verb.lemma_.lower() not in _KEEPING_FROM:
        return None
    doer = next((c for c in verb.children if c.dep_ == "dobj"), None)
    below = (c for by in verb.children if by.lower_ == "from" for c in by.children)
    act = next((c for c in below if c.tag_ == "VBG" and c.dep_ == "pcomp"), None)
    return None if doer is None or act is None else (act, doer)


def by_doing(verb: Any, inside: set[int]) -> Any:
    """ "Find the money by scrapping the ships": what is to be done so that the rest comes of it;
    "will not find it by scrapping them" refuses that alone."""
    below = (c for by in verb.children if by.lower_ == "by" for c in by.children)
    return next((c for c in below if c.tag_ == "VBG" and c.dep_ == "pcomp" and c.i in inside), None)


def is_to_do(be: Any, children: list[Any]) -> list[Any]:
    """ "The government is to freeze the bill"; not "the aim is to freeze it"."""
    doer = next((c for c in children if c.dep_ == "nsubj"), None)
    said = any(c.dep_ in ("acomp", "attr", "neg") for c in children)
    if be.lemma_ != "be" or said or doer is None or doer.lemma_.lower() in _AIMS:
        return []
    return [c for c in children if c.dep_ == "xcomp" and is_infinitive(c)]


def is_no_talk(noun: Any) -> bool:
    """ "There would be no talk of barley": what there would not be is the talk."""
    there = any(c.dep_ == "expl" for c in noun.head.children)
    return noun.lemma_.lower() == "talk" and noun.dep_ == "attr" and there


def says_what(verb: Any) -> bool:
    """ "A plea to free him", "the scheme to move it"."""
    return verb.dep_ in ("acl", "relcl") and is_infinitive(verb)
