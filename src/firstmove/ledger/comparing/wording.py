"""Whether two verbatim quotations are of one utterance and yet not word for word the same."""

from __future__ import annotations

import re

from firstmove.ledger.comparing.telling import Telling
from firstmove.ledger.words import longest_run
from firstmove.report import Report, Span
from firstmove.statement import Statement

_LEAST_RUN = 4
_ELLIPSIS = re.compile(r"…|\.\s?\.\s?\.")
_FULL_STOP = re.compile(r"[.!?][\s”\"’']*$")


def worded_differently(a: Telling, b: Telling) -> tuple[Span, Span] | None:
    """The passages that differ, or None.

    Parts of a longer quotation are no difference, nor is what an ellipsis leaves out; a quotation
    that closes with a full stop where the other goes on in the same sentence is one, unless the
    report goes on with the same words in another sentence. A conjunction before the first word and
    a contraction are no difference.
    """
    for mine in a.statement.content:
        for theirs in b.statement.content:
            if not _one_utterance(mine.quote, theirs.quote):
                continue
            if not (_within(mine, a.report, b.statement) or _within(theirs, b.report, a.statement)):
                return mine, theirs
    return None


def _one_utterance(a: str, b: str) -> bool:
    mine, theirs = _words(a), _words(b)
    run = longest_run(tuple(mine), tuple(theirs))
    least = min(len(mine), len(theirs))
    return run >= _LEAST_RUN and run >= 0.6 * least


def _within(part: Span, report: Report, whole: Statement) -> bool:
    """Every piece of the quotation stands in the other, and no piece ends a sentence too soon.

    A quotation that begins in mid-sentence, without a capital, is a fragment: the full stop at its
    end is the report's own.
    """
    everything = _even(" ".join(span.quote.strip() for span in whole.content))
    pattern = _words(everything)
    # What stands before a mark that opens and does not close is the report's: it was “a mistake.
    mark = part.quote.rfind("“")
    opened = mark >= 0 and "”" not in part.quote[mark:]
    quoted = part.quote[mark if opened else 0 :].lstrip(" “\"‘'")
    pieces = _ELLIPSIS.split(quoted)
    at = 0
    fragment = quoted[:1].islower()
    if "".join(_words(quoted)) == "".join(pattern):
        return True  # "work force" is "workforce"
    for number, piece in enumerate(pieces):
        words = _words(piece)
        if number == 0 and len(words) > _LEAST_RUN and words[0] in _JOINING:
            words = words[1:]
        if not words:
            continue
        where = _find(pattern, words)
        if where is None:
            return False
        cut = where + len(words)
        if not fragment and _FULL_STOP.search(piece) and _goes_on(everything, cut):
            last = number == len(pieces) - 1
            after = _words(report.text[part.end : part.end + _AFTER]) if last else []
            rest = pattern[cut : cut + _SAME_GOING_ON]
            if not rest or after[: len(rest)] != rest:
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


_CONTRACTED = tuple(
    (re.compile(pattern, re.IGNORECASE), full)
    for pattern, full in (
        (r"\bwon't\b", "will not"),
        (r"\bcan't\b|\bcannot\b", "can not"),
        (r"n't\b", " not"),
        (r"\b(it|that|there|here|what|who|he|she)'s\b", r"\1 is"),
        (r"\bI'm\b", "I am"),
        (r"\b(we|you|they)'re\b", r"\1 are"),
        (r"\b(I|we|you|they|he|she|it)'ll\b", r"\1 will"),
        (r"\b(I|we|you|they)'ve\b", r"\1 have"),
        # Titles and the like that one report spells out and another shortens.
        (r"\bSen\b\.?", "Senator"),
        (r"\bRep\b\.?", "Representative"),
        (r"\bGov\b\.?", "Governor"),
        (r"\bGen\b\.?", "General"),
        (r"\bDr\b\.?", "Doctor"),
        (r"\bper cent\b|%", " percent"),
    )
)
_JOINING = frozenset("and but so well however because that oh now then".split())
_AFTER = 60  # characters in which a report may go on with the same words
_SAME_GOING_ON = 3  # words

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")


def _words(text: str) -> list[str]:
    return [match[0].lower() for match in _WORD.finditer(_even(text))]


def _even(text: str) -> str:
    """Contractions written out."""
    text = text.replace("’", "'")
    for pattern, full in _CONTRACTED:
        text = pattern.sub(full, text)
    return text


def _find(words: list[str], part: list[str]) -> int | None:
    size = len(part)
    return next((n for n in range(len(words) - size + 1) if words[n : n + size] == part), None)
