"""What a search has to say of states where the set of all stable ones is not decided."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TypeVar

from firstmove.analysis.engine import Clock, OutOfTime
from firstmove.analysis.engines.diagrams import Diagram
from firstmove.analysis.engines.search import CONCEPTS, Equilibria, Search
from firstmove.analysis.engines.symbolic_graph import SymbolicGraph
from firstmove.analysis.engines.symbolic_states import SymbolicStates
from firstmove.analysis.names import written
from firstmove.analysis.verdict import Found, Improvement, StateSet, Verdict
from firstmove.errors import AnalysisError

T = TypeVar("T")

MOST = 32  # improvements that a verdict lists
_BOUNDS = 5.0  # seconds there are for the bounds, however short the time for the search is


@dataclass(frozen=True, slots=True)
class SymbolicSearcher:
    """``stable``: what the symbolic engine has decided."""

    graph: SymbolicGraph
    ids: Sequence[str]
    stable: Mapping[str, Mapping[str, StateSet]]
    _searches: dict[str, Equilibria] = field(default_factory=dict)

    def verdict(
        self, state: str, decision_maker: str, concept: str, seconds: float | None
    ) -> Verdict:
        _done_by_search(concept)

        def answer() -> Verdict:
            search = Search(self.graph, self.ids.index(decision_maker), concept)
            free = search.ask(state).free
            gains = search.improvements(state)
            if free:
                found = [Improvement(free, deterred=False)]
            else:
                replies = [(to, search.reply(state, to)) for to in gains.first(MOST)]
                found = [Improvement(to, True, reply, reply[-1].after) for to, reply in replies]
            # Best first; among equals by number, as every engine lists them.
            found.sort(key=lambda one: one.to[::-1])
            found.sort(key=lambda one: search.mover.rank.at(one.to), reverse=True)
            more = gains.count - len(found)
            return Verdict(concept, decision_maker, state, not free, tuple(found), more)

        return self._within(Clock(seconds), concept, answer)

    def find(self, concept: str, limit: int, seconds: float | None) -> Found:
        _done_by_search(concept)
        clock = Clock(seconds)
        if concept not in self._searches:
            begin = Clock(_BOUNDS if seconds is None else max(seconds, _BOUNDS))
            self._searches[concept] = self._within(begin, concept, lambda: self._begin(concept))
        search = self._searches[concept]
        false = self.graph.space.false
        self.graph.space.clock = clock
        named, left = list(self._states(search.sure).first(limit)), ""
        try:
            while len(named) < limit and search.open != false:
                clock.check()
                state = search.step()
                named += [state] if state else []
        except OutOfTime:
            left = clock.words
        except KeyboardInterrupt:
            left = "interrupted"
        except RuntimeError:  # how dd tells that CUDD is out of memory
            left = "not enough memory"
        if search.open != false and not left:
            left = f"{limit} found"
        self.graph.space.clock = Clock(None)
        at_most = self._states(search.sure | search.open)
        return Found(concept, tuple(named), self._states(search.sure), at_most, left)

    def _begin(self, concept: str) -> Equilibria:
        decided = {}
        for id_, states in self.stable.get(concept, {}).items():
            if isinstance(states, SymbolicStates):
                decided[self.ids.index(id_)] = states.diagram
        return Equilibria(self.graph, concept, decided)

    def _within(self, clock: Clock, concept: str, work: Callable[[], T]) -> T:
        self.graph.space.clock = clock
        try:
            return work()
        except OutOfTime:
            reason = clock.words
        except RuntimeError:  # how dd tells that CUDD is out of memory
            reason = "not enough memory"
        finally:
            self.graph.space.clock = Clock(None)
        raise AnalysisError(
            f"{written(concept)} is not decided for this: {reason}", remedy="give more time"
        )

    def _states(self, diagram: Diagram) -> SymbolicStates:
        return SymbolicStates(self.graph.space, self.graph.width, diagram)


def _done_by_search(concept: str) -> None:
    if concept not in CONCEPTS:
        raise AnalysisError(
            f"there is no search for {written(concept)}",
            remedy=f"give more time; searched for are {', '.join(map(written, CONCEPTS))}",
        )
