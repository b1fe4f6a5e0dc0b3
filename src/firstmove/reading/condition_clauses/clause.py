"""A condition found in a sentence, and small questions about what hangs on it."""

from __future__ import annotations

from dataclasses import dataclass

from firstmove.reading.lexicon.vocabulary import MOVES, Move
from firstmove.reading.parsing.predicates import (
    Token,
    auxiliaries,
    children,
    is_negated,
    lemma_keys,
    subject,
)
from firstmove.reading.parsing.verb_acts import is_future
from firstmove.statement import ConditionKind


@dataclass(frozen=True, slots=True)
class Clause:
    """A condition found in a sentence: its words, what governs it, what it says."""

    kind: ConditionKind
    words: tuple[Token, ...]  # with the marker
    marker: int  # how many of the words are the marker
    head: Token  # main predicate or noun of the clause
    governor: Token | None
    parsed: bool = True  # False where the words alone told it: who does what is then not known


# "Is ready to talk": an act to come, whatever the tense.
_READY = frozenset("ready willing prepared open".split())


def asks(tokens: list[Token]) -> bool:
    """Whether a sentence is a question, with or without a closing quotation mark."""
    return next((t.text for t in reversed(tokens) if t.text not in "”’\"'"), "") == "?"


def ahead(governor: Token) -> bool:
    """An act to come: "will X", "promised to X", "that they X", "X now!"."""
    for token in (governor, governor.head):
        if is_future(token) or any(a.lower_ in ("can", "could") for a in auxiliaries(token)):
            return True
        if any(is_future(c) for c in children(token, "ccomp")) or MOVES.get(
            token.lemma_.lower()
        ) in (Move.COMMIT, Move.VOW, Move.THREATEN):
            return True
        if any(c.lower_ in _READY for c in children(token, "acomp")):
            return True
        if token.dep_ != "xcomp":
            break
    if governor.tag_ not in ("VB", "VBP") or children(governor, "aux"):
        return False
    doers = children(governor, "nsubj")
    if any(c.lower_ == "that" for c in children(governor, "mark")):
        # "proposed that Velm withdraw in return for …": one doer, and the bare form
        return governor.tag_ == "VB" or any(d.tag_ in ("NN", "NNP") for d in doers)
    return bool(governor.tag_ == "VB" and not doers)


def is_offer(governor: Token, head: Token) -> bool:
    """ "Once they leave, we go home": both in the present, and what "we" do follows from it."""
    mine = [c.lower_ for c in children(governor, "nsubj")]
    now = head.tag_ in ("VBP", "VBZ") or any(
        a.tag_ in ("VBP", "VBZ") for a in children(head, "aux", "auxpass")
    )
    return bool(mine) and mine[0] in ("we", "i") and governor.tag_ == "VBP" and now


def refused(governor: Token) -> bool:
    """ "will not X", "nobody X-es": to come or as a rule, and denied."""
    if not is_negated(governor):
        return False
    if ahead(governor):
        return True
    doer = subject(governor)
    now = governor.tag_ in ("VBP", "VBZ") or any(
        a.tag_ in ("VBP", "VBZ") for a in children(governor, "aux")
    )
    return bool(now and doer is not None)


def refuses(governor: Token) -> bool:
    """ "rules out talks", "refused to talk": by the word itself, and that not denied."""
    for token in (governor, *governor.ancestors):
        if any(MOVES.get(key) is Move.REFUSE for key in lemma_keys(token)):
            return not is_negated(token)
        if token.dep_ not in ("xcomp", "dobj", "pobj", "prep", "advmod", "npadvmod"):
            break
    return False
