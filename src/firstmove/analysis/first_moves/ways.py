"""Ways out: the shortest legal paths from the status quo to each goal state, all of them counted.

    a node is (state, last mover); node (t, j) follows (s, k) if t ∈ R_j(s) and k ≠ j

A search by layers over the nodes from (s0, nobody): each node gets the fewest moves that lead to
it, and as many paths as the nodes of the layer before give it together. The prefix of a shortest
path is a shortest path to its node, so that these are all. Paths to one goal are listed by going
back through the layers first, so that no dead end is entered.

Cost: for m decision makers, n states and d layers, 2·m·d reductions over the n states (moves are
never listed), and as many for each goal state that is shown; memory 10·m·n bytes.
"""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import numpy.typing as npt

from firstmove.analysis.first_moves.field import Field, Numbers
from firstmove.analysis.graphs.space import Bools, Ints

_EXACT = 2.0**53  # up to which 64-bit floats count without rounding
NEVER = -1

Leg = tuple[int, int, int]  # mover, state before, state after


class Layers:
    """``moves``: (n,) the fewest moves to each state, NEVER where none lead there; ``count``: how
    many paths of that length there are, exact whatever their number."""

    def __init__(self, field: Field, start: int) -> None:
        self.field = field
        self.start = start
        self.makers = range(len(field.ids))
        # (makers, n): the layer of each node
        self.depth: npt.NDArray[np.int32] = np.full(
            (len(field.ids), field.size), NEVER, dtype=np.int32
        )
        try:
            self._search(np.dtype(np.float64))
        except OverflowError:
            self.depth[:] = NEVER
            self._search(np.dtype(object))

    def _search(self, kind: np.dtype[np.generic]) -> None:
        field, size = self.field, self.field.size
        self.moves: Ints = np.full(size, NEVER, dtype=np.int64)
        self.moves[self.start] = 0
        self.count: Numbers = np.zeros(size, dtype=kind)
        self.count[self.start] = 1
        ended: dict[int, Numbers] = {NEVER: self.count.copy()}  # by last mover, of this layer
        layer = 0
        while ended:
            layer += 1
            whole: Numbers = np.sum(list(ended.values()), axis=0)
            after: dict[int, Numbers] = {}
            for j in self.makers:
                before = whole - ended[j] if j in ended else whole
                if not before.any():
                    continue
                found = field.legs[j].behind(before)
                found[self.depth[j] != NEVER] = 0
                if kind.kind == "f" and found.max() >= _EXACT / (len(self.makers) + 1):
                    raise OverflowError
                new = found != 0
                if new.any():
                    self.depth[j][new] = layer
                    after[j] = found
            for found in after.values():
                new = (found != 0) & ((self.moves == NEVER) | (self.moves == layer))
                self.moves[new] = layer
                self.count[new] += found[new]
            ended = after

    def paths(self, goal: int, most: int) -> Iterator[tuple[Leg, ...]]:
        """The first ``most`` of the shortest paths to ``goal``: by the place of each mover in the
        model, then of the state it goes to, step by step."""
        length = int(self.moves[goal])
        if length <= 0:
            return
        alive: list[dict[int, Bools]] = [{} for _ in range(length + 1)]
        alive[length] = {
            k: self.field.only(goal) for k in self.makers if self.depth[k][goal] == length
        }
        for layer in range(length, 1, -1):
            before = {k: self.field.into(k, states) for k, states in alive[layer].items()}
            for last in self.makers:
                found = self.field.none()
                for k, states in before.items():
                    if k != last:
                        found |= states
                found &= self.depth[last] == layer - 1
                if found.any():
                    alive[layer - 1][last] = found
        stack: list[tuple[int, int, tuple[Leg, ...]]] = [(self.start, NEVER, ())]
        while stack and most > 0:
            state, last, legs = stack.pop()
            if len(legs) == length:
                yield legs
                most -= 1
                continue
            following: list[tuple[int, int, tuple[Leg, ...]]] = []
            for j, states in sorted(alive[len(legs) + 1].items()):
                if j == last:
                    continue
                there = self.field.legs[j].moves(state)
                following += [
                    (after, j, (*legs, (j, state, after)))
                    for after in there[states[there]][:most].tolist()
                ]
            stack += reversed(following)
