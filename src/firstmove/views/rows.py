"""The parts of the JSON documents: one function for each core value, to plain dicts.

Keys are stable; new ones may be added. Offsets count characters of ``report.text``. Dates are
ISO 8601. Ids are the product's own hashes.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import TYPE_CHECKING, Any

from firstmove.ledger.deciding.decisions import Anchor, Gone, Ruled
from firstmove.ledger.entry import Entry, Party, Person
from firstmove.report import Report, Span
from firstmove.statement import Condition, Event, Figure, Mention, Problem, Statement, Via, When

if TYPE_CHECKING:
    from firstmove.analysis.shares import Share
    from firstmove.analysis.verdict import Step, Verdict
    from firstmove.conflict.model import Conflict, Evidence

Document = dict[str, Any]

BAR = 30  # letters of the bar that shows a share


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


def figure_row(figure: Figure) -> Document:
    return {
        **span_row(figure.span),
        "low": figure.low,
        "high": figure.high,
        "counted": figure.counted,
        "per": figure.per,
        "unit": figure.unit,
        "hedge": span_row(figure.hedge) if figure.hedge else None,
        "source": mention_row(figure.source),
    }


def event_row(event: Event) -> Document:
    return {
        **span_row(event.span),
        "kind": event.kind.value,
        "kind_probability": event.probability,
        "verb": span_row(event.verb),
        "actor": mention_row(event.actor),
        "recipient": mention_row(event.recipient),
        "when": when_row(event.when) if event.when else None,
    }


def problem_row(problem: Problem) -> Document:
    span = problem.span
    return {
        "what": problem.what,
        "where": problem.where,
        "remedy": problem.remedy,
        "span": {"report": span.report_id, **span_row(span)} if span else None,
    }


def party_row(party: Party) -> Document:
    return {
        "name": party.name,
        "people": [person_row(p) for p in party.people],
    }


def person_row(person: Person) -> Document:
    return {"name": person.name, "spellings": list(person.spellings)}


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


def ruled_row(ruled: Ruled) -> Document:
    decision = ruled.decision
    return {
        "number": ruled.number,
        "at": ruled.at.isoformat(),
        "what": decision.what.value,
        "reason": decision.reason,
        "who": decision.who,
        "effect": ruled.effect.value,
        "note": ruled.note,
        "statements": list(ruled.statements),
        "words": [anchor_row(anchor) for anchor in decision.anchors],
        "apart_from": [anchor_row(anchor) for anchor in decision.others],
        "name": decision.name,
        "value": decision.value,
        "since": iso(decision.since),
        "until": iso(decision.until),
        "report": decision.report,
        "by": decision.by,
        "withdraws": decision.withdraws or None,
    }


def anchor_row(anchor: Anchor) -> Document:
    return {
        "report": anchor.report,
        "cue": [span_row(s) for s in anchor.cue],
        "content": [span_row(s) for s in anchor.content],
    }


def gone_row(gone: Gone) -> Document:
    return {
        **report_row(gone.report, text=False),
        "event": gone.number,
        "at": gone.at.isoformat(),
        "reason": gone.reason,
        "replaced_by": gone.by or None,
    }


def evidence_rows(evidence: Iterable[Evidence]) -> list[Document]:
    return [
        {
            "entry": e.entry,
            "report": e.report,
            "start": e.start,
            "end": e.end,
            "quote": e.quote,
            "sentence": e.sentence,
        }
        for e in evidence
    ]


def step_rows(path: Iterable[Step], names: Mapping[str, str]) -> list[Document]:
    """``names``: what to call the decision makers, by their ids."""
    return [{"mover": names[s.mover], "before": s.before, "after": s.after} for s in path]


def verdict_row(
    verdict: Verdict, conflict: Conflict, names: Mapping[str, str], limit: int
) -> Document:
    """At most ``limit`` improvements; ``more`` counts the rest."""
    from firstmove.analysis import sentence

    return {
        "decision_maker": names[verdict.decision_maker],
        "concept": verdict.concept,
        "stable": verdict.stable,
        "improvements": [
            {
                "to": one.to,
                "deterred": one.deterred,
                "reply": step_rows(one.reply, names),
                "ends": one.ends,
            }
            for one in verdict.improvements[:limit]
        ],
        "more": verdict.more + max(0, len(verdict.improvements) - limit),
        "sentence": sentence(verdict, conflict),
    }


def share_row(share: Share) -> Document:
    return {
        "held": share.held,
        "of": share.of,
        "value": share.value,
        "error": share.error,
        "exact": share.exact,
    }


def bar(value: float) -> str:
    """A share from 0 to 1 as a bar of letters; only none is empty, and only all is full."""
    full = round(BAR * value)
    if value > 0:
        full = max(1, full)
    if value < 1:
        full = min(BAR - 1, full)
    return "█" * full + "░" * (BAR - full)


def iso(value: date | None) -> str | None:
    return value.isoformat() if value else None
