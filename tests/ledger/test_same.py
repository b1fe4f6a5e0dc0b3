"""Whose words, and the same words: offices, people of no party, quotations, counts, copies."""

from __future__ import annotations

from dataclasses import replace

import pytest

from firstmove.drafting.acts.sides import Sides
from firstmove.ledger import Relation, merge
from firstmove.ledger.words import tokens
from firstmove.statement import Figure, Kind, Quotation
from tests.ledger.making import Paper


def test_an_office_and_its_one_holder_are_one_person() -> None:
    one = Paper("The prime minister of Orland said the port would stay shut.", "One").says(
        "the port would stay shut", speaker="The prime minister of Orland", party="Orland"
    )
    two = Paper("Orland’s prime minister, Runa Felt, said the port would stay shut.", "Two").says(
        "the port would stay shut",
        speaker="Orland’s prime minister, Runa Felt",
        name="Runa Felt",
        party="",
    )
    view = merge([one.reading, two.reading])
    (entry,) = view.entries
    assert (entry.speaker, entry.party) == ("Runa Felt", "Orland")
    assert [p.name for party in view.parties for p in party.people] == ["Runa Felt"]


def test_a_former_holder_is_not_the_office() -> None:
    one = Paper("The mayor of Orland said the port would stay shut.", "One").says(
        "the port would stay shut", speaker="The mayor of Orland", party="Orland"
    )
    two = Paper("Former Orland Mayor Runa Felt said the port would stay shut.", "Two").says(
        "the port would stay shut",
        speaker="Former Orland Mayor Runa Felt",
        name="Runa Felt",
        party="Orland",
    )
    (party,) = merge([one.reading, two.reading]).parties
    assert [p.name for p in party.people] == ["The mayor of Orland", "Runa Felt"]


def test_people_of_no_party_have_one_name() -> None:
    one = Paper("Runa J. Felt said the port would stay shut.", "One").says(
        "the port would stay shut", speaker="Runa J. Felt"
    )
    two = Paper("Sen. Felt said the port would stay shut.", "Two").says(
        "the port would stay shut", speaker="Sen. Felt", name="Felt"
    )
    view = merge([one.reading, two.reading])
    assert [person.name for person in view.people] == ["Runa J. Felt"]
    assert {entry.speaker for entry in view.entries} == {"Runa J. Felt"}
    assert Sides(view).of("", "Felt") == "Runa J. Felt"


def test_two_quotations_on_one_topic_stay_two() -> None:
    one = Paper("“And I think that is a hollow promise,” Runa Felt said.", "One").says(
        "And I think that is a hollow promise,", speaker="Runa Felt", kind=Kind.ASSESS
    )
    two = Paper("“It is about a hollow promise, a hollow law,” Runa Felt said.", "Two").says(
        "It is about a hollow promise, a hollow law,", speaker="Runa Felt", kind=Kind.ASSESS
    )
    assert len(merge([one.reading, two.reading]).entries) == 2


def test_one_quotation_is_one_whatever_its_kind_is_read_as() -> None:
    words = "His plan is hollow"
    papers = [
        Paper(f"“{words},” Runa Felt said.", "One").says(
            words, speaker="Runa Felt", kind=Kind.ACCUSE
        ),
        Paper(f"“{words} and must go,” Runa Felt said.", "Two").says(
            f"{words} and must go", speaker="Runa Felt", kind=Kind.REQUEST
        ),
    ]
    assert len(merge([paper.reading for paper in papers]).entries) == 1


def test_two_counts_are_told_side_by_side() -> None:
    papers = []
    for source, number in (("One", "4,000"), ("Two", "2,500")):
        text = f"{source} office said that {number} farmers had lost the spring barley crop."
        paper = Paper(text, source).says(
            f"that {number} farmers had lost the spring barley crop",
            speaker=f"{source} office",
            party="Orland",
            kind=Kind.ASSESS,
        )
        value = float(number.replace(",", ""))
        paper.figures.append(Figure(paper.at(f"{number} farmers"), value, value, "farmers"))
        papers.append(paper)
    view = merge([paper.reading for paper in papers])
    for entry in view.entries:
        assert entry.relation is Relation.DIFFER
        (difference,) = entry.differences
        assert difference.field == "number"
        assert [s.span.quote for s in difference.sides] == ["4,000 farmers", "2,500 farmers"]


def test_prints_of_one_text_are_one_origin() -> None:
    body = "\n".join(
        f"In street number {n} of the old harbour town a {thing} stood open until late at night."
        for n, thing in enumerate("bakery chapel school garage cellar".split())
    )
    papers = [
        Paper(f"Runa Felt said the port would stay shut.\n{body}\n{source}", source).says(
            "the port would stay shut", speaker="Runa Felt", party="Orland"
        )
        for source in ("One", "Two")
    ]
    (entry,) = merge([paper.reading for paper in papers]).entries
    assert (entry.relation, entry.witnesses, len(entry.reports)) == (Relation.ONLY_ONE, 1, 2)


def test_no_empty_word() -> None:
    assert tokens("N’T didn’t") == ["not", "did", "not"]


def quoted_by(
    speaker: str, words: str, source: str, party: str = "", kind: Kind = Kind.STATE
) -> Paper:
    return Paper(f"“{words},” {speaker} said. {source}.", source).says(
        f"{words},", speaker=speaker, party=party, kind=kind
    )


LONG = "Nobody on this quay will load another crate until the old pay scale is back"


