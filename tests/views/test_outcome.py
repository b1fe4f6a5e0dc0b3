"""What would hold, in rows and sentences."""

from __future__ import annotations

from dataclasses import replace
from itertools import product

from firstmove.analysis import analyse
from firstmove.conflict import Conflict, DecisionMaker, Option, StatusQuo, Want, parse_condition
from firstmove.views.model.outcome import Outcome, outcome_of
from tests.views import sample


def outcome(conflict: Conflict) -> Outcome:
    return outcome_of(analyse(conflict), conflict)


def game(*wants: tuple[str, ...], now: str = "NN") -> Conflict:
    makers = tuple(
        DecisionMaker(id_, id_.upper(), tuple(Want(parse_condition(w)) for w in row))
        for id_, row in zip("ab", wants, strict=True)
    )
    options = (Option("a.x", "a", "do x"), Option("b.y", "b", "do y"))
    values = {o.id: v == "Y" for o, v in zip(options, now, strict=True)}
    return Conflict("Game", makers, options, status_quo=StatusQuo(values))


def test_numbers_are_those_of_the_analysis() -> None:
    found = outcome(sample.CONFLICT)
    analysis = analyse(sample.CONFLICT)
    sets = {key: set(analysis.equilibria[key]) for key in analysis.concepts}
    assert found.everywhere == len(set.intersection(*sets.values()))
    assert found.somewhere == len(set.union(*sets.values()))
    assert dict(found.counts) == {key: len(states) for key, states in sets.items()}
    for holding in found.shown:
        assert set(holding.holds) == {key for key in sets if holding.state in sets[key]}


def test_an_option_on_which_nothing_depends_is_shown_once() -> None:
    found = outcome(sample.CONFLICT)
    analysis = analyse(sample.CONFLICT)
    assert [o.id for o in found.free] == ["envoy.observe"]
    covered = {
        "".join(letters)
        for holding in found.shown
        for letters in product(*("YN" if c == "*" else c for c in holding.pattern))
    }
    assert covered == {s for key in analysis.concepts for s in analysis.equilibria[key]}
    assert sum(h.stands_for for h in found.shown) == found.somewhere
    assert any("None of this depends on whether ‘send an observer’" in s for s in found.sentences)


def test_single_answer_is_said_with_its_options() -> None:
    found = outcome(game(("a.x",), ("b.y",)))
    assert found.sentences[0].startswith("1 of 4 possible states would hold under all five")
    assert "Taken in it: ‘do x’ (A), ‘do y’ (B)." in found.sentences
    assert "The status quo would not hold under any of them." in found.sentences
    assert found.status_quo is not None
    assert [reason.stable for reason in found.status_quo.reasons] == [False, False]


def test_a_state_that_holds_only_by_deterrence_says_so() -> None:
    # the prisoner's dilemma: both would rather the other took its option, and not its own
    found = outcome(game(("b.y", "not a.x"), ("a.x", "not b.y"), now="YY"))
    assert found.status_quo is not None
    assert "nash" in found.status_quo.fails
    assert "seq" in found.status_quo.holds
    assert any(s.startswith("The status quo would hold under") for s in found.sentences)
    assert {reason.concept for reason in found.status_quo.reasons} == {"seq"}
    for reason in found.status_quo.reasons:
        assert reason.because
        assert reason.sentence.endswith(reason.because)


def test_an_untold_option_on_which_nothing_depends_does_not_hide_the_status_quo() -> None:
    values = dict(sample.CONFLICT.status_quo.values)
    del values["envoy.observe"]
    found = outcome(replace(sample.CONFLICT, status_quo=StatusQuo(values)))
    assert found.status_quo is not None
    assert found.status_quo.state == "NNNN"
    assert "leave open how things stand now on 1 option, on which" in found.status_quo_note
    assert [h.pattern for h in found.shown if h.status_quo] == ["NNN*"]
    del values["bellmark.open"]
    assert outcome(replace(sample.CONFLICT, status_quo=StatusQuo(values))).status_quo is None


def test_limits_name_what_the_answer_rests_on() -> None:
    limits = " ".join(outcome(sample.CONFLICT).limits)
    assert "2 wants of 7 follow by rule" in limits
    assert "1 want of 7 is an assumption" in limits
    assert "1 want of 7 is told by no report and is not used" in limits
    assert "Taken to be indifferent" in limits
    assert "2 questions are open" in limits


def test_too_many_states_are_counted_and_not_compared(monkeypatch) -> None:  # type: ignore[no-untyped-def]
    monkeypatch.setattr("firstmove.views.model.outcome.READ_STATES", 3)
    found = outcome(sample.CONFLICT)
    assert found.everywhere is None
    assert found.sentences[0].startswith("Of 12 possible states, these numbers would hold: 6 under")
    assert len(found.shown) + found.more == 8


def test_one_concept_is_named() -> None:
    conflict = game(("a.x",), ("b.y",))
    found = outcome_of(analyse(conflict, ("nash",)), conflict)
    assert found.sentences[0] == "1 of 4 possible states would hold under Nash stability."
    nothing = replace(conflict, status_quo=StatusQuo())
    assert "No report tells how things stand now" in outcome(nothing).status_quo_note
