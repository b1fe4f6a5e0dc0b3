"""Who must move first, in a terminal and as a document."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from firstmove.views.console import Sheet
from firstmove.views.first_moves.first_move import FirstMove
from firstmove.views.first_moves.how_sure import sure_document, sure_terminal
from firstmove.views.first_moves.moves import moves_document
from firstmove.views.first_moves.opening_words import PATHS, goal_words, openers
from firstmove.views.first_moves.step_words import (
    LEGEND,
    change_words,
    effect_words,
    keeping_words,
    sign,
)
from firstmove.views.rows import Document, share_row
from firstmove.views.visible import one_line

if TYPE_CHECKING:
    from firstmove.analysis.first_moves.result import Path
    from firstmove.views.ledger.told import Said


def first_move_terminal(shown: FirstMove, sheet: Sheet, said: Mapping[str, Said]) -> None:
    """The answer, the ways out, how sure, the decisive statements and the levers.

    ``said``: what each entry says, by its id.
    """
    sheet.heading("Who must move first")
    sheet.line(shown.headline, style="bold")
    sheet.line(shown.beside)
    _ways(shown, sheet)
    sure_terminal(shown, sheet, said)
    if shown.levers or shown.levers_note:
        sheet.heading("What would make the first step safe")
        for row in shown.levers:
            sheet.item("·", one_line(f"{'; and '.join(row.changes)}. {row.then}"))
        sheet.more(len(shown.levers_more), "changes")
        sheet.line(one_line(shown.levers_note), style="dim")
    limits = " ".join(map(one_line, shown.limits))
    if limits:
        sheet.line(f"Limits of this answer. {limits}", style="dim")


def _ways(shown: FirstMove, sheet: Sheet) -> None:
    found = shown.found
    moves, told = found.moves, {share.step: share for share in found.steps}
    listed = openers(found)
    # Where nobody gives up anything one way is enough: who else can begin stands above.
    most = 1 if found.outlook.opening.value == "gains" else PATHS
    for opener in listed[:most]:
        who = moves.conflict.decision_maker(opener.decision_maker).name
        sheet.line(f"If {one_line(who)} moves first", style="bold underline")
        for nth, step in enumerate(opener.path.steps, 1):
            mover = moves.conflict.decision_maker(step.mover).name
            does = change_words(moves.conflict, step.before, step.after)
            share = told.get(step)
            sheet.item(f"{nth}.", one_line(f"{mover} {does}"), indent=2, wide=True)
            sheet.line(
                one_line(
                    f"{sign(share, step)} {effect_words(share, step)} · "
                    f"{keeping_words(step, moves.conflict)}"
                ),
                indent=6,
                style="dim",
            )
    sheet.more(len(listed) - most, "openers of a way")
    if listed:
        sheet.line(f"{' '.join(shown.words.goal)} {LEGEND}", style="dim")


def first_move_document(shown: FirstMove) -> Document:
    """``first_move`` of the brief's JSON."""
    found = shown.found
    names = {maker.id: maker.name for maker in found.conflict.decision_makers}
    ends = dict(found.ends)
    return {
        "answer": list(shown.sentences),
        "concept": found.moves.concept,
        "goal": str(found.moves.goal) if found.moves.goal is not None else None,
        "goal_words": goal_words(found.moves),
        "opening": found.outlook.opening.value,
        "who": [names[id_] for id_ in found.outlook.who],
        "status_quo_holds": share_row(found.holds_now),
        "goal_holds": share_row(found.goal_holds),
        "ways": [
            {
                "opener": names[o.decision_maker],
                "until": o.until or None,
                "end_holds": share_row(ends[end])
                if (end := o.path.steps[-1].after) in ends
                else None,
                "steps": _steps(o.path, shown),
            }
            for o in openers(found)
        ],
        "levers": [
            {"changes": list(r.changes), "then": r.then}
            for row in (*shown.levers, *shown.levers_more)
            for r in row.apart
        ],
        "levers_tried": shown.levers_note or None,
        **sure_document(shown),
        "limits": list(shown.limits),
        "interrupted": found.interrupted,
        "moves": moves_document(found.moves),
    }


def _steps(path: Path, shown: FirstMove) -> list[Document]:
    found = shown.found
    told = {share.step: share for share in found.steps}
    conflict = found.conflict
    return [
        {
            "mover": conflict.decision_maker(step.mover).name,
            "before": step.before,
            "after": step.after,
            "does": change_words(conflict, step.before, step.after),
            "effect": step.effect.value,
            "effects": {effect.value: n for effect, n in told[step].shares} if step in told else {},
            "keeping": step.keeping.value,
            "keeping_words": keeping_words(step, conflict),
        }
        for step in path.steps
    ]
