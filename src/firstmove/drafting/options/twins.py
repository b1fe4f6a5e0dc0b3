"""Two options of one side for which some words name one act: “take the first step”, “engage in
talks”, where “initiate dialogue” is told of the first step.

Each telling joins the option that is likest when it comes; a later one may bind two of them.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from firstmove.drafting.likeness.alike import Likeness, liken
from firstmove.drafting.options.candidate import Candidate

_NEVER = frozenset((Likeness.CONTRARY, Likeness.AMOUNTS))


def without_twins(found: Sequence[Candidate]) -> list[Candidate]:
    """The same options; of two that are one the one named oftener, which is asked once."""
    left = list(found)
    for one in found:
        into = _twin(one, left)
        if into is not None:
            why = "since some words for both name one act"
            into.named += [replace(one.named[0], taken_for=why), *one.named[1:]]
            into.loose += one.loose
            left.remove(one)
    return left


def _twin(one: Candidate, found: Sequence[Candidate]) -> Candidate | None:
    others = [c for c in found if c is not one and c.owner == one.owner and _one_act(c, one)]
    if len(others) != 1 or len(others[0].named) < len(one.named):
        return None
    return others[0]


def _one_act(one: Candidate, other: Candidate) -> bool:
    """Whether some words for both name one act, none exclude each other, and no statement tells
    both of its own accord (the part of a partner follows from what another side would do)."""
    pairs = [(a, b) for a in one.named for b in other.named]
    likenesses = {liken(a.label, a.act.thing, b.label, b.act.thing) for a, b in pairs}
    return (
        Likeness.SAME in likenesses
        and not likenesses & _NEVER
        and not any(
            a.statement.id == b.statement.id and not (a.partner or b.partner) for a, b in pairs
        )
    )
