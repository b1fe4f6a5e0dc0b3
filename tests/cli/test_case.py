"""The commands that change a case and look into its past, through the command line."""

from __future__ import annotations

import contextlib
import json
import os
import shutil
import sqlite3
import sys
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner, Result

from firstmove.cli import app
from firstmove.cli.shared import WAIT
from firstmove.errors import CaseError, FirstmoveError
from firstmove.examples import reports
from firstmove.ledger.case import waiting


def run(*args: object, code: int = 0) -> Result:
    result = CliRunner().invoke(app, [str(a) for a in args])
    assert result.exit_code == code, (result.output, result.exception)
    return result


def document(*args: object) -> Any:
    return json.loads(run(*args, "--json").stdout)


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two additions: event 1 brings one report, event 2 the others."""
    path = tmp_path_factory.mktemp("case") / "dam.case"
    first, *others = reports()
    added = document("add", path, first)
    assert added["outcomes"]["concepts"] == {}
    assert len(added["model"]["options"]["new"]) > 3
    added = document("add", path, *others)
    assert added["event"] == 2
    assert added["witnesses"]
    assert added["differ"]
    assert added["model"]["options"]["new"]
    assert set(added["outcomes"]["concepts"]) == {"nash", "gmr", "smr", "seq", "sim"}
    connection = sqlite3.connect(path)
    connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    connection.close()
    return path


@pytest.fixture
def case(made: Path, tmp_path: Path) -> Path:
    path = tmp_path / "dam.case"
    shutil.copy(made, path)
    return path


def entry(case: Path, words: str) -> dict[str, Any]:
    """The entry with these words, with its number in the ledger's listing."""
    ledger = document("ledger", case)
    ids = {
        s["id"] for s in ledger["statements"] if words in "".join(c["quote"] for c in s["content"])
    }
    (found,) = (e for e in ledger["entries"] if set(e["statements"]) & ids)
    lines = run("ledger", case, "--ids").stdout.split("\n")
    at = next(n for n, line in enumerate(lines) if line.strip() == found["id"])
    head = next(line for line in reversed(lines[:at]) if line[:1].isdecimal())
    return {**found, "number": head.split()[0]}


DEAD_END, TOLD = "A partial release is a dead end", "the idea of a temporary release"


def test_a_merge_by_numbers_and_its_undoing(case: Path) -> None:
    one, two = entry(case, DEAD_END), entry(case, TOLD)
    assert one["id"] != two["id"], "the program merges them by now: choose another pair"
    why = "one refusal, told twice"
    done = run("decide", case, "merge", one["number"], two["number"], "--reason", why)
    assert "Decision 3: merge." in done.stdout
    assert why in done.stdout
    assert entry(case, DEAD_END)["id"] == entry(case, TOLD)["id"]
    (decision,) = document("ledger", case)["decisions"]
    assert (decision["number"], decision["effect"], decision["reason"]) == (3, "in force", why)
    assert why in run("decide", case, "list").stdout
    run("decide", case, "undo", 3, "--reason", "they are two", "--who", "Desk")
    assert entry(case, DEAD_END)["id"] != entry(case, TOLD)["id"]
    assert [d["effect"] for d in document("decide", case, "list")["decisions"]] == [
        "withdrawn",
        "in force",
    ]


def test_split_kind_party_and_drop(case: Path) -> None:
    told = entry(case, DEAD_END)
    run("decide", case, "split", told["id"], told["statements"][0][:12], "--reason", "its own")
    run("decide", case, "kind", told["statements"][1], "threaten", "--reason", "an ultimatum")
    kinds = {s["id"]: s["kind"] for s in document("ledger", case)["statements"]}
    assert "THREATEN" in kinds.values()
    run("decide", case, "party", "Hanna Voss", "Velmark", "--reason", "its envoy")
    assert entry(case, "both governments are ready")["party"] == "Velmark"
    before = len(document("ledger", case)["statements"])
    run("decide", case, "drop", entry(case, "both governments are ready")["id"], "--reason", "x")
    assert len(document("ledger", case)["statements"]) < before
    assert len(document("history", case)["events"]) == 6
    assert document("verify", case)["whole"]


def test_names_from_a_file_and_back(case: Path, tmp_path: Path) -> None:
    names = tmp_path / "names.toml"
    names.write_text('[[name]]\nname = "Hanna Voss"\nparty = "Velmark"\n', encoding="utf-8")
    run("decide", case, "aliases", names)
    assert entry(case, "both governments are ready")["party"] == "Velmark"
    assert "Velmark" in run("decide", case, "aliases").stdout


