"""The explicit engine: every possible state is an entry of an array.

Exact for any number of decision makers, impossible states, one-way options and ties.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from random import Random

import numpy as np

from firstmove.analysis.concepts import gmr, nash, seq, sim, smr, sseq
from firstmove.analysis.engine import Answers, Clock, Solution, Watch
from firstmove.analysis.graphs.codes import code_of, state_text
from firstmove.analysis.graphs.graph import Graph
from firstmove.analysis.graphs.reply import Reply
from firstmove.analysis.graphs.space import MAX_STATES, Bools, Ints, patterns
from firstmove.analysis.verdict import Improvement, StateSet, Step, Verdict
from firstmove.conflict import Conflict


@dataclass(frozen=True, slots=True)
class Concept:
    stable: Callable[[Graph, int], Bools]
    reply: Callable[[Graph, int, int, int], Reply | None]


CONCEPTS = {
    "nash": Concept(nash.stable, nash.reply),
    "gmr": Concept(gmr.stable, gmr.reply),
    "smr": Concept(smr.stable, smr.reply),
    "seq": Concept(seq.stable, seq.reply),
    "sim": Concept(sim.stable, sim.reply),
    "sseq": Concept(sseq.stable, sseq.reply),
}


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class ListedStates(StateSet):
    """States as ascending codes."""

    codes: Ints
    width: int

    @property
    def count(self) -> int:
        return len(self.codes)

    def __iter__(self) -> Iterator[str]:
        return (state_text(int(code), self.width) for code in self.codes)

    def __contains__(self, state: object) -> bool:
        if not isinstance(state, str) or len(state) != self.width or set(state) - {"Y", "N"}:
            return False
        code = code_of(state)
        at = int(np.searchsorted(self.codes, code))
        return at < len(self.codes) and int(self.codes[at]) == code

    def _patterns(self) -> Iterator[str]:
        return patterns(self.codes, self.width)

    def _drawn(self, size: int, rng: Random) -> tuple[str, ...]:
        chosen = sorted(rng.sample(range(self.count), size))
        return tuple(state_text(int(self.codes[n]), self.width) for n in chosen)


class ExplicitEngine:
    name = "explicit"
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
        ids = [decision_maker.id for decision_maker in conflict.decision_makers]

        def pack(held: Bools) -> ListedStates:
            return ListedStates(graph.codes[held], graph.width)

        everything = np.ones(len(graph.codes), dtype=np.bool_)
        answers: Answers[Bools] = Answers(ids, everything, np.logical_and, pack)
        answers.collect(concepts, clock, lambda name, i: CONCEPTS[name].stable(graph, i), progress)
        return Solution(
            possible=pack(everything),
            stable=answers.stable,
            equilibria=answers.equilibria,
            indifferent=tuple(
                id_
                for id_, mover in zip(ids, graph.movers, strict=True)
                if mover.rank.max() <= mover.level.min()
            ),
            witness=Witness(graph, ids),
            undecided=tuple(answers.undecided),
        )


@dataclass(frozen=True, slots=True)
class Witness:
    """Answers why a state is stable for someone or not."""

    graph: Graph
    ids: Sequence[str]

    def __call__(self, state: str, decision_maker: str, concept: str) -> Verdict:
        graph, i = self.graph, self.ids.index(decision_maker)
        at = graph.position(state)
        mover = graph.movers[i]
        better = mover.improvements(at)
        better = better[np.lexsort((graph.canonical(better), -mover.rank[better].astype(np.int64)))]
        found = tuple(self._improvement(concept, i, at, to) for to in better.tolist())
        stable = all(improvement.deterred for improvement in found)
        return Verdict(concept, decision_maker, state, stable, found)

    def _improvement(self, concept: str, i: int, at: int, to: int) -> Improvement:
        reply = CONCEPTS[concept].reply(self.graph, i, at, to)
        if reply is None:
            return Improvement(self._text(to), deterred=False)
        steps = tuple(
            Step(self.ids[j], self._text(before), self._text(after))
            for j, before, after in reply.moves
        )
        return Improvement(self._text(to), True, steps, self._text(reply.ends))

    def _text(self, position: int) -> str:
        return self.graph.text(position)
