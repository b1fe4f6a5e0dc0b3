"""Coalitions against the definitions, and in the Elmira conflict."""

from __future__ import annotations

from itertools import combinations

import pytest

from firstmove.analysis import analyse
from firstmove.analysis.concepts.coalition import CONCEPTS, coalition, coalition_improvements
from firstmove.conflict import (
    Conflict,
    DecisionMaker,
    Impossible,
    Option,
    State,
    load_model,
    parse_condition,
)
from firstmove.errors import AnalysisError
from firstmove.examples import model as bundled
from tests.analysis.outright import Outright
from tests.analysis.test_sets import mixed_model, model


class Coalitions(Outright):
    """Stability for a coalition, read off the definitions."""

    def all_gain(self, members: list[str], s: str, q: str) -> bool:
        return all(self.relation[i, s, q] in (">", ">>") for i in members)

    def targets(self, members: list[str], s: str) -> set[str]:
        return {q for q in self.reach(members, s) if self.all_gain(members, s, q)}

    def mended(self, members: list[str], s: str, s2: str) -> bool:
        """Whether the coalition gets from s2 to where all its members are better off than at s."""
        return any(self.all_gain(members, s, s3) for s3 in self.reach(members, s2))

    def stable(self, concept: str, members: list[str], s: str) -> bool:
        rest = [j for j in self.players if j not in members]
        for s1 in self.targets(members, s):
            if concept == "nash":
                return False
            answers = self.reach(rest, s1, "" if concept == "seq" else None)
            good = [s2 for s2 in answers if not self.all_gain(members, s, s2)]
            if concept == "smr":
                good = [s2 for s2 in good if not self.mended(members, s, s2)]
            if not good:
                return False
        return True

    def answer(self, concept: str, members: list[str]) -> frozenset[str]:
        return frozenset(s for s in self.states if self.stable(concept, members, s))


class CounterMovesThatGainOverTheAnswer(Coalitions):
    """Published fault: counter-moves count only where every member gains over s2."""

    def mended(self, members: list[str], s: str, s2: str) -> bool:
        return any(
            self.all_gain(members, s, s3) and self.all_gain(members, s2, s3)
            for s3 in self.reach(members, s2)
        )


class AllMustLose(Coalitions):
    """An answer deters only if no member is better off, instead of some."""

    def stable(self, concept: str, members: list[str], s: str) -> bool:
        rest = [j for j in self.players if j not in members]
        for s1 in self.targets(members, s):
            answers = self.reach(rest, s1, "" if concept == "seq" else None)
            if concept == "nash" or not any(
                all(self.relation[i, s, s2] in ("<", "<<", "=") for i in members) for s2 in answers
            ):
                return False
        return True


class EachMovesOnce(Coalitions):
    """Members move one after the other, each of them once."""

    def targets(self, members: list[str], s: str) -> set[str]:
        ends: set[str] = set()
        todo: list[tuple[str, frozenset[str]]] = [(s, frozenset())]
        while todo:
            at, moved = todo.pop()
            for j in members:
                if j not in moved:
                    todo += [(q, moved | {j}) for q in self.moves[j, at]]
                    ends |= self.moves[j, at]
        return {q for q in ends - {s} if self.all_gain(members, s, q)}


def groups(conflict: Conflict) -> list[list[str]]:
    ids = [d.id for d in conflict.decision_makers]
    return [list(g) for size in range(1, len(ids) + 1) for g in combinations(ids, size)][:16]


def agrees(seed: int) -> None:
    conflict = mixed_model(seed) if seed % 3 == 0 else model(seed)
    oracle = Coalitions(conflict)
    for members in groups(conflict):
        found = coalition(conflict, members)
        for concept in CONCEPTS:
            wanted = oracle.answer(concept, members)
            assert frozenset(found.stable[concept]) == wanted, (seed, members, concept)


def test_agrees_with_the_definitions() -> None:
    for seed in range(30):
        agrees(seed)


@pytest.mark.long
def test_agrees_with_the_definitions_on_many() -> None:
    for seed in range(20_000, 22_000):
        agrees(seed)


@pytest.mark.parametrize("mutant", [CounterMovesThatGainOverTheAnswer, AllMustLose, EachMovesOnce])
def test_the_models_tell_a_planted_fault(mutant: type[Coalitions]) -> None:
    for seed in range(300):
        conflict = model(seed)
        right, wrong = Coalitions(conflict), mutant(conflict)
        for members in groups(conflict):
            if any(right.answer(c, members) != wrong.answer(c, members) for c in CONCEPTS):
                return
    pytest.fail("300 models do not tell the fault from the definitions")


