"""textacy's ``direct_quotations`` (Chartbeat, Apache-2.0) as one more system of attribution.

It is asked of each paragraph, as its rules take quotation marks in pairs over the whole text given;
a paragraph with an odd number of them yields nothing. Not a dependency: ``pip install textacy``
(0.13 goes with the spaCy that firstmove takes).
"""

from __future__ import annotations

from collections.abc import Iterator
from importlib import import_module
from typing import Any

from firstmove.reading.open_page import body_paragraphs
from firstmove.reading.opening.open_report import open_text
from firstmove.reading.parsing.language import nlp

Spans = dict[str, list[list[int]]]


def quotations(text: str, name: str) -> Iterator[Spans]:
    """Its quotations of a text, in the shape of the gold.

    Raises ImportError, with the remedy, where textacy is not installed.
    """
    try:
        direct_quotations = import_module("textacy.extract").direct_quotations
    except ImportError as error:
        raise ImportError("textacy is not installed: pip install textacy") from error
    for start, end in body_paragraphs(open_text(text, name=name)):
        doc = nlp()(text[start:end])
        try:
            found = list(direct_quotations(doc))
        except ValueError:
            continue  # an odd number of quotation marks
        for quotation in found:
            yield {
                "source": _places(quotation.speaker, start),
                "cue": _places(quotation.cue, start),
                "content": _places([quotation.content], start),
            }


def _places(parts: Any, shift: int) -> list[list[int]]:
    """Tokens or spans as places; a span's are its first character and its last."""
    return [
        [shift + first.idx, shift + last.idx + len(last.text)]
        for first, last in ((p[0], p[-1]) if hasattr(p, "end_char") else (p, p) for p in parts)
    ]
