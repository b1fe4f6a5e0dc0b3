"""The words a line of a drafted model stands on."""

from __future__ import annotations

from firstmove.conflict import Evidence
from firstmove.drafting.options import Named
from firstmove.ledger import View
from firstmove.report import Span
from firstmove.statement import ActPlace


def evidence_of(view: View, named: Named) -> Evidence:
    """The passage of the statement that names the act, verbatim, with its place."""
    span = _passage(named)
    return Evidence(
        report=span.report_id,
        quote=span.quote,
        start=span.start,
        end=span.end,
        entry=named.entry.id,
        sentence=view.sentence_number(span),
    )


def _passage(named: Named) -> Span:
    condition = named.statement.condition
    if named.act.place is ActPlace.CONDITION and condition is not None:
        return condition.span
    return next(
        (s for s in named.statement.content if s.contains(named.act.span)),
        named.statement.content[0],
    )
