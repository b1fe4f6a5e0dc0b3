"""The verdicts of all solved readings, as bits, and the shares that are counted from them."""

from __future__ import annotations

from dataclasses import dataclass, replace
from math import prod, sqrt
from typing import Any

import numpy as np
import numpy.typing as npt

from firstmove.analysis.engines.cube_layout import Layout
from firstmove.analysis.graphs.codes import code_of, state_text
from firstmove.analysis.graphs.space import Bools, Ints
from firstmove.analysis.over_readings.batch import Bits
from firstmove.analysis.over_readings.space import Digits, Space, used
from firstmove.analysis.shares import Holding, Share, Turn
from firstmove.conflict import Basis, Conflict
from firstmove.errors import AnalysisError

_AT_ONCE = 1 << 26  # bits looked at together


@dataclass(frozen=True, slots=True, eq=False)
class Record:
    """``digits``: (n, digits) what each solved reading fixes, ``answers``: (n, unknowns) the same
    as yes or no. ``bits``: (n, concepts, 2^n / 8) equilibria by position. ``strata``: (n,) of
    ``strata_count`` equally large ones.

    ``changes``: (wants, 2) whose want and which; ``turned``: (readings looked at, wants, 2,
    concepts) whether the verdict on the state turns over when it is dropped, and reversed.
    """

    space: Space
    layout: Layout
    impossible: Bools | None
    digits: Digits
    answers: Bools
    bits: Bits
    strata: Ints
    strata_count: int
    changes: Ints
    turned: Bools

    def column(self, concept: int, state: str) -> Bools:
        """(n,) in which readings the state is an equilibrium."""
        at = place(self.layout, self.impossible, state)
        return (self.bits[:, concept, at >> 3] >> (at & 7) & 1).astype(np.bool_)

    def count(self, concept: int) -> int:
        return int(np.unpackbits(np.bitwise_or.reduce(self.bits[:, concept], axis=0)).sum())

    def holding(self, concept: int, most: int) -> tuple[Holding, ...]:
        """By falling share, then in the order of states."""
        worth = self._worth(concept)
        held = np.flatnonzero(worth)
        codes = self.layout.codes(held)
        chosen = np.lexsort((codes, -worth[held]))[:most]
        states = [state_text(int(codes[k]), len(self.layout.place)) for k in chosen]
        return tuple(Holding(s, self.share(self.column(concept, s))) for s in states)

    def _worth(self, concept: int) -> Ints:
        """(2^n,) whole numbers in the order of the shares of positions. Each reading stands for
        1/n_h of its stratum, and there are few different n_h (two, as a rule)."""
        sizes = np.bincount(self.strata, minlength=self.strata_count)[self.strata]
        found = np.zeros(1 << len(self.layout.place), dtype=np.int64)
        different = np.unique(sizes).tolist()
        for size in different:
            found += self._counts(concept, sizes == size) * (prod(different) // size)
        return found

    def _counts(self, concept: int, among: Bools) -> Ints:
        """(2^n,) in how many of these readings each position is an equilibrium."""
        bits = self.bits[among, concept]
        total = np.zeros(8 * bits.shape[1], dtype=np.int64)
        step = max(1, _AT_ONCE // len(total))
        for start in range(0, len(bits), step):
            part = np.unpackbits(bits[start : start + step], axis=1, bitorder="little")
            total += part.sum(axis=0, dtype=np.int64)
        return total[: 1 << len(self.layout.place)]

    def share(self, held: Bools, among: Bools | None = None) -> Share:
        """The share of readings in which ``held``, all (n,), or of those in ``among``."""
        return _share(held, among, self.strata, self.strata_count, self.space.total)

    def turns(self, concept: int) -> tuple[Turn, ...]:
        makers = self.space.conflict.decision_makers
        found = []
        for nth, (maker, want) in enumerate(self.changes.tolist() if len(self.turned) else ()):
            whole = np.zeros(len(self.turned), dtype=np.int64)
            dropped, reversed_ = (
                _share(self.turned[:, nth, way, concept], None, whole, 1, self.space.total)
                for way in (0, 1)
            )
            chosen = used(makers[maker])[want]
            found.append(
                Turn(makers[maker].id, want, chosen.condition, chosen.basis, dropped, reversed_)
            )
        return tuple(found)

    def part(self, rows: Ints) -> Record:
        """The record of some of the readings, drawn from all of them at random."""
        return replace(
            self,
            digits=self.digits[rows],
            answers=self.answers[rows],
            bits=self.bits[rows],
            strata=np.zeros(len(rows), dtype=np.int64),
            strata_count=1,
            turned=self.turned[:0],
        )

    def model(self, number: int) -> Conflict:
        return self.space.model(self.digits[number])


def known_wants(space: Space) -> Ints:
    """(wants, 2) whose want and which, of all wants that are not unknown."""
    found = [
        (at, n)
        for at, maker in enumerate(space.conflict.decision_makers)
        for n, want in enumerate(used(maker))
        if want.basis is not Basis.UNKNOWN
    ]
    return np.array(found, dtype=np.int64).reshape(-1, 2)


def place(layout: Layout, impossible: Bools | None, state: str) -> int:
    """The position of a state; AnalysisError for one that is not possible."""
    if len(state) != len(layout.place) or set(state) - {"Y", "N"}:
        raise AnalysisError(
            f"“{state}” is not a state of the model",
            remedy=f"write one Y or N for each of the {len(layout.place)} options in turn",
        )
    at = layout.position(code_of(state))
    if impossible is not None and impossible[at]:
        raise AnalysisError(f"“{state}” is not a possible state", remedy="ask about a possible one")
    return at


def _share(held: Bools, among: Bools | None, strata: Ints, count: int, total: int) -> Share:
    """A share among all readings or a part of them, from a stratified sample (Cochran 1977, ch. 5
    and 5A.14): within stratum h of W_h = 1/count of all readings, each of the n_h solved stands
    for as many others. Of a part the share is a ratio, and its error is linearised."""
    if among is None:
        among = np.ones(len(held), dtype=np.bool_)
    both = held & among
    asked, found = int(among.sum()), int(both.sum())
    if len(held) == total:
        return Share(found, asked, found / asked if asked else 0.0, 0.0, True)
    if not asked:
        return Share(0, 0, 0.0, 0.0, False)
    sizes = np.bincount(strata, minlength=count)
    means = [_means(values, strata, count, sizes) for values in (both, among)]
    value = float(means[0].sum() / means[1].sum())
    # The variance of z = (held − value)·among, whose mean is 0, over the strata.
    z = (both - value * among) * (count / float(means[1].sum()))
    mean = _means(z, strata, count, sizes)
    square = _means(z * z, strata, count, sizes)
    known = sizes > 1
    spread = np.maximum(square - mean * mean, 0)[known] * sizes[known] / (sizes[known] - 1)
    left_out = 1 - sizes[known] * (count / total)
    variance = float((spread * np.maximum(left_out, 0) / sizes[known]).sum()) / count**2
    return Share(found, asked, value, sqrt(variance), False)


def _means(
    values: npt.NDArray[Any], strata: Ints, count: int, sizes: Ints
) -> npt.NDArray[np.float64]:
    """(count,) the mean of ``values`` in each stratum; 0 where none was solved."""
    return np.bincount(strata, weights=values, minlength=count) / np.maximum(sizes, 1)
