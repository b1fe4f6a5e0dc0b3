"""The command line: what goes where, how it ends, what it says of bad input."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from firstmove.cli import app
from firstmove.cli.app import main
from firstmove.examples import model, models, reports
from firstmove.reading.page import Page
from firstmove.statement import Statement

COMMANDS = ("try", "brief", "read", "add", "ledger", "draft", "solve", "why")

REPORT = (
    "Port workers want night shifts ended\n\n"
    "The dockers’ union demanded on Monday that the Port of Halm end night shifts.\n\n"
    "“If the port ends night shifts, we will call off the strike,” union leader Mara Holt said.\n"
)


def run(*args: object) -> Result:
    return CliRunner().invoke(app, [str(a) for a in args])


def run_main(monkeypatch: pytest.MonkeyPatch, *args: object) -> int:
    monkeypatch.setattr("sys.argv", ["firstmove", *[str(a) for a in args]])
    with pytest.raises(SystemExit) as ended:
        main()
    return int(ended.value.code or 0)


@pytest.fixture
def report(tmp_path: Path) -> Path:
    path = tmp_path / "port.txt"
    path.write_text(REPORT, encoding="utf-8")
    return path


@pytest.fixture(scope="module")
def case(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("case") / "dam.case"
    assert run("add", path, *reports()).exit_code == 0
    return path


@pytest.mark.parametrize("command", COMMANDS)
def test_help_teaches_by_example(command: str) -> None:
    result = run(command, "--help")
    assert result.exit_code == 0
    assert f"firstmove {command}" in result.stdout.split("Usage:")[1].split("\n", 1)[1]


@pytest.mark.parametrize("args", [("nonsense",), ("brief",), ("solve", "x.toml", "--limit", "-1")])
def test_wrong_usage_ends_with_2(args: tuple[str, ...]) -> None:
    assert run(*args).exit_code == 2


def test_unknown_concept_is_wrong_usage_and_names_what_is_allowed() -> None:
    result = run("solve", model("chicken"), "--concepts", "nash,zen")
    assert result.exit_code == 2
    assert "zen" in result.stderr
    assert "seq" in result.stderr


@pytest.mark.long
def test_try_writes_the_page_and_a_summary(tmp_path: Path) -> None:
    out = tmp_path / "brief.html"
    result = run("try", "--out", out)
    assert result.exit_code == 0
    assert "Karvenia" in result.stdout
    assert out.read_text(encoding="utf-8").startswith("<!DOCTYPE html>")
    assert [p.name for p in tmp_path.iterdir()] == ["brief.html"]


def test_read_gives_one_json_line_for_each_report() -> None:
    result = run("read", *reports(), "--json")
    assert result.exit_code == 0
    lines = [json.loads(line) for line in result.stdout.splitlines()]
    assert len(lines) == 3
    for line in lines:
        text = line["report"]["text"]
        assert line["statements"]
        for statement in line["statements"]:
            for span in (*statement["cue"], *statement["content"]):
                assert text[span["start"] : span["end"]] == span["quote"]


def test_text_of_a_text_file_is_the_files_own(report: Path) -> None:
    line = json.loads(run("read", report, "--json").stdout)
    assert line["report"]["text"] == REPORT


def test_a_bad_file_is_named_and_the_rest_is_done(report: Path, tmp_path: Path) -> None:
    empty = tmp_path / "empty.txt"
    empty.touch()
    binary = tmp_path / "photo.txt"
    binary.write_bytes(b"\x89PNG\r\n\x1a\n\x00\x00\x00")
    result = run("read", empty, tmp_path / "none.txt", binary, report, "--json")
    assert result.exit_code == 1
    assert len(result.stdout.splitlines()) == 1
    for name in ("empty.txt", "none.txt", "photo.txt"):
        assert name in result.stderr


def test_only_bad_files_make_no_page(tmp_path: Path) -> None:
    result = run("brief", tmp_path / "none.txt", "--out", tmp_path / "brief.html")
    assert result.exit_code == 1
    assert not (tmp_path / "brief.html").exists()


def test_its_own_page_is_no_report(report: Path, tmp_path: Path) -> None:
    page = tmp_path / "brief.html"
    assert run("brief", report, "--out", page).exit_code == 0
    result = run("read", page)
    assert result.exit_code == 1
    assert "made by firstmove" in result.stderr


def test_a_fault_of_the_reader_ends_no_batch(
    report: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from firstmove.reading import pipeline

    good = tmp_path / "good.txt"
    good.write_text(REPORT.replace("Halm", "Holm"), "utf-8")

    def trips(page: Page, statements: tuple[Statement, ...]) -> tuple[Statement, ...]:
        if "Halm" in page.report.text:
            raise IndexError("planted")
        return statements

    monkeypatch.setattr(pipeline, "STAGES", (*pipeline.STAGES, trips))
    result = run("read", report, good, "--json")
    assert result.exit_code == 1
    assert len(result.stdout.splitlines()) == 1
    assert "planted" in result.stderr


def test_no_statement_is_a_named_problem_and_no_error(tmp_path: Path) -> None:
    path = tmp_path / "weather.txt"
    path.write_text("Rain fell on the hills all night and the roads stayed wet.\n", "utf-8")
    result = run("brief", path, "--out", tmp_path / "brief.html")
    assert result.exit_code == 0
    assert "no statement" in result.stderr
    assert (tmp_path / "brief.html").exists()


def test_json_of_a_brief_is_one_document(report: Path, tmp_path: Path) -> None:
    result = run("brief", report, "--json", "--out", tmp_path / "brief.html")
    assert result.exit_code == 0
    assert "what_holds" in json.loads(result.stdout)


def test_a_report_added_twice_is_one(report: Path, tmp_path: Path) -> None:
    case = tmp_path / "port.case"
    assert run("add", case, report).exit_code == 0
    first = run("ledger", case, "--json").stdout
    again = run("add", case, report, "--json")
    assert again.exit_code == 0
    assert json.loads(again.stdout)["already_known"]
    assert run("ledger", case, "--json").stdout == first


def test_ledger_of_a_missing_case_is_an_error_and_makes_no_file(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    assert run_main(monkeypatch, "ledger", tmp_path / "none.case") == 1
    assert "none.case" in capsys.readouterr().err
    assert not (tmp_path / "none.case").exists()


def test_draft_is_a_model_that_solve_reads(case: Path, tmp_path: Path) -> None:
    drafted = run("draft", case)
    assert drafted.exit_code == 0
    path = tmp_path / "dam.toml"
    path.write_text(drafted.stdout, encoding="utf-8")
    solved = run("solve", path, "--json")
    assert solved.exit_code == 0
    document = json.loads(solved.stdout)
    shape = json.loads(run("draft", case, "--json").stdout)
    assert document["decision_makers"] == shape["decision_makers"]
    assert len(document["options"]) == len(shape["options"])


@pytest.mark.parametrize("name", models())
def test_bundled_models_solve(name: str) -> None:
    result = run("solve", model(name), "--json", "--limit", "2")
    assert result.exit_code == 0
    document = json.loads(result.stdout)
    assert set(document["equilibria"]) == {"nash", "gmr", "smr", "seq", "sim"}
    for found in document["equilibria"].values():
        assert len(found["states"]) == min(2, found["count"])


def test_a_broken_model_names_line_and_remedy(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    path = tmp_path / "broken.toml"
    text = model("chicken").read_text(encoding="utf-8")
    path.write_text(text.replace('condition = "', 'condition = "nobody.option and ', 1), "utf-8")
    if path.read_text("utf-8") == text:
        path.write_text(text + '\n[[impossible]]\ncondition = "nobody.option"\n', "utf-8")
    assert run_main(monkeypatch, "solve", path) == 1
    shown = capsys.readouterr().err
    assert "broken.toml" in shown
    assert "nobody.option" in shown
