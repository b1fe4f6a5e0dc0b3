"""Texts with marks in line: ``[speaker] {cue} <content>`` and ``«label|words»``.

Marks may stand inside one another but not cross. A bracket that belongs to the text has a
backslash before it.
"""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass

_TOKEN = re.compile(r"\\[\[\]{}<>\\]|«(?P<label>[^|«»]{1,200})\||[\[\]{}<>»]")
_OPEN = {"[": "speaker", "{": "cue", "<": "content"}
_CLOSE = {"]": "[", "}": "{", ">": "<", "»": "«"}

Place = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Mark:
    label: str  # speaker, cue, content, or what stands before "|"
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Marked:
    text: str
    marks: tuple[Mark, ...]  # in order of their starts, longer ones first

    def places(self, label: str) -> tuple[Place, ...]:
        return tuple((m.start, m.end) for m in self.marks if m.label == label)


def read_marked(marked: str) -> Marked:
    """The text without its marks, and where they stood. Raises ValueError."""
    text, position = "", 0
    opened: list[tuple[str, str, int]] = []
    marks: list[Mark] = []
    for token in _TOKEN.finditer(marked):
        text += marked[position : token.start()]
        position = token.end()
        sign = token.group()[0]
        if sign == "\\":
            text += token.group()[1]
        elif sign == "«":
            opened.append((sign, token["label"].strip(), len(text)))
        elif sign in _OPEN:
            opened.append((sign, _OPEN[sign], len(text)))
        else:
            if not opened or opened[-1][0] != _CLOSE[sign]:
                raise ValueError(f"“{sign}” closes nothing, at {token.start()} of {marked!r}")
            _, label, start = opened.pop()
            marks.append(Mark(label, start, len(text)))
    if opened:
        raise ValueError(f"“{opened[-1][0]}” is not closed in {marked!r}")
    return Marked(
        text + marked[position:], tuple(sorted(marks, key=lambda m: (m.start, -m.end, m.label)))
    )


def half_of(name: str, text: str) -> str:
    """``tuned`` or ``held-out``: by a hash of the words, so that nobody chooses."""
    digest = hashlib.sha256(f"firstmove-{name}:{text}".encode()).digest()
    return "held-out" if digest[-1] % 2 else "tuned"


def share(part: int, whole: int) -> float | None:
    """Rounded, and None where there is nothing to take a share of."""
    return round(part / whole, 4) if whole else None


def overlap(one: Place, other: Place) -> bool:
    return one[0] < other[1] and other[0] < one[1]


def alike(one: tuple[Place, ...], other: tuple[Place, ...]) -> float:
    """Characters that both sets of places hold, by those that either holds."""
    first = {i for start, end in one for i in range(start, end)}
    second = {i for start, end in other for i in range(start, end)}
    return len(first & second) / len(first | second) if first | second else 0.0
