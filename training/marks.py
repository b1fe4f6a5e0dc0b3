"""Sentences with attributions marked in line: ``[source] {cue} <content>``.

Where a text has several attributions each mark begins with its number, ``[1:…] {1:…} <1:…>``, or
with several, ``[1,2:…]``. A mark that comes again adds a part to its span. An attribution has a cue
and a content; its source may be absent. Marks may stand inside one another but not cross.
"""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import Literal

Role = Literal["source", "cue", "content"]
Place = tuple[int, int]

_MARK = re.compile(
    r"(?P<open>[\[{<])(?:(?P<numbers>\d{1,3}(?:,\d{1,3}){0,20}):)?|(?P<close>[\]}>])"
)
_ROLES: dict[str, Role] = {"[": "source", "{": "cue", "<": "content"}
_CLOSING = {"]": "[", "}": "{", ">": "<"}


class MarkError(ValueError):
    """Marks that can't be read: what is wrong, and where."""


@dataclass(frozen=True, slots=True)
class Attribution:
    """Half-open character ranges of ``Marked.text``, in order."""

    source: tuple[Place, ...]
    cue: tuple[Place, ...]
    content: tuple[Place, ...]


@dataclass(frozen=True, slots=True)
class Marked:
    """A text without its marks, and the attributions in order of their numbers."""

    text: str
    attributions: tuple[Attribution, ...]


def read_marks(marked: str) -> Marked:
    """Take the marks out of a text. Raises MarkError."""
    text, position = "", 0
    opened: list[tuple[str, tuple[int, ...] | None, int, int]] = []
    spans: dict[int, dict[Role, list[Place]]] = {}
    styles: set[bool] = set()
    for mark in _MARK.finditer(marked):
        text += marked[position : mark.start()]
        position = mark.end()
        if sign := mark["open"]:
            given = mark["numbers"]
            numbers = tuple(map(int, given.split(","))) if given else None
            opened.append((sign, numbers, len(text), mark.start()))
            continue
        if not opened or opened[-1][0] != _CLOSING[mark["close"]]:
            raise _error(f"“{mark['close']}” closes nothing, or marks cross", marked, mark.start())
        sign, numbers, start, began = opened.pop()
        styles.add(numbers is None)
        if len(styles) > 1:
            raise _error("some marks have numbers and some have none", marked, began)
        if text[start:] != text[start:].strip() or start == len(text):
            raise _error("a span is empty or has white space at its edge", marked, began)
        if len(set(numbers or (1,))) != len(numbers or (1,)):
            raise _error("one number twice in a mark", marked, began)
        for number in numbers or (1,):
            spans.setdefault(number, {}).setdefault(_ROLES[sign], []).append((start, len(text)))
    if opened:
        raise _error(f"“{opened[-1][0]}” is not closed", marked, opened[-1][3])
    if sorted(spans) != list(range(1, len(spans) + 1)):
        raise _error(f"numbers are not 1 to {len(spans)}: {sorted(spans)}", marked, 0)
    return Marked(
        text + marked[position:],
        tuple(_attribution(number, spans[number], marked) for number in sorted(spans)),
    )


def read_file(path: Path) -> tuple[Marked, ...]:
    """The items of a TOML file with one list, ``items``. Raises MarkError and OSError."""
    try:
        items = tomllib.loads(path.read_text(encoding="utf-8"))["items"]
    except (tomllib.TOMLDecodeError, KeyError) as error:
        raise MarkError(f"{path}: no list “items” could be read: {error}") from error
    found = []
    for count, item in enumerate(items, 1):
        try:
            found.append(read_marks(item))
        except (MarkError, TypeError) as error:
            raise MarkError(f"{path}, item {count}: {error}") from error
    return tuple(found)


def _attribution(number: int, spans: dict[Role, list[Place]], marked: str) -> Attribution:
    for role, places in spans.items():
        places.sort()
        for (_, end), (start, _) in pairwise(places):
            if start < end:
                raise _error(f"two parts of the {role} of {number} overlap", marked, 0)
    if "cue" not in spans or "content" not in spans:
        raise _error(f"attribution {number} has no cue or no content", marked, 0)
    return Attribution(tuple(spans.get("source", ())), tuple(spans["cue"]), tuple(spans["content"]))


def _error(what: str, marked: str, at: int) -> MarkError:
    return MarkError(f"{what}, at character {at}: {marked[at : at + 60]!r}")
