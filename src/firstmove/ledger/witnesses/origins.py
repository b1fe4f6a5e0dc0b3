"""Which reports are copies of one text, so that they count as one witness: reports, paragraphs.

Reports of one press conference share its quotations; copies of one wire story share the outlet's
own sentences. So only what stands outside quotation marks is compared (``paragraphs.py``). Two
reports are of one origin where they share enough of the shorter one. Where they share a paragraph
only, what is told in that paragraph has one origin, and the rest of each report is its own. An
agency credited by both lowers the share that is asked for; it is never enough alone.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import combinations
from typing import TYPE_CHECKING

from firstmove.ledger.comparing.runs import hashes
from firstmove.ledger.comparing.telling import Telling
from firstmove.ledger.entry import Copied
from firstmove.ledger.parties.names import fold
from firstmove.ledger.witnesses.paragraphs import Printed, copied, printed, shared_runs
from firstmove.ledger.words import FUNCTION_WORDS, tokens
from firstmove.report import Part, Report, Span
from firstmove.statement import Reading, ViaRole

if TYPE_CHECKING:
    from firstmove.ledger.comparing.runs import Hashes

LEAST_RUNS = 25  # shared, about two sentences
CONTAINED = 0.5
CONTAINED_CREDITED = 0.25


@dataclass(frozen=True)
class Origins:
    """What reports have of one another."""

    groups: tuple[tuple[str, ...], ...]  # two or more reports of one origin, in their order
    copied: tuple[Copied, ...]  # paragraphs in common, also of reports of one origin
    passages: Mapping[tuple[str, str], Sequence[tuple[Span, Span]]]  # of ``copied``, by reports

    @cached_property
    def _homes(self) -> dict[str, str]:
        return {id_: group[0] for group in self.groups for id_ in group}

    def home(self, report: str) -> str:
        """The first report of its group; itself where it shares its origin with none."""
        return self._homes.get(report, report)


def origins(
    readings: Sequence[Reading],
    known: Mapping[str, Printed] | None = None,
    new: dict[str, Printed] | None = None,
) -> Origins:
    """Reports and paragraphs with a common text.

    ``known``: the words of reports, by id, from before; ``new`` takes up those of now.
    """
    known = known or {}
    reports = [reading.report for reading in readings]
    told = {report.id: printed(report, known.get(report.id)) for report in reports}
    if new is not None:
        new |= told
    runs = [_runs(told[report.id]) for report in reports]
    credits = {report.id: credited(report) for report in reports}
    links = []
    for (x, y), count in shared_runs(runs, LEAST_RUNS).items():
        a, b = reports[x].id, reports[y].id
        least = CONTAINED_CREDITED if credits[a] & credits[b] else CONTAINED
        if count >= least * min(len(runs[x]), len(runs[y])):
            links.append((a, b))
    groups = tuple(g for g in _joined([r.id for r in reports], links) if len(g) > 1)
    in_common = copied(reports, told, credits)
    passages: dict[tuple[str, str], list[tuple[Span, Span]]] = {}
    for c in in_common:
        one, other = c.first.report_id, c.second.report_id
        passages.setdefault((one, other), []).append((c.first, c.second))
    return Origins(groups, in_common, passages)


def _runs(told: Printed) -> Hashes:
    """The runs of a report, each once."""
    import numpy as np

    rows = [hashes(row.runs) for row in told.rows]
    return rows[0] if len(rows) == 1 else np.unique(np.concatenate((*rows, hashes(b""))))


def witnesses(group: Sequence[Telling], known: Origins) -> tuple[tuple[str, ...], ...]:
    """The reports that tell an entry, by independent origin.

    Besides copies, two reports are one witness of a thing that both took from one agency, that one
    of them took from the other, or that one of them tells only where it prints the other's words.
    """
    reports = list(dict.fromkeys(t.report.id for t in group))
    if len(reports) == 1:
        return ((reports[0],),)
    links = [(a, b) for a, b in combinations(reports, 2) if known.home(a) == known.home(b)]
    sources: dict[str, set[str]] = {id_: set() for id_ in reports}
    names = {t.report.id: fold(t.report.source) for t in group if t.report.source}
    for telling in group:
        for via in telling.statement.via:
            name = fold(via.name or via.span.quote)
            if via.role is ViaRole.AGENCY:
                sources[telling.report.id].add(name)
            if via.role in (ViaRole.AGENCY, ViaRole.OUTLET):
                links.extend(
                    (telling.report.id, other)
                    for other, source in names.items()
                    if source == name and other != telling.report.id
                )
    for a, b in combinations(reports, 2):
        if sources[a] & sources[b] or _printed(group, a, b, known.passages.get((a, b), ())):
            links.append((a, b))
    own = set(reports)
    return _joined(reports, [(a, b) for a, b in links if a in own and b in own])


def _printed(group: Sequence[Telling], a: str, b: str, pairs: Iterable[tuple[Span, Span]]) -> bool:
    """Whether one of two reports tells it only in paragraphs in which the other tells it too."""
    mine, theirs = ([t for t in group if t.report.id == id_] for id_ in (a, b))
    within = [
        (
            {t.id for t in mine if first.overlaps(t.sentence)},
            {t.id for t in theirs if other.overlaps(t.sentence)},
        )
        for first, other in pairs
    ]
    both = [(x, y) for x, y in within if x and y]
    return bool(both) and (
        set().union(*(x for x, _ in both)) == {t.id for t in mine}
        or set().union(*(y for _, y in both)) == {t.id for t in theirs}
    )


def credited(report: Report) -> frozenset[str]:
    """The words with a capital in the agency credits of a report: "(Reuters)" → reuters."""
    return frozenset(
        word.lower()
        for aside in report.asides
        if aside.part is Part.CREDIT
        for word in tokens(aside.span.quote)
        if word[0].isupper() and word.lower() not in FUNCTION_WORDS | _CREDIT_WORDS
    )


_CREDIT_WORDS = frozenset(
    """reporting writing editing by from news agency agencies additional contributed with
    press""".split()
)


def _joined(ids: Sequence[str], links: Iterable[tuple[str, str]]) -> tuple[tuple[str, ...], ...]:
    """Connected groups, each and all in the order of ``ids``."""
    home = {id_: n for n, id_ in enumerate(ids)}
    above = list(range(len(ids)))

    def root(n: int) -> int:
        while above[n] != n:
            above[n] = above[above[n]]
            n = above[n]
        return n

    for a, b in links:
        low, high = sorted((root(home[a]), root(home[b])))
        above[high] = low
    groups: dict[int, list[str]] = {}
    for id_ in ids:
        groups.setdefault(root(home[id_]), []).append(id_)
    return tuple(tuple(group) for group in groups.values())
