"""A claim: an attribution while it is being worked out, in characters of the report."""

from __future__ import annotations

from dataclasses import dataclass

from firstmove.reading.parsing.clauses import Place, Token
from firstmove.statement import Quotation


@dataclass(frozen=True, slots=True)
class Claim:
    """``anchor`` is the index of the cue's main token, ``head`` that of the speaker's noun.

    ``speaker`` is None where the text hides who speaks ("it was announced that …"). ``sure`` is
    the tagger's probability of what it found; rules give none.
    """

    anchor: int
    head: int | None
    speaker: Place | None
    cue: tuple[Place, ...]
    content: tuple[Place, ...]
    frame: str
    quotation: Quotation = Quotation.INDIRECT
    sure: float | None = None

    @property
    def start(self) -> int:
        return min(s for s, _ in (*self.cue, *self.content))


def speaker_noun(noun: Token) -> Token:
    """Whose words they are: "Lavrov" for "Lavrov's remarks", "comments from Lavrov".

    The noun itself where it names no owner.
    """
    from firstmove.reading.attribution.cues import DOCUMENTS, NOUNS

    word = noun.lemma_.lower()
    if word not in NOUNS and word not in DOCUMENTS:
        return noun
    for child in noun.children:
        if child.dep_ == "poss" and child.pos_ in ("NOUN", "PROPN", "PRON"):
            return child
    for child in noun.children:
        if child.dep_ in ("prep", "agent") and child.lower_ in ("from", "by"):
            for owner in child.children:
                if owner.dep_ == "pobj" and owner.pos_ in ("NOUN", "PROPN", "PRON"):
                    return owner
    return noun
