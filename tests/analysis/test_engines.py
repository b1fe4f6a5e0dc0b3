"""Every engine under one contract, and what is its own."""

from __future__ import annotations

import pytest

from firstmove.analysis import ENGINES, analyse
from tests.analysis.contract import EngineContract, differences, wanted
from tests.analysis.models import random_conflict

LONG = 12_000


class TestLiteral(EngineContract):
    engine = "literal"
    models = 150


class TestExplicit(EngineContract):
    engine = "explicit"
    models = 150


class TestCubes(EngineContract):
    engine = "cubes"
    models = 150


class TestSymbolic(EngineContract):
    engine = "symbolic"
    models = 50


@pytest.mark.long
@pytest.mark.parametrize("start", range(100_000, 100_000 + LONG, 1000))
def test_all_engines_agree_with_the_oracle_on_many(start: int) -> None:
    for seed in range(start, start + 1000):
        conflict = random_conflict(seed)
        for engine in ENGINES:
            found = analyse(conflict, tuple(wanted(seed)), engine=engine)
            assert not differences(found, wanted(seed)), f"seed {seed}, {engine}"
