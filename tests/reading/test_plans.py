"""Plans that a report tells without a word of saying: whose they are, and what is none."""

from __future__ import annotations

import pytest

from firstmove.reading import open_text
from firstmove.reading.open_page import open_page
from firstmove.reading.pipeline import read_page
from firstmove.statement import ConditionKind, Kind, Statement
from tests.reading.readers import who_what


def _read(text: str) -> list[Statement]:
    return list(read_page(open_page(open_text(text, name="test"))).statements)


@pytest.mark.parametrize(
    ("text", "speaker", "kind", "condition"),
    [
        (
            "Stallholders in Harl will stay away from the fair if the guild shuts the yard.",
            "Stallholders in Harl",
            Kind.THREATEN,
            ConditionKind.IF,
        ),
        (
            "The Lime Alliance would support the budget only if the tax is dropped.",
            "The Lime Alliance",
            Kind.AGREE,
            ConditionKind.ONLY_IF,
        ),
        (
            "Oskar would free the men in exchange for an end to the flights.",
            "Oskar",
            Kind.AGREE,
            ConditionKind.ONLY_IF,
        ),
        (
            "If the guild shuts the yard, traders will boycott the fair.",
            "traders",
            Kind.THREATEN,
            ConditionKind.IF,
        ),
        (
            "The pilots will not fly until the airline signs the deal.",
            "The pilots",
            Kind.REJECT,
            ConditionKind.UNTIL,
        ),
        (
            "Oskar will release no further money until Tarn pays the fine.",
            "Oskar",
            Kind.REJECT,
            ConditionKind.UNTIL,
        ),
        (
            "Norway will not sign the treaty as long as fighting continues.",
            "Norway",
            Kind.REJECT,
            ConditionKind.IF,
        ),
    ],
)
def test_a_plan_on_a_condition(
    text: str, speaker: str, kind: Kind, condition: ConditionKind
) -> None:
    (statement,) = _read(text)
    assert statement.speaker is not None
    assert statement.speaker.span.quote == speaker
    assert statement.condition is not None
    assert (statement.kind, statement.condition.kind) == (kind, condition)


@pytest.mark.parametrize(
    "text",
    [
        "The senator will win the valley if turnout is low.",
        "The river will flood the town unless the dam is repaired.",
        "The firm will close the plant unless sales improve.",
        "The guild would strike if talks failed.",
        "The bank will raise rates if inflation stays high.",
        "The firm will have to close the plant unless the bank extends the loan.",
        "Would Velmia free the men if Oskar stopped its flights?",
    ],
)
def test_a_forecast_is_nobodys_plan(text: str) -> None:
    assert _read(text) == []


def test_what_was_said_goes_on() -> None:
    told = who_what(
        "The clinic said it would not cancel the contract. It would, however, stop new transfers "
        "until the inquiry ended."
    )
    assert told[1] == (
        "The clinic",
        "said",
        "It would, however, stop new transfers until the inquiry ended",
    )


@pytest.mark.parametrize(
    "text",
    [
        "The minister said he would resign. He would later change his mind.",
        "The mayor said the town would rebuild the bridge. It would cost £4m.",
    ],
)
def test_what_came_later_was_not_said(text: str) -> None:
    assert len(who_what(text)) == 1


def test_what_sets_off_a_threat_is_not_asked_for() -> None:
    (statement,) = _read("The Kerran Union said it would strike only if Velmia Rail cut wages.")
    assert statement.kind is Kind.THREATEN
