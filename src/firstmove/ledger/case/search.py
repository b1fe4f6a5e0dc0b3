"""Full-text search over the statements and sentences of a case, by SQLite's FTS5.

The index (``index.py``) gives ids and places; what is shown is read from the reports and checked.
"""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

import msgspec

from firstmove.errors import CaseError
from firstmove.ledger.case.asked import Asked, tests, unreadable
from firstmove.ledger.case.chosen import VALUE, Words, choose, reports_of
from firstmove.ledger.case.index import WORDS, available
from firstmove.ledger.entry import Entry
from firstmove.report import Report, Span
from firstmove.statement import Statement

_PHRASE = re.compile(r'"([^"]*)"?(\*?)|([^\s"]+)')
_MOST_TERMS = 32
_ON, _OFF = "\ue000", "\ue001"  # private use: no text has them


@dataclass(frozen=True, slots=True)
class Hit:
    """One place found. ``sentence`` is where it stands, ``marks`` the words that were looked for.

    ``statement`` and ``entry`` are None for a sentence of a report.
    """

    report: Report
    sentence: Span
    marks: tuple[Span, ...]
    statement: Statement | None = None
    entry: Entry | None = None


@dataclass(frozen=True, slots=True)
class Found:
    """The best hits first, at most as many as asked for; ``total`` counts all.

    ``of``: "statement", or "sentence" of reports.
    """

    of: str
    terms: tuple[str, ...]
    total: int
    hits: tuple[Hit, ...]


def terms_of(words: Iterable[str]) -> tuple[str, ...]:
    """What is looked for: words, phrases in quotation marks, beginnings with a star.

    Raises CaseError where no word is left.
    """
    found: list[str] = []
    for word in words:
        text = "".join(c if c.isprintable() else " " for c in word)
        text = text.replace("“", '"').replace("”", '"')
        if " " in text.strip() and '"' not in text:
            text = f'"{text}"'  # the shell took the marks away
        for match in _PHRASE.finditer(text):
            phrase = match[1] if match[3] is None else match[3]
            star = "*" if (match[2] or phrase.endswith("*")) else ""
            if any(c.isalnum() for c in phrase):
                found.append(" ".join(phrase.rstrip("*").split()) + star)
    if not found or len(found) > _MOST_TERMS:
        raise CaseError(
            "there is no word to look for" if not found else f"more than {_MOST_TERMS} words",
            where="search",
            remedy='Give words, phrases in quotation marks, or beginnings: truce "first step" min*',
        )
    return tuple(dict.fromkeys(found))


def find(
    connection: sqlite3.Connection,
    words: Iterable[str],
    asked: Asked,
    *,
    where: str,
    reports: bool = False,
    limit: int = 20,
) -> Found:
    """Statements with all the words, in what is said or in the names of who says it to whom; with
    ``reports`` sentences of reports. ``stored.there`` must be true. Raises CaseError."""
    terms = terms_of(words)
    if not available(connection):
        raise CaseError(
            "this build of SQLite has no full-text search (FTS5)",
            remedy="Use a Python whose sqlite3 module has it.",
        )
    asked_for = tests(connection, asked)
    try:
        if reports:
            total, hits = _in_sentences(connection, terms, asked_for, limit)
        else:
            total, hits = _in_statements(connection, terms, asked_for, limit)
    except (msgspec.MsgspecError, ValueError, KeyError) as error:
        raise unreadable(error, where) from error
    return Found("sentence" if reports else "statement", terms, total, tuple(hits))


