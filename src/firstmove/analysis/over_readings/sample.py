"""Which readings are solved: all while they are few, otherwise a stratified random sample.

Strata are all combinations of the digits that weigh most, as many as leave two readings or more
for each. Each gets the same number, some one more; within a stratum every set of that many
different readings is as likely as any other. Cochran 1977, Sampling Techniques, ch. 5.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from firstmove.analysis.graphs.space import Ints
from firstmove.analysis.over_readings.space import Digits, Space

_FEW = 4  # times a sample up to which all readings are listed to draw it


@dataclass(frozen=True, slots=True)
class Sample:
    """``digits``: (n, digits), in an order in which any part of it is a random sample itself.
    ``strata``: (n,) the stratum of each; ``count`` how many there are, all equally large."""

    digits: Digits
    strata: Ints
    count: int


def sample(space: Space, limit: int, seed: int) -> Sample:
    """All readings if there are no more than ``limit``, otherwise ``limit`` of them."""
    rng = np.random.Generator(np.random.PCG64(seed))
    if space.total <= limit:
        digits = space.counted(rng.permutation(space.total))
        return Sample(digits, np.zeros(len(digits), dtype=np.int64), 1)
    fixed, count = _crossed(space, limit)
    strata = np.arange(limit, dtype=np.int64) % count
    # Which strata get one reading more than others is drawn too.
    strata[limit - limit % count :] = rng.permutation(count)[: limit % count]
    values = np.array([digit.values for digit in space.digits])
    if space.total <= _FEW * limit:
        digits = _picked(space, strata, fixed, rng)
        order = rng.permutation(limit)
        return Sample(digits[order], strata[order], count)
    digits = np.empty((limit, len(values)), dtype=np.uint8)
    left = strata
    for at in fixed:
        left, digits[:, at] = np.divmod(left, values[at])
    free = np.array([at for at in range(len(values)) if at not in set(fixed)])
    todo = np.arange(limit)
    while len(todo):  # a reading drawn before is drawn anew
        digits[np.ix_(todo, free)] = rng.integers(0, values[free], size=(len(todo), len(free)))
        first = np.unique(digits, axis=0, return_index=True)[1]
        todo = np.setdiff1d(np.arange(limit), first)
    order = rng.permutation(limit)
    return Sample(digits[order], strata[order], count)


def _picked(space: Space, strata: Ints, fixed: list[int], rng: np.random.Generator) -> Digits:
    """Without drawing anew, where a sample is a large part of all readings: they are listed in
    random order, and of each stratum the first are taken."""
    every = space.counted(rng.permutation(space.total))
    place = np.zeros(space.total, dtype=np.int64)
    for at in reversed(fixed):
        place = place * space.digits[at].values + every[:, at]
    order = np.argsort(place, kind="stable")
    first = np.searchsorted(place[order], strata)
    rank = np.empty(len(strata), dtype=np.int64)
    by_stratum = np.argsort(strata, kind="stable")
    rank[by_stratum] = np.arange(len(strata)) - np.searchsorted(
        strata[by_stratum], strata[by_stratum]
    )
    found: Digits = every[order[first + rank]]
    return found


def _crossed(space: Space, limit: int) -> tuple[list[int], int]:
    """The digits whose combinations are the strata, and how many these are."""
    fixed: list[int] = []
    count = 1
    for at in space.by_weight():
        if 2 * count * space.digits[at].values <= limit:
            fixed.append(at)
            count *= space.digits[at].values
    return fixed, count
