from __future__ import annotations

from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from firstmove.conflict import (
    And,
    Condition,
    If,
    Iff,
    Name,
    Not,
    OnlyIf,
    Or,
    Unless,
    is_name,
    make_id,
    parse_condition,
)
from firstmove.errors import ModelError
from tests.conflict.strategies import IDS, conditions

A, B, C = Name("a"), Name("b"), Name("c")


@pytest.mark.parametrize(
    ("text", "condition"),
    [
        ("a", A),
        ("not a and b", And((Not(A), B))),
        ("not (a and b)", Not(And((A, B)))),
        ("a and b or c", Or((And((A, B)), C))),
        ("a and (b or c)", And((A, Or((B, C))))),
        ("a and b and c", And((A, B, C))),
        ("(a and b) and c", And((And((A, B)), C))),
        ("a if b", If(A, B)),
        ("a only if b", OnlyIf(A, B)),
        ("a iff b", Iff(A, B)),
        ("a if and only if b", Iff(A, B)),
        ("a unless b", Unless(A, B)),
        ("not a if b or c", If(Not(A), Or((B, C)))),
        ("(a if b) if c", If(If(A, B), C)),
        ("A AND NOT B", And((Name("A"), Not(Name("B"))))),
        ("  us.first_move\n  and ru-2.sign ", And((Name("us.first_move"), Name("ru-2.sign")))),
        ("not not a", Not(Not(A))),
    ],
)
def test_what_the_words_mean(text: str, condition: Condition) -> None:
    assert parse_condition(text) == condition


@given(conditions())
def test_canonical_text_parses_back(condition: Condition) -> None:
    assert parse_condition(str(condition)) == condition


@pytest.mark.parametrize(
    ("text", "table"),
    [
        ("a if b", "TFTT"),
        ("a only if b", "TTFT"),
        ("a iff b", "TFFT"),
        ("a unless b", "FTTT"),
        ("a and b", "FFFT"),
        ("a or b", "FTTT"),
    ],
)
def test_truth_tables(text: str, table: str) -> None:
    """Columns: neither, b alone, a alone, both."""
    condition = parse_condition(text)
    found = [condition.holds({"a": a, "b": b}) for a, b in product((False, True), repeat=2)]
    assert "".join("T" if value else "F" for value in found) == table


@given(conditions(), st.dictionaries(st.sampled_from(IDS), st.booleans()))
def test_what_is_decided_stays_so_however_the_rest_turns_out(
    condition: Condition, values: dict[str, bool]
) -> None:
    decided = condition.decide(values)
    for rest in (False, True):
        full = {name: values.get(name, rest) for name in IDS}
        assert decided in (None, condition.holds(full))
        assert condition.decide(full) == condition.holds(full)


def test_names_in_order_of_appearance() -> None:
    assert parse_condition("b if (a or not b) and c").names == ("b", "a", "c")


def test_text_with_other_names() -> None:
    labels = {"a": "“move first”", "b": "“respond”"}
    assert parse_condition("b iff a").text(labels.__getitem__) == "“respond” iff “move first”"


@pytest.mark.parametrize(
    ("text", "what", "column", "remedy"),
    [
        ("", "empty", None, "name an option"),
        ("a if b if c", "second “if”", 8, "a if (b if c)"),
        ("a unless b iff c", "after “unless”", 12, "brackets"),
        ("if a then b", "missing before “if”", 1, "a if b"),
        ("a & b", "“&” is not part", 3, "“and”"),
        ("(a or b", "not closed", 1, "add “)”"),
        ("a)", "closes nothing", 2, "take it out"),
        ("a b", "“b” comes where", 3, "join"),
        ("a only b", "“only” without “if”", 3, "only if"),
        ("a and", "missing before the end", 6, "option"),
        ("a if and b", "missing after “if”", 3, "a if b"),
        ("a and or b", "missing before “or”", 7, "option"),
        ("3a", "“3” is not part", 1, "starts with a letter"),
    ],
)
def test_errors_name_column_and_remedy(
    text: str, what: str, column: int | None, remedy: str
) -> None:
    with pytest.raises(ModelError) as caught:
        parse_condition(text)
    assert what in caught.value.what
    assert remedy in caught.value.remedy
    if column is not None:
        assert f"column {column}" in caught.value.where


@pytest.mark.parametrize("text", ["(" * 5000, "not " * 5000 + "a", "a or " * 3000 + "b"])
def test_oversize_is_an_error_and_not_a_crash(text: str) -> None:
    with pytest.raises(ModelError):
        parse_condition(text)


def test_long_chains_are_no_problem() -> None:
    text = " and ".join(["a"] * 1000)
    assert str(parse_condition(text)) == text


@given(st.text(max_size=60))
def test_any_text_gives_a_condition_or_a_model_error(text: str) -> None:
    try:
        condition = parse_condition(text)
    except ModelError:
        return
    assert parse_condition(str(condition)) == condition


@given(st.text(max_size=80), st.lists(st.text(max_size=5), max_size=5))
def test_made_ids_are_names(text: str, others: list[str]) -> None:
    taken: list[str] = []
    for name in (text, text, *others):
        made = make_id(name, taken, prefix="us")
        assert made not in taken
        assert made.startswith("us.")
        assert is_name(made)
        taken.append(made)
        assert is_name(make_id(name))


def test_ids_read_like_the_name() -> None:
    assert make_id("Make the first move", prefix="us") == "us.make_the_first_move"
    assert make_id("Côte d’Ivoire") == "côte_d_ivoire"
    assert make_id("and") == "x_and"


def test_a_word_of_the_language_is_no_name() -> None:
    with pytest.raises(ModelError, match="cannot be a name"):
        Name("unless")
