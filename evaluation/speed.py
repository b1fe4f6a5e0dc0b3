"""How fast reports are read, in how much memory, and how the time grows with length.

    python -m evaluation.speed FILE… [--rounds N] [--factors 1,2,4,8]

One process. Every file is read once to warm up, then N times; the middle time counts. Growth: the
longest of the files is repeated 1, 2, 4 and 8 times, with a blank line between. One JSON line on
stdout:

- ``reports_per_second``, ``words_per_second``: of the files;
- ``reports_per_processor_second``: by the time the processor worked, all threads together, which a
  busy machine changes less;
- ``peak_mb``: the most memory the process had, before and after the longest text;
- ``growth``: characters and seconds of each length; ``exponent``: the slope of log seconds over log
  characters (1 is linear); ``linear``: it is at most 1.2.

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
from firstmove.reading import open_report, open_text, read_report
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


def measure(
    reports: Sequence[Report], *, rounds: int = 3, factors: Sequence[int] = (1, 2, 4, 8)
) -> dict[str, object]:
    """Raises FirstmoveError where a report can't be read."""
    for report in reports:
        seconds(report)
    begun = time.process_time()
    took = statistics.median(sum(seconds(r) for r in reports) for _ in range(rounds))
    worked = (time.process_time() - begun) / rounds
    words = sum(len(r.text.split()) for r in reports)
    before = peak_mb()
    longest = max(reports, key=lambda r: len(r.text))
    growth = []
    for factor in factors:
        text = "\n\n".join([longest.text] * factor)
        repeated = open_text(text, name=f"{longest.name} × {factor}")
        times = [seconds(repeated) for _ in range(rounds)]
        growth.append((len(text), statistics.median(times)))
    slope = exponent([size for size, _ in growth], [t for _, t in growth])
    return {
        "reports": len(reports),
        "words": words,
        "reports_per_second": round(len(reports) / took, 2),
        "reports_per_processor_second": round(len(reports) / worked, 2),
        "words_per_second": round(words / took),
        "peak_mb": {"reports": before, "longest": peak_mb()},
        "growth": [{"characters": size, "seconds": round(t, 3)} for size, t in growth],
        "exponent": round(slope, 3),
        "linear": slope <= LINEAR,
    }


def main(argv: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("files", type=Path, nargs="+")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--factors", default="1,2,4,8", help="how often the longest is repeated")
    given = parser.parse_args(argv)
    try:
        factors = [int(factor) for factor in given.factors.split(",")]
        if given.rounds < 1 or min(factors) < 1 or len(set(factors)) < 2:
            parser.error("--rounds is 1 or more, --factors at least two numbers from 1")
        reports = [open_report(path) for path in given.files]
        print(json.dumps(measure(reports, rounds=given.rounds, factors=factors)))
    except (OSError, ValueError, FirstmoveError) as error:
        print(f"{type(error).__name__}: {error}", file=sys.stderr)
        return 2
    return 0


if __name__ == "__main__":
    sys.exit(main())
