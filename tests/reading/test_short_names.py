"""Which fuller name of a report a short one means, and which it does not."""

from __future__ import annotations

import pytest

from tests.reading.readers import told

SAID = " said that the talks had failed."


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        # told before its fuller name, which says more than whose it is: another body
        (f"Congress{SAID} The letter of the Tarn Congress of Nurses came late.",
         "Congress"),
        (f"Congress{SAID} The letter of the United States Congress came late.",
         "United States Congress"),
        (f"The Tarn Congress of Nurses met. Congress{SAID}", "Tarn Congress of Nurses"),
        # the parser cuts the second word from the first: "Northern Front" is told first
        (f"The Northern Front waited. The Front{SAID}", "Northern Front"),
        # a land is no party of its name
        (f"Ohio{SAID} The Ohio Democratic Party waited.", "Ohio"),
        (f"The Reform Party waited. Reform{SAID}", "Reform Party"),
        (f"Vermont Edition was on. Vermont{SAID}", "Vermont"),
        # what the tagger takes for one name
        (f"The Joint Chiefs of Staff{SAID}", "Joint Chiefs of Staff"),
        (f"The Patriarchate of Velm{SAID}", "Patriarchate of Velm"),
    ],
)  # fmt: skip
def test_whom_a_short_name_means(text: str, wanted: str) -> None:
    assert [s.speaker.party for s in told(text) if s.speaker] == [wanted]


def test_a_capital_is_not_a_wall_told_of_by_its_name() -> None:
    text = "The Berlin Wall fell. Germany waited. Berlin's pledge to build a canal was welcomed."
    assert [(s.speaker.name, s.speaker.party) for s in told(text) if s.speaker] == [
        ("Berlin", "Germany")
    ]


HOME = (
    "BOGOTA, Colombia (AP) — The government of Colombia said that it would wait. Colombia is "
    "tired.\n\nVenezuela, which is near, offered to host talks. {near}\n\n{apart}"
)


def test_the_army_is_of_the_country_that_a_report_is_told_from() -> None:
    told_of = told(HOME.format(near="", apart="The army denied the raid. Colombia is large."))
    assert told_of[-1].speaker is not None
    assert told_of[-1].speaker.party == "Colombia"


def test_the_army_in_a_paragraph_about_another_country_is_nobodys_for_sure() -> None:
    told_of = told(HOME.format(near="The army denied the raid.", apart="Colombia is large."))
    assert told_of[-1].speaker is not None
    assert told_of[-1].speaker.party != "Colombia"


@pytest.mark.parametrize(
    "told_of",
    [
        "A President Roe would be a risk, Poe said.",
        "She hoped for a post in the Roe administration. Presidential candidate Ann Roe smiled.",
        "White House hopeful Ann Roe had thrown him out.",
        "Poe wants Ann Roe to be the next president of the United States.",
        "“I am not like our president right now,” Roe said.",
    ],
)
def test_who_may_come_to_an_office_speaks_for_no_country(told_of: str) -> None:
    found = told(f"Ann Roe said that she would build a dam. {told_of}")
    assert {s.speaker.party for s in found if s.speaker and "Roe" in s.speaker.name} <= {
        "",
        "Ann Roe",
    }


@pytest.mark.parametrize(
    ("before", "party"), [("Ethiopia waited.", "Ethiopia"), ("Egypt's army waited.", "")]
)
def test_a_minister_by_title_is_of_the_land_of_the_dateline_where_it_was_told_of_last(
    before: str, party: str
) -> None:
    text = f"ADDIS ABABA, Ethiopia (AP) — Ethiopia rejected a demand by Egypt. {before}\n\n"
    (_, statement) = told(f"{text}Foreign Minister Demeke Mekonnen{SAID}")
    assert statement.speaker is not None
    assert statement.speaker.party == party


@pytest.mark.parametrize(
    ("text", "name", "party"),
    [
        # who stands by somebody speaks for nobody else
        (f"Ann Roe, a Brask ally,{SAID} Odo Brask leads the Reed Party.", "Ann Roe", ""),
        # somebody's rival is not of that party
        (f"It told the Republican nominee of his rival Ann Roe. Roe{SAID}", "Ann Roe", ""),
        # what stands behind another name tells of that one
        (f"In a letter to Roe, Poe, head of the Reed Board, was kind. Ann Roe{SAID}",
         "Ann Roe", ""),
        # like one of them, and none
        (f"Brask has been called a Republican Obama. President Barack Obama{SAID}",
         "Barack Obama", "United States"),
        (f"They would vote for Ann Roe, and Republican Odo Brask smiled. Ann Roe{SAID}",
         "Ann Roe", ""),
        # of the party whose members are told of
        (f"The Nazi Party burned books. Republicans waited. Party Chairman Ann Roe{SAID}",
         "Ann Roe", "Republican Party"),
        # others bear the family name of a head of government
        (f"The Bush administration waited. Jeb Bush{SAID} His wife Columba Bush smiled.",
         "Jeb Bush", ""),
        # where somebody lives
        (f"Ann Roe, 34, of Sarasota, Florida,{SAID}", "Ann Roe", ""),
        (f"Ann Roe of Cheyenne{SAID}", "Ann Roe", ""),
        (f"Gen. Ann Roe of Norway{SAID}", "Ann Roe", "Norway"),
        # whom somebody once worked for
        (f"Ann Roe, who managed Bob Dole's 1996 campaign,{SAID}", "Ann Roe", ""),
        # what somebody is told not to be
        (f"But Ann Roe is not an anti-war Democrat. Ann Roe{SAID}", "Ann Roe", ""),
        # the other House
        (f"Outgoing White House aides met. Outgoing House Speaker Ann Roe{SAID}", "Ann Roe", ""),
        # what the group watches
        (f"Libya burned. The government watchdog group{SAID}",
         "the government watchdog group", ""),
    ],
)  # fmt: skip
def test_whose_side_somebody_is_not_on(text: str, name: str, party: str) -> None:
    found = [(s.speaker.name, s.speaker.party) for s in told(text) if s.speaker]
    assert (name, party) in found


