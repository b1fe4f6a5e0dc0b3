"""Rows of what the ledger tells of its reports: events, copies, counts, contradictions."""

from __future__ import annotations

from firstmove.ledger.document import span_row
from firstmove.ledger.entry import Compared, Contradiction, Copied, Occasion, Tally
from firstmove.report import Span
from firstmove.views.rows import Document


def occasion_row(occasion: Occasion) -> Document:
    """The reports of one event, what joins them, and what parts them from the nearest other."""
    return {
        "reports": list(occasion.reports),
        "names": list(occasion.names),
        "together": [_compared(found) for found in occasion.together],
        "apart": _compared(occasion.apart) if occasion.apart else None,
    }


def _compared(found: Compared) -> Document:
    return {
        "first": found.first,
        "second": found.second,
        "same": found.same,
        "score": found.score,
        "reasons": list(found.reasons),
    }


def copied_row(copied: Copied) -> Document:
    return {
        "first": _placed(copied.first),
        "second": _placed(copied.second),
        "share": copied.share,
    }


def contradiction_row(found: Contradiction) -> Document:
    return {
        "within": found.within,
        "name": found.name,
        "sides": [
            {"speaker": speaker, "statement": side.statement, **_placed(side.span)}
            for speaker, side in zip(found.speakers, found.sides, strict=True)
        ],
    }


def tally_row(tally: Tally) -> Document:
    return {
        "counted": tally.counted,
        "per": tally.per,
        "unit": tally.unit,
        "low": tally.low,
        "best": tally.best,
        "high": tally.high,
        "counts": [
            {**_placed(c.span), "low": c.low, "high": c.high, "source": c.source}
            for c in tally.counts
        ],
    }


def _placed(span: Span) -> Document:
    return {"report": span.report_id, **span_row(span)}
