"""``python -m benchmarks.engines [--quick] [ROW …]``: how far the engines reach.

The first rows are the reach that is aimed at, each with its goal and whether this run met it; the
others show more of the engines. The models are those of ``benchmarks.models``, which says how they
are drawn; the ensemble is a row of ``benchmarks.readings``.

Each row runs in a process of its own, so that its peak memory is its own. A row of several seeds
shows the median and the slowest. “warm” rows solve the same model again and show the best of
five. “ratio”: how many times as long the plain oracle of the tests takes for the same model in the
same process; where it is missing the oracle does not finish. “search” rows stop SEQ after three
seconds and then ask about single states: the time is that of one such question. ``--quick``: one
seed each, without the rows of minutes or a gigabyte. Timings on a shared machine vary: “cpu s” is
the processor time of the same run, “load” what the machine was asked for before it. A goal is met
by the clock, or, where others used the machine, at least in processor time; the table says which.
"""

from __future__ import annotations

import json
import os
import resource
import subprocess
import sys
from dataclasses import dataclass, replace
from random import Random
from statistics import median
from time import perf_counter, process_time

from benchmarks.models import model
from firstmove.analysis import Analysis, analyse
from firstmove.errors import AnalysisError

FOUR = ("nash", "gmr", "smr", "seq")
FIVE = (*FOUR, "sim")
LIMIT = 120.0  # seconds
ASKED = 24  # states of a search row, one after the other for each decision maker


@dataclass(frozen=True)
class Row:
    options: int
    wants: int
    concepts: tuple[str, ...] = FOUR
    decision_makers: int = 3
    engine: str = "auto"
    impossible: int = 0
    one_way: int = 0
    seeds: int = 1
    warm: bool = False
    oracle: bool = False
    search: bool = False
    long: bool = False  # minutes, or a gigabyte
    goal: float = 0.0  # seconds; the median where there are seeds
    memory: float = 0.0  # MB
    solved: bool = False  # the goal is that nothing is left undecided


ENSEMBLE = "ensemble"  # the row of benchmarks.readings that has its goal
ENSEMBLE_ROW, ENSEMBLE_GOAL = "10-two", 20.0
ROWS = {
    "12": Row(12, 12, FIVE, warm=True, goal=0.02),
    "20": Row(20, 20, goal=1.5),
    "24": Row(24, 20, goal=12, memory=1536, long=True),
    "24-rules": Row(24, 20, impossible=8, one_way=3, goal=30, long=True),
    "60": Row(60, 12, seeds=6, goal=10),
    "60-20": Row(60, 20, seeds=6, solved=True, long=True),
    "100": Row(100, 12, FOUR[:3], seeds=6, goal=5),
    ENSEMBLE: Row(10, 10, long=True),
    "oracle-6": Row(6, 6, FIVE, oracle=True, warm=True),
    "oracle-8": Row(8, 8, FIVE, oracle=True, warm=True),
    "10": Row(10, 10, warm=True),
    "12-explicit": Row(12, 12, FIVE, engine="explicit", warm=True),
    "16-sim": Row(16, 16, FIVE),
    "20-symbolic": Row(20, 20, engine="symbolic", long=True),
    "60-rules": Row(60, 12, impossible=8, one_way=3, seeds=6, long=True),
    "60-sim": Row(60, 12, ("sim",), seeds=3, long=True),
    "60-of-5": Row(60, 12, decision_makers=5, seeds=3, long=True),
    "60-of-8": Row(60, 12, decision_makers=8, seeds=3, long=True),
    "100-seq": Row(100, 12, seeds=3, long=True),
    "search-60-of-8": Row(60, 12, decision_makers=8, search=True),
    "search-60-20": Row(60, 20, search=True),
    "search-200-of-8": Row(200, 12, decision_makers=8, search=True, long=True),
}


def measure(name: str, *, quick: bool = False) -> dict[str, object]:
    row = replace(ROWS[name], seeds=1) if quick else ROWS[name]
    times: list[float] = []
    work: list[float] = []
    open_ = 0
    ratio = 0.0
    load = os.getloadavg()[0]
    for seed in range(row.seeds):
        conflict = model(
            row.options, row.decision_makers, row.wants,
            impossible=row.impossible, one_way=row.one_way, seed=seed,
        )  # fmt: skip
        spent, worked = [], []
        for _ in range(6 if row.warm else 1):
            start, begun = perf_counter(), process_time()
            limit = 3.0 if row.search else LIMIT
            analysis = analyse(conflict, row.concepts, engine=row.engine, limit=limit)
            spent.append(perf_counter() - start)
            worked.append(process_time() - begun)
        if row.search:
            spent, worked, left = _asked(analysis)
            times += spent
            work += worked
            open_ += left
        else:
            times.append(min(spent))
            work.append(min(worked))
            open_ += bool(analysis.undecided)
        if row.oracle:
            from tests.analysis.oracle import Oracle

            start = perf_counter()
            Oracle(conflict).stable()
            ratio = (perf_counter() - start) / min(spent)
    return {
        "states": analysis.states,
        "engine": "search" if row.search else analysis.engine,
        "seconds": median(times),
        "slowest": max(times),
        "undecided": open_,
        "memory": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
        "ratio": ratio,
        "processor": median(work),
        "load": load,
    }


