"""The lines and paragraphs of a text, by form alone."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

# Everything that ends a line: also form feed, NEL and the Unicode separators.
_LINE = re.compile(r"[^\n\r\v\f\x1c-\x1e\x85\u2028\u2029]+")
_WRAP_MAX = 120  # longer lines are not the work of a line-wrapping editor
_BULLET = re.compile(r"[-–*•·▪◦●][ \t\xa0]")
_NUMBER = re.compile(r"\(?(?:\d{1,2}|[a-z])[.)][ \t\xa0]")
_ENDS = re.compile(r"[.?!…:;][\"'”’»)\]]*$")


@dataclass(frozen=True, slots=True)
class Line:
    """A line with characters other than white space: ``text`` is stripped, offsets are too."""

    start: int
    end: int
    text: str
    apart: bool  # a blank line, or the text's start, stands before it

    @property
    def words(self) -> int:
        return len(self.text.split())

    @property
    def ends(self) -> bool:
        """Whether it ends as a sentence does."""
        return _ENDS.search(self.text) is not None


def lines_of(text: str) -> tuple[Line, ...]:
    """The lines that are not blank, in order."""
    found: list[Line] = []
    last_end = 0
    for match in _LINE.finditer(text):
        stripped = match.group().strip()
        if not stripped:
            continue
        start = match.start() + len(match.group()) - len(match.group().lstrip())
        gap = text[last_end:start].replace("\r\n", "\n")
        breaks = sum(c in "\n\r\v\f\x1c\x1d\x1e\x85\u2028\u2029" for c in gap)
        apart = not found or breaks > 1 or "\u2029" in gap
        found.append(Line(start, start + len(stripped), stripped, apart))
        last_end = start + len(stripped)
    return tuple(found)


def blocks_of(lines: Sequence[Line]) -> list[list[Line]]:
    """Lines grouped into paragraphs.

    A blank line always parts two paragraphs. Without one, each line is a paragraph of its own
    unless an editor wrapped it: the lines are of one width, and the first word of each next line
    would not have fitted on the line before.
    """
    groups: list[list[Line]] = []
    for line in lines:
        if line.apart or not groups:
            groups.append([])
        groups[-1].append(line)
    blocks: list[list[Line]] = []
    width = _wrap_width(groups)
    for group in groups:
        blocks.append([group[0]])
        for before, line in pairwise(group):
            if width and _wrapped(before, line, width):
                blocks[-1].append(line)
            else:
                blocks.append([line])
    return blocks


def _wrap_width(groups: list[list[Line]]) -> int:
    """The width at which the text was wrapped, or 0 where it was not."""
    inner = [line for group in groups for line in group[:-1]]
    longest = max((len(line.text) for group in groups for line in group), default=0)
    if len(inner) < 2 or longest > _WRAP_MAX:
        return 0
    pairs = [pair for group in groups for pair in pairwise(group)]
    full = sum(_wrapped(before, line, longest) for before, line in pairs)
    open_ended = sum(not before.ends for before, _ in pairs)
    return longest if full >= 0.6 * len(pairs) and open_ended >= 0.4 * len(pairs) else 0


def _wrapped(before: Line, line: Line, width: int) -> bool:
    if _BULLET.match(line.text) or (before.ends and _NUMBER.match(line.text)):
        return False  # an item of a list
    # Editors break a little before the limit: allow for a long word that moved down as a whole.
    first = line.text.split(maxsplit=1)[0]
    return len(before.text) + 1 + len(first) > width - 12 and len(before.text) > width / 2
