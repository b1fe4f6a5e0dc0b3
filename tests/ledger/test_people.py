"""Who is who: one person in many spellings, and never two people in one."""

from __future__ import annotations

from dataclasses import replace

import pytest

from firstmove.ledger import View, merge
from firstmove.statement import Kind
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
        ("Omar Abdel-Hadi", "Omar Abdelhadi"),
        ("Omar al-Harun", "Omar Harun"),
        ("Willem de Groot", "De Groot"),
        ("Anna von der Linden", "Von der Linden"),
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


def test_who_is_a_side_alone_in_one_report_is_so_in_all() -> None:
    """A candidate's own side is kept where another report tells only of what party he is."""
    one = Paper("Aldo Renn said it was late. He said it was cold.", "A")
    one.says("it was late", speaker="Aldo Renn", name="Aldo Renn", party="Aldo Renn")
    one.says("it was cold", speaker="He", name="Aldo Renn", party="Aldo Renn")
    other = said("B", ("Aldo Renn", "Aldo Renn", "Green Party"), ("Renn", "Renn", ""))
    view = merge([one.reading, other.reading])
    (party,) = view.parties
    assert (party.name, [p.name for p in party.people]) == ("Aldo Renn", ["Aldo Renn"])
    assert view.people == ()


def test_a_side_alone_does_not_bear_the_name_of_who_speaks_for_it() -> None:
    paper = Paper(
        "Aldo Renn said it was late. He said it was cold. Mira Kolov, for Renn, said it was dark.",
        "A",
    )
    paper.says("it was late", speaker="Aldo Renn", name="Aldo Renn", party="Aldo Renn")
    paper.says("it was cold", speaker="He", name="Aldo Renn", party="Aldo Renn")
    paper.says("it was dark", speaker="Mira Kolov", name="Mira Kolov", party="Aldo Renn")
    view = merge([paper.reading])
    assert {entry.party for entry in view.entries} == {"Aldo Renn"}
    (party,) = view.parties
    assert {person.name for person in party.people} == {"Aldo Renn", "Mira Kolov"}


def test_a_side_alone_is_one_in_two_spellings_also_where_others_speak_for_it() -> None:
    one = Paper("Aldo T. Renn said it was late. He said it was cold.", "A")
    one.says("it was late", speaker="Aldo T. Renn", name="Aldo T. Renn", party="Aldo T. Renn")
    one.says("it was cold", speaker="He", name="Aldo T. Renn", party="Aldo T. Renn")
    other = Paper("Renn said it was dark. Mira Kolov, for Renn, said it was wet.", "B")
    other.says("it was dark", speaker="Renn", name="Aldo Renn", party="Aldo Renn")
    other.says("it was wet", speaker="Mira Kolov", name="Mira Kolov", party="Aldo Renn")
    view = merge([one.reading, other.reading])
    assert {entry.party for entry in view.entries} == {"Aldo T. Renn"}


@pytest.mark.parametrize(("kind", "parties"), [(Kind.ACCUSE, 2), (Kind.SUPPORT, 1)])
def test_members_of_one_party_who_stand_against_each_other_are_two_sides(
    kind: Kind, parties: int
) -> None:
    paper = Paper("Aldo Renn spoke of Mira Kolov: it was late. Kolov said it was cold.", "A")
    paper.says(
        "it was late",
        speaker="Aldo Renn",
        name="Aldo Renn",
        party="Green Party",
        cue="spoke of",
        kind=kind,
        target="Mira Kolov",
        target_party="Green Party",
    )
    paper.says("it was cold", speaker="Kolov", name="Mira Kolov", party="Green Party")
    assert len({e.party for e in merge([paper.reading]).entries}) == parties


def test_members_of_a_government_stay_its_side_when_they_quarrel() -> None:
    paper = Paper("Aldo Renn accused Mira Kolov: it was late.", "A")
    paper.says(
        "it was late",
        speaker="Aldo Renn",
        name="Aldo Renn",
        party="Orland",
        cue="accused",
        kind=Kind.ACCUSE,
        target="Mira Kolov",
        target_party="Orland",
    )
    assert {e.party for e in merge([paper.reading]).entries} == {"Orland"}


