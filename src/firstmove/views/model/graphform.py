"""What holds in a conflict in graph form, whose states have names of their own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from firstmove.views import wording
from firstmove.views.console import Sheet
from firstmove.views.visible import one_line

if TYPE_CHECKING:
    from firstmove.analysis import Analysis, StateSet


def graph_terminal(analysis: Analysis, limit: int, *, width: int, colour: bool) -> str:
    """The states, the equilibria of each concept, and why each of them holds or does not."""
    from firstmove.analysis import sentence

    conflict = analysis.conflict
    sheet = Sheet(width, colour)
    sheet.title(conflict.name or "Model")
    now = conflict.status_quo.state
    sheet.heading("States")
    for state in conflict.states[:limit]:
        sheet.item(state.id, one_line(state.label) + (" · status quo" if state.id == now else ""))
    sheet.more(len(conflict.states) - limit, "states")
    sheet.heading("Equilibria")
    holding: dict[str, list[str]] = {}
    for key in analysis.concepts:
        found = analysis.equilibria[key]
        for state_id in found.first(limit):
            holding.setdefault(state_id, []).append(key)
        sheet.item(wording.concept(key).short, counted(found, limit))
    if holding or now:
        sheet.heading("Why")
    shown = sorted(holding, key=lambda state: -len(holding[state]))
    shown = shown[:limit] + [now] * (bool(now) and now not in shown)
    for state_id in shown:
        keys = holding.get(state_id, [])
        names = wording.joined(wording.concept(key).short for key in keys)
        mark = " · status quo" if state_id == now else ""
        under = f"under {names}" if keys else "would not hold"
        sheet.line(f"{state_id} · {under}{mark}", style="bold")
        for maker in conflict.decision_makers:
            verdicts = [
                analysis.verdict(state_id, maker.id, key) for key in keys or analysis.concepts
            ]
            told = next((v for v in verdicts if v.improvements), verdicts[0]) if verdicts else None
            if told is not None:
                sheet.item("·", one_line(sentence(told, conflict)))
    undecided(analysis, sheet)
    sheet.line(
        f"{wording.count(analysis.states, 'state')}, {analysis.engine} engine, "
        f"{analysis.seconds:.2f} s",
        style="dim",
    )
    return sheet.text()


def counted(states: StateSet, limit: int) -> str:
    """How many states, the first of them, and how many more."""
    count = states.count
    if not count:
        return "none"
    first = states.first(limit)
    more = f", and {wording.number(count - len(first))} more" if count > len(first) else ""
    return f"{wording.number(count)}: {', '.join(first) or 'none named'}{more}"


def undecided(analysis: Analysis, sheet: Sheet) -> None:
    """What was asked and is not answered, one line for each concept and reason."""
    names = {maker.id: maker.name for maker in analysis.conflict.decision_makers}
    told: dict[tuple[str, str], list[str]] = {}
    for open_ in analysis.undecided:
        told.setdefault((open_.concept, open_.reason), []).append(names[open_.decision_maker])
    for (concept, reason), makers in told.items():
        whom = "" if len(makers) == len(names) else f" for {wording.joined(makers)}"
        sheet.item("!", f"{wording.concept(concept).short} is not decided{whom}: {reason}.")
    for concept, found in analysis.bounds().items():
        sheet.item("!", f"Under {wording.concept(concept).short} {found.words} states would hold.")
