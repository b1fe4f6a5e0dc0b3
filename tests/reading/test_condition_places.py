"""Conditions in odd places: set apart behind a comma, at the end without a conjunction."""

from __future__ import annotations

import pytest

from firstmove.reading import open_text
from firstmove.reading.open_page import open_page
from firstmove.reading.pipeline import read_page
from firstmove.statement import Condition


def _condition(text: str) -> Condition | None:
    return read_page(open_page(open_text(text, name="test"))).statements[0].condition


@pytest.mark.parametrize(
    ("text", "kind", "words"),
    [
        (
            "Parents agreed to end their protest, the condition being that no one is moved.",
            "only_if",
            "the condition being that no one is moved",
        ),
        (
            "The bank said it would lend the isle a million crowns, the sole proviso a seat on the "
            "board.",
            "only_if",
            "the sole proviso a seat on the board",
        ),
        (
            "Until the survey is done, not one tree will be felled, the forest office said.",
            "until",
            "Until the survey is done",
        ),
        (
            "The council said the market would open on Sunday, barring a court order.",
            "unless",
            "barring a court order",
        ),
        (
            "The pilots said they would strike on Monday failing a better offer.",
            "unless",
            "failing a better offer",
        ),
        (
            "The nurses said they would work, but not without a second doctor.",
            "only_if",
            "not without a second doctor",
        ),
    ],
)
def test_the_condition(text: str, kind: str, words: str) -> None:
    condition = _condition(text)
    assert condition is not None
    assert (condition.kind.value, condition.span.quote) == (kind, words)


@pytest.mark.parametrize(
    "text",
    [
        "The clerk said the law barring strikes would be repealed.",
        "The minister said the firm would close, failing its workers.",
        "The coach said the team would play, but not without difficulty.",
        "The firm said it would build the road with or without a permit.",
    ],
)
def test_no_condition(text: str) -> None:
    assert _condition(text) is None


def test_the_day_belongs_to_the_hour() -> None:
    condition = _condition("Karo vowed to retake the pass unless it was clear by dawn on Saturday.")
    assert condition is not None
    assert condition.deadline is not None
    assert condition.deadline.span.quote == "by dawn on Saturday"
