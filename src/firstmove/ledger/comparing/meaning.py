"""What is said, as a vector: its meaning by a small sentence encoder, and the neighbours of each.

The encoder is all-MiniLM-L6-v2 (Wang et al. 2020; Reimers & Gurevych 2019), its weights rounded to
8 bits. Texts are given one at a time, so a vector does not depend on the company; it is rounded to
16 bits, so one that was kept in a case file is the one that would be made anew.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING

from firstmove.report import content_id

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Vector = NDArray[np.float32]

MODEL = "sentences"
WIDTH = 384
_LONGEST = 254  # pieces; what comes after is not looked at
_CELLS = 4_000_000  # cosines that are worked out at once
_KEPT = 16_384  # vectors


def text_key(text: str) -> str:
    """Under what the vector of a text is kept: a hash of its words and of the model."""
    return content_id("m-", model_digest(), " ".join(text.split()))


@lru_cache(maxsize=4)
def model_digest(name: str = MODEL) -> str:
    """Which encoder it is: the digest of its file.

    Raises WeightsError where the list of models does not have it.
    """
    from firstmove.errors import WeightsError
    from firstmove.models.manifest import manifest

    entry = manifest().get(f"{name}.onnx")
    if entry is None:
        raise WeightsError("no such model file is listed", where=f"{name}.onnx")
    return entry.sha256


class Meanings:
    """Vectors by text: those known before, and those made since (``new``), by ``text_key``."""

    def __init__(self, known: Mapping[str, bytes] | None = None) -> None:
        self._known = dict(known or {})
        self.new: dict[str, bytes] = {}

    def of(self, texts: Iterable[str]) -> Vector:
        """The vectors of texts, of length one, as rows.

        Raises WeightsError where the encoder is missing or damaged.
        """
        import numpy as np

        rows = [np.frombuffer(self._bytes(text), dtype="<f2") for text in texts]
        if not rows:
            return np.zeros((0, WIDTH), dtype=np.float32)
        found = np.stack(rows).astype(np.float32)
        return np.asarray(found / np.maximum(np.linalg.norm(found, axis=1, keepdims=True), 1e-6))

    def _bytes(self, text: str) -> bytes:
        key = text_key(text)
        kept = self._known.get(key)
        if kept is None or len(kept) != 2 * WIDTH:
            kept = self._known[key] = self.new[key] = _encoded(" ".join(text.split()))
        return kept


@lru_cache(maxsize=_KEPT)
def _encoded(text: str) -> bytes:
    import numpy as np

    from firstmove.models.encoder import encoder, pieces_of

    ids = pieces_of(text).ids[:_LONGEST]
    if not ids:
        return bytes(2 * WIDTH)
    return np.asarray(encoder(MODEL).run([ids])["sentence"][0]).astype("<f2").tobytes()


def cosine_of(a: str, b: str, meanings: Meanings) -> float:
    """The cosine of the vectors of two texts."""
    first, second = meanings.of((a, b))
    return round(float(first @ second), 4)


def neighbours(vectors: Vector, rows: Sequence[int], least: float) -> list[tuple[int, int]]:
    """Pairs of rows (smaller number first) with one of ``rows`` in them whose cosine is ``least``
    or more. Each pair depends on its two rows alone."""
    import numpy as np

    asked = np.array(rows, dtype=np.int64)
    step = max(1, _CELLS // max(1, len(vectors)))
    chosen = np.zeros(len(vectors), dtype=bool)
    chosen[asked] = True
    found: list[tuple[int, int]] = []
    for start in range(0, len(asked), step):
        part = asked[start : start + step]
        first, theirs = np.nonzero(vectors[part] @ vectors.T >= least)
        mine = part[first]
        once = (mine < theirs) | ((mine > theirs) & ~chosen[theirs])
        one, other = np.minimum(mine, theirs)[once], np.maximum(mine, theirs)[once]
        found.extend(zip(one.tolist(), other.tolist(), strict=True))
    return found


@lru_cache(maxsize=32_768)
def word_vector(word: str) -> Vector:
    """A word by itself, of length one: the mean of the encoder's input vectors of its pieces."""
    import numpy as np

    from firstmove.models.encoder import pieces_of, vectors_of

    ids = pieces_of(word).ids
    if not ids:
        return np.zeros(WIDTH, dtype=np.float32)
    mean = vectors_of(np.array([ids]))[0].mean(axis=0)
    return np.asarray(mean / max(float(np.linalg.norm(mean)), 1e-6), dtype=np.float32)


def word_matrix(words: Sequence[str]) -> Vector:
    """The vectors of words as rows."""
    import numpy as np

    return np.stack([word_vector(word) for word in words])
