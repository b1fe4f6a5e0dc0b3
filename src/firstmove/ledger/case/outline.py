"""A case without what is said in it: its reports and decisions, for what asks no more."""

from __future__ import annotations

import sqlite3

import msgspec

from firstmove.ledger.case import stored
from firstmove.ledger.case.asked import unreadable
from firstmove.ledger.case.chosen import Words, reports_of
from firstmove.ledger.decisions import Gone, Ruled
from firstmove.ledger.entry import View


def outline_of(view: View) -> View:
    """The reports, those that do not count any more too, and the decisions."""
    return View(view.reports, (), (), (), (), decisions=view.decisions, gone=view.gone)


def load(connection: sqlite3.Connection, where: str) -> View:
    """The same from what the case file keeps merged. ``stored.there`` must be true.

    Raises CaseError.
    """
    try:
        gone = stored.value(connection, "gone", tuple[Gone, ...]) or ()
        decisions = stored.value(connection, "decisions", tuple[Ruled, ...]) or ()
        ids = {id_ for (id_,) in connection.execute("SELECT id FROM report")}
        ids -= {one.report.id for one in gone}
        readings = reports_of(connection, ids, Words(()), sentences=False)
    except (msgspec.MsgspecError, ValueError, KeyError) as error:
        raise unreadable(error, where) from error
    reports = tuple(reading.report for reading in readings)
    return View(reports, (), (), (), (), decisions=decisions, gone=gone)
