"""Limited-move stability L_h: staying is best for one who looks h moves ahead.

    G_0(i, s) = s. With h moves ahead, i at s goes to the s1 ∈ R_i(s) with the best G_{h−1}(j, s1)
    if that is better for it than s, and otherwise stays, which ends the sequence: G_h(i, s) = s.
    s is L_h stable for i  iff  i stays at s with h moves ahead.

Kilgour 1985; Zagare 1984; Fang, Hipel & Kilgour 1993, ch. 3. The two sides take turns, each knows
the other's preference, and each looks one move less far than the one before. L_1 is Nash.

For two decision makers only. With three or more it is not settled who may move after whom, so that
the literature has no one definition; firstmove says so instead of choosing.

Where several moves are equally good for the mover and not for the other, backward induction does
not say which is taken. A state counts as stable only if it is stable whichever is. Steps: for each
horizon up to h and each (mover, state) the set of states in which it can all end. Cost: h passes
over the moves of all states.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from firstmove.analysis.concepts.deterrence import steps
from firstmove.analysis.graphs.masks import StateGraph, bits
from firstmove.analysis.verdict import Improvement, Verdict
from firstmove.errors import AnalysisError

MAX_STATES = 1 << 12


@dataclass(frozen=True, slots=True)
class Ends:
    """``ends[h][i][s]``: where it can end when i is to move at s and h moves are looked ahead."""

    ranks: Sequence[Sequence[int]]
    ends: Sequence[Sequence[Sequence[frozenset[int]]]]

    def least(self, i: int, horizon: int, j: int, s: int) -> int:
        return min(self.ranks[i][q] for q in self.ends[horizon][j][s])

    def most(self, i: int, horizon: int, j: int, s: int) -> int:
        return max(self.ranks[i][q] for q in self.ends[horizon][j][s])


def ends(graph: StateGraph, horizon: int) -> Ends:
    """The anticipated ends for every mover, state and horizon from 0 to ``horizon``.

    Raises AnalysisError for other than two decision makers, and for too many states.
    """
    if len(graph.ids) != 2:
        raise AnalysisError(
            f"limited-move stability is asked of {len(graph.ids)} decision makers",
            remedy="it is defined for two; for more, the literature does not agree on who may move "
            "after whom, so there is no answer to give. Ask for gmr, smr, seq or sseq",
        )
    for i, id_ in enumerate(graph.ids):
        if graph.apart(i):
            raise AnalysisError(
                f"“{id_}” ranks some of the states only, so that there is no best to look ahead to",
                remedy="rank all states for limited moves, or ask for gmr, smr, seq or sseq",
            )
    if len(graph.names) > MAX_STATES:
        raise AnalysisError(
            f"the model has {len(graph.names):,} possible states, too many to look ahead from",
            remedy=f"limited-move stability is done up to {MAX_STATES:,}",
        )
    return graph.once(("limited", horizon), lambda: _ends_up_to(graph, horizon))


def _ends_up_to(graph: StateGraph, horizon: int) -> Ends:
    here = [frozenset([s]) for s in range(len(graph.names))]
    ranks = [graph.ranks(0), graph.ranks(1)]
    moves = [[tuple(bits(mask)) for mask in graph.moves[i]] for i in (0, 1)]
    table = [[here, here]]
    while len(table) <= horizon:
        last = Ends(ranks, table)
        table.append(
            [[_ends(last, i, s, targets) for s, targets in enumerate(moves[i])] for i in (0, 1)]
        )
    return Ends(ranks, table)


def _ends(known: Ends, i: int, s: int, targets: Sequence[int]) -> frozenset[int]:
    """All ends that some way to settle ties leads to."""
    j, ahead, ranks = 1 - i, len(known.ends) - 1, known.ranks[i]
    sure = [known.least(i, ahead, j, s1) for s1 in targets]  # what each move gives at the least
    found = {s} if max(sure, default=ranks[s]) <= ranks[s] else set()
    top = sorted(sure)[-2:]
    for s1, least in zip(targets, sure, strict=True):
        # The most that every other move is sure to give: no end below it is chosen by going to s1.
        rest = max((value for value in _without(top, least)), default=ranks[s])
        for q in known.ends[ahead][j][s1]:
            if ranks[q] > ranks[s] and ranks[q] >= rest:
                found.add(q)
    return frozenset(found)


def _without(top: list[int], value: int) -> list[int]:
    """The greatest two values with one ``value`` taken out."""
    return top[:-1] if top[-1] == value else top


def stable(graph: StateGraph, i: int, horizon: int) -> int:
    """The set of states at which i stays, however ties are settled."""
    known = ends(graph, horizon)
    return sum(
        1 << s for s in range(len(graph.names)) if not _may_leave(known, graph, i, s, horizon)
    )


def _may_leave(known: Ends, graph: StateGraph, i: int, s: int, horizon: int) -> bool:
    """Whether some way to settle ties makes a move from s better for i than s."""
    return any(
        known.most(i, horizon - 1, 1 - i, s1) > known.ranks[i][s] for s1 in bits(graph.moves[i][s])
    )


def depends(graph: StateGraph, i: int, horizon: int) -> int:
    """The set of states that are stable for i or not, depending on how ties are settled."""
    known = ends(graph, horizon)
    return sum(
        1 << s
        for s in range(len(graph.names))
        if s in known.ends[horizon][i][s] and _may_leave(known, graph, i, s, horizon)
    )


def verdict(graph: StateGraph, i: int, s: int, horizon: int, name: str) -> Verdict:
    """Each move from s with where it is expected to end, the best first. ``deterred``: that is no
    better for i than s, however ties are settled; ``reply`` is then the play that leads there."""
    known = ends(graph, horizon)
    ranks = known.ranks[i]
    found: list[tuple[int, int, Improvement]] = []
    for s1 in bits(graph.moves[i][s]):
        value = known.most(i, horizon - 1, 1 - i, s1)
        end = min(q for q in known.ends[horizon - 1][1 - i][s1] if ranks[q] == value)
        deterred = value <= ranks[s]
        play = steps(graph, _play(known, graph, 1 - i, s1, horizon - 1, end)) if deterred else ()
        to = graph.names[s1]
        found.append((-value, s1, Improvement(to, deterred, play, graph.names[end])))
    ordered = tuple(improvement for _, _, improvement in sorted(found, key=lambda x: x[:2]))
    return Verdict(name, graph.ids[i], graph.names[s], all(x.deterred for x in ordered), ordered)


def _play(
    known: Ends, graph: StateGraph, i: int, s: int, horizon: int, end: int
) -> tuple[tuple[int, int, int], ...]:
    """The moves from s to ``end``, one of its anticipated ends."""
    path: list[tuple[int, int, int]] = []
    while s != end and horizon:
        s1 = next(q for q in bits(graph.moves[i][s]) if end in known.ends[horizon - 1][1 - i][q])
        path.append((i, s, s1))
        i, s, horizon = 1 - i, s1, horizon - 1
    return tuple(path)
