"""What is only done to somebody, by nobody told: “we will not be bullied”."""

from __future__ import annotations

from typing import Any

from firstmove.reading.lexicon.cues import PEOPLE
from firstmove.reading.lexicon.vocabulary import LABOUR
from firstmove.reading.page import Page
from firstmove.reading.people.somebody import HANDS, MEMBERS, somebody

# What is said of one's own side only: "our country will not be bullied".
_CALLED = frozenset("blackmail bully coerce cow deceive humiliate intimidate rush sway".split())


def suffered(page: Page, head: Any, subject: Any) -> bool:
    """Whether that is somebody's own part in the act."""
    if any(c.dep_ == "agent" for c in head.children):
        return False
    if subject is None or subject.head.i != head.i:
        return _goes_on(head)
    if subject.dep_ == "nsubjpass" and head.lemma_.lower() in _CALLED:
        return True
    if subject.dep_ != "nsubjpass" or subject.pos_ == "NOUN":
        return False
    if subject.pos_ == "PRON":
        return subject.lower_ in ("i", "we", "he", "she")
    return somebody(page, subject) is not None


def _goes_on(head: Any) -> bool:
    """ "My men know it and would rather be paid for it": of the subject of the verb before."""
    below = {c.dep_ for c in head.children}
    if "auxpass" not in below or below & {"nsubj", "nsubjpass", "dobj"}:
        return False
    first = head
    while first.dep_ == "conj":
        first = first.head
    # "“My men know it,” he said, “and would be paid”", parsed as going on with what he did
    said = next((c for c in first.children if c.dep_ == "ccomp" and c.i < first.i), None)
    first = first if said is None else said
    doer = next((c for c in first.children if c.dep_ == "nsubj" and c.i < head.i), None)
    if first is head or doer is None:
        return False
    ours = any(c.dep_ == "poss" and c.pos_ == "PRON" for c in doer.children)
    people = ours and doer.lemma_.lower() in HANDS | MEMBERS | PEOPLE | LABOUR
    return people or doer.lower_ in ("i", "we", "he", "she", "they")
