"""Words that stand for one another, sisters and opposites, from the files of WordNet 3.0.

Only words that its texts have are taken, each in its first sense: the others are too
often not the one meant. A synonym is one whose own first sense it is, too.
"""

from __future__ import annotations

import re
from collections import defaultdict
from pathlib import Path
from typing import Any

_FILES = {"NOUN": "noun", "VERB": "verb", "ADJ": "adj"}
_WORD = re.compile(r"^[a-z]+$")
_MOST = 12  # sisters


class WordNet:
    """The data files in a folder (``dict`` of WordNet, or Debian's ``wordnet-base``)."""

    def __init__(self, folder: Path) -> None:
        self._first: dict[tuple[str, str], str] = {}
        self._words: dict[tuple[str, str], list[str]] = {}
        self._above: dict[tuple[str, str], list[str]] = {}
        self._below: dict[tuple[str, str], list[str]] = defaultdict(list)
        self._opposite: dict[tuple[str, str], list[str]] = {}
        for pos, name in _FILES.items():
            self._read(pos, folder / f"index.{name}", folder / f"data.{name}")

    def _read(self, pos: str, index: Path, data: Path) -> None:
        for line in _lines(index):
            field = line.split()
            senses = field[-int(field[2]) :]
            tagged = int(field[-int(field[2]) - 1])
            if _WORD.match(field[0]) and tagged:
                self._first[pos, field[0]] = senses[0]
        for line in _lines(data):
            field = line.split(" | ")[0].split()
            count = int(field[3], 16)
            key = pos, field[0]
            words = [w.lower().split("(")[0] for w in field[4 : 4 + 2 * count : 2]]
            self._words[key] = words
            at = 4 + 2 * count
            links = [field[at + 1 + 4 * n : at + 5 + 4 * n] for n in range(int(field[at]))]
            self._above[key] = [to for sign, to, *_ in links if sign in ("@", "&")]
            for above in self._above[key]:
                self._below[pos, above].append(field[0])
            self._opposite[key] = [to for sign, to, *_ in links if sign == "!"]

    def _of_first(self, word: str, pos: str) -> tuple[str, str] | None:
        sense = self._first.get((pos, word))
        return (pos, sense) if sense is not None else None

    def _heads(self, key: tuple[str, str]) -> list[str]:
        """The words of a synset whose own first sense it is."""
        return [w for w in self._words.get(key, ()) if self._first.get((key[0], w)) == key[1]]

    def synonyms(self, word: str, pos: str) -> list[str]:
        key = self._of_first(word, pos)
        return [w for w in self._heads(key) if w != word and len(w) > 3] if key else []

    def opposites(self, word: str, pos: str) -> list[str]:
        key = self._of_first(word, pos)
        return [w for to in self._opposite[key] for w in self._heads((pos, to))] if key else []

    def sisters(self, word: str, pos: str) -> list[str]:
        """Words of other synsets under the same next higher one."""
        key = self._of_first(word, pos)
        if key is None:
            return []
        others = [
            (pos, other)
            for above in self._above[key]
            for other in self._below[pos, above]
            if other != key[1]
        ]
        found = [w for other in others for w in self._heads(other) if w != word]
        return found if 0 < len(found) <= 10 * _MOST else []

    def near(self, one: str, other: str) -> bool:
        """Whether two words share any synset or one stands right under the other."""
        for pos in _FILES:
            a, b = self._of_first(one, pos), self._of_first(other, pos)
            if a and b and (a == b or b[1] in self._above[a] or a[1] in self._above[b]):
                return True
        return one[:4] == other[:4]

    def inflected(self, word: str, token: Any) -> str:
        """A lemma in the form of a token, by the plain rules."""
        if token.tag_ in ("NNS", "VBZ"):
            return _with_s(word)
        if token.tag_ in ("VBD", "VBN"):
            return _with_ed(word)
        return _stemmed(word) + "ing" if token.tag_ == "VBG" else word


def _lines(path: Path) -> list[str]:
    lines = path.read_text(encoding="latin-1").splitlines()
    return [line for line in lines if not line.startswith("  ")]


def _with_s(word: str) -> str:
    if re.search(r"[^aeiou]y$", word):
        return word[:-1] + "ies"
    return word + ("es" if re.search(r"(?:s|x|z|ch|sh)$", word) else "s")


def _with_ed(word: str) -> str:
    if re.search(r"[^aeiou]y$", word):
        return word[:-1] + "ied"
    return word + "d" if word.endswith("e") else _stemmed(word) + "ed"


def _stemmed(word: str) -> str:
    if word.endswith("e") and not word.endswith(("ee", "oe", "ye")):
        return word[:-1]
    if re.search(r"^[^aeiou]*[aeiou][bdgmnprt]$", word):
        return word + word[-1]
    return word
