"""Groups without a body: "the fishermen" are a side, and whoever speaks for them is on it."""

from __future__ import annotations

import pytest

from firstmove.drafting.acts.sides import Sides
from firstmove.ledger import merge
from firstmove.reading import open_text, read_report

BLOCKADE = (
    "Villagers near the Torr mine blocked the road, demanding new wells.\n\n"
    "The villagers said they would stay until Pellan Copper paid for the wells. "
    "Their leader, Ana Brisk, ruled out talks. Officials said the road was public. "
    "“We want the water tested,” said Tom Hale, who speaks for the villagers."
)


def parties(text: str) -> dict[str, str]:
    """Speakers and their parties."""
    found = read_report(open_text(text)).statements
    return {s.speaker.name: s.speaker.party for s in found if s.speaker}


def test_a_group_is_a_side_and_so_is_who_speaks_for_it() -> None:
    told = parties(BLOCKADE)
    assert told["the villagers"] == "the villagers"
    assert told["Ana Brisk"] == told["Tom Hale"] == "the villagers"
    assert told["Officials"] == ""


@pytest.mark.parametrize(
    "text",
    [
        "The Ferry Workers' Union called a strike. The drivers said they would walk out.",
        "Orl Tenants Together met the mayor. The tenants said they would pay no rent.",
        "Residents of Sall said they were afraid.",
        "Two residents said the wells were dry. Some residents said they were not.",
        "The other landlords said nothing would change.",
        "Orland's farmers said they would march.",
        "The analysts said the price would fall.",
    ],
)
def test_members_of_a_named_body_and_some_of_many_are_no_side_of_their_own(text: str) -> None:
    assert not [p for p in parties(text).values() if p.startswith("the ")]


def test_a_group_is_on_the_side_of_the_union_that_another_report_names() -> None:
    texts = (
        "The dockers said they would strike on Monday.",
        "The Harbour Union said it would strike on Monday.",
    )
    view = merge([read_report(open_text(text)) for text in texts])
    assert Sides(view).of("the dockers", "the dockers") == "Harbour Union"


def test_they_of_a_spokeswoman_are_the_group() -> None:
    text = (
        "The tenants want a cap on rents. A spokeswoman for the tenants, Mia Rau, "
        "said they would withhold rent unless the landlords came to the table."
    )
    acts = [act for s in read_report(open_text(text)).statements for act in s.acts]
    (withheld,) = [act for act in acts if act.label == "withhold rent"]
    assert withheld.actor is not None
    assert withheld.actor.party == "the tenants"
