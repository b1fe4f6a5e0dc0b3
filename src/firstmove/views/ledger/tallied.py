"""Who counts what, where two or more figures are told for one thing: lines for every view."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import count

from firstmove.ledger.entry import Count, Tally, View
from firstmove.views import wording
from firstmove.views.visible import one_line


@dataclass(frozen=True, slots=True)
class Row:
    """One figure of a tally, the letter of its report, and who counts."""

    letter: str
    count: Count
    by: str


@dataclass(frozen=True, slots=True)
class Tallied:
    """A thing counted: ``head`` says what, and the lowest, best and highest number."""

    head: str
    rows: tuple[Row, ...]


def tallied(view: View) -> Iterator[Tallied]:
    """In the order of the tallies."""
    place = dict(zip((report.id for report in view.reports), view.places or count(), strict=False))
    for tally in view.tallies:
        if len(tally.counts) > 1:
            rows = (
                Row(wording.letters(place[c.span.report_id]), c, c.source or "the outlet’s own")
                for c in tally.counts
            )
            yield Tallied(one_line(_head(tally)), tuple(rows))


def _head(tally: Tally) -> str:
    per = f" per {tally.per}" if tally.per else ""
    unit = f" {tally.unit}" if tally.unit and tally.unit != tally.counted else ""
    low, best, high = (
        none if n is None else f"{n:,.10g}{unit}"
        for n, none in ((tally.low, ""), (tally.best, "none"), (tally.high, "open"))
    )
    return f"{tally.counted}{per}: low {low}, best {best}, high {high}"
