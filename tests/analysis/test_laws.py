"""Laws of the concepts, facts that the engine relies on, and its limits."""

from __future__ import annotations

from itertools import combinations

import pytest

from firstmove.analysis import analyse
from firstmove.conflict import (
    Basis,
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
from firstmove.errors import AnalysisError, ModelError
from tests.analysis.models import mixed_conflict, random_conflict
from tests.analysis.oracle import Oracle


class SameMoverTwice(Oracle):
    """Nobody is kept from moving twice in a row."""

    def group_reach(
        self, group: list[str], s: str, moves: dict[tuple[str, str], set[str]]
    ) -> set[str]:
        seen = {s}
        todo = [s]
        while todo:
            at = todo.pop()
            for q in set().union(*(moves[j, at] for j in group)) - seen:
                seen.add(q)
                todo.append(q)
        return seen - {s}


def test_no_mover_twice_in_a_row_changes_nothing_in_option_form() -> None:
    for seed in range(120):
        conflict = random_conflict(seed)
        assert SameMoverTwice(conflict).stable() == Oracle(conflict).stable()


def test_moves_and_improvements_are_transitive() -> None:
    for seed in range(120):
        oracle = Oracle((mixed_conflict if seed % 2 else random_conflict)(seed))
        for moves in (oracle.reach, oracle.better):
            for (i, s), there in moves.items():
                for q in there:
                    assert moves[i, q] - {s} <= there


@pytest.mark.parametrize("seed", range(0, 200, 5))
def test_which_concept_implies_which(seed: int) -> None:
    """Nash ⊆ SMR ⊆ GMR and Nash ⊆ SEQ ⊆ GMR, Nash ⊆ SIM (Fang, Hipel & Kilgour 1993)."""
    analysis = analyse((mixed_conflict if seed % 2 else random_conflict)(seed))
    stable = {c: {i: set(s) for i, s in by.items()} for c, by in analysis.stable.items()}
    pairs = [("nash", "smr"), ("smr", "gmr"), ("nash", "seq"), ("seq", "gmr"), ("nash", "sim")]
    for narrow, wide in pairs:
        for i in stable[narrow]:
            assert stable[narrow][i] <= stable[wide][i]


def free(options: int, owners: int = 2, wants: int = 3) -> Conflict:
    names = [f"d{k % owners}.o{k}" for k in range(options)]
    return Conflict(
        "free",
        tuple(
            DecisionMaker(
                f"d{j}", f"D{j}",
                tuple(Want(Name(names[(j + 3 * w) % options])) for w in range(wants)),
            )
            for j in range(owners)
        ),
        tuple(Option(name, name.split(".")[0], name) for name in names),
    )  # fmt: skip


def test_states_come_in_ascending_order_of_their_number() -> None:
    analysis = analyse(free(3), ["nash"])
    assert analysis.possible.first(5) == ("NNN", "YNN", "NYN", "YYN", "NNY")
    assert analysis.states == analysis.possible.count == len(list(analysis.possible)) == 8
    assert "YYY" in analysis.possible
    for no_state in ("", "YY", "yyy", "YYYY", 5):
        assert no_state not in analysis.possible


def test_large_models() -> None:
    analysis = analyse(free(16, owners=3), ["nash", "gmr", "smr", "seq"])
    assert analysis.states == 65_536
    assert analysis.equilibria["nash"].count > 0


def test_too_many_states_is_an_honest_error() -> None:
    with pytest.raises(AnalysisError, match="more than 1,048,576 possible states") as caught:
        analyse(free(30), engine="explicit")
    assert "1,048,576" in caught.value.remedy
    with pytest.raises(AnalysisError, match="63 options"):
        analyse(free(63), engine="explicit")
    with pytest.raises(AnalysisError, match="27 options"):
        analyse(free(27), engine="cubes")
    with pytest.raises(AnalysisError, match="8,192 possible states"):
        analyse(free(13), engine="literal")


def test_many_options_and_few_states() -> None:
    """40 options of which any two exclude each other: 41 states."""
    base = free(40)
    names = [o.id for o in base.options]
    conflict = Conflict(
        "exclusive", base.decision_makers, base.options,
        tuple(Impossible(parse_condition(f"{a} and {b}")) for a, b in combinations(names, 2)),
    )  # fmt: skip
    assert analyse(conflict).states == 41


def test_more_wants_than_an_integer_has_bits() -> None:
    """130 wants; the first decides though all the others speak against it."""
    wants = (Want(Name("d0.o0")), *(Want(Not(Name("d0.o0"))) for _ in range(129)))
    base = free(2)
    conflict = Conflict(
        "many", (DecisionMaker("d0", "D0", wants), base.decision_makers[1]), base.options
    )
    assert set(analyse(conflict, ["nash"]).stable["nash"]["d0"]) == {"YN", "YY"}


def test_unknown_wants_are_not_used_and_the_indifferent_are_named() -> None:
    base = free(2)
    conflict = Conflict(
        "unknown",
        (
            DecisionMaker("d0", "D0", (Want(Name("d0.o0"), Basis.UNKNOWN),)),
            base.decision_makers[1],
        ),
        base.options,
    )
    analysis = analyse(conflict, ["nash"])
    assert analysis.indifferent == ("d0",)
    assert analysis.stable["nash"]["d0"].count == 4


def test_one_way_options() -> None:
    """A side that would rather undo what cannot be undone is stuck with it."""
    for direction, stuck in ((Direction.FORWARD, True), (Direction.BOTH, False)):
        conflict = Conflict(
            "one way",
            (DecisionMaker("d", "D", (Want(Not(Name("d.go"))),)),),
            (Option("d.go", "d", "go", direction),),
        )
        assert ("Y" in analyse(conflict, ["nash"]).stable["nash"]["d"]) is stuck


def test_an_unsound_model_is_refused() -> None:
    conflict = Conflict("bad", (DecisionMaker("d", "D"),), (Option("d.go", "e", "go"),))
    with pytest.raises(ModelError, match="owner “e”"):
        analyse(conflict)
    with pytest.raises(AnalysisError, match="no option"):
        analyse(Conflict("empty", (DecisionMaker("d", "D"),), ()))


def test_the_answer_says_how_it_was_got() -> None:
    analysis = analyse(free(3), ("SEQ", "nash", "seq"))
    assert analysis.concepts == ("seq", "nash")
    assert analysis.engine == "cubes"
    assert "3 options" in analysis.engine_reason
    assert analysis.seconds >= 0
