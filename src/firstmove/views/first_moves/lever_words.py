"""What would be so after a lever is pulled, in sentences without the letters of states."""

from __future__ import annotations

from typing import TYPE_CHECKING

from firstmove.views.first_moves.step_words import change_words
from firstmove.views.wording import concept, count, joined, number

if TYPE_CHECKING:
    from collections.abc import Sequence

    from firstmove.analysis.first_moves.result import FirstMoves, Lever
    from firstmove.analysis.verdict import Step
    from firstmove.conflict.model import Conflict

_NAMED = 2  # states of a model in graph form that are told by their names


def lever_words(lever: Lever, moves: FirstMoves, opening: str = "") -> str:
    """What would be so after a change, without the letters of states; ``opening``: the words that
    the sentence begins with."""
    conflict, told = moves.conflict, []
    if lever.holds:
        where = _reached(conflict, moves.start, lever.holds)
        told.append(f"{where} would hold under {concept(moves.concept).short}")
    if lever.path:
        way = "; then ".join(
            f"{conflict.decision_maker(step.mover).name} could {_with_followers(step, conflict)}"
            for step in lever.path
        )
        told.append(
            f"every step is a gain, to a state that would {'' if lever.ends_hold else 'not '}hold: "
            f"{way}"
        )
    still = "still hold" if lever.now_holds else "not hold"
    told.append(f"the status quo would {still}")
    text = "; ".join(told)
    return f"{opening} {text}." if opening else f"{text[0].upper()}{text[1:]}."


def _reached(conflict: Conflict, start: str, states: Sequence[str]) -> str:
    """The states, by what is otherwise in them than in the status quo; of several by what is so
    in all."""
    many = f"{number(len(states))} states" if len(states) > 1 else ""
    if conflict.states:
        names = {s.id: f"‘{s.label}’" for s in conflict.states if s.label}
        return joined([*(names.get(one, one) for one in states[:_NAMED]), *_rest(states)])
    changes = []
    for letter, how in (("Y", "taken"), ("N", "not taken")):
        labels = [
            f"‘{option.label or option.id}’"
            for option, old, *new in zip(conflict.options, start, *states, strict=True)
            if old != letter and set(new) == {letter}
        ]
        if labels:
            changes.append(f"{joined(labels)} {how}")
    return f"{many or 'the state'} with {joined(changes)}" if changes else many or "the status quo"


def _rest(states: Sequence[str]) -> tuple[str, ...]:
    more = len(states) - _NAMED
    return (count(more, "more state"),) if more > 0 else ()


def _with_followers(step: Step, conflict: Conflict) -> str:
    """A step after which options of others follow those of its mover."""
    if conflict.states:
        return change_words(conflict, step.before, step.after, person=False)
    own = "".join(
        new if option.owner == step.mover else old
        for option, old, new in zip(conflict.options, step.before, step.after, strict=True)
    )
    told = change_words(conflict, step.before, own, person=False)
    followers = dict.fromkeys(
        option.owner
        for option, old, new in zip(conflict.options, own, step.after, strict=True)
        if old != new
    )
    after = []
    for id_ in followers:
        both = "".join(
            new if option.owner == id_ else old
            for option, old, new in zip(conflict.options, own, step.after, strict=True)
        )
        after.append(f"{conflict.decision_maker(id_).name} {change_words(conflict, own, both)}")
    return f"{told}, so that {joined(after)}" if after else told