def test_one_quotation_of_a_named_and_an_unnamed_speaker_is_one_entry() -> None:
    one = quoted_by("a negotiator", LONG, "One", "Dockers")
    two = quoted_by("Runa Felt", LONG, "Two")
    (entry,) = merge([one.reading, two.reading]).entries
    assert (entry.speaker, entry.party, entry.relation) == (
        "Runa Felt",
        "Dockers",
        Relation.AGREE,
    )


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("the Orland governor", "Runa Felt"),  # told by an office with a name in it
        ("Mrs. Felt", "Runa Felt"),
        ("Runa Félt", "Runa Felt"),
        ("Vincente Felt", "Vicente Felt"),
    ],
)
def test_one_quotation_of_somebody_told_in_two_ways_is_one_entry(one: str, two: str) -> None:
    papers = [quoted_by(one, LONG, "One"), quoted_by(two, LONG, "Two")]
    (entry,) = merge([paper.reading for paper in papers]).entries
    assert len(entry.reports) == 2


def test_one_quotation_of_two_of_a_family_stays_two() -> None:
    papers = [quoted_by("Bo Felt", LONG, "One"), quoted_by("Runa Felt", LONG, "Two")]
    assert len(merge([paper.reading for paper in papers]).entries) == 2


def test_one_quotation_of_two_parties_or_two_people_stays_two() -> None:
    one = quoted_by("a negotiator", LONG, "One", "Dockers")
    two = quoted_by("Runa Felt", LONG, "Two", "Port")
    assert len(merge([one.reading, two.reading]).entries) == 2
    one = quoted_by("Bo Lind", LONG, "One")
    two = quoted_by("Runa Felt", LONG, "Two")
    assert len(merge([one.reading, two.reading]).entries) == 2


def test_a_commonplace_of_an_unnamed_speaker_stays_apart() -> None:
    one = quoted_by("an official", "We will see what happens", "One")
    two = quoted_by("Runa Felt", "We will see what happens", "Two")
    assert len(merge([one.reading, two.reading]).entries) == 2


def test_a_sentence_in_two_translations_is_one_whatever_its_kind() -> None:
    one = quoted_by(
        "Runa Felt", "A free port does not swap cranes for promises", "One", kind=Kind.ASSESS
    )
    two = quoted_by("Runa Felt", "We do not swap cranes for promises", "Two", kind=Kind.REJECT)
    (entry,) = merge([one.reading, two.reading]).entries
    assert len(entry.statements) == 2


def test_without_talks_is_no_denial() -> None:
    one = Paper("Runa Felt said the port would open its new pier in June.", "One").says(
        "the port would open its new pier in June", speaker="Runa Felt"
    )
    two = Paper("Runa Felt said the port would open its new pier without a permit.", "Two").says(
        "the port would open its new pier without a permit", speaker="Runa Felt"
    )
    entries = merge([one.reading, two.reading]).entries
    assert all(not any(d.field == "stance" for d in e.differences) for e in entries)


def test_an_offer_on_one_condition_is_one_whatever_its_kind() -> None:
    words = "the province would pay for a survey of the pier if both crews halt work"
    one = Paper(f"Runa Felt offered that {words}. One.", "One").says(
        words,
        speaker="Runa Felt",
        cue="offered",
        kind=Kind.AGREE,
        condition="if both crews halt work",
    )
    other = "the province would fund a survey of the pier if both crews stop work"
    two = Paper(f"Runa Felt said {other}. Two.", "Two").says(
        other, speaker="Runa Felt", kind=Kind.ASSESS, condition="if both crews stop work"
    )
    (entry,) = merge([one.reading, two.reading]).entries
    assert len(entry.statements) == 2
    elsewhere = "the province would fund a survey of the pier if the bank lends"
    three = Paper(f"Runa Felt said {elsewhere}. Two.", "Two").says(
        elsewhere, speaker="Runa Felt", kind=Kind.ASSESS, condition="if the bank lends"
    )
    assert len(merge([one.reading, three.reading]).entries) == 2


def test_a_paraphrase_that_quotes_other_words_does_not_introduce_a_quotation() -> None:
    def entries(quotation: Quotation) -> int:
        said, quoted = "Dorn, his rival in the race, a Reed “half-owner”", "he’s the owner of Reed"
        paper = Paper(f"Runa Felt said {said}. “No, I meant {quoted}. I do.”", "One")
        paper.says(said, speaker="Runa Felt")
        paper.says(f"No, I meant {quoted}. I do.", speaker="Runa Felt")
        paper.statements[0] = replace(paper.statements[0], quotation=quotation)
        return len(merge([paper.reading]).entries)

    assert (entries(Quotation.INDIRECT), entries(Quotation.MIXED)) == (1, 2)


@pytest.mark.parametrize(
    ("speaker", "other", "one_report", "entries"),
    [
        # Two of one side in one report are two; the side itself may be told by its speaker.
        ("Reed lawmakers", "Odo Brask", True, 2),
        ("Reed", "Odo Brask", True, 1),
        # "People" of one report are not those of another.
        ("people", "people", False, 2),
        ("the letter", "the letter", False, 1),
    ],
)
def test_who_may_be_the_same(speaker: str, other: str, one_report: bool, entries: int) -> None:
    first = "the harbour board was trying to change the report for reasons of its own"
    second = "the harbour board had been trying to change the report for its own reasons"
    party = "Reed" if one_report else ""
    one = Paper(f"{speaker} said {first}." + f" {other} said {second}." * one_report, "One")
    two = Paper(f"{other} said {second}.", "Two")
    one.says(first, speaker=speaker, party=party)
    (one if one_report else two).says(second, speaker=other, party=party)
    readings = [one.reading] if one_report else [one.reading, two.reading]
    assert len(merge(readings).entries) == entries
