"""Entries to a conflict model: options, wants, what stands now, and what no report tells."""

from __future__ import annotations

from dataclasses import dataclass

from firstmove.conflict import (
    Conflict,
    DecisionMaker,
    Evidence,
    Option,
    StatusQuo,
)
from firstmove.drafting.evidence import evidence_of
from firstmove.drafting.naming import Names
from firstmove.drafting.options import Candidate, gather, named_acts
from firstmove.drafting.questions import open_questions
from firstmove.drafting.sides import Sides
from firstmove.drafting.wants import Wanted, wants_of
from firstmove.ledger import View
from firstmove.statement import ActPlace, Kind

NAMED = 4  # parties that the name of a draft tells
MAX_OPTIONS = 12
"""Beyond a dozen options (4,096 states) a person no longer thinks with a model."""


@dataclass(frozen=True, slots=True)
class Unused:
    """An entry that gave the model no line, and why."""

    entry: str
    reason: str


@dataclass(frozen=True, slots=True)
class Draft:
    """A first model of the conflict, with the entries that are not in it and the reasons.

    The evidence stands on the lines of ``conflict``, the open questions in
    ``conflict.open_questions``.
    """

    conflict: Conflict
    unused: tuple[Unused, ...] = ()


def draft(view: View, name: str = "") -> Draft:
    """Draft a conflict model from a ledger.

    Each option is an act that some statement names, under the party that would do it; each want
    follows from a statement by the table in ``drafting/table.py``; nothing is added that no report
    tells. What would have to be known and is not becomes an open question.
    """
    named = named_acts(view)
    candidates, drawer = _chosen(gather(named))
    names = Names(view, candidates)
    wanted = wants_of(view, candidates, names)
    makers = tuple(
        DecisionMaker(
            names.party(party),
            party,
            tuple(w.want for w in wanted if w.party == party),
        )
        for party in names.parties
    )
    options = tuple(
        Option(
            names.option(candidate),
            names.party(candidate.owner),
            candidate.label,
            evidence=_evidence(view, candidate),
        )
        for candidate in candidates
    )
    conflict = Conflict(
        name=name or _name(names),
        decision_makers=makers,
        options=options,
        status_quo=_status_quo(view, candidates, names),
        open_questions=open_questions(view, named, candidates, wanted, names),
        note=_drafted_from(view),
    )
    return Draft(conflict, _unused(view, candidates, drawer, wanted))


def _chosen(candidates: list[Candidate]) -> tuple[list[Candidate], list[Candidate]]:
    """The dozen best witnessed, in the order of the reports, and the rest."""
    ranked = sorted(
        range(len(candidates)),
        key=lambda i: (-candidates[i].witnesses, -len(candidates[i].named), i),
    )
    kept = set(ranked[:MAX_OPTIONS])
    return (
        [c for i, c in enumerate(candidates) if i in kept],
        [c for i, c in enumerate(candidates) if i not in kept],
    )


def _evidence(view: View, candidate: Candidate) -> tuple[Evidence, ...]:
    return tuple(dict.fromkeys(evidence_of(view, n) for n in (*candidate.named, *candidate.loose)))


def _status_quo(view: View, candidates: list[Candidate], names: Names) -> StatusQuo:
    """What is demanded, promised, refused, threatened or made a condition is not done yet.

    An act that is only believed possible says nothing of now, and stays unknown.
    """
    values: dict[str, bool] = {}
    evidence: dict[str, tuple[Evidence, ...]] = {}
    for candidate in candidates:
        telling = [
            n for n in (*candidate.named, *candidate.loose) if n.statement.kind is not Kind.ASSESS
        ]
        if telling:
            first = next((n for n in telling if n.act.place is ActPlace.CONTENT), telling[0])
            values[names.option(candidate)] = False
            evidence[names.option(candidate)] = (evidence_of(view, first),)
    return StatusQuo(values, evidence)


def _name(names: Names) -> str:
    if not names.parties:
        return "no decision maker found"
    more = len(names.parties) - NAMED
    return " – ".join(names.parties[:NAMED]) + (f" and {more} more" if more > 0 else "")


def _drafted_from(view: View) -> str:
    """Which id is which report, for whoever reads the evidence in the file."""
    return "drafted from " + "; ".join(
        " · ".join(
            part
            for part in (
                f"{report.id}: {report.source or report.name}",
                report.title,
                report.published.isoformat() if report.published else "",
            )
            if part
        )
        for report in view.reports
    )


def _unused(
    view: View, candidates: list[Candidate], drawer: list[Candidate], wanted: list[Wanted]
) -> tuple[Unused, ...]:
    used = {e.entry for w in wanted for e in w.want.evidence}
    used |= {e.id for c in candidates for e in c.entries}
    kept_back = {e.id for c in drawer for e in c.entries}
    sides = Sides(view)
    out = []
    for entry in view.entries:
        if entry.id in used:
            continue
        if entry.id in kept_back:
            reason = f"its act is beyond the {MAX_OPTIONS} best witnessed options"
        elif not sides.of(entry.party, entry.speaker):
            reason = "the reports do not tell whom the speaker speaks for"
        elif entry.kind is Kind.ASSESS:
            reason = "a belief about what is or will be is no want"
        elif entry.kind in (Kind.ACCUSE, Kind.PROTEST, Kind.WARN):
            reason = f"{entry.kind} names no act that its speaker wants"
        else:
            reason = "no act was found in it that a party could take"
        out.append(Unused(entry.id, reason))
    return tuple(out)
