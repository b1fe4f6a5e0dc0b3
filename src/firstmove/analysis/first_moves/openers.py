"""Who opens a path on which every later step is a gain, or as few as possible are none.

    cost(t, k) = 0                                              t is a goal state
               = min over j ≠ k, u ∈ R_j(t), u ≠ s0, of cost(u, j) + [t → u is no gain for j]

where k made the last move. Decision maker i opens with the least cost(s1, i) over s1 ∈ R_i(s0); its
own first step counts for nothing. Paths do not come back to the status quo s0, and may have any
length. Of those that cost the same one is shown that begins with a gain, if any does; of these one
whose first step changes the fewest options, so that it asks for no more than opens the way; of
these the shortest.

By rising cost, then length, backwards from the goal states (0-1 search, Dijkstra 1959): each
portion takes two reductions over the n states for each decision maker. Cost: 2·m reductions a
portion; there are as many portions as pairs (cost, length) that occur, a few in ordinary models.
A step whose gain is not known counts as no gain.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from firstmove.analysis.first_moves.field import Field
from firstmove.analysis.first_moves.result import Effect
from firstmove.analysis.first_moves.ways import Leg
from firstmove.analysis.graphs.space import Bools, Ints

_NEVER = np.iinfo(np.int64).max
_COST = 1 << 32  # one step without a gain weighs more than any number of steps


@dataclass(frozen=True, slots=True)
class Opening:
    """``maker`` opens; ``others`` later steps are no gain; ``legs``: a shortest such path."""

    maker: int
    others: int
    legs: tuple[Leg, ...]


def openings(field: Field, start: int, goal: Bools, most: int | None = None) -> list[Opening]:
    """Who opens the paths of the least cost, in the order of the model; [] where no path leads to
    a goal state, or none whose cost is at most ``most``. The status quo itself is no goal state
    here."""
    value = _values(field, start, goal & ~field.only(start), most)
    ahead = [field.legs[i].moves(start) for i in range(len(field.ids))]
    least = min((int(value[i][there].min(initial=_NEVER)) for i, there in enumerate(ahead)))
    if least == _NEVER:
        return []
    cost = least // _COST
    found = []
    for i, there in enumerate(ahead):
        there = there[value[i][there] < (cost + 1) * _COST]
        gains, _ = field.gains(i, start, there)
        there = there[gains] if gains.any() else there
        if len(there):
            first = _nearest(field, value, i, _least(field, start, there))
            found.append(Opening(i, cost, _path(field, value, i, start, first)))
    return found


def _least(field: Field, start: int, there: Ints) -> Ints:
    """Of ``there`` the states that change the fewest options; all of them in graph form."""
    if field.graph is None:
        return there
    changed = field.graph.codes[there] ^ field.graph.codes[start]
    count = np.unpackbits(changed.astype("<i8").view(np.uint8).reshape(-1, 8), axis=1).sum(axis=1)
    least: Ints = there[count == count.min()]
    return least


def idle(field: Field, goal: Bools, opening: Opening) -> bool:
    """Whether the first step of an opening is not needed: what the others do on its path, done
    without it, are gains too and lead to a goal state. In option form."""
    legs = opening.legs
    if field.graph is None or opening.others or len(legs) < 2 or legs[1][0] == opening.maker:
        return False
    now = field.text(legs[0][1])
    at: int | None = legs[0][1]
    for maker, before, after in legs[1:]:
        was, at = at, None
        told = zip(now, field.text(before), field.text(after), strict=True)
        now = "".join(new if old != new else here for here, old, new in told)
        at = field.place(now)
        if was is None or at is None or at == was:
            return False
        if field.effect(maker, was, at) is not Effect.GAIN:
            return False
    return at is not None and bool(goal[at])


def gains_only(field: Field, start: int, goal: Bools) -> tuple[Leg, ...] | None:
    """A shortest path from ``start`` to a goal state on which every step is a gain, the first
    included; None where there is none."""
    value = _values(field, start, goal & ~field.only(start), 0)
    found = []
    for i in range(len(field.ids)):
        there = field.legs[i].moves(start)
        there = there[(value[i][there] < _COST) & field.gains(i, start, there)[0]]
        if len(there):
            first = _nearest(field, value, i, there)
            found.append((int(value[i][first]), i, first))
    if not found:
        return None
    _, i, to = min(found)
    return _path(field, value, i, start, to)


def _nearest(field: Field, value: npt.NDArray[np.int64], i: int, there: Ints) -> int:
    """Where i goes: the least value, what it likes best of that, then the order of the model."""
    near = there[value[i][there] == value[i][there].min()]
    return int(near[np.argmax(field.rank[i][near])])


def _values(field: Field, start: int, goal: Bools, most: int | None) -> npt.NDArray[np.int64]:
    """(makers, n) cost · 2^32 + length from each node, exact up to the least cost of an opening."""
    makers = range(len(field.ids))
    value = np.full((len(field.ids), field.size), _NEVER, dtype=np.int64)
    first = [field.out_of(i, field.only(start)) for i in makers]
    todo: dict[int, dict[int, Bools]] = {0: dict.fromkeys(makers, goal)}
    bound = _NEVER if most is None else (most + 1) * _COST
    while todo:
        now = min(todo)
        if now >= bound:
            break
        settled: dict[int, Bools] = {}
        for k, states in todo.pop(now).items():
            new = states & (value[k] == _NEVER)
            if new.any():
                value[k][new] = now
                settled[k] = new
                if (new & first[k]).any():  # an opening: look at no higher cost
                    bound = min(bound, (now // _COST + 1) * _COST)
        for gain in (True, False):
            step = now + 1 if gain else now + _COST + 1
            if step >= bound:
                continue
            before = {
                k: field.gains_into(k, states) if gain else field.into(k, states)
                for k, states in settled.items()
            }
            for last in makers:
                found = field.none()
                for k, states in before.items():
                    if k != last:
                        found |= states
                found[start] = False
                found &= value[last] == _NEVER
                if found.any():
                    kept = todo.setdefault(step, {})
                    kept[last] = kept[last] | found if last in kept else found
    return value


def _path(
    field: Field, value: npt.NDArray[np.int64], i: int, start: int, first: int
) -> tuple[Leg, ...]:
    """Step by step to a lower value: the earlier decision maker, then what it likes best, then
    the earlier state."""
    legs: list[Leg] = [(i, start, first)]
    at, last = first, i
    while value[last][at] > 0:
        at, last = _next(field, value, at, last, legs)
    return tuple(legs)


def _next(
    field: Field, value: npt.NDArray[np.int64], at: int, last: int, legs: list[Leg]
) -> tuple[int, int]:
    left = int(value[last][at])
    for gain in (True, False):
        wanted = left - 1 if gain else left - 1 - _COST
        for j in range(len(field.ids)):
            if j == last:
                continue
            there = field.legs[j].moves(at)
            there = there[value[j][there] == wanted]
            if gain:
                there = there[field.gains(j, at, there)[0]]
            if len(there):
                after = _nearest(field, value, j, there)
                legs.append((j, at, after))
                return after, j
    raise AssertionError("a node has a value and no step leads on")
