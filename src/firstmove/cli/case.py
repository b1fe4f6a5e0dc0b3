"""Commands over a case file."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from firstmove.cli import output
from firstmove.cli.search import OfKind, OfParty, OfRelation, OfReport, asked_for, pointed
from firstmove.cli.shared import WAIT, AsOf, CaseFile, Files, Json, Wait, colour, read_all, width

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from firstmove.ledger import Added, Ledger
    from firstmove.statement import Reading

Reason = Annotated[str, typer.Option(metavar="TEXT", help="Why; kept with the decision.")]
Who = Annotated[str, typer.Option(metavar="NAME", help="Who decides it; kept if told.")]


def add(
    case: CaseFile,
    files: Files,
    json: Json = False,
    replaces: Annotated[
        str,
        typer.Option(metavar="REPORT", help="The one FILE is a corrected version of this report."),
    ] = "",
    reason: Annotated[
        str, typer.Option(metavar="TEXT", help="Why it replaces the other.")
    ] = "a corrected version",
    who: Who = "",
    wait: Wait = WAIT,
) -> None:
    """Add reports to a case file, and say what changed. The case file is made if it is missing.

    Told are new things said, new witnesses, what is told differently now, positions that changed,
    and what that changes in the drafted model and in what would hold. REPORT is its letter in the
    ledger, its file name, or its id or the beginning of that.

    \b
      firstmove add talks.case monday.txt tuesday.html
      firstmove add talks.case wednesday.txt --json
      firstmove add talks.case corrected.txt --replaces monday.txt
    """
    from firstmove.ledger import Decision, Ledger, What
    from firstmove.views import report_at

    if replaces and len(files) != 1:
        raise typer.BadParameter("name one FILE, the new version", param_hint="--replaces")
    with Ledger.open(case, create=not replaces, wait=wait, note=output.note) as opened:
        opened.check_writable()  # before the reports are read, which may take long
        old = report_at(opened.outline(), replaces).id if replaces else ""
        readings, failed = _read_new(opened, files)
        if not readings:
            raise typer.Exit(1)
        decision = None
        if replaces:
            decision = Decision(What.REPLACE, reason, who, report=old, by=readings[0].report.id)
        show_change(opened, lambda: opened.add(readings, replaces=decision), json=json)
    raise typer.Exit(1 if failed else 0)


def _read_new(ledger: Ledger, files: list[Path]) -> tuple[list[Reading], bool]:
    """A reading for each file, an empty one where the case has its report; whether one failed."""
    from firstmove.errors import ReportError
    from firstmove.reading import open_report
    from firstmove.statement import Reading

    known: dict[Path, Reading] = {}
    for path in files:
        try:
            report = open_report(path)
        except ReportError:
            continue  # told when it is read
        if ledger.knows(report.id):
            known[path] = Reading(report)
    new, failed = read_all([path for path in files if path not in known])
    return [*known.values(), *new], failed


def ledger(
    case: CaseFile,
    json: Json = False,
    as_of: AsOf = "",
    ids: Annotated[bool, typer.Option("--ids", help="Every telling, with number and id.")] = False,
    party: OfParty = "",
    kind: OfKind = "",
    relation: OfRelation = "",
    report: OfReport = "",
    timeline: Annotated[
        bool, typer.Option("--timeline", help="The dates told, by event and by report.")
    ] = False,
) -> None:
    """Show the entries of a case: where reports agree, only one tells, or they differ.

    Of a party, kind, relation or report only what belongs to it is read, also of a large case.

    \b
      firstmove ledger talks.case
      firstmove ledger talks.case --party Velmark --relation differ
      firstmove ledger talks.case --as-of 2031-03-12
      firstmove ledger talks.case --timeline
      firstmove ledger talks.case --json | jq '.entries[] | select(.relation == "differ")'
    """
    from firstmove import views
    from firstmove.ledger import Ledger

    asked = asked_for(party=party, kind=kind, relation=relation, report=report)
    if asked and ids:
        raise typer.BadParameter(
            "numbers are those of the whole ledger; --json has the ids of a part",
            param_hint="--ids",
        )
    if timeline and (asked or ids):
        raise typer.BadParameter(
            "the timeline is that of the whole case; leave the other options out",
            param_hint="--timeline",
        )
    with Ledger.open(case, create=False, note=output.note) as opened:
        moment = opened.moment(as_of) if as_of else None
        asked = pointed(opened, asked, moment)
        part = opened.shown(asked, moment) if asked and json else None
        if part is None:
            view = opened.part(asked, moment, texts=False) if asked else opened.view(moment)
        if moment is not None:
            note_moment(opened, moment)
    if part is not None:
        output.document(views.part_document(part))
    elif json:
        output.document(views.timeline_document(view) if timeline else views.ledger_document(view))
    elif timeline:
        output.text(views.timeline_terminal(view, width=width(), colour=colour()))
    else:
        output.text(views.ledger_terminal(view, width=width(), colour=colour(), ids=ids))


def history(case: CaseFile, json: Json = False) -> None:
    """List what was done to a case: additions, decisions, new readings, each with its number.

    \b
      firstmove history talks.case
      firstmove ledger talks.case --as-of 3
    """
    from firstmove.ledger import Ledger
    from firstmove.views import history_document, history_terminal

    with Ledger.open(case, create=False, note=output.note) as opened:
        events, view = opened.history(), opened.outline()
    if json:
        output.document(history_document(events, view))
    else:
        output.text(history_terminal(events, view, width=width(), colour=colour()))


def retract(
    case: CaseFile,
    report: Annotated[str, typer.Argument(metavar="REPORT")],
    reason: Reason,
    who: Who = "",
    json: Json = False,
    wait: Wait = WAIT,
) -> None:
    """Withdraw a report: what it tells does not count any more. Nothing is deleted.

    REPORT is its letter in the ledger, its file name, or its id or the beginning of that. To have
    it back: firstmove decide CASE undo N.

    \b
      firstmove retract talks.case monday.txt --reason "withdrawn by the outlet"
    """
    from firstmove.ledger import Decision, Ledger, What
    from firstmove.views import report_at

    with Ledger.open(case, create=False, wait=wait, note=output.note) as opened:
        id_ = report_at(opened.outline(), report).id
        decision = Decision(What.RETRACT, reason, who, report=id_)
        show_change(opened, lambda: opened.decide(decision), json=json)


def reread(
    case: CaseFile,
    reports: Annotated[
        list[str] | None, typer.Argument(metavar="REPORT...", help="Only these, not all.")
    ] = None,
    json: Json = False,
    wait: Wait = WAIT,
) -> None:
    """Read the reports of a case anew with the reader of today, and say what changed.

    The readings of before are kept for --as-of. Decisions stay, on the words they stand on.

    \b
      firstmove reread talks.case
      firstmove reread talks.case monday.txt
    """
    from firstmove.errors import ReportError
    from firstmove.ledger import Ledger
    from firstmove.reading import read_report
    from firstmove.views import report_at

    with Ledger.open(case, create=False, wait=wait, note=output.note) as opened:
        opened.check_writable()
        view = opened.outline()
        every = [*view.reports, *(gone.report for gone in view.gone)]
        chosen = [report_at(view, asked) for asked in reports] if reports else every
        readings: list[Reading] = []
        for report in output.progress(chosen, "reading", len(chosen)):
            try:
                readings.append(read_report(report))
            except ReportError as error:
                output.error(error)
        show_change(opened, lambda: opened.reread(readings), json=json)
    raise typer.Exit(1 if len(readings) < len(chosen) else 0)


def verify(case: CaseFile, json: Json = False) -> None:
    """Check a case file: every span, id, reading, decision and merge. Exit code 1 if one is wrong.

    \b
      firstmove verify talks.case
    """
    from firstmove.ledger import Ledger
    from firstmove.views import verified_document, verified_terminal

    with Ledger.open(case, create=False, note=output.note) as opened:
        checked = opened.verify()
    if json:
        output.document(verified_document(checked))
    else:
        output.text(verified_terminal(checked, width=width(), colour=colour()))
    raise typer.Exit(0 if checked.whole else 1)


def note_moment(ledger: Ledger, number: int) -> None:
    """Say on stderr which event an earlier answer is of."""
    from firstmove.ledger.case.history import written_by_others

    events = ledger.history()
    output.note(f"As of event {number}, {events[number - 1].at:%Y-%m-%d %H:%M:%S} UTC.")
    if others := written_by_others(events, number):
        output.note(f"Written by {output.named(others)}; this answer is made by the one of now.")


def show_change(ledger: Ledger, change: Callable[[], Added], *, json: bool) -> None:
    """Change a case, and print what that changed in the ledger, the model and what holds."""
    from firstmove.drafting import changes, remembered
    from firstmove.views import added_document, added_terminal

    added = change()
    # By number: another process may have changed the case in between.
    before, after = ledger.view(added.since), ledger.view(added.number)
    touched = changes(remembered(before).draft, remembered(after).draft)
    if json:
        output.document(added_document(added, after, before, touched))
    else:
        output.text(added_terminal(added, after, before, touched, width=width(), colour=colour()))
