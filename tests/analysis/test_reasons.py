"""Reasons, for every concept in every engine: the verdict is that of the sets, each path replays
move by move against the definitions, and the sentence says what the witness holds."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from itertools import chain, combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from benchmarks.models import model as large
from firstmove.analysis import (
    ALL_CONCEPTS,
    ENGINES,
    Analysis,
    Improvement,
    Verdict,
    analyse,
    explain,
    sentence,
)
from firstmove.analysis.concepts.coalition import CONCEPTS as JOINT
from firstmove.analysis.concepts.coalition import JointVerdict, all_coalitions, coalition
from firstmove.analysis.concepts.evolution import evolution
from firstmove.analysis.told import (
    coalition_sentence,
    evolution_sentence,
    explain_coalition,
    joint_sentence,
)
from firstmove.conflict import Conflict, DecisionMaker, State, parse_model
from firstmove.errors import AnalysisError
from tests.analysis.models import random_conflict
from tests.analysis.oracle import Oracle
from tests.analysis.outright import Outright, random_graph
from tests.analysis.test_coalition import Coalitions
from tests.analysis.test_sets import SIMPLE, STRENGTH, UNKNOWN, model
from tests.analysis.test_verdicts import replay

NO_BETTER = {"=", "<", "<<"}


class Replayer:
    """What the definitions say of every part of a witness."""

    def __init__(self, conflict: Conflict) -> None:
        self.conflict = conflict
        self.known = Outright(conflict)

    @cached_property
    def open_(self) -> Outright:
        return Outright(self.conflict, open_=True)

    def check(self, verdict: Verdict) -> None:
        base, _, variant = verdict.concept.partition(".")
        reading = len(variant) == 1
        said = self.open_ if reading else self.known
        i, s = verdict.decision_maker, verdict.state
        leave = "?" if variant in ("a", "c") else ""
        deter = {*NO_BETTER, "?"} if variant in ("c", "d") else NO_BETTER
        if variant == "strong":
            deter = {"<<"}
        if variant == "weak":
            self.weak(verdict)
            deter = NO_BETTER if verdict.stable else deter
        else:
            assert verdict.stable == all(x.deterred for x in verdict.improvements)
        moved = ("?" if reading else "") if base in ("seq", "sseq") else None
        assert {x.to for x in verdict.improvements} == said.better(i, s, leave)
        for one in verdict.improvements:
            ends = self.deterring(said, base, i, s, one.to, deter, moved)
            assert one.deterred == bool(ends), (verdict, one)
            if one.deterred:
                assert one.ends in ends
                self.walk(said, i, one, moved)

    def weak(self, verdict: Verdict) -> None:
        base = verdict.concept.partition(".")[0]
        i, s = verdict.decision_maker, verdict.state
        assert verdict.stable == self.known.strength(base, "weak", i, s)
        if verdict.stable:
            assert all(x.deterred for x in verdict.improvements)
            moved = "" if base == "seq" else None
            first = verdict.improvements[0].to
            assert not self.deterring(self.known, base, i, s, first, {"<<"}, moved)

    def deterring(
        self, said: Outright, base: str, i: str, s: str, s1: str, deter: set[str], moved: str | None
    ) -> set[str]:
        if base == "nash":
            return set()
        found = {
            q for q in said.reach(said.others(i), s1, moved) if said.relation[i, s, q] in deter
        }
        if base in ("smr", "sseq"):
            found = {
                q for q in found if all(said.relation[i, s, r] in deter for r in said.moves[i, q])
            }
        return found

    def walk(self, said: Outright, i: str, one: Improvement, moved: str | None) -> None:
        at, last = one.to, i
        for step in one.reply:
            assert step.before == at
            assert step.mover not in (i, last), "nobody moves twice running, nor does i answer"
            legal = said.moves[step.mover, at] if moved is None else said.better(
                step.mover, at, moved
            )  # fmt: skip
            assert step.after in legal
            at, last = step.after, step.mover
        assert one.ends == at


def questions(analysis: Analysis) -> Iterator[Verdict]:
    for concept, by in analysis.stable.items():
        for i, stable in by.items():
            for s in analysis.possible:
                verdict = analysis.verdict(s, i, concept)
                assert verdict.stable is (s in stable)
                yield verdict


def told(verdict: Verdict, conflict: Conflict) -> str:
    text = sentence(verdict, conflict)
    holds = "would hold" if verdict.stable else "would not hold"
    name = conflict.decision_maker(verdict.decision_maker).name
    assert text.startswith(f"{verdict.state} {holds} for {name} (")
    assert text.endswith(".")
    assert "should" not in text
    if verdict.improvements:
        first = next((x for x in verdict.improvements if not x.deterred), verdict.improvements[0])
        named = [first.to, *(step.after for step in first.reply)]
        assert all(f"({q})" in text or f"move to {q}" in text for q in named)
    return text


@pytest.mark.parametrize("engine", [*ENGINES, "sets"])
def test_simple_concepts_in_every_engine(engine: str) -> None:
    for seed in range(600, 606):
        conflict = random_conflict(seed)
        oracle = Oracle(conflict)
        replayer = Replayer(conflict)
        for verdict in questions(analyse(conflict, ALL_CONCEPTS, engine=engine)):
            told(verdict, conflict)
            if verdict.concept != "sim":
                replayer.check(verdict)
                continue
            assert {x.to for x in verdict.improvements} == oracle.better[
                verdict.decision_maker, verdict.state
            ]
            for one in verdict.improvements:
                spoilt = [
                    q
                    for q in oracle.joint(verdict.decision_maker, verdict.state, one.to)
                    if q in oracle.feasible
                    and oracle.worse_or_equal(verdict.decision_maker, q, verdict.state)
                ]
                assert one.deterred == bool(spoilt)
                if one.deterred:
                    assert one.ends in spoilt
                    replay(oracle, verdict, one)


@pytest.mark.long
def test_every_variant_in_option_and_graph_form() -> None:
    for seed in range(30):
        conflict = model(seed)
        replayer = Replayer(conflict)
        for verdict in questions(analyse(conflict, (*SIMPLE, *UNKNOWN, *STRENGTH))):
            replayer.check(verdict)
            told(verdict, conflict)


@pytest.mark.long
def test_every_variant_on_many() -> None:
    for seed in range(50_000, 50_600):
        conflict = model(seed)
        replayer = Replayer(conflict)
        for verdict in questions(analyse(conflict, (*SIMPLE, *UNKNOWN, *STRENGTH))):
            replayer.check(verdict)


@settings(max_examples=40, deadline=None)
@given(seed=st.integers(0, 10**9), pick=st.integers(0, 10**9), graph=st.booleans())
def test_explain_says_what_the_sets_say(seed: int, pick: int, graph: bool) -> None:
    """Any state, decision maker and concept; in graph form SIM is refused, with the reason."""
    conflict = model(2 * seed + graph)  # odd: graph form
    concepts = (*ALL_CONCEPTS, *UNKNOWN, *STRENGTH)
    concept = concepts[pick % len(concepts)]
    if graph and concept == "sim":
        with pytest.raises(AnalysisError, match="option by option"):
            explain(conflict, conflict.states[0].id, conflict.decision_makers[0].id, concept)
        return
    analysis = analyse(conflict, [concept])
    states = tuple(analysis.possible)
    state = states[pick % len(states)]
    who = conflict.decision_makers[pick % len(conflict.decision_makers)].id
    found = explain(conflict, state, who, concept)
    assert found.verdict.stable is (state in analysis.stable[concept][who])
    assert found.sentence == told(found.verdict, conflict)
    if concept != "sim":
        Replayer(conflict).check(found.verdict)


def test_limited_moves_replay() -> None:
    """Each move with its play: turns alternate, no play is longer than the horizon allows."""
    for seed in range(40):
        conflict = random_graph(seed, makers=2)
        known = Outright(conflict)
        for verdict in questions(analyse(conflict, ("l1", "l2", "l3"))):
            told(verdict, conflict)
            horizon, i, s = int(verdict.concept[1:]), verdict.decision_maker, verdict.state
            assert {x.to for x in verdict.improvements} == known.moves[i, s]
            for one in verdict.improvements:
                gains = known.relation[i, s, one.ends] in (">", ">>")
                assert one.deterred is not gains
                at, last = one.to, i
                assert len(one.reply) < horizon
                for step in one.reply:
                    assert (step.before, step.mover != last) == (at, True)
                    assert step.after in known.moves[step.mover, at]
                    at, last = step.after, step.mover
                assert not one.deterred or at == one.ends


class Pointwise(Oracle):
    """The definitions at single states, for models whose states are too many to list."""

    def __init__(self, conflict: Conflict) -> None:
        self.conflict = conflict
        self.ids = [o.id for o in conflict.options]
        self.players = [d.id for d in conflict.decision_makers]

    def value(self, i: str, s: str) -> tuple[bool, ...]:
        wants = self.conflict.decision_maker(i).wants
        return tuple(self.true(w.condition, s) for w in wants)

    def possible(self, s: str) -> bool:
        return not any(self.true(x.condition, s) for x in self.conflict.impossible)

    def gain(self, i: str, s: str, q: str) -> bool:
        return self.move(i, s, q) and self.value(i, q) > self.value(i, s)

    def move(self, i: str, s: str, q: str) -> bool:
        return self.can_move(i, s, q) and self.possible(s) and self.possible(q)


@pytest.mark.long
def test_paths_replay_among_2_to_the_60_states() -> None:
    conflict = large(60, wants=8, impossible=3, one_way=4, seed=5)
    analysis = analyse(conflict, ("nash", "gmr", "smr", "seq", "sseq", "sim"))
    assert analysis.engine == "symbolic"
    rules = Pointwise(conflict)
    for concept, by in analysis.stable.items():
        for i, stable in by.items():
            for state in {*stable.sample(1), *analysis.possible.sample(2, seed=7)}:
                verdict = analysis.verdict(state, i, concept)
                assert verdict.stable is (state in stable)
                told(verdict, conflict)
                for one in verdict.improvements:
                    assert rules.gain(i, state, one.to)
                    at, last = one.to, i
                    for step in one.reply:
                        before = state if concept == "sim" else at
                        assert step.before == before
                        assert step.mover not in (i, last)
                        assert rules.move(step.mover, before, step.after)
                        if concept in ("seq", "sseq", "sim"):
                            assert rules.gain(step.mover, before, step.after)
                        at, last = step.after, step.mover
                    if one.deterred:
                        assert concept == "sim" or at == one.ends
                        assert rules.possible(one.ends)
                        assert not rules.value(i, one.ends) > rules.value(i, state)


# coalitions


def groups(conflict: Conflict) -> list[tuple[str, ...]]:
    ids = [d.id for d in conflict.decision_makers]
    sizes = range(1, len(ids) + 1)
    return list(chain.from_iterable(combinations(ids, size) for size in sizes))


def check_joint(rules: Coalitions, verdict: JointVerdict) -> None:
    members, s, concept = list(verdict.members), verdict.state, verdict.concept
    rest = [j for j in rules.players if j not in members]
    assert {x.to for x in verdict.improvements} == rules.targets(members, s)
    assert verdict.stable == rules.stable(concept, members, s)
    for one in verdict.improvements:
        at, last = s, ""
        for step in one.path:
            assert step.before == at
            assert step.mover in members
            assert step.mover != last
            assert step.after in rules.moves[step.mover, at]
            at, last = step.after, step.mover
        assert at == one.to
        last = ""
        for step in one.reply:
            assert step.before == at
            assert step.mover in rest
            assert step.mover != last
            assert step.after in rules.moves[step.mover, at]
            if concept == "seq":
                assert step.after in rules.better(step.mover, at)
            at, last = step.after, step.mover
        assert one.deterred is bool(one.reply)
        if one.deterred:
            assert at == one.ends
            assert not rules.all_gain(members, s, at)
            assert concept != "smr" or not rules.mended(members, s, at)


def test_coalitions_replay() -> None:
    for seed in range(24):
        conflict = model(seed)
        rules = Coalitions(conflict)
        for members in groups(conflict)[:11]:
            found = coalition(conflict, members)
            for concept in JOINT:
                for s in rules.states:
                    verdict = found.verdict(s, concept)
                    assert verdict.stable is (s in found.stable[concept])
                    check_joint(rules, verdict)
                    text = coalition_sentence(verdict, conflict)
                    holds = "would hold" if verdict.stable else "would not hold"
                    assert text.startswith(f"{s} {holds} for ")
                    assert text.endswith(".")


def test_all_coalitions_are_each_of_them() -> None:
    for seed in range(20):
        conflict = model(seed)
        found = all_coalitions(conflict)
        assert list(found.by_members) == groups(conflict)
        for concept in JOINT:
            held = set(found.by_members[groups(conflict)[0]].graph.names)
            for members in groups(conflict):
                alone = coalition(conflict, members)
                assert set(alone.stable[concept]) == set(found.by_members[members].stable[concept])
                held &= set(alone.stable[concept])
            assert set(found.equilibria[concept]) == held


PARK = Conflict(
    "A park",
    (
        DecisionMaker("a", "Alba", ranking=(("b2", "c3"), ("a1",)), moves=(("a1", "b2"),)),
        DecisionMaker("b", "Boria", ranking=(("c3",), ("a1",), ("b2",)), moves=(("b2", "c3"),)),
        DecisionMaker("c", "Cadia", ranking=(("a1",), ("b2", "c3")), moves=(("c3", "a1"),)),
    ),
    (),
    states=tuple(map(State, ("a1", "b2", "c3"))),
)


@pytest.mark.parametrize(
    ("members", "concept", "text"),
    [
        (["a", "b"], "nash",
         "a1 would not hold for Alba and Boria together (Nash): Alba could move to b2; then Boria "
         "could move to c3, and each of them prefers c3."),
        (["b", "a"], "gmr",
         "a1 would not hold for Alba and Boria together (GMR): Alba could move to b2; then Boria "
         "could move to c3, and each of them prefers c3, but then Cadia could move to a1, and a1 "
         "is no better than a1 for at least one of them."),
        (["c"], "seq",
         "a1 would hold for Cadia (SEQ): no moves of its own lead to a state that it prefers."),
    ],
)  # fmt: skip
def test_sentences_of_coalitions(members: list[str], concept: str, text: str) -> None:
    if concept == "gmr":  # a way back to where it all began does deter, and is told as such
        text = text.replace("would not hold", "would hold")
    assert explain_coalition(PARK, "a1", members, concept).sentence == text


def test_sentences_of_evolution() -> None:
    whole, gains = evolution(PARK, "a1"), evolution(PARK, "a1", by_improvements=True)
    assert evolution_sentence(whole, "c3") == (
        "c3 can come about from a1 by any moves, in 2 moves at the least: Alba could move to b2; "
        "then Boria could move to c3."
    )
    assert evolution_sentence(gains, "b2").startswith("b2 can come about from a1 by moves that")
    assert "in 1 move at the least" in evolution_sentence(gains, "b2")
    assert evolution_sentence(gains, "a1") == "a1 is where it starts."
    dead = evolution(PARK, "b2", by_improvements=True)
    assert evolution_sentence(evolution(random_graph(1), "s1"), "s1") == "s1 is where it starts."
    assert evolution_sentence(dead, "b2") == "b2 is where it starts."


WEIGHED = parse_model("""
[[decision_maker]]
id = "a"
name = "Alba"
ranking = ["YN", "NN", ["YY", "NY"]]
[[decision_maker]]
id = "b"
name = "Boria"
ranking = ["YY", "NN", "NY", "YN"]
[[option]]
id = "a.x"
owner = "a"
label = "march"
[[option]]
id = "b.y"
owner = "b"
label = "block the road"
""")


def test_sentence_of_a_weak_verdict_tells_the_reply_that_deters() -> None:
    assert explain(WEIGHED, "NN", "a", "gmr.weak").sentence == (
        "NN would hold for Alba (weak GMR): it could choose “march” (YN), which it prefers, but "
        "then Boria could choose “block the road” (YY), and that leaves it at YY, which it does "
        "not prefer to NN; no reply of the others deters it strongly."
    )


def test_a_state_that_is_none_is_named_in_graph_form() -> None:
    with pytest.raises(AnalysisError, match="not a possible state") as caught:
        explain(PARK, "z9", "a", "gmr")
    assert caught.value.remedy == "states: a1, b2, c3"
    assert joint_sentence(coalition(PARK, ["a"]).improvements("a1")[0], PARK)
