"""Who is who: one person in many spellings, and never two people in one."""

from __future__ import annotations

import pytest

from firstmove.ledger import View, merge
from tests.ledger.making import Paper


def said(source: str, *speakers: tuple[str, str, str]) -> Paper:
    """A paper in which each (words, name, party) says one thing."""
    lines = [f"{words} said it was time number {n}." for n, (words, _, _) in enumerate(speakers)]
    paper = Paper("\n".join([*lines, source]), source)
    for n, (words, name, party) in enumerate(speakers):
        paper.says(f"it was time number {n}", speaker=words, name=name, party=party)
    return paper


def people(*papers: Paper) -> dict[str, tuple[str, ...]]:
    view: View = merge([paper.reading for paper in papers])
    return {person.name: person.spellings for party in view.parties for person in party.people}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Andrei Kolov", "Andrey Kolov"),
        ("Ilse Dorn", "Ilze Dorn"),
        ("Dmitri Zelenski", "Dmitriy Zelenskyy"),
        ("President Andrei Kolov", "Andrei Kolov"),
        ("A. Kolov", "Andrei Kolov"),
        ("Andrei Kolov Jr.", "Andrei Kolov"),
    ],
)
def test_two_spellings_are_one_person(one: str, other: str) -> None:
    found = people(said("A", (one, one, "Orland")), said("B", (other, other, "Orland")))
    assert len(found) == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Michael Kolov", "Michelle Kolov"),
        ("Andrei Kolov", "Sergei Kolov"),
        ("Andrei Kolov", "Andrei Kolin"),
        ("A. Kolov", "Sergei Kolov"),
    ],
)
def test_two_people_stay_two(one: str, other: str) -> None:
    found = people(said("A", (one, one, "Orland")), said("B", (other, other, "Orland")))
    assert len(found) == 2


def test_a_family_name_joins_the_one_it_can_belong_to() -> None:
    full = said("A", ("Andrei Kolov", "Andrei Kolov", "Orland"))
    short = said("B", ("Kolov", "Kolov", "Orland"))
    assert people(full, short) == {"Andrei Kolov": ("Andrei Kolov", "Kolov")}


def test_a_family_name_of_two_joins_neither() -> None:
    two = said(
        "A", ("Andrei Kolov", "Andrei Kolov", "Orland"), ("Mira Kolov", "Mira Kolov", "Orland")
    )
    short = said("B", ("Kolov", "Kolov", "Orland"))
    assert len(people(two, short)) == 3


def test_a_family_name_of_another_party_is_another_person() -> None:
    one = said("A", ("Andrei Kolov", "Andrei Kolov", "Orland"))
    other = said("B", ("Kolov", "Kolov", "Tarsia"))
    assert len(people(one, other)) == 2


def test_spellings_are_told_once_and_in_plain_words() -> None:
    view = merge(
        [
            said("A", ("Andrei Kolov", "Andrei Kolov", "Orland")).reading,
            said("B", ("Andrey Kolov", "Andrey Kolov", "Orland")).reading,
            said("C", ("Kolov", "Kolov", "Orland")).reading,
        ]
    )
    assert view.notes == (
        "One person is spelled “Andrei Kolov” in a.txt and “Andrey Kolov” in b.txt.",
    )


def test_a_pronoun_is_no_spelling() -> None:
    found = people(said("A", ("He", "Andrei Kolov", "Orland")))
    assert found == {"Andrei Kolov": ("Andrei Kolov",)}


def test_a_party_known_from_one_report_holds_for_the_other() -> None:
    view = merge(
        [
            said("A", ("Andrei Kolov", "Andrei Kolov", "Orland")).reading,
            said("B", ("Andrei Kolov", "Andrei Kolov", "")).reading,
        ]
    )
    assert {entry.party for entry in view.entries} == {"Orland"}


def test_parties_stand_in_the_order_of_the_reports() -> None:
    view = merge(
        [said("A", ("Tarsia", "Tarsia", "Tarsia"), ("Orland", "Orland", "Orland")).reading]
    )
    assert [party.name for party in view.parties] == ["Tarsia", "Orland"]


def test_a_family_name_of_two_people_joins_neither() -> None:
    full = said("A", ("Ann Roe", "Ann Roe", "Orland"))
    text = "Ann Roe met Paul Roe. Roe said it was late."
    paper = Paper(text, "B")
    paper.says("it was late", speaker="Roe", name="Roe")
    view = merge([full.reading, paper.reading])
    spoken = {p.name for party in view.parties for p in party.people} | {
        p.name for p in view.people
    }
    assert spoken == {"Ann Roe", "Roe"}


def test_one_quotation_is_one_where_a_report_gives_only_a_shared_family_name() -> None:
    quotation = "We came a long way from selling bread at the gate of the mill"
    full = Paper(f"“{quotation},” Ann Roe said.", "A")
    full.says(quotation, speaker="Ann Roe", name="Ann Roe")
    short = Paper(f"Ann Roe met Paul Roe. “{quotation},” Mrs. Roe said.", "B")
    short.says(quotation, speaker="Mrs. Roe", name="Mrs. Roe")
    assert len(merge([full.reading, short.reading]).entries) == 1
