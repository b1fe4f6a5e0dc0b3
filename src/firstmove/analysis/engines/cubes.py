"""The cubes engine: arrays over all 2^n states, for up to about 26 options.

Exact for any number of decision makers, impossible states, one-way options and ties.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from random import Random

import numpy as np
import numpy.typing as npt

from firstmove.analysis.concepts import sim
from firstmove.analysis.engine import Answers, Clock, Solution, Watch
from firstmove.analysis.engines import cube_sim
from firstmove.analysis.engines.cube import MAX_OPTIONS, CubeGraph, CubeMover
from firstmove.analysis.engines.cube_layout import Layout
from firstmove.analysis.engines.explicit import CONCEPTS, Concept, Witness
from firstmove.analysis.graphs.codes import code_of, state_text
from firstmove.analysis.graphs.space import Bools, Ints, patterns
from firstmove.analysis.verdict import StateSet
from firstmove.conflict import Conflict

_CHUNK = 1 << 20  # bits read at a time

CUBE_CONCEPTS = {**CONCEPTS, "sim": Concept(cube_sim.stable, sim.reply)}


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class CubeStates(StateSet):
    """One bit a state. ``bits`` are by position, or by code where ``layout`` is in order."""

    layout: Layout
    bits: npt.NDArray[np.uint8]
    size: int

    @classmethod
    def of(cls, layout: Layout, held: Bools) -> CubeStates:
        return cls(layout, np.packbits(held, bitorder="little"), int(np.count_nonzero(held)))

    @property
    def count(self) -> int:
        return self.size

    def __iter__(self) -> Iterator[str]:
        width = len(self.layout.place)
        for codes in self._codes():
            for code in codes.tolist():
                yield state_text(code, width)

    @property
    def all_codes(self) -> Ints:
        """Ascending codes."""
        none: Ints = np.zeros(0, dtype=np.int64)
        return np.concatenate([none, *self._codes()])

    def _codes(self) -> Iterator[Ints]:
        """Ascending codes, in portions."""
        bits = self.bits
        if not self.layout.in_order:
            length = 1 << len(self.layout.place)
            held = np.unpackbits(bits, count=length, bitorder="little").view(np.bool_)
            bits = np.packbits(self.layout.by_code(held), bitorder="little")
        for start in range(0, len(bits), _CHUNK):
            part = np.unpackbits(bits[start : start + _CHUNK], bitorder="little")
            yield np.flatnonzero(part) + 8 * start

    def _patterns(self) -> Iterator[str]:
        return patterns(np.concatenate(list(self._codes())), len(self.layout.place))

    def _drawn(self, size: int, rng: Random) -> tuple[str, ...]:
        chosen = sorted(rng.sample(range(self.size), size))
        codes = np.concatenate(list(self._codes()))[chosen]
        return tuple(state_text(int(code), len(self.layout.place)) for code in codes)

    def __contains__(self, state: object) -> bool:
        width = len(self.layout.place)
        if not isinstance(state, str) or len(state) != width or set(state) - {"Y", "N"}:
            return False
        at = self.layout.position(code_of(state))
        return bool(self.bits[at >> 3] >> (at & 7) & 1)


class CubesEngine:
    name = "cubes"
    limit = f"up to {MAX_OPTIONS} options"

    def solve(
        self,
        conflict: Conflict,
        concepts: Sequence[str],
        seconds: float | None = None,
        progress: Watch | None = None,
    ) -> Solution:
        clock = Clock(seconds)
        graph = CubeGraph(conflict)
        ids = [decision_maker.id for decision_maker in conflict.decision_makers]
        everything = np.ones(graph.size, dtype=np.bool_)
        if graph.impossible is not None:
            everything = ~graph.impossible

        def pack(held: Bools) -> CubeStates:
            return CubeStates.of(graph.layout, held)

        def find(name: str, i: int) -> Bools:
            found: Bools = CUBE_CONCEPTS[name].stable(graph, i) & everything
            return found

        answers: Answers[Bools] = Answers(ids, everything, np.logical_and, pack)
        answers.collect(concepts, clock, find, progress)
        graph.release()
        return Solution(
            possible=pack(everything),
            stable=answers.stable,
            equilibria=answers.equilibria,
            indifferent=tuple(
                id_
                for id_, mover in zip(ids, graph.cubes, strict=True)
                if _no_preference(mover, everything)
            ),
            witness=Witness(graph, ids),
            undecided=tuple(answers.undecided),
        )


def _no_preference(mover: CubeMover, possible: Bools) -> bool:
    """Whether no possible state is preferred to another."""
    top = np.iinfo(mover.level.dtype).max
    return bool(mover.rank.max() <= mover.level.min(where=possible, initial=top))
