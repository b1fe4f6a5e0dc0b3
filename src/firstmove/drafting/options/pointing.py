"""Labels that point at what is told elsewhere: “shut it”, “drop the measure”.

Beside one option of the same owner whose verb means the same (“close the crossing”, “scrap the
export ban”) they name that option; beside two of them nobody can tell which.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from firstmove.drafting.acts.named import Named
from firstmove.drafting.likeness.alike import Likeness, liken, one_kind
from firstmove.drafting.options.candidate import Candidate

_IT = re.compile(r"(?P<verb>[\w-]+)(?: (?P<part>off|down|up|out|back))? (?:it|them)", re.IGNORECASE)
_MEASURE = re.compile(
    r"(?P<verb>[\w-]+)(?: (?P<part>off|down|up|out|back))? (?:the|these|those|this|its|their|both) "
    r"(?:curbs?|measures?|moves?|restrictions?|steps?)",
    re.IGNORECASE,
)
# What is called a measure.
_MEASURES = re.compile(
    r"\b(?:bans?|blockades?|boycotts?|caps?|charges?|closures?|controls?|curbs?|curfews?|"
    r"dut(?:y|ies)|embargo(?:es)?|fees?|freezes?|levy|levies|limits?|orders?|penalt(?:y|ies)|quotas?|"
    r"restrictions?|rules?|sanctions?|surcharges?|tariffs?|tax(?:es)?|tolls?)\b",
    re.IGNORECASE,
)
_NEVER = (Likeness.CONTRARY, Likeness.AMOUNTS)


def pointed_at(found: Sequence[Candidate]) -> list[Candidate]:
    """The same options without those that only point at another one of their owner."""
    left = list(found)
    for one in found:
        fits = [c for c in left if c is not one and c.owner == one.owner and _points(one, c)]
        if len(fits) == 1:
            why = "since its words point at what is told elsewhere"
            fits[0].named += [replace(n, taken_for=why) for n in one.named]
            fits[0].loose += one.loose
            left.remove(one)
    return left


def _points(one: Candidate, other: Candidate) -> bool:
    pairs = [(a, b) for a in one.named for b in other.named]
    return all(any(_points_at(a, b) for b in other.named) for a in one.named) and not any(
        a.statement.id == b.statement.id
        or liken(a.label, a.act.thing, b.label, b.act.thing) in _NEVER
        for a, b in pairs
    )


def _points_at(one: Named, other: Named) -> bool:
    if one.act.thing or other.act.thing or _IT.fullmatch(other.label):
        return False
    it, measure = _IT.fullmatch(one.label), _MEASURE.fullmatch(one.label)
    found = it or measure
    if found is None or not one_kind(" ".join(filter(None, found.groups())), other.label):
        return False
    if measure:
        return _MEASURES.search(other.label) is not None
    return _told_before(other, one)


def _told_before(one: Named, other: Named) -> bool:
    """Both by the owner itself, in one report: what others ask it to do to "it" may be another."""
    same = one.statement.report_id == other.statement.report_id
    own = one.side == one.owner == other.side == other.owner
    return same and own and one.act.span.start < other.act.span.start
