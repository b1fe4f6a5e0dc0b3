"""Which words may stand for one another: “vessel” for “boat”, “relief” for “relieve”.

From ``data/synonyms.tsv``, made from WordNet 3.0 (Miller 1995; Fellbaum 1998): words of one sense,
words derived from one another, and a word beside a wider one. That two words stand in it is no
proof that they mean the same here; that they do not is why one is another thing.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache, lru_cache
from importlib.resources import files

from firstmove.ledger.comparing.words import lexicon, stem


@lru_cache(maxsize=50_000)
def alternates(one: str, other: str) -> bool:
    """Whether two lower-case words may stand for one another; symmetric."""
    first, second = stem(one), stem(other)
    table = _table()
    return (
        first == second
        or second in table.get(first, ())
        or first in table.get(second, ())
        or _concept(first) == _concept(second) != ""
    )


def _concept(root: str) -> str:
    return lexicon().concepts.get((root,), "")


@cache
def _table() -> Mapping[str, frozenset[str]]:
    path = files("firstmove.ledger").joinpath("data").joinpath("synonyms.tsv")
    found: dict[str, frozenset[str]] = {}
    for line in path.read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            word, alike, wider = line.split("\t")
            found[word] = frozenset((*alike.split(), *wider.split()))
    return found
