"""Who counts what: the figures for one thing, low, best and high, with each source.

As the conflict data programmes give them (UCDP: low, best, high), but nobody weighs the sources:
low is the lowest number that is told, high the highest, best the one that most sources tell, none
where no number is told by more of them than every other.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from firstmove.ledger.differing.figures import Contexts, Thing, in_one_context, thing
from firstmove.ledger.entry import Count, Occasion, Tally
from firstmove.ledger.parties.names import fold
from firstmove.ledger.words import Words
from firstmove.statement import Figure, Reading


def tallies(
    readings: Sequence[Reading], occasions: Sequence[Occasion], contexts: Contexts
) -> tuple[Tally, ...]:
    """One for each thing counted, in order of its first figure.

    Figures of the same noun, unit and “per” count one thing where their reports tell of one event
    and their sentences share more than the noun.
    """
    home = {id_: n for n, occasion in enumerate(occasions) for id_ in occasion.reports}
    alike: dict[tuple[Thing, int], list[tuple[Figure, Words]]] = {}
    for reading in readings:
        for figure in reading.figures:
            if figure.counted and not (figure.low is None and figure.high is None):
                key = thing(figure), home.get(reading.report.id, 0)
                alike.setdefault(key, []).append((figure, contexts.of(reading, figure)))
    order = {reading.report.id: n for n, reading in enumerate(readings)}
    groups = [group for (of, _), found in alike.items() for group in _of_one_thing(found, of)]
    groups.sort(key=lambda group: (order[group[0].span.report_id], group[0].span))
    return tuple(_tally(group) for group in groups)


def _of_one_thing(found: Sequence[tuple[Figure, Words]], of: Thing) -> Iterable[list[Figure]]:
    home = list(range(len(found)))
    passages = [(n, passage) for n, (_, passage) in enumerate(found)]
    for x, y in sorted(in_one_context(passages, of)):
        low, high = sorted((home[x], home[y]))
        if low != high:
            home = [low if n == high else n for n in home]
    groups: dict[int, list[Figure]] = {}
    for n, (figure, _) in zip(home, found, strict=True):
        groups.setdefault(n, []).append(figure)
    return groups.values()


def _tally(group: Sequence[Figure]) -> Tally:
    first = group[0]
    lows = [n for f in group for n in (f.low, f.high) if n is not None]
    return Tally(
        first.counted,
        first.per,
        first.unit,
        min(lows),
        _best(group),
        # An open end ("more than 40") reaches no number.
        None if any(f.high is None for f in group) else max(lows),
        tuple(Count(f.span, f.low, f.high, f.source.name if f.source else "") for f in group),
    )


def _best(group: Sequence[Figure]) -> float | None:
    told: dict[float, set[str]] = {}
    for figure in group:
        if figure.low is not None and figure.low == figure.high:
            source = fold(figure.source.name) if figure.source and figure.source.name else ""
            # What the outlets tell themselves has each outlet for a source.
            told.setdefault(figure.low, set()).add(source or figure.span.report_id)
    return _most(told)


def _most(told: Mapping[float, set[str]]) -> float | None:
    ranked = sorted(told, key=lambda n: -len(told[n]))
    if not ranked or (len(ranked) > 1 and len(told[ranked[0]]) == len(told[ranked[1]])):
        return None
    return ranked[0]
