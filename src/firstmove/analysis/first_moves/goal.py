"""Which states are goal states, and which of them are shown and aimed at."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import numpy as np

from firstmove.analysis.analyse import analyse
from firstmove.analysis.engines.explicit import CONCEPTS
from firstmove.analysis.first_moves.field import Field
from firstmove.analysis.graphs.space import Bools, Ints, truth
from firstmove.conflict import Condition


def default(field: Field, at: int, held: Bools, best: bool = False) -> Bools:
    """The equilibria that all like as much as the status quo, and one at least more; ``best``: of
    these the ones that no other of them is preferred to by one and liked less by none."""
    all_, some = held.copy(), field.none()
    for i in range(len(field.ids)):
        no_worse, better = field.no_worse(i, at)
        all_ &= no_worse
        some |= better
    goals: Bools = all_ & some
    return undominated(field, goals) if best else goals


def undominated(field: Field, goals: Bools) -> Bools:
    """The goal states such that no other is better for one decision maker and worse for none.

    A state that some partial ranking leaves out is compared to none, and stays. Cost: a pass over
    the goal states of different worth for each that is kept.
    """
    at = np.flatnonzero(goals)
    if not len(at):
        return goals
    worth = np.stack([rank[at] for rank in field.rank], axis=1)
    apart = np.stack([rank[at] != level[at] for rank, level in _pairs(field)], axis=1).any(axis=1)
    rows, row_of = np.unique(worth[~apart], axis=0, return_inverse=True)
    kept = np.zeros(len(rows), dtype=np.bool_)
    left = np.arange(len(rows))
    while len(left):  # what is better for one and worse for none comes later in the order
        top, left = left[-1], left[:-1]
        kept[top] = True
        left = left[(rows[left] > rows[top]).any(axis=1)]
    found = field.none()
    found[at[apart]] = True
    found[at[~apart]] = kept[row_of.reshape(-1)]
    return found


def _pairs(field: Field) -> Iterator[tuple[Ints, Ints]]:
    return zip(field.rank, field.level, strict=True)


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
