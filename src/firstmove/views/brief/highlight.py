"""A report's text cut into pieces, so that places in it can be marked and linked to.

Places may nest and overlap. The text is cut at every boundary; each piece knows which places
cover it, and all pieces are siblings in one element, so that a rule ``#place:target ~ .place``
lights up the whole place, and nothing else, without a script.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from firstmove.report import Report, Span


@dataclass(frozen=True, slots=True)
class Back:
    """A link from the text back to where the words are cited: ``text`` is what it shows."""

    href: str
    text: str
    label: str


@dataclass(frozen=True, slots=True)
class Place:
    """Words that are cited: one span, or the parts of a discontinuous one, of one report."""

    id: str
    spans: tuple[Span, ...]
    role: str  # said | figure | date | evidence | unknown | problem
    backs: tuple[Back, ...] = ()

    @property
    def start(self) -> int:
        return min(span.start for span in self.spans)

    @property
    def end(self) -> int:
        return max(span.end for span in self.spans)


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of text that the same places cover.

    ``anchors`` are the ids of places that begin here, ``backs`` the links of places that end
    here. ``aside`` names what the passage is where it was not read; ``aside_begins`` where its
    name is to be shown. ``gap`` counts characters left out in this piece's stead.
    """

    text: str
    places: tuple[str, ...] = ()
    roles: tuple[str, ...] = ()
    anchors: tuple[str, ...] = ()
    backs: tuple[Back, ...] = ()
    aside: str = ""
    aside_begins: bool = False
    gap: int = 0


def pieces(
    report: Report, places: Sequence[Place], *, around: int | None = None
) -> tuple[Piece, ...]:
    """The text of ``report``, cut at the boundaries of ``places`` and of its asides.

    With ``around`` only that many characters around each place are kept, and what is left out
    stands as a gap with its length; the texts of all other pieces joined are ``report.text``.
    Cost: O((places + asides) log + pieces × places that overlap).
    """
    kept = [(0, len(report.text))] if around is None else _windows(report, places, around)
    events: dict[int, list[tuple[bool, Place]]] = {}
    cuts = {0, len(report.text)}
    for place in places:
        for span in place.spans:
            events.setdefault(span.start, []).append((True, place))
            events.setdefault(span.end, []).append((False, place))
            cuts.update((span.start, span.end))
    asides = sorted(report.asides, key=lambda a: a.span)
    for named in asides:
        cuts.update((named.span.start, named.span.end))
    for start, end in kept:
        cuts.update((start, end))
    edges = sorted(cuts)
    found: list[Piece] = []
    open_: dict[str, tuple[Place, int]] = {}
    first, last_kept, aside_at = 0, 0, 0
    for start, end in pairwise(edges):
        _step(open_, events.get(start, ()))
        while first < len(kept) and kept[first][1] <= start:
            first += 1
        if first == len(kept) or start < kept[first][0]:
            continue
        if start > last_kept:
            found.append(Piece("", gap=start - last_kept))
        last_kept = end
        while aside_at < len(asides) and asides[aside_at].span.end <= start:
            aside_at += 1
        aside = asides[aside_at] if aside_at < len(asides) else None
        if aside is not None and aside.span.start > start:
            aside = None
        covering = [place for place, _ in open_.values()]
        found.append(
            Piece(
                text=report.text[start:end],
                places=tuple(place.id for place in covering),
                roles=tuple(sorted({place.role for place in covering})),
                anchors=tuple(place.id for place in covering if place.start == start),
                backs=_backs(place for place in covering if place.end == end),
                aside=aside.part.value if aside else "",
                aside_begins=aside is not None and aside.span.start == start,
            )
        )
    if last_kept < len(report.text):
        found.append(Piece("", gap=len(report.text) - last_kept))
    return tuple(found)


def _step(open_: dict[str, tuple[Place, int]], events: Iterable[tuple[bool, Place]]) -> None:
    """Open and close places; parts of one place may touch or overlap, so they are counted."""
    for opens, place in events:
        _, depth = open_.get(place.id, (place, 0))
        depth += 1 if opens else -1
        if depth:
            open_[place.id] = (place, depth)
        else:
            open_.pop(place.id, None)


def _windows(report: Report, places: Sequence[Place], around: int) -> list[tuple[int, int]]:
    """Where to look at the text: around each place, from white space to white space."""
    merged: list[tuple[int, int]] = []
    for span in sorted(span for place in places for span in place.spans):
        start = max(0, span.start - around)
        end = min(len(report.text), span.end + around)
        if start:
            start = max(report.text.rfind(c, max(0, start - 80), start) for c in " \n")
            start = max(start, span.start - around - 80, 0)
        if end < len(report.text):
            spaces = [at for c in " \n" if (at := report.text.find(c, end, end + 80)) >= 0]
            end = min(spaces, default=end)
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged


def _backs(places: Iterable[Place]) -> tuple[Back, ...]:
    return tuple(dict.fromkeys(back for place in places for back in place.backs))
