"""What part of a case is asked for, and whether the case has it."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass

from firstmove.errors import CaseError
from firstmove.ledger.case import stored
from firstmove.ledger.entry import Party, Relation
from firstmove.ledger.parties.names import fold
from firstmove.statement import Kind


@dataclass(frozen=True, slots=True)
class Asked:
    """Which entries are asked for; what is left empty asks nothing.

    ``party`` is a party's name, ``report`` a report's name, its id or the beginning of it.
    """

    party: str = ""
    kind: Kind | None = None
    relation: Relation | None = None
    report: str = ""

    def __bool__(self) -> bool:
        return bool(self.party or self.kind or self.relation or self.report)


def unreadable(error: Exception, where: str) -> CaseError:
    """A value that is kept is not what it has to be."""
    return CaseError(
        f"a value in the case file can't be read: {error}",
        where=where,
        remedy="firstmove verify CASE tells what is wrong. Take the last copy that works.",
    )


def tests(connection: sqlite3.Connection, asked: Asked) -> dict[str, str]:
    """What is asked for as tests of an entry's row ``e`` in SQL, each with its value.

    Raises CaseError for a party or report that is not in the case.
    """
    found: dict[str, str] = {}
    if asked.party:
        sides = stored.value(connection, "sides", tuple[Party, ...]) or ()
        found["e.side = ?"] = side_of([p.name for p in sides if p.name], asked.party)
    if asked.kind is not None:
        found["e.kind = ?"] = asked.kind.value
    if asked.relation is not None:
        found["e.relation = ?"] = asked.relation.value
    if asked.report:
        known = connection.execute("SELECT id, name FROM report").fetchall()
        within = "e.id IN (SELECT entry FROM merged_statement WHERE report = ?)"
        found[within] = report_of(known, asked.report)
    return found


def side_of(names: Sequence[str], asked: str) -> str:
    if not asked or fold(asked) in map(fold, names):
        return fold(asked)
    raise _unknown("party", asked, names)


def report_of(known: Sequence[tuple[str, str]], asked: str) -> str:
    if not asked:
        return ""
    named = [id_ for id_, name in known if asked in (id_, name)]
    for found in (named, [id_ for id_, _ in known if id_.startswith(asked)]):
        if len(found) == 1:
            return found[0]
        if found:
            raise CaseError(
                f"“{asked}” may be {len(found)} reports",
                where="--report",
                remedy=f"Give the id: {', '.join(found[:5])}.",
            )
    raise _unknown("report", asked, [name or id_ for id_, name in known])


def _unknown(what: str, asked: str, known: Sequence[str]) -> CaseError:
    many = f" and {len(known) - 12} more" if len(known) > 12 else ""
    return CaseError(
        f"the case has no {what} “{asked}”",
        where=f"--{what}",
        remedy=f"It has: {', '.join(known[:12])}{many}." if known else "",
    )
