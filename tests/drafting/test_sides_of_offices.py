"""Whose side a speaker is on who is told by office, by owner or as a group, over the reports."""

from __future__ import annotations

import pytest

from firstmove.drafting.acts.sides import Sides
from firstmove.ledger import merge
from firstmove.reading import open_text, read_report


def sides(*texts: str) -> Sides:
    return Sides(merge([read_report(open_text(t, name=f"{n}.txt")) for n, t in enumerate(texts)]))


FIRST = (
    "Norland's trade secretary rejected a levy on Monday. Sudmark urged Norland to wait. "
    "Sudmark's deputy foreign minister demanded talks."
)


@pytest.mark.parametrize(
    ("name", "side"),
    [
        ("the trade secretary", "Norland"),
        ("a spokesman for the trade secretary", "Norland"),
        ("the deputy foreign minister", "Sudmark"),
        ("the foreign minister", ""),  # another office
        ("the secretary", ""),  # many are
    ],
)
def test_an_office_that_one_report_places_is_of_that_side(name: str, side: str) -> None:
    told = sides(FIRST, "The trade secretary said on Friday that Norland would not pay.")
    assert told.of("", name) == side


def test_an_office_of_two_sides_is_of_none() -> None:
    told = sides(FIRST + " Sudmark's trade secretary promised to pay.")
    assert told.of("", "the trade secretary") == ""


@pytest.mark.parametrize(
    ("name", "side"),
    [
        ("the trust's chief executive", "Ashby Hospital Trust"),
        ("every member of the Porters' Union", "Porters' Union"),
        ("members of the Porters' Union", "Porters' Union"),
        ("a member of the Porters' Union", ""),
        ("residents", "Quay Residents"),
        ("their union", "Porters' Union"),
    ],
)
def test_who_speaks_for_a_body_is_on_its_side(name: str, side: str) -> None:
    told = sides(
        "Ashby Hospital Trust offered porters more pay. The Porters' Union rejected the offer. "
        "Quay Residents urged both to talk."
    )
    assert told.of("", name) == side
