"""The measures over kinds with their modes."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from evaluation.modes import main, score

ROWS = {
    "war": [
        ("REJECT", "future not", "“<We will not open the gates>,” [the general] {said}."),
        ("AGREE SUPPORT", "asserted", "“<We will not open the gates>,” [the general] {said}."),
    ]
}


def test_each_part_is_scored_by_itself() -> None:
    found = score(ROWS, "all")
    assert (found["sentences"], found["kind"], found["modality"]) == (2, 0.5, 0.5)
    assert (found["negated"], found["all_three"]) == (0.5, 0.5)
    assert found["per_field"] == {"war": 0.5}


def test_one_line_of_json(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    rows = "war = [['REJECT', 'future not', '“<We will not wait>,” [the general] {said}.']]"
    (tmp_path / "rows.toml").write_text(rows, encoding="utf-8")
    assert main([str(tmp_path / "rows.toml"), "--half", "all"]) == 0
    assert json.loads(capsys.readouterr().out)["all_three"] == 1


def test_a_file_that_is_not_there(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([str(tmp_path / "none.toml")]) == 2
    assert "none.toml" in capsys.readouterr().err
