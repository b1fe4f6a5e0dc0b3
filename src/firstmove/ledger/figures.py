"""Numbers that reports tell differently: one thing counted, and two counts."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations

from firstmove.ledger.words import FUNCTION_WORDS, Words, stem, tokens, words
from firstmove.report import Report
from firstmove.statement import Figure, Reading

# Keys, besides the thing counted, that the two sentences must share: of the same event.
_LEAST_SHARED = 1.6


Clash = tuple[Report, Figure, Report, Figure]


def clashes(readings: Sequence[Reading]) -> tuple[Clash, ...]:
    """Pairs of figures by which two reports count one thing differently.

    Compared are figures of the same noun, unit and "per", whose ranges have no number in common
    and whose sentences share more than the noun. A report that gives both numbers differs from
    nobody.
    """
    found = [
        (reading.report, figure, _context(reading, figure))
        for reading in readings
        for figure in reading.figures
        if figure.counted and not (figure.low is None and figure.high is None)
    ]
    return tuple(_clashes(found))


def figures_told_differently(found: Sequence[Clash]) -> tuple[str, ...]:
    """One sentence for each thing that two reports count differently."""
    # Clashing figures with the same words are told in one sentence.
    told: dict[tuple[str, str, str], dict[str, list[str]]] = {}
    for one, a, other, b in found:
        quotes = a.span.quote, b.span.quote
        key = a.counted, min(quotes), max(quotes)
        for report, quote in ((one, quotes[0]), (other, quotes[1])):
            names = told.setdefault(key, {}).setdefault(quote, [])
            if _title(report) not in names:
                names.append(_title(report))
    return tuple(
        f"Told differently, {counted}: "
        + ", ".join(f"“{quote}” in {' and '.join(names)}" for quote, names in sides.items())
        + "."
        for (counted, _, _), sides in told.items()
    )


def _clashes(
    found: Sequence[tuple[Report, Figure, Words]],
) -> Iterator[Clash]:
    for (one, a, mine), (other, b, theirs) in combinations(found, 2):
        if one.id == other.id or _thing(a) != _thing(b) or not _apart(a, b):
            continue
        if _agrees(found, one, b) or _agrees(found, other, a):
            continue
        shared = mine.weights.keys() & theirs.weights.keys() - set(_thing(a)[0])
        if sum(mine.weights[key] for key in shared) >= _LEAST_SHARED:
            yield one, a, other, b


def _thing(figure: Figure) -> tuple[tuple[str, ...], str, str]:
    noun = (stem(w.lower()) for w in tokens(figure.counted) if w.lower() not in FUNCTION_WORDS)
    return tuple(noun), stem(figure.per.lower()), figure.unit.lower()


def _apart(a: Figure, b: Figure) -> bool:
    """Whether no number is in both ranges; an open end reaches as far as it likes."""
    lows = [-1e308 if f.low is None else f.low for f in (a, b)]
    highs = [1e308 if f.high is None else f.high for f in (a, b)]
    return highs[0] < lows[1] or highs[1] < lows[0]


def _agrees(found: Sequence[tuple[Report, Figure, Words]], report: Report, figure: Figure) -> bool:
    """Whether a report tells that figure too."""
    return any(
        r.id == report.id and _thing(f) == _thing(figure) and not _apart(f, figure)
        for r, f, _ in found
    )


def _context(reading: Reading, figure: Figure) -> Words:
    for start, end in reading.sentences:
        if start <= figure.span.start < end:
            return words(reading.report.text[start:end])
    text = reading.report.text
    return words(text[max(0, figure.span.start - 120) : figure.span.end + 120])


def _title(report: Report) -> str:
    return report.name or report.source or report.title or report.id
