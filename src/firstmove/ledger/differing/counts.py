"""Entries that give two counts of one thing."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import product

from firstmove.ledger.comparing.telling import Telling
from firstmove.ledger.differing.parted import Clash, parted
from firstmove.ledger.differing.relations import sides_of
from firstmove.ledger.entry import Entry
from firstmove.report import Span
from firstmove.statement import Figure


def counts(
    entries: Sequence[Entry], clashes: Sequence[tuple[Figure, Figure]], by_id: dict[str, Telling]
) -> Iterator[Entry]:
    """Entries that give two counts of one thing, in two reports, by one source or by two.

    They stay as they are; both get the relation ``differ`` and a difference of field ``number``
    with both figures as they are written. A count that no statement tells is in the notes only.
    """
    places: dict[str, list[tuple[Span, Telling, Entry]]] = {}
    for entry in entries:
        for id_ in entry.statements:
            for span in by_id[id_].statement.content:
                places.setdefault(span.report_id, []).append((span, by_id[id_], entry))
    pairs: list[Clash] = []
    for figures in clashes:
        told = [
            [
                (figure.span, t, e)
                for span, t, e in places.get(figure.span.report_id, ())
                if span.contains(figure.span)
            ]
            for figure in figures
        ]
        for (mine, a, one), (theirs, b, other) in product(*told):
            numbers = {d.field for e in (one, other) for d in e.differences if one.id == other.id}
            if "number" not in numbers:
                pairs.append((one, other, sides_of([(a, mine), (b, theirs)])))
    yield from parted(entries, "number", pairs, by_id)
