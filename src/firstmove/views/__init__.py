"""What is found, shown: one frozen ``Brief`` to the terminal, an HTML page and JSON."""

from __future__ import annotations

from typing import TYPE_CHECKING

from firstmove.rooms import lazily

if TYPE_CHECKING:
    from firstmove.views.brief.brief import Brief
    from firstmove.views.brief.document import brief_document
    from firstmove.views.brief.page import page
    from firstmove.views.brief.terminal import terminal
    from firstmove.views.changes.decisions import (
        decisions_document,
        decisions_terminal,
        history_document,
        history_terminal,
        verified_document,
        verified_terminal,
    )
    from firstmove.views.changes.document import added_document
    from firstmove.views.changes.listing import added_terminal
    from firstmove.views.first_moves.moves import moves_document, moves_terminal
    from firstmove.views.first_moves.no_dispute import no_dispute_words
    from firstmove.views.ledger.document import ledger_document, part_document
    from firstmove.views.ledger.listing import ledger_terminal
    from firstmove.views.ledger.pointing import report_at
    from firstmove.views.ledger.reading import reading_document, reading_terminal
    from firstmove.views.ledger.timeline import timeline_document, timeline_terminal
    from firstmove.views.model.drafted import draft_document
    from firstmove.views.model.edits import edit_counts, line_rows, touched_notes
    from firstmove.views.model.solved import coalitions_terminal, solve_document, solve_terminal
    from firstmove.views.model.state import state_document, state_terminal

lazily(
    __name__,
    {
        "brief.brief": "Brief",
        "brief.document": "brief_document",
        "brief.page": "page",
        "brief.terminal": "terminal",
        "changes.decisions": "decisions_document decisions_terminal history_document "
        "history_terminal verified_document verified_terminal",
        "changes.document": "added_document",
        "changes.listing": "added_terminal",
        "first_moves.moves": "moves_document moves_terminal",
        "first_moves.no_dispute": "no_dispute_words",
        "ledger.document": "ledger_document part_document",
        "ledger.listing": "ledger_terminal",
        "ledger.pointing": "report_at",
        "ledger.reading": "reading_document reading_terminal",
        "ledger.timeline": "timeline_document timeline_terminal",
        "model.drafted": "draft_document",
        "model.edits": "edit_counts line_rows touched_notes",
        "model.solved": "coalitions_terminal solve_document solve_terminal",
        "model.state": "state_document state_terminal",
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
    "no_dispute_words",
    "page",
    "part_document",
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
