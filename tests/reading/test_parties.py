"""Person or body to party, from the report's own words first."""

from __future__ import annotations

import pytest

from firstmove.reading.people.countries import country_of, in_term, office_of, seat_of
from firstmove.reading.people.parties import resolve
from tests.reading.readers import page_of, sides, told

TALKS = " said that the talks had failed."


@pytest.mark.parametrize(
    ("speaker", "party"),
    [
        ("Russian Foreign Minister Ivan Orlin", "Russia"),
        ("President Aldo Renn of Ukraine", "Ukraine"),
        ("The Kremlin", "Russia"),
        ("Kremlin officials", "Russia"),
        ("Washington", "United States"),
        ("U.S. Trade Representative Ellen Ward", "United States"),
        ("China's commerce ministry", "China"),
        ("NATO", "NATO"),
        ("Icelandic negotiator Jon Moss", "Iceland"),
        ("An EU diplomat", "European Union"),
        ("A spokesman for Norvik Lines", "Norvik Lines"),
        ("Mark Lund, president of the Dock Workers Union", "Dock Workers Union"),
        ("Polish farmers", ""),
        ("South Korean officials", "South Korea"),
        ("A Latin American diplomat", ""),
        ("South American officials", ""),
        ("A Treasury official", "Treasury"),
        ("A State official", ""),
        ("Norway's opposition", ""),
        ("The leader of Norway's opposition", ""),
        ("Ohio's attorney general, Ann Vane, a Democrat,", "Ohio"),
        ("The attorney general of Ohio, Ann Vane, a Democrat,", "Ohio"),
        ("Speaker Mara L. Dell of Ohio", ""),
        ("Sens. Nick Varr, of Ohio, and Ana Sole, of Maine,", ""),
        ("White House Press Secretary Jon Parr", "United States"),
        ("Norvik Lines legislative policy director Dan Cerf", "Norvik Lines"),
        (
            "Tom Lind, director of the Office of Planning and Budget,",
            "Office of Planning and Budget",
        ),
        ("A lawyer for Rep. Mark Holt (R-N.Y.)", "Mark Holt"),
        ("Relief Board President Chad Morley", "Relief Board"),
        ("British and Dutch ministers", ""),
        ("Luis Vega, Iceland's president from 2000 to 2006,", ""),
        ("Robert Culloch, the attorney for St. Anne County,", "St. Anne County"),
        ("Capt. Ronald Jost of the Ohio State Highway Patrol", "Ohio State Highway Patrol"),
        ("House Minority Leader Nora Pell (D)", "Democratic Party"),
        ("Oslo-based analyst Kari Moe", ""),
        ("Mark Lund", ""),
        ("Both countries", ""),
    ],
)
def test_party(speaker: str, party: str) -> None:
    assert sides(speaker + TALKS) == [party]


def test_party_span_holds_the_words_that_say_so() -> None:
    (statement,) = told("Russian Foreign Minister Ivan Orlin" + TALKS)
    assert statement.speaker is not None
    assert statement.speaker.party_span is not None
    assert statement.speaker.party_span.quote == "Russian"


def test_an_envoy_belongs_to_the_sender_not_to_the_post() -> None:
    text = (
        "Russian President Aldo Renn rested on Monday. Renn's Ukraine envoy, Jan Poe, said that "
        "the talks had failed."
    )
    assert sides(text) == ["Russia"]


def test_a_country_that_no_list_knows() -> None:
    text = (
        "Karvenia shut the gates. Karvenian Prime Minister Ilse Dorn said that they stay shut. "
        "Karvenian officials said the river was low. The Karvenian government rejected the plan."
    )
    assert sides(text) == ["Karvenia"] * 3


def test_the_country_told_last() -> None:
    text = "Talks were held in Slovakia. The country's prime minister offered to host more of them."
    assert sides(text) == ["Slovakia"]


def test_later_mentions_take_the_party_of_the_first() -> None:
    text = "Russian Foreign Minister Ivan Orlin arrived. Orlin said no. He said that it was late."
    assert set(sides(text)) == {"Russia"}


