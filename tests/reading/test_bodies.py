"""Unions, firms, councils and ministries: named in full, and the words that mean them later."""

from __future__ import annotations

import pytest

from tests.reading.readers import names, sides

WIRE = "RIMMA, June 2 (Tidewire) - Talks between the Port of Rimma and the Bakers' Union stalled. "


@pytest.mark.parametrize(
    ("sentence", "party"),
    [
        ("The union rejected the offer.", "Bakers' Union"),
        ("Mona Falk, the union's president, said that the ovens would stay cold.", "Bakers' Union"),
        ("A union spokesman said that the ovens would stay cold.", "Bakers' Union"),
        ("The port's chief executive, Jan Holm, said that it would wait.", "Port of Rimma"),
        ("Labour Minister Siv Aas said that she would wait.", "the government"),
        ("The mayor of Rimma, Ola Berg, said that the town would wait.", "Rimma"),
    ],
)
def test_bodies_by_the_words_that_mean_them(sentence: str, party: str) -> None:
    assert sides(WIRE + sentence)[-1] == party


def test_names_with_possessives_and_of_are_whole() -> None:
    assert names("Eastern Millers’ Union rejected the plan.") == ["Eastern Millers’ Union"]
    text = "The Council of Upper Towns met on Friday. The Council said that the plan was late."
    assert names(text) == ["Council of Upper Towns"]


def test_two_firms_leave_the_company_open() -> None:
    text = "Norvik Lines met Baltic Steel on Monday. The firm said that the talks had failed."
    assert sides(text) == [""]
    text = "Norvik Lines and Baltic Steel met on Monday. The firm said that the talks had failed."
    assert sides(text) == [""]


def test_its_chairman_speaks_for_it() -> None:
    text = "The Herring Board rejected the plan. Its chairman, Ove Lind, said that it was late."
    assert sides(text) == ["Herring Board", "Herring Board"]


@pytest.mark.parametrize(
    ("speaker", "party"),
    [
        ("Missouri Rep. Tod Hale", ""),
        ("Texas Gov. Rick Marr", ""),
        ("Senate Majority Leader Bob Crane", ""),
        ("Rep. Ann Roe (R-Mo.)", "Republican Party"),
        ("Democratic Sen. Al Poe", "Democratic Party"),
        ("Trump", ""),
    ],
)
def test_places_and_chambers_are_no_sides(speaker: str, party: str) -> None:
    assert sides(f"{speaker} said that the bill was dead.") == [party]


def test_estimates_belong_to_the_country_that_makes_them() -> None:
    assert sides("According to U.S. estimates, the wall cost too much.") == ["United States"]


@pytest.mark.parametrize(
    ("text", "party"),
    [
        # names with a sign, a possessive, a conjunction inside
        ("Roth & Vane, the town's last tannery, said that it would close.", "Roth & Vane"),
        ("Roth & Vane met. Ulla Vane, who owns the firm, said no.", "Roth & Vane"),
        ("Roth & Vane met. Its owner, Ulla Vane, said that it would close.", "Roth & Vane"),
        (
            "The Wardens’ Benevolent Association asked for time. Its president, Vic Lund, said so.",
            "Wardens’ Benevolent Association",
        ),
        (
            "Nurses left St. Brid’s Hospital. The hospital’s medical director, Ola Hume, said no.",
            "St. Brid’s Hospital",
        ),
        (
            "Ed Vale, the president of the Trade and Public Policy Center, said no.",
            "Trade and Public Policy Center",
        ),
        ("Doctors Without Fences said that the clinic was shelled.", "Doctors Without Fences"),
        ("The Scottish Trawlermen’s Union said no.", "Scottish Trawlermen’s Union"),
        ("Ed Vale of the People’s Democratic Congress said no.", "People’s Democratic Congress"),
        (
            "The Tarn Chamber of Commerce met. Olek Roe, the chamber’s president, said no.",
            "Tarn Chamber of Commerce",
        ),
        # a firm by its first word, also where a tagger takes that for a noun
        ("Castor Group waited. Castor said that it would go on.", "Castor Group"),
        ("Bram Foods waited. Bram chief executive Helen Roe said no.", "Bram Foods"),
        ("Ash Ridge Inc. waited. Ash Ridge said that it had a permit.", "Ash Ridge Inc."),
        ("Fastrail, which runs the trains, waited. Fastrail boss Sara Roe said no.", "Fastrail"),
        # names that begin with a country's
        ("The American Growers Council said no.", "American Growers Council"),
        ("Pakistani Hamdan spokesman Omar Roe said no.", "Pakistani Hamdan"),
        ("The Russian Foreign Ministry said no.", "Russia"),
        # armies and police that are no state's
        (
            "The Sabrel Liberation Army met. A spokesman for the rebels, Ali Roe, said no.",
            "Sabrel Liberation Army",
        ),
        (
            "Port Tarn Police Chief Carla Roe said no. The Port Tarn Police Department waited.",
            "Port Tarn Police Department",
        ),
        # told by what they are
        ("Ana Roe, who represents the cleaners’ union, said no.", "the cleaners’ union"),
        (
            "Bakers left the Dunmore bakery. Kim Roe, the bakery’s owner, said no.",
            "the Dunmore bakery",
        ),
        # ministries of whoever was told of
        ("Orland’s Foreign Ministry waited. Ministry spokeswoman Lin Roe said no.", "Orland"),
        ("The Ostmark Party met. Ida Brun (Ostmark Party) said no.", "Ostmark Party"),
        ("The Liberal Party met. Liberal leader Ida Brun said no.", "Liberal Party"),
        # offices whose body the report names once
        ("The Diocese of Halm waited. The bishop of Halm, Al Frith, said no.", "Diocese of Halm"),
        ("Pilots met Medair on Friday. Chief executive Jon Alba said no.", "Medair"),
        # nobody's
        ("A harvester from Tarn said no. Lia Roe, a skipper from Norvik, said no.", ""),
        ("Federal prosecutors said no.", ""),
        ("A Washington Courier spokesman said no.", "Washington Courier"),
        ("Ann Roe, a former Democrat, said no.", ""),
        ("Ruritania waited. Zenda’s interior minister, Max Holf, said no.", ""),
    ],
)
def test_whose_voice(text: str, party: str) -> None:
    assert sides(text)[-1] == party
