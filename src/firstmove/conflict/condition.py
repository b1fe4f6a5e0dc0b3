"""Conditions over options, as values: what holds in which state.

The language that people write them in is read by ``language.parse_condition``.
"""

from __future__ import annotations

import re
import unicodedata
from abc import ABC, abstractmethod
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Generic, TypeVar

from firstmove.errors import ModelError

T = TypeVar("T")

RESERVED = frozenset({"and", "or", "not", "if", "only", "iff", "unless"})

NAME_PATTERN = r"[^\W\d]\w*(?:[.-]\w+)*"
_ONE_NAME = re.compile(NAME_PATTERN)

# How tightly each form binds; an operand that binds no tighter than its place asks is bracketed.
_LINK, _OR, _AND, _NOT, _ATOM = range(5)


@dataclass(frozen=True, slots=True)
class Algebra(Generic[T]):
    """What the four ways to build a condition mean: truth values, arrays, decision diagrams."""

    leaf: Callable[[str], T]
    negate: Callable[[T], T]
    every: Callable[[Sequence[T]], T]
    some: Callable[[Sequence[T]], T]

    def at(self, leaf: Callable[[str], T]) -> Algebra[T]:
        """The same algebra where names have the values that ``leaf`` gives."""
        return replace(self, leaf=leaf)


class Condition(ABC):
    """A condition on a state. Frozen; ``parse_condition(str(c)) == c``."""

    __slots__ = ()

    @abstractmethod
    def fold(self, algebra: Algebra[T]) -> T:
        """The condition's value in ``algebra``."""

    @abstractmethod
    def text(self, rename: Callable[[str], str] = str) -> str:
        """The condition in its own language; ``rename`` gives what to write for a name."""

    @property
    @abstractmethod
    def parts(self) -> tuple[Condition, ...]:
        """The conditions that this one is made of, in the order in which they are written."""

    @property
    @abstractmethod
    def binding(self) -> int: ...

    def holds(self, values: Mapping[str, bool]) -> bool:
        """Whether it holds where each name has the given value; KeyError for a missing one."""
        return self.fold(Algebra(values.__getitem__, _negate, all, any))

    def decide(self, values: Mapping[str, bool]) -> bool | None:
        """As ``holds``, but None where ``values`` do not settle it (Kleene's three values)."""
        return self.fold(THREE_VALUED.at(values.get))

    @property
    def names(self) -> tuple[str, ...]:
        """The names it mentions, each once, in order of appearance."""
        return tuple(dict.fromkeys(self._names()))

    def _names(self) -> Iterator[str]:
        for part in self.parts:
            yield from part._names()

    def _operand(self, part: Condition, loosest: int, rename: Callable[[str], str]) -> str:
        text = part.text(rename)
        return text if part.binding >= loosest else f"({text})"

    def __str__(self) -> str:
        return self.text()


@dataclass(frozen=True, slots=True)
class Name(Condition):
    """An option, or a condition that the model defines under this name."""

    id: str

    def __post_init__(self) -> None:
        if not is_name(self.id):
            raise ModelError(f"“{self.id}” cannot be a name", remedy=NAME_RULE)

    parts = ()
    binding = _ATOM

    def fold(self, algebra: Algebra[T]) -> T:
        return algebra.leaf(self.id)

    def text(self, rename: Callable[[str], str] = str) -> str:
        return rename(self.id)

    def _names(self) -> Iterator[str]:
        yield self.id


@dataclass(frozen=True, slots=True)
class Not(Condition):
    operand: Condition

    binding = _NOT

    @property
    def parts(self) -> tuple[Condition, ...]:
        return (self.operand,)

    def fold(self, algebra: Algebra[T]) -> T:
        return algebra.negate(self.operand.fold(algebra))

    def text(self, rename: Callable[[str], str] = str) -> str:
        return f"not {self._operand(self.operand, _NOT, rename)}"


