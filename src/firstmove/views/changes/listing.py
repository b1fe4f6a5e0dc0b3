"""What an addition, a decision or a new reading changed: in the ledger, the model, what holds."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, TypeVar

from firstmove.ledger.entry import View
from firstmove.statement import Kind
from firstmove.views import wording
from firstmove.views.changes.document import readable_want
from firstmove.views.console import Sheet
from firstmove.views.ledger.saying import headline, points, quoted, say
from firstmove.views.ledger.told import outlet_and_file, said_of
from firstmove.views.visible import one_line

if TYPE_CHECKING:
    from firstmove.conflict import Conflict, OpenQuestion, Option, Want
    from firstmove.drafting import Changes
    from firstmove.drafting.over_time.changes import Held, Line, Lines
    from firstmove.ledger.differing.diff import Added

_L = TypeVar("_L", "Option", "Want", "OpenQuestion")

LINES = 12  # of the model, of each sort
STATES = 3  # outcomes named for a concept; the JSON has them all
_FIELDS = {
    "evidence": "other evidence",
    "basis": "another basis",
    "note": "another note",
    "direction": "another direction",
    "status_quo": "another status quo",
}
_VERSION = {"url": "its address", "title": "source and title"}


def added_terminal(
    added: Added,
    view: View,
    before: View | None = None,
    changes: Changes | None = None,
    *,
    width: int = 80,
    colour: bool = False,
) -> str:
    """What changed. ``before``: the view before, for what is gone."""
    sheet = Sheet(width, colour)
    _reports(sheet, added, view, before)
    _entries(sheet, added, view, before)
    if changes is not None:
        _model(sheet, changes)
        _held(sheet, changes)
    total = wording.count(len(view.entries), "thing said", "things said")
    sheet.line(
        f"The case now holds {wording.count(len(view.reports), 'report')} and {total}.",
        style="dim",
    )
    return sheet.text()


def _reports(sheet: Sheet, added: Added, view: View, before: View | None) -> None:
    reports = {report.id: report for report in (before.reports if before else ())}
    reports |= {gone.report.id: gone.report for gone in view.gone}
    reports |= {report.id: report for report in view.reports}
    for ruled in view.decisions:
        if ruled.number in added.decisions:
            sheet.line(f"Decision {ruled.number}: {ruled.decision.what.value}.", style="bold")
    if added.reread is not None:
        count = wording.count(len(added.reread), "report", "reports")
        sheet.line(f"{count[0].upper()}{count[1:]} read otherwise than before.", style="bold")
        for id_ in added.reread:
            sheet.item("~", one_line(outlet_and_file(reports[id_])))
    elif added.new_reports or added.already_known or not added.decisions:
        new = wording.count(len(added.new_reports), "new report")
        sheet.line(f"{new[0].upper()}{new[1:]}.", style="bold")
    for id_ in added.new_reports:
        sheet.item("+", one_line(outlet_and_file(reports[id_])))
    if added.already_known:
        known = wording.count(len(added.already_known), "report was", "reports were")
        sheet.line(f"{known} known already; nothing changed for them.")
    gone = {g.report.id: g for g in view.gone}
    for id_ in added.already_known:
        if id_ in reports:
            after = f" · does not count since event {gone[id_].number}" if id_ in gone else ""
            sheet.item("=", one_line(f"{outlet_and_file(reports[id_])}{after}"))
    if added.gone_reports:
        count = wording.count(len(added.gone_reports), "report does", "reports do")
        sheet.line(f"{count} not count any more.")
    for id_ in added.gone_reports:
        sheet.item("–", one_line(outlet_and_file(reports[id_])))
    for turned in added.turned:
        note = f": {turned.note}" if turned.note else ""
        sheet.item("!", one_line(f"decision {turned.number} is {turned.after.value} now{note}"))
    for alike in added.alike:
        new, old = (outlet_and_file(reports[id_]) for id_ in (alike.new, alike.old))
        sheet.item(
            "?",
            one_line(
                f"{new} ({alike.new}) and {old} ({alike.old}) have {_VERSION[alike.by]} in "
                "common, and other texts. Both count. If the one is a corrected version of the "
                "other: firstmove add CASE --replaces "
                f"{alike.old} FILE"
            ),
        )


def _entries(sheet: Sheet, added: Added, view: View, before: View | None) -> None:
    _, sides = said_of(view)
    said = {one.entry.id: one for side in sides for one in side.said}
    shown: set[str] = set()

    def section(heading: str, ids: Sequence[str], tail: Callable[[str], object]) -> None:
        fresh = [id_ for id_ in ids if id_ in said and id_ not in shown]
        shown.update(fresh)
        if fresh:
            sheet.heading(heading)
        for id_ in fresh:
            say(sheet, said[id_])
            tail(id_)

    grown = {g.entry: g for g in added.grown}
    changed = {c.entry: c for c in added.changed}
    letters = {told.report.id: told.letter for told in said_of(view)[0]}

    def witnesses(id_: str) -> None:
        if (more := grown.get(id_)) is not None:
            told = f"{wording.count(more.after, 'independent witness', 'independent witnesses')}"
            also = wording.joined(letters[r] for r in more.reports if r in letters)
            line = f"{told}, {wording.number(more.before)} before"
            sheet.line(line + (f"; now also {also}" if also else ""), indent=4, style="dim")

    def parted(id_: str) -> None:
        points(sheet, said[id_])

    differing = [id_ for id_ in added.differing if id_ not in added.new_entries]
    updated = [id_ for id_ in added.updated if id_ not in added.new_entries]
    count = wording.count(len(added.new_entries), "new thing said", "new things said")
    section(count, added.new_entries, lambda id_: parted(id_) if id_ in _parted(added) else None)
    section("Now told differently", differing, parted)
    section("Positions that changed", updated, parted)
    section("New witnesses", [g.entry for g in added.grown if g.after > g.before], witnesses)
    rest = [c.entry for c in added.changed if c.entry not in shown]
    if rest:
        sheet.heading("Changed")
    for id_ in rest:
        was, now = (r.value.replace("_", " ") for r in (changed[id_].before, changed[id_].after))
        sheet.line(f"from {was} to {now}:")
        if id_ in said:
            say(sheet, said[id_])
    if altered := [a for a in added.altered if a.entry in said]:
        sheet.heading("Told of others, or of another kind, than before")
    for one in altered:
        was, now = (_value(one.field, value) for value in (one.before, one.after))
        number = str(said[one.entry].number)
        sheet.item(number, one_line(f"{one.field}: {was}, now {now}"), wide=True)
    fresh = [g.entry for g in added.grown if g.reports and g.entry not in shown]
    again = [said[id_] for id_ in fresh if id_ in said]
    if again:
        numbers = wording.joined(str(one.number) for one in again)
        sheet.line(f"Told by other reports now, with no new witness: {numbers}.")
    if before is not None and added.gone_entries:
        sheet.heading("No longer in the ledger")
        _, sides = said_of(before)
        old = {one.entry.id: one for side in sides for one in side.said}
        for id_ in added.gone_entries:
            sheet.item("–", headline(old[id_]), style="bold", wide=True)
            sheet.line(quoted(old[id_].lead.statement), indent=4)


def _value(field: str, value: str) -> str:
    if field == "kind":
        return wording.KINDS[Kind(value)]
    return value or "not told"


def _parted(added: Added) -> frozenset[str]:
    return frozenset((*added.differing, *added.updated))


def _model(sheet: Sheet, changes: Changes) -> None:
    old, new = changes.before.conflict, changes.after.conflict
    if not changes.model_touched:
        sheet.line("No line of the drafted model changed.")
        return
    sheet.heading("In the model")
    if not old.options and not old.open_questions:
        wants = sum(len(maker.wants) for maker in new.decision_makers)
        sheet.line(
            f"Drafted: {wording.count(len(new.options), 'option')}, "
            f"{wording.count(wants, 'want')}, "
            f"{wording.count(len(new.open_questions), 'open question')}. "
            "firstmove draft CASE shows them."
        )
        return

    def want(line: Line[Want], conflict: Conflict) -> str:
        words = readable_want(line.line, conflict)
        return f"want of {line.party}: {words} ({line.line.basis.value})"

    _lines(sheet, changes.options, lambda o, _: f"option of {o.party}: {o.line.label}", old, new)
    _lines(sheet, changes.wants, want, old, new)
    for party in changes.orders:
        sheet.item("~", one_line(f"the wants of {party} stand in another order"))
    _lines(sheet, changes.questions, lambda q, _: f"question: {q.line.text}", old, new)


def _lines(
    sheet: Sheet,
    lines: Lines[_L],
    text: Callable[[Line[_L], Conflict], str],
    old: Conflict,
    new: Conflict,
) -> None:
    rows = [("+", text(line, new)) for line in lines.new]
    rows += [("–", text(line, old)) for line in lines.gone]
    for line in lines.changed:
        how = wording.joined(_FIELDS[name] for name in line.fields)
        rows.append(("~", f"{text(line, new)}: {how}"))
    for mark, row in rows[:LINES]:
        sheet.item(mark, one_line(row))
    sheet.more(len(rows) - LINES, "lines of the model; --json has them all")


def _held(sheet: Sheet, changes: Changes) -> None:
    held = changes.held
    if not changes.before.conflict.options or not changes.model_touched:
        return  # nothing to compare with
    sheet.heading("What would hold")
    if held.why_not:
        sheet.line(held.why_not)
        return
    moved = [s for s in held.shifts if s.new or s.gone or s.before != s.after]
    if not moved:
        sheet.line("The same outcomes as before.")
    for shift in held.shifts:
        name = wording.concept(shift.concept).short
        sheet.item(
            name, f"{wording.number(shift.before)} before, {wording.number(shift.after)} now"
        )
    if not held.same_options:
        sheet.line("The options are others: states are compared on those that both drafts have.")
    told: dict[tuple[str, str], list[str]] = {}
    for shift in moved:
        for mark, states in (("+", shift.new), ("–", shift.gone)):
            for state in states:
                told.setdefault((mark, state), []).append(wording.concept(shift.concept).short)
    ranked = sorted(told, key=lambda key: (key[0], -len(told[key]), key[1]))
    for sign in ("+", "–"):
        mine = [key for key in ranked if key[0] == sign]
        for key in mine[:STATES]:
            under = wording.joined(told[key])
            does = "would hold now" if sign == "+" else "would not hold any more"
            sheet.item(sign, one_line(f"{_state(key[1], held)} {does} under {under}"))
        sheet.more(len(mine) - STATES, "such outcomes; --json has them all")


def _state(state: str, held: Held) -> str:
    taken = [f"‘{o.label}’" for o, value in zip(held.shared, state, strict=True) if value == "Y"]
    return f"the outcome with {wording.joined(taken)}" if taken else "the outcome with none taken"
