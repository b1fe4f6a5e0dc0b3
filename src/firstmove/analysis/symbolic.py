"""The symbolic engine: sets of states as decision diagrams, for dozens of options."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from firstmove.analysis.diagrams import Diagram, Space, Vector
from firstmove.analysis.engine import Answers, Clock, OutOfTime, Solution
from firstmove.analysis.explicit import CONCEPTS
from firstmove.analysis.result import StateSet, Verdict
from firstmove.analysis.symbolic_graph import SymbolicGraph
from firstmove.conflict import Conflict
from firstmove.errors import AnalysisError

MAX_OPTIONS = 400


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class SymbolicStates(StateSet):
    """The states of a diagram over the variables x0 … of the options."""

    space: Space
    width: int
    diagram: Diagram
    counted: list[int] = field(default_factory=list)

    @property
    def count(self) -> int:
        if not self.counted:
            self.counted.append(_count(self.diagram, self.width))
        return self.counted[0]

    def __iter__(self) -> Iterator[str]:
        false = self.space.false
        # The last option is the weightiest digit of a state's number.
        todo = [(self.diagram, "")] if self.diagram != false else []
        while todo:
            left, text = todo.pop()
            k = self.width - len(text) - 1
            if k < 0:
                yield text
                continue
            for value, letter in ((True, "Y"), (False, "N")):
                part = self.space.bdd.let({f"x{k}": value}, left)
                if part != false:
                    todo.append((part, letter + text))

    def __contains__(self, state: object) -> bool:
        if not isinstance(state, str) or len(state) != self.width or set(state) - {"Y", "N"}:
            return False
        values = {f"x{k}": taken == "Y" for k, taken in enumerate(state)}
        return bool(self.space.bdd.let(values, self.diagram) == self.space.true)


def _count(diagram: Diagram, width: int) -> int:
    """How many of the 2^width assignments satisfy it; in whole numbers, so exact."""
    whole = 1 << width
    known: dict[int, int] = {}
    todo = [diagram]
    while todo:
        node = todo[-1]
        key = int(node)
        if key in known:
            todo.pop()
        elif node.var is None:
            known[key] = 0 if node.negated else whole
        else:
            flip = bool(node.negated)
            children = [node.low, node.high]
            waiting = [child for child in children if int(child) not in known]
            if waiting:
                todo.extend(waiting)
                continue
            half = sum(known[int(child)] for child in children) >> 1
            known[key] = whole - half if flip else half
            todo.pop()
    return known[int(diagram)]


class SymbolicEngine:
    name = "symbolic"
    limit = f"up to {MAX_OPTIONS} options, as long as the diagrams stay small"

    def solve(
        self, conflict: Conflict, concepts: Sequence[str], seconds: float | None = None
    ) -> Solution:
        clock = Clock(seconds)
        if len(conflict.options) > MAX_OPTIONS:
            raise AnalysisError(
                f"the model has {len(conflict.options)} options",
                remedy=f"the symbolic engine takes up to {MAX_OPTIONS}",
            )
        try:
            graph = SymbolicGraph(conflict, clock)
        except OutOfTime:
            raise AnalysisError(
                f"the model's conditions were not read in {clock.seconds:g} s",
                remedy="give more time, or leave options out",
            ) from None
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
                stable = sim_stable
            try:
                return stable(graph, i) & graph.space.possible
            except RuntimeError as error:  # how dd tells that CUDD is out of memory
                raise MemoryError from error

        answers: Answers[Diagram] = Answers(ids, graph.space.possible, lambda a, b: a & b, pack)
        answers.collect(concepts, clock, find)
        return Solution(
            possible=pack(graph.space.possible),
            stable=answers.stable,
            equilibria=answers.equilibria,
            indifferent=tuple(
                id_
                for id_, mover in zip(ids, graph.symbolic, strict=True)
                if all(
                    graph.space.possible & digit in (graph.space.false, graph.space.possible)
                    for digit in mover.rank.digits
                )
            ),
            witness=_no_witness,
            undecided=tuple(answers.undecided),
        )


def _no_witness(state: str, decision_maker: str, concept: str) -> Verdict:
    raise AnalysisError("not yet")


def sim_stable(graph: SymbolicGraph, i: int) -> Diagram:
    """SIM (``sim``) for decision maker i: what i and the others choose at once are y variables."""
    space = graph.space
    mover = graph.symbolic[i]
    primed = {f"x{k}": f"y{k}" for k in range(graph.width)}
    ends = Vector(space, tuple(space.put(primed, digit) for digit in mover.rank.digits))
    spoilt = space.put(primed, space.possible) & ~ends.above(mover.rank)
    for j in graph.opponents(i):
        other = graph.symbolic[j]
        improving, stay = other.moves_to()
        spoilt = space.exist([f"y{x[1:]}" for x in other.own], spoilt & (improving | stay))
    improving, _ = mover.moves_to()
    open_ = space.exist([f"y{x[1:]}" for x in mover.own], improving & ~spoilt)
    return ~open_
