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
