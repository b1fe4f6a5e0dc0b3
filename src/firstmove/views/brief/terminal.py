"""The brief in a terminal: a summary of one or two screens, not a dump."""

from __future__ import annotations

from typing import TYPE_CHECKING

from firstmove.views import wording
from firstmove.views.brief.brief import Brief
from firstmove.views.console import Sheet
from firstmove.views.first_moves.shown import first_move_terminal
from firstmove.views.ledger.saying import say
from firstmove.views.ledger.told import Said, Side
from firstmove.views.model.answer import deeds
from firstmove.views.visible import one_line

if TYPE_CHECKING:
    from firstmove.views.model.holding import Choice, Holding

SAID = 20  # in all, shared out over the parties
PARTIES = 8
STATES = 3
QUESTIONS = 4
DIFFERENCES = 4
PROBLEMS = 5


def terminal(brief: Brief, *, width: int = 80, colour: bool = False) -> str:
    """A summary of ``brief`` as text of at most ``width`` columns."""
    sheet = Sheet(width, colour)
    sheet.title(brief.title or "Brief")
    _reports(sheet, brief)
    _first(sheet, brief)
    _holds(sheet, brief)
    _said(sheet, brief)
    _differ(sheet, brief)
    _questions(sheet, brief)
    _problems(sheet, brief)
    return sheet.text()


def _reports(sheet: Sheet, brief: Brief) -> None:
    for told in brief.told:
        report = told.report
        parts = [told.outlet, wording.day(report.published) or "date not told"]
        parts.append(wording.count(told.statements, "statement"))
        if told.shares_with:
            parts.append(f"shares one origin with {wording.joined(told.shares_with)}")
        sheet.item(told.letter, " · ".join(one_line(part) for part in parts))
    counted = ", ".join(f"{wording.number(n)} {what}" for n, what in brief.counts)
    sheet.line(f"{counted}.", style="dim")


def _first(sheet: Sheet, brief: Brief) -> None:
    if brief.first_move is not None:
        said = {said.entry.id: said for said in brief.said}
        first_move_terminal(brief.first_move, sheet, said)
    elif brief.no_first_move:
        sheet.heading("Who must move first")
        sheet.line(brief.no_first_move)


def _holds(sheet: Sheet, brief: Brief) -> None:
    sheet.heading("What would hold")
    outcome = brief.outcome
    if outcome is None:
        sheet.line(brief.no_outcome)
        return
    sheet.line(" ".join(outcome.sentences))
    alone = outcome.shown[0] if len(outcome.shown) == 1 else None
    if alone is None or alone.status_quo or _apart(alone, outcome.always):
        for number, holding in enumerate(outcome.shown[:STATES], 1):
            _state(sheet, number, holding, outcome.concepts, outcome.always)
    sheet.more(len(outcome.shown) - STATES + outcome.more, "outcomes that would hold")
    if drawer := len(brief.draft.drawer):
        sheet.line(
            f"{wording.count(drawer, 'option')} with less evidence, or of a side that no other "
            f"deals with, {'is' if drawer == 1 else 'are'} kept out of the model, in its drawer.",
            style="dim",
        )
    if outcome.limits:
        sheet.line(f"Limits. {' '.join(outcome.limits)}", style="dim")


def _state(
    sheet: Sheet,
    number: int,
    holding: Holding,
    concepts: tuple[str, ...],
    shared: tuple[Choice, ...],
) -> None:
    under = wording.joined(wording.concept(key).short for key in holding.holds)
    if len(holding.holds) == len(concepts) and len(concepts) > 1:
        under = "every definition asked"
    now = " · status quo" if holding.status_quo else ""
    sheet.item(f"{number}.", f"under {under}{now}", style="bold")
    for name, own in _apart(holding, shared):
        sheet.line(deeds(name, own), indent=4)


def _apart(holding: Holding, shared: tuple[Choice, ...]) -> list[tuple[str, list[Choice]]]:
    """What sets a state apart: what all of them share is said before, and what makes no difference
    too."""
    rows = [
        (row.name, [c for c in row.choices if c not in shared and not c.either])
        for row in holding.choices
    ]
    return [(name, own) for name, own in rows if own]


def _said(sheet: Sheet, brief: Brief) -> None:
    sheet.heading("Who said what")
    if not brief.sides:
        sheet.line("No statement was found in these reports.")
    used = {
        evidence.entry
        for maker in brief.draft.conflict.decision_makers
        for want in maker.wants
        for evidence in want.evidence
    }
    sides = brief.sides[:PARTIES]
    each = min(5, max(2, SAID // max(1, len(sides))))
    for side in sides:
        sheet.line(side.name, style="bold underline")
        chosen = _chosen(side, used, each)
        for said in chosen:
            say(sheet, said)
        sheet.more(len(side.said) - len(chosen), f"by {side.name}")
    left = brief.sides[PARTIES:]
    if left:
        names = wording.joined(one_line(side.name) for side in left[:PARTIES])
        tail = " and others" if len(left) > PARTIES else ""
        what = wording.count(sum(len(side.said) for side in left), "thing said", "things said")
        sheet.line(f"and {what} by {names}{tail}", style="dim")


def _chosen(side: Side, used: set[str], each: int) -> list[Said]:
    """Those that the model's wants stand on before others, shown in their order."""
    ranked = sorted(side.said, key=lambda said: (said.entry.id not in used, said.number))
    return sorted(ranked[:each], key=lambda said: said.number)


def _differ(sheet: Sheet, brief: Brief) -> None:
    differ = brief.differ
    if not differ:
        return
    sheet.heading("Told differently")
    shown = differ[:DIFFERENCES]
    for group in shown:
        numbers = wording.joined(str(said.number) for said in group)
        for point in group[0].points:
            sheet.item(numbers, f"on {one_line(point.field)}", style="bold", wide=True)
            for told, span in point.sides:
                sheet.item(told.letter, f"“{one_line(span.quote)}”", indent=4)
    sheet.more(len(differ) - len(shown), "told differently")


def _questions(sheet: Sheet, brief: Brief) -> None:
    questions = brief.draft.conflict.open_questions
    if not questions:
        return
    sheet.heading(f"Open questions ({len(questions)})")
    for question in questions[:QUESTIONS]:
        sheet.item("?", one_line(question.text))
    sheet.more(len(questions) - QUESTIONS, "open questions")


def _problems(sheet: Sheet, brief: Brief) -> None:
    if not brief.problems:
        return
    sheet.heading(f"Could not be read ({len(brief.problems)})")
    for problem in brief.problems[:PROBLEMS]:
        where = f"{problem.where}: " if problem.where else ""
        sheet.item("!", one_line(f"{where}{problem.what}"))
    sheet.more(len(brief.problems) - PROBLEMS, "problems")
