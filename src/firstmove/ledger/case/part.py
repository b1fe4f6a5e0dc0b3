"""A part of a case: the entries of one party, kind, relation or report, with what they stand on."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Collection, Iterable, Sequence
from datetime import date
from operator import itemgetter
from typing import Any

import msgspec

from firstmove.ledger.case import rows, stored
from firstmove.ledger.case.asked import Asked, report_of, side_of, tests, unreadable
from firstmove.ledger.case.beside import Beside, beside
from firstmove.ledger.case.checked import check
from firstmove.ledger.deciding.decisions import Gone, Ruled
from firstmove.ledger.entry import Contradiction, Entry, Occasion, Party, Tally, View
from firstmove.ledger.parties.names import fold
from firstmove.report import Report, Span
from firstmove.statement import Figure, Reading, Statement, When

_FIGURES: Any = tuple[Figure, ...] | None


def part_of(view: View, asked: Asked) -> View:
    """The entries asked for, with their statements and reports, figures and dates in their words.

    Beside them stands what ``beside`` finds: a thing that they count is shown with all who count
    it. Parties stand without the places where they are named. What the outlets tell themselves,
    copies, problems and what is told as not known belong to no entry and are left out.
    Raises CaseError for a party or report that is not in the case.
    """
    report = report_of([(r.id, r.name) for r in view.reports], asked.report)
    side = side_of([p.name for p in view.parties], asked.party)
    chosen = [
        entry
        for entry in view.entries
        if (not side or fold(entry.party) == side)
        and asked.kind in (None, entry.kind)
        and asked.relation in (None, entry.relation)
        and (not report or report in entry.reports)
    ]
    ids = {id_ for entry in chosen for id_ in entry.statements}
    statements = [s for s in view.statements if s.id in ids]
    sides = (*map(stored.bare, view.parties), stored.bare(Party("", view.people)))
    whole = Beside(view.occasions, view.tallies, view.contradictions, view.notes)
    found = _beside(whole, chosen, statements, sides)
    reports = {s.report_id for s in statements} | found.counting
    return _view(
        chosen,
        statements,
        [(n, r) for n, r in enumerate(view.reports) if r.id in reports],
        found,
        sides=sides,
        origins=view.origins,
        figures=view.figures,
        dates=view.dates,
        sentences=[(id_, told) for id_, told in view.sentences if id_ in reports],
        decisions=view.decisions,
        gone=view.gone,
        of=len(view.reports),
    )


def load(
    connection: sqlite3.Connection, asked: Asked, where: str, *, sentences: bool = True
) -> View:
    """The same from what the case file keeps merged; nothing else is read.

    ``sentences``: whether the places of sentences are asked for, of which there are many.
    ``stored.there`` must be true. What is read is checked like all that is. Raises CaseError.
    """
    try:
        return _load(connection, asked, sentences)
    except (msgspec.MsgspecError, ValueError, KeyError) as error:
        raise unreadable(error, where) from error


def statements(
    connection: sqlite3.Connection, entries: str, values: Sequence[str], *, sentences: bool = True
) -> tuple[dict[str, Statement], list[Reading]]:
    """The statements of entries, by id, and their reports, in order and checked.

    ``entries`` selects the ids of entries. Raises CaseError, ValueError.
    """
    held = connection.execute(
        f"SELECT id, report, value FROM merged_statement WHERE entry IN ({entries})",  # noqa: S608
        values,
    ).fetchall()
    readings = in_order(
        rows.about(connection, {report for _, report, _ in held}, sentences=sentences)
    )
    place = {reading.report.id: n for n, reading in enumerate(readings)}
    decoder = msgspec.json.Decoder(Statement)
    found: list[tuple[tuple[int, int, str], Statement]] = []
    for id_, report, text in held:
        statement = decoder.decode(text)
        if statement.id != id_ or statement.report_id != report:
            raise ValueError(f"statement {id_} is not what its id says")
        found.append(((place[report], statement.start, id_), statement))
    found.sort(key=itemgetter(0))
    groups: dict[str, list[Statement]] = {reading.report.id: [] for reading in readings}
    for _, statement in found:
        groups[statement.report_id].append(statement)
    for reading in readings:
        check(reading, groups[reading.report.id])
    return {key[2]: statement for key, statement in found}, readings


def _load(connection: sqlite3.Connection, asked: Asked, sentences: bool) -> View:
    asked_for = tests(connection, asked)
    where = " AND ".join(asked_for) or "1"
    values = list(asked_for.values())
    decoder = msgspec.json.Decoder(Entry)
    entries = [
        decoder.decode(text)
        for (text,) in connection.execute(
            f"SELECT e.value FROM merged_entry e WHERE {where}",  # noqa: S608
            values,
        )
    ]
    said, readings = statements(
        connection,
        f"SELECT e.id FROM merged_entry e WHERE {where}",  # noqa: S608
        values,
        sentences=sentences,
    )
    order = {id_: n for n, id_ in enumerate(said)}
    entries.sort(key=lambda entry: order[entry.statements[0]])
    sides = stored.value(connection, "sides", tuple[Party, ...]) or ()
    whole = Beside(
        stored.value(connection, "occasions", tuple[Occasion, ...]) or (),
        stored.value(connection, "tallies", tuple[Tally, ...]) or (),
        stored.value(connection, "contradictions", tuple[Contradiction, ...]) or (),
        stored.value(connection, "notes", tuple[str, ...]) or (),
    )
    found = _beside(whole, entries, list(said.values()), sides)
    if counting := found.counting - {reading.report.id for reading in readings}:
        more = rows.about(connection, counting, sentences=sentences)
        for reading in more:
            check(reading)
        readings = in_order([*readings, *more])
    gone = stored.value(connection, "gone", tuple[Gone, ...]) or ()
    place = _places(connection, {one.report.id for one in gone})
    decided = stored.value(connection, "figures", _FIGURES)
    figures = [figure for reading in readings for figure in reading.figures]
    return _view(
        entries,
        list(said.values()),
        [(place[reading.report.id], reading.report) for reading in readings],
        found,
        sides=sides,
        origins=stored.value(connection, "origins", tuple[tuple[str, ...], ...]) or (),
        figures=figures if decided is None else decided,
        dates=[when for reading in readings for when in reading.dates],
        sentences=[(r.report.id, r.sentences) for r in readings if r.sentences],
        decisions=stored.value(connection, "decisions", tuple[Ruled, ...]) or (),
        gone=gone,
        of=len(place),
    )


def _beside(
    whole: Beside,
    entries: Sequence[Entry],
    statements: Sequence[Statement],
    sides: Sequence[Party],
) -> Beside:
    heard = {(entry.party, entry.speaker) for entry in entries}
    people = (p for side in sides for p in side.people if (side.name, p.name) in heard)
    return beside(
        whole,
        {id_ for entry in entries for id_ in entry.statements},
        _in_what_is_said(statements),
        {statement.report_id for statement in statements},
        {name for person in people for name in (person.name, *person.spellings) if name},
    )


def _in_what_is_said(statements: Iterable[Statement]) -> Callable[[Span], bool]:
    said: dict[str, list[Span]] = {}
    for statement in statements:
        said.setdefault(statement.report_id, []).extend(statement.content)
    return lambda span: any(words.contains(span) for words in said.get(span.report_id, ()))


def _places(connection: sqlite3.Connection, gone: Collection[str]) -> dict[str, int]:
    """Where each report stands among those that count; as ``merge`` puts them."""
    found = connection.execute(
        "SELECT id FROM report ORDER BY coalesce(published, '9999-12-31'), name, source, id"
    )
    return {id_: n for n, id_ in enumerate(id_ for (id_,) in found if id_ not in gone)}


def in_order(found: Iterable[Reading]) -> list[Reading]:
    """In the order of the reports."""

    def key(reading: Reading) -> tuple[date, str, str, str]:
        report = reading.report
        return report.published or date.max, report.name, report.source, report.id

    return sorted(found, key=key)


def _view(
    entries: Sequence[Entry],
    statements: Sequence[Statement],
    reports: Sequence[tuple[int, Report]],
    found: Beside,
    *,
    sides: Sequence[Party],
    origins: Iterable[tuple[str, ...]],
    figures: Iterable[Figure],
    dates: Iterable[When],
    sentences: Iterable[tuple[str, tuple[tuple[int, int], ...]]],
    decisions: tuple[Ruled, ...],
    gone: tuple[Gone, ...],
    of: int,
) -> View:
    ids = {report.id for _, report in reports}
    heard = {(entry.party, entry.speaker) for entry in entries}
    parties = {entry.party for entry in entries}
    told = _in_what_is_said(statements)
    shared = (tuple(id_ for id_ in group if id_ in ids) for group in origins)
    return View(
        reports=tuple(report for _, report in reports),
        statements=tuple(statements),
        parties=tuple(p for p in sides if p.name and p.name in parties),
        entries=tuple(entries),
        origins=tuple(group for group in shared if len(group) > 1),
        figures=tuple(figure for figure in figures if told(figure.span)),
        dates=tuple(when for when in dates if told(when.span)),
        sentences=tuple(sentences),
        people=tuple(
            person
            for side in sides
            if not side.name
            for person in side.people
            if ("", person.name) in heard
        ),
        notes=found.notes,
        contradictions=found.contradictions,
        tallies=found.tallies,
        occasions=found.occasions,
        decisions=decisions,
        gone=gone,
        places=tuple(place for place, _ in reports),
        of=of,
    )
