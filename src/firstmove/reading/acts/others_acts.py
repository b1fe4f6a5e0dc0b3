"""Acts of others that a speaker backs or turns down: "backed calls to boycott the shop"."""

from __future__ import annotations

import re
from typing import Any

from firstmove.reading.acts.carriers import PLANS
from firstmove.statement import Kind, Statement

# Who supports these supports what others are asked, or threaten, to do.
CALLING = frozenset("appeal call demand plea request threat warning".split())
_MARCHED = re.compile(r"\b(?:protest|demonstrat|march|rall(?:y|ied))", re.IGNORECASE)


def of_others(head: Any, statement: Statement) -> bool:
    """ "Backed calls to boycott the shop", "protested against the closure", "rejected the plan to
    delay a ship": not one's own act."""
    if statement.kind is Kind.SUPPORT:
        if head.lemma_.lower() in CALLING:
            return True
        to = next((c for c in head.children if c.tag_ == "TO"), None)
        if to is not None and to.i > 0 and to.nbor(-1).lemma_.lower() in CALLING:
            return True  # "calls to boycott it were supported by the mayors"
        called_for = head.head if head.dep_ in ("acl", "relcl", "pcomp", "pobj") else head
        if called_for.pos_ == "ADP":
            called_for = called_for.head
        return called_for.i != head.i and called_for.lemma_.lower() in CALLING
    if statement.kind is Kind.REJECT and _is_of_a_plan(head):
        return True
    marched = any(_MARCHED.search(c.quote) for c in statement.cue)
    return statement.kind is Kind.REJECT and marched and head.pos_ not in ("VERB", "AUX")


def _is_of_a_plan(verb: Any) -> bool:
    """ "The plan to delay a ship": what somebody else has in mind, not what is asked of whoever
    turns it down ("the call to delay it"), nor a plan of its own."""
    noun = verb.head
    while noun.dep_ == "conj" and noun.pos_ == "NOUN":
        noun = noun.head
    if verb.dep_ not in ("acl", "relcl", "pcomp") or verb.tag_ not in ("VB", "VBG"):
        return False
    noun = noun.head if noun.pos_ == "ADP" else noun
    return noun.lemma_.lower() in PLANS and not any(c.dep_ == "poss" for c in noun.children)