@dataclass(frozen=True, slots=True)
class And(Condition):
    """Two or more conditions that all hold."""

    operands: tuple[Condition, ...]

    binding = _AND

    def __post_init__(self) -> None:
        _two_or_more(self.operands)

    @property
    def parts(self) -> tuple[Condition, ...]:
        return self.operands

    def fold(self, algebra: Algebra[T]) -> T:
        return algebra.every([part.fold(algebra) for part in self.operands])

    def text(self, rename: Callable[[str], str] = str) -> str:
        return " and ".join(self._operand(part, _NOT, rename) for part in self.operands)


@dataclass(frozen=True, slots=True)
class Or(Condition):
    """Two or more conditions of which at least one holds."""

    operands: tuple[Condition, ...]

    binding = _OR

    def __post_init__(self) -> None:
        _two_or_more(self.operands)

    @property
    def parts(self) -> tuple[Condition, ...]:
        return self.operands

    def fold(self, algebra: Algebra[T]) -> T:
        return algebra.some([part.fold(algebra) for part in self.operands])

    def text(self, rename: Callable[[str], str] = str) -> str:
        return " or ".join(self._operand(part, _AND, rename) for part in self.operands)


@dataclass(frozen=True, slots=True)
class _Link(Condition):
    """Two conditions joined by a word: ``first WORD second``."""

    first: Condition
    second: Condition

    binding = _LINK
    word = ""

    @property
    def parts(self) -> tuple[Condition, ...]:
        return (self.first, self.second)

    def fold(self, algebra: Algebra[T]) -> T:
        first = self.first.fold(algebra)
        second = self.second.fold(algebra)
        return self._join(first, second, algebra)

    @abstractmethod
    def _join(self, first: T, second: T, algebra: Algebra[T]) -> T: ...

    def text(self, rename: Callable[[str], str] = str) -> str:
        first = self._operand(self.first, _OR, rename)
        second = self._operand(self.second, _OR, rename)
        return f"{first} {self.word} {second}"


@dataclass(frozen=True, slots=True)
class If(_Link):
    """``first if second``: not second, or first."""

    word = "if"

    def _join(self, first: T, second: T, algebra: Algebra[T]) -> T:
        return algebra.some([algebra.negate(second), first])


@dataclass(frozen=True, slots=True)
class OnlyIf(_Link):
    """``first only if second``: not first, or second."""

    word = "only if"

    def _join(self, first: T, second: T, algebra: Algebra[T]) -> T:
        return algebra.some([algebra.negate(first), second])


@dataclass(frozen=True, slots=True)
class Iff(_Link):
    """``first iff second``: both, or neither."""

    word = "iff"

    def _join(self, first: T, second: T, algebra: Algebra[T]) -> T:
        return algebra.some(
            [
                algebra.every([first, second]),
                algebra.every([algebra.negate(first), algebra.negate(second)]),
            ]
        )


@dataclass(frozen=True, slots=True)
class Unless(_Link):
    """``first unless second``: first, or second."""

    word = "unless"

    def _join(self, first: T, second: T, algebra: Algebra[T]) -> T:
        return algebra.some([first, second])


NAME_RULE = (
    "a name starts with a letter or “_”, goes on with letters, digits, “_”, and single “.” or “-” "
    f"between them, and is none of the words {', '.join(sorted(RESERVED))}"
)


def is_name(text: str) -> bool:
    """Whether ``text`` can be the id of an option, a decision maker or a defined condition."""
    return (
        len(text) <= 200
        and _ONE_NAME.fullmatch(text) is not None
        and text.lower() not in RESERVED
        and unicodedata.is_normalized("NFC", text)
    )


def _two_or_more(operands: tuple[Condition, ...]) -> None:
    if len(operands) < 2:
        raise ValueError("“and” and “or” join two conditions or more")


def _negate(value: bool) -> bool:
    return not value


def _negate3(value: bool | None) -> bool | None:
    return None if value is None else not value


def _every3(values: Sequence[bool | None]) -> bool | None:
    if False in values:
        return False
    return None if None in values else True


def _some3(values: Sequence[bool | None]) -> bool | None:
    if True in values:
        return True
    return None if None in values else False


def _nothing_known(name: str) -> bool | None:
    return None


# Kleene's strong logic of three values; None is "not known".
THREE_VALUED: Algebra[bool | None] = Algebra(_nothing_known, _negate3, _every3, _some3)
