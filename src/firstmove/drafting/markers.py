"""A condition that stands in the words and was not read: then the want is not unconditional."""

from __future__ import annotations

from firstmove.ledger import View
from firstmove.report import Span
from firstmove.statement import UNREAD_CONDITION, Statement


def unread_condition(view: View, statement: Statement) -> Span | None:
    """The sentence of a statement in which the reading names a condition that it could not read.

    None where the statement has a condition, or the reading names none there.
    """
    if statement.condition is not None:
        return None
    places = [
        problem.span
        for problem in view.problems
        if problem.span is not None
        and problem.span.report_id == statement.report_id
        and problem.what.startswith(UNREAD_CONDITION)
    ]
    if not places:
        return None
    report = view.report(statement.report_id)
    for start, end in view.sentences_of(report.id):
        if any(start <= place.start < end for place in places) and any(
            start < content.end and content.start < end for content in statement.content
        ):
            return report.span(start, end)
    return None
