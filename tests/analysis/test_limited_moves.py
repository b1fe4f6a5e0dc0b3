"""Limited-move stability against backward induction written out, and by hand."""

from __future__ import annotations

from dataclasses import replace
from itertools import product
from random import Random

import pytest

from firstmove.analysis import analyse
from firstmove.analysis.concepts.limited_moves import depends
from firstmove.analysis.graphs.masks import StateGraph
from firstmove.conflict import Conflict, DecisionMaker, State, load_model
from firstmove.errors import AnalysisError
from firstmove.examples import model as bundled
from tests.analysis.outright import Outright, random_graph


class Tree:
    """The game tree from each state, where every way to settle ties is tried."""

    def __init__(self, conflict: Conflict) -> None:
        self.outright = Outright(conflict)
        self.players = self.outright.players
        self.known: dict[tuple[str, str, int], frozenset[str]] = {}

    def other(self, i: str) -> str:
        return next(j for j in self.players if j != i)

    def at_least(self, i: str, q: str, s: str) -> bool:
        return self.outright.relation[i, s, q] in (">", ">>", "=")

    def ends(self, i: str, s: str, horizon: int) -> frozenset[str]:
        """Where it can end when i is to move at s."""
        if horizon == 0:
            return frozenset([s])
        if (i, s, horizon) not in self.known:
            moves = sorted(self.outright.moves[i, s])
            ahead = [sorted(self.ends(self.other(i), q, horizon - 1)) for q in moves]
            found = set()
            for expected in product(*ahead):  # one settled expectation for each move
                best = [q for q in expected if all(self.at_least(i, q, r) for r in expected)]
                if not best or self.at_least(i, s, best[0]):
                    found.add(s)
                else:
                    found |= set(best)
            self.known[i, s, horizon] = frozenset(found)
        return self.known[i, s, horizon]

    def leaves(self, i: str, s: str, horizon: int) -> set[bool]:
        """Whether i leaves s: both values where it depends on how ties are settled."""
        moves = sorted(self.outright.moves[i, s])
        ahead = [sorted(self.ends(self.other(i), q, horizon - 1)) for q in moves]
        return {any(not self.at_least(i, s, q) for q in expected) for expected in product(*ahead)}


def small(seed: int) -> Conflict:
    """Two decision makers; in every other model no two states are equal."""
    conflict = random_graph(seed, makers=2)
    rng = Random(seed)
    makers = []
    for d in conflict.decision_makers:
        moves = tuple(rng.sample(d.moves, min(len(d.moves), 7)))
        ranking = d.ranking or ()
        if seed % 2:
            ranking = tuple((s,) for tier in ranking for s in tier)
        makers.append(replace(d, ranking=ranking, gaps=(), unknown=(), moves=moves))
    return replace(conflict, decision_makers=tuple(makers))


def agrees(seed: int, horizon: int = 4) -> None:
    conflict = small(seed)
    tree = Tree(conflict)
    graph = StateGraph(conflict)
    names = [f"l{h}" for h in range(1, horizon + 1)]
    analysis = analyse(conflict, names)
    for h, name in enumerate(names, start=1):
        for at, i in enumerate(tree.players):
            leaves = {s: tree.leaves(i, s, h) for s in tree.outright.states}
            stable = {s for s, found in leaves.items() if found == {False}}
            open_ = {s for s, found in leaves.items() if len(found) == 2}
            assert set(analysis.stable[name][i]) == stable, (seed, name, i)
            assert set(graph.states(depends(graph, at, h))) == open_, (seed, name, i)
            for s in tree.outright.states:
                verdict = analysis.verdict(s, i, name)
                assert verdict.stable == (s in stable)
                for move in verdict.improvements:
                    assert move.to in tree.outright.moves[i, s]
                    last, here = i, move.to
                    for step in move.reply:
                        assert step.mover != last
                        assert step.before == here
                        assert step.after in tree.outright.moves[step.mover, here]
                        last, here = step.mover, step.after
                    assert not move.deterred or move.ends == here


def test_agrees_with_backward_induction() -> None:
    for seed in range(60):
        agrees(seed)


@pytest.mark.long
def test_agrees_with_backward_induction_on_many() -> None:
    for seed in range(30_000, 32_000):
        agrees(seed)


def test_one_move_ahead_is_nash() -> None:
    for seed in range(60):
        found = analyse(small(seed), ["nash", "l1"]).stable
        for i, states in found["nash"].items():
            assert set(states) == set(found["l1"][i])


def test_prisoners_dilemma() -> None:
    """YY: to defect looks good one move ahead; two moves ahead the other is seen to do so too."""
    found = analyse(load_model(bundled("prisoners-dilemma")), ["l1", "l2", "l3"])
    assert set(found.equilibria["l1"]) == {"NN"}
    assert set(found.equilibria["l2"]) == {"NN", "YY"}
    assert "YY" in found.equilibria["l3"]
    first = found.conflict.decision_makers[0].id
    (move,) = found.verdict("YY", first, "l2").improvements
    assert move.deterred
    assert move.ends == "NN"


def test_a_longer_look_can_unsettle_what_a_shorter_one_settles() -> None:
    """From s a can go to t, which is worse; from there b goes to u, its best, and a's too."""
    conflict = Conflict(
        "sacrifice",
        (
            DecisionMaker("a", "A", ranking=(("u",), ("s",), ("t",)), moves=(("s", "t"),)),
            DecisionMaker("b", "B", ranking=(("u",), ("s",), ("t",)), moves=(("t", "u"),)),
        ),
        (),
        states=tuple(map(State, "stu")),
    )
    found = analyse(conflict, ["l1", "l2", "gmr"])
    assert "s" in found.stable["l1"]["a"]
    assert "s" not in found.stable["l2"]["a"]
    assert "s" in found.stable["gmr"]["a"]


@pytest.mark.parametrize("makers", [1, 3])
def test_other_than_two_decision_makers_is_an_honest_error(makers: int) -> None:
    with pytest.raises(AnalysisError, match=f"asked of {makers} decision makers") as caught:
        analyse(random_graph(7, makers=makers), ["l2"])
    assert "does not agree" in caught.value.remedy
