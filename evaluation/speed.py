"""How fast reports are read, in how much memory, and how the time grows with length.

    python -m evaluation.speed FILE… [--rounds N] [--parts 8,4,2,1]

One process. Every file is read once to warm up, then N times; the middle time counts. Growth: all
files as one text, of which an eighth, a quarter, half and the whole are read (a text repeated would
not do: reading sets lines apart that come again and again). One JSON line on stdout:

- ``reports_per_second``, ``words_per_second``: of the files;
- ``reports_per_processor_second``: by the time the processor worked, all threads together, which a
  busy machine changes less;
- ``batch_per_second``: of the files read in one go, the models beginning on the next ones;
- ``peak_mb``: the most memory the process had: when all is loaded, after the files, after the
  longest text;
- ``growth``: characters, seconds and processor microseconds a character of each length;
  ``exponent``: the slope of log processor time over log characters (1 is linear); ``linear``: it is
  at most 1.2.

Seconds are of the machine they were taken on; compare ratios taken in one run.
"""

from __future__ import annotations

import argparse
import json
import math
import resource
import statistics
import sys
import time
from collections.abc import Sequence
from pathlib import Path

from firstmove.errors import FirstmoveError
from firstmove.reading import open_report, open_text, read, read_report
from firstmove.report import Report

LINEAR = 1.2


def seconds(report: Report) -> float:
    begun = time.perf_counter()
    read_report(report)
    return time.perf_counter() - begun


def peak_mb() -> float:
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return round(most / (1 << 20 if sys.platform == "darwin" else 1 << 10), 1)


def exponent(sizes: Sequence[int], times: Sequence[float]) -> float:
    """The least-squares slope of log time over log size."""
    across = [math.log(size) for size in sizes]
    up = [math.log(taken) for taken in times]
    middle = statistics.fmean(across)
    spread = sum((x - middle) ** 2 for x in across)
    rise = sum((x - middle) * (y - statistics.fmean(up)) for x, y in zip(across, up, strict=True))
    return rise / spread


def batch_seconds(files: Sequence[Path]) -> float:
    begun = time.perf_counter()
    for _ in read(files):
        pass
    return time.perf_counter() - begun


def measure(
    reports: Sequence[Report],
    *,
    files: Sequence[Path] = (),
    rounds: int = 3,
    parts: Sequence[int] = (8, 4, 2, 1),
) -> dict[str, object]:
    """Of ``reports``, and of the ``files`` they are in as a batch, if these are given.

    Raises FirstmoveError where a report can't be read.
    """
    seconds(min(reports, key=lambda report: len(report.text)))
    loaded = peak_mb()
    for report in reports:
        seconds(report)
    begun = time.process_time()
    took = statistics.median(sum(seconds(r) for r in reports) for _ in range(rounds))
    worked = (time.process_time() - begun) / rounds
    together = statistics.median(batch_seconds(files) for _ in range(rounds)) if files else None
    words = sum(len(r.text.split()) for r in reports)
    before = peak_mb()
    whole = "\n\n".join(report.text for report in reports)
    growth = []
    for part in parts:
        cut = open_text(whole[: len(whole) // part], name=f"1/{part} of the files")
        begun = time.process_time()
        taken = statistics.median(seconds(cut) for _ in range(rounds))
        growth.append((len(cut.text), taken, (time.process_time() - begun) / rounds))
    slope = exponent([size for size, _, _ in growth], [work for _, _, work in growth])
    return {
        "reports": len(reports),
        "words": words,
        "reports_per_second": round(len(reports) / took, 2),
        "reports_per_processor_second": round(len(reports) / worked, 2),
        "batch_per_second": round(len(files) / together, 2) if together else None,
        "words_per_second": round(words / took),
        "peak_mb": {"loaded": loaded, "reports": before, "longest": peak_mb()},
        "growth": [
            {"characters": size, "seconds": round(t, 3), "each": round(work / size * 1e6, 1)}
            for size, t, work in growth
        ],
        "exponent": round(slope, 3),
        "linear": slope <= LINEAR,
    }


def main(argv: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("files", type=Path, nargs="+")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--parts", default="8,4,2,1", help="the whole divided by these")
    given = parser.parse_args(argv)
    try:
        parts = [int(part) for part in given.parts.split(",")]
        if given.rounds < 1 or min(parts) < 1 or len(set(parts)) < 2:
            parser.error("--rounds is 1 or more, --parts at least two numbers from 1")
        reports = [open_report(path) for path in given.files]
        found = measure(reports, files=given.files, rounds=given.rounds, parts=parts)
        print(json.dumps(found))
    except (OSError, ValueError, FirstmoveError) as error:
        print(f"{type(error).__name__}: {error}", file=sys.stderr)
        return 2
    return 0


if __name__ == "__main__":
    sys.exit(main())
