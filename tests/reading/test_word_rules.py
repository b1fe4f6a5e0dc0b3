"""The table of attribute rules sets what spaCy's own attribute ruler sets."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from firstmove.reading.parsing.language import nlp
from firstmove.reading.parsing.word_rules import WordRules

COLUMNS = ["POS", "MORPH", "LEMMA", "TAG", "DEP", "SENT_START"]


def both(text: str) -> None:
    language = nlp()
    doc = language.make_doc(text)
    for name in ("tok2vec", "tagger", "parser"):
        doc = language.get_pipe(name)(doc)
    copy = doc.copy()
    table = WordRules(language)
    assert table.known
    assert (
        table(copy).to_array(COLUMNS).tolist()
        == language.get_pipe("attribute_ruler")(doc).to_array(COLUMNS).tolist()
    )


@pytest.mark.parametrize(
    "text",
    [
        "I ain't gonna do it, you gotta go. Let's go, y'all! C'm on.",
        "There's a man who'd have said so.\n\n  It's me; he didn't, but she did.",
        "That the board has is what it had. This, those: both got better.",
        "The crew doesn't wait, it gets what it'll get. Nothing but ice, he'd said.",
        " \t ",
        "gon",
    ],
)
def test_table_and_ruler_agree(text: str) -> None:
    both(text)


WORDS = (
    "I you it do does did 'd have ain't let's gon na got ta y' all that this there but ! , \n me"
)


@settings(max_examples=25, deadline=None)
@given(st.lists(st.sampled_from([*WORDS.split(" "), "\n"]), min_size=1, max_size=12))
def test_table_and_ruler_agree_on_any_words(words: list[str]) -> None:
    both(" ".join(words))
