"""What the kinds model is given: word pieces of the words around a move, with what each is part of.

The doer and the one acted upon get a pair of unused word pieces around them (entity markers, as in
Baldini Soares et al. 2019), and each piece a number for the role of the words it is from.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from enum import IntEnum

from firstmove.models.encoder import pieces_of


class Role(IntEnum):
    """What words are in the move told; also the number of the vector added to their pieces."""

    NONE = 0
    SOURCE = 1  # who says or does it
    TARGET = 2  # at whom it is aimed
    CUE = 3
    CONTENT = 4


ROLES = len(Role)
LONGEST = 120  # pieces; with markers and frame below the 128 that models are trained on
BEFORE = 16  # pieces kept before the first marked word where a text is too long
# "[unused1]" to "[unused4]" of the vocabulary.
MARKERS = {Role.SOURCE: (2, 3), Role.TARGET: (4, 5)}
Mark = tuple[Role, int, int]  # a role, and start and end in the characters of the text


@dataclass(frozen=True, slots=True)
class KindInput:
    """A row for the encoder, and where in the framed row the markers of the doer and the other side
    stand (0, the frame's own start, where there is none).

    ``at``: where in the text each id's piece begins; -1 for a marker and for words put beside.
    """

    ids: tuple[int, ...]
    features: tuple[int, ...]
    source: int
    target: int
    at: tuple[int, ...] = ()


def cropped(text: str, marks: Iterable[Mark]) -> tuple[str, tuple[Mark, ...]]:
    """The text from the first mark to the last, with the marks moved along."""
    kept = tuple(marks)
    begin, end = min(m[1] for m in kept), max(m[2] for m in kept)
    return text[begin:end], tuple((role, s - begin, e - begin) for role, s, e in kept)


def kind_input(text: str, marks: Iterable[Mark]) -> KindInput:
    """The row for a text with its marks. Later marks lie over earlier ones."""
    pieces = pieces_of(text)
    roles = [Role.NONE] * len(pieces)
    spans: dict[Role, tuple[int, int]] = {}
    starts, ends = [s for s, _ in pieces.offsets], [e for _, e in pieces.offsets]
    for role, start, end in marks:
        inside = range(bisect_right(ends, start), bisect_left(starts, end))
        for i in inside:
            roles[i] = role
        if inside and role in MARKERS and role not in spans:
            spans[role] = (inside[0], inside[-1])
    first = next((i for i, role in enumerate(roles) if role), 0)
    begin = max(0, min(first - BEFORE, len(pieces) - LONGEST))
    ids: list[int] = []
    features: list[int] = []
    at: list[int] = []
    places: dict[Role, int] = {}
    edges = {edge for span in spans.values() for edge in span}
    for i in range(begin, min(begin + LONGEST, len(pieces))):
        for role, (start, _) in spans.items() if i in edges else ():
            if i == start:
                places[role] = len(ids) + 1
                ids.append(MARKERS[role][0])
                features.append(role)
                at.append(-1)
        ids.append(pieces.ids[i])
        features.append(roles[i])
        at.append(starts[i])
        for role, (_, end) in spans.items() if i in edges else ():
            if i == end:
                ids.append(MARKERS[role][1])
                features.append(role)
                at.append(-1)
    return KindInput(
        tuple(ids),
        tuple(features),
        places.get(Role.SOURCE, 0),
        places.get(Role.TARGET, 0),
        tuple(at),
    )
