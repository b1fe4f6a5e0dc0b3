"""What the kinds model learns from: rows of PLV, and this project's own sentences.

Own sentences stand in ``data/kinds.toml`` as patterns; each pass draws fresh words for them.
"""

from __future__ import annotations

import json
import random
import re
import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from evaluation.plv import rows_of, unmark
from firstmove.reading.kinds.input import KindInput, Mark, Role, cropped, kind_input

OWN = Path(__file__).parent / "data" / "kinds.toml"
# PLV's names: a row is right where the model's mass lies on any of these.
MASS = {"YIELD": ("CONCEDE", "RETREAT"), "THREATEN": ("THREATEN", "WARN")}
FRIENDLY = ("CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT")
OPEN = ("STATE", "ASSESS", "NONE")  # left open, by what a pattern calls OPEN
FILLER = re.compile(r"\$([A-Z]+)")
SIGNS = re.compile(r"<(/?)([st])>|[\[\]{}<>]")
ROLE_OF = {"[": Role.SOURCE, "{": Role.CUE, "<": Role.CONTENT}
CLOSING = {"]": "[", "}": "{", ">": "<"}


@dataclass(frozen=True, slots=True)
class Row:
    text: str
    marks: tuple[Mark, ...]
    labels: tuple[str, ...]  # any of these is right
    weight: float = 1.0

    def input(self) -> KindInput:
        return kind_input(self.text, self.marks)


def plv_rows(path: Path) -> dict[str, Row]:
    """Rows by ``sentence_id``; of rows with one id the first."""
    found: dict[str, Row] = {}
    for row in rows_of(path):
        text, sources, targets = unmark(row["marked_sentence"])
        marks = [(Role.SOURCE, *p) for p in sources[:1]] + [(Role.TARGET, *p) for p in targets[:1]]
        root = row["gold_root"]
        found.setdefault(row["sentence_id"], Row(text, tuple(marks), MASS.get(root, (root,)), 1.0))
    return found


def quiet_rows(path: Path, weight: float) -> list[Row]:
    """Rows of ``training/quiet.py``: no move, whatever else."""
    return [
        Row(
            row["text"],
            tuple((Role(r), s, e) for r, s, e in row["marks"]),
            OPEN,
            weight,
        )
        for row in map(json.loads, path.read_text(encoding="utf-8").splitlines())
    ]


def parse(marked: str) -> tuple[str, tuple[Mark, ...]]:
    """A sentence with its marks: <s>, <t>, or [speaker] {cue} <content>."""
    text, position = "", 0
    opened: dict[str, int] = {}
    marks: list[Mark] = []
    for sign in SIGNS.finditer(marked):
        text += marked[position : sign.start()]
        position = sign.end()
        if sign[2]:
            if not sign[1]:
                opened[sign[2]] = len(text)
            else:
                role = Role.SOURCE if sign[2] == "s" else Role.TARGET
                marks.append((role, opened[sign[2]], len(text)))
        elif sign[0] in ROLE_OF:
            opened[sign[0]] = len(text)
        else:
            opening = CLOSING[sign[0]]
            marks.append((ROLE_OF[opening], opened[opening], len(text)))
    order = {Role.CONTENT: 0, Role.CUE: 1, Role.SOURCE: 2, Role.TARGET: 3}
    return text + marked[position:], tuple(sorted(marks, key=lambda m: order[m[0]]))


class Own:
    """The project's own sentences, drawn with fresh words each time."""

    def __init__(self, path: Path = OWN) -> None:
        table = tomllib.loads(path.read_text(encoding="utf-8"))
        self.fill: dict[str, list[str]] = table.pop("fill")
        self.acts: dict[str, list[str]] = table.pop("acts")
        self.frames: list[dict[str, Any]] = table.pop("frames")
        self.patterns = [
            (label, form, pattern)
            for label, forms in table.items()
            for form, patterns in forms.items()
            for pattern in patterns
        ]

    def draw(self, rng: random.Random, times: int = 1) -> list[Row]:
        return [
            self._row(rng, *pattern)
            for _ in range(times)
            for pattern in rng.sample(self.patterns, len(self.patterns))
        ]

    def draw_all(self, rng: random.Random, share: float = 1.0) -> list[Row]:
        """A share of the sentences, and acts in every frame: what one pass learns from."""
        drawn = self.draw(rng)
        return [*drawn[: round(share * len(drawn))], *self.draw_acts(rng)]

    def draw_acts(self, rng: random.Random, each: int = 4) -> list[Row]:
        """Acts of ``each`` kinds in every frame that takes them; of all where the act decides."""
        rows = []
        for frame in self.frames:
            for pattern in frame["patterns"]:
                count = len(self.acts) if frame.get("label") == "ACT" else each
                for kind in rng.sample(sorted(self.acts), count):
                    side = "friendly" if kind in FRIENDLY else "hostile"
                    label = kind if frame.get("label") == "ACT" else frame.get(side)
                    if label is None:
                        continue
                    do, done = rng.choice(self.acts[kind]).split(" | ")
                    told = pattern.replace("$DONE", done).replace("$DO", do)
                    rows.append(self._row(rng, label, "statements", told))
        return rows

    def _row(self, rng: random.Random, label: str, form: str, pattern: str) -> Row:
        if "<s>" in pattern:
            form = "events"
        if form == "events":
            lead = rng.choice(self.fill["LEAD"])
            pattern = f"{lead}{pattern}{rng.choice(self.fill['TAIL'])}."
        text = pattern
        for _ in range(5):
            text = FILLER.sub(lambda m: rng.choice(self.fill[m[1]]), text)
        plain, marks = parse(text)
        if form == "statements":
            plain, marks = cropped(plain, marks)
        elif rng.random() < 0.1:
            marks = tuple(m for m in marks if m[0] is not Role.TARGET)
        return Row(plain, marks, OPEN if label == "OPEN" else (label,), 1.0)