def test_a_law_is_no_side() -> None:
    (statement,) = told("The Merchant Shipping Act says that each firm may keep two wells.")
    assert statement.speaker is not None
    assert (statement.speaker.name, statement.speaker.party) == ("Merchant Shipping Act", "")


def test_the_constitution_of_a_state_is_no_state() -> None:
    text = "The bill would amend the state Constitution. The state said that the talks had failed."
    assert all(s.speaker and s.speaker.party != "Constitution" for s in told(text))


@pytest.mark.parametrize("speaker", ["Tarn's largest rail union", "The leader of the rail union"])
def test_the_largest_union_is_the_only_one_that_is_told(speaker: str) -> None:
    text = f"{speaker} said it would strike.\n\nIts members in the Rail Workers Union voted."
    (statement, *_) = told(text)
    assert statement.speaker is not None
    assert statement.speaker.party == "Rail Workers Union"


@pytest.mark.parametrize(
    ("clause", "party"),
    [
        ("who leads for the Rail Operators Group", "Rail Operators Group"),
        ("whose Labour Party leads in the polls", "Labour Party"),
        ("whose house was flooded by the Labour Party", ""),
    ],
)
def test_whose_side_a_clause_behind_the_name_tells(clause: str, party: str) -> None:
    (statement,) = told(f"Daniel Price, {clause},{SAID}")
    assert statement.speaker is not None
    assert statement.speaker.party == party


def test_a_head_of_government_who_also_leads_a_party() -> None:
    text = "Prime Minister Ann Roe of Tarn met the unions. Roe, who leads the Kiln Party, said no."
    (statement,) = told(text)
    assert statement.speaker is not None
    assert statement.speaker.party == "Tarn"


@pytest.mark.parametrize(
    ("speaker", "party"),
    [
        ("The Hamas movement", "Hamas"),
        ("Lebanon's Hezbollah movement", "Hezbollah"),
        ("Spain's far-right Vox party", "Vox"),
        ("The FNV federation", "FNV"),
        ("Iran's ruling party", ""),
        ("Germany's largest union", ""),
        ("The Sunni movement", ""),
        ("Iran's atomic energy agency", "Iran"),
    ],
)
def test_a_movement_in_a_country_does_not_speak_for_it(speaker: str, party: str) -> None:
    (statement,) = told(f"{speaker}{SAID}")
    assert statement.speaker is not None
    assert statement.speaker.party == party


@pytest.mark.parametrize(
    ("text", "party"),
    [
        ("The European Commission ruled out a delay. A spokeswoman", "European Union"),
        ("The Dockers Union rejected the offer. A spokesman", "Dockers Union"),
        ("The Dockers Union rejected Acme Ports' offer. A spokesman", ""),
        ("The Dockers Union rejected the offer.\n\nA spokesman", ""),
        ("Germany, Italy and Spain met. Italy backed the plan. Trade Minister Ugo Marz", "Italy"),
        ("Germany, Italy and Spain met. Italy left the room. Trade Minister Ugo Marz", ""),
        ("Germany and the European Commission met. The Commission", "European Union"),
    ],
)
def test_who_speaks_after_a_side_that_took_a_position(text: str, party: str) -> None:
    (*_, statement) = told(f"{text}{SAID}")
    assert statement.speaker is not None
    assert statement.speaker.party == party


LEAD = "The dam will be closed if Halm builds a weir, Tarn's water minister said on Monday."


@pytest.mark.parametrize(
    ("behind", "party"),
    [
        ("“We have no choice,” Ann Roe told reporters in the capital.", "Tarn"),
        ("A farmer was angry.\n\nThe rain fell.\n\n“We have no choice,” Ann Roe said.", ""),
        ("“We have no choice,” Ann Roe, a farmer, told reporters in the capital.", ""),
        ("Ben Poe left the room. “We have no choice,” Ann Roe told reporters.", ""),
    ],
)
def test_who_spoke_by_office_in_the_lead_and_is_named_in_the_next_paragraph(
    behind: str, party: str
) -> None:
    speakers = [s.speaker for s in told(f"{LEAD}\n\n{behind}") if s.speaker]
    assert {m.party for m in speakers if m.name == "Ann Roe"} == {party}


@pytest.mark.parametrize(
    ("said", "party"),
    [
        ("“The European side began it,” foreign ministry spokesman Guo Feng said.", "China"),
        ("Germany began it, foreign ministry spokesman Guo Feng said.", ""),
    ],
)
def test_a_ministry_in_a_report_from_a_capital(said: str, party: str) -> None:
    text = "China said on Monday that it would act if the European Union raised its duties."
    (*_, statement) = told(f"BEIJING, June 4 (Reuters) - {text}\n\n{said}")
    assert statement.speaker is not None
    assert statement.speaker.party == party


def test_a_minister_is_no_secretary_of_the_union_that_is_told() -> None:
    text = "Nurses will strike, Ruth Abara of the Health Workers' Alliance said on Monday."
    (*_, statement) = told(f"{text}\n\nHealth Secretary Joan Fry{SAID}")
    assert statement.speaker is not None
    assert statement.speaker.name == "Joan Fry"
    assert statement.speaker.party in ("", "the government")
