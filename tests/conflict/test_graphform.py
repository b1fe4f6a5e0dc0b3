"""Conflicts in graph form, gaps, unknown pairs and strong wants: files and what can be wrong."""

from __future__ import annotations

from dataclasses import replace

import pytest

from firstmove.conflict import (
    Conflict,
    DecisionMaker,
    Option,
    State,
    StatusQuo,
    Want,
    check,
    dump_model,
    parse_condition,
    parse_model,
    problems,
)
from firstmove.errors import ModelError
from tests.analysis.outright import random_graph
from tests.analysis.test_sets import model

TEXT = """\
name = "A ford"

[[decision_maker]]
id = "miller"
moves = ["dry -> wet", "wet <-> shut"]
ranking = ["shut", ">>", ["dry", "wet"]]
unknown = [["dry", "wet"]]

[[decision_maker]]
id = "carter"
moves = ["wet -> dry"]

[[state]]
id = "dry"
label = "the ford is dry"

[[state]]
id = "wet"

[[state]]
id = "shut"

[status_quo]
state = "wet"
"""
FORD = Conflict(
    "A ford",
    (
        DecisionMaker(
            "miller", "miller", ranking=(("shut",), ("dry", "wet")), gaps=(1,),
            unknown=(("dry", "wet"),), moves=(("dry", "wet"), ("wet", "shut"), ("shut", "wet")),
        ),
        DecisionMaker("carter", "carter", moves=(("wet", "dry"),)),
    ),
    (),
    status_quo=StatusQuo(state="wet"),
    states=(State("dry", "the ford is dry"), State("wet"), State("shut")),
)  # fmt: skip
WEIR = Conflict(
    "A weir",
    (
        DecisionMaker(
            "a", "A", (Want(parse_condition("a.x"), strong=True), Want(parse_condition("b.y")))
        ),
        DecisionMaker("b", "B", ranking=(("YY",), ("YN", "NY"), ("NN",)), gaps=(1, 2)),
    ),
    (Option("a.x", "a", "x"), Option("b.y", "b", "y")),
)


def test_a_file_in_graph_form() -> None:
    assert parse_model(TEXT) == FORD
    check(FORD)


@pytest.mark.parametrize("conflict", [FORD, WEIR])
def test_files_keep_everything(conflict: Conflict) -> None:
    text = dump_model(conflict)
    assert parse_model(text) == conflict
    assert dump_model(conflict, text) == text
    renamed = replace(conflict, name="Another")
    assert parse_model(dump_model(renamed, text)) == renamed


def test_an_edited_file_in_graph_form_keeps_its_comments() -> None:
    changed = replace(FORD, states=(*FORD.states[:2], State("shut", "the gate is shut")))
    text = dump_model(changed, "# of the upper ford\n" + TEXT)
    assert "# of the upper ford" in text
    assert parse_model(text) == changed


def test_files_keep_conflicts_drawn_at_random() -> None:
    for seed in range(60):
        for conflict in (random_graph(seed), model(2 * seed)):
            assert parse_model(dump_model(conflict)) == conflict


def miller(**changes: object) -> Conflict:
    changed = replace(FORD.decision_makers[0], **changes)  # type: ignore[arg-type]
    return replace(FORD, decision_makers=(changed, FORD.decision_makers[1]))


def first(**changes: object) -> Conflict:
    changed = replace(WEIR.decision_makers[0], **changes)  # type: ignore[arg-type]
    return replace(WEIR, decision_makers=(changed, WEIR.decision_makers[1]))


P = parse_condition


@pytest.mark.parametrize(
    ("conflict", "what"),
    [
        (replace(FORD, options=(Option("miller.x", "miller", "x"),)), "no “option”"),
        (replace(FORD, states=(*FORD.states, State("wet"))), "given twice"),
        (replace(FORD, states=(*FORD.states, State("so wet"))), "cannot be the id"),
        (replace(FORD, status_quo=StatusQuo(state="damp")), "“damp” is not a state"),
        (miller(moves=(("dry", "dump"),)), "“dump” is not a state"),
        (miller(moves=(("dry", "dry"),)), "to itself"),
        (miller(moves=(("dry", "wet"), ("dry", "wet"))), "given twice"),
        (miller(ranking=(("dry",), ("wet",)), gaps=()), "missing in the ranking of “miller”: shut"),
        (miller(ranking=(("dry",), ("wet", "dry", "shut")), gaps=()), "given twice"),
        (miller(gaps=(2,)), "do not lie between the 2 places"),
        (miller(gaps=(1, 1)), "do not lie between"),
        (miller(unknown=(("dry", "dry"),)), "with itself"),
        (miller(unknown=(("dry", "moist"),)), "“moist” is not a state"),
        (first(moves=(("YY", "NN"),)), "has moves, but the model has no states"),
        (first(unknown=(("YY", "Y"),)), "“Y” is not a state"),
        (first(gaps=(1,)), "between the 0 places"),
        (first(wants=(Want(P("a.x")), Want(P("b.y"), strong=True))), "“b.y” is strong, but"),
        (replace(WEIR, status_quo=StatusQuo(state="YY")), "no states of its own"),
    ],
)  # fmt: skip
def test_what_is_wrong_is_named(conflict: Conflict, what: str) -> None:
    found = problems(conflict)
    assert any(what in problem.what for problem in found), found
    assert all(problem.remedy for problem in found)


@pytest.mark.parametrize(
    ("old", "new", "line", "what"),
    [
        ('">>", ["dry"', '">>", ">>", ["dry"', 6, "between two places"),
        ('["dry", "wet"]]\nunknown', '["dry", "wet"], ">>"]\nunknown', 6, "between two places"),
        ('[["dry", "wet"]]', '[["dry"]]', 7, "list of pairs"),
        ("dry -> wet", "dry to wet", 5, "an arrow"),
        ("dry -> wet", "dry -> wet -> shut", 5, "an arrow"),
        ('state = "wet"', "wet = true", 24, "no key “wet”"),
        ('moves = ["wet -> dry"]', 'moves = "wet -> dry"', 11, "not a list"),
    ],
)
def test_a_slip_is_told_with_its_line(old: str, new: str, line: int, what: str) -> None:
    assert old in TEXT
    with pytest.raises(ModelError) as caught:
        parse_model(TEXT.replace(old, new))
    assert what in caught.value.what
    assert caught.value.where == f"model, line {line}"
