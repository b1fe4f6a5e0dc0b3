"""Every engine under one contract, and what is its own."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from itertools import combinations

import pytest

from benchmarks.models import model
from firstmove.analysis import ENGINES, analyse
from firstmove.conflict import And, Impossible, Name
from firstmove.errors import AnalysisError
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


class TestSets(EngineContract):
    engine = "sets"
    models = 150


@pytest.mark.long
@pytest.mark.parametrize("start", range(100_000, 100_000 + LONG, 500))
def test_engines_agree_with_the_oracle_on_many(start: int) -> None:
    """The slower ones on every fourth model."""
    for seed in range(start, start + 500):
        conflict = random_conflict(seed)
        right = wanted(seed)
        for engine in ENGINES if seed % 4 == 0 else ("explicit", "cubes"):
            found = analyse(conflict, tuple(right), engine=engine)
            assert not differences(found, right), f"seed {seed}, {engine}"


@pytest.mark.long
def test_sixty_options_with_reasons() -> None:
    """2^60 states: counted exactly, and a verdict that the sets confirm."""
    conflict = model(60, wants=8, seed=3)
    analysis = analyse(conflict, ("nash", "gmr", "seq"))
    assert analysis.engine == "symbolic"
    assert "2^60" in analysis.engine_reason
    assert analysis.states == analysis.possible.count == 2**60
    assert analysis.equilibria["nash"].count <= analysis.equilibria["seq"].count
    assert analysis.equilibria["seq"].count <= analysis.equilibria["gmr"].count < 2**60
    for state in (*analysis.equilibria["seq"].first(2), "YN" * 30, "Y" * 60):
        for i, stable in analysis.stable["seq"].items():
            verdict = analysis.verdict(state, i, "seq")
            assert verdict.stable is (state in stable)
            assert all(x.deterred is bool(x.reply) for x in verdict.improvements)


def test_the_choice_follows_the_size() -> None:
    assert analyse(model(20, wants=4), ("nash",)).engine == "cubes"
    assert analyse(model(30, wants=4), ("nash",)).engine == "symbolic"
    few = model(30, wants=4)
    names = [option.id for option in few.options]
    pairs = (Impossible(And((Name(a), Name(b)))) for a, b in combinations(names, 2))
    found = analyse(replace(few, impossible=tuple(pairs)), ("nash",))
    assert (found.engine, found.states) == ("explicit", 31)


def test_without_the_library_the_error_says_what_to_install(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("firstmove.analysis.choice.find_spec", lambda name: None)
    with pytest.raises(AnalysisError, match="not installed") as caught:
        analyse(model(30, wants=4), ("nash",))
    assert "firstmove[symbolic]" in caught.value.remedy


def test_pure_python_diagrams_give_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    autoref = pytest.importorskip("dd.autoref")
    monkeypatch.setattr(
        "firstmove.analysis.engines.diagrams.manager", lambda: (autoref.BDD(), "dd in pure Python")
    )
    for seed in range(12):
        found = analyse(random_conflict(seed), tuple(wanted(seed)), engine="symbolic")
        assert not differences(found, wanted(seed)), f"seed {seed}"


def test_one_way_and_impossible_over_several_portions_of_the_array() -> None:
    """Large enough that the arrays are worked on in parts; one engine checks the other."""
    conflict = model(13, wants=8, impossible=4, one_way=4, seed=1)
    concepts = ("nash", "gmr", "smr", "seq", "sseq")
    left = analyse(conflict, concepts, engine="explicit")
    with monkeypatched_chunk(1 << 7):
        right = analyse(conflict, concepts, engine="cubes")
    for concept in concepts:
        for i, stable in left.stable[concept].items():
            assert list(stable) == list(right.stable[concept][i])


@contextmanager
def monkeypatched_chunk(size: int) -> Iterator[None]:
    from firstmove.analysis.engines import cube_moves

    patch = pytest.MonkeyPatch()
    patch.setattr(cube_moves, "_CHUNK", size)
    try:
        yield
    finally:
        patch.undo()
