"""The condition language over options: ``ru.respond if us.first_move and not truce``.

Grammar, loosest binding first (words in any case, names are option ids or defined names)::

    condition = either [ link either ]
    link      = "if" | "only if" | "iff" | "if and only if" | "unless"
    either    = both { "or" both }
    both      = negation { "and" negation }
    negation  = "not" negation | "(" condition ")" | name

``A if B`` is *not B or A*; ``A only if B`` is *not A or B*; ``A iff B`` is both; ``A unless B`` is
*A or B*. A second link at the same level (``a if b if c``) has no agreed reading and is an error.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from firstmove.conflict.condition import (
    NAME_PATTERN,
    NAME_RULE,
    RESERVED,
    And,
    Condition,
    If,
    Iff,
    Name,
    Not,
    OnlyIf,
    Or,
    Unless,
)
from firstmove.errors import ModelError

MAX_LENGTH = 10_000  # characters of one condition
MAX_DEPTH = 100  # brackets and "not"s inside one another

_TOKEN = re.compile(
    rf"(?P<name>{NAME_PATTERN})|(?P<open>\()|(?P<close>\))|(?P<space>\s+)|(?P<bad>.)"
)

Link = type[If] | type[OnlyIf] | type[Iff] | type[Unless]


def parse_condition(text: str) -> Condition:
    """The condition that ``text`` says.

    Raises ModelError with the column and what to write instead.
    """
    return _Parser(text).whole()


@dataclass(frozen=True, slots=True)
class _Token:
    kind: str  # a reserved word, "name", "(", ")" or "end"
    text: str
    column: int  # counted from 1


_SYMBOLS = {
    "&": "and", "|": "or", "!": "not", "~": "not", "-": "not", "¬": "not", "∧": "and", "∨": "or",
    ">": "if or only if", "=": "iff", "→": "only if", "↔": "iff", ",": "and", "+": "or",
}  # fmt: skip


class _Parser:
    """Recursive descent, one method for each line of the grammar."""

    def __init__(self, text: str) -> None:
        self.text = unicodedata.normalize("NFC", text)
        if len(text) > MAX_LENGTH:
            raise ModelError(
                f"the condition has {len(text):,} characters",
                remedy=f"at most {MAX_LENGTH:,} are read; name its parts in [define] and use them",
            )
        self.tokens = list(self._tokens())
        self.at = 0
        self.depth = 0

    def _tokens(self) -> Iterator[_Token]:
        for match in _TOKEN.finditer(self.text.replace("\n", " ")):
            kind, word, column = match.lastgroup, match.group(), match.start() + 1
            if kind == "bad":
                instead = _SYMBOLS.get(word)
                raise self._error(
                    f"“{word}” is not part of the language",
                    column,
                    f"write “{instead}”" if instead else NAME_RULE[0].upper() + NAME_RULE[1:],
                )
            if kind == "name":
                lower = word.lower()
                yield _Token(lower if lower in RESERVED else "name", word, column)
            elif kind != "space":
                yield _Token(word, word, column)
        yield _Token("end", "", len(self.text) + 1)

    def _error(self, what: str, column: int, remedy: str) -> ModelError:
        shown = self.text if len(self.text) <= 120 else self.text[:117] + "…"
        return ModelError(what, where=f"“{shown}”, column {column}", remedy=remedy)

    @property
    def next(self) -> _Token:
        return self.tokens[self.at]

    def take(self, kind: str) -> bool:
        if self.next.kind != kind:
            return False
        self.at += 1
        return True

    def whole(self) -> Condition:
        if self.next.kind == "end":
            raise ModelError(
                "the condition is empty", remedy="name an option, as in “us.sign and not truce”"
            )
        condition = self.condition()
        token = self.next
        if token.kind == ")":
            raise self._error("this bracket closes nothing", token.column, "take it out")
        if token.kind != "end":
            raise self._error(
                f"“{token.text}” comes where the condition could end",
                token.column,
                "join conditions by and, or, if, only if, iff or unless",
            )
        return condition

    def condition(self) -> Condition:
        first = self.either()
        link = self.link()
        if link is None:
            return first
        made = link(first, self.either())
        column = self.next.column
        if self.link() is not None:
            raise self._error(
                f"a second “if”, “only if”, “iff” or “unless” after “{link.word}”",
                column,
                "put brackets round what belongs together: “a if (b if c)” or “(a if b) if c”",
            )
        return made

    def link(self) -> Link | None:
        column = self.next.column
        if self.take("iff"):
            return Iff
        if self.take("unless"):
            return Unless
        if self.take("only"):
            if not self.take("if"):
                raise self._error("“only” without “if”", column, "write “a only if b”")
            return OnlyIf
        if not self.take("if"):
            return None
        if self.next.kind == "and":  # "if and only if"
            if [t.kind for t in self.tokens[self.at : self.at + 3]] != ["and", "only", "if"]:
                raise self._error("a condition is missing after “if”", column, "write “a if b”")
            self.at += 3
            return Iff
        return If

    def either(self) -> Condition:
        operands = [self.both()]
        while self.take("or"):
            operands.append(self.both())
        return operands[0] if len(operands) == 1 else Or(tuple(operands))

    def both(self) -> Condition:
        operands = [self.negation()]
        while self.take("and"):
            operands.append(self.negation())
        return operands[0] if len(operands) == 1 else And(tuple(operands))

    def negation(self) -> Condition:
        token = self.next
        self.depth += 1
        if self.depth > MAX_DEPTH:
            raise self._error(
                f"more than {MAX_DEPTH} brackets and “not”s inside one another",
                token.column,
                "name its parts in [define] and use them",
            )
        made: Condition
        if self.take("not"):
            made = Not(self.negation())
        elif self.take("("):
            made = self.condition()
            if not self.take(")"):
                raise self._error("this bracket is not closed", token.column, "add “)”")
        elif self.take("name"):
            made = Name(token.text)
        else:
            found = f"“{token.text}”" if token.text else "the end"
            remedy = "put an option, “not” or “(” here"
            if token.kind == "if" and self.at == 0:
                remedy = "write the condition after what depends on it: “a if b”"
            raise self._error(f"an option is missing before {found}", token.column, remedy)
        self.depth -= 1
        return made
