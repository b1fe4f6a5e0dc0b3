"""``python -m benchmarks.ledger``: how a large case opens, is searched and shown, and what an
addition costs as the case grows.

    python -m benchmarks.ledger [--full] [--read SIZE ...] [--add SIZE ...]

One JSON line a row. ``read``: a made-up case of so many statements, from which the commands
``search``, ``ledger --party`` (the party that is heard most, as text too, and the middle one) are
run as a user runs them, each in a process of its own: seconds by the clock and of the processor,
from the start of Python to its end, the best of three; ``--help`` is what any command takes; peak
memory.
To have such cases in minutes each statement is written as an entry of its own, which makes more
entries than merging would.

``add``: a case of so many statements is merged in full, then one more report of twenty statements
is added to it, the file opened anew; with the growth from the row before: 1 is as the size of the
case, 2 as its square.
Vectors are those of a stand-in (sums of words, those that every text has weighed low, so that
reports fall into events as those of news do), whose making takes no time worth telling.

Up to 30,000 statements the rows of ``add`` take three and a half minutes of the processor, of which
30,000 is two and a half; ``--full`` adds a row of 100,000 to both kinds.
"""

from __future__ import annotations

import argparse
import gc
import json
import math
import resource
import subprocess
import sys
import tempfile
from collections import Counter
from dataclasses import replace
from functools import cache
from pathlib import Path
from time import perf_counter, process_time
from typing import Any

from benchmarks.ledger_case import EACH, PLAIN, readings
from firstmove.cli.app import GC
from firstmove.ledger import Entry, Ledger, Relation
from firstmove.ledger.case import history as events
from firstmove.ledger.case import index, storing, written
from firstmove.ledger.comparing import meaning
from firstmove.ledger.decisions import What
from firstmove.ledger.incremental.again import Again
from firstmove.ledger.merge import unmerged
from firstmove.report import content_id

SIZES = (1_000, 3_000, 10_000, 30_000)
FULL = 100_000
_TRIES = 3


def made(path: Path, size: int) -> list[str]:
    """Write a case in which each statement is an entry of its own; gives its parties, that which
    is heard most first."""
    read = tuple(readings(size))
    told = unmerged(read)
    entries = tuple(
        Entry(
            content_id("e-", s.id),
            Relation.ONLY_ONE,
            s.speaker.party if s.speaker else "",
            s.speaker.name if s.speaker else "",
            s.kind,
            (s.id,),
            (s.report_id,),
            1,
            s.id,
        )
        for s in told.statements
    )
    view = replace(told, entries=entries)
    with Ledger.open(path) as ledger:
        connection = ledger._connection
        connection.execute("BEGIN IMMEDIATE")
        number = events.write(connection, What.ADD, given=[r.report.id for r in read], read=read)
        for position, reading in enumerate(read):
            written.write(connection, reading, position=position, addition=number)
        storing.save(connection, view, read, Again())
        index.bring(connection, view)
        connection.execute("COMMIT")
    return [party for party, _ in Counter(entry.party for entry in entries).most_common()]


def ran(*arguments: str) -> dict[str, float]:
    """A command as a user runs it: seconds and peak memory."""
    wall, processor, peak = math.inf, math.inf, 0.0
    for _ in range(_TRIES):
        code = (
            "import resource, sys\n"
            "from firstmove.cli.app import main\n"
            f"sys.argv = ['firstmove', *{list(arguments)!r}]\n"
            "try:\n    main()\nfinally:\n"
            "    used = resource.getrusage(resource.RUSAGE_SELF)\n"
            "    peak = open('/proc/self/status').read().split('VmHWM:')[1].split()[0]\n"
            "    print(used.ru_utime + used.ru_stime, peak, file=sys.stderr)\n"
        )
        start = perf_counter()
        done = subprocess.run(
            [sys.executable, "-c", code], capture_output=True, text=True, check=True
        )
        wall = min(wall, perf_counter() - start)
        *_, told = done.stderr.splitlines()
        processor = min(processor, float(told.split()[0]))
        peak = max(peak, int(told.split()[1]) / 1024)
    return {"seconds": round(wall, 2), "processor": round(processor, 2), "mib": round(peak)}


def read_row(size: int, folder: Path) -> dict[str, object]:
    path = folder / f"{size}.case"
    parties = made(path, size)
    start = perf_counter()
    Ledger.open(path, create=False).close()
    opened = perf_counter() - start
    case = str(path)
    middle = parties[len(parties) // 2]
    return {
        "statements": size,
        "file_mib": round(path.stat().st_size / 2**20),
        "open_seconds": round(opened, 3),
        "help": ran("--help"),
        "search": ran("search", case, "border", "vote", "--json"),
        "search_reports": ran("search", case, "--reports", "inspectors", "--json"),
        "party_most": ran("ledger", case, "--party", parties[0], "--json"),
        "party_most_text": ran("ledger", case, "--party", parties[0]),
        "party_middle": ran("ledger", case, "--party", middle, "--json"),
    }


@cache
def _direction(word: str) -> Any:
    import numpy as np

    seed = int(content_id("", word)[:8], 16)
    return np.random.default_rng(seed).normal(size=meaning.WIDTH)


def _stand_in(text: str) -> bytes:
    import numpy as np

    words = text.lower().split() or [""]
    # As an encoder does, words that every text has tell little.
    weighed = [_direction(word) * (0.1 if word in PLAIN else 1.0) for word in words]
    return bytes(np.sum(weighed, axis=0).astype("<f2").tobytes())


def add_row(size: int, before: dict[str, float] | None) -> dict[str, float]:
    meaning._encoded = _stand_in  # type: ignore[assignment]
    gc.set_threshold(*GC)  # as the commands do
    more = list(readings(EACH, seed=0, first=size // EACH + 50))
    with tempfile.TemporaryDirectory() as folder:
        began = process_time()
        with Ledger.open(path := Path(folder, "a.case")) as ledger:
            ledger.add(readings(size))
        built = process_time() - began
        start, wall = process_time(), perf_counter()
        with Ledger.open(path) as ledger:  # opened anew: nothing of it is in memory
            ledger.add(more)
        row = {
            "statements": float(size),
            "merge_processor_seconds": round(built, 2),
            "add_processor_seconds": round(process_time() - start, 2),
            "add_seconds": round(perf_counter() - wall, 2),
            "file_mib": round(path.stat().st_size / 2**20),
        }
    if before is not None:
        ratio = row["add_processor_seconds"] / before["add_processor_seconds"]
        row["growth"] = round(math.log(ratio) / math.log(size / before["statements"]), 2)
    row["mib"] = round(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)
    return row


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n\n")[0])
    parser.add_argument("--full", action="store_true", help=f"{FULL} statements, too")
    parser.add_argument("--read", type=int, nargs="*", default=list(SIZES))
    parser.add_argument("--add", type=int, nargs="*", default=list(SIZES))
    asked = parser.parse_args()
    if asked.full:
        asked.read.append(FULL)
        asked.add.append(FULL)
    with tempfile.TemporaryDirectory() as folder:
        for size in asked.read:
            print(json.dumps({"row": "read", **read_row(size, Path(folder))}), flush=True)
    before: dict[str, float] | None = None
    for size in asked.add:
        before = add_row(size, before)
        print(json.dumps({"row": "add", **before}), flush=True)


if __name__ == "__main__":
    main()
