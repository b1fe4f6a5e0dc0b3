"""The engine over sets of states: any preference, any moves, a few thousand states.

It does what engines over the options cannot: conflicts in graph form, unknown preference, strength
of preference, limited moves. Exact; it works over every pair of a state and a move.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from operator import and_

from firstmove.analysis.concepts import deterrence, limited_moves, strength, unknown
from firstmove.analysis.engine import Answers, Clock, Solution, Watch
from firstmove.analysis.graphs.masks import MAX_STATES, StateGraph
from firstmove.analysis.names import ALLOWED, Concept, concept
from firstmove.analysis.verdict import Verdict
from firstmove.conflict import Conflict
from firstmove.errors import AnalysisError


class SetsEngine:
    name = "sets"
    limit = f"up to {MAX_STATES:,} possible states"

    def solve(
        self,
        conflict: Conflict,
        concepts: Sequence[str],
        seconds: float | None = None,
        progress: Watch | None = None,
    ) -> Solution:
        """Raises AnalysisError for SIM in graph form, because it joins moves option by option, for
        limited moves of other than two decision makers, and past the number of states."""
        clock = Clock(seconds)
        graph = StateGraph(conflict)
        answers = Answers(graph.ids, graph.all, and_, graph.states)
        undecided = answers.collect(
            concepts,
            clock,
            lambda name, i: stable_states(graph, i, named(name), clock.check),
            progress,
        )
        return Solution(
            possible=graph.states(graph.all),
            stable=answers.stable,
            equilibria=answers.equilibria,
            indifferent=tuple(
                id_ for i, id_ in enumerate(graph.ids) if not any(graph.orders[i].better)
            ),
            witness=lambda state, who, name: verdict(graph, state, who, name),
            undecided=undecided,
        )


def engine_for(
    conflict: Conflict, concepts: Sequence[str], engine: str
) -> tuple[SetsEngine, str] | None:
    """This engine with the reason for it, where only it will do or it is asked for by name.

    Raises AnalysisError when another engine is asked for what only this one does.
    """
    needed = [name for name in concepts if named_or_none(name).variant]
    reason = "the conflict is in graph form" if conflict.states else ""
    if needed and not reason:
        reason = f"“{needed[0]}” is asked for"
    if reason and engine not in ("auto", SetsEngine.name):
        raise AnalysisError(
            f"the engine “{engine}” cannot do this: {reason}",
            remedy=f"leave the choice open (auto), or ask for “{SetsEngine.name}”",
        )
    if not reason and engine != SetsEngine.name:
        return None
    return SetsEngine(), f"{reason or 'asked for'}; it takes {SetsEngine.limit}"


def named_or_none(name: str) -> Concept:
    return concept(name) or Concept(name)


def named(name: str) -> Concept:
    """The concept of that name; AnalysisError where there is none that this engine does."""
    found = concept(name)
    if found is None:
        raise AnalysisError(f"“{name}” is not a known concept", remedy=f"choose from {ALLOWED}")
    return found


def _simultaneous(graph: StateGraph) -> Solution:
    """SIM, which joins moves option by option, by the engine that lists states by their options.

    Raises AnalysisError for a conflict in graph form.
    """
    if graph.conflict.states:
        raise AnalysisError(
            "SIM joins moves option by option, and the conflict is in graph form",
            remedy="ask for the other concepts, or say the conflict by its options",
        )
    from firstmove.analysis.engines.explicit import ExplicitEngine  # loads numpy

    return graph.once("sim", lambda: ExplicitEngine().solve(graph.conflict, ["sim"]))


def rule(graph: StateGraph, i: int, asked: Concept) -> deterrence.Rule:
    """The rule of a concept other than limited moves; of a weak one, that of the strong one."""
    if asked.is_reading:
        return unknown.rule(graph, i, asked.base, asked.variant)
    if asked.is_strength:
        return strength.rule(graph, i, asked.base, strong=asked.variant != "general")
    return strength.simple(graph, i, asked.base)


def stable_states(
    graph: StateGraph, i: int, asked: Concept, tick: Callable[[], None] = lambda: None
) -> int:
    """The set of states that are stable for decision maker i; ``tick`` may stop the search."""
    if asked.base == "l":
        return limited_moves.stable(graph, i, asked.horizon)
    if asked.base == "sim":
        states = _simultaneous(graph).stable["sim"][graph.ids[i]]
        return sum(1 << graph.place(state) for state in states)
    found = rule(graph, i, asked).stable(tick)
    if asked.variant == "weak":
        return strength.rule(graph, i, asked.base, strong=False).stable(tick) & ~found
    return found


def verdict(graph: StateGraph, state: str, decision_maker: str, name: str) -> Verdict:
    """Why the state is stable for the decision maker under the concept of that name, or not.

    A weak verdict lists the replies of the general one, first the improvements that none of them
    deters strongly: they make it weak. Where all are deterred strongly, it lists those replies.
    """
    asked, i, s = named(name), graph.mover(decision_maker), graph.place(state)
    if asked.base == "l":
        return limited_moves.verdict(graph, i, s, asked.horizon, name)
    if asked.base == "sim":
        return _simultaneous(graph).witness(state, decision_maker, "sim")
    order = graph.open_orders[i] if asked.is_reading else graph.orders[i]
    found = rule(graph, i, asked)
    if asked.variant != "weak":
        return deterrence.verdict(
            graph, found, name, decision_maker, s, lambda at: order.worse[at].bit_count()
        )
    general = strength.rule(graph, i, asked.base, strong=False)
    strongly = found.holds(s)
    told = deterrence.verdict(
        graph, found if strongly else general, name, decision_maker, s,
        lambda at: order.worse[at].bit_count(),
    ).improvements  # fmt: skip
    if not strongly and general.holds(s):
        told = tuple(sorted(told, key=lambda one: found.deterred(s, graph.place(one.to))))
    weak = general.holds(s) and not strongly
    return Verdict(name, decision_maker, state, weak, told)
