"""The engine over sets: graph form, unknown preference and strength, against the definitions."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from random import Random

import pytest

from firstmove.analysis import analyse
from firstmove.analysis.names import written
from firstmove.conflict import Basis, Conflict, DecisionMaker, Name, Not, Option, Want
from firstmove.errors import AnalysisError
from tests.analysis.models import mixed, random_conflict
from tests.analysis.outright import Outright, random_graph

SIMPLE = ("nash", "gmr", "smr", "seq", "sseq")
UNKNOWN = tuple(f"{c}.{r}" for c in ("nash", "gmr", "smr", "seq") for r in "abcd")
STRENGTH = tuple(f"{c}.{f}" for c in ("gmr", "smr", "seq") for f in ("general", "strong", "weak"))
Answer = dict[str, dict[str, frozenset[str]]]


def model(seed: int) -> Conflict:
    """Graph form, or option form with some wants strong and some unknown."""
    if seed % 2:
        return random_graph(seed)
    rng = Random(seed)
    conflict = random_conflict(seed)
    makers = []
    for d in conflict.decision_makers:
        wants = tuple(w for w in d.wants[:6])  # readings are enumerated
        count = rng.randrange(len(wants) + 1)
        strong = tuple(replace(w, strong=at < count) for at, w in enumerate(wants))
        tiers = len(d.ranking or ())
        gaps = tuple(n for n in range(1, tiers) if rng.random() < 0.3)
        ranked = [s for tier in d.ranking or () for s in tier]
        unknown = tuple(
            (a, b) for a, b in zip(ranked, rng.sample(ranked, len(ranked)), strict=True)
            if a != b and rng.random() < 0.2
        )  # fmt: skip
        makers.append(replace(d, wants=strong, gaps=gaps, unknown=unknown))
    return replace(conflict, decision_makers=tuple(makers))


def mixed_model(seed: int) -> Conflict:
    """The same with weights and partial rankings."""
    return mixed(model(seed), seed)


def wanted(
    conflict: Conflict, concepts: tuple[str, ...], oracle: type[Outright] = Outright
) -> Answer:
    known, open_ = oracle(conflict), oracle(conflict, open_=True)
    found: Answer = {}
    for name in concepts:
        base, _, variant = name.partition(".")
        if not variant:
            rule = partial(known.simple, base)
        elif len(variant) == 1:
            rule = partial(open_.unknown, base, variant)
        else:
            rule = partial(known.strength, base, variant)
        found[name] = {i: frozenset(s for s in known.states if rule(i, s)) for i in known.players}
    return found


def given(conflict: Conflict, concepts: tuple[str, ...]) -> Answer:
    analysis = analyse(conflict, concepts, engine="sets")
    assert analysis.engine == "sets"
    assert not analysis.undecided
    for name in concepts:
        every = frozenset.intersection(*map(frozenset, analysis.stable[name].values()))
        assert frozenset(analysis.equilibria[name]) == every
    return {name: {i: frozenset(s) for i, s in analysis.stable[name].items()} for name in concepts}


@pytest.mark.parametrize("concepts", [SIMPLE, UNKNOWN, STRENGTH], ids=["simple", "u", "strength"])
def test_agrees_with_the_definitions(concepts: tuple[str, ...]) -> None:
    for seed in range(60):
        conflict = model(seed)
        assert given(conflict, concepts) == wanted(conflict, concepts), f"seed {seed}"


@pytest.mark.parametrize("concepts", [SIMPLE, UNKNOWN, STRENGTH], ids=["simple", "u", "strength"])
def test_agrees_on_weights_and_partial_rankings(concepts: tuple[str, ...]) -> None:
    for seed in range(100, 170):
        conflict = mixed_model(seed)
        assert given(conflict, concepts) == wanted(conflict, concepts), f"seed {seed}"


@pytest.mark.long
@pytest.mark.parametrize("start", range(20_000, 21_500, 500))
def test_agrees_on_many_weights_and_partial_rankings(start: int) -> None:
    every = (*SIMPLE, *UNKNOWN, *STRENGTH)
    for seed in range(start, start + 500):
        conflict = mixed_model(seed)
        assert given(conflict, every) == wanted(conflict, every), f"seed {seed}"


def test_not_compared_is_reading_d_of_unknown() -> None:
    """The simple concepts, with a partial ranking and nothing else unknown, leave by ≻ only and
    are deterred by whatever is not ≻: reading d, but for the others' moves in SEQ."""
    for seed in range(1, 120, 2):
        graph = random_graph(seed)
        makers = tuple(replace(d, unknown=()) for d in graph.decision_makers)
        conflict = mixed(replace(graph, decision_makers=makers), seed)
        found = given(conflict, (*SIMPLE, *UNKNOWN))
        for base in ("nash", "gmr", "smr"):
            assert found[base] == found[f"{base}.d"]
        for i, states in found["seq"].items():
            assert states <= found["seq.d"][i]


