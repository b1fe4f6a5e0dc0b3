"""Numbers that reports tell differently: one thing counted, and two counts."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from operator import itemgetter

from firstmove.ledger.comparing.sharing import sharing
from firstmove.ledger.words import FUNCTION_WORDS, Words, stem, tokens, words
from firstmove.report import Report
from firstmove.statement import Figure, Reading

# Keys, besides the thing counted, that the two sentences must share: of the same event.
_LEAST_SHARED = 1.6


Clash = tuple[Report, Figure, Report, Figure]
Thing = tuple[tuple[str, ...], str, str]  # noun, per, unit
Place = tuple[int, int]
Passages = tuple[tuple[Place, Words], ...]  # of one report


class Contexts:
    """The words of the sentences that figures stand in, by report and place. ``known``: those
    from before."""

    def __init__(self, known: Mapping[str, Passages] | None = None) -> None:
        self._known = known or {}
        self._before: dict[str, dict[Place, Words]] = {}
        self._asked: dict[str, dict[Place, Words]] = {}

    def of(self, reading: Reading, figure: Figure) -> Words:
        """Of the sentence that a figure stands in."""
        id_, place = reading.report.id, _context(reading, figure)
        if id_ not in self._asked:
            self._asked[id_], self._before[id_] = {}, dict(self._known.get(id_, ()))
        if place not in self._asked[id_]:
            known = self._before[id_].get(place)
            self._asked[id_][place] = known or words(reading.report.text[slice(*place)])
        return self._asked[id_][place]

    def kept(self) -> dict[str, Passages]:
        """Those that were asked for, by report."""
        return {
            id_: tuple(sorted(found.items(), key=itemgetter(0)))
            for id_, found in self._asked.items()
        }


def clashes(readings: Sequence[Reading], contexts: Contexts) -> tuple[Clash, ...]:
    """Pairs of figures by which two reports count one thing differently.

    Compared are figures of the same noun, unit and "per", whose ranges have no number in common
    and whose sentences share more than the noun. A report that gives both numbers differs from
    nobody.
    """
    found = [
        (reading.report, figure, contexts.of(reading, figure))
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
            if report.called not in names:
                names.append(report.called)
    return tuple(
        f"Told differently, {counted}: "
        + ", ".join(f"“{quote}” in {' and '.join(names)}" for quote, names in sides.items())
        + "."
        for (counted, _, _), sides in told.items()
    )


def _clashes(
    found: Sequence[tuple[Report, Figure, Words]],
) -> Iterator[Clash]:
    alike: dict[Thing, list[int]] = {}
    for n, (_, figure, _) in enumerate(found):
        alike.setdefault(thing(figure), []).append(n)
    pairs: list[tuple[int, int]] = []
    for counted, numbers in alike.items():
        told: dict[str, list[Figure]] = {}  # by report
        for n in numbers:
            told.setdefault(found[n][0].id, []).append(found[n][1])
        for x, y in in_one_context([(n, found[n][2]) for n in numbers], counted):
            (one, a, _), (other, b, _) = found[x], found[y]
            if one.id == other.id or not _apart(a, b):
                continue
            if any(not _apart(f, b) for f in told[one.id]):
                continue  # it tells the other's number, too
            if any(not _apart(f, a) for f in told[other.id]):
                continue
            pairs.append((x, y))
    for x, y in sorted(pairs):
        yield found[x][0], found[x][1], found[y][0], found[y][1]


def in_one_context(
    passages: Sequence[tuple[int, Words]], counted: Thing
) -> Iterator[tuple[int, int]]:
    """Pairs of numbered sentences that share more than what is counted in both."""
    but = set(counted[0])
    by_number = dict(passages)
    told = [
        (n, {key: w for key, w in passage.weights.items() if key not in but}, _LEAST_SHARED)
        for n, passage in passages
    ]
    for x, y in sharing(told):
        mine, theirs = by_number[x].weights, by_number[y].weights
        if sum(mine[key] for key in mine.keys() & theirs.keys() - but) >= _LEAST_SHARED:
            yield x, y


def thing(figure: Figure) -> Thing:
    """What is counted, per what and in which unit, in a form to compare."""
    noun = (stem(w.lower()) for w in tokens(figure.counted) if w.lower() not in FUNCTION_WORDS)
    return tuple(noun), stem(figure.per.lower()), figure.unit.lower()


def _apart(a: Figure, b: Figure) -> bool:
    """Whether no number is in both ranges; an open end reaches as far as it likes."""
    lows = [-1e308 if f.low is None else f.low for f in (a, b)]
    highs = [1e308 if f.high is None else f.high for f in (a, b)]
    return highs[0] < lows[1] or highs[1] < lows[0]


def _context(reading: Reading, figure: Figure) -> Place:
    """The place of the sentence that a figure stands in."""
    for start, end in reading.sentences:
        if start <= figure.span.start < end:
            return start, end
    return max(0, figure.span.start - 120), figure.span.end + 120
