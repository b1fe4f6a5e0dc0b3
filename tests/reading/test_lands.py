"""Lands and bodies that a report names without saying what they are."""

from __future__ import annotations

import pytest

from firstmove.reading import open_text, read_report

CANAL = (
    "Kolm closed the locks on Sunday and will open them only if Vess pays a debt, its water "
    "minister, Ada Rune, said.\n\nVess called the closure illegal and demanded that Kolm open "
    "the locks. “Vess will pay the debt,” Prime Minister Jon Falk told parliament."
)


def speakers(text: str) -> dict[str, str]:
    read = read_report(open_text(text, name="report.txt"))
    return {s.speaker.name: s.speaker.party for s in read.statements if s.speaker is not None}


def test_two_lands_have_no_common_government() -> None:
    found = speakers(CANAL)
    assert found["Ada Rune"] == "Kolm"
    assert found["Vess"] == "Vess"
    assert found["Jon Falk"] == ""


def test_a_premier_is_of_no_land_that_is_only_told_of() -> None:
    text = (
        "The Inner Isles closed a port to Dornish boats. Premier Una Reed said that the port "
        "would stay closed until Dorn cut its quota. Dorn's fisheries minister rejected this."
    )
    assert speakers(text)["Una Reed"] == ""


@pytest.mark.parametrize("office", ["Fisheries Minister", "Mines Minister", "Land Secretary"])
def test_what_a_minister_deals_with_is_no_party(office: str) -> None:
    text = f"Dorn may cut its quota. {office} Dag Holt said on Monday that talks had failed."
    assert speakers(text)["Dag Holt"] in ("", "Dorn", "the government")


def test_an_elder_is_of_the_body_named_before() -> None:
    text = "The Tarrow council closed the road. “We want peace,” said council elder Mara Quill."
    assert speakers(text)["Mara Quill"] == "the Tarrow council"


def test_who_is_asked_and_what_a_body_has_are_two() -> None:
    text = (
        "The parish council opposed a road planned by Hale Stone, its chairwoman, Joan Peel, "
        "said. Miles Orr, a director of Hale Stone, said that the road was safe."
    )
    assert speakers(text)["Miles Orr"] == "Hale Stone"


def test_us_is_a_land_and_no_pronoun() -> None:
    text = "The US said the talks had failed. Velm must open the dam, the US warned."
    assert speakers(text) == {"US": "United States"}


def test_us_may_be_asked_and_tied_to_a_condition() -> None:
    text = (
        "Iran urged the US to open the dam. Iran said it would pay the debt if the US cut its "
        "tariffs."
    )
    asked, tied = read_report(open_text(text, name="report.txt")).statements
    assert asked.target is not None
    assert asked.target.party == "United States"
    assert {a.label: a.actor.party for a in (*asked.acts, *tied.acts) if a.actor is not None} == {
        "open the dam": "United States",
        "pay the debt": "Iran",
        "cut its tariffs": "United States",
    }
