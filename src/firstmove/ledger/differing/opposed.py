"""Entries that stand against each other: yes and no, a change of mind, two counts of one thing.

They stay entries of their own, so that neither is shown as the other's, and each gets a difference
with the words of both. What one report, or one party, tells in two ways is a note.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from itertools import combinations, product

from firstmove.ledger.comparing.align import aligned
from firstmove.ledger.comparing.compatible import days_apart, kinds_fit, opposite_acts
from firstmove.ledger.comparing.frame import other_filler
from firstmove.ledger.comparing.meaning import Meanings
from firstmove.ledger.comparing.numbers import other_numbers
from firstmove.ledger.comparing.sharing import Passage, holders
from firstmove.ledger.comparing.telling import Telling
from firstmove.ledger.comparing.words import Words, lexicon, negated, stem, tokens, words
from firstmove.ledger.differing.relations import sides_of
from firstmove.ledger.differing.turned import in_other_words, of_one_act
from firstmove.ledger.entry import Contradiction, Difference, Entry, Relation, Side
from firstmove.ledger.parties.people import Sort, Who
from firstmove.report import Span
from firstmove.statement import Basis, Figure, Kind

_OPPOSITE = frozenset((Kind.AGREE, Kind.SUPPORT, Kind.CONCEDE, Kind.COOPERATE, Kind.CONSULT))
_AGAINST = frozenset((Kind.REJECT, Kind.PROTEST))
SAME_OCCASION_DAYS = 1
_NEARLY_THE_SAME = 0.6  # of the words of each have a counterpart
_SHARED_OF_A_CONTRADICTION = 2  # keys: one word may be of two things
_LEAST_MASS = 1.0
_OF_LONGER = 0.45
_ONE_CONDITION = 0.75  # of the words of each of two conditions have a counterpart
_ALL_BUT = 0.7  # of the words of the longer one, besides two that are opposite
# Kinds in which a reader gives what somebody will do or have happen.
_PLANS = frozenset((Kind.ASSESS, Kind.STATE, Kind.THREATEN, Kind.AGREE, Kind.SANCTION))
_REFUSALS = frozenset(stem(word) for word in "refuse reject deny dismiss decline".split())


Clash = tuple[Entry, Entry, tuple[Side, ...]]


def contradictions(
    entries: Sequence[Entry], by_id: dict[str, Telling], meanings: Meanings
) -> Iterator[Entry]:
    """Entries of one speaker in two reports of which one affirms what the other denies.

    Said on one occasion, as far as is told, both get the relation ``differ`` and a difference of
    field ``stance`` with the words of both. Said days apart it is a change over time: both get the
    relation ``update``, unless they differ from others, and the same difference, earlier first;
    so do those in which it is told in other words (``turned.py``).
    """
    clash: list[Clash] = []
    changed: list[Clash] = []
    turned = in_other_words(entries, by_id, meanings, _apart)
    for one, other in (*_opposed_of_one_speaker(entries, by_id), *turned):
        a, b = by_id[one.lead], by_id[other.lead]
        if not (opposite_acts(a.words, b.words) or of_one_act(a, b, meanings)):
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
    for one, other in _with_and_without(entries, by_id):
        a, b = by_id[one.lead], by_id[other.lead]
        if set(one.reports) & set(other.reports):
            continue
        bound, free = (a, b) if b.condition is None else (b, a)
        condition = bound.statement.condition
        if condition is None or _apart(a, b) is not None:
            continue
        if (without := _same_but_for_it(bound, free)) is not None:
            sides = [(bound, condition.span), (free, without)]
            pairs.append((one, other, sides_of(sides)))
    yield from _parted(entries, "condition", pairs, by_id)


def _same_but_for_it(bound: Telling, free: Telling) -> Span | None:
    """What is told on a condition, where it is told without one nearly word for word: all of the
    other telling, or one of the passages that a report tells in one."""
    if bound.consequence is None or bound.stance * free.stance < 0:
        return None
    if bound.occasion != free.occasion or other_numbers(bound.numbers, free.numbers):
        return None
    content = free.statement.content
    passages = [(free.words, _with_cue(free))]
    if len(content) > 1:
        passages += [(words(span.quote), span) for span in content]
    told = bound.consequence
    for passage, span in passages:
        shared = [key for key in told.weights if key in passage.weights and key[0] != "@"]
        if (
            len(shared) >= _SHARED_OF_A_CONTRADICTION
            and aligned(told, passage).least >= _NEARLY_THE_SAME
            and other_filler(told, passage) is None
        ):
            return span
    return None


def both_ways(entries: Sequence[Entry], by_id: dict[str, Telling]) -> tuple[Contradiction, ...]:
    """Each yes and no of one speaker in one report, and of two people of one party, said on one
    occasion as far as is told."""
    found: dict[Contradiction, None] = {}
    for one, other in _opposed_of_one_speaker(entries, by_id):
        a, b = by_id[one.lead], by_id[other.lead]
        if set(one.reports) & set(other.reports) and _apart(a, b) is None:
            found[_contradiction("report", a.speaker.name, a, b)] = None
    by_party: dict[str, list[Entry]] = {}
    for entry in entries:
        speaker = by_id[entry.lead].speaker
        if speaker.party and speaker.sort is Sort.PERSON:
            by_party.setdefault(speaker.party, []).append(entry)
    for party, mine in by_party.items():
        for one, other in _opposed_among(mine, by_id):
            a, b = by_id[one.lead], by_id[other.lead]
            if a.speaker != b.speaker and _apart(a, b) is None:
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


def _opposed_of_one_speaker(
    entries: Sequence[Entry], by_id: dict[str, Telling]
) -> Iterator[tuple[Entry, Entry]]:
    speaking: dict[str, list[Entry]] = {}
    for entry in entries:
        speaking.setdefault(by_id[entry.lead].speaker.key, []).append(entry)
    for key, mine in speaking.items():
        if key:
            for one, other in _opposed_among(mine, by_id):
                if by_id[one.lead].speaker == by_id[other.lead].speaker:
                    yield one, other


def _opposed_among(
    entries: Sequence[Entry], by_id: dict[str, Telling]
) -> Iterator[tuple[Entry, Entry]]:
    """Pairs of which one affirms what the other denies, in order."""
    told = [by_id[entry.lead] for entry in entries]
    stances = [telling.stance for telling in told]
    opposites = {key for pair in lexicon().acts for key in pair}
    denied: list[Passage] = []
    contrary: list[Passage] = []
    for n, telling in enumerate(told):
        weights = telling.words.weights
        if stances[n]:
            denied.append((n, weights, max(_LEAST_MASS, _OF_LONGER * telling.words.mass)))
        if stances[n] and not opposites.isdisjoint(weights):
            rest = sum(w for key, w in weights.items() if key not in opposites)
            contrary.append((n, weights, _ALL_BUT * rest))
    found = {
        pair for pair in _pairs(holders(denied).values()) if stances[pair[0]] != stances[pair[1]]
    }
    found |= {
        pair for pair in _pairs(holders(contrary).values()) if stances[pair[0]] == stances[pair[1]]
    }
    for x, y in sorted(found):
        if _opposed(told[x], told[y]):
            yield entries[x], entries[y]


def _with_and_without(
    entries: Sequence[Entry], by_id: dict[str, Telling]
) -> Iterator[tuple[Entry, Entry]]:
    """Pairs of one speaker on one event, one on a condition and one without, that share words."""
    speaking: dict[tuple[Who, int], list[Entry]] = {}
    for entry in entries:
        lead = by_id[entry.lead]
        if lead.speaker.key:
            speaking.setdefault((lead.speaker, lead.occasion), []).append(entry)
    for mine in speaking.values():
        told = [by_id[entry.lead] for entry in mine]
        passages = [
            (n, {key: 1.0 for key in words.weights if key[0] != "@"}, _SHARED_OF_A_CONTRADICTION)
            for n, t in enumerate(told)
            if (words := t.words if t.condition is None else t.consequence) is not None
        ]
        for x, y in sorted(set(_pairs(holders(passages).values()))):
            if (told[x].condition is None) != (told[y].condition is None):
                yield mine[x], mine[y]


def _pairs(groups: Iterable[Sequence[int]]) -> Iterator[tuple[int, int]]:
    return (pair for group in groups for pair in combinations(group, 2))


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
    """Whether one affirms what the other denies, as far as their words tell.

    "Lift" and "impose" deny one another as well; "will not lift" and "will impose" do not.
    """
    contrary = opposite_acts(a.words, b.words)
    if not a.stance * b.stance or (a.stance == b.stance) is not bool(contrary):
        return False
    if not _on_one_condition(a.condition, b.condition):
        return False
    if a.said_on is b.said_on is None and days_apart(a.statement.when, b.statement.when):
        return False  # done on one day, not done on another
    if _by_without(a) or _by_without(b):
        return False  # "without talks" says how, and denies not that
    if other_numbers(a.numbers, b.numbers):
        return False  # to refuse four per cent is not to refuse six
    if contrary:
        return _but_for(contrary, a, b)
    denied = _would_and_would_not(a, b)
    if not (_of_kinds_that_clash(a, b) or denied):
        return False
    shared = a.words.weights.keys() & b.words.weights.keys()
    if len(shared) < _SHARED_OF_A_CONTRADICTION:
        return False
    mass = sum(a.words.weights[key] for key in shared)
    # Two quotations may be two sentences of one speech: there only the denial may part them.
    of_longer = 0.8 if denied or (a.direct and b.direct) else _OF_LONGER
    return (
        mass >= _LEAST_MASS
        and mass >= 0.6 * min(a.words.mass, b.words.mass)
        and (mass >= of_longer * max(a.words.mass, b.words.mass))
    )


def _of_kinds_that_clash(a: Telling, b: Telling) -> bool:
    kinds = {a.statement.kind, b.statement.kind}
    if kinds & _AGAINST:
        return bool(kinds & _OPPOSITE)  # to reject a thing is not to deny what is said of it
    return kinds_fit(a.statement.kind, b.statement.kind)


def _would_and_would_not(a: Telling, b: Telling) -> bool:
    """Whether what one says would be the other, read as a rejection, says would not be."""
    for one, two in ((a, b), (b, a)):
        if one.statement.kind in _AGAINST and two.statement.kind in _PLANS:
            return one.words.negated and not two.words.negated and not _refusing(one)
    return False


def _refusing(telling: Telling) -> bool:
    """Whether the cue tells of refusing ("refused not to …")."""
    return any(stem(word) in _REFUSALS for s in telling.statement.cue for word in tokens(s.quote))


def _on_one_condition(a: Words | None, b: Words | None) -> bool:
    """Whether both are told without a condition, or on one and the same.

    Yes if the ban is lifted, no while it is in force: that is one position.
    """
    if a is None or b is None:
        return a is b
    return (
        a.negated == b.negated
        and aligned(a, b).least >= _ONE_CONDITION
        and other_filler(a, b) is None
        and not opposite_acts(a, b)
    )


def _but_for(pair: tuple[str, ...], a: Telling, b: Telling) -> bool:
    """Whether all that tells the one from the other are two opposite words."""
    mine, theirs = ({k: w for k, w in t.words.weights.items() if k not in pair} for t in (a, b))
    told = [k for k in mine.keys() & theirs.keys() if k[0] != "@"]
    mass = sum(mine[key] for key in mine.keys() & theirs.keys())
    longer = max(sum(mine.values()), sum(theirs.values()))
    fit = (
        kinds_fit(a.statement.kind, b.statement.kind)
        or {t.statement.kind for t in (a, b)} <= _PLANS | _OPPOSITE
    )
    return bool(told) and fit and mass >= _ALL_BUT * longer
