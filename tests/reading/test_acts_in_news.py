"""Acts as papers tell them: consents, recipients, names beside a noun, members of a body."""

from __future__ import annotations

import pytest

from firstmove.reading import open_text, read_report
from firstmove.statement import Act, ActPlace

LEAD = "The Dockers' Union and Harbour Lines have been at odds since March. "


def acts(sentence: str, place: ActPlace = ActPlace.CONTENT) -> list[Act]:
    reading = read_report(open_text(LEAD + sentence, name="a.txt"))
    return [a for s in reading.statements for a in s.acts if a.place is place]


def labels(sentence: str, place: ActPlace = ActPlace.CONTENT) -> list[str]:
    return [a.label for a in acts(sentence, place)]


@pytest.mark.parametrize(
    ("sentence", "label"),
    [
        ("The contract won't get our votes, said Hanna Berg of the Dockers' Union.",
         "vote for the contract"),
        ("The bill will not have our support, said Hanna Berg of the Dockers' Union.",
         "support the bill"),
        ("The plan would win our backing, said Hanna Berg of the Dockers' Union.",
         "back the plan"),
    ],
)  # fmt: skip
def test_a_consent_told_by_its_noun(sentence: str, label: str) -> None:
    (act,) = acts(sentence)
    assert act.label == label
    assert act.actor is not None
    assert act.actor.party == "Dockers' Union"


def test_support_of_many_is_no_act_of_the_speaker() -> None:
    told = "Harbour Lines will get the support of many readers, the mayor said."
    assert not any(label.startswith("support") for label in labels(told))


def test_to_whom_it_is_offered_is_no_act() -> None:
    told = "Harbour Lines has offered drivers a bonus of 400 crowns."
    assert labels(told) == ["a bonus of 400 crowns"]


def test_what_stands_behind_a_colon_spells_it_out() -> None:
    told = "Harbour Lines proposed a bonus: 400 crowns a month, and 30 percent on every night."
    assert labels(told) == ["a bonus"]


def test_a_name_beside_the_noun_is_who_would_do_it() -> None:
    told = (
        "The Dockers' Union vowed to keep the gate closed until its neighbour, Harbour Lines, "
        "pays 90 million crowns."
    )
    (act,) = acts(told, ActPlace.CONDITION)
    assert act.actor is not None
    assert act.actor.party == "Harbour Lines"


@pytest.mark.parametrize(
    ("told", "own"),
    [
        ("The Dockers' Union said its members would block the gate.", True),
        ("Hanna Berg, the head of the Dockers' Union, said her members would block the gate.",
         True),
        ("Conductors and dockers will walk out, Hanna Berg, the head of the Dockers' Union, said.",
         True),
        ("Hanna Berg, who leads the Dockers' Union, said they would not sign.", True),
        ("Hanna Berg of the Dockers' Union said of the managers that they would not sign.", False),
        ("Harbour Lines said its crews would return to work.", False),
        ("Tom Arden of Harbour Lines said the union would lose and it would pay.", False),
    ],
)  # fmt: skip
def test_whose_plan_it_is(told: str, own: bool) -> None:
    reading = read_report(open_text(LEAD + told, name="a.txt"))
    (statement,) = reading.statements
    assert statement.speaker is not None
    parties = {a.actor.party for a in statement.acts if a.actor is not None}
    assert (parties == {statement.speaker.party}) is own


@pytest.mark.parametrize(
    ("told", "label"),
    [
        ("The union told Tom Arden, its boss, to get out of the talks.", "get out of the talks"),
        ("Harbour Lines said it would take its cranes across the river.",
         "take its cranes across the river"),
        ("The Dockers' Union called for an exemption for night workers.",
         "an exemption for night workers"),
    ],
)  # fmt: skip
def test_what_tells_it_apart_is_in_the_label(told: str, label: str) -> None:
    assert label in labels(told)


@pytest.mark.parametrize(
    "told",
    [
        "“I am not going to talk about this any more,” said Tom Arden of Harbour Lines.",
        "“I will not allow the strike to distract me,” said Tom Arden of Harbour Lines.",
        "The mayor showed her support for Harbour Lines.",
        "Harbour Lines declined to weigh in on the merits of the bill.",
        "Harbour Lines said it would take a look at that.",
    ],
)
def test_what_commits_to_nothing_is_no_act(told: str) -> None:
    assert not labels(told)


def test_what_is_only_asked_is_no_act() -> None:
    told = "The union pressed Tom Arden of Harbour Lines on whether he had visited the yard."
    assert not labels(told)


def test_what_a_thing_is_called_is_no_second_act() -> None:
    text = (
        "Ann Roe called the agreement “an historic step forward” in global efforts to address "
        "climate change."
    )
    reading = read_report(open_text(text, name="a.txt"))
    assert [a.label for s in reading.statements for a in s.acts] == ["the agreement"]


def test_each_of_two_who_are_asked_has_an_act_of_its_own() -> None:
    text = "Turkey urged Tokyo and Cyprus to halt the drilling."
    reading = read_report(open_text(text, name="a.txt"))
    doers = [a.actor.party for s in reading.statements for a in s.acts if a.actor]
    assert doers == ["Japan", "Cyprus"]


@pytest.mark.parametrize(
    "told",
    [
        "in exchange for the release of two pilots held by Harbour Lines",
        "if two pilots held by Harbour Lines are freed",
    ],
)
def test_who_holds_people_would_let_them_go(told: str) -> None:
    (act,) = acts(f"The Dockers' Union has offered to sail {told}.", ActPlace.CONDITION)
    assert act.actor is not None
    assert act.actor.party == "Harbour Lines"


@pytest.mark.parametrize(
    ("told", "label"),
    [
        ("in exchange for Harbour Lines reopening the gate", "reopen the gate"),
        ("in the event that Harbour Lines reopens the gate", "reopen the gate"),
    ],
)
def test_what_another_does_in_exchange_is_its_act(told: str, label: str) -> None:
    sentence = f"The Dockers' Union said it would be willing to sign {told}."
    (act,) = acts(sentence, ActPlace.CONDITION)
    assert act.label == label
    assert act.actor is not None
    assert act.actor.party == "Harbour Lines"
    assert labels(sentence) == ["sign"]


def test_by_when_it_is_to_be_done_is_no_part_of_the_act() -> None:
    told = "Harbour Lines will charge a levy unless the duty has been withdrawn by then, it said."
    assert labels(told, ActPlace.CONDITION) == ["withdraw the duty"]


def test_what_starting_pay_is_raised_by_does_nothing() -> None:
    told = (
        "The Dockers' Union said crews would walk out if starting pay was not raised by 9 percent."
    )
    (act,) = acts(told, ActPlace.CONDITION)
    assert act.label == "raise starting pay by 9 percent"
    assert act.actor is None
    assert act.negated


def test_what_another_does_already_is_no_option() -> None:
    assert labels("The Dockers' Union warned that Harbour Lines was selling the fleet.") == []
