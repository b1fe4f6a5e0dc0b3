"""The paragraphs of a report, and those that two reports have in common.

Compared are runs of five words (shingles; Broder 1997) outside quotation marks, each told by 64
bits of its hash, by an exact index: as many look-ups as there are runs, and no run missed. MinHash
would save memory on archives of millions of reports, at the price of chance; a case has thousands.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations, pairwise
from typing import TYPE_CHECKING

import msgspec

from firstmove.ledger.comparing.runs import WIDTH, hashed, hashes, runs
from firstmove.ledger.entry import Copied
from firstmove.ledger.words import tokens
from firstmove.report import Report

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from firstmove.ledger.comparing.runs import Hashes

RUN = 5
_LEAST_RUNS = 12  # shared by two paragraphs, about a sentence and a half
_COPIED = 0.6  # of the lesser paragraph's runs
_COPIED_CREDITED = 0.4
_LEAST_ALIKE = 12  # words outside quotation marks of paragraphs that are the same word for word
_MANY = 40  # holders of one run, of which each is no longer counted with each

_QUOTED = re.compile(r"“[^”\n]{0,2000}”|\"[^\"\n]{0,2000}\"|«[^»\n]{0,2000}»")
_ENDS = re.compile(r"[.!?:…][”\"’')\]]*\s*$")

Place = tuple[int, int]


class Paragraph(msgspec.Struct, frozen=True, array_like=True):
    """A paragraph's place; its runs of words and all its words, as hashes."""

    place: Place
    runs: bytes  # each once, 8 bytes each, in order; none across a quotation
    whole: bytes  # b"" where they are fewer than a run


class Printed(msgspec.Struct, frozen=True, array_like=True):
    """A report's paragraphs, as they are kept from one merge to the next."""

    asides: tuple[Place, ...]  # what of the text is no paragraph
    rows: tuple[Paragraph, ...]


def printed(report: Report, known: Printed | None = None) -> Printed:
    """The paragraphs of the body, in words; ``known`` where it is of this report as it is."""
    asides = tuple((aside.span.start, aside.span.end) for aside in report.asides)
    if known is not None and known.asides == asides:
        return known
    text = report.text
    for start, end in asides:
        text = text[:start] + "\n" * (end - start) + text[end:]
    return Printed(
        asides,
        tuple(
            Paragraph(
                (start, end),
                b"".join(sorted({h for p in _passages(text[start:end]) for h in runs(p, RUN)})),
                hashed(plain) if len(plain := _plain(report.text[start:end])) >= RUN else b"",
            )
            for start, end in _places(text)
        ),
    )


def _places(text: str) -> Iterator[tuple[int, int]]:
    """Lines; those that go on in mid-sentence are of one paragraph with the next."""
    start: int | None = None
    for match in re.finditer(r"[^\n]*\n?", text):
        line = match[0]
        if not line.strip():
            if start is not None:
                yield start, match.start()
                start = None
            continue
        if start is None:
            start = match.start()
        if _ENDS.search(line):
            yield start, match.end()
            start = None
    if start is not None:
        yield start, len(text)


def _passages(paragraph: str) -> tuple[tuple[str, ...], ...]:
    found = (_plain(passage) for passage in _QUOTED.sub("\n\n", paragraph).split("\n\n"))
    return tuple(plain for plain in found if len(plain) >= RUN)


