"""Sentences parsed side by side get the parse that spaCy's own parser gives them in a row."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from firstmove.reading.parsing.language import nlp
from firstmove.reading.parsing.parser import Parser

TEXTS = (
    ("The crews will not sail. ", "The board, led by Ilse Dorn, said so on Monday. ", "No deal."),
    ("“We will pay,” she said. ", "\n\n", "Asked when, she left ", "and he who had asked"),
    ("What the ferries carry ", "is told by whom they carry. ", "A hearing is set for June on it."),
    ("One sentence alone.",),
    ("",),
)


def both(sentences: tuple[str, ...] | list[str]) -> tuple[Any, Any]:
    from spacy.tokens import Doc

    language = nlp()
    pieces = [list(language.make_doc(sentence)) for sentence in sentences]
    starts: list[bool | int | None] = [n == 0 for piece in pieces for n in range(len(piece))]
    tokens = [token for piece in pieces for token in piece]
    doc = Doc(
        language.vocab,
        words=[t.text for t in tokens],
        spaces=[bool(t.whitespace_) for t in tokens],
        sent_starts=starts,
    )
    language.get_pipe("tok2vec")(doc)
    copy = doc.copy()
    copy.tensor = doc.tensor
    parser = Parser(language)
    assert parser.known
    return language.get_pipe("parser")(copy), parser(doc)


def parse(doc: Any) -> list[tuple[Any, ...]]:
    return [
        (t.head.i, t.dep_, t.is_sent_start, t.left_edge.i, t.right_edge.i, t.n_lefts, t.n_rights)
        for t in doc
    ]


@pytest.mark.parametrize("sentences", TEXTS)
def test_parses_agree(sentences: tuple[str, ...]) -> None:
    theirs, ours = both(sentences)
    assert parse(ours) == parse(theirs)


WORDS = (
    "the crews who said it will not sail , “ if ” paid and to be . of pay which \n Ilse had".split(
        " "
    )
)


@settings(max_examples=40, deadline=None)
@given(st.lists(st.lists(st.sampled_from(WORDS), min_size=1, max_size=12), max_size=5))
def test_parses_agree_on_any_words(sentences: list[list[str]]) -> None:
    theirs, ours = both([" ".join(words) + " " for words in sentences])
    assert parse(ours) == parse(theirs)
