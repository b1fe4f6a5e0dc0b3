"""Person or body to party, from the report's own words first."""

from __future__ import annotations

import pytest

from firstmove.reading.countries import country_of, office_of, seat_of
from firstmove.reading.parties import resolve
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
        ("An EU diplomat", "European Union"),
        ("A spokesman for Norvik Lines", "Norvik Lines"),
        ("Mark Lund, president of the Dock Workers Union", "Dock Workers Union"),
        ("Polish farmers", ""),
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
