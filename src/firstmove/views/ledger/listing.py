"""The entries of a case in a terminal, by party."""

from __future__ import annotations

from firstmove.ledger.entry import View
from firstmove.views import wording
from firstmove.views.changes.decisions import tombstones
from firstmove.views.console import Sheet
from firstmove.views.ledger.saying import points, quoted, say
from firstmove.views.ledger.tallied import tallied
from firstmove.views.ledger.told import Said, said_of
from firstmove.views.visible import one_line


def ledger_terminal(view: View, *, width: int = 80, colour: bool = False, ids: bool = False) -> str:
    """Every entry of a case, by party. ``ids``: every telling too, with its number and id."""
    sheet = Sheet(width, colour)
    told, sides = said_of(view)
    sheet.title(
        f"{wording.count(len(view.reports), 'report')}, "
        f"{wording.count(len(view.entries), 'thing said', 'things said')}"
    )
    for one in told:
        day = wording.day(one.report.published) or "date not told"
        shares = (
            f" · shares one origin with {wording.joined(one.shares_with)}"
            if one.shares_with
            else ""
        )
        id_ = f" · {one.report.id}" if ids else ""
        sheet.item(one.letter, f"{one_line(one.outlet_and_file)} · {day}{shares}{id_}")
    tombstones(sheet, view)
    for side in sides:
        sheet.heading(side.name)
        for said in side.said:
            say(sheet, said)
            points(sheet, said)
            if ids:
                _tellings(sheet, said)
    _tallied(sheet, view)
    for note in view.notes:
        sheet.item("·", one_line(note))
    return sheet.text()


def _tallied(sheet: Sheet, view: View) -> None:
    told = list(tallied(view))
    if told:
        sheet.heading("Who counts what")
    for tally in told:
        sheet.line(tally.head, style="bold")
        for row in tally.rows:
            sheet.item(row.letter, one_line(f"“{row.count.span.quote}” ({row.by})"))


def _tellings(sheet: Sheet, said: Said) -> None:
    sheet.line(said.entry.id, indent=4, style="dim")
    for number, telling in enumerate(said.tellings, 1):
        words = quoted(telling.statement)
        mark = f"{said.number}.{number}"
        line = f"{telling.told.letter} · {telling.statement.id} · {words}"
        sheet.item(mark, one_line(line), indent=4, wide=True)
