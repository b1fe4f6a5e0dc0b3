"""Whose side speakers are on in the short reports of wires: names alone, offices, members."""

from __future__ import annotations

import pytest

from firstmove.reading import open_text, read_report
from tests.reading.readers import told as told_by
from tests.reading.test_told_elsewhere import party

SAID = " said that the talks had failed."


@pytest.mark.parametrize(
    ("text", "words", "wanted"),
    [
        # firms whose names look like people's
        (f"Marlow Tin said it would reopen the pit. Chief executive Cosmo Dell{SAID}",
         "Cosmo Dell", "Marlow Tin"),
        (f"Corder Living, the managing agent,{SAID} A manager at Corder Living left.",
         "Corder Living, the managing agent,", "Corder Living"),
        # people of whom the entity tagger knows nothing, by the office behind the name
        (f"Emil Darrow, Norhaven’s finance minister,{SAID}", "Emil Darrow", "Norhaven"),
        ("Emil Darrow, Norhaven’s finance minister, left. Darrow asked them to wait.", "Darrow",
         "Norhaven"),
        ("Spanish Interior Minister Inés Carvajal left. Carvajal will travel on Friday.",
         "Carvajal", "Spain"),
        # names of several words, and what these bodies are called
        (f"The Committee of Miners’ Widows waited. The committee{SAID}", "The committee",
         "Committee of Miners’ Widows"),
        (f"Hill Farmers of Velm waited. The association{SAID}", "The association",
         "Hill Farmers of Velm"),
        (f"United Teachers of Velm waited. The teachers’ union{SAID}", "The teachers’ union",
         "United Teachers of Velm"),
        (f"The Land Tribunal waited. A court spokesman{SAID}", "A court spokesman",
         "Land Tribunal"),
        # told before those whose words they are
        ("Serbia met Kosovo. Kosovo's army will go once Serbia pays, its foreign minister said.",
         "its foreign minister", "Kosovo"),
        ("Kosovo would accept the plan if Serbia paid, its foreign minister said.",
         "its foreign minister", "Kosovo"),
        (f"The foreign ministry of Italy said Spain had agreed. It{SAID}", "It", "Italy"),
        # those who employ are no union of those who work
        (f"The Velm Employers Association waited. The union{SAID}", "The union", "the union"),
        (f"Employers locked them out. The union{SAID}", "The union", "the union"),
        (f"The Velm Teachers Association waited. The union{SAID}", "The union",
         "Velm Teachers Association"),
        (f"The union for 700 port foremen{SAID}", "The union for 700 port foremen", "the union"),
        # nobody gives what is another's, wherever it is told
        ("OSTE, Spain - Spain waited. Prime Minister Ida Holt pledged Italy's support to Spain.",
         "Prime Minister Ida Holt", "Italy"),
        # a group by the name told before
        (f"Velmo wants a deal. A Velmo official left. The group's leader, Ann Holt,{SAID}",
         "Ann Holt", "Velmo"),
        (f"Velmar and Dorrim met. Velmar left. Dorrim left. The group's leader, Ann Holt,{SAID}",
         "Ann Holt", ""),
        # unnamed, after another of the same office who has a name
        (f"A Spanish official, Ann Holt, left. An Irish official waited. The official{SAID}",
         "The official", "Ireland"),
        (f"An Irish official waited. A Spanish official, Ann Holt, left. The official{SAID}",
         "The official", "Spain"),
        # envoys and organs of states
        (f"The United States ambassador to Kosovo, Jeffrey Holt,{SAID}", "Jeffrey Holt",
         "United States"),
        (f"The Ukraine envoy, Ann Holt,{SAID}", "Ann Holt", ""),
        (f"Israel's KLAT agency{SAID}", "Israel's KLAT agency", "Israel"),
        (f"Germany's Blick newspaper{SAID}", "Germany's Blick newspaper", "Blick"),
        (f"Germany's FDN news agency{SAID}", "Germany's FDN news agency", "FDN"),
        (f"Germany's IG Zinn union{SAID}", "Germany's IG Zinn union", "IG Zinn"),
        # the few who act for many
        (f"The Strike Committee waited. A committee member{SAID}", "A committee member",
         "Strike Committee"),
        (f"The government of Selmark waited. A Selmark delegation member{SAID}",
         "A Selmark delegation member", "Selmark"),
        (f"The government of Selmark waited. A member of the Selmark delegation{SAID}",
         "A member", ""),
        (f"The government of Selmark waited. The Selmark delegation{SAID}",
         "The Selmark delegation", "Selmark"),
        (f"A member of the Senate finance committee{SAID}", "A member", ""),
        (f"The Porters’ Union waited. A union member{SAID}", "A union member", ""),
        (f"Greywell Fund waited. A partner at the fund{SAID}", "A partner", "Greywell Fund"),
        (f"Greywell Fund waited. An adviser at the fund{SAID}", "An adviser", "Greywell Fund"),
        # political parties in the plural
        (f"The Greens waited. The party’s whip{SAID}", "The party’s whip", "Greens"),
        (f"The Greens waited. Green lawmaker Ida Holt{SAID}", "Ida Holt", "Greens"),
        (f"The Liberals waited. A Liberal MP{SAID}", "A Liberal MP", "Liberals"),
        (f"The Social Democrats waited. Social Democratic leader Ida Holt{SAID}", "Ida Holt",
         "Social Democrats"),
        (f"The Agrarian Party left. The Agrarians{SAID}", "The Agrarians", "Agrarian Party"),
        (f"The National Democrats, who lost, waited. Their whip{SAID}", "Their whip",
         "National Democrats"),
        (f"House Democrats{SAID}", "House Democrats", "Democratic Party"),
        # offices that tell of what kind the body is
        (f"Selm Province waited. Governor Ida Holt{SAID}", "Ida Holt", "Selm Province"),
        (f"The Ketta Nation waited. Chief Ida Holt{SAID}", "Ida Holt", "Ketta Nation"),
        (f"The Ketta Nation waited. Police Chief Ida Holt{SAID}", "Ida Holt", ""),
        (f"Velm General Hospital waited. Medical director Ida Holt{SAID}", "Ida Holt",
         "Velm General Hospital"),
        (f"Velm Steel waited. Finance chief Ida Holt{SAID}", "Ida Holt", "Velm Steel"),
        # what somebody took over or leads, told behind the name
        (f"Skandair cut flights. Ida Holt, who took over as chief executive in May,{SAID}",
         "Ida Holt", "Skandair"),
        (f"The Ketta Nation waited. Ida Holt, who has led the talks for the nation,{SAID}",
         "Ida Holt", "Ketta Nation"),
        (f"The Hill Growers’ Union (HGU) waited. Ida Holt (HGU){SAID}", "Ida Holt",
         "Hill Growers’ Union"),
        # who speaks for people is of the one body that is theirs
        (f"The Velm Tenants’ Group waited. The tenants’ solicitor{SAID}", "The tenants’ solicitor",
         "Velm Tenants’ Group"),
        (f"The Velm Tenants’ Group and the Mill Tenants’ Union met. The tenants’ solicitor{SAID}",
         "The tenants’ solicitor", ""),
        # governments
        (f"Oste’s trade ministry denied it. A day went. Shares fell. It rained. Trains stood. The "
         f"trade ministry{SAID}", "The trade ministry", "Oste"),
        (f"Torrey’s trade ministry left. The Builders’ Federation waited. Trade Minister Ida "
         f"Holt{SAID}", "Ida Holt", "Torrey"),
        (f"Britain waited. The Foreign Office{SAID}", "The Foreign Office", "United Kingdom"),
        # lands that no list knows, by what they have, and who is told in one breath with one
        (f"Talks between Belmar and Tesk failed. The foreign ministry of Tesk left. Belmar{SAID}",
         "Belmar", "Belmar"),
        (f"Kessim’s trade minister left. Trade Minister Ida Holt{SAID}", "Ida Holt", "Kessim"),
        # names of bodies however a parser cuts them
        (f"The Tram Staff Guild waited. Tram Staff Guild president Mara Quill{SAID}", "Mara Quill",
         "Tram Staff Guild"),
        (f"Talks with the Printers’ Guild failed, a negotiator for the Printers’ Guild{SAID}",
         "a negotiator", "Printers’ Guild"),
        (f"The Haulage and Depot Union waited. The union{SAID}", "The union",
         "Haulage and Depot Union"),
        (f"The Temple of the Nine Bells waited. The temple’s abbot{SAID}", "The temple’s abbot",
         "Temple of the Nine Bells"),
        (f"Campaigners from Clean Rivers Now{SAID}", "Clean Rivers Now", "Clean Rivers Now"),
        (f"The Fish Board of Norr waited. A biologist at the board{SAID}", "A biologist",
         "Fish Board of Norr"),
        # seats of governments that the report tells, campaigns, teams, the opposition
        (f"Dorv, the capital of Sarkand, waited. Dorv{SAID}", "Dorv", "Sarkand"),
        (f"The Amber Palace, seat of Sarkand’s president, waited. The Amber Palace{SAID}",
         "The Amber Palace", "Sarkand"),
        (f"Save the Meadow waited. The campaign{SAID}", "The campaign", "Save the Meadow"),
        (f"The United Opposition waited. An opposition spokesman{SAID}", "An opposition spokesman",
         "United Opposition"),
        (f"Halm University waited. Vice-chancellor Ida Holt{SAID}", "Ida Holt", "Halm University"),
        (f"Velm Steel waited. The board{SAID}", "The board", "Velm Steel"),
        (f"Velm Steel and the Rail Board waited. The board{SAID}", "The board", "Rail Board"),
        (f"Britain waited. A Foreign Office spokesperson{SAID}", "A Foreign Office spokesperson",
         "United Kingdom"),
        (f"The Unity Party waited. The ruling party{SAID}", "The ruling party", "Unity Party"),
        (f"The ruling Unity Party waited. The Kiln Party left. The ruling party{SAID}",
         "The ruling party", "Unity Party"),
        (f"Ann Holt's party, the Unity Party, waited. The ruling party{SAID}", "The ruling party",
         ""),
        (f"The far-right Grace party waited. Its leader, Ann Holt,{SAID}", "Ann Holt", "Grace"),
        (f"The far-right Grace party waited. The party's leader{SAID}", "The party's leader",
         "Grace"),
        (f"The Unity Alliance of Ann Holt{SAID}", "Unity Alliance", "Unity Alliance"),
        (f"The opposition Unity Party waited. The ruling party{SAID}", "The ruling party", ""),
        # whose capital the sentence begins with, and not of another state named before
        ("France wants its sailors back. In Tripoli, Defence Minister Karim Sadek refused it.",
         "Defence Minister Karim Sadek", "Libya"),
        ("Japan waited. Russia waited. In Moscow, the foreign ministry urged Japan to lift it.",
         "the foreign ministry", "Russia"),
        ("Ethiopia waited. In Asmara, President Yemane Tesfay urged Ethiopia to lift it.",
         "President Yemane Tesfay", "Eritrea"),
        ("Japan waited. In Paris, Foreign Minister Ida Holt urged France to lift the ban.",
         "Foreign Minister Ida Holt", ""),
        ("In Cairo, Foreign Minister Ida Holt told reporters that Norland would wait.",
         "Foreign Minister Ida Holt", ""),
        ("Iran and Oman met for talks in Vienna. In Vienna, Foreign Minister Reza Amiri refused.",
         "Foreign Minister Reza Amiri", ""),
        ("Norland and Sudmark met. In Washington, Foreign Minister Ida Holt refused the pact.",
         "Foreign Minister Ida Holt", ""),
        # a firm's nationality tells of no government
        (f"It left the Danish shipping firm Oste Lines. The transport minister{SAID}",
         "The transport minister", "the government"),
        (f"It bought the Swiss-based carmaker Oste. The government{SAID}", "The government",
         "the government"),
        (f"It had bids from Singapore and Dubai. The transport minister{SAID}",
         "The transport minister", "the government"),
        (f"Denmark bought the Danish shipping firm Oste Lines. The transport minister{SAID}",
         "The transport minister", "Denmark"),
        # whose position it is, is who takes it
        ("Norland's position is clear: it will wait if Sudmark does, its premier said.",
         "its premier", "Norland"),
        (f"Norland's answer came before the Hutari militia was disarmed. It{SAID}", "It",
         "Norland"),
        (f"Norland's offer was rejected by Sudmark. It{SAID}", "It", "Sudmark"),
        # two things that a body stands for are one name
        (f"The Front for Justice and Equality{SAID}", "The Front for Justice and Equality",
         "Front for Justice and Equality"),
        (f"The Party of Rivers and Lakes (PRL){SAID}", "The Party of Rivers and Lakes (PRL)",
         "Party of Rivers and Lakes"),
        # parties by what their members believe
        ("The Greens oppose it. Party leader Ida Holt refused to meet the Social Democrats.",
         "Party leader Ida Holt", "Greens"),
        (f"Social Democrat leader Ida Holt{SAID}", "Social Democrat leader Ida Holt",
         "Social Democrats"),
        (f"The Liberal Union waited. Liberal leader Ida Holt{SAID}", "Liberal leader Ida Holt",
         "Liberal Union"),
        (f"The Liberal leader, Ida Holt,{SAID}", "Ida Holt", "Liberals"),
        (f"Christian leader Ida Holt{SAID}", "Christian leader Ida Holt", ""),
        (f"Democratic leader Ida Holt{SAID}", "Democratic leader Ida Holt", "Democratic Party"),
        # above a province that has a government, too
        (f"Velm's government waited. The central government{SAID}", "The central government",
         "the government"),
        (f"Velm's provincial government waited. Federal minister Ida Holt{SAID}",
         "Federal minister Ida Holt", "the government"),
        (f"Velm's government waited. The government{SAID}", "The government", "Velm"),
        # who answers is of who was asked
        ("The Doctors’ Union urged the Nurses’ Union to wait. Ida Holt, its president, rejected"
         " the plea.", "Ida Holt", "Nurses’ Union"),
        (f"The Doctors’ Union urged the Nurses’ Union to wait. Ida Holt, its president,{SAID}",
         "Ida Holt", "Doctors’ Union"),
        (f"The Green League asked that the ministry waited. Its leader, Ida Holt,{SAID}",
         "Ida Holt", "Green League"),
        # by one name, as people are told of
        ("Petrov, who leads the Teachers’ Union, refused the pact.", "Petrov", "Teachers’ Union"),
        (f"Brandt, a spokeswoman for Nordhav,{SAID}", "Brandt", "Nordhav"),
        # who will do something of its own is no person; "it" may be nothing
        ("The Nurses’ Union waited. Medica said it would raise wages.", "Medica", "Medica"),
        ("The Nurses’ Union waited. Berg said it would take weeks.", "Berg", ""),
        (f"The Nurses’ Union waited. Medica Health Lines left. The group{SAID}", "The group",
         "Medica Health Lines"),
        (f"The Nurses’ Union waited. France left. The group{SAID}", "The group", "Nurses’ Union"),
        # a central bank is another side than a government that is told of
        ("Norland's central bank waited. The central bank rejected the government's plea.",
         "The central bank", "the central bank"),
        (f"The governor of the central bank, Ida Holt,{SAID} The minister waited.", "Ida Holt",
         "the central bank"),
        ("Norland's central bank will wait unless the ministry does, its governor said.",
         "its governor", "the central bank"),
        (f"Norland's central bank{SAID}", "Norland's central bank", "Norland"),
        # capitals that the report itself tells of, wherever its own word for them stands
        (f"In the Lurani capital Skarna, it rained. Lurania waited. Skarna{SAID}", "Skarna",
         "Lurania"),
        ("Lurania waited. In Skarna, the Lurani capital, Foreign Minister Ida Holt refused it.",
         "Foreign Minister Ida Holt", "Lurania"),
        # in the sentence after the office that speaks, the first who is named
        (f"Sudmark's trade minister vowed to act. Ida Holt{SAID}", "Ida Holt", "Sudmark"),
        (f"Sudmark's trade minister vowed to act. It rained. Ida Holt{SAID}", "Ida Holt", ""),
        (f"Sudmark's trade minister vowed to act. Norland's envoy argued. Ida Holt{SAID}",
         "Ida Holt", ""),
    ],
)  # fmt: skip
def test_parties(text: str, words: str, wanted: str) -> None:
    assert party(text, words) == wanted


