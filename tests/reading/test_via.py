"""The way of a statement to the report."""

from __future__ import annotations

import pytest

from firstmove.statement import ViaRole
from tests.reading.readers import told


def ways(text: str) -> list[tuple[ViaRole, str]]:
    (statement,) = told(text)
    return [(v.role, v.span.quote) for v in statement.via]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "“We will answer them in kind,” Orlin told reporters in Tarn, Reuters reports.",
            [(ViaRole.AGENCY, "Reuters reports"), (ViaRole.AUDIENCE, "told reporters in Tarn")],
        ),
        (
            "Ann Roe told Fox News that the strike would end.",
            [(ViaRole.OUTLET, "told Fox News")],
        ),
        (
            "The ministry said in a statement that the strike was over.",
            [(ViaRole.DOCUMENT, "in a statement")],
        ),
        (
            "Thousands fled the valley, according to the mayor's report.",
            [(ViaRole.DOCUMENT, "report")],
        ),
        (
            "Reuters reported that Velland offered to pay for the repairs.",
            [(ViaRole.AGENCY, "Reuters reported")],
        ),
        ("The mayor said that the bridge was safe.", []),
        (
            "“We will not sell the mill,” Orlin said at a meeting in Tarn, according to The Dale.",
            [(ViaRole.OUTLET, "according to The Dale"), (ViaRole.AUDIENCE, "at a meeting in Tarn")],
        ),
        (
            "Reuters quoted Ann Roe as saying that the strike was over.",
            [(ViaRole.AGENCY, "Reuters quoted")],
        ),
        (
            "“It is over,” Ann Roe said, according to the Associated Press.",
            [(ViaRole.AGENCY, "according to the Associated Press")],
        ),
        (
            "Reuters, citing two diplomats, reported that Velland offered to pay for the repairs.",
            [(ViaRole.AGENCY, "Reuters"), (ViaRole.PERSON, "two diplomats")],
        ),
        (
            "Ann Roe told CNN’s evening programme that the strike was over.",
            [(ViaRole.OUTLET, "told CNN’s evening programme")],
        ),
        (
            "Ann Roe said in an e-mail that the strike was over.",
            [(ViaRole.DOCUMENT, "in an e-mail")],
        ),
    ],
)
def test_way(text: str, expected: list[tuple[ViaRole, str]]) -> None:
    assert ways(text) == expected


def test_the_inner_speaker_stands_and_the_agency_goes_to_via() -> None:
    (statement,) = told("Reuters reported that Velland offered to pay for the repairs.")
    assert statement.speaker is not None
    assert statement.speaker.name == "Velland"
    assert statement.quote == "to pay for the repairs"


def test_what_one_party_says_of_another_is_not_the_others() -> None:
    statements = told("Ann Roe believes that Velland is ready to pay and wants the harvest.")
    assert {s.speaker.name for s in statements if s.speaker} == {"Ann Roe"}


def test_unnamed_officials_carry_a_named_speaker() -> None:
    statements = told("Officials said that Ann Roe had promised to pay for the dam.")
    assert [s.speaker.name for s in statements if s.speaker] == ["Ann Roe"]
    assert [v.role for v in statements[0].via] == [ViaRole.PERSON]


def test_who_is_quoted_is_the_speaker() -> None:
    for text in (
        "Reuters quoted Ann Roe as saying that the strike was over.",
        "Reuters quoted Ann Roe as saying, “The strike is over.”",
        "Ann Roe was quoted by Reuters as saying that the strike was over.",
    ):
        (statement,) = told(text)
        assert statement.speaker is not None
        assert statement.speaker.name == "Ann Roe"


def test_the_chain_begins_with_the_outermost() -> None:
    (statement,) = told("The Times reported that officials said that Ann Roe had offered to pay.")
    assert [v.role for v in statement.via] == [ViaRole.OUTLET, ViaRole.PERSON]


def test_people_in_the_room_are_tellers() -> None:
    (statement,) = told("Two people in the room said that Ann Roe had offered to pay.")
    assert statement.speaker is not None
    assert statement.speaker.name == "Ann Roe"
    assert [v.role for v in statement.via] == [ViaRole.PERSON]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Speaking to reporters in Tarn, Ann Roe said the strike was over.",
         [(ViaRole.AUDIENCE, "to reporters in Tarn")]),
        ("Ann Roe, speaking at a rally in Tarn, said the strike was over.",
         [(ViaRole.AUDIENCE, "at a rally in Tarn")]),
        ("Ann Roe, writing in The Times, said the strike was over.",
         [(ViaRole.OUTLET, "in The Times")]),
        ("Addressing parliament, Ann Roe said the strike was over.",
         [(ViaRole.AUDIENCE, "Addressing parliament")]),
        ("Speaking for the bakers, Ann Roe said the strike was over.", []),
    ],
)  # fmt: skip
def test_how_it_was_said_may_stand_in_a_participle(
    text: str, expected: list[tuple[ViaRole, str]]
) -> None:
    assert ways(text) == expected
    (statement,) = told(text)
    assert statement.speaker is not None
    assert statement.speaker.span.quote == "Ann Roe"


@pytest.mark.parametrize("medium", ["State television", "Local media", "State TV", "The newspaper"])
def test_media_carry_what_others_say(medium: str) -> None:
    (statement,) = told(f"{medium} reported that Ann Roe had promised to free the editors.")
    assert statement.speaker is not None
    assert statement.speaker.name == "Ann Roe"
    assert [(v.role, v.span.quote) for v in statement.via] == [
        (ViaRole.OUTLET, f"{medium} reported")
    ]


@pytest.mark.parametrize(
    ("text", "speaker", "expected"),
    [
        (
            "The state news agency Norra reported that Orlin had ordered the brigade home.",
            "Orlin",
            [(ViaRole.AGENCY, "The state news agency Norra reported")],
        ),
        (
            "Orlin has threatened to keep the sluices shut, the news agency Norra reported.",
            "Orlin",
            [(ViaRole.AGENCY, "the news agency Norra reported")],
        ),
        (
            "“We will sail again,” Orlin told the Northern Wire.",
            "Orlin",
            [(ViaRole.OUTLET, "told the Northern Wire")],
        ),
        (
            "Orlin was quoted by local media as saying that the guns would fall silent.",
            "Orlin",
            [(ViaRole.OUTLET, "local media")],
        ),
        (
            "Velland, according to a letter to its staff, is planning to close two mills.",
            "Velland",
            [(ViaRole.DOCUMENT, "according to a letter to its staff")],
        ),
        (
            "A spokeswoman said Orlin rejects the accusation.",
            "Orlin",
            [(ViaRole.PERSON, "A spokeswoman")],
        ),
    ],
)
def test_who_carries_it(text: str, speaker: str, expected: list[tuple[ViaRole, str]]) -> None:
    (statement,) = told(text)
    assert statement.speaker is not None
    assert statement.speaker.span.quote == speaker
    assert [(v.role, v.span.quote) for v in statement.via] == expected


def test_a_nuclear_program_is_no_broadcast() -> None:
    assert ways("On the nuclear program, Orlin suggested that Velland would choose war.") == []
