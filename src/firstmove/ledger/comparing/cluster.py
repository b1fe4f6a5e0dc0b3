"""Groups of statements that tell the same thing, without long chains.

Agglomerative, deterministic: the pair of groups with the highest mean score is joined first, ties
by the order of the statements. Groups are joined only if no pair across them is ruled out, the
best pair reaches ``threshold`` and the mean over all pairs ``loose`` times it. Cost: for each join
the linked pairs of groups in one connected component.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import combinations


def clusters(
    items: Sequence[str],
    scores: Mapping[tuple[str, str], float],
    *,
    threshold: float,
    loose: float = 0.7,
) -> tuple[tuple[str, ...], ...]:
    """Partition ``items``; a pair not in ``scores`` (either way round) may never stand together."""
    score = _numbered(items, scores)
    strong = sorted(pair for pair, value in score.items() if value >= threshold)
    groups: list[list[int]] = []
    for component, links in _components(len(items), strong):
        groups.extend(_joined(component, links, score, threshold, loose))
    return tuple(tuple(items[n] for n in group) for group in sorted(groups))


def linked(
    items: Sequence[str], scores: Mapping[tuple[str, str], float], *, threshold: float
) -> dict[str, str]:
    """For each of ``items`` the first one that it hangs together with by pairs of ``threshold`` or
    more: what ``clusters`` makes of those that hang together depends on nothing else."""
    strong = [p for p, value in _numbered(items, scores).items() if value >= threshold]
    return {
        items[n]: items[component[0]]
        for component, _ in _components(len(items), strong)
        for n in component
    }


def _numbered(
    items: Sequence[str], scores: Mapping[tuple[str, str], float]
) -> dict[tuple[int, int], float]:
    place = {item: n for n, item in enumerate(items)}
    return {_pair(place[a], place[b]): value for (a, b), value in scores.items()}


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
    if len(component) == 1:
        return [component]
    groups = {n: [n] for n in component}
    linked = set(links)
    # Sum and number of the scores known between two groups, by their lowest numbers.
    between = {pair: (score[pair], 1) for pair in combinations(component, 2) if pair in score}
    while True:
        best: tuple[float, int, int] | None = None
        for a, b in linked:
            total, known = between.get((a, b), (0.0, 0))
            if known < len(groups[a]) * len(groups[b]):
                continue  # some pair across them is ruled out
            mean = round(total / known, 9)
            if mean >= loose * threshold and (best is None or (-mean, a, b) < best):
                best = (-mean, a, b)
        if best is None:
            return list(groups.values())
        _, a, b = best
        groups[a] = sorted(groups[a] + groups.pop(b))
        for other in groups:
            if other != a:
                near, far = _pair(a, other), _pair(b, other)
                x, y = between.get(near, (0.0, 0)), between.pop(far, (0.0, 0))
                between[near] = x[0] + y[0], x[1] + y[1]
        linked = {
            _pair(a if x == b else x, a if y == b else y) for x, y in linked if {x, y} != {a, b}
        }


def _pair(a: int, b: int) -> tuple[int, int]:
    return (a, b) if a < b else (b, a)
