"""A claim: an attribution while it is being worked out, in characters of the report."""

from __future__ import annotations

from dataclasses import dataclass

from firstmove.reading.parsing.clauses import Place
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
