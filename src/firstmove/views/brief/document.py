"""The brief as a JSON document."""

from __future__ import annotations

from typing import TYPE_CHECKING

from firstmove.ledger.document import report_row
from firstmove.views.first_moves.shown import first_move_document
from firstmove.views.ledger.document import ledger_document
from firstmove.views.model.drafted import draft_document
from firstmove.views.model.solved import solve_document
from firstmove.views.rows import Document, problem_row

if TYPE_CHECKING:
    from firstmove.views.brief.brief import Brief


def brief_document(brief: Brief, limit: int = 100) -> Document:
    """All that the brief shows: the ledger, the drafted model, what holds, and its sentences."""
    outcome = brief.outcome
    return {
        "title": brief.title,
        "reports": [
            {
                **report_row(told.report, text=False),
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
        "first_move": first_move_document(brief.first_move) if brief.first_move else None,
        "no_first_move": brief.no_first_move or None,
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
        "problems": [problem_row(p) for p in brief.problems],
    }
