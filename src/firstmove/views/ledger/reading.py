"""What was read from one report, in a terminal and as a document."""

from __future__ import annotations

from firstmove.ledger.document import report_row, span_row, statement_row, when_row
from firstmove.report import Report
from firstmove.statement import Reading, Statement
from firstmove.views import wording
from firstmove.views.console import Sheet
from firstmove.views.ledger.saying import conditions, marks, quoted
from firstmove.views.rows import (
    Document,
    event_row,
    figure_row,
    problem_row,
)
from firstmove.views.visible import one_line


def reading_terminal(reading: Reading, *, width: int = 80, colour: bool = False) -> str:
    """The statements of one report, in their order."""
    sheet = Sheet(width, colour)
    report = reading.report
    sheet.title(report.title or _name(report))
    about = [_name(report), wording.day(report.published) or "date not told", report.id]
    sheet.line(" · ".join(one_line(part) for part in about if part), style="dim")
    if not reading.statements:
        sheet.line("No statement was found in this report.")
    for number, statement in enumerate(reading.statements, 1):
        sheet.item(f"{number}", _headline(statement), style="bold", wide=True)
        sheet.line(quoted(statement), indent=4)
        conditions(sheet, statement)
    if reading.figures:
        sheet.heading("Figures")
    for figure in reading.figures:
        source = figure.source
        by = (source.name or source.span.quote) if source else "the outlet’s own"
        sheet.item("·", one_line(f"“{figure.span.quote}” ({by})"))
    if reading.dates:
        sheet.heading("Dates")
    for when in reading.dates:
        days = wording.interval(when.start, when.end)
        told = [days, wording.DATE_BASES[when.basis]] if days else ["not resolved"]
        sheet.item("·", one_line(f"“{when.span.quote}”: {', '.join(told)}"))
    for problem in reading.problems:
        sheet.item("!", one_line(problem.what))
    return sheet.text()


def reading_document(reading: Reading) -> Document:
    """What was read from one report: a line of ``read --json``."""
    return {
        "report": report_row(reading.report, text=True),
        "statements": [statement_row(s) for s in reading.statements],
        "figures": [figure_row(f) for f in reading.figures],
        "dates": [when_row(w) for w in reading.dates],
        "unknowns": [span_row(s) for s in reading.unknowns],
        "events": [event_row(e) for e in reading.events],
        "problems": [problem_row(p) for p in reading.problems],
        "reader": reading.reader,
    }


def _name(report: Report) -> str:
    return report.source or report.name or report.id


def _headline(statement: Statement) -> str:
    speaker = statement.speaker
    name = (speaker.name or speaker.span.quote) if speaker else "speaker not named"
    party = f" ({speaker.party})" if speaker and speaker.party and speaker.party != name else ""
    target = statement.target
    to = f" → {target.name or target.span.quote}" if target else ""
    kind = wording.KINDS[statement.kind]
    return one_line(f"{name}{party} · {kind}{to}{marks(statement)}")
