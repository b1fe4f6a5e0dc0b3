"""SIM over all positions at once, by sets of the opponents' joint choices kept as bits.

For an improvement x of i from s, the joint choices that i would find no better than s are a set
of bits that depends on x and on the rank of s only; what the opponents can choose from s is
another. x is deterred iff the two meet. Cost: (2^n)² / 64 words for each decision maker.
"""

from __future__ import annotations

from typing import Any

import numpy as np
import numpy.typing as npt

from firstmove.analysis.engines.cube import CubeGraph
from firstmove.analysis.engines.cube_layout import Block
from firstmove.analysis.graphs.graph import Graph
from firstmove.analysis.graphs.space import Bools, Ints
from firstmove.errors import AnalysisError

MAX_OPTIONS = 18  # about a minute; the work grows with the square of the states
_BLOCK = 1 << 22  # truth values held at a time


def stable(graph: Graph, i: int) -> Bools:
    """(2^n,) where stable for decision maker i.

    Raises AnalysisError past MAX_OPTIONS options.
    """
    assert isinstance(graph, CubeGraph)
    if graph.width > MAX_OPTIONS:
        raise AnalysisError(
            f"the model has {graph.width} options, too many for SIM in the cubes engine",
            remedy=f"SIM is done there up to {MAX_OPTIONS}; ask for nash, gmr, smr and seq, or, "
            "where few states are possible, for the explicit engine",
        )
    return _Sim(graph, i).stable()


class _Sim:
    def __init__(self, graph: CubeGraph, i: int) -> None:
        self.graph = graph
        self.i = i
        self.rank, self.level = graph.cubes[i].rank, graph.cubes[i].level
        self.block = graph.cubes[i].block
        others = sorted(graph.opponents(i), key=lambda j: -graph.layout.blocks[j].low)
        self.others = [(graph.layout.blocks[j], _choices(graph, j)) for j in others]

    def stable(self) -> Bools:
        """(2^n,)"""
        mover = self.graph.cubes[self.i]
        found: Bools = mover.level >= mover.best(mover.rank)
        # (own patterns, everything else): the columns that i's moves choose among.
        own, rest = 1 << self.block.size, self.graph.size >> self.block.size
        columns = self.rank.reshape(-1, own, 1 << self.block.low).transpose(1, 0, 2)
        table = columns.copy().reshape(own, rest)
        top = np.iinfo(table.dtype).max
        table[table < 0] = top  # what is impossible deters nobody
        left = np.flatnonzero(~found & (mover.rank >= 0))
        left = left[np.argsort(self.level[left], kind="stable")]
        step = max(1, _BLOCK // max(rest, own))
        for start in range(0, len(left), step):
            states = left[start : start + step]
            found[states] = self._deterred(states, table)
        return found

    def _deterred(self, states: Ints, table: Ints) -> Bools:
        """(k,) whether every improvement of i from each state is deterred; sorted by level."""
        can = self._joint(states)
        allowed = self._improving(states)
        stable = np.ones(len(states), dtype=np.bool_)
        level = self.level[states]
        levels, which = np.unique(level, return_inverse=True)
        step = max(1, _BLOCK // table.size)
        for first in range(0, len(levels), step):
            some = levels[first : first + step]
            lower = _packed(table[None] <= some[:, None, None])
            here = np.flatnonzero((which >= first) & (which < first + step))
            each = max(1, _BLOCK // (table.shape[0] * lower.shape[2]))
            for at in range(0, len(here), each):
                part = here[at : at + each]
                meets = (lower[which[part] - first] & can[part][:, None, :]).any(axis=2)
                stable[part] = (meets | ~allowed[part]).all(axis=1)
        return stable

    def _joint(self, states: Ints) -> npt.NDArray[np.unsignedinteger[Any]]:
        """(k, words) as bits over the others' options: what they can bring about from each."""
        joint = np.ones((len(states), 1), dtype=np.bool_)
        for block, choices in self.others:
            group, pattern = _split(states, block)
            mine = choices[group, pattern]
            joint = (joint[:, :, None] & mine[:, None, :]).reshape(len(states), -1)
        return _packed(joint)

    def _improving(self, states: Ints) -> Bools:
        """(k, own patterns) the allowed improvements of i."""
        group, pattern = _split(states, self.block)
        found: Bools = _choices(self.graph, self.i)[group, pattern].copy()
        found[np.arange(len(states)), pattern] = False
        return found


def _split(states: Ints, block: Block) -> tuple[Ints, Ints]:
    """Which sub-cube of the owner each position lies in, and where in it."""
    low, size = block.low, block.size
    below = states & ((1 << low) - 1)
    return (states >> (low + size) << low) | below, states >> low & ((1 << size) - 1)


def _choices(graph: CubeGraph, j: int) -> Bools:
    """(sub-cubes, from pattern, to pattern): to stay, or an improvement that is allowed."""

    def make() -> Bools:
        mover = graph.cubes[j]
        block = mover.block
        own = 1 << block.size
        rows = mover.rank.reshape(-1, own, 1 << block.low).transpose(0, 2, 1).reshape(-1, own)
        here = rows
        if mover.level is not mover.rank:
            here = mover.level.reshape(-1, own, 1 << block.low).transpose(0, 2, 1).reshape(-1, own)
        found: Bools = rows[:, None, :] > here[:, :, None]
        if block.ahead:
            allowed = np.zeros((own, own), dtype=np.bool_)
            for pattern in range(own):
                allowed[pattern, block.reachable(pattern << block.low) >> block.low] = True
            found &= allowed
        diagonal = np.arange(own)
        found[:, diagonal, diagonal] = True
        return found

    return graph.once("choices", j, make)


def _packed(values: Bools) -> npt.NDArray[np.unsignedinteger[Any]]:
    """Truth values of the last axis as bits, in the widest words that they fill."""
    bits = np.packbits(values, axis=-1)
    words: tuple[Any, ...] = (np.uint64, np.uint32, np.uint16, np.uint8)
    fits = next(word for word in words if bits.shape[-1] % np.dtype(word).itemsize == 0)
    found: npt.NDArray[np.unsignedinteger[Any]] = bits.view(fits)
    return found
