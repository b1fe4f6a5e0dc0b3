"""A condition that stands in the words and was not read: then the want is not unconditional."""

from __future__ import annotations

import re

from firstmove.ledger import View
from firstmove.report import Span
from firstmove.statement import Statement

# Words that hardly ever mean anything but a condition.
_MARKER = re.compile(
    r"\b(?:unless|provided|providing|only (?:if|when)|(?:as|so) long as|on (?:the )?condition"
    r"|in (?:exchange|return) for)\b",
    re.IGNORECASE,
)


def unread_condition(view: View, statement: Statement) -> Span | None:
    """The sentence of a statement that has a conditional word which no statement's condition has.

    None where the statement has a condition, or there is no such word.
    """
    if statement.condition is not None:
        return None
    report = view.report(statement.report_id)
    read = [
        span
        for other in view.statements
        if other.report_id == statement.report_id
        for span in (
            *((other.condition.span, *other.condition.also) if other.condition else ()),
            *other.cue,  # "provided that" leads in a demand
        )
    ]
    for content in statement.content:
        for start, end in view.sentences_of(report.id):
            if end <= content.start or content.end <= start:
                continue
            for match in _MARKER.finditer(report.text, start, end):
                if not any(s.start <= match.start() < s.end for s in read):
                    return report.span(start, end)
    return None
