"""With whom: acts that take two sides become an option of each; offers of a place or of a
go-between stay apart from them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from firstmove.drafting.acts.joint import among, is_joint, is_service, partner_words
from firstmove.drafting.acts.named import Named
from firstmove.drafting.acts.sides import Sides
from firstmove.drafting.acts.table import Force
from firstmove.drafting.likeness.alike import Likeness, liken, one_object
from firstmove.statement import ActPlace, Kind

_HERE = re.compile(r"\s+(?:in|at) (?P<where>[^,.;:“”\"()]{2,40})")
_WITH_EACH = re.compile(
    r"\b(?:both|all|each|the two|the)(?: of the| the)? (?:countries|governments|parties|sides?)\b"
)
_OFFERS = (Kind.AGREE, Kind.AID, Kind.COOPERATE)


def with_partners(found: Sequence[Named], sides: Sides) -> list[Named]:
    """The same acts, and those of the other sides that joint ones take.

    Where no words tell the other side of what somebody wants ("we need a binding treaty"), one is
    supposed if all points to one: ``supposed`` says what does.
    """
    names = {n for item in found for n in (item.owner, item.side) if n}
    marked = [_served(item, sides) for item in found]
    hosted = [item for item in marked if item.service]
    marked = [_hosted(item, hosted) for item in marked]
    told = [_told(item, names, sides) for item in marked]
    joint = [replace(item, partners=who) for item, who in zip(marked, told, strict=True)]
    return [copy for item in joint for copy in _of_each(item, joint, names)]


def _hosted(item: Named, hosted: Sequence[Named]) -> Named:
    """ "Its offer of a meeting", by who elsewhere offers to host it: the same service."""
    offered = item.statement.kind in _OFFERS and item.owner == item.side and item.act.thing
    if not offered or item.service or not is_joint(item.act):
        return item
    same = any(
        n.owner == item.owner and one_object(n.label, n.act.thing, item.label, True) for n in hosted
    )
    return replace(item, service=True) if same else item


def _of_each(item: Named, joint: Sequence[Named], names: set[str]) -> Iterator[Named]:
    partners, why = item.partners, ""
    if not partners and _alone(item):
        partners, why = _supposed(item, joint)
    yield replace(item, partners=partners, supposed=why)
    for owner in partners:
        others = (item.owner, *(p for p in partners if p != owner))
        with_whom = re.sub(
            rf" with (?:the )?{re.escape(owner)}$", f" with {item.owner}", item.label
        )
        yield replace(
            item, owner=owner, partners=others, partner=True, supposed=why, label=with_whom
        )


def _told(item: Named, names: set[str], sides: Sides) -> tuple[str, ...]:
    """The other sides that the words tell."""
    if not item.owner or item.service or not is_joint(item.act):
        return ()
    said = partner_words(item.statement, item.act)
    told = among(said, lambda name: side if (side := sides.of("", name)) in names else "")
    partners = tuple(name for name in told if name != item.owner)
    if not partners and item.statement.kind is Kind.CONSULT and item.owner == item.side:
        target = item.statement.target
        if target is not None and target.party in names and target.party != item.owner:
            return (target.party,)
    return partners


def _alone(item: Named) -> bool:
    """Whether somebody wants of itself what takes two sides."""
    return (
        item.owner == item.side
        and not item.service
        and item.act.place is ActPlace.CONTENT
        and not item.act.negated
        and item.rule.force is Force.WANTS
        and is_joint(item.act)
    )


def needs_others(item: Named) -> bool:
    """Whether its speaker wants of itself what is worth nothing without others, and none is told:
    talks with nobody, a place for talks."""
    offered = item.service and item.tells_want and item.rule.force is Force.WANTS
    return offered or (not item.partners and _alone(item))


def _supposed(item: Named, joint: Sequence[Named]) -> tuple[tuple[str, ...], str]:
    """The one side that something points to, and what does; nobody where it points to several."""
    side = item.side
    if _WITH_EACH.search(item.label):
        return (), ""  # of a go-between, who talks to more than one
    with_them = {n.partners for n in joint if n.owner == side and n.partners and _same(n, item)}
    if with_them:
        return (
            (with_them.pop(), f"with whom {side} is told to do the same")
            if (len(with_them) == 1)
            else ((), "")
        )
    for others, why in (
        (
            {n.owner for n in joint if n.side == side and n.statement.kind is Kind.REQUEST},
            f"the only side of which {side} demands anything",
        ),
        (
            {n.owner for n in joint if n.owner == n.side and not n.service and _same(n, item)},
            "the only other side that speaks of the same",
        ),
    ):
        others = others - {side, ""}
        if len(others) == 1:
            return tuple(others), why
    return (), ""


def _same(one: Named, other: Named) -> bool:
    same = liken(one.label, one.act.thing, other.label, other.act.thing) is Likeness.SAME
    return same and is_joint(one.act)


def _served(item: Named, sides: Sides) -> Named:
    """Marks an offer to host or mediate; "hold talks in Ostrow" by Ostrow is one to host."""
    if not item.owner or item.owner != item.side or item.act.place is not ActPlace.CONTENT:
        return item
    if is_service(item.act):
        return replace(item, service=True)
    if item.statement.kind in _OFFERS and is_joint(item.act):
        _, after = item.statement.around(item.act.span)
        where = _HERE.match(after)
        if where and sides.of("", where["where"].strip()) == item.owner:
            return replace(item, service=True, label=f"{item.label}{where[0].rstrip()}")
    return item
