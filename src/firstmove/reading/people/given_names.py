"""Whether a given name is a man's or a woman's, from a census: see ``data/given_names.toml``."""

from __future__ import annotations

import tomllib
from functools import lru_cache
from importlib.resources import files
from types import MappingProxyType


@lru_cache(maxsize=1)
def _names() -> MappingProxyType[str, str]:
    raw = tomllib.loads(
        files("firstmove.reading").joinpath("data/given_names.toml").read_text(encoding="utf-8")
    )
    found = dict.fromkeys(raw["male"].split(), "m")
    found.update(dict.fromkeys(raw["female"].split(), "f"))
    return MappingProxyType(found)


def likely_gender(word: str) -> str:
    """ "m" or "f" where nearly everybody of that given name is one; "" for others."""
    return _names().get(word.lower(), "")
