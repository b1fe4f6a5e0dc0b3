"""What improving moves lead to in many readings at once.

As ``cube_moves``, for many short sub-cubes instead of a few long ones: they stand side by side, so
that each step of the running minimum is one operation over all of them.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from firstmove.analysis.engines.cube_layout import Block
from firstmove.analysis.graphs.space import Ints

Places = npt.NDArray[np.intp]

_LONG = 512  # rows past which one call for each would cost more than it saves


@dataclass(frozen=True, slots=True)
class _Way:
    """The moves from one pattern of one-way options. ``targets``: (length, rows) positions by
    falling rank of the owner. ``sources``: positions of that pattern, None for all. ``better``:
    for each source which entry of the running minimum is over all that the owner prefers to it.
    """

    targets: Places
    sources: Places | None
    better: Places


@dataclass(frozen=True, slots=True)
class Shape:
    """Of one pattern of one-way options: (rows, length) the positions that can be reached, one row
    a sub-cube; and which of a row have that pattern themselves."""

    rows: Places
    mine: slice
    whole: bool  # there is no other pattern


class Shapes:
    """Where sub-cubes lie, which does not depend on preference; the last of each mover is kept."""

    def __init__(self) -> None:
        self._kept: dict[Block, tuple[int, list[Shape]]] = {}

    def of(self, block: Block, size: int) -> list[Shape]:
        known = self._kept.get(block)
        if known is None or known[0] != size:
            known = size, list(_shapes(block, size))
            self._kept[block] = known
        return known[1]


class Improving:
    """One mover's improving moves over (positions,) ``rank`` and ``level``."""

    def __init__(self, rank: Ints, level: Ints, shapes: list[Shape]) -> None:
        self.ways = [_way(rank, level, shape) for shape in shapes]

    def lower(self, values: Ints) -> bool:
        """Put into ``values`` the least of {s} ∪ R_j⁺(s), for every s; whether any is new."""
        changed = False
        for way in self.ways:
            length, rows = way.targets.shape
            running = np.empty((length + 1, rows), dtype=values.dtype)
            running[0] = np.iinfo(values.dtype).max
            values.take(way.targets, out=running[1:], mode="clip")
            _down(np.minimum, running[1:])
            found = running.reshape(-1).take(way.better, mode="clip")
            here = values if way.sources is None else values[way.sources]
            if (found < here).any():
                changed = True
                np.minimum(here, found, out=here)
                if way.sources is not None:
                    values[way.sources] = here
        return changed


def _shapes(block: Block, size: int) -> Iterator[Shape]:
    places = block.view(np.arange(size, dtype=np.intp))
    patterns = 1 << len(block.ahead)
    free = 1 << block.free
    for source in range(patterns):
        reached = [
            to
            for to in range(patterns)
            if all(
                (to >> bit & 1) == ahead
                for bit, ahead in enumerate(block.ahead)
                if (source >> bit & 1) == ahead
            )
        ]
        rows = places[:, reached].transpose(0, 3, 1, 2).reshape(-1, len(reached) * free)
        at = reached.index(source) * free
        yield Shape(np.ascontiguousarray(rows), slice(at, at + free), patterns == 1)


def _way(rank: Ints, level: Ints, shape: Shape) -> _Way:
    rows = shape.rows
    count, length = rows.shape
    ranks = rank.take(rows)
    bits = length.bit_length() - 1
    top = int(ranks.max()) + 1
    kind: Any = np.int32 if (top + 1) << bits < 1 << 31 else np.int64
    keys = (top - ranks.astype(kind)) << bits | np.arange(length, dtype=kind)
    keys.sort(axis=1)
    # From here on one row a place in the order, so that what follows runs along all sub-cubes.
    ordered = np.ascontiguousarray(keys.T)
    start = np.arange(0, count * length, length, dtype=np.intp)
    targets = rows.reshape(-1).take((ordered & (length - 1)) + start)
    ordered >>= bits
    number = np.arange(count, dtype=np.intp)
    better = np.empty(len(rank), dtype=np.intp)
    above = np.zeros((length, count), dtype=np.intp)  # how many of the row are preferred
    places = np.arange(1, length, dtype=np.intp)[:, None]
    np.multiply(ordered[1:] != ordered[:-1], places, out=above[1:])
    _down(np.maximum, above)
    better[targets] = above * count + number
    sources = None if shape.whole else rows[:, shape.mine].reshape(-1)
    if sources is not None:
        better = better[sources]
    if level is not rank:
        # A state that is compared to none has nothing that is preferred to it.
        apart = level > rank
        better[apart if sources is None else apart[sources]] = 0
    return _Way(targets, sources, better)


def _down(keep: np.ufunc, values: npt.NDArray[Any]) -> None:
    """Make each row the ``keep`` of itself and all above it."""
    if len(values) > _LONG:
        keep.accumulate(values, axis=0, out=values)
        return
    for at in range(1, len(values)):
        keep(values[at - 1], values[at], out=values[at])
