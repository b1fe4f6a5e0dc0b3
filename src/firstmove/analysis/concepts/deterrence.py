"""The one form that Nash, GMR, SMR, SEQ and SSEQ share, whatever preference is made of.

    s is stable  iff  every s1 ∈ leave(s) has some s2 ∈ R_{N−i}(s1) or R_{N−i}⁺(s1) with
                      s2 ∈ deter(s), and, with a counter-move, no s3 ∈ R_i(s2) with s3 ∈ escape(s)

What differs between concepts is which states one leaves for, which replies count, and which states
deter. Unknown preference, strength of preference and coalitions each fill these in.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from firstmove.analysis.graphs.masks import StateGraph, bits
from firstmove.analysis.graphs.walk import Steps, shortest
from firstmove.analysis.verdict import Improvement, Step, Verdict

Sets = Sequence[int]  # for each state a set of states


@dataclass(frozen=True, slots=True)
class Rule:
    """One concept for one mover (a decision maker or a coalition).

    ``leave[s]``: the improvements of the mover. ``replies[s1]``: what the others can make of s1,
    by ``steps``; None: nobody replies. ``deter[s]``: states that make leaving s not worth it.
    ``moves`` and ``escape``: the mover's further moves, and which of their ends undo the
    deterrence; None: no counter-move is looked at.
    """

    leave: Sets
    others: Sequence[int] = ()
    steps: Steps = ()
    replies: Sets | None = None
    deter: Sets = ()
    moves: Sets | None = None
    escape: Sets = ()

    def deterring(self, s: int, s1: int) -> int:
        """The states s2 that deter the move from s to s1."""
        if self.replies is None:
            return 0
        found = self.replies[s1] & self.deter[s]
        if self.moves is None:
            return found
        return sum(1 << s2 for s2 in bits(found) if not self.moves[s2] & self.escape[s])

    def deterred(self, s: int, s1: int) -> bool:
        if self.replies is None:
            return False
        found = self.replies[s1] & self.deter[s]
        if self.moves is None:
            return found != 0
        return any(not self.moves[s2] & self.escape[s] for s2 in bits(found))

    def holds(self, s: int) -> bool:
        return all(self.deterred(s, s1) for s1 in bits(self.leave[s]))

    def stable(self, tick: Callable[[], None] = lambda: None) -> int:
        """The set of stable states. ``tick`` is called now and then, and may raise to stop."""
        found = 0
        for s in range(len(self.leave)):
            if s % 64 == 0:
                tick()
            if self.holds(s):
                found |= 1 << s
        return found


def verdict(
    graph: StateGraph,
    rule: Rule,
    concept: str,
    mover: str,
    s: int,
    preferred: Callable[[int], int],
) -> Verdict:
    """Why s is stable or not: each improvement with the shortest reply that deters it, the most
    ``preferred`` (greatest) first."""
    found = tuple(
        _improvement(graph, rule, s, s1)
        for s1 in sorted(bits(rule.leave[s]), key=lambda at: (-preferred(at), at))
    )
    return Verdict(concept, mover, graph.names[s], all(x.deterred for x in found), found)


def _improvement(graph: StateGraph, rule: Rule, s: int, s1: int) -> Improvement:
    path = shortest(rule.others, rule.steps, s1, rule.deterring(s, s1))
    if not path:
        return Improvement(graph.names[s1], deterred=False)
    return Improvement(graph.names[s1], True, steps(graph, path), graph.names[path[-1][2]])


def steps(graph: StateGraph, path: Sequence[tuple[int, int, int]]) -> tuple[Step, ...]:
    """A path of positions in words."""
    return tuple(Step(graph.ids[j], graph.names[a], graph.names[b]) for j, a, b in path)
