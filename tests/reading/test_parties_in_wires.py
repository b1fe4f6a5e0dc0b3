"""Whose side speakers are on in the short reports of wires: names alone, offices, members."""

from __future__ import annotations

import pytest

from tests.reading.test_told_elsewhere import party

SAID = " said that the talks had failed."


@pytest.mark.parametrize(
    ("text", "words", "wanted"),
    [
        # firms whose names look like people's
        (f"Marlow Tin said it would reopen the pit. Chief executive Cosmo Dell{SAID}",
         "Cosmo Dell", "Marlow Tin"),
        (f"Corder Living, the managing agent,{SAID} A manager at Corder Living left.",
         "Corder Living, the managing agent,", "Corder Living"),
        # people of whom the entity tagger knows nothing, by the office behind the name
        (f"Emil Darrow, Norhaven’s finance minister,{SAID}", "Emil Darrow", "Norhaven"),
        ("Emil Darrow, Norhaven’s finance minister, left. Darrow asked them to wait.", "Darrow",
         "Norhaven"),
        ("Spanish Interior Minister Inés Carvajal left. Carvajal will travel on Friday.",
         "Carvajal", "Spain"),
    ],
)  # fmt: skip
def test_parties(text: str, words: str, wanted: str) -> None:
    assert party(text, words) == wanted
