"""What the text itself takes back is told by nobody; what it only hears of is kept and marked."""

from __future__ import annotations

import pytest

from tests.reading.readers import told, who_what


@pytest.mark.parametrize(
    "text",
    [
        "There is no evidence that the union rejected the offer.",
        "There was no sign that Karvenia had agreed to open the gates.",
        "A local radio station reported incorrectly that the union had demanded a pay rise.",
        "The minister has all but announced that the port will close.",
        "It is not true that the ministry offered to open the gates.",
        "It is false that the union refused to negotiate.",
        "Reports that the union had rejected the offer were false.",
        "The idea that Karvenia accepted the plan is wrong.",
        "Rumours spread that the minister had promised to resign.",
        "The mayor was asked about reports that the firm had threatened to leave.",
        "The mayor was mistakenly quoted as saying that the bridge was safe.",
        "The mayor stopped short of demanding a vote.",
        "Instead of accepting the plan, the council left.",
        "Had the ministry offered a rise, the strike would have ended.",
        "Neither the mayor nor the council said the bridge was safe.",
        "The general came close to announcing a truce.",
    ],
)
def test_taken_back(text: str) -> None:
    assert who_what(text) == []


@pytest.mark.parametrize(
    ("text", "speaker", "cue", "content"),
    [
        ("There is evidence that the union rejected the offer.", "the union", "rejected",
         "the offer"),
        ("The firm wrongly paid a clerk, and the union rejected the offer.", "the union",
         "rejected", "the offer"),
        ("The mayor said it was not true that the union had agreed to wait.", "The mayor", "said",
         "it was not true that the union had agreed to wait"),
        ("The mayor dismissed reports that the council had refused to vote.", "The mayor",
         "dismissed", "reports that the council had refused to vote"),
        ("The mayor falsely claimed that the union had agreed to wait.", "The mayor",
         "falsely claimed", "that the union had agreed to wait"),
    ],
)  # fmt: skip
def test_still_told(text: str, speaker: str, cue: str, content: str) -> None:
    assert who_what(text) == [(speaker, cue, content)]


def test_hearsay_is_kept_and_marked() -> None:
    (statement,) = told("The union allegedly threatened to burn the depot.")
    assert [v.span.quote for v in statement.via] == ["allegedly"]


@pytest.mark.parametrize(
    ("text", "cue", "content"),
    [
        ("The union is said to be willing to end its strike.", "is said", "to end its strike"),
        ("The union is reported to have agreed to end its strike.", "is reported",
         "to end its strike"),
        ("The union was said to have rejected the offer.", "was said", "the offer"),
        ("It was reported that the union had offered to end its strike.", "was reported",
         "to end its strike"),
    ],
)  # fmt: skip
def test_what_a_side_is_said_to_have_agreed_to_is_its_own_and_marked(
    text: str, cue: str, content: str
) -> None:
    (statement,) = told(text)
    assert statement.speaker is not None
    assert statement.speaker.name == "the union"
    assert (statement.quote, [v.span.quote for v in statement.via]) == (content, [cue])


def test_what_somebody_is_said_to_believe_is_nobodys_word() -> None:
    (statement,) = told("The union is believed to be ready to end its strike.")
    assert statement.speaker is None
