"""The brief: all that the terminal, the HTML page and the JSON show, resolved in one frozen value.

The views below it look nothing up and decide nothing: what is told by whom, in which order, under
which number, and where a list is cut is decided here, so that all of them say the same.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

from firstmove.ledger.deciding.decisions import Ruled
from firstmove.ledger.entry import Difference, Entry, Relation, View
from firstmove.report import Report, Span
from firstmove.statement import Figure, Problem, Statement, When
from firstmove.views.first_move import FirstMove, first_move_of
from firstmove.views.outcome import Outcome, outcome_of
from firstmove.views.wording import count, joined, letters

if TYPE_CHECKING:
    from firstmove.analysis import Analysis
    from firstmove.analysis.first_moves.first_answer import FirstAnswer
    from firstmove.drafting import Draft

_T = TypeVar("_T")

NO_PARTY = "No party told"


def outlet_and_file(report: Report) -> str:
    """What tells a report from others of one outlet: "Northern Wire (monday.txt)"."""
    if not report.source or not report.name or report.name.startswith(f"{report.source}."):
        return report.source or report.name or report.id
    return f"{report.source} ({report.name})"


@dataclass(frozen=True, slots=True)
class Told:
    """A report and the letter it goes by in the brief."""

    letter: str
    report: Report
    statements: int  # how many were read from it
    shares_with: tuple[str, ...] = ()  # letters of the reports of the same origin

    @property
    def outlet(self) -> str:
        return self.report.source or self.report.name or f"report {self.letter}"

    @property
    def outlet_and_file(self) -> str:
        return outlet_and_file(self.report)


@dataclass(frozen=True, slots=True)
class Telling:
    """One statement, and the report that tells it. ``same``: in the very words of the lead."""

    told: Told
    statement: Statement
    same: bool = False


@dataclass(frozen=True, slots=True)
class Point:
    """A point on which the tellings of an entry differ, each side with its report."""

    field: str
    sides: tuple[tuple[Told, Span], ...]


@dataclass(frozen=True, slots=True)
class Said:
    """One thing said, under its number in the brief (0: of a part of a case has none).

    ``tellings`` has the lead first.
    """

    number: int
    entry: Entry
    tellings: tuple[Telling, ...]
    reports: tuple[Told, ...]
    of: int  # how many reports there are
    points: tuple[Point, ...] = ()
    rulings: tuple[Ruled, ...] = ()  # what an analyst decided on it

    @property
    def lead(self) -> Telling:
        return self.tellings[0]

    @property
    def others(self) -> tuple[Telling, ...]:
        return self.tellings[1:]

    @property
    def mark(self) -> str:
        """Who tells it, in a few fixed words."""
        told_by = joined(told.letter for told in self.reports)
        if self.entry.relation is Relation.ONLY_ONE:
            only = f"only {told_by}" if self.of > 1 else f"told by {told_by}"
            return f"{only}, one origin" if len(self.reports) > 1 else only
        how = {
            Relation.DIFFER: "told differently by",
            Relation.UPDATE: "changed over time, told by",
        }.get(self.entry.relation, "told by")
        return f"{how} {len(self.reports)} of {self.of}: {told_by}"

    @property
    def origins(self) -> str:
        """Said where the witnesses are fewer than the reports: shared copy counts once.

        Not where ``mark`` has said it already.
        """
        alone = self.entry.relation is Relation.ONLY_ONE
        if alone or self.entry.witnesses >= len(self.reports):
            return ""
        letter = {told.report.id: told.letter for told in self.reports}
        independent = count(self.entry.witnesses, "independent origin")
        shared = [
            f"{joined(letter[id_] for id_ in group)} share one" for group in self.entry.origins
        ]
        return f"{independent}: {', '.join(shared)}" if shared else independent

    @property
    def decided(self) -> tuple[str, ...]:
        """A line for each decision of an analyst that bears on it, with the reason."""
        return tuple(
            f"an analyst’s decision {ruled.number} ({ruled.decision.what.value}): "
            f"{ruled.decision.reason}"
            for ruled in self.rulings
        )


@dataclass(frozen=True, slots=True)
class Side:
    """A party and what it says, in the order of the reports."""

    name: str
    said: tuple[Said, ...]


@dataclass(frozen=True, slots=True)
class Dated:
    """A date told, with the report; dates that mean the same days share a ``number``."""

    number: int
    told: Told
    when: When


@dataclass(frozen=True, slots=True)
class Counted:
    number: int
    told: Told
    figure: Figure


@dataclass(frozen=True, slots=True)
class Unknown:
    """An outlet's own words that something is not known."""

    told: Told
    span: Span


