"""What happened, was said and is planned, in order of its days; and in order of the reports."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from firstmove.ledger.document import span_row, when_row
from firstmove.ledger.entry import View
from firstmove.report import Report, Span
from firstmove.statement import Basis, When
from firstmove.views import wording
from firstmove.views.console import Sheet
from firstmove.views.rows import Document, iso
from firstmove.views.visible import one_line
from firstmove.views.wording import letters


@dataclass(frozen=True, slots=True)
class Moment:
    """A date that a report tells, the sentence it stands in, and what the ledger has there."""

    when: When
    report: Report
    letter: str
    sentence: Span
    statements: tuple[str, ...]  # ids of those in the sentence

    @property
    def day(self) -> date | None:
        return self.when.start or self.when.end


def moments(view: View) -> tuple[Moment, ...]:
    """Every date told, in order of the reports and of their text."""
    letter = {report.id: letters(n) for n, report in enumerate(view.reports)}
    said: dict[str, list[tuple[Span, str]]] = {}
    for statement in view.statements:
        for span in (*statement.cue, *statement.content):
            said.setdefault(span.report_id, []).append((span, statement.id))
    found = []
    for when in dict.fromkeys(view.dates):
        report = view.report(when.span.report_id)
        sentence = _sentence(view, report, when.span)
        ids = [id_ for span, id_ in said.get(report.id, ()) if sentence.overlaps(span)]
        found.append(Moment(when, report, letter[report.id], sentence, tuple(dict.fromkeys(ids))))
    place = {report.id: n for n, report in enumerate(view.reports)}
    return tuple(sorted(found, key=lambda m: (place[m.report.id], m.when.span)))


def by_event(told: Iterable[Moment]) -> tuple[Moment, ...]:
    """In order of the days told, undated ones last; equal days in order of the reports."""
    return tuple(sorted(told, key=lambda m: (m.day is None, m.day or date.min)))


def timeline_document(view: View) -> Document:
    """``ledger --timeline --json``: one row a date; the orders are lists of row numbers."""
    told = moments(view)
    number = {moment: n for n, moment in enumerate(told)}
    return {
        "reports": [
            {"id": r.id, "letter": letters(n), "published": iso(r.published)}
            for n, r in enumerate(view.reports)
        ],
        "dates": [
            {
                **when_row(m.when),
                "report": m.report.id,
                "sentence": span_row(m.sentence),
                "statements": list(m.statements),
                "entries": list(dict.fromkeys(view.entry_of(id_).id for id_ in m.statements)),
            }
            for m in told
        ],
        "by_event": [number[m] for m in by_event(told)],
        "by_report": list(range(len(told))),
    }


def timeline_terminal(view: View, *, width: int = 80, colour: bool = False) -> str:
    """Both orders; a date worked out is marked, so is one that lies ahead."""
    sheet = Sheet(width, colour)
    told = moments(view)
    sheet.title(wording.count(len(told), "date told", "dates told"))
    sheet.heading("In order of the events")
    _listed(sheet, by_event(told), of_event=True)
    sheet.heading("In order of the reports")
    for n, report in enumerate(view.reports):
        mine = [moment for moment in told if moment.report is report]
        day = wording.day(report.published) or "date not told"
        name = report.source or report.name
        sheet.item(letters(n), one_line(f"{name} · {day}"))
        _listed(sheet, mine, of_event=False)
    return sheet.text()


def _listed(sheet: Sheet, told: Sequence[Moment], *, of_event: bool) -> None:
    if not told:
        sheet.line("No date was found.")
    for moment in told:
        when = moment.when
        days = wording.interval(when.start, when.end) or "day not resolved"
        marks = [wording.DATE_BASES[when.basis]] if when.basis is Basis.INFERRED else []
        marks += ["planned"] if when.planned else []
        where = f" · {moment.letter}" if of_event else ""
        tail = f" ({', '.join(marks)})" if marks else ""
        sheet.line(one_line(f"{days}{tail}{where}"), style="bold")
        sheet.line(one_line(f"“{moment.sentence.quote}”"), indent=4)


def _sentence(view: View, report: Report, span: Span) -> Span:
    for start, end in view.sentences_of(report.id):
        if start <= span.start < end:
            return report.span(start, max(end, span.end))
    return span
