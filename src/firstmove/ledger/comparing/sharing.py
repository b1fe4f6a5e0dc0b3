"""Which passages may share words enough, without a look at each pair (prefix filter).

Each passage is entered only under those of its rarest words without which the rest would be too
little; two that share enough then meet under one word at least (Chaudhuri, Ganti & Kaushik 2006).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import combinations

Passage = tuple[int, Mapping[str, float], float]  # number, weights, least mass to be shared
_SLACK = 1e-6  # sums of the same weights in another order may differ by less


def _holders(passages: Sequence[Passage]) -> dict[str, list[int]]:
    """The numbers of the passages by word, those held by one alone left out.

    Of every two that share what both have to share at least, both stand under one word.
    """
    most: dict[str, float] = {}
    count: Counter[str] = Counter()
    for _, weights, _ in passages:
        count.update(weights.keys())
        for key, weight in weights.items():
            most[key] = max(weight, most.get(key, 0.0))
    found: dict[str, list[int]] = {}
    for n, weights, least in passages:
        rest = 0.0
        for key in sorted(weights, key=lambda k: (-count[k], k)):
            rest += most[key]
            if rest >= least - _SLACK and count[key] > 1:
                found.setdefault(key, []).append(n)
    return {key: numbers for key, numbers in found.items() if len(numbers) > 1}


def sharing(passages: Sequence[Passage]) -> set[tuple[int, int]]:
    """Pairs of numbers, in the order of the passages, that may share enough."""
    return {pair for numbers in _holders(passages).values() for pair in combinations(numbers, 2)}
