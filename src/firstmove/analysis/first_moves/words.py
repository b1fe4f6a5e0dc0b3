"""The answer of first-move analysis in words, from fixed templates: names, labels, states."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from firstmove.analysis.explain import change, sentence
from firstmove.analysis.first_moves.dispute import no_dispute_in
from firstmove.analysis.first_moves.result import (
    Effect,
    FirstMoves,
    Keeping,
    Lever,
    Levers,
    Opener,
    PathStep,
    Sureness,
    has_unknown,
)
from firstmove.analysis.names import written
from firstmove.analysis.verdict import Step
from firstmove.conflict import Conflict

_EFFECT = {
    Effect.GAIN: "a gain for it",
    Effect.INDIFFERENT: "neither a gain nor a sacrifice for it",
    Effect.SACRIFICE: "a sacrifice for it",
    Effect.UNKNOWN: "and whether that is a gain for it is not known",
    Effect.UNCOMPARED: "which its ranking does not compare",
}
_SHOWN = 6  # states, wants named in one sentence


def answer(found: FirstMoves) -> tuple[str, ...]:
    """The whole answer: the status quo, the goal, who moves first, how sure that is."""
    told = [_now(found), *_goal(found)]
    if apart := no_dispute_in(found):
        return (*told, f"{apart} So nobody can be said to have to move first.")
    if found.goals:
        told += _opening(found)
    if found.sureness is not None:
        told += _sure(found, found.sureness)
    return tuple(told)


def _now(found: FirstMoves) -> str:
    head = f"Under {written(found.concept)} the status quo {found.start}"
    if not found.holds_now:
        return f"{head} would not hold: {'; '.join(_leaving(found))}."
    held = [
        found.conflict.decision_maker(verdict.decision_maker).name
        for verdict in found.why
        if verdict.concept == found.concept and verdict.improvements
    ]
    if not held:
        known = "it is known to prefer" if has_unknown(found.conflict) else "it prefers"
        return f"{head} would hold: nobody has a move to a state that {known}."
    whose = f"{_listed(held)} would gain by a move of {'its' if len(held) == 1 else 'their'} own"
    return f"{head} would hold: {whose}, and replies of the others deter it."


def _leaving(found: FirstMoves) -> list[str]:
    told = []
    for verdict in found.why:
        if verdict.concept != found.concept or verdict.stable:
            continue
        free = next((one for one in verdict.improvements if not one.deterred), None)
        if free is not None:
            who = found.conflict.decision_maker(verdict.decision_maker).name
            told.append(f"{who} could {change(verdict.state, free.to, found.conflict)} and gain")
    return told or ["it is not stable for all"]


def _goal(found: FirstMoves) -> list[str]:
    concept = written(found.concept)
    if found.goal is None:
        if not found.goals:
            return [
                f"Under {concept} no other state would hold that every decision maker likes as "
                "much as the status quo and at least one prefers. To ask about other states, give "
                "a goal."
            ]
        many = "1 other state" if found.goals == 1 else f"{found.goals:,} other states"
        which = _listed([way.goal for way in found.ways], found.goals)
        best = ", such that no other of them is better for one and worse for none"
        told = [
            f"Under {concept} {many} would hold that every decision maker likes as much as the "
            f"status quo and at least one prefers{best if found.best else ''}: {which}."
        ]
    else:
        told = [f"The status quo meets the goal “{found.goal}” already."] if found.met_now else []
        if not found.goals:
            none = "no other state is" if found.met_now else "no state is possible"
            return [*told, f"“{found.goal}”: {none} that meets the goal."]
        many = "1 state meets" if found.goals == 1 else f"{found.goals:,} states meet"
        many = many.replace("state", "other state", 1) if found.met_now else many
        told.append(
            f"{many} the goal “{found.goal}”. Of {'this' if found.goals == 1 else 'these'}, "
            f"{_number(found.holding)} would hold under {concept}, and {_number(found.reached)} "
            "can come about."
        )
    unsure = [way for way in found.ways if way.unsure]
    for way in unsure[:1]:
        names = _listed([found.conflict.decision_maker(id_).name for id_ in way.unsure])
        told.append(f"Whether {names} would prefer {way.goal} to the status quo is not known.")
    return told


def _opening(found: FirstMoves) -> list[str]:
    if not found.openers:
        return [
            "No sequence of moves leads from the status quo to a goal state"
            f"{' that would hold' if found.holding else ''}."
        ]
    names = [_name(found, opener) for opener in found.openers]
    to = "a goal state that would hold" if found.holding else "a goal state"
    gains = found.open_by_gains
    free = [opener for opener in gains if opener.effect is Effect.GAIN]
    if free:
        names = [_name(found, opener) for opener in free]
        begins = (
            f"They can begin with {names[0]}"
            if len(free) == 1
            else f"They can begin with each of {_listed(names)}"
        )
        return [
            f"Steps that are each a gain for their mover lead to {to}: nobody has to give up "
            f"something first. {begins}.",
            *(_path(found, opener) for opener in free),
        ]
    if found.must:
        return [
            f"{names[0]} must move first: only a step of {names[0]} opens a path to {to} "
            "on which every later step is a gain for its mover.",
            _path(found, gains[0]),
        ]
    if gains:
        return [
            f"{_listed(names)} can each move first: a step of each opens a path to {to} "
            "on which every later step is a gain for its mover.",
            *(_path(found, opener) for opener in gains),
        ]
    others = found.openers[0].others
    return [
        f"No first step opens a path to {to} on which every later step is known to be a "
        f"gain for its mover. At least {others} later {'step is' if others == 1 else 'steps are'} "
        f"not, on paths that {_listed(names, word='or')} could open.",
        *(_path(found, opener) for opener in found.openers),
    ]


def _path(found: FirstMoves, opener: Opener) -> str:
    """What happens if the opener moves first, and how long it is worse off."""
    steps = opener.path.steps
    name = _name(found, opener)
    told = f"If {name} moves first, it could {_step(found.conflict, steps[0], '')}"
    for step in steps[1:]:
        told += f"; then {_step(found.conflict, step, 'could ')}"
    told += ". No further step is needed." if len(steps) == 1 else "."
    if opener.effect is Effect.SACRIFICE:
        until = f"until {opener.until}" if opener.until else "and on this path does not regain it"
        told += f" {name} gives up {steps[0].before} for {steps[0].after} {until}."
    first = next((step for step in steps[1:] if step.effect is Effect.SACRIFICE), None)
    if first is not None:
        who = found.conflict.decision_maker(first.mover).name
        told += f" {who} would have to make a sacrifice, from {first.before} to {first.after}."
    return told


def _step(conflict: Conflict, step: PathStep, could: str) -> str:
    who = f"{conflict.decision_maker(step.mover).name} {could}" if could else ""
    return f"{who}{change(step.before, step.after, conflict)}, {_EFFECT[step.effect]}"


def step_sentence(step: PathStep, conflict: Conflict) -> str:
    """One step of a path: who could do what, what it is to it, and whether it is built on."""
    who = conflict.decision_maker(step.mover).name
    effect = "gain not known" if step.effect is Effect.UNKNOWN else step.effect.value
    kept = "kept or not is not known" if step.keeping is Keeping.UNKNOWN else step.keeping.value
    told = f"{who} could {change(step.before, step.after, conflict)}: {effect}, {kept}"
    if step.keeping is Keeping.KEPT:
        return told
    by = conflict.decision_maker(step.by).name
    if not step.to:
        return f"{told} ({by} would leave it)"
    would = "would" if step.keeping is Keeping.GIVEN_UP else "might"
    where = f"back to {step.to}" if step.back else f"to {step.to}"
    return f"{told} ({by} {would} rather go {where})"


def why_sentence(found: FirstMoves) -> tuple[str, ...]:
    """Why the status quo holds or not, for each decision maker and concept, the same reason told
    once."""
    reasons: dict[tuple[str, bool, str], list[str]] = {}
    for verdict in found.why:
        name = found.conflict.decision_maker(verdict.decision_maker).name
        holds = "would hold" if verdict.stable else "would not hold"
        head = f"{verdict.state} {holds} for {name} ({written(verdict.concept)}): "
        because = sentence(verdict, found.conflict).removeprefix(head)
        reasons.setdefault((name, verdict.stable, because), []).append(written(verdict.concept))
    return tuple(
        f"{name}: {'would hold' if stable else 'would not hold'} under "
        f"{_listed(concepts, most=len(concepts))}: {because}"
        for (name, stable, because), concepts in reasons.items()
    )


def lever_sentence(lever: Lever, found: FirstMoves) -> str:
    """What is changed, and what would then be so."""
    changed = "; and ".join(one.said for one in lever.changes)
    return f"{changed}. Then {lever_outcome(lever, found)}."


def lever_outcome(lever: Lever, found: FirstMoves) -> str:
    """What would be so after the change."""
    then = []
    if lever.holds:
        then.append(f"{_listed(lever.holds)} would hold under {written(found.concept)}")
    if lever.path:
        way = "; then ".join(
            f"{found.conflict.decision_maker(step.mover).name} could "
            f"{_with_what_follows(step, found.conflict)}"
            for step in lever.path
        )
        end = "hold" if lever.ends_hold else "not hold"
        then.append(f"every step is a gain: {way}, which would {end}")
    then.append(f"the status quo would {'still hold' if lever.now_holds else 'not hold'}")
    return "; ".join(then)


def _with_what_follows(step: Step, conflict: Conflict) -> str:
    """As ``change``, where options of others may follow those of the mover."""
    own: list[str] = []
    follow: list[str] = []
    for option, old, new in zip(conflict.options, step.before, step.after, strict=False):
        label = option.label or option.id
        if old != new and option.owner == step.mover:
            own.append(f"{'choose' if new == 'Y' else 'drop'} “{label}”")
        elif old != new:
            who = conflict.decision_maker(option.owner).name
            follow.append(f"{who} {'chooses' if new == 'Y' else 'drops'} “{label}”")
    if not follow:
        return change(step.before, step.after, conflict)
    return f"{_listed(own)}, so that {_listed(follow)} ({step.after})"


def levers_tried(levers: Levers) -> str:
    """How much was tried."""
    if not levers.singles:
        return (
            "None is needed: a way leads to a goal state that would hold, and every step of it is "
            "a gain for the side that takes it."
        )
    told = f"Tried: {levers.tried:,} of {levers.singles:,} single changes"
    if levers.pairs:
        told += f", {levers.tried_pairs:,} of {levers.pairs:,} pairs"
    if levers.interrupted:
        told += ", until it was interrupted"
    left = f" Not tried: {'; '.join(levers.untried)}." if levers.untried else ""
    return f"{told}.{left}"


def _sure(found: FirstMoves, sure: Sureness) -> list[str]:
    told = [
        f"What is not known makes {sure.total:,} readings of the model. The status quo would hold "
        f"in {sure.now.words}, some goal state in {sure.goal.words}, and steps that are each a "
        f"gain lead to a goal state in {sure.gains.words}."
    ]
    opens = []
    for id_, share in sure.openers:
        if share.held or any(opener.decision_maker == id_ for opener in found.openers):
            alone = dict(sure.alone)[id_]
            only = f" (by it alone in {alone})" if alone.held else ""
            opens.append(f"by {found.conflict.decision_maker(id_).name} in {share.words}{only}")
    if opens and not any(opener.effect is Effect.GAIN for opener in found.open_by_gains):
        told.append(f"A path whose later steps are all gains is opened {_listed(opens)}.")
    if sure.turns:
        wants = [
            f"“{condition}” of {found.conflict.decision_maker(id_).name}"
            for id_, condition in sure.turns
        ]
        told.append(
            "Whether the status quo would hold turns over in some reading if it is false or "
            f"misread: {_listed(wants, word='or')}."
        )
    return told


def _number(n: int) -> str:
    return f"{n:,}" if n else "none"


def _name(found: FirstMoves, opener: Opener) -> str:
    return found.conflict.decision_maker(opener.decision_maker).name


def _listed(
    items: Iterable[str], of: int | None = None, *, word: str = "and", most: int = _SHOWN
) -> str:
    """“a, b and c”, at most ``most`` of them; ``of``: how many there are in all."""
    every: Sequence[str] = list(items)
    left = (len(every) if of is None else of) - len(every[:most])
    shown = [*every[:most], *([f"{left:,} more"] if left > 0 else [])]
    if len(shown) == 1:
        return shown[0]
    return f"{', '.join(shown[:-1])} {word} {shown[-1]}"
