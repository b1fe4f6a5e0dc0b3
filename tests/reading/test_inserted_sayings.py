"""Sayings set between commas, and second sayings behind a told clause: whose words each are."""

from __future__ import annotations

import pytest

from firstmove.reading import open_text
from firstmove.reading.open_page import open_page
from firstmove.reading.pipeline import read_page
from firstmove.statement import Kind, Statement
from tests.reading.readers import who_what


@pytest.mark.parametrize(
    ("text", "speaker", "content"),
    [
        (
            "Oskar, Velmia's envoy said, is prepared to lift the toll.",
            "Velmia's envoy",
            "Oskar … is prepared to lift the toll",
        ),
        (
            "The guild, the mill owners' chief negotiator said on Friday, is unwilling to meet.",
            "the mill owners' chief negotiator",
            "The guild … is unwilling to meet",
        ),
        (
            "Velmia, the mediator said in a statement, would return the bodies.",
            "the mediator",
            "Velmia … would return the bodies",
        ),
        (
            "Fishermen, the ministry's spokeswoman said on Monday, will not give up the bay.",
            "the ministry's spokeswoman",
            "Fishermen … will not give up the bay",
        ),
        (
            "Tarn Gas, the watchdog's chairman said, was not prepared to cut its prices.",
            "the watchdog's chairman",
            "Tarn Gas … was not prepared to cut its prices",
        ),
        (
            "The guild, said the mill's director, wants higher pay.",
            "the mill's director",
            "The guild … wants higher pay",
        ),
        (
            "On Friday, Velmia, the mediator said, would return the bodies.",
            "the mediator",
            "On Friday, Velmia … would return the bodies",
        ),
    ],
)
def test_who_says_and_who_is_told_of(text: str, speaker: str, content: str) -> None:
    assert [(who, what) for who, _, what in who_what(text)] == [(speaker, content)]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("The warden, who was chosen in May, said the guild was ready.", "The warden"),
        ("Ada Hale, the envoy, said Velmia was ready.", "Ada Hale"),
        ("The mill, founded in 1880, said on Friday it would close.", "The mill"),
    ],
)
def test_an_aside_is_no_saying(text: str, speaker: str) -> None:
    ((who, _, _),) = who_what(text)
    assert who.startswith(speaker)


def test_what_stands_in_an_until_clause_ends_at_the_next_saying() -> None:
    told = who_what(
        "Oskar said it would keep the toll until Velmia ended its payments and urged Tarn to wait."
    )
    assert told == [
        ("Oskar", "said", "it would keep the toll until Velmia ended its payments"),
        ("Oskar", "urged", "Tarn to wait"),
    ]


def test_who_sends_the_message_says_it() -> None:
    told = who_what("The senator emailed supporters saying the race was on and vowing to stay.")
    assert {who for who, _, _ in told} == {"The senator"}


def _kinds(text: str) -> list[Kind]:
    def kind(statement: Statement) -> Kind:
        return statement.kind

    return [kind(s) for s in read_page(open_page(open_text(text, name="test"))).statements]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("The mill's director said the guild wants to close the gate.", Kind.ASSESS),
        ("The minister said the opposition wants lower taxes.", Kind.ASSESS),
        ("The guild's secretary said the guild wants higher pay.", Kind.REQUEST),
        ("The owner of the pit said the miners want higher pay.", Kind.ASSESS),
        ("The mine's managers said drivers had agreed to work on Sunday.", Kind.ASSESS),
        ("The drivers' union said drivers had agreed to work on Sunday.", Kind.AGREE),
    ],
)
def test_what_another_wants_is_no_request_of_the_speakers(text: str, kind: Kind) -> None:
    assert _kinds(text) == [kind]
