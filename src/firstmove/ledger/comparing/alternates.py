"""Which words may stand for one another: one stem, or one concept of ``data/concepts.toml``.

That two words are alternates is no proof that they mean the same here; that they are not is why one
is another thing.
"""

from __future__ import annotations

from functools import lru_cache

from firstmove.ledger.words import lexicon, stem


@lru_cache(maxsize=50_000)
def alternates(one: str, other: str) -> bool:
    """Whether two lower-case words may stand for one another; symmetric."""
    first, second = stem(one), stem(other)
    return first == second or _concept(first) == _concept(second) != ""


def _concept(root: str) -> str:
    return lexicon().concepts.get((root,), "")
