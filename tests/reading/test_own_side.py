"""For whom a speaker without a told side speaks: the side whose acts are announced as its own."""

from __future__ import annotations

import pytest

from firstmove.reading import open_text, read_report


def parties(text: str) -> dict[str, str]:
    reading = read_report(open_text(text, name="report.txt"))
    return {s.speaker.span.quote: s.speaker.party for s in reading.statements if s.speaker}


@pytest.mark.parametrize(
    ("text", "speaker", "party"),
    [
        (
            "Talks between Velmora and Karvenia broke off on Monday. Velmora would stop the sale "
            "of power if its neighbour raised the duty, Prime Minister Ana Brisk said.",
            "Prime Minister Ana Brisk",
            "Velmora",
        ),
        (
            "Velmora and Karvenia quarrel over a bridge. Karvenia will not reopen the bridge "
            "before spring, a member of its delegation said.",
            "a member of its delegation",
            "Karvenia",
        ),
    ],
)
def test_who_announces_the_acts_of_a_side_speaks_for_it(
    text: str, speaker: str, party: str
) -> None:
    assert parties(text)[speaker] == party


@pytest.mark.parametrize(
    "text",
    [
        "Velmora and Karvenia quarrel over a bridge. Velmora will reopen the bridge in spring, the "
        "historian Oda Lunt said.",
        "Velmora and Karvenia quarrel over a bridge. Velmora will reopen the bridge in spring, Oda "
        "Lunt, a lecturer in law, said.",
        "Velmora and Karvenia quarrel over a bridge. Velmora will reopen the bridge in spring, "
        "former minister Oda Lunt said.",
        "Velmora and Karvenia quarrel over a bridge. Oda Lunt promised that Velmora would pay.",
        "Velmora and Karvenia quarrel over a bridge. Velmora will pay for it, the shipping line's "
        "director, Oda Lunt, said.",
        "Velmora and Karvenia quarrel over a bridge. Velmora must reopen the bridge at once, Oda "
        "Lunt said.",
        "Velmora and Karvenia quarrel over a bridge. Velmora is breaking the treaty and will lose "
        "in court, Oda Lunt said.",
    ],
)
def test_who_forecasts_asks_or_accuses_does_not(text: str) -> None:
    assert all(not party for speaker, party in parties(text).items() if "Lunt" in speaker)


def test_who_announces_acts_of_two_sides_speaks_for_neither() -> None:
    told = parties(
        "Velmora and Karvenia met on Monday. Velmora will open the gate on Friday, Oda Lunt said. "
        "Karvenia will send its ferries back on Friday, Oda Lunt said."
    )
    assert not told["Oda Lunt"]


def test_what_an_accord_brings_is_nobodys_act() -> None:
    text = "President Ann Roe said the accord would send a powerful signal and spur job creation."
    reading = read_report(open_text(text, name="report.txt"))
    doers = [a.actor.name for s in reading.statements for a in s.acts if a.actor is not None]
    assert "Ann Roe" not in doers


def test_an_official_of_many_lands_is_of_none_of_which_he_tells() -> None:
    text = "A Central American official said Cuba would not attend the talks."
    (said,) = read_report(open_text(text, name="report.txt")).statements
    assert said.speaker is not None
    assert said.speaker.party == ""
