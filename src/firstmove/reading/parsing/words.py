"""The parse as the rules ask of it: plain objects, made once for a report.

A spaCy ``Token`` is made anew each time it is asked for, and works out each of its attributes when
it is read; the rules ask some hundred thousand times a report. These answer the same under the same
names (``tests/reading/test_words.py``).
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

_STRINGS = ("LOWER", "LEMMA", "POS", "TAG", "DEP", "ENT_TYPE")
_NUMBERS = ("IDX", "LENGTH", "SPACY", "ENT_IOB", "SENT_START", "IS_ALPHA", "IS_PUNCT",
            "IS_QUOTE", "IS_SPACE", "IS_TITLE", "IS_UPPER")  # fmt: skip
_IOB = ("", "I", "O", "B")


@dataclass(slots=True, init=False, eq=False, repr=False)
class Word:
    """A token: what spaCy's has under the same names; its strings, tree and flags are kept."""

    doc: Words
    i: int
    idx: int
    text: str
    lower_: str
    lemma_: str
    pos_: str
    tag_: str
    dep_: str
    ent_type_: str
    ent_iob_: str
    whitespace_: str
    is_alpha: bool
    is_punct: bool
    is_quote: bool
    is_sent_start: bool | None
    is_space: bool
    is_title: bool
    is_upper: bool
    head: Word
    left_edge: Word
    right_edge: Word
    children: tuple[Word, ...]
    n_lefts: int
    ancestors: tuple[Word, ...]
    sent: Extent
    _subtree: tuple[Word, ...] | None

    def __init__(self, doc: Words, number: int) -> None:
        self.doc = doc
        self.i = number
        self._subtree = None

    @property
    def lefts(self) -> tuple[Word, ...]:
        return tuple(child for child in self.children if child.i < self.i)

    @property
    def rights(self) -> tuple[Word, ...]:
        return tuple(child for child in self.children if child.i > self.i)

    @property
    def subtree(self) -> tuple[Word, ...]:
        """The word and all below it, in order of the tree from left to right."""
        if self._subtree is None:
            found: list[Word] = []
            waiting: list[tuple[Word, bool]] = [(self, False)]
            while waiting:
                word, opened = waiting.pop()
                if opened or not word.children:
                    found.append(word)
                    continue
                waiting.extend((c, False) for c in reversed(word.children) if c.i > word.i)
                waiting.append((word, True))
                waiting.extend((c, False) for c in reversed(word.children) if c.i < word.i)
            self._subtree = tuple(found)
        return self._subtree

    @property
    def conjuncts(self) -> tuple[Word, ...]:
        """All that is joined with the word, but itself."""
        first = self
        while first.dep_ == "conj" and first.head is not first:
            first = first.head
        joined = [first]
        for word in joined:
            joined.extend(child for child in word.rights if child.dep_ == "conj")
        return tuple(word for word in joined if word is not self)

    def is_ancestor(self, descendant: Word) -> bool:
        return any(above is self for above in descendant.ancestors)

    def nbor(self, i: int = 1) -> Word:
        at = self.i + i
        if at < 0:
            raise IndexError(at)
        return self.doc.words[at]

    def __len__(self) -> int:
        return len(self.text)

    def __str__(self) -> str:
        return self.text

    __repr__ = __str__

    def __lt__(self, other: Word) -> bool:
        return self.i < other.i

    def __getattr__(self, name: str) -> Any:
        """What is asked too seldom to be kept."""
        if name in Word.__slots__:
            raise AttributeError(name)
        return getattr(self.doc.parse[self.i], name)


