"""ctrl-C while a model is solved: what is decided is shown, and the exit code says so."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from benchmarks.models import model
from firstmove.conflict import dump_model

pytestmark = pytest.mark.skipif(os.name != "posix", reason="signals of POSIX")


@pytest.fixture(scope="module")
def hard(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Nash is a matter of milliseconds, SEQ one of minutes."""
    pytest.importorskip("dd")
    path = tmp_path_factory.mktemp("hard") / "hard.toml"
    path.write_text(dump_model(model(80, 8, 24)), encoding="utf-8")
    return path


# Sends itself the signal that ctrl-C sends, half a second after it turned to SEQ.
DRIVER = """
import os, signal, threading
from contextlib import contextmanager
from firstmove.cli import app, output

@contextmanager
def solving(names, *, quiet):
    def watch(told):
        if told.concept == "seq" and told.decided == 8:
            threading.Timer(0.5, os.kill, (os.getpid(), signal.SIGINT)).start()
    yield watch

output.solving = solving
app()
"""


def interrupted(path: Path, *args: str) -> subprocess.CompletedProcess[str]:
    asked = ["solve", str(path), "--concepts", "nash,seq", "--limit", "1", *args]
    return subprocess.run(
        [sys.executable, "-c", DRIVER, *asked],
        capture_output=True, text=True, timeout=120, check=False,
    )  # fmt: skip


def test_the_decided_part_is_shown(hard: Path) -> None:
    ended = interrupted(hard)
    assert ended.returncode == 130
    assert "Nash" in ended.stdout
    assert "SEQ is not decided" in ended.stdout
    assert "Under SEQ at least" in ended.stdout
    assert ended.stderr == ""


def test_the_decided_part_is_one_json_document(hard: Path) -> None:
    ended = interrupted(hard, "--json")
    assert ended.returncode == 130
    found = json.loads(ended.stdout)
    assert list(found["equilibria"]) == ["nash"]
    assert {row["concept"] for row in found["undecided"]} == {"seq"}
    assert {row["reason"] for row in found["undecided"]} == {"interrupted"}
    bounds = found["bounds"]["seq"]
    assert found["equilibria"]["nash"]["count"] <= bounds["at_least"] <= bounds["at_most"]
    assert bounds["at_most"] < found["states"]
    assert ended.stderr == ""


# The signal of ctrl-C once a number of readings is asked or of changes tried.
MOVES_DRIVER = """
import os, signal, sys
from contextlib import contextmanager
from firstmove.analysis.first_moves import levers
from firstmove.cli import app, output
where, after = sys.argv.pop(1), 20

@contextmanager
def counting(what):
    def watch(done, whole):
        if where == "readings" and done == after:
            os.kill(os.getpid(), signal.SIGINT)
    yield watch

tried = levers._Trial.of
count = 0

def of(self, changes):
    global count
    count += 1
    if where == "levers" and count == after:
        os.kill(os.getpid(), signal.SIGINT)
    return tried(self, changes)

output.counting = counting
levers._Trial.of = of
app()
"""


@pytest.mark.parametrize("where", ["readings", "levers"])
def test_moves_keep_what_was_found(where: str, tmp_path: Path) -> None:
    wants = "".join(
        f'[[decision_maker.want]]\ncondition = "{c}"\nbasis = "stated"\n'
        + ('order = "unknown"\n' if n else "")
        for n, c in enumerate(
            ("west.pay", "not east.open", "not west.sue", "west.pay iff east.open")
        )
    )
    path = tmp_path / "bridge.toml"
    path.write_text(
        f'name = "Bridge"\n[[decision_maker]]\nid = "east"\nname = "East"\n{wants}'
        '[[decision_maker]]\nid = "west"\nname = "West"\n'
        '[[decision_maker.want]]\ncondition = "east.open"\nbasis = "stated"\n'
        '[[decision_maker.want]]\ncondition = "not west.pay"\nbasis = "stated"\n'
        + "".join(
            f'[[option]]\nid = "{id_}"\nowner = "{id_[:4]}"\nlabel = "{id_[5:]}"\n'
            for id_ in ("east.open", "west.pay", "west.sue")
        )
        + '[status_quo]\n"east.open" = false\n"west.pay" = false\n"west.sue" = true\n',
        encoding="utf-8",
    )
    ended = subprocess.run(
        [sys.executable, "-c", MOVES_DRIVER, where, "moves", str(path), "--json"],
        capture_output=True, text=True, timeout=120, check=False,
    )  # fmt: skip
    assert ended.returncode == 130, ended.stderr
    found = json.loads(ended.stdout)
    assert found["interrupted"]
    assert found["answer"]
    if where == "readings":
        assert 8 <= found["over_readings"]["asked"] <= 24
    else:
        assert 0 < found["levers"]["tried"] < found["levers"]["singles"]
