"""The lemmas that the pipeline's lemmatizer gives, worked out once for each form of each word.

spaCy asks the morphology of each token anew whether it is a base form, which is most of the time
that lemmas take. What it answers hangs on the word, its part of speech and its features alone.
"""

from __future__ import annotations

from typing import Any

_MOST = 100_000  # forms kept; a long run of odd reports starts the table anew


class Lemmas:
    """Sets what the pipeline's ``lemmatizer`` would set, in place.

    ``known`` tells whether the lemmatizer is of the kind known here. If not, use spaCy's own.
    """

    def __init__(self, language: Any) -> None:
        from spacy.lang.en.lemmatizer import EnglishLemmatizer

        self._lemmatizer = language.get_pipe("lemmatizer")
        self._strings = language.vocab.strings
        self._found: dict[tuple[int, int, int], int] = {}
        self.known = (
            type(self._lemmatizer) is EnglishLemmatizer
            and self._lemmatizer.mode == "rule"
            and not self._lemmatizer.overwrite
        )

    def __call__(self, doc: Any) -> Any:
        import numpy as np
        from spacy.attrs import LEMMA, MORPH, ORTH, POS

        if len(self._found) >= _MOST:
            self._found.clear()
        lemmas = []
        for number, (word, pos, features, lemma) in enumerate(
            doc.to_array([ORTH, POS, MORPH, LEMMA]).tolist()
        ):
            key = word, pos, features
            if not lemma and key not in self._found:
                told = self._lemmatizer.lemmatize(doc[number])[0]
                self._found[key] = self._strings.add(told)
            lemmas.append(lemma or self._found[key])
        doc.from_array([LEMMA], np.array(lemmas, dtype=np.uint64))
        return doc
