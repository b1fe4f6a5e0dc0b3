"""The vectors of words that the pipeline's networks work on, with the same numbers in less time.

spaCy's ``Tok2Vec`` embeds four to six traits of each word, and lets neighbours into each vector,
layer by layer. What is embedded hangs on the word alone: here each different word is worked out
once, the three values of a maxout lie in blocks that are compared whole, and nothing is kept that
only training asks for.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Floats = NDArray[np.float32]

_EMBEDDED = ("extract_features", "list2ragged", "hashembed", "maxout", "layernorm", "ragged2list")
_WINDOWED = ("expand_window", "maxout", "layernorm")
_QUIET = frozenset({"ints-getitem", "dropout"})


class Vectors:
    """What ``model``, the network of a ``Tok2Vec``, gives for a document: ``of`` it.

    As a component it keeps them as the document's tensor. ``known`` tells whether the network is of
    the kind known here. If not, use spaCy's own.
    """

    def __init__(self, model: Any) -> None:
        nodes = [node for node in _leaves(model) if node.name not in _QUIET]
        self._tables = [node for node in nodes if node.name == "hashembed"]
        self._layers: list[_Layer] = []
        kinds = tuple(n.name for n in nodes if n.name != "hashembed" or n is self._tables[0])
        depth = (len(kinds) - len(_EMBEDDED)) // len(_WINDOWED)
        padded = [n.attrs["pad"] for n in model.walk() if n.attrs.get("pad")]
        self.known = (
            kinds == _EMBEDDED + depth * _WINDOWED
            and padded == [depth]
            and all(n.attrs["window_size"] == 1 for n in nodes if n.name == "expand_window")
        )
        if not self.known:
            return
        self._columns = nodes[0].attrs["columns"]
        self._ops = model.ops
        norms = (node for node in nodes if node.name == "layernorm")
        for node in nodes:
            if node.name == "maxout":
                self._layers.append(_Layer(node, next(norms)))

    def __call__(self, doc: Any) -> Any:
        if len(doc):
            doc.tensor = self.of(doc)
        return doc

    def of(self, doc: Any) -> Floats:
        """The vectors of a document of at least one word."""
        import numpy as np

        first, *others = self._layers
        numbers: dict[tuple[int, ...], int] = {}
        traits = doc.to_array(self._columns).tolist()
        each = [numbers.setdefault(tuple(word), len(numbers)) for word in traits]
        words = np.array(list(numbers), dtype=np.uint64)
        found = first(np.hstack([*self._embedded(words)]))[each]
        margin = np.zeros((len(others), found.shape[1]), dtype=np.float32)
        found = np.concatenate([margin, found, margin])
        count, width = found.shape
        for layer in others:
            window = np.zeros((count, 3, width), dtype=np.float32)
            window[1:, 0], window[:, 1], window[:-1, 2] = found[:-1], found, found[1:]
            found = found + layer(window.reshape(count, 3 * width))
        return np.ascontiguousarray(found[len(others) : len(found) - len(others)])

    def _embedded(self, words: NDArray[np.uint64]) -> Iterator[Floats]:
        for table in self._tables:
            vectors = table.get_param("E")
            column = self._ops.as_contig(words[:, table.attrs["column"]])
            keys = self._ops.hash(column, table.attrs["seed"]) % len(vectors)
            yield self._ops.gather_add(vectors, keys)


class _Layer:
    """A maxout over ``pieces`` values and the norm after it."""

    def __init__(self, maxout: Any, norm: Any) -> None:
        import numpy as np

        self._ops = maxout.ops
        values, inner = maxout.get_param("W"), maxout.get_param("b")
        self._width, self._pieces, count = values.shape
        blocks = values.transpose(1, 0, 2).reshape(-1, count)
        self._values, self._inner = np.ascontiguousarray(blocks), inner.T.ravel()
        self._scale, self._shift = norm.get_param("G"), norm.get_param("b")

    def __call__(self, given: Floats) -> Floats:
        import numpy as np

        width = self._width
        told = self._ops.gemm(given, self._values, trans2=True)
        told += self._inner
        best: Floats = told[:, :width].copy()
        for start in range(width, width * self._pieces, width):
            np.maximum(best, told[:, start : start + width], out=best)
        best -= best.mean(axis=1, keepdims=True)
        spread = np.square(best).mean(axis=1, keepdims=True) + 1e-08
        best *= spread**-0.5
        best *= self._scale
        best += self._shift
        return best


def _leaves(model: Any) -> Iterator[Any]:
    """The layers that have none within, in the order in which they are run."""
    for layer in model.layers:
        yield from _leaves(layer)
    if not model.layers:
        yield model
