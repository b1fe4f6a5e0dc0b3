"""What tells of a statement, without its words, whether it may deny another."""

from __future__ import annotations

from array import array
from collections.abc import Sequence
from functools import cache

import msgspec

from firstmove.ledger.comparing.runs import WIDTH, hashed, hashes
from firstmove.ledger.words import Words, lexicon

_SLACK = 1e-3  # weights are rounded, and summed in another order


class Gist(msgspec.Struct, frozen=True, array_like=True):
    """For or against, and its keys as hashes with their weights."""

    stance: int
    acts: bool  # whether one of its keys is an act that has an opposite
    keys: bytes  # 8 bytes each
    weights: bytes  # 4 bytes each


def gist(stance: int, words: Words) -> Gist:
    """Of a statement with these words."""
    return Gist(
        stance,
        not _acts().isdisjoint(words.weights),
        b"".join(hashed((key,)) for key in words.weights),
        array("f", words.weights.values()).tobytes(),
    )


@cache
def _acts() -> frozenset[str]:
    return frozenset(key for pair in lexicon().acts for key in pair)


class Gists:
    """Those of many statements, by number."""

    def __init__(self, told: Sequence[Gist]) -> None:
        import numpy as np

        self._told = told
        self._stance = np.array([one.stance for one in told], dtype=np.int64)
        self._acts = np.array([one.acts for one in told], dtype=bool)
        self._keys = hashes(b"".join(one.keys for one in told))
        self._weights = np.frombuffer(b"".join(one.weights for one in told), dtype=np.float32)
        self._holder = np.repeat(np.arange(len(told)), [len(one.keys) // WIDTH for one in told])
        self._mass = np.bincount(self._holder, self._weights, len(told))

    def may_deny(self, n: int, least: float, of_longer: float) -> list[int]:
        """The others that the one of this number may deny: for what it is against, with so much in
        common of their words, at ``least`` and of the longer one; or both with an act that has an
        opposite."""
        import numpy as np

        one = self._told[n]
        if not one.stance:
            return []
        keys = hashes(one.keys)
        order = np.argsort(keys)
        mine = np.frombuffer(one.weights, dtype=np.float32)[order]
        held = np.flatnonzero(np.isin(self._keys, keys))
        holder = self._holder[held]
        theirs = np.bincount(holder, self._weights[held], len(self._told))
        own = np.bincount(
            holder, mine[np.searchsorted(keys[order], self._keys[held])], len(self._told)
        )
        # Which of the two weights counts depends on which of the two stands first.
        asked = np.maximum(least, of_longer * np.maximum(self._mass, self._mass[n])) - _SLACK
        enough = (np.maximum(theirs, own) >= asked) & (self._stance == -one.stance)
        contrary = self._acts & one.acts & (self._stance == one.stance)
        found: list[int] = np.flatnonzero(enough | contrary).tolist()
        return [m for m in found if m != n]
