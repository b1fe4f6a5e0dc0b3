"""Entries that stand against each other: yes and no, and a change of mind.

They stay entries of their own, so that neither is shown as the other's, and each gets a difference
with the words of both. What one report, or one party, tells in two ways is a note.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from firstmove.ledger.comparing.compatible import opposite_acts
from firstmove.ledger.comparing.meaning import Meanings
from firstmove.ledger.comparing.telling import Telling
from firstmove.ledger.differing.opposed_pairs import Opposed
from firstmove.ledger.differing.parted import Clash, days_between, parted, with_cue
from firstmove.ledger.differing.relations import sides_of
from firstmove.ledger.differing.turned import in_other_words, of_one_act
from firstmove.ledger.entry import Contradiction, Entry, Relation, Side


def contradictions(
    entries: Sequence[Entry],
    by_id: Mapping[str, Telling],
    meanings: Meanings,
    opposed: Iterable[tuple[Entry, Entry]],
) -> Iterator[Entry]:
    """Entries of one speaker in two reports of which one affirms what the other denies.

    Said on one occasion, as far as is told, both get the relation ``differ`` and a difference of
    field ``stance`` with the words of both. Said days apart it is a change over time: both get the
    relation ``update``, unless they differ from others, and the same difference, earlier first;
    so do those in which it is told in other words (``turned.py``). ``opposed``: the pairs of
    these entries that stand against each other.
    """
    clash: list[Clash] = []
    changed: list[Clash] = []
    turned = in_other_words(entries, by_id, meanings, days_between)
    for one, other in (*opposed, *turned):
        a, b = by_id[one.lead], by_id[other.lead]
        if not (opposite_acts(a.words, b.words) or of_one_act(a, b, meanings)):
            continue
        apart = days_between(a, b)
        if apart is None and set(one.reports).isdisjoint(other.reports):
            clash.append((one, other, sides_of([(a, with_cue(a)), (b, with_cue(b))])))
        elif apart:
            sides = [side for t in apart for side in sides_of([(t, with_cue(t))])]
            changed.append((one, other, tuple(sides)))
    told = parted(entries, "stance", clash, by_id)
    yield from parted(tuple(told), "stance", changed, by_id, relation=Relation.UPDATE)


def both_ways(
    entries: Sequence[Entry], by_id: dict[str, Telling], opposed: Opposed
) -> tuple[Contradiction, ...]:
    """Each yes and no of one speaker in one report, and of two people of one party, said on one
    occasion as far as is told."""
    found: dict[Contradiction, None] = {}
    for one, other in opposed.of_one_speaker(entries):
        a, b = by_id[one.lead], by_id[other.lead]
        if set(one.reports) & set(other.reports) and days_between(a, b) is None:
            found[_contradiction("report", a.speaker.name, a, b)] = None
    for one, other in opposed.of_one_party(entries):
        a, b = by_id[one.lead], by_id[other.lead]
        if days_between(a, b) is None:
            found[_contradiction("party", a.speaker.party, a, b)] = None
    return tuple(found)


def _contradiction(within: str, name: str, a: Telling, b: Telling) -> Contradiction:
    sides = [Side(t.id, t.report.id, with_cue(t)) for t in (a, b)]
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
