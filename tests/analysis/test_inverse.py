"""Inverse stability: the condition against the definitions, under preferences drawn at random."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import combinations
from random import Random

import pytest

from firstmove.analysis.concepts.inverse import CONCEPTS, Inverse, inverse
from firstmove.conflict import Conflict, load_model
from firstmove.errors import AnalysisError
from firstmove.examples import model as bundled
from tests.analysis.models import mixed, random_conflict
from tests.analysis.oracle import Oracle
from tests.analysis.outright import Outright, random_graph
from tests.analysis.test_sets import model

Holds = Callable[[Inverse, set[str], set[str]], bool]


def with_ranking(conflict: Conflict, i: str, tiers: list[list[str]]) -> Conflict:
    makers = tuple(
        replace(d, ranking=tuple(map(tuple, tiers)), wants=(), gaps=(), unknown=(), partial=False)
        if d.id == i
        else d
        for d in conflict.decision_makers
    )
    return replace(conflict, decision_makers=makers)


def drawn(rng: Random, states: list[str]) -> list[list[str]]:
    order = rng.sample(states, len(states))
    tiers = [[order[0]]]
    for state in order[1:]:
        if rng.random() < 0.3:
            tiers[-1].append(state)
        else:
            tiers.append([state])
    return tiers


def as_said(found: Inverse, weak: set[str], equal: set[str]) -> bool:
    return found.holds(weak)


def last_clause_only(found: Inverse, weak: set[str], equal: set[str]) -> bool:
    """Published fault: the last improvement overwrites the ones before."""
    return all(any(weak >= set(t) for t in clause) for clause in found.clauses[-1:])


def ties_do_not_deter(found: Inverse, weak: set[str], equal: set[str]) -> bool:
    """Published fault: an equal state does not deter."""
    return found.holds(weak - equal)


def check(seed: int, holds: Holds = as_said) -> bool:
    """Whether the condition agrees with the definition under a few preferences."""
    rng = Random(seed)
    conflict = model(seed) if seed % 3 else random_conflict(seed)
    if seed % 2:
        conflict = mixed(conflict, seed)
    states = Outright(conflict).states
    i = rng.choice(conflict.decision_makers).id
    s = rng.choice(states)
    concepts = CONCEPTS[:-1] if conflict.states else CONCEPTS
    found = {concept: inverse(conflict, s, i, concept) for concept in concepts}
    as_it_is = Outright(conflict)
    for concept, condition in found.items():
        if concept != "sim":
            assert condition.holds_now == as_it_is.simple(concept, i, s), "ties, gaps and all"
    for _ in range(4):
        tiers = drawn(rng, states)
        place = {state: at for at, tier in enumerate(tiers) for state in tier}
        weak = {q for q in states if place[q] >= place[s]}
        equal = {q for q in states if place[q] == place[s]}
        other = with_ranking(conflict, i, tiers)
        oracle = Outright(other)
        for concept, condition in found.items():
            wanted = Oracle(other).sim(i, s) if concept == "sim" else oracle.simple(concept, i, s)
            if holds(condition, weak, equal) != wanted:
                return False
        again = inverse(other, s, i, "seq")
        assert again.clauses == found["seq"].clauses, "it does not rest on i's preference"
        assert again.holds_now == found["seq"].holds(weak)
    return True


def test_agrees_with_the_definitions() -> None:
    assert all(check(seed) for seed in range(14))


@pytest.mark.long
def test_agrees_with_the_definitions_on_many() -> None:
    for seed in range(40_000, 40_300):
        assert check(seed), f"seed {seed}"


@pytest.mark.parametrize("fault", [last_clause_only, ties_do_not_deter])
def test_the_models_tell_a_planted_fault(fault: Holds) -> None:
    assert not all(check(seed, fault) for seed in range(60))


def test_ties_deter() -> None:
    """To one who does not care, every state is stable, whatever the condition asks."""
    for seed in range(30):
        conflict = model(seed)
        states = Outright(conflict).states
        i = conflict.decision_makers[0].id
        for s in states[:4]:
            found = inverse(with_ranking(conflict, i, [states]), s, i, "smr")
            assert found.holds_now
            assert found.holds(states)


def test_no_clause_follows_from_another() -> None:
    for seed in range(20):
        conflict = model(seed)
        for concept in ("gmr", "smr", "seq"):
            for d in conflict.decision_makers:
                found = inverse(conflict, Outright(conflict).states[0], d.id, concept)
                for clause in found.clauses:
                    rest = replace(
                        found, clauses=tuple(c for c in found.clauses if c is not clause)
                    )
                    # Everything is no better, but what this clause needs: it alone is not met.
                    for other in rest.clauses:
                        assert not set(map(frozenset, other)) <= set(map(frozenset, clause))


def test_prisoners_dilemma() -> None:
    """YY holds for the first under SEQ iff defection, or the punishment for it, is no better."""
    dilemma = load_model(bundled("prisoners-dilemma"))
    i = dilemma.decision_makers[0].id
    found = inverse(dilemma, "YY", i, "seq")
    assert found.clauses == ((("NN",), ("NY",)),)
    assert found.holds_now
    assert inverse(dilemma, "YY", i, "nash").clauses == ((("NY",),),)
    assert not inverse(dilemma, "YY", i, "nash").holds_now


def test_what_cannot_be_asked() -> None:
    with pytest.raises(AnalysisError, match="turned round"):
        inverse(random_graph(1), "s1", "d0", "gmr.c")
    with pytest.raises(AnalysisError, match="graph form"):
        inverse(random_graph(1), "s1", "d0", "sim")
    with pytest.raises(AnalysisError, match="not a possible state"):
        inverse(random_graph(1), "s99", "d0", "gmr")


def weak_orders(states: list[str]) -> Iterator[list[list[str]]]:
    """Every way to rank the states with ties: 3 of two, 13 of three, 75 of four, 541 of five."""
    if not states:
        yield []
        return
    for size in range(1, len(states) + 1):
        for best in combinations(states, size):
            rest = [s for s in states if s not in best]
            for order in weak_orders(rest):
                yield [list(best), *order]


def tiny(seed: int, states: int) -> Conflict:
    """A model with so many possible states, in option form or graph form by turns."""
    while True:
        seed += 1
        conflict = random_graph(seed) if seed % 2 else random_conflict(seed)
        if len(Outright(conflict).states) == states:
            return conflict


def every_preference(conflict: Conflict, concepts: tuple[str, ...]) -> None:
    """The condition holds under exactly those preferences, of all there are, that make the state
    stable."""
    states = Outright(conflict).states
    i = conflict.decision_makers[0].id
    found = {(c, s): inverse(conflict, s, i, c) for c in concepts for s in states}
    for tiers in weak_orders(states):
        other = with_ranking(conflict, i, tiers)
        outright = Outright(other)
        place = {state: at for at, tier in enumerate(tiers) for state in tier}
        for (concept, s), condition in found.items():
            weak = {q for q in states if place[q] >= place[s]}
            wanted = Oracle(other).sim(i, s) if concept == "sim" else outright.simple(concept, i, s)
            assert condition.holds(weak) == wanted, (concept, s, tiers)


def test_under_every_preference_there_is() -> None:
    for seed in range(0, 1_200, 100):
        conflict = tiny(seed, 4)
        every_preference(conflict, CONCEPTS[:-1] if conflict.states else CONCEPTS)


@pytest.mark.long
def test_under_every_preference_there_is_over_five_states() -> None:
    for seed in range(0, 2_000, 100):
        conflict = tiny(seed, 5)
        every_preference(conflict, CONCEPTS[:-1] if conflict.states else CONCEPTS)
