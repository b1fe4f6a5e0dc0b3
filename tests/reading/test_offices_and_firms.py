"""Whose side an office or a name is on: federal ministers, caucuses, firms, towns and promises."""

from __future__ import annotations

import pytest

from firstmove.reading import open_text, read_report


def parties(text: str) -> dict[str, str]:
    """Speakers and their parties."""
    found = read_report(open_text(text)).statements
    return {s.speaker.name: s.speaker.party for s in found if s.speaker}


def test_a_federal_minister_is_of_no_province() -> None:
    told = parties(
        "The province of Osk closed two gates until Brevia pays, said Halvard Remm, the governor "
        "of Osk. Brevia's governor, Ines Coll, said no. The federal water minister, Joris Athel, "
        "appealed to Osk to open one gate. The federal government said it would pay."
    )
    assert told["Halvard Remm"] == "Osk"
    assert told["Joris Athel"] == told["the federal government"] == "the government"


def test_an_officer_of_a_caucus_speaks_for_it_and_a_member_does_not() -> None:
    told = parties(
        "The Liberty Caucus is against the bill. Rep. Clay Dunmore, the caucus's vice chairman, "
        "said it would oppose any bill. Rep. Ann Roe, a member of the caucus, said no."
    )
    assert told["Clay Dunmore"] == "Liberty Caucus"
    assert told["Ann Roe"] == ""


def test_a_mayor_is_of_the_town_and_not_of_a_firm_that_is_named_after_it() -> None:
    told = parties(
        "Calder Gate Terminals signed the order in February. Calder's mayor, Luis Fontaine, "
        "pressed the company to freeze deliveries for a year."
    )
    assert told == {"Luis Fontaine": "Calder"}


def test_a_firm_that_sounds_like_a_person_is_none() -> None:
    told = parties(
        "Kelder Airports, which owns the airfield at Elm, asked the county for permission.\n\n"
        "It will buy out all households, its managing director, Rupert Vance, told them in a "
        "letter.\n\nKelder said it would pay."
    )
    assert set(told.values()) == {"Kelder Airports"}


@pytest.mark.parametrize(
    ("words", "party"),
    [
        ("speaking for the Tarn school board", "the Tarn school board"),
        ("speaking on behalf of the Dockers' Union", "Dockers' Union"),
        ("who spoke on behalf of the Dockers' Union", "Dockers' Union"),
        ("speaking for the first time", ""),
        ("speaking for more than an hour", ""),
    ],
)
def test_for_whom_somebody_speaks(words: str, party: str) -> None:
    assert parties(f"Ann Roe, {words}, said it would pay.") == {"Ann Roe": party}


@pytest.mark.parametrize(
    ("text", "doer"),
    [
        ("The minister promised the union to pay the arrears.", "the minister"),
        ("The union vowed to its members to fight the plan.", "the union"),
        ("The company offered the union to freeze deliveries.", "the company"),
        ("The company offered that the union pay the fine.", "the union"),
        ("The mayor threatened that the police would clear the camp.", "the police"),
    ],
)
def test_who_promises_somebody_will_do_it(text: str, doer: str) -> None:
    (act,) = (act for s in read_report(open_text(text)).statements for act in s.acts)
    assert act.actor is not None
    assert act.actor.name == doer


def test_a_body_told_in_small_letters_is_no_name() -> None:
    told = parties(
        "The coast guard would tow the boats away. The head of the coast guard, Rolf Aas, "
        "cautioned that towing wooden boats in a swell could cost lives."
    )
    assert told["Rolf Aas"] == "the coast guard"


def test_the_brewery_is_not_the_one_that_is_named_later_where_a_firm_was_told_before() -> None:
    told = parties(
        "The council put off its vote after Poe & Sons offered to pay. Otto Poe, who runs the "
        "brewery, said the money would come. The third brewery, Hallow Springs, has supported "
        "the deposit. Its owner, Mira Kest, said no."
    )
    assert told["Otto Poe"] != "Hallow Springs"
    assert told["Mira Kest"] == "Hallow Springs"


def test_brewers_are_several_and_no_body_that_was_told_before() -> None:
    text = (
        "Poe & Sons said it would move.\n\nCouncil president Amara Sol would drop the deposit, "
        "she said, only if the brewers agreed to pay for street cleaning."
    )
    acts = [a for s in read_report(open_text(text)).statements for a in s.acts]
    assert not [a for a in acts if a.actor and a.actor.span.quote == "brewers" and a.actor.party]


def test_secretary_of_state_is_of_no_land_of_that_name() -> None:
    told = parties(
        "The talks failed when Ann Roe was Secretary of State. Roe said she would wait. "
        "Secretary of State Ilse Dorn refused to sign."
    )
    assert "State" not in told.values()
