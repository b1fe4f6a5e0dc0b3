"""JSON Lines of W3C Web Annotations: one for each statement, one target for each passage.

Web Annotation Data Model (W3C Recommendation 2017): a TextPositionSelector and a
TextQuoteSelector on the report; what the model has no word for has the prefix ``firstmove``.
"""

from __future__ import annotations

import json
from collections.abc import Iterator

from firstmove.ledger.entry import Entry, View
from firstmove.report import Report, Span
from firstmove.statement import Statement
from firstmove.views.export.digest import sha256
from firstmove.views.export.records import of_party
from firstmove.views.rows import Document, iso

CONTEXT = ["http://www.w3.org/ns/anno.jsonld", {"firstmove": "urn:firstmove:"}]
AROUND = 32  # characters of prefix and suffix


def web_annotations(view: View, *, party: str = "", text: bool = True) -> Iterator[str]:
    """A line for each statement. Without ``text``: positions and hashes, no quotes."""
    for entry in of_party(view, party):
        for id_ in entry.statements:
            document = _annotation(view, entry, view.statement(id_), text=text)
            yield json.dumps(document, ensure_ascii=False) + "\n"


def _annotation(view: View, entry: Entry, statement: Statement, *, text: bool) -> Document:
    report = view.report(statement.report_id)
    passages = [
        *(("content", span) for span in statement.content),
        *(("cue", span) for span in statement.cue),
        *((("speaker", statement.speaker.span),) if statement.speaker else ()),
        *((("target", statement.target.span),) if statement.target else ()),
        *((("condition", statement.condition.span),) if statement.condition else ()),
        *(("via", via.span) for via in statement.via),
    ]
    return {
        "@context": CONTEXT,
        "id": f"urn:firstmove:{statement.id}",
        "type": "Annotation",
        "motivation": "classifying",
        "body": {
            "type": "TextualBody",
            "purpose": "classifying",
            "value": statement.kind.value,
        },
        "target": [_target(report, role, span, text=text) for role, span in passages],
        "firstmove:entry": entry.id,
        "firstmove:relation": entry.relation.value,
        "firstmove:witnesses": entry.witnesses,
        "firstmove:party": entry.party,
        "firstmove:speaker": entry.speaker,
        "firstmove:modality": statement.modality.value,
        "firstmove:negated": statement.negated,
        "firstmove:condition": statement.condition.kind.value if statement.condition else None,
        "firstmove:probability": statement.kind_probability,
        "firstmove:published": iso(report.published),
    }


def _target(report: Report, role: str, span: Span, *, text: bool) -> Document:
    position: Document = {"type": "TextPositionSelector", "start": span.start, "end": span.end}
    target: Document = {
        "type": "SpecificResource",
        "source": report.url or f"urn:firstmove:{report.id}",
        "firstmove:report": report.id,
        "firstmove:role": role,
        "firstmove:sha256": sha256(span.quote),
        "selector": [position],
    }
    if text:
        before = report.text[max(0, span.start - AROUND) : span.start]
        after = report.text[span.end : span.end + AROUND]
        target["selector"].append(
            {"type": "TextQuoteSelector", "exact": span.quote, "prefix": before, "suffix": after}
        )
    return target
