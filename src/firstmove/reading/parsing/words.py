"""The parse as the rules ask of it: plain objects, made once for a report.

A spaCy ``Token`` is made anew each time it is asked for, and works out each of its attributes when
it is read; the rules ask some hundred thousand times a report. These answer the same under the same
names (``tests/reading/test_words.py``), but that the country "US" is never the pronoun "us".
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from typing import Any

from firstmove.reading.parsing.word import Extent, Word

_STRINGS = ("LOWER", "LEMMA", "POS", "TAG", "DEP", "ENT_TYPE")
_NUMBERS = ("IDX", "LENGTH", "SPACY", "ENT_IOB", "SENT_START")
_FLAGS = ("IS_ALPHA", "IS_PUNCT", "IS_QUOTE", "IS_SPACE", "IS_TITLE", "IS_UPPER")
_IOB = ("", "I", "O", "B")


class Words:
    """A document: its words, its sentences, and ``user_data`` for what stages keep with it.

    ``parse`` is the spaCy ``Doc`` that it is made of. Edges are moved by ``hang`` only; sentences
    stay as they are.
    """

    __slots__ = ("_beginning", "_ends", "_starts", "parse", "sents", "text", "user_data", "words")

    def __init__(self, parse: Any, text: str) -> None:
        self.parse = parse
        self.text = text
        self.user_data: dict[Any, Any] = {}
        self._beginning: dict[tuple[int, int], tuple[Word, ...]] = {}
        self.words = [Word(self, number) for number in range(len(parse))]
        _fill(self.words, text, parse)
        self._join(0, len(parse))
        self._starts = [word.idx for word in self.words]
        self._ends = [w.idx + len(w.text) + len(w.whitespace_) for w in self.words]
        self.sents = tuple(Extent(self, sent.start, sent.end) for sent in parse.sents)
        for sent in self.sents:
            for word in sent:
                word.sent = sent

    def hang(self, word: Word, head: Word, dep: str) -> None:
        """Hang a word on another, or on itself, which makes it a root."""
        tops = [(one.ancestors or (one,))[-1] for one in (word, head)]
        start = min(top.left_edge.i for top in tops)
        end = max(top.right_edge.i for top in tops) + 1
        self.parse[word.i].head = self.parse[head.i]
        word.dep_ = dep
        self._join(start, end)

    def _join(self, start: int, end: int) -> None:
        """Take the tree over some words as the parse has it."""
        words = self.words
        below: list[list[Word]] = [[] for _ in range(start, end)]
        for word, token in zip(words[start:end], self.parse[start:end], strict=True):
            word.head = words[token.head.i]
            word.left_edge, word.right_edge = words[token.left_edge.i], words[token.right_edge.i]
        for word in words[start:end]:
            head = word.head
            if head is not word and head.left_edge.i <= word.i <= head.right_edge.i:
                below[head.i - start].append(word)
        for word, children in zip(words[start:end], below, strict=True):
            word.children = tuple(children)
            word.n_lefts = bisect_left(children, word) if children else 0
            word._subtree = None
            above = word
            ancestors: list[Word] = []
            while above.head is not above and len(ancestors) < len(words):
                above = above.head
                ancestors.append(above)
            word.ancestors = tuple(ancestors)

    @property
    def doc(self) -> Words:
        return self

    def char_span(self, start: int, end: int, *, alignment_mode: str = "strict") -> Extent | None:
        """The words that a place of the text covers ("strict") or touches ("expand")."""
        first, last = self._at(start), self._at(end - 1)
        if first < 0 or last < 0:
            return None
        word = self.words[first]
        if alignment_mode == "expand":
            if start == word.idx + len(word.text):
                first += 1
        elif start != word.idx or end != self.words[last].idx + len(self.words[last].text):
            return None
        return Extent(self, first, last + 1)

    def _at(self, offset: int) -> int:
        """The number of the word there, or of the one before the space there; -1 for none."""
        number = bisect_right(self._starts, offset) - 1
        return number if number >= 0 and offset < self._ends[number] else -1

    def beginning_in(self, start: int, end: int) -> tuple[Word, ...]:
        """The words, but white space, that a place touches and that begin no earlier."""
        place = start, end
        found = self._beginning.get(place)
        if found is None:
            part = self.char_span(start, end, alignment_mode="expand")
            words = (word for word in part or () if not word.is_space and word.idx >= start)
            found = self._beginning[place] = tuple(words)
        return found

    def __len__(self) -> int:
        return len(self.words)

    def __iter__(self) -> Iterator[Word]:
        return iter(self.words)

    def __getitem__(self, asked: Any) -> Any:
        if asked.__class__ is not slice:
            return self.words[asked]
        start, stop, _ = asked.indices(len(self.words))
        return Extent(self, start, max(start, stop))

    def __str__(self) -> str:
        return self.text


def _fill(words: list[Word], text: str, parse: Any) -> None:
    import numpy as np
    from spacy import attrs

    if not words:
        return
    array = parse.to_array([getattr(attrs, name) for name in (*_STRINGS, *_NUMBERS, *_FLAGS)])
    strings = parse.vocab.strings
    keys = array[:, : len(_STRINGS)].T
    named = {key: strings[key] if key else "" for key in np.unique(keys).tolist()}
    told = [[named[key] for key in column] for column in keys.tolist()]
    kept = array[:, len(_STRINGS) : -len(_FLAGS)].astype(np.int64).T.tolist()
    flags = (array[:, -len(_FLAGS) :] != 0).T.tolist()
    for word, lower, lemma, pos, tag, dep, entity, start, length, space, iob, begins in zip(
        words, *told, *kept, strict=True
    ):
        word.lower_, word.lemma_, word.pos_, word.tag_ = lower, lemma, pos, tag
        word.dep_, word.ent_type_, word.ent_iob_ = dep, entity, _IOB[iob]
        word.idx, word.text = start, text[start : start + length]
        if word.text == "US":
            word.lower_ = "u.s."  # of no word list that has "us"
        word.whitespace_ = " " if space else ""
        word.is_sent_start = None if not begins else begins > 0
    for word, alpha, punct, quote, blank, title, upper in zip(words, *flags, strict=True):
        word.is_alpha, word.is_punct, word.is_quote = alpha, punct, quote
        word.is_space, word.is_title, word.is_upper = blank, title, upper
