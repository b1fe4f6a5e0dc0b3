"""Every verdict's witness, replayed move by move against the definitions."""

from __future__ import annotations

import pytest

from firstmove.analysis import CONCEPTS, Improvement, Verdict, analyse, sentence
from firstmove.errors import AnalysisError
from tests.analysis.models import random_conflict
from tests.analysis.oracle import Oracle


def replay(oracle: Oracle, verdict: Verdict, improvement: Improvement) -> None:
    i, s, concept = verdict.decision_maker, verdict.state, verdict.concept
    at, last = improvement.to, i
    assert improvement.reply, "a deterred improvement has a reply"
    for step in improvement.reply:
        moves = oracle.better if concept in ("seq", "sim") else oracle.reach
        assert step.mover != i
        assert step.mover != last
        if concept == "sim":
            assert step.before == s
        else:
            assert step.before == at
        assert step.after in moves[step.mover, step.before]
        at, last = step.after, step.mover
    if concept == "sim":
        movers = {step.mover: step.after for step in improvement.reply}
        assert len(movers) == len(improvement.reply)
        by = {i: improvement.to, **movers}
        at = "".join(by.get(o.owner, s)[k] for k, o in enumerate(oracle.conflict.options))
        assert at in oracle.feasible
    assert improvement.ends == at
    assert oracle.worse_or_equal(i, at, s)
    if concept == "smr":
        assert not any(oracle.prefers(i, s3, s) for s3 in oracle.reach[i, at])


@pytest.mark.parametrize("start", range(0, 160, 40))
def test_witnesses(start: int) -> None:
    for seed in range(start, start + 40):
        conflict = random_conflict(seed)
        oracle = Oracle(conflict)
        analysis = analyse(conflict)
        for concept in CONCEPTS:
            for i in oracle.players:
                for s in oracle.states:
                    verdict = analysis.verdict(s, i, concept)
                    assert verdict.stable == (s in analysis.stable[concept][i])
                    assert {x.to for x in verdict.improvements} == oracle.better[i, s]
                    assert verdict.stable == all(x.deterred for x in verdict.improvements)
                    for improvement in verdict.improvements:
                        if improvement.deterred:
                            replay(oracle, verdict, improvement)
                        else:
                            assert improvement.reply == ()
                            assert improvement.ends == ""


def test_improvements_come_best_first() -> None:
    for seed in range(40):
        conflict = random_conflict(seed)
        worth = Oracle(conflict).worth
        analysis = analyse(conflict, ["nash"])
        for i in worth:
            for s in analysis.possible:
                order = [worth[i][x.to] for x in analysis.verdict(s, i, "nash").improvements]
                assert order == sorted(order, reverse=True)


def test_every_verdict_has_one_sentence() -> None:
    for seed in range(25):
        conflict = random_conflict(seed)
        analysis = analyse(conflict)
        for concept in CONCEPTS:
            for d in conflict.decision_makers:
                for s in analysis.possible.first(4):
                    verdict = analysis.verdict(s, d.id, concept)
                    text = sentence(verdict, conflict)
                    holds = "would hold" if verdict.stable else "would not hold"
                    assert text.startswith(f"{s} {holds} for {d.name} ({concept.upper()}"[:20])
                    assert text.endswith(".")
                    assert "\n" not in text
                    assert "should" not in text


def test_what_cannot_be_asked() -> None:
    conflict = random_conflict(3)
    analysis = analyse(conflict, ["nash"])
    with pytest.raises(AnalysisError, match="not analysed"):
        analysis.verdict(analysis.possible.first(1)[0], "d0", "seq")
    with pytest.raises(AnalysisError, match="not a possible state"):
        analysis.verdict("Q", "d0", "nash")
    with pytest.raises(AnalysisError, match="no decision maker"):
        analysis.verdict(analysis.possible.first(1)[0], "nobody", "nash")
    with pytest.raises(AnalysisError, match="not a known concept"):
        analyse(conflict, ["nach"])
    with pytest.raises(AnalysisError, match="no engine"):
        analyse(conflict, engine="quantum")
