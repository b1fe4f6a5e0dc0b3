"""Readings on a Dask cluster: the same as in one process, whatever happens to its workers."""

from __future__ import annotations

import json
import os
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from typer.testing import CliRunner

from firstmove.analysis import Readings, readings
from firstmove.analysis.over_readings import dask as on_dask
from firstmove.cli import app
from firstmove.conflict import Conflict, parse_model
from firstmove.errors import AnalysisError
from firstmove.examples import model
from tests.watchdog import ends

distributed = pytest.importorskip("distributed")

SIDES = ("hill", "shore", "mill", "ferry")
LIMIT = 300


def many() -> Conflict:
    """4 decision makers with 8 options and 20,736 readings."""
    parts = ['name = "The lock"']
    for at, side in enumerate(SIDES):
        other = SIDES[at - 1]
        parts.append(f'[[decision_maker]]\nid = "{side}"\nname = "{side.title()}"')
        for nth, want in enumerate((f"{other}.open", f"not {side}.pay", f"{other}.pay")):
            order = 'order = "unknown"\n' if nth else ""
            parts.append(
                f'[[decision_maker.want]]\ncondition = "{want}"\nbasis = "stated"\n{order}'
            )
        parts.append(f'[[decision_maker.want]]\ncondition = "{side}.open"\nbasis = "unknown"\n')
    for side in SIDES:
        for act in ("open", "pay"):
            text = f'[[option]]\nid = "{side}.{act}"\nowner = "{side}"\nlabel = "{act}"\n'
            parts.append(text)
    return parse_model("\n".join(parts))


def same(one: Readings, two: Readings) -> bool:
    """Byte for byte."""
    a, b = one.record, two.record
    assert a is not None
    assert b is not None
    arrays = ("digits", "answers", "bits", "strata", "changes", "turned")
    return (one.solved, one.total, one.state) == (two.solved, two.total, two.state) and all(
        np.array_equal(x, y) and x.dtype == y.dtype and x.tobytes() == y.tobytes()
        for x, y in ((getattr(a, name), getattr(b, name)) for name in arrays)
    )


