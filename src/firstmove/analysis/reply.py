"""The witness of a deterred improvement: the opponents' shortest path that deters it.

A search over (state, last mover), straight from the definition of R_H and R_H⁺ (Fang, Hipel &
Kilgour 1993): a path goes on with j only if j did not make its last move.
"""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass

from firstmove.analysis.graph import Graph
from firstmove.analysis.space import Ints


@dataclass(frozen=True, slots=True)
class Reply:
    """Moves as (decision maker, state before, state after), all as positions; where they end."""

    moves: tuple[tuple[int, int, int], ...]
    ends: int


def shortest_reply(
    graph: Graph,
    i: int,
    state: int,
    to: int,
    threat: Ints,
    worth: Ints,
    *,
    improving: bool = False,
) -> Reply | None:
    """The first path of the opponents of i from ``to`` to an s2 with worth[s2] ≤ rank of ``state``.

    Shortest first; among equals the earlier decision maker, then the lower state. None when
    ``threat`` tells that there is none.
    """
    level = graph.movers[i].rank[state]
    if threat[to] > level:
        return None
    Node = tuple[int, int]  # state, last mover
    start: Node = (to, i)
    came: dict[Node, Node] = {}
    queue: deque[Node] = deque([start])
    while queue:
        node = queue.popleft()
        at, last = node
        for j in graph.opponents(i):
            if j == last:
                continue
            mover = graph.movers[j]
            for after in (mover.improvements(at) if improving else mover.moves(at)).tolist():
                reached: Node = (after, j)
                if reached in came:
                    continue
                came[reached] = node
                if after != to and worth[after] <= level:
                    return _path(came, start, reached)
                queue.append(reached)
    raise AssertionError("the engine and the definition disagree on what can be reached")


def _path(
    came: dict[tuple[int, int], tuple[int, int]], start: tuple[int, int], end: tuple[int, int]
) -> Reply:
    moves: list[tuple[int, int, int]] = []
    node = end
    while node != start:
        before = came[node]
        moves.append((node[1], before[0], node[0]))
        node = before
    return Reply(tuple(reversed(moves)), end[0])
