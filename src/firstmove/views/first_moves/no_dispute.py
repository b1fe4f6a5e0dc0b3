"""What stands in place of the answer where the model shows no dispute between sides."""

from __future__ import annotations

from firstmove.conflict.model import Basis, Conflict
from firstmove.views.model.reading_words import NAMED, want_words
from firstmove.views.wording import count


def no_dispute_words(conflict: Conflict, *, freely: bool = False) -> str:
    """Why nobody can be said to have to move first, and who is told to want what; "" where the
    wants of the sides are about each other's acts, so that it can be asked. ``freely``: as for
    ``no_dispute``."""
    from firstmove.analysis.first_moves.dispute import asked, no_dispute

    head = no_dispute(conflict, freely=freely)
    if not head:
        return ""
    of_others = [(one.who, one.want) for one in asked(conflict)]
    wants = of_others or [
        (maker.id, want)
        for maker in conflict.decision_makers
        for want in maker.wants
        if want.basis is not Basis.UNKNOWN
    ]
    told = [
        f"{conflict.decision_maker(who).name} wants {want_words(want.condition, conflict)}"
        for who, want in wants
    ]
    if not told:
        return f"{head} No want is told."
    more = len(told) - NAMED
    shown = told[:NAMED] + ([count(more, "more want")] if more > 0 else [])
    return f"{head} What is told: {'; '.join(shown)}."
