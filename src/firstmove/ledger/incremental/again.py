"""What of the merge before is taken over, so that one more report costs what it touches.

Two statements are compared by themselves alone. So where two are as they were, so is their score;
and a group of statements linked by scores, of which none is new, has changed, is gone or is linked
to one that is new, falls into the entries that it fell into before. What is worked out anew is the
rest: the result is that of comparing all (tested).
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, fields
from functools import cached_property
from hashlib import blake2b

import msgspec

from firstmove.heads import Head
from firstmove.ledger.comparing.cluster import clusters, linked
from firstmove.ledger.comparing.similar import Likeness
from firstmove.ledger.comparing.telling import Telling
from firstmove.ledger.differing.among import Against
from firstmove.ledger.differing.figures import Passages
from firstmove.ledger.entry import Difference, Entry, Occasion, View
from firstmove.ledger.incremental.retold import Told
from firstmove.ledger.witnesses.paragraphs import Printed
from firstmove.ledger.witnesses.traits import Known

Pair = tuple[str, str]
Scores = dict[Pair, Likeness]
Score = Callable[[Sequence[Telling], frozenset[int] | None], Scores]
"""Scores the pairs of statements that may stand together; of some numbers: those with one of them
in it."""

_LOOKED_AT = tuple(f.name for f in fields(Telling) if f.name not in ("report", "order", "occasion"))
_DECIDED = "decision "  # how the reason begins that a decision gives


class Row(msgspec.Struct, frozen=True, array_like=True):
    """What is known of a statement from the merge before."""

    told: str  # hash of all that comparing looks at; after a dash: of what it may not stand with
    linked: str  # first of the statements that it is linked with, near or far, by scores
    group: str  # first of the statements that it was found to stand with


@dataclass
class Again:
    """The merge before: its rows by statement, its entries and events, what is known of its
    reports, the statements found to be opposed to one another, and in what the tellings of an
    entry differ. ``new`` …: those of now, as ``merge`` takes them up."""

    rows: Mapping[str, Row] = field(default_factory=dict)
    entries: Sequence[Entry] = ()
    occasions: Sequence[Occasion] = ()
    reports: Mapping[str, Known] = field(default_factory=dict)
    told: Mapping[str, Told] = field(default_factory=dict)
    printed: Mapping[str, Printed] = field(default_factory=dict)
    heads: Mapping[str, Mapping[str, Head]] = field(default_factory=dict)
    contexts: Mapping[str, Passages] = field(default_factory=dict)
    speakers: Mapping[str, Against] = field(default_factory=dict)
    opposed: Collection[Pair] = ()
    parted: Mapping[str, tuple[Difference, ...]] = field(default_factory=dict)
    source: str = field(default="", compare=False)  # what of a case file it was read from
    new: dict[str, Row] = field(default_factory=dict)
    new_reports: dict[str, Known] = field(default_factory=dict)
    new_told: dict[str, Told] = field(default_factory=dict)
    new_printed: dict[str, Printed] = field(default_factory=dict)
    new_heads: dict[str, Mapping[str, Head]] = field(default_factory=dict)
    new_contexts: dict[str, Passages] = field(default_factory=dict)
    new_speakers: dict[str, Against] = field(default_factory=dict)
    new_opposed: list[Pair] = field(default_factory=list)
    new_parted: dict[str, tuple[Difference, ...]] = field(default_factory=dict)

    @cached_property
    def _unchanged(self) -> set[str]:
        """Statements of which all that comparing looks at is as before; after ``grouped``."""
        both = self.rows.keys() & self.new.keys()
        return {id_ for id_ in both if self.rows[id_].told == self.new[id_].told}

    def leads_before(self) -> set[str]:
        """Those of the unchanged statements that led an entry before."""
        return {entry.lead for entry in self.entries} & self._unchanged

    def parted_before(self) -> dict[tuple[str, ...], tuple[Difference, ...]]:
        """In what the tellings of an entry differed, by their ids, where all are unchanged."""
        return {
            entry.statements: self.parted[entry.id]
            for entry in self.entries
            if entry.id in self.parted and self._unchanged.issuperset(entry.statements)
        }

    def settled_entries(self, decided: Collection[str]) -> dict[tuple[str, ...], Entry]:
        """Entries by their statements that are what they were found to be, before any is held
        against another: of one report, all of it unchanged and nothing decided (``decided``: what
        a decision puts together)."""
        return {
            entry.statements: entry
            for entry in self.entries
            if len(entry.reports) == 1
            and not (entry.differences or entry.decisions)
            and self._unchanged.issuperset(entry.statements)
            and not any(id_ in decided for id_ in entry.statements)
            and not any(why.startswith(_DECIDED) for m in entry.merges for why in m.reasons)
        }

    def next(self, view: View) -> Again:
        """What the next merge may take over from this one, which gave ``view``."""
        return Again(
            self.new,
            view.entries,
            view.occasions,
            self.new_reports,
            self.new_told,
            self.new_printed,
            self.new_heads,
            self.new_contexts,
            self.new_speakers,
            self.new_opposed,
            self.new_parted,
        )


def grouped(
    told: Sequence[Telling],
    occasions: Sequence[Occasion],
    apart: set[Pair],
    score: Score,
    threshold: float,
    before: Again,
) -> tuple[list[tuple[str, ...]], Scores]:
    """Groups of statements that tell the same, in order, and scores of all pairs within them.

    ``apart``: pairs that may not stand together, both ways round.
    """
    parted: dict[str, list[str]] = {}
    for a, b in apart:
        parted.setdefault(a, []).append(b)
    same = {id_ for id_, now in before.new_told.items() if before.told.get(id_) is now}
    hashes: dict[str, str] = {}
    for t in told:
        known = before.rows.get(t.id) if t.report.id in same else None
        mine = known.told.partition("-")[0] if known is not None else _hash(t)
        hashes[t.id] = f"{mine}-{_of(sorted(parted[t.id]))}" if t.id in parted else mine
    moved = _moved(before.occasions, occasions)
    touched = frozenset(
        n
        for n, t in enumerate(told)
        if t.report.id in moved
        or (known := before.rows.get(t.id)) is None
        or known.told != hashes[t.id]
    )
    if 2 * len(touched) > len(told):
        touched = frozenset(range(len(told)))
    whole = len(touched) == len(told)
    likeness = score(told, None if whole else touched)
    ids = {told[n].id for n in touched}
    if not whole:
        again = {before.rows[id_].linked for id_ in before.rows.keys() - hashes.keys()}
        again |= {before.rows[id_].linked for id_ in ids & before.rows.keys()}
        for (a, b), like in likeness.items():
            if like.score >= threshold and (a, b) not in apart:
                again |= {before.rows[id_].linked for id_ in (a, b) if id_ not in ids}
        ids |= {t.id for t in told if t.id in before.rows and before.rows[t.id].linked in again}
        rest = frozenset(n for n, t in enumerate(told) if t.id in ids) - touched
        likeness = {pair: like for pair, like in likeness.items() if ids.issuperset(pair)}
        likeness |= score([told[n] for n in sorted(rest)], None)
    chosen = [t.id for t in told if t.id in ids]
    scores = {pair: like.score for pair, like in likeness.items() if pair not in apart}
    found = clusters(chosen, scores, threshold=threshold)
    homes = linked(chosen, scores, threshold=threshold)
    for group in found:
        before.new |= {id_: Row(hashes[id_], homes[id_], group[0]) for id_ in group}
    kept: dict[str, list[str]] = {}
    for telling in told:
        if telling.id not in ids:
            row = before.new[telling.id] = before.rows[telling.id]
            kept.setdefault(row.group, []).append(telling.id)
    order = {t.id: n for n, t in enumerate(told)}
    for entry in before.entries if kept else ():
        for m in entry.merges:
            if m.first not in ids and m.first in order and m.second in order:
                reasons = tuple(why for why in m.reasons if not why.startswith(_DECIDED))
                likeness[m.first, m.second] = Likeness(m.score, reasons)
    groups = [*found, *map(tuple, kept.values())]
    return sorted(groups, key=lambda group: order[group[0]]), likeness


def rescored(groups: Iterable[Sequence[Telling]], score: Score, likeness: Scores) -> None:
    """Put the scores of all pairs in groups that a decision made in the place of those known."""
    for group in groups:
        for a in group:
            for b in group:
                likeness.pop((a.id, b.id), None)
        likeness |= score(group, None)


def _hash(telling: Telling) -> str:
    """Of all that comparing looks at, but for the event, of which only sameness counts."""
    told = [getattr(telling, name) for name in _LOOKED_AT]
    return _of([*told, telling.report.published, telling.report.source])


def _of(told: object) -> str:
    return blake2b(msgspec.json.encode(told), digest_size=12).hexdigest()


def _moved(before: Sequence[Occasion], now: Sequence[Occasion]) -> set[str]:
    """Reports of which not all that stay stand in one event with the same reports as before."""
    home = {id_: n for n, occasion in enumerate(before) for id_ in occasion.reports}
    count: dict[tuple[int, int], int] = {}
    for n, occasion in enumerate(now):
        for id_ in occasion.reports:
            if id_ in home:
                count[home[id_], n] = count.get((home[id_], n), 0) + 1
    # An event of now goes on one of before: that with which it has most in common.
    follows: dict[int, int] = {}
    taken: set[int] = set()
    for old, new in sorted(count, key=lambda pair: (-count[pair], pair)):
        if old not in taken and new not in follows:
            follows[new] = old
            taken.add(old)
    return {
        id_
        for n, occasion in enumerate(now)
        for id_ in occasion.reports
        if id_ in home and follows.get(n) != home[id_]
    }
