"""What a change of a case changed, as a JSON document."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, TypeVar

from firstmove.ledger.entry import View
from firstmove.views import wording
from firstmove.views.rows import Document, evidence_rows

if TYPE_CHECKING:
    from firstmove.conflict import Conflict, OpenQuestion, Option, Want
    from firstmove.drafting import Changes
    from firstmove.drafting.over_time.changes import Held, Line, Lines
    from firstmove.ledger.differing.diff import Added

_L = TypeVar("_L", "Option", "Want", "OpenQuestion")


def added_document(
    added: Added, view: View, before: View | None = None, changes: Changes | None = None
) -> Document:
    """What changed, and what the case holds now. ``changes``: in the model; None: not asked."""
    return {
        "event": added.number,
        "decisions": list(added.decisions),
        "turned": [
            {"number": t.number, "before": t.before.value, "after": t.after.value, "note": t.note}
            for t in added.turned
        ],
        "new_reports": list(added.new_reports),
        "already_known": list(added.already_known),
        "gone_reports": list(added.gone_reports),
        "reread": None if added.reread is None else list(added.reread),
        "may_be_versions": [{"new": a.new, "old": a.old, "by": a.by} for a in added.alike],
        "new_entries": list(added.new_entries),
        "gone_entries": list(added.gone_entries),
        "changed": [
            {"entry": c.entry, "before": c.before.value, "after": c.after.value}
            for c in added.changed
        ],
        "witnesses": [
            {"entry": g.entry, "before": g.before, "after": g.after, "reports": list(g.reports)}
            for g in added.grown
        ],
        "altered": [
            {"entry": a.entry, "field": a.field, "before": a.before, "after": a.after}
            for a in added.altered
        ],
        "differ": list(added.differing),
        "updates": list(added.updated),
        "model": None if changes is None else _model_row(changes),
        "outcomes": None if changes is None else _held_row(changes.held),
        "reports": len(view.reports),
        "entries": len(view.entries),
    }


def _model_row(changes: Changes) -> Document:
    old, new = changes.before.conflict, changes.after.conflict
    return {
        "options": _lines_row(changes.options, lambda o, _: (o.line.id, o.line.label), old, new),
        "wants": _lines_row(
            changes.wants, lambda w, c: (str(w.line.condition), readable_want(w.line, c)), old, new
        ),
        "open_questions": _lines_row(changes.questions, lambda q, _: ("", q.line.text), old, new),
        "orders": list(changes.orders),
    }


def _lines_row(
    lines: Lines[_L],
    told: Callable[[Line[_L], Conflict], tuple[str, str]],
    old: Conflict,
    new: Conflict,
) -> Document:
    def row(line: Line[_L], conflict: Conflict) -> Document:
        id_, text = told(line, conflict)
        return {
            "id": id_,
            "party": line.party,
            "text": text,
            "evidence": evidence_rows(line.line.evidence),
            "fields": list(line.fields),
        }

    return {
        "new": [row(line, new) for line in lines.new],
        "gone": [row(line, old) for line in lines.gone],
        "changed": [row(line, new) for line in lines.changed],
    }


def readable_want(want: Want, conflict: Conflict) -> str:
    return wording.plain(wording.readable(want.condition, conflict))


def _held_row(held: Held) -> Document:
    return {
        "options": [option.id for option in held.shared],
        "same_options": held.same_options,
        "concepts": {
            shift.concept: {
                "before": shift.before,
                "after": shift.after,
                "new": list(shift.new),
                "gone": list(shift.gone),
            }
            for shift in held.shifts
        },
        "why_not": held.why_not,
    }
