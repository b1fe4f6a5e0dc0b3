"""A dateline is in no sentence: who speaks behind it is who speaks, and not the place."""

from __future__ import annotations

import pytest

from firstmove.reading import open_text, read_report

SENTENCE = "The coastal province of Ardel closed the lock on Monday and vowed to keep it closed."


@pytest.mark.parametrize(
    "dateline",
    [
        "HALM — ",
        "HALM, May 4 (Coastwire) - ",
        "ST. ORVE, Ardel, Nov. 18 (Coast News Agency) - ",
        "PORT-À-LUC, Tuesday, 18 Nov (Agence Lune) -- ",
        "Halm, Ardel, May 4, 2031 (Coastwire) — ",
        "Halm, 4 May – ",
        "Halm, Ardel (Coastwire) – ",
        "(Coastwire) — ",
    ],
)
def test_what_stands_before_the_dash_is_nobody(dateline: str) -> None:
    statements = read_report(open_text(dateline + SENTENCE, name="a.txt")).statements
    assert [s.speaker.party for s in statements if s.speaker is not None] == ["Ardel"]


def test_an_aside_behind_a_name_is_no_dateline() -> None:
    text = "Oskar Lind (Greens) – the third to do so – said he would resign."
    report = read_report(open_text(text, name="a.txt"))
    assert report.statements
    assert all(s.content[0].start > text.index("said") for s in report.statements)


@pytest.mark.parametrize(
    "told",
    [
        "NATO, the alliance – Albania among them – said it would stay.",
        "IBM – Ardel's largest supplier – said it would leave.",
        "The FAO (Food Agency) - Ardel's partner - said it would leave.",
        "HMS Halm – Ardel's newest frigate – will sail, the navy said.",
    ],
)
def test_what_two_dashes_hold_makes_no_dateline(told: str) -> None:
    report = read_report(open_text(told + "\n\nIt rained on Monday.", name="a.txt"))
    assert report.sentences[0][0] == 0


def test_the_day_and_the_place_of_an_unknown_agency() -> None:
    report = open_text("HALM, Ardel, May 4, 2031 (Coastwire) - " + SENTENCE, name="a.txt")
    assert str(report.published) == "2031-05-04"
