"""Writing .gmcr files: what is read back has the same states and the same order of them."""

from __future__ import annotations

import json
from fractions import Fraction
from itertools import pairwise

import pytest

from firstmove.conflict import (
    Conflict,
    DecisionMaker,
    Direction,
    Impossible,
    Name,
    Option,
    State,
    StatusQuo,
    Want,
    dump_gmcr,
    feasible_states,
    gmcr_losses,
    parse_condition,
    parse_gmcr,
)
from firstmove.errors import ModelError
from tests.analysis.models import mixed_conflict, random_conflict
from tests.analysis.oracle import Oracle

P = parse_condition
WEIR = Conflict(
    "A weir",
    (
        DecisionMaker("a", "Alba", (Want(P("a.x if b.y")), Want(P("not deal")))),
        DecisionMaker("b", "Boria", (Want(P("b.y and not a.x")),)),
    ),
    (
        Option("a.x", "a", "open", Direction.FORWARD),
        Option("b.y", "b", "pay"),
        Option("b.z", "b", "sue", Direction.BACK),
    ),
    (Impossible(P("b.z and (a.x or b.y)"), "a suit ends the talks"),),
    StatusQuo({"a.x": False}),
    {"deal": P("a.x and b.y")},
)


def test_every_part_is_written_in_the_form_of_the_format() -> None:
    assert json.loads(dump_gmcr(WEIR)) == {
        "program": "firstmove",
        "options": [
            {"name": "open", "permittedDirection": "fwd"},
            {"name": "pay", "permittedDirection": "both"},
            {"name": "sue", "permittedDirection": "back"},
        ],
        "decisionMakers": [
            {
                "name": "Alba",
                "options": [0],
                "preferences": [
                    {"compound": True, "members": [[[0, "Y"]], [[1, "N"]]]},
                    {"compound": True, "members": [[[0, "N"]], [[1, "N"]]]},
                ],
            },
            {"name": "Boria", "options": [1, 2], "preferences": [[[0, "N"], [1, "Y"]]]},
        ],
        "infeasibles": [[[0, "Y"], [2, "Y"]], [[1, "Y"], [2, "Y"]]],
        "useManualPreferenceRanking": False,
    }


@pytest.mark.parametrize("older", [False, True])
def test_what_is_read_back_is_the_same_conflict(older: bool) -> None:
    for seed in range(40):
        conflict = random_conflict(seed)
        again = parse_gmcr(dump_gmcr(conflict, older=older))
        assert [o.label for o in again.options] == [o.label for o in conflict.options]
        assert [o.direction for o in again.options] == [o.direction for o in conflict.options]
        assert list(feasible_states(again)) == list(feasible_states(conflict))
        before, after = Oracle(conflict), Oracle(again)
        for d, e in zip(conflict.decision_makers, again.decision_makers, strict=True):
            assert d.name == e.name
            old, new = before.worth[d.id], after.worth[e.id]
            order = sorted(old, key=lambda s: (old[s], s))
            for s, q in pairwise(order):
                assert (old[s] < old[q]) == (new[s] < new[q])
                assert (old[s] == old[q]) == (new[s] == new[q])


def test_one_ranking_makes_rankings_of_all() -> None:
    mixed = Conflict(
        "mixed",
        (
            DecisionMaker("a", "A", ranking=(("YY",), ("YN", "NY"), ("NN",))),
            DecisionMaker("b", "B", (Want(P("b.y")),)),
        ),
        (Option("a.x", "a", "x"), Option("b.y", "b", "y")),
    )
    data = json.loads(dump_gmcr(mixed))
    assert data["useManualPreferenceRanking"] is True
    assert [d["preferenceRanking"] for d in data["decisionMakers"]] == [
        [4, [2, 3], 1], [[3, 4], [1, 2]],
    ]  # fmt: skip
    older = json.loads(dump_gmcr(mixed, older=True))
    assert older["useManualPreferenceVectors"] is True
    assert older["decisionMakers"][0]["preferenceVector"] == [4, [2, 3], 1]


def test_what_is_lost_is_named() -> None:
    losses = gmcr_losses(WEIR)
    assert "the status quo" in losses
    assert "notes and reasons" in losses
    assert "names of defined conditions (they are written out)" in losses
    assert "strength of preference" not in losses


def test_what_the_format_cannot_hold_is_an_honest_error() -> None:
    graph = Conflict("g", (DecisionMaker("a", "A"),), (), states=(State("s"),))
    with pytest.raises(ModelError, match="graph form"):
        dump_gmcr(graph)
    names = [f"a.o{k}" for k in range(40)]
    wide = " and ".join(f"({a} or {b})" for a, b in zip(names[::2], names[1::2], strict=True))
    conflict = Conflict(
        "wide", (DecisionMaker("a", "A", (Want(P(wide)),)),),
        tuple(Option(name, "a", name) for name in names),
    )  # fmt: skip
    with pytest.raises(ModelError, match="more than 1,000 lists"):
        dump_gmcr(conflict)


@pytest.mark.parametrize("older", [False, True])
def test_weights_become_rankings_and_partial_rankings_stay(older: bool) -> None:
    for seed in range(60):
        conflict = mixed_conflict(seed)
        again = parse_gmcr(dump_gmcr(conflict, older=older))
        before, after = Oracle(conflict), Oracle(again)
        for d, e in zip(conflict.decision_makers, again.decision_makers, strict=True):
            for s in before.states:
                for q in before.states:
                    assert before.prefers(d.id, q, s) == after.prefers(e.id, q, s)
        losses = " ".join(gmcr_losses(conflict))
        makers = conflict.decision_makers
        assert ("weights" in losses) == any(d.weighted for d in makers)
        assert ("compared to none" in losses) == any(d.partial for d in makers)


def test_weights_of_too_many_states_are_left_out_and_told() -> None:
    """Their order would count in the file, which is another preference."""
    options = tuple(Option(f"a.x{k}", "a", f"x{k}") for k in range(20))
    wants = tuple(Want(Name(o.id), weight=Fraction(k)) for k, o in enumerate(options, 1))
    conflict = Conflict("many", (DecisionMaker("a", "A", wants),), options)
    data = json.loads(dump_gmcr(conflict))
    assert data["decisionMakers"][0]["preferences"] == []
    assert data["useManualPreferenceRanking"] is False
    assert any("too many to write" in loss for loss in gmcr_losses(conflict))
