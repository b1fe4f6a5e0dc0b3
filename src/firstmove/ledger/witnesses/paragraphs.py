"""The paragraphs of a report, and those that two reports have in common.

Compared are runs of five words (shingles; Broder 1997) outside quotation marks, by an exact index:
as many look-ups as there are runs, and no run missed. MinHash would save memory on archives of
millions of reports, at the price of chance; a case has thousands.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Hashable, Iterator, Mapping, Sequence
from itertools import combinations, pairwise
from typing import TypeVar

from firstmove.ledger.comparing.words import tokens
from firstmove.ledger.entry import Copied
from firstmove.report import Report, Span

RUN = 5
_LEAST_RUNS = 12  # shared by two paragraphs, about a sentence and a half
_COPIED = 0.6  # of the lesser paragraph's runs
_COPIED_CREDITED = 0.4
_LEAST_ALIKE = 12  # words outside quotation marks of paragraphs that are the same word for word
_MANY = 40  # holders of one run, of which each is no longer counted with each

_QUOTED = re.compile(r"“[^”\n]{0,2000}”|\"[^\"\n]{0,2000}\"|«[^»\n]{0,2000}»")
_ENDS = re.compile(r"[.!?:…][”\"’')\]]*\s*$")
_K = TypeVar("_K", bound=Hashable)

Run = tuple[str, ...]
Paragraph = tuple[Span, frozenset[Run]]


def paragraphs(report: Report) -> tuple[Paragraph, ...]:
    """Each paragraph of the body with its runs of words; none across a quotation."""
    text = report.text
    for aside in report.asides:
        start, end = aside.span.start, aside.span.end
        text = text[:start] + "\n" * (end - start) + text[end:]
    return tuple((report.span(start, end), _runs(text[start:end])) for start, end in _places(text))


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


def _runs(paragraph: str) -> frozenset[Run]:
    found: set[Run] = set()
    for passage in _QUOTED.sub("\n\n", paragraph).split("\n\n"):
        plain = [word.lower() for word in tokens(passage)]
        found.update(tuple(plain[n : n + RUN]) for n in range(len(plain) - RUN + 1))
    return frozenset(found)


def shared_runs(runs: Mapping[_K, frozenset[Run]]) -> Counter[tuple[_K, _K]]:
    """How many runs each two have in common, earlier one first; pairs without any are left out.

    A run that very many hold is counted with its neighbours and with the first of them only.
    """
    holders: dict[Run, list[_K]] = {}
    for key, found in runs.items():
        for run in found:
            holders.setdefault(run, []).append(key)
    shared: Counter[tuple[_K, _K]] = Counter()
    for keys in holders.values():
        if 1 < len(keys) <= _MANY:
            shared.update(combinations(keys, 2))
        elif len(keys) > _MANY:
            shared.update({(keys[0], key) for key in keys[1:]} | set(pairwise(keys)))
    return shared


def copied(
    found: Mapping[str, Sequence[Paragraph]], credits: Mapping[str, frozenset[str]]
) -> tuple[Copied, ...]:
    """Paragraphs of two reports that are prints of one text, in the order of ``found``.

    ``found``: by report id, in the order of the reports; ``credits``: agencies that each credits.
    """
    by_place = {
        (id_, n): runs for id_, rows in found.items() for n, (_, runs) in enumerate(rows) if runs
    }
    pairs: list[Copied] = []
    for (one, other), count in shared_runs(by_place).items():
        if one[0] == other[0]:
            continue
        least = min(len(by_place[one]), len(by_place[other]))
        enough = _COPIED_CREDITED if credits[one[0]] & credits[other[0]] else _COPIED
        if count >= _LEAST_RUNS and count >= enough * least:
            spans = [found[id_][n][0] for id_, n in (one, other)]
            pairs.append(Copied(spans[0], spans[1], round(count / least, 4)))
    known = {(c.first, c.second) for c in pairs}
    pairs += [c for c in _same(found) if (c.first, c.second) not in known]
    place = {id_: n for n, id_ in enumerate(found)}
    pairs.sort(
        key=lambda c: (
            place[c.first.report_id],
            c.first.start,
            place[c.second.report_id],
            c.second.start,
        )
    )
    return tuple(pairs)


def _same(found: Mapping[str, Sequence[Paragraph]]) -> Iterator[Copied]:
    """Short paragraphs that two reports have word for word, quotations too, one after the other.

    Each may be too short to tell: two reporters write ‘“…,” the minister said’ alike. A row of
    them, or one in which the outlet tells more than who speaks, is print of one text.
    """
    words = {id_: [_plain(span.quote) for span, _ in rows] for id_, rows in found.items()}
    holders: dict[tuple[str, ...], list[tuple[str, int]]] = {}
    for id_, rows in words.items():
        for n, row in enumerate(rows):
            if len(row) >= RUN:
                holders.setdefault(row, []).append((id_, n))
    same = {
        pair
        for places in holders.values()
        if len(places) <= _MANY
        for pair in combinations(places, 2)
        if pair[0][0] != pair[1][0]
    }
    for (one, m), (other, n) in sorted(same):
        if ((one, m - 1), (other, n - 1)) in same:
            continue  # told with the first of its row
        size = 1
        while ((one, m + size), (other, n + size)) in same:
            size += 1
        spans = [(found[one][m + k][0], found[other][n + k][0]) for k in range(size)]
        if sum(len(_plain(_QUOTED.sub(" ", span.quote))) for span, _ in spans) >= _LEAST_ALIKE:
            yield from (Copied(a, b, 1.0) for a, b in spans)


def _plain(text: str) -> tuple[str, ...]:
    return tuple(word.lower() for word in tokens(text))
