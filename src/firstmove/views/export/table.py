"""One row for each telling of each entry: as CSV, and as columns for Parquet."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator

from firstmove.cells import defused
from firstmove.ledger.entry import Entry, View
from firstmove.statement import Statement
from firstmove.views.export.digest import sha256
from firstmove.views.export.records import of_party
from firstmove.views.rows import iso

Cell = str | int | float | bool | None

# Column and its type; those marked hold words of a report, and are empty without text.
COLUMNS: dict[str, type] = {
    "entry": str, "relation": str, "witnesses": int, "differ_on": str, "statement": str,
    "party": str, "speaker": str, "target": str, "kind": str, "kind_probability": float,
    "modality": str, "negated": bool, "quotation": str, "content": str,
    "condition_kind": str, "condition": str, "condition_start": int, "condition_end": int,
    "via": str, "when_from": str, "when_to": str, "when_basis": str, "planned": bool,
    "report": str, "source": str, "title": str, "published": str, "url": str,
    "cue_places": str, "content_places": str, "content_sha256": str,
}  # fmt: skip
WORDS = frozenset({"content", "condition", "via", "title"})


def rows(view: View, *, party: str = "", text: bool = True) -> Iterator[dict[str, Cell]]:
    """A row for each statement, in the order of the entries; a cell is None where nothing is."""
    for entry in of_party(view, party):
        for id_ in entry.statements:
            row = _row(view, entry, view.statement(id_))
            yield row if text else {k: None if k in WORDS else v for k, v in row.items()}


def _row(view: View, entry: Entry, statement: Statement) -> dict[str, Cell]:
    report = view.report(statement.report_id)
    condition, when = statement.condition, statement.when
    return {
        "entry": entry.id,
        "relation": entry.relation.value,
        "witnesses": entry.witnesses,
        "differ_on": "; ".join(difference.field for difference in entry.differences),
        "statement": statement.id,
        "party": entry.party,
        "speaker": entry.speaker,
        "target": entry.target,
        "kind": statement.kind.value,
        "kind_probability": statement.kind_probability,
        "modality": statement.modality.value,
        "negated": statement.negated,
        "quotation": statement.quotation.value,
        "content": statement.quote,
        "condition_kind": condition.kind.value if condition else None,
        "condition": condition.span.quote if condition else None,
        "condition_start": condition.span.start if condition else None,
        "condition_end": condition.span.end if condition else None,
        "via": " < ".join(via.name or via.span.quote for via in statement.via),
        "when_from": iso(when.start) if when else None,
        "when_to": iso(when.end) if when else None,
        "when_basis": when.basis.value if when else None,
        "planned": when.planned if when else None,
        "report": report.id,
        "source": report.source,
        "title": report.title,
        "published": iso(report.published),
        "url": report.url,
        "cue_places": json.dumps([[span.start, span.end] for span in statement.cue]),
        "content_places": json.dumps([[span.start, span.end] for span in statement.content]),
        "content_sha256": sha256(statement.quote),
    }


def csv_lines(view: View, *, party: str = "", text: bool = True) -> Iterator[str]:
    """The table as CSV (RFC 4180), heading first, no cell a formula; see ``firstmove.cells``."""
    buffer = io.StringIO(newline="")
    writer = csv.writer(buffer)

    def line(cells: list[Cell]) -> str:
        buffer.seek(0)
        buffer.truncate()
        writer.writerow(defused(cell) if isinstance(cell, str) else cell for cell in cells)
        return buffer.getvalue()

    yield line(list(COLUMNS))
    for row in rows(view, party=party, text=text):
        yield line([row[column] for column in COLUMNS])
