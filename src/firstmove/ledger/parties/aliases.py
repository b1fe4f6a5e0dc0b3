"""The names of a case and the parties they speak for, as a TOML file that a person edits.

    [[name]]
    name = "Mara Voss"    # as the reports have it
    party = "Kessa"       # "": for nobody
    since = 2031-05-01    # optional: in reports of these days only
    until = 2031-06-30
    reason = "its envoy"

The case file keeps each row as a decision; a file given again changes what it says otherwise.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path

from firstmove.errors import CaseError
from firstmove.ledger.decisions import Decision, Effect, What
from firstmove.ledger.entry import View

_KEYS = ("name", "party", "since", "until", "reason")
_LARGEST = 1_000_000  # bytes
_REMEDY = 'A row is [[name]] with name = "…" and party = "…"; since, until, reason may follow.'


def read_aliases(path: Path, reason: str, who: str = "") -> tuple[Decision, ...]:
    """The rows of a file as decisions. ``reason``: of the rows that give none.

    Raises CaseError for a file that can't be read, a row that is none and a name told twice.
    """
    where = str(path)
    try:
        if path.stat().st_size > _LARGEST:
            raise CaseError("the file is too large", where=where, remedy="At most 1 MB.")
        told = tomllib.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        what = f"cannot be read: {error.strerror}"
        raise CaseError(what, where=where, remedy="Check the path.") from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise CaseError(f"is no TOML file: {error}", where=where, remedy=_REMEDY) from error
    rows = told.get("name", [])
    if set(told) - {"name"} or not isinstance(rows, list):
        raise CaseError("has other keys than [[name]]", where=where, remedy=_REMEDY)
    found: dict[object, Decision] = {}
    for number, row in enumerate(rows, 1):
        decision = _decision(row, f"{where}, row {number}", reason, who)
        key = decision.name, decision.since, decision.until
        if key in found:
            raise CaseError(
                f"“{decision.name}” is told twice for the same days",
                where=f"{where}, row {number}",
                remedy="Leave one of the two out, or give other days.",
            )
        found[key] = decision
    return tuple(found.values())


def _decision(row: object, where: str, reason: str, who: str) -> Decision:
    if not isinstance(row, dict) or set(row) - set(_KEYS) or not {"name", "party"} <= set(row):
        raise CaseError("is no row of names", where=where, remedy=_REMEDY)
    texts = [row["name"], row["party"], row.get("reason", "") or reason]
    days = [row.get("since"), row.get("until")]
    if not all(isinstance(text, str) for text in texts) or any(
        isinstance(day, datetime) or not isinstance(day, date | None) for day in days
    ):
        raise CaseError(
            "a name, party or reason is no text, or a day no day",
            where=where,
            remedy="Texts stand in quotation marks, days without: since = 2031-05-01.",
        )
    name, party, why = texts
    return Decision(What.PARTY, why, who, name=name, value=party, since=days[0], until=days[1])


def changed_by(
    view: View, wanted: tuple[Decision, ...], reason: str, who: str = ""
) -> tuple[Decision, ...]:
    """What has to be decided so that the parties told are those wanted, and no others."""
    known = {bare(decision): number for number, decision in in_force(view)}
    asked = {bare(decision) for decision in wanted}
    undone = (
        Decision(What.UNDO, reason, who, withdraws=number)
        for decision, number in known.items()
        if decision not in asked
    )
    return (*undone, *(decision for decision in wanted if bare(decision) not in known))


def in_force(view: View) -> Iterator[tuple[int, Decision]]:
    """The decisions on names that count, with their numbers."""
    for ruled in view.decisions:
        if ruled.decision.what is What.PARTY and ruled.effect in (Effect.IN_FORCE, Effect.LOST):
            yield ruled.number, ruled.decision


def bare(decision: Decision) -> Decision:
    """What is decided, without who and why."""
    return replace(decision, reason="", who="")


def aliases_text(view: View) -> str:
    """The decisions on names that count, as the file that would make them."""
    import tomlkit

    rows = tomlkit.aot()
    for _, decision in in_force(view):
        row = tomlkit.table()
        row.add("name", decision.name)
        row.add("party", decision.value)
        for key, day in (("since", decision.since), ("until", decision.until)):
            if day is not None:
                row.add(key, day)
        row.add("reason", decision.reason)
        rows.append(row)
    if not rows:
        return '# No name was given a party. A row:\n# [[name]]\n# name = "…"\n# party = "…"\n'
    document = tomlkit.document()
    document.add("name", rows)
    return tomlkit.dumps(document)
