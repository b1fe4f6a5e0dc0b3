"""Who may share enough, and which groups come of it, are found by an index as by each pair."""

from __future__ import annotations

from itertools import combinations
from random import Random

from hypothesis import given
from hypothesis import strategies as st

from firstmove.ledger.comparing.sharing import sharing
from firstmove.ledger.witnesses.occasion import _grouped

_WEIGHTS = st.dictionaries(st.sampled_from("abcdefghij"), st.sampled_from((0.1, 0.3, 0.5, 1.0)))


@given(st.lists(st.tuples(_WEIGHTS, st.sampled_from((0.1, 0.6, 1.0, 1.7))), max_size=8))
def test_no_two_that_share_enough_are_passed_over(
    told: list[tuple[dict[str, float], float]],
) -> None:
    pairs = sharing([(n, weights, least) for n, (weights, least) in enumerate(told)])
    for x, y in combinations(range(len(told)), 2):
        (a, mine), (b, theirs) = told[x], told[y]
        if sum(max(a[key], b[key]) for key in a.keys() & b.keys()) >= max(mine, theirs):
            assert (x, y) in pairs


def test_groups_of_reports_are_those_of_a_look_at_each_pair() -> None:
    for seed in range(40):
        rng = Random(seed)
        scores = {
            pair: rng.choice((0.1, 0.3, 0.45, 0.55, 0.6, 0.9))
            for pair in combinations(range(14), 2)
            if rng.random() < 0.5
        }
        assert _grouped(14, scores) == _by_pairs(14, scores)


def _by_pairs(count: int, scores: dict[tuple[int, int], float]) -> list[list[int]]:
    groups = [[n] for n in range(count)]
    for (x, y), score in sorted(scores.items(), key=lambda item: (-item[1], item[0])):
        one, other = (next(g for g in groups if n in g) for n in (x, y))
        known = [
            round(scores[pair] * 10_000)
            for m in one
            for n in other
            if (pair := (min(m, n), max(m, n))) in scores
        ]
        if score >= 0.5 and one is not other and sum(known) >= 4_000 * len(known):
            groups.remove(other)
            one += other
    return sorted(sorted(group) for group in groups)
