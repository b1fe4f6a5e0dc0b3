"""What the random models are made of, and agreement with many decision makers in graph form."""

from __future__ import annotations

from collections import Counter

import pytest

from firstmove.analysis.concepts.coalition import CONCEPTS as JOINT
from firstmove.analysis.concepts.coalition import all_coalitions
from tests.analysis.models import random_conflict
from tests.analysis.outright import random_graph
from tests.analysis.test_coalition import Coalitions
from tests.analysis.test_engines import LONG
from tests.analysis.test_sets import SIMPLE, STRENGTH, UNKNOWN, given, wanted


def test_the_long_run_has_what_it_needs_to() -> None:
    """At least 10,000 models; two to five decision makers, impossible states, one-way options,
    ties, rankings and wants, each in a good part of them (a sample is looked at)."""
    assert LONG >= 10_000
    seen: Counter[str] = Counter()
    for seed in range(100_000, 100_600):
        conflict = random_conflict(seed)
        makers = conflict.decision_makers
        seen[f"{len(makers)} decision makers"] += 1
        seen["impossible"] += bool(conflict.impossible)
        seen["one way"] += any(o.direction != "both" for o in conflict.options)
        seen["ties"] += any(len(t) > 1 for d in makers for t in d.ranking or ())
        seen["ranking"] += any(d.ranking is not None for d in makers)
        seen["wants"] += any(d.wants for d in makers)
    for what in ("impossible", "one way", "ranking", "wants"):
        assert seen[what] > 200, seen
    for what in ("ties", *(f"{n} decision makers" for n in (2, 3, 4, 5))):
        assert seen[what] > 25, seen


def agrees(seed: int, makers: int) -> None:
    conflict = random_graph(seed, makers=makers)
    every = (*SIMPLE, *UNKNOWN, *STRENGTH)
    assert given(conflict, every) == wanted(conflict, every), f"seed {seed}"


def together(seed: int, makers: int) -> None:
    conflict = random_graph(seed, makers=makers)
    rules, found = Coalitions(conflict), all_coalitions(conflict)
    for members, analysis in found.by_members.items():
        for concept in JOINT:
            expected = rules.answer(concept, list(members))
            assert frozenset(analysis.stable[concept]) == expected, (seed, members, concept)


def test_five_decision_makers_in_graph_form() -> None:
    for seed in range(12):
        agrees(seed, 5)
    for seed in range(4):
        together(seed, 5)


@pytest.mark.long
@pytest.mark.parametrize("start", range(60_000, 62_000, 500))
def test_five_decision_makers_in_graph_form_on_many(start: int) -> None:
    for seed in range(start, start + 500):
        agrees(seed, 5)
        if seed % 10 == 0:
            together(seed, 5)
