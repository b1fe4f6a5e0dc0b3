"""What every engine answers for, whatever it works with. A test class for an engine names it and
says how many random models it is tried on; see ``test_engines``."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import ClassVar

import pytest

from firstmove.analysis import ALL_CONCEPTS, Analysis, analyse
from firstmove.conflict import (
    Conflict,
    DecisionMaker,
    Direction,
    Impossible,
    Name,
    Not,
    Option,
    Want,
    parse_condition,
)
from firstmove.errors import AnalysisError, FirstmoveError
from tests.analysis.models import mixed_conflict, random_conflict
from tests.analysis.oracle import Answer, Oracle
from tests.analysis.test_sseq import sseq
from tests.analysis.test_verdicts import replay


@cache
def wanted(seed: int, wide: bool = False) -> Answer:
    """The oracle's answer for a random model, asked once for all engines."""
    conflict = random_conflict(seed, wide=wide)
    return answer(conflict)


@cache
def wanted_mixed(seed: int) -> Answer:
    """The same for weights and partial rankings."""
    return answer(mixed_conflict(seed))


def answer(conflict: Conflict) -> Answer:
    oracle = Oracle(conflict)
    found = oracle.stable()
    found["sseq"] = {
        i: frozenset(s for s in oracle.states if sseq(oracle, i, s)) for i in oracle.players
    }
    return found


def differences(found: Analysis, right: Answer) -> list[str]:
    wrong = [
        f"{concept}, {player}"
        for concept in ALL_CONCEPTS
        for player, states in right[concept].items()
        if frozenset(found.stable[concept][player]) != states
        or found.stable[concept][player].count != len(states)
    ]
    for concept in ALL_CONCEPTS:
        for_all = frozenset.intersection(*right[concept].values())
        if frozenset(found.equilibria[concept]) != for_all:
            wrong.append(f"{concept}, equilibria")
    return wrong


def number(state: str) -> int:
    return sum(1 << k for k, letter in enumerate(state) if letter == "Y")


