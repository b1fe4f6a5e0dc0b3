"""A part of a case: the entries of one party, kind, relation or report, with what they stand on."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from typing import Any

import msgspec

from firstmove.ledger.case import rows, stored
from firstmove.ledger.case.around import Around, around
from firstmove.ledger.case.asked import Asked, report_of, side_of, tests, unreadable
from firstmove.ledger.case.beside import Beside
from firstmove.ledger.case.chosen import (
    SHOWN,
    VALUE,
    Chosen,
    E,
    S,
    Words,
    choose,
    in_order,
    places,
    reports_of,
    sources,
)
from firstmove.ledger.decisions import Gone, Ruled
from firstmove.ledger.document import Document, entry_row, report_row, told_row
from firstmove.ledger.entry import Contradiction, Occasion, Party, Tally, View
from firstmove.ledger.parties.names import fold
from firstmove.statement import Figure, Reading

_FIGURES: Any = tuple[Figure, ...] | None
_GONE: Any = tuple[Gone, ...]


@dataclass(frozen=True, slots=True)
class Shown:
    """A part of a case of which most is JSON, as documents have it.

    ``rest`` is the view of it without its reports, entries and statements.
    """

    rest: View
    reports: tuple[msgspec.Raw, ...]
    entries: tuple[msgspec.Raw, ...]
    statements: tuple[msgspec.Raw, ...]


def part_of(view: View, asked: Asked) -> View:
    """The entries asked for, with their statements and reports, figures and dates in their words.

    Beside them stands what ``beside`` finds: a thing that they count is shown with all who count
    it. Parties stand without the places where they are named. What the outlets tell themselves,
    copies, problems and what is told as not known belong to no entry and are left out.
    Raises CaseError for a party or report that is not in the case.
    """
    report = report_of([(r.id, r.name) for r in view.reports], asked.report)
    side = side_of([p.name for p in view.parties], asked.party)
    entries = tuple(
        entry
        for entry in view.entries
        if (not side or fold(entry.party) == side)
        and asked.kind in (None, entry.kind)
        and asked.relation in (None, entry.relation)
        and (not report or report in entry.reports)
    )
    ids = {id_ for entry in entries for id_ in entry.statements}
    statements = tuple(s for s in view.statements if s.id in ids)
    sides = (*map(stored.bare, view.parties), stored.bare(Party("", view.people)))
    found = around(
        Beside(view.occasions, view.tallies, view.contradictions, view.notes),
        {(entry.party, entry.speaker) for entry in entries},
        ids,
        Words(statements),
        sides,
    )
    told = found.reports
    at = tuple(n for n, r in enumerate(view.reports) if r.id in told)
    return found.view(
        origins=view.origins,
        figures=view.figures,
        dates=view.dates,
        entries=entries,
        statements=statements,
        reports=tuple(view.reports[n] for n in at),
        places=at,
        sentences=tuple(one for one in view.sentences if one[0] in told),
        decisions=view.decisions,
        gone=view.gone,
        of=len(view.reports),
    )


def shown_of(view: View) -> Shown:
    """A part as documents have it."""
    return Shown(
        replace(view, reports=(), places=(), entries=(), statements=()),
        tuple(_raw(report_row(report, text=False)) for report in view.reports),
        tuple(_raw(entry_row(entry)) for entry in view.entries),
        tuple(_raw(told_row(statement)) for statement in view.statements),
    )


def load(connection: sqlite3.Connection, asked: Asked, where: str, *, texts: bool = True) -> View:
    """``part_of`` from what the case file keeps merged; nothing else is read.

    Without ``texts`` the reports have no text and nothing that is held against it: no passages set
    aside, sentences, figures, dates. ``stored.there`` must be true. Raises CaseError.
    """
    with _readable(where):
        chosen = choose(connection, VALUE, tests(connection, asked))
        found = _around(connection, chosen)
        if texts:
            readings = reports_of(connection, found.reports, found.words)
        else:
            readings = in_order(rows.named(connection, found.reports))
        gone = stored.value(connection, "gone", _GONE) or ()
        place = places(connection, {one.report.id for one in gone})
        return _view(
            connection,
            found,
            readings,
            entries=tuple(entry for entry, _ in chosen.entries),
            statements=tuple(one.known_as(id_) for id_, (one, _) in chosen.statements.items()),
            reports=tuple(reading.report for reading in readings),
            places=tuple(place[reading.report.id] for reading in readings),
            sentences=tuple((r.report.id, r.sentences) for r in readings if r.sentences),
            gone=gone,
            of=len(place),
        )


def load_shown(connection: sqlite3.Connection, asked: Asked, where: str) -> Shown:
    """``shown_of`` the part that is asked for, from what the case file keeps in that form."""
    with _readable(where):
        chosen = choose(connection, SHOWN, tests(connection, asked))
        found = _around(connection, chosen)
        # Texts are read only where a figure or a date is held against them.
        counting = rows.counting(connection, found.reports, found.words.at)
        readings = reports_of(connection, counting, found.words, sentences=False)
        gone = stored.value(connection, "gone", _GONE) or ()
        rest = _view(connection, found, readings, reports=(), statements=(), entries=(), gone=gone)
        return Shown(
            rest,
            tuple(map(msgspec.Raw, sources(connection, found.reports))),
            tuple(msgspec.Raw(told) for _, told in chosen.entries),
            tuple(msgspec.Raw(told) for _, told in chosen.statements.values()),
        )


@contextmanager
def _readable(where: str) -> Iterator[None]:
    try:
        yield
    except (msgspec.MsgspecError, ValueError, KeyError) as error:
        raise unreadable(error, where) from error


def _around(connection: sqlite3.Connection, chosen: Chosen[E, S]) -> Around:
    return around(
        Beside(
            stored.value(connection, "occasions", tuple[Occasion, ...]) or (),
            stored.value(connection, "tallies", tuple[Tally, ...]) or (),
            stored.value(connection, "contradictions", tuple[Contradiction, ...]) or (),
            stored.value(connection, "notes", tuple[str, ...]) or (),
        ),
        {(entry.party, entry.speaker) for entry, _ in chosen.entries},
        chosen.statements.keys(),
        chosen.words,
        stored.value(connection, "sides", tuple[Party, ...]) or (),
    )


def _view(
    connection: sqlite3.Connection, found: Around, readings: Sequence[Reading], **told: Any
) -> View:
    decided = stored.value(connection, "figures", _FIGURES)
    figures = [figure for reading in readings for figure in reading.figures]
    return found.view(
        origins=stored.value(connection, "origins", tuple[tuple[str, ...], ...]) or (),
        figures=figures if decided is None else decided,
        dates=[when for reading in readings for when in reading.dates],
        decisions=stored.value(connection, "decisions", tuple[Ruled, ...]) or (),
        **told,
    )


def _raw(row: Document) -> msgspec.Raw:
    return msgspec.Raw(msgspec.json.encode(row))
