"""The parts of the JSON documents: one function for each core value, to plain dicts; those of a
report, an entry and a statement stand in ``ledger.document``.

Keys are stable; new ones may be added. Offsets count characters of ``report.text``. Dates are
ISO 8601. Ids are the product's own hashes.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from firstmove.ledger.decisions import Anchor, Gone, Ruled
from firstmove.ledger.document import Document as Document
from firstmove.ledger.document import iso as iso
from firstmove.ledger.document import mention_row, report_row, span_row, when_row
from firstmove.ledger.entry import Party, Person
from firstmove.statement import Event, Figure, Problem

if TYPE_CHECKING:
    from firstmove.analysis.shares import Share
    from firstmove.analysis.verdict import Step, Verdict
    from firstmove.conflict.model import Conflict, Evidence

BAR = 30  # letters of the bar that shows a share


def figure_row(figure: Figure) -> Document:
    return {
        **span_row(figure.span),
        "low": figure.low,
        "high": figure.high,
        "counted": figure.counted,
        "per": figure.per,
        "unit": figure.unit,
        "hedge": span_row(figure.hedge) if figure.hedge else None,
        "source": mention_row(figure.source),
    }


def event_row(event: Event) -> Document:
    return {
        **span_row(event.span),
        "kind": event.kind.value,
        "kind_probability": event.probability,
        "verb": span_row(event.verb),
        "actor": mention_row(event.actor),
        "recipient": mention_row(event.recipient),
        "when": when_row(event.when) if event.when else None,
    }


def problem_row(problem: Problem) -> Document:
    span = problem.span
    return {
        "what": problem.what,
        "where": problem.where,
        "remedy": problem.remedy,
        "span": {"report": span.report_id, **span_row(span)} if span else None,
    }


def party_row(party: Party) -> Document:
    return {
        "name": party.name,
        "people": [person_row(p) for p in party.people],
    }


def person_row(person: Person) -> Document:
    return {"name": person.name, "spellings": list(person.spellings)}


def ruled_row(ruled: Ruled) -> Document:
    decision = ruled.decision
    return {
        "number": ruled.number,
        "at": ruled.at.isoformat(),
        "what": decision.what.value,
        "reason": decision.reason,
        "who": decision.who,
        "effect": ruled.effect.value,
        "note": ruled.note,
        "statements": list(ruled.statements),
        "words": [anchor_row(anchor) for anchor in decision.anchors],
        "apart_from": [anchor_row(anchor) for anchor in decision.others],
        "name": decision.name,
        "value": decision.value,
        "since": iso(decision.since),
        "until": iso(decision.until),
        "report": decision.report,
        "by": decision.by,
        "withdraws": decision.withdraws or None,
    }


def anchor_row(anchor: Anchor) -> Document:
    return {
        "report": anchor.report,
        "cue": [span_row(s) for s in anchor.cue],
        "content": [span_row(s) for s in anchor.content],
    }


def gone_row(gone: Gone) -> Document:
    return {
        **report_row(gone.report, text=False),
        "event": gone.number,
        "at": gone.at.isoformat(),
        "reason": gone.reason,
        "replaced_by": gone.by or None,
    }


def evidence_rows(evidence: Iterable[Evidence]) -> list[Document]:
    return [
        {
            "entry": e.entry,
            "report": e.report,
            "start": e.start,
            "end": e.end,
            "quote": e.quote,
            "sentence": e.sentence,
        }
        for e in evidence
    ]


def step_rows(path: Iterable[Step], names: Mapping[str, str]) -> list[Document]:
    """``names``: what to call the decision makers, by their ids."""
    return [{"mover": names[s.mover], "before": s.before, "after": s.after} for s in path]


def verdict_row(
    verdict: Verdict, conflict: Conflict, names: Mapping[str, str], limit: int
) -> Document:
    """At most ``limit`` improvements; ``more`` counts the rest."""
    from firstmove.analysis import sentence

    return {
        "decision_maker": names[verdict.decision_maker],
        "concept": verdict.concept,
        "stable": verdict.stable,
        "improvements": [
            {
                "to": one.to,
                "deterred": one.deterred,
                "reply": step_rows(one.reply, names),
                "ends": one.ends,
            }
            for one in verdict.improvements[:limit]
        ],
        "more": verdict.more + max(0, len(verdict.improvements) - limit),
        "sentence": sentence(verdict, conflict),
    }


def share_row(share: Share) -> Document:
    return {
        "held": share.held,
        "of": share.of,
        "value": share.value,
        "error": share.error,
        "exact": share.exact,
    }


def bar(value: float) -> str:
    """A share from 0 to 1 as a bar of letters; only none is empty, and only all is full."""
    full = round(BAR * value)
    if value > 0:
        full = max(1, full)
    if value < 1:
        full = min(BAR - 1, full)
    return "█" * full + "░" * (BAR - full)