@dataclass(frozen=True, slots=True)
class Brief:
    """What a reader of the reports is shown, from the first line to the last."""

    title: str
    told: tuple[Told, ...]
    sides: tuple[Side, ...]
    dates: tuple[Dated, ...]
    figures: tuple[Counted, ...]
    unknowns: tuple[Unknown, ...]
    problems: tuple[Problem, ...]
    notes: tuple[str, ...]
    view: View
    draft: Draft
    analysis: Analysis | None
    outcome: Outcome | None
    no_outcome: str = ""  # why there is none
    first_move: FirstMove | None = None
    no_first_move: str = ""  # why there is none

    @classmethod
    def of(
        cls,
        view: View,
        draft: Draft,
        analysis: Analysis | None,
        *,
        title: str = "",
        no_outcome: str = "",
        first: FirstAnswer | None = None,
        no_first: str = "",
        problems: Sequence[Problem] = (),
    ) -> Brief:
        """The brief of a case.

        ``analysis`` is None where the model could not be solved; ``no_outcome`` then says why.
        ``first`` says who must move first; None where that could not be told, and ``no_first``
        why.
        ``problems`` are those met on the way that the view does not know of, such as a report
        that could not be opened.
        """
        told, sides = said_of(view)
        by_id = {t.report.id: t for t in told}
        return cls(
            title=title or draft.conflict.name,
            told=told,
            sides=sides,
            dates=_dates(view, by_id),
            figures=_figures(view, by_id),
            unknowns=tuple(Unknown(by_id[span.report_id], span) for span in view.unknowns),
            problems=(*view.problems, *problems),
            notes=view.notes,
            view=view,
            draft=draft,
            analysis=analysis,
            outcome=outcome_of(analysis, draft.conflict, drafted=True)
            if analysis is not None
            else None,
            no_outcome="" if analysis is not None else (no_outcome or NO_MODEL),
            first_move=first_move_of(first) if first is not None else None,
            no_first_move=no_first,
        )

    @property
    def said(self) -> tuple[Said, ...]:
        return tuple(said for side in self.sides for said in side.said)

    def related(self, relation: Relation) -> tuple[Said, ...]:
        return tuple(said for said in self.said if said.entry.relation is relation)

    @property
    def differ(self) -> tuple[tuple[Said, ...], ...]:
        """What is told differently; things said that contradict each other stand together."""
        grouped: dict[object, list[Said]] = {}
        for said in self.related(Relation.DIFFER):
            points = frozenset((p.field, frozenset(p.sides)) for p in said.points)
            grouped.setdefault(points or said.number, []).append(said)
        return tuple(tuple(group) for group in grouped.values())

    @property
    def only(self) -> tuple[tuple[tuple[Told, ...], tuple[Said, ...]], ...]:
        """What only one origin tells, by the report or the prints of one text that tell it."""
        grouped: dict[tuple[Told, ...], list[Said]] = {}
        for said in self.related(Relation.ONLY_ONE):
            grouped.setdefault(said.reports, []).append(said)
        order = sorted(grouped, key=lambda group: [self.told.index(told) for told in group])
        return tuple((group, tuple(grouped[group])) for group in order)

    @property
    def origins(self) -> tuple[tuple[Told, ...], ...]:
        """Groups of reports that share one origin."""
        by_id = {t.report.id: t for t in self.told}
        return tuple(tuple(by_id[id_] for id_ in group) for group in self.view.origins)

    @property
    def independent(self) -> int:
        """How many independent origins the reports have."""
        return len(self.told) - sum(len(group) - 1 for group in self.view.origins)

    @property
    def counts(self) -> tuple[tuple[int, str], ...]:
        """(number, what) of statements and things said, and how the reports stand on them."""
        rows = [
            (len(self.view.statements), "statements read"),
            (len(self.view.entries), "things said"),
        ]
        if len(self.told) > 1:
            teller = "origin" if self.view.origins else "report"
            rows += [
                (len(self.related(Relation.AGREE)), "told alike by two or more"),
                (len(self.related(Relation.ONLY_ONE)), f"told by one {teller} only"),
                (len(self.related(Relation.DIFFER)), "told differently"),
            ]
            if updates := self.related(Relation.UPDATE):
                rows.append((len(updates), "changed over time"))
        return tuple(rows)


NO_MODEL = "No model could be drafted from these reports, so nothing was analysed."


def said_of(view: View) -> tuple[tuple[Told, ...], tuple[Side, ...]]:
    """The reports under their letters, and what each party says, numbered."""
    told = _told(view)
    return told, _sides(view, {t.report.id: t for t in told})


