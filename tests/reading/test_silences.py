"""What tells nothing is no statement, and an interviewer is nobody's target."""

from __future__ import annotations

import pytest

from firstmove.reading import open_text, read_report
from firstmove.statement import Statement


def statements(text: str) -> list[Statement]:
    return list(read_report(open_text(text)).statements)


@pytest.mark.parametrize(
    "text",
    [
        "The senator gave no indication that he was ready to leave the race.",
        "The minister gave no hint of when the talks would resume.",
        "She offered no sign that she would sign the treaty.",
        "The leaders had no immediate comments on the plan to cut benefits.",
        "The senator ignored three questions about the endorsement.",
        "The mayor ignored calls to resign.",
    ],
)
def test_silence(text: str) -> None:
    assert statements(text) == []


def test_a_promise_not_given_is_told() -> None:
    assert statements("The premier gave no promise to pay.")


@pytest.mark.parametrize(
    "told", ["the Courier's Megyn Roe", "Jorge Roe in an interview with Radio Tarn"]
)
def test_an_interviewer_is_no_target(told: str) -> None:
    (one,) = statements(f"“He tried to silence me,” the mayor told {told}.")
    assert one.target is None


def test_the_union_is_a_target() -> None:
    (one,) = statements("“He should pay,” the mayor told the union in a letter.")
    assert one.target is not None


def test_what_is_called_for_is_no_plan_of_who_calls() -> None:
    (one,) = statements("“Sign the deal,” the minister told reporters.")
    assert not [a for a in one.acts if a.actor is not None and a.actor.name]
