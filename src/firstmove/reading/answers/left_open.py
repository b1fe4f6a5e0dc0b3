"""What leaves a matter open: “may accept it”, “did not refuse”, “if it refuses”, “last year”."""

from __future__ import annotations

import re

from firstmove.reading.lexicon.listed import words
from firstmove.reading.parsing.predicates import Token, auxiliaries, children, is_negated

WILL = words("will would wo 'll ’ll 'd ’d")
_ABLE = words("can ca could do does") | WILL
_OPEN = words("may might could should must can ca ought")
_SAYING = words(
    "say tell add announce answer confirm declare insist note reply report respond state stress "
    "write"
)
_TYING = words("if unless provided providing condition long until till")
_IF = words("if unless whether until once when before should lest")
_LONG_AGO = re.compile(
    r"\b(?:year|month|decade|earlier|previously|before|ago|formerly|(?:19|20)\d\d)",
    re.IGNORECASE,
)


def firmly(verb: Token, top: Token, *, yes: bool) -> bool | None:
    """Whether an answer is yes, all told; None where it is left open. ``top`` is the verb by which
    it is brought in ("voted to reject it"), or the same; ``yes``: what the word by itself says."""
    if verb.dep_ == "xcomp" and top is verb:
        return None
    aux = {a.lower_ for a in auxiliaries(top)} | ({verb.lower_} if verb.tag_ == "MD" else set())
    if _is_either(top) or not is_told(top):
        return None
    if is_negated(top) or (top is not verb and is_negated(verb)):
        # "will not accept it", "is not prepared to accept it"; not "has not accepted it"
        return False if yes and (aux & _ABLE or (top is not verb and top.lemma_ == "be")) else None
    return None if aux & _OPEN else yes


def _is_either(verb: Token) -> bool:
    """ "Neither accepted nor rejected it", "has yet to accept"."""
    beside = (*verb.children, *(verb.head.children if verb.dep_ == "conj" else ()))
    return any(c.lower_ in ("neither", "nor", "or", "yet") for c in beside)


def is_told(verb: Token) -> bool:
    """Whether the clause is told as so: by the outlet, or by who answers."""
    if verb.dep_ == "acl":  # "a plan rejected by Norland"
        return any(c.dep_ == "agent" for c in verb.children)
    for _ in range(6):
        if any(c.lower_ in _IF and c.i < verb.i for c in verb.children):
            return False
        if verb.dep_ == "ROOT":
            return True
        above = verb.head
        if verb.dep_ == "conj" and above.tag_ == "VB" and verb.tag_ != "VB":
            above = above.head  # "was asked to wait but refused"
        saying = above.lemma_.lower() in _SAYING and not is_negated(above)
        if verb.dep_ == "ccomp" and not saying:
            return False
        behind = any(c.tag_ == "WDT" for t in children(verb, "xcomp") for c in t.children)
        if verb.dep_ not in ("ccomp", "conj", "parataxis", "relcl") and not behind:
            return False  # "which it refused to do" hangs on what it tells of
        if verb.dep_ == "relcl" or behind:
            return True
        verb = above
    return False


def is_tied(verb: Token, top: Token) -> bool:
    """ "Would do so if the ban were lifted", "would agree to it, provided that …"."""
    below = (c for v in (verb, top) for c in children(v, "advcl", "prep"))
    return any(t.lower_ in _TYING for c in below for t in (c, *c.children))


def is_long_ago(verb: Token) -> bool:
    """ "Last year it refused": before what is asked now."""
    beside = (c for c in verb.children if c.dep_ in ("npadvmod", "prep", "advmod"))
    return any(_LONG_AGO.search(" ".join(t.text for t in c.subtree)) for c in beside)
