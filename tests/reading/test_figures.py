"""Figures: how many of what, hedged how, and by whose count."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from firstmove.reading import open_text, read_report
from firstmove.reading.figures.numbers import find_numbers, value_of
from firstmove.statement import Figure


def figures_of(text: str) -> tuple[Figure, ...]:
    return read_report(open_text(text, name="x.txt")).figures


def one(text: str) -> Figure:
    (figure,) = figures_of(text)
    return figure


@pytest.mark.parametrize(
    ("text", "span", "low", "high", "counted"),
    [
        ("The mill employs 1,200 weavers.", "1,200 weavers", 1200, 1200, "weavers"),
        (
            "The flood cut off 30 mountain villages.",
            "30 mountain villages",
            30,
            30,
            "mountain villages",
        ),
        (
            "Tens of thousands of farmers left.",
            "Tens of thousands of farmers",
            10_000,
            None,
            "farmers",
        ),
        ("Hundreds of boats were burnt.", "Hundreds of boats", 100, None, "boats"),
        ("At least 40 people were killed.", "At least 40 people", 40, None, "people"),
        ("The firm cut up to 200 jobs.", "up to 200 jobs", None, 200, "jobs"),
        ("Nearly 2,400 nurses walked out.", "Nearly 2,400 nurses", 2400, 2400, "nurses"),
        ("They found between 200 and 300 wells.", "between 200 and 300 wells", 200, 300, "wells"),
        ("The strike shut 10 to 12 mines.", "10 to 12 mines", 10, 12, "mines"),
        ("Two dozen houses burnt down.", "Two dozen houses", 24, 24, "houses"),
        ("Two hundred and five sheep drowned.", "Two hundred and five sheep", 205, 205, "sheep"),
        ("Three workers were injured.", "Three workers", 3, 3, "workers"),
        ("One in eight jobs will go.", "One in eight jobs", 0.125, 0.125, "jobs"),
        (
            "The fund lost two and a half million euros.",
            "two and a half million euros",
            2_500_000,
            2_500_000,
            "",
        ),
        ("Wages rose by 6.5pc.", "6.5pc", 6.5, 6.5, ""),
        ("The rate fell by half a percentage point.", "half a percentage point", 0.5, 0.5, ""),
        ("It was 6.1% a year earlier.", "6.1%", 6.1, 6.1, ""),
    ],
)
def test_how_many_of_what(
    text: str, span: str, low: float | None, high: float | None, counted: str
) -> None:
    figure = one(text)
    assert (figure.span.quote, figure.low, figure.high) == (span, low, high)
    assert figure.counted == counted


@pytest.mark.parametrize(
    ("text", "low", "unit", "counted", "per"),
    [
        ("The dam holds 1.2 million cubic metres of water.", 1.2e6, "cubic metres", "water", ""),
        ("It asked for $3.5 billion in loans.", 3.5e9, "$", "loans", ""),
        ("The strike costs 4 million euros a week.", 4e6, "euros", "", "week"),
        ("Some 60 per cent of the members agreed.", 60, "per cent", "members", ""),
        ("Wages rose 5% in the valley.", 5, "per cent", "", ""),
        ("Two-thirds of the members agreed.", 2 / 3, "share", "members", ""),
        ("Six in 10 members agreed.", 0.6, "share", "members", ""),
        ("The lake fell 3.4 metres a month.", 3.4, "metres", "", "month"),
        ("The port handles an average of 90 ships per day.", 90, "", "ships", "day"),
        ("It lost hundreds of thousands of dollars.", 1e5, "dollars", "", ""),
    ],
)
def test_unit_and_rate(text: str, low: float, unit: str, counted: str, per: str) -> None:
    figure = one(text)
    assert figure.low == pytest.approx(low)
    assert (figure.unit, figure.counted, figure.per) == (unit, counted, per)


@pytest.mark.parametrize(
    "text",
    [
        "The board fell in 2022, in the crisis of 1962 and on 3 March 2031.",
        "They met at 10:30 and at 7 a.m. near Gate 4.",
        "Countless people fled, and one of the boats sank.",
        "The G7 and the F-16 were named in Article 5 and Resolution 1701.",
        "The two sides met for three hours in a 12-member body.",
        "He has been minister for more than 20 years.",
        "Ann Orme, 52, spoke first, aged 52.",
        "The 21st round ended 52-48.",
        "Two ministers met.",
        "One minister spoke of a quarter of a million.",
    ],
)
def test_no_figures(text: str) -> None:
    assert figures_of(text) == ()


def test_hedges() -> None:
    def hedge(text: str) -> str:
        found = one(text).hedge
        return found.quote if found else ""

    assert hedge("Norland reportedly lost tens of thousands of boats.") == "reportedly"
    assert hedge("Norland loses an average of 1,200 sheep a day.") == "an average of"
    assert hedge("Some 300 wells ran dry.") == "Some"
    assert hedge("Norland lost 1,200 sheep.") == ""
    assert hedge("It lost a total of 1,200 sheep.") == ""


def test_who_counts() -> None:
    text = (
        "Norland has reportedly lost tens of thousands of sheep, with an average of 1,200 losses "
        "a day according to Sudmark estimates."
    )
    vague, exact = figures_of(text)
    assert vague.source is None
    assert exact.source is not None
    assert exact.source.span.quote == "Sudmark estimates"

    both = figures_of("The flood killed 40 cows and 300 sheep, according to the river board.")
    assert [f.source.span.quote for f in both if f.source] == ["the river board"] * 2

    head = figures_of("According to the river board, 40 cows drowned; 300 sheep were saved.")
    assert [f.source.span.quote for f in head if f.source] == ["the river board"] * 2

    said = one("“We lost 300 sheep,” the farmers’ chief Bo Lind told reporters.")
    assert said.source is not None
    assert "Lind" in said.source.name

    assert one("The flood killed 300 sheep.").source is None


@given(st.integers(1, 10**9))
def test_digits_are_read_as_written(value: int) -> None:
    assert value_of(str(value)) == value
    assert value_of(f"{value:,}") == value
    (number,) = find_numbers(f"There were {value:,} of them")
    assert (number.low, number.high) == (value, value)


@given(st.text("0123456789,.-–$%€ mkbn andto", max_size=60))
def test_any_text_gives_places_in_it(text: str) -> None:
    for number in find_numbers(text):
        assert 0 <= number.start < number.end <= len(text)
        assert number.low is None or number.high is None or number.low <= number.high


@pytest.mark.parametrize(
    ("text", "low", "counted", "source"),
    [
        ("The union puts the number of strikers at 9,000.", 9000, "strikers", "The union"),
        ("The ministry put the damage at $2 billion.", 2e9, "", "The ministry"),
        ("The damage was put by the mayor at 2 million euros.", 2e6, "", "the mayor"),
    ],
)
def test_who_puts_a_number_on_it(text: str, low: float, counted: str, source: str) -> None:
    figure = one(text)
    assert figure.source is not None
    assert (figure.low, figure.counted, figure.source.span.quote) == (low, counted, source)


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("Police counted some 4,500 marchers.", "Police"),
        ("It fell short of the 8 per cent demanded by the union.", "the union"),
    ],
)
def test_who_counts_or_asks_is_the_source(text: str, source: str) -> None:
    figure = one(text)
    assert figure.source is not None
    assert figure.source.span.quote == source


@pytest.mark.parametrize(
    "text",
    [
        "They scored twice in the second half of the match.",
        "Exports fell in the first half of 2030.",
        "The strike lasted two and a half weeks.",
    ],
)
def test_parts_of_time_are_no_figures(text: str) -> None:
    assert figures_of(text) == ()
