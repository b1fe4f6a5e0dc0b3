"""The measure over answers in few words."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from evaluation.answers import main, score

REPORT = "Hale Council asked Kell Brewery to reopen the footbridge. The brewery refused."
ASKED = {
    "name": "bridge",
    "report": REPORT,
    "parties": {"council": ["Hale Council"], "brewery": ["Kell Brewery"]},
    "answers": ["brewery"],
    "option": {"open": {"owner": "brewery", "words": ["reopen"]}},
    "want": [{"party": "brewery", "want": ["not open"]}],
}


def test_wants_of_who_answers_are_scored() -> None:
    found = score([ASKED])
    assert (found["cases"], found["wants"], found["silent"]) == (1, 1, None)
    assert (found["precision"], found["recall"]) == (1.0, 1.0)


def test_the_wrong_direction_is_wrong() -> None:
    found = score([{**ASKED, "want": [{"party": "brewery", "want": ["open"]}]}])
    assert (found["precision"], found["recall"]) == (0.0, 0.0)


def test_what_is_no_answer_stays_silent() -> None:
    silent = {"name": "silent", "report": REPORT.replace("refused", "slept")}
    rows = {key: ASKED[key] for key in ("parties", "answers")}
    assert score([{**rows, **silent}])["silent"] == 1.0


def test_one_line_of_json(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "none.toml").write_text("case = []", encoding="utf-8")
    assert main([str(tmp_path / "none.toml"), "--half", "all"]) == 0
    assert json.loads(capsys.readouterr().out)["cases"] == 0


def test_a_file_that_is_not_there(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([str(tmp_path / "none.toml")]) == 2
    assert "none.toml" in capsys.readouterr().err
