"""Demands told as nouns, refusals in relative clauses, and what is no silence."""

from __future__ import annotations

import pytest

from firstmove.reading import open_text
from firstmove.reading.open_page import open_page
from firstmove.reading.pipeline import read_page
from firstmove.statement import Kind
from tests.reading.readers import who_what


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The governor left on Monday amid opposition calls for a new ballot.",
            ("opposition", "calls for", "a new ballot"),
        ),
        (
            "The owner rejected guild demands for a rise of 9 per cent.",
            ("guild", "demands for", "a rise of 9 per cent"),
        ),
        (
            "The ministry renewed its calls for Velmia to open the border.",
            ("its", "calls for", "Velmia to open the border"),
        ),
        (
            "The bank is under pressure from the guild to reopen talks.",
            ("the guild", "pressure", "to reopen talks"),
        ),
        (
            "The offer, which was rejected by the guild last week, lapses on Friday.",
            ("the guild", "was rejected", "The offer"),
        ),
        ("The ministry is against a ballot.", ("The ministry", "is against", "a ballot")),
        (
            "The clinic has offered nurses £300 a month.",
            ("The clinic", "has offered", "nurses £300 a month"),
        ),
        (
            "The premier refused to give way on fares.",
            ("The premier", "refused", "to give way on fares"),
        ),
        (
            "The mayor refused to speak to the pickets.",
            ("The mayor", "refused", "to speak to the pickets"),
        ),
    ],
)
def test_is_told(text: str, expected: tuple[str, str, str]) -> None:
    assert expected in who_what(text)


@pytest.mark.parametrize(
    "text",
    [
        "The army refused to give details of the raid.",
        "The mayor refused to speak to reporters.",
        "The firm refused to answer questions.",
        "The minister declined to give a reason.",
        "He was up against a wall.",
        "Strong Tarnian demand for copper surprised the market.",
    ],
)
def test_is_not_told(text: str) -> None:
    assert who_what(text) == []


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("The ministry is not opposed to talks.", Kind.STATE),
        ("The ministry is opposed to talks.", Kind.REJECT),
        ("The ministry is against a ballot.", Kind.REJECT),
        ("Oske faced calls from its neighbours to open the dam.", Kind.REQUEST),
    ],
)
def test_kind(text: str, kind: Kind) -> None:
    page = open_page(open_text(text, name="test"))
    assert [s.kind for s in read_page(page).statements] == [kind]


def test_what_prompted_it_is_told_apart() -> None:
    told = who_what("The inn agreed to shut its yard after the county called for quiet nights.")
    assert told == [
        ("The inn", "agreed", "to shut its yard"),
        ("the county", "called for", "quiet nights"),
    ]