@pytest.mark.long
@pytest.mark.parametrize("start", range(10_000, 16_000, 500))
def test_agrees_with_the_definitions_on_many(start: int) -> None:
    for seed in range(start, start + 500):
        conflict = model(seed)
        every = (*SIMPLE, *UNKNOWN, *STRENGTH)
        assert given(conflict, every) == wanted(conflict, every), f"seed {seed}"


def test_agrees_with_the_other_engines_in_option_form() -> None:
    for seed in range(60):
        conflict = random_conflict(seed)
        found = analyse(conflict, SIMPLE).stable
        mine = given(conflict, SIMPLE)
        for name in SIMPLE:
            assert mine[name] == {i: frozenset(s) for i, s in found[name].items()}


class TurnsNotKept(Outright):
    """The same decision maker may move twice running."""

    keeps_turns = False


class StartIsAnEnd(Outright):
    """A way back to where the others started counts as their answer."""

    excludes_start = False


class UnknownIsEqual(Outright):
    """What is unknown is taken for equal."""

    def unknown(self, concept: str, reading: str, i: str, s: str) -> bool:
        equal = {"=", "<", "<<", "?"}
        return self._deterred(concept, i, s, "", equal, equal)


class AnswersByKnownGainsOnly(Outright):
    """In SEQ the others use only moves that they are known to prefer."""

    def unknown(self, concept: str, reading: str, i: str, s: str) -> bool:
        leave = {"a": "?", "b": "", "c": "?", "d": ""}[reading]
        deter = {"=", "<", "<<"} if reading in "ab" else {"=", "<", "<<", "?"}
        return self._deterred(concept, i, s, leave, deter, deter)


class CounterMoveIntoTheUnknown(Outright):
    """A counter-move into the unknown undoes the answer in all four readings."""

    def unknown(self, concept: str, reading: str, i: str, s: str) -> bool:
        leave = {"a": "?", "b": "", "c": "?", "d": ""}[reading]
        worse = {"=", "<", "<<"}
        deter = worse if reading in "ab" else {*worse, "?"}
        return self._deterred(concept, i, s, leave, deter, worse, moved="?")


class StrongByAnyLoss(Outright):
    """Strong stability where any loss deters, not only a great one."""

    def strength(self, concept: str, form: str, i: str, s: str) -> bool:
        if form == "strong":
            return self._deterred(concept, i, s, "", {"<", "<<"}, {"<", "<<"})
        return super().strength(concept, form, i, s)


class StrongWithMildCounterMove(Outright):
    """Strong SMR where the counter-move need only fail to be a gain."""

    def strength(self, concept: str, form: str, i: str, s: str) -> bool:
        if form == "strong":
            return self._deterred(concept, i, s, "", {"<<"}, {"=", "<", "<<"})
        return super().strength(concept, form, i, s)


@pytest.mark.parametrize(
    ("mutant", "concepts"),
    [
        (TurnsNotKept, ("gmr", "seq")),  # matters in graph form
        (TurnsNotKept, ("seq.a", "seq.c")),
        (StartIsAnEnd, ("gmr.c",)),
        (UnknownIsEqual, UNKNOWN),
        (AnswersByKnownGainsOnly, UNKNOWN),
        (CounterMoveIntoTheUnknown, UNKNOWN),
        (StrongByAnyLoss, STRENGTH),
        (StrongWithMildCounterMove, STRENGTH),
    ],
)
def test_the_models_tell_a_planted_fault(mutant: type[Outright], concepts: tuple[str, ...]) -> None:
    for seed in range(300):
        conflict = model(seed)
        if wanted(conflict, concepts, mutant) != wanted(conflict, concepts):
            return
    pytest.fail("300 models do not tell the fault from the definitions")


def test_the_four_readings_lie_within_one_another() -> None:
    for seed in range(80):
        found = given(model(seed), UNKNOWN)
        for base in ("nash", "gmr", "smr", "seq"):
            for narrow, wide in ("ab", "ac", "bd", "cd"):
                for i, states in found[f"{base}.{narrow}"].items():
                    assert states <= found[f"{base}.{wide}"][i]


def test_nothing_unknown_means_four_readings_alike() -> None:
    for seed in range(1, 60, 2):
        conflict = random_graph(seed)
        certain = replace(
            conflict,
            decision_makers=tuple(replace(d, unknown=()) for d in conflict.decision_makers),
        )
        found = given(certain, (*SIMPLE, *UNKNOWN))
        for base in ("nash", "gmr", "smr", "seq"):
            assert all(found[f"{base}.{r}"] == found[base] for r in "abcd")


def test_strong_and_weak_make_up_general_which_is_simple() -> None:
    for seed in range(80):
        found = given(model(seed), (*SIMPLE, *STRENGTH))
        for base in ("gmr", "smr", "seq"):
            assert found[f"{base}.general"] == found[base]
            for i, general in found[f"{base}.general"].items():
                strong, weak = found[f"{base}.strong"][i], found[f"{base}.weak"][i]
                assert strong | weak == general
                assert not strong & weak


