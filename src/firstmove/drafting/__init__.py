"""From the ledger to a first model of the conflict, every line with the words it stands on."""

from firstmove.drafting.draft import Draft, Kept, Unused, draft
from firstmove.drafting.drawer import model_text
from firstmove.drafting.over_time.changes import Changes, changes
from firstmove.drafting.over_time.remembered import Remembered, remembered

__all__ = [
    "Changes",
    "Draft",
    "Kept",
    "Remembered",
    "Unused",
    "changes",
    "draft",
    "model_text",
    "remembered",
]
