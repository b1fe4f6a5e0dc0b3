"""Readings: against solving them one by one, in parts, in samples, in several processes."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from itertools import combinations, pairwise, permutations, product
from math import factorial, prod
from multiprocessing import active_children
from random import Random

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from benchmarks.models import model as wide_model
from firstmove.analysis import Readings, Share, analyse, readings
from firstmove.analysis.over_readings.sample import sample
from firstmove.analysis.over_readings.space import Space
from firstmove.analysis.readings import SOLVED
from firstmove.conflict import (
    Basis,
    Conflict,
    DecisionMaker,
    Not,
    StatusQuo,
    Want,
    feasible_states,
    parse_model,
)
from firstmove.errors import AnalysisError
from tests.analysis.models import mixed_conflict, random_conflict

TOWN = """\
name = "The bridge"

[[decision_maker]]
id = "east"
name = "East"

[[decision_maker.want]]
condition = "west.pay"
basis = "stated"

[[decision_maker.want]]
condition = "east.open"
basis = "unknown"

[[decision_maker]]
id = "west"
name = "West"

[[decision_maker.want]]
condition = "east.open"
basis = "stated"

[[decision_maker.want]]
condition = "not west.pay"
basis = "stated"
order = "unknown"

[[option]]
id = "east.open"
owner = "east"
label = "open the bridge"

[[option]]
id = "west.pay"
owner = "west"
label = "pay for the repair"

