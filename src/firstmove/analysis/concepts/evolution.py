"""Evolution from the status quo: what can come about from it, and in how many moves.

    every (state, last mover) that a legal sequence of moves of all decision makers leads to, with
    the fewest moves that it takes; by all moves, or by unilateral improvements only

Li, Kilgour & Hipel 2005 (status quo analysis). The last mover counts because it may not move next.
An equilibrium that cannot be reached from where things stand, or only by moves that nobody gains
from, is one on paper.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from firstmove.analysis.concepts.deterrence import steps
from firstmove.analysis.concepts.strength import improving
from firstmove.analysis.graphs.masks import StateGraph
from firstmove.analysis.graphs.walk import Visit, visits, way
from firstmove.analysis.verdict import StateSet, Step
from firstmove.conflict import Conflict, check, state_of
from firstmove.errors import AnalysisError


@dataclass(frozen=True, slots=True)
class Reached:
    """``state`` can come about, the last move by ``mover`` (an id); ``moves``: the fewest."""

    state: str
    mover: str
    moves: int


@dataclass(frozen=True, slots=True)
class Evolution:
    """What is reachable from ``start``; ``reached`` by rising number of moves. The start itself is
    among them, with a last mover, where it can be come back to."""

    conflict: Conflict
    start: str
    by_improvements: bool
    reached: tuple[Reached, ...]
    graph: StateGraph = field(repr=False, compare=False)
    found: Mapping[tuple[int, int], Visit] = field(repr=False, compare=False)

    @property
    def states(self) -> StateSet:
        """All states that can come about, the start included."""
        mask = 0
        for state, _ in self.found:
            mask |= 1 << state
        return self.graph.states(mask)

    def moves_to(self, state: str) -> int | None:
        """The fewest moves to ``state``; 0 for the start, None where it cannot come about."""
        at = self.graph.place(state)
        return min((v.moves for v in self.found.values() if v.state == at), default=None)

    def path(self, state: str, mover: str = "") -> tuple[Step, ...]:
        """A shortest way to ``state`` (with this last mover); () for the start and where there is
        none."""
        at = self.graph.place(state)
        ends = [
            (visit.moves, visit.mover, key)
            for key, visit in self.found.items()
            if visit.state == at and (not mover or visit.mover == self.graph.mover(mover))
        ]
        return steps(self.graph, way(self.found, min(ends)[2])) if ends else ()


def evolution(
    conflict: Conflict,
    start: str | None = None,
    *,
    by_improvements: bool = False,
    graph: StateGraph | None = None,
) -> Evolution:
    """What can come about from ``start``, by default the status quo. ``graph``: the conflict's,
    where it is at hand.

    Raises ModelError for an unsound conflict; AnalysisError where the status quo is not wholly
    known and no start is given, and past the number of states that ``masks`` holds.
    """
    if graph is None:
        check(conflict)
        graph = StateGraph(conflict)
    at = graph.place(status_quo(conflict) if start is None else start)
    allowed = improving(graph) if by_improvements else graph.moves
    found = visits(range(len(graph.ids)), allowed, at)
    reached = tuple(
        Reached(graph.names[v.state], graph.ids[v.mover], v.moves)
        for v in found.values()
        if v.mover >= 0
    )
    return Evolution(conflict, graph.names[at], by_improvements, reached, graph, found)


def status_quo(conflict: Conflict) -> str:
    """The state now; AnalysisError where the model leaves it open."""
    if conflict.states:
        if not conflict.status_quo.state:
            raise AnalysisError("the model has no status quo", remedy="name a state to start from")
        return conflict.status_quo.state
    known = conflict.status_quo.values
    missing = [option.id for option in conflict.options if option.id not in known]
    if missing:
        raise AnalysisError(
            "the status quo is not wholly known: nothing tells of " + ", ".join(missing[:10])
            + (" …" if len(missing) > 10 else ""),
            remedy="name a state to start from, one Y or N for each option",
        )  # fmt: skip
    return state_of(conflict, known)


def known_status_quo(conflict: Conflict) -> str:
    """The state now; "" where the model leaves it open."""
    try:
        return status_quo(conflict)
    except AnalysisError:
        return ""
