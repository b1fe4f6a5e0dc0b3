"""What the outlet itself tells as done."""

from __future__ import annotations

import pytest

from firstmove.reading import open_text, read_report
from firstmove.statement import UNSURE_BELOW, Event, Kind, Reading

HEAD = "Trouble at the border\n\nCALDER — "


def read(text: str) -> Reading:
    return read_report(open_text(HEAD + text + "\n", name="test"))


def told(text: str) -> list[tuple[Kind, str, str]]:
    return [
        (e.kind, e.actor.span.quote, e.recipient.span.quote if e.recipient else "")
        for e in read(text).events
    ]


@pytest.mark.parametrize(
    ("sentence", "kind", "actor", "recipient"),
    [
        ("Veldian troops shelled the town of Calder on Tuesday.", Kind.ASSAULT,
         "Veldian troops", "the town of Calder"),
        ("Veldia expelled two Ostmark diplomats in March.", Kind.SANCTION,
         "Veldia", "two Ostmark diplomats"),
        ("The United Nations sent 40 trucks of flour to Ostmark.", Kind.AID,
         "The United Nations", "Ostmark"),
        ("Teachers walked out across the province.", Kind.PROTEST, "Teachers", ""),
        ("Veldia released two Ostmark engineers.", Kind.RETREAT, "Veldia",
         "two Ostmark engineers"),
        ("Veldia moved two brigades to the river.", Kind.MOBILIZE, "Veldia", ""),
        ("The Veldian army has withdrawn from the pass.", Kind.RETREAT, "The Veldian army", ""),
    ],
)  # fmt: skip
def test_doer_deed_and_recipient(sentence: str, kind: Kind, actor: str, recipient: str) -> None:
    assert told(sentence) == [(kind, actor, recipient)]


@pytest.mark.parametrize(
    "sentence",
    [
        "Veldia did not withdraw its troops from the valley.",
        "Veldia may expel the diplomats.",
        "Veldia will bomb the harbour.",
        "Veldia has reportedly bombed the harbour.",
        "Was Calder attacked by Veldia?",
        "Veldian aircraft bombed a refinery overnight, Prime Minister Jon Brandt said.",
        "Prime Minister Jon Brandt said Veldian aircraft had bombed a refinery.",
        "“Veldian aircraft bombed a refinery,” said Prime Minister Jon Brandt.",
        "Veldia has 400 tanks.",
        "Veldian rebels tried to storm the harbour.",
        "Veldia planned to withdraw its troops.",
        "Prime Minister Jon Brandt was born in Calder.",
        "It was not known whether Veldia had bombed the harbour.",
        "If Veldia bombs the harbour, shipping stops.",
    ],
)
def test_what_is_not_told_as_done_is_no_event(sentence: str) -> None:
    assert told(sentence) == []


def test_an_event_has_the_date_of_its_clause() -> None:
    (event,) = read("Veldian troops shelled the town of Calder on Tuesday.").events
    assert event.when is not None
    assert event.when.span.quote == "Tuesday"


def test_places_and_sureness() -> None:
    reading = read(
        "Veldian troops shelled the town of Calder on Tuesday. Ostmark's premier, Jon Brandt, met "
        "the Veldian foreign minister, Ana Torv, in Aster. “We fired back,” said Brandt."
    )
    assert len(reading.events) >= 2
    text = reading.report.text
    for event in reading.events:
        assert isinstance(event, Event)
        assert event.kind.is_plover
        assert UNSURE_BELOW <= event.probability <= 1
        for span in (event.span, event.verb, event.actor.span):
            assert text[span.start : span.end] == span.quote
        assert event.span.start <= event.verb.start < event.span.end
    starts = [e.span.start for e in reading.events]
    assert starts == sorted(starts)


def test_what_is_said_is_told_once() -> None:
    reading = read("Veldia rejected the offer on Monday. Veldia accused Ostmark of lying.")
    cues = {c.start for s in reading.statements for c in s.cue}
    assert not cues & {e.verb.start for e in reading.events}
