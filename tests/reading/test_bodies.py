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
