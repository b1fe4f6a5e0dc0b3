"""Readings written by hand, in a line or two each."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from firstmove.report import Aside, Part, Report, Span
from firstmove.statement import (
    Condition,
    ConditionKind,
    Figure,
    Kind,
    Mention,
    Modality,
    Quotation,
    Reading,
    Statement,
    Via,
    ViaRole,
    When,
)


@dataclass
class Paper:
    """A report of one outlet, to which statements are added by the words they stand on."""

    text: str
    source: str = "Paper"
    published: date | None = None
    credit: str = ""
    report: Report = field(init=False)
    statements: list[Statement] = field(default_factory=list)
    figures: list[Figure] = field(default_factory=list)

    def __post_init__(self) -> None:
        report = Report(Report.id_of(self.text), self.text, self.source)
        asides: tuple[Aside, ...] = ()
        if self.credit:
            at = self.text.rindex(self.credit)
            asides = (Aside(report.span(at, at + len(self.credit)), Part.CREDIT),)
        self.report = Report(
            report.id,
            self.text,
            self.source,
            published=self.published,
            name=f"{self.source.lower()}.txt",
            asides=asides,
        )

    def at(self, words: str, after: int = 0) -> Span:
        start = self.text.index(words, after)
        return self.report.span(start, start + len(words))

    def says(
        self,
        content: str,
        *,
        speaker: str,
        party: str = "",
        name: str = "",
        cue: str = "said",
        kind: Kind = Kind.STATE,
        target: str = "",
        target_party: str = "",
        condition: str = "",
        condition_kind: ConditionKind = ConditionKind.IF,
        negated: bool = False,
        modality: Modality = Modality.ASSERTED,
        agency: str = "",
        outlet: str = "",
        when: When | None = None,
        gloss: str = "",
    ) -> Paper:
        """Add a statement; it is direct where its words stand in quotation marks."""
        spot = self.at(content)
        direct = self.text[spot.start - 1 : spot.start] == "“"
        vias = [(ViaRole.AGENCY, agency), (ViaRole.OUTLET, outlet)]
        self.statements.append(
            Statement(
                self.report.id,
                Mention(self.at(speaker), name or speaker, party),
                (self.at(cue),),
                (spot,),
                kind,
                Quotation.DIRECT if direct else Quotation.INDIRECT,
                Mention(self.at(target), target, target_party or target) if target else None,
                Condition(condition_kind, self.at(condition)) if condition else None,
                modality,
                negated,
                tuple(Via(role, self.at(words), words) for role, words in vias if words),
                when,
                (self.at(gloss),) if gloss else (),
            )
        )
        return self

    @property
    def reading(self) -> Reading:
        return Reading(
            self.report,
            statements=tuple(self.statements),
            figures=tuple(self.figures),
            reader="hand",
        )
