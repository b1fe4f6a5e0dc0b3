"""Why a verdict of the symbolic engine holds: paths found by layers of states, as diagrams.

The search is over (state, last mover), as by its definition (Fang, Hipel & Kilgour 1993): one set
of states for each last mover and number of moves; then back from an end that deters, step by step.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Any

from firstmove.analysis.concepts import gmr, seq, smr, sseq
from firstmove.analysis.engine import Clock
from firstmove.analysis.engines.diagrams import Diagram
from firstmove.analysis.engines.symbolic_graph import SymbolicGraph
from firstmove.analysis.engines.symbolic_states import SymbolicStates
from firstmove.analysis.verdict import Improvement, Step, Verdict

MOST = 32  # improvements that a verdict lists; the reply to each takes some milliseconds

_THREATS: dict[str, Any] = {
    "gmr": gmr.threat, "smr": smr.threat, "seq": seq.threat, "sseq": sseq.threat,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class SymbolicWitness:
    graph: SymbolicGraph
    ids: Sequence[str]

    def __call__(self, state: str, decision_maker: str, concept: str) -> Verdict:
        self.graph.space.clock = Clock(None)  # the time was given for solving
        return _Question(self, self.ids.index(decision_maker), state, concept).verdict()


class _Question:
    """One state, decision maker i and concept."""

    def __init__(self, witness: SymbolicWitness, i: int, state: str, concept: str) -> None:
        self.graph, self.ids = witness.graph, witness.ids
        self.i, self.state, self.concept = i, state, concept
        self.space = self.graph.space
        self.mover = self.graph.symbolic[i]
        self.level = self.mover.level.at(state)
        self.improving = concept in ("seq", "sseq")
        self.others = self.graph.opponents(i)

    def verdict(self) -> Verdict:
        gains = self.mover.gains(self.state)
        held = gains & self._deterred()
        fixed = self._fixed()
        open_ = self._states(gains & ~held & fixed)
        rest = self._states(held & fixed)
        free = list(open_.first(MOST))
        found = [Improvement(to, deterred=False) for to in free]
        found += [self._answered(to) for to in rest.first(MOST - len(free))]
        # Best first; among equals by number, as every engine lists them.
        found.sort(key=lambda one: one.to[::-1])
        found.sort(key=lambda one: self.mover.rank.at(one.to), reverse=True)
        more = open_.count + rest.count - len(found)
        return Verdict(self.concept, self.ids[self.i], self.state, not free, tuple(found), more)

    def _states(self, diagram: Diagram) -> SymbolicStates:
        return SymbolicStates(self.space, self.graph.width, diagram)

    def _fixed(self) -> Diagram:
        """Everything that is not i's own, as it is."""
        values = self.space.values(self.state)
        return self.space.bdd.cube({x: v for x, v in values.items() if x not in self.mover.own})

    def _deterred(self) -> Diagram:
        """The patterns of i's options after which the others can deter."""
        if self.concept == "nash":
            return self.space.false
        if self.concept == "sim":
            options = [x for j in self.others for x in self.graph.symbolic[j].own]
            return self.space.exist(options, self._joint(self.others) & self._no_better())
        threat = _THREATS[self.concept](self.graph, self.i)
        values = self.space.values(self.state)
        others = {x: value for x, value in values.items() if x not in self.mover.own}
        return ~threat.given(others).exceeds(self.level)

    def _no_better(self) -> Diagram:
        """The states that deter: no better for i than the one asked about, and lasting where the
        concept wants that."""
        worth = self.mover.rank
        if self.concept in ("smr", "sseq"):
            worth = smr.after_counter_move(self.graph, self.i)  # type: ignore[assignment]
        return self.space.possible & ~worth.exceeds(self.level)

    def _joint(self, moving: Sequence[int]) -> Diagram:
        """Each of ``moving`` stays or improves, all from the state asked about; the rest stay."""
        found = self.space.true
        for j in self.others:
            other = self.graph.symbolic[j]
            keeps = other.keeps(self.state)
            found &= (keeps | other.gains(self.state)) if j in moving else keeps
        return found

    def _answered(self, to: str) -> Improvement:
        steps, ends = self._at_once(to) if self.concept == "sim" else self._path(to)
        return Improvement(to, True, tuple(steps), ends)

    def _at_once(self, to: str) -> tuple[list[Step], str]:
        """SIM: as few opponents as can spoil the move, each from the state asked about."""
        mine = self.mover.keeps(to)
        for size in range(1, len(self.others) + 1):
            for moving in combinations(self.others, size):
                first = self._states(mine & self._joint(moving) & self._no_better()).first(1)
                if first:
                    (ends,) = first
                    made = ((j, self._taking(j, ends)) for j in moving)
                    steps = [Step(self.ids[j], self.state, q) for j, q in made if q != self.state]
                    return steps, ends
        raise AssertionError("a deterred improvement has a reply")

    def _taking(self, j: int, ends: str) -> str:
        """The state asked about, with j's options as in ``ends``."""
        own = set(self.graph.symbolic[j].own)
        pairs = enumerate(zip(self.state, ends, strict=True))
        return "".join(new if f"x{k}" in own else old for k, (old, new) in pairs)

    def _path(self, to: str) -> tuple[list[Step], str]:
        """The opponents' shortest path from ``to`` to a state that deters."""
        space, start = self.space, self.space.cube(to)
        goal = self._no_better() & ~start
        layers: list[dict[int, Diagram]] = [{self.i: start}]
        seen = dict.fromkeys(self.others, space.false)
        while True:
            new: dict[int, Diagram] = {}
            for j in self.others:
                mover = self.graph.symbolic[j]
                before = self._but(layers[-1], j)
                new[j] = mover.image(before, improving=self.improving) & ~seen[j]
                seen[j] = seen[j] | new[j]
                ends = self._states(new[j] & goal).first(1)
                if ends:
                    return self._back(layers, j, ends[0]), ends[0]
            assert any(part != space.false for part in new.values()), "what deters can be reached"
            layers.append(new)

    def _but(self, layer: dict[int, Diagram], j: int) -> Diagram:
        found = self.space.false
        for last, states in layer.items():
            if last != j:
                found |= states
        return found

    def _back(self, layers: list[dict[int, Diagram]], j: int, end: str) -> list[Step]:
        steps: list[Step] = []
        for layer in reversed(layers):
            sources = self.graph.symbolic[j].sources(end, improving=self.improving)
            last, before = next(
                (last, first[0])
                for last, states in layer.items()
                if last != j and (first := self._states(states & sources).first(1))
            )
            steps.append(Step(self.ids[j], before, end))
            j, end = last, before
        return steps[::-1]
