"""Paragraphs cut into word pieces and packed into windows, as the tagger was trained on them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate

from firstmove.models.encoder import pieces_of

Place = tuple[int, int]

ROOM = 158  # pieces in a window; with its start and end mark 160
FEATURES = 16
_OPENING, _CLOSING, _EITHER = "“«„", "”»", '"'


@dataclass(frozen=True, slots=True)
class Pieced:
    """A paragraph in word pieces; ``offsets`` count in the whole text, ``words`` in the paragraph.

    ``features`` tells what the uncased pieces hide: 0 lower case or mark, 1 capital, 2 capitals
    only, 3 digits; + 4 between quotation marks; + 8 for the paragraph's first word.
    """

    ids: tuple[int, ...]
    offsets: tuple[Place, ...]
    words: tuple[int, ...]
    features: tuple[int, ...]

    def __len__(self) -> int:
        return len(self.ids)


@dataclass(frozen=True, slots=True)
class Window:
    """Pieces ``start`` to ``end`` of each of some paragraphs: (number, start, end), in order."""

    parts: tuple[tuple[int, int, int], ...]


def pieced(text: str, start: int, end: int) -> Pieced:
    """The pieces of one paragraph, ``text[start:end]``."""
    coded = pieces_of(text[start:end])
    offsets = tuple((start + first, start + last) for first, last in coded.offsets)
    return Pieced(coded.ids, offsets, coded.words, tuple(_features(text, offsets, coded.words)))


def _features(text: str, offsets: Sequence[Place], words: Sequence[int]) -> Iterator[int]:
    ends: dict[int, int] = {}
    for (_, end), word in zip(offsets, words, strict=True):
        ends[word] = end
    begun: int | None = None
    case, quoted = 0, False
    for (start, _), word in zip(offsets, words, strict=True):
        closes = False
        if word != begun:
            begun = word
            written = text[start : ends[word]]
            case = _case(written)
            if written in _OPENING:
                quoted = True
            elif written in _CLOSING or (written in _EITHER and quoted):
                closes = quoted
                quoted = False
            elif written in _EITHER:
                quoted = True
        yield case + 4 * (quoted or closes) + 8 * (word == words[0])


def _case(word: str) -> int:
    if not word.isalpha() and any(c.isdigit() for c in word):
        return 3
    if not word[:1].isupper():
        return 0
    return 2 if len(word) > 1 and word.isupper() else 1


def pack(paragraphs: Sequence[Pieced], text: str, room: int = ROOM) -> list[Window]:
    """Whole paragraphs together while they fit; one longer than the room is cut, after a full stop
    where its second half has one."""
    result: list[Window] = []
    held: list[tuple[int, int, int]] = []
    used = 0
    for number, paragraph in enumerate(paragraphs):
        for start, end in _cuts(paragraph, text, room):
            if used + end - start > room:
                result.append(Window(tuple(held)))
                held, used = [], 0
            held.append((number, start, end))
            used += end - start
    if held:
        result.append(Window(tuple(held)))
    return result


def _cuts(paragraph: Pieced, text: str, room: int) -> Iterator[Place]:
    start, total = 0, len(paragraph)
    while total - start > room:
        end = start + room
        full = end
        while full > start + room // 2 and text[paragraph.offsets[full - 1][0]] not in ".!?":
            full -= 1
        if full > start + room // 2:
            end = full
        yield start, end
        start = end
    if start < total:
        yield start, total


def gathered(
    window: Window, paragraphs: Sequence[Pieced]
) -> tuple[list[int], list[int], list[int]]:
    """The window's ids and features, and where in it each part begins."""
    ids: list[int] = []
    features: list[int] = []
    for number, start, end in window.parts:
        ids.extend(paragraphs[number].ids[start:end])
        features.extend(paragraphs[number].features[start:end])
    begins = [0, *accumulate(end - start for _, start, end in window.parts)]
    return ids, features, begins[:-1]


Row = tuple[tuple[int, ...], tuple[int, ...], tuple[int, ...]]


@dataclass(frozen=True, slots=True)
class Packed:
    """Paragraphs in word pieces, their windows, and each window as ``gathered``."""

    paragraphs: tuple[Pieced, ...]
    windows: tuple[Window, ...]
    rows: tuple[Row, ...]


def packed(text: str, paragraphs: Sequence[Place]) -> Packed:
    """All paragraphs of a text, ready for the tagger."""
    pieces = tuple(pieced(text, *place) for place in paragraphs)
    windows = tuple(pack(pieces, text))
    rows = (gathered(window, pieces) for window in windows)
    return Packed(pieces, windows, tuple((tuple(i), tuple(f), tuple(b)) for i, f, b in rows))
