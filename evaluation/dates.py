"""Score dates on sentences written for the project.

    python -m evaluation.dates [FILE.toml] [--half tuned|held-out|all] [--errors]

FILE has tables ``[[dates]]`` with ``published`` (or without) and ``sentences``, in which each date
is marked as «interval basis|words». Each sentence is a report of that day. One JSON line on stdout:

- ``precision``, ``recall``: a date that was read overlaps a marked one;
- ``interval``, ``basis``, ``planned``: of those, the share that is right; ``exact``: in all three.
"""

from __future__ import annotations

import sys
import tomllib
from collections.abc import Iterable, Sequence
from datetime import date
from pathlib import Path

from evaluation.command import scored
from evaluation.marked import Mark, half_of, overlap, read_marked, share
from firstmove.reading import open_text
from firstmove.reading.dates.dates import dates_of
from firstmove.reading.open_page import open_page
from firstmove.statement import When

DATA = Path(__file__).parent / "data" / "dates.toml"


def meaning(mark: Mark) -> tuple[tuple[date | None, date | None], str, bool]:
    """Interval, basis and "planned" of a mark. Raises ValueError."""
    interval, basis, *rest = mark.label.split()
    if basis not in ("explicit", "inferred", "unresolved") or rest not in ([], ["planned"]):
        raise ValueError(f"a date is «interval basis [planned]|words», not {mark.label!r}")
    if interval == "?":
        return (None, None), basis, bool(rest)
    first, _, last = interval.partition("/")
    return (date.fromisoformat(first), date.fromisoformat(last or first)), basis, bool(rest)


def score(cases: Iterable[tuple[str, date | None]], *, errors: bool = False) -> dict[str, object]:
    counts = dict.fromkeys(("marked", "told", "right", "interval", "basis", "planned", "exact"), 0)
    total = 0
    for sentence, published in cases:
        total += 1
        case = read_marked(sentence)
        told = dates_of(open_page(open_text(case.text, name="case", published=published)))
        counts["marked"] += len(case.marks)
        counts["told"] += len(told)
        wrong = len(told) != len(case.marks)
        for mark in case.marks:
            when = _partner(mark, told)
            if when is None:
                wrong = True
                continue
            interval, basis, planned = meaning(mark)
            same = (
                (when.start, when.end) == interval,
                when.basis.value == basis,
                when.planned is planned,
            )
            counts["right"] += 1
            counts["interval"] += same[0]
            counts["basis"] += same[1]
            counts["planned"] += same[2]
            counts["exact"] += all(same)
            wrong = wrong or not all(same)
        if wrong and errors:
            found = [
                f"{w.span.quote} = {w.start}/{w.end} {w.basis.value}" + " planned" * w.planned
                for w in told
            ]
            print(f"{sentence}\n    {found}", file=sys.stderr)
    return {
        "sentences": total,
        "dates": counts["marked"],
        "precision": share(counts["right"], counts["told"]),
        "recall": share(counts["right"], counts["marked"]),
        **{
            name: share(counts[name], counts["right"])
            for name in ("interval", "basis", "planned", "exact")
        },
    }


def _partner(mark: Mark, told: Iterable[When]) -> When | None:
    for when in told:
        if overlap((when.span.start, when.span.end), (mark.start, mark.end)):
            return when
    return None


def cases_of(file: Path, half: str) -> list[tuple[str, date | None]]:
    groups = tomllib.loads(file.read_text(encoding="utf-8"))["dates"]
    return [
        (sentence, group.get("published"))
        for group in groups
        for sentence in group["sentences"]
        if half in ("all", half_of("dates", read_marked(sentence).text))
    ]


def main(argv: Sequence[str] | None = None) -> int:
    return scored(__doc__, DATA, cases_of, score, argv)


if __name__ == "__main__":
    sys.exit(main())
