"""What the readings of a model fix, as the digits of a number.

Each decision maker's unknown wants are digits of two values (0: as it stands, 1: the contrary). A
group of k wants whose order is unknown is k−1 digits of k, k−1, …, 2 values: which of those left
comes next (Lehmer 1960). So a model has exactly the product of these numbers of readings.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import combinations, zip_longest
from math import prod
from typing import Any

import numpy as np
import numpy.typing as npt

from firstmove.analysis.graphs.space import Bools, Ints
from firstmove.analysis.shares import Unknown
from firstmove.conflict import Basis, Conflict, DecisionMaker, Not, Want
from firstmove.errors import AnalysisError

Digits = npt.NDArray[np.uint8]
Signs = npt.NDArray[np.int8]

MAX_WANTS = 200  # of one decision maker in unknown order; a digit is one byte


@dataclass(frozen=True, slots=True)
class Digit:
    """``want``: the unknown want; or the first of the wants of a group, and ``step`` says which of
    its digits this is."""

    maker: int
    want: int
    values: int
    step: int | None = None


@dataclass(frozen=True, slots=True)
class Space:
    """``digits``: those of one decision maker lie together. ``groups``: for each decision maker
    the wants in unknown order, as (first, how many)."""

    conflict: Conflict
    digits: tuple[Digit, ...]
    groups: tuple[tuple[tuple[int, int], ...], ...]

    @classmethod
    def of(cls, conflict: Conflict) -> Space:
        """Raises AnalysisError past MAX_WANTS wants of one group."""
        digits: list[Digit] = []
        groups: list[tuple[tuple[int, int], ...]] = []
        for at, maker in enumerate(conflict.decision_makers):
            wants = used(maker)
            digits += [Digit(at, n, 2) for n, w in enumerate(wants) if w.basis is Basis.UNKNOWN]
            groups.append(tuple(_groups(wants)))
            if any(size > MAX_WANTS for _, size in groups[-1]):
                raise AnalysisError(
                    f"“{maker.name or maker.id}” has more than {MAX_WANTS} wants in unknown order",
                    remedy=f"say which of them matters more, so that no more than {MAX_WANTS} are "
                    "left in one group",
                )
            digits += [
                Digit(at, first, size - step, step)
                for first, size in groups[-1]
                for step in range(size - 1)
            ]
        return cls(conflict, tuple(digits), tuple(groups))

    @property
    def total(self) -> int:
        return prod(digit.values for digit in self.digits)

    @property
    def unknowns(self) -> tuple[Unknown, ...]:
        """Yes-or-no questions: one for each unknown want, one for each two wants in unknown
        order."""
        found: list[Unknown] = []
        for maker, groups in zip(self.conflict.decision_makers, self.groups, strict=True):
            wants = used(maker)
            found += [
                Unknown(maker.id, n, want.condition)
                for n, want in enumerate(wants)
                if want.basis is Basis.UNKNOWN
            ]
            found += [
                Unknown(maker.id, a, wants[a].condition, b, wants[b].condition)
                for first, size in groups
                for a, b in combinations(range(first, first + size), 2)
            ]
        return tuple(found)

    def by_weight(self) -> list[int]:
        """The digits, what weighs most first: each decision maker's in turn, by their place."""
        own: list[list[int]] = [[] for _ in self.conflict.decision_makers]
        for at in sorted(range(len(self.digits)), key=lambda at: self._place(self.digits[at])):
            own[self.digits[at].maker].append(at)
        return [at for turn in zip_longest(*own) for at in turn if at is not None]

    @staticmethod
    def _place(digit: Digit) -> int:
        return digit.want + (digit.step or 0)

    def counted(self, numbers: Ints) -> Digits:
        """The digits of these numbers, (n,) from 0 to total−1, as (n, digits)."""
        found = np.empty((len(numbers), len(self.digits)), dtype=np.uint8)
        left = numbers
        for at in reversed(range(len(self.digits))):
            left, found[:, at] = np.divmod(left, self.digits[at].values)
        return found

    def of_maker(self, digits: Digits, maker: int) -> tuple[Ints, Signs]:
        """For each reading the decision maker's wants in order, most important first, and for
        each want 1 where it is wanted, −1 where the contrary is; both (n, wants)."""
        count = len(used(self.conflict.decision_makers[maker]))
        order = np.tile(np.arange(count, dtype=np.int64), (len(digits), 1))
        signs = np.ones((len(digits), count), dtype=np.int8)
        columns = [at for at, digit in enumerate(self.digits) if digit.maker == maker]
        for at in columns:
            if self.digits[at].step is None:
                signs[:, self.digits[at].want] -= 2 * digits[:, at].astype(np.int8)
        for first, size in self.groups[maker]:
            chosen = digits[
                :,
                [
                    at
                    for at in columns
                    if self.digits[at].want == first and self.digits[at].step is not None
                ],
            ]
            order[:, first : first + size] = first + _permutations(chosen, size)
        return order, signs

    def answers(self, digits: Digits) -> Bools:
        """What each reading answers to ``unknowns``, (n, unknowns)."""
        columns: list[npt.NDArray[Any]] = []
        for maker, groups in enumerate(self.groups):
            order, signs = self.of_maker(digits, maker)
            wants = used(self.conflict.decision_makers[maker])
            columns += [
                signs[:, n] > 0 for n, want in enumerate(wants) if want.basis is Basis.UNKNOWN
            ]
            place = np.argsort(order, axis=1)
            columns += [
                place[:, a] < place[:, b]
                for first, size in groups
                for a, b in combinations(range(first, first + size), 2)
            ]
        if not columns:
            return np.zeros((len(digits), 0), dtype=np.bool_)
        return np.stack(columns, axis=1)

    def model(self, digits: Digits) -> Conflict:
        """One reading, (digits,), as a conflict in which nothing is unknown."""
        makers: list[DecisionMaker] = []
        for at, maker in enumerate(self.conflict.decision_makers):
            wants = used(maker)
            if not wants:
                makers.append(maker)
                continue
            order, signs = self.of_maker(digits[None, :], at)
            read = tuple(_read(wants[n], int(signs[0, n])) for n in order[0].tolist())
            makers.append(replace(maker, wants=read))
        return replace(self.conflict, decision_makers=tuple(makers))


