"""The draft of a case with the analyst's last edit of it carried over."""

from __future__ import annotations

from dataclasses import dataclass, replace

from firstmove.conflict import parse_model
from firstmove.drafting.draft import Draft, draft
from firstmove.drafting.over_time.carry import Line, carry
from firstmove.ledger import View
from firstmove.ledger.decisions import Effect, Ruled, What


@dataclass(frozen=True, slots=True)
class Remembered:
    """``draft``: with the edit; ``plain``: as the reports alone give it. ``lines`` and ``edit``
    are empty and None where nobody has edited the model."""

    draft: Draft
    plain: Draft
    lines: tuple[Line, ...] = ()
    edit: Ruled | None = None


def remembered(view: View, name: str = "") -> Remembered:
    """Draft a model from a ledger, as ``draft``, and do to it what the analyst did."""
    plain = draft(view, name)
    edit = last_edit(view)
    if edit is None:
        return Remembered(plain, plain)
    found = carry(
        parse_model(edit.decision.drafted), parse_model(edit.decision.edited), plain.conflict
    )
    taken = {(o.owner, o.label) for o in found.conflict.options}
    drawer = tuple(k for k in plain.drawer if (k.option.owner, k.option.label) not in taken)
    return Remembered(
        replace(plain, conflict=found.conflict, drawer=drawer), plain, found.lines, edit
    )


def last_edit(view: View) -> Ruled | None:
    """The last edit of the model that is not withdrawn."""
    for ruled in reversed(view.decisions):
        if ruled.decision.what is What.MODEL and ruled.effect is Effect.IN_FORCE:
            return ruled
    return None
