"""What a step is to its mover in each reading, and which reading is typical.

A step is compared by the wants of its mover at two states, so that no reading is solved again.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from firstmove.analysis.first_moves.outlook import Outlook, Way
from firstmove.analysis.first_moves.result import Effect, FirstMoves, PathStep
from firstmove.conflict import Basis, Condition, Conflict
from firstmove.conflict.states import decide, values_of

_TRIED, _WAYS = 48, 12  # readings and ways looked at to choose the one that is shown


@dataclass(frozen=True, slots=True)
class StepShare:
    """What a step of a path shown is to its mover, in how many readings."""

    step: PathStep
    shares: tuple[tuple[Effect, int], ...]
    of: int


def step_shares(found: FirstMoves, models: Sequence[Conflict]) -> tuple[StepShare, ...]:
    paths = [opener.path for opener in found.openers]
    paths += [path for way in found.ways for path in way.paths]
    told = []
    for step in dict.fromkeys(step for path in paths for step in path.steps):
        counts = Counter(_effect(model, step) for model in models)
        told.append(StepShare(step, tuple(counts.most_common()), len(models)))
    return tuple(told)


def _effect(model: Conflict, step: PathStep) -> Effect:
    """What a step is to its mover in one reading: its wants at the two states compared. A ranking
    is the same in all readings."""
    maker = model.decision_maker(step.mover)
    if maker.ranking is not None or model.states:
        return step.effect
    before, after = (_worth(model, step.mover, state) for state in (step.before, step.after))
    if before == after:
        return Effect.INDIFFERENT
    return Effect.GAIN if after > before else Effect.SACRIFICE


def _worth(model: Conflict, mover: str, state: str) -> tuple[Fraction, ...]:
    """Ψ(s) as its digits, or the sum of weights; () of a ranking, which no reading changes."""
    maker = model.decision_maker(mover)
    if maker.ranking is not None or model.states:
        return ()
    values = values_of(model, state)
    told = [
        (bool(decide(want.condition, values, model.defines)), want.weight)
        for want in maker.wants
        if want.basis is not Basis.UNKNOWN
    ]
    if maker.weighted:
        return (sum((weight or Fraction(0) for met, weight in told if met), Fraction(0)),)
    return tuple(Fraction(met) for met, _ in told)


def given_up(conflict: Conflict, maker: str, before: str, after: str) -> tuple[Condition, ...]:
    """The wants of a decision maker that are met in one state and not in another, the most
    important first; () where it has a ranking instead."""
    found = conflict.decision_maker(maker)
    if conflict.states or found.ranking is not None:
        return ()
    values = [values_of(conflict, state) for state in (before, after)]
    return tuple(
        want.condition
        for want in found.wants
        if want.basis is not Basis.UNKNOWN
        and decide(want.condition, values[0], conflict.defines)
        and not decide(want.condition, values[1], conflict.defines)
    )


def typical(told: Sequence[tuple[Outlook, Way]], key: object, models: Sequence[Conflict]) -> int:
    """Which of the readings with the answer is shown: the one whose way has the same gains in most
    readings, of those alike the shortest, then the nearest to the model as it stands."""
    ways: dict[Way, int] = {}
    for at, (outlook, way) in enumerate(told):
        if outlook.key == key:
            ways.setdefault(way, at)
    count = Counter(way for outlook, way in told if outlook.key == key)
    some = [models[n * len(models) // _TRIED] for n in range(_TRIED)]

    def gains(model: Conflict, way: Way) -> bool:
        return all(_worth(model, i, b) > _worth(model, i, a) for i, a, b in way[1:]) and (
            not way or _worth(model, way[0][0], way[0][2]) >= _worth(model, way[0][0], way[0][1])
        )

    def worth(way: Way) -> tuple[int, int, int]:
        return -sum(gains(model, way) for model in some), len(way), ways[way]

    tried = [way for way, _ in count.most_common(_WAYS)]
    return ways[min(tried, key=worth)]