def test_a_coalition_of_one_gives_the_simple_concepts() -> None:
    for seed in range(30):
        conflict = model(seed)
        simple = analyse(conflict, CONCEPTS).stable
        for d in conflict.decision_makers:
            alone = coalition(conflict, [d.id])
            for concept in CONCEPTS:
                assert set(alone.stable[concept]) == set(simple[concept][d.id])


def test_coalitions_do_not_jump_over_impossible_states() -> None:
    """Two who both want YY could only get there through YN or NY, and neither can come about."""
    both = (("YY",), ("NN",))
    conflict = Conflict(
        "jump",
        (DecisionMaker("a", "A", ranking=both), DecisionMaker("b", "B", ranking=both)),
        (Option("a.x", "a", "x"), Option("b.y", "b", "y")),
        (Impossible(parse_condition("a.x iff not b.y")),),
    )
    assert set(coalition(conflict, ["a", "b"]).stable["nash"]) == {"NN", "YY"}
    free = Conflict(
        "no jump",
        tuple(
            DecisionMaker(d.id, d.name, ranking=(("YY",), ("NN",), ("YN", "NY")))
            for d in conflict.decision_makers
        ),
        conflict.options,
    )
    assert "NN" not in coalition(free, ["a", "b"]).stable["nash"]
    assert "NN" in analyse(free, ["nash"]).equilibria["nash"]


def test_a_counter_move_need_not_gain_over_the_answer() -> None:
    """The coalition is answered at s2, which one member likes best; together they can still move
    on to s3, better for both than s. Counting only moves that gain over s2 calls s stable."""
    conflict = Conflict(
        "counter",
        (
            DecisionMaker(
                "a", "A", ranking=(("s2",), ("s1", "s3"), ("s",)),
                moves=(("s", "s1"), ("s2", "s3")),
            ),
            DecisionMaker("b", "B", ranking=(("s1", "s3"), ("s",), ("s2",))),
            DecisionMaker("c", "C", moves=(("s1", "s2"),)),
        ),
        (),
        states=tuple(map(State, ("s", "s1", "s2", "s3"))),
    )  # fmt: skip
    found = coalition(conflict, ["a", "b"])
    assert "s" in found.stable["gmr"]
    assert "s" not in found.stable["smr"]
    assert CounterMovesThatGainOverTheAnswer(conflict).stable("smr", ["a", "b"], "s")


def test_elmira() -> None:
    """Kilgour, Hipel, Fang & Peng 2001: of the equilibria s5, s8, s9 the first is left by the
    ministry and the works together, for s8; no coalition improves on s8, which is what happened."""
    elmira = load_model(bundled("elmira"))
    assert set(analyse(elmira, ["nash"]).equilibria["nash"]) >= {"NYNNY", "YNYNY", "NNNYN"}
    (jump,) = coalition_improvements(elmira, "NYNNY")
    assert jump.members == ("moe", "uniroyal")
    assert jump.to == "YNYNY"
    assert [step.mover for step in jump.path] == ["moe", "uniroyal"]
    assert coalition_improvements(elmira, "YNYNY") == ()


def test_improvements_are_told_with_paths_and_replies() -> None:
    for seed in range(40):
        conflict = model(seed)
        oracle = Coalitions(conflict)
        members = [d.id for d in conflict.decision_makers][:2]
        found = coalition(conflict, members)
        for s in oracle.states:
            for concept in CONCEPTS:
                told = found.improvements(s, concept)
                assert {x.to for x in told} == oracle.targets(members, s)
                stable = s in found.stable[concept]
                assert stable == all(x.deterred for x in told)
                for x in told:
                    at, last = s, ""
                    for step in x.path:
                        assert step.mover in members
                        assert step.mover != last
                        assert step.after in oracle.moves[step.mover, at]
                        at, last = step.after, step.mover
                    assert at == x.to
                    assert not x.deterred or not oracle.all_gain(members, s, x.ends)


def test_what_cannot_be_asked() -> None:
    conflict = model(2)
    with pytest.raises(AnalysisError, match="no members"):
        coalition(conflict, [])
    with pytest.raises(AnalysisError, match="no decision maker"):
        coalition(conflict, ["nobody"])
    with pytest.raises(AnalysisError, match="not a concept for coalitions"):
        coalition(conflict, ["d0"], ["sim"])
    with pytest.raises(AnalysisError, match="not a possible state"):
        coalition_improvements(conflict, "Q")
