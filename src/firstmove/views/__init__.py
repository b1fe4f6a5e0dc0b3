"""What is found, shown: one frozen ``Brief`` to the terminal, an HTML page and JSON."""

from __future__ import annotations

from firstmove.views.brief import Brief
from firstmove.views.document import (
    added_document,
    brief_document,
    draft_document,
    ledger_document,
    reading_document,
    solve_document,
)
from firstmove.views.listing import (
    added_terminal,
    coalitions_terminal,
    ledger_terminal,
    reading_terminal,
    solve_terminal,
)
from firstmove.views.moves import moves_document, moves_terminal
from firstmove.views.page import page
from firstmove.views.state import state_document, state_terminal
from firstmove.views.terminal import terminal

__all__ = [
    "Brief",
    "added_document",
    "added_terminal",
    "brief_document",
    "coalitions_terminal",
    "draft_document",
    "ledger_document",
    "ledger_terminal",
    "moves_document",
    "moves_terminal",
    "page",
    "reading_document",
    "reading_terminal",
    "solve_document",
    "solve_terminal",
    "state_document",
    "state_terminal",
    "terminal",
]
