"""Stability under unknown preference: four readings of what nobody knows.

    U: nobody knows whether i prefers q to s, s to q, or neither

    reading          leaves s for s1 if     deterred by s2 if     counter-move s3 must be
    a                s1 ≻ s or s1 U s       s2 ⪯ s                ⪯ s
    b                s1 ≻ s                 s2 ⪯ s                ⪯ s
    c                s1 ≻ s or s1 U s       s2 ⪯ s or s2 U s      ⪯ s or U s
    d                s1 ≻ s                 s2 ⪯ s or s2 U s      ⪯ s or U s

with Nash, GMR, SMR and SEQ otherwise as they are; in SEQ the others move by ≻ or U in all four.
Li, Hipel, Kilgour & Fang 2004. Reading a is the most daring (drawn by the unknown, not put off by
it), d the most cautious, so a ⊆ b ⊆ d and a ⊆ c ⊆ d.

What is unknown comes from the model: a want whose basis is unknown, at its place among the wants
(two states that agree in all wants above it and differ in it are in no known order), and pairs that
a decision maker lists under ``unknown``. U is not transitive, so that the rule "nobody moves twice
running" matters here, and an answer that leads back to s1 itself is none.
"""

from __future__ import annotations

from firstmove.analysis.concepts.deterrence import Rule
from firstmove.analysis.graphs.masks import StateGraph
from firstmove.analysis.graphs.walk import reachable

READINGS = ("a", "b", "c", "d")
BASES = ("nash", "gmr", "smr", "seq")


def rule(graph: StateGraph, i: int, base: str, reading: str) -> Rule:
    """``base`` (nash, gmr, smr or seq) for decision maker i in one of the four readings."""
    order, moves = graph.open_orders[i], graph.moves[i]
    may_leave, may_deter = reading in "ac", reading in "cd"
    states = range(len(graph.names))
    leave = [moves[s] & (order.better[s] | (order.unknown[s] if may_leave else 0)) for s in states]
    if base == "nash":
        return Rule(leave)
    others = [j for j in range(len(graph.ids)) if j != i]
    steps = graph.moves if base != "seq" else improving(graph)
    escape = [order.better[s] | (0 if may_deter else order.unknown[s]) for s in states]
    return Rule(
        leave,
        others,
        steps,
        graph.once(("unknown", base == "seq", i), lambda: reachable(others, steps, len(states))),
        deter=[graph.all & ~escape[s] for s in states],
        moves=moves if base == "smr" else None,
        escape=escape,
    )


def improving(graph: StateGraph) -> list[list[int]]:
    """For each decision maker the moves to states that it prefers, or may prefer."""
    return graph.once(
        "unknown improvements",
        lambda: [
            [graph.moves[j][s] & (o.better[s] | o.unknown[s]) for s in range(len(graph.names))]
            for j, o in enumerate(graph.open_orders)
        ],
    )
