"""Search for one state or some, where a concept was left undecided: against the oracle."""

from __future__ import annotations

import pytest

from benchmarks.models import model
from firstmove.analysis import Analysis, analyse
from firstmove.conflict import Conflict
from firstmove.errors import AnalysisError
from tests.analysis.contract import wanted, wanted_mixed
from tests.analysis.models import mixed_conflict, random_conflict
from tests.analysis.oracle import Oracle
from tests.analysis.test_verdicts import replay

pytest.importorskip("dd")
SEARCHED = ("seq", "sseq")


def undecided(conflict: Conflict, concepts: tuple[str, ...] = SEARCHED) -> Analysis:
    """As after a time-out: nothing is decided."""
    return analyse(conflict, concepts, engine="symbolic", limit=-1.0)


def disagreements(seed: int, *, wide: bool = False, mixed: bool = False) -> list[str]:
    conflict = mixed_conflict(seed) if mixed else random_conflict(seed, wide=wide)
    right = wanted_mixed(seed) if mixed else wanted(seed, wide)
    wrong = []
    analysis = undecided(conflict)
    for concept in SEARCHED:
        for maker in conflict.decision_makers:
            for state in analysis.possible:
                found = analysis.ask(state, maker.id, concept)
                if found.stable is not (state in right[concept][maker.id]):
                    wrong.append(f"{seed}: {concept}, {maker.id}, {state}")
        equilibria = frozenset.intersection(*right[concept].values())
        bounds = analysis.find(concept, 0)
        if not set(bounds.at_least) <= equilibria <= set(bounds.at_most):
            wrong.append(f"{seed}: {concept}, bounds")
        some = analysis.find(concept, 2)
        if len(some.states) != min(2, len(equilibria)) or not set(some.states) <= equilibria:
            wrong.append(f"{seed}: {concept}, two of them")
        whole = analysis.find(concept, 10_000)
        if set(whole.states) != equilibria or not whole.complete or whole.left:
            wrong.append(f"{seed}: {concept}, all of them")
    return wrong


@pytest.mark.parametrize("start", range(0, 120, 30))
def test_search_agrees_with_the_oracle(start: int) -> None:
    assert not [line for seed in range(start, start + 30) for line in disagreements(seed)]


@pytest.mark.long
def test_search_agrees_on_weights_and_partial_rankings() -> None:
    assert not [line for seed in range(40) for line in disagreements(seed, mixed=True)]


@pytest.mark.long
def test_one_improvement_at_a_time_agrees_too(monkeypatch: pytest.MonkeyPatch) -> None:
    """As where sets of states are large: each counterexample stands for those alike."""
    monkeypatch.setattr("firstmove.analysis.engines.search._SMALL", 0)
    assert not [line for seed in range(120, 160) for line in disagreements(seed)]


@pytest.mark.long
@pytest.mark.parametrize("start", range(300_000, 300_400, 100))
def test_search_agrees_with_the_oracle_on_many(start: int) -> None:
    for seed in range(start, start + 100):
        assert not disagreements(seed)
        assert seed % 2 or not disagreements(seed, mixed=True)
        assert seed % 10 or not disagreements(seed, wide=True)


def test_the_answer_is_a_witness() -> None:
    """A reply replays move by move; an improvement that nobody deters is one."""
    for seed in range(40):
        conflict = random_conflict(seed)
        oracle, analysis = Oracle(conflict), undecided(conflict)
        for concept in SEARCHED:
            for maker in conflict.decision_makers:
                for state in analysis.possible:
                    told = analysis.ask(state, maker.id, concept)
                    named = {x.to for x in told.improvements}
                    assert named <= oracle.better[maker.id, state]
                    assert len(named) + told.more == len(oracle.better[maker.id, state])
                    assert told.stable is all(x.deterred for x in told.improvements)
                    for improvement in told.improvements:
                        if improvement.deterred:
                            replay(oracle, told, improvement)


def test_a_decided_concept_is_asked_as_ever() -> None:
    conflict = random_conflict(5)
    analysis = analyse(conflict, ("seq",), engine="symbolic")
    state, maker = analysis.possible.first(1)[0], conflict.decision_makers[0].id
    assert analysis.ask(state, maker, "seq") == analysis.verdict(state, maker, "seq")
    found = analysis.find("seq", 3)
    assert found.complete
    assert found.states == analysis.equilibria["seq"].first(3)
    assert found.words == f"{analysis.equilibria['seq'].count:,}"


def test_sixty_options_and_eight_decision_makers() -> None:
    """The set of all takes minutes; one state, and bounds, a moment."""
    conflict = model(60, 8, 12)
    analysis = undecided(conflict, ("nash", "gmr", "seq"))
    found = analysis.find("seq", 3, seconds=60)
    assert len(found.states) == 3
    assert not found.complete
    assert found.left == "3 found"
    assert found.words.startswith("at least ")
    for state in found.states:
        for maker in conflict.decision_makers:
            assert analysis.ask(state, maker.id, "seq", seconds=60).stable
    decided = analyse(conflict, ("nash", "gmr"))
    assert decided.equilibria["nash"].count <= found.at_least.count
    assert found.at_most.count <= decided.equilibria["gmr"].count


def test_what_is_not_searched_for_is_said() -> None:
    conflict = random_conflict(5)
    analysis = undecided(conflict, ("gmr",))
    state, maker = analysis.possible.first(1)[0], conflict.decision_makers[0].id
    with pytest.raises(AnalysisError, match="no search for GMR"):
        analysis.ask(state, maker, "gmr")
    with pytest.raises(AnalysisError, match="was not analysed"):
        analysis.find("seq")
    other = analyse(conflict, ("seq",), engine="cubes", limit=-1.0)
    for asking in (lambda: other.ask(state, maker, "seq"), lambda: other.find("seq")):
        with pytest.raises(AnalysisError, match="not decided"):
            asking()


def test_no_time_is_an_answer_too() -> None:
    analysis = undecided(model(60, 8, 12), ("seq",))
    maker = analysis.conflict.decision_makers[0].id
    with pytest.raises(AnalysisError, match="no answer within"):
        analysis.ask("Y" * 60, maker, "seq", seconds=-1)
    ended = [undecided(random_conflict(k)).find("seq", 10_000, seconds=0) for k in range(20)]
    assert {found.left for found in ended} == {"", "no answer within 0 s"}
    assert all(found.complete is not bool(found.left) for found in ended)
