"""Ranks and impossible states over all 2^n positions, without visiting them want by want.

A position is a high and a low half of its bits. A condition over a few options is a sum of
products of one function of each half (as many as its table has different rows), so that a
weighted sum of conditions over all positions is one product of two thin matrices.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

import numpy as np
import numpy.typing as npt

from firstmove.analysis.engines.cube_layout import Layout
from firstmove.analysis.graphs.codes import code_of
from firstmove.analysis.graphs.space import Bools, Ints
from firstmove.conflict import Basis, Condition, Conflict, DecisionMaker
from firstmove.conflict.condition import Algebra
from firstmove.conflict.weights import summands

_EXACT = 50  # bits of a whole number that a 64-bit float adds up exactly, with some to spare
_LIMB = 32  # bits of the parts that wider sums are added up in
_ROWS = 1 << 18  # entries of the product that are made at a time


def broken(conflict: Conflict, layout: Layout) -> Bools | None:
    """(2^n,) where a state is impossible; None where no condition says so."""
    if not conflict.impossible:
        return None
    holds = _tables(conflict, layout)
    weighted = [(1, holds(impossible.condition)) for impossible in conflict.impossible]
    found: Bools = _sum(weighted, len(layout.place), np.dtype(np.int32)) > 0
    return found if found.any() else None


def worth(decision_maker: DecisionMaker, layout: Layout, conflict: Conflict) -> Ints:
    """(2^n,) ranks, from 0 up, higher is preferred; the type is the narrowest that holds them.
    States that a partial ranking leaves out have rank 0, and no others that are possible."""
    width = len(layout.place)
    if decision_maker.ranking is not None:
        tiers = decision_maker.ranking
        top = len(tiers) - 1 + decision_maker.partial
        rank = np.zeros(1 << width, dtype=_narrow(len(tiers)))
        for tier, states in enumerate(tiers):
            at = [layout.position(code_of(state)) for state in states]
            rank[np.array(at, dtype=np.int64)] = top - tier
        return rank
    holds = _tables(conflict, layout)
    if decision_maker.weighted:
        return _by_weight([(w, holds(c)) for w, c in summands(decision_maker)], width)
    wants = [w.condition for w in decision_maker.wants if w.basis is not Basis.UNKNOWN]
    rank = np.zeros(1 << width, dtype=np.int16)
    top = 0  # the highest rank so far
    first = 0
    while first < len(wants):
        room = _EXACT - top.bit_length()
        taken = wants[first : first + room]
        first += len(taken)
        bits = len(taken)
        weighted = [(1 << (bits - 1 - k), holds(want)) for k, want in enumerate(taken)]
        highest = (top << bits) + (1 << bits) - 1
        found = _sum(weighted, width, _narrow(highest))
        rank = found if top == 0 else found + (rank.astype(np.int64) << bits)
        top = highest
        if first < len(wants) or rank.dtype == np.int64:
            # Only the order counts, so ranks that no state has are left out.
            used, dense = np.unique(rank, return_inverse=True)
            top = len(used) - 1
            rank = dense.reshape(-1).astype(_narrow(top))
    return rank


def _by_weight(weighted: list[tuple[int, Bools]], width: int) -> Ints:
    """(2^n,) ranks in the order of the sums of weights."""
    highest = sum(weight for weight, _ in weighted)
    if highest.bit_length() <= _EXACT:
        rank = _sum(weighted, width, _narrow(highest))
        return rank if rank.dtype != np.int64 else _dense(rank)
    # Wider sums in parts, the lowest first; what does not fit into a part is carried on. What has
    # been added up so far is kept as its order only.
    rank = np.zeros(1 << width, dtype=np.int64)
    carried = np.zeros(1 << width, dtype=np.int64)
    part = (1 << _LIMB) - 1
    for low in range(0, highest.bit_length(), _LIMB):
        digits = [(weight >> low & part, table) for weight, table in weighted]
        sums = _sum([d for d in digits if d[0]], width, np.dtype(np.int64)) + carried
        carried = sums >> _LIMB
        rank = _dense((sums & part) << width | rank).astype(np.int64)
    return rank.astype(_narrow(int(rank.max())))


def _dense(rank: Ints) -> Ints:
    """The same order without ranks that no state has, in the narrowest type."""
    used, dense = np.unique(rank, return_inverse=True)
    return dense.reshape(-1).astype(_narrow(len(used) - 1))


def _narrow(highest: int) -> np.dtype[Any]:
    """A signed type with room for a value above ``highest``."""
    for kind in (np.int16, np.int32):
        if highest < np.iinfo(kind).max:
            return np.dtype(kind)
    return np.dtype(np.int64)


def _tables(conflict: Conflict, layout: Layout) -> Callable[[Condition], Bools]:
    """A function from a condition to its truth table: one axis an option, the highest bit first,
    of length 1 where the option does not matter to it."""
    width = len(layout.place)
    bits = {option.id: layout.place[k] for k, option in enumerate(conflict.options)}
    known: dict[str, Bools] = {}

    def leaf(name: str) -> Bools:
        if name not in known:
            if name in bits:
                shape = [1] * width
                shape[width - 1 - bits[name]] = 2
                known[name] = np.array([False, True]).reshape(shape)
            else:
                known[name] = conflict.defines[name].fold(algebra)
        return known[name]

    algebra: Algebra[Bools] = Algebra(leaf, np.logical_not, _every, _some)
    return lambda condition: condition.fold(algebra)


def _every(values: Iterable[Bools]) -> Bools:
    first, *rest = values
    for value in rest:
        first = first & value
    return first


def _some(values: Iterable[Bools]) -> Bools:
    first, *rest = values
    for value in rest:
        first = first | value
    return first


def _sum(weighted: list[tuple[int, Bools]], width: int, kind: np.dtype[Any]) -> Ints:
    """(2^n,) the sum of the weights of the tables that hold at each position."""
    split = width // 2  # how many bits are low
    high = (2,) * (width - split)
    low = (2,) * split
    exact: Any = np.float32 if sum(weight for weight, _ in weighted) < 1 << 24 else np.float64
    left: list[npt.NDArray[Any]] = []
    right: list[npt.NDArray[Any]] = []
    for weight, table in weighted:
        shape = table.shape
        above, below = shape[: width - split], shape[width - split :]
        rows = table.reshape(int(np.prod(above)), int(np.prod(below)))
        alike: dict[bytes, list[int]] = {}
        for at, row in enumerate(rows):
            alike.setdefault(row.tobytes(), []).append(at)
        for places in alike.values():
            row = rows[places[0]]
            if row.any():
                where = np.zeros(len(rows), dtype=exact)
                where[places] = weight
                left.append(np.broadcast_to(where.reshape(above), high).reshape(-1))
                right.append(np.broadcast_to(row.reshape(below), low).reshape(-1))
    out = np.zeros((1 << (width - split), 1 << split), dtype=kind)
    if left:
        a, b = np.stack(left, axis=1), np.stack(right).astype(exact)
        step = max(1, _ROWS >> split)
        for start in range(0, len(out), step):
            out[start : start + step] = a[start : start + step] @ b
    return out.reshape(-1)
