"""Acts: who would do what, in the shortest words, out of real sentences."""

from __future__ import annotations

import pytest

from firstmove.statement import ActPlace, Kind, Reading
from tests.reading.readers import on_the_ferry as read


def labels(reading: Reading, place: ActPlace = ActPlace.CONTENT) -> set[str]:
    return {a.label for s in reading.statements for a in s.acts if a.place is place}


@pytest.mark.parametrize(
    ("sentence", "label"),
    [
        ("Norland demanded that Sudmark reopen the port to save the season.", "reopen the port"),
        ("Sudmark refused to sign the treaty.", "sign the treaty"),
        ("Norland rejected the idea of a temporary truce.", "a temporary truce"),
        ("Norland has offered to host a meeting.", "host a meeting"),
        ("Norland rejected the counter-offer of 4 percent.", "the counter-offer of 4 percent"),
        ("The union called for the release of the sailors.", "the release of the sailors"),
        ("“A shared fleet is a dead end,” Norland’s Premier Ada Brand said.", "a shared fleet"),
    ],
)  # fmt: skip
def test_label_is_the_shortest_words(sentence: str, label: str) -> None:
    assert label in labels(read(sentence))


def test_purpose_stays_out_of_the_label() -> None:
    found = labels(read("Norland demanded that Sudmark reopen the harbour to save the season."))
    assert not any("season" in label for label in found)


def test_the_demanded_act_is_the_others() -> None:
    reading = read("Norland demanded that Sudmark reopen the harbour.")
    (act,) = (a for s in reading.statements for a in s.acts)
    assert act.actor is not None
    assert act.actor.party == "Sudmark"


def test_they_is_never_the_speaker() -> None:
    reading = read("“They must make the first move,” Norland’s Prime Minister Ada Brand said.")
    for act in (a for s in reading.statements for a in s.acts):
        assert act.actor is None or act.actor.party != "Norland"


def test_an_act_of_the_condition_is_told_apart() -> None:
    reading = read("Norland said it would lift the toll if Sudmark reopened the harbour.")
    assert labels(reading) == {"lift the toll"}
    assert labels(reading, ActPlace.CONDITION) == {"reopen the harbour"}


def test_refused_act_is_negated_when_the_clause_is() -> None:
    reading = read("Sudmark said that it would not open the harbour.")
    (act,) = (a for s in reading.statements for a in s.acts)
    assert act.negated
    assert act.label == "open the harbour"


def test_a_thing_without_an_act_is_none() -> None:
    assert labels(read("Norland welcomed the offer.")) == set()
    assert labels(read("Norland said Sudmark should do the right thing.")) == set()
    assert labels(read("Norland said Sudmark should heed its advice.")) == set()


def test_spans_hold_the_words() -> None:
    reading = read("Norland demanded that Sudmark reopen the harbour and release the sailors.")
    for act in (a for s in reading.statements for a in s.acts):
        assert reading.report.text[act.span.start : act.span.end] == act.span.quote


def test_unknowns_are_the_outlets_own_and_verbatim() -> None:
    reading = read("It is not clear whether Sudmark would send a delegation.")
    assert [u.quote for u in reading.unknowns] == [
        "It is not clear whether Sudmark would send a delegation."
    ]


def test_a_speakers_not_knowing_is_no_unknown_of_the_outlet() -> None:
    reading = read("“It is unclear whether Sudmark will pay,” minister Ada Brand of Norland said.")
    assert reading.unknowns == ()


def test_a_silence_is_no_refusal_and_names_no_act() -> None:
    reading = read("Sudmark’s minister declined to say whether Sudmark would close the port.")
    assert [s.kind for s in reading.statements] in ([], [Kind.STATE])
    assert not labels(reading)
