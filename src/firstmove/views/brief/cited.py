"""Every place in the reports that a page cites, with its anchor and the ways back."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field

from firstmove.conflict.model import Evidence
from firstmove.report import Span
from firstmove.statement import Statement
from firstmove.views.brief.brief import Brief
from firstmove.views.brief.highlight import Back, Place
from firstmove.views.brief.shown import Shown
from firstmove.views.ledger.told import Told


def words_of(statement: Statement) -> tuple[Span, ...]:
    """The spans that are lit for a statement: its content, and its condition where outside."""
    spans = statement.content
    condition = statement.condition
    if condition is not None and not any(span.contains(condition.span) for span in spans):
        spans = tuple(sorted((*spans, condition.span)))
    return spans


@dataclass(slots=True)
class Cited:
    """The places cited, by report, collected from what a page shows.

    ``anchor`` gives the id of a place: the report's letter and the offsets, nothing that comes
    from a report or a model, so that it is safe in an id, a class and a style rule.
    """

    told: dict[str, Told]
    sentences: dict[str, tuple[tuple[int, int], ...]] = field(default_factory=dict)
    places: dict[str, dict[str, Place]] = field(default_factory=dict)

    def anchor(self, spans: Sequence[Span]) -> str:
        letter = self.told[spans[0].report_id].letter
        return f"w-{letter}-" + "_".join(f"{span.start}-{span.end}" for span in spans)

    def at(self, statement: Statement) -> str:
        """The anchor of a statement's words."""
        return self.anchor(words_of(statement))

    def sentence(self, span: Span) -> int:
        """1 for the first sentence of the body; 0 where it is not known."""
        rows = self.sentences.get(span.report_id, ())
        at = bisect_right(rows, span.start, key=lambda row: row[0])
        return at if at and span.start < rows[at - 1][1] else 0

    def evidence_span(self, evidence: Evidence) -> Span | None:
        """Where the cited words stand, if they stand there."""
        told = self.told_by(evidence)
        if told is None or evidence.start is None or evidence.end is None:
            return None
        start, end, text = evidence.start, evidence.end, told.report.text
        if not 0 <= start < end <= len(text) or text[start:end] != evidence.quote:
            return None
        return Span(told.report.id, start, end, evidence.quote)

    def told_by(self, evidence: Evidence) -> Told | None:
        """The report that the evidence names, by id or by the name the user knows it by."""
        if evidence.report in self.told:
            return self.told[evidence.report]
        named = [t for t in self.told.values() if evidence.report == t.report.name]
        return named[0] if len(named) == 1 else None

    def of(self, report_id: str) -> tuple[Place, ...]:
        """Places in one report, by where they start."""
        places = self.places.get(report_id, {}).values()
        return tuple(sorted(places, key=lambda p: (p.start, p.end, p.id)))

    def add(self, spans: Sequence[Span], role: str, back: Back | None) -> None:
        id_ = self.anchor(spans)
        places = self.places.setdefault(spans[0].report_id, {})
        old = places.get(id_)
        backs = (*(old.backs if old else ()), *((back,) if back else ()))
        places[id_] = Place(
            id_, tuple(spans), old.role if old else role, tuple(dict.fromkeys(backs))
        )


def cited(brief: Brief, shown: Shown) -> Cited:
    """All places that ``shown`` links to; each link has its target, each target its way back."""
    found = Cited({told.report.id: told for told in brief.told}, dict(brief.view.sentences))
    for said in brief.said:
        n = said.number
        back = Back(f"#said-{n}", str(n), f"back to no. {n}") if n in shown.numbers else None
        for telling in said.tellings:
            found.add(words_of(telling.statement), "said", back)
    for said, *_ in shown.differ.items:
        n = said.number
        for point in said.points:
            for _, span in point.sides:
                found.add((span,), "said", Back(f"#differ-{n}", f"{n}≠", f"back to difference {n}"))
    for figure in shown.figures.items:
        n = figure.number
        found.add(
            (figure.figure.span,), "figure", Back(f"#figure-{n}", f"f{n}", f"back to figure {n}")
        )
    for date in shown.dates.items:
        n = date.number
        found.add((date.when.span,), "date", Back(f"#date-{n}", f"d{n}", f"back to date {n}"))
    for n, unknown in enumerate(shown.unknowns.items, 1):
        found.add(
            (unknown.span,), "unknown", Back(f"#unknown-{n}", f"?{n}", f"back to unknown {n}")
        )
    for n, problem in enumerate(shown.problems.items, 1):
        if problem.span is not None and problem.span.report_id in found.told:
            back = Back(f"#problem-{n}", f"!{n}", f"back to problem {n}")
            found.add((problem.span,), "problem", back)
    for line, evidence in shown.model.evidence():
        if (place := found.evidence_span(evidence)) is not None:
            # A statement's own place leads back to its entry, and from there to the model.
            rows = found.places.get(place.report_id, {}).values()
            known = any(place in row.spans for row in rows)
            back = None if known else Back(f"#{line}", "m", "back to the model")
            found.add((place,), "evidence", back)
    return found
