"""The small encoders of the package: word pieces in, numbers out, by onnxruntime on the CPU.

All encoders are MiniLM-L6 (Wang et al. 2020) with the same frozen word embeddings, which are kept
once, as whole numbers of 8 bits with a scale for each row. An encoder's graph takes their vectors
[batch, n, 384] and a mask [batch, n] (1 for a piece, 0 for padding), some also ``features``
[batch, n], whole numbers that it has vectors of its own for.
"""

from __future__ import annotations

import io
import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any

from firstmove.errors import WeightsError
from firstmove.models.manifest import read_checked

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Floats = NDArray[np.float32]

WORDS = "words.npy"
SCALES = "words-scale.npy"
TOKENIZER = "tokenizer.json"
CLS, SEP, PAD = 101, 102, 0
THREADS = "FIRSTMOVE_THREADS"
# Where onnxruntime's joined step of sum and norm is not taken: the two by themselves are faster, by
# a seventh, with other last digits. The tagger's extents answer to those, and the ledger keeps its
# numbers: they stay as they were.
_APART = frozenset({"kinds"})


@dataclass(frozen=True, slots=True)
class Pieces:
    """The word pieces of a text: ``ids[i]`` stands at ``text[slice(*offsets[i])]`` and belongs to
    word number ``words[i]`` (a run of letters and digits, or one mark)."""

    ids: tuple[int, ...]
    offsets: tuple[tuple[int, int], ...]
    words: tuple[int, ...]

    def __len__(self) -> int:
        return len(self.ids)


def pieces_of(text: str) -> Pieces:
    """The word pieces of a text, without the marks for its start and end."""
    coded = _tokenizer().encode(text, add_special_tokens=False)
    return Pieces(tuple(coded.ids), tuple(coded.offsets), tuple(coded.word_ids))


def vectors_of(ids: NDArray[np.int64]) -> Floats:
    """The word embeddings of ids [batch, n] as [batch, n, 384]."""
    import numpy as np

    words, scales = _table()
    vectors: Floats = np.multiply(words[ids], scales[ids][..., None], dtype=np.float32)
    return vectors


class Encoder:
    """One trained encoder of the package, named as its file without ``.onnx``.

    Raises WeightsError where its files are missing or damaged.
    """

    def __init__(self, name: str) -> None:
        self.name = name
        self._session = _session(read_checked(f"{name}.onnx"), name)
        self.outputs: tuple[str, ...] = tuple(o.name for o in self._session.get_outputs())
        self._takes = {i.name for i in self._session.get_inputs()}

    def run(
        self,
        rows: Sequence[Sequence[int]],
        *,
        features: Sequence[Sequence[int]] | None = None,
        framed: bool = True,
    ) -> Mapping[str, Floats]:
        """The outputs of the graph for rows of piece ids, by name.

        Args:
            rows: ids of pieces; a row is put between its start and end mark unless ``framed`` is
                False, so an output of one value a piece counts from 1. Shorter rows are padded.
            features: one number for each id, for graphs that take them; marks and padding get 0.

        The graph's numbers are of 8 bits, scaled by what is in the whole batch: for values that do
        not depend on the company give rows one at a time.
        """
        import numpy as np

        ends = 2 if framed else 0
        longest = max(len(row) for row in rows) + ends
        ids = np.full((len(rows), longest), PAD, dtype=np.int64)
        mask = np.zeros((len(rows), longest), dtype=np.int64)
        marks = np.zeros((len(rows), longest), dtype=np.int64)
        first = 1 if framed else 0
        for number, row in enumerate(rows):
            ids[number, first : first + len(row)] = row
            mask[number, : len(row) + ends] = 1
            if framed:
                ids[number, 0], ids[number, len(row) + 1] = CLS, SEP
            if features is not None:
                marks[number, first : first + len(row)] = features[number]
        fed = {"vectors": vectors_of(ids), "mask": mask}
        if "features" in self._takes:
            fed["features"] = marks
        return dict(zip(self.outputs, self._session.run(None, fed), strict=True))


@cache
def encoder(name: str) -> Encoder:
    """The encoder of that name, loaded once."""
    return Encoder(name)


def threads() -> int:
    """How many threads read a report: ``FIRSTMOVE_THREADS``, else at most two."""
    told = os.environ.get(THREADS, "")
    return int(told) if told.isdigit() and int(told) else min(2, os.cpu_count() or 1)


def _session(content: bytes, name: str) -> Any:
    import onnxruntime

    options = onnxruntime.SessionOptions()
    # A row is too short to be shared: rows are worked off side by side (``ahead``).
    options.intra_op_num_threads = 1
    options.inter_op_num_threads = 1
    options.log_severity_level = 3
    try:
        return onnxruntime.InferenceSession(
            content,
            options,
            providers=["CPUExecutionProvider"],
            disabled_optimizers=["SkipLayerNormFusion"] if name in _APART else None,
        )
    except Exception as error:
        raise WeightsError(
            f"the model cannot be loaded ({error})",
            where=f"{name}.onnx",
            remedy="This version of onnxruntime may be too old: 1.20 or later is needed.",
        ) from error


@cache
def _tokenizer() -> Any:
    from tokenizers import Tokenizer

    tokenizer = Tokenizer.from_str(read_checked(TOKENIZER).decode())
    tokenizer.no_truncation()
    tokenizer.no_padding()
    return tokenizer


@cache
def _table() -> tuple[NDArray[np.int8], Floats]:
    import numpy as np

    words = np.load(io.BytesIO(read_checked(WORDS)), allow_pickle=False)
    scales = np.load(io.BytesIO(read_checked(SCALES)), allow_pickle=False)
    return words, scales
