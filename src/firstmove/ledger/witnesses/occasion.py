"""Whether two reports tell of one event, or only of the same topic.

An event is one thing that happens at one time and place (Allan et al. 1998, topic detection and
tracking). Texts that are alike do not decide it: what is weighed is whether the reports name the
same people and places, tell of the same days and numbers and quote the same words, besides how
near their openings are in meaning. Reports of a few words tell too little to be parted.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

from firstmove.ledger.comparing.meaning import Meanings
from firstmove.ledger.entry import Compared, Occasion
from firstmove.ledger.witnesses.traits import Known, Traits, digest, opening, traits_of
from firstmove.ledger.witnesses.weighed import SAME, compared_pair
from firstmove.statement import Reading

if TYPE_CHECKING:
    from firstmove.ledger.comparing.meaning import Vector

Pair = tuple[int, int]  # of reports by number, the earlier first

_JOINED = 0.4  # least mean over all pairs that were compared, when groups are joined
_ALIKE = 0.6  # cosine of two things said
_NEAREST = 30  # reports that each report is compared with
_ALL = 40  # reports of which each is compared with each
_NAMED = 4  # names that are shown
_UNIT = 10_000  # of a score: its four places


def occasions(
    readings: Sequence[Reading],
    meanings: Meanings,
    *,
    known: Mapping[str, Known] | None = None,
    before: Sequence[Occasion] = (),
    new: dict[str, Known] | None = None,
) -> tuple[Occasion, ...]:
    """Each report in the one event it tells of: the event that most reports tell of first.

    ``readings`` in the order of the reports; groups are made from the pairs that are most alike on.
    ``known``, by report id, and the events ``before`` spare what was worked out then; ``new`` takes
    up what is known now.
    """
    if len(readings) < 2:
        return tuple(Occasion((r.report.id,)) for r in readings)
    reports = _Reports(readings, meanings, known or {}, before)
    scores = {pair: reports.score(*pair) for pair in _candidates(reports.openings)}
    groups = _grouped(len(readings), scores)
    groups.sort(key=lambda group: (-len(group), group[0]))
    home = {n: at for at, group in enumerate(groups) for n in group}
    inside: list[list[Pair]] = [[] for _ in groups]
    outside: list[list[Pair]] = [[] for _ in groups]
    for x, y in scores:
        if home[x] == home[y]:
            inside[home[x]].append((x, y))
        else:
            outside[home[x]].append((x, y))
            outside[home[y]].append((x, y))
    if new is not None:
        new |= reports.known(scores)
    found = []
    for at, group in enumerate(groups):
        apart = max(outside[at], key=scores.__getitem__, default=None)
        found.append(
            Occasion(
                tuple(readings[n].report.id for n in group),
                _in_common([reports.traits[n] for n in group]),
                tuple(reports.compared(*pair) for pair in _best_links(inside[at], scores)),
                reports.compared(*apart) if apart is not None else None,
            )
        )
    return tuple(found)


class _Reports:
    """The reports, by number, with what is known of them from before."""

    def __init__(
        self,
        readings: Sequence[Reading],
        meanings: Meanings,
        known: Mapping[str, Known],
        before: Sequence[Occasion],
    ) -> None:
        self._meanings = meanings
        self._digests = [digest(reading) for reading in readings]
        self._near: list[Mapping[str, float]] = []  # known scores with others; {} where it changed
        self._same: set[str] = set()  # reports of which nothing changed
        self.traits: list[Traits] = []
        for reading, told in zip(readings, self._digests, strict=True):
            row = known.get(reading.report.id)
            if row is not None and row.told == told:
                self._same.add(reading.report.id)
                self.traits.append(row.traits)
                self._near.append(row.near)
            else:
                self.traits.append(traits_of(reading))
                self._near.append({})
        self.openings = meanings.of(opening(reading) for reading in readings)
        self._told: dict[tuple[str, str], Compared] = {
            (c.first, c.second): c
            for occasion in before
            for c in (*occasion.together, *((occasion.apart,) if occasion.apart else ()))
            if c.first in self._same and c.second in self._same
        }
        self._said: dict[int, dict[str, Vector]] = {}

    def score(self, x: int, y: int) -> float:
        other = self.traits[y].id
        if other in self._same and (known := self._near[x].get(other)) is not None:
            return known
        return self.compared(x, y).score

    def compared(self, x: int, y: int) -> Compared:
        pair = self.traits[x].id, self.traits[y].id
        if pair not in self._told:
            cosine = float(self.openings[x] @ self.openings[y])
            alike = _told_by_both(self._vectors(x), self._vectors(y))
            self._told[pair] = compared_pair(self.traits[x], self.traits[y], cosine, alike)
        return self._told[pair]

    def _vectors(self, n: int) -> dict[str, Vector]:
        """Of what is said, by speaker and by party."""
        if n not in self._said:
            said = self.traits[n].said
            self._said[n] = {key: self._meanings.of(texts) for key, texts in said.items()}
        return self._said[n]

    def known(self, scores: Mapping[Pair, float]) -> dict[str, Known]:
        """What the next merge may take over."""
        near: list[dict[str, float]] = [{} for _ in self.traits]
        for (x, y), score in scores.items():
            near[x][self.traits[y].id] = score
        told = zip(self._digests, self.traits, near, strict=True)
        return {traits.id: Known(hash_, traits, own) for hash_, traits, own in told}


def told_apart(found: Sequence[Occasion], names: Mapping[str, str]) -> tuple[str, ...]:
    """One sentence for each event but the first: which reports tell of it, and what parts them.

    ``names``: what to call each report, by its id.
    """
    notes = []
    for occasion in found[1:]:
        mine = " and ".join(names[id_] for id_ in occasion.reports)
        others = " and ".join(names[id_] for id_ in found[0].reports)
        tell = "tells" if len(occasion.reports) == 1 else "tell"
        about = f" ({', '.join(occasion.names)})" if occasion.names else ""
        why = f": {'; '.join(occasion.apart.reasons)}" if occasion.apart else ""
        notes.append(f"{mine} {tell} of another event{about} than {others}{why}.")
    return tuple(notes)


def _told_by_both(a: Mapping[str, Vector], b: Mapping[str, Vector]) -> int:
    """How many things said, by one speaker or party, are alike in meaning."""
    best = 0
    for key in a.keys() & b.keys():
        near = a[key] @ b[key].T >= _ALIKE
        best = max(best, min(int(near.any(axis=1).sum()), int(near.any(axis=0).sum())))
    return best


def _candidates(vectors: Vector) -> list[tuple[int, int]]:
    """Pairs of reports to compare: all of a few; of many, each with those nearest in meaning."""
    import numpy as np

    count = len(vectors)
    if count <= _ALL:
        return [(x, y) for x in range(count) for y in range(x + 1, count)]
    found: set[tuple[int, int]] = set()
    most = _NEAREST + 1  # one more than asked for: a report is nearest to itself
    for start in range(0, count, 1024):
        near = vectors[start : start + 1024] @ vectors.T
        least = np.partition(near, count - most, axis=1)[:, count - most]
        for row, (mine, enough) in enumerate(zip(near, least, strict=True), start):
            others = np.flatnonzero(mine >= enough)  # of those that are as near the first count
            others = others[np.argsort(-mine[others], kind="stable")][:most]
            found.update((min(row, n), max(row, n)) for n in others.tolist() if n != row)
    return sorted(found)


def _grouped(count: int, scores: dict[tuple[int, int], float]) -> list[list[int]]:
    """Groups joined from the best pair on, while the pairs across them are alike on the whole."""
    groups = {n: [n] for n in range(count)}
    home = list(range(count))
    # Sum of the scores known between two groups and their number, each way round; whole numbers,
    # so that the sum is the same in any order.
    across: list[dict[int, tuple[int, int]]] = [{} for _ in range(count)]
    for (x, y), score in scores.items():
        across[x][y] = across[y][x] = round(_UNIT * score), 1
    for (x, y), score in sorted(scores.items(), key=lambda item: (-item[1], item[0])):
        if score < SAME:
            break
        a, b = sorted((home[x], home[y]), key=lambda n: (-len(across[n]), n))
        if a == b or across[a][b][0] < _JOINED * _UNIT * across[a][b][1]:
            continue
        del across[a][b], across[b][a]
        for other, (total, pairs) in across[b].items():
            known = across[a].get(other, (0, 0))
            across[a][other] = across[other][a] = known[0] + total, known[1] + pairs
            del across[other][b]
        across[b] = {}
        for n in groups[b]:
            home[n] = a
        groups[a] += groups.pop(b)
    return sorted(sorted(group) for group in groups.values())


def _best_links(found: Sequence[Pair], scores: Mapping[Pair, float]) -> Iterable[Pair]:
    """Of the pairs of one event, for each report the one it is most like, in order."""
    best: dict[int, Pair] = {}
    for pair in sorted(found, key=lambda pair: -scores[pair]):
        for n in pair:
            best.setdefault(n, pair)
    return dict.fromkeys(best.values())


def _in_common(group: Sequence[Traits]) -> tuple[str, ...]:
    """Names in the opening of more than half of the reports, most told first."""
    told: dict[str, int] = {}
    for one in group:
        for key in sorted(one.lead_names):
            told[key] = told.get(key, 0) + 1
    often = [key for key, times in told.items() if 2 * times > len(group)]
    often.sort(key=lambda key: (-told[key], key))
    shown = {key: surface for one in reversed(group) for key, surface in one.shown.items()}
    return tuple(shown[key] for key in often[:_NAMED])
