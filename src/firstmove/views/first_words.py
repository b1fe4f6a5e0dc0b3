"""Who must move first, in sentences: fixed templates over names, option labels and shares."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from firstmove.views.reading_words import NAMED, some_names, want_words
from firstmove.views.step_words import change_words, effect_words
from firstmove.views.wording import concept, joined, number, plain, readable

if TYPE_CHECKING:
    from firstmove.analysis.first_moves.first_answer import FirstAnswer
    from firstmove.analysis.first_moves.result import FirstMoves, Opener

PATHS = 3  # openers whose path is told


@dataclass(frozen=True, slots=True)
class Words:
    """The answer, a part a field; ``headline`` says it in one sentence.

    ``now``: the verdict on the status quo. ``meaning``: what the headline stands for. ``ways``:
    what happens if each opener moves first. ``ends``: what that costs the first, and what is not
    known of it. ``goal``: what counts as a goal state. ``sure``: in how many readings it is so.
    """

    now: str
    headline: str
    meaning: tuple[str, ...]
    ways: tuple[str, ...]
    ends: tuple[str, ...]
    goal: tuple[str, ...]
    sure: tuple[str, ...]

    @property
    def all(self) -> tuple[str, ...]:
        told = (*self.meaning, *self.ways, *self.ends, *self.goal, *self.sure)
        return (self.now, *dict.fromkeys((self.headline, *told)))


def words_of(found: FirstAnswer) -> Words:
    goal = _goal(found)
    opening = _opening(found) or goal[-1:]
    only = alone(found)
    alike = found.outlook.opening.value == "gains"  # the picture has them all
    ways: list[str] = []
    ends: list[str] = []
    for opener in openers(found)[: 1 if alike else PATHS]:
        ways.append(_path(found.moves, opener))
        ends += _given_up(found.moves, opener) + _first_step(found, opener) + _end(found, opener)
    return Words(
        now=_now(found),
        headline=_in_readings(found, opening[0]),
        meaning=tuple(opening[1:]),
        ways=tuple(ways),
        ends=tuple(dict.fromkeys(ends)),
        goal=tuple(goal),
        sure=(sure(found), *([only] if only else [])),
    )


def _in_readings(found: FirstAnswer, opening: str) -> str:
    """The headline with the share of readings in which it is so, unless that is all of them."""
    if not found.counted or _all(found):
        return opening
    names = tuple(maker.name for maker in found.conflict.decision_makers)
    rest = opening if opening.startswith(names) else opening[0].lower() + opening[1:]
    return f"In {found.share.words} {rest}"


def sure(found: FirstAnswer) -> str:
    """In how many readings it is so."""
    if not found.counted:
        return "In how many readings of what is not known this answer holds is not told."
    if found.total == 1:
        return (
            "The model leaves nothing open that could make it another answer: it has one reading."
        )
    if found.exact:
        of = f"all {number(found.total)} readings" if _all(found) else found.share.words
        return f"This answer holds in {of} of what is not known."
    if _all(found):
        return (
            f"This answer holds in each of {number(found.asked)} readings sampled from "
            f"{number(found.total)}."
        )
    few = "" if found.share.value >= 0.5 else " No answer holds in more than half of them."
    return (
        f"This answer holds in {found.share.words}, told from {number(found.asked)} sampled from "
        f"{number(found.total)} (share and standard error).{few}"
    )


def rests(found: FirstAnswer, quotes: Sequence[str]) -> str:
    """What turns it over. ``quotes``: the decisive statements, in their order."""
    if not found.sources:
        return ""
    if not quotes:
        n = found.turned[0].dropped.of
        where = f", in {number(n)} readings tried for each," if found.total > n else ""
        which = (
            "the one statement"
            if found.sources == 1
            else f"any one of the {number(found.sources)} statements"
        )
        return (
            f"It does not turn over{where} if {which} that a want rests on alone is false or "
            "misread."
        )
    shown = list(quotes[:2])
    if more := len(quotes) - len(shown):
        shown.append("one more statement" if more == 1 else f"one of {number(more)} more")
    every = all(
        max(one.dropped.value, one.reversed.value) == 1 for one in found.decisive[: len(quotes[:2])]
    )
    turns = "It turns over" if every else "In some readings it turns over"
    return f"{turns} if {joined(shown, 'or')} is wrong."


def goal_words(moves: FirstMoves) -> str:
    """What counts as a goal state."""
    if moves.goal is not None:
        return f"a state in which {plain(readable(moves.goal, moves.conflict))}"
    return (
        f"another state that would hold under {concept(moves.concept).short} and that every "
        "decision maker likes as much as the status quo, and one at least more"
    )


def alone(found: FirstAnswer) -> str:
    """Who alone opens the ways in more readings than the answer holds in; "" if nobody does."""
    for id_, _, share in found.openers:
        if share.value > found.share.value and not _all(found):
            who = found.conflict.decision_maker(id_).name
            return f"In {share.words} only {who} opens such a way."
    return ""


def _all(found: FirstAnswer) -> bool:
    return len(found.outlooks) == 1


def _now(found: FirstAnswer) -> str:
    """The verdict on the status quo with its reason. Where the reason is of fewer than half of the
    readings, the verdict of the others stands first."""
    moves, now = found.moves, found.holds_now
    told = now if moves.holds_now else replace(now, held=now.of - now.held, value=1 - now.value)
    short, verdict = concept(moves.concept).short, "hold" if moves.holds_now else "not hold"
    why = _holding(found) if moves.holds_now else _leaving(moves)
    if told.value >= 0.5:
        some = f", in {told.words}" if told.held < told.of else ""
        return f"Under {short} the status quo would {verdict}{some}: {why}."
    rest = replace(now, held=now.of - told.held, value=1 - told.value)
    alone = "by what is known alone" if found.known else "in the reading shown"
    return (
        f"Under {short} the status quo would {'not hold' if moves.holds_now else 'hold'} in "
        f"{rest.words}; {alone} it would {verdict}: {why}."
    )


def _holding(found: FirstAnswer) -> str:
    moves = found.moves
    gaining = [
        moves.conflict.decision_maker(verdict.decision_maker).name
        for verdict in moves.why
        if verdict.concept == moves.concept and verdict.improvements
    ]
    if not gaining:
        prefers = "is known to prefer" if found.known and found.open else "prefers"
        return f"nobody has a move of its own to a state that it {prefers}"
    whose = "its" if len(gaining) == 1 else "their"
    return (
        f"{some_names(gaining)} would gain by a move of {whose} own, and replies of the others "
        "deter it"
    )


def _leaving(moves: FirstMoves) -> str:
    told = []
    for verdict in moves.why:
        free = next((one for one in verdict.improvements if not one.deterred), None)
        if verdict.concept != moves.concept or verdict.stable or free is None:
            continue
        who = moves.conflict.decision_maker(verdict.decision_maker).name
        what = change_words(moves.conflict, verdict.state, free.to, person=False)
        told.append(f"{who} could {what} and gain")
    return "; ".join(told[:NAMED]) or "it is not stable for all"


def _goal(found: FirstAnswer) -> list[str]:
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


def _goal_state(found: FirstAnswer) -> str:
    if found.moves.goal is not None:
        return "the goal"
    known = "as far as is known " if found.open else ""
    return f"a state that {known}would hold and that no side likes less than the status quo"


def _opening(found: FirstAnswer) -> list[str]:
    """What the answer is, then what that means; [] where there is no goal state."""
    moves, told = found.moves, found.outlook
    names = [moves.conflict.decision_maker(o.decision_maker).name for o in moves.openers]
    to = _goal_state(found)
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


def _path(moves: FirstMoves, opener: Opener) -> str:
    conflict, steps = moves.conflict, opener.path.steps
    who = conflict.decision_maker(opener.decision_maker).name
    first = change_words(conflict, steps[0].before, steps[0].after, person=False)
    line = f"If {who} moves first, it could {first}"
    for step in steps[1:]:
        mover = conflict.decision_maker(step.mover).name
        what = change_words(conflict, step.before, step.after, person=False)
        line += f"; then {mover} could {what}"
    return f"{line}."


def _given_up(moves: FirstMoves, opener: Opener) -> list[str]:
    """What the opener gives up by its first step, and until when."""
    from firstmove.analysis.first_moves.reading_steps import given_up

    conflict, steps, told = moves.conflict, opener.path.steps, []
    who = conflict.decision_maker(opener.decision_maker).name
    if opener.effect.value == "sacrifice":
        lost = given_up(conflict, who_id := opener.decision_maker, steps[0].before, steps[0].after)
        what = want_words(lost[0], conflict) if lost else "a state that it prefers"
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


def _first_step(found: FirstAnswer, opener: Opener) -> list[str]:
    """What the first step is to the one who must make it, where readings differ on that."""
    step = opener.path.steps[0]
    told = next((one for one in found.steps if one.step == step), None)
    if found.outlook.opening.value != "one" or told is None or len(told.shares) < 2:
        return []
    who = found.conflict.decision_maker(opener.decision_maker).name
    return [f"What that step is to {who} is not known: {effect_words(told, step)}."]


def _end(found: FirstAnswer, opener: Opener) -> list[str]:
    """In how many readings the end of a way would hold, and any goal state at all."""
    end = dict(found.ends).get(opener.path.steps[-1].after)
    if end is None or end.held == end.of:
        return []
    any_ = found.goal_holds
    some = f", some goal state in {any_.words}" if any_.held != end.held else ""
    return [f"The state that this way ends in would hold in {end.words}{some}."]
