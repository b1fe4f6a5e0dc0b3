"""From the ledger to a first model of the conflict, every line with the words it stands on."""

from firstmove.drafting.draft import Draft, Kept, Unused, draft

__all__ = ["Draft", "Kept", "Unused", "draft"]
