"""What is told by whom, under which number: the reports of a case and the things said in them."""

from __future__ import annotations

from dataclasses import dataclass

from firstmove.ledger.decisions import Ruled
from firstmove.ledger.entry import Difference, Entry, Relation, View
from firstmove.report import Report, Span
from firstmove.statement import Statement
from firstmove.views.wording import count, joined, letters

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
        told = [statements[id_] for id_ in entry.statements]
        report, start = min([(order[one.report_id], one.start) for one in told])
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
    lead = statements[entry.lead]
    others = [statements[id_] for id_ in entry.statements if id_ != entry.lead]
    return Said(
        number=number,
        entry=entry,
        tellings=(
            Telling(by_id[lead.report_id], lead),
            *[Telling(by_id[s.report_id], s, _words(s) == _words(lead)) for s in others],
        ),
        reports=tuple([by_id[id_] for id_ in entry.reports]),
        of=of,
        points=tuple([_point(difference, by_id) for difference in entry.differences]),
        rulings=tuple([rulings[n] for n in entry.decisions if n in rulings]),
    )


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
