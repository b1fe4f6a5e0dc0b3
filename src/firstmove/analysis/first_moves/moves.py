"""``first_moves``: why the status quo holds, which ways lead out of it, and who must move first.

firstmove's own; built from R_i, R_i⁺ and the stability concepts (Fang, Hipel & Kilgour 1993) and
from status quo analysis (Li, Kilgour & Hipel 2005). Exact up to 2^20 possible states; with graph
form or unknown preference up to 2^14. Each part says its cost: ``ways``, ``openers``,
``levers``, ``sureness``. Beyond 2^20 the openers are found by decision diagrams (``beyond``).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from firstmove.analysis.analyse import CONCEPTS, analyse
from firstmove.analysis.concepts.evolution import status_quo
from firstmove.analysis.first_moves.result import FirstMoves, Levers, Opener, Sureness, has_unknown
from firstmove.analysis.result import Analysis
from firstmove.conflict import Condition, Conflict, check, parse_condition
from firstmove.errors import AnalysisError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from firstmove.analysis.first_moves.field import Field
    from firstmove.analysis.graphs.space import Bools

TRIES = 1_000  # changes tried as levers
READINGS = 1_000


def first_moves(
    conflict: Conflict,
    goal: Condition | str | None = None,
    *,
    best: bool = False,
    fixed: Bools | None = None,
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
    quo, by what is known of its wants, and at least one prefers. ``best``: of these
    only such that no other of them is better for one and worse for none. ``fixed``: goal states
    found before, by position, in place of these. ``start``: a state in place of the status quo.
    ``limit`` goal states are shown with ``paths`` paths each; counts are exact.
    ``tries``: changes tried as levers, 0 for none; an interruption (KeyboardInterrupt) while they
    are tried keeps what is found. ``readings``: how many, at most, are solved
    where the model leaves something open, 0 for none.

    Raises ModelError for an unsound conflict or condition; AnalysisError for a status quo that is
    not wholly known where no start is given, an unknown concept, and past the number of states.
    """
    check(conflict)
    from firstmove.analysis.first_moves.field import MAX_BITS, Field  # loads numpy
    from firstmove.analysis.first_moves.goal import default, meeting

    wanted = parse_condition(goal) if isinstance(goal, str) else goal
    _names_known(conflict, wanted)
    concept = concept.lower()
    asked = [c for c in CONCEPTS if not (conflict.states and c == "sim")]
    if not conflict.decision_makers or not (conflict.options or conflict.states):
        analyse(conflict, [concept])  # says what is missing
    if len(conflict.options) > MAX_BITS and not has_unknown(conflict):
        try:
            field = Field(conflict)
        except AnalysisError:
            return _beyond(conflict, wanted, start, concept, asked, best=best)
    else:
        field = Field(conflict)
    analysis = analyse(conflict, dict.fromkeys((*asked, concept)))
    if concept not in analysis.equilibria:
        reason = next(u.reason for u in analysis.undecided if u.concept == concept)
        raise AnalysisError(f"“{concept}” is not decided: {reason}")
    now = _start(conflict) if start is None else start
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
    if fixed is not None and wanted is None:
        goals = fixed
    else:
        goals = default(field, at, held, best) if wanted is None else meeting(field, wanted)
    return _answer(
        _Asked(conflict, concept, wanted, best and wanted is None, limit, paths, tries, readings),
        field, analysis, at, held, goals,
    )  # fmt: skip


def _beyond(
    conflict: Conflict,
    goal: Condition | None,
    start: str | None,
    concept: str,
    concepts: Sequence[str],
    *,
    best: bool,
) -> FirstMoves:
    from firstmove.analysis.first_moves.beyond import beyond

    if best and goal is None:
        raise AnalysisError(
            "which goal states are the best is not told for so many possible states",
            remedy="give a goal, or ask for all of them",
        )
    now = _start(conflict) if start is None else start
    if len(now) != len(conflict.options) or set(now) - {"Y", "N"}:
        raise AnalysisError(
            f"“{now}” is not a possible state of the model",
            remedy="write Y or N for each option in turn",
        )
    return beyond(conflict, goal, now, concept, tuple(dict.fromkeys((*concepts, concept))))


@dataclass(frozen=True, slots=True)
class _Asked:
    conflict: Conflict
    concept: str
    goal: Condition | None
    best: bool
    limit: int
    paths: int
    tries: int
    readings: int


def _answer(
    asked: _Asked, field: Field, analysis: Analysis, at: int, held: Bools, goals: Bools
) -> FirstMoves:
    from firstmove.analysis.first_moves.goal import aimed_at, first
    from firstmove.analysis.first_moves.labels import Teller
    from firstmove.analysis.first_moves.openers import idle, openings
    from firstmove.analysis.first_moves.ways import Layers

    met_now = bool(goals[at])
    beyond = goals & ~field.only(at)
    layers = Layers(field, at)
    shown = first(beyond, held, layers.moves, asked.limit)
    told = Teller(field, analysis, asked.concept, at)
    ways = tuple(told.way(layers, g, bool(held[g]), asked.paths) for g in shown)
    aim = aimed_at(beyond, held)
    openers = tuple(
        Opener(
            field.ids[o.maker], o.others, told.path(o.legs), told.until(o.maker, o.legs),
            idle(field, aim, o),
        )
        for o in openings(field, at, aim)
    )  # fmt: skip
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
        best=asked.best,
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
        sureness=None
        if found is not None and found.interrupted
        else _sureness(asked, field, at, [w.goal for w in ways], left_out),
        left_out=tuple(left_out),
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
    import numpy as np

    from firstmove.analysis.first_moves import levers
    from firstmove.analysis.first_moves.goal import aimed_at, holding
    from firstmove.analysis.first_moves.openers import gains_only

    if not asked.tries or not goals.any():
        return None
    if field.size > levers.MAX_STATES:
        left_out.append(
            f"levers: with {field.size:,} possible states no changes were tried "
            f"(they are up to {levers.MAX_STATES:,})"
        )
        return None
    some_hold = bool((goals & held).any())
    aim = levers.Aim(
        hold=not some_hold,
        gains=gains_only(field, at, aimed_at(goals, held)) is None,
        held=some_hold,
    )
    if not (aim.hold or aim.gains):
        return Levers((), 0, 0, 0, 0)
    return levers.levers(
        field,
        field.text(at),
        [field.text(int(g)) for g in np.flatnonzero(goals)],
        aim,
        holding(asked.concept),
        asked.tries,
    )


def _sureness(
    asked: _Asked, field: Field, at: int, goals: Sequence[str], left_out: list[str]
) -> Sureness | None:
    if not field.unsure or not asked.readings:
        return None
    from firstmove.analysis.first_moves.sureness import sureness

    try:
        return sureness(
            field, asked.concept, asked.goal, field.text(at), goals, asked.readings, asked.best
        )
    except AnalysisError as error:
        left_out.append(f"how sure it is: {error.what}")
        return None
