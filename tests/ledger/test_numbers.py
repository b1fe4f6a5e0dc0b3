"""Numbers told in other ways: words, digits, parts of a whole, longer units."""

from __future__ import annotations

import pytest

from firstmove.ledger.comparing.numbers import amounts, numbers, other_numbers


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("two thirds of the wells", "67 per cent of all wells"),
        ("exports fell by half", "exports were 50% lower"),
        ("nine in ten of the members", "90 per cent of members"),
        ("two out of every five farms", "40 percent of farms"),
        ("sixty-six in a hundred adults", "66 % of adults"),
        ("the tank is a quarter full", "25 per cent of the tank"),
        ("48 hours to leave", "two days to leave"),
        ("within fourteen days", "within two weeks"),
        ("a stay of 24 months", "a stay of two years"),
        ("twenty-five pupils", "25 pupils"),
        ("a hundred and ten boats", "110 boats"),
        ("two hundred and fifty thousand people", "250,000 people"),
    ],
)
def test_one_number_told_in_two_ways(one: str, other: str) -> None:
    assert numbers(one)
    assert numbers(other)
    assert not other_numbers(numbers(one), numbers(other))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("two thirds of the wells", "33 per cent of all wells"),
        ("exports fell by half", "exports were 20% lower"),
        ("nine in ten of the members", "10 per cent of members"),
        ("48 hours to leave", "three days to leave"),
        ("twenty-five pupils", "twenty pupils"),
        ("a hundred and ten boats", "ten boats"),
    ],
)
def test_other_numbers(one: str, other: str) -> None:
    assert other_numbers(numbers(one), numbers(other))


@pytest.mark.parametrize(
    "text",
    [
        "a third party would mediate",
        "for the third time",
        "in the first half of 2020",
        "in the first quarter of 2019",
        "half an hour later",
        "a third runway",
        "the other half of the town",
        "one of the ministers",
    ],
)
def test_no_number(text: str) -> None:
    assert not numbers(text)


def test_a_scale_stands_with_its_article() -> None:
    (amount,) = amounts("they want a million crowns")
    assert (amount.value, amount.counted) == (1e6, "crown")
