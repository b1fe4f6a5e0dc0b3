"""What the outlet itself says is not known: it stays unknown, and becomes an open question."""

from __future__ import annotations

import re

from firstmove.reading.page import Page
from firstmove.report import Span
from firstmove.statement import Statement

_NOT_KNOWN = re.compile(
    r"\b(?:"
    r"(?:it\s+(?:is|was|remains?|remained)\s+)?(?:unclear|uncertain|unknown|not\s+(?:yet\s+)?(?:clear|known|certain))"
    r"\s+(?:whether|if|how|when|who|what|which)"
    r"|(?:has|have|had)\s+not\s+(?:yet\s+)?(?:said|responded|replied|commented|answered|decided)"
    r"|did\s+not\s+(?:immediately\s+)?(?:respond|reply|comment|answer|say\s+whether)"
    r"|(?:there\s+was|was|were)\s+no\s+(?:immediate\s+)?(?:comment|response|reply|reaction)"
    r"|(?:has|have)\s+yet\s+to\s+(?:say|respond|reply|comment|answer|decide)"
    r")\b",
    re.IGNORECASE,
)


def unknowns(page: Page, statements: tuple[Statement, ...]) -> tuple[Span, ...]:
    """Sentences in which the outlet says that something is not known.

    A sentence that is somebody's statement is left out: there it is the speaker who does not know.
    """
    said = [span for s in statements for span in s.content]
    return tuple(
        sentence
        for sentence in page.sentences
        if (match := _NOT_KNOWN.search(sentence.quote))
        and not any(span.start <= sentence.start + match.start() < span.end for span in said)
    )
