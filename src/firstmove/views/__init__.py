"""What is found, shown: one frozen ``Brief`` to the terminal, an HTML page and JSON."""

from __future__ import annotations

from typing import TYPE_CHECKING

from firstmove.rooms import lazily

if TYPE_CHECKING:
    from firstmove.views.brief import Brief
    from firstmove.views.changes import added_terminal
    from firstmove.views.changes_document import added_document
    from firstmove.views.decisions import (
        decisions_document,
        decisions_terminal,
        history_document,
        history_terminal,
        verified_document,
        verified_terminal,
    )
    from firstmove.views.document import (
        brief_document,
        draft_document,
        reading_document,
        solve_document,
    )
    from firstmove.views.edits import edit_counts, line_rows, touched_notes
    from firstmove.views.ledger_document import ledger_document
    from firstmove.views.listing import (
        coalitions_terminal,
        ledger_terminal,
        reading_terminal,
        solve_terminal,
    )
    from firstmove.views.moves import moves_document, moves_terminal
    from firstmove.views.page import page
    from firstmove.views.pointing import report_at
    from firstmove.views.state import state_document, state_terminal
    from firstmove.views.terminal import terminal
    from firstmove.views.timeline import timeline_document, timeline_terminal

lazily(
    __name__,
    {
        "brief": "Brief",
        "changes": "added_terminal",
        "changes_document": "added_document",
        "decisions": "decisions_document decisions_terminal history_document history_terminal "
        "verified_document verified_terminal",
        "document": "brief_document draft_document reading_document solve_document",
        "edits": "edit_counts line_rows touched_notes",
        "ledger_document": "ledger_document",
        "listing": "coalitions_terminal ledger_terminal reading_terminal solve_terminal",
        "moves": "moves_document moves_terminal",
        "page": "page",
        "pointing": "report_at",
        "state": "state_document state_terminal",
        "terminal": "terminal",
        "timeline": "timeline_document timeline_terminal",
    },
)

__all__ = [
    "Brief",
    "added_document",
    "added_terminal",
    "brief_document",
    "coalitions_terminal",
    "decisions_document",
    "decisions_terminal",
    "draft_document",
    "edit_counts",
    "history_document",
    "history_terminal",
    "ledger_document",
    "ledger_terminal",
    "line_rows",
    "moves_document",
    "moves_terminal",
    "page",
    "reading_document",
    "reading_terminal",
    "report_at",
    "solve_document",
    "solve_terminal",
    "state_document",
    "state_terminal",
    "terminal",
    "timeline_document",
    "timeline_terminal",
    "touched_notes",
    "verified_document",
    "verified_terminal",
]
