"""Officers and voices of bodies that are told by common nouns, clauses or elsewhere; and whose
side they are not on."""

from __future__ import annotations

import pytest

from firstmove.reading import open_text, read_report
from tests.reading.test_told_elsewhere import party

SAID = " said that the talks had failed."


@pytest.mark.parametrize(
    ("text", "words", "wanted"),
    [
        # "its", "the company": no body that is told of otherwise
        (f"Velna will pay. Velna's shares fell. The Clear Water Group waited. The company's chief "
         f"executive, Ole Rist,{SAID}", "Ole Rist", "Velna"),
        (f"The Sund Group, a lobby of tenants, waited. The company{SAID}", "The company",
         ""),
        (f"The operator of the Selva dam, Gridnor, waited. Its chief executive, Ana Ruiz,{SAID}",
         "Ana Ruiz", "Gridnor"),
        (f"The builder of the Selva dam waited. Its chief executive, Ana Ruiz,{SAID}", "Ana Ruiz",
         ""),
        # unions and employees are no voices of a firm
        (f"Porters at St Aldhelm's waited. Their union{SAID}", "Their union", ""),
        (f"Sund Steel waited. The firm's union leader, Ida Holt,{SAID}", "Ida Holt", ""),
        (f"Clerks at Sund Steel{SAID}", "Clerks", ""),
        # the government of a country that is not told is not the only other one's
        (f"Wheat from Canada is cheap. Growers in Velmouth waited. The government{SAID}",
         "The government", ""),
        (f"Farmers in Canada waited. The government{SAID}", "The government", "Canada"),
        (f"Talks between Tolvia and Brul ended. The foreign minister{SAID}",
         "The foreign minister", ""),
        # who watches a state is not its voice
        (f"Canada's privacy commissioner, Ida Holt,{SAID}", "Ida Holt", ""),
        (f"Canada's trade minister, Ida Holt,{SAID}", "Ida Holt", "Canada"),
        # officers known by title only
        (f"Talks between Tolvia and Brul ended. The deputy defence minister, who led the "
         f"Tolvia delegation,{SAID}", "The deputy defence minister", "Tolvia"),
        (f"Brul's army left. The deputy minister, who speaks for Brul in the talks,{SAID}",
         "The deputy minister", "Brul"),
        (f"The deputy minister, who did not speak for Brul,{SAID}", "The deputy minister",
         ""),
        (f"The deputy trade minister of Tolvia met an envoy. The deputy trade minister{SAID}",
         "The deputy trade minister", "Tolvia"),
        (f"Tolvia's trade secretary met Brul's trade secretary. The trade secretary{SAID}",
         "The trade secretary", ""),
        (f"Tolvia's trade secretary waited. A spokesman for the trade secretary{SAID}",
         "A spokesman", "Tolvia"),
        # bodies by common nouns
        (f"The county's roads director{SAID}", "The county's roads director", "the county"),
        (f"The council's parking lead{SAID}", "The council's parking lead", "the council"),
        (f"The ambulance service bought Velna Systems. Its medical director{SAID}",
         "Its medical director", "the ambulance service"),
        (f"Corn Square is full. The council's parking lead{SAID}", "The council's parking lead",
         "the council"),
        (f"Carters United waited. The union's regional secretary{SAID}",
         "The union's regional secretary", "Carters United"),
        (f"A spokeswoman for the union{SAID}", "A spokeswoman", "the union"),
        # "it" and "the group"
        ("The Grain Court ruled that Tolvia had broken rules. It ordered that Tolvia pay.", "It",
         "Grain Court"),
        ("The Grain Court ruled that Velna Inc. broke rules. It said it would appeal.", "It",
         ""),
        ("The Quay Residents met. A spokesman said the group would sue.", "A spokesman",
         "Quay Residents"),
        ("The Quay Board met. A spokesman said the group would sue.", "A spokesman", ""),
        # names whole
        (f"The World Energy Panel{SAID}", "Panel", "World Energy Panel"),
        (f"St Aldhelm's Hospital Trust{SAID}", "Trust", "St Aldhelm's Hospital Trust"),
    ],
)  # fmt: skip
def test_the_side_is_the_one_that_is_told(text: str, words: str, wanted: str) -> None:
    assert party(text, words) == wanted


@pytest.mark.parametrize(
    ("text", "own"),
    [
        ("The Dyke Board's spokesman said the regulator would close the port.", True),
        ("The Fish Agency waited. The Dyke Board's spokesman said the regulator would close the "
         "port.", False),
    ],
)  # fmt: skip
def test_the_one_board_of_a_report_is_the_regulator(text: str, own: bool) -> None:
    statement = read_report(open_text(text, name="test")).statements[-1]
    actors = {act.actor.party for act in statement.acts if act.actor is not None}
    assert ("Dyke Board" in actors) is own


def test_a_name_without_a_tag_is_the_person_who_is_later_told_by_its_end() -> None:
    text = (
        "Odd Varro told lawmakers that the cap could come. Sanne Lohr of the Orchard Party did "
        "not reject it. She urged Varro to name a date. A delay would be wrong, Lohr warned."
    )
    told = read_report(open_text(text, name="test")).statements
    speakers = {s.speaker.span.quote: s.speaker.name for s in told if s.speaker is not None}
    assert {speakers.get("She", ""), speakers["Lohr"]} <= {"", "Sanne Lohr"}