@pytest.mark.parametrize(
    ("told", "side"),
    [
        ("The Norwegian Refugee Council", "Norwegian Refugee Council"),
        ("The American Federation of Teachers", "American Federation of Teachers"),
        ("The British Chamber of Commerce", "British Chamber of Commerce"),
        ("The Syrian National Council", "Syria"),
        ("The Russian Federation", "Russia"),
    ],
)
def test_bodies_named_after_a_land_are_not_its_government(told: str, side: str) -> None:
    said = told_by(f"{told} said the corridor was open.")
    assert [s.speaker.party for s in said if s.speaker] == [side]


@pytest.mark.parametrize("role", ["the Oste News host", "the editor of the Oste Courier"])
def test_who_works_for_an_outlet_speaks_alone(role: str) -> None:
    said = told_by(f"“We will fight this,” said Ann Roe, {role}.")
    assert [s.speaker.party for s in said if s.speaker] == [""]


@pytest.mark.parametrize(
    ("told", "side"),
    [
        ("Alexei Ivanov, Norway's energy minister, said the talks had failed.", "Norway"),
        ("Helena Vasquez of the Marl Bank said the bank would wait.", "Marl Bank"),
        ("Sameh Fahmy of the Marl Bank said the bank would wait.", "Marl Bank"),
        (
            "Norway will close the harbour, the trade minister said on Sunday.\n\n"
            "“We will not reopen it,” Sameh Fahmy told reporters.",
            "Norway",
        ),
    ],
)
def test_who_speaks_is_somebody_whatever_the_entity_tagger_says(told: str, side: str) -> None:
    assert [s.speaker.party for s in told_by(told) if s.speaker][-1] == side


