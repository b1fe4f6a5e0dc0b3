"""Passages that are edited: their words replaced, tidied, and picked."""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Mapping
from typing import Any

Edit = Callable[[Any, random.Random], str | None]
"""Takes a parsed passage; gives its new words, or None where there is nothing to do."""

CONDITIONAL = frozenset("if unless until provided once till whether".split())
NUMBERS = "zero one two three four five six seven eight nine ten eleven twelve".split()


def tidied(text: str) -> str:
    return re.sub(r"\s+", " ", text).strip(" ,;:")


def spliced(doc: Any, parts: Mapping[int, tuple[int, str]]) -> str:
    """The passage with runs of tokens replaced: first token -> (token after the last, words)."""
    out: list[str] = []
    at = 0
    while at < len(doc):
        if at in parts:
            end, words = parts[at]
            out.append(words + doc[end - 1].whitespace_)
            at = end
        else:
            out.append(doc[at].text_with_ws)
            at += 1
    return tidied("".join(out))


def content(doc: Any) -> list[Any]:
    return [
        t
        for t in doc
        if t.pos_ in ("NOUN", "VERB", "ADJ") and t.is_alpha and len(t) > 3 and not t.is_stop
    ]