class Extent:
    """Words ``start`` to ``end`` of a document, as a spaCy ``Span``."""

    __slots__ = ("doc", "end", "start")

    def __init__(self, doc: Words, start: int, end: int) -> None:
        self.doc = doc
        self.start = start
        self.end = end

    @property
    def start_char(self) -> int:
        return self.doc.words[self.start].idx if self.start < len(self.doc) else len(self.doc.text)

    @property
    def end_char(self) -> int:
        if self.end <= self.start:
            return self.start_char
        last = self.doc.words[self.end - 1]
        return last.idx + len(last.text)

    @property
    def text(self) -> str:
        return self.doc.text[self.start_char : self.end_char]

    @property
    def root(self) -> Word:
        """The word nearest to the root of the sentence, the first of several."""
        for word in self:
            if word.head is word:
                return word
        outer = [w for w in self if not self.start <= w.head.i < self.end]
        return min(outer, key=_depth) if outer else self.doc.words[self.start]

    def __iter__(self) -> Iterator[Word]:
        return iter(self.doc.words[self.start : self.end])

    def __len__(self) -> int:
        return self.end - self.start

    def __getitem__(self, asked: Any) -> Any:
        if isinstance(asked, slice):
            start, stop, _ = asked.indices(len(self))
            return Extent(self.doc, self.start + start, self.start + max(start, stop))
        if not -len(self) <= asked < len(self):
            raise IndexError(asked)
        return self.doc.words[(self.end if asked < 0 else self.start) + asked]

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Extent) or self.doc is not other.doc:
            return False
        return (self.start, self.end) == (other.start, other.end)

    def __hash__(self) -> int:
        return hash((self.start, self.end))

    def __str__(self) -> str:
        return self.text

    __repr__ = __str__

    def __getattr__(self, name: str) -> Any:
        if name in Extent.__slots__:
            raise AttributeError(name)
        return getattr(self.doc.parse[self.start : self.end], name)


class Words:
    """A document: its words, its sentences, and ``user_data`` for what stages keep with it.

    ``parse`` is the spaCy ``Doc`` that it is made of. Edges are moved by ``hang`` only; sentences
    stay as they are.
    """

    __slots__ = ("_starts", "parse", "sents", "text", "user_data", "words")

    def __init__(self, parse: Any, text: str) -> None:
        self.parse = parse
        self.text = text
        self.user_data: dict[Any, Any] = {}
        self.words = [Word(self, number) for number in range(len(parse))]
        _fill(self.words, text, parse)
        self._join(0, len(parse))
        self._starts = [word.idx for word in self.words]
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
        below: dict[int, list[Word]] = {number: [] for number in range(start, end)}
        for word, token in zip(words[start:end], self.parse[start:end], strict=True):
            word.head = words[token.head.i]
            word.left_edge, word.right_edge = words[token.left_edge.i], words[token.right_edge.i]
        for word in words[start:end]:
            head = word.head
            if head is not word and head.left_edge.i <= word.i <= head.right_edge.i:
                below[head.i].append(word)
        for number, children in below.items():
            word = words[number]
            word.children = tuple(children)
            word.n_lefts = sum(child.i < number for child in children)
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
        if first is None or last is None:
            return None
        if alignment_mode == "expand":
            if start == first.idx + len(first.text):
                return Extent(self, first.i + 1, last.i + 1)
        elif start != first.idx or end != last.idx + len(last.text):
            return None
        return Extent(self, first.i, last.i + 1)

    def _at(self, offset: int) -> Word | None:
        """The word there, or the one before the space there."""
        number = bisect_right(self._starts, offset) - 1
        if number < 0:
            return None
        word = self.words[number]
        inside = offset < word.idx + len(word.text) + len(word.whitespace_)
        return word if inside else None

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


def _depth(word: Word) -> int:
    """How many words stand above; marks and spaces with none below come last."""
    if (word.is_space or word.is_punct) and not word.children:
        return len(word.doc) - 1
    return len(word.ancestors)


def _fill(words: list[Word], text: str, parse: Any) -> None:
    import numpy as np
    from spacy import attrs

    if not words:
        return
    array = parse.to_array([getattr(attrs, name) for name in (*_STRINGS, *_NUMBERS)])
    keys, numbers = array[:, : len(_STRINGS)], array[:, len(_STRINGS) :].astype(np.int64)
    strings = parse.vocab.strings
    named = {key: strings[key] if key else "" for key in np.unique(keys).tolist()}
    for word, told, kept in zip(words, keys.tolist(), numbers.tolist(), strict=True):
        word.lower_, word.lemma_, word.pos_, word.tag_, word.dep_, word.ent_type_ = (
            named[key] for key in told
        )
        start, length, space, iob, begins, *flags = kept
        word.idx, word.text = start, text[start : start + length]
        word.whitespace_ = " " if space else ""
        word.ent_iob_ = _IOB[iob]
        word.is_sent_start = None if not begins else begins > 0
        word.is_alpha, word.is_punct, word.is_quote, word.is_space, word.is_title, word.is_upper = (
            bool(flag) for flag in flags
        )
