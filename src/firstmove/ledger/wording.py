"""Whether two verbatim quotations are of one utterance and yet not word for word the same."""

from __future__ import annotations

import re

from firstmove.ledger.words import longest_run
from firstmove.report import Span
from firstmove.statement import Statement

_LEAST_RUN = 4
_ELLIPSIS = re.compile(r"…|\.\s?\.\s?\.")
_FULL_STOP = re.compile(r"[.!?][\s”\"’']*$")


def worded_differently(a: Statement, b: Statement) -> tuple[Span, Span] | None:
    """The passages that differ, or None.

    Parts of a longer quotation are no difference, nor is what an ellipsis leaves out; a quotation
    that closes with a full stop where the other goes on in the same sentence is one.
    """
    for mine in a.content:
        for theirs in b.content:
            if not _one_utterance(mine.quote, theirs.quote):
                continue
            if not (_within(mine, b) or _within(theirs, a)):
                return mine, theirs
    return None


def _one_utterance(a: str, b: str) -> bool:
    mine, theirs = _words(a), _words(b)
    run = longest_run(tuple(mine), tuple(theirs))
    least = min(len(mine), len(theirs))
    return run >= _LEAST_RUN and run >= 0.6 * least


def _within(part: Span, whole: Statement) -> bool:
    """Every piece of the quotation stands in the other, and no piece ends a sentence too soon."""
    texts = [_spaced(span.quote) for span in whole.content]
    everything = " ".join(texts)
    at = 0
    for piece in _ELLIPSIS.split(part.quote):
        words = _words(piece)
        if not words:
            continue
        pattern = _words(everything)
        where = _find(pattern, words)
        if where is None:
            return False
        if _FULL_STOP.search(piece) and _goes_on(everything, where + len(words)):
            return False
        at = where
    return at >= 0


def _goes_on(text: str, count: int) -> bool:
    """Whether the sentence goes on after the first ``count`` words of the text."""
    matches = list(_WORD.finditer(text))
    if count >= len(matches):
        return False
    between = text[matches[count - 1].end() : matches[count].start()]
    return not re.search(r"[.!?…”\"]", between)


_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")


def _words(text: str) -> list[str]:
    return [match[0].lower().replace("’", "'") for match in _WORD.finditer(text)]


def _spaced(text: str) -> str:
    return text.strip()


def _find(words: list[str], part: list[str]) -> int | None:
    size = len(part)
    return next((n for n in range(len(words) - size + 1) if words[n : n + size] == part), None)
