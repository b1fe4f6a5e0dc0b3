"""What a picture of ways is made of: cards, arrows, lines of text, and their sizes in pixels."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from textwrap import wrap
from unicodedata import east_asian_width

from firstmove.views.visible import one_line

CARD, GAP = 236, 26  # width of a card, and between two
LINE, PAD = 18, 12
LETTER, BOLD = 7.4, 8.4  # of a line of 13 px, a wide guess
SHIFT = 26  # in which an arrow goes from one lane to another
LINES = 3  # of one label

STRONG = ("strong", "owner", "fresh")


@dataclass(frozen=True, slots=True)
class Line:
    """A line of text: its left end and base line. ``kind``: strong, plain, soft or owner."""

    x: float
    y: float
    text: str
    kind: str
    tint: str = ""  # name of the party whose tint it has


@dataclass(frozen=True, slots=True)
class Card:
    """``kind``: now, way, goal."""

    state: str
    kind: str
    x: float
    y: float
    width: float
    height: float
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Arrow:
    """``path``: of an SVG path; ``tip``: where it points to; ``lines`` stand over it in ``box``,
    (left, top, width, height)."""

    path: str
    tip: tuple[float, float]
    effect: str
    mover: str
    box: tuple[float, float, float, float]
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Picture:
    width: float
    height: float
    cards: tuple[Card, ...]
    arrows: tuple[Arrow, ...]
    more: int  # openers whose way is not drawn


def apart(arrows: Sequence[Arrow], width: float) -> tuple[Arrow, ...]:
    """Labels that would lie on each other are moved to the side, as little as can be."""
    placed: list[Arrow] = []
    for arrow in arrows:
        left, top, wide, height = arrow.box
        level = [b for b in (a.box for a in placed) if b[1] < top + height and top < b[1] + b[3]]
        places = [left, *(b[0] + b[2] + 4 for b in level), *(b[0] - wide - 4 for b in level)]
        free = [
            x
            for x in places
            if 0 <= x <= width - wide and all(x >= b[0] + b[2] or b[0] >= x + wide for b in level)
        ]
        by = min(free, key=lambda x: abs(x - left), default=left) - left
        lines = tuple(replace(line, x=line.x + by) for line in arrow.lines)
        placed.append(replace(arrow, box=(left + by, top, wide, height), lines=lines))
    return tuple(placed)


def long(text: str, bold: bool) -> float:
    letters = sum(2 if east_asian_width(letter) in "WF" else 1 for letter in text)
    return letters * (BOLD if bold else LETTER)


def broken(text: str, width: float, most: int = LINES, *, bold: bool = False) -> list[str]:
    """Lines that fit into ``width`` pixels, at most ``most`` of them; a cut ends with “…”."""
    clean = one_line(text)
    wide = any(east_asian_width(letter) in "WF" for letter in clean)
    letters = max(4, int(width / ((BOLD if bold else LETTER) * (2 if wide else 1))))
    return wrap(
        clean[: letters * (most + 1)], letters, max_lines=most, placeholder=" …",
        break_on_hyphens=False,
    ) or [""]  # fmt: skip
