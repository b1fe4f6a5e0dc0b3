"""A word of a parse and a run of words: what rules ask of spaCy's tokens and spans, kept."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from firstmove.reading.parsing.words import Words


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


def _depth(word: Word) -> int:
    """How many words stand above; marks and spaces with none below come last."""
    if (word.is_space or word.is_punct) and not word.children:
        return len(word.doc) - 1
    return len(word.ancestors)
