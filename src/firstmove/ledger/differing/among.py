"""Entries of one speaker held against one another; what is as it was is not held again.

Two entries are held against one another by their leading statements, and only where one speaker is
meant. So what comes of it depends, for each speaker, on the entries of that speaker alone.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from hashlib import blake2b

import msgspec

from firstmove.ledger.comparing.meaning import Meanings
from firstmove.ledger.comparing.telling import Telling
from firstmove.ledger.differing.but_for import but_for
from firstmove.ledger.differing.on_condition import on_a_condition
from firstmove.ledger.differing.opposed import contradictions
from firstmove.ledger.differing.opposed_pairs import Opposed
from firstmove.ledger.entry import Difference, Entry, Relation
from firstmove.ledger.parties.people import Who


class Against(msgspec.Struct, frozen=True, array_like=True):
    """What came of one speaker's entries. ``made_from``: hash of all that it depends on."""

    made_from: str
    parted: dict[str, tuple[Relation, tuple[Difference, ...]]]  # by entry, where it is another


def among(
    entries: Sequence[Entry],
    by_id: Mapping[str, Telling],
    meanings: Meanings,
    opposed: Opposed,
    told: Mapping[str, str],
    known: Mapping[str, Against],
    new: dict[str, Against],
) -> list[Entry]:
    """The entries, those with a difference that stand against others of their speaker.

    ``told``: hashes of all that comparing looks at, by statement. ``known``: what came of it
    before, by speaker; ``new`` takes up that of now.
    """
    speaking: dict[Who, list[int]] = {}
    for n, entry in enumerate(entries):
        who = by_id[entry.lead].speaker
        if who.key:
            speaking.setdefault(who, []).append(n)
    pairs: dict[Who, list[tuple[Entry, Entry]]] = {}
    for one, other in opposed.of_one_speaker(entries):
        pairs.setdefault(by_id[one.lead].speaker, []).append((one, other))
    found = list(entries)
    for who, numbers in speaking.items():
        if len(numbers) == 1:
            continue
        mine = [entries[n] for n in numbers]
        key, digest = "|".join((who.sort, who.name, who.party)), _digest(mine, by_id, told)
        kept = known.get(key)
        if kept is None or kept.made_from != digest:
            after = contradictions(mine, by_id, meanings, pairs.get(who, ()))
            after = but_for(tuple(on_a_condition(tuple(after), by_id)), by_id)
            changed = [b for a, b in zip(mine, after, strict=True) if a is not b]
            kept = Against(digest, {e.id: (e.relation, e.differences) for e in changed})
        new[key] = kept
        for n in numbers if kept.parted else ():
            if (other_now := kept.parted.get(entries[n].id)) is not None:
                relation, differences = other_now
                found[n] = replace(entries[n], relation=relation, differences=differences)
    return found


def _digest(mine: Sequence[Entry], by_id: Mapping[str, Telling], told: Mapping[str, str]) -> str:
    events: dict[int, int] = {}  # of an event only sameness counts
    rows = [
        (
            entry.id,
            entry.relation,
            entry.differences,
            entry.reports,
            told[entry.lead],
            events.setdefault(by_id[entry.lead].occasion, len(events)),
        )
        for entry in mine
    ]
    return blake2b(msgspec.json.encode(rows), digest_size=12).hexdigest()
