"""A conflict in graph form on the terminal and as JSON."""

from __future__ import annotations

from firstmove.analysis import analyse
from firstmove.conflict import Conflict, DecisionMaker, State, StatusQuo
from firstmove.views import solve_document, solve_terminal

FORD = Conflict(
    "A ford",
    (
        DecisionMaker(
            "m", "Miller", ranking=(("wet",), ("dry",), ("shut",)), moves=(("dry", "wet"),)
        ),
        DecisionMaker(
            "c", "Carter", ranking=(("shut",), ("dry",), ("wet",)), moves=(("wet", "shut"),)
        ),
    ),
    (),
    status_quo=StatusQuo(state="wet"),
    states=(State("dry", "the ford is dry"), State("wet"), State("shut")),
)


def test_on_the_terminal() -> None:
    text = solve_terminal(analyse(FORD), 10, width=100)
    for line in (
        "dry the ford is dry",
        "Nash 1: shut",
        "SEQ 2: dry, shut",
        "dry · under GMR, SMR and SEQ",
        "wet · would not hold · status quo",
        "!  SIM is not decided: SIM joins moves option by option, and the conflict is in",
        "3 states, sets engine",
    ):
        assert line in text, line
    assert "dry would hold for Miller (GMR): it could move to wet, which it prefers, but" in text


def test_a_limit_cuts_and_says_so() -> None:
    text = solve_terminal(analyse(FORD, ["seq"]), 0, width=100)
    assert "SEQ 2: none named, and 2 more" in text
    assert "3 more states" in text


def test_as_json() -> None:
    document = solve_document(analyse(FORD), 10)
    assert document["graph_states"][0] == {"id": "dry", "label": "the ford is dry"}
    assert document["equilibria"]["seq"] == {"count": 2, "states": ["dry", "shut"]}
    assert {row["concept"] for row in document["undecided"]} == {"sim"}
