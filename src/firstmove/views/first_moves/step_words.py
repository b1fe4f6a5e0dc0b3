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
    """“takes ‘x’ and drops ‘y’”; without ``person``: “take ‘x’ and drop ‘y’”. Of what takes other
    sides as well: “does its part of ‘z’”."""
    s = "s" if person else ""
    if conflict.states:
        label = next((one.label for one in conflict.states if one.id == after), "") or after
        return f"move{s} to ‘{label}’"
    told = []
    shared = _shared(conflict)
    changed = [
        (option, new)
        for option, old, new in zip(conflict.options, before, after, strict=True)
        if old != new
    ]
    for letter, verb, part in (
        ("Y", f"take{s}", f"do{'es' if person else ''} its part of"),
        ("N", f"drop{s}", f"drop{s} its part of"),
    ):
        for say, joint in ((verb, False), (part, True)):
            labels = [
                f"‘{option.label or option.id}’"
                for option, new in changed
                if new == letter and (option.id in shared) is joint
            ]
            if labels:
                told.append(f"{say} {joined(labels)}")
    return joined(told)


def _shared(conflict: Conflict) -> frozenset[str]:
    """The options that are each side's part of one thing, and go by its name: “sign the treaty”."""
    options = {option.id: option for option in conflict.options}
    found: set[str] = set()
    for defined in conflict.defines.values():
        parts = [options[name] for name in defined.names if name in options]
        alike = len({o.owner for o in parts}) == len(parts) > len({o.label for o in parts}) == 1
        if alike and str(defined) == " and ".join(o.id for o in parts):
            found.update(o.id for o in parts)
    return frozenset(found)
