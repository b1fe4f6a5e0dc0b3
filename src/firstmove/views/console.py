"""A sheet of terminal text: headings, hanging items, lines that wrap.

Written out by itself: a ledger has tens of thousands of lines, and Rich's tables take a
millisecond each. Of Rich is taken how wide a character stands in a terminal.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from firstmove.views.visible import one_line
from firstmove.views.wording import left_out

_NARROWEST = 20
_SGR = {"bold": 1, "dim": 2, "italic": 3, "underline": 4}  # ECMA-48, select graphic rendition
# Nearly all text of reports: one column a character. Latin, Greek, Cyrillic, dashes and quotation
# marks, arrows, box drawing; not the soft hyphen, nor marks that go over a letter.
_ONE_COLUMN = re.compile(
    "[ -~\xa0-\xac\xae-\u02ff\u0370-\u0482\u2010-\u2027\u2190-\u21ff\u2500-\u25fc]*"
)


class Sheet:
    """Collects lines and gives them back as one string of at most ``width`` columns.

    Without ``colour`` the text holds no escape codes. What comes from a report can hold none
    either: every string goes through ``visible``.
    """

    def __init__(self, width: int, colour: bool) -> None:
        self._width = max(width, _NARROWEST)
        self._colour = colour
        self._lines: list[str] = []

    def title(self, text: str) -> None:
        self.line(text, style="bold")
        self.line("═" * min(len(text), self._width), style="dim")

    def heading(self, text: str) -> None:
        self._lines.append("")
        self.line(text.upper(), style="bold")

    def line(self, text: str, *, indent: int = 0, style: str = "") -> None:
        before = " " * indent
        rows = self._styled(wrapped(text, self._width - indent), style)
        self._lines += [before + row for row in rows]

    def item(
        self, mark: str, text: str, *, indent: int = 0, style: str = "", wide: bool = False
    ) -> None:
        """A line that hangs to the right of its mark."""
        marks, taken = _hanging(mark, self._width - indent)
        marks = self._styled(marks, "dim")
        hang = max(3 if wide else 2, taken) + 1
        if indent + hang > self._width // 2:
            hang = 0  # a mark that leaves no place beside it stands above
        rows = self._styled(wrapped(text, self._width - indent - hang), style)
        if hang:
            self._lines.append(" " * indent + marks[0] + " " * (hang - taken) + rows[0])
            rows = rows[1:]
        else:
            self._lines += [" " * indent + row for row in marks]
        before = " " * (indent + hang)
        self._lines += [before + row for row in rows]

    def more(self, n: int, what: str) -> None:
        """Says how much was left out; nothing where nothing was."""
        if n > 0:
            self.line(left_out(n, what), indent=4, style="dim")

    def _styled(self, rows: list[str], style: str) -> list[str]:
        if not (self._colour and style):
            return rows
        codes = ";".join(str(_SGR[word]) for word in style.split())
        return [f"\x1b[{codes}m{row}\x1b[0m" if row else row for row in rows]

    def text(self) -> str:
        return "\n".join(map(str.rstrip, self._lines)).strip("\n") + "\n"


def wrapped(text: str, width: int) -> list[str]:
    """``text``, its white space run together, in lines of at most ``width`` columns: at least one.

    A word that is longer than a line begins one and goes on in the next.
    """
    line = one_line(text)
    if _ONE_COLUMN.fullmatch(line):
        return _cut(line, width)
    if columns(line) <= width:
        return [line]
    words = line.split(" ")
    lines: list[str] = []
    line, at = "", 0
    for word in words:
        wide = columns(word)
        if line and at + 1 + wide <= width:
            line += f" {word}"
            at += 1 + wide
            continue
        if line:
            lines.append(line)
        if wide > width:
            *whole, word = folded(word, width)
            lines += whole
            wide = columns(word)
        line, at = word, wide
    return [*lines, line]


def _cut(line: str, width: int) -> list[str]:
    """The same of a text of which each character takes one column."""
    lines: list[str] = []
    start, end = 0, len(line)
    while end - start > width:
        blank = line.rfind(" ", start, start + width + 1)
        stop = blank if blank > start else start + width  # none: in the middle of a word
        lines.append(line[start:stop])
        start = stop + (stop == blank)
    return [*lines, line[start:]]


@lru_cache(maxsize=1024)
def _hanging(mark: str, width: int) -> tuple[list[str], int]:
    """A mark in lines, and how many columns they take; most are one of a few."""
    marks = wrapped(mark, width)
    return marks, max(map(columns, marks))


def folded(word: str, width: int) -> Iterator[str]:
    """A word in pieces of at most ``width`` columns, each of one character or more."""
    piece, at = "", 0
    for character in word:
        wide = columns(character)
        if piece and at + wide > width:
            yield piece
            piece, at = "", 0
        piece += character
        at += wide
    yield piece


def columns(text: str) -> int:
    """How many columns a text takes in a terminal."""
    if _ONE_COLUMN.fullmatch(text):
        return len(text)
    from rich.cells import cell_len

    return cell_len(text)
