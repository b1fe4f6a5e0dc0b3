"""Parties that are told in another clause, further on, or by an office alone."""

from __future__ import annotations

import pytest

from firstmove.reading.people.parties import resolve
from tests.reading.readers import page_of


def party(text: str, words: str) -> str:
    page = page_of(text)
    start = text.rindex(words)
    found = resolve(page, page.report.span(start, start + len(words)))
    assert found is not None
    return found.party


SAID = " said that the talks had failed."


@pytest.mark.parametrize(
    ("text", "words", "wanted"),
    [
        # governments told by who heads them
        (f"U.S. officials waited. The Harlow administration{SAID}", "The Harlow administration",
         "United States"),
        (f"The White House waited. A Harlow administration aide, Tom Welk,{SAID}", "Tom Welk",
         "United States"),
        (f"The new team in Washington{SAID}", "The new team", "United States"),
        (f"U.S. Secretary of State Ellen Marsh{SAID}", "Ellen Marsh", "United States"),
        # bare federal offices
        (f"WASHINGTON — Treasury Secretary Alan Moss{SAID}", "Alan Moss", "United States"),
        (f"The White House waited. The interior secretary{SAID}", "The interior secretary",
         "United States"),
        # two ministers of one office, of whom one is told to be of a country
        (f"Oste's trade minister, Hanne Vik, left. Brule's army waited. Trade Minister Marc Toll"
         f"{SAID}", "Marc Toll", "Brule"),
        (f"Oste's trade minister, Hanne Vik, left. Trade Minister Marc Toll{SAID}", "Marc Toll",
         ""),
        # bodies before their name
        (f"Board chairman Odd Lie{SAID} The Coastal Transport Board paid.", "Odd Lie",
         "Coastal Transport Board"),
        (f"The airline{SAID} Aurel Air has lost money.", "The airline", "Aurel Air"),
        (f"The charity Wild Hearts{SAID}", "The charity Wild Hearts", "Wild Hearts"),
        # who is no voice of theirs
        (f"Jonas Reck, the son of an Ostmark minister,{SAID}", "Jonas Reck", ""),
        (f"Jan Poe, a Colorado attorney,{SAID}", "Jan Poe", ""),
        (f"Harvard economist Jan Poe{SAID}", "Jan Poe", ""),
        (f"Most Americans{SAID}", "Most Americans", ""),
        ("Garrow campaign aide Tom Welk mocked it. The Garrow administration rejected the loan. "
            "“No,” President Walter Garrow of Ukraine said.", "Tom Welk", "Walter Garrow"),
        (f"Ann Marle, who represents Otto Berg,{SAID}", "Ann Marle", "Otto Berg"),
        # names whole
        (f"The Association for Rivers President Jan Poe left. Poe{SAID}", "Poe",
         "Association for Rivers"),
        (f"The United Nations envoy to Ostmark, Marta Silva,{SAID}", "Marta Silva",
         "United Nations"),
    ],
)  # fmt: skip
def test_party_told_elsewhere(text: str, words: str, wanted: str) -> None:
    assert party(text, words) == wanted


def test_an_adjective_at_the_head_of_a_sentence_is_no_name() -> None:
    page = page_of("Neighbouring Holm rejected it. Holm's mayor, Greta Falk, waited.")
    found = resolve(page, page.report.span(0, len("Neighbouring Holm")))
    assert found is not None
    assert (found.name, found.party) == ("Holm", "Holm")


def test_he_is_who_is_described_beside_the_name() -> None:
    text = "Marko Tell, an organizer and the son of a smelter, spoke. He said that it was over."
    page = page_of(text)
    at = text.index("He said")
    found = resolve(page, page.report.span(at, at + 2))
    assert found is not None
    assert found.name == "Marko Tell"
