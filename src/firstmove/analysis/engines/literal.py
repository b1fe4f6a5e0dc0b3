"""The literal engine: each definition read word for word, by search over (state, last mover).

Slow, and free of the facts that make the others fast: for small models, and to check by.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import cache
from itertools import product

import numpy as np

from firstmove.analysis.engine import Answers, Clock, Solution, Watch
from firstmove.analysis.engines.explicit import ListedStates, Witness
from firstmove.analysis.graphs.graph import Graph
from firstmove.analysis.graphs.space import Bools
from firstmove.conflict import Conflict
from firstmove.errors import AnalysisError

MAX_STATES = 1 << 12

Moves = Callable[[int, int], Iterable[int]]  # decision maker, state → states


def reachable(start: int, group: Sequence[int], moves: Moves) -> frozenset[int]:
    """R_H(s): the ends of sequences of moves by members of ``group`` in which nobody moves twice
    in a row, without s itself (Fang, Hipel & Kilgour 1993)."""
    seen: set[tuple[int, int]] = set()
    todo = [(start, -1)]
    while todo:
        at, last = todo.pop()
        for j in group:
            if j != last:
                new = [(to, j) for to in moves(j, at) if (to, j) not in seen]
                seen.update(new)
                todo.extend(new)
    return frozenset(state for state, _ in seen) - {start}


class Definitions:
    """The concepts as they are written, over positions of a graph's states."""

    def __init__(self, graph: Graph) -> None:
        self.graph = graph
        self.ranks = [mover.rank.tolist() for mover in graph.movers]
        self.levels = [mover.level.tolist() for mover in graph.movers]
        self.moves = cache(lambda j, s: tuple(graph.movers[j].moves(s).tolist()))
        self.better = cache(
            lambda j, s: tuple(q for q in self.moves(j, s) if self.ranks[j][q] > self.levels[j][s])
        )
        self.replies = cache(lambda i, s: reachable(s, graph.opponents(i), self.moves))
        self.credible = cache(lambda i, s: reachable(s, graph.opponents(i), self.better))

    def nash(self, i: int, s: int) -> bool:
        return not self.better(i, s)

    def gmr(self, i: int, s: int) -> bool:
        return all(
            any(self._no_better(i, s2, s) for s2 in self.replies(i, s1)) for s1 in self.better(i, s)
        )

    def smr(self, i: int, s: int) -> bool:
        return all(
            any(self._lasting(i, s2, s) for s2 in self.replies(i, s1)) for s1 in self.better(i, s)
        )

    def seq(self, i: int, s: int) -> bool:
        return all(
            any(self._no_better(i, s2, s) for s2 in self.credible(i, s1))
            for s1 in self.better(i, s)
        )

    def sseq(self, i: int, s: int) -> bool:
        return all(
            any(self._lasting(i, s2, s) for s2 in self.credible(i, s1)) for s1 in self.better(i, s)
        )

    def sim(self, i: int, s: int) -> bool:
        graph = self.graph
        here = int(graph.codes[s])
        choices = [
            [0, *(int(graph.codes[q]) ^ here for q in self.better(j, s))]
            for j in graph.opponents(i)
        ]
        for s1 in self.better(i, s):
            joined = [int(graph.codes[s1]) ^ sum(flips) for flips in product(*choices)]
            ends = graph.positions(np.array(joined, dtype=np.int64)).tolist()
            if not any(end >= 0 and self._no_better(i, end, s) for end in ends):
                return False
        return True

    def _no_better(self, i: int, q: int, s: int) -> bool:
        return bool(self.ranks[i][q] <= self.levels[i][s])

    def _lasting(self, i: int, q: int, s: int) -> bool:
        """No better for i than s, and i cannot move on from it to anything that is."""
        return self._no_better(i, q, s) and all(self._no_better(i, r, s) for r in self.moves(i, q))


class LiteralEngine:
    name = "literal"
    limit = f"up to {MAX_STATES:,} possible states"

    def solve(
        self,
        conflict: Conflict,
        concepts: Sequence[str],
        seconds: float | None = None,
        progress: Watch | None = None,
    ) -> Solution:
        clock = Clock(seconds)
        graph = Graph(conflict)
        states = len(graph.codes)
        if states > MAX_STATES:
            raise AnalysisError(
                f"the model has {states:,} possible states, too many to search from each",
                remedy=f"the literal engine takes up to {MAX_STATES:,}; ask for another",
            )
        definitions = Definitions(graph)
        ids = [decision_maker.id for decision_maker in conflict.decision_makers]

        def pack(held: Bools) -> ListedStates:
            return ListedStates(graph.codes[held], graph.width)

        def find(name: str, i: int) -> Bools:
            holds: Callable[[int, int], bool] = getattr(definitions, name)
            found = np.zeros(states, dtype=np.bool_)
            for s in range(states):
                clock.check()
                found[s] = holds(i, s)
            return found

        everything = np.ones(states, dtype=np.bool_)
        answers: Answers[Bools] = Answers(ids, everything, np.logical_and, pack)
        answers.collect(concepts, clock, find, progress)
        return Solution(
            possible=pack(everything),
            stable=answers.stable,
            equilibria=answers.equilibria,
            indifferent=tuple(
                id_
                for i, id_ in enumerate(ids)
                if max(definitions.ranks[i]) <= min(definitions.levels[i])
            ),
            witness=Witness(graph, ids),
            undecided=tuple(answers.undecided),
        )
