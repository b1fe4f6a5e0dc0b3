"""Score which mentions two reports of one dispute join in one side of the ledger.

    python -m evaluation.sides [FILE.toml] [--half tuned|held-out|all] [--errors]

FILE has cases: ``sides`` with the names that a reader may give each, and ``reports`` in which
«side|words» marks a mention of a side or of one who speaks for it. One JSON line on stdout:

- ``found``: share of the marked mentions that some side of the ledger has;
- ``right``: of those, the share in a side that goes by one of the marked side's names;
- ``false``: sides of the ledger that go by nobody's name, ``sides``: those that are marked;
- ``joined``: precision and recall of the pairs of mentions that the ledger gives to one side.
"""

from __future__ import annotations

import sys
import tomllib
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from itertools import combinations
from pathlib import Path
from typing import Any

from evaluation.command import scored
from evaluation.marked import half_of, overlap, read_marked, share
from firstmove.ledger import merge
from firstmove.reading import open_text, read_report

DATA = Path(__file__).parent / "data" / "sides.toml"


def _bare(name: str) -> str:
    return name.casefold().replace("’", "'").removeprefix("the ")


def compare(case: Mapping[str, Any]) -> tuple[Counter[str], list[str]]:
    """Counts of one case, and what is wrong in words."""
    marked = [read_marked(text.strip()) for text in case["reports"]]
    readings = [
        read_report(open_text(m.text, name=f"{case['name']}-{n}.txt")) for n, m in enumerate(marked)
    ]
    names = {_bare(name): side for side, known in case["sides"].items() for name in known}
    view = merge(readings)
    places = [
        (party.name, mention.span)
        for party in view.parties
        for mention in (*party.mentions, *(m for p in party.people for m in p.mentions))
    ]
    counts: Counter[str] = Counter(sides=len(case["sides"]))
    told: list[str] = []
    for name in (party.name for party in view.parties):
        if _bare(name) not in names:
            counts["false"] += 1
            told.append(f"no side: {name!r}")
    given: list[tuple[str, str]] = []
    for reading, text in zip(readings, marked, strict=True):
        for mark in text.marks:
            here = (mark.start, mark.end)
            side = next(
                (
                    name
                    for name, span in places
                    if span.report_id == reading.report.id and overlap((span.start, span.end), here)
                ),
                "",
            )
            counts["marked"] += 1
            words = text.text[mark.start : mark.end]
            if side:
                counts["found"] += 1
                counts["right"] += names.get(_bare(side)) == mark.label
                given.append((mark.label, side))
            if names.get(_bare(side)) != mark.label:
                told.append(f"{words!r} is of {side!r}, not {mark.label}")
    for (one, first), (other, second) in combinations(given, 2):
        counts["pairs marked"] += one == other
        counts["pairs given"] += first == second
        counts["pairs right"] += one == other and first == second
    return counts, told


def score(cases: Iterable[Mapping[str, Any]], *, errors: bool = False) -> dict[str, object]:
    total: Counter[str] = Counter()
    number = 0
    for case in cases:
        number += 1
        counts, told = compare(case)
        total += counts
        for line in told if errors else ():
            print(f"{case['name']}: {line}", file=sys.stderr)
    return {
        "cases": number,
        "mentions": total["marked"],
        "found": share(total["found"], total["marked"]),
        "right": share(total["right"], total["found"]),
        "sides": total["sides"],
        "false": total["false"],
        "joined": {
            "precision": share(total["pairs right"], total["pairs given"]),
            "recall": share(total["pairs right"], total["pairs marked"]),
        },
    }


def cases_of(file: Path, half: str) -> list[Mapping[str, Any]]:
    cases = tomllib.loads(file.read_text(encoding="utf-8"))["case"]
    return [c for c in cases if half in ("all", half_of("sides", c["name"]))]


def main(argv: Sequence[str] | None = None) -> int:
    return scored(__doc__, DATA, cases_of, score, argv)


if __name__ == "__main__":
    sys.exit(main())
