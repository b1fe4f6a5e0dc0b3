"""The sheet of terminal text: nothing is lost, nothing is wider than the terminal."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from firstmove.views.console import Sheet, columns, wrapped

TEXT = st.text(st.sampled_from("ab, é…—“\u0301漢字ｗ🤝 "), max_size=120)
STYLES = st.sampled_from(("", "bold", "dim", "italic", "bold underline"))


@given(TEXT, st.integers(2, 60))
def test_lines_hold_every_letter_and_fit(text: str, width: int) -> None:
    lines = wrapped(text, width)
    assert "".join("".join(lines).split()) == "".join(text.split())
    assert all(columns(line) <= width for line in lines)


@given(TEXT, st.integers(10, 60))
def test_a_word_is_only_cut_where_it_is_longer_than_a_line(text: str, width: int) -> None:
    short = [word for word in text.split() if columns(word) <= width]
    assert set(short) <= {word for line in wrapped(text, width) for word in line.split()}


@given(TEXT, TEXT, STYLES, st.integers(20, 100), st.sampled_from((0, 2, 4, 6)), st.booleans())
def test_colour_changes_nothing_but_colour(
    mark: str, text: str, style: str, width: int, indent: int, wide: bool
) -> None:
    told = []
    for colour in (False, True):
        sheet = Sheet(width, colour)
        sheet.heading("Of the talks")
        sheet.item(mark[:4], text, indent=indent, style=style, wide=wide)
        sheet.line(text, indent=indent, style=style)
        sheet.more(3, "things")
        told.append(sheet.text())
    plain = re.sub(r"\x1b\[[\d;]*m", "", told[1])
    assert [line.rstrip() for line in plain.split("\n")] == told[0].split("\n")
    assert all(columns(line) <= width for line in told[0].split("\n"))


def test_an_item_hangs_to_the_right_of_its_mark() -> None:
    sheet = Sheet(30, colour=False)
    sheet.item("7", "The council of Marrin will vote on the toll", indent=2, wide=True)
    assert sheet.text().split("\n") == [
        "  7   The council of Marrin",
        "      will vote on the toll",
        "",
    ]


def test_a_mark_as_wide_as_the_line_stands_above() -> None:
    sheet = Sheet(30, colour=False)
    sheet.item("1, 2, 3, 4, 5, 6, 7, 8 and 9", "on the date", wide=True)
    assert sheet.text() == "1, 2, 3, 4, 5, 6, 7, 8 and 9\non the date\n"


@pytest.mark.parametrize("word", ["https://example.org/" + "a" * 60, "漢字" * 30])
def test_a_word_longer_than_the_line_goes_on_in_the_next(word: str) -> None:
    sheet = Sheet(40, colour=False)
    sheet.item("A", f"see {word} there")
    text = sheet.text()
    assert word in "".join(text.split())
    assert all(columns(line) <= 40 for line in text.split("\n"))


def test_the_reports_cannot_steer_the_terminal() -> None:
    sheet = Sheet(60, colour=True)
    sheet.item("\x1b[2J", "no \x1b]0;title\x07 here \u202eback")
    assert "\x1b]" not in sheet.text()
    assert "\x1b[2J" not in sheet.text()
    assert "⟦U+202E⟧" in sheet.text()


@given(st.text(max_size=20))
def test_columns_are_those_of_a_terminal(text: str) -> None:
    assert columns(text) == cell_len(text)


def test_wide_letters_and_marks_over_letters_do_not_even_out() -> None:
    text = "漢漢漢漢漢 " + "e\u0301" * 5  # as many columns as characters, on the whole
    assert wrapped(text, 9) == ["漢漢漢漢", "漢 " + "e\u0301" * 5]
