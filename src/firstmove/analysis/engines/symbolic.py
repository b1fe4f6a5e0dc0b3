"""The symbolic engine: sets of states as decision diagrams, for dozens of options."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from firstmove.analysis.engine import Answers, Clock, OutOfTime, Solution, Watch
from firstmove.analysis.engines import symbolic_sim
from firstmove.analysis.engines.diagrams import Diagram, Vector
from firstmove.analysis.engines.explicit import CONCEPTS
from firstmove.analysis.engines.search_answers import SymbolicSearcher
from firstmove.analysis.engines.symbolic_graph import SymbolicGraph
from firstmove.analysis.engines.symbolic_states import SymbolicStates
from firstmove.analysis.engines.symbolic_witness import SymbolicWitness
from firstmove.conflict import Conflict, DecisionMaker
from firstmove.errors import AnalysisError

MAX_OPTIONS = 400
_READING = 10.0  # seconds that reading the conditions may take, however short the limit


class SymbolicEngine:
    name = "symbolic"
    limit = f"up to {MAX_OPTIONS} options, as long as the diagrams stay small"

    def solve(
        self,
        conflict: Conflict,
        concepts: Sequence[str],
        seconds: float | None = None,
        progress: Watch | None = None,
    ) -> Solution:
        if len(conflict.options) > MAX_OPTIONS:
            raise AnalysisError(
                f"the model has {len(conflict.options)} options",
                remedy=f"the symbolic engine takes up to {MAX_OPTIONS}",
            )
        reading = None if seconds is None else max(seconds, _READING)
        try:
            graph = SymbolicGraph(conflict, Clock(reading))
        except OutOfTime:
            raise AnalysisError(
                f"the model's conditions were not read in {reading:g} s",
                remedy="give more time, or leave options out",
            ) from None
        graph.space.clock = clock = Clock(seconds)
        if graph.space.possible == graph.space.false:
            raise AnalysisError(
                "no state is possible: the impossible conditions rule out every one",
                remedy="take one of them out",
            )
        ids = [decision_maker.id for decision_maker in conflict.decision_makers]

        def pack(held: Diagram) -> SymbolicStates:
            return SymbolicStates(graph.space, graph.width, held)

        def find(name: str, i: int) -> Diagram:
            stable: Callable[[Any, int], Any] = CONCEPTS[name].stable
            if name == "sim":
                stable = symbolic_sim.stable
            try:
                return stable(graph, i) & graph.space.possible
            except RuntimeError as error:  # how dd tells that CUDD is out of memory
                raise MemoryError from error

        answers: Answers[Diagram] = Answers(ids, graph.space.possible, lambda a, b: a & b, pack)
        answers.collect(concepts, clock, find, progress)
        return Solution(
            possible=pack(graph.space.possible),
            stable=answers.stable,
            equilibria=answers.equilibria,
            indifferent=tuple(
                d.id
                for d, mover in zip(conflict.decision_makers, graph.symbolic, strict=True)
                if _no_preference(graph, d, mover.rank)
            ),
            witness=SymbolicWitness(graph, ids),
            undecided=tuple(answers.undecided),
            searcher=SymbolicSearcher(graph, ids, answers.stable),
        )


def _no_preference(graph: SymbolicGraph, decision_maker: DecisionMaker, rank: Vector) -> bool:
    """Whether no possible state is preferred to another."""
    if decision_maker.ranking is not None and decision_maker.partial:
        return len(decision_maker.ranking) < 2
    possible, false = graph.space.possible, graph.space.false
    return all(possible & digit in (false, possible) for digit in rank.digits)
