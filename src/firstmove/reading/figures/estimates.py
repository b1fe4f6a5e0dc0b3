"""Who puts a number on what: "the union puts the number of strikers at 9,000"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from firstmove.reading.parsing import clauses
from firstmove.reading.parsing.clauses import Token, lemma

_PUTTING = frozenset("put estimate reckon peg".split())
# "Police counted some 4,500 marchers", "the 8 per cent demanded by the union".
_COUNTING = frozenset("count record register tally log document verify".split())
_TOLD_BY = frozenset("demand seek offer claim report propose estimate ask want".split()) | _COUNTING
_NUMBER_OF = frozenset("number total count figure".split())


@dataclass(frozen=True, slots=True)
class Estimate:
    by: Token | None  # who puts it; None where the text does not tell
    counted: str  # "strikers"; "" where no number of something is put


def estimate_of(number: Sequence[Token]) -> Estimate | None:
    """The estimate that a number is the end of: "put … at 9,000", "was estimated by … at $2bn"."""
    inside = {token.i for token in number}
    top = next((token for token in number if token.head.i not in inside), None)
    for _ in range(3):
        if top is None or top.dep_ == "prep":
            break
        top = top.head if top.dep_ in ("pobj", "nummod", "quantmod", "compound") else None
    if top is None or top.lower_ != "at" or top.head.pos_ != "VERB":
        return None
    verb = top.head
    if lemma(verb) not in _PUTTING or clauses.is_negated(verb):
        return None
    passive = clauses.is_passive(verb)
    wanted = "nsubjpass" if passive else "dobj"
    what = next((c for c in verb.children if c.dep_ == wanted and c.i < top.i), None)
    if what is None:
        return None
    by = clauses.agent_of(verb) if passive else clauses.subject_of(verb)
    return Estimate(_somebody(by), _counted(what))


def told_by(number: Sequence[Token]) -> Token | None:
    """Who counts or asks for the number, where its verb tells: "counted …", "… demanded by"."""
    inside = {token.i for token in number}
    top = next((token for token in number if token.head.i not in inside), None)
    for _ in range(3):
        if top is None:
            return None
        given = next(
            (c for c in top.children if c.dep_ == "acl" and c.tag_ == "VBN" and c.i > top.i), None
        )
        by = clauses.agent_of(given) if given is not None and lemma(given) in _TOLD_BY else None
        if by is not None:
            return _somebody(by)
        if top.dep_ == "dobj":
            verb = top.head
            counts = lemma(verb) in _COUNTING and not clauses.is_negated(verb)
            return _somebody(clauses.subject_of(verb)) if counts else None
        top = top.head if top.dep_ in ("pobj", "nummod", "quantmod", "compound", "nmod") else None
    return None


def _somebody(by: Token | None) -> Token | None:
    known = by is not None and (clauses.is_animate(by) or clauses.is_document(by))
    return by if known else None


def _counted(what: Token) -> str:
    if lemma(what) not in _NUMBER_OF:
        return ""
    for lead in what.children:
        if lead.lower_ == "of":
            for noun in lead.children:
                if noun.dep_ == "pobj":
                    words = [t for t in noun.subtree if t.i <= noun.i and t.pos_ != "DET"]
                    return " ".join(t.text for t in words)
    return ""
