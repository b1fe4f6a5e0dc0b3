"""A side of the dispute, and the words of a report that name it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from firstmove.reading.lexicon import roles
from firstmove.reading.parsing.clauses import Place, Token
from firstmove.reading.people.countries import country_of, seat_of

MAX_DEPTH = 5  # steps from word to word
BLOCS = frozenset({"NATO", "European Union", "United Nations", "African Union", "OPEC"})


@dataclass(frozen=True, slots=True)
class Side:
    """A party and the words that say so; ``place`` is None where it stands elsewhere."""

    party: str
    place: Place | None = None


NONE = Side("")


def is_chamber(words: list[str]) -> bool:
    whole = words[-1] == "committee" and {"national", "international", "olympic"} & set(words)
    return words[-1] in roles.CHAMBERS and not whole


def presides(role: tuple[str, ...]) -> bool:
    return "president" in role and not (roles.NOT_THE_PRESIDENT & set(role))


def of_state(party: str) -> bool:
    """A country, a state of a federation or a chamber, which their members do not speak for."""
    last = party.split()[-1].lower() if party else ""
    return bool(
        country_of(party)
        or seat_of(party)
        or last in roles.AMERICAN_STATES
        or (last and is_chamber(party.lower().split()))
        or party == "the government"
    )


def place_of(tokens: Iterable[Token]) -> Place:
    members = list(tokens)
    return members[0].idx, members[-1].idx + len(members[-1].text)


def is_definite(noun: Token) -> bool:
    if noun.i > noun.sent.start and noun.nbor(-1).lower_ in ("the", "this", "that"):
        return True
    return any(
        (c.dep_ == "det" and c.lower_ in ("the", "this", "that")) or c.dep_ == "compound"
        for c in noun.children
    ) or noun.dep_ in ("compound", "amod")
