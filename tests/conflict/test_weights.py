"""Weights, payoffs and partial rankings in a model file: exact, bounded, and told where wrong."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from firstmove.conflict import (
    Conflict,
    DecisionMaker,
    Name,
    Not,
    Option,
    Want,
    dump_model,
    load_model,
    parse_model,
    problems,
)
from firstmove.conflict.weights import NoNumber, number, number_text, scaled, summands
from firstmove.errors import ModelError
from tests.analysis.models import mixed_conflict
from tests.watchdog import ends

HEAD = """\
[[option]]
id = "m.close"
owner = "m"
label = "close the mill"

[[option]]
id = "m.sell"
owner = "m"
label = "sell it"

[[decision_maker]]
id = "m"
"""


def weighted(*weights: str) -> str:
    conditions = ("m.close", "m.sell", "m.close iff m.sell")
    blocks = [
        f'[[decision_maker.want]]\ncondition = "{condition}"\n' + (f"weight = {w}\n" if w else "")
        for condition, w in zip(conditions, weights, strict=False)
    ]
    return HEAD + "\n".join(blocks)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("3", Fraction(3)),
        ("-4", Fraction(-4)),
        ("0", Fraction(0)),
        ("0.1", Fraction(1, 10)),
        ("-0.50", Fraction(-1, 2)),
        ("1e3", Fraction(1000)),
        ("2.5e-3", Fraction(1, 400)),
        ("1_000.25", Fraction(100025, 100)),
        ('"2/3"', Fraction(2, 3)),
        ('" -7 / 21 "', Fraction(-1, 3)),
        ('"0.25"', Fraction(1, 4)),
        ("0e999999999", Fraction(0)),
        ("9007199254740993", Fraction(2**53 + 1)),
        ("0.1234567890123456789012345678901234567891", Fraction(int("1234567890" * 4) + 1, 10**40)),
    ],
)  # fmt: skip
def test_a_weight_is_read_exactly(text: str, value: Fraction) -> None:
    read = parse_model(weighted(text, "1"))
    assert read.decision_makers[0].wants[0].weight == value
    assert read.decision_makers[0].weighted
    assert parse_model(dump_model(read)) == read


@pytest.mark.parametrize(
    "text",
    [
        "nan", "inf", "-inf", "1e400", "1e999999999", "-1e-999999999", "1e99999999999999999999999",
        "true", '"much"', '""', '"1/0"', '"1e3"', '"٣"', '"1/2/3"', '"0x10"', "[1]", "{ a = 1 }",
        "1979-05-27", "9" * 41, "9" * 5000, "0." + "1" * 41, '"' + "9" * 100_000 + '"',
        '"' + "1" * 90 + "/" + "3" * 90 + '"', "1." + "0" * 300_000 + "1",
    ],
)  # fmt: skip
def test_what_is_no_number_is_a_clear_error(text: str) -> None:
    with ends(), pytest.raises(ModelError) as caught:
        parse_model(weighted(text, "1"), where="mill.toml")
    assert caught.value.where.startswith("mill.toml")
    assert caught.value.remedy
    assert len(str(caught.value)) < 2000


@settings(max_examples=150, deadline=None)
@given(
    st.one_of(
        st.integers(), st.decimals(allow_nan=True), st.text(max_size=30), st.booleans(),
        st.floats(), st.none(), st.binary(max_size=3), st.lists(st.integers(), max_size=2),
        st.from_regex(r"[+-]?[0-9]{1,45}([./][0-9]{1,45})?", fullmatch=True),
    )
)  # fmt: skip
def test_any_value_is_a_number_or_refused(value: object) -> None:
    try:
        found = number(value)
    except NoNumber:
        return
    assert number(_from(number_text(found))) == found
    if isinstance(value, int | Decimal):
        assert found == value


def _from(text: str) -> object:
    return text if "/" in text else Decimal(text)


def test_all_wants_have_a_weight_or_none_has() -> None:
    with pytest.raises(ModelError, match="has no weight") as caught:
        parse_model(weighted("2", "", "1"), where="mill.toml")
    assert caught.value.where == "mill.toml, line 17"
    assert not parse_model(weighted("", "", "")).decision_makers[0].weighted
    # A want that nobody tells of needs none.
    parse_model(weighted("2", "1") + '[[decision_maker.want]]\ncondition = "m.sell"\n'
                'basis = "unknown"\n')  # fmt: skip


@pytest.mark.parametrize("key", ["strong = true", 'order = "unknown"'])
def test_weights_have_neither_strength_nor_order(key: str) -> None:
    with pytest.raises(ModelError, match="count by weights"):
        parse_model(weighted("2", f"1\n{key}"))


def test_weights_too_far_apart_are_refused() -> None:
    primes = (10**39 + 3, 10**39 + 19, 10**39 + 147)
    fine = tuple(f'"1/{p}"' for p in primes)
    with pytest.raises(ModelError, match="common denominator"):
        parse_model(weighted(*fine))
    for odd in (Fraction(1, 3 * 10**60), Fraction(10**60)):
        bare = parse_model(weighted("1"))
        maker = replace(bare.decision_makers[0], wants=(Want(Name("m.sell"), weight=odd),))
        assert "too many digits" in problems(replace(bare, decision_makers=(maker,)))[0].what


def test_scaled_weights_are_whole_and_small() -> None:
    def wants(*weights: str) -> tuple[Want, ...]:
        return tuple(Want(Name("m.sell"), weight=Fraction(w)) for w in weights)

    assert scaled(wants("1/2", "0.75", "-3")) == (2, 3, -12)
    assert scaled(wants("100", "-250")) == (2, -5)
    assert scaled(wants("0", "0")) == (0, 0)
    assert scaled(()) == ()
    assert summands(DecisionMaker("m", "M", wants("0", "4", "-6"))) == (
        (2, Name("m.sell")), (3, Not(Name("m.sell"))),
    )  # fmt: skip


def test_payoffs_become_a_ranking_with_ties() -> None:
    read = parse_model(HEAD + 'payoffs = { YN = 4, NN = 2.5, NY = "5/2", YY = -1 }\n')
    assert read.decision_makers[0].ranking == (("YN",), ("NN", "NY"), ("YY",))
    assert not read.decision_makers[0].partial
    some = parse_model(HEAD + "partial = true\npayoffs = { YN = 4, NN = 2.5 }\n")
    assert some.decision_makers[0].ranking == (("YN",), ("NN",))
    assert some.decision_makers[0].partial


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("payoffs = { YN = 4, NN = 2.5 }", "missing in the ranking"),
        ("payoffs = { YN = 4, NN = nan, YY = 1, NY = 1 }", "payoff of “NN”"),
        ("payoffs = { YN = 4, XX = 1, YY = 1, NY = 1 }", "“XX”"),
        ("payoffs = { YN = { a = 1 } }", "is a block"),
        ("payoffs = [4, 3]", "block of states and numbers"),
        ('payoffs = { YN = 4 }\nranking = ["YN"]', "both a ranking and payoffs"),
        ("partial = true", "ranks none"),
        ("partial = true\nranking = []", "ranks none"),
        ("partial = 1", "true or false"),
        ('partial = true\nranking = ["YN", "YN"]', "so it would be both above and below"),
        ('partial = true\nranking = ["YN", "NX"]', "is not a state"),
    ],
)
def test_orders_that_are_wrong(text: str, what: str) -> None:
    with pytest.raises(ModelError) as caught:
        parse_model(f"{HEAD}{text}\n")
    assert what in str(caught.value)
    assert "line" in caught.value.where


def test_a_forgotten_state_is_told_with_the_way_out() -> None:
    with pytest.raises(ModelError, match="missing in the ranking") as caught:
        parse_model(HEAD + 'ranking = ["YN", "NN"]\n')
    assert "partial = true" in caught.value.remedy
    graph = '[[state]]\nid = "s1"\n[[state]]\nid = "s2"\n[[decision_maker]]\nid = "m"\n'
    with pytest.raises(ModelError, match="missing in the ranking") as caught:
        parse_model(graph + 'ranking = ["s1"]\n')
    assert "partial = true" in caught.value.remedy
    assert parse_model(graph + 'partial = true\nranking = ["s1"]\n').decision_makers[0].partial


def test_what_is_written_reads_back() -> None:
    for seed in range(150):
        conflict = mixed_conflict(seed)
        assert load_model(dump_model(conflict)) == conflict


def test_only_the_weight_that_changed_is_written_anew() -> None:
    text = weighted("0.50  # half", '"2/3"', "3")
    read = parse_model(text)
    assert dump_model(read, text) == text
    maker = read.decision_makers[0]
    wants = (maker.wants[0], replace(maker.wants[1], weight=Fraction(3, 4)), maker.wants[2])
    changed = replace(read, decision_makers=(replace(maker, wants=wants),))
    new = dump_model(changed, text)
    assert "0.50  # half" in new
    assert "weight = 0.75" in new
    assert parse_model(new) == changed


def test_payoffs_stay_while_the_ranking_does() -> None:
    text = HEAD + "payoffs = { YN = 4, NN = 2.5, NY = 2, YY = -1 }  # from the workshop\n"
    read = parse_model(text)
    named = replace(read, name="Mill")
    assert "# from the workshop" in dump_model(named, text)
    assert "payoffs = {" in dump_model(named, text)
    maker = replace(read.decision_makers[0], ranking=(("YN", "NN", "NY", "YY"),))
    other = replace(read, decision_makers=(maker,))
    assert parse_model(dump_model(other, text)) == other


def test_a_model_of_its_own() -> None:
    wants = (Want(Name("m.close"), weight=Fraction(1, 7)), Want(Name("m.close")))
    conflict = Conflict(
        "mill", (DecisionMaker("m", "M", wants),), (Option("m.close", "m", "close"),)
    )
    assert [p.place for p in problems(conflict)] == [("decision_maker", 0, "want", 1)]
