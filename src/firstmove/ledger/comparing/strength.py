"""How strongly a report words a demand, a refusal or a consent: by its cue, where that is sure."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from firstmove.ledger.comparing.telling import Telling
from firstmove.ledger.comparing.words import stem, tokens
from firstmove.report import Span
from firstmove.statement import Kind

# Verbs whose strength is beyond doubt; weaker and stronger ones between them are left out.
_LADDERS: dict[str, tuple[tuple[Kind, ...], str, str]] = {
    "refusal": (
        (Kind.REJECT,),
        "doubt question hesitate reluctant sceptical skeptical unconvinced wary cautious lukewarm",
        "reject refuse dismiss rebuff spurn",
    ),
    "demand": (
        (Kind.REQUEST,),
        "ask suggest invite propose hope wish request appeal",
        "demand insist order",
    ),
    "consent": (
        (Kind.AGREE, Kind.SUPPORT, Kind.CONCEDE, Kind.COOPERATE, Kind.CONSULT),
        "consider hint mull contemplate weigh",
        "agree accept promise pledge vow guarantee commit",
    ),
}


@dataclass(frozen=True, slots=True)
class Strength:
    ladder: str
    rank: int  # 0 weak, 1 strong
    span: Span


@cache
def _stems() -> dict[str, tuple[str, int]]:
    return {
        stem(verb): (name, rank)
        for name, (_, *levels) in _LADDERS.items()
        for rank, level in enumerate(levels)
        for verb in level.split()
    }


def strength(telling: Telling) -> Strength | None:
    """The strength of a telling that is not verbatim; None where the cue does not tell."""
    if telling.direct or telling.statement.negated:
        return None
    for span in telling.statement.cue:
        for word in tokens(span.quote):
            ladder, rank = _stems().get(stem(word.lower()), ("", 0))
            if ladder and telling.statement.kind in _LADDERS[ladder][0]:
                return Strength(ladder, rank, span)
    return None
