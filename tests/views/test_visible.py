from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from firstmove.views.visible import one_line, visible


@pytest.mark.parametrize(
    "bad", ["\u202e", "\u2066", "\u200f", "\x1b", "\x00", "\x9b", "\U000e0041"]
)
def test_what_could_hide_words_is_written_out(bad: str) -> None:
    assert visible(f"pay{bad}no") == f"pay⟦U+{ord(bad):04X}⟧no"


def test_plain_text_of_any_script_is_left_alone() -> None:
    text = "“Čau”, מים, ماء, 水 – e\u0301\tx\ny"
    assert visible(text) == text


def test_line_ends_become_one_kind() -> None:
    assert visible("a\r\nb\rc") == "a\nb\nc"
    assert one_line(" a\r\n  b\t c ") == "a b c"


@given(st.text())
def test_no_control_or_direction_character_is_left(text: str) -> None:
    shown = visible(text)
    assert not [c for c in shown if unicodedata.category(c) in ("Cc", "Cs") and c not in "\n\t"]
    assert not [c for c in shown if unicodedata.bidirectional(c) in ("RLO", "LRO", "RLI", "LRI")]
