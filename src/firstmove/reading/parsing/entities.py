"""The named entities that the pipeline's recogniser finds, in a third of its time.

spaCy's ``EntityRecognizer`` takes one transition for each token and asks of each of its moves
whether it is allowed, which costs more than the network. Its scores depend on the token, and on
the first and the last token of an entity that is open (Lample et al. 2016, section 3): those of
all tokens outside entities are worked out at once, and only open entities are walked through.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from firstmove.reading.parsing.scoring import Network, Scores
from firstmove.reading.parsing.vectors import Vectors

_FEATURES = 3  # the token, the first of the open entity, the one before
_NONE = -1


class Entities:
    """Sets what the pipeline's ``ner`` would set on a document without entities, in place.

    ``known`` tells whether the recogniser is of the kind known here. If not, use spaCy's own.
    """

    def __init__(self, language: Any) -> None:
        self._ner = language.get_pipe("ner")
        self._network = Network(self._ner.model)
        self._vectors = Vectors(next(iter(self._ner.model.layers[0].layers), self._ner.model))
        moves = self._ner.moves
        names = [moves.get_class_name(number) for number in range(moves.n_moves)]
        self._labels = {n: name for n, name in enumerate(names) if name not in ("O", "U-")}
        self._begin, self._in, self._last, self._unit = (
            {name[2:]: n for n, name in self._labels.items() if name[0] == move} for move in "BILU"
        )
        self._blocked = [n for n, name in enumerate(names) if name == "U-"]
        self._out = names.index("O") if "O" in names else _NONE
        self.known = (
            self._out != _NONE
            and self._vectors.known
            and self._network.known
            and self._network.places == _FEATURES
            and self._begin.keys() == self._in.keys() == self._last.keys() == self._unit.keys()
            and len(names) == 4 * len(self._begin) + len(self._blocked) + 1
            and self._ner.cfg["beam_width"] == 1
        )

    def __call__(self, doc: Any) -> Any:
        from spacy.tokens import Span

        if not len(doc):
            return self._ner(doc)
        over = self._network.over(self._vectors.of(doc))
        doc.set_ents([Span(doc, *place) for place in self._places(over, doc)])
        return doc

    def _places(self, over: Scores, doc: Any) -> Iterator[tuple[int, int, str]]:
        import numpy as np
        from spacy.attrs import IS_SPACE, SENT_START

        array = doc.to_array([IS_SPACE, SENT_START])
        spaces = array[:, 0] != 0
        # An entity may go on only where the next token begins no sentence, and is there.
        open_end = np.append(array[1:, 1].astype(np.int64) != 1, False)
        ids = np.full((len(doc), _FEATURES), _NONE, dtype=np.int32)
        ids[:, 0] = np.arange(len(doc))
        scores = over.of(ids)
        begins, units = list(self._begin.values()), list(self._unit.values())
        scores[np.ix_(spaces | ~open_end, begins)] = -np.inf
        scores[np.ix_(spaces, units)] = -np.inf
        scores[:, [*self._in.values(), *self._last.values(), *self._blocked]] = -np.inf
        moves = scores.argmax(axis=1).tolist()
        number = 0
        while number < len(moves):
            if moves[number] == self._out:
                number += 1
                continue
            start = number
            move, _, label = self._labels[moves[number]].partition("-")
            goes_on = move == "B"
            while goes_on:
                number += 1
                there = np.array([[number, start, number - 1]], dtype=np.int32)
                going, ending = over.of(there)[0, [self._in[label], self._last[label]]]
                first = self._in[label] < self._last[label]
                more = going >= ending if first else going > ending
                goes_on = bool(open_end[number] and more)
            number += 1
            yield start, number, label