def _told(view: View) -> tuple[Told, ...]:
    places = view.places or range(len(view.reports))
    name = {r.id: letters(at) for r, at in zip(view.reports, places, strict=True)}
    read: dict[str, int] = dict.fromkeys(name, 0)
    for statement in view.statements:
        read[statement.report_id] += 1
    shares = {
        id_: tuple(name[other] for other in group if other != id_)
        for group in view.origins
        for id_ in group
    }
    return tuple(
        Told(name[report.id], report, read[report.id], shares.get(report.id, ()))
        for report in view.reports
    )


def _sides(view: View, by_id: dict[str, Told]) -> tuple[Side, ...]:
    statements = {statement.id: statement for statement in view.statements}
    rulings = {ruled.number: ruled for ruled in view.decisions}
    order = {id_: index for index, id_ in enumerate(by_id)}

    def place(entry: Entry) -> tuple[int, int, str]:
        report, start = min(
            (order[statements[id_].report_id], statements[id_].start) for id_ in entry.statements
        )
        return report, start, entry.id

    groups: dict[str, list[Entry]] = {}
    for entry in sorted(view.entries, key=place):
        groups.setdefault(entry.party or NO_PARTY, []).append(entry)
    # The view's parties stand in the order of the reports; one it does not list comes where it
    # first speaks, and those of no told party come last.
    listed = [party.name for party in view.parties if party.name in groups]
    rest = [name for name in groups if name not in set(listed) and name != NO_PARTY]
    names = [*listed, *rest, *([NO_PARTY] if NO_PARTY in groups else [])]
    sides, number = [], 0
    for name in names:
        said = []
        for entry in groups[name]:
            number += 1
            # The number in a part of a case would be that of another entry of the whole.
            shown = 0 if view.of else number
            said.append(_said(shown, entry, statements, by_id, rulings, view.of or len(by_id)))
        sides.append(Side(name, tuple(said)))
    return tuple(sides)


def _said(
    number: int,
    entry: Entry,
    statements: dict[str, Statement],
    by_id: dict[str, Told],
    rulings: dict[int, Ruled],
    of: int,
) -> Said:
    ids = (entry.lead, *(id_ for id_ in entry.statements if id_ != entry.lead))
    tellings = tuple(_telling(statements[id_], statements[entry.lead], by_id) for id_ in ids)
    return Said(
        number=number,
        entry=entry,
        tellings=tellings,
        reports=tuple(by_id[id_] for id_ in entry.reports),
        of=of,
        points=tuple(_point(difference, by_id) for difference in entry.differences),
        rulings=tuple(rulings[n] for n in entry.decisions if n in rulings),
    )


def _telling(statement: Statement, lead: Statement, by_id: dict[str, Told]) -> Telling:
    same = statement is not lead and _words(statement) == _words(lead)
    return Telling(by_id[statement.report_id], statement, same)


def _words(statement: Statement) -> tuple[object, ...]:
    condition = statement.condition
    return (
        statement.quotation,
        [span.quote for span in statement.content],
        (condition.kind, condition.span.quote) if condition else None,
    )


def _point(difference: Difference, by_id: dict[str, Told]) -> Point:
    return Point(
        difference.field, tuple((by_id[side.report], side.span) for side in difference.sides)
    )


def _dates(view: View, by_id: dict[str, Told]) -> tuple[Dated, ...]:
    order = {id_: index for index, id_ in enumerate(by_id)}

    def place(when: When) -> tuple[bool, str, str, int, int]:
        start, end = when.start or when.end, when.end or when.start
        return (
            start is None,
            start.isoformat() if start else "",
            end.isoformat() if end else "",
            order[when.span.report_id],
            when.span.start,
        )

    dates = sorted(_unique(view.dates), key=place)
    return tuple(
        Dated(number, by_id[when.span.report_id], when) for number, when in enumerate(dates, 1)
    )


def _figures(view: View, by_id: dict[str, Told]) -> tuple[Counted, ...]:
    order = {id_: index for index, id_ in enumerate(by_id)}
    figures = sorted(_unique(view.figures), key=lambda f: (order[f.span.report_id], f.span.start))
    # Figures of the same thing stand together, where the first of them stands.
    first: dict[tuple[str, str], int] = {}
    for index, figure in enumerate(figures):
        first.setdefault((figure.counted.casefold(), figure.per.casefold()), index)
    figures.sort(key=lambda f: first[f.counted.casefold(), f.per.casefold()])
    return tuple(Counted(n, by_id[f.span.report_id], f) for n, f in enumerate(figures, 1))


def _unique(items: Iterable[_T]) -> list[_T]:
    return list(dict.fromkeys(items))
