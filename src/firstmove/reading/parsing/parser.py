"""The dependency parse that the pipeline's parser finds, its sentences side by side.

Where sentence starts are set, spaCy's parser (arc-eager, Honnibal & Johnson 2015) comes to each
with an empty stack, so that sentences don't depend on one another. One after the other, each of its
moves is scored by a matrix product of one row; side by side, one product scores a move in each. Of
the next sentence it sees the first word only, which is given to each as one word more; and the
vectors of all words stay those of the whole document.
"""

from __future__ import annotations

from itertools import pairwise
from types import SimpleNamespace
from typing import Any

from firstmove.reading.parsing.scoring import Network


class Parser:
    """Sets what the pipeline's ``parser`` would set on a document with sentence starts, in place.

    ``known`` tells whether the parser is of the kind known here. If not, use spaCy's own.
    """

    def __init__(self, language: Any) -> None:
        from spacy.pipeline._parser_internals.arc_eager import ArcEager

        self._parser = language.get_pipe("parser")
        self._network = Network(self._parser.model)
        self.known = (
            self._network.known
            and isinstance(self._parser.moves, ArcEager)
            and self._parser.cfg["beam_width"] == 1
            and any(layer.name == "tok2vec-listener" for layer in self._parser.model.walk())
        )

    def __call__(self, doc: Any) -> Any:
        import numpy as np
        from spacy.attrs import DEP, HEAD, SENT_START

        starts = np.flatnonzero(doc.to_array([SENT_START]) == 1).tolist()
        if len(starts) < 2 or starts[0] != 0 or len(doc.tensor) != len(doc):
            return self._parser(doc)
        places = list(pairwise([*starts, len(doc)]))
        sentences = self._sentences(doc, places)
        states = self._states(sentences)
        edges = np.empty((len(doc), 2), dtype=np.uint64)
        for (start, end), sentence, state in zip(places, sentences, states, strict=True):
            self._parser.moves.set_annotations(state, sentence)
            edges[start:end] = sentence.to_array([HEAD, DEP])[: end - start]
        doc.from_array([HEAD, DEP], edges)
        for hook in self._parser.postprocesses:
            hook(doc)
        return doc

    def _states(self, sentences: list[Any]) -> list[Any]:
        """The last state of each sentence, each reached by the moves that score highest."""
        import numpy as np
        from spacy.ml.parser_model import ParserStepModel

        over = self._network.over(np.concatenate([sentence.tensor for sentence in sentences]))
        looks = SimpleNamespace(state2vec=SimpleNamespace(nF=self._network.places))
        states: list[Any] = self._parser.moves.init_batch(sentences)
        left = [state for state in states if not state.is_final()]
        while left:
            words = ParserStepModel.get_token_ids(looks, left)
            left = self._parser.transition_states(left, over.of(words))
        return states

    def _sentences(self, doc: Any, places: list[tuple[int, int]]) -> list[Any]:
        """A document for each sentence, with the first word of the next."""
        import numpy as np
        from spacy.attrs import ORTH, SENT_START, SPACY
        from spacy.tokens import Doc

        array = doc.to_array([ORTH, SPACY])
        words = array[:, 0].tolist()
        spaces = (array[:, 1] != 0).tolist()
        found = []
        for start, end in places:
            more = min(end + 1, len(doc))
            one: Any = Doc(doc.vocab, words=words[start:more], spaces=spaces[start:more])
            begins = np.full(more - start, -1, dtype=np.int64)
            begins[0] = 1
            if more > end:
                begins[-1] = 1
            one.from_array([SENT_START], begins.astype(np.uint64))
            one.tensor = doc.tensor[start:more]
            found.append(one)
        return found
