"""States of a conflict: which are possible, and what holds in them, by search over the options.

A state is written as one Y or N for each option, in the order of ``Conflict.options``. States are
numbered in the ascending order of Σ 2^i over the options i taken, i counted from 0: the numbering
of GMCR II and GMCR+.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from firstmove.conflict.condition import THREE_VALUED, Condition
from firstmove.conflict.model import Conflict


class OutOfSteps(Exception):
    """The search was stopped before it could tell."""


def state_of(conflict: Conflict, values: Mapping[str, bool]) -> str:
    """The state in which each option has the value given; KeyError for a missing option."""
    return "".join("Y" if values[option.id] else "N" for option in conflict.options)


def values_of(conflict: Conflict, state: str) -> dict[str, bool]:
    """Option id → whether it is taken in ``state``."""
    return {option.id: taken == "Y" for option, taken in zip(conflict.options, state, strict=True)}


def decide(
    condition: Condition, values: Mapping[str, bool], defines: Mapping[str, Condition]
) -> bool | None:
    """Whether ``condition`` holds, defined names included; None where ``values`` leave it open.

    ``defines`` must not go in a circle (``validate`` checks).
    """
    known: dict[str, bool | None] = {}

    def leaf(name: str) -> bool | None:
        if name not in defines:
            return values.get(name)
        if name not in known:
            known[name] = defines[name].fold(algebra)
        return known[name]

    algebra = THREE_VALUED.at(leaf)
    return condition.fold(algebra)


def feasible_states(
    conflict: Conflict, given: Mapping[str, bool] | None = None, *, steps: int = 20_000
) -> Iterator[str]:
    """The possible states that agree with ``given``, in ascending order.

    Raises OutOfSteps when the search has tried ``steps`` partial states; a model of ordinary size
    needs a few for each state that is asked for.
    """
    names = [option.id for option in conflict.options]
    forbidden = [impossible.condition for impossible in conflict.impossible]
    for values in assignments(names, forbidden, conflict.defines, given or {}, steps=steps):
        yield state_of(conflict, values)


def assignments(
    names: Sequence[str],
    forbidden: Sequence[Condition],
    defines: Mapping[str, Condition],
    given: Mapping[str, bool],
    *,
    steps: int,
) -> Iterator[dict[str, bool]]:
    """Every way to give the names a value so that no condition of ``forbidden`` holds.

    Depth first, the last name outermost and N before Y; a branch is left as soon as a condition
    holds whatever else is chosen.
    """
    stack: list[tuple[dict[str, bool], Sequence[Condition]]] = [({}, forbidden)]
    while stack:
        steps -= 1
        if steps < 0:
            raise OutOfSteps
        values, undecided = stack.pop()
        verdicts = [(condition, decide(condition, values, defines)) for condition in undecided]
        if any(verdict for _, verdict in verdicts):
            continue
        if len(values) == len(names):
            yield values
            continue
        still = [condition for condition, verdict in verdicts if verdict is None]
        name = names[len(names) - 1 - len(values)]
        choices = (given[name],) if name in given else (True, False)
        stack.extend(({**values, name: choice}, still) for choice in choices)
