"""What improving moves lead to, over all positions: each mover's sub-cubes sorted once by its
ranks, and from then on a running minimum along the sorted order for every question."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import partial
from itertools import product
from typing import Any, TypeVar

import numpy as np
import numpy.typing as npt

from firstmove.analysis.engines.cube_layout import Block
from firstmove.analysis.graphs.space import Bools, Ints

P = TypeVar("P")
R = TypeVar("R")

_CHUNK = 1 << 16  # positions worked on together, so that they stay in a core's cache
_THREADS = min(8, os.cpu_count() or 1)


def masked(values: Ints, impossible: Bools | None, neutral: int) -> Ints:
    """``values``, with ``neutral`` at impossible states; the array itself where there are none."""
    if impossible is None:
        return values
    found = values.copy()
    np.putmask(found, impossible, neutral)
    return found


@dataclass(frozen=True, slots=True)
class _Portion:
    """Some sub-cubes of one pattern of one-way options, as rows.

    ``targets``, ``sources``: where they lie in ``Block.view``. ``order``: (rows, length) by
    falling rank. ``above``: (rows, sources) how many of the row the owner prefers to a source.
    """

    above: slice
    below: slice
    ways: list[int] | None  # one-way patterns that can be reached; None for all
    source: int  # the one-way pattern of the sources
    order: npt.NDArray[np.unsignedinteger[Any]]
    better: npt.NDArray[np.unsignedinteger[Any]]


class Orders:
    """For one mover, the states of each sub-cube by its ranks. (2^n,) ``rank``; ``apart``: where
    a state is compared to none, or None."""

    def __init__(self, block: Block, rank: Ints, apart: Bools | None = None) -> None:
        self.block = block
        self.apart = apart
        self.portions = [
            over_all(partial(self._portion, rank, ways, source), chunks)
            for ways, source, chunks in self._patterns(len(rank))
        ]

    def _patterns(
        self, size: int
    ) -> Iterator[tuple[list[int] | None, int, list[tuple[slice, slice]]]]:
        """For each pattern of one-way options: the patterns it can be turned into, itself, and
        the portions of the sub-cubes."""
        block = self.block
        below = 1 << block.low
        above = size >> (block.low + block.size)
        ways = 1 << len(block.ahead)
        for source in range(ways):
            reached = [
                to
                for to in range(ways)
                if all(
                    (to >> bit & 1) == ahead
                    for bit, ahead in enumerate(block.ahead)
                    if (source >> bit & 1) == ahead
                )
            ]
            length = len(reached) << block.free
            wide = max(1, min(below, _CHUNK // length))
            tall = max(1, _CHUNK // (length * wide)) if wide == below else 1
            chunks = [
                (slice(a, a + tall), slice(b, b + wide))
                for a, b in product(range(0, above, tall), range(0, below, wide))
            ]
            yield (reached if len(reached) < ways else None), source, chunks

    def _rows(self, values: Ints, above: slice, below: slice, ways: list[int] | None) -> Ints:
        """(rows, length): the sub-cubes of a portion, one a row."""
        part = self.block.view(values)[above, :, :, below]
        part = part if ways is None else part[:, ways]
        return part.transpose(0, 3, 1, 2).reshape(part.shape[0] * part.shape[3], -1)

    def _portion(
        self, rank: Ints, ways: list[int] | None, source: int, chunk: tuple[slice, slice]
    ) -> _Portion:
        rows = self._rows(rank, *chunk, ways)
        count, length = rows.shape
        top = int(rows.max()) + 1
        bits = length.bit_length() - 1
        kind: Any = np.int32 if (top + 1) << bits < 1 << 31 else np.int64
        keys = (top - rows.astype(kind)) << bits | np.arange(length, dtype=kind)
        keys.sort(axis=1)
        order = keys & (length - 1)
        falling = keys >> bits
        place = np.arange(length, dtype=kind)[None, :]
        new = np.zeros(keys.shape, dtype=kind)
        new[:, 1:] = np.where(falling[:, 1:] != falling[:, :-1], place[:, 1:], 0)
        np.maximum.accumulate(new, axis=1, out=new)
        small: Any = np.uint8 if length <= 256 else np.uint16 if length <= 65_536 else np.uint32
        better = np.empty(keys.size, dtype=small)
        better[(order + np.arange(0, keys.size, length)[:, None]).reshape(-1)] = new.reshape(-1)
        better = better.reshape(count, length)
        if self.apart is not None:
            better[self._rows(self.apart.view(np.int8), *chunk, ways) != 0] = 0
        if len(self.block.ahead):
            free = 1 << self.block.free
            at = (list(range(1 << len(self.block.ahead))) if ways is None else ways).index(source)
            better = np.ascontiguousarray(better[:, at * free : (at + 1) * free])
        return _Portion(*chunk, ways, source, order.astype(small), better)

    def lower(self, values: Ints) -> bool:
        """Put into ``values`` the least of {s} ∪ R_j⁺(s), for every s; whether any is new."""
        changed = False
        for portions in self.portions:
            # Portions of one pattern share no state, so they may be worked on side by side.
            changed |= any(over_all(lambda portion: self._lower(values, portion), portions))
        return changed

    def _lower(self, values: Ints, portion: _Portion) -> bool:
        rows = self._rows(values, portion.above, portion.below, portion.ways)
        count, length = rows.shape
        at = portion.order + np.arange(0, count * length, length, dtype=np.intp)[:, None]
        running = np.empty((count, length + 1), dtype=values.dtype)
        running[:, 0] = np.iinfo(values.dtype).max
        np.minimum.accumulate(rows.reshape(-1).take(at), axis=1, out=running[:, 1:])
        starts = np.arange(0, count * (length + 1), length + 1, dtype=np.intp)[:, None]
        found = running.reshape(-1).take(portion.better + starts)
        into = self.block.view(values)[portion.above, portion.source, :, portion.below]
        found = found.reshape(into.shape[0], into.shape[2], -1).transpose(0, 2, 1)
        if not (found < into).any():
            return False
        np.minimum(into, found, out=into)
        return True


def over_all(work: Callable[[P], R], parts: Sequence[P]) -> list[R]:
    """``work`` of each part, on all cores where there are many."""
    if len(parts) < 8 or _THREADS < 2:
        return [work(part) for part in parts]
    with ThreadPoolExecutor(_THREADS) as pool:
        return list(pool.map(work, parts))
