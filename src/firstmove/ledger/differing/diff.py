"""What an addition or a decision changed."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Protocol

from firstmove.ledger.decisions import Effect, Ruled
from firstmove.ledger.entry import Entry, Relation, View
from firstmove.report import Report
from firstmove.statement import Statement

# "CORRECTED-Talks stall", "Update 2: talks stall"
_MARKED_AS_NEW = re.compile(
    r"^\W{0,3}(?:correct(?:ion|ed)|clarification|refile|recast|updated?)\b[\s\d]{0,6}[:\-–—)\]]\s*",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Changed:
    """An entry whose relation is another one now. ``entry`` is the id it has now."""

    entry: str
    before: Relation
    after: Relation


@dataclass(frozen=True, slots=True)
class Grown:
    """An old entry that more or other reports tell now; ``before`` and ``after`` count its
    independent witnesses, ``reports`` are the ids of those that tell it only now."""

    entry: str
    before: int
    after: int
    reports: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Altered:
    """An old entry that is told of another party, speaker, target, or as of another kind now."""

    entry: str
    field: str  # party | speaker | target | kind
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Turned:
    """A decision that has another effect than before (overruled, withdrawn, lost, back), or a new
    one that has none."""

    number: int
    before: Effect
    after: Effect
    note: str = ""


@dataclass(frozen=True, slots=True)
class Alike:
    """A new report that may be another version of an old one; nobody has decided so."""

    new: str
    old: str
    by: str  # "url" | "title": what is the same in both


@dataclass(frozen=True, slots=True)
class Added:
    """What changed between two views of a case: report ids, entry ids, relations.

    ``differing`` and ``updated``: entries that differ, or changed over time, now and did not
    before, or on other points; new entries among them. ``gone_entries``: ids of old entries of
    which nothing is left.
    """

    new_reports: tuple[str, ...] = ()
    already_known: tuple[str, ...] = ()
    new_entries: tuple[str, ...] = ()
    changed: tuple[Changed, ...] = ()
    grown: tuple[Grown, ...] = ()
    differing: tuple[str, ...] = ()
    updated: tuple[str, ...] = ()
    altered: tuple[Altered, ...] = ()
    gone_reports: tuple[str, ...] = ()
    gone_entries: tuple[str, ...] = ()
    alike: tuple[Alike, ...] = ()
    turned: tuple[Turned, ...] = ()
    decisions: tuple[int, ...] = ()  # numbers of those that were made
    reread: tuple[str, ...] | None = None  # reports read otherwise now; None: none was read anew
    since: int = field(default=0, compare=False)  # number of the last event before the change
    number: int = field(default=0, compare=False)  # and after it


class Before(Protocol):
    """What of the view before a change is looked at; the entries in any order."""

    @property
    def reports(self) -> Sequence[Report]: ...
    @property
    def entries(self) -> Sequence[Entry]: ...
    @property
    def decisions(self) -> Sequence[Ruled]: ...
    def statement(self, id_: str) -> Statement: ...


def diff(before: Before, after: View, *, already_known: tuple[str, ...] = ()) -> Added:
    """Compare two views of one case.

    An entry is an old one when it holds a statement that an entry of ``before`` held, by its
    words; of several such entries the one that shares most counts, the earlier one in ``before``
    on a tie. A corrected report's statements are old ones where their words are the same. An entry
    that is in all as it was is not looked at.
    """
    versions = {gone.report.id: gone.by for gone in after.gone if gone.by}
    olds = {entry.id: entry for entry in before.entries}
    changed = [entry for entry in after.entries if olds.get(entry.id) != entry]
    for id_ in {entry.id for entry in after.entries} - {entry.id for entry in changed}:
        del olds[id_]
    place = {report.id: n for n, report in enumerate(before.reports)}

    def told(entry: Entry) -> tuple[int, int, str]:
        first = before.statement(entry.statements[0])
        return place[first.report_id], first.start, first.id

    former = sorted(olds.values(), key=told)
    rank = {entry.id: n for n, entry in enumerate(former)}
    holder = {
        key: entry.id
        for entry in former
        for id_ in entry.statements
        for statement in (before.statement(id_),)
        for key in _keys(statement, versions.get(statement.report_id))
    }
    new: list[str] = []
    kept: set[str] = set()
    pairs: list[tuple[Entry | None, Entry]] = []
    for entry in changed:
        shared: dict[str, int] = {}
        for id_ in entry.statements:
            statement = after.statement(id_)
            newer = statement.report_id if statement.report_id in versions.values() else None
            keys = _keys(statement, newer)
            if (old := next((holder[k] for k in keys if k in holder), None)) is not None:
                shared[old] = shared.get(old, 0) + 1
        kept |= shared.keys()
        if not shared:
            new.append(entry.id)
        best = min(shared, key=lambda id_: (-shared[id_], rank[id_]), default=None)
        pairs.append((olds[best] if best else None, entry))
    old_reports = {report.id for report in before.reports}
    new_reports = tuple(r for r in after.reports if r.id not in old_reports)
    here = {report.id for report in after.reports}
    return Added(
        tuple(r.id for r in new_reports),
        already_known,
        tuple(new),
        tuple(_changed(pairs)),
        tuple(_grown(pairs)),
        tuple(_now(pairs, Relation.DIFFER)),
        tuple(_now(pairs, Relation.UPDATE)),
        tuple(_altered(pairs)),
        tuple(r.id for r in before.reports if r.id not in here),
        tuple(entry.id for entry in former if entry.id not in kept),
        tuple(
            alike
            for n, report in enumerate(new_reports)
            for alike in _alike(report, (*before.reports, *new_reports[:n]), versions)
        ),
        tuple(_turned(before, after)),
    )


def _keys(statement: Statement, report: str | None) -> Iterator[object]:
    """By what a statement is known again: its place; between two versions of a report its words.

    ``report``: the id of the newer version, None where there is only one.
    """
    cue, content = statement.cue, statement.content
    yield statement.report_id, tuple((s.start, s.end) for s in (*cue, *content)), len(cue)
    if report is not None:
        yield report, tuple(s.quote for s in (*cue, *content)), len(cue)


def _changed(pairs: list[tuple[Entry | None, Entry]]) -> Iterator[Changed]:
    for old, entry in pairs:
        if old is not None and old.relation is not entry.relation:
            yield Changed(entry.id, old.relation, entry.relation)


def _altered(pairs: list[tuple[Entry | None, Entry]]) -> Iterator[Altered]:
    for old, entry in pairs:
        if old is not None:
            for name in ("party", "speaker", "target", "kind"):
                was, now = str(getattr(old, name)), str(getattr(entry, name))
                if was != now:
                    yield Altered(entry.id, name, was, now)


def _grown(pairs: list[tuple[Entry | None, Entry]]) -> Iterator[Grown]:
    for old, entry in pairs:
        if old is not None:
            reports = tuple(r for r in entry.reports if r not in old.reports)
            if reports or old.witnesses != entry.witnesses:
                yield Grown(entry.id, old.witnesses, entry.witnesses, reports)


def _now(pairs: list[tuple[Entry | None, Entry]], relation: Relation) -> Iterator[str]:
    for old, entry in pairs:
        if entry.relation is relation:
            known = old.differences if old is not None and old.relation is relation else ()
            sides = {side.span for difference in known for side in difference.sides}
            if any(side.span not in sides for d in entry.differences for side in d.sides):
                yield entry.id


def _turned(before: Before, after: View) -> Iterator[Turned]:
    was = {ruled.number: ruled.effect for ruled in before.decisions}
    for ruled in after.decisions:
        effect = was.get(ruled.number, Effect.IN_FORCE)
        if effect is not ruled.effect:
            yield Turned(ruled.number, effect, ruled.effect, ruled.note)


def _alike(report: Report, others: Iterable[Report], versions: dict[str, str]) -> Iterator[Alike]:
    title = _title(report)
    for old in others:
        if versions.get(old.id):
            continue  # decided already
        if report.url and report.url == old.url:
            yield Alike(report.id, old.id, "url")
        elif title and (report.source, title) == (old.source, _title(old)):
            yield Alike(report.id, old.id, "title")


def _title(report: Report) -> str:
    return _MARKED_AS_NEW.sub("", report.title).casefold()
