"""The witness of a deterred improvement: the opponents' shortest path that deters it.

A search over (state, last mover), straight from the definition of R_H and R_H⁺ (Fang, Hipel &
Kilgour 1993): a path goes on with j only if j did not make its last move.
"""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass

import numpy as np

from firstmove.analysis.graphs.graph import Graph
from firstmove.analysis.graphs.space import Ints
from firstmove.errors import AnalysisError

MAX_SEARCH = 1 << 20  # (state, last mover) pairs, about ten seconds


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
    """The first path of the opponents of i from ``to`` to an s2 with worth[s2] ≤ level[state].

    Shortest first; among equals the earlier decision maker, then the lower state. None when
    ``threat`` tells that there is none.
    """
    level = graph.movers[i].level[state]
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
            there = mover.improvements(at) if improving else mover.moves(at)
            there = there[np.argsort(graph.canonical(there), kind="stable")]
            ends = there[(worth[there] <= level) & (there != to)]
            if len(ends):
                # Whatever was reached before did not deter, so this end is new.
                came[(int(ends[0]), j)] = node
                return _path(came, start, (int(ends[0]), j))
            for after in there.tolist():
                if (after, j) not in came:
                    came[(after, j)] = node
                    queue.append((after, j))
        if len(came) > MAX_SEARCH:
            raise AnalysisError(
                f"the reply that deters the move to {graph.text(to)} is too far away to show",
                remedy=f"replies are searched for up to {MAX_SEARCH:,} steps; whether the state "
                "is stable is exact all the same",
            )
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
