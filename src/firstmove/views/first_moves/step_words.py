"""A step of a way out in words: what changes, what it is to its mover, whether it stands."""

from __future__ import annotations

from typing import TYPE_CHECKING

from firstmove.views.wording import joined, number

if TYPE_CHECKING:
    from firstmove.analysis.first_moves.reading_steps import StepShare
    from firstmove.analysis.first_moves.result import PathStep
    from firstmove.conflict.model import Conflict

_EFFECTS = {
    "gain": "a gain",
    "indifferent": "neither gain nor sacrifice",
    "sacrifice": "a sacrifice",
    "not known": "gain or sacrifice: not known",
    "not compared": "not compared in its ranking",
}
SIGNS = {
    "gain": "▲", "indifferent": "=", "sacrifice": "▼", "not known": "?", "not compared": "?",
}  # fmt: skip
LEGEND = (
    "▲ a gain for the side that takes the step, ▼ a sacrifice, = neither, ? not known. Kept: the "
    "side that moves next has nothing that it would rather do."
)


def sign(share: StepShare | None, step: PathStep) -> str:
    """Of what the step is to its mover in most readings."""
    if share is None:
        return SIGNS[step.effect.value]
    effect, n = share.shares[0]
    return SIGNS[effect.value] if 2 * n > share.of else "?"


def effect_words(told: StepShare | None, step: PathStep) -> str:
    """“a gain”, “a gain in 14, a sacrifice in 2 of 16 readings”."""
    if told is None or len(told.shares) < 2:
        value = told.shares[0][0].value if told is not None else step.effect.value
        return _EFFECTS[value]
    parts = [f"{_EFFECTS[effect.value]} in {number(n)}" for effect, n in told.shares]
    return f"{', '.join(parts)} of {number(told.of)} readings"


def keeping_words(step: PathStep, conflict: Conflict) -> str:
    """“kept”, “given up: B would rather go elsewhere”."""
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
