"""A case file checked against itself: what it says must follow from the texts in it."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass

from firstmove.errors import CaseError
from firstmove.ledger import kept, rows
from firstmove.ledger.meaning import Meanings
from firstmove.ledger.merge import merge
from firstmove.ledger.telling import spoken
from firstmove.statement import Reading

_SAME = 0.999  # cosine of a vector with itself made anew; processors differ in the last bits


@dataclass(frozen=True, slots=True)
class Verified:
    """How much was checked, and one sentence for each thing that is not as it should be."""

    reports: int
    statements: int
    entries: int
    vectors: int
    problems: tuple[str, ...] = ()

    @property
    def whole(self) -> bool:
        return not self.problems


def verified(connection: sqlite3.Connection) -> Verified:
    """Check a case file. What cannot be read is a problem, not an error; the rest is checked.

    The store itself (pages, foreign keys); each report's id against its text, each span against
    the words that stand there, each value against its type; each kept vector of a statement against
    one made anew; the entries merged with kept vectors against those merged without.
    """
    problems = [
        f"The file is damaged: {told}."
        for (told,) in connection.execute("PRAGMA integrity_check")
        if told != "ok"
    ]
    problems += [
        f"A row of {table} belongs to no {parent}."
        for table, _, parent, _ in connection.execute("PRAGMA foreign_key_check")
    ]
    readings: list[Reading] = []
    for (id_,) in connection.execute("SELECT id FROM report ORDER BY position").fetchall():
        try:
            readings.extend(rows.load(connection, id_))
        except CaseError as error:
            problems.append(str(error))
    texts = {spoken(s): None for reading in readings for s in reading.statements}
    known, anew = kept.load(connection), Meanings()
    cosines = (known.of(texts) * anew.of(texts)).sum(axis=1).tolist()
    made = len(known.new)
    other = {text for text, near in zip(texts, cosines, strict=True) if text and near < _SAME}
    problems += [f"The kept vector of “{text[:60]}” is not its own." for text in sorted(other)]
    view = merge(readings, meanings=anew)
    if not other and merge(readings, meanings=known) != view:
        problems.append("The entries are others when the kept vectors are made anew.")
    return Verified(
        len(view.reports),
        len(view.statements),
        len(view.entries),
        len(texts) - made,
        tuple(problems),
    )