def test_a_corrected_report_and_a_retracted_one(case: Path, tmp_path: Path) -> None:
    first, second, _ = reports()
    before = document("ledger", case)
    corrected = tmp_path / first.name
    corrected.write_text(first.read_text(encoding="utf-8").replace("40,000", "41,000"), "utf-8")
    done = document("add", case, corrected, "--replaces", "A")
    assert len(done["new_reports"]) == len(done["gone_reports"]) == 1
    assert (done["event"], done["decisions"]) == (4, [4])
    run("retract", case, second.name, "--reason", "withdrawn by the outlet")
    after = document("ledger", case)
    assert len(after["reports"]) == 2
    assert [g["reason"] for g in after["tombstones"]] == [
        "a corrected version",
        "withdrawn by the outlet",
    ]
    assert after["tombstones"][0]["replaced_by"] == done["new_reports"][0]
    assert "withdrawn by the outlet" in run("ledger", case).stdout
    assert document("ledger", case, "--as-of", 2) == before
    assert len(document("draft", case, "--as-of", 1)["options"]) > 3


def test_a_new_version_is_said_not_assumed(case: Path, tmp_path: Path) -> None:
    first = reports()[0]
    corrected = tmp_path / first.name
    corrected.write_text(first.read_text(encoding="utf-8").replace("40,000", "41,000"), "utf-8")
    done = run("add", case, corrected)
    assert "--replaces" in done.stdout
    assert len(document("ledger", case)["reports"]) == 4


