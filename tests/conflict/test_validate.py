from __future__ import annotations

from dataclasses import replace
from itertools import product

import pytest
from hypothesis import given, settings

from firstmove.conflict import (
    Conflict,
    DecisionMaker,
    Impossible,
    Option,
    StatusQuo,
    Want,
    check,
    feasible_states,
    parse_condition,
    problems,
    state_of,
    values_of,
)
from firstmove.errors import ModelError
from tests.conflict.strategies import conflicts

P = parse_condition
SOUND = Conflict(
    "two",
    (DecisionMaker("a", "A", (Want(P("b.y")),)), DecisionMaker("b", "B")),
    (Option("a.x", "a", "x"), Option("b.y", "b", "y")),
    (Impossible(P("a.x and not b.y")),),
)


def with_want(text: str) -> Conflict:
    return replace(SOUND, decision_makers=(DecisionMaker("a", "A", (Want(P(text)),)),
                                           DecisionMaker("b", "B")))  # fmt: skip


def with_ranking(*tiers: tuple[str, ...]) -> Conflict:
    return replace(SOUND, decision_makers=(DecisionMaker("a", "A", ranking=tiers),
                                           DecisionMaker("b", "B")))  # fmt: skip


LONG_CHAIN = {"n0": P("a.x"), **{f"n{k}": P(f"n{k - 1}") for k in range(1, 80)}}


@pytest.mark.parametrize(
    ("conflict", "what", "remedy"),
    [
        (with_want("b.z"), "called “b.z”", "did you mean “b.y”?"),
        (with_want("quite_other"), "called “quite_other”", "options and defined names: a.x, b.y"),
        (replace(SOUND, options=(*SOUND.options, Option("b.y", "b", ""))), "used twice", "another"),
        (replace(SOUND, options=(Option("a.x", "aa", ""), SOUND.options[1])), "owner “aa”", "“a”"),
        (replace(SOUND, options=(Option("a x", "a", ""), SOUND.options[1])), "cannot be", "letter"),
        (replace(SOUND, defines={"a.x": P("b.y")}), "both an option and", "another"),
        (replace(SOUND, defines={"p": P("q and a.x"), "q": P("r"), "r": P("p")}),
         "p → q → r → p", "options alone"),
        (replace(SOUND, defines={"p": P("not p")}), "p → p", "options alone"),
        (replace(SOUND, defines=LONG_CHAIN), "goes through", "at most 50"),
        (replace(SOUND, impossible=(Impossible(P("a.x or not a.x")),)), "every state", "take"),
        (replace(SOUND, impossible=(Impossible(P("a.x")), Impossible(P("not a.x")))),
         "no state is possible", "a.x; not a.x"),
        (replace(SOUND, status_quo=StatusQuo({"a.x": True, "b.y": False})),
         "“a.x and not b.y” holds in it", "unknown"),
        (replace(SOUND, status_quo=StatusQuo({"a.xx": True})), "called “a.xx”", "“a.x”"),
        (with_ranking(("YY",), ("NN",)), "missing in the ranking of “a”: NY", "every possible"),
        (with_ranking(("YY",), ("NN", "NY"), ("YN",)), "“YN” in the ranking of “a” is impossible",
         "take it out"),
        (with_ranking(("YY",), ("NN", "NY"), ("YY",)), "both above and below", "one place"),
        (with_ranking(("YY",), ("NN", "NY", "NN")), "given twice", "once"),
        (with_ranking(("YY",), ("NN", "NY", "NNN")), "is not a state", "a.x, b.y"),
        (with_ranking(("YY",), (), ("NN", "NY")), "place 2 in the ranking of “a” is empty", "take"),
    ],
)  # fmt: skip
def test_what_is_wrong_is_named(conflict: Conflict, what: str, remedy: str) -> None:
    found = problems(conflict)
    assert found
    assert what in found[0].what
    assert remedy in found[0].remedy
    with pytest.raises(ModelError) as caught:
        check(conflict)
    assert caught.value.where


def test_a_sound_conflict_has_no_problems() -> None:
    assert problems(SOUND) == ()
    check(SOUND)


def test_a_partly_unknown_status_quo_is_judged_by_what_it_could_be() -> None:
    assert not problems(replace(SOUND, status_quo=StatusQuo({"a.x": True})))


def test_all_problems_are_told() -> None:
    conflict = replace(SOUND, decision_makers=(
        DecisionMaker("a", "A", tuple(Want(P(f"z{k}")) for k in range(9))), DecisionMaker("b", "B"),
    ))  # fmt: skip
    with pytest.raises(ModelError) as caught:
        check(conflict)
    assert "decision maker 1, want 2, condition" in caught.value.remedy
    assert "and 3 more" in caught.value.remedy


@settings(max_examples=60)
@given(conflicts())
def test_feasible_states_are_those_in_which_nothing_impossible_holds(conflict: Conflict) -> None:
    assert not problems(conflict)
    found = list(feasible_states(conflict))
    width = len(conflict.options)
    every = ["".join(reversed(letters)) for letters in product("NY", repeat=width)]

    def possible(state: str) -> bool:
        values = values_of(conflict, state)
        assert state_of(conflict, values) == state
        for name, condition in conflict.defines.items():
            values[name] = condition.holds(values)
        return not any(i.condition.holds(values) for i in conflict.impossible)

    assert found == [state for state in every if possible(state)]


def test_wide_models_are_checked_in_no_time() -> None:
    """200 options of which neighbours exclude each other."""
    options = tuple(Option(f"a.o{k}", "a", "") for k in range(200))
    impossible = tuple(Impossible(P(f"a.o{k} and a.o{k + 1}")) for k in range(199))
    conflict = Conflict("wide", (DecisionMaker("a", "A"),), options, impossible)
    assert problems(conflict) == ()
