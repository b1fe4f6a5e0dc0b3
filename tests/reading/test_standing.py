"""Who stands alone: candidates, rivals in one party, and whoever is spoken against."""

from __future__ import annotations

import pytest

from firstmove.reading import open_text, read_report


def parties(text: str) -> dict[str, str]:
    """Each speaker's name and party, after all stages."""
    reading = read_report(open_text(text, name="test"))
    return {s.speaker.name: s.speaker.party for s in reading.statements if s.speaker is not None}


def test_a_candidate_is_no_voice_of_the_party() -> None:
    text = (
        "Republican presidential candidate Karl Moss rejected the plan. "
        "A spokesman for Moss said that the plan was late. "
        "Republican leaders said that they were ready."
    )
    assert parties(text) == {
        "Karl Moss": "Karl Moss",
        "a spokesman for Moss": "Karl Moss",
        "Republican leaders": "Republican Party",
    }


def test_a_president_who_runs_again_stays_the_states() -> None:
    text = "U.S. President Karl Moss, the Green nominee, said that he would stay."
    assert parties(text) == {"Karl Moss": "United States"}


def test_an_envoy_nominee_runs_for_nothing() -> None:
    text = "The envoy nominee, Karl Moss, said that he would stay."
    assert parties(text) == {"Karl Moss": ""}


def test_members_of_one_party_against_each_other_are_sides_alone() -> None:
    text = (
        "Sen. Ruth Berg (D-Vt.) came late. Democratic Sen. Karl Moss accused Berg of lying. "
        "Sen. Olaf Brink (D-Me.) said that he would wait. "
        "Sen. Carl Poe (R-Mo.) said that it was late."
    )
    found = parties(text)
    assert found["Karl Moss"] == "Karl Moss"
    assert found["Olaf Brink"] == "Olaf Brink"
    assert found["Carl Poe"] == "Republican Party"


def test_members_of_one_party_who_agree_keep_it() -> None:
    text = (
        "Democratic Sen. Karl Moss praised Sen. Ruth Berg (D-Vt.). "
        "Moss said that the bill was ready. Berg said that it was late."
    )
    assert set(parties(text).values()) == {"Democratic Party"}


def test_whose_rival_runs_in_the_same_party_is_alone() -> None:
    text = (
        "Rep. Karl Moss (R-Mo.), who is challenging Sen. Olaf Brink (R-Mo.), said it was late. "
        "Brink said that he would win."
    )
    assert parties(text) == {"Karl Moss": "Karl Moss", "Olaf Brink": "Olaf Brink"}


def test_who_is_spoken_against_and_answers_is_a_side() -> None:
    text = (
        "The Dock Workers Union accused Karl Moss of lying. "
        "Moss rejected the charge. Olaf Brink said that it was late."
    )
    found = parties(text)
    assert found["Karl Moss"] == "Karl Moss"
    assert found["Olaf Brink"] == ""


@pytest.mark.parametrize(
    ("speaker", "party"),
    [
        ("Karl Moss, an Ohio Republican,", "Republican Party"),
        ("Rep. Ruth Berg of Maine, the senior Democrat on the panel,", "Democratic Party"),
        ("Karl Moss, a Republican strategist,", ""),
        ("Karl Moss, a professor at Halden College,", ""),
        ("Supreme Court Justice Ruth Berg", ""),
        ("Olaf Brink's rival, Karl Moss,", ""),
        ("Olaf Brink's wife, Ruth Berg,", ""),
        ("Halden spokesman Karl Steel", "Halden"),
    ],
)
def test_membership_and_who_speaks_for_nobody(speaker: str, party: str) -> None:
    text = f"Olaf Brink leads the port of Halden. {speaker} said that it was late."
    (found,) = parties(text).values()
    assert found == party


def test_the_administration_of_the_president_in_the_report() -> None:
    text = (
        "U.S. President Karl Moss met the German chancellor. "
        "A senior administration official said that the talks went well. "
        "The official said that more would come."
    )
    assert set(parties(text).values()) == {"United States"}


def test_a_spokesman_told_of_before() -> None:
    text = (
        "A spokesman for the Dock Workers Union said that the pay was low. "
        "The spokesman said that more would come."
    )
    assert set(parties(text).values()) == {"Dock Workers Union"}


def test_liberal_lawmaker_of_the_liberal_party() -> None:
    text = "The Liberal Party met on Monday. Liberal lawmaker Ruth Berg said that it was late."
    assert parties(text) == {"Ruth Berg": "Liberal Party"}


@pytest.mark.parametrize(
    ("speaker", "party"),
    [
        ("Health Secretary Ruth Berg", "the government"),
        ("The union's general secretary, Ruth Berg,", "Dock Workers Union"),
        ("Union president Ruth Berg", "Dock Workers Union"),
        ("A union member, Ruth Berg,", ""),
        ("Union boss Ruth Berg, who resigned on Monday,", ""),
        ("Union boss Ruth Berg, who may resign on Monday,", "Dock Workers Union"),
        ("Developer Halden Homes", "Halden Homes"),
        ("A spokesman for the developer", "Halden Homes"),
        ("Halden's director, Karl Moss,", "Halden Homes"),
        ("Republican National Committee chairman Karl Moss", "Republican National Committee"),
        ("Karl Moss's potential deputy, Ruth Berg,", ""),
        ("Halden Transit Authority", "Halden Transit Authority"),
        ("Karl Moss, Halden's lawyer and a former judge,", "Halden Homes"),
        ("Majority Whip Ruth Berg, also a Republican,", "Republican Party"),
    ],
)
def test_offices_of_bodies(speaker: str, party: str) -> None:
    text = (
        "The Dock Workers Union met the mayor on Monday. Developer Halden Homes came as well. "
        f"{speaker} said that it was late."
    )
    assert list(parties(text).values())[-1] == party


def test_the_opposition_of_a_country_is_not_its_government() -> None:
    text = (
        "Karvenia shut the gates. Karvenian opposition leader Ruth Berg said that it was late. "
        "The Karvenian minister said that she was wrong."
    )
    assert list(parties(text).values()) == ["", "Karvenia"]


def test_a_counterpart_is_of_the_other_country() -> None:
    text = (
        "Karvenia and Meloria met on Monday. Karvenian Minister Ruth Berg met her Melorian "
        "counterpart, Karl Moss. Moss said that it was late."
    )
    assert parties(text) == {"Karl Moss": "Meloria"}


def test_a_ministry_told_of_before() -> None:
    text = (
        "Karvenia and Meloria met on Monday. Karvenia's trade ministry said that it was late. "
        "The tax would come, ministry spokesman Karl Moss said."
    )
    assert list(parties(text).values())[-1] == "Karvenia"


def test_a_former_holder_is_named_once_the_report_told_who_left() -> None:
    text = (
        "World Rowing League chief Karl Moss resigned on Monday. "
        "The former chief said that it was late."
    )
    assert parties(text) == {"Karl Moss": ""}


def test_a_club_by_its_last_word() -> None:
    text = "The league fined Halden Rovers on Friday. In a statement, Rovers denied the charge."
    assert parties(text) == {"Halden Rovers": "Halden Rovers"}
