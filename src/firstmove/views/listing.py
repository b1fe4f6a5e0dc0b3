"""The other commands' terminal text: a reading, a ledger, an addition, a solved model."""

from __future__ import annotations

from typing import TYPE_CHECKING

from firstmove.ledger.entry import View
from firstmove.report import Report
from firstmove.statement import Reading, Statement
from firstmove.views import wording
from firstmove.views.brief import Said, said_of
from firstmove.views.console import Sheet
from firstmove.views.decisions import tombstones
from firstmove.views.graphform import counted, graph_terminal, undecided
from firstmove.views.outcome import together
from firstmove.views.tallied import tallied
from firstmove.views.terminal import conditions, points, quoted, say
from firstmove.views.visible import one_line

if TYPE_CHECKING:
    from firstmove.analysis import Analysis
    from firstmove.analysis.concepts.coalition import AllCoalitions


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
        days = wording.interval(when.start, when.end) or "not resolved"
        basis = wording.DATE_BASES[when.basis]
        sheet.item("·", one_line(f"“{when.span.quote}”: {days}, {basis}"))
    for problem in reading.problems:
        sheet.item("!", one_line(problem.what))
    return sheet.text()


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


def coalitions_terminal(
    found: AllCoalitions, limit: int, *, width: int = 80, colour: bool = False
) -> str:
    """The states that are stable for every coalition, single decision makers among them."""
    sheet = Sheet(width, colour)
    sheet.heading("Stable for every coalition")
    for key, states in found.equilibria.items():
        sheet.item(wording.concept(key).short, counted(states, limit))
    return "\n" + sheet.text()


def solve_terminal(analysis: Analysis, limit: int, *, width: int = 80, colour: bool = False) -> str:
    """What holds in a model, for whom, and why."""
    from firstmove.views.outcome import outcome_of

    if analysis.conflict.states:
        return graph_terminal(analysis, limit, width=width, colour=colour)
    sheet = Sheet(width, colour)
    conflict = analysis.conflict
    outcome = outcome_of(analysis, conflict, limit=limit)
    sheet.title(conflict.name or "Model")
    sheet.line(" ".join(outcome.sentences))
    sheet.heading("Options")
    owners = {maker.id: maker.name for maker in conflict.decision_makers}
    for number, option in enumerate(conflict.options, 1):
        owner = owners.get(option.owner, option.owner)
        sheet.item(f"{number}", one_line(f"{option.label} ({owner})"), wide=True)
    sheet.heading("Equilibria")
    for key in analysis.concepts:
        sheet.item(wording.concept(key).short, counted(analysis.equilibria[key], limit))
    if outcome.shown:
        sheet.heading("Why")
    for holding in outcome.shown:
        names = wording.joined(wording.concept(key).short for key in holding.holds)
        now = " · status quo" if holding.status_quo else ""
        sheet.line(f"{holding.state} · under {names}{now}", style="bold")
        for makers, because in together(holding.reasons):
            sheet.item("·", one_line(f"{wording.joined(makers)}: {because}"))
    sheet.more(outcome.more, "outcomes that would hold: see --json, or give a higher --limit")
    for limit_sentence in outcome.limits:
        sheet.item("!", limit_sentence, style="dim")
    undecided(analysis, sheet)
    sheet.line(
        f"{wording.count(analysis.states, 'possible state')}, {analysis.engine} engine, "
        f"{analysis.seconds:.2f} s",
        style="dim",
    )
    return sheet.text()


def _name(report: Report) -> str:
    return report.source or report.name or report.id


def _headline(statement: Statement) -> str:
    speaker = statement.speaker
    name = (speaker.name or speaker.span.quote) if speaker else "speaker not named"
    party = f" ({speaker.party})" if speaker and speaker.party and speaker.party != name else ""
    target = statement.target
    to = f" → {target.name or target.span.quote}" if target else ""
    marks = [word for word in (wording.MODALITIES[statement.modality],) if word]
    marks += ["negated"] if statement.negated else []
    marks += ["kind unsure"] if statement.kind_unsure else []
    tail = f" ({', '.join(marks)})" if marks else ""
    return one_line(f"{name}{party} · {wording.KINDS[statement.kind]}{to}{tail}")
