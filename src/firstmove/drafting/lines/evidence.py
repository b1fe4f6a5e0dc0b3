"""The words a line of a drafted model stands on."""

from __future__ import annotations

from firstmove.conflict import Evidence
from firstmove.drafting.acts.named import Named
from firstmove.ledger import View
from firstmove.report import Span
from firstmove.statement import ActPlace


def evidence_of(view: View, named: Named) -> Evidence:
    """The passage of the statement that names the act, verbatim, with its place."""
    return evidence_at(view, _passage(view, named), named.entry.id)


def evidence_at(view: View, span: Span, entry: str = "") -> Evidence:
    """A passage of a report; ``entry``: the id of the one it is of, if of one."""
    return Evidence(
        report=span.report_id,
        quote=span.quote,
        start=span.start,
        end=span.end,
        entry=entry,
        sentence=view.sentence_number(span),
    )


def _passage(view: View, named: Named) -> Span:
    """The words that name the act; of a paraphrase with the cue that leads it in."""
    statement = named.statement
    if named.act.place is ActPlace.CONDITION and statement.condition is not None:
        return statement.condition.span
    span = next(
        (s for s in statement.content if s.contains(named.act.span)),
        statement.content[0],
    )
    if span != statement.content[0]:
        return span
    return statement.led_in(view.report(span.report_id))
