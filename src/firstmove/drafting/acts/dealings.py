"""Whom a side deals with: the one other side that it asks, accuses, answers or is asked by."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping

_LEAST = 2  # times that two sides turn to each other before one is taken for the other's opposite
_FAR_MORE = 3  # times as often as to any other


def opposites(turned: Iterable[tuple[str, frozenset[str]]]) -> Mapping[str, str]:
    """The one opposite of each side that has one.

    ``turned``: each side as often as it says something, with the other sides that this is about.
    Who turns to several at once, as mediators do, is not counted. The opposite is the only side
    that one deals with, or the one that it turns to far more often than to any other.
    """
    out: dict[str, Counter[str]] = {}
    both: dict[str, Counter[str]] = {}
    for side, others in turned:
        if len(others) != 1:
            continue
        (other,) = others
        out.setdefault(side, Counter())[other] += 1
        both.setdefault(side, Counter())[other] += 1
        both.setdefault(other, Counter())[side] += 1
    found: dict[str, str] = {}
    for side, counts in both.items():
        if len(counts) == 1 and counts.total() >= _LEAST:
            found[side] = next(iter(counts))
            continue
        ranked = out.get(side, Counter()).most_common(2)
        second = ranked[1][1] if len(ranked) > 1 else 0
        if ranked and ranked[0][1] >= max(_LEAST, _FAR_MORE * second):
            found[side] = ranked[0][0]
    return found