def _asked(analysis: Analysis) -> tuple[list[float], list[float], int]:
    """The seconds and processor time of each question, and how many had no answer in ten."""
    rng = Random("states")
    makers = analysis.conflict.decision_makers
    times, work, left = [], [], 0
    for n in range(ASKED):
        state = "".join(rng.choice("YN") for _ in analysis.conflict.options)
        start, begun = perf_counter(), process_time()
        try:
            analysis.ask(state, makers[n % len(makers)].id, "seq", seconds=10.0)
        except AnalysisError:
            left += 1
        times.append(perf_counter() - start)
        work.append(process_time() - begun)
    return times, work, left


def _ensemble() -> dict[str, object]:
    from benchmarks import readings

    found = readings.measure(ENSEMBLE_ROW)
    return {
        "states": found["states"],
        "engine": f"{found['solved']:,.0f} readings",
        "seconds": found["seconds"],
        "slowest": found["seconds"],
        "undecided": 0,
        "memory": found["memory"],
        "ratio": 0.0,
        "processor": found["processor"],
        "load": found["load"],
    }


def _goal(name: str, row: Row, found: dict[str, float]) -> str:
    """The goal in words, and whether it is met."""
    seconds = ENSEMBLE_GOAL if name == ENSEMBLE else row.goal
    told = []
    clock = processor = not found["undecided"]
    if seconds:
        told.append(f"≤ {seconds:g} s")
        clock = clock and found["seconds"] <= seconds
        processor = processor and found["processor"] <= seconds
    if row.memory:
        told.append(f"≤ {row.memory:g} MB")
        clock = clock and found["memory"] <= row.memory
        processor = processor and found["memory"] <= row.memory
    if row.solved:
        told.append("solved")
    met = "met" if clock else "met in processor time" if processor else "NOT met"
    return f"{', '.join(told)}: {met}" if told else ""


def main(names: list[str], *, quick: bool = False) -> None:
    unknown = [name for name in names if name not in ROWS]
    if unknown:
        sys.exit(f"no row “{unknown[0]}”; rows: {', '.join(ROWS)}")
    print(
        f"{'row':16} {'states':>9} {'engine':15} {'seconds':>8} {'slowest':>8} {'cpu s':>7} "
        f"{'load':>4} {'MB':>5} {'ratio':>6}  goal"
    )
    for name in names or [n for n, row in ROWS.items() if not (quick and row.long)]:
        row = replace(ROWS[name], seeds=1) if quick else ROWS[name]
        run = subprocess.run(
            [sys.executable, "-m", "benchmarks.engines", "--one", name, *["--quick"] * quick],
            capture_output=True, text=True, check=False,
        )  # fmt: skip
        if run.returncode:
            print(f"{name:16} failed: {' '.join(run.stderr.strip().splitlines()[-1:])}")
            continue
        found = json.loads(run.stdout)
        states = found["states"]
        shown = f"{states:,}" if states < 1e8 else f"{states:.1e}"
        asked = ASKED if row.search else row.seeds
        notes = [_goal(name, row, found)]
        notes += [f"{found['undecided']} of {asked} undecided"] if found["undecided"] else []
        notes += [f"{row.decision_makers} decision makers"] if row.decision_makers != 3 else []
        notes += [f"{row.seeds} seeds"] if row.seeds > 1 else []
        notes += [f"{row.impossible} impossible, {row.one_way} one-way"] if row.impossible else []
        notes += ["warm"] if row.warm else []
        ratio = f"{found['ratio']:,.0f}" if row.oracle else "–"
        print(
            f"{name:16} {shown:>9} {found['engine']:15} {found['seconds']:8.3f} "
            f"{found['slowest']:8.3f} {found['processor']:7.3f} {found['load']:4.1f} "
            f"{found['memory']:5.0f} {ratio:>6}  "
            f"{'; '.join(note for note in notes if note)}",
            flush=True,
        )


if __name__ == "__main__":
    args = [a for a in sys.argv[1:] if a != "--quick"]
    hurry = "--quick" in sys.argv[1:]
    if args[:1] == ["--one"]:
        one = args[1]
        print(json.dumps(_ensemble() if one == ENSEMBLE else measure(one, quick=hurry)))
    else:
        main(args, quick=hurry)
