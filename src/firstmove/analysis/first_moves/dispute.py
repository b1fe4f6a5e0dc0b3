"""Whether a model shows a dispute between sides at all: whether anybody wants anything of another.

Without that nobody can be said to have to move first, however the sums come out: each side would
simply do what it announces, or one side alone could do anything.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from firstmove.analysis.first_moves.result import Effect, FirstMoves
from firstmove.conflict import Basis, Condition, Conflict, Want


class Dispute(StrEnum):
    """``APART``: no want that is told is about another side's option. ``ONE_SIDE``: one side alone
    has options. ``ONE_WAY``: whoever is asked for something is not told to say anything of it, to
    want anything in return, or to be offered anything for it. Preferences that are given by states,
    not by wants, count as a dispute."""

    SHOWN = "shown"
    APART = "each side for itself"
    ONE_SIDE = "one side alone could act"
    ONE_WAY = "asked, and not answered"


@dataclass(frozen=True, slots=True)
class Asked:
    """A want that is about options of others. ``who``, ``of``: ids."""

    who: str
    of: tuple[str, ...]
    want: Want


def asked(conflict: Conflict) -> tuple[Asked, ...]:
    """Who is told to want what of whom, in the order of the model."""
    owners = {option.id: option.owner for option in conflict.options}
    found = []
    for maker in conflict.decision_makers:
        for want in maker.wants:
            about = {owners[name] for name in _options(want.condition, conflict) if name in owners}
            of = tuple(m.id for m in conflict.decision_makers if m.id in about - {maker.id})
            if of and want.basis is not Basis.UNKNOWN:
                found.append(Asked(maker.id, of, want))
    return tuple(found)


def dispute(conflict: Conflict) -> Dispute:
    """Cost: one look at each want."""
    ranked = any(maker.ranking is not None for maker in conflict.decision_makers)
    if conflict.states or not conflict.options or ranked:
        return Dispute.SHOWN
    if not asked(conflict):
        return Dispute.APART
    if len({option.owner for option in conflict.options}) == 1:
        return Dispute.ONE_SIDE
    return Dispute.SHOWN if _answered(conflict) else Dispute.ONE_WAY


def _answered(conflict: Conflict) -> bool:
    """Whether some want ties acts of two sides, two sides speak of one act, or each of two asks
    something of the other."""
    owners = {option.id: option.owner for option in conflict.options}
    about: dict[str, set[str]] = {}
    for maker in conflict.decision_makers:
        for want in maker.wants:
            if want.basis is Basis.UNKNOWN:
                continue
            options = _options(want.condition, conflict) & owners.keys()
            if len({owners[one] for one in options}) > 1:
                return True
            about.setdefault(maker.id, set()).update(options)
    pairs = [(one, other) for one in about for other in about if one < other]
    return any(
        about[one] & about[other]
        or (
            other in {owners[option] for option in about[one]}
            and one in {owners[option] for option in about[other]}
        )
        for one, other in pairs
    )


def no_dispute(conflict: Conflict, *, freely: bool = False) -> str:
    """Why the model shows no dispute, in a sentence; "" where it shows one.

    ``freely``: whether steps that are all gains lead out; then also where wants go one way only,
    since what each side would do anyhow answers nobody.
    """
    match dispute(conflict):
        case Dispute.APART:
            return (
                "The model shows no dispute between sides: no want that is told is about what "
                "another side does."
            )
        case Dispute.ONE_SIDE:
            alone = conflict.decision_maker(conflict.options[0].owner).name
            return (
                f"The model shows no dispute in which sides could answer each other: only {alone} "
                "has options."
            )
        case Dispute.ONE_WAY if freely:
            return (
                "The model shows no dispute in which sides answer each other: who is asked for "
                "something is not told to say anything of it, or to want anything in return."
            )
    return ""


def no_dispute_in(found: FirstMoves) -> str:
    """The same of an answer; a goal that was asked about is answered all the same."""
    freely = any(opener.effect is Effect.GAIN for opener in found.open_by_gains)
    return no_dispute(found.conflict, freely=freely) if found.goal is None else ""


def _options(condition: Condition, conflict: Conflict) -> set[str]:
    found: set[str] = set()
    for name in condition.names:
        defined = conflict.defines.get(name)
        found |= _options(defined, conflict) if defined is not None else {name}
    return found
