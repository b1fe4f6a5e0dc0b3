"""Short names that the reports themselves use: of a body, and of a person who is told as a side."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from firstmove.ledger.parties.names import fold, spelling, split_name
from firstmove.ledger.parties.people import Sort, sort_of
from firstmove.statement import Mention


def fuller_names(found: Sequence[Mention], labels: Mapping[str, str]) -> dict[str, str]:
    """Short names of bodies, as the reports themselves use them, and the one full name of each.

    Where a report says "Orrin" of the party Orrin Steel, the party Orrin of another is that one.
    """
    fuller: dict[str, set[str]] = {}
    for mention in found:
        if mention.party and mention.party_span is not None:
            full, short = fold(mention.party), fold(mention.party_span.quote)
            short = short.removesuffix("'s").removesuffix("'")
            if short in labels and full.startswith(f"{short} "):
                fuller.setdefault(short, set()).add(full)
    return {
        short: labels[full] for short, ways in fuller.items() if len(ways) == 1 for full in ways
    }


def family_alone(mention: Mention) -> bool:
    """Whether one word is given as name and party of somebody told with an office beside it."""
    name = fold(mention.name)
    quote = mention.span.quote
    return (
        bool(name)
        and len(name.split()) == 1
        and name == fold(mention.party)
        and fold(quote.split(",")[0]) == name
        and "," in quote
    )


def families(found: Sequence[Mention]) -> frozenset[str]:
    """Words that are given as name and party of one, and as the family name of just one other."""
    words = {fold(m.name) for m in found if family_alone(m)}
    full: dict[str, set[str]] = {}
    for mention in found if words else ():
        given, family = split_name(mention.name)
        for word in words:
            if given and family == spelling(word) and sort_of(mention) is Sort.PERSON:
                full.setdefault(word, set()).add(given[0])
    return frozenset(word for word, ways in full.items() if len(ways) == 1)
