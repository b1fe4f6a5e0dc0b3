"""The terminal text: goldens that a person can review, 80 columns, no escape codes."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from firstmove.analysis import analyse
from firstmove.ledger.differing.diff import Added, Changed
from firstmove.ledger.entry import Relation
from firstmove.statement import Problem
from firstmove.views import (
    Brief,
    added_terminal,
    ledger_terminal,
    reading_terminal,
    solve_terminal,
    terminal,
)
from tests.views import sample

GOLDEN = Path(__file__).parent / "golden"
ADDED = Added(
    (sample.B.id, sample.C.id),
    (sample.A.id,),
    ("e-open",),
    (Changed("e-shut", Relation.ONLY_ONE, Relation.DIFFER),),
)
ANALYSIS = replace(analyse(sample.CONFLICT), seconds=0.0)


def shown(name: str, *, width: int = 80, colour: bool = False) -> str:
    if name == "brief":
        return terminal(sample.brief(), width=width, colour=colour)
    if name == "reading":
        return reading_terminal(sample.READING, width=width, colour=colour)
    if name == "ledger":
        return ledger_terminal(sample.VIEW, width=width, colour=colour)
    if name == "added":
        return added_terminal(ADDED, sample.VIEW, width=width, colour=colour)
    return solve_terminal(ANALYSIS, 3, width=width, colour=colour)


NAMES = ("brief", "reading", "ledger", "added", "solve")


@pytest.mark.parametrize("name", NAMES)
def test_golden(name: str) -> None:
    """To accept a change: write ``shown(name)`` to the file, and read the difference."""
    assert shown(name) == (GOLDEN / f"{name}.txt").read_text(encoding="utf-8")


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("width", [40, 60, 80, 100])
def test_fits_its_width_without_escape_codes(name: str, width: int) -> None:
    text = shown(name, width=width)
    assert max(map(len, text.split("\n"))) <= width
    assert "\x1b" not in text
    assert text.endswith("\n")


@pytest.mark.parametrize("name", NAMES)
def test_colour_adds_nothing_but_codes(name: str) -> None:
    import re

    plain = re.sub("\x1b\\[[0-9;]*m", "", shown(name, colour=True))
    assert [line.rstrip() for line in plain.split("\n")] == shown(name).split("\n")


def test_what_comes_from_outside_cannot_steer_the_terminal() -> None:
    brief = sample.brief()
    bad = Problem("gone \x1b[2J\x1b]0;x\x07 [bold red]x[/] :smile:", "a\u202eb")
    text = terminal(replace(brief, problems=(bad,)))
    assert "\x1b" not in text
    assert "\u202e" not in text
    assert "[bold red]x[/] :smile:" in text


def test_cut_lists_say_how_much_is_left_out() -> None:
    questions = sample.CONFLICT.open_questions * 5
    drafted = replace(sample.DRAFT, conflict=replace(sample.CONFLICT, open_questions=questions))
    text = terminal(Brief.of(sample.VIEW, drafted, None))
    assert "OPEN QUESTIONS (10)" in text
    assert "and 6 more open questions" in text
