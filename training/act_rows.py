"""What the kinds model learns acts from: the marked articles of ``data/acts``, as they are read.

The form of an article is that of ``evaluation/act_articles.py``; those on which is reported lie in
``evaluation/data/acts``.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from evaluation.act_articles import SELF, ActMark, Article, articles, of_statement, placed
from firstmove.reading import open_text, read_report
from firstmove.reading.acts.stance import LABELS, NOTHING, holds
from firstmove.reading.kinds.input import KindInput
from firstmove.reading.kinds.model import input_of
from firstmove.statement import Statement

NO_LABEL = -100  # of a piece that is not asked about


@dataclass(frozen=True, slots=True)
class ActRow:
    """A row for the encoder with the number of a label for each id."""

    given: KindInput
    labels: tuple[int, ...]


def act_rows(folder: Path) -> list[ActRow]:
    return [row for one in articles(folder) for row in _rows(one)]


def _rows(one: Article) -> Iterator[ActRow]:
    """One for each statement that is read in the article."""
    reading = read_report(open_text(one.text, name=one.name))
    marks = placed(one, reading.report.text)
    for statement in reading.statements:
        given = input_of(reading.report.text, statement)
        own = of_statement(statement, marks, reading.statements)
        yield ActRow(given, tuple(_labels(given, statement, own)))


def _labels(given: KindInput, statement: Statement, marks: Sequence[ActMark]) -> Iterator[int]:
    """Of each piece of the statement's own words; only at the head of an act is it one."""
    doers = {m.head: "self" if m.doer == SELF else "other" for m in marks}
    names = {m.head: f"{m.stance}, {doers[m.head]}" for m in marks}
    for place in given.at:
        asked = place >= 0 and holds(statement, place)
        yield LABELS.index(names.get(place, NOTHING)) if asked else NO_LABEL
