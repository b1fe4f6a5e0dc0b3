"""Lemmas looked up by form are those of spaCy's own lemmatizer."""

from __future__ import annotations

import pytest

from firstmove.reading.parsing.language import nlp
from firstmove.reading.parsing.lemmas import Lemmas

TEXTS = (
    "The crews were sailing; the crew sails. She left for the left bank, and leaves fell.",
    "They met, worse than ever, in axes. MEETING Meeting meeting. It met the Meetings.",
    "",
)


@pytest.mark.parametrize("text", TEXTS)
def test_lemmas_agree(text: str) -> None:
    language = nlp()
    doc = language.make_doc(text)
    for name in ("tok2vec", "tagger", "attribute_ruler"):
        doc = language.get_pipe(name)(doc)
    lemmas = Lemmas(language)
    assert lemmas.known
    theirs = [token.lemma_ for token in language.get_pipe("lemmatizer")(doc.copy())]
    assert [token.lemma_ for token in lemmas(doc.copy())] == theirs
    assert [token.lemma_ for token in lemmas(doc.copy())] == theirs  # now from the table


def test_a_lemma_that_stands_is_kept() -> None:
    language = nlp()
    doc = language.get_pipe("attribute_ruler")(language.make_doc("crews"))
    doc[0].lemma_ = "team"
    assert Lemmas(language)(doc)[0].lemma_ == "team"
