"""Reports, entries and statements as JSON documents have them, in plain dicts.

``views.rows`` has the other values. These stand here since the case file keeps them in this form,
too, and a part of a case is given out as it is kept. Keys are stable; new ones may be added.
Offsets count characters of ``report.text``. Dates are ISO 8601.
"""

from __future__ import annotations

from datetime import date
from typing import Any

from firstmove.ledger.entry import Entry
from firstmove.report import Report, Span
from firstmove.statement import Condition, Mention, Statement, Via, When

Document = dict[str, Any]


def report_row(report: Report, *, text: bool) -> Document:
    document: Document = {
        "id": report.id,
        "source": report.source,
        "title": report.title,
        "published": iso(report.published),
        "url": report.url,
        "name": report.name,
        "asides": [{**span_row(a.span), "part": a.part.value} for a in report.asides],
    }
    if text:
        document["text"] = report.text
    return document


def entry_row(entry: Entry) -> Document:
    return {
        "id": entry.id,
        "relation": entry.relation.value,
        "party": entry.party,
        "speaker": entry.speaker,
        "kind": entry.kind.value,
        "target": entry.target,
        "statements": list(entry.statements),
        "reports": list(entry.reports),
        "witnesses": entry.witnesses,
        "origins": [list(group) for group in entry.origins],
        "lead": entry.lead,
        "differences": [
            {
                "field": difference.field,
                "sides": [
                    {"statement": side.statement, "report": side.report, **span_row(side.span)}
                    for side in difference.sides
                ],
            }
            for difference in entry.differences
        ],
        "merges": [
            {"first": m.first, "second": m.second, "score": m.score, "reasons": list(m.reasons)}
            for m in entry.merges
        ],
        "decisions": list(entry.decisions),
    }


def told_row(statement: Statement) -> Document:
    """A statement among those of several reports."""
    return {**statement_row(statement), "report": statement.report_id}


def statement_row(statement: Statement) -> Document:
    return {
        "id": statement.id,
        "kind": statement.kind.value,
        "kind_probability": statement.kind_probability,
        "kind_unsure": statement.kind_unsure,
        "modality": statement.modality.value,
        "negated": statement.negated,
        "quotation": statement.quotation.value,
        "speaker": mention_row(statement.speaker),
        "cue": [span_row(s) for s in statement.cue],
        "content": [span_row(s) for s in statement.content],
        "target": mention_row(statement.target),
        "condition": condition_row(statement.condition),
        "via": [via_row(v) for v in statement.via],
        "when": when_row(statement.when) if statement.when else None,
        "glosses": [span_row(s) for s in statement.glosses],
        "acts": [
            {
                **span_row(act.span),
                "label": act.label,
                "actor": mention_row(act.actor),
                "negated": act.negated,
                "stance": act.stance and act.stance.value,
                "place": act.place.value,
            }
            for act in statement.acts
        ],
    }


def span_row(span: Span) -> Document:
    return {"start": span.start, "end": span.end, "quote": span.quote}


def mention_row(mention: Mention | None) -> Document | None:
    if mention is None:
        return None
    return {**span_row(mention.span), "name": mention.name, "party": mention.party}


def condition_row(condition: Condition | None) -> Document | None:
    if condition is None:
        return None
    return {
        "kind": condition.kind.value,
        **span_row(condition.span),
        "party": condition.party,
        "also": [span_row(span) for span in condition.also],
        "deadline": when_row(condition.deadline) if condition.deadline else None,
    }


def via_row(via: Via) -> Document:
    return {"role": via.role.value, **span_row(via.span), "name": via.name}


def when_row(when: When) -> Document:
    return {
        "phrase": when.span.quote,
        "start": when.span.start,
        "end": when.span.end,
        "from": iso(when.start),
        "to": iso(when.end),
        "basis": when.basis.value,
        "planned": when.planned,
        "anchor": when.anchor,
    }


def iso(value: date | None) -> str | None:
    return value.isoformat() if value else None
