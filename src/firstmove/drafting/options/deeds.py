"""Deeds of others: whose act “the closure” or “closing the ward” is that somebody opposes."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from firstmove.drafting.acts.joint import is_joint
from firstmove.drafting.acts.named import Named
from firstmove.drafting.acts.sides import Sides
from firstmove.drafting.acts.whose import PROPOSALS
from firstmove.drafting.likeness.alike import Likeness, liken, one_kind
from firstmove.drafting.options.candidate import Candidate
from firstmove.drafting.options.deverbal import is_deed, names_deed
from firstmove.drafting.options.owners import NOT_HAVING
from firstmove.statement import ActPlace, Kind

_OFFERED = re.compile(rf"\b{PROPOSALS}\b")
_OPPOSING = re.compile(
    r"\b(?:oppos|object|protest|condemn|denounc|resist|fight|fought|criticis|criticiz)",
    re.IGNORECASE,
)
# Who opposes an act would mostly not be the one to do it; who resists it would.
_AGAINST = re.compile(
    r"\b(?:oppos|object|condemn|denounc|criticis|criticiz|(?:is|are|be|was|were|come|comes|came)"
    r" (?:out )?against\b)",
    re.IGNORECASE,
)
_DOING = re.compile(r"(?:re-?)?[a-z]+ing\b", re.IGNORECASE)
_PLANNED_BY = re.compile(
    r",? (?:which|that) (?P<who>[^,;.]{2,60}?) (?:has |have |had )?(?:decided|hope|intend|plan|"
    r"propose|resolve|want)(?:s|ed|d|ned)? to (?P<does>\w+)",
    re.IGNORECASE,
)
_ONES_OWN = re.compile(r"\b(?:its|their|his|her|our|my) ", re.IGNORECASE)
_GLAD = re.compile(r"\b(?:welcom|prais|hail|applaud|cheer)", re.IGNORECASE)


def is_opposed_act(item: Named) -> bool:
    """ "Opposes shutting the ward", "is against drilling in the bay": not told whose act it is; it
    is neither the opponent's nor the ward's. Who opposes selling its ships would sell them."""
    act, statement = item.act, item.statement
    doer = act.actor
    return (
        statement.kind is Kind.REJECT
        and act.place is ActPlace.CONTENT
        and not act.thing
        and not is_joint(act)
        and doer is not None
        and (item.owner in ("", item.side) or act.span.start < doer.span.start < act.span.end)
        and any(act.span.start == span.start for span in statement.content)
        and _DOING.match(act.span.quote) is not None
        and not _ONES_OWN.search(item.label)
        and any(_AGAINST.search(cue.quote) for cue in statement.cue)
    )


def planner(item: Named, sides: Sides) -> str:
    """The side of "…, which the council plans to close", behind an act opposed; "" if none."""
    _, behind = item.statement.around(item.act.span)
    found, target = _PLANNED_BY.match(behind), item.statement.target
    if found is None or target is None or target.span.quote.lower() not in found["who"].lower():
        return ""
    return sides.of(target.party, target.name) if one_kind(found["does"], item.label) else ""


def of_another(item: Named, found: Sequence[Candidate]) -> tuple[Candidate, Named] | None:
    """The one other side's option that a thing opposed or welcomed is about, and the act as told of
    it; None where there is none, or where it is the speaker's own side's.

    "Voted to oppose the closure" is of whoever would close it; "rejects the levy" wants it lifted
    where a side is asked to lift it.
    """
    if not is_answered(item) or any(
        c.owner == item.side and _same(item, c) for c in found if c.owner == item.owner
    ):
        return None
    others = [c for c in found if c.owner not in ("", item.side)]
    fits = [(c, False) for c in others if _same(item, c) or names_deed(item.label, c.named)]
    fits = fits or [(c, True) for c in others if _undone_by(item, c)]
    if len(fits) != 1:
        return None
    candidate, turned = fits[0]
    told = replace(item, owner=candidate.owner, label=candidate.named[0].label, turned=turned)
    return candidate, told


def is_of_others(item: Named) -> bool:
    """Whether what is opposed or welcomed is nothing that its speaker could accept: a deed that
    nobody is told to do, or anything that is only welcomed."""
    glad = any(_GLAD.search(q.quote) for q in item.statement.cue)
    if item.act.thing and item.statement.kind is Kind.SUPPORT and glad:
        return not _OFFERED.search(item.label)
    if not is_answered(item):
        return False
    if item.statement.kind is Kind.SUPPORT:
        return is_deed(item.label)
    told = (*item.statement.cue, *item.statement.content)
    return is_deed(item.label) and any(_OPPOSING.search(q.quote) for q in told)


def is_answered(item: Named) -> bool:
    """Whether a thing, and no offer, is opposed or welcomed by a side."""
    return (
        item.act.thing
        and item.act.place is ActPlace.CONTENT
        and item.statement.kind in (Kind.REJECT, Kind.SUPPORT)
        and item.owner == item.side
        and not item.partners
        and not is_joint(item.act)
        and not _OFFERED.search(item.label)
    )


def _same(item: Named, candidate: Candidate) -> bool:
    return any(
        liken(item.label, True, n.label, n.act.thing) is Likeness.SAME
        and not is_answered(n)
        and (n.act.thing or n.label.split()[0].lower() not in NOT_HAVING)
        for n in candidate.named
    )


def _undone_by(item: Named, candidate: Candidate) -> bool:
    return any(
        not n.act.thing and liken(item.label, True, n.label, False) is Likeness.CONTRARY
        for n in candidate.named
    )
