"""How strongly a report words a demand, a refusal or a consent: by its cue, where that is sure."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from firstmove.ledger.comparing.telling import Telling
from firstmove.ledger.words import stem, tokens
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
    told = cue_strength(telling)
    return told if told and telling.statement.kind in _LADDERS[told.ladder][0] else None


def cue_strength(telling: Telling) -> Strength | None:
    """The same whatever kind it was read as."""
    if telling.direct or telling.statement.negated:
        return None
    for span in telling.statement.cue:
        for word in tokens(span.quote):
            ladder, rank = _stems().get(stem(word.lower()), ("", 0))
            if ladder:
                return Strength(ladder, rank, span)
    return None


def certainty(text: str) -> tuple[int, int, int] | None:
    """How sure it is told, 0 weak, 1 strong, with the place of the word that says so."""
    match = _CERTAIN.search(text)
    return None if match is None else (int(bool(match["sure"])), match.start(), match.end())


_CERTAIN = re.compile(
    r"\b(?:(?P<sure>certainly|definitely|undoubtedly|surely|clearly|beyond doubt|without doubt)"
    r"|probably|possibly|perhaps|maybe|presumably|likely)\b",
    re.IGNORECASE,
)
