"""A drafted model, as a document."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from firstmove.conflict.model import Option, Want
from firstmove.conflict.weights import number_text
from firstmove.views.model.edits import line_rows
from firstmove.views.model.solved import names_of
from firstmove.views.rows import Document, evidence_rows

if TYPE_CHECKING:
    from firstmove.drafting import Draft
    from firstmove.drafting.over_time.carry import Line


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
