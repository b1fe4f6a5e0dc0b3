"""``python -m benchmarks.engines [ROW …]``: how long the engines take, and how much memory.

Each row runs in a process of its own, so that its peak memory is its own. A row of several seeds
shows the median and the slowest. “warm” rows solve the same model again and show the best of
five. Where the plain oracle of the tests finishes (small models), its time on the same model in the
same process is given as a ratio. Timings on a shared machine vary; look at a few runs.
"""

from __future__ import annotations

import json
import resource
import subprocess
import sys
from dataclasses import dataclass
from statistics import median
from time import perf_counter

from benchmarks.models import model
from firstmove.analysis import Analysis, analyse

FOUR = ("nash", "gmr", "smr", "seq")
FIVE = (*FOUR, "sim")
LIMIT = 120.0  # seconds


@dataclass(frozen=True)
class Row:
    options: int
    wants: int
    concepts: tuple[str, ...]
    goal: str = ""
    engine: str = "auto"
    impossible: int = 0
    one_way: int = 0
    seeds: int = 1
    warm: bool = False
    oracle: bool = False


ROWS = {
    "oracle-6": Row(6, 6, FIVE, oracle=True, warm=True),
    "oracle-8": Row(8, 8, FIVE, oracle=True, warm=True),
    "explicit-12": Row(12, 12, FIVE, engine="explicit", warm=True),
    "cubes-10": Row(10, 10, FOUR, "4 ms: 10,000 in 20 s on two cores", warm=True),
    "cubes-12": Row(12, 12, FIVE, "0.02 s", warm=True),
    "cubes-16": Row(16, 16, FIVE),
    "cubes-20": Row(20, 20, FOUR, "1.5 s"),
    "cubes-24": Row(24, 20, FOUR, "12 s, 1.5 GB"),
    "cubes-24-rules": Row(24, 20, FOUR, "30 s", impossible=8, one_way=3),
    "symbolic-20": Row(20, 20, FOUR, engine="symbolic"),
    "symbolic-60": Row(60, 12, FOUR, "10 s, median of 6", seeds=6),
    "symbolic-60-rules": Row(60, 12, FOUR, impossible=8, one_way=3, seeds=6),
    "symbolic-60-sim": Row(60, 12, ("sim",), seeds=3),
    "symbolic-60-20": Row(60, 20, FOUR, "solved", seeds=3),
    "symbolic-100": Row(100, 12, FOUR[:3], "5 s", seeds=6),
    "symbolic-100-seq": Row(100, 12, FOUR, seeds=3),
}


def measure(name: str) -> dict[str, object]:
    row = ROWS[name]
    times: list[float] = []
    open_ = 0
    analysis: Analysis | None = None
    ratio = 0.0
    for seed in range(row.seeds):
        conflict = model(
            row.options, 3, row.wants, impossible=row.impossible, one_way=row.one_way, seed=seed
        )
        spent = []
        for _ in range(6 if row.warm else 1):
            start = perf_counter()
            analysis = analyse(conflict, row.concepts, engine=row.engine, limit=LIMIT)
            spent.append(perf_counter() - start)
        times.append(min(spent))
        open_ += bool(analysis and analysis.undecided)
        if row.oracle:
            from tests.analysis.oracle import Oracle

            start = perf_counter()
            Oracle(conflict).stable()
            ratio = (perf_counter() - start) / min(spent)
    assert analysis is not None
    return {
        "states": analysis.states,
        "engine": analysis.engine,
        "seconds": median(times),
        "slowest": max(times),
        "undecided": open_,
        "memory": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
        "ratio": ratio,
    }


def main(names: list[str]) -> None:
    unknown = [name for name in names if name not in ROWS]
    if unknown:
        sys.exit(f"no row “{unknown[0]}”; rows: {', '.join(ROWS)}")
    print(f"{'row':18} {'states':>9} {'engine':9} {'seconds':>8} {'slowest':>8} {'MB':>6}  goal")
    for name in names or ROWS:
        row = ROWS[name]
        run = subprocess.run(
            [sys.executable, "-m", "benchmarks.engines", "--one", name],
            capture_output=True, text=True, check=False,
        )  # fmt: skip
        if run.returncode:
            print(f"{name:18} failed: {run.stderr.strip().splitlines()[-1:]}")
            continue
        found = json.loads(run.stdout)
        states = found["states"]
        shown = f"{states:,}" if states < 1e8 else f"{states:.1e}"
        notes = [f"goal {row.goal}"] if row.goal else []
        notes += [f"{found['undecided']} of {row.seeds} undecided"] if found["undecided"] else []
        notes += [f"oracle takes {found['ratio']:,.0f} times as long"] if row.oracle else []
        notes += [f"{row.seeds} seeds"] if row.seeds > 1 else []
        notes += [f"{row.impossible} impossible, {row.one_way} one-way"] if row.impossible else []
        notes += ["warm"] if row.warm else []
        print(
            f"{name:18} {shown:>9} {found['engine']:9} {found['seconds']:8.3f} "
            f"{found['slowest']:8.3f} {found['memory']:6.0f}  {'; '.join(notes)}",
            flush=True,
        )


if __name__ == "__main__":
    if sys.argv[1:2] == ["--one"]:
        print(json.dumps(measure(sys.argv[2])))
    else:
        main(sys.argv[1:])
