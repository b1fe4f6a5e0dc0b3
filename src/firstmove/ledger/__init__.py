"""One case: reports, what was read from them, and each thing said with all who tell it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from firstmove.rooms import lazily

if TYPE_CHECKING:
    from firstmove.ledger.case.store import Ledger
    from firstmove.ledger.case.verify import Verified
    from firstmove.ledger.decisions import Anchor, Decision, Effect, Event, Gone, Ruled, What
    from firstmove.ledger.differing.diff import Added, Alike, Altered, Changed, Grown, Turned, diff
    from firstmove.ledger.entry import (
        Difference,
        Entry,
        Merge,
        Party,
        Person,
        Relation,
        Side,
        View,
    )
    from firstmove.ledger.merge import merge

lazily(
    __name__,
    {
        "case.store": "Ledger",
        "case.verify": "Verified",
        "decisions": "Anchor Decision Effect Event Gone Ruled What",
        "differing.diff": "Added Alike Altered Changed Grown Turned diff",
        "entry": "Difference Entry Merge Party Person Relation Side View",
        "merge": "merge",
    },
)

__all__ = [
    "Added",
    "Alike",
    "Altered",
    "Anchor",
    "Changed",
    "Decision",
    "Difference",
    "Effect",
    "Entry",
    "Event",
    "Gone",
    "Grown",
    "Ledger",
    "Merge",
    "Party",
    "Person",
    "Relation",
    "Ruled",
    "Side",
    "Turned",
    "Verified",
    "View",
    "What",
    "diff",
    "merge",
]