def _in_statements(
    connection: sqlite3.Connection, terms: Sequence[str], asked: dict[str, str], limit: int
) -> tuple[int, list[Hit]]:
    source = (
        "searched_statement f JOIN searched d ON d.number = f.rowid "
        "JOIN merged_statement m ON m.id = d.id JOIN merged_entry e ON e.id = m.entry"
    )
    total, found = _matches(connection, "searched_statement", source, terms, asked, limit)
    these = "(SELECT value FROM json_each(?))"
    within = f"e.id IN (SELECT entry FROM merged_statement WHERE id IN {these})"  # noqa: S608
    ids = msgspec.json.encode([id_ for id_, *_ in found]).decode()
    chosen = choose(connection, VALUE, {within: ids})
    holder = {id_: entry for entry, _ in chosen.entries for id_ in entry.statements}
    said = {id_: statement.known_as(id_) for id_, (statement, _) in chosen.statements.items()}
    told_in = reports_of(connection, chosen.words.reports, Words(()), sentences=False)
    reports = {reading.report.id: reading.report for reading in told_in}
    spans = [reports[report].span(start, end) for _, report, start, end in found]
    return total, [
        Hit(reports[report], span, told, said[id_], holder[id_])
        for (id_, report, _, _), span, told in zip(
            found, spans, _marked(connection, spans, terms), strict=True
        )
    ]


def _in_sentences(
    connection: sqlite3.Connection, terms: Sequence[str], asked: dict[str, str], limit: int
) -> tuple[int, list[Hit]]:
    source = "searched_sentence f JOIN searched d ON d.number = f.rowid"
    (report,) = [told for test, told in asked.items() if "report" in test] or [""]
    only = {"d.report = ?": report} if report else {}
    total, found = _matches(connection, "searched_sentence", source, terms, only, limit)
    told_in = reports_of(connection, {id_ for _, id_, _, _ in found}, Words(()), sentences=False)
    reports = {reading.report.id: reading.report for reading in told_in}
    spans = [reports[report].span(start, end) for _, report, start, end in found]
    return total, [
        Hit(reports[span.report_id], span, told)
        for span, told in zip(spans, _marked(connection, spans, terms), strict=True)
    ]


def _matches(
    connection: sqlite3.Connection,
    table: str,
    source: str,
    terms: Sequence[str],
    asked: dict[str, str],
    limit: int,
) -> tuple[int, list[tuple[str, str, int, int]]]:
    """How many rows match, and the id, report and place of the best."""
    where = " AND ".join((f"{table} MATCH ?", *asked))
    values = (" AND ".join(map(_quoted, terms)), *asked.values())
    (total,) = connection.execute(
        f"SELECT count(*) FROM {source} WHERE {where}",  # noqa: S608
        values,
    ).fetchone()
    found = connection.execute(
        f'SELECT d.id, d.report, d."start", d."end" FROM {source} WHERE {where} '  # noqa: S608
        'ORDER BY f.rank, d.report, d."start", d.id LIMIT ?',
        (*values, limit),
    ).fetchall()
    return total, found


def _quoted(term: str) -> str:
    """A term in FTS5's own language: nothing in it can be taken for an operator."""
    star = " *" if term.endswith("*") else ""
    return f'"{term.rstrip("*").replace(chr(34), chr(34) * 2)}"{star}'


def _marked(
    connection: sqlite3.Connection, spans: Sequence[Span], terms: Sequence[str]
) -> Iterator[tuple[Span, ...]]:
    """Where the words that were looked for stand in each passage, as the index finds them."""
    connection.execute(f"CREATE VIRTUAL TABLE IF NOT EXISTS temp.shown USING fts5(said, {WORDS})")
    connection.execute("DELETE FROM temp.shown")
    connection.executemany(
        "INSERT INTO temp.shown (rowid, said) VALUES (?, ?)",
        [(n, span.quote) for n, span in enumerate(spans)],
    )
    told = dict(
        connection.execute(
            "SELECT rowid, highlight(shown, 0, ?, ?) FROM temp.shown WHERE shown MATCH ?",
            (_ON, _OFF, " OR ".join(map(_quoted, terms))),
        ).fetchall()
    )
    for n, span in enumerate(spans):
        yield tuple(_between(span, told.get(n, span.quote)))


def _between(span: Span, text: str) -> Iterator[Span]:
    if text.replace(_ON, "").replace(_OFF, "") != span.quote:
        return  # the report itself has such characters
    at, start = span.start, 0
    for piece in re.split(f"({_ON}|{_OFF})", text):
        if piece == _ON:
            start = at
        elif piece == _OFF:
            first = start - span.start
            yield Span(span.report_id, start, at, span.quote[first : at - span.start])
        else:
            at += len(piece)
