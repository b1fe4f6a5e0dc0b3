"""A process killed at any moment: what was told as done is there, and nothing half done is."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time
from dataclasses import replace
from pathlib import Path

import pytest

from firstmove.ledger import Decision, Ledger, What
from firstmove.ledger.case import casefile, history
from tests.ledger.test_store import paper

ROOT = Path(__file__).parents[2]
EACH = 4  # reports of one addition


def work(path: str, told: int, stop: int) -> None:
    """Change a case without end, tell on ``told`` what is done; die at SQL statement ``stop``."""
    with Ledger.open(path) as ledger:
        if stop:
            count = 0

            def trace(_: str) -> None:
                nonlocal count
                count += 1
                if count == stop:
                    os.kill(os.getpid(), signal.SIGKILL)

            ledger._connection.set_trace_callback(trace)
        start = len(ledger.readings())
        for n in range(start, start + 1000, EACH):
            given = [paper(n + k) for k in range(EACH)]
            ledger.add(given)
            os.write(told, f"add {n + EACH}\n".encode())
            ledger.decide(Decision(What.RETRACT, "withdrawn", report=given[0].report.id))
            os.write(told, f"retract {given[0].report.id}\n".encode())
            ledger.reread([replace(given[1], reader="newer")])
            os.write(told, b"reread\n")


def check(path: Path, told: list[str]) -> None:
    with Ledger.open(path, create=False) as ledger:
        readings, events = ledger.readings(), ledger.history()
        assert len(readings) % EACH == 0, "half an addition"
        assert {r.report.id for r in readings} == {paper(n).report.id for n in range(len(readings))}
        added = [int(line.split()[1]) for line in told if line.startswith("add")]
        assert len(readings) >= max(added, default=0), "an addition was lost"
        retracted = {e.decision.report for e in events if e.decision}
        for line in told:
            if line.startswith("retract"):
                assert line.split()[1] in retracted, "a decision was lost"
        newer = sum(e.what is What.REREAD for e in events)
        assert newer >= told.count("reread"), "a reading was lost"
        assert sum(r.reader == "newer" for r in readings) == newer
        assert list(history.broken(ledger._connection)) == []
        assert ledger._connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]


def hundred(folder: Path, times: int) -> None:
    """Runs in a process of its own, which has no threads yet when it forks."""
    rng = random.Random(5)
    path = folder / "crash.case"
    done = 0
    for n in range(times):
        if n % 10 == 0:
            path = folder / str(n) / "crash.case"
            path.parent.mkdir()
        read, write = os.pipe()
        stop = rng.randrange(1, 300) if n % 2 else 0
        child = os.fork()
        if not child:
            os.close(read)
            work(str(path), write, stop)
            os._exit(0)
        os.close(write)
        with os.fdopen(read) as pipe:
            told = []
            if not stop:
                # So many steps are seen done, then it dies at a chance moment of the next.
                told = [pipe.readline().rstrip("\n") for _ in range(rng.randrange(4))]
                time.sleep(rng.uniform(0.0, 0.4))
                os.kill(child, signal.SIGKILL)
            told += pipe.read().split("\n")[:-1]
        _, status = os.waitpid(child, 0)
        assert os.WIFSIGNALED(status), "the child ended by itself"
        if path.exists():  # else killed before the file was made
            check(path, told)
            done += len(told)
    assert done or times < 100, "nothing was ever done"
    for file in folder.glob("*/crash.case"):
        with Ledger.open(file) as ledger:
            assert ledger.verify().whole
    print(done)


@pytest.mark.long
def test_killed_a_hundred_times(tmp_path: Path) -> None:
    code = f"from tests.ledger.test_crash import *; hundred(Path({str(tmp_path)!r}), 100)"
    run = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, check=False)
    assert run.returncode == 0, run.stderr.decode()[-2000:]


def test_killed_a_few_times(tmp_path: Path) -> None:
    code = f"from tests.ledger.test_crash import *; hundred(Path({str(tmp_path)!r}), 2)"
    run = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, check=False)
    assert run.returncode == 0, run.stderr.decode()[-2000:]


@pytest.mark.long
def test_the_command_itself_is_killed(tmp_path: Path) -> None:
    """``firstmove add`` from its first moment to its end, reader, models and all."""
    rng = random.Random(7)
    names = []
    for n in range(3):
        file = tmp_path / f"note{n}.txt"
        file.write_text(paper(n).report.text)
        names.append(str(file))
    case = tmp_path / "x.case"
    command = [sys.executable, "-m", "firstmove", "add", str(case), *names]
    for delay in [rng.uniform(0.2, 6.0) for _ in range(6)]:
        process = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE)
        try:
            process.wait(delay)
        except subprocess.TimeoutExpired:
            process.kill()
        process.communicate()
        if case.exists():
            with Ledger.open(case, create=False) as ledger:
                assert len(ledger.readings()) in (0, 3)
    assert subprocess.run(command, cwd=ROOT, capture_output=True, check=False).returncode == 0
    with Ledger.open(case, create=False) as ledger:
        assert len(ledger.readings()) == 3
        assert ledger.verify().whole


TWO = """
import sys
from firstmove.ledger import Ledger
from tests.ledger.test_store import paper
with Ledger.open(sys.argv[1]) as ledger:
    for n in range(int(sys.argv[2]), 12, 2):
        ledger.add([paper(n)])
"""


def test_two_processes_on_one_case_both_get_through(tmp_path: Path) -> None:
    case = tmp_path / "two.case"
    both = [
        subprocess.Popen(
            [sys.executable, "-c", TWO, str(case), str(n)], cwd=ROOT, stderr=subprocess.PIPE
        )
        for n in range(2)
    ]
    for process in both:
        _, said = process.communicate(timeout=120)
        assert process.returncode == 0, said.decode()
    with Ledger.open(case) as ledger:
        assert {r.report.id for r in ledger.readings()} == {paper(n).report.id for n in range(12)}
        assert len(ledger.history()) == 12
        assert ledger.verify().whole


def test_a_file_that_another_process_made_meanwhile_is_not_replaced(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    case = tmp_path / "new.case"
    prepare = casefile._prepare_new

    def slow(draft: Path) -> None:
        """While this process makes its file, another one makes it and adds a report."""
        prepare(draft)
        monkeypatch.setattr(casefile, "_prepare_new", prepare)
        with Ledger.open(case) as other:
            other.add([paper(1)])

    monkeypatch.setattr(casefile, "_prepare_new", slow)
    with Ledger.open(case) as ledger:
        ledger.add([paper(2)])
        assert len(ledger.readings()) == 2


def test_two_that_find_an_empty_file_make_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    case = tmp_path / "empty.case"
    case.touch()
    prepare = casefile._prepare_new

    def late(file: Path) -> None:
        monkeypatch.setattr(casefile, "_prepare_new", prepare)
        with Ledger.open(case) as other:
            other.add([paper(1)])
        prepare(file)

    monkeypatch.setattr(casefile, "_prepare_new", late)
    with Ledger.open(case) as ledger:
        ledger.add([paper(2)])
        assert len(ledger.readings()) == 2