[status_quo]
"east.open" = false
"west.pay" = false
"""


def drawn(seed: int) -> Conflict:
    """Every second one with weights and partial rankings; no more than eight wants."""
    conflict = (mixed_conflict if seed % 2 else random_conflict)(seed)
    makers = tuple(replace(d, wants=d.wants[:8]) for d in conflict.decision_makers)
    return replace(conflict, decision_makers=makers)


def opened(conflict: Conflict, seed: int, most: int = 40) -> Conflict:
    """The conflict with at most ``most`` readings: some wants unknown, some in unknown order, and a
    status quo."""
    rng = Random(seed)
    chance = 0.4
    while True:
        makers = tuple(_opened(maker, rng, chance) for maker in conflict.decision_makers)
        if total(makers) <= most:
            break
        chance *= 0.9
    now = rng.choice(list(feasible_states(conflict)))
    values = {o.id: letter == "Y" for o, letter in zip(conflict.options, now, strict=True)}
    return replace(conflict, decision_makers=makers, status_quo=StatusQuo(values))


def _opened(maker: DecisionMaker, rng: Random, chance: float) -> DecisionMaker:
    wants: list[Want] = []
    for want in maker.wants:
        known = rng.choice((Basis.STATED, Basis.INFERRED))
        basis = Basis.UNKNOWN if rng.random() < chance else known
        unordered = bool(wants) and rng.random() < chance and not maker.weighted
        wants.append(replace(want, basis=basis, unordered=unordered))
    return replace(maker, wants=tuple(wants))


def total(makers: tuple[DecisionMaker, ...]) -> int:
    """How many readings there are, counted from the definition."""
    found = 1
    for maker in makers:
        if maker.ranking is None:
            found *= 2 ** sum(want.basis is Basis.UNKNOWN for want in maker.wants)
            runs = Counter(
                sum(not want.unordered for want in maker.wants[: n + 1])
                for n in range(len(maker.wants))
            )
            found *= prod(map(factorial, runs.values()))
    return found


def by_hand(conflict: Conflict) -> list[Conflict]:
    """Every reading as a model of its own, from the definition."""
    ways = [list(_ways(maker)) for maker in conflict.decision_makers]
    return [replace(conflict, decision_makers=makers) for makers in product(*ways)]


def _ways(maker: DecisionMaker) -> list[DecisionMaker]:
    if maker.ranking is not None:
        return [maker]
    orders: list[tuple[Want, ...]] = [()]
    run: list[Want] = []
    for want in (*maker.wants, None):
        if want is not None and want.unordered:
            run.append(want)
            continue
        orders = [(*before, *mixed) for before in orders for mixed in permutations(run)]
        run = [] if want is None else [want]
    found = []
    for order in orders:
        choices = [
            (want, replace(want, condition=Not(want.condition)))
            if want.basis is Basis.UNKNOWN
            else (want,)
            for want in order
        ]
        for wants in product(*choices):
            known = tuple(replace(w, basis=Basis.ASSUMED, unordered=False) for w in wants)
            found.append(replace(maker, wants=known))
    return found


def held(conflict: Conflict, concept: str) -> frozenset[str]:
    return frozenset(analyse(conflict, [concept], engine="explicit").equilibria[concept])


@pytest.mark.parametrize("seed", range(40))
def test_as_if_solved_one_by_one(seed: int) -> None:
    conflict = opened(drawn(seed), seed)
    found = readings(conflict, SOLVED)
    alone = by_hand(conflict)
    assert found.exact
    assert found.total == found.solved == len(alone) == total(conflict.decision_makers)
    for concept in SOLVED:
        counts = Counter(state for one in alone for state in held(one, concept))
        assert {h.state: h.share.held for h in found.holding(concept, 10**6)} == counts
        assert found.count(concept) == len(counts)
        for state in feasible_states(conflict):
            assert found.share(concept, state).held == counts[state]


@pytest.mark.parametrize("seed", range(40, 60))
def test_each_reading_is_the_model_it_says(seed: int) -> None:
    conflict = opened(drawn(seed), seed)
    found = readings(conflict, SOLVED)
    seen = set()
    for number in range(found.solved):
        model = found.model(number)
        seen.add(
            tuple(tuple(map(str, (w.condition for w in d.wants))) for d in model.decision_makers)
        )
        for concept in ("gmr", "seq"):
            right = held(model, concept)
            assert all(
                found.holds(number, concept, state) == (state in right)
                for state in feasible_states(conflict)
            )
        for fixed in found.reading(number):
            wants = model.decision_maker(fixed.unknown.decision_maker).wants
            conditions = [want.condition for want in wants]
            if fixed.unknown.other_condition is None:
                wanted = fixed.unknown.condition
                assert (wanted if fixed.value else Not(wanted)) in conditions
    assert len(seen) <= found.total


@pytest.mark.parametrize("seed", range(60, 70))
def test_splits_groups_and_turns_by_brute_force(seed: int) -> None:
    conflict = opened(drawn(seed), seed, 16)
    found = readings(conflict, ("gmr", "seq"))
    rows = [tuple(one.value for one in found.reading(n)) for n in range(found.solved)]
    for concept in found.concepts:
        verdicts = [found.holds(n, concept) for n in range(found.solved)]
        for at, split in enumerate(found.splits(concept)):
            for side, share in ((True, split.yes), (False, split.no)):
                asked = [v for row, v in zip(rows, verdicts, strict=True) if row[at] == side]
                assert (share.held, share.of) == (sum(asked), len(asked))
        check_groups(found, concept, rows, verdicts)
        for turn in found.turns(concept):
            check_turn(found, concept, turn.decision_maker, turn.want, turn.dropped, turn.reversed)


def check_groups(
    found: Readings, concept: str, rows: list[tuple[bool, ...]], verdicts: list[bool]
) -> None:
    told = found.groups(concept)
    covered = set()
    for group in told.groups:
        fixed = {found.unknowns.index(one.unknown): one.value for one in group.fixed}

        def inside(some: dict[int, bool]) -> list[int]:
            return [n for n, row in enumerate(rows) if all(row[k] == v for k, v in some.items())]

        there = inside(fixed)
        assert len(there) == group.readings
        assert {verdicts[n] for n in there} == {group.holds}
        for left in combinations(fixed, len(fixed) - 1) if fixed else ():
            assert len({verdicts[n] for n in inside({k: fixed[k] for k in left})}) == 2
        covered.update(there)
    assert told.undecided == len(rows) - len(covered)
    if told.undecided and len(told.groups) < 12:  # then no set of answers decides them
        open_ = next(n for n in range(len(rows)) if n not in covered)
        for size in range(1, told.most_fixed + 1):
            for chosen in combinations(range(len(found.unknowns)), size):
                fixed = {k: rows[open_][k] for k in chosen}
                same = [
                    verdicts[n]
                    for n, row in enumerate(rows)
                    if all(row[k] == v for k, v in fixed.items())
                ]
                assert len(set(same)) == 2


def check_turn(
    found: Readings, concept: str, maker: str, want: int, dropped: Share, reversed_: Share
) -> None:
    original = found.conflict.decision_maker(maker).wants[want]
    for share, without in ((dropped, True), (reversed_, False)):
        turned = 0
        for number in range(found.solved):
            model = found.model(number)
            at = [d.id for d in model.decision_makers].index(maker)
            wants = model.decision_makers[at].wants
            plain = replace(original, unordered=False)
            places = [n for n, w in enumerate(wants) if w == plain]
            if len(places) != 1:  # the same want twice: cannot tell which from the model
                return
            here = wants[places[0]]
            other_want = (
                replace(here, basis=Basis.UNKNOWN)
                if without
                else replace(here, condition=Not(here.condition))
            )
            changed = [other_want if n == places[0] else w for n, w in enumerate(wants)]
            makers = list(model.decision_makers)
            makers[at] = replace(makers[at], wants=tuple(changed))
            other = replace(model, decision_makers=tuple(makers))
            turned += (found.state in held(other, concept)) != found.holds(number, concept)
        assert (share.held, share.of, share.exact) == (turned, found.solved, True)


def test_a_case_worked_by_hand() -> None:
    found = readings(parse_model(TOWN))
    assert (found.total, found.exact, found.state) == (4, True, "NN")
    # Nash: East keeps the bridge shut if it wants it shut; West does not pay either way, because
    # it cannot open the bridge itself.
    assert str(found.share("nash")) == "2 of 4"
    east, west = found.splits("nash")
    assert (str(east.yes), str(east.no)) == ("0 of 2", "2 of 2")
    assert (str(west.yes), str(west.no)) == ("1 of 2", "1 of 2")
    decided = found.groups("nash")
    assert {(len(g.fixed), g.holds, g.readings) for g in decided.groups} == {
        (1, True, 2),
        (1, False, 2),
    }
    assert decided.undecided == 0
    turns = {(t.decision_maker, t.want): t for t in found.turns("nash")}
    assert not turns["west", 0].matters
    assert (str(turns["west", 1].dropped), str(turns["west", 1].reversed)) == ("0 of 4", "2 of 4")
    assert (
        found.unknowns[1].said(found.conflict, False)
        == "West puts “not west.pay” above “east.open”"
    )
    assert "Nash: NN would hold in 2 of 4 readings" in str(found)
    assert "West’s “not west.pay” (stated)" in found._repr_html_()


def test_one_reading_is_the_analysis() -> None:
    conflict = wide_model(8, seed=1)
    found = readings(conflict)
    assert (found.total, found.unknowns, found.state) == (1, (), "")
    analysis = analyse(conflict, found.concepts)
    for concept in found.concepts:
        states = {one.state for one in found.holding(concept, 1000)}
        assert states == set(analysis.equilibria[concept])
    with pytest.raises(AnalysisError, match="no state is asked about"):
        found.share("nash")


def many(seed: int = 0) -> Conflict:
    """Five options and 3,072 readings: nine unknown wants, three wants in unknown order."""
    conflict = wide_model(5, wants=6, seed=seed)
    rng = Random(seed)
    makers = []
    for maker in conflict.decision_makers:
        unknown = rng.sample(range(6), 3)
        wants = [
            replace(w, basis=Basis.UNKNOWN if n in unknown else Basis.STATED)
            for n, w in enumerate(maker.wants)
        ]
        makers.append(replace(maker, wants=tuple(wants)))
    first = makers[0]
    wants = [*first.wants[:4], *(replace(w, unordered=True) for w in first.wants[4:])]
    makers[0] = replace(first, wants=tuple(wants))
    values = {option.id: False for option in conflict.options}
    return replace(conflict, decision_makers=tuple(makers), status_quo=StatusQuo(values))


def told(found: Readings) -> list[object]:
    """All that a result says."""
    return [
        found.total, found.solved,
        [found.holding(c) for c in found.concepts],
        [found.splits(c) for c in found.concepts],
        [found.groups(c) for c in found.concepts],
        [found.turns(c) for c in found.concepts],
        [found.reading(n) for n in range(0, found.solved, 37)],
    ]  # fmt: skip


def test_the_same_with_two_processes(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("firstmove.analysis.over_readings.batch.TOGETHER", 1 << 12)
    conflict = many()
    one = readings(conflict, limit=700, seed=5)
    two = readings(conflict, limit=700, seed=5, workers=2)
    assert not one.exact
    assert told(one) == told(two)
    assert told(one) != told(readings(conflict, limit=700, seed=6))


def test_a_process_killed_midway_loses_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("firstmove.analysis.over_readings.batch.TOGETHER", 1 << 10)
    killed: list[int | None] = []

    def kill(done: int, of: int) -> None:
        if not killed:
            child = active_children()[0]
            killed.append(child.pid)
            child.kill()

    conflict = many()
    found = readings(conflict, limit=700, seed=5, turns=0, workers=2, progress=kill)
    assert killed
    assert not found.interrupted
    assert told(found) == told(readings(conflict, limit=700, seed=5, turns=0))


def test_interrupted_with_two_processes(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("firstmove.analysis.over_readings.batch.TOGETHER", 1 << 10)

    def stop(done: int, of: int) -> None:
        raise KeyboardInterrupt

    found = readings(many(), workers=2, progress=stop)
    assert (found.solved, found.interrupted) == (32, True)
    assert not active_children()


def test_interrupted_keeps_what_is_done(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("firstmove.analysis.over_readings.batch.TOGETHER", 1 << 12)
    conflict = many()
    seen: list[tuple[int, int]] = []

    def stop(done: int, of: int) -> None:
        seen.append((done, of))
        if done >= 256:
            raise KeyboardInterrupt

    found = readings(conflict, progress=stop)
    whole = readings(conflict, turns=0)
    assert found.interrupted
    assert (found.solved, found.exact, found.total) == (256, False, whole.total)
    assert not whole.interrupted
    assert seen == [(128, seen[0][1]), (256, seen[0][1])]
    assert found.turns("seq") == ()
    assert "interrupted" in str(found)
    for concept in found.concepts:
        for one in whole.holding(concept, 1000):
            share = found.share(concept, one.state)
            assert abs(share.value - one.share.value) <= 5 * share.error + 3 / 256

    def at_once(done: int, of: int) -> None:
        raise KeyboardInterrupt

    none = wide_model(4, seed=3)
    assert readings(none, progress=at_once).interrupted


def test_standard_errors_are_sane() -> None:
    """Over 60 samples the estimates scatter about the truth as their standard errors say."""
    conflict = many(2)
    whole = readings(conflict, ("seq",), limit=10**5, turns=0)
    states = [one.state for one in whole.holding("seq") if 0.1 < one.share.value < 0.9][:8]
    assert states
    right = np.array([whole.share("seq", state).value for state in states])
    samples = [readings(conflict, ("seq",), limit=150, seed=k, turns=0) for k in range(60)]
    shares = [[one.share("seq", state) for state in states] for one in samples]
    values = np.array([[share.value for share in row] for row in shares])
    errors = np.array([[share.error for share in row] for row in shares])
    scatter = values.std(axis=0, ddof=1)
    assert (np.abs(values.mean(axis=0) - right) < 4 * scatter / 60**0.5 + 1e-9).all()
    assert 0.7 < np.sqrt((errors**2).mean()) / np.sqrt((scatter**2).mean()) < 1.4
    alone = np.sqrt(right * (1 - right) / 150)  # of a sample without strata
    assert (scatter < 1.25 * alone).all()
    splits = [one.splits("seq", states[0])[0].yes for one in samples]
    truth = whole.splits("seq", states[0])[0].yes
    spread = np.std([share.value for share in splits], ddof=1)
    assert (
        abs(np.mean([share.value for share in splits]) - truth.value) < 4 * spread / 60**0.5 + 1e-9
    )
    mean_error = np.sqrt(np.mean([share.error**2 for share in splits]))
    assert mean_error == pytest.approx(spread, rel=0.5, abs=0.005)


def test_holding_is_by_falling_share() -> None:
    found = readings(many(), limit=1000, turns=0)
    for concept in found.concepts:
        held = found.holding(concept, 1000)
        shares = [one.share.value for one in held]
        assert all(a > b - 1e-9 for a, b in pairwise(shares))
        assert len(held) == found.count(concept)
        assert found.holding(concept, 5) == held[:5]


def test_samples_are_balanced_and_without_repeats() -> None:
    found = readings(many(), ("nash",), limit=1024, turns=0)
    rows = {tuple(one.value for one in found.reading(n)) for n in range(1024)}
    assert len(rows) == 1024
    balanced = [split.yes.of for split in found.splits("nash", "NNNNN")]
    assert all(abs(of - 512) < 40 for of in balanced)


def test_a_sample_of_nearly_all_readings_is_drawn_at_once() -> None:
    conflict = many()
    total = readings(conflict, ("nash",), limit=2, turns=0).total
    for limit in (total - 1, total * 3 // 4, total // 3):
        drawn = sample(Space.of(conflict), limit, 5)
        assert len({tuple(row) for row in drawn.digits.tolist()}) == limit
        sizes = Counter(drawn.strata.tolist())
        assert len(sizes) == drawn.count
        assert max(sizes.values()) - min(sizes.values()) <= 1
        one_each = [
            at
            for at, column in enumerate(drawn.digits.T)
            if all(len(set(column[drawn.strata == nth].tolist())) == 1 for nth in sizes)
        ]
        assert prod(Space.of(conflict).digits[at].values for at in one_each) == drawn.count


def test_more_readings_than_can_be_counted() -> None:
    conflict = wide_model(4, wants=60, seed=4)
    makers = tuple(
        replace(d, wants=tuple(
            replace(w, basis=Basis.UNKNOWN, unordered=n % 5 != 0) for n, w in enumerate(d.wants)
        ))
        for d in conflict.decision_makers
    )  # fmt: skip
    found = readings(replace(conflict, decision_makers=makers), ("gmr",), limit=40)
    assert found.total == (2**60 * factorial(5) ** 12) ** 3
    assert found.solved == 40
    model = found.model(7)
    assert set(analyse(model, ["gmr"]).equilibria["gmr"]) == {
        state for state in feasible_states(conflict) if found.holds(7, "gmr", state)
    }


@settings(max_examples=15, deadline=None)
@given(st.integers(0, 10**6))
def test_swapping_decision_makers_mirrors_the_shares(seed: int) -> None:
    conflict = opened(drawn(seed), seed, 24)
    mirrored = replace(conflict, decision_makers=conflict.decision_makers[::-1])
    a, b = readings(conflict), readings(mirrored)
    for concept in a.concepts:
        assert a.holding(concept) == b.holding(concept)
        mine = {s.unknown: (s.yes, s.no) for s in a.splits(concept)}
        assert mine == {s.unknown: (s.yes, s.no) for s in b.splits(concept)}


@settings(max_examples=15, deadline=None)
@given(st.integers(0, 10**6))
def test_asking_for_the_contrary_mirrors_a_split(seed: int) -> None:
    """An unknown want and its contrary are the same unknown, with yes and no changed over."""
    conflict = opened(drawn(seed), seed, 24)
    makers = tuple(
        replace(d, wants=tuple(
            replace(w, condition=Not(w.condition)) if w.basis is Basis.UNKNOWN else w
            for w in d.wants
        ))
        for d in conflict.decision_makers
    )  # fmt: skip
    a, b = readings(conflict), readings(replace(conflict, decision_makers=makers))
    for concept in a.concepts:
        assert a.holding(concept) == b.holding(concept)
        for mine, theirs in zip(a.splits(concept), b.splits(concept), strict=True):
            if mine.unknown.other is None:
                assert (mine.yes, mine.no) == (theirs.no, theirs.yes)
            else:
                assert (mine.yes, mine.no) == (theirs.yes, theirs.no)


@pytest.mark.parametrize(
    ("options", "said"),
    [
        ({"concepts": ("sim",)}, "SIM is not solved for many readings"),
        ({"concepts": ("nosh",)}, "“nosh” is not a known concept"),
        ({"concepts": ()}, "no concept is asked for"),
        ({"limit": 1}, "limit is 1"),
        ({"workers": 0}, "workers is 0"),
        ({"turns": -1}, "turns is -1"),
        ({"state": "YYY"}, "“YYY” is not a state"),
    ],
)
def test_what_cannot_be_asked(options: dict[str, object], said: str) -> None:
    with pytest.raises(AnalysisError, match=said) as caught:
        readings(parse_model(TOWN), **options)  # type: ignore[arg-type]
    assert caught.value.remedy


def test_models_without_readings() -> None:
    town = parse_model(TOWN)
    east, west = town.decision_makers
    ranked = replace(east, wants=(), ranking=(("NN", "NY"), ("YN", "YY")), unknown=(("NN", "NY"),))
    graph = parse_model(
        '[[decision_maker]]\nid = "a"\nranking = ["s", "t"]\nmoves = ["s -> t"]\n'
        '[[state]]\nid = "s"\n[[state]]\nid = "t"\n'
    )
    for conflict, said in (
        (wide_model(17), "17 options"),
        (replace(town, decision_makers=(ranked, west)), "pairs of states in unknown order"),
        (graph, "graph form"),
        (
            replace(town, options=(), decision_makers=(), status_quo=StatusQuo()),
            "no decision maker",
        ),
    ):
        with pytest.raises(AnalysisError, match=said):
            readings(conflict)


def test_one_side_with_most_options() -> None:
    """Sub-cubes that are long and few, as against short and many."""
    conflict = wide_model(11, 2, wants=5, one_way=2, impossible=2, seed=9)
    owned = [replace(o, owner="d0" if n < 10 else "d1") for n, o in enumerate(conflict.options)]
    first, second = conflict.decision_makers
    second = replace(second, wants=tuple(replace(w, basis=Basis.UNKNOWN) for w in second.wants[:2]))
    found = readings(replace(conflict, options=tuple(owned), decision_makers=(first, second)))
    assert found.total == 4
    for number in range(4):
        right = analyse(found.model(number), found.concepts)
        for concept in found.concepts:
            assert {
                one.state
                for one in found.holding(concept, 10**6)
                if found.holds(number, concept, one.state)
            } == set(right.equilibria[concept])


@pytest.mark.long
def test_sixteen_options() -> None:
    conflict = wide_model(16, wants=16, seed=7)
    first, *others = conflict.decision_makers
    wants = tuple(
        replace(w, basis=Basis.UNKNOWN if n < 3 else w.basis) for n, w in enumerate(first.wants)
    )
    found = readings(replace(conflict, decision_makers=(replace(first, wants=wants), *others)))
    assert found.total == 8
    for number in (0, 5):
        right = analyse(found.model(number), found.concepts)
        for concept in found.concepts:
            for one in found.holding(concept, 50):
                assert found.holds(number, concept, one.state) == (
                    one.state in right.equilibria[concept]
                )


def test_more_wants_in_unknown_order_than_a_digit_holds_are_refused() -> None:
    conflict = parse_model(TOWN)
    east, west = conflict.decision_makers
    many = tuple(replace(west.wants[0], unordered=n > 0) for n in range(201))
    with pytest.raises(AnalysisError, match="more than 200 wants in unknown order"):
        Space.of(replace(conflict, decision_makers=(east, replace(west, wants=many))))
    assert Space.of(replace(conflict, decision_makers=(east, replace(west, wants=many[:200]))))
