"""In how many readings of a model the answer holds.

The status quo and the goal states by ``readings``; who opens by asking anew in each of at most
``_MODELS`` readings, among those solved at equal distances. Without a goal condition the goal
states are found anew in each reading.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from firstmove.analysis.first_moves.field import Field
from firstmove.analysis.first_moves.goal import aimed_at, default, holding, meeting
from firstmove.analysis.first_moves.openers import gains_only, openings
from firstmove.analysis.first_moves.result import Sureness
from firstmove.analysis.over_readings.sureness import Readings
from firstmove.analysis.readings import readings
from firstmove.analysis.shares import Share
from firstmove.conflict import Condition

_MODELS = 128
_TURNS = 32


def sureness(
    field: Field,
    concept: str,
    goal: Condition | None,
    start: str,
    goals: Sequence[str],
    most: int,
    best: bool = False,
) -> Sureness:
    """Raises what ``readings`` raises."""
    found = readings(
        field.conflict, [concept], limit=max(2, most), state=start, turns=min(most, _TURNS)
    )
    opened = _Opened.of(found, concept, goal, start, best)
    return Sureness(
        total=found.total,
        now=found.share(concept),
        goal=opened.share(opened.goal),
        goals=tuple((state, found.share(concept, state)) for state in goals),
        gains=opened.share(opened.gains),
        openers=tuple((id_, opened.share(n)) for id_, n in opened.opens.items()),
        alone=tuple((id_, opened.share(n)) for id_, n in opened.alone.items()),
        turns=tuple(
            (turn.decision_maker, turn.condition) for turn in found.turns(concept) if turn.matters
        ),
    )


@dataclass(slots=True)
class _Opened:
    """In how many of ``asked`` readings some goal state would hold, gains alone lead to one, each
    decision maker opens a path whose later steps are all gains, and it alone does."""

    total: int
    asked: int
    goal: int
    gains: int
    opens: dict[str, int]
    alone: dict[str, int]

    @classmethod
    def of(
        cls, found: Readings, concept: str, goal: Condition | None, start: str, best: bool
    ) -> _Opened:
        ids = [maker.id for maker in found.conflict.decision_makers]
        asked = min(found.solved, _MODELS)
        made = cls(found.total, asked, 0, 0, dict.fromkeys(ids, 0), dict.fromkeys(ids, 0))
        find = holding(concept)
        for nth in range(asked):
            field = Field(found.model(nth * found.solved // asked))
            at = field.place(start)
            assert at is not None
            held = find(field)
            goals = default(field, at, held, best) if goal is None else meeting(field, goal)
            goals &= ~field.only(at)
            made.goal += bool((goals & held).any())
            aim = aimed_at(goals, held)
            made.gains += gains_only(field, at, aim) is not None
            makers = [one.maker for one in openings(field, at, aim, most=0)]
            for i in makers:
                made.opens[ids[i]] += 1
                made.alone[ids[i]] += len(makers) == 1
        return made

    def share(self, held: int) -> Share:
        value = held / self.asked
        exact = self.asked == self.total
        spread = 0.0 if exact or self.asked < 2 else value * (1 - value) / (self.asked - 1)
        return Share(
            held, self.asked, value, ((1 - self.asked / self.total) * spread) ** 0.5, exact
        )
