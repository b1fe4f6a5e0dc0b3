"""A body's short name and its full one: “Guard” and “Marsh Guard”, “Homestead” and its Party."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from firstmove.reading.lexicon.roles import AMERICAN_STATES, GOVERNMENT_WORDS, STATE_BODIES
from firstmove.reading.people.countries import country_of, seat_of

# What is added behind a party's own name; a town, too, has a council or a union.
_FACTIONS = frozenset("party movement bloc coalition list".split())
# One of two lands or places of a name: "North Tarn" is no Tarn.
_APART = frozenset(
    """north south east west northern southern eastern western central upper lower new old great
    greater little inner outer port lake river mount cape isle island saint st the""".split()
)


# Every state has one: a bare "Parliament" does not say whose.
_OF_MANY = AMERICAN_STATES | GOVERNMENT_WORDS | STATE_BODIES - {"guard", "federation"}


def longer_names(parties: Sequence[str], texts: Iterable[str]) -> dict[str, str]:
    """Parties of one word in small letters, and the one party of the case whose name begins or
    ends with it."""
    told = "\n".join(texts)
    full: dict[str, str] = {}
    for short in parties:
        longer = [name for name in parties if _is_longer(name, short)] if " " not in short else []
        if len(longer) == 1 and _can_be_short(short, told):
            full[short.lower()] = longer[0]
    return full


def _can_be_short(name: str, told: str) -> bool:
    if len(name.split()) != 1 or not name[0].isupper() or name.isupper() or name[-1] == "s":
        return False
    if country_of(name) or seat_of(name) or name.lower() in _OF_MANY:
        return False
    has = r"(?:government|parliament|army|council|mayor|president|capital|people|streets?)"
    place = rf"\b(?:in|near|from|into|at) {name}\b(?! [A-Z])|\b{name}['’]s (?:\w+ )?{has}\b"
    place += rf"|\b(?:mayor|president|town|city|people|government) of {name}\b"
    return re.search(place, told) is None


def _is_longer(name: str, short: str) -> bool:
    if not (name.endswith(f" {short}") or f"{short} " in name):
        return False
    words = name.removeprefix("the ").removeprefix("The ").split()
    if len(words) < 2 or country_of(name) or not all(w[0].isupper() or w == "of" for w in words):
        return False
    if words[0] == short:
        return len(words) == 2 and words[1].lower() in _FACTIONS
    return words[-1] == short and words[0].lower() not in _APART
