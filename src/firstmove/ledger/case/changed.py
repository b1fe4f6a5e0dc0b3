"""What of a kept merge a new one changes, so that only this is written."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from firstmove.ledger.entry import View
from firstmove.ledger.incremental.again import Again


@dataclass(frozen=True, slots=True)
class Changed:
    """Ids of what is new or not as it was, and of what is gone."""

    entries: frozenset[str]
    statements: frozenset[str]  # those too that stand in an entry that is not as it was
    reports: frozenset[str]  # of which anything that is kept of them is not as it was
    read: frozenset[str]  # of those the ones that are read otherwise, or new
    speakers: frozenset[str]
    gone: frozenset[str]  # of all these


def changed(view: View, again: Again) -> Changed:
    """``again``: that which the merge of ``view`` took over from and took up."""
    entries = {entry.id: entry for entry in again.entries}
    now = {entry.id: entry for entry in view.entries}
    parted = {id_ for id_ in now if again.parted.get(id_) != again.new_parted.get(id_)}
    other = _other(entries, now) | parted
    statements = _other(
        {id_: row.told for id_, row in again.rows.items()},
        {id_: row.told for id_, row in again.new.items()},
    )
    statements |= {id_ for entry in other for id_ in now[entry].statements}
    read = _other(again.told, again.new_told)
    reports = _other(again.reports, again.new_reports) | read
    for before, after in (
        (again.printed, again.new_printed),
        (again.heads, again.new_heads),
        (again.contexts, again.new_contexts),
    ):
        reports |= {id_ for id_ in again.new_reports if before.get(id_) != after.get(id_)}
    gone = set(entries).difference(now)
    gone |= again.rows.keys() - again.new.keys()
    gone |= again.reports.keys() - again.new_reports.keys()
    gone |= again.speakers.keys() - again.new_speakers.keys()
    return Changed(
        frozenset(other),
        frozenset(statements),
        frozenset(reports),
        frozenset(read),
        frozenset(_other(again.speakers, again.new_speakers)),
        frozenset(gone),
    )


def _other(before: Mapping[str, Any], now: Mapping[str, Any]) -> set[str]:
    """Keys of what is new or another."""
    return {key for key, told in now.items() if key not in before or before[key] != told}
