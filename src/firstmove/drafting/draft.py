"""Entries to a conflict model: options, wants, what stands now, and what no report tells."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from firstmove.conflict import (
    Condition,
    Conflict,
    DecisionMaker,
    Evidence,
    Option,
    Want,
    parse_condition,
)
from firstmove.drafting.acts.done import deeds
from firstmove.drafting.acts.named import Named, named_acts
from firstmove.drafting.acts.sides import Sides
from firstmove.drafting.lines.evidence import evidence_of
from firstmove.drafting.lines.exclusive import exclusive
from firstmove.drafting.lines.naming import Names
from firstmove.drafting.lines.now import status_quo
from firstmove.drafting.lines.oneway import one_way
from firstmove.drafting.lines.questions import open_questions
from firstmove.drafting.lines.wants import Wanted, wants_of
from firstmove.drafting.options.candidate import Candidate
from firstmove.drafting.options.chosen import MAX_OPTIONS, chosen, dealing_with_others
from firstmove.drafting.options.deeds import is_opposed_act, planner
from firstmove.drafting.options.gather import gather
from firstmove.drafting.options.no_option import asks_itself, is_option
from firstmove.drafting.options.not_ahead import is_ahead
from firstmove.drafting.options.partners import with_partners
from firstmove.drafting.options.positions_of import is_ones_own
from firstmove.drafting.options.ties import tied_alike
from firstmove.ledger import View
from firstmove.statement import Kind

NAMED = 4  # parties that the name of a draft tells


@dataclass(frozen=True, slots=True)
class Unused:
    """An entry that gave the model no line, and why."""

    entry: str
    reason: str


@dataclass(frozen=True, slots=True)
class Kept:
    """An option kept in the drawer, with the wants that need it and who has them.

    ``owner`` and the first of each pair are names of parties; ``witnesses`` is what it was ranked
    by. The option's owner need not be a decision maker of the model.
    """

    option: Option
    owner: str
    witnesses: int
    wants: tuple[tuple[str, Want], ...] = ()


@dataclass(frozen=True, slots=True)
class Draft:
    """A first model of the conflict, with the entries that are not in it and the reasons.

    The evidence stands on the lines of ``conflict``, the open questions in
    ``conflict.open_questions``. ``drawer``: the options that ``options/chosen.py`` leaves out.
    """

    conflict: Conflict
    unused: tuple[Unused, ...] = ()
    drawer: tuple[Kept, ...] = ()


def draft(view: View, name: str = "") -> Draft:
    """Draft a conflict model from a ledger.

    Each option is an act that some statement names, under the party that would do it; each want
    follows from a statement by the table in ``drafting/acts/table.py``; nothing is added that no
    report tells. What would have to be known and is not becomes an open question.
    """
    sides = Sides(view)
    told = [
        _by_whom_it_is(item, sides)
        for item in named_acts(view, sides)
        if is_option(item) and is_ahead(item) and is_ones_own(view, item)
    ]
    named = with_partners(told, sides)
    every = tied_alike(gather(named, tuple(deeds(view, sides))))
    candidates, drawer = chosen(every)
    names = Names(view, every)
    kept_back = {names.option(c) for c in drawer}
    all_wanted = wants_of(view, every, names)
    wanted = [w for w in all_wanted if not kept_back & names.parts_of(w.want.condition)]
    involved = {c.owner for c in candidates} | {w.party for w in wanted}
    parties = tuple(party for party in names.parties if party in involved)
    conflict = Conflict(
        name=name or _name(parties),
        decision_makers=tuple(
            DecisionMaker(
                names.party(party),
                party,
                in_unknown_order(w.want for w in wanted if w.party == party),
            )
            for party in parties
        ),
        options=tuple(_option(view, candidate, names) for candidate in candidates),
        impossible=exclusive(view, candidates, names),
        status_quo=status_quo(view, candidates, names, sides),
        defines=_defines(names, kept_back),
        open_questions=open_questions(view, named, candidates, wanted, names, sides),
        note=_drafted_from(view),
    )
    return Draft(
        conflict,
        _unused(view, candidates, drawer, wanted, sides),
        tuple(
            Kept(
                option := _option(view, candidate, names),
                candidate.owner,
                candidate.witnesses,
                _wants_of(option.id, all_wanted, names),
            )
            for candidate in drawer
        ),
    )


def _by_whom_it_is(item: Named, sides: Sides) -> Named:
    if is_opposed_act(item):
        return replace(item, owner=planner(item, sides))
    return replace(item, owner="") if asks_itself(item) else item


def _wants_of(option: str, wanted: list[Wanted], names: Names) -> tuple[tuple[str, Want], ...]:
    return tuple((w.party, w.want) for w in wanted if option in names.parts_of(w.want.condition))


def _defines(names: Names, kept_back: set[str]) -> dict[str, Condition]:
    """The joint outcomes: each side does its part."""
    return {
        id_: parse_condition(" and ".join(parts))
        for id_ in names.joints
        if not kept_back & set(parts := names.parts(id_))
    }


def in_unknown_order(wants: Iterable[Want]) -> tuple[Want, ...]:
    """No report tells what matters more: all in unknown order among themselves."""
    return tuple(replace(want, unordered=n > 0) for n, want in enumerate(wants))


def _option(view: View, candidate: Candidate, names: Names) -> Option:
    direction, why = one_way(view, candidate)
    return Option(
        names.option(candidate),
        names.party(candidate.owner),
        candidate.label,
        direction,
        _evidence(view, candidate),
        why,
    )


def _evidence(view: View, candidate: Candidate) -> tuple[Evidence, ...]:
    return tuple(dict.fromkeys(evidence_of(view, n) for n in (*candidate.named, *candidate.loose)))


def _name(parties: tuple[str, ...]) -> str:
    if not parties:
        return "no decision maker found"
    more = len(parties) - NAMED
    return " – ".join(parties[:NAMED]) + (f" and {more} more" if more > 0 else "")


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
    view: View,
    candidates: list[Candidate],
    drawer: list[Candidate],
    wanted: list[Wanted],
    sides: Sides,
) -> tuple[Unused, ...]:
    used = {e.entry for w in wanted for e in w.want.evidence}
    used |= {e.id for c in candidates for e in c.entries}
    kept_back = {e.id: c.owner for c in reversed(drawer) for e in c.entries}
    dealing = dealing_with_others([*candidates, *drawer])
    out = []
    for entry in view.entries:
        if entry.id in used:
            continue
        if entry.id in kept_back:
            reason = (
                f"its act is beyond the {MAX_OPTIONS} best witnessed options"
                if kept_back[entry.id] in dealing
                else f"no other side deals with {kept_back[entry.id]}"
            )
        elif not sides.speaking(entry):
            reason = "the reports do not tell whom the speaker speaks for"
        elif entry.kind is Kind.ASSESS:
            reason = "a belief about what is or will be is no want"
        elif entry.kind in (Kind.ACCUSE, Kind.PROTEST, Kind.WARN):
            reason = f"{entry.kind} names no act that its speaker wants"
        else:
            reason = "no act was found in it that a party could take"
        out.append(Unused(entry.id, reason))
    return tuple(out)
