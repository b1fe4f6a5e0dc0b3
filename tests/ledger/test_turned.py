"""A change of position in other words, on pairs written before the rule."""

from __future__ import annotations

import tomllib
from collections.abc import Sequence
from datetime import date
from pathlib import Path

import pytest

from firstmove.ledger import Relation, merge
from firstmove.statement import Kind
from tests.ledger.making import Paper

CHANGES = tomllib.loads(Path(__file__).with_name("changes.toml").read_text(encoding="utf-8"))[
    "change"
]


def told(act: Sequence[str], number: int, speaker: str = "Ruta Halvik") -> Paper:
    kind, words = act
    text = f"{speaker} said {words}. Paper {number}."
    return Paper(text, f"Paper {number}", date(2031, 5, 3 + 15 * number)).says(
        words,
        speaker=speaker,
        party="Kessa",
        kind=Kind(kind.removeprefix("!")),
        negated=kind.startswith("!"),
    )


def changed(before: Paper, after: Paper) -> bool:
    entries = merge([before.reading, after.reading]).entries
    return len(entries) == 2 and {entry.relation for entry in entries} == {Relation.UPDATE}


def half(change: dict[str, object]) -> str:
    return "fresh" if "fresh" in change else "fitted"


@pytest.mark.parametrize(("part", "recall"), [("fitted", 0.5), ("fresh", 0.5)])
def test_changes_told_in_other_words(part: str, recall: float) -> None:
    """No floor may be lowered."""
    counts = {"gold": 0, "found": 0, "both": 0}
    for change in CHANGES:
        if half(change) == part:
            found = changed(told(change["before"], 0), told(change["after"], 1))
            counts["gold"] += change["changed"]
            counts["found"] += found
            counts["both"] += found and change["changed"]
    assert counts["both"] >= 0.85 * counts["found"], counts
    assert counts["both"] >= recall * counts["gold"], counts


def test_of_two_speakers_or_of_one_day_it_is_no_change() -> None:
    no, yes = (
        ("REJECT", "to compensate the families of the miners"),
        (
            "AGREE",
            "payments to the relatives of the dead miners",
        ),
    )
    assert changed(told(no, 0), told(yes, 1))
    assert changed(told(yes, 0), told(no, 1))
    assert not changed(told(no, 0), told(yes, 1, speaker="Piet Amsel"))
    entries = merge([told(no, 0).reading, told(yes, 0).reading]).entries
    assert {entry.relation for entry in entries} == {Relation.ONLY_ONE}
