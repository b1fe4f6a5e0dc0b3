"""A report as it was read, and places in it."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import date
from enum import StrEnum


def content_id(prefix: str, *parts: object) -> str:
    """A short id that is a hash of what it names: ``prefix`` and 16 hex digits of SHA-256."""
    joined = "\x1f".join(map(str, parts))
    return f"{prefix}{hashlib.sha256(joined.encode()).hexdigest()[:16]}"


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """``report.text[start:end] == quote``, always; offsets count characters (code points).

    W3C Web Annotation: a TextPositionSelector and the ``exact`` of a TextQuoteSelector in one.
    """

    report_id: str
    start: int
    end: int
    quote: str

    def contains(self, other: Span) -> bool:
        return (
            self.report_id == other.report_id
            and self.start <= other.start
            and other.end <= self.end
        )

    def overlaps(self, other: Span) -> bool:
        return (
            self.report_id == other.report_id and self.start < other.end and other.start < self.end
        )


class Part(StrEnum):
    """What a passage that is not body text is."""

    HEADLINE = "headline"
    REPEATED_HEADLINE = "repeated headline"
    BYLINE = "byline"
    DATELINE = "dateline"
    HEADER = "header"
    HEADING = "heading"
    CREDIT = "agency credit"
    CAPTION = "caption"
    BOILERPLATE = "boilerplate"
    OTHER_LANGUAGE = "other language"


@dataclass(frozen=True, slots=True)
class Aside:
    """A passage that is kept in the text but not read for statements, and why."""

    span: Span
    part: Part


@dataclass(frozen=True, slots=True)
class Report:
    """One report of a dispute.

    ``id`` is a hash of ``text`` alone, so the same text given twice is one report. ``text`` is
    what all offsets count in: for a text file the file's own characters, unchanged; for HTML the
    extracted article. ``asides`` are the headline, bylines and boilerplate: named, never read.
    """

    id: str
    text: str
    source: str
    title: str = ""
    published: date | None = None
    url: str = ""
    name: str = ""  # what the user calls it: the file's name
    asides: tuple[Aside, ...] = ()
    notes: tuple[str, ...] = ()  # what had to be assumed to open it: a guessed encoding, say

    @staticmethod
    def id_of(text: str) -> str:
        return content_id("r-", text)

    @property
    def called(self) -> str:
        """What to call it in a sentence."""
        return self.name or self.source or self.title or self.id

    def span(self, start: int, end: int) -> Span:
        """The place from ``start`` to ``end``, with the words that stand there."""
        if not 0 <= start < end <= len(self.text):
            raise ValueError(f"no place {start}:{end} in a text of {len(self.text)} characters")
        return Span(self.id, start, end, self.text[start:end])
