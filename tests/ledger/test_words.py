"""Words as keys: stems, concepts, names, numbers."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from firstmove.ledger.comparing.numbers import amounts
from firstmove.ledger.words import lexicon, longest_run, tokens, words


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("a ceasefire", "an armistice"),
        ("to walk out", "a strike"),
        ("take the first step", "make the first move"),
        ("negotiations", "talks"),
        ("a pact", "the treaty"),
        ("broken", "breaking"),
    ],
)
def test_words_for_one_idea_have_one_key(one: str, other: str) -> None:
    assert words(one).weights.keys() & words(other).weights.keys()


def test_function_words_have_no_key_by_the_accident_of_their_stem() -> None:
    assert words("they will do so accordingly").weights == {}
    assert "~ready" in words("they are willing").weights


def test_abbreviations_and_contractions() -> None:
    assert tokens("The U.S. didn’t pay $5 million") == [
        "The", "US", "did", "not", "pay", "$", "5", "million",
    ]  # fmt: skip


def test_names_count_only_with_a_capital() -> None:
    names: dict[tuple[str, ...], str] = {("us",): "@united states"}
    assert words("the U.S. agreed", names).weights.keys() >= {"@united states"}
    assert "@united states" not in words("they told us so", names).weights


@given(st.text(max_size=80), st.text(max_size=80))
def test_any_text_can_be_read(a: str, b: str) -> None:
    one, other = words(a), words(b)
    assert len(one.keys) == len(one.plain)
    assert all(0 < weight <= 1 for weight in one.weights.values())
    run = longest_run(one.plain, other.plain)
    assert 0 <= run <= min(len(one.plain), len(other.plain))
    assert run == longest_run(other.plain, one.plain)
    for amount in amounts(a):
        assert 0 <= amount.start < amount.end <= len(a)


@pytest.mark.parametrize(
    ("text", "value", "counted"),
    [
        ("$5 million for schools", 5e6, "$"),
        ("5 million dollars", 5e6, "$"),
        ("nine per cent more", 9, "%"),
        ("25% on cars", 25, "%"),
        ("1,200 soldiers", 1200, "soldier"),
    ],
)
def test_amounts(text: str, value: float, counted: str) -> None:
    (found,) = amounts(text)
    assert (found.value, found.counted) == (value, counted)


@pytest.mark.parametrize("text", ["on May 9 soldiers came", "in 2031.", "version 1.2.3 of it"])
def test_no_amounts(text: str) -> None:
    assert amounts(text) == ()


def test_each_word_belongs_to_one_concept_and_opposites_exist() -> None:
    table = lexicon()  # raises where a word stands in two
    known = {f"~{name}" for name in table.concepts.values()}
    for pair in table.opposites:
        assert all(not key.startswith("~") or key in known for key in pair)
