"""Entries that stay two and differ: the difference is given to both, with the words of each."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from itertools import combinations

from firstmove.ledger.comparing.telling import Telling
from firstmove.ledger.entry import Difference, Entry, Relation, Side
from firstmove.report import Span
from firstmove.statement import Basis

SAME_OCCASION_DAYS = 1

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


def pairs_in(groups: Iterable[Sequence[int]]) -> Iterator[tuple[int, int]]:
    """Pairs of two in one group."""
    return (pair for group in groups for pair in combinations(group, 2))
