"""What each step of a path is to its mover, and whether what it brings about is built on.

Cost: for each step of a path one look at every move of the next mover from where it leads.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from firstmove.analysis.first_moves.field import Field
from firstmove.analysis.first_moves.result import Effect, Keeping, Path, PathStep, Way
from firstmove.analysis.first_moves.ways import Layers, Leg
from firstmove.analysis.result import Analysis

LOOKED_AT = 200  # paths to one goal state among which the best are chosen


class Teller:
    """Puts labels on the steps of paths."""

    def __init__(self, field: Field, analysis: Analysis, concept: str, start: int) -> None:
        self.field = field
        self.analysis = analysis
        self.concept = concept
        self.start = start

    def way(self, layers: Layers, goal: int, holds: bool, most: int) -> Way:
        field = self.field
        moves = int(layers.moves[goal])
        looked = [self._bare(legs) for legs in layers.paths(goal, LOOKED_AT)]
        looked.sort(key=lambda pair: pair[0])  # stable: the order of the model stays
        unsure = tuple(
            id_
            for i, id_ in enumerate(field.ids)
            if field.effect(i, self.start, goal) is Effect.UNKNOWN
        )
        return Way(
            goal=field.text(goal),
            holds=holds,
            moves=moves if moves > 0 else None,
            count=int(layers.count[goal]),
            paths=tuple(self.path(legs) for _, legs in looked[:most]),
            looked_at=len(looked),
            unsure=unsure,
        )

    def _bare(self, legs: Sequence[Leg]) -> tuple[tuple[int, int], tuple[Leg, ...]]:
        plain = [self.field.effect(*leg) is not Effect.GAIN for leg in legs]
        return (sum(plain[1:]), int(plain[0])), tuple(legs)

    def path(self, legs: Sequence[Leg]) -> Path:
        before = [leg[1] for leg in legs]
        steps = []
        for nth, leg in enumerate(legs):
            following = legs[nth + 1] if nth + 1 < len(legs) else None
            steps.append(self._step(leg, following, before[: nth + 1]))
        return Path(tuple(steps))

    def until(self, i: int, legs: Sequence[Leg]) -> str:
        """The first state after the start that i is known to like as much or more."""
        for _, _, state in legs:
            if self.field.effect(i, self.start, state) in (Effect.GAIN, Effect.INDIFFERENT):
                return self.field.text(state)
        return ""

    def _step(self, leg: Leg, following: Leg | None, passed: Sequence[int]) -> PathStep:
        field = self.field
        i, before, after = leg
        keeping, by, to = (
            self._at_the_end(i, after) if following is None else self._on_the_way(following)
        )
        return PathStep(
            mover=field.ids[i],
            before=field.text(before),
            after=field.text(after),
            effect=field.effect(i, before, after),
            keeping=keeping,
            by=by,
            to=field.text(to) if to is not None else "",
            back=to is not None and to in passed,
        )

    def _on_the_way(self, following: Leg) -> tuple[Keeping, str, int | None]:
        """Whether the next mover has a move to a state that it prefers to going on and to staying:
        the one it likes best, the earlier one in the model among equals."""
        j, at, on = following
        field = self.field
        there = field.legs[j].moves(at)
        surely, may = (
            np.logical_and(over_going_on, over_staying)
            for over_going_on, over_staying in zip(
                field.gains(j, on, there), field.gains(j, at, there), strict=True
            )
        )
        for keeping, chosen in ((Keeping.GIVEN_UP, there[surely]), (Keeping.UNKNOWN, there[may])):
            if len(chosen):
                best = chosen[np.argmax(field.rank[j][chosen])]
                return keeping, field.ids[j], int(best)
        return Keeping.KEPT, "", None

    def _at_the_end(self, i: int, at: int) -> tuple[Keeping, str, int | None]:
        """Whether the state would hold for all others under the concept."""
        state = self.field.text(at)
        for k, id_ in enumerate(self.field.ids):
            if k == i or state in self.analysis.stable[self.concept][id_]:
                continue
            verdict = self.analysis.verdict(state, id_, self.concept)
            free = next((one.to for one in verdict.improvements if not one.deterred), "")
            return Keeping.GIVEN_UP, id_, self.field.place(free) if free else None
        return Keeping.KEPT, "", None
