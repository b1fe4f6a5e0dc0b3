"""Unknown wants and unknown orders: two states are in a known order if every reading has it."""

from __future__ import annotations

from fractions import Fraction

import pytest

from firstmove.analysis.graphs.masks import StateGraph
from firstmove.conflict import Conflict, DecisionMaker, feasible_states
from tests.analysis.test_readings import by_hand, drawn, opened


def worth(conflict: Conflict, maker: DecisionMaker, state: str) -> tuple[Fraction, ...]:
    """Greater is better: the weights that count, or each want in turn."""
    values = {o.id: letter == "Y" for o, letter in zip(conflict.options, state, strict=True)}
    while len(values) < len(conflict.options) + len(conflict.defines):
        for name, condition in conflict.defines.items():
            if set(condition.names) <= values.keys():
                values[name] = condition.holds(values)
    met = [Fraction(want.condition.holds(values)) for want in maker.wants]
    if not maker.weighted:
        return tuple(met)
    weights = [want.weight or Fraction(0) for want in maker.wants]
    return (sum((w * m for w, m in zip(weights, met, strict=True)), Fraction(0)),)


@pytest.mark.parametrize("seed", range(200, 260))
def test_known_is_what_all_readings_say(seed: int) -> None:
    conflict = opened(drawn(seed), seed, 60)
    graph = StateGraph(conflict)
    alone = by_hand(conflict)
    states = list(feasible_states(conflict))
    assert list(graph.names) == states
    for i, maker in enumerate(conflict.decision_makers):
        if maker.ranking is not None:
            continue
        order = graph.open_orders[i]
        values = [[worth(one, one.decision_makers[i], s) for s in states] for one in alone]
        for s in range(len(states)):
            for q in range(len(states)):
                said = {(v[q] > v[s]) - (v[q] < v[s]) for v in values}
                assert bool(order.better[s] >> q & 1) == (said == {1})
                assert bool(order.worse[s] >> q & 1) == (said == {-1})
                assert bool(order.unknown[s] >> q & 1) == (len(said) > 1)
