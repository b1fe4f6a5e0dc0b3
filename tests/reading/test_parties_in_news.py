"""Whose side speakers are on who are told by role, office or group, as news agencies tell them."""

from __future__ import annotations

import pytest

from tests.reading.test_told_elsewhere import party

SAID = " said that the talks had failed."


@pytest.mark.parametrize(
    ("text", "words", "wanted"),
    [
        # a body is called by the last word of its name, and by what its council is of
        (f"Velmouth Grain Terminal waited. The terminal{SAID}", "The terminal",
         "Velmouth Grain Terminal"),
        (f"Velmouth Grain Terminal waited. Its finance director{SAID}", "Its finance director",
         "Velmouth Grain Terminal"),
        (f"Marl Quarries waited. The quarry's manager{SAID}", "The quarry's manager",
         "Marl Quarries"),
        (f"Selby County Council waited. The county's roads director{SAID}",
         "The county's roads director", "Selby County Council"),
        (f"Oxley Parish Council waited. Ida Holt, the parish clerk,{SAID}", "Ida Holt",
         "Oxley Parish Council"),
        (f"The Mines Inspectorate waited. An inspectorate official{SAID}",
         "An inspectorate official", "Mines Inspectorate"),
        # firms by their trade
        (f"Sund Homes waited. The landlord{SAID}", "The landlord", "Sund Homes"),
        (f"Sund Homes waited. A landlord in Velmouth left. The landlord{SAID}", "The landlord", ""),
        (f"Brightcall will build a mast. The mobile operator{SAID}", "The mobile operator",
         "Brightcall"),
        (f"The Selva Action Group sued Marl Aggregates. The company's lawyers{SAID}",
         "The company's lawyers", "Marl Aggregates"),
        # towns and mayors; a mayor may be at odds with a city's council
        (f"The town of Orwen went to court. The town's lawyer{SAID}", "The town's lawyer", "Orwen"),
        (f"Orwen's town council waited. Mayor Ida Holt{SAID}", "Mayor Ida Holt",
         "Orwen town council"),
        (f"Orwen City Council waited. Mayor Ida Holt{SAID}", "Mayor Ida Holt", ""),
        # names of people's bodies
        (f"The Selva Herders' District waited. The district's leader{SAID}",
         "The district's leader", "Selva Herders' District"),
        (f"The Porters' Lodge waited. Lodge secretary Ida Holt{SAID}", "Lodge secretary Ida Holt",
         "Porters' Lodge"),
        (f"Friends of Orwen Library waited. The group's solicitor{SAID}", "The group's solicitor",
         "Friends of Orwen Library"),
        (f"The Rail and Tram Workers' Federation{SAID}", "Federation",
         "Rail and Tram Workers' Federation"),
        # parties and their members
        (f"The Meadow Alliance waited. Meadow Alliance MPs{SAID}", "Meadow Alliance MPs",
         "Meadow Alliance"),
        (f"MPs of the Meadow Alliance{SAID}", "MPs", "Meadow Alliance"),
        (f"Every member of the Meadow Alliance{SAID}", "Every member", "Meadow Alliance"),
        (f"A member of the Meadow Alliance{SAID}", "A member", ""),
        (f"MPs from Lagos{SAID}", "MPs", ""),
        # governments
        (f"Ministers{SAID}", "Ministers", "the government"),
        (f"Orwen waited. The health minister{SAID}", "The health minister", "the government"),
        (f"Orwen waited. The foreign minister{SAID}", "The foreign minister", ""),
        (f"Ministers of three parties{SAID}", "Ministers", ""),
        # told before: an office, a description
        (f"A United Nations envoy left. The envoy, Ida Holt,{SAID}", "The envoy, Ida Holt",
         "United Nations"),
        (f"President Ida Holt of Tolvia left. The president's spokesman{SAID}",
         "The president's spokesman", "Tolvia"),
        (f"The port authority of Orwen waited. The authority's director{SAID}",
         "The authority's director", "the port authority"),
        (f"Porters at Orwen Hospital waited. Medical director Ida Holt{SAID}",
         "Medical director Ida Holt", "Orwen Hospital"),
        (f"The Tolvia Liberation Council waited. Rebel negotiators{SAID}", "Rebel negotiators",
         "Tolvia Liberation Council"),
        # "it" and "their"
        ("The council asked Gridnor to wait. It refused.", "It", ""),
        ("Gridnor Energy, whose clients left as the board met, waited. It refused.", "It",
         "Gridnor Energy"),
        (f"The Hill Brigades waited. Their delegate{SAID}", "Their delegate", "Hill Brigades"),
        (f"Porters at Sund Minerals waited. Their delegate{SAID}", "Their delegate", ""),
        # people who speak for themselves
        (f"Marl Quarries waited. A villager{SAID}", "A villager", ""),
        (f"Marl Quarries waited. A former director of the quarry{SAID}", "A former director", ""),
        (f"Orwen Hospital waited. A nurse at the hospital{SAID}", "A nurse", ""),
    ],
)  # fmt: skip
def test_the_side_is_the_one_that_is_told(text: str, words: str, wanted: str) -> None:
    assert party(text, words) == wanted


def test_a_square_is_no_side() -> None:
    assert party("Corn Square is full. The council wants Corn Square shut.", "Corn Square") == ""
