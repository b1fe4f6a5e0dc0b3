"""What the encoder of pairs learns from: pairs written for the project, and pairs made of news.

Written pairs stand in ``data/pairs.tsv``: label, dispute, party, both tellings, type.
"""

from __future__ import annotations

import csv
import hashlib
import json
import random
import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

OWN = Path(__file__).parent / "data" / "pairs.tsv"
_OF_TOPIC = 0.34  # of the words in common, at most, of two things of one topic


@dataclass(frozen=True, slots=True)
class Pair:
    same: bool
    a: str
    b: str
    dispute: str = ""
    type: str = ""
    weight: float = 1.0
    party: str = ""


def written(path: Path = OWN) -> list[Pair]:
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.reader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
    return [Pair(r[0] == "same", r[3], r[4], r[1], r[5], party=r[2]) for r in rows]


def derived(path: Path, weight: float) -> list[Pair]:
    rows = map(json.loads, path.read_text(encoding="utf-8").splitlines())
    return [Pair(r["same"], r["a"], r["b"], r.get("dispute", ""), r["type"], weight) for r in rows]


class Others:
    """Two things that one party says in one dispute, of pairs that have nothing to do with each
    other: what is beside a statement most often in life, and sounds alike only in its topic."""

    def __init__(self, pairs: Sequence[Pair], weight: float) -> None:
        self.weight = weight
        self.told: dict[tuple[str, str], list[tuple[int, str]]] = defaultdict(list)
        for number, pair in enumerate(pairs):
            for text in (pair.a, pair.b):
                self.told[pair.dispute, pair.party].append((number, text))

    def draw(self, count: int, rng: random.Random) -> list[Pair]:
        found: list[Pair] = []
        groups = list(self.told)
        sizes = [len(self.told[g]) for g in groups]
        for group in rng.choices(groups, sizes, k=count) if groups else ():
            (one, a), (other, b) = rng.choices(self.told[group], k=2)
            if one != other and _in_common(a, b) <= _OF_TOPIC:
                found.append(Pair(False, a, b, group[0], "other", self.weight))
        return found


def _in_common(a: str, b: str) -> float:
    """The share of the words of the shorter one that the other has."""
    mine, theirs = (set(re.findall(r"\w{4,}", t.lower())) for t in (a, b))
    return len(mine & theirs) / max(1, min(len(mine), len(theirs)))


def left_out(dispute: str, one_in: int) -> bool:
    digest = hashlib.sha256(f"firstmove-pairs:{dispute}".encode()).digest()
    return digest[-1] % one_in == 0
