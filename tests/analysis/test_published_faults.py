"""Faults of published software, each on the smallest case known to show it: what the fault gives
and what the definitions give, in every engine that can do the case. ``docs/explanation/
disagreements.md`` tells the same."""

from __future__ import annotations

import pytest

from firstmove.analysis import ENGINES, analyse
from firstmove.analysis.concepts.coalition import coalition
from firstmove.analysis.concepts.inverse import inverse
from firstmove.conflict import Conflict, load_model, parse_model
from firstmove.examples import model
from tests.analysis.oracle import NarrowSum, NoCounterMove, OneMoveEach, Oracle, SimUsedUp
from tests.analysis.outright import Outright
from tests.analysis.test_coalition import Coalitions, CounterMovesThatGainOverTheAnswer
from tests.analysis.test_inverse import last_clause_only, ties_do_not_deter, with_ranking
from tests.analysis.test_sets import TurnsNotKept

EVERY = pytest.mark.parametrize("engine", ENGINES)


def written(makers: dict[str, tuple[str, str]], more: str = "") -> Conflict:
    """Decision makers as id → (letters of its options, ranking or want)."""
    text = more
    for id_, (letters, preference) in makers.items():
        text += f'\n[[decision_maker]]\nid = "{id_}"\n{preference}\n'
        text += "".join(
            f'[[option]]\nid = "{id_}.{letter}"\nowner = "{id_}"\nlabel = "{letter}"\n'
            for letter in letters
        )
    return parse_model(text)


def ranked(order: str) -> str:
    return f"ranking = {order.split()}"


THREE = written(
    {
        "dm1": ("a", ranked("YYY YNY NNY NNN NYN YNN NYY YYN")),
        "dm2": ("a", ranked("NNN YYY YNN NYN YYN YNY NNY NYY")),
        "dm3": ("a", ranked("NNN YYN YNY NYY YNN NYN YYY NNY")),
    }
)
COAST = written(
    {
        "alba": ("xy", ranked("YNN NYN NNN YNY NYY NNY YYN YYY")),
        "boria": ("z", 'want = [{ condition = "boria.z" }]'),
    }
)


def held(oracle: Oracle, concept: str) -> set[str]:
    return set(frozenset.intersection(*oracle.stable()[concept].values()))


@EVERY
def test_one_move_for_each_opponent(engine: str) -> None:
    assert held(OneMoveEach(THREE), "seq") == {"NNN"}
    assert held(Oracle(THREE), "seq") == {"NNN", "YNY"}
    assert set(analyse(THREE, ["seq"], engine=engine).equilibria["seq"]) == {"NNN", "YNY"}


@EVERY
def test_sim_used_up(engine: str) -> None:
    assert not SimUsedUp(COAST).sim("alba", "NNN")
    assert Oracle(COAST).sim("alba", "NNN")
    assert "NNN" in analyse(COAST, ["sim"], engine=engine).stable["sim"]["alba"]


def test_a_coalition_jumps_over_impossible_states() -> None:
    """What a program does that changes all members' options at once."""
    sides = {"alba": ("x", ranked("YY NN")), "boria": ("x", ranked("YY NN"))}
    never = '[[impossible]]\ncondition = "alba.x iff not boria.x"\n'
    conflict = written(sides, never)
    rules = Coalitions(conflict)
    assert rules.all_gain(["alba", "boria"], "NN", "YY"), "a jump would be a gain for both"
    assert rules.targets(["alba", "boria"], "NN") == set()
    assert "NN" in coalition(conflict, ["alba", "boria"]).stable["nash"]


def test_a_counter_move_that_must_gain_over_the_answer() -> None:
    graph = parse_model(
        '[[decision_maker]]\nid = "a"\nmoves = ["s -> s1", "s2 -> s3"]\n'
        'ranking = ["s2", ["s1", "s3"], "s"]\n'
        '[[decision_maker]]\nid = "b"\nranking = [["s1", "s3"], "s", "s2"]\n'
        '[[decision_maker]]\nid = "c"\nmoves = ["s1 -> s2"]\n'
        + "".join(f'[[state]]\nid = "{s}"\n' for s in ("s", "s1", "s2", "s3"))
    )
    assert CounterMovesThatGainOverTheAnswer(graph).stable("smr", ["a", "b"], "s")
    assert "s" not in coalition(graph, ["a", "b"]).stable["smr"]


def test_inverse_keeps_every_improvement() -> None:
    found = inverse(load_model(model("elmira")), "NYNNN", "uniroyal", "nash")
    assert last_clause_only(found, {"NYNNN", "NNNYN"}, {"NYNNN"})
    assert not found.holds({"NNNYN"})
    assert found.holds({"NNYNN", "NNNYN"})


def test_inverse_lets_ties_deter() -> None:
    conflict = with_ranking(THREE, "dm2", [sorted(Oracle(THREE).states)])
    found = inverse(conflict, "YNY", "dm2", "gmr")
    everything = set(Oracle(THREE).states)
    assert not ties_do_not_deter(found, everything, everything)
    assert found.holds(everything)
    assert found.holds_now


@EVERY
def test_more_than_63_statements(engine: str) -> None:
    against = ", ".join(['{ condition = "not alba.x" }'] * 63)
    many = written({"alba": ("x", f'want = [{{ condition = "alba.x" }}, {against}]')})
    assert NarrowSum(many).stable()["nash"]["alba"] == {"N"}
    assert set(analyse(many, ["nash"], engine=engine).stable["nash"]["alba"]) == {"Y"}


def test_the_same_mover_twice_running() -> None:
    ladder = parse_model(
        '[[decision_maker]]\nid = "a"\nmoves = ["s -> t"]\nranking = ["t", "u", "s", "v"]\n'
        '[[decision_maker]]\nid = "b"\nmoves = ["t -> u", "u -> v"]\n'
        + "".join(f'[[state]]\nid = "{s}"\n' for s in "stuv")
    )
    assert TurnsNotKept(ladder).simple("gmr", "a", "s")
    assert not Outright(ladder).simple("gmr", "a", "s")
    assert "s" not in analyse(ladder, ["gmr"]).stable["gmr"]["a"]


@EVERY
def test_smr_without_the_counter_move(engine: str) -> None:
    evasion = written({"alba": ("x", ranked("YN NY NN YY")), "boria": ("x", ranked("NN NY YN YY"))})
    assert NoCounterMove(evasion).smr("alba", "NN")
    assert not Oracle(evasion).smr("alba", "NN")
    assert "NN" not in analyse(evasion, ["smr"], engine=engine).stable["smr"]["alba"]
