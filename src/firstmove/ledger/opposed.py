"""Entries that stand against each other: yes and no, a change of mind, two counts of one thing.

They stay entries of their own, so that neither is shown as the other's, and each gets a difference
with the words of both. What one report, or one party, tells in two ways is a note.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from itertools import combinations, product

from firstmove.ledger.align import aligned
from firstmove.ledger.compatible import days_apart, kinds_fit
from firstmove.ledger.entry import Contradiction, Difference, Entry, Relation, Side
from firstmove.ledger.frame import other_filler
from firstmove.ledger.numbers import other_numbers
from firstmove.ledger.people import Sort
from firstmove.ledger.relations import sides_of
from firstmove.ledger.telling import Telling
from firstmove.ledger.words import negated
from firstmove.report import Span
from firstmove.statement import Basis, Figure, Kind

_OPPOSITE = frozenset((Kind.AGREE, Kind.SUPPORT, Kind.CONCEDE, Kind.COOPERATE, Kind.CONSULT))
_AGAINST = frozenset((Kind.REJECT, Kind.PROTEST))
SAME_OCCASION_DAYS = 1
_NEARLY_THE_SAME = 0.6  # of the words of each have a counterpart
_SHARED_OF_A_CONTRADICTION = 2  # keys: one word may be of two things


Clash = tuple[Entry, Entry, tuple[Side, ...]]


def contradictions(entries: Sequence[Entry], by_id: dict[str, Telling]) -> Iterator[Entry]:
    """Entries of one speaker in two reports of which one affirms what the other denies.

    Said on one occasion, as far as is told, both get the relation ``differ`` and a difference of
    field ``stance`` with the words of both. Said days apart it is a change over time: both get the
    relation ``update``, unless they differ from others, and the same difference, earlier first.
    """
    clash: list[Clash] = []
    changed: list[Clash] = []
    for one, other in _of_one_speaker(entries, by_id):
        a, b = by_id[one.lead], by_id[other.lead]
        if not _opposed(a, b):
            continue
        apart = _apart(a, b)
        if apart is None and set(one.reports).isdisjoint(other.reports):
            clash.append((one, other, sides_of([(a, _with_cue(a)), (b, _with_cue(b))])))
        elif apart:
            sides = [side for t in apart for side in sides_of([(t, _with_cue(t))])]
            changed.append((one, other, tuple(sides)))
    told = _parted(entries, "stance", clash, by_id)
    yield from _parted(tuple(told), "stance", changed, by_id, relation=Relation.UPDATE)


def on_a_condition(entries: Sequence[Entry], by_id: dict[str, Telling]) -> Iterator[Entry]:
    """Entries of one speaker in two reports: the same, with a condition and without it.

    To leave a condition out may be to leave out the point, so they stay two entries; both get the
    relation ``differ`` and a difference of field ``condition``: the condition as one report has it,
    and what the other tells without it.
    """
    pairs: list[Clash] = []
    for one, other in _of_one_speaker(entries, by_id):
        a, b = by_id[one.lead], by_id[other.lead]
        if (a.condition is None) == (b.condition is None) or set(one.reports) & set(other.reports):
            continue
        bound, free = (a, b) if b.condition is None else (b, a)
        condition = bound.statement.condition
        if condition is not None and _same_but_for_it(bound, free) and _apart(a, b) is None:
            sides = [(bound, condition.span), (free, _with_cue(free))]
            pairs.append((one, other, sides_of(sides)))
    yield from _parted(entries, "condition", pairs, by_id)


def _same_but_for_it(bound: Telling, free: Telling) -> bool:
    """Whether what is told on a condition is told without one, nearly word for word."""
    if bound.consequence is None or bound.stance * free.stance < 0:
        return False
    if bound.occasion != free.occasion or other_numbers(bound.numbers, free.numbers):
        return False
    told, words = bound.consequence, free.words
    shared = [key for key in told.weights if key in words.weights and key[0] != "@"]
    return (
        len(shared) >= _SHARED_OF_A_CONTRADICTION
        and aligned(told, words).least >= _NEARLY_THE_SAME
        and other_filler(told, words) is None
    )


def both_ways(entries: Sequence[Entry], by_id: dict[str, Telling]) -> tuple[Contradiction, ...]:
    """Each yes and no of one speaker in one report, and of two people of one party, said on one
    occasion as far as is told."""
    found: dict[Contradiction, None] = {}
    for one, other in _of_one_speaker(entries, by_id):
        a, b = by_id[one.lead], by_id[other.lead]
        if set(one.reports) & set(other.reports) and _apart(a, b) is None and _opposed(a, b):
            found[_contradiction("report", a.speaker.name, a, b)] = None
    by_party: dict[str, list[Entry]] = {}
    for entry in entries:
        speaker = by_id[entry.lead].speaker
        if speaker.party and speaker.sort is Sort.PERSON:
            by_party.setdefault(speaker.party, []).append(entry)
    for party, mine in by_party.items():
        for one, other in combinations(mine, 2):
            a, b = by_id[one.lead], by_id[other.lead]
            if a.speaker != b.speaker and _apart(a, b) is None and _opposed(a, b):
                found[_contradiction("party", party, a, b)] = None
    return tuple(found)


def _contradiction(within: str, name: str, a: Telling, b: Telling) -> Contradiction:
    sides = [Side(t.id, t.report.id, _with_cue(t)) for t in (a, b)]
    return Contradiction(within, name, (a.speaker.name, b.speaker.name), (sides[0], sides[1]))


def told_both_ways(found: Sequence[Contradiction], names: Mapping[str, str]) -> tuple[str, ...]:
    """One sentence for each; ``names``: what to call each report, by its id."""
    notes: dict[str, None] = {}
    for one in found:
        a, b = (f"“{side.span.quote}” in {names[side.report]}" for side in one.sides)
        if one.within == "report":
            notes[f"Told both ways of {one.name}: {a}; {b}."] = None
        else:
            told = f"{one.speakers[0]} {a}; {one.speakers[1]} {b}"
            notes[f"Two people of {one.name}, one for and one against: {told}."] = None
    return tuple(notes)


def _of_one_speaker(
    entries: Sequence[Entry], by_id: dict[str, Telling]
) -> Iterator[tuple[Entry, Entry]]:
    speaking: dict[str, list[Entry]] = {}
    for entry in entries:
        speaking.setdefault(by_id[entry.lead].speaker.key, []).append(entry)
    for key, mine in speaking.items():
        if key:
            for one, other in combinations(mine, 2):
                if by_id[one.lead].speaker == by_id[other.lead].speaker:
                    yield one, other


def _apart(a: Telling, b: Telling) -> tuple[Telling, Telling] | None:
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


def counts(
    entries: Sequence[Entry], clashes: Sequence[tuple[Figure, Figure]], by_id: dict[str, Telling]
) -> Iterator[Entry]:
    """Entries that give two counts of one thing, in two reports, by one source or by two.

    They stay as they are; both get the relation ``differ`` and a difference of field ``number``
    with both figures as they are written. A count that no statement tells is in the notes only.
    """
    places: dict[str, list[tuple[Span, Telling, Entry]]] = {}
    for entry in entries:
        for id_ in entry.statements:
            for span in by_id[id_].statement.content:
                places.setdefault(span.report_id, []).append((span, by_id[id_], entry))
    pairs: list[Clash] = []
    for figures in clashes:
        told = [
            [
                (figure.span, t, e)
                for span, t, e in places.get(figure.span.report_id, ())
                if span.contains(figure.span)
            ]
            for figure in figures
        ]
        for (mine, a, one), (theirs, b, other) in product(*told):
            numbers = {d.field for e in (one, other) for d in e.differences if one.id == other.id}
            if "number" not in numbers:
                pairs.append((one, other, sides_of([(a, mine), (b, theirs)])))
    yield from _parted(entries, "number", pairs, by_id)


def _parted(
    entries: Sequence[Entry],
    field: str,
    pairs: Sequence[Clash],
    by_id: dict[str, Telling],
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


def _with_cue(telling: Telling) -> Span:
    """The cue may be all that the two differ in."""
    return telling.statement.led_in(telling.report)


def _by_without(telling: Telling) -> bool:
    plain = telling.words.plain
    return negated(plain) != negated(tuple(word for word in plain if word != "without"))


def _opposed(a: Telling, b: Telling) -> bool:
    """Whether one affirms what the other denies, as far as their words tell."""
    if a.stance * b.stance >= 0 or (a.condition is None) != (b.condition is None):
        return False
    if a.said_on is b.said_on is None and days_apart(a.statement.when, b.statement.when):
        return False  # done on one day, not done on another
    if _by_without(a) or _by_without(b):
        return False  # "without talks" says how, and denies not that
    kinds = {a.statement.kind, b.statement.kind}
    if kinds & _AGAINST:
        if not kinds & _OPPOSITE:
            return False  # to reject a thing is not to deny what is said of it
    elif not kinds_fit(a.statement.kind, b.statement.kind):
        return False
    shared = a.words.weights.keys() & b.words.weights.keys()
    if len(shared) < _SHARED_OF_A_CONTRADICTION:
        return False
    mass = sum(a.words.weights[key] for key in shared)
    # Two quotations may be two sentences of one speech: there only the denial may part them.
    of_longer = 0.8 if a.direct and b.direct else 0.45
    return (
        mass >= 1.0
        and mass >= 0.6 * min(a.words.mass, b.words.mass)
        and (mass >= of_longer * max(a.words.mass, b.words.mass))
    )
