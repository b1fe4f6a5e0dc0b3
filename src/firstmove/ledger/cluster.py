"""Groups of statements that tell the same thing, without long chains.

Agglomerative, deterministic: the pair of groups with the highest mean score is joined first, ties
by the order of the statements. Groups are joined only if no pair across them is ruled out, the
best pair reaches ``threshold`` and the mean over all pairs ``loose`` times it. Cost: O(p log p)
for p scored pairs, times the size of the groups.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import product


def clusters(
    items: Sequence[str],
    scores: Mapping[tuple[str, str], float],
    *,
    threshold: float,
    loose: float = 0.7,
) -> tuple[tuple[str, ...], ...]:
    """Partition ``items``; a pair not in ``scores`` (either way round) may never stand together."""
    place = {item: n for n, item in enumerate(items)}
    score: dict[tuple[int, int], float] = {}
    for (a, b), value in scores.items():
        score[min(place[a], place[b]), max(place[a], place[b])] = value
    strong = sorted(pair for pair, value in score.items() if value >= threshold)
    groups: list[list[int]] = []
    for component, links in _components(len(items), strong):
        groups.extend(_joined(component, links, score, threshold, loose))
    return tuple(tuple(items[n] for n in group) for group in sorted(groups))


def _components(
    count: int, links: Sequence[tuple[int, int]]
) -> list[tuple[list[int], list[tuple[int, int]]]]:
    """Numbers connected by links, each with its links."""
    home = list(range(count))

    def root(n: int) -> int:
        while home[n] != n:
            home[n] = home[home[n]]
            n = home[n]
        return n

    for x, y in links:
        a, b = sorted((root(x), root(y)))
        home[b] = a
    found: dict[int, tuple[list[int], list[tuple[int, int]]]] = {}
    for n in range(count):
        found.setdefault(root(n), ([], []))[0].append(n)
    for x, y in links:
        found[root(x)][1].append((x, y))
    return list(found.values())


def _joined(
    component: list[int],
    links: list[tuple[int, int]],
    score: Mapping[tuple[int, int], float],
    threshold: float,
    loose: float,
) -> list[list[int]]:
    groups = {n: [n] for n in component}
    home = {n: n for n in component}

    def mean(a: int, b: int) -> float | None:
        """Mean score between two groups; None where they can't be joined."""
        values = [score.get((min(p), max(p))) for p in product(groups[a], groups[b])]
        known = [value for value in values if value is not None]
        if len(known) < len(values):
            return None
        average = sum(known) / len(known)
        return average if average >= loose * threshold else None

    while True:
        best: tuple[float, int, int] | None = None
        for a, b in {(min(home[x], home[y]), max(home[x], home[y])) for x, y in links}:
            if a == b:
                continue
            average = mean(a, b)
            if average is not None and (best is None or (-average, a, b) < best):
                best = (-average, a, b)
        if best is None:
            return list(groups.values())
        _, a, b = best
        groups[a] = sorted(groups[a] + groups.pop(b))
        for n in groups[a]:
            home[n] = a
