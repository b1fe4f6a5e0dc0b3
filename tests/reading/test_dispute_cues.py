"""Demands, offers, refusals and threats told otherwise than by "X demands Y"."""

from __future__ import annotations

import pytest

from tests.reading.readers import who_what

CASES = """
The rebels' demand that the governor resign was ignored. | The rebels | demand | that the governor resign
The minister's pledge not to raise fares won over the commuters. | The minister | pledge | not to raise fares
The party's refusal to vote for the budget brought down the cabinet. | The party | refusal | to vote for the budget
Calls by the opposition for a recount grew louder. | the opposition | Calls | a recount
The demand by the nurses that wards be reopened was rejected. | the nurses | demand | that wards be reopened
The offer to share the water came from Tarnia. | Tarnia | offer | to share the water
The most telling promise the premier has made is that she will not raise taxes. | the premier | promise | that she will not raise taxes
The union's main demand is that the firm rehire the cooks. | The union | demand is | that the firm rehire the cooks
The mayor's first promise was to reopen the pool. | The mayor | promise was | to reopen the pool
The minister repeated his call for an inquiry into the deaths. | The minister | repeated his call for | an inquiry into the deaths
Pilots were offered a bonus of 3,000 crowns by the airline to work late. | the airline | were offered | Pilots … a bonus of 3,000 crowns
The drivers have been promised a four percent raise by the company. | the company | have been promised | The drivers … a four percent raise
The rebels have given the army until Friday to withdraw. | The rebels | have given | the army until Friday to withdraw
The dockers, who have threatened to shut the port, will meet on Monday. | who | have threatened | to shut the port
The company was urged by the regulator to publish its accounts. | the regulator | was urged | The company … to publish its accounts
The ministry said the dam was safe, a claim the villagers dispute. | The ministry | said | the dam was safe
The minister hinted that sanctions could follow, without giving details. | The minister | hinted | that sanctions could follow
Union leaders demanded that management drop plans to cut 300 jobs, reinstate the night bus and guarantee pensions. | Union leaders | demanded | that management drop plans to cut 300 jobs, reinstate the night bus and guarantee pensions
The guild insisted that the peace deal includes guarantees. | The guild | insisted | that the peace deal includes guarantees
The committee rejected raising the fee before the election. | The committee | rejected | raising the fee before the election
"""  # noqa: E501


@pytest.mark.parametrize("case", [line for line in CASES.splitlines() if line])
def test_who_moves(case: str) -> None:
    text, *told = (part.strip() for part in case.split(" | "))
    assert who_what(text) == [tuple(told)]


@pytest.mark.parametrize(
    "text",
    [
        "Under pressure from the lenders to cut pensions, the cabinet refused.",
        "The threat of an attack by the army hung over the talks.",
        "The union's demand is not that the firm close.",
        "The offer to share the water may come from Tarnia.",
        "No demand came from Tarnia.",
        "Neither side would agree to a truce.",
        "The drivers were offered a four percent raise.",
    ],
)
def test_nobody_moves(text: str) -> None:
    assert who_what(text) == []


def test_who_is_urged_does_not_urge() -> None:
    found = who_what("The minister, who has been urged by doctors to resign, said he would stay.")
    assert [(who, what) for who, _, what in found] == [
        ("doctors", "to resign"),
        ("The minister, who has been urged by doctors to resign", "he would stay"),
    ]


@pytest.mark.parametrize(
    "how",
    [
        "said Ida Holm, speaking about the pier",
        "Ida Holm said, referring to the pier",
        "said Ida Holm, when asked about the pier",
        "Ida Holm told reporters, pointing at the pier",
    ],
)
def test_a_quotation_goes_on_behind_how_it_was_said(how: str) -> None:
    text = f"“The wall is not safe,” {how}. “We will close it on Friday.”"
    assert [(who, what) for who, _, what in who_what(text)] == [
        ("Ida Holm", "The wall is not safe"),
        ("Ida Holm", "We will close it on Friday."),
    ]


def test_what_another_denies_is_still_told() -> None:
    found = who_what("Brule has accused Veld of breaking the truce, a charge Veld denies.")
    assert found[0] == ("Brule", "has accused", "Veld of breaking the truce")
