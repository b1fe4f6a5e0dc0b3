"""What others take somebody to do is not what somebody says, nor what who reports it would do."""

from __future__ import annotations

from firstmove.reading import open_text, read_report
from firstmove.statement import Kind, Reading


def reading(text: str) -> Reading:
    return read_report(open_text(f"The lock\n\n{text}"))


def test_who_is_expected_to_act_says_nothing() -> None:
    for told in (
        "Mayor Ilse Dorn is expected to announce a decision on Monday.",
        "The union is believed to favour a compromise.",
        "Mayor Ilse Dorn is not on board and is not expected to sign the deal.",
    ):
        speakers = [s.speaker.name for s in reading(told).statements if s.speaker is not None]
        assert speakers == []


def test_a_forecast_of_another_is_not_the_own_act_of_who_reports_it() -> None:
    told = "The Northgate Tribune reported that Holm is likely to turn himself in on Monday."
    actors = [a.actor.name for s in reading(told).statements for a in s.acts if a.actor is not None]
    assert "Northgate Tribune" not in actors


def test_what_was_not_done_is_no_stance() -> None:
    told = "The harbour master, Ilse Dorn, said she did not send the letters to the union."
    assert [a.stance for s in reading(told).statements for a in s.acts if a.stance] == []


def test_who_pushes_back_refuses() -> None:
    told = "The union pushed back on the offer of a bonus."
    assert [s.kind for s in reading(told).statements] == [Kind.REJECT]
