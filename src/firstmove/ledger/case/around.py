"""What stands around the entries of a part of a case: its sides, events, counts, figures, dates."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from firstmove.ledger.case.beside import Beside, beside
from firstmove.ledger.case.chosen import Words
from firstmove.ledger.entry import Party, View
from firstmove.statement import Figure, When

Heard = Collection[tuple[str, str]]  # party and name of who speaks


@dataclass(frozen=True, slots=True)
class Around:
    """Of a part: who is heard in it, where its words stand, and what ``beside`` finds of it."""

    heard: Heard
    words: Words
    sides: Sequence[Party]
    found: Beside

    @property
    def reports(self) -> set[str]:
        """Those that tell of it, and those that count what it counts."""
        return {*self.words.reports, *self.found.counting}

    def view(
        self,
        *,
        origins: Iterable[tuple[str, ...]],
        figures: Iterable[Figure],
        dates: Iterable[When],
        **told: Any,
    ) -> View:
        """The part, of what the whole case has. ``told``: the other fields of the view."""
        ids = self.reports
        parties = {party for party, _ in self.heard}
        shared = (tuple(id_ for id_ in group if id_ in ids) for group in origins)
        return View(
            parties=tuple(p for p in self.sides if p.name and p.name in parties),
            origins=tuple(group for group in shared if len(group) > 1),
            figures=tuple(figure for figure in figures if self.words.hold(figure.span)),
            dates=tuple(when for when in dates if self.words.hold(when.span)),
            people=tuple(
                person
                for side in self.sides
                if not side.name
                for person in side.people
                if ("", person.name) in self.heard
            ),
            notes=self.found.notes,
            contradictions=self.found.contradictions,
            tallies=self.found.tallies,
            occasions=self.found.occasions,
            **told,
        )


def around(
    whole: Beside, heard: Heard, statements: Collection[str], words: Words, sides: Sequence[Party]
) -> Around:
    """``whole``: what stands beside all of the case; ``statements``: ids of those of the part."""
    people = (p for side in sides for p in side.people if (side.name, p.name) in heard)
    names = {name for person in people for name in (person.name, *person.spellings) if name}
    found = beside(whole, statements, words.hold, words.reports, names)
    return Around(heard, words, sides, found)
