"""How well reports of one event are told from reports of the same topic only.

    python -m evaluation.events [FILE.toml] [--news FOLDER] [--part tune|held_out|all] [--show]

One JSON line for each set and each system: ``firstmove``, and two plain measures, each at the
threshold that does best on the ``tune`` part of all sets: the likeness of the strings, and the
cosine of the vectors of the openings (headline and first sentences). ``accuracy``, and the share
that is right of the pairs of one event (``same``) and of those of two (``other``).

Reports of FILE.toml (``evaluation/data/events.toml``) are compared within their family. FOLDER
holds news of the same events by several outlets as JSON files: ``triplet-uuid`` names the event,
``uuid`` the report, ``date``, ``source``, ``title``, ``body-paragraphs``, ``main-entities``;
reports of two events of one year that share a main entity are the other pairs. Nothing of their
text is kept.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import sys
import tomllib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from difflib import SequenceMatcher
from itertools import combinations
from pathlib import Path
from typing import Any

from firstmove.ledger.comparing.meaning import Meanings
from firstmove.ledger.witnesses.occasion import occasions
from firstmove.ledger.witnesses.traits import opening
from firstmove.reading import open_text, read_report
from firstmove.report import Report
from firstmove.statement import Reading

DATA = Path(__file__).parent / "data" / "events.toml"
_STRING = 2000  # characters that are compared


@dataclass(frozen=True, slots=True)
class Pair:
    part: str
    same: bool
    first: Report
    second: Report


def part_of(name: str) -> str:
    odd = int(hashlib.sha256(name.encode()).hexdigest(), 16) % 2
    return "held_out" if odd else "tune"


def own_pairs(path: Path) -> Iterator[Pair]:
    """Pairs of reports of one family."""
    for family in tomllib.loads(path.read_text(encoding="utf-8"))["family"]:
        part = "held_out" if family.get("held_out") else "tune"
        reports = [
            (row["event"], open_text(row["text"].lstrip(), name=f"{n}", published=row.get("day")))
            for n, row in enumerate(family["report"])
        ]
        for (event, one), (other_event, other) in combinations(reports, 2):
            yield Pair(part, event == other_event, one, other)


def news_pairs(folder: Path) -> Iterator[Pair]:
    """Pairs of reports by uuid: of one event, and of two events of a year with a common entity."""
    told: list[tuple[str, str, set[str], Report]] = []
    for file in sorted(folder.glob("*/*.json")):
        row: dict[str, Any] = json.loads(file.read_text(encoding="utf-8"))
        paragraphs = "\n\n".join(" ".join(sentences) for sentences in row["body-paragraphs"])
        report = open_text(
            f"{row['title']}\n\n{paragraphs}\n",
            name=row["uuid"],
            source=row["source"],
            title=row["title"],
            published=date.fromisoformat(row["date"][:10]),
        )
        told.append((row["triplet-uuid"], file.parent.name, set(row["main-entities"]), report))
    for (event, year, about, one), (other_event, when, whom, other) in combinations(told, 2):
        if event == other_event:
            yield Pair(part_of(event), True, one, other)
        elif year == when and about & whom and part_of(event) == part_of(other_event):
            yield Pair(part_of(event), False, one, other)


class Systems:
    """The three measures; each report is read once."""

    def __init__(self) -> None:
        self._readings: dict[str, Reading] = {}
        self._meanings = Meanings()

    def _reading(self, report: Report) -> Reading:
        if report.id not in self._readings:
            self._readings[report.id] = read_report(report)
        return self._readings[report.id]

    def firstmove(self, pair: Pair) -> float:
        """1 where the ledger keeps the two together when it holds nothing else."""
        readings = [self._reading(pair.first), self._reading(pair.second)]
        return float(len(occasions(readings, self._meanings)) == 1)

    def string(self, pair: Pair) -> float:
        one, other = sorted(r.text[:_STRING].lower() for r in (pair.first, pair.second))
        return SequenceMatcher(None, one, other, autojunk=False).ratio()

    def cosine(self, pair: Pair) -> float:
        texts = [opening(self._reading(report)) for report in (pair.first, pair.second)]
        first, second = self._meanings.of(texts)
        return float(first @ second)


Scored = list[tuple[Pair, float]]


def best_threshold(tune: Iterable[tuple[Pair, float]]) -> float:
    rows = list(tune)
    steps = [n / 50 for n in range(50)]
    return max(steps, key=lambda step: (sum((s >= step) == p.same for p, s in rows), -step))


def rates(rows: Scored, least: float) -> dict[str, float | int | None]:
    right = {True: 0, False: 0}
    count = {True: 0, False: 0}
    for pair, score in rows:
        count[pair.same] += 1
        right[pair.same] += (score >= least) == pair.same
    return {
        "accuracy": round(sum(right.values()) / len(rows), 3) if rows else None,
        "same": round(right[True] / count[True], 3) if count[True] else None,
        "other": round(right[False] / count[False], 3) if count[False] else None,
        "pairs": len(rows),
    }


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("file", type=Path, nargs="?", default=DATA)
    parser.add_argument("--news", type=Path, help="folder of news of the same events")
    parser.add_argument("--part", choices=("tune", "held_out", "all"), default="held_out")
    parser.add_argument("--show", action="store_true", help="errors on stderr")
    args = parser.parse_args()
    sets = {"own": list(own_pairs(args.file))}
    if args.news is not None:
        sets["news"] = list(news_pairs(args.news))
    systems = Systems()
    for system in ("firstmove", "string", "cosine"):
        measure = getattr(systems, system)
        scored = {name: [(pair, measure(pair)) for pair in pairs] for name, pairs in sets.items()}
        least = 0.5
        if system != "firstmove":
            least = best_threshold(
                row for rows in scored.values() for row in rows if row[0].part == "tune"
            )
        for name, rows in scored.items():
            chosen = [row for row in rows if args.part in ("all", row[0].part)]
            line = {"set": name, "part": args.part, "system": system, "threshold": least}
            print(json.dumps(line | rates(chosen, least)), flush=True)
            if args.show and system == "firstmove":
                for pair, score in chosen:
                    if (score >= least) != pair.same:
                        names = f"{pair.first.title} / {pair.second.title}"
                        print(f"{'parted' if pair.same else 'joined'}: {names}", file=sys.stderr)


if __name__ == "__main__":
    main()
