"""The engine that is chosen against the oracle, on random models (``test_engines`` has the others,
and many more models), and whether those models tell planted faults."""

from __future__ import annotations

import pytest

from firstmove.analysis import CONCEPTS, ENGINES, analyse
from firstmove.conflict import Conflict
from tests.analysis.contract import differences, wanted_mixed
from tests.analysis.models import mixed_conflict, random_conflict
from tests.analysis.oracle import MIXED_MUTANTS, MUTANTS, Oracle

QUICK = 1000
FAULTS = 1500


def disagreements(conflict: Conflict) -> list[str]:
    wanted = Oracle(conflict).stable()
    found = analyse(conflict)
    wrong = [
        f"{concept}, {player}"
        for concept in CONCEPTS
        for player, states in wanted[concept].items()
        if frozenset(found.stable[concept][player]) != states
    ]
    for concept in CONCEPTS:
        for_all = frozenset.intersection(*wanted[concept].values())
        if frozenset(found.equilibria[concept]) != for_all:
            wrong.append(f"{concept}, equilibria")
    return wrong


@pytest.mark.parametrize("start", range(0, QUICK, 100))
def test_engine_agrees_with_oracle(start: int) -> None:
    for seed in range(start, start + 100):
        assert not disagreements(random_conflict(seed)), f"seed {seed}"


def test_engine_agrees_on_weights_and_partial_rankings() -> None:
    for seed in range(700_000, 700_150):
        assert not disagreements(mixed_conflict(seed)), f"seed {seed}"


@pytest.mark.long
@pytest.mark.parametrize("start", range(800_000, 803_000, 500))
def test_engines_agree_on_many_weights_and_partial_rankings(start: int) -> None:
    """The slower two on every fourth model."""
    for seed in range(start, start + 500):
        conflict, right = mixed_conflict(seed), wanted_mixed(seed)
        for engine in (*ENGINES, "sets") if seed % 4 == 0 else ("explicit", "cubes"):
            found = analyse(conflict, tuple(right), engine=engine)
            assert not differences(found, right), f"seed {seed}, {engine}"


@pytest.mark.parametrize("mutant", MIXED_MUTANTS, ids=lambda mutant: mutant.__name__)
def test_mixed_models_tell_a_planted_fault(mutant: type[Oracle]) -> None:
    for seed in range(FAULTS):
        conflict = mixed_conflict(seed)
        if mutant(conflict).stable() != Oracle(conflict).stable():
            return
    pytest.fail(f"{FAULTS} models do not tell {mutant.__name__} from the definitions")


@pytest.mark.parametrize("mutant", MUTANTS, ids=lambda mutant: mutant.__name__)
def test_the_models_tell_a_planted_fault(mutant: type[Oracle]) -> None:
    """A fault that no test model shows would go unseen in the engine too."""
    for seed in range(FAULTS):
        conflict = random_conflict(seed)
        if mutant(conflict).stable() != Oracle(conflict).stable():
            return
    pytest.fail(f"{FAULTS} models do not tell {mutant.__name__} from the definitions")
