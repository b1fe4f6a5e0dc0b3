"""Annotated attributions to train on: PolNeAR's articles, and the project's own sentences."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from pathlib import Path

from training.marks import read_file

ROLES = ("source", "cue", "content")
OWN = Path(__file__).parent / "data" / "attribution.toml"
Spans = dict[str, list[tuple[int, int]]]


@dataclass(frozen=True, slots=True)
class Article:
    name: str
    text: str
    attributions: list[Spans]


def part_of(name: str) -> str:
    """``tune`` for about a tenth of the names, else ``fit``."""
    digest = hashlib.sha256(f"firstmove-attribution:{name}".encode()).digest()
    return "tune" if digest[-1] % 10 == 0 else "fit"


def articles(data: Path, part: str) -> list[Article]:
    found = []
    for line in (data / "train.gold.jsonl").read_text(encoding="utf-8").splitlines():
        record = json.loads(line)
        name = record["filename"].removesuffix(".txt")
        if part in ("all", part_of(name)):
            path = data / "train" / "text" / f"{name}.txt"
            with path.open(encoding="utf-8", newline="") as file:
                found.append(Article(name, file.read(), record["attributions"]))
    return found


def own_articles() -> list[Article]:
    """The project's own sentences, each a text of its own."""
    return [
        Article(
            f"own-{number}",
            item.text,
            [
                {role: [tuple(place) for place in getattr(a, role)] for role in ROLES}
                for a in item.attributions
            ],
        )
        for number, item in enumerate(read_file(OWN))
    ]
