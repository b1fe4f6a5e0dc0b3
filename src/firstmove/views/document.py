"""The JSON documents that others build on: plain dicts and lists, nothing cut but where said.

Keys are stable; new ones may be added. Offsets count characters of ``report.text``. Dates are
ISO 8601. Ids are the product's own hashes.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING, Any

from firstmove.conflict.model import Conflict, Evidence
from firstmove.ledger.entry import Entry, Party, View
from firstmove.report import Report, Span
from firstmove.statement import (
    Condition,
    Figure,
    Mention,
    Problem,
    Reading,
    Statement,
    Via,
    When,
)

if TYPE_CHECKING:
    from firstmove.analysis import Analysis, StateSet
    from firstmove.drafting import Draft
    from firstmove.ledger.diff import Added
    from firstmove.views.brief import Brief

Document = dict[str, Any]


def reading_document(reading: Reading) -> Document:
    """What was read from one report: a line of ``read --json``."""
    return {
        "report": _report(reading.report, text=True),
        "statements": [_statement(s) for s in reading.statements],
        "figures": [_figure(f) for f in reading.figures],
        "dates": [_when(w) for w in reading.dates],
        "unknowns": [_span(s) for s in reading.unknowns],
        "problems": [_problem(p) for p in reading.problems],
        "reader": reading.reader,
    }


def ledger_document(view: View) -> Document:
    """The merged ledger of a case: ``ledger --json``."""
    return {
        "reports": [_report(r, text=False) for r in view.reports],
        "statements": [{**_statement(s), "report": s.report_id} for s in view.statements],
        "parties": [_party(p) for p in view.parties],
        "entries": [_entry(e) for e in view.entries],
        "origins": [list(group) for group in view.origins],
        "figures": [{**_figure(f), "report": f.span.report_id} for f in view.figures],
        "dates": [{**_when(w), "report": w.span.report_id} for w in view.dates],
        "unknowns": [{**_span(s), "report": s.report_id} for s in view.unknowns],
        "problems": [_problem(p) for p in view.problems],
        "notes": list(view.notes),
    }


def added_document(added: Added, view: View) -> Document:
    """What an addition to a case changed, and what the case holds now."""
    return {
        "new_reports": list(added.new_reports),
        "already_known": list(added.already_known),
        "new_entries": list(added.new_entries),
        "changed": [
            {"entry": c.entry, "before": c.before.value, "after": c.after.value}
            for c in added.changed
        ],
        "reports": len(view.reports),
        "entries": len(view.entries),
    }


def draft_document(draft: Draft) -> Document:
    """The drafted model: ``draft --json``. Decision makers are named as in the reports."""
    conflict = draft.conflict
    names = names_of(conflict)
    return {
        "name": conflict.name,
        "decision_makers": [names[maker.id] for maker in conflict.decision_makers],
        "decision_maker_ids": [maker.id for maker in conflict.decision_makers],
        "options": [
            {
                "id": option.id,
                "owner": names.get(option.owner, option.owner),
                "label": option.label,
                "direction": option.direction.value,
                "evidence": _evidence(option.evidence),
            }
            for option in conflict.options
        ],
        "wants": [
            {
                "decision_maker": names[maker.id],
                "condition": str(want.condition),
                "basis": want.basis.value,
                "evidence": _evidence(want.evidence),
                "note": want.note,
            }
            for maker in conflict.decision_makers
            for want in maker.wants
        ],
        "impossible": [
            {
                "condition": str(row.condition),
                "reason": row.reason,
                "evidence": _evidence(row.evidence),
            }
            for row in conflict.impossible
        ],
        "open_questions": [
            {"text": q.text, "about": q.about, "evidence": _evidence(q.evidence)}
            for q in conflict.open_questions
        ],
        "status_quo": {o.id: conflict.status_quo.values.get(o.id) for o in conflict.options},
        "status_quo_evidence": {
            id_: _evidence(evidence) for id_, evidence in conflict.status_quo.evidence.items()
        },
        "unused": [{"entry": row.entry, "reason": row.reason} for row in draft.unused],
    }


def solve_document(analysis: Analysis, limit: int) -> Document:
    """What holds: ``solve --json``. ``limit`` cuts each ``states``; ``count`` is exact."""
    conflict = analysis.conflict
    names = names_of(conflict)
    return {
        "model": conflict.name,
        "decision_makers": [names[maker.id] for maker in conflict.decision_makers],
        "options": [option.label for option in conflict.options],
        "option_ids": [option.id for option in conflict.options],
        "states": analysis.states,
        "engine": analysis.engine,
        "engine_reason": analysis.engine_reason,
        "equilibria": {
            concept: _states(analysis.equilibria[concept], limit) for concept in analysis.concepts
        },
        "stable": {
            concept: {
                names[maker.id]: _states(analysis.stable[concept][maker.id], limit)
                for maker in conflict.decision_makers
            }
            for concept in analysis.concepts
        },
        "indifferent": [names.get(id_, id_) for id_ in analysis.indifferent],
        "seconds": analysis.seconds,
        "limit": limit,
    }


def brief_document(brief: Brief, limit: int = 100) -> Document:
    """All that the brief shows: the ledger, the drafted model, what holds, and its sentences."""
    outcome = brief.outcome
    return {
        "title": brief.title,
        "reports": [
            {
                **_report(told.report, text=False),
                "letter": told.letter,
                "statements": told.statements,
                "shares_origin_with": list(told.shares_with),
            }
            for told in brief.told
        ],
        "summary": {
            "sentences": list(outcome.sentences) if outcome else [brief.no_outcome],
            "limits": list(outcome.limits) if outcome else [],
            "counts": [{"count": n, "what": what} for n, what in brief.counts],
        },
        "said": [
            {"number": said.number, "entry": said.entry.id, "mark": said.mark}
            for said in brief.said
        ],
        "ledger": ledger_document(brief.view),
        "draft": draft_document(brief.draft),
        "what_holds": solve_document(brief.analysis, limit) if brief.analysis else None,
        "reasons": [
            {
                "state": holding.state,
                "pattern": holding.pattern,
                "stands_for": holding.stands_for,
                "holds_under": list(holding.holds),
                "status_quo": holding.status_quo,
                "reasons": [
                    {
                        "decision_maker": reason.name,
                        "concept": reason.concept,
                        "stable": reason.stable,
                        "sentence": reason.sentence,
                    }
                    for reason in holding.reasons
                ],
            }
            for holding in (outcome.shown if outcome else ())
        ],
        "problems": [_problem(p) for p in brief.problems],
    }


def names_of(conflict: Conflict) -> dict[str, str]:
    """Id to name of each decision maker; the id where two share a name or one has none."""
    names = [maker.name for maker in conflict.decision_makers]
    return {
        maker.id: maker.name if maker.name and names.count(maker.name) == 1 else maker.id
        for maker in conflict.decision_makers
    }


def _states(states: StateSet, limit: int) -> Document:
    return {"count": states.count, "states": list(states.first(limit))}


def _report(report: Report, *, text: bool) -> Document:
    document: Document = {
        "id": report.id,
        "source": report.source,
        "title": report.title,
        "published": _iso(report.published),
        "url": report.url,
        "name": report.name,
        "asides": [{**_span(a.span), "part": a.part.value} for a in report.asides],
    }
    if text:
        document["text"] = report.text
    return document


def _statement(statement: Statement) -> Document:
    return {
        "id": statement.id,
        "kind": statement.kind.value,
        "modality": statement.modality.value,
        "negated": statement.negated,
        "quotation": statement.quotation.value,
        "speaker": _mention(statement.speaker),
        "cue": [_span(s) for s in statement.cue],
        "content": [_span(s) for s in statement.content],
        "target": _mention(statement.target),
        "condition": _condition(statement.condition),
        "via": [_via(v) for v in statement.via],
        "when": _when(statement.when) if statement.when else None,
        "glosses": [_span(s) for s in statement.glosses],
        "acts": [
            {
                **_span(act.span),
                "label": act.label,
                "actor": _mention(act.actor),
                "negated": act.negated,
                "place": act.place.value,
            }
            for act in statement.acts
        ],
    }


def _span(span: Span) -> Document:
    return {"start": span.start, "end": span.end, "quote": span.quote}


def _mention(mention: Mention | None) -> Document | None:
    if mention is None:
        return None
    return {**_span(mention.span), "name": mention.name, "party": mention.party}


def _condition(condition: Condition | None) -> Document | None:
    if condition is None:
        return None
    return {
        "kind": condition.kind.value,
        **_span(condition.span),
        "party": condition.party,
    }


def _via(via: Via) -> Document:
    return {"role": via.role.value, **_span(via.span), "name": via.name}


def _when(when: When) -> Document:
    return {
        "phrase": when.span.quote,
        "start": when.span.start,
        "end": when.span.end,
        "from": _iso(when.start),
        "to": _iso(when.end),
        "basis": when.basis.value,
        "planned": when.planned,
        "anchor": when.anchor,
    }


def _figure(figure: Figure) -> Document:
    return {
        **_span(figure.span),
        "low": figure.low,
        "high": figure.high,
        "counted": figure.counted,
        "per": figure.per,
        "unit": figure.unit,
        "hedge": _span(figure.hedge) if figure.hedge else None,
        "source": _mention(figure.source),
    }


def _problem(problem: Problem) -> Document:
    span = problem.span
    return {
        "what": problem.what,
        "where": problem.where,
        "remedy": problem.remedy,
        "span": {"report": span.report_id, **_span(span)} if span else None,
    }


def _party(party: Party) -> Document:
    return {
        "name": party.name,
        "people": [{"name": p.name, "spellings": list(p.spellings)} for p in party.people],
    }


def _entry(entry: Entry) -> Document:
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
        "lead": entry.lead,
        "differences": [
            {
                "field": difference.field,
                "sides": [
                    {"statement": side.statement, "report": side.report, **_span(side.span)}
                    for side in difference.sides
                ],
            }
            for difference in entry.differences
        ],
        "merges": [
            {"first": m.first, "second": m.second, "score": m.score, "reasons": list(m.reasons)}
            for m in entry.merges
        ],
    }


def _evidence(evidence: Iterable[Evidence]) -> list[Document]:
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


def _iso(value: date | None) -> str | None:
    return value.isoformat() if value else None
