"""Weights, payoffs and partial rankings: laws, and what only complete preference can answer."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from benchmarks.models import model as wide_model
from firstmove.analysis import ALL_CONCEPTS, ENGINES, analyse
from firstmove.conflict import (
    Basis,
    Conflict,
    DecisionMaker,
    Name,
    Not,
    Option,
    State,
    Want,
    load_model,
    problems,
)
from firstmove.errors import AnalysisError
from tests.analysis.models import mixed_conflict, random_conflict, random_weights
from tests.analysis.outright import random_graph

READINGS = tuple(f"{c}.{r}" for c in ("nash", "gmr", "smr", "seq") for r in "abcd")
Answer = dict[str, dict[str, frozenset[str]]]


def answer(conflict: Conflict, concepts: tuple[str, ...], engine: str = "auto") -> Answer:
    found = analyse(conflict, concepts, engine=engine)
    assert not found.undecided
    return {c: {i: frozenset(s) for i, s in by.items()} for c, by in found.stable.items()}


def with_weights(conflict: Conflict, weigh: str) -> Conflict:
    makers = []
    for d in conflict.decision_makers:
        k = len(d.wants)
        wants = tuple(
            replace(w, weight=Fraction(2) ** (k - j) if weigh == "halving" else Fraction(1))
            for j, w in enumerate(d.wants)
        )
        makers.append(replace(d, wants=wants))
    return replace(conflict, decision_makers=tuple(makers))


@settings(max_examples=40, deadline=None)
@given(st.integers(0, 5000), st.sampled_from(ENGINES))
def test_weights_that_halve_are_prioritization(seed: int, engine: str) -> None:
    """Ψ(s) = Σ 2^(k−j): the weights of option prioritization."""
    conflict = random_conflict(seed)
    weighted = with_weights(conflict, "halving")
    assert answer(weighted, ALL_CONCEPTS, engine) == answer(conflict, ALL_CONCEPTS)


@settings(max_examples=40, deadline=None)
@given(st.integers(0, 5000))
def test_and_so_with_unknown_wants(seed: int) -> None:
    conflict = random_conflict(seed)
    makers = tuple(replace(d, wants=d.wants[:7]) for d in conflict.decision_makers)
    conflict = replace(conflict, decision_makers=makers)
    assert answer(with_weights(conflict, "halving"), READINGS) == answer(conflict, READINGS)


@settings(max_examples=40, deadline=None)
@given(
    st.integers(0, 5000),
    st.fractions(min_value=Fraction(1, 50), max_value=50, max_denominator=50),
    st.sampled_from(ENGINES),
)
def test_scaling_weights_changes_nothing(seed: int, factor: Fraction, engine: str) -> None:
    conflict = mixed_conflict(seed)
    makers = []
    for d in conflict.decision_makers:
        wants = tuple(
            w if w.weight is None else replace(w, weight=w.weight * factor) for w in d.wants
        )
        makers.append(replace(d, wants=wants))
    scaled = replace(conflict, decision_makers=tuple(makers))
    if not problems(scaled):
        assert answer(scaled, ALL_CONCEPTS, engine) == answer(conflict, ALL_CONCEPTS)


def test_equal_weights_count_the_wants_that_hold() -> None:
    wants = tuple(Want(Name(f"a.{o}"), weight=Fraction(1, 3)) for o in "xyz")
    conflict = Conflict(
        "count", (DecisionMaker("a", "A", wants),), tuple(Option(f"a.{o}", "a", o) for o in "xyz")
    )
    for engine in ENGINES:
        verdict = analyse(conflict, ["nash"], engine=engine).verdict("YNN", "a", "nash")
        assert [x.to for x in verdict.improvements] == ["YYY", "YYN", "YNY", "NYY"]


def test_weights_past_every_number_type_are_exact() -> None:
    """One above is told from one below at 2^120, and three small ones outweigh nothing."""
    great = Fraction(2) ** 120
    wants = (
        Want(Name("a.x"), weight=great + 1),
        Want(Name("a.y"), weight=great),
        Want(Name("a.z"), weight=Fraction(1)),
        Want(Not(Name("a.z")), weight=Fraction(3)),
    )
    conflict = Conflict(
        "great", (DecisionMaker("a", "A", wants),), tuple(Option(f"a.{o}", "a", o) for o in "xyz")
    )
    assert not problems(conflict)
    order = ["YYN", "YYY", "YNN", "NYN", "YNY", "NYY", "NNN", "NNY"]
    for engine in ENGINES:
        verdict = analyse(conflict, ["nash"], engine=engine).verdict("NNY", "a", "nash")
        assert [x.to for x in verdict.improvements] == order[:-1]


@pytest.mark.parametrize("engine", [e for e in ENGINES if e != "literal"])
def test_many_options_with_wide_weights(engine: str) -> None:
    """Arrays in parts, sums in parts: against the literal engine."""
    conflict = wide_model(8, wants=5, impossible=2, one_way=2, seed=5)
    rng = Random(3)
    makers = []
    for d in conflict.decision_makers:
        weights = [Fraction(rng.randrange(-(2**90), 2**100)) for _ in d.wants]
        pairs = zip(d.wants, weights, strict=True)
        makers.append(replace(d, wants=tuple(replace(w, weight=x) for w, x in pairs)))
    weighted = replace(conflict, decision_makers=tuple(makers))
    concepts = ("nash", "gmr", "smr", "seq", "sseq")
    assert answer(weighted, concepts, engine) == answer(weighted, concepts, "literal")


def test_payoffs_are_a_ranking() -> None:
    for seed in range(1, 40, 2):
        graph = random_graph(seed)
        rng = Random(seed)
        text = [f'[[state]]\nid = "{s.id}"\n' for s in graph.states]
        makers = []
        for d in graph.decision_makers:
            payoffs = {s.id: Fraction(rng.randint(-3, 4), rng.choice((1, 2))) for s in graph.states}
            tiers = tuple(
                tuple(s for s in payoffs if payoffs[s] == p)
                for p in sorted(set(payoffs.values()), reverse=True)
            )
            makers.append(replace(d, ranking=tiers, gaps=(), unknown=()))
            said = ", ".join(f"{s} = {float(p)}" for s, p in payoffs.items())
            moves = ", ".join(f'"{a} -> {b}"' for a, b in d.moves)
            text.append(
                f'[[decision_maker]]\nid = "{d.id}"\nname = "{d.name}"\n'
                f"payoffs = {{ {said} }}\nmoves = [{moves}]\n"
            )
        read = load_model("\n".join(text))
        assert read.decision_makers == tuple(makers)


def test_a_partial_ranking_of_all_states_is_a_ranking() -> None:
    for seed in range(15):
        conflict = random_conflict(seed)
        makers = tuple(replace(d, partial=d.ranking is not None) for d in conflict.decision_makers)
        partial = replace(conflict, decision_makers=makers)
        for engine in ENGINES:
            assert answer(partial, ALL_CONCEPTS, engine) == answer(conflict, ALL_CONCEPTS)


def test_what_is_compared_to_nothing_deters_and_is_not_left() -> None:
    """a prefers YN to NN and says nothing of the rest. From NN it would go to YN, if b could not
    answer with YY, of which a says nothing; and a stays at NY and YY."""
    conflict = Conflict(
        "partial",
        (
            DecisionMaker("a", "A", ranking=(("YN",), ("NN",)), partial=True),
            DecisionMaker("b", "B", (Want(Name("b.y")),)),
        ),
        (Option("a.x", "a", "x"), Option("b.y", "b", "y")),
    )
    for engine in ENGINES:
        found = answer(conflict, ALL_CONCEPTS, engine)
        assert found["nash"]["a"] == {"YN", "NY", "YY"}
        for concept in ("gmr", "smr", "seq", "sim", "sseq"):
            assert found[concept]["a"] == {"NN", "YN", "NY", "YY"}


def test_one_ranked_place_is_no_preference() -> None:
    conflict = Conflict(
        "one",
        (DecisionMaker("a", "A", ranking=(("Y",),), partial=True),),
        (Option("a.x", "a", "x"),),
    )
    for engine in ENGINES:
        assert analyse(conflict, ["nash"], engine=engine).indifferent == ("a",)


def test_a_few_ranked_states_of_very_many() -> None:
    """2^40 states, of which one side ranks three."""
    base = wide_model(40, wants=5, seed=2)
    first = base.decision_makers[0]
    own = [k for k, o in enumerate(base.options) if o.owner == first.id]

    def state(*taken: int) -> str:
        return "".join("Y" if k in taken else "N" for k in range(40))

    best, middle, worst = state(own[0], own[1]), state(own[0]), state()
    ranked = replace(first, wants=(), ranking=((best,), (middle,), (worst,)), partial=True)
    conflict = replace(base, decision_makers=(ranked, *base.decision_makers[1:]))
    found = analyse(conflict, ["nash", "gmr", "seq"])
    assert found.engine == "symbolic"
    assert found.stable["nash"][first.id].count == 2**40 - 2
    assert [x.to for x in found.verdict(worst, first.id, "nash").improvements] == [best, middle]
    assert found.verdict(state(own[2]), first.id, "nash").stable
    for concept in ("gmr", "seq"):
        verdict = found.verdict(middle, first.id, concept)
        assert verdict.stable is (middle in found.stable[concept][first.id])
        assert [x.to for x in verdict.improvements] == [best]


def test_limited_moves_need_all_states_ranked() -> None:
    conflict = Conflict(
        "graph",
        (
            DecisionMaker("a", "A", ranking=(("s1",),), partial=True, moves=(("s1", "s2"),)),
            DecisionMaker("b", "B", ranking=(("s1",), ("s2",))),
        ),
        (),
        states=(State("s1"), State("s2")),
    )
    with pytest.raises(AnalysisError, match="some of the states only"):
        analyse(conflict, ["l2"])
    whole = replace(conflict.decision_makers[0], ranking=(("s1", "s2"),))
    ranked = replace(conflict, decision_makers=(whole, conflict.decision_makers[1]))
    assert analyse(ranked, ["l2"]).equilibria["l2"].count == 2


def test_an_unknown_want_with_weight_may_count_for_or_against() -> None:
    """3 for x, and 2 for or against y: x decides. Without a weight y may outweigh anything."""
    options = tuple(Option(f"a.{o}", "a", o) for o in "xy")

    def one(weight: Fraction | None) -> Conflict:
        wants = (
            Want(Name("a.x"), weight=Fraction(3)),
            Want(Name("a.y"), Basis.UNKNOWN, weight=weight),
        )
        return Conflict("doubt", (DecisionMaker("a", "A", wants),), options)

    for weight, daring, cautious in (
        (Fraction(2), set(), {"YN", "YY"}),
        (Fraction(-2), set(), {"YN", "YY"}),
        (Fraction(0), {"YN", "YY"}, {"YN", "YY"}),
        (Fraction(3), set(), {"YN", "YY"}),
        (None, set(), {"YN", "YY"}),
    ):
        found = answer(one(weight), ("nash.a", "nash.b"))
        assert found["nash.a"]["a"] == daring
        assert found["nash.b"]["a"] == cautious
    # From NY to YN: the two differ in both. 3 for x and up to 2 against leaving y: a sure gain.
    sure = analyse(one(Fraction(2)), ["nash.b"]).verdict("NY", "a", "nash.b")
    assert [x.to for x in sure.improvements] == ["YN", "YY"]
    for weight in (Fraction(3), Fraction(4), None):
        doubt = analyse(one(weight), ["nash.b"]).verdict("NY", "a", "nash.b")
        assert [x.to for x in doubt.improvements] == ["YY"]


def test_too_many_unknown_weights_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("firstmove.analysis.graphs.weighted.MOST_COMPARED", 10)
    options = tuple(Option(f"a.{o}", "a", o) for o in "xyz")
    wants = tuple(Want(Name(o.id), Basis.UNKNOWN, weight=Fraction(1)) for o in options)
    conflict = Conflict("many", (DecisionMaker("a", "A", wants),), options)
    with pytest.raises(AnalysisError, match="unknown wants with weights"):
        analyse(conflict, ["nash.a"])
    assert analyse(conflict, ["nash"], engine="sets").equilibria["nash"].count == 8


def test_drawn_weights_have_ties_and_orders() -> None:
    drawn = [w for seed in range(50) for w in random_weights(Random(seed), 4)]
    assert any(w < 0 for w in drawn)
    assert any(w.denominator > 1 for w in drawn)
    assert any(w > 2**60 for w in drawn)
