"""A full disk, a damaged file, a log beside a file that can only be read: nothing is lost."""

from __future__ import annotations

import shutil
import sqlite3
import subprocess
import sys
import textwrap
from pathlib import Path

import pytest

from firstmove.errors import CaseError
from firstmove.ledger import Ledger
from tests.ledger.making import Paper


def _paper(n: int) -> Paper:
    paper = Paper(f"The mayor of Orsk said the bridge number {n} will open. " + "Long. " * 4000)
    return paper.says(f"the bridge number {n} will open", speaker="The mayor of Orsk")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "talks.case"
    with Ledger.open(path) as ledger:
        ledger.add([_paper(1).reading])
    return path


@pytest.mark.skipif(sys.platform == "win32", reason="no limit on the size of files")
def test_a_disk_that_is_full_leaves_the_case_as_it_was(path: Path) -> None:
    code = """
        import resource, signal, sys
        from firstmove.errors import CaseError
        from firstmove.ledger import Ledger
        from tests.ledger.test_disk import _paper
        with Ledger.open(sys.argv[1]) as ledger:
            signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
            resource.setrlimit(resource.RLIMIT_FSIZE, (60_000, 60_000))
            try:
                ledger.add([_paper(n).reading for n in (2, 3, 4, 5)])
            except CaseError as error:
                print(error)
    """
    done = subprocess.run(
        [sys.executable, "-c", textwrap.dedent(code), str(path)],
        capture_output=True,
        text=True,
        check=True,
        cwd=Path(__file__).parents[2],
    )
    assert "the case is as it was before" in done.stdout
    with Ledger.open(path) as ledger:
        assert len(ledger.readings()) == 1
        assert ledger.verify().whole
        assert len(ledger.add([_paper(2).reading]).new_reports) == 1


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
