"""Whose turn it is: set phrases that say who has to move, and who would go first."""

from __future__ import annotations

import pytest

from firstmove.reading import open_text, read_report
from firstmove.statement import ActPlace, Kind, Statement

MET = "Lassia and Karvenia broke off talks on Monday. Lassia's foreign minister, Ula Brem, said "


def last(words: str) -> Statement:
    return read_report(open_text(f"{MET}{words}.", name="report")).statements[-1]


@pytest.mark.parametrize(
    ("words", "label"),
    [
        ("it is up to Karvenia to reopen the border", "reopen the border"),
        ("it was now up to Karvenia to reopen the border", "reopen the border"),
        ("it falls to Karvenia to end the blockade", "end the blockade"),
        ("it rests with Karvenia to end the blockade", "end the blockade"),
        ("the onus was on Karvenia to take the first step", "take the first step"),
        ("the first step must come from Karvenia", "take the first step"),
        ("the first move had to come from Karvenia", "make the first move"),
        ("the next step is Karvenia's", "take the next step"),
        ("Karvenia must act first", "act first"),
        ("the ball is now in Karvenia's court", ""),
        ("it is Karvenia's turn to act", ""),
    ],
)
def test_who_is_told_to_be_at_its_turn_is_asked_to_act(words: str, label: str) -> None:
    statement = last(words)
    assert statement.kind is Kind.REQUEST
    assert statement.target is not None
    assert statement.target.party == "Karvenia"
    acts = [(a.label, a.actor.party if a.actor else "") for a in statement.acts]
    assert acts == ([(label, "Karvenia")] if label else [])


@pytest.mark.parametrize(
    "words",
    [
        "it is up to Lassia to decide on its own troops",
        "responsibility for the raid lies with Karvenia",
        "it is not up to Karvenia to reopen the border",
        "the ball was stopped by Karvenia's goalkeeper",
        "the first step came from Karvenia",
        "the burden of the levy falls on Karvenia",
    ],
)
def test_no_turn_of_another(words: str) -> None:
    assert last(words).kind is not Kind.REQUEST


def test_to_go_first_for_what_another_does_is_offered() -> None:
    statement = last("Lassia would take the first step if Karvenia lifted the blockade")
    assert statement.kind is Kind.AGREE


def test_an_answer_in_kind_is_as_what_it_answers() -> None:
    statement = last("Lassia would respond in kind if Karvenia moved first")
    assert statement.kind is Kind.AGREE
    assert [a.label for a in statement.acts if a.place is ActPlace.CONDITION] == ["move first"]
    attacked = last("Lassia would respond in kind if Karvenia attacked its ports")
    assert attacked.kind is Kind.THREATEN


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("we will leave the coalition if the government keeps the bill", Kind.THREATEN),
        ("Lassia would walk away from mediation if Karvenia named the judge", Kind.THREATEN),
        ("we will pull out of the talks if the shelling goes on", Kind.THREATEN),
        ("our ministers will resign if the bill is still on the table", Kind.THREATEN),
        ("we will leave the valley if Karvenia pays its debt", Kind.AGREE),
    ],
)
def test_to_leave_what_is_shared_over_what_another_does(words: str, kind: Kind) -> None:
    text = f"{MET.removesuffix('said ')}spoke. “{words[0].upper()}{words[1:]},” she said."
    assert read_report(open_text(text, name="report")).statements[-1].kind is kind


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("Lassia would press ahead with the vote", Kind.STATE),
        ("Lassia would push on with the reform", Kind.STATE),
        ("Lassia pressed Karvenia to open the border", Kind.REQUEST),
        ("Lassia would table a motion of no confidence", Kind.THREATEN),
        ("Lassia would table a motion to cut its levy", Kind.AGREE),
    ],
)
def test_pressing_on_and_motions_of_no_confidence(words: str, kind: Kind) -> None:
    assert last(words).kind is kind


def test_let_another_act_asks_it_of_the_other() -> None:
    text = f"{MET.removesuffix('said ')}spoke. “Let Karvenia open the gates by March 20,” she said."
    (statement,) = read_report(open_text(text, name="report")).statements
    assert statement.kind is Kind.REQUEST
    assert statement.target is not None
    assert statement.target.party == "Karvenia"
    (act,) = statement.acts
    assert act.label == "open the gates"
    assert act.actor is not None
    assert act.actor.party == "Karvenia"


def test_a_day_is_no_doer() -> None:
    statement = last("Lassia would double coal deliveries if the gates were opened by March 20")
    (gates,) = (a for a in statement.acts if a.place is ActPlace.CONDITION)
    assert gates.label == "open the gates"
    assert gates.actor is None


def test_what_is_let_happen_is_done_by_who_lets_it() -> None:
    statement = last("Karvenia must cut the levy and let the boats leave the harbour")
    acts = [(a.label, a.actor.party if a.actor else "") for a in statement.acts]
    assert acts == [
        ("cut the levy", "Karvenia"),
        ("let the boats leave the harbour", "Karvenia"),
    ]
