"""One act, what undoes it, two amounts of it: told by the words of two labels."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from firstmove.drafting.likeness.alike import Likeness, liken, trimmed

LABELS = (
    "make the first move",
    "initiate the first step",
    "call off the strike",
    "strike",
    "a truce",
    "open the gates",
    "close the gates",
    "hire forty assistants",
    "hire twenty assistants",
    "publish the readings",
    "check the readings",
    "respond",
)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("make the first move", "initiate the first step"),
        ("make the first move", "initiate dialogue"),
        ("remove the fence", "take down the fence"),
        ("release the guards", "free the eleven guards"),
        ("impose a duty of 20 percent", "impose the duty"),
        ("scrap its 15 percent surcharge", "scrap the surcharge"),
        ("lift the 9 per cent levy", "lift their levy"),
        ("fill a quota of 800 tonnes", "fill the quota"),
        ("halve the fee", "cut the fee by half"),
        ("halve its fee", "reduce its fee by half"),
        ("resign", "step down"),
        ("exit the Senate race", "abandon his bid"),
        ("step aside", "withdraw from the race for mayor"),
        ("give up her seat on the council", "step down as chairwoman"),
        ("stay in the race", "remain in the mayoral race"),
        ("stay in the race", "continue campaigning"),
        ("step down", "step down in an interview on Monday"),
        ("back the budget", "support the budget"),
        ("walk out", "strike"),
        ("stage a walkout", "go on strike"),
        ("freeze a licensing scheme", "suspend the licensing scheme"),
        ("waive a fine of €4m", "drop the fine"),
        ("restore communication", "initiate dialogue"),
        ("recognise the minority", "acknowledge the minority"),
        ("give its consent to the merger", "approve the merger"),
        ("relocate the mill", "move the mill"),
        ("demolish the dam", "tear down the dam"),
        ("withdraw its objection", "lift its veto"),
        ("leave Bossa", "pull out of Bossa"),
        ("act against smuggling", "crack down on smuggling"),
        ("let the prisoners go", "free the prisoners"),
        ("send the prisoners home", "release the 140 prisoners"),
        ("release the 40,000 tonnes of grain", "release the grain"),
        ("release the 40,000 tonnes of grain", "release 40,000 tonnes of grain"),
        ("bring the country to a standstill with a general strike", "call a general strike"),
        ("vote against the budget", "reject the budget"),
        ("freeze the levy", "the levy was frozen"),
        ("close the wells", "shut the 34 deep wells"),
        ("free the crew", "the crew was released"),
    ],
)
def test_one_act(one: str, other: str) -> None:
    assert liken(one, False, other, False) is Likeness.SAME


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("put the offer to its members", "keep its members out"),
        ("give up the oil fields", "hand over the maps of the oil fields"),
        ("the bill is on the table", "support the bill"),
        ("verify it", "check the figure"),
        ("let the talks go ahead", "release the talks"),
        ("leave Bossa", "leave Tarn"),
        ("send the refugees home", "free the refugees"),
        ("let 300 workers go", "free the workers"),
        ("close the deep wells", "close the shallow wells"),
    ],
)
def test_what_one_act_is_done_to_is_beside_the_point_of_the_other(one: str, other: str) -> None:
    assert liken(one, False, other, False) is Likeness.APART


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("strike", "call off the strike"),
        ("resign", "stay in office"),
        ("drop out of the contest", "stay in the race"),
        ("hold a referendum", "call off its referendum"),
        ("lift the ban", "impose the ban"),
        ("open the gates", "close the gates"),
        ("vote for the budget", "vote against the budget"),
        ("support the budget", "vote against the budget"),
        ("send troops", "withdraw troops"),
        ("reject the law", "back the law"),
        ("demolish the camp", "build the camp"),
    ],
)
def test_one_undoes_the_other(one: str, other: str) -> None:
    assert liken(one, False, other, False) is Likeness.CONTRARY


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("hire forty assistants", "hire twenty assistants"),
        ("raise wages by three percent", "raise wages by six percent"),
        ("reduce its quota by a tenth", "cut the quota by half"),
        ("halve the fee", "cut the fee by a third"),
        ("pay the 5 percent rise", "pay a 7 percent rise"),
        ("accept a loan of 30 days", "accept a loan of 60 days"),
        ("release 20,000 tonnes of grain", "release 40,000 tonnes of grain"),
    ],
)
def test_two_amounts_of_one_act(one: str, other: str) -> None:
    assert liken(one, False, other, False) is Likeness.AMOUNTS


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("publish the readings", "check the readings"),
        ("suspend its loan", "repay the loan"),
        ("open two sluices", "open the sluices"),
        ("ease the embargo", "lift the embargo"),
        ("release 40,000 tonnes of barley", "release the barley"),
        ("deal with the strike", "call a strike"),
        ("the ship was wooden", "sell the ship"),
        ("reopen eleven of the sluices", "open the sluices"),
    ],
)
def test_one_object_and_other_verbs_are_doubtful(one: str, other: str) -> None:
    assert liken(one, False, other, False) is Likeness.DOUBTFUL


def test_a_noun_for_an_act_is_the_act() -> None:
    assert liken("the return of the bodies", True, "hand over the bodies", False) is Likeness.SAME
    assert liken("the return of the bodies", True, "fly the bodies home", False) is not (
        Likeness.SAME
    )


@given(st.sampled_from(LABELS), st.sampled_from(LABELS))
def test_neither_comes_first(one: str, other: str) -> None:
    assert liken(one, False, other, False) is liken(other, False, one, False)


def test_a_side_is_no_part_of_a_label() -> None:
    sides = {"Southport"}.__contains__
    assert trimmed("direct talks with Southport", sides) == "direct talks"
    assert trimmed("direct talks with inspectors", sides) == "direct talks with inspectors"


@pytest.mark.parametrize(
    ("one", "other", "likeness"),
    [
        ("lift the levy", "raise the levy", Likeness.DOUBTFUL),
        ("strike the clause out", "walk out", Likeness.APART),
        ("strike oranges from the list", "go on strike", Likeness.APART),
        ("drop the fine", "waive the fine", Likeness.SAME),
        ("put the night shifts on hold", "report the night shifts", Likeness.DOUBTFUL),
        ("put the night shifts on hold", "suspend the night shifts", Likeness.SAME),
        ("close the market square at night", "close the market square", Likeness.DOUBTFUL),
        ("take part in the fair", "boycott the fair", Likeness.CONTRARY),
    ],
)
def test_verbs_of_lifting_waiving_taking_part(one: str, other: str, likeness: Likeness) -> None:
    assert liken(one, False, other, False) is likeness


def test_some_of_a_number_are_that_many() -> None:
    assert liken("open two sluices", False, "open two of the four sluices", False) is Likeness.SAME
    assert (
        liken("open the sluices", False, "open two of the four sluices", False) is not Likeness.SAME
    )


def test_what_begins_is_the_act_that_it_begins_with() -> None:
    filling = "begin filling the reservoir"
    assert liken(filling, False, "fill the reservoir", False) is Likeness.SAME
    assert liken(filling, False, "send readings of the reservoir", False) is not Likeness.SAME


def test_a_set_phrase_is_no_object_in_common() -> None:
    assert liken("withdraw the duty", False, "drop the complaint", False) is Likeness.APART


@pytest.mark.parametrize(
    ("one", "other", "likeness"),
    [
        ("carry gas from Tarn", "carry Arvelian gas", Likeness.APART),
        ("admit Karvenian barley", "admit Sollundese barley", Likeness.APART),
        ("buy Tarnian gas", "buy gas from Tarn", Likeness.SAME),
        ("carry gas", "carry Tarnian gas", Likeness.SAME),
    ],
)
def test_a_thing_from_elsewhere_is_another(one: str, other: str, likeness: Likeness) -> None:
    assert liken(one, False, other, False) is likeness


def test_whose_gas_is_bought_is_part_of_the_label() -> None:
    assert trimmed("buy gas from Tarn", lambda name: name == "Tarn") == "buy gas from Tarn"
