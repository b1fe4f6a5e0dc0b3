"""Which states are goal states, and which of them are shown and aimed at."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from firstmove.analysis.analyse import analyse
from firstmove.analysis.explicit import CONCEPTS
from firstmove.analysis.moves_field import Field
from firstmove.analysis.space import Bools, Ints, truth
from firstmove.conflict import Condition


def default(field: Field, at: int, held: Bools) -> Bools:
    """The equilibria that all like as much as the status quo, and one at least more."""
    all_, some = held.copy(), field.none()
    for i in range(len(field.ids)):
        no_worse, better = field.no_worse(i, at)
        all_ &= no_worse
        some |= better
    return all_ & some


def meeting(field: Field, goal: Condition) -> Bools:
    """The possible states in which the goal holds."""
    conflict = field.conflict
    if field.graph is not None:
        found: Bools = truth(conflict, field.graph.codes)(goal)
        return found
    values = {
        state.id: {other.id: other.id == state.id for other in conflict.states}
        for state in conflict.states
        if state.id in goal.names
    }
    none = dict.fromkeys(goal.names, False)
    return np.array(
        [goal.holds({**none, **values.get(state.id, {})}) for state in conflict.states],
        dtype=np.bool_,
    )


def aimed_at(goals: Bools, held: Bools) -> Bools:
    """The goal states that would hold; where none would, all: what does not hold is passed
    through at best."""
    holding: Bools = goals & held
    return holding if holding.any() else goals


def first(goals: Bools, held: Bools, moves: Ints, limit: int) -> list[int]:
    """The goal states shown: those that hold first, then by moves (those out of reach last), then
    in the order of the model."""
    at = np.flatnonzero(goals)
    far = np.where(moves[at] > 0, moves[at], np.iinfo(np.int64).max)
    order = np.lexsort((at, far, ~held[at]))
    return [int(g) for g in at[order[:limit]]]


def holding(concept: str) -> Callable[[Field], Bools]:
    """A function that finds the equilibria of a model, by position."""

    def find(field: Field) -> Bools:
        if field.graph is None or concept not in CONCEPTS:
            return field.members(analyse(field.conflict, [concept]).equilibria[concept])
        held = ~field.none()
        for i in range(len(field.ids)):
            held &= CONCEPTS[concept].stable(field.graph, i)
        return held

    return find