class EngineContract:
    engine: ClassVar[str]
    models: ClassVar[int]  # of the quick suite

    def solve(self, conflict: Conflict, concepts: tuple[str, ...] = ALL_CONCEPTS) -> Analysis:
        analysis = analyse(conflict, concepts, engine=self.engine)
        assert analysis.engine == self.engine
        assert analysis.engine_reason.startswith("asked for")
        return analysis

    @pytest.mark.parametrize("part", range(5))
    def test_agrees_with_the_oracle(self, part: int) -> None:
        for seed in range(part, self.models, 5):
            found = self.solve(random_conflict(seed))
            assert not differences(found, wanted(seed)), f"seed {seed}"

    @pytest.mark.parametrize("part", range(3))
    def test_agrees_on_weights_and_partial_rankings(self, part: int) -> None:
        for seed in range(600_000 + part, 600_000 + self.models, 3):
            found = self.solve(mixed_conflict(seed))
            assert not differences(found, wanted_mixed(seed)), f"seed {seed}"

    @pytest.mark.long
    @pytest.mark.parametrize("part", range(6))
    def test_agrees_with_the_oracle_on_wider_models(self, part: int) -> None:
        for seed in range(200_000 + part, 200_300, 6):
            found = self.solve(random_conflict(seed, wide=True))
            assert not differences(found, wanted(seed, wide=True)), f"seed {seed}"

    def test_sets_of_states_are_sets_in_order(self) -> None:
        for seed in range(300, 330):
            analysis = self.solve(random_conflict(seed), ("gmr",))
            for found in (analysis.possible, analysis.equilibria["gmr"]):
                states = list(found)
                assert len(states) == found.count == len(found)
                assert states == sorted(states, key=number)
                assert found.first(3) == tuple(states[:3])
                assert bool(found) is bool(states)
                for state in analysis.possible:
                    assert (state in found) is (state in states)
                for no_state in ("", "Y", "y" * len(states[0]) if states else "y", 5, None):
                    assert no_state not in found

    def test_patterns_and_samples(self) -> None:
        for seed in range(330, 350):
            analysis = self.solve(random_conflict(seed), ("gmr", "nash"))
            for found in (analysis.possible, *analysis.equilibria.values()):
                states = list(found)
                patterns = found.patterns(10_000)
                covered = [s for p in patterns for s in states if _fits(s, p)]
                assert sorted(covered) == sorted(states), "no state in two patterns or in none"
                assert sum(2 ** p.count("-") for p in patterns) == len(states)
                assert found.patterns(1) == patterns[:1]
                drawn = found.sample(3, seed=1)
                assert drawn == found.sample(3, seed=1)
                assert len(set(drawn)) == min(3, len(states))
                assert list(drawn) == [s for s in states if s in drawn]
                assert found.sample(10_000) == tuple(states)
        once = {s for seed in range(200) for s in analysis.possible.sample(2, seed)}
        assert once == set(analysis.possible), "every state can be drawn"

    def test_the_indifferent_are_named(self) -> None:
        for seed in range(400, 440):
            conflict = mixed_conflict(seed) if seed % 2 else random_conflict(seed)
            worth = Oracle(conflict).worth
            expected = tuple(i for i, by in worth.items() if len(set(by.values())) == 1)
            assert self.solve(conflict, ("nash",)).indifferent == expected

    def test_a_want_that_many_others_oppose_decides(self) -> None:
        """130 wants: past the width of any integer."""
        wants = (Want(Name("a.x")), *(Want(Not(Name("a.x"))) for _ in range(129)))
        conflict = Conflict("many", (DecisionMaker("a", "A", wants),), (Option("a.x", "a", "x"),))
        assert list(self.solve(conflict).stable["nash"]["a"]) == ["Y"]

    def test_nobody_moves_back_on_a_one_way_option(self) -> None:
        for direction, stuck in ((Direction.FORWARD, True), (Direction.BOTH, False)):
            conflict = Conflict(
                "one way",
                (DecisionMaker("d", "D", (Want(Not(Name("d.go"))),)), DecisionMaker("e", "E")),
                (Option("d.go", "d", "go", direction),),
            )
            analysis = self.solve(conflict)
            assert ("Y" in analysis.stable["nash"]["d"]) is stuck
            assert analysis.stable["nash"]["e"].count == 2

    def test_no_possible_state_is_an_error(self) -> None:
        names = [Name("d.a"), Name("d.b")]
        conflict = Conflict(
            "none",
            (DecisionMaker("d", "D"),),
            tuple(Option(n.id, "d", n.id) for n in names),
            tuple(Impossible(parse_condition(c)) for c in ("d.a or d.b", "not d.a")),
        )
        with pytest.raises(FirstmoveError, match="possible"):
            self.solve(conflict)

    def test_out_of_time_is_an_answer(self) -> None:
        conflict = random_conflict(2)
        analysis = analyse(conflict, ("nash", "seq"), engine=self.engine, limit=-1.0)
        assert analysis.concepts == ()
        assert {(u.concept, u.decision_maker) for u in analysis.undecided} == {
            (concept, d.id) for concept in ("nash", "seq") for d in conflict.decision_makers
        }
        assert all("no answer within" in u.reason for u in analysis.undecided)
        state = analysis.possible.first(1)[0]
        with pytest.raises(AnalysisError, match="not decided"):
            analysis.verdict(state, conflict.decision_makers[0].id, "nash")

    def test_verdicts_agree_with_the_sets(self) -> None:
        for seed in range(500, 516):
            conflict = mixed_conflict(seed) if seed % 2 else random_conflict(seed)
            oracle = Oracle(conflict)
            analysis = self.solve(conflict)
            for concept, i, s in _questions(analysis):
                verdict = analysis.verdict(s, i, concept)
                assert verdict.stable is (s in analysis.stable[concept][i])
                assert {x.to for x in verdict.improvements} == oracle.better[i, s]
                for improvement in verdict.improvements:
                    assert improvement.deterred is bool(improvement.reply)
                    if improvement.deterred:
                        replay(oracle, verdict, improvement)


def _fits(state: str, pattern: str) -> bool:
    return all(want in ("-", letter) for letter, want in zip(state, pattern, strict=True))


def _questions(analysis: Analysis) -> Iterator[tuple[str, str, str]]:
    for concept in analysis.concepts:
        for i in analysis.stable[concept]:
            for s in analysis.possible:
                yield concept, i, s
