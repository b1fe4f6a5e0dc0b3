"""What readings have in common that decides a verdict: prime implicants (Quine 1952) of at most
three answers, and of these as few as cover what can be covered, the largest first."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np
import numpy.typing as npt

from firstmove.analysis.graphs.space import Bools
from firstmove.analysis.shares import Fixed, Group, Groups, Unknown

MOST_FIXED = 3
_FEW = 48  # unknowns up to which three of them are looked at together
_MANY = 400  # unknowns up to which two are
_KEPT = 2_000  # sets of answers looked at for the cover, the largest
_SHOWN = 12  # groups given
_SEEN = 30  # readings of a sample that have to agree before this is called deciding

Terms = tuple[int, ...]
Floats = npt.NDArray[np.float32]


def groups(unknowns: Sequence[Unknown], answers: Bools, held: Bools, *, exact: bool) -> Groups:
    """``answers``: (n, unknowns). ``held``: (n,)."""
    count = len(unknowns)
    most = MOST_FIXED if count <= _FEW else 2 if count <= _MANY else 1
    literals = np.concatenate([answers, ~answers], axis=1)
    needed = 1 if exact else _SEEN
    found = sorted(
        _deciding(literals, held, needed, most), key=lambda term: (-term[1], len(term[0]), term[0])
    )[:_KEPT]
    inside = [literals[:, list(term)].all(axis=1) for term, _ in found]
    left = np.ones(len(held), dtype=np.bool_)
    chosen: list[Group] = []
    while found and len(chosen) < _SHOWN:
        gains = [int((rows & left).sum()) for rows in inside]
        at = max(range(len(found)), key=lambda k: (gains[k], -len(found[k][0]), found[k][1], -k))
        if not gains[at]:
            break
        term, readings = found[at]
        fixed = tuple(
            Fixed(unknowns[k % count], k < count) for k in sorted(term, key=lambda k: k % count)
        )
        chosen.append(Group(fixed, bool(held[inside[at]][0]), readings))
        left &= ~inside[at]
    return Groups(tuple(chosen), int(left.sum()), min(most, count))


def _deciding(literals: Bools, held: Bools, needed: int, most: int) -> Iterator[tuple[Terms, int]]:
    """The smallest sets of answers in which all readings, at least ``needed``, agree, and how
    many readings these are."""
    if len(held) < needed:
        return
    if held.all() or not held.any():
        yield (), len(held)
        return
    columns = literals.astype(np.float32)
    size = columns.shape[1]
    sums, hits = columns.sum(axis=0), columns[held].sum(axis=0)
    single = _decided(sums, hits, needed)
    for k in np.flatnonzero(single):
        yield (int(k),), int(sums[k])
    if most < 2:
        return
    open_ = np.flatnonzero(~single & (sums >= needed))
    pair_sums, pair_hits = _products(columns[:, open_], held)
    pairs = _decided(pair_sums, pair_hits, needed)
    for a, b in zip(*np.nonzero(np.triu(pairs, 1)), strict=True):
        yield (int(open_[a]), int(open_[b])), int(pair_sums[a, b])
    if most < MOST_FIXED:
        return
    for a in range(min(len(open_), size)):
        later = np.flatnonzero(~pairs[a])
        later = later[later > a]
        rows = literals[:, open_[a]]
        if len(later) < 2 or not rows.any():
            continue
        triple_sums, triple_hits = _products(columns[rows][:, open_[later]], held[rows])
        triples = _decided(triple_sums, triple_hits, needed) & ~pairs[np.ix_(later, later)]
        for b, c in zip(*np.nonzero(np.triu(triples, 1)), strict=True):
            term = (int(open_[a]), int(open_[later[b]]), int(open_[later[c]]))
            yield term, int(triple_sums[b, c])


def _products(columns: Floats, held: Bools) -> tuple[Floats, Floats]:
    """How many readings have both answers, for any two; and in how many of them it holds."""
    return columns.T @ columns, columns[held].T @ columns[held]


def _decided(sums: Floats, hits: Floats, needed: int) -> Bools:
    found: Bools = (sums >= needed) & ((hits == 0) | (hits == sums))
    return found
