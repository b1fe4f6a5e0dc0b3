"""In how many readings of a model the answer holds.

The status quo and the goal states by ``readings``; who opens by asking anew in each of at most
``_MODELS`` readings, among those solved at equal distances. Without a goal condition the goal
states are found anew in each reading.
"""

from __future__ import annotations

from collections.abc import Sequence

from firstmove.analysis.moves_field import Field
from firstmove.analysis.moves_openers import openings
from firstmove.analysis.moves_result import Sureness
from firstmove.analysis.readings import readings
from firstmove.analysis.sureness import Readings, Share
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
) -> Sureness:
    """Raises what ``readings`` raises."""
    found = readings(
        field.conflict, [concept], limit=max(2, most), state=start, turns=min(most, _TURNS)
    )
    return Sureness(
        total=found.total,
        now=found.share(concept),
        goals=tuple((state, found.share(concept, state)) for state in goals),
        openers=_openers(found, concept, goal, start),
        turns=tuple(
            (turn.decision_maker, turn.condition) for turn in found.turns(concept) if turn.matters
        ),
    )


def _openers(
    found: Readings, concept: str, goal: Condition | None, start: str
) -> tuple[tuple[str, Share], ...]:
    """For each decision maker, in how many readings it opens a path whose later steps are gains."""
    from firstmove.analysis.moves import _aimed_at, _default, _holding, _meeting

    asked = min(found.solved, _MODELS)
    numbers = [nth * found.solved // asked for nth in range(asked)]
    ids = [maker.id for maker in found.conflict.decision_makers]
    opens = dict.fromkeys(ids, 0)
    holding = _holding(concept)
    for number in numbers:
        field = Field(found.model(number))
        at = field.place(start)
        assert at is not None
        held = holding(field)
        goals = _meeting(field, goal) if goal is not None else _default(field, at, held)
        goals &= ~field.only(at)
        for opening in openings(field, at, _aimed_at(goals, held), most=0):
            opens[ids[opening.maker]] += 1
    exact = asked == found.total
    return tuple((id_, _share(opens[id_], asked, found.total, exact)) for id_ in ids)


def _share(held: int, of: int, total: int, exact: bool) -> Share:
    value = held / of
    error = 0.0
    if not exact and of > 1:
        left = 1 - of / total
        error = (left * value * (1 - value) / (of - 1)) ** 0.5
    return Share(held, of, value, error, exact)
