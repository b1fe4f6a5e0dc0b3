"""What a person points at in a listing: an entry by its number, a report by its letter, any by id.

An id may be shortened to a beginning that fits only one. Decisions are made of what is found.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TypeVar

from firstmove.errors import CaseError
from firstmove.ledger.decisions import Anchor, Decision, What
from firstmove.ledger.entry import Entry, View
from firstmove.report import Report
from firstmove.statement import Statement
from firstmove.views.ledger.told import Said, outlet_and_file, said_of
from firstmove.views.visible import one_line

T = TypeVar("T")
_SHORTEST = 4  # characters of an id, its letter and hyphen not counted
_SHOWN = 8  # reports that an error names
_SEE = "firstmove ledger CASE --ids shows the numbers and ids."


def report_at(view: View, asked: str) -> Report:
    """The report of that letter, name or id; also one that does not count any more.

    Raises CaseError where none or several fit.
    """
    told = said_of(view)[0]
    for one in told:
        if one.letter == asked:
            return one.report
    reports = [*view.reports, *(gone.report for gone in view.gone)]
    named = [report for report in reports if asked in (report.name, outlet_and_file(report))]
    if len(named) == 1:
        return named[0]
    found = [*named, *_by_id(asked, ((report.id, report) for report in reports))]
    which = [report.id for report in found] or [one_line(r.name or r.id) for r in reports]
    more = f" and {len(which) - _SHOWN} more" if len(which) > _SHOWN else ""
    has = f"{'It may be' if found else 'The case has'} {', '.join(which[:_SHOWN]) or 'none'}{more}."
    return _one(found, "report", asked, f"{has} firstmove ledger CASE --ids lists the reports.")


def entry_at(view: View, asked: str) -> Entry:
    """The entry of that number or id. Raises CaseError where none or several fit."""
    if asked.isdecimal():
        return _numbered(view, asked).entry
    return _one(_by_id(asked, ((e.id, e) for e in view.entries)), "entry", asked, _SEE)


def statements_at(view: View, asked: str) -> tuple[Statement, ...]:
    """A statement, by the number of a telling ("4.2") or its id; all of an entry, by its own.

    Raises CaseError where none or several fit.
    """
    number, dot, telling = asked.partition(".")
    if dot and number.isdecimal() and telling.isdecimal():
        tellings = _numbered(view, number).tellings
        if not 1 <= int(telling) <= len(tellings):
            raise CaseError(
                f"entry {number} has no telling {telling}, but {len(tellings)}",
                where=asked,
                remedy=_SEE,
            )
        return (tellings[int(telling) - 1].statement,)
    if asked.isdecimal() or asked.startswith("e-"):
        return tuple(view.statement(id_) for id_ in entry_at(view, asked).statements)
    found = _by_id(asked, ((s.id, s) for s in view.statements))
    return (_one(found, "statement", asked, _SEE),)


def _numbered(view: View, asked: str) -> Said:
    said = [one for side in said_of(view)[1] for one in side.said]
    if not 1 <= int(asked) <= len(said):
        raise CaseError(f"there is no entry {asked}: the last is {len(said)}", remedy=_SEE)
    return said[int(asked) - 1]


def _by_id(asked: str, items: Iterable[tuple[str, T]]) -> list[T]:
    items = list(items)
    exact = [item for id_, item in items if id_ == asked]
    if exact or len(asked) < len("s-") + _SHORTEST:
        return exact
    return [item for id_, item in items if id_.startswith(asked)]


def _one(found: Sequence[T], what: str, asked: str, remedy: str) -> T:
    if len(found) == 1:
        return found[0]
    many = f"{len(found)} of them are meant by" if found else f"no {what} is"
    raise CaseError(f"{many} “{asked}”", where=what if found else "", remedy=remedy)


# --- decisions -------------------------------------------------------------------------------


def merge(view: View, entries: Sequence[str], reason: str, who: str = "") -> Decision:
    """The statements that the entries are shown by tell one thing."""
    found = list(dict.fromkeys(entry_at(view, asked).id for asked in entries))
    if len(found) < 2:
        raise CaseError("a merge takes two entries or more", where=" ".join(entries), remedy=_SEE)
    leads = (view.statement(entry.lead) for entry in view.entries if entry.id in found)
    return Decision(What.MERGE, reason, who, tuple(Anchor.of(s) for s in leads))


def split(
    view: View, entry: str, statements: Sequence[str], reason: str, who: str = ""
) -> Decision:
    """The statements tell another thing than the rest of the entry."""
    whole = entry_at(view, entry)
    out = [s for asked in statements for s in statements_at(view, asked)]
    for statement in out:
        if statement.id not in whole.statements:
            raise CaseError(
                f"statement {statement.id} does not stand in entry {entry}",
                where=" ".join(statements),
                remedy=_SEE,
            )
    taken = {statement.id for statement in out}
    rest = [view.statement(id_) for id_ in whole.statements if id_ not in taken]
    return Decision(What.SPLIT, reason, who, _anchors(out), _anchors(rest))


def kind(view: View, statement: str, kind_: str, reason: str, who: str = "") -> Decision:
    """The statement is of the kind."""
    found = _anchors(statements_at(view, statement))
    return Decision(What.KIND, reason, who, found, value=kind_.upper())


def drop(view: View, statements: Sequence[str], reason: str, who: str = "") -> Decision:
    """What was read here is no statement."""
    found = [s for asked in statements for s in statements_at(view, asked)]
    return Decision(What.DROP, reason, who, _anchors(found))


def _anchors(statements: Iterable[Statement]) -> tuple[Anchor, ...]:
    return tuple(dict.fromkeys(Anchor.of(statement) for statement in statements))
