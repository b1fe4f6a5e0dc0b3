"""First moves of models of more than 2^20 possible states, by decision diagrams.

What is told: the status quo and its verdicts, how many states meet the goal, would hold and can
come about, and who opens, with a path of each and its labels. What is not: the shortest paths to
each goal state, levers and readings. There is time for the stable states and for the openers
(SECONDS each): where the former are not decided, goal states are aimed at whether they hold or
not, and it says so; where the latter are not found it is an error.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from firstmove.analysis.engine import Clock, OutOfTime, Solution
from firstmove.analysis.engines.diagrams import Diagram
from firstmove.analysis.engines.symbolic import SymbolicEngine
from firstmove.analysis.engines.symbolic_states import SymbolicStates
from firstmove.analysis.engines.symbolic_witness import SymbolicWitness
from firstmove.analysis.first_moves.diagram_paths import DiagramField, TextLeg, diagram_openings
from firstmove.analysis.first_moves.result import (
    Effect,
    FirstMoves,
    Keeping,
    Opener,
    Path,
    PathStep,
)
from firstmove.analysis.names import written
from firstmove.analysis.verdict import Verdict
from firstmove.conflict import Condition, Conflict
from firstmove.errors import AnalysisError

SECONDS = 60.0


def beyond(
    conflict: Conflict,
    goal: Condition | None,
    start: str,
    concept: str,
    concepts: Sequence[str],
    seconds: float = SECONDS,
) -> FirstMoves:
    """The answer for a conflict in option form in which nothing is unknown.

    ``goal``: None for the default of ``first_moves``. Raises AnalysisError without the library for
    diagrams, for a state that is not possible, and where time is up.
    """
    try:
        solution = SymbolicEngine().solve(conflict, concepts, seconds)
    except ImportError:
        raise AnalysisError(
            "the model has too many possible states to list",
            remedy="first moves of such models need decision diagrams: pip install "
            "'firstmove[symbolic]'",
        ) from None
    assert isinstance(solution.witness, SymbolicWitness)
    field = DiagramField(solution.witness.graph)
    field.space.clock = Clock(seconds)
    try:
        return _told(_Asked(conflict, solution, field, concept, start), goal, concepts)
    except OutOfTime:
        raise AnalysisError(
            f"who opens a way was not found within {seconds:g} s, in a model of "
            f"{field.states(field.space.possible).count:,} possible states",
            remedy="leave options out, or say which combinations are impossible",
        ) from None
    finally:
        field.space.clock = Clock(None)


@dataclass(frozen=True, slots=True)
class _Asked:
    conflict: Conflict
    solution: Solution
    field: DiagramField
    concept: str
    start: str

    def verdict(self, state: str, decision_maker: str, concept: str) -> Verdict | None:
        """None where it is not decided."""
        if decision_maker in self.solution.stable.get(concept, {}):
            return self.solution.witness(state, decision_maker, concept)
        searcher = self.solution.searcher
        try:
            if searcher is not None:
                return searcher.verdict(state, decision_maker, concept, SECONDS)
        except AnalysisError:
            pass
        return None


def _told(asked: _Asked, goal: Condition | None, concepts: Sequence[str]) -> FirstMoves:
    field, start, false = asked.field, asked.start, asked.field.space.false
    here = field.only(start)
    if here & field.space.possible == false:
        raise AnalysisError(
            f"“{start}” is not a possible state of the model", remedy="start from a possible one"
        )
    left_out = [
        "ways out to each goal state: of so many states only the paths of those who open one are "
        "told",
        "levers: with so many states no changes were tried",
    ]
    equilibria = asked.solution.equilibria.get(asked.concept)
    held: Diagram = equilibria.diagram if isinstance(equilibria, SymbolicStates) else None
    if held is None:
        short = written(asked.concept)
        if goal is None:
            raise AnalysisError(
                f"which states would hold under {short} was not decided within "
                f"{SECONDS:g} s, so there is no goal state",
                remedy="give a goal, as a condition over options",
            )
        left_out.append(f"which goal states would hold under {short}: not decided in time")
    goals = _default(field, start, held) if goal is None else field.meeting(goal)
    met_now = goals & here != false
    goals &= ~here
    holding = goals & held if held is not None else false
    aim = goals if holding == false else holding
    why = [
        verdict
        for concept in concepts
        for maker in asked.conflict.decision_makers
        if (verdict := asked.verdict(start, maker.id, concept)) is not None
    ]
    mine = [verdict for verdict in why if verdict.concept == asked.concept]
    if len(mine) < len(asked.conflict.decision_makers):
        raise AnalysisError(
            f"whether the status quo would hold under {written(asked.concept)} was not decided",
            remedy="ask for another concept, or leave options out",
        )
    found = diagram_openings(field, start, aim)
    return FirstMoves(
        conflict=asked.conflict,
        concept=asked.concept,
        start=start,
        goal=goal,
        states=field.states(field.space.possible).count,
        why=tuple(why),
        holds_now=all(verdict.stable for verdict in mine),
        met_now=met_now,
        goals=field.states(goals).count,
        holding=field.states(holding).count,
        reached=field.states(goals & field.reached(start)).count,
        ways=(),
        openers=tuple(_opener(asked, *one) for one in found),
        levers=None,
        sureness=None,
        left_out=tuple(left_out),
    )


def _default(field: DiagramField, start: str, held: Diagram) -> Diagram:
    """The equilibria that all like as much as the status quo, and one at least more."""
    some = field.space.false
    for i in field.makers:
        held &= field.no_worse(i, start)
        some |= field.better(i, start)
    return held & some


def _opener(asked: _Asked, i: int, others: int, legs: Sequence[TextLeg]) -> Opener:
    field = asked.field
    steps = tuple(_step(asked, legs, nth) for nth in range(len(legs)))
    fine = (Effect.GAIN, Effect.INDIFFERENT)
    until = next((to for _, _, to in legs if field.effect(i, asked.start, to) in fine), "")
    return Opener(asked.conflict.decision_makers[i].id, others, Path(steps), until)


def _step(asked: _Asked, legs: Sequence[TextLeg], nth: int) -> PathStep:
    i, before, after = legs[nth]
    if nth + 1 < len(legs):
        keeping, by, to = _on_the_way(asked, legs[nth + 1])
    else:
        keeping, by, to = _at_the_end(asked, i, after)
    return PathStep(
        mover=asked.conflict.decision_makers[i].id,
        before=before,
        after=after,
        effect=asked.field.effect(i, before, after),
        keeping=keeping,
        by=by,
        to=to,
        back=bool(to) and to in [leg[1] for leg in legs[: nth + 1]],
    )


def _on_the_way(asked: _Asked, following: TextLeg) -> tuple[Keeping, str, str]:
    j, at, on = following
    field = asked.field
    rather = field.gains_from(j, at) & field.better(j, on)
    if rather == field.space.false:
        return Keeping.KEPT, "", ""
    return Keeping.GIVEN_UP, asked.conflict.decision_makers[j].id, field.liked_best(j, rather)


def _at_the_end(asked: _Asked, i: int, at: str) -> tuple[Keeping, str, str]:
    for k, maker in enumerate(asked.conflict.decision_makers):
        verdict = asked.verdict(at, maker.id, asked.concept) if k != i else None
        if verdict is not None and not verdict.stable:
            free = next((one.to for one in verdict.improvements if not one.deterred), "")
            return Keeping.GIVEN_UP, maker.id, free
    return Keeping.KEPT, "", ""
