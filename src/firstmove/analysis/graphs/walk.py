"""What a group can reach, and by which moves: legal sequences, in which nobody moves twice running.

    R_H(s): ends of legal sequences of moves by members of H from s, without s itself

Fang, Hipel & Kilgour 1993; Xu, Hipel, Kilgour & Chen 2018, ch. 4. A sequence goes on with j only if
j did not make its last move, so the search is over (state, last mover). ``steps[j][s]`` are the
states that j may take s to: all its moves, or only some of them.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from firstmove.analysis.graphs.masks import bits

Steps = Sequence[Sequence[int]]


def reachable(group: Sequence[int], steps: Steps, states: int) -> list[int]:
    """R_H(s) for every s < ``states``, as bit sets.

    The ends of the sequences that begin with j are where j goes, and from there the ends of the
    sequences that begin with another; the least such sets, found by going over all states until
    nothing is added.
    """
    targets = {j: [tuple(bits(mask)) for mask in steps[j]] for j in group}
    ends = {j: list(steps[j]) for j in group}
    changed = len(group) > 1
    while changed:
        changed = False
        for j in group:
            others = [ends[k] for k in group if k != j]
            for s in range(states):
                found = ends[j][s]
                for q in targets[j][s]:
                    for other in others:
                        found |= other[q]
                if found != ends[j][s]:
                    ends[j][s] = found
                    changed = True
    reach = []
    for s in range(states):
        found = 0
        for j in group:
            found |= ends[j][s]
        reach.append(found & ~(1 << s))
    return reach


@dataclass(frozen=True, slots=True)
class Visit:
    """A state reached with this last mover, in how many moves, and from where."""

    state: int
    mover: int  # -1: the start
    moves: int
    before: tuple[int, int] | None  # (state, last mover) before


def visits(group: Sequence[int], steps: Steps, start: int) -> Mapping[tuple[int, int], Visit]:
    """Every (state, last mover) that the group can bring about, by the fewest moves, in order of
    discovery: among equals the earlier decision maker, then the lower state."""
    return {(visit.state, visit.mover): visit for visit in _visited(group, steps, start)}


def _visited(group: Sequence[int], steps: Steps, start: int) -> Iterator[Visit]:
    yield Visit(start, -1, 0, None)
    seen = dict.fromkeys(group, 0)  # for each last mover the states found
    queue = deque([(start, -1, 0)])
    while queue:
        state, mover, moves = queue.popleft()
        for j in group:
            if j == mover:
                continue
            new = steps[j][state] & ~seen[j]
            seen[j] |= new
            for q in bits(new):
                yield Visit(q, j, moves + 1, (state, mover))
                queue.append((q, j, moves + 1))


def way(
    found: Mapping[tuple[int, int], Visit], end: tuple[int, int]
) -> tuple[tuple[int, int, int], ...]:
    """The moves that lead to a visit, as (mover, before, after)."""
    moves: list[tuple[int, int, int]] = []
    visit = found[end]
    while visit.before is not None:
        moves.append((visit.mover, visit.before[0], visit.state))
        visit = found[visit.before]
    return tuple(reversed(moves))


def shortest(
    group: Sequence[int], steps: Steps, start: int, goals: int
) -> tuple[tuple[int, int, int], ...]:
    """The shortest legal sequence from ``start`` to a state of ``goals``, as (mover, before,
    after); () where there is none. ``start`` itself is no goal."""
    goals &= ~(1 << start)
    if not goals:
        return ()
    return first(group, steps, start, lambda q: bool(goals >> q & 1))


def first(
    group: Sequence[int], steps: Steps, start: int, found: Callable[[int], bool]
) -> tuple[tuple[int, int, int], ...]:
    """The shortest legal sequence from ``start`` to a state of which ``found`` is true, as (mover,
    before, after); () where there is none. Among equals the earlier decision maker, then the lower
    state."""
    came: dict[tuple[int, int], Visit] = {}
    for visit in _visited(group, steps, start):
        came[visit.state, visit.mover] = visit
        if visit.moves and found(visit.state):
            return way(came, (visit.state, visit.mover))
    return ()
