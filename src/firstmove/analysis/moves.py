"""``first_moves``: why the status quo holds, which ways lead out of it, and who must move first.

firstmove's own; built from R_i, R_i⁺ and the stability concepts (Fang, Hipel & Kilgour 1993) and
from status quo analysis (Li, Kilgour & Hipel 2005). Exact up to 2^20 possible states; with graph
form or unknown preference up to 2^14. Each part says its cost: ``moves_ways``, ``moves_openers``,
``moves_levers``, ``moves_sureness``.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from firstmove.analysis.analyse import CONCEPTS, analyse
from firstmove.analysis.evolution import status_quo
from firstmove.analysis.moves_result import (
    Effect,
    FirstMoves,
    Keeping,
    Levers,
    Opener,
    Path,
    PathStep,
    Sureness,
    Way,
)
from firstmove.analysis.result import Analysis
from firstmove.conflict import Condition, Conflict, check, parse_condition
from firstmove.errors import AnalysisError

if TYPE_CHECKING:
    import numpy as np

    from firstmove.analysis.moves_field import Field
    from firstmove.analysis.moves_ways import Leg
    from firstmove.analysis.space import Bools

LOOKED_AT = 200  # paths to one goal state among which the best are chosen
TRIES = 1_000  # changes tried as levers
READINGS = 1_000


def first_moves(
    conflict: Conflict,
    goal: Condition | str | None = None,
    *,
    start: str | None = None,
    concept: str = "seq",
    limit: int = 5,
    paths: int = 3,
    tries: int = TRIES,
    readings: int = READINGS,
) -> FirstMoves:
    """Who must move first for the conflict to get from the status quo to ``goal``.

    ``goal``: a condition over options, in graph form a state's id or several joined by “or”; if not
    given, the equilibria under ``concept`` that every decision maker likes as much as the status
    quo, by what is known of its wants, and at least one prefers. ``start``: a state in place of
    the status quo. ``limit`` goal states are shown with ``paths`` paths each; counts are exact.
    ``tries``: changes tried as levers, 0 for none. ``readings``: how many, at most, are solved
    where the model leaves something open, 0 for none.

    Raises ModelError for an unsound conflict or condition; AnalysisError for a status quo that is
    not wholly known where no start is given, an unknown concept, and past the number of states.
    """
    check(conflict)
    from firstmove.analysis.moves_field import Field

    wanted = parse_condition(goal) if isinstance(goal, str) else goal
    _names_known(conflict, wanted)
    concept = concept.lower()
    asked = [c for c in CONCEPTS if not (conflict.states and c == "sim")]
    analysis = analyse(conflict, dict.fromkeys((*asked, concept)))
    if concept not in analysis.equilibria:
        reason = next(u.reason for u in analysis.undecided if u.concept == concept)
        raise AnalysisError(f"“{concept}” is not decided: {reason}")
    now = _start(conflict) if start is None else start
    field = Field(conflict)
    at = field.place(now)
    if at is None:
        raise AnalysisError(
            f"“{now}” is not a possible state of the model",
            remedy="states: " + ", ".join(s.id for s in conflict.states[:20])
            if conflict.states
            else "write Y or N for each option in turn: "
            + ", ".join(o.id for o in conflict.options[:20]),
        )
    held = field.members(analysis.equilibria[concept])
    goals = _default(field, at, held) if wanted is None else _meeting(field, wanted)
    return _answer(
        _Asked(conflict, concept, wanted, limit, paths, tries, readings),
        field, analysis, at, held, goals,
    )  # fmt: skip


class _Asked:
    def __init__(
        self,
        conflict: Conflict,
        concept: str,
        goal: Condition | None,
        limit: int,
        paths: int,
        tries: int,
        readings: int,
    ) -> None:
        self.conflict = conflict
        self.concept = concept
        self.goal = goal
        self.limit = limit
        self.paths = paths
        self.tries = tries
        self.readings = readings


def _answer(
    asked: _Asked, field: Field, analysis: Analysis, at: int, held: Bools, goals: Bools
) -> FirstMoves:
    from firstmove.analysis.moves_openers import openings
    from firstmove.analysis.moves_ways import Layers

    met_now = bool(goals[at])
    beyond = goals & ~field.only(at)
    layers = Layers(field, at)
    shown = _first(beyond, held, layers.moves, asked.limit)
    told = _Teller(field, analysis, asked.concept, at)
    ways = tuple(told.way(layers, g, bool(held[g]), asked.paths) for g in shown)
    openers = tuple(
        Opener(field.ids[o.maker], o.others, told.path(o.legs), told.until(o.maker, o.legs))
        for o in openings(field, at, _aimed_at(beyond, held))
    )
    makers = asked.conflict.decision_makers
    why = tuple(
        analysis.verdict(field.text(at), maker.id, concept)
        for concept, by in analysis.stable.items()
        for maker in makers
        if maker.id in by
    )
    left_out: list[str] = []
    found = _levers(asked, field, at, beyond, held, left_out)
    return FirstMoves(
        conflict=asked.conflict,
        concept=asked.concept,
        start=field.text(at),
        goal=asked.goal,
        states=field.size,
        why=why,
        holds_now=bool(held[at]),
        met_now=met_now,
        goals=int(beyond.sum()),
        holding=int((beyond & held).sum()),
        reached=int((beyond & (layers.moves > 0)).sum()),
        ways=ways,
        openers=openers,
        levers=found,
        sureness=_sureness(asked, field, at, [w.goal for w in ways], left_out),
        left_out=tuple(left_out),
    )


def _first(goals: Bools, held: Bools, moves: np.ndarray, limit: int) -> list[int]:
    """The goal states shown: those that hold first, then by moves (those out of reach last), then
    in the order of the model."""
    import numpy as np

    at = np.flatnonzero(goals)
    far = np.where(moves[at] > 0, moves[at], np.iinfo(np.int64).max)
    order = np.lexsort((at, far, ~held[at]))
    return [int(g) for g in at[order[:limit]]]


def _aimed_at(goals: Bools, held: Bools) -> Bools:
    """The goal states that would hold; where none would, all: what does not hold is passed
    through at best."""
    holding: Bools = goals & held
    return holding if holding.any() else goals


class _Teller:
    """Puts labels on the steps of paths."""

    def __init__(self, field: Field, analysis: Analysis, concept: str, start: int) -> None:
        self.field = field
        self.analysis = analysis
        self.concept = concept
        self.start = start

    def way(self, layers: object, goal: int, holds: bool, most: int) -> Way:
        from firstmove.analysis.moves_ways import Layers

        assert isinstance(layers, Layers)
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
        maybe: int | None = None
        sure: list[int] = []
        for other in self.field.legs[j].moves(at).tolist():
            than_going_on = self.field.effect(j, on, other)
            than_staying = self.field.effect(j, at, other)
            both = {than_going_on, than_staying}
            if both == {Effect.GAIN}:
                sure.append(other)
            elif maybe is None and both <= {Effect.GAIN, Effect.UNKNOWN}:
                maybe = other
        if sure:
            rank = self.field.rank[j]
            best = min(sure, key=lambda q: (-int(rank[q]), q))
            return Keeping.GIVEN_UP, self.field.ids[j], best
        if maybe is not None:
            return Keeping.UNKNOWN, self.field.ids[j], maybe
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


def _default(field: Field, at: int, held: Bools) -> Bools:
    """The equilibria that all like as much as the status quo, and one at least more."""
    all_, some = held.copy(), field.none()
    for i in range(len(field.ids)):
        no_worse, better = field.no_worse(i, at)
        all_ &= no_worse
        some |= better
    return all_ & some


def _meeting(field: Field, goal: Condition) -> Bools:
    """The possible states in which the goal holds."""
    import numpy as np

    from firstmove.analysis.space import truth

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


def _names_known(conflict: Conflict, goal: Condition | None) -> None:
    known = [o.id for o in conflict.options] + list(conflict.defines)
    known = known or [state.id for state in conflict.states]
    unknown = [name for name in (goal.names if goal is not None else ()) if name not in known]
    if unknown:
        raise AnalysisError(
            f"the goal names “{unknown[0]}”, which the model does not have",
            remedy=("states: " if conflict.states else "options: ")
            + ", ".join(known[:20])
            + (" …" if len(known) > 20 else ""),
        )


def _start(conflict: Conflict) -> str:
    try:
        return status_quo(conflict)
    except AnalysisError as error:
        if conflict.states:
            raise
        values = conflict.status_quo.values
        example = "".join("Y" if values.get(option.id) else "N" for option in conflict.options)
        raise AnalysisError(
            error.what,
            remedy="name a state to start from, one Y or N for each option; with all that is not "
            f"told as not taken that is {example}",
        ) from None


def _levers(
    asked: _Asked, field: Field, at: int, goals: Bools, held: Bools, left_out: list[str]
) -> Levers | None:
    from firstmove.analysis import moves_levers
    from firstmove.analysis.moves_openers import gains_only

    if not asked.tries or not goals.any():
        return None
    if field.size > moves_levers.MAX_STATES:
        left_out.append(
            f"levers: with {field.size:,} possible states no changes were tried "
            f"(they are up to {moves_levers.MAX_STATES:,})"
        )
        return None
    some_hold = bool((goals & held).any())
    aim = moves_levers.Aim(
        hold=not some_hold,
        gains=gains_only(field, at, _aimed_at(goals, held)) is None,
        held=some_hold,
    )
    if not (aim.hold or aim.gains):
        return Levers((), 0, 0, 0, 0)
    import numpy as np

    return moves_levers.levers(
        field,
        field.text(at),
        [field.text(int(g)) for g in np.flatnonzero(goals)],
        aim,
        _holding(asked.concept),
        asked.tries,
    )


def _holding(concept: str) -> Callable[[Field], Bools]:
    """A function that finds the equilibria of a model, by position."""

    def holding(field: Field) -> Bools:
        from firstmove.analysis.explicit import CONCEPTS as ARRAYS

        if field.graph is None or concept not in ARRAYS:
            return field.members(analyse(field.conflict, [concept]).equilibria[concept])
        found = ~field.none()
        for i in range(len(field.ids)):
            found &= ARRAYS[concept].stable(field.graph, i)
        return found

    return holding


def _sureness(
    asked: _Asked, field: Field, at: int, goals: Sequence[str], left_out: list[str]
) -> Sureness | None:
    if not field.unsure or not asked.readings:
        return None
    from firstmove.analysis.moves_sureness import sureness

    try:
        return sureness(field, asked.concept, asked.goal, field.text(at), goals, asked.readings)
    except AnalysisError as error:
        left_out.append(f"how sure it is: {error.what}")
        return None
