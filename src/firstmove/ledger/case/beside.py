"""What stands beside the entries of a part: events, counts, yes and no of one voice, notes."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection
from dataclasses import dataclass, replace

from firstmove.ledger.entry import Contradiction, Occasion, Tally
from firstmove.report import Span

_QUOTED = re.compile(r"“([^”]*)”")


@dataclass(frozen=True, slots=True)
class Beside:
    """Of all entries, or of those of a part."""

    occasions: tuple[Occasion, ...] = ()
    tallies: tuple[Tally, ...] = ()
    contradictions: tuple[Contradiction, ...] = ()
    notes: tuple[str, ...] = ()

    @property
    def counting(self) -> set[str]:
        """The reports that count what is counted."""
        return {count.span.report_id for tally in self.tallies for count in tally.counts}


def beside(
    whole: Beside,
    statements: Collection[str],
    told: Callable[[Span], bool],
    reports: Collection[str],
    people: Collection[str],
) -> Beside:
    """What belongs to these ``statements`` (ids): their yes and no, the whole count of what they
    count, the events that their reports tell of, and the notes on these and on who speaks.

    ``told``: whether a passage stands in what they say; ``reports``: ids of those that tell them;
    ``people``: every spelling of who speaks.
    """
    tallies = tuple(t for t in whole.tallies if any(told(c.span) for c in t.counts))
    clashes = tuple(
        c for c in whole.contradictions if all(side.statement in statements for side in c.sides)
    )
    of_events = [any(id_ in reports for id_ in one.reports) for one in whole.occasions]
    quotes = {count.span.quote for tally in tallies for count in tally.counts if told(count.span)}
    quotes |= {side.span.quote for clash in clashes for side in clash.sides}
    # The notes on events stand first, one for each event but the first.
    others = max(0, len(whole.occasions) - 1)
    notes = [note for note, mine in zip(whole.notes, of_events[1:], strict=False) if mine]
    notes += [note for note in whole.notes[others:] if _names(note, people, quotes)]
    return Beside(
        tuple(
            _within(o, reports) for o, mine in zip(whole.occasions, of_events, strict=True) if mine
        ),
        tallies,
        clashes,
        tuple(notes),
    )


def _within(occasion: Occasion, reports: Collection[str]) -> Occasion:
    """An event with these of its reports only."""
    return replace(
        occasion,
        reports=tuple(id_ for id_ in occasion.reports if id_ in reports),
        together=tuple(c for c in occasion.together if c.first in reports and c.second in reports),
        apart=occasion.apart
        if occasion.apart and {occasion.apart.first, occasion.apart.second} <= set(reports)
        else None,
    )


def _names(note: str, names: Collection[str], quotes: Collection[str]) -> bool:
    """Whether a note is on one of the names, or quotes one of the passages."""
    quoted = _QUOTED.findall(note)
    return any(words in names or words in quotes for words in quoted) or any(
        re.search(rf"(?<!\w){re.escape(name)}(?!\w)", note) for name in names if name in note
    )
