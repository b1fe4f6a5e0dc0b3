"""SSEQ against its definition, on random models and by hand."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from firstmove.analysis import analyse, sentence
from firstmove.conflict import Conflict, DecisionMaker, Option
from tests.analysis.models import random_conflict
from tests.analysis.oracle import Oracle
from tests.analysis.test_verdicts import replay

Rule = Callable[[Oracle, str, str], bool]


def sseq(oracle: Oracle, i: str, s: str) -> bool:
    for s1 in oracle.better[i, s]:
        answers = oracle.group_reach(oracle.others(i), s1, oracle.better)
        if not any(
            oracle.worse_or_equal(i, s2, s)
            and all(oracle.worse_or_equal(i, s3, s) for s3 in oracle.reach[i, s2])
            for s2 in answers
        ):
            return False
    return True


def any_answer(oracle: Oracle, i: str, s: str) -> bool:
    """The others may hurt themselves: SMR."""
    return oracle.smr(i, s)


def no_counter_move(oracle: Oracle, i: str, s: str) -> bool:
    return oracle.seq(i, s)


def counter_moves_are_gains_over_the_answer(oracle: Oracle, i: str, s: str) -> bool:
    return all(
        any(
            oracle.worse_or_equal(i, s2, s) and not oracle.better[i, s2]
            for s2 in oracle.replies(i, s1, oracle.better)
        )
        for s1 in oracle.better[i, s]
    )


MUTANTS: tuple[Rule, ...] = (any_answer, no_counter_move, counter_moves_are_gains_over_the_answer)


def stable(oracle: Oracle, rule: Rule) -> dict[str, set[str]]:
    return {i: {s for s in oracle.states if rule(oracle, i, s)} for i in oracle.players}


def agrees(seed: int, *, wide: bool = False) -> None:
    conflict = random_conflict(seed, wide=wide)
    found = analyse(conflict, ["sseq"])
    wanted = stable(Oracle(conflict), sseq)
    assert {i: set(s) for i, s in found.stable["sseq"].items()} == wanted, f"seed {seed}"
    assert set(found.equilibria["sseq"]) == set.intersection(*wanted.values())


@pytest.mark.parametrize("start", range(0, 150, 50))
def test_agrees_with_the_definition(start: int) -> None:
    for seed in range(start, start + 50):
        agrees(seed)


@pytest.mark.long
def test_agrees_with_the_definition_on_many() -> None:
    for seed in range(300_000, 302_500):
        agrees(seed, wide=seed % 10 == 0)


@pytest.mark.parametrize("mutant", MUTANTS)
def test_the_models_tell_a_planted_fault(mutant: Rule) -> None:
    for seed in range(300):
        oracle = Oracle(random_conflict(seed))
        if stable(oracle, mutant) != stable(oracle, sseq):
            return
    pytest.fail("300 models do not tell the fault from the definition")


def test_lies_between_nash_and_both_seq_and_smr() -> None:
    for seed in range(60):
        found = analyse(random_conflict(seed), ["nash", "smr", "seq", "sseq"]).stable
        for i in found["nash"]:
            assert set(found["nash"][i]) <= set(found["sseq"][i])
            assert set(found["sseq"][i]) <= set(found["seq"][i]) & set(found["smr"][i])


def test_witnesses() -> None:
    for seed in range(60):
        conflict = random_conflict(seed)
        oracle = Oracle(conflict)
        analysis = analyse(conflict, ["sseq"])
        for i in oracle.players:
            for s in oracle.states:
                verdict = analysis.verdict(s, i, "sseq")
                assert verdict.stable == all(x.deterred for x in verdict.improvements)
                for improvement in verdict.improvements:
                    if not improvement.deterred:
                        continue
                    replay(oracle, verdict, improvement)
                    at = improvement.to
                    for step in improvement.reply:
                        assert step.after in oracle.better[step.mover, at]
                        at = step.after
                    assert all(oracle.worse_or_equal(i, q, s) for q in oracle.reach[i, at])


def test_an_answer_that_can_be_evaded_does_not_deter() -> None:
    """a can leave NN for YN; b answers with YY, which is good for b and bad for a; but from there
    a goes back to NY, which it likes better than NN."""
    conflict = Conflict(
        "evasion",
        (
            DecisionMaker("a", "A", ranking=(("YN",), ("NY",), ("NN",), ("YY",))),
            DecisionMaker("b", "B", ranking=(("YY",), ("NN",), ("NY",), ("YN",))),
        ),
        (Option("a.x", "a", "x"), Option("b.y", "b", "y")),
    )
    analysis = analyse(conflict, ["seq", "sseq"])
    assert "NN" in analysis.stable["seq"]["a"]
    assert "NN" not in analysis.stable["sseq"]["a"]
    assert sentence(analysis.verdict("NN", "a", "sseq"), conflict) == (
        "NN would not hold for A (SSEQ): it could choose “x” (YN), which it prefers, and no reply "
        "of the others deters it."
    )
