"""Word by word: how much of each of two passages has a counterpart in the other.

A word has a full counterpart where the other passage has its key (stem, concept, party, number);
else the nearest word of the other counts, by the cosine of their vectors. The mean is weighted by
how rare words are, as in BERTScore (Zhang et al. 2020), with vectors of words by themselves.
"""

from __future__ import annotations

from dataclasses import dataclass

from firstmove.ledger.comparing.meaning import word_matrix
from firstmove.ledger.words import Words

_LONGEST = 500  # words


@dataclass(frozen=True, slots=True)
class Aligned:
    """The shares of the two passages that have a counterpart, the lesser first."""

    least: float
    most: float


def aligned(a: Words, b: Words) -> Aligned:
    """Compare two passages; symmetric."""
    one, other = _told(a), _told(b)
    if not one or not other:
        return Aligned(0.0, 0.0)
    near = word_matrix([word for word, _ in one]) @ word_matrix([word for word, _ in other]).T
    first = _half(one, other, a, near.max(axis=1).tolist())
    second = _half(other, one, b, near.max(axis=0).tolist())
    return Aligned(min(first, second), max(first, second))


def _told(passage: Words) -> list[tuple[str, str]]:
    """Its words that tell something, each with its key; of a very long passage the first ones."""
    told = [(word, key) for word, key in zip(passage.plain, passage.keys, strict=True) if key]
    return told[:_LONGEST]


def _half(
    mine: list[tuple[str, str]],
    theirs: list[tuple[str, str]],
    passage: Words,
    nearest: list[float],
) -> float:
    keys = {key for _, key in theirs}
    total = told = 0.0
    for (_, key), near in zip(mine, nearest, strict=True):
        weight = passage.weights.get(key, 0.0)
        found = 1.0 if key in keys else max(0.0, min(1.0, near))
        total += weight
        told += weight * found
    return round(told / total, 4) if total else 0.0