@pytest.fixture(autouse=True)
def _small_portions(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("firstmove.analysis.over_readings.batch.TOGETHER", 1 << 10)


@pytest.fixture(scope="module")
def cluster() -> Iterator[Any]:
    with distributed.LocalCluster(
        n_workers=2, threads_per_worker=1, processes=True, dashboard_address="127.0.0.1:0"
    ) as made:
        yield made


@pytest.fixture(scope="module")
def conflict() -> Conflict:
    return many()


@pytest.mark.long
def test_the_same_as_in_one_process(cluster: Any, conflict: Conflict) -> None:
    seen: list[tuple[int, int]] = []
    asked: dict[str, Any] = {"limit": LIMIT, "state": "NNNNNNNN", "turns": 4}
    found = readings(
        conflict, **asked, seed=3, dask=cluster.scheduler_address,
        progress=lambda done, of: seen.append((done, of)),
    )  # fmt: skip
    assert same(found, readings(conflict, **asked, seed=3))
    assert [done for done, _ in seen] == sorted(done for done, _ in seen)
    assert seen[-1][0] == seen[-1][1]
    assert not same(found, readings(conflict, **asked, seed=4))


@pytest.mark.long
def test_a_worker_killed_midway_loses_nothing(
    cluster: Any, conflict: Conflict, recwarn: pytest.WarningsRecorder
) -> None:
    pids = [nanny.pid for nanny in cluster.workers.values()]
    killed: list[int] = []

    def kill(done: int, of: int) -> None:
        if not killed and done < of // 2:
            killed.append(pids[0])
            os.kill(pids[0], signal.SIGKILL)

    asked: dict[str, Any] = {"limit": LIMIT, "seed": 5, "state": "NNNNNNNN", "turns": 4}
    found = readings(conflict, **asked, dask=cluster.scheduler_address, progress=kill)
    assert killed
    assert not found.interrupted
    assert same(found, readings(conflict, **asked))
    assert not [one for one in recwarn if "lost" in str(one.message)]  # the cluster did it all


@pytest.mark.long
def test_an_interruption_keeps_what_is_done(cluster: Any, conflict: Conflict) -> None:
    def stop(done: int, of: int) -> None:
        raise KeyboardInterrupt

    found = readings(conflict, limit=LIMIT, dask=cluster.scheduler_address, progress=stop)
    assert found.interrupted
    assert 0 < found.solved < LIMIT


@pytest.mark.long
def test_the_command(cluster: Any) -> None:
    asked = ["readings", str(model("ukraine-2024")), "--state", "NNNNNNNN", "--json"]
    one = json.loads(CliRunner().invoke(app, asked).stdout)
    two = json.loads(CliRunner().invoke(app, [*asked, "--dask", cluster.scheduler_address]).stdout)
    del one["seconds"], two["seconds"]
    assert one == two


@pytest.mark.long
def test_another_version_on_a_worker_is_said(
    cluster: Any, conflict: Conflict, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(on_dask, "_VERSION", "9.9.9")
    with pytest.raises(AnalysisError, match=r"has firstmove .*, not 9\.9\.9"):
        readings(conflict, limit=LIMIT, dask=cluster.scheduler_address)


@pytest.mark.long
def test_a_cluster_without_workers(conflict: Conflict, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(on_dask, "JOINED", 2.0)
    with (
        distributed.LocalCluster(n_workers=0, dashboard_address="127.0.0.1:0") as empty,
        pytest.raises(AnalysisError, match="solved nothing: it has had no worker"),
    ):
        readings(conflict, limit=LIMIT, dask=empty.scheduler_address)


SCHEDULER = """
import asyncio
from distributed import Nanny, Scheduler
async def main():
    async with Scheduler(host="127.0.0.1", port=0, dashboard_address='127.0.0.1:0') as s:
        async with Nanny(s.address, nthreads=1):
            print(s.address, flush=True)
            await s.finished()
if __name__ == "__main__":
    asyncio.run(main())
"""


@pytest.mark.long
def test_a_scheduler_killed_midway_loses_nothing(conflict: Conflict, tmp_path: Path) -> None:
    script = tmp_path / "cluster.py"
    script.write_text(SCHEDULER, encoding="utf-8")
    with subprocess.Popen([sys.executable, str(script)], stdout=subprocess.PIPE, text=True) as run:
        assert run.stdout is not None
        address = run.stdout.readline().strip()
        try:
            with pytest.warns(RuntimeWarning, match="Dask cluster is lost"):
                found = readings(
                    conflict, limit=LIMIT, seed=5, turns=0, dask=address,
                    progress=lambda done, of: run.kill(),
                )  # fmt: skip
        finally:
            run.kill()
    assert same(found, readings(conflict, limit=LIMIT, seed=5, turns=0))


@pytest.mark.parametrize("address", ["", "nonsense", "127.0.0.1:port", "foo://127.0.0.1:1"])
def test_a_wrong_address(address: str, conflict: Conflict) -> None:
    with pytest.raises(AnalysisError, match="no Dask scheduler") as raised:
        readings(conflict, dask=address)
    assert "dask scheduler --host 127.0.0.1" in raised.value.remedy


@pytest.mark.parametrize("listening", [True, False])
def test_nobody_answers(
    listening: bool, conflict: Conflict, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(on_dask, "REACHED", 1.0)
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        if listening:  # something that is no Dask, and says nothing
            other.listen()
        with ends(), pytest.raises(AnalysisError, match="no Dask scheduler"):
            readings(conflict, dask=f"tcp://127.0.0.1:{other.getsockname()[1]}")


def test_without_the_library(conflict: Conflict, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "distributed.core", None)
    with pytest.raises(AnalysisError, match="not installed") as raised:
        readings(conflict, dask="tcp://127.0.0.1:8786")
    assert "firstmove[dask]" in raised.value.remedy


def test_processes_or_a_cluster(conflict: Conflict) -> None:
    with pytest.raises(AnalysisError, match="both processes and a Dask cluster"):
        readings(conflict, workers=2, dask="tcp://127.0.0.1:8786")


def test_only_what_is_solved_goes_over() -> None:
    told = parse_model(Path(model("ukraine-2024")).read_text(encoding="utf-8"))
    bare = repr(on_dask._bare(told))
    assert "Evidence(" in repr(told)
    assert "Evidence(" not in bare
    assert all(option.label not in bare for option in told.options)


SCRIPT = """
from firstmove.analysis import readings
from firstmove.conflict import load_model
import firstmove.analysis.over_readings.batch as batch
batch.TOGETHER = 1 << 9
print(readings(load_model({path!r}), workers=2, state="NNNNNNNN").solved)
"""


def test_processes_that_cannot_start_are_said_and_dask_stays_away() -> None:
    script = SCRIPT.format(path=str(model("ukraine-2024")))
    script += "import sys\nassert 'distributed' not in sys.modules\n"
    run = subprocess.run(
        [sys.executable, "-"], input=script, capture_output=True, text=True, check=True
    )
    assert run.stdout == "8\n"
    assert run.stderr.count("no worker process could start") == 1
    assert "Traceback" not in run.stderr