def test_a_firm_of_two_words_is_no_person() -> None:
    paper = said("A", ("Norvik Rail", "Norvik Rail", "Norvik Rail"), ("Rail", "Norvik Rail", ""))
    assert people(paper) == {}


@pytest.mark.parametrize(
    ("one", "other", "count"),
    [
        ("Foreign Minister Omar Hadawi", "Orland’s foreign minister, Omar Hidaawy,", 1),
        ("Foreign Minister Omar Hadawi", "Orland’s water minister, Omar Hidaawy,", 2),
        ("Foreign Minister Omar Hadawi", "Orland’s foreign minister, Emir Hidaawy,", 2),
        ("Foreign Minister Omar Hadawi", "Orland’s foreign minister, Omar Brenner,", 2),
    ],
)
def test_nearly_one_name_in_one_office_is_one_person(one: str, other: str, count: int) -> None:
    papers = [
        said(source, (words, " ".join(words.strip(",").split()[-2:]), "Orland"))
        for source, words in (("A", one), ("B", other))
    ]
    assert len(people(*papers)) == count
    notes = merge([paper.reading for paper in papers]).notes
    assert any("One person is spelled" in note for note in notes) is (count == 1)


def called(text: str, source: str, quote: str, party: str, speaker: str, name: str = "") -> Paper:
    """A paper whose speaker's party is told by the words ``quote``."""
    paper = Paper(text, source).says(
        "the mill stays", speaker=speaker, name=name or speaker, party=party
    )
    (statement,) = paper.statements
    assert statement.speaker is not None
    mention = replace(statement.speaker, party_span=paper.at(quote))
    paper.statements[:] = [replace(statement, speaker=mention)]
    return paper


def test_the_short_name_of_a_body_is_that_of_the_full_one() -> None:
    one = called("Ana Holt of Orrin said the mill stays.", "A", "Orrin", "Orrin Steel", "Ana Holt")
    other = called("Bo Lind of Orrin said the mill stays.", "B", "Orrin", "Orrin", "Bo Lind")
    assert [p.name for p in merge([one.reading, other.reading]).parties] == ["Orrin Steel"]
    # Where no report calls the long one by the short name, they are two.
    full = called(
        "Ana Holt of Orrin Steel said the mill stays.",
        "A",
        "Orrin Steel",
        "Orrin Steel",
        "Ana Holt",
    )
    assert len(merge([full.reading, other.reading]).parties) == 2


def test_a_family_name_told_as_a_side_is_the_person_of_that_name() -> None:
    full = called("Ana Holt of Orrin said the mill stays.", "A", "Orrin", "Orrin", "Ana Holt")
    quote = "Holt, the chief of the mill"
    alone = called(f"{quote}, said the mill stays.", "B", "Holt", "Holt", quote, "Holt")
    view = merge([full.reading, alone.reading])
    assert [(party.name, len(party.people)) for party in view.parties] == [("Orrin", 1)]
    assert len(merge([alone.reading]).parties) == 1


@pytest.mark.parametrize(
    ("short", "full", "parties"),
    [
        ("CRS", "Coastal Rescue Service", 1),
        ("C.R.S.", "Coastal Rescue Service", 1),
        ("C.R.S.", "CRS", 1),
        ("CR", "Coastal Rescue", 2),  # of two letters there are too many
        ("CRS", "Coastal River Union", 2),
    ],
)
def test_initials_are_the_party_that_another_report_spells_out(
    short: str, full: str, parties: int
) -> None:
    one = said("A", ("Ana Holt", "Ana Holt", full), ("Mira Kolov", "Mira Kolov", full))
    other = said("B", ("Odo Brask", "Odo Brask", short), ("Jan Poe", "Jan Poe", short))
    assert len(merge([one.reading, other.reading]).parties) == parties


def test_initials_of_two_parties_are_neither() -> None:
    one = said("A", ("Ana Holt", "Ana Holt", "Coastal Rescue Service"))
    other = said("B", ("Jan Poe", "Jan Poe", "City Rail Syndicate"))
    short = said("C", ("Odo Brask", "Odo Brask", "CRS"))
    assert len(merge([one.reading, other.reading, short.reading]).parties) == 3
