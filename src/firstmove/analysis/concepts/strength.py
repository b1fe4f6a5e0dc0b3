"""Stability under strength of preference: is one deterred by anything, or only by a great loss?

    ≻: prefers, mildly or greatly;  ≫: greatly prefers

    general  s1 ≻ s is deterred by some s2 with s2 ⪯ s, as in the simple concepts
    strong   s1 ≻ s is deterred only by some s2 with s ≫ s2; under SMR every counter-move from s2
             also ends where s ≫ s3
    weak     general but not strong

for GMR, SMR and SEQ; in SEQ the others move by ≻. Nash has no reply and so no strength. Hamouda,
Kilgour & Hipel 2004 (two decision makers) and 2006 (several).

What is ≫ comes from the model: ``strong = true`` of a want, and ``">>"`` in a ranking. Two states
are far apart if the most important want in which they differ is strong, or if a gap lies between
them; strong wants stand above all others, so that s ≻ q ≫ r gives s ≫ r, and s ≫ q ≻ r too.
"""

from __future__ import annotations

from collections.abc import Sequence

from firstmove.analysis.concepts.deterrence import Rule
from firstmove.analysis.graphs.masks import StateGraph
from firstmove.analysis.graphs.walk import reachable

FORMS = ("general", "strong", "weak")
BASES = ("gmr", "smr", "seq")


def rule(graph: StateGraph, i: int, base: str, *, strong: bool) -> Rule:
    """``base`` (gmr, smr or seq) for decision maker i, strong or general."""
    order = graph.orders[i]
    deter = order.far_worse if strong else [graph.all & ~mask for mask in order.better]
    return simple(graph, i, base, deter)


def simple(graph: StateGraph, i: int, base: str, deter: Sequence[int] | None = None) -> Rule:
    """Nash, GMR, SMR, SEQ or SSEQ for decision maker i where the states ``deter`` count; without
    it those that are no better."""
    order, moves, states = graph.orders[i], graph.moves[i], range(len(graph.names))
    leave = [moves[s] & order.better[s] for s in states]
    if base == "nash":
        return Rule(leave)
    others = [j for j in range(len(graph.ids)) if j != i]
    credible = base in ("seq", "sseq")
    steps = improving(graph) if credible else graph.moves
    found = deter if deter is not None else [graph.all & ~mask for mask in order.better]
    return Rule(
        leave,
        others,
        steps,
        graph.once(("simple", credible, i), lambda: reachable(others, steps, len(states))),
        deter=found,
        moves=moves if base in ("smr", "sseq") else None,
        escape=[graph.all & ~mask for mask in found],
    )


def improving(graph: StateGraph) -> list[list[int]]:
    """For each decision maker its unilateral improvements R_j⁺."""
    return graph.once(
        "improvements",
        lambda: [
            [graph.moves[j][s] & o.better[s] for s in range(len(graph.names))]
            for j, o in enumerate(graph.orders)
        ],
    )
