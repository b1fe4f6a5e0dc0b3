"""``python -m benchmarks.readings [ROW …]``: how long many readings of one model take.

The models are those of ``models.model`` with some of their wants made unknown and, in “orders”, the
last wants of each decision maker in unknown order; drawn alike, the same for the same seed. Each
row runs in a process of its own, so that its peak memory is its own; that of further processes is
added. “ratio”: how many times as long solving the same readings one by one with ``analyse`` would
take, in one process, extrapolated from 50 of them in the same run.
Timings on a shared machine vary: the load before the row is given, and the processor time spent.
"""

from __future__ import annotations

import json
import os
import resource
import subprocess
import sys
from dataclasses import dataclass, replace
from random import Random
from time import perf_counter

from benchmarks.models import model
from firstmove.analysis import analyse, readings
from firstmove.conflict import Basis, Conflict, StatusQuo

ALONE = 50  # readings solved one by one


@dataclass(frozen=True)
class Row:
    options: int
    wants: int
    unknown: int
    limit: int = 10_000
    unordered: int = 0
    workers: int = 1
    turns: int = 0
    impossible: int = 0
    one_way: int = 0
    goal: str = ""


ROWS = {
    "10-one": Row(10, 10, 14),
    "10-two": Row(10, 10, 14, workers=2, goal="20 s"),
    "10-turns": Row(10, 10, 14, workers=2, turns=64),
    "10-all": Row(10, 10, 13, workers=2),
    "10-orders": Row(10, 10, 4, unordered=5, workers=2),
    "10-rules": Row(10, 10, 14, workers=2, impossible=4, one_way=3),
    "6-two": Row(6, 8, 14, workers=2),
    "14-two": Row(14, 12, 14, limit=1_000, workers=2),
    "16-two": Row(16, 12, 14, limit=200, workers=2),
}


def open_model(row: Row, seed: int = 0) -> Conflict:
    """The model of a row, nothing taken as the status quo."""
    conflict = model(
        row.options, 3, row.wants, impossible=row.impossible, one_way=row.one_way, seed=seed
    )
    rng = Random(f"{row.unknown} {row.unordered} {seed}")
    places = [(k, n) for k in range(3) for n in range(row.wants)]
    unknown = set(rng.sample(places, row.unknown))
    makers = []
    for k, maker in enumerate(conflict.decision_makers):
        wants = [
            replace(
                want,
                basis=Basis.UNKNOWN if (k, n) in unknown else Basis.STATED,
                unordered=n > row.wants - row.unordered,
            )
            for n, want in enumerate(maker.wants)
        ]
        makers.append(replace(maker, wants=tuple(wants)))
    now = StatusQuo({option.id: False for option in conflict.options})
    return replace(conflict, decision_makers=tuple(makers), status_quo=now)


def measure(name: str) -> dict[str, float]:
    row = ROWS[name]
    conflict = open_model(row)
    load = os.getloadavg()[0]
    start = perf_counter()
    found = readings(conflict, limit=row.limit, workers=row.workers, turns=row.turns)
    seconds = perf_counter() - start
    own = resource.getrusage(resource.RUSAGE_SELF)
    others = resource.getrusage(resource.RUSAGE_CHILDREN)
    models = [found.model(n * found.solved // ALONE) for n in range(ALONE)]
    start = perf_counter()
    for one in models:
        analyse(one, found.concepts)
    alone = (perf_counter() - start) / ALONE
    workers = row.workers if row.workers > 1 else 0
    return {
        "total": float(found.total),
        "solved": found.solved,
        "states": 1 << row.options,
        "seconds": seconds,
        "processor": own.ru_utime + own.ru_stime + others.ru_utime + others.ru_stime,
        "memory": (own.ru_maxrss + workers * others.ru_maxrss) / 1024,
        "ratio": alone * found.solved / seconds,
        "load": load,
    }


def main(names: list[str]) -> None:
    unknown = [name for name in names if name not in ROWS]
    if unknown:
        sys.exit(f"no row “{unknown[0]}”; rows: {', '.join(ROWS)}")
    print(
        f"{'row':10} {'readings':>8} {'of':>9} {'states':>7} {'workers':>7} {'seconds':>8} "
        f"{'cpu s':>6} {'MB':>5} {'ratio':>6} {'load':>5}"
    )
    for name in names or ROWS:
        run = subprocess.run(
            [sys.executable, "-m", "benchmarks.readings", "--one", name],
            capture_output=True, text=True, check=False,
        )  # fmt: skip
        if run.returncode:
            print(f"{name:10} failed: {run.stderr.strip().splitlines()[-1:]}")
            continue
        found = json.loads(run.stdout)
        row = ROWS[name]
        total = found["total"]
        shown = f"{total:,.0f}" if total < 1e7 else f"{total:.1e}"
        note = f"  goal {row.goal}" if row.goal else ""
        note += f"  and {row.turns} readings changed for each want" if row.turns else ""
        print(
            f"{name:10} {found['solved']:8,} {shown:>9} {found['states']:7,} {row.workers:7} "
            f"{found['seconds']:8.2f} {found['processor']:6.1f} {found['memory']:5.0f} "
            f"{found['ratio']:6.1f} {found['load']:5.1f}{note}",
            flush=True,
        )


if __name__ == "__main__":
    if sys.argv[1:2] == ["--one"]:
        print(json.dumps(measure(sys.argv[2])))
    else:
        main(sys.argv[1:])