def shared_runs(runs: Sequence[Hashes], least: int) -> dict[tuple[int, int], int]:
    """How many runs each two have in common, by their numbers, the smaller first; pairs with less
    than ``least`` are left out. ``runs``: of each, each run once.

    A run that very many hold is counted with its neighbours and with the first of them only.
    """
    import numpy as np

    if not any(map(len, runs)):
        return {}
    found = np.concatenate(runs)
    holder = np.repeat(np.arange(len(runs)), [len(own) for own in runs])
    order = np.argsort(found, kind="stable")  # so that the holders of each stand in order
    found, holder = found[order], holder[order]
    starts = np.flatnonzero(np.concatenate(([True], found[1:] != found[:-1])))
    sizes = np.diff(np.append(starts, len(found)))
    codes: list[NDArray[np.int64]] = []
    for size in np.unique(sizes[sizes > 1]).tolist():
        groups = holder[starts[sizes == size][:, None] + np.arange(size)]
        if size <= _MANY:
            first, second = np.triu_indices(size, 1)
        else:
            pairs = sorted({(0, n) for n in range(1, size)} | set(pairwise(range(size))))
            first, second = np.array(pairs).T
        codes.append((groups[:, first] * len(runs) + groups[:, second]).ravel())
    if not codes:
        return {}
    pair, count = np.unique(np.concatenate(codes), return_counts=True)
    many = count >= least
    return {
        divmod(code, len(runs)): times
        for code, times in zip(pair[many].tolist(), count[many].tolist(), strict=True)
    }


def copied(
    reports: Sequence[Report],
    told: Mapping[str, Printed],
    credits: Mapping[str, frozenset[str]],
) -> tuple[Copied, ...]:
    """Paragraphs of two reports that are prints of one text, in the order of ``reports``.

    ``told``: by report id; ``credits``: the agencies that each credits.
    """
    rows = [(r, p) for r in reports for p in told[r.id].rows if p.runs]
    pairs: list[Copied] = []
    for (x, y), count in shared_runs([hashes(p.runs) for _, p in rows], _LEAST_RUNS).items():
        (one, mine), (other, theirs) = rows[x], rows[y]
        if one.id == other.id:
            continue
        least = min(len(mine.runs), len(theirs.runs)) // WIDTH
        enough = _COPIED_CREDITED if credits[one.id] & credits[other.id] else _COPIED
        if count >= enough * least:
            spans = one.span(*mine.place), other.span(*theirs.place)
            pairs.append(Copied(*spans, round(count / least, 4)))
    known = {(c.first, c.second) for c in pairs}
    pairs += [c for c in _same(reports, told) if (c.first, c.second) not in known]
    place = {report.id: n for n, report in enumerate(reports)}
    pairs.sort(
        key=lambda c: (
            place[c.first.report_id],
            c.first.start,
            place[c.second.report_id],
            c.second.start,
        )
    )
    return tuple(pairs)


def _same(reports: Sequence[Report], told: Mapping[str, Printed]) -> Iterator[Copied]:
    """Short paragraphs that two reports have word for word, quotations too, one after the other.

    Each may be too short to tell: two reporters write ‘“…,” the minister said’ alike. A row of
    them, or one in which the outlet tells more than who speaks, is print of one text.
    """
    holders: dict[bytes, list[Place]] = {}  # numbers of the report and of the paragraph
    for at, report in enumerate(reports):
        for n, row in enumerate(told[report.id].rows):
            if row.whole:
                holders.setdefault(row.whole, []).append((at, n))
    same = {
        pair
        for places in holders.values()
        if len(places) <= _MANY
        for pair in combinations(places, 2)
        if pair[0][0] != pair[1][0]
    }
    for (x, m), (y, n) in sorted(same):
        if ((x, m - 1), (y, n - 1)) in same:
            continue  # told with the first of its row
        size = 1
        while ((x, m + size), (y, n + size)) in same:
            size += 1
        spans = [
            (reports[x].span(*mine.place), reports[y].span(*theirs.place))
            for mine, theirs in zip(
                told[reports[x].id].rows[m : m + size],
                told[reports[y].id].rows[n : n + size],
                strict=True,
            )
        ]
        if sum(len(_plain(_QUOTED.sub(" ", span.quote))) for span, _ in spans) >= _LEAST_ALIKE:
            yield from (Copied(a, b, 1.0) for a, b in spans)


def _plain(text: str) -> tuple[str, ...]:
    return tuple(word.lower() for word in tokens(text))
