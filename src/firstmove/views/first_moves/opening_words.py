"""Who opens the ways, what happens then, and what counts as a goal, in fixed templates."""

from __future__ import annotations

from typing import TYPE_CHECKING

from firstmove.views.first_moves.step_words import change_words, effect_words
from firstmove.views.model.reading_words import NAMED, some_names, want_words
from firstmove.views.wording import concept, joined, number, plain, readable

if TYPE_CHECKING:
    from firstmove.analysis.first_moves.first_answer import FirstAnswer
    from firstmove.analysis.first_moves.result import FirstMoves, Opener
    from firstmove.conflict.condition import Condition
    from firstmove.conflict.model import Conflict

PATHS = 3  # openers whose path is told


def goal_words(moves: FirstMoves) -> str:
    """What counts as a goal state."""
    if moves.goal is not None:
        return f"a state in which {plain(readable(moves.goal, moves.conflict))}"
    return (
        f"another state that would hold under {concept(moves.concept).short} and that every "
        "decision maker likes as much as the status quo, and one at least more"
    )


def goal_told(found: FirstAnswer) -> list[str]:
    moves = found.moves
    known = " as far as is known" if found.open else ""
    short = concept(moves.concept).short
    if moves.goal is None:
        if not moves.goals:
            return [
                f"Under {short} no other state would hold that every decision maker likes as much "
                "as the status quo and at least one prefers, so that nobody can be said to have to "
                "move first. To ask about another outcome, give a goal."
            ]
        best = (
            ", and than which no other of them is better for one and worse for none"
            if moves.best
            else ""
        )
        many = "There is one" if moves.goals == 1 else f"There are {number(moves.goals)}"
        return [
            f"A goal state is one that would{known} hold, that no side likes less than the status "
            f"quo and some side likes more{best}. {many}."
        ]
    goal = plain(readable(moves.goal, moves.conflict))
    met = [f"The goal, {goal}, is met by the status quo."] if moves.met_now else []
    if not moves.goals:
        return met or [f"No possible state meets the goal, {goal}."]
    many = "One state meets" if moves.goals == 1 else f"{number(moves.goals)} states meet"
    held = "none" if not moves.holding else number(moves.holding)
    return [*met, f"{many} the goal, {goal}; {held} of these would{known} hold under {short}."]


def goal_state(found: FirstAnswer) -> str:
    if found.moves.goal is not None:
        return "the goal"
    known = "as far as is known " if found.open else ""
    return f"a state that {known}would hold and that no side likes less than the status quo"


def opening_told(found: FirstAnswer) -> list[str]:
    """What the answer is, then what that means; [] where there is no goal state."""
    moves, told = found.moves, found.outlook
    names = [moves.conflict.decision_maker(o.decision_maker).name for o in moves.openers]
    to = goal_state(found)
    later = f"opens a way to {to}, on which every later step is a gain for the side that takes it"
    match told.opening.value:
        case "gains":
            free = [moves.conflict.decision_maker(o.decision_maker).name for o in openers(found)]
            begin = (
                f"Only {free[0]} can begin it."
                if len(free) == 1
                else f"{joined(free[:NAMED], 'or')} can begin."
            )
            return [
                "Nobody has to give up anything first.",
                f"There is a way to {to}, on which every step is a gain for the side that takes "
                f"it. {begin}",
            ]
        case "one":
            who = moves.conflict.decision_maker(told.who[0]).name
            if names == [who]:
                return [f"{who} must move first.", f"Only a first step of {who} {later}."]
            return [
                f"{who} must move first.",
                f"A first step of {who} {later}; nobody else could begin such a way with a gain.",
            ]
        case "several":
            return [
                f"{some_names(names)} can each move first.",
                f"A first step of each {later}.",
            ]
        case "others":
            others = moves.openers[0].others if moves.openers else 0
            which = "one later step" if others == 1 else f"{number(others)} later steps"
            return [
                "No first step alone is enough.",
                f"Whoever moves first, at least {which} on every way to {to} would be no gain for "
                f"the side that takes it. {joined(names[:NAMED], 'or')} could open such a way.",
            ]
        case "closed":
            return [f"No sequence of moves leads from the status quo to {to}."]
    return []


def openers(found: FirstAnswer) -> tuple[Opener, ...]:
    """Those whose ways are shown: where steps that are all gains lead to a goal state, those who
    begin them."""
    every = found.moves.openers
    free = tuple(one for one in every if one.effect.value == "gain" and not one.idle)
    return free if found.outlook.opening.value == "gains" and free else every


def path_told(moves: FirstMoves, opener: Opener) -> str:
    conflict, steps = moves.conflict, opener.path.steps
    who = conflict.decision_maker(opener.decision_maker).name
    first = change_words(conflict, steps[0].before, steps[0].after, person=False)
    line = f"If {who} moves first, it could {first}"
    for step in steps[1:]:
        mover = conflict.decision_maker(step.mover).name
        what = change_words(conflict, step.before, step.after, person=False)
        line += f"; then {mover} could {what}"
    return f"{line}."


def given_up_told(moves: FirstMoves, opener: Opener) -> list[str]:
    """What the opener gives up by its first step, and until when."""
    from firstmove.analysis.first_moves.reading_steps import given_up

    conflict, steps, told = moves.conflict, opener.path.steps, []
    who = conflict.decision_maker(opener.decision_maker).name
    if opener.effect.value == "sacrifice":
        lost = given_up(conflict, who_id := opener.decision_maker, steps[0].before, steps[0].after)
        what = _lost(lost[0], conflict) if lost else "a state that it prefers"
        until = next((s for s in steps if s.after == opener.until), None)
        if until is None:
            told.append(f"{who} gives up {what}, and on this way does not get it made good.")
        elif until.mover == who_id:
            told.append(f"{who} gives up {what} until a later move of its own.")
        else:
            mover = conflict.decision_maker(until.mover).name
            does = change_words(conflict, until.before, until.after)
            told.append(f"{who} gives up {what} until {mover} {does}.")
    return told


def _lost(wanted: Condition, conflict: Conflict) -> str:
    """What somebody had: “‘pay the toll’”, “leaving ‘open the port’ undone”."""
    option = str(wanted).removeprefix("not ")
    if option != str(wanted) and option in {one.id for one in conflict.options}:
        return f"leaving ‘{conflict.option(option).label or option}’ undone"
    return want_words(wanted, conflict)


def first_step_told(found: FirstAnswer, opener: Opener) -> list[str]:
    """What the first step is to the one who must make it, where readings differ on that."""
    step = opener.path.steps[0]
    told = next((one for one in found.steps if one.step == step), None)
    if found.outlook.opening.value != "one" or told is None or len(told.shares) < 2:
        return []
    who = found.conflict.decision_maker(opener.decision_maker).name
    return [f"What that step is to {who} is not known: {effect_words(told, step)}."]


def end_told(found: FirstAnswer, opener: Opener) -> list[str]:
    """In how many readings the end of a way would hold, and any goal state at all."""
    end = dict(found.ends).get(opener.path.steps[-1].after)
    if end is None or end.held == end.of:
        return []
    any_ = found.goal_holds
    some = f", some goal state in {any_.words}" if any_.held != end.held else ""
    return [f"The state that this way ends in would hold in {end.words}{some}."]
