"""A full disk, a damaged file, links, a log beside a file that is only read: nothing is lost."""

from __future__ import annotations

import os
import shutil
import sqlite3
import subprocess
import sys
import textwrap
from pathlib import Path

import pytest

from firstmove.errors import CaseError
from firstmove.ledger import Ledger
from firstmove.ledger.case.asked import Asked
from firstmove.ledger.case.stored import COLUMNS
from firstmove.statement import Kind
from tests.ledger.making import Paper

LIMITED = pytest.mark.skipif(sys.platform == "win32", reason="no limit on the size of files")


def _paper(n: int) -> Paper:
    paper = Paper(f"The mayor of Orsk said the bridge number {n} will open. " + "Long. " * 4000)
    return paper.says(f"the bridge number {n} will open", speaker="The mayor of Orsk")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "talks.case"
    with Ledger.open(path) as ledger:
        ledger.add([_paper(1).reading])
    return path


def _on_a_full_disk(path: Path, code: str) -> str:
    """What the code prints where no file can grow beyond 60 kB; it has the open ``ledger``."""
    before = """
        import resource, signal, sys
        from firstmove.errors import CaseError
        from firstmove.ledger import Ledger
        from firstmove.ledger.case.asked import Asked
        from tests.ledger.test_disk import _paper
        with Ledger.open(sys.argv[1], note=print) as ledger:
            signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
            resource.setrlimit(resource.RLIMIT_FSIZE, (60_000, 60_000))
    """
    done = subprocess.run(
        [
            sys.executable,
            "-c",
            textwrap.dedent(before) + textwrap.indent(textwrap.dedent(code), "    "),
            str(path),
        ],
        capture_output=True,
        text=True,
        check=True,
        cwd=Path(__file__).parents[2],
    )
    return done.stdout


@LIMITED
def test_a_disk_that_is_full_leaves_the_case_as_it_was(path: Path) -> None:
    code = """
        try:
            ledger.add([_paper(n).reading for n in (2, 3, 4, 5)])
        except CaseError as error:
            print(error)
    """
    assert "the case is as it was before" in _on_a_full_disk(path, code)
    with Ledger.open(path) as ledger:
        assert len(ledger.readings()) == 1
        assert ledger.verify().whole
        assert len(ledger.add([_paper(2).reading]).new_reports) == 1


@LIMITED
def test_a_case_is_shown_where_what_was_merged_cannot_be_kept(path: Path) -> None:
    with Ledger.open(path) as ledger:
        ledger.add([_paper(n).reading for n in range(2, 9)])
        whole = ledger.part(Asked(kind=Kind.STATE))
        found = ledger.search(["bridge"])
    with sqlite3.connect(path) as connection:
        for table in COLUMNS:
            connection.execute(f"DROP TABLE {table}")
    connection.close()
    code = """
        from firstmove.statement import Kind
        print(len(ledger.part(Asked(kind=Kind.STATE)).entries))
        print(ledger.search(["bridge"]).total)
    """
    told = _on_a_full_disk(path, code)
    assert "can’t be kept" in told
    assert told.splitlines()[-1] == str(found.total)
    assert str(len(whole.entries)) in told.splitlines()
    with Ledger.open(path) as ledger:
        assert ledger.verify().whole


def test_a_link_to_a_case_is_the_case(path: Path, tmp_path: Path) -> None:
    link = tmp_path / "elsewhere" / "link.case"
    link.parent.mkdir()
    link.symlink_to(path)
    with Ledger.open(link, create=False) as ledger:
        assert len(ledger.add([_paper(2).reading]).new_reports) == 1
    with Ledger.open(path, create=False) as ledger:
        assert len(ledger.readings()) == 2
    assert [file.name for file in link.parent.iterdir()] == ["link.case"]


@pytest.mark.parametrize("target", ["nowhere.case", "link.case"])
def test_a_link_that_leads_nowhere_is_told(tmp_path: Path, target: str) -> None:
    link = tmp_path / "link.case"
    link.symlink_to(target)
    for create in (True, False):
        with pytest.raises(CaseError, match="leads to no file") as told:
            Ledger.open(link, create=create)
        assert target in told.value.remedy
    assert [file.name for file in tmp_path.iterdir()] == ["link.case"]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes with names")
def test_a_pipe_is_no_case(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "talks.case")
    with pytest.raises(CaseError, match="a pipe"):  # opening it would wait for ever
        Ledger.open(tmp_path / "talks.case")


@pytest.mark.parametrize(
    ("closed", "told"), [("talks.case", "the right to write it"), ("", "write its folder")]
)
def test_what_keeps_a_case_from_being_changed_is_told(
    path: Path, monkeypatch: pytest.MonkeyPatch, closed: str, told: str
) -> None:
    monkeypatch.setattr(
        "firstmove.ledger.case.casefile.os.access",
        lambda file, _: Path(file) != (path.parent / closed),
    )
    with Ledger.open(path) as ledger, pytest.raises(CaseError, match=told):
        ledger.check_writable()


def test_what_stands_in_a_log_is_not_passed_over(
    path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    copy = tmp_path / "copy.case"
    with Ledger.open(path) as writer:
        writer.add([_paper(2).reading])  # committed, and still in the log
        for suffix in ("", "-wal"):
            shutil.copy(f"{path}{suffix}", f"{copy}{suffix}")
    monkeypatch.setattr("firstmove.ledger.case.casefile.os.access", lambda *_: False)
    with Ledger.open(copy) as reader:
        assert len(reader.readings()) == 2


def test_verify_names_what_is_damaged_and_checks_the_rest(path: Path) -> None:
    with sqlite3.connect(path) as connection:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        (size,) = connection.execute("PRAGMA page_size").fetchone()
        (page,) = connection.execute(
            "SELECT rootpage FROM sqlite_schema WHERE name = 'merged_entry'"
        ).fetchone()
    connection.close()
    data = bytearray(path.read_bytes())
    data[(page - 1) * size : page * size] = b"\x99" * size
    path.write_bytes(data)
    with Ledger.open(path) as ledger:
        found = ledger.verify()
        assert not found.whole
        assert any("damaged" in problem for problem in found.problems)
        assert found.reports == 1
        with pytest.raises(CaseError, match="damaged"):
            ledger.add([_paper(3).reading])


def test_text_that_is_none_any_more_is_damage(path: Path) -> None:
    with sqlite3.connect(path) as connection:
        connection.execute("UPDATE history SET program = CAST(X'66FF66' AS TEXT)")
    connection.close()
    with Ledger.open(path) as ledger, pytest.raises(CaseError, match="damaged"):
        ledger.history()
