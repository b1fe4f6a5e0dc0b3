"""One case: reports, what was read from them, and each thing said with all who tell it."""

from firstmove.ledger.diff import Added, Changed, diff
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
from firstmove.ledger.store import Addition, Ledger
from firstmove.ledger.verify import Verified

__all__ = [
    "Added",
    "Addition",
    "Changed",
    "Difference",
    "Entry",
    "Ledger",
    "Merge",
    "Party",
    "Person",
    "Relation",
    "Side",
    "Verified",
    "View",
    "diff",
    "merge",
]
