"""Two demands on two, and conditions of two halves: what is told of each is its own."""

from __future__ import annotations

import pytest

from firstmove.reading import open_text, read_report
from firstmove.statement import ActPlace


def told(text: str) -> list[tuple[str, str, ActPlace]]:
    """Act, doer and place of all acts."""
    return [
        (a.label, a.actor.span.quote if a.actor else "", a.place)
        for s in read_report(open_text(text, name="a.txt")).statements
        for a in s.acts
    ]


@pytest.mark.parametrize(
    ("text", "first", "second"),
    [
        (
            "Norway asked Peru to free the crew and Chile to stop its raids.",
            ("free the crew", "Peru"),
            ("stop its raids", "Chile"),
        ),
        (
            "Norway appealed to Peru to free the crew and to Chile to reopen the pass.",
            ("free the crew", "Peru"),
            ("reopen the pass", "Chile"),
        ),
        (
            "The envoy called on the rebels to lay down their arms and the government to lift the "
            "curfew.",
            ("lay down their arms", "rebels"),
            ("lift the curfew", "government"),
        ),
        (
            "The mayor told the board to publish the report and the operator to sell the depot.",
            ("publish the report", "board"),
            ("sell the depot", "operator"),
        ),
        (
            "Norway urged Peru to withdraw its ships, and Chile not to sink them.",
            ("withdraw its ships", "Peru"),
            ("sink its ships", "Chile"),
        ),
    ],
)
def test_what_is_asked_of_the_second(
    text: str, first: tuple[str, str], second: tuple[str, str]
) -> None:
    assert [a[:2] for a in told(text)] == [first, second]


def test_whom_the_first_is_to_meet_is_asked_for_nothing() -> None:
    text = "The mayor urged the company to meet the union and the council to avoid a strike."
    assert not [a for a in told(text) if a[1] == "council"]


@pytest.mark.parametrize(
    ("text", "halves"),
    [
        (
            "Peru said it would free the crew once Chile withdrew its ships and grain was sent.",
            [("withdraw its ships", "Chile"), ("send grain", "")],
        ),
        (
            "Peru said it would sign if Chile ended its raids and lifted the blockade.",
            [("end its raids", "Chile"), ("lift the blockade", "Chile")],
        ),
        (
            "The union said it would go back once the company paid the wages and dropped the case.",
            [("pay the wages", "company"), ("drop the case", "company")],
        ),
    ],
)
def test_both_halves_of_a_condition(text: str, halves: list[tuple[str, str]]) -> None:
    acts = told(text)
    assert [a[:2] for a in acts if a[2] is ActPlace.CONDITION] == halves
    assert len(acts) == len(halves) + 1


def test_what_is_said_besides_is_no_condition() -> None:
    text = "Peru said it would sign if Chile ended its raids and urged Bolivia to lift the levy."
    assert [a[:2] for a in told(text) if a[2] is ActPlace.CONDITION] == [("end its raids", "Chile")]
