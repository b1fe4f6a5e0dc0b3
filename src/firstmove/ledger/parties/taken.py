"""People whom a reading takes for a party: a family name alone, in a report that tells no more."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from firstmove.ledger.parties.joining import parties_told
from firstmove.ledger.parties.names import bare, fold
from firstmove.ledger.parties.people import Sort, sort_of
from firstmove.statement import Mention

_PLACED = r"\b(?:[Ii]n|[Ff]rom|[Nn]ear|[Aa]cross|[Ii]nside|[Oo]utside) "


def persons_called(found: Sequence[Mention], texts: Mapping[str, str]) -> frozenset[str]:
    """Folded parties that are a person: "Finch", in a report that tells no more of her, where
    another one names Ada Finch and nobody else of that name. No place, nor who has spokesmen.

    ``texts``: of the reports, by their ids.
    """
    people: dict[str, list[Mention]] = {}
    for mention in found:
        plain = bare(mention.name).split()
        if len(plain) > 1 and sort_of(mention) is Sort.PERSON:
            for word in {fold(plain[-1]), fold(" ".join(plain))}:
                people.setdefault(word, []).append(mention)
    result: set[str] = set()
    for party, told in parties_told(found).items():
        elsewhere = [m for m in people.get(party, ()) if fold(m.party) != party]
        if told.names != {party} or len({fold(bare(m.name)) for m in elsewhere}) != 1:
            continue
        if any(m.span.report_id in told.reports for m in elsewhere):
            continue
        place = re.compile(_PLACED + re.escape(told.label) + r"\b")
        if not any(place.search(texts.get(report, "")) for report in told.reports):
            result.add(party)
    return frozenset(result)
