"""PLOVER JSON: one event a line, in the fields of the PLOVER manual, chapter 6.

What PLOVER has no field for stands under ``firstmove``. Contexts and the modes of the single
types are not coded and so not given; ``mode`` holds the auxiliary modes of section 2.3.
"""

from __future__ import annotations

import json
from collections.abc import Iterator

from firstmove import __version__
from firstmove.ledger.entry import View
from firstmove.reading.people.country_codes import country_code
from firstmove.views.export.digest import place, places
from firstmove.views.export.ontology import TYPES
from firstmove.views.export.records import Entity, Record, records
from firstmove.views.rows import Document, iso


def plover(view: View, *, party: str = "", text: bool = True) -> Iterator[str]:
    """A line for each event. Without ``text`` no words of a report but names."""
    for record in records(view, party):
        yield json.dumps(_document(record, text=text), ensure_ascii=False) + "\n"


def _document(record: Record, *, text: bool) -> Document:
    quad, score = TYPES[record.kind]
    report = record.report
    document: Document = {
        "id": record.id,
        "date": iso(record.day),
        "actor": [_entity(record.actor, text=text)],
        "recipient": [_entity(record.recipient, text=text)] if record.recipient else [],
        "event": [record.kind.value],
        "quad_code": quad,
        "event_scale": score,
        "mode": list(record.modes),
        "text_info": {"start": record.places[0].start, "end": record.places[-1].end},
        "cite_info": {
            "citation": report.id,
            "url": report.url,
            "publication": report.source,
            "language": "en",
            "coder": f"firstmove {__version__}",
        },
        "coder": f"firstmove {__version__}",
        "firstmove": _additions(record, text=text),
    }
    if text:
        document["event_text"] = [span.quote for span in record.places]
        document["cite_info"]["title"] = report.title
    return document


def _entity(entity: Entity, *, text: bool) -> Document:
    row: Document = {"identifier_text": entity.party or entity.name}
    if code := country_code(entity.party):
        row["code"] = code
    if entity.name and entity.name != entity.party:
        row["name"] = entity.name
    if text and entity.raw:
        row["entity_text"] = entity.raw
    return row


def _additions(record: Record, *, text: bool) -> Document:
    row: Document = {
        "date_told": record.day_told,
        "probability": record.probability,
        "places": places(record.places, text=text),
    }
    if record.entry is None or record.statement is None:
        return {**row, "told_by": "outlet"}
    entry, condition = record.entry, record.statement.condition
    return {
        **row,
        "told_by": "speaker",
        "relation": entry.relation.value,
        "witnesses": entry.witnesses,
        "statements": list(entry.statements),
        "reports": list(entry.reports),
        "differ_on": [difference.field for difference in entry.differences],
        "modality": record.statement.modality.value,
        "condition": None
        if condition is None
        else {"kind": condition.kind.value, **place(condition.span, text=text)},
    }
