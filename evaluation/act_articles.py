"""News articles in which each act is marked that somebody takes a position on.

An article is a text file: the article, a line ``---``, then one mark a line::

    holder | stance | doer | words of the text with the <head> of the act

``stance`` is ``for``, ``against``, ``if`` or ``if not``, to the act without its negation ("will not
sign" is ``against <sign>``, "unless it reopens" is ``if not <reopens>``); holder and doer are words
of the text, or ``self`` for a doer on the holder's own side, ``?`` for one whom nobody can tell.
The words with the head stand once in the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from firstmove.reading.acts.stance import STANCES, holds
from firstmove.statement import Statement

SELF = "self"
_HEAD = re.compile(r"<([^<> ]+)>")
_AHEAD = 40  # characters by which a place is found again in the text as it was read


@dataclass(frozen=True, slots=True)
class ActMark:
    """An act and who takes which position on it; ``head`` is where its head word begins."""

    holder: str
    stance: str
    doer: str
    head: int


@dataclass(frozen=True, slots=True)
class Article:
    name: str
    text: str
    marks: tuple[ActMark, ...]


def articles(folder: Path) -> Iterator[Article]:
    """Raises NotADirectoryError, and ValueError as ``article`` does."""
    if not folder.is_dir():
        raise NotADirectoryError(folder)
    for path in sorted(folder.glob("*.txt")):
        yield article(path)


def article(path: Path) -> Article:
    """Raises ValueError, with the line, where a mark is not of the form."""
    text, _, notes = path.read_text(encoding="utf-8").partition("\n---\n")
    marks = (_mark(path.name, text, line) for line in notes.splitlines() if line.strip())
    return Article(path.stem, text, tuple(marks))


def _mark(name: str, text: str, line: str) -> ActMark:
    parts = line.strip().split(" | ")
    head = _HEAD.search(parts[-1])
    words = _HEAD.sub(r"\1", parts[-1])
    if len(parts) != 4 or parts[1] not in STANCES or head is None or text.count(words) != 1:
        raise ValueError(
            f"{name}: {line!r} is not “holder | for, against, if or if not | doer | words with the "
            "<head>”, the words once in the text"
        )
    return ActMark(parts[0], parts[1], parts[2], text.index(words) + head.start())


def placed(one: Article, text: str) -> list[ActMark]:
    """The marks with their places in the text of the report, in which spaces may differ."""
    found = []
    for mark in one.marks:
        words = one.text[mark.head : mark.head + _AHEAD].split()
        pattern = re.compile(r"\s+".join(map(re.escape, words)))
        nth = len(pattern.findall(one.text[: mark.head]))
        places = [m.start() for m in pattern.finditer(text)]
        if len(places) > nth:
            found.append(replace(mark, head=places[nth]))
    return found


def of_statement(
    statement: Statement, marks: Sequence[ActMark], every: Sequence[Statement]
) -> list[ActMark]:
    """Those marks in the words of a statement that are its speaker's, or no other's who is read
    there: of "X said that Y wants it", where Y's wish is read as well, it is Y's."""
    return [
        mark
        for mark in marks
        if holds(statement, mark.head)
        and (
            is_holder(statement, mark.holder)
            or not any(is_holder(s, mark.holder) and holds(s, mark.head) for s in every)
        )
    ]


def is_holder(statement: Statement, holder: str) -> bool:
    """Whether the speaker goes by these words: a proper name in common, or the last word."""
    speaker = statement.speaker
    if speaker is None:
        return False
    told = {*speaker.name.split(), *speaker.party.split(), *speaker.span.quote.split()}
    words = holder.split()
    proper = {w for w in words if w[0].isupper()} - {"The", "A", "An"}
    return words[-1] in told or bool(proper & told)