def used(maker: DecisionMaker) -> tuple[Want, ...]:
    """The wants that its preference is made of: none where a ranking is used instead."""
    return maker.wants if maker.ranking is None else ()


def by_weight(maker: DecisionMaker) -> bool:
    return maker.ranking is None and maker.weighted


def _groups(wants: Sequence[Want]) -> Iterator[tuple[int, int]]:
    first = 0
    for at in range(1, len(wants) + 1):
        if at == len(wants) or not wants[at].unordered:
            if at - first > 1:
                yield first, at - first
            first = at


def _permutations(chosen: Digits, size: int) -> Ints:
    """(n, size−1) digits of ``size``, …, 2 values to (n, size) permutations."""
    left = np.tile(np.arange(size, dtype=np.int64), (len(chosen), 1))
    found = np.empty_like(left)
    for step in range(size - 1):
        digit = chosen[:, step].astype(np.int64)[:, None]
        found[:, step] = np.take_along_axis(left, digit, axis=1)[:, 0]
        keep = np.arange(left.shape[1] - 1)
        left = np.take_along_axis(left, keep + (keep >= digit), axis=1)
    found[:, -1] = left[:, 0]
    return found


def _read(want: Want, sign: int) -> Want:
    condition = want.condition if sign > 0 else Not(want.condition)
    basis = Basis.ASSUMED if want.basis is Basis.UNKNOWN else want.basis
    return replace(want, condition=condition, basis=basis, unordered=False)
