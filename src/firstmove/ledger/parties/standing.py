"""People who are a side alone, across reports: their party bears their own name.

A reading gives a candidate, and each of two members of one political party who stand against each
other, the person's own name as party. The ledger keeps that where another report tells only the
membership, and does the same where members stand against each other only across the reports.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping

from firstmove.ledger.parties.names import TITLES, fold
from firstmove.ledger.parties.people import BODIES, Sort, Who
from firstmove.statement import Mention, Reading

_PRONOUNS = frozenset("he she him her his hers".split())
_WORD = re.compile(r"[^\W\d_][\w.’'-]*")
_FIRMS = frozenset(
    """inc ltd plc llc corp co company industries holdings lines airlines airways rail railways
    steel motors oil energy foods bank systems international works port club radio television tv
    times post news university college school hospital institute""".split()
)
_LEADS = frozenset("leader chairman chairwoman chair spokesman spokeswoman whip head".split())


def is_faction(party: str) -> bool:
    """Whether a party's name is that of a political party, of which people are members."""
    return fold(party).rsplit(" ", 1)[-1] in ("party", "bloc")


def alone(found: Iterable[Mention], texts: Mapping[str, str]) -> frozenset[str]:
    """Folded names that are people's and their party's at once.

    A firm or union is named like its party as well: a person is one who is "he" or "she", has a
    title, or goes by the last word of the name. ``texts``: of the reports, by their ids.
    """
    names: set[str] = set()
    for mention in found:
        key = fold(mention.party)
        if key and key not in names and key == fold(mention.name) and _personal(mention, texts):
            names.add(key)
    return frozenset(names)


def _personal(mention: Mention, texts: Mapping[str, str]) -> bool:
    words = mention.name.split()
    lower = [fold(word) for word in words]
    if len(words) < 2 or not all(_WORD.fullmatch(word) and word[0].isupper() for word in words):
        return False
    if any(word in BODIES or word in _FIRMS for word in lower):
        return False
    quote = mention.span.quote
    said = quote.split()
    if len(said) == 1:
        text = texts.get(mention.span.report_id, "")
        before = text[max(0, mention.span.start - 30) : mention.span.start].split()
        within = bool(before) and fold(before[-1]) in ("the", lower[-2])
        return fold(quote) in _PRONOUNS or (fold(quote) == lower[-1] and not within)
    return fold(said[0]) in TITLES and fold(said[-1]) == lower[-1]


def opponents(
    readings: Iterable[Reading], who: Callable[[Mention | None], Who]
) -> tuple[frozenset[str], frozenset[str]]:
    """Political parties whose members stand against each other, and the members who lead them."""
    split: set[str] = set()
    leaders: set[str] = set()
    for reading in readings:
        for statement in reading.statements:
            speaker, target = who(statement.speaker), who(statement.target)
            for mention, meant in ((statement.speaker, speaker), (statement.target, target)):
                if mention is not None and meant.sort is Sort.PERSON and _leads(mention):
                    leaders.add(meant.name)
            if (
                speaker.sort is target.sort is Sort.PERSON
                and speaker.name != target.name
                and speaker.party == target.party
                and is_faction(speaker.party)
                and statement.sets_against
            ):
                split.add(speaker.party)
    return frozenset(split), frozenset(leaders)


def _leads(mention: Mention) -> bool:
    return bool(_LEADS & {fold(word) for word in _WORD.findall(mention.span.quote)})


def preferred(counts: dict[str, int], names: frozenset[str]) -> str:
    """Of the parties told for one person, the one told most; the person's own name where all
    others are parties that people are only members of."""
    own = [party for party in counts if party in names]
    if own and all(party in names or is_faction(party) for party in counts):
        return max(own, key=lambda party: (counts[party], party))
    return max(counts, key=lambda party: (counts[party], party))
