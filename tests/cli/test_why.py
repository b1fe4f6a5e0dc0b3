"""``firstmove why``: one state from every side; and ``solve --coalitions``."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from firstmove.analysis.about import about
from firstmove.analysis.concepts.coalition import MAX_MAKERS
from firstmove.cli import app
from firstmove.conflict import Conflict, DecisionMaker, Name, Option, Want, load_model
from firstmove.examples import model
from tests.analysis.test_sets import model as drawn

FORD = """
name = "A ford"
[[decision_maker]]
id = "miller"
name = "Miller"
moves = ["dry -> wet"]
ranking = ["wet", "dry", "shut"]
[[decision_maker]]
id = "carter"
name = "Carter"
moves = ["wet -> shut"]
ranking = ["shut", "dry", "wet"]
[[state]]
id = "dry"
label = "the ford is dry"
[[state]]
id = "wet"
[[state]]
id = "shut"
[status_quo]
state = "dry"
"""


def run(*args: object) -> Result:
    return CliRunner().invoke(app, [str(a) for a in args])


@pytest.fixture
def ford(tmp_path: Path) -> Path:
    path = tmp_path / "ford.toml"
    path.write_text(FORD, encoding="utf-8")
    return path


def test_elmira_from_every_side() -> None:
    """Kilgour, Hipel, Fang & Peng 2001: the ministry and the works leave s5 together for s8."""
    shown = run("why", model("elmira"), "NYNNY")
    assert shown.exit_code == 0
    text = " ".join(shown.stdout.split())
    assert "would hold under Nash, GMR, SMR, SEQ and SIM: no move of its own" in text
    assert "NYNNY would not hold for Ministry of the Environment and Uniroyal together" in text
    assert "NYNNY can come about from NYNNN by moves that each mover gains from, in 1 move" in text
    now = " ".join(run("why", model("elmira")).stdout.split())
    assert "· NYNNN · status quo" in now
    assert "if and only if NYNNY is no better for it than NYNNN" in now
    assert "should" not in text + now


def test_json_has_the_witness() -> None:
    found = json.loads(run("why", model("elmira"), "--json", "--concepts", "seq,smr").stdout)
    assert (found["state"], found["status_quo"]) == ("NYNNN", "NYNNN")
    assert [v["stable"] for v in found["verdicts"]] == [True, True, False, True, True, True]
    (smr,) = (v for v in found["verdicts"] if v["concept"] == "smr" and v["improvements"])
    assert smr["improvements"][0]["reply"][0]["mover"] == "Ministry of the Environment"
    assert found["conditions"][0]["clauses"] == [[["NYNNY"]]]
    assert {tuple(v["members"]) for v in found["coalitions"]} == {
        ("Ministry of the Environment", "Local Government")
    }


def test_graph_form(ford: Path) -> None:
    text = " ".join(run("why", ford, "shut").stdout.split())
    assert "shut can come about from dry by any moves, in 2 moves at the least" in text
    assert "SIM is not decided" in text
    wrong = run("why", ford, "YN")
    assert wrong.exit_code == 1
    assert "states: dry, wet, shut" in str(getattr(wrong.exception, "remedy", ""))


def test_what_cannot_be_told_is_named() -> None:
    names = [f"d{k}.go" for k in range(MAX_MAKERS + 1)]
    many = Conflict(
        "many",
        tuple(DecisionMaker(n[:-3], n[:-3], (Want(Name(n)),)) for n in names),
        tuple(Option(n, n[:-3], n) for n in names),
    )
    found = about(many, "N" * len(names), ["nash"])
    assert dict(found.left_out).keys() == {"coalitions", "what can come about"}
    open_ = run("why", model("ukraine-2024"))
    assert open_.exit_code == 1
    assert "status quo is not wholly known" in str(open_.exception)


def test_every_part_agrees_with_its_own_function() -> None:
    for seed in range(12):
        conflict = drawn(seed)
        first = (conflict.states[0].id if conflict.states else "") or None
        state = first or about(conflict, _any(conflict), ["nash"]).state
        found = about(conflict, state, ["nash", "gmr", "seq", "seq.c"])
        assert {(v.concept, v.decision_maker) for v in found.verdicts} == {
            (c, d.id) for c in ("nash", "gmr", "seq", "seq.c") for d in conflict.decision_makers
        }
        unstable = {(v.concept, v.decision_maker) for v in found.verdicts if not v.stable}
        turned = {(c.concept, c.decision_maker) for c in found.conditions}
        assert turned == {(c, i) for c, i in unstable if c != "seq.c"}
        assert all(len(v.members) > 1 and v.improvements for v in found.coalitions)


def _any(conflict: Conflict) -> str:
    from firstmove.analysis import analyse

    return analyse(conflict, ["nash"]).possible.first(1)[0]


def test_solve_with_coalitions(ford: Path) -> None:
    text = run("solve", model("elmira"), "--coalitions", "--concepts", "nash,smr").stdout
    part = text.split("STABLE FOR EVERY COALITION")[1]
    assert "Nash 5: NNNYN, YNNYN, YNYNY, NNNYY, YNNYY" in part
    assert "NYNNY" not in part, "the ministry and the works leave it together"
    found = json.loads(run("solve", ford, "--coalitions", "--json").stdout)
    assert set(found["coalitions"]) == {"nash", "gmr", "smr", "seq"}
    assert json.loads(run("solve", ford, "--json").stdout)["coalitions"] is None
    assert load_model(ford).name == "A ford"
