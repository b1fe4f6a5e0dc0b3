"""What an addition changed."""

from __future__ import annotations

from dataclasses import dataclass

from firstmove.ledger.entry import Entry, Relation, View


@dataclass(frozen=True, slots=True)
class Changed:
    """An entry whose relation is another one now. ``entry`` is the id it has now."""

    entry: str
    before: Relation
    after: Relation


@dataclass(frozen=True, slots=True)
class Added:
    """What an addition changed: report ids, entry ids, relations."""

    new_reports: tuple[str, ...] = ()
    already_known: tuple[str, ...] = ()
    new_entries: tuple[str, ...] = ()
    changed: tuple[Changed, ...] = ()


def diff(before: View, after: View, *, already_known: tuple[str, ...] = ()) -> Added:
    """Compare two views of one case.

    An entry is an old one when it holds a statement that an entry of ``before`` held; of several
    such entries the one that shares most counts, the earlier one in ``before`` on a tie.
    """
    old_reports = {report.id for report in before.reports}
    holder = {id_: entry for entry in before.entries for id_ in entry.statements}
    rank = {entry.id: n for n, entry in enumerate(before.entries)}
    new: list[str] = []
    changed: list[Changed] = []
    for entry in after.entries:
        shared: dict[str, int] = {}
        olds: dict[str, Entry] = {}
        for id_ in entry.statements:
            if (old := holder.get(id_)) is not None:
                shared[old.id] = shared.get(old.id, 0) + 1
                olds[old.id] = old
        if not shared:
            new.append(entry.id)
            continue
        best = olds[min(shared, key=lambda id_: (-shared[id_], rank[id_]))]
        if best.relation is not entry.relation:
            changed.append(Changed(entry.id, best.relation, entry.relation))
    return Added(
        tuple(r.id for r in after.reports if r.id not in old_reports),
        already_known,
        tuple(new),
        tuple(changed),
    )
