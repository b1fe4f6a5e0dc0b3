"""Runs of words as hashes, by which passages that have words in a row in common are found."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from hashlib import blake2b
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Hashes = NDArray[np.uint64]

WIDTH = 8  # bytes of a hash


def hashed(words: Sequence[str]) -> bytes:
    """64 bits of the hash of words in a row."""
    return blake2b(" ".join(words).encode(), digest_size=WIDTH).digest()


def runs(words: Sequence[str], size: int) -> Iterator[bytes]:
    """The hashes of all runs of so many words."""
    return (hashed(words[n : n + size]) for n in range(len(words) - size + 1))


def hashes(told: bytes) -> Hashes:
    """Hashes that stand one after the other, as numbers."""
    import numpy as np

    return np.frombuffer(told, dtype="<u8")
