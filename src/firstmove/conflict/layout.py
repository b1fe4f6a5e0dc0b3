"""Where things stand in the text of a TOML file: its blocks, and the keys of each.

Looks only at the layout of text that a TOML parser has taken; it does not check it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from firstmove.conflict.problem import Place

_HEADER = re.compile(r"\s*(\[\[?)([^\[\]]+)\]")
_QUOTED = re.compile(r'"((?:[^"\\]|\\.)*)"|\'([^\']*)\'|([^\s.]+)')


@dataclass(slots=True)
class Entry:
    """``key = value`` on the lines ``first`` to ``last`` (counted from 0, inclusive).

    ``items``: for an array, the line on which each of its items begins.
    """

    key: str
    first: int
    last: int
    items: list[int] = field(default_factory=list)


@dataclass(slots=True)
class Block:
    """A header with what follows up to the next one. ``name`` is "" before the first header.

    ``lead`` is the first of the comment lines right above the header: they belong to it.
    """

    name: str
    array: bool  # [[name]]
    lead: int
    first: int
    last: int
    entries: list[Entry] = field(default_factory=list)

    def entry(self, key: str) -> Entry | None:
        return next((e for e in self.entries if e.key == key), None)


def layout(text: str) -> list[Block]:
    """The blocks of ``text`` in order; the first one is what stands before any header."""
    lines = text.split("\n")
    blocks = [Block("", False, 0, 0, len(lines) - 1)]
    at = 0
    while at < len(lines):
        line = lines[at]
        bare = line.strip()
        if not bare or bare.startswith("#"):
            at += 1
            continue
        header = _HEADER.match(line)
        if header and "=" not in header[2].replace('"', ""):
            lead = at
            while lead > blocks[-1].first and lines[lead - 1].lstrip().startswith("#"):
                lead -= 1
            if blocks[-1].entries:
                lead = max(lead, blocks[-1].entries[-1].last + 1)
            blocks[-1].last = lead - 1
            blocks.append(Block(_key(header[2]), header[1] == "[[", lead, at, len(lines) - 1))
            at += 1
            continue
        entry = _entry(lines, at)
        blocks[-1].entries.append(entry)
        at = entry.last + 1
    return blocks


def _key(text: str) -> str:
    """A dotted key without its quotation marks."""
    return ".".join(a or b or c for a, b, c in _QUOTED.findall(text))


def _entry(lines: list[str], first: int) -> Entry:
    key, value_at = _split_key(lines[first])
    entry = Entry(key, first, first)
    depth = 0
    quote = ""  # the mark that closes the string we are in
    expecting = False  # an item of the array begins with the next character
    for number in range(first, len(lines)):
        line = lines[number]
        at = value_at if number == first else 0
        while at < len(line):
            if quote:
                if line[at] == "\\" and quote[0] == '"':
                    at += 2
                elif line.startswith(quote, at):
                    at += len(quote)
                    quote = ""
                else:
                    at += 1
                continue
            char = line[at]
            if char == "#":
                break
            if expecting and not char.isspace() and char != "]":
                entry.items.append(number)
                expecting = False
            if char in "\"'":
                quote = char * 3 if line.startswith(char * 3, at) else char
                at += len(quote)
                continue
            if char in "[{":
                depth += 1
                expecting = expecting or (depth == 1 and char == "[")
            elif char in "]}":
                depth -= 1
                expecting = expecting and depth > 0
            elif char == "," and depth == 1:
                expecting = True
            at += 1
        if len(quote) == 1:  # a string of one line ends with it
            quote = ""
        if depth <= 0 and not quote:
            entry.last = number
            return entry
    entry.last = len(lines) - 1
    return entry


def _split_key(line: str) -> tuple[str, int]:
    quote = ""
    for at, char in enumerate(line):
        if quote:
            quote = "" if char == quote else quote
        elif char in "\"'":
            quote = char
        elif char == "=":
            return _key(line[:at]), at + 1
    return line.strip(), len(line)


def lines_of(text: str, places: Iterable[Place]) -> list[int]:
    """The line, counted from 1, of each place in the model; of what is around it if need be."""
    blocks = layout(text)
    return [_line(blocks, place) for place in places]


def _line(blocks: list[Block], place: Place) -> int:
    block, rest = _block(blocks, place)
    if block is None:
        return 1
    if not rest:
        return block.first + 1
    key = str(rest[0])
    entry = block.entry(key)
    if entry is None:
        return block.first + 1
    if len(rest) > 1 and isinstance(rest[1], int) and rest[1] < len(entry.items):
        return entry.items[rest[1]] + 1
    return entry.first + 1


def _block(blocks: list[Block], place: Place) -> tuple[Block | None, Place]:
    """The innermost block that ``place`` lies in, and the rest of the place inside it."""
    if not place:
        return blocks[0], ()
    name, rest = str(place[0]), place[1:]
    if not rest or not isinstance(rest[0], int):
        table = next((b for b in blocks if b.name == name and not b.array), None)
        if table is not None:
            return table, rest
        # [status_quo.us] and the like, or an entry before the first header
        inner = next((b for b in blocks if b.name.startswith(f"{name}.") and not b.array), None)
        if inner is not None and rest:
            return inner, (str(rest[0]).removeprefix(inner.name[len(name) + 1 :] + "."),)
        return blocks[0], place
    found = [k for k, b in enumerate(blocks) if b.name == name and b.array]
    if rest[0] >= len(found):
        return blocks[0], place
    at = found[rest[0]]
    end = found[rest[0] + 1] if rest[0] + 1 < len(found) else len(blocks)
    rest = rest[1:]
    if len(rest) > 1 and isinstance(rest[1], int):
        inside = [b for b in blocks[at + 1 : end] if b.name == f"{name}.{rest[0]}" and b.array]
        if rest[1] < len(inside):
            return inside[rest[1]], rest[2:]
    return blocks[at], rest
