"""What a search found, as JSON and for the terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from firstmove.ledger.document import span_row, statement_row
from firstmove.views import wording
from firstmove.views.console import Sheet
from firstmove.views.rows import Document, iso
from firstmove.views.visible import one_line

if TYPE_CHECKING:
    from firstmove.ledger.case.search import Found, Hit


def found_document(found: Found) -> Document:
    """What was found: ``search --json``."""
    return {
        "of": found.of,
        "terms": list(found.terms),
        "total": found.total,
        "hits": [
            {
                "report": hit.report.id,
                "source": hit.report.source,
                "name": hit.report.name,
                "published": iso(hit.report.published),
                "sentence": span_row(hit.sentence),
                "marks": [span_row(mark) for mark in hit.marks],
                "entry": hit.entry.id if hit.entry else None,
                "speaker": hit.entry.speaker if hit.entry else None,
                "party": hit.entry.party if hit.entry else None,
                "statement": statement_row(hit.statement) if hit.statement else None,
            }
            for hit in found.hits
        ],
    }


def found_terminal(found: Found, *, width: int = 80, colour: bool = False) -> str:
    """The sentences found, the words that were looked for between » and «."""
    sheet = Sheet(width, colour)
    told = wording.count(found.total, found.of)
    sheet.title(f"{told} with {wording.joined(f'“{term}”' for term in found.terms)}")
    for number, hit in enumerate(found.hits, 1):
        sheet.item(f"{number}", _marked(hit), wide=True)
        sheet.line(" · ".join(_about(hit)), indent=4, style="dim")
    sheet.more(found.total - len(found.hits), "more: give a higher --limit")
    return sheet.text()


def _marked(hit: Hit) -> str:
    text, at = "", hit.sentence.start
    for mark in hit.marks:
        before = hit.sentence.quote[at - hit.sentence.start : mark.start - hit.sentence.start]
        text += f"{before}»{mark.quote}«"
        at = mark.end
    return one_line(text + hit.sentence.quote[at - hit.sentence.start :])


def _about(hit: Hit) -> list[str]:
    told = []
    if hit.statement is not None and hit.entry is not None:
        name = hit.entry.speaker or "speaker not named"
        party = f" ({hit.entry.party})" if hit.entry.party not in ("", name) else ""
        told += [f"{name}{party}", wording.KINDS[hit.statement.kind]]
    outlet = hit.report.source or hit.report.name or hit.report.id
    told += [outlet, wording.day(hit.report.published) or "date not told"]
    if hit.statement is not None:
        told.append(hit.statement.id)
    return [one_line(part) for part in told]
