"""Levers: the smallest changes after which a goal state would hold, or gains alone lead to one.

Every single change of ``changes`` is made, and the changed model is solved again; after them
pairs of changes neither of which helps alone, for what no single change brings about. A change that
makes the status quo impossible, or every goal state, is no lever.

Cost: a solve of the whole model for each change, about 5 ms where there are few hundred states.
``most`` changes are tried, fewer in large models (``_WORK`` states in all); the answer says how
many of how many.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import combinations, islice

from firstmove.analysis.first_moves.changes import candidates
from firstmove.analysis.first_moves.field import Field
from firstmove.analysis.first_moves.openers import gains_only
from firstmove.analysis.first_moves.preference_changes import Candidate
from firstmove.analysis.first_moves.result import Lever, Levers
from firstmove.analysis.graphs.space import Bools
from firstmove.analysis.verdict import Step
from firstmove.conflict import Conflict, Name
from firstmove.conflict.states import decide, values_of
from firstmove.errors import AnalysisError

MAX_STATES = 1 << 12  # past which no changes are tried
_WORK = 1 << 20  # states of all the models that are solved
_STATES = 256  # states up to which each is tried as impossible
_MARKS = 4  # goal states that states of a ranking are moved about

Holding = Callable[[Field], Bools]


@dataclass(frozen=True, slots=True)
class Aim:
    """What is missing: ``hold``, no goal state would hold; ``gains``, no path of gains leads to
    one. ``held``: only goal states that would hold count."""

    hold: bool
    gains: bool
    held: bool


def levers(
    field: Field, start: str, goals: Sequence[str], aim: Aim, holding: Holding, most: int
) -> Levers:
    """``goals``: all goal states. ``holding``: the equilibria of a model, by position."""
    conflict = field.conflict
    untried: list[str] = []
    wished = {start, *goals}
    others = [s for s in map(field.text, range(field.size)) if s not in wished]
    if len(others) > _STATES:
        untried.append(f"making one of {len(others):,} single states impossible (too many)")
        others = []
    if any(m.weighted and m.ranking is None for m in conflict.decision_makers):
        untried.append("weights: only leaving a want out was tried, no other weight")
    found = list(candidates(conflict, start, goals[:_MARKS], others))
    room = min(most, max(1, _WORK // field.size))
    trial = _Trial(conflict, start, goals, aim, holding)
    helped: set[int] = set()
    families: set[str] = set()
    levers_found: list[Lever] = []
    tried = 0
    try:
        for at, one in enumerate(found[:room]):
            if one.family and one.family in families:
                helped.add(at)
            elif (lever := trial.of((one,))) is not None:
                helped.add(at)
                families |= {one.family} - {""}
                levers_found.append(lever)
            tried += 1
    except KeyboardInterrupt:
        return Levers(tuple(levers_found), len(found), tried, 0, 0, tuple(untried), True)
    left = [one for at, one in enumerate(found) if at not in helped]
    pairs = len(left) * (len(left) - 1) // 2
    open_ = Aim(
        aim.hold and not any(lever.holds for lever in levers_found),
        aim.gains and not any(lever.path for lever in levers_found),
        aim.held,
    )
    tried_pairs, stopped = 0, False
    if open_.hold or open_.gains:
        trial = _Trial(conflict, start, goals, open_, holding)
        try:
            for pair in islice(combinations(left, 2), max(0, room - tried)):
                lever = trial.of(pair)
                tried_pairs += 1
                if lever is not None:
                    levers_found.append(lever)
        except KeyboardInterrupt:
            stopped = True
    else:
        pairs = 0
    told = tuple(levers_found)
    return Levers(told, len(found), tried, pairs, tried_pairs, tuple(untried), stopped)


@dataclass(frozen=True, slots=True)
class _Trial:
    conflict: Conflict
    start: str
    goals: Sequence[str]
    aim: Aim
    holding: Holding

    def of(self, changes: tuple[Candidate, ...]) -> Lever | None:
        """The lever that these changes are together; None where they do not help."""
        made: Conflict | None = self.conflict
        for one in changes:
            made = one.apply(made) if made is not None else None
        if made is None:
            return None
        try:
            field = Field(made)
            start = self._place(field, self.start)
            goals = [at for g in self.goals if (at := self._place(field, g)) is not None]
            if start is None or not goals:
                return None
            held = self.holding(field)
        except AnalysisError:
            return None
        goal = field.none()
        goal[goals] = True
        holds = [at for at in goals if held[at]] if self.aim.hold else []
        legs = None
        if self.aim.gains:
            legs = gains_only(field, start, goal & held if self.aim.held else goal)
        if not holds and legs is None:
            return None
        path = tuple(
            Step(field.ids[j], self._whole(field, s), self._whole(field, t))
            for j, s, t in legs or ()
        )
        return Lever(
            changes=tuple(one.change for one in changes),
            holds=tuple(self._whole(field, at) for at in holds),
            path=path,
            now_holds=bool(held[start]),
            ends_hold=bool(legs and held[legs[-1][2]]),
            equilibria=int(held.sum()),
            model=made,
        )

    def _whole(self, field: Field, at: int) -> str:
        """A state of the changed model with the options that it has no longer."""
        conflict, state = field.conflict, field.text(at)
        if len(conflict.options) == len(self.conflict.options):
            return state
        values = values_of(conflict, state)
        return "".join(
            "Y" if decide(Name(option.id), values, conflict.defines) else "N"
            for option in self.conflict.options
        )

    def _place(self, field: Field, state: str) -> int | None:
        """Where a state of the model stands in the changed one; None where it is not possible."""
        conflict = field.conflict
        if conflict.states:
            return field.place(state)
        values = values_of(self.conflict, state)
        kept = {option.id for option in conflict.options}
        for id_, value in values.items():
            if id_ not in kept and decide(conflict.defines[id_], values, conflict.defines) != value:
                return None
        return field.place("".join("Y" if values[o.id] else "N" for o in conflict.options))