def test_verdicts_agree_and_their_replies_can_be_walked() -> None:
    for seed in range(40):
        conflict = model(seed)
        known, open_ = Outright(conflict), Outright(conflict, open_=True)
        concepts = ("gmr", "smr", "seq.a", "gmr.c", "smr.d", "smr.strong", "seq.weak", "gmr.weak")
        analysis = analyse(conflict, concepts)
        for name in concepts:
            oracle = open_ if name[-2:-1] == "." else known
            for i in known.players:
                for s in known.states:
                    verdict = analysis.verdict(s, i, name)
                    assert verdict.stable == (s in analysis.stable[name][i])
                    for improvement in verdict.improvements:
                        at, last = improvement.to, i
                        for step in improvement.reply:
                            assert step.before == at
                            assert step.mover not in (i, last)
                            assert step.after in oracle.moves[step.mover, at]
                            at, last = step.after, step.mover
                        assert bool(improvement.reply) == improvement.deterred
                        assert improvement.ends == (at if improvement.deterred else "")


def test_sim_needs_options() -> None:
    analysis = analyse(random_graph(3), ("nash", "sim"))
    assert analysis.concepts == ("nash",)
    assert "option by option" in analysis.undecided[0].reason
    with pytest.raises(AnalysisError, match="SIM joins moves option by option") as caught:
        analyse(random_graph(3), ["sim"])
    assert "by its options" in caught.value.remedy


def test_sim_beside_other_concepts_in_option_form() -> None:
    for seed in range(40):
        conflict = random_conflict(seed)
        both = analyse(conflict, ["sim", "gmr.c"])
        alone = analyse(conflict, ["sim"])
        assert both.engine == "sets"
        for i, states in alone.stable["sim"].items():
            assert set(both.stable["sim"][i]) == set(states)
            for state in states:
                assert both.verdict(state, i, "sim") == alone.verdict(state, i, "sim")


def test_each_opponent_may_move_more_than_once() -> None:
    """Published fault: with three decision makers each opponent is allowed one move only."""
    rankings = (
        "YYY YNY NNY NNN NYN YNN NYY YYN",
        "NNN YYY YNN NYN YYN YNY NNY NYY",
        "NNN YYN YNY NYY YNN NYN YYY NNY",
    )
    conflict = Conflict(
        "three",
        tuple(
            DecisionMaker(f"d{k}", f"D{k}", ranking=tuple((s,) for s in order.split()))
            for k, order in enumerate(rankings)
        ),
        tuple(Option(f"d{k}.act", f"d{k}", "act") for k in range(3)),
    )
    assert set(analyse(conflict, ["seq"], engine="sets").equilibria["seq"]) == {"NNN", "YNY"}
    # Nothing is unknown and nothing is far: the variants say the same.
    found = analyse(conflict, ["seq.a", "seq.d", "seq.general"])
    assert all(set(states) == {"NNN", "YNY"} for states in found.equilibria.values())


def test_more_wants_than_an_integer_has_bits() -> None:
    wants = (Want(Name("a.x")), *(Want(Not(Name("a.x"))) for _ in range(129)))
    conflict = Conflict("many", (DecisionMaker("a", "A", wants),), (Option("a.x", "a", "x"),))
    for concept in ("nash", "nash.a"):
        assert set(analyse(conflict, [concept], engine="sets").stable[concept]["a"]) == {"Y"}


def test_the_choice_is_said_and_cannot_be_forced() -> None:
    conflict = random_graph(5)
    assert "graph form" in analyse(conflict, ["nash"]).engine_reason
    assert "gmr.c" in analyse(random_conflict(5), ["gmr.c"]).engine_reason
    with pytest.raises(AnalysisError, match="cannot do this"):
        analyse(conflict, ["nash"], engine="explicit")
    with pytest.raises(AnalysisError, match="not a known concept") as caught:
        analyse(conflict, ["gmr.e"])
    assert ".a, .b, .c or .d" in caught.value.remedy


def test_too_many_states_is_an_honest_error() -> None:
    from tests.analysis.test_laws import free

    with pytest.raises(AnalysisError, match="16,384"):
        analyse(free(15), ["gmr.c"])


def test_names_in_words() -> None:
    assert [written(n) for n in ("nash", "gmr.c", "seq.strong", "l3", "odd")] == [
        "Nash", "GMR, reading c", "strong SEQ", "L3", "ODD",
    ]  # fmt: skip


def test_unknown_wants_part_states_at_their_place() -> None:
    """Of two states that differ in an unknown want, and in none above it, nobody knows which is
    preferred, whatever comes below."""
    maker = DecisionMaker(
        "a", "A", (Want(Name("a.x")), Want(Name("a.y"), Basis.UNKNOWN), Want(Name("a.z")))
    )
    conflict = Conflict("place", (maker,), tuple(Option(f"a.{o}", "a", o) for o in "xyz"))
    analysis = analyse(conflict, ["nash", "nash.a", "nash.b"])
    assert set(analysis.stable["nash"]["a"]) == {"YNY", "YYY"}  # not used at all
    assert set(analysis.stable["nash.a"]["a"]) == set()  # x known; y drawn by the unknown
    # Without daring: from YNN to YNY is known to be a gain (they differ in z alone).
    assert set(analysis.stable["nash.b"]["a"]) == {"YNY", "YYY"}
