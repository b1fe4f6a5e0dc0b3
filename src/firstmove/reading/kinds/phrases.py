"""Set phrases, imperatives and the words of one clause."""

from __future__ import annotations

from firstmove.reading.kinds.told import Judgement, Told
from firstmove.reading.lexicon.stances import CALMING, NEEDLESS, OBLIGING_PHRASES, REFUSING_PHRASES
from firstmove.reading.parsing.predicates import (
    Token,
    children,
    is_negated,
)
from firstmove.statement import Kind

WAITING = {
    "hold it",
    "hold on",
    "wait a",
    "hang on",
    "come on",
    "go ahead",
    "look out",
    "watch out",
}


def clause_words(head: Token, told: Told) -> list[Token]:
    """The clause's own words: without coordinated, adverbial and condition clauses."""
    inside = {t.i for t in told.content}
    out: set[int] = set()
    for child in children(head, "conj", "advcl", "parataxis"):
        out.update(t.i for t in child.subtree)
    return [t for t in head.subtree if t.i in inside and t.i not in out]


def set_phrase(head: Token, text: str, copula: bool) -> Judgement | None:
    for phrase in REFUSING_PHRASES:
        if phrase not in text or (phrase == "red line" and not copula):
            continue
        if f"{phrase} but" in text and "but" not in phrase:  # "no option but to close it"
            continue
        outside = is_negated(head) and not phrase.startswith(("no ", "not ", "nothing "))
        return Judgement(
            Kind.STATE if outside else Kind.REJECT, f"{'not ' if outside else ''}“{phrase}”"
        )
    for phrase in NEEDLESS:
        after = text.partition(f"{phrase} ")[2].split()
        if phrase in text and after and after[0] not in CALMING:
            return Judgement(Kind.REJECT, f"“{phrase}”")
    for phrase in OBLIGING_PHRASES:
        if phrase in text and (phrase != "court" or "ball" in text) and not is_negated(head):
            return Judgement(Kind.REQUEST, f"“{phrase}”")
    return None


def is_imperative(head: Token) -> bool:
    if head.tag_ != "VB" or children(head, "nsubj", "nsubjpass", "expl"):
        return False
    if head.dep_ not in ("ROOT", "ccomp", "conj", "parataxis"):
        return False
    return all(a.lower_ in ("do", "don't", "don’t") for a in children(head, "aux"))
