"""Family names with a particle, "De Groot" for Willem de Groot, and those that stand first."""

from __future__ import annotations

import pytest

from firstmove.reading import open_text, read_report


@pytest.mark.parametrize(
    ("full", "short", "name"),
    [
        ("Willem de Groot", "De Groot", "Willem de Groot"),
        ("Willem de Groot", "Mr de Groot", "Willem de Groot"),
        ("Anna von der Linden", "Von der Linden", "Anna von der Linden"),
        ("Jan van den Berg", "Van den Berg", "Jan van den Berg"),
        ("Marie Le Gall", "Le Gall", "Marie Le Gall"),
        ("Luigi Di Marco", "Di Marco", "Luigi Di Marco"),
        ("Omar al-Masri", "Al-Masri", "Omar al-Masri"),
        ("Omar al-Masri", "Masri", "Omar al-Masri"),
    ],
)
def test_who_is_called_by_a_family_name_with_a_particle(full: str, short: str, name: str) -> None:
    text = f"Tarn's minister, {full}, met the unions on Monday. {short} said that talks had failed."
    (statement,) = read_report(open_text(text, name="report")).statements
    assert statement.speaker is not None
    assert (statement.speaker.name, statement.speaker.party) == (name, "Tarn")


def test_a_particle_that_is_a_given_name() -> None:
    text = "Al Gore met Ben Roe. Gore said that talks had failed. Roe said they would go on."
    told = read_report(open_text(text, name="report")).statements
    assert [s.speaker.name for s in told if s.speaker] == ["Al Gore", "Ben Roe"]


@pytest.mark.parametrize(("full", "short"), [("Wang Li", "Wang"), ("Guo Feng", "Guo")])
def test_a_family_name_that_stands_first(full: str, short: str) -> None:
    text = f"Chinese Trade Minister {full} met the unions. {short} said that talks had failed."
    (statement,) = read_report(open_text(text, name="report")).statements
    assert statement.speaker is not None
    assert (statement.speaker.name, statement.speaker.party) == (full, "China")


def test_a_country_that_somebody_is_called_like() -> None:
    text = "Jordan Belfort met the unions. Jordan said that talks had failed."
    (statement,) = read_report(open_text(text, name="report")).statements
    assert statement.speaker is not None
    assert statement.speaker.name == "Jordan"
