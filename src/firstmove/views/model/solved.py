"""What holds in a model, for whom and why, in a terminal and as a document."""

from __future__ import annotations

from typing import TYPE_CHECKING

from firstmove.conflict.model import Conflict
from firstmove.views import wording
from firstmove.views.console import Sheet
from firstmove.views.model.graphform import counted, graph_terminal, undecided
from firstmove.views.model.outcome import outcome_of, together
from firstmove.views.rows import Document
from firstmove.views.visible import one_line

if TYPE_CHECKING:
    from firstmove.analysis import Analysis, StateSet
    from firstmove.analysis.concepts.coalition import AllCoalitions


def solve_terminal(analysis: Analysis, limit: int, *, width: int = 80, colour: bool = False) -> str:
    """What holds in a model, for whom, and why."""

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


def coalitions_terminal(
    found: AllCoalitions, limit: int, *, width: int = 80, colour: bool = False
) -> str:
    """The states that are stable for every coalition, single decision makers among them."""
    sheet = Sheet(width, colour)
    sheet.heading("Stable for every coalition")
    for key, states in found.equilibria.items():
        sheet.item(wording.concept(key).short, counted(states, limit))
    return "\n" + sheet.text()


def solve_document(
    analysis: Analysis, limit: int, coalitions: AllCoalitions | None = None
) -> Document:
    """What holds: ``solve --json``. ``limit`` cuts each ``states``; ``count`` is exact."""
    conflict = analysis.conflict
    names = names_of(conflict)
    return {
        "model": conflict.name,
        "decision_makers": [names[maker.id] for maker in conflict.decision_makers],
        "options": [option.label for option in conflict.options],
        "option_ids": [option.id for option in conflict.options],
        "graph_states": [{"id": state.id, "label": state.label} for state in conflict.states],
        "states": analysis.states,
        "engine": analysis.engine,
        "engine_reason": analysis.engine_reason,
        "equilibria": {
            concept: _states(analysis.equilibria[concept], limit) for concept in analysis.concepts
        },
        "stable": {
            concept: {
                names[maker.id]: _states(analysis.stable[concept][maker.id], limit)
                for maker in conflict.decision_makers
            }
            for concept in analysis.concepts
        },
        "coalitions": None
        if coalitions is None
        else {concept: _states(states, limit) for concept, states in coalitions.equilibria.items()},
        "undecided": [
            {
                "concept": open_.concept,
                "decision_maker": names[open_.decision_maker],
                "reason": open_.reason,
            }
            for open_ in analysis.undecided
        ],
        "bounds": {
            concept: {"at_least": found.at_least.count, "at_most": found.at_most.count}
            for concept, found in analysis.bounds().items()
        },
        "indifferent": [names.get(id_, id_) for id_ in analysis.indifferent],
        "seconds": analysis.seconds,
        "limit": limit,
    }


def names_of(conflict: Conflict) -> dict[str, str]:
    """Id to name of each decision maker; the id where two share a name or one has none."""
    names = [maker.name for maker in conflict.decision_makers]
    return {
        maker.id: maker.name if maker.name and names.count(maker.name) == 1 else maker.id
        for maker in conflict.decision_makers
    }


def _states(states: StateSet, limit: int) -> Document:
    return {"count": states.count, "states": list(states.first(limit))}
