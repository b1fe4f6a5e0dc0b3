"""Every command and program that the documentation shows runs, and prints what is shown."""

from __future__ import annotations

from pathlib import Path

import pytest
from _pytest.mark import ParameterSet

from tests.docs.blocks import name_of, pages, with_next
from tests.docs.running import Missing, Session, matches

SHOW_ERRORS = ("firstmove ledger nothing.case", "firstmove solve slip.toml")


LONG = ("docs/how-to/share-a-brief.md",)  # two briefs, which the README shows as well


def marked(page: Path) -> ParameterSet:
    name = name_of(page)
    return pytest.param(page, id=name, marks=[pytest.mark.long] if name in LONG else [])


@pytest.mark.parametrize("page", [marked(page) for page in pages()])
def test_examples_run_and_print_what_is_shown(page: Path, tmp_path: Path) -> None:
    session = Session(tmp_path)
    for block, following in with_next(page):
        try:
            for example, got in session.run(block, following):
                if example.command not in SHOW_ERRORS:
                    assert not any(line.startswith("error:") for line in got), got
                shown, real = "\n".join(example.expected), "\n".join(got)
                assert matches(example.expected, got), (
                    f"{name_of(page)}, line {example.line}: {example.command}\n"
                    f"--- the page shows\n{shown}\n--- it prints\n{real}"
                )
        except Missing as missing:
            pytest.skip(f"{name_of(page)}, from line {block.line} on: no {missing} here")


@pytest.mark.parametrize(
    ("expected", "got", "same"),
    [
        (["a", "b"], ["a ", "b", ""], True),
        (["a", "...", "z"], ["a", "b", "c", "z"], True),
        (["a", "...", "z"], ["a", "z"], True),
        (["..."], [], True),
        (["a", "..."], ["b", "a"], False),
        (["a"], ["a", "b"], False),
        ([], ["a"], False),
    ],
)
def test_dots_stand_for_any_lines(expected: list[str], got: list[str], same: bool) -> None:
    assert matches(expected, got) is same
