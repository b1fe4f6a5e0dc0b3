"""The words around a name in the reports of a case, found without reading each for each name."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

_WORD = re.compile(r"[\w’'-]+")
_BEFORE, _BEHIND = 160, 100  # characters in which an office stands beside a name


class Around:
    """The texts of a case by their capital words: time grows with what is told of a name, and not
    with names times texts."""

    def __init__(self, texts: Sequence[str]) -> None:
        self.texts = texts
        self._having: dict[str, list[int]] = {}
        for number, text in enumerate(texts):
            for word in {_bare(w) for w in _WORD.findall(text) if w[0].isupper()}:
                self._having.setdefault(word, []).append(number)

    def __call__(self, name: str) -> Iterator[str]:
        """The words around each place where a name stands."""
        words = [_bare(w) for w in _WORD.findall(name) if w[0].isupper()]
        for number in self._having.get(words[-1], ()) if words else ():
            text = self.texts[number]
            at = text.find(name)
            while at >= 0:
                yield text[max(0, at - _BEFORE) : at + len(name) + _BEHIND]
                at = text.find(name, at + 1)


def _bare(word: str) -> str:
    return word.removesuffix("’s").removesuffix("'s").rstrip("’'")
