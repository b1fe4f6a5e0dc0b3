"""Words of a report, or in their place what proves them: their SHA-256."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable

from firstmove.report import Span
from firstmove.views.rows import Document


def sha256(text: str) -> str:
    """Hex digits of the SHA-256 of the text in UTF-8."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def place(span: Span, *, text: bool) -> Document:
    """Where the words stand, and the words or only their hash."""
    row: Document = {"start": span.start, "end": span.end}
    if text:
        row["quote"] = span.quote
    row["sha256"] = sha256(span.quote)
    return row


def places(spans: Iterable[Span], *, text: bool) -> list[Document]:
    return [place(span, text=text) for span in spans]
