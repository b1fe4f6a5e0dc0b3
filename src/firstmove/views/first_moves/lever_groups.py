"""Levers that make one option follow another in its place, told together.

A model of a dozen options has a tie of one reply to each of several options: as many levers, each
with a way of its own, that a reader takes for one.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from firstmove.views.wording import joined

if TYPE_CHECKING:
    from collections.abc import Sequence

    from firstmove.analysis.first_moves.result import Lever

FIRST_OF_THEM = "With the first of these,"  # opens what one lever of a group would bring about


@dataclass(frozen=True, slots=True)
class LeverGroup:
    """``levers`` that differ only in what an option follows; most often one lever alone."""

    levers: tuple[Lever, ...]

    @property
    def changes(self) -> tuple[str, ...]:
        """What is changed, one sentence for each of its changes."""
        first = self.levers[0].changes
        if len(self.levers) == 1:
            return tuple(one.said for one in first)
        causes = joined((lever.changes[0].cause for lever in self.levers), "or")
        return (f"{first[0].reply} follows {causes}: {first[0].how}",)


def lever_groups(levers: Sequence[Lever]) -> tuple[LeverGroup, ...]:
    """In the order of the first lever of each."""
    groups: dict[tuple[object, ...], list[Lever]] = {}
    for nth, lever in enumerate(levers):
        one = lever.changes[0]
        alike = (one.reply, one.how) if lever.size == 1 and one.reply else (nth,)
        groups.setdefault(alike, []).append(lever)
    return tuple(LeverGroup(tuple(group)) for group in groups.values())
