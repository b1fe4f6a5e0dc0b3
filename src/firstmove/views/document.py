"""The JSON documents that others build on: plain dicts and lists, nothing cut but where said.

Keys are stable; new ones may be added. Offsets count characters of ``report.text``. Dates are
ISO 8601. Ids are the product's own hashes.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from firstmove.conflict.model import Conflict, Option, Want
from firstmove.conflict.weights import number_text
from firstmove.statement import Reading
from firstmove.views.edits import line_rows
from firstmove.views.first_shown import first_move_document
from firstmove.views.ledger_document import ledger_document
from firstmove.views.rows import (
    Document,
    event_row,
    evidence_rows,
    figure_row,
    problem_row,
    report_row,
    span_row,
    statement_row,
    when_row,
)

if TYPE_CHECKING:
    from firstmove.analysis import Analysis, StateSet
    from firstmove.analysis.concepts.coalition import AllCoalitions
    from firstmove.drafting import Draft
    from firstmove.drafting.carry import Line
    from firstmove.views.brief import Brief


def reading_document(reading: Reading) -> Document:
    """What was read from one report: a line of ``read --json``."""
    return {
        "report": report_row(reading.report, text=True),
        "statements": [statement_row(s) for s in reading.statements],
        "figures": [figure_row(f) for f in reading.figures],
        "dates": [when_row(w) for w in reading.dates],
        "unknowns": [span_row(s) for s in reading.unknowns],
        "events": [event_row(e) for e in reading.events],
        "problems": [problem_row(p) for p in reading.problems],
        "reader": reading.reader,
    }


def draft_document(draft: Draft, edit: int | None = None, lines: Iterable[Line] = ()) -> Document:
    """The drafted model: ``draft --json``. Decision makers are named as in the reports.

    ``edit``: the event of the case that is the analyst's last edit; ``lines``: what became of it.
    """
    conflict = draft.conflict
    names = names_of(conflict)
    return {
        "name": conflict.name,
        "decision_makers": [names[maker.id] for maker in conflict.decision_makers],
        "decision_maker_ids": [maker.id for maker in conflict.decision_makers],
        "options": [
            _option_row(option, names.get(option.owner, option.owner))
            for option in conflict.options
        ],
        "wants": [
            _want_row(want, names[maker.id])
            for maker in conflict.decision_makers
            for want in maker.wants
        ],
        "joint_outcomes": {name: str(c) for name, c in conflict.defines.items()},
        "impossible": [
            {
                "condition": str(row.condition),
                "reason": row.reason,
                "evidence": evidence_rows(row.evidence),
            }
            for row in conflict.impossible
        ],
        "open_questions": [
            {"text": q.text, "about": q.about, "evidence": evidence_rows(q.evidence)}
            for q in conflict.open_questions
        ],
        "status_quo": {o.id: conflict.status_quo.values.get(o.id) for o in conflict.options},
        "status_quo_evidence": {
            id_: evidence_rows(evidence) for id_, evidence in conflict.status_quo.evidence.items()
        },
        "drawer": [
            {
                "option": _option_row(kept.option, kept.owner),
                "witnesses": kept.witnesses,
                "wants": [_want_row(want, party) for party, want in kept.wants],
            }
            for kept in draft.drawer
        ],
        "unused": [{"entry": row.entry, "reason": row.reason} for row in draft.unused],
        "edit": edit,
        "lines": line_rows(lines),
    }


def _option_row(option: Option, owner: str) -> Document:
    return {
        "id": option.id,
        "owner": owner,
        "label": option.label,
        "direction": option.direction.value,
        "evidence": evidence_rows(option.evidence),
        "note": option.note,
    }


def _want_row(want: Want, decision_maker: str) -> Document:
    return {
        "decision_maker": decision_maker,
        "condition": str(want.condition),
        "basis": want.basis.value,
        "weight": None if want.weight is None else number_text(want.weight),
        "unordered": want.unordered,
        "evidence": evidence_rows(want.evidence),
        "against": evidence_rows(want.against),
        "note": want.note,
    }


def solve_document(
    analysis: Analysis, limit: int, coalitions: AllCoalitions | None = None
) -> Document:
    """What holds: ``solve --json``. ``limit`` cuts each ``states``; ``count`` is exact."""
    conflict = analysis.conflict
    names = names_of(conflict)
    return {
        "model": conflict.name,
        "decision_makers": [names[maker.id] for maker in conflict.decision_makers],
        "options": [option.label for option in conflict.options],
        "option_ids": [option.id for option in conflict.options],
        "graph_states": [{"id": state.id, "label": state.label} for state in conflict.states],
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
        "coalitions": None
        if coalitions is None
        else {concept: _states(states, limit) for concept, states in coalitions.equilibria.items()},
        "undecided": [
            {
                "concept": open_.concept,
                "decision_maker": names[open_.decision_maker],
                "reason": open_.reason,
            }
            for open_ in analysis.undecided
        ],
        "bounds": {
            concept: {"at_least": found.at_least.count, "at_most": found.at_most.count}
            for concept, found in analysis.bounds().items()
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


def names_of(conflict: Conflict) -> dict[str, str]:
    """Id to name of each decision maker; the id where two share a name or one has none."""
    names = [maker.name for maker in conflict.decision_makers]
    return {
        maker.id: maker.name if maker.name and names.count(maker.name) == 1 else maker.id
        for maker in conflict.decision_makers
    }


def _states(states: StateSet, limit: int) -> Document:
    return {"count": states.count, "states": list(states.first(limit))}
