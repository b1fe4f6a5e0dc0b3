"""A drafted model is edited, and the edits are remembered when reports come."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest

from firstmove.cli.app import main
from firstmove.examples import reports
from firstmove.ledger import Ledger
from firstmove.reading import read


@pytest.fixture(scope="module")
def case_of_one(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("case") / "dam.case"
    first, *_ = reports()
    with Ledger.open(path) as ledger:
        ledger.add(read(first))
    return path


@pytest.fixture
def case(case_of_one: Path, tmp_path: Path) -> Path:
    path = tmp_path / "dam.case"
    with Ledger.open(case_of_one) as source:
        readings = source.readings()
    with Ledger.open(path) as ledger:
        ledger.add(readings)
    return path


def run(capsys: pytest.CaptureFixture[str], *arguments: object) -> tuple[int, str, str]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("sys.argv", ["firstmove", *map(str, arguments)])
        with pytest.raises(SystemExit) as end:
            main()
    captured = capsys.readouterr()
    return int(end.value.code or 0), captured.out, captured.err


def add_the_rest(case: Path) -> None:
    _, *rest = reports()
    with Ledger.open(case) as ledger:
        ledger.add([reading for path in rest for reading in read(path)])


def test_edits_are_remembered_when_reports_come(
    case: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    _, drafted, _ = run(capsys, "draft", case)
    assert 'label = "make the first move"' in drafted
    model = tmp_path / "mine.toml"
    model.write_text(drafted.replace('"make the first move"', '"move first"'), encoding="utf-8")
    add_the_rest(case)  # between drafting and handing in
    code, out, err = run(capsys, "draft", case, "--edited", model)
    assert (code, out) == (0, "")
    assert "1 edited" in err
    _, now, notes = run(capsys, "draft", case)
    assert 'label = "move first"' in now
    assert 'label = "open two sluices"' in now  # told by the later reports only
    assert "new since the model was edited: option “Meloria: open two sluices”" in notes
    assert "edited, and told by more words now: option “Meloria: move first”" in notes
    _, plain, _ = run(capsys, "draft", case, "--plain")
    assert "move first" not in plain.replace("the first move", "")
    _, before, _ = run(capsys, "draft", case, "--as-of", "1")
    assert before == drafted
    _, document, _ = run(capsys, "draft", case, "--json")
    found = json.loads(document)
    assert found["edit"] == 3
    assert {line["fate"] for line in found["lines"]} >= {"accepted", "edited", "new"}


def test_an_edit_can_be_withdrawn(
    case: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    _, drafted, _ = run(capsys, "draft", case)
    model = tmp_path / "mine.toml"
    model.write_text(drafted.replace('"make the first move"', '"move first"'), encoding="utf-8")
    run(capsys, "draft", case, "--edited", model, "--reason", "shorter")
    assert "move first" in run(capsys, "draft", case)[1].replace("the first move", "")
    code, _, _ = run(capsys, "decide", case, "undo", "2", "--reason", "no")
    assert code == 0
    after = run(capsys, "draft", case)[1]
    assert after.split("\n")[1:] == drafted.split("\n")[1:]


def test_an_edited_model_that_cannot_be_read_changes_nothing(
    case: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    model = tmp_path / "slip.toml"
    model.write_text('name = "x"\n[[option]]\nid = "a.b"\n', encoding="utf-8")
    code, out, err = run(capsys, "draft", case, "--edited", model)
    assert (code, out) == (1, "")
    assert "slip.toml" in err
    with Ledger.open(case) as ledger:
        assert len(ledger.history()) == 1


def test_without_a_terminal_no_editor_is_opened(
    case: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("EDITOR", "false")
    code, out, err = run(capsys, "draft", case, "--edit")
    assert (code, out) == (1, "")
    assert "--edited" in err


def test_the_editor(
    case: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    script = tmp_path / "editor.py"
    script.write_text(
        "import pathlib, sys\n"
        "path = pathlib.Path(sys.argv[1])\n"
        "text = path.read_text(encoding='utf-8')\n"
        "text = text.replace('\"make the first move\"', '\"move first\"')\n"
        "path.write_text(text, encoding='utf-8')\n",
        encoding="utf-8",
    )
    monkeypatch.setattr("sys.stdin.isatty", lambda: True, raising=False)
    monkeypatch.setenv("VISUAL", f"{sys.executable} {script}")
    code, out, err = run(capsys, "draft", case, "--edit")
    assert (code, out) == (0, "")
    assert "1 edited" in err
    assert 'label = "move first"' in run(capsys, "draft", case)[1]
    code, _, err = run(capsys, "draft", case, "--edit")
    assert "nothing was changed" in err
    monkeypatch.setenv("VISUAL", f"{sys.executable} -c 1/0")
    code, _, err = run(capsys, "draft", case, "--edit")
    assert code == 1
    assert "The file is kept." in err
