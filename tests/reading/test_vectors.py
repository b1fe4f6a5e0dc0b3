"""Words embedded once each get the vectors that spaCy's own network gives them."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from thinc.api import Linear, chain

from firstmove.reading.parsing.language import nlp
from firstmove.reading.parsing.vectors import Vectors

TEXTS = (
    "The crews will not sail. The board, led by Ilse Dorn, said so on 4 May; the crews did not.",
    "Norvik",
    " \t\n ",
    "“We will pay,” she said — twice.\n\nNo deal, no deal, NO DEAL.",
)


def agree(text: str) -> None:
    language = nlp()
    doc = language.make_doc(text)
    for model in (
        language.get_pipe("tok2vec").model,
        language.get_pipe("ner").model.layers[0].layers[0],
    ):
        vectors = Vectors(model)
        assert vectors.known
        assert np.allclose(vectors.of(doc), model.predict([doc])[0], rtol=0, atol=1e-5)


@pytest.mark.parametrize("text", TEXTS)
def test_vectors_agree(text: str) -> None:
    agree(text)


WORDS = "The crews will not sail , “ if ” U.N. 4 $ paid and \n Ilse Dorn CREWS".split(" ")


@settings(max_examples=30, deadline=None)
@given(st.lists(st.sampled_from(WORDS), min_size=1, max_size=30))
def test_vectors_agree_on_any_words(words: list[str]) -> None:
    agree(" ".join(words))


def test_nothing_to_embed() -> None:
    doc = nlp().make_doc("")
    assert Vectors(nlp().get_pipe("tok2vec").model)(doc) is doc


def test_another_network_is_not_known() -> None:
    assert not Vectors(chain(Linear(4, 4), Linear(4, 4))).known
