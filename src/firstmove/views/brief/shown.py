"""What a page shows of a brief: long lists cut, and how much was left out of each."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from firstmove.conflict.model import Conflict, Evidence, Impossible, OpenQuestion, Option, Want
from firstmove.ledger.entry import Relation
from firstmove.statement import Problem
from firstmove.views.brief.brief import Brief, Counted, Dated, Unknown
from firstmove.views.ledger.told import Said, Told

T = TypeVar("T")

ENTRIES = 60  # of one party, of one relation, of one report
ROWS = 80  # dates, figures
LINES = 40  # options, wants, questions
PROBLEMS = 60


@dataclass(frozen=True, slots=True)
class Cut(Generic[T]):
    """The first items of a list, and how many more there are."""

    items: tuple[T, ...]
    more: int = 0


def cut(items: Sequence[T], at: int) -> Cut[T]:
    return Cut(tuple(items[:at]), max(0, len(items) - at))


@dataclass(frozen=True, slots=True)
class WantLine:
    id: str
    rank: int  # 1 = most important; 0 where it is not used
    want: Want


@dataclass(frozen=True, slots=True)
class MakerLines:
    """A decision maker of the model: its options, what it wants, what no report tells."""

    name: str
    indifferent: bool
    ranking: int  # states ranked by hand; 0 where wants are used
    partial: bool  # whether states may be left out of that ranking
    weighted: bool  # whether wants count by weights instead of by their order
    options: Cut[OptionLine]
    wants: Cut[WantLine]
    untold: Cut[WantLine]


@dataclass(frozen=True, slots=True)
class OptionLine:
    id: str
    option: Option
    now: bool | None
    now_evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class ImpossibleLine:
    id: str
    impossible: Impossible


@dataclass(frozen=True, slots=True)
class QuestionLine:
    id: str
    question: OpenQuestion
    about: str


@dataclass(frozen=True, slots=True)
class DrawerLine:
    """An option kept out of the model (``drafting/options/chosen.py``)."""

    id: str
    option: Option
    owner: str


@dataclass(frozen=True, slots=True)
class ModelLines:
    makers: tuple[MakerLines, ...]
    drawer: Cut[DrawerLine]
    impossible: Cut[ImpossibleLine]
    questions: Cut[QuestionLine]
    unused: Cut[tuple[Said | None, str]]
    defines: tuple[tuple[str, object], ...]

    def evidence(self) -> tuple[tuple[str, Evidence], ...]:
        """(id of the line, evidence) of every line shown."""
        found: list[tuple[str, Evidence]] = []
        for maker in self.makers:
            for line in maker.options.items:
                evidence = (*line.option.evidence, *line.now_evidence)
                found += [(line.id, e) for e in evidence]
            for want in (*maker.wants.items, *maker.untold.items):
                found += [(want.id, e) for e in (*want.want.evidence, *want.want.against)]
        for kept in self.drawer.items:
            found += [(kept.id, e) for e in kept.option.evidence]
        for row in self.impossible.items:
            found += [(row.id, e) for e in row.impossible.evidence]
        for question in self.questions.items:
            found += [(question.id, e) for e in question.question.evidence]
        return tuple(found)


@dataclass(frozen=True, slots=True)
class ShownSide:
    name: str
    said: Cut[Said]


@dataclass(frozen=True, slots=True)
class Shown:
    sides: tuple[ShownSide, ...]
    agree: Cut[Said]
    only: tuple[tuple[tuple[Told, ...], Cut[Said]], ...]
    differ: Cut[tuple[Said, ...]]
    update: Cut[Said]
    dates: Cut[Dated]
    figures: Cut[Counted]
    unknowns: Cut[Unknown]
    problems: Cut[Problem]
    notes: Cut[str]
    model: ModelLines

    @property
    def numbers(self) -> frozenset[int]:
        """Numbers of the things said that have a place of their own on the page."""
        return frozenset(said.number for side in self.sides for said in side.said.items)


def shown(brief: Brief) -> Shown:
    return Shown(
        sides=tuple(ShownSide(side.name, cut(side.said, ENTRIES)) for side in brief.sides),
        agree=cut(brief.related(Relation.AGREE), ENTRIES),
        only=tuple((group, cut(said, ENTRIES)) for group, said in brief.only),
        differ=cut(brief.differ, ENTRIES),
        update=cut(brief.related(Relation.UPDATE), ENTRIES),
        dates=cut(brief.dates, ROWS),
        figures=cut(brief.figures, ROWS),
        unknowns=cut(brief.unknowns, ROWS),
        problems=cut(brief.problems, PROBLEMS),
        notes=cut(brief.notes, PROBLEMS),
        model=_model(brief),
    )


def _model(brief: Brief) -> ModelLines:
    conflict = brief.draft.conflict
    indifferent = set(brief.outcome.indifferent) if brief.outcome else set()
    said = {s.entry.id: s for s in brief.said}
    numbered = {option.id: n for n, option in enumerate(conflict.options, 1)}
    names = {maker.id: maker.name for maker in conflict.decision_makers}
    names |= {option.id: option.label for option in conflict.options}
    makers = []
    for m, maker in enumerate(conflict.decision_makers, 1):
        lines = _wants(m, () if maker.ranking else maker.wants)
        makers.append(
            MakerLines(
                name=maker.name,
                indifferent=maker.name in indifferent,
                ranking=sum(len(tie) for tie in maker.ranking or ()),
                partial=maker.partial,
                weighted=maker.weighted,
                options=cut(_options(maker.id, conflict, numbered), LINES),
                wants=cut([line for line in lines if line.rank], LINES),
                untold=cut([line for line in lines if not line.rank], LINES),
            )
        )
    return ModelLines(
        makers=tuple(makers),
        drawer=cut(
            [
                DrawerLine(f"drawer-{n}", kept.option, kept.owner)
                for n, kept in enumerate(brief.draft.drawer, 1)
            ],
            LINES,
        ),
        impossible=cut(
            [ImpossibleLine(f"impossible-{n}", i) for n, i in enumerate(conflict.impossible, 1)],
            LINES,
        ),
        questions=cut(
            [
                QuestionLine(f"question-{n}", q, names.get(q.about, ""))
                for n, q in enumerate(conflict.open_questions, 1)
            ],
            LINES,
        ),
        unused=cut([(said.get(u.entry), u.reason) for u in brief.draft.unused], ENTRIES),
        defines=tuple(conflict.defines.items()),
    )


def _options(maker: str, conflict: Conflict, numbered: dict[str, int]) -> list[OptionLine]:
    now = conflict.status_quo
    return [
        OptionLine(
            f"option-{numbered[option.id]}",
            option,
            now.values.get(option.id),
            tuple(now.evidence.get(option.id, ())),
        )
        for option in conflict.options
        if option.owner == maker
    ]


def _wants(maker: int, wants: tuple[Want, ...]) -> list[WantLine]:
    lines, rank = [], 0
    for n, want in enumerate(wants, 1):
        if want.basis.value != "unknown":
            rank += 1
        used = rank if want.basis.value != "unknown" else 0
        lines.append(WantLine(f"want-{maker}-{n}", used, want))
    return lines
