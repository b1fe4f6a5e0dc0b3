"""The words a line of a drafted model stands on."""

from __future__ import annotations

import re

from firstmove.conflict import Evidence
from firstmove.drafting.acts.named import Named
from firstmove.ledger import View
from firstmove.report import Span
from firstmove.statement import ActPlace, Quotation

_FAR = 300  # characters from what was asked to the answer, within which both are shown
# Between the words of an act and the cue: what is asked ends, and somebody answers.
_ANSWERED = re.compile(r"[.;:!?\n]|\b(?:and|but|that|which|while|who|yet)\b")


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
    if (answer := _with_answer(view, named)) is not None:
        return answer
    span = next(
        (s for s in statement.content if s.contains(named.act.span)),
        statement.content[0],
    )
    if span != statement.content[0]:
        return span
    return statement.led_in(view.report(span.report_id))


def _with_answer(view: View, named: Named) -> Span | None:
    """From the words of an act that was asked for to those that answer: “call off its strike; the
    union refused”. None where the statement's own words tell the act."""
    statement, act = named.statement, named.act
    cue = min(statement.cue)
    own = (*statement.cue, *(s for s in statement.content if not act.span.contains(s)))
    report = view.report(act.span.report_id)
    between = report.text[act.span.end : cue.start]
    alone = act.span in statement.content and statement.quotation is Quotation.INDIRECT
    if cue.start < act.span.end or any(s.contains(act.span) for s in own):
        return None
    if not (alone or _ANSWERED.search(between)):
        return None
    end = max(s.end for s in own)
    near = 0 < end - act.span.start <= _FAR
    return report.span(act.span.start if near else cue.start, end)
