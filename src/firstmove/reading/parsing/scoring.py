"""Scores of the moves of spaCy's parser and recogniser, for many states at once.

The network (Kiperwasser & Goldberg 2016, section 4) adds up what each word that a state looks at
says in its place, takes the larger of every two, and scores all moves by that. What a word says in
each place is worked out once for a document. spaCy adds up place by place, each time through a
lock; here a row of numbers for all states is taken from the table, and added up.
"""

from __future__ import annotations

from functools import reduce
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Floats = NDArray[np.float32]


class Network:
    """The layers above the words' vectors of ``model``, that of a parser or recogniser.

    ``places`` is how many words a state looks at. ``known`` tells whether the network is of the
    kind known here. If not, use spaCy's own.
    """

    def __init__(self, model: Any) -> None:
        inner, *above = model.layers
        self.known = (
            [layer.name for layer in inner.layers[1:]] == ["list2array", "linear"]
            and [layer.name for layer in above] == ["precomputable_affine", "linear"]
            and above[0].get_dim("nP") > 1
            and not model.attrs["unseen_classes"]
        )
        if self.known:
            self._narrowed, (self._lower, self._upper) = inner.layers[2], above
            self.places: int = self._lower.get_dim("nF")

    def over(self, vectors: Floats) -> Scores:
        """The scores over words with these vectors, in order."""
        told = self._lower.predict(self._narrowed.predict(vectors))
        return Scores(told, self._lower.get_param("b"), self._upper)


class Scores:
    """Scores by the numbers of the words that states look at; -1 is none."""

    def __init__(self, told: Floats, inner: Floats, upper: Any) -> None:
        import numpy as np

        count, self._places, width, self._pieces = told.shape
        self._told = told.reshape(count * self._places, width * self._pieces)
        self._inner, self._upper = inner.ravel(), upper
        self._nobody = np.arange(self._places)  # the first row of each place is of no word

    def of(self, words: NDArray[np.int32]) -> Floats:
        """Of all moves [states, moves], where the states look at ``words`` [states, places]."""
        import numpy as np

        rows = (words + 1) * self._places + self._nobody
        added = self._told.take(rows, axis=0).sum(axis=1)
        added += self._inner
        best = reduce(np.maximum, (added[:, p :: self._pieces] for p in range(self._pieces)))
        scores: Floats = self._upper.predict(best)
        return scores