def test_what_the_case_has_is_not_read_again(case: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("firstmove.reading.read_report", None)
    done = document("add", case, *reports())
    assert len(done["already_known"]) == 3
    assert done["event"] == 2


def test_reading_anew(case: Path) -> None:
    done = document("reread", case)
    assert done["reread"] == []
    assert len(document("history", case)["events"]) == 2


def test_verify_ends_with_1_where_something_is_wrong(case: Path) -> None:
    assert "Everything is sound" in run("verify", case).stdout
    connection = sqlite3.connect(case)
    connection.execute("UPDATE report SET text = replace(text, '40,000', '50,000')")
    connection.commit()
    connection.close()
    assert "hash of its text" in run("verify", case, code=1).stdout


@pytest.mark.parametrize(
    ("args", "what"),
    [
        (("merge", "1", "999", "--reason", "x"), "no entry 999"),
        (("merge", "1", "1", "--reason", "x"), "two entries or more"),
        (("merge", "1", "e-0000", "--reason", "x"), "no entry is"),
        (("split", "1", "2.1", "--reason", "x"), "does not stand in entry 1"),
        (("split", "1", "1", "--reason", "x"), "nothing would be left"),
        (("kind", "1.99", "AGREE", "--reason", "x"), "no telling 99"),
        (("kind", "1", "SHOUT", "--reason", "x"), "is no kind"),
        (("drop", "s-0", "--reason", "x"), "no statement is"),
        (("undo", "1", "--reason", "x"), "is no decision"),
        (("drop", "1", "--reason", ""), "needs a reason"),
    ],
)
def test_what_cannot_be_decided_says_why(made: Path, args: tuple[str, ...], what: str) -> None:
    result = CliRunner().invoke(app, ["decide", str(made), *args])
    assert isinstance(result.exception, CaseError)
    assert what in str(result.exception)
    assert result.exception.remedy


def test_a_report_that_is_not_there_is_told_with_those_that_are(made: Path) -> None:
    result = run("retract", made, "nothing.txt", "--reason", "withdrawn", code=1)
    assert isinstance(result.exception, CaseError)
    assert "nothing.txt" in result.exception.what
    assert "harbour-courier.txt" in result.exception.remedy


@pytest.mark.parametrize("command", ["add", "reread"])
def test_nothing_is_read_for_a_case_that_can_only_be_read(
    case: Path, monkeypatch: pytest.MonkeyPatch, command: str
) -> None:
    monkeypatch.setattr("os.access", lambda _, how: how != os.W_OK)
    monkeypatch.setattr("firstmove.reading.read", None)
    monkeypatch.setattr("firstmove.reading.read_report", None)
    files = reports() if command == "add" else ()
    result = run(command, case, *files, code=1)
    assert isinstance(result.exception, CaseError)
    assert "only be read" in result.exception.what


def test_no_number_of_places_is_too_large_to_be_told(made: Path) -> None:
    run("search", made, "dam", "--limit", "9" * 30, code=2)


def test_a_decision_without_a_reason_is_wrong_usage(made: Path) -> None:
    run("decide", made, "drop", "1", code=2)
    run("retract", made, "A", code=2)
    run("add", made, *reports(), "--replaces", "A", code=2)


@pytest.mark.parametrize("sub", ["merge", "split", "kind", "party", "drop", "undo", "list"])
def test_every_decision_has_help(made: Path, sub: str) -> None:
    assert "Usage: firstmove" in run("decide", made, sub, "--help").stdout.replace(
        "root", "firstmove"
    )


def test_a_change_waits_for_another_process_and_says_so(case: Path) -> None:
    assert WAIT == waiting.WAIT
    other = sqlite3.connect(case, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    try:
        for command in (
            ("retract", case, "A", "--reason", "withdrawn", "--wait", "0.2"),
            ("reread", case, "A", "--wait", "0.2"),
            ("decide", "--wait", "0.2", case, "drop", "1", "--reason", "a caption"),
        ):
            result = CliRunner().invoke(app, [str(word) for word in command])
            assert isinstance(result.exception, CaseError)
            assert "after 0.2 seconds; nothing was changed" in str(result.exception)
            assert "Another process is writing to" in result.stderr
        assert run("ledger", case).stdout  # reading goes on meanwhile
    finally:
        other.execute("ROLLBACK")
        other.close()
    assert document("retract", case, "A", "--reason", "withdrawn", "--wait", "0")["event"] == 3


def test_a_report_is_asked_for_by_letter_or_name_as_the_ledger_shows_them(case: Path) -> None:
    listed = run("ledger", case).stdout
    reports_ = document("ledger", case)["reports"]
    for letter, report in zip("ABC", reports_, strict=True):
        shown = next(line for line in listed.splitlines() if line.startswith(f"{letter}  "))
        outlet = shown[3:].split(" · ")[0]
        wanted = document("ledger", case, "--report", report["id"])
        assert wanted["statements"]
        for asked in (letter, outlet, report["name"], report["id"][:9]):
            assert document("ledger", case, "--report", asked) == wanted
            assert document("search", case, "dam", "--report", asked) == document(
                "search", case, "dam", "--report", report["id"]
            )
    wrong = CliRunner().invoke(app, ["ledger", str(case), "--report", "Z"])
    assert isinstance(wrong.exception, CaseError)
    assert "no report is “Z”" in str(wrong.exception)
    # As of then, A was the one report there was.
    (first,) = document("ledger", case, "--as-of", 1)["reports"]
    told = document("ledger", case, "--as-of", 1, "--report", "A")
    assert [report["id"] for report in told["reports"]] == [first["id"]]


def test_an_empty_case_gives_an_empty_draft_and_empty_exports(tmp_path: Path) -> None:
    case, empty = tmp_path / "new.case", tmp_path / "empty.txt"
    empty.write_text("", encoding="utf-8")
    run("add", case, empty, code=1)
    result = run("draft", case)
    assert "the model is empty" in result.stderr
    assert "after event 0" in result.stdout
    assert document("draft", case)["options"] == []
    assert run("export", case, "--as", "csv").stdout.count("\n") == 1
    assert run("ledger", case).stdout.startswith("no reports")


def test_an_export_of_a_party_that_is_not_there_writes_nothing(case: Path) -> None:
    result = CliRunner().invoke(app, ["export", str(case), "--as", "csv", "--party", "Nowhere"])
    assert isinstance(result.exception, FirstmoveError)
    assert "“Nowhere”" in str(result.exception)
    assert result.stdout == ""


def test_what_a_report_holds_does_not_steer_a_terminal(
    case: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    odd = tmp_path / "odd.txt"
    odd.write_text("The dam\n\nKarvenia said it would shut\x1b[2J the dam.\n", encoding="utf-8")
    run("add", case, odd)
    assert "shut\x1b[2J" in run("export", case, "--as", "csv").stdout
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
    with contextlib.suppress(SystemExit):
        app(["export", str(case), "--as", "csv"])
    told = capsys.readouterr().out
    assert "shut⟦U+001B⟧[2J" in told
    assert "\x1b" not in told
