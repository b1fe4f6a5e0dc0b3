"""Entries that stay two and differ: the difference is given to both, with the words of each."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date

from firstmove.ledger.comparing.sharing import sharing
from firstmove.ledger.comparing.telling import Telling
from firstmove.ledger.entry import Difference, Entry, Relation, Side
from firstmove.ledger.parties.people import Who
from firstmove.ledger.words import Words
from firstmove.report import Span
from firstmove.statement import Basis

SAME_OCCASION_DAYS = 1
SHARED = 2  # keys: one word may be of two things

Clash = tuple[Entry, Entry, tuple[Side, ...]]


def parted(
    entries: Sequence[Entry],
    field: str,
    pairs: Sequence[Clash],
    by_id: Mapping[str, Telling],
    *,
    relation: Relation = Relation.DIFFER,
) -> Iterator[Entry]:
    """The entries, those in pairs with the difference and its sides; what differs stays so."""
    clash: dict[str, dict[Side, None]] = {}
    for one, other, sides in pairs:
        for entry in (one, other):
            clash.setdefault(entry.id, {}).update(dict.fromkeys(sides))
    for entry in entries:
        if entry.id not in clash:
            yield entry
            continue
        order = list(clash[entry.id])
        if relation is Relation.DIFFER:
            order.sort(key=lambda side: (by_id[side.statement].order, side.span))
        elif entry.relation is Relation.DIFFER:
            yield entry
            continue
        known = tuple(d for d in entry.differences if d.field != field)
        yield replace(
            entry, relation=relation, differences=(*known, Difference(field, tuple(order)))
        )


def with_cue(telling: Telling) -> Span:
    """The cue may be all that the two differ in."""
    return telling.statement.led_in(telling.report)


def days_between(a: Telling, b: Telling) -> tuple[Telling, Telling] | None:
    """The earlier and the later one, where they are told as said days apart; else None.

    Where the day of the saying is not told for both, the days of the reports count.
    """
    first, second = _occasion(a), _occasion(b)
    if first is None or second is None:
        if a.report.published is None or b.report.published is None:
            return None
        first, second = (a.report.published,) * 2, (b.report.published,) * 2
    if (second[0] - first[1]).days > SAME_OCCASION_DAYS:
        return a, b
    if (first[0] - second[1]).days > SAME_OCCASION_DAYS:
        return b, a
    return None


def _occasion(telling: Telling) -> tuple[date, date] | None:
    when = telling.said_on
    if when is None or when.basis is Basis.UNRESOLVED or not (when.start and when.end):
        return None
    return when.start, when.end


def of_one_speaker(
    entries: Sequence[Entry],
    by_id: Mapping[str, Telling],
    compared: Callable[[Telling], Words | None],
) -> Iterator[tuple[Entry, Entry]]:
    """Pairs of one speaker on one event that share words; ``compared``: which of a telling's."""
    speaking: dict[tuple[Who, int], list[Entry]] = {}
    for entry in entries:
        lead = by_id[entry.lead]
        if lead.speaker.key:
            speaking.setdefault((lead.speaker, lead.occasion), []).append(entry)
    for mine in speaking.values():
        passages = [
            (n, {key: 1.0 for key in words.weights if key[0] != "@"}, SHARED)
            for n, entry in enumerate(mine)
            if (words := compared(by_id[entry.lead])) is not None
        ]
        for x, y in sorted(sharing(passages)):
            yield mine[x], mine[y]
