"""Preference by weights over sets of states: what a state is worth, and what is sure of it.

    v(s) = Σ_j w_j·[s satisfies want j] over the wants that are told;  s ≻ q  iff  v(s) > v(q)

Where it is unknown whether a party wants something, its weight may count for it or against it.
Two states are in a known order iff every such reading orders them alike:

    q ≻ s  iff  v(q) − v(s) > Σ |w_u| over the unknown wants u in which q and s differ

and equal iff v is equal and they differ in none. With w_j = 2^(k−j) this is what ``masks`` says
of wants in order: the most important want in which two states differ decides, if it is told.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import accumulate
from operator import or_

from firstmove.conflict import Basis, Condition, DecisionMaker
from firstmove.conflict.weights import scaled
from firstmove.errors import AnalysisError

MOST_COMPARED = 1 << 23  # pairs of a kind of state and a pattern of unknown wants: half a minute

Truth = Callable[[Condition], int]  # the set of states in which a condition holds
Columns = tuple[list[int], list[int], list[int]]


def bits(mask: int) -> Iterator[int]:
    """The positions in a set, ascending."""
    while mask:
        low = mask & -mask
        yield low.bit_length() - 1
        mask ^= low


def values(weighted: Iterable[tuple[int, Condition]], states: int, truth: Truth) -> list[int]:
    """The sum of weights of each state, in Python's integers, which have no width."""
    found = [0] * states
    for weight, condition in weighted:
        for at in bits(truth(condition)):
            found[at] += weight
    return found


def sure_difference(maker: DecisionMaker, states: int, truth: Truth) -> Columns:
    """For each state those that are surely better, those that are surely worse, and those in
    unknown order with it. An unknown want without a weight outweighs anything.

    Raises AnalysisError where the patterns of unknown wants are too many.
    """
    whole = scaled(maker.wants)
    used: list[tuple[int, Condition]] = []
    doubted: list[tuple[int | None, int]] = []
    for weight, want in zip(whole, maker.wants, strict=True):
        if want.basis is not Basis.UNKNOWN:
            used.append((weight or 0, want.condition))
        elif weight != 0:
            doubted.append((None if weight is None else abs(weight), truth(want.condition)))
    worth = values(used, states, truth)
    meets = [tuple(met >> s & 1 for _, met in doubted) for s in range(states)]
    kinds: dict[tuple[tuple[int, ...], int], int] = {}  # the states of one pattern and value
    for s, kind in enumerate(zip(meets, worth, strict=True)):
        kinds[kind] = kinds.get(kind, 0) | 1 << s
    by: dict[tuple[int, ...], dict[int, int]] = {}
    for (key, value), mask in kinds.items():
        by.setdefault(key, {})[value] = mask
    if len(kinds) * len(by) > MOST_COMPARED:
        raise AnalysisError(
            f"“{maker.id}” has {len(doubted)} unknown wants with weights: too many for "
            f"{states:,} states",
            remedy="leave some of them out, or ask for concepts without unknown preference",
        )
    tables = {key: _Sorted(masks) for key, masks in by.items()}
    known: dict[tuple[tuple[int, ...], int], tuple[int, int, int]] = {}
    for key, value in kinds:
        better = worse = equal = 0
        for other, table in tables.items():
            spread = _doubt([weight for weight, _ in doubted], key, other)
            if spread is not None:
                better |= table.above(value + spread)
                worse |= table.below(value - spread)
            if spread == 0:
                equal |= table.all & ~table.above(value) & ~table.below(value)
        known[key, value] = (better, worse, (1 << states) - 1 & ~(better | worse | equal))
    rows = [known[kind] for kind in zip(meets, worth, strict=True)]
    return [row[0] for row in rows], [row[1] for row in rows], [row[2] for row in rows]


class _Sorted:
    """The states of one pattern of unknown wants, by value."""

    def __init__(self, by: Mapping[int, int]) -> None:
        self.values = sorted(by)
        self.masks = list(accumulate((by[value] for value in self.values), or_, initial=0))
        self.all = self.masks[-1]

    def above(self, value: int) -> int:
        return self.all & ~self.masks[bisect_right(self.values, value)]

    def below(self, value: int) -> int:
        return self.masks[bisect_left(self.values, value)]


def _doubt(
    weights: Sequence[int | None], one: tuple[int, ...], other: tuple[int, ...]
) -> int | None:
    """How much the unknown wants in which two patterns differ could matter; None: anything."""
    total = 0
    for weight, a, b in zip(weights, one, other, strict=True):
        if a != b:
            if weight is None:
                return None
            total += weight
    return total
