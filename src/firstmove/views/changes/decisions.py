"""The history of a case, its decisions and whether it is sound, shown."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from firstmove.ledger.decisions import Decision, Effect, Event, Gone, Ruled, What
from firstmove.ledger.entry import View
from firstmove.report import Report
from firstmove.views import wording
from firstmove.views.console import Sheet
from firstmove.views.rows import Document, gone_row, ruled_row
from firstmove.views.visible import one_line

if TYPE_CHECKING:
    from firstmove.ledger.case.verify import Verified

_QUOTES = 3  # words of a decision shown
_LONG = 70


def decisions_document(view: View) -> Document:
    return {
        "decisions": [ruled_row(ruled) for ruled in view.decisions],
        "tombstones": [gone_row(gone) for gone in view.gone],
    }


def decisions_terminal(view: View, *, width: int = 80, colour: bool = False) -> str:
    """Every decision with its number, time, reason and effect."""
    sheet = Sheet(width, colour)
    if not view.decisions:
        sheet.line("Nothing was decided about this case.")
    names = _names(view)
    for ruled in view.decisions:
        _ruled(sheet, ruled, names)
    return sheet.text()


def _ruled(sheet: Sheet, ruled: Ruled, names: dict[str, str]) -> None:
    decision = ruled.decision
    effect = "" if ruled.effect is Effect.IN_FORCE else f" · {ruled.effect.value}"
    note = f": {ruled.note}" if ruled.note else ""
    head = f"{decision.what.value} · {_time(ruled)}{effect}{note}"
    sheet.item(str(ruled.number), one_line(head), style="bold", wide=True)
    for line in _about(decision, names):
        sheet.line(one_line(line), indent=4)
    by = f" ({decision.who})" if decision.who else ""
    sheet.line(one_line(f"reason: {decision.reason}{by}"), indent=4, style="dim")


def _time(event: Event | Ruled | Gone) -> str:
    return f"{event.at:%Y-%m-%d %H:%M} UTC"


def _about(decision: Decision, names: dict[str, str]) -> list[str]:
    """What a decision says, in one line or more of a fixed form."""
    quotes = [f"“{_short(a.quote)}” ({names.get(a.report, a.report)})" for a in decision.anchors]
    if len(quotes) > _QUOTES:
        quotes = [*quotes[:_QUOTES], f"and {len(quotes) - _QUOTES} more"]
    report = names.get(decision.report, decision.report)
    match decision.what:
        case What.KIND:
            return [*quotes, f"kind: {decision.value}"]
        case What.PARTY:
            days = f" from {wording.day(decision.since)}" if decision.since else ""
            days += f" up to {wording.day(decision.until)}" if decision.until else ""
            days = f", in reports{days}" if days else ""
            of = f"speaks for {decision.value}" if decision.value else "speaks for no party told"
            return [f"“{decision.name}” {of}{days}"]
        case What.RETRACT:
            return [report]
        case What.REPLACE:
            return [f"{report}, by {names.get(decision.by, decision.by)}"]
        case What.UNDO:
            return [f"decision {decision.withdraws} is withdrawn"]
    return quotes


def _short(text: str) -> str:
    return text if len(text) <= _LONG else f"{text[: _LONG - 1].rstrip()}…"


def history_document(events: Sequence[Event], view: View) -> Document:
    ruled = {one.number: one for one in view.decisions}
    return {
        "events": [
            {
                "number": event.number,
                "at": event.at.isoformat(),
                "program": event.program,
                "what": event.what.value,
                "given": list(event.given),
                "read": [id_ for id_, _ in event.digests],
                "decision": ruled_row(ruled[event.number]) if event.number in ruled else None,
            }
            for event in events
        ]
    }


def history_terminal(
    events: Sequence[Event], view: View, *, width: int = 80, colour: bool = False
) -> str:
    """Every event, oldest first."""
    sheet = Sheet(width, colour)
    names = _names(view)
    ruled = {one.number: one for one in view.decisions}
    if not events:
        sheet.line("Nothing was done to this case yet.")
    for event in events:
        if event.number in ruled:
            _ruled(sheet, ruled[event.number], names)
            continue
        head = f"{event.what.value} · {_time(event)} · {event.program}"
        sheet.item(str(event.number), one_line(head), style="bold", wide=True)
        sheet.line(one_line(wording.joined(names.get(r, r) for r in event.given)), indent=4)
    return sheet.text()


def tombstones(sheet: Sheet, view: View) -> None:
    """The reports that do not count any more, with the reason."""
    if not view.gone:
        return
    names = _names(view)
    sheet.heading("Reports that do not count")
    for gone in view.gone:
        newer = f"{names[gone.by]} ({gone.by})" if gone.by in names else gone.by
        how = f"replaced by {newer}" if gone.by else "retracted"
        name = f"{names[gone.report.id]} ({gone.report.id})"
        sheet.item("–", one_line(f"{name} · {how}, event {gone.number}, {_time(gone)}"))
        sheet.line(one_line(f"reason: {gone.reason}"), indent=4, style="dim")


def verified_document(checked: Verified) -> Document:
    return {
        "whole": checked.whole,
        "reports": checked.reports,
        "statements": checked.statements,
        "entries": checked.entries,
        "vectors": checked.vectors,
        "events": checked.events,
        "problems": list(checked.problems),
    }


def verified_terminal(checked: Verified, *, width: int = 80, colour: bool = False) -> str:
    sheet = Sheet(width, colour)
    counted = [
        wording.count(checked.reports, "report"),
        wording.count(checked.statements, "statement"),
        wording.count(checked.entries, "entry", "entries"),
        wording.count(checked.vectors, "kept vector"),
        wording.count(checked.events, "event"),
    ]
    sheet.line(f"Checked: {wording.joined(counted)}.")
    if checked.whole:
        sheet.line("Everything is sound.", style="bold")
        return sheet.text()
    sheet.line(f"{wording.count(len(checked.problems), 'fault')} found:", style="bold")
    for problem in checked.problems:
        sheet.item("!", one_line(problem))
    return sheet.text()


def _names(view: View) -> dict[str, str]:
    reports: list[Report] = [*view.reports, *(gone.report for gone in view.gone)]
    return {report.id: report.name or report.source or report.id for report in reports}
