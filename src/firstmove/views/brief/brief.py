"""The brief: all that the terminal, the HTML page and the JSON show, resolved in one frozen value.

The views below it look nothing up and decide nothing: what is told by whom, in which order, under
which number, and where a list is cut is decided here, so that all of them say the same.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

from firstmove.ledger.entry import Relation, View
from firstmove.report import Span
from firstmove.statement import Figure, Problem, When
from firstmove.views.first_moves.first_move import FirstMove, first_move_of
from firstmove.views.first_moves.no_dispute import no_dispute_words
from firstmove.views.ledger.told import Said, Side, Told, said_of
from firstmove.views.model.outcome import Outcome, outcome_of

if TYPE_CHECKING:
    from firstmove.analysis import Analysis
    from firstmove.analysis.first_moves.first_answer import FirstAnswer
    from firstmove.drafting import Draft

_T = TypeVar("_T")


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
        why. Neither is shown of a model without a dispute between sides, unless a goal was asked
        about.
        ``problems`` are those met on the way that the view does not know of, such as a report
        that could not be opened.
        """
        told, sides = said_of(view)
        by_id = {t.report.id: t for t in told}
        if first is None or first.moves.goal is None:
            freely = first is not None and first.outlook.opening.value == "gains"
            apart = no_dispute_words(draft.conflict, freely=freely)
            first, no_first = (None, apart) if apart else (first, no_first)
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
