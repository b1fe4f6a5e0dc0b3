"""What every stage of reading sees: the report, its parse, its sentences and quotations."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable
from dataclasses import dataclass, field
from itertools import accumulate
from typing import Any

from firstmove.models.ahead import Ahead
from firstmove.report import Report, Span
from firstmove.statement import Statement


@dataclass(frozen=True, slots=True)
class Displayed:
    """Words set out without quotation marks, and what shows whose they are.

    ``speaker`` is the label of a turn or the author of a post, None for a block, whose speaker
    the sentence before it tells; ``cue`` the colon, the handle or that sentence.
    """

    speaker: Span | None
    cue: Span
    words: Span


@dataclass(frozen=True, slots=True)
class Page:
    """A report opened for reading.

    ``doc`` is a spaCy ``Doc`` over ``report.text``, character by character, so that token offsets
    are report offsets; every odd space in it (no-break, thin …) is a plain one. ``sentences`` and
    ``paragraphs`` cover the body only (asides are left out), in order; a sentence never crosses a
    paragraph. ``quotations`` are the passages in quotation marks, marks not included,
    and the words ``displayed`` without marks. ``ahead`` holds runs of the models begun already,
    ``rows`` what the kinds model is given of each statement, ``stances`` what it said of the acts
    in a row.
    """

    report: Report
    doc: Any
    paragraphs: tuple[Span, ...]
    sentences: tuple[Span, ...]
    quotations: tuple[Span, ...]
    displayed: tuple[Displayed, ...] = ()
    ahead: Ahead = field(default_factory=Ahead, repr=False, compare=False)
    rows: dict[Any, Any] = field(default_factory=dict, repr=False, compare=False)
    stances: dict[Any, Any] = field(default_factory=dict, repr=False, compare=False)
    # the furthest end of the quotations up to each: one may stand inside another
    _reach: tuple[int, ...] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_reach", tuple(accumulate((q.end for q in self.quotations), max)))

    def in_quotation(self, offset: int) -> bool:
        number = bisect_right(self.quotations, offset, key=lambda quotation: quotation.start)
        return number > 0 and offset < self._reach[number - 1]

    def sentence_at(self, offset: int) -> Span | None:
        number = self.sentence_number(offset)
        return self.sentences[number - 1] if number else None

    def sentence_number(self, offset: int) -> int | None:
        """1 for the first sentence of the body."""
        number = bisect_right(self.sentences, offset, key=lambda sentence: sentence.start)
        return number if number and offset < self.sentences[number - 1].end else None

    def sentences_in(self, place: Span) -> tuple[Span, ...]:
        """The sentences that begin in a place."""
        first, last = (
            bisect_left(self.sentences, offset, key=lambda sentence: sentence.start)
            for offset in (place.start, place.end)
        )
        return self.sentences[first:last]


Stage = Callable[[Page, tuple[Statement, ...]], tuple[Statement, ...]]
"""A stage takes the statements so far and gives them back, filled in, split, added to or fewer."""
