"""Where each option's bit lies in a position, and the axes that one owner's options span."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import numpy as np

from firstmove.analysis.graphs.space import Bools, Ints
from firstmove.conflict import Conflict, Direction


@dataclass(frozen=True)
class Block:
    """The bits ``low`` to ``low + free + len(ahead)`` of a position belong to one owner.

    The ``free`` lowest move both ways. Above them is one bit for each one-way option, from the
    lowest up: True in ``ahead`` where it can only be taken, False where it can only be given up.
    """

    low: int
    free: int
    ahead: tuple[bool, ...]

    @cached_property
    def size(self) -> int:
        return self.free + len(self.ahead)

    @cached_property
    def own(self) -> int:
        return ((1 << self.size) - 1) << self.low

    def view(self, values: Ints) -> Ints:
        """As (rest above, one-way patterns, free patterns, rest below)."""
        return values.reshape(-1, 1 << len(self.ahead), 1 << self.free, 1 << self.low)

    def reduce(self, values: Ints, keep: np.ufunc) -> Ints:
        """``keep`` over {s} ∪ R(s), as (rest above, one-way patterns, 1, rest below)."""
        found: Ints = keep.reduce(self.view(values), axis=2, keepdims=True)
        for bit, ahead in enumerate(self.ahead):
            halves = found.reshape(found.shape[0], -1, 2, 1 << bit, found.shape[3])
            before, after = (0, 1) if ahead else (1, 0)
            keep(halves[:, :, before], halves[:, :, after], out=halves[:, :, before])
        return found

    def spread(self, reduced: Ints, size: int) -> Ints:
        above, ways, _, below = reduced.shape
        wide = np.broadcast_to(reduced, (above, ways, 1 << self.free, below))
        return wide.reshape(size)

    def reachable(self, state: int) -> Ints:
        """Every position that the owner could bring about, ``state`` among them, ascending."""
        patterns = np.arange(1 << self.size, dtype=np.int64)
        for bit, ahead in enumerate(self.ahead, start=self.free):
            if (state >> (self.low + bit) & 1) == ahead:
                patterns = patterns[(patterns >> bit & 1) == ahead]
        return (state & ~self.own) | (patterns << self.low)


@dataclass(frozen=True)
class Layout:
    """``place[k]``: the bit of the model's k-th option. ``blocks``: one for each decision maker.

    Who owns most lies lowest, so that reductions run along long stretches of memory.
    """

    place: tuple[int, ...]
    blocks: tuple[Block, ...]

    @classmethod
    def of(cls, conflict: Conflict) -> Layout:
        owned: list[tuple[list[int], list[int]]] = []
        for decision_maker in conflict.decision_makers:
            mine = [k for k, o in enumerate(conflict.options) if o.owner == decision_maker.id]
            free = [k for k in mine if conflict.options[k].direction is Direction.BOTH]
            owned.append((free, [k for k in mine if k not in free]))
        place = [0] * len(conflict.options)
        blocks: dict[int, Block] = {}
        low = 0
        for at in sorted(range(len(owned)), key=lambda at: -sum(map(len, owned[at]))):
            free, one_way = owned[at]
            for offset, k in enumerate([*free, *one_way]):
                place[k] = low + offset
            ahead = tuple(conflict.options[k].direction is Direction.FORWARD for k in one_way)
            blocks[at] = Block(low, len(free), ahead)
            low += len(free) + len(one_way)
        return cls(tuple(place), tuple(blocks[at] for at in range(len(owned))))

    @cached_property
    def in_order(self) -> bool:
        return self.place == tuple(range(len(self.place)))

    def position(self, code: int) -> int:
        return sum((code >> k & 1) << bit for k, bit in enumerate(self.place))

    def codes(self, positions: Ints) -> Ints:
        """Σ 2^k over the options k taken, the numbering of GMCR, for each position."""
        if self.in_order:
            return positions
        found = np.zeros_like(positions)
        for k, bit in enumerate(self.place):
            found |= (positions >> bit & 1) << k
        return found

    def by_code(self, values: Bools) -> Bools:
        """(2^n,) over positions, put into the order of codes."""
        if self.in_order:
            return values
        width = len(self.place)
        whole = values.reshape((2,) * width)
        axes = [width - 1 - self.place[k] for k in reversed(range(width))]
        return np.ascontiguousarray(whole.transpose(axes)).reshape(-1)
