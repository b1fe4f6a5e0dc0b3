"""The measures over what the outlet itself tells as done."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from evaluation.deeds import main, score


def test_what_is_found_is_scored_in_its_parts() -> None:
    found = score(
        [
            ("ASSAULT", "[Veldian troops] {shelled} <the town of Calder> on Tuesday."),
            ("AID", "[Veldian troops] {bombed} <the town of Calder> on Tuesday."),
            ("RETREAT", "[The mayor] {slept} until noon."),
            ("none", "Veldia did not withdraw its troops."),
        ]
    )
    assert (found["sentences"], found["events"], found["precision"]) == (4, 3, 1.0)
    assert (found["kind"], found["actor"], found["exact"]) == (0.5, 1.0, 0.5)
    assert found["recall"] == 0.6667


def test_what_is_read_as_a_statement_counts_there() -> None:
    found = score([("REJECT", "[The Senate] {rejected} the budget by two votes.")])
    assert (found["statements"], found["events"]) == (1, 0)


def test_one_line_of_json(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    rows = "deeds = [['RETREAT', '[The army] {withdrew} from the pass.']]"
    (tmp_path / "rows.toml").write_text(rows, encoding="utf-8")
    assert main([str(tmp_path / "rows.toml"), "--half", "all"]) == 0
    assert json.loads(capsys.readouterr().out)["recall"] == 1


def test_a_file_that_is_not_there(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([str(tmp_path / "none.toml")]) == 2
    assert "none.toml" in capsys.readouterr().err
