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

import msgspec

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
Place = tuple[int, int]
Paragraph = tuple[Span, frozenset[Run]]


class Printed(msgspec.Struct, frozen=True, array_like=True):
    """The words of a report's paragraphs, as they are kept from one merge to the next."""

    asides: tuple[Place, ...]  # what of the text is no paragraph
    rows: tuple[tuple[Place, tuple[Run, ...], tuple[str, ...]], ...]
    """Place; passages outside quotation marks that have a run; all words."""


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
            ((start, end), _passages(text[start:end]), _plain(report.text[start:end]))
            for start, end in _places(text)
        ),
    )


def paragraphs(report: Report, known: Printed | None = None) -> tuple[Paragraph, ...]:
    """Each paragraph of the body with its runs of words; none across a quotation."""
    return tuple(
        (
            report.span(*place),
            frozenset(row[n : n + RUN] for row in passages for n in range(len(row) - RUN + 1)),
        )
        for place, passages, _ in printed(report, known).rows
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


def _passages(paragraph: str) -> tuple[Run, ...]:
    found = (_plain(passage) for passage in _QUOTED.sub("\n\n", paragraph).split("\n\n"))
    return tuple(plain for plain in found if len(plain) >= RUN)


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
    found: Mapping[str, Sequence[Paragraph]],
    words: Mapping[str, Printed],
    credits: Mapping[str, frozenset[str]],
) -> tuple[Copied, ...]:
    """Paragraphs of two reports that are prints of one text, in the order of ``found``.

    ``found``, ``words``: by report id, in the order of the reports; ``credits``: the agencies that
    each credits.
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
    pairs += [c for c in _same(found, words) if (c.first, c.second) not in known]
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


def _same(
    found: Mapping[str, Sequence[Paragraph]], words: Mapping[str, Printed]
) -> Iterator[Copied]:
    """Short paragraphs that two reports have word for word, quotations too, one after the other.

    Each may be too short to tell: two reporters write ‘“…,” the minister said’ alike. A row of
    them, or one in which the outlet tells more than who speaks, is print of one text.
    """
    holders: dict[tuple[str, ...], list[tuple[str, int]]] = {}
    for id_, told in words.items():
        for n, (_, _, plain) in enumerate(told.rows):
            if len(plain) >= RUN:
                holders.setdefault(plain, []).append((id_, n))
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
