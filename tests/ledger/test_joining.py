"""Which party of one report is which of another."""

from __future__ import annotations

from firstmove.ledger import merge
from firstmove.reading import open_text, read_report


def sides(*texts: str) -> list[str]:
    """The parties of the ledger, in order."""
    named = ((text, f"r{n}.txt") for n, text in enumerate(texts))
    view = merge([read_report(open_text(text, name=name)) for text, name in named])
    return [party.name for party in view.parties]


DRIVERS = "The Crane Drivers' Union demanded shorter nights. “We are tired,” a driver said."


def test_a_bare_kind_is_the_only_party_of_that_kind() -> None:
    assert sides(DRIVERS, "The union rejected a new rota on Monday.") == ["Crane Drivers' Union"]


def test_of_two_that_fit_neither_is_taken() -> None:
    other = "The Pilots' Union refused to fly at night."
    found = sides(DRIVERS, other, "The union rejected a new rota on Monday.")
    assert found == ["Crane Drivers' Union", "Pilots' Union", "the union"]


def test_who_stands_beside_it_in_one_report_is_another() -> None:
    both = "The Basin Council offered a loan. The Upper Basin Council rejected the loan."
    assert sides(both, both.replace("a loan", "money")) == ["Basin Council", "Upper Basin Council"]


def test_a_longer_name_is_the_one_shown() -> None:
    short = "The growers' association demanded a ban on imports."
    full = "The Ossel Growers' Association threatened to close the market."
    assert sides(short, full) == ["Ossel Growers' Association"]


def test_governments_with_two_ministers_of_one_office_are_not_one() -> None:
    first = "The government will not raise wages, Transport Minister Ilo Brandt said."
    other = "The government will pay more, Transport Minister Sefa Dorn said."
    assert sides(first, other) == []
    assert sides(first, other.replace("Sefa Dorn", "Ilo Brandt")) == ["the government"]


def test_a_nationality_word_is_the_country_it_is_made_of() -> None:
    one = "Tamura's army rejected the truce."
    other = "The Tamuran government demanded a new truce on Monday."
    assert sides(one, other) == ["Tamura"]


def test_what_another_report_calls_a_party() -> None:
    named = "Aurel Air, the airline, rejected the claim. The airline demanded talks."
    assert sides(named, "The airline accused the pilots of greed.")[0] == "Aurel Air"


def test_hospitals_and_hospital_are_one_word() -> None:
    full = "Eastmere Hospitals Trust rejected the claim."
    assert sides(full, "The hospital trust demanded talks.") == ["Eastmere Hospitals Trust"]
