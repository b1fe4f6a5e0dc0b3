"""Two options of one side for which some words name one act: “take the first step”, “engage in
talks”, where “initiate dialogue” is told of the first step.

Each telling joins the option that is likest when it comes; a later one may bind two of them.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from firstmove.drafting.acts.named import Named
from firstmove.drafting.likeness.alike import Likeness, counts_of, liken, uncounted
from firstmove.drafting.options.candidate import Candidate

_NEVER = frozenset((Likeness.CONTRARY, Likeness.AMOUNTS))
_DEFINITE = re.compile(r"\b(?:the|its|their|these|those)\b", re.IGNORECASE)


def without_twins(found: Sequence[Candidate]) -> list[Candidate]:
    """The same options; of two that are one the one named oftener, which is asked once."""
    left = _joined(found, _one_act, "since some words for both name one act")
    return _joined(left, _of_one_number, "since no other number of them is told", alone=True)


def _joined(
    found: Sequence[Candidate],
    one_act: Callable[[Candidate, Candidate], bool],
    why: str,
    *,
    alone: bool = False,
) -> list[Candidate]:
    """``alone``: only where neither could be one with a third."""
    left = list(found)

    def twins(one: Candidate) -> list[Candidate]:
        return [c for c in left if c is not one and c.owner == one.owner and one_act(c, one)]

    for one in found:
        others = twins(one)
        into = others[0] if len(others) == 1 else None
        if into is None or (alone and len(twins(into)) > 1):
            continue
        if len(into.named) >= len(one.named):
            into.named += [replace(one.named[0], taken_for=why), *one.named[1:]]
            into.loose += one.loose
            left.remove(one)
    return left


def _one_act(one: Candidate, other: Candidate) -> bool:
    """Whether some words for both name one act, none exclude each other, and no statement tells
    both of its own accord (the part of a partner follows from what another side would do)."""
    likenesses = {liken(a.label, a.act.thing, b.label, b.act.thing) for a, b in _pairs(one, other)}
    return Likeness.SAME in likenesses and not likenesses & _NEVER and not _together(one, other)


def _of_one_number(one: Candidate, other: Candidate) -> bool:
    """ "Reinstate the stewards" beside "reinstate nine sacked stewards": all that are told of. Who
    would free the captives may mean others than 20 of them."""
    for bare, numbered in ((one, other), (other, one)):
        counts = {counts_of(n.label) for n in numbered.named}
        if (
            len(counts) == 1
            and all(value for count in counts for value, _ in count)
            and counts != {frozenset()}
            and all(not counts_of(n.label) and _DEFINITE.search(n.label) for n in bare.named)
            and all(_but_for_number(a, b) for a, b in _pairs(bare, numbered))
        ):
            return not _together(one, other)
    return False


def _but_for_number(one: Named, other: Named) -> bool:
    a, b = uncounted(one.label), uncounted(other.label)
    return liken(" ".join(a.split()), one.act.thing, " ".join(b.split()), other.act.thing) is (
        Likeness.SAME
    )


def _pairs(one: Candidate, other: Candidate) -> list[tuple[Named, Named]]:
    return [(a, b) for a in one.named for b in other.named]


def _together(one: Candidate, other: Candidate) -> bool:
    """Whether one statement tells both of its own accord."""
    return any(
        a.statement.id == b.statement.id and not (a.partner or b.partner)
        for a, b in _pairs(one, other)
    )
