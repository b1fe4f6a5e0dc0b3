"""The answer over readings, against first-move analysis of each reading by itself."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from firstmove.analysis import FirstAnswer, first_answer, first_moves, readings
from firstmove.analysis.first_moves.field import Field
from firstmove.analysis.first_moves.outlook import Opening, Outlook, known_outlook
from firstmove.analysis.first_moves.reading_steps import given_up
from firstmove.analysis.first_moves.result import Effect
from firstmove.analysis.first_moves.statement_turns import sources
from firstmove.conflict import (
    Basis,
    Conflict,
    DecisionMaker,
    Evidence,
    Name,
    Not,
    Option,
    StatusQuo,
    Want,
    feasible_states,
    load_model,
    parse_condition,
)
from firstmove.errors import AnalysisError
from firstmove.examples import model
from tests.analysis.models import random_conflict


def opened(seed: int) -> tuple[Conflict, str]:
    """A conflict with unknown wants and orders, few enough to solve each reading, and a start."""
    rng = Random(f"answer {seed}")
    conflict = random_conflict(seed)
    makers = []
    for maker in conflict.decision_makers:
        wants = [
            replace(
                want,
                basis=Basis.UNKNOWN if rng.random() < 0.25 else Basis.STATED,
                unordered=n > 0 and not want.strong and rng.random() < 0.3,
                weight=None,
                strong=False,
            )
            for n, want in enumerate(maker.wants[:3])
        ]
        if wants:
            wants[0] = replace(wants[0], unordered=False)
        makers.append(replace(maker, wants=tuple(wants), gaps=(), unknown=()))
    made = replace(conflict, decision_makers=tuple(makers))
    return made, rng.choice(list(feasible_states(made)))


def models(conflict: Conflict, start: str) -> list[Conflict]:
    found = readings(conflict, ["seq"], state=start, turns=0)
    return [found.model(n) for n in range(found.solved)]


@pytest.mark.long
@settings(max_examples=25, deadline=None)
@given(st.integers(0, 10_000))
def test_outlooks_are_those_of_each_reading(seed: int) -> None:
    conflict, start = opened(seed)
    goal = None if seed % 2 else parse_condition(conflict.options[0].id)
    found = first_answer(conflict, goal, start=start, tries=0)
    each = [
        first_moves(one, goal, start=start, tries=0, readings=0) for one in models(conflict, start)
    ]
    counted = Counter(known_outlook(one).key for one in each)
    assert {one.key: share.held for one, share in found.outlooks} == dict(counted)
    assert found.share.held == max(counted.values())
    assert (found.total, found.exact) == (len(each), True)
    assert found.holds_now.held == sum(one.holds_now for one in each)
    for id_, opens, alone in found.openers:
        assert opens.held == sum(id_ in known_outlook(one).who for one in each)
        assert alone.held == sum(known_outlook(one).who == (id_,) for one in each)
    assert known_outlook(found.moves).key == found.outlook.key


@pytest.mark.long
@settings(max_examples=15, deadline=None)
@given(st.integers(0, 10_000))
def test_what_a_step_is_in_each_reading(seed: int) -> None:
    conflict, start = opened(seed)
    found = first_answer(conflict, Name(conflict.options[-1].id), start=start, tries=0)
    each = [Field(one) for one in models(conflict, start)]
    for told in found.steps:
        i = [maker.id for maker in conflict.decision_makers].index(told.step.mover)
        effects: Counter[Effect] = Counter()
        for field in each:
            before, after = field.place(told.step.before), field.place(told.step.after)
            assert before is not None
            assert after is not None
            effects[field.effect(i, before, after)] += 1
        if conflict.decision_makers[i].ranking is None:
            assert dict(told.shares) == dict(effects)


def told_by(conflict: Conflict) -> Conflict:
    """Each want with one entry for evidence; every third shares the entry of the one before."""
    n = 0
    makers = []
    for maker in conflict.decision_makers:
        wants = []
        for want in maker.wants:
            n += 1
            evidence = Evidence("r", f"words {n}", n, n + 5, f"e-{n - n % 3 // 2}")
            wants.append(replace(want, evidence=(evidence,)))
        makers.append(replace(maker, wants=tuple(wants)))
    return replace(conflict, decision_makers=tuple(makers))


@pytest.mark.long
@settings(max_examples=12, deadline=None)
@given(st.integers(0, 10_000))
def test_turning_over_by_leaving_wants_out(seed: int) -> None:
    """Only known wants: then a statement that falls takes its wants with it, and no more."""
    conflict, start = opened(seed)
    known = replace(
        conflict,
        decision_makers=tuple(
            replace(d, wants=tuple(replace(w, basis=Basis.STATED) for w in d.wants))
            for d in conflict.decision_makers
        ),
    )
    known = told_by(known)
    goal = Name(known.options[0].id)
    found = first_answer(known, goal, start=start, tries=0)
    by_entry = {one.source.evidence[0].entry: one for one in found.turned}
    before = {key: outlook(one, goal, start) for key, one in enumerate(models(known, start))}
    for entry, turned in by_entry.items():
        for reverse, share in ((False, turned.dropped), (True, turned.reversed)):
            held = 0
            for key, one in enumerate(models(known, start)):
                makers = []
                for maker in one.decision_makers:
                    wants = []
                    for want in maker.wants:
                        if want.evidence[0].entry != entry:
                            wants.append(want)
                        elif reverse:
                            wants.append(replace(want, condition=Not(want.condition)))
                    makers.append(replace(maker, wants=tuple(wants)))
                now = outlook(replace(one, decision_makers=tuple(makers)), goal, start)
                held += not now.same(before[key])
            if share.of == len(before):
                assert share.held == held
            assert share.of <= len(before)


def outlook(conflict: Conflict, goal: Name, start: str) -> Outlook:
    return known_outlook(first_moves(conflict, goal, start=start, tries=0, readings=0))


def pair(*wants: tuple[str, str, Basis, str]) -> Conflict:
    """East can open, West can pay. ``wants``: (whose, what, basis, entry)."""
    makers = [
        DecisionMaker(
            id_,
            id_.title(),
            tuple(
                Want(
                    parse_condition(text),
                    basis,
                    (Evidence("r", text, 0, len(text), entry),) if entry else (),
                )
                for who, text, basis, entry in wants
                if who == id_
            ),
        )
        for id_ in ("east", "west")
    ]
    return Conflict(
        "pair",
        tuple(makers),
        (Option("east.open", "east", "open"), Option("west.pay", "west", "pay")),
        status_quo=StatusQuo({"east.open": False, "west.pay": False}),
    )


EXCHANGE = pair(
    ("east", "west.pay", Basis.STATED, "e1"),
    ("east", "not east.open", Basis.INFERRED, "e2"),
    ("west", "east.open", Basis.STATED, "e3"),
    ("west", "west.pay iff east.open", Basis.STATED, "e4"),
)


def test_an_exchange_worked_by_hand() -> None:
    """West pays exactly where East opens; East loses by opening, and has it made good by pay."""
    found = first_answer(EXCHANGE)
    assert (found.outlook.opening, found.outlook.who) == (Opening.ONE, ("east",))
    assert found.outlook.holds_now
    assert found.moves.openers[0].effect is Effect.SACRIFICE
    assert found.moves.openers[0].until == "YY"
    assert [str(c) for c in given_up(EXCHANGE, "east", "NN", "YN")] == ["not east.open"]
    turned = {one.source.evidence[0].entry: one for one in found.turned}
    assert turned["e4"].dropped.held == 1  # then West need not pay
    assert str(found.share) == "1 of 1"


def test_a_want_that_two_statements_tell_does_not_fall_with_one() -> None:
    wants = list(EXCHANGE.decision_makers[1].wants)
    again = Evidence("q", "again", 0, 5, "e5")
    wants[1] = replace(wants[1], evidence=(*wants[1].evidence, again))
    west = replace(EXCHANGE.decision_makers[1], wants=tuple(wants))
    conflict = replace(EXCHANGE, decision_makers=(EXCHANGE.decision_makers[0], west))
    assert {one.source.evidence[0].entry for one in first_answer(conflict).turned} == {
        "e1", "e2", "e3",
    }  # fmt: skip
    assert {one.evidence[0].entry for one in sources(conflict)} == {"e1", "e2", "e3", "e4", "e5"}


def test_a_dispute_is_settled_where_one_side_of_it_is_misread() -> None:
    disputed = pair(
        ("east", "east.open", Basis.UNKNOWN, "e1"),
        ("east", "not east.open", Basis.UNKNOWN, "e2"),
        ("west", "east.open", Basis.STATED, "e3"),
    )
    found = first_answer(disputed, "east.open")
    turned = {one.source.evidence[0].entry: one for one in found.turned}
    # East alone can move first, with a gain in the readings in which it wants to open.
    ((outlook, share),) = found.outlooks
    assert (outlook.opening, outlook.who, str(share)) == (Opening.ONE, ("east",), "4 of 4")
    # Without the refusal East wants to open, in the readings too in which it did not.
    assert turned["e2"].dropped.held == 2
    assert turned["e1"].dropped.held == 2


def test_what_nobody_tells_of_is_taken_as_not_taken_only_if_asked() -> None:
    conflict = replace(EXCHANGE, status_quo=StatusQuo({"east.open": False}))
    with pytest.raises(AnalysisError, match="status quo"):
        first_answer(conflict)
    found = first_answer(conflict, untold=True)
    assert (found.moves.start, found.assumed) == ("NN", ("west.pay",))
    with pytest.raises(AnalysisError):
        first_answer(replace(EXCHANGE, status_quo=StatusQuo()), untold=True)


def test_a_sample_is_the_same_for_the_same_seed() -> None:
    conflict = load_model(model("ukraine-2024"))

    def ask(seed: int) -> FirstAnswer:
        return first_answer(
            conflict, "us.first_move and ru.respond", start="NNNNNNNN", tries=0, most=4, seed=seed
        )

    one, two = ask(3), ask(3)
    assert (one.outlooks, one.turned, one.steps) == (two.outlooks, two.turned, two.steps)
    assert (one.total, one.asked, one.exact) == (8, 4, False)
    assert all(not share.exact and share.of == 4 for _, share in one.outlooks)


def test_the_answer_for_ukraine_over_all_readings() -> None:
    found = first_answer(
        load_model(model("ukraine-2024")), "us.first_move and ru.respond", start="NNNNNNNN",
        tries=0,
    )  # fmt: skip
    assert {id_: str(alone) for id_, _, alone in found.openers}["us"] != "0 of 8"
    assert {id_: str(opens) for id_, opens, _ in found.openers}["us"] == "8 of 8"
    assert found.groups is not None
    assert {o.who: str(s) for o, s in found.outlooks} == {("us",): "5 of 8", ("us", "ua"): "3 of 8"}


def of_unknown_orders() -> Conflict:
    conflict = told_by(load_model(model("ukraine-2024")))
    makers = tuple(
        replace(m, wants=tuple(replace(w, unordered=n > 0) for n, w in enumerate(m.wants)))
        for m in conflict.decision_makers
    )
    return replace(conflict, decision_makers=makers)


@pytest.mark.parametrize("seed", range(6))
def test_outlooks_fall_by_their_share_and_not_by_their_count(seed: int) -> None:
    conflict = of_unknown_orders()
    found = first_answer(conflict, start="NNNNNNNN", tries=0, most=20, seed=seed)
    values = [share.value for _, share in found.outlooks]
    assert values == sorted(values, reverse=True)


@pytest.mark.parametrize("after", [9, 40])
def test_an_interruption_keeps_the_readings_that_are_done(after: int) -> None:
    conflict = of_unknown_orders()

    def stop(done: int, whole: int) -> None:
        if done == after:
            raise KeyboardInterrupt

    found = first_answer(
        conflict, "us.first_move and ru.respond", start="NNNNNNNN", tries=0, most=30,
        progress=stop,
    )  # fmt: skip
    assert found.interrupted
    assert found.asked == min(after - 1, 30)
    assert sum(share.held for _, share in found.outlooks) == found.asked
    assert all(not share.exact for _, share in found.outlooks)
    assert not found.turned
    assert any("statements" in reason for reason in found.left_out)
    with pytest.raises(KeyboardInterrupt):
        first_answer(conflict, "us.first_move", start="NNNNNNNN", tries=0, progress=_at_once)


def _at_once(done: int, whole: int) -> None:
    raise KeyboardInterrupt


def test_progress_counts_up_to_the_end() -> None:
    told: list[tuple[int, int]] = []
    first_answer(EXCHANGE, progress=lambda done, of: told.append((done, of)))
    assert told[-1][0] == told[-1][1] == len(told)


def test_large_models_are_bounded() -> None:
    n = 12
    options = tuple(Option(f"a.o{k}", "a", f"do {k}") for k in range(n))
    wants = tuple(
        Want(Name(o.id), Basis.STATED, (Evidence("r", "x", k, k + 1, f"e{k}"),))
        for k, o in enumerate(options)
    )
    conflict = Conflict(
        "large", (DecisionMaker("a", "A", wants * 10),), options,
        status_quo=StatusQuo(dict.fromkeys((o.id for o in options), False)),
    )  # fmt: skip
    found = first_answer(conflict, tries=0)
    assert found.outlook.opening is Opening.GAINS
    assert len(found.turned) <= 40


def test_an_act_that_nothing_follows_does_not_hide_the_exchange() -> None:
    alone = Option("west.plant", "west", "plant trees")
    both = replace(
        EXCHANGE,
        options=(*EXCHANGE.options, alone),
        status_quo=StatusQuo({**EXCHANGE.status_quo.values, alone.id: False}),
        decision_makers=tuple(
            replace(m, wants=(*m.wants, Want(Name(alone.id), Basis.STATED)))
            if m.id == "west"
            else m
            for m in EXCHANGE.decision_makers
        ),
    )
    goals = {best: first_moves(both, best=best, tries=0, limit=50) for best in (False, True)}
    assert goals[True].goals <= goals[False].goals
    assert all(way.goal.endswith("Y") for way in goals[True].ways)
    found = first_answer(both, best=True, tries=0)
    assert found.moves.best
    assert found.outlook.opening is not Opening.NO_GOAL
