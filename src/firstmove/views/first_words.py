"""Who must move first, in sentences: fixed templates over names, option labels and shares."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from firstmove.views.wording import concept, joined, number, plain, readable

if TYPE_CHECKING:
    from firstmove.analysis.first_moves.first_answer import FirstAnswer
    from firstmove.analysis.first_moves.outlook import Outlook
    from firstmove.analysis.first_moves.reading_steps import StepShare
    from firstmove.analysis.first_moves.result import FirstMoves, Opener, PathStep
    from firstmove.analysis.sureness import Group, Unknown
    from firstmove.conflict.condition import Condition
    from firstmove.conflict.model import Conflict

NAMED = 4  # names, wants or options in one sentence
PATHS = 3  # openers whose path is told

_EFFECTS = {
    "gain": "a gain",
    "indifferent": "neither gain nor sacrifice",
    "sacrifice": "a sacrifice",
    "not known": "gain or sacrifice: not known",
    "not compared": "not compared in its ranking",
}


def headline(found: FirstAnswer) -> str:
    """Who must move first, in one or two sentences."""
    opening = _opening(found)
    return opening[0] if opening else _goal(found)[-1]


def sentences(found: FirstAnswer) -> tuple[str, ...]:
    """The answer from the status quo to how sure it is, without the statements it rests on."""
    only = alone(found)
    return (*told(found), sure(found), *([only] if only else []))


def told(found: FirstAnswer) -> tuple[str, ...]:
    """The status quo, the goal, who moves first, and what then."""
    moves = found.moves
    lines = [_now(found), *_goal(found), *_opening(found)]
    alike = found.outlook.opening.value == "gains"  # the picture has them all
    for opener in openers(found)[: 1 if alike else PATHS]:
        lines += [*_path(moves, opener), *_first_step(found, opener)]
        end = dict(found.ends).get(opener.path.steps[-1].after)
        if end is not None and end.held < end.of:
            head = "Where it ends depends on what is not known: t" if end.value < 0.5 else "T"
            lines.append(f"{head}he state that this leads to would hold in {end.words}.")
    return tuple(lines)


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
    return (
        f"This answer holds in {found.share.words}, told from {number(found.asked)} sampled from "
        f"{number(found.total)} (share and standard error)."
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


def outlook(found: Outlook, conflict: Conflict) -> str:
    """One answer in a few words, for a legend."""
    names = [conflict.decision_maker(id_).name for id_ in found.who]
    return {
        "gains": "nobody has to give up anything first",
        "one": f"{joined(names)} must move first",
        "several": f"{_names(names)} can each move first",
        "others": "no first step alone is enough",
        "closed": "no moves lead to a goal state",
        "no goal": "there is no goal state other than the status quo",
    }[found.opening.value]


def now_words(found: Outlook) -> str:
    """The verdict on the status quo."""
    return f"the status quo would {'' if found.holds_now else 'not '}hold"


def goal_words(moves: FirstMoves) -> str:
    """What counts as a goal state."""
    if moves.goal is not None:
        return f"a state in which {plain(readable(moves.goal, moves.conflict))}"
    return (
        f"another state that would hold under {concept(moves.concept).short} and that every "
        "decision maker likes as much as the status quo, and one at least more"
    )


def effect_words(told: StepShare | None, step: PathStep) -> str:
    """“a gain”, “a gain in 14, a sacrifice in 2 of 16 readings”."""
    if told is None or len(told.shares) < 2:
        value = told.shares[0][0].value if told is not None else step.effect.value
        return _EFFECTS[value]
    parts = [f"{_EFFECTS[effect.value]} in {number(n)}" for effect, n in told.shares]
    return f"{', '.join(parts)} of {number(told.of)} readings"


def keeping_words(step: PathStep, conflict: Conflict) -> str:
    """“kept”, “given up: B would go elsewhere”."""
    if step.keeping.value == "kept":
        return "kept"
    by = conflict.decision_maker(step.by).name
    where = "go back" if step.back else "go elsewhere" if step.to else "leave it"
    if step.keeping.value == "given up":
        return f"given up: {by} would rather {where}"
    return f"kept or not: not known; {by} might rather {where}"


def change_words(conflict: Conflict, before: str, after: str, *, person: bool = True) -> str:
    """“takes ‘x’ and drops ‘y’”; without ``person``: “take ‘x’ and drop ‘y’”."""
    s = "s" if person else ""
    if conflict.states:
        label = next((one.label for one in conflict.states if one.id == after), "") or after
        return f"move{s} to ‘{label}’"
    told = []
    for letter, verb in (("Y", "take"), ("N", "drop")):
        labels = [
            f"‘{option.label or option.id}’"
            for option, old, new in zip(conflict.options, before, after, strict=True)
            if old != new == letter
        ]
        if labels:
            told.append(f"{verb}{s} {joined(labels)}")
    return joined(told)


def group_words(group: Group, conflict: Conflict, *, holds: str, fails: str) -> str:
    """What readings have in common that decides."""
    verdict = holds if group.holds else fails
    if not group.fixed:
        return f"{verdict} in every reading."
    common = joined(fixed_words(one.unknown, one.value, conflict) for one in group.fixed)
    n = group.readings
    which = "the one reading" if n == 1 else f"all {number(n)} readings"
    return f"{verdict} in {which} in which {common}."


def fixed_words(unknown: Unknown, value: bool, conflict: Conflict) -> str:
    """What a reading settles: “A wants ‘x’”, “A puts ‘x’ above ‘y’”."""
    who = conflict.decision_maker(unknown.decision_maker).name
    first = want_words(unknown.condition, conflict)
    if unknown.other_condition is None:
        return f"{who} wants {'' if value else 'the contrary of '}{first}"
    second = want_words(unknown.other_condition, conflict)
    if not value:
        first, second = second, first
    return f"{who} puts {first} above {second}"


def want_words(condition: Condition, conflict: Conflict) -> str:
    """A want by the labels of its options, in quotation marks where it is more than one."""
    tokens = readable(condition, conflict)
    return plain(tokens) if len(tokens) < 3 else f"“{plain(tokens)}”"


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
        f"{_names(gaining)} would gain by a move of {whose} own, and replies of the others deter it"
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
    known = ", by what is known," if found.known and found.open else ""
    short = concept(moves.concept).short
    if moves.goal is None:
        if not moves.goals:
            return [
                f"Under {short} no other state would hold that every decision maker likes as much "
                "as the status quo and at least one prefers, so that nobody can be said to have to "
                "move first. To ask about another outcome, give a goal."
            ]
        many = "One other state" if moves.goals == 1 else f"{number(moves.goals)} other states"
        if moves.best:
            verb = "is" if moves.goals == 1 else "are"
            return [
                f"Of the states that would{known} hold and that every decision maker likes at "
                f"least as much, and at least one more, {number(moves.goals)} {verb} such that no "
                "other of them is better for one and worse for none."
            ]
        return [
            f"{many} would{known} hold that every decision maker likes at least as much, and at "
            "least one more."
        ]
    goal = plain(readable(moves.goal, moves.conflict))
    met = [f"The goal, {goal}, is met by the status quo."] if moves.met_now else []
    if not moves.goals:
        return met or [f"No possible state meets the goal, {goal}."]
    many = "One state meets" if moves.goals == 1 else f"{number(moves.goals)} states meet"
    held = "none" if not moves.holding else number(moves.holding)
    return [*met, f"{many} the goal, {goal}; {held} of these would{known} hold under {short}."]


def _goal_state(moves: FirstMoves) -> str:
    if moves.goal is not None:
        return "the goal"
    return "a state that would hold and that all like at least as much as the status quo"


def _opening(found: FirstAnswer) -> list[str]:
    moves, told = found.moves, found.outlook
    names = [moves.conflict.decision_maker(o.decision_maker).name for o in moves.openers]
    to = _goal_state(moves)
    later = f"opens a way, to {to}, on which every later step is a gain for its mover"
    match told.opening.value:
        case "gains":
            free = [moves.conflict.decision_maker(o.decision_maker).name for o in openers(found)]
            can = "can begin" if len(free) > 1 else "begins"
            return [
                f"Nobody has to give up anything first: there is a way, to {to}, on which "
                f"every step is a gain for its mover. {joined(free[:NAMED], 'or')} {can}."
            ]
        case "one":
            who = moves.conflict.decision_maker(told.who[0]).name
            if names == [who]:
                return [f"{who} must move first: only a step of {who} {later}."]
            return [
                f"{who} must move first: a step of {who} {later}, and nobody else could begin such "
                "a way with a gain."
            ]
        case "several":
            return [f"{_names(names)} can each move first: a step of each {later}."]
        case "others":
            others = moves.openers[0].others if moves.openers else 0
            which = "one later step" if others == 1 else f"{number(others)} later steps"
            return [
                f"Whoever moves first, at least {which} on every way to {to} would be no gain for "
                f"its mover. {joined(names[:NAMED], 'or')} could open such a way."
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


def _path(moves: FirstMoves, opener: Opener) -> list[str]:
    from firstmove.analysis.first_moves.reading_steps import given_up

    conflict, steps = moves.conflict, opener.path.steps
    who = conflict.decision_maker(opener.decision_maker).name
    first = change_words(conflict, steps[0].before, steps[0].after, person=False)
    line = f"If {who} moves first, it could {first}"
    for step in steps[1:]:
        mover = conflict.decision_maker(step.mover).name
        what = change_words(conflict, step.before, step.after, person=False)
        line += f"; then {mover} could {what}"
    told = [line + "."]
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


def _names(names: Sequence[str]) -> str:
    more = len(names) - NAMED
    return joined([*names[:NAMED], *([f"{number(more)} more"] if more > 0 else [])])
