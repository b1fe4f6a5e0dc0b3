"""A dateline is in no sentence: who speaks behind it is who speaks, and not the place."""

from __future__ import annotations

import pytest

from firstmove.reading import open_text, read_report

SENTENCE = "The coastal province of Ardel closed the lock on Monday and vowed to keep it closed."


@pytest.mark.parametrize(
    "dateline",
    ["HALM — ", "HALM, May 4 (Coastwire) - ", "Halm, Ardel (Coastwire) – ", "(Coastwire) — "],
)
def test_what_stands_before_the_dash_is_nobody(dateline: str) -> None:
    statements = read_report(open_text(dateline + SENTENCE, name="a.txt")).statements
    assert [s.speaker.party for s in statements if s.speaker is not None] == ["Ardel"]


def test_an_aside_behind_a_name_is_no_dateline() -> None:
    text = "Oskar Lind (Greens) – the third to do so – said he would resign."
    report = read_report(open_text(text, name="a.txt"))
    assert report.statements
    assert all(s.content[0].start > text.index("said") for s in report.statements)
