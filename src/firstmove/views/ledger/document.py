"""The merged ledger as a JSON document; apart from the others, as it needs nothing of models."""

from __future__ import annotations

from firstmove.ledger.case.part import Shown
from firstmove.ledger.document import entry_row, report_row, span_row, told_row, when_row
from firstmove.ledger.entry import View
from firstmove.views.ledger.witnesses import contradiction_row, copied_row, occasion_row, tally_row
from firstmove.views.rows import (
    Document,
    event_row,
    figure_row,
    gone_row,
    party_row,
    person_row,
    problem_row,
    ruled_row,
)


def ledger_document(view: View) -> Document:
    """The merged ledger of a case: ``ledger --json``."""
    return {
        "reports": [report_row(r, text=False) for r in view.reports],
        "statements": [told_row(s) for s in view.statements],
        "parties": [party_row(p) for p in view.parties],
        "people": [person_row(p) for p in view.people],
        "entries": [entry_row(e) for e in view.entries],
        "origins": [list(group) for group in view.origins],
        "figures": [{**figure_row(f), "report": f.span.report_id} for f in view.figures],
        "dates": [{**when_row(w), "report": w.span.report_id} for w in view.dates],
        "unknowns": [{**span_row(s), "report": s.report_id} for s in view.unknowns],
        "events": [{**event_row(e), "report": e.span.report_id} for e in view.events],
        "problems": [problem_row(p) for p in view.problems],
        "notes": list(view.notes),
        "occasions": [occasion_row(o) for o in view.occasions],
        "copied": [copied_row(c) for c in view.copied],
        "contradictions": [contradiction_row(c) for c in view.contradictions],
        "tallies": [tally_row(t) for t in view.tallies],
        "decisions": [ruled_row(r) for r in view.decisions],
        "tombstones": [gone_row(g) for g in view.gone],
    }


def part_document(part: Shown) -> Document:
    """The same of a part, most of it given out as the case file has it."""
    return {
        **ledger_document(part.rest),
        "reports": list(part.reports),
        "statements": list(part.statements),
        "entries": list(part.entries),
    }