def test_a_bare_company_that_could_be_two_has_no_party() -> None:
    text = "Norvik Lines and Baltic Shipping met. The company said that the talks had failed."
    assert sides(text)[-1] in ("",)


def test_resolve_takes_any_noun() -> None:
    page = page_of("The Americans broke the truce in Moscow.")
    americans = next(t for t in page.doc if t.text == "Americans")
    mention = resolve(page, americans)
    assert mention is not None
    assert mention.party == "United States"


def test_names_seats_and_offices() -> None:
    assert country_of("the Americans") == "United States"
    assert country_of("Kestrian") == ""
    assert seat_of("the Kremlin") == "Russia"
    assert seat_of("Georgetown") == ""
    assert office_of("Obama", 2012) == "United States"
    assert office_of("Obama", 2024) == ""


@pytest.mark.parametrize(
    ("text", "party"),
    [
        ("U.S. Sen. Carl Moss, R-Ohio, said that the bill was late.", "Republican Party"),
        (
            "Senator Carl Moss, Republican of Ohio, said that the bill was late.",
            "Republican Party",
        ),
        ("U.S. District Judge Ada Finch said that the case was closed.", ""),
        ("A former Russian minister said that the talks had failed.", ""),
        ("Presidential candidate Carl Moss of Ohio said that the bill was late.", "Carl Moss"),
        ("Representative J. B. Dutch Arlen of Ohio said that the bill was late.", ""),
        ("A senior Velmark official said that the talks had failed.", "Velmark"),
        (
            "Harbour Workers' Alliance (HWA) general secretary Ann Roe accused the port of haste.",
            "Harbour Workers' Alliance",
        ),
        (
            "Ann Roe, who runs the Velmark Federation of Bakers, said that the talks had failed.",
            "Velmark Federation of Bakers",
        ),
    ],
)
def test_whose_side_an_office_is_on(text: str, party: str) -> None:
    assert sides(text)[0] == party


def test_a_critic_of_a_body_is_not_of_it() -> None:
    text = "Ann Roe was a critic of the Dock Workers Union. Roe said that the talks had failed."
    assert sides(text)[-1] == ""


def test_a_faction_by_its_first_word() -> None:
    text = "The Amber Bloc left the talks. Two Amber lawmakers said that they would come back."
    assert sides(text)[-1] == "Amber Bloc"


def test_a_candidate_has_no_office_before_the_term() -> None:
    assert in_term("Obama", 2012)
    assert not in_term("Obama", 2008)


MET = (
    "Halvia and Orsa met on Monday. Halvia's parliament waited. "
    "Norvik Rail and the Dock Workers Union came late. "
)


@pytest.mark.parametrize(
    ("speaker", "party"),
    [
        ("Halvia's President Karl Moss", "Halvia"),
        ("The Halvia president", "Halvia"),
        ("Halvia's top diplomat", "Halvia"),
        ("Officials in Halvia", "Halvia"),
        ("Negotiators from Halvia", "Halvia"),
        ("Halvia's ambassador to Orsa, Karl Moss,", "Halvia"),
        ("An aide to the Halvia president", "Halvia"),
        ("A lawyer representing Norvik Rail", "Norvik Rail"),
        ("Karl Moss, deputy head of Norvik Rail's freight arm,", "Norvik Rail"),
        ("Norvik's board", "Norvik Rail"),
        ("A company spokeswoman", "Norvik Rail"),
        ("A union official", "Dock Workers Union"),
        ("Union members", ""),
        ("A Halvia citizen, Karl Moss,", ""),
        ("Halvia rebels", ""),
        ("Halvia residents", ""),
        ("Halvia opposition lawmaker Karl Moss", ""),
        ("The two governments", ""),
    ],
)
def test_who_speaks_for_a_place_that_no_list_knows(speaker: str, party: str) -> None:
    assert sides(MET + speaker + TALKS)[-1] == party
