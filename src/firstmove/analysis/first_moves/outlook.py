"""The answer about one model in which nothing is unknown, in a form that can be counted.

``Outlook`` says whether the status quo would hold and who opens the ways out; ``same`` says
whether two are one answer. Over all readings of a model the outlooks are counted
(``first_answer``).
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

from firstmove.analysis.first_moves.result import Effect, FirstMoves
from firstmove.conflict import Condition, Conflict

if TYPE_CHECKING:
    from firstmove.analysis.first_moves.field import Field
    from firstmove.analysis.graphs.space import Bools


class Opening(StrEnum):
    """How a way to a goal state opens. ``GAINS``: every step of it is a gain, nobody gives up
    anything first. ``ONE``: a first step that is no gain, then gains only, and only one decision
    maker can make it; ``SEVERAL`` can. ``OTHERS``: later steps are no gain either. ``CLOSED``: no
    moves lead to a goal state. ``NO_GOAL``: no other state is one."""

    GAINS = "gains"
    ONE = "one"
    SEVERAL = "several"
    OTHERS = "others"
    CLOSED = "closed"
    NO_GOAL = "no goal"


@dataclass(frozen=True, slots=True)
class Outlook:
    """``who``: the ids of those who open, in the order of the model. ``goal_holds``: some goal
    state would hold; no part of what makes two outlooks equal."""

    holds_now: bool
    opening: Opening
    who: tuple[str, ...] = ()
    goal_holds: bool = field(default=False, compare=False)

    @property
    def key(self) -> tuple[Opening, tuple[str, ...]]:
        """What makes it another answer to who must move first. Where several can begin and nobody
        has to give up anything, or where no first step is enough, who could begin does not. Where
        one alone can begin with a gain, it is that one, as where it has to give up something."""
        if self.opening is Opening.GAINS and len(self.who) == 1:
            return Opening.ONE, self.who
        told = self.opening in (Opening.ONE, Opening.SEVERAL)
        return self.opening, self.who if told else ()

    def same(self, other: Outlook) -> bool:
        """Whether both the answer and the verdict on the status quo are the same."""
        return self.key == other.key and self.holds_now == other.holds_now


Way = tuple[tuple[str, str, str], ...]  # (mover, state before, state after) of each step


def outlook_of(
    conflict: Conflict,
    goal: Condition | None,
    start: str,
    find: Callable[[Field], Bools],
    fixed: Bools | None = None,
    best: bool = False,
) -> tuple[Outlook, Way]:
    """The outlook, and the way of the first who opens one.

    Cost: a solve under one concept and a search for openings. ``find`` gives the equilibria;
    ``fixed``: the goal states, where they are found before; ``best``: as in ``first_moves``.
    """
    from firstmove.analysis.first_moves.field import Field
    from firstmove.analysis.first_moves.goal import aimed_at, default, meeting
    from firstmove.analysis.first_moves.openers import idle, openings

    field = Field(conflict)
    at = field.place(start)
    assert at is not None
    held = find(field)
    if fixed is not None:
        goals = fixed
    else:
        goals = default(field, at, held, best) if goal is None else meeting(field, goal)
    goals = goals & ~field.only(at)
    now = bool(held[at])
    if not goals.any():
        return Outlook(now, Opening.NO_GOAL), ()
    aim = aimed_at(goals, held)
    opened = openings(field, at, aim)
    ids = tuple(field.ids[one.maker] for one in opened)
    free = tuple(
        field.ids[o.maker]
        for o in opened
        if field.effect(*o.legs[0]) is Effect.GAIN and not idle(field, aim, o)
    )
    opening, who = _opening(ids, free, opened[0].others if opened else 0)
    outlook = Outlook(now, opening, who, bool((goals & held).any()))
    chosen = next((o for o in opened if field.ids[o.maker] in outlook.who), None)
    legs = chosen.legs if chosen is not None else ()
    return outlook, tuple((field.ids[i], field.text(a), field.text(b)) for i, a, b in legs)


def known_outlook(found: FirstMoves) -> Outlook:
    """The same of an answer by what is known of a model."""
    now = found.holds_now
    if not found.goals:
        return Outlook(now, Opening.NO_GOAL)
    ids = tuple(one.decision_maker for one in found.openers)
    free = tuple(o.decision_maker for o in found.openers if o.effect is Effect.GAIN and not o.idle)
    return Outlook(now, *_opening(ids, free, found.openers[0].others if ids else 0))


def _opening(
    ids: tuple[str, ...], free: tuple[str, ...], others: int
) -> tuple[Opening, tuple[str, ...]]:
    """``free``: those whose first step is a gain; ``others``: later steps that are none."""
    if not ids:
        return Opening.CLOSED, ()
    if others:
        return Opening.OTHERS, ids
    if free:
        return Opening.GAINS, free
    return (Opening.ONE if len(ids) == 1 else Opening.SEVERAL), ids
