"""Who must move first: the answer, and what it rests on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from firstmove.views import wording
from firstmove.views.console import Sheet
from firstmove.views.first_moves.first_move import FirstMove, first_move_of
from firstmove.views.first_moves.how_sure import sure_document, sure_terminal
from firstmove.views.first_moves.lever_groups import FIRST_OF_THEM, lever_groups
from firstmove.views.rows import Document, share_row, step_rows, verdict_row
from firstmove.views.visible import one_line

if TYPE_CHECKING:
    from firstmove.analysis.first_moves.first_answer import FirstAnswer
    from firstmove.analysis.first_moves.result import FirstMoves, Lever, Path, Sureness

_LEVERS = 12  # shown in the terminal; the document has all
_IMPROVEMENTS = 100  # of each verdict, in the document


def moves_terminal(
    found: FirstMoves,
    first: FirstAnswer | None = None,
    *,
    width: int = 80,
    colour: bool = False,
) -> str:
    """The answer first, then why the status quo holds, the ways out, and the levers.

    ``first``: in how many readings, and on which statements it rests; told where it is given.
    """
    from firstmove.analysis.first_moves.dispute import no_dispute_in
    from firstmove.analysis.first_moves.words import (
        answer,
        lever_outcome,
        levers_tried,
        step_sentence,
        why_sentence,
    )

    conflict = found.conflict
    sheet = Sheet(width, colour)
    sheet.title(f"{conflict.name or 'Model'} · who must move first")
    for sentence in answer(found):
        sheet.item("·", one_line(sentence))
    told = not no_dispute_in(found)
    shown = first_move_of(first) if first is not None and told else None
    if shown is not None:
        for sentence in _closing(found, shown):
            sheet.item("·", one_line(sentence))
    for reason in found.left_out:
        sheet.item("!", one_line(f"Not told: {reason}."))
    _states(found, sheet)
    sheet.heading(f"Why the status quo {'holds' if found.holds_now else 'does not hold'}")
    for sentence in why_sentence(found):
        sheet.item("·", one_line(sentence))
    if found.ways:
        sheet.heading("Ways out")
    for way in found.ways:
        holds = "would hold" if way.holds else "would not hold"
        if found.sureness is not None:
            holds += f" as far as is known, in {dict(found.sureness.goals)[way.goal].words}"
        if way.moves is None:
            sheet.line(f"{way.goal} · {holds} · no moves lead there", style="bold")
            continue
        count = wording.count(way.count, "path")
        moves = wording.count(way.moves, "move")
        sheet.line(f"{way.goal} · {holds} · {count} of {moves}, the shortest", style="bold")
        for path in way.paths:
            for nth, step in enumerate(path.steps):
                sheet.item(
                    f"{nth + 1}.", one_line(step_sentence(step, conflict)), indent=2, wide=True
                )
            if path is not way.paths[-1]:
                sheet.line("or", indent=2, style="dim")
        sheet.more(way.count - len(way.paths), "paths")
    sheet.more(found.goals - len(found.ways), "goal states: give a higher --limit")
    if found.levers is not None:
        sheet.heading("What would make the first step safe")
        groups = lever_groups(found.levers.found)
        for group in groups[:_LEVERS]:
            opening = FIRST_OF_THEM if group.levers[1:] else "Then"
            then = lever_outcome(group.levers[0], found)
            sheet.item("·", one_line(f"{'; and '.join(group.changes)}. {opening} {then}."))
        sheet.more(len(groups) - _LEVERS, "changes: see --json")
        if found.levers.singles and not found.levers.found:
            sheet.line("No change that was tried would do it.")
        sheet.line(one_line(levers_tried(found.levers)), style="dim")
    if shown is not None:
        sure_terminal(shown, sheet, {})
    return sheet.text()


def _closing(found: FirstMoves, shown: FirstMove) -> tuple[str, ...]:
    """In how many readings the answer holds; where another one holds in more, that one first."""
    from firstmove.analysis.first_moves.outlook import known_outlook

    if shown.found.outlook.key == known_outlook(found).key:
        return shown.closing
    return f"In more readings another answer holds. {shown.headline}", *shown.closing


def _states(found: FirstMoves, sheet: Sheet) -> None:
    """How a state is written."""
    conflict = found.conflict
    if conflict.states or not conflict.options:
        return
    sheet.heading("States")
    sheet.line("A state has one letter for each option, Y where it is taken:")
    for nth, option in enumerate(conflict.options):
        owner = conflict.decision_maker(option.owner).name
        now = found.start[nth]
        sheet.item(f"{nth + 1}.", one_line(f"{owner}: {option.label or option.id} · now {now}"),
                   wide=True)  # fmt: skip


def moves_document(found: FirstMoves, first: FirstAnswer | None = None) -> Document:
    """``moves --json``; ``first`` as for the terminal."""
    from firstmove.analysis.first_moves.words import answer

    names = {maker.id: maker.name for maker in found.conflict.decision_makers}
    levers = found.levers
    return {
        "model": found.conflict.name,
        "concept": found.concept,
        "status_quo": found.start,
        "holds_now": found.holds_now,
        "goal": str(found.goal) if found.goal is not None else None,
        "best": found.best,
        "met_now": found.met_now,
        "states": found.states,
        "goals": found.goals,
        "holding": found.holding,
        "reached": found.reached,
        "answer": list(answer(found)),
        "why": [verdict_row(v, found.conflict, names, _IMPROVEMENTS) for v in found.why],
        "ways": [
            {
                "goal": way.goal,
                "holds": way.holds,
                "moves": way.moves,
                "count": way.count,
                "paths": [_path(path, names) for path in way.paths],
                "unsure": [names[id_] for id_ in way.unsure],
            }
            for way in found.ways
        ],
        "openers": [
            {
                "decision_maker": names[opener.decision_maker],
                "effect": opener.effect.value,
                "others": opener.others,
                "until": opener.until or None,
                "path": _path(opener.path, names),
            }
            for opener in found.openers
        ],
        "must_move_first": names[found.must] if found.must else None,
        "levers": None
        if levers is None
        else {
            "found": [_lever(lever, found, names) for lever in levers.found],
            "singles": levers.singles,
            "tried": levers.tried,
            "pairs": levers.pairs,
            "tried_pairs": levers.tried_pairs,
            "untried": list(levers.untried),
        },
        "sureness": None if found.sureness is None else _sureness(found.sureness, names),
        "left_out": list(found.left_out),
        "interrupted": found.interrupted or (first is not None and first.interrupted),
        **_over_readings(first),
    }


def _over_readings(first: FirstAnswer | None) -> Document:
    if first is None:
        return {"in_words": [], "over_readings": None, "statements": []}
    shown = first_move_of(first)
    return {"in_words": list(shown.sentences), **sure_document(shown)}


def _path(path: Path, names: dict[str, str]) -> list[Document]:
    return [
        {
            "mover": names[step.mover],
            "before": step.before,
            "after": step.after,
            "effect": step.effect.value,
            "keeping": step.keeping.value,
            "by": names.get(step.by),
            "to": step.to or None,
            "back": step.back,
        }
        for step in path.steps
    ]


def _lever(lever: Lever, found: FirstMoves, names: dict[str, str]) -> Document:
    from firstmove.analysis.first_moves.words import lever_sentence

    return {
        "changes": [{"kind": one.kind, "said": one.said} for one in lever.changes],
        "holds": list(lever.holds),
        "path": step_rows(lever.path, names),
        "now_holds": lever.now_holds,
        "ends_hold": lever.ends_hold,
        "equilibria": lever.equilibria,
        "sentence": lever_sentence(lever, found),
    }


def _sureness(sure: Sureness, names: dict[str, str]) -> Document:
    return {
        "readings": sure.total,
        "status_quo": share_row(sure.now),
        "goal": share_row(sure.goal),
        "gains": share_row(sure.gains),
        "goals": {state: share_row(share) for state, share in sure.goals},
        "openers": {names[id_]: share_row(share) for id_, share in sure.openers},
        "alone": {names[id_]: share_row(share) for id_, share in sure.alone},
        "turns": [
            {"decision_maker": names[id_], "condition": str(condition)}
            for id_, condition in sure.turns
        ],
    }
