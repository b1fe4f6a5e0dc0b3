"""``firstmove readings``, and ``firstmove brief`` with a goal."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from firstmove.cli import app
from firstmove.examples import model

RUN = CliRunner()
UKRAINE = str(model("ukraine-2024"))
TEXT = (
    "Norvia asks Sedrin to open the pass\n\n"
    "Norvia will lift the toll only if Sedrin opens the pass, trade minister Ida Holm said on "
    "Monday. “If Norvia lifts the toll, we will open the pass,” said Sedrin’s premier Juri Kell.\n"
)


def test_all_readings_of_a_model() -> None:
    done = RUN.invoke(app, ["readings", UKRAINE, "--state", "NNNNNNNN", "--json"])
    assert done.exit_code == 0, done.output
    found = json.loads(done.stdout)
    assert (found["readings"], found["solved"], found["exact"]) == (8, 8, True)
    assert set(found["concepts"]) == {"nash", "gmr", "smr", "seq"}
    seq = found["concepts"]["seq"]
    assert seq["share"]["held"] == 1
    assert sum(group["readings"] for group in seq["groups"] if group["holds"]) == 1
    assert any("in common" not in group["said"] for group in seq["groups"])


@pytest.mark.parametrize("workers", ["1", "2"])
def test_a_sample_does_not_depend_on_the_number_of_workers(workers: str) -> None:
    asked = ["readings", UKRAINE, "--state", "NNNNNNNN", "--most", "4", "--seed", "5", "--json"]
    one = json.loads(RUN.invoke(app, asked).stdout)
    two = json.loads(RUN.invoke(app, [*asked, "--workers", workers]).stdout)
    del one["seconds"], two["seconds"]
    assert one == two
    assert (one["exact"], one["solved"]) == (False, 4)


def test_the_table_says_how_many_and_what_decides() -> None:
    done = RUN.invoke(app, ["readings", UKRAINE, "--state", "NNNNNNNN", "--concepts", "seq"])
    assert "8 readings, all of them solved." in done.stdout
    assert "1 of 8 readings" in done.stdout
    assert "Would hold in the one reading in which" in " ".join(done.stdout.split())


def test_what_cannot_be_asked_says_why() -> None:
    done = RUN.invoke(app, ["readings", UKRAINE, "--concepts", "sim"])
    assert done.exit_code == 1
    assert "not solved for many readings" in str(done.exception)


@pytest.fixture
def report(tmp_path: Path) -> Path:
    path = tmp_path / "pass.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


def test_brief_answers_for_the_goal_asked(report: Path, tmp_path: Path) -> None:
    out = ["--out", str(tmp_path / "b.html"), "--json"]
    first = json.loads(RUN.invoke(app, ["brief", str(report), *out]).stdout)
    options = [option["id"] for option in first["draft"]["options"]]
    assert options
    goal = " and ".join(options[:2])
    asked = json.loads(RUN.invoke(app, ["brief", str(report), "--goal", goal, *out]).stdout)
    assert asked["first_move"]["goal"] == goal
    assert asked["first_move"]["answer"]
    assert asked["first_move"]["over_readings"]["total"] >= 1


def test_brief_with_a_goal_that_the_draft_does_not_have(report: Path, tmp_path: Path) -> None:
    out = tmp_path / "b.html"
    done = RUN.invoke(app, ["brief", str(report), "--goal", "nobody.nothing", "--out", str(out)])
    assert done.exit_code == 1
    assert "nobody.nothing" in str(done.exception)
    assert "options: " in str(done.exception)
    assert not out.exists()
