"""Two reports that tell a thing alike but for one point: two entries, and both name the point."""

from __future__ import annotations

from datetime import date

import pytest

from firstmove.ledger import Relation, merge
from firstmove.ledger.comparing.days import other_days
from firstmove.statement import Kind
from tests.ledger.making import Paper

DAY = date(2031, 3, 10)


def told(
    words: str,
    source: str,
    kind: Kind = Kind.STATE,
    cue: str = "said",
    target: str = "",
    condition: str = "",
) -> Paper:
    return Paper(f"Elin Strand {cue} {words}. {source}.", source, DAY).says(
        words,
        speaker="Elin Strand",
        party="Port",
        cue=cue,
        kind=kind,
        target=target,
        condition=condition,
    )


def points(one: Paper, two: Paper) -> list[tuple[str, list[str]]]:
    """The differences, each once, where both entries have the same."""
    first, *others = merge([one.reading, two.reading]).entries
    assert all(other.differences == first.differences for other in others)
    assert first.relation is (Relation.DIFFER if first.differences else Relation.ONLY_ONE)
    return [(d.field, [side.span.quote for side in d.sides]) for d in first.differences]


@pytest.mark.parametrize(
    ("words", "first", "second"),
    [
        ("the cranes would be repaired on {}", "12 May", "14 May"),
        ("the talks with the crews would begin on {}", "Monday", "Wednesday"),
        ("the old pier had been closed in {}", "March", "April"),
        ("the ferries would run again from {}", "June 1", "June 8"),
    ],
)
def test_another_day(words: str, first: str, second: str) -> None:
    one, two = told(words.format(first), "One"), told(words.format(second), "Two")
    assert len(merge([one.reading, two.reading]).entries) == 2
    assert points(one, two) == [("date", [first, second])]


def test_a_month_and_a_day_of_it_are_no_difference() -> None:
    assert other_days("closed in May", "closed on 3 May") is None
    assert other_days("closed on May 3, 2031", "closed on 3 May") is None
    assert other_days("closed on Monday", "closed in June") is None


def test_another_target() -> None:
    one = told("Kestria of sinking the barge", "One", Kind.ACCUSE, "accused", target="Kestria")
    two = told("Sudria of sinking the barge", "Two", Kind.ACCUSE, "accused", target="Sudria")
    assert points(one, two) == [("target", ["Kestria", "Sudria"])]


def test_another_condition() -> None:
    words = "the port would pay the bonus {}"
    one, two = (
        told(words.format(clause), source, Kind.AGREE, condition=clause)
        for clause, source in (
            ("if the crews went back to work", "One"),
            ("if the bank lent the money", "Two"),
        )
    )
    clauses = ["if the crews went back to work", "if the bank lent the money"]
    assert points(one, two) == [("condition", clauses)]


def test_more_and_less_sure() -> None:
    one = told("the fire was certainly set on purpose", "One", Kind.ASSESS)
    two = told("the fire was probably set on purpose", "Two", Kind.ASSESS)
    assert points(one, two) == [("strength", ["certainly", "probably"])]
    one = told("the pay offer of the crews", "One", Kind.REJECT, "rejected")
    two = told("the pay offer of the crews", "Two", Kind.ASSESS, "doubted")
    assert points(one, two) == [("strength", ["rejected", "doubted"])]


def test_two_things_do_not_differ() -> None:
    one = told("the cranes would be repaired on 12 May", "One")
    two = told("the cranes would be sold on 14 May", "Two")
    assert points(one, two) == []
    one = told("the port would pay the bonus if it rains", "One", condition="if it rains")
    two = told("the port would open a school if it snows", "Two", condition="if it snows")
    assert points(one, two) == []


@pytest.mark.parametrize(
    ("words", "fields"),
    [
        # The other report has the clause before the one that is on the condition.
        ("the crews should keep to the cranes, but {}, the board would pay them for it", []),
        ("the crews should keep to the cranes. And {}, the board would pay them for it", []),
        ("the crews should keep to the cranes on the pier {}", ["condition"]),
    ],
)
def test_what_stands_before_a_clause_on_a_condition(words: str, fields: list[str]) -> None:
    condition = "if the harbour tax is dropped"
    short = words.split(",")[0].split(".")[0].replace(f" {condition}", "").replace(" {}", "")
    one = told(words.format(condition), "One", condition=condition)
    assert [field for field, _ in points(one, told(short, "Two"))] == fields
