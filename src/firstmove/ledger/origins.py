"""Which reports are copies of one text, so that they count as one witness.

Reports of one press conference share its quotations; copies of one wire story share the outlet's
own sentences. So only what stands outside quotation marks is compared, as runs of five words
(shingles; Broder 1997): ``contained`` is the share of the shorter report's runs found in the
other. An agency credited by both lowers the share that is asked for; it is never enough alone.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import combinations

from firstmove.ledger.names import fold
from firstmove.ledger.telling import Telling
from firstmove.ledger.words import FUNCTION_WORDS, tokens
from firstmove.report import Part, Report
from firstmove.statement import Reading, ViaRole

RUN = 5
LEAST_RUNS = 25  # shared, about two sentences
CONTAINED = 0.4
CONTAINED_CREDITED = 0.2

_QUOTED = re.compile(r"“[^”\n]{0,2000}”|\"[^\"\n]{0,2000}\"|«[^»\n]{0,2000}»")


def origins(readings: Sequence[Reading]) -> tuple[tuple[str, ...], ...]:
    """Groups of two or more report ids with a common text, in the order of the reports."""
    runs = {r.report.id: _runs(r.report) for r in readings}
    credits = {r.report.id: credited(r.report) for r in readings}
    shared: Counter[tuple[str, str]] = Counter()
    holders: dict[tuple[str, ...], list[str]] = {}
    for id_, found in runs.items():
        for run in found:
            holders.setdefault(run, []).append(id_)
    for ids in holders.values():
        if len(ids) > 1:
            shared.update(combinations(ids, 2))
    links = []
    for (a, b), count in shared.items():
        least = CONTAINED_CREDITED if credits[a] & credits[b] else CONTAINED
        if count >= LEAST_RUNS and count >= least * min(len(runs[a]), len(runs[b])):
            links.append((a, b))
    return tuple(g for g in _joined([r.report.id for r in readings], links) if len(g) > 1)


def witnesses(group: Sequence[Telling], same_origin: Sequence[Sequence[str]]) -> int:
    """How many independent origins tell an entry.

    Besides copies, two reports are one witness of a thing that both took from one agency, or that
    one of them took from the other.
    """
    reports = list(dict.fromkeys(t.report.id for t in group))
    links = [(a, b) for ids in same_origin for a, b in combinations(ids, 2)]
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
    links.extend((a, b) for a, b in combinations(reports, 2) if sources[a] & sources[b])
    known = set(reports)
    return len(_joined(reports, [(a, b) for a, b in links if a in known and b in known]))


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


def _runs(report: Report) -> frozenset[tuple[str, ...]]:
    """Runs of words in the body, outside quotation marks; none across a quotation or paragraph."""
    text = report.text
    for aside in report.asides:
        start, end = aside.span.start, aside.span.end
        text = text[:start] + "\n" * (end - start) + text[end:]
    found: set[tuple[str, ...]] = set()
    for passage in _QUOTED.sub("\n", text).split("\n"):
        plain = [word.lower() for word in tokens(passage)]
        found.update(tuple(plain[n : n + RUN]) for n in range(len(plain) - RUN + 1))
    return frozenset(found)


def _joined(ids: Sequence[str], links: Iterable[tuple[str, str]]) -> tuple[tuple[str, ...], ...]:
    """Connected groups, each and all in the order of ``ids``."""
    home = {id_: n for n, id_ in enumerate(ids)}
    for a, b in links:
        low, high = sorted((home[a], home[b]))
        home = {id_: low if n == high else n for id_, n in home.items()}
    groups: dict[int, list[str]] = {}
    for id_ in ids:
        groups.setdefault(home[id_], []).append(id_)
    return tuple(tuple(group) for group in groups.values())