def test_a_body_that_speaks_is_no_person() -> None:
    said = told_by("Marl Ferries told reporters it would wait. Marl Ferries said it was sorry.")
    assert [s.speaker.party for s in said if s.speaker] == ["Marl Ferries"] * 2


def test_a_seat_with_an_article_is_its_government_where_the_land_is_told_of() -> None:
    said = told_by("The Netherlands halted the exports. The Hague said it would keep the ban.")
    assert [s.speaker.party for s in said if s.speaker] == ["Netherlands"]
    said = told_by("The Hague said it would keep the market open, its mayor told reporters.")
    assert "Netherlands" not in [s.speaker.party for s in said if s.speaker]


def test_people_of_another_land_are_no_second_state() -> None:
    said = told_by(
        "Lebanon will expel Syrian refugees, a cabinet minister said on Sunday.\n\n"
        "“They have no right to stay,” Social Affairs Minister Nadine Khoury said."
    )
    assert [s.speaker.party for s in said if s.speaker] == ["Lebanon", "Lebanon"]
    said = told_by(
        "Norway said it would expel Swedish soldiers on Monday.\n\n"
        "“They have to go,” Defence Minister Ida Khoury said."
    )
    assert [s.speaker.party for s in said if s.speaker] == ["Norway", ""]


def test_the_company_is_no_union_that_is_named_beside_it() -> None:
    said = told_by(
        "The company said it would raise pay. Rui Marl, president of the ABTL union, turned down "
        "the offer."
    )
    assert [s.speaker.party for s in said if s.speaker] == ["the company", "ABTL"]


def test_a_seat_that_acts_is_of_a_second_country() -> None:
    text = (
        "Grace Marl, the foreign minister, said Nairobi would pull back its boats only after the "
        "men had left Somali custody."
    )
    said = read_report(open_text(text)).statements
    assert [s.speaker.party for s in said if s.speaker] == ["Kenya"]


def test_seats_without_their_accents() -> None:
    said = told_by("Brasilia said it would wait. Bogota said it would leave.")
    assert [s.speaker.party for s in said if s.speaker] == ["Brazil", "Colombia"]
