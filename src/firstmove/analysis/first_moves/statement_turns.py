"""Which wants of a model rest on one statement, and the model without them.

A statement is an entry of the ledger that wants name as evidence, or where they name none a
passage of a report, or a want that has no evidence at all. It is false or misread in one of two
ways: nothing is known of it (``dropped``), or its speaker wants the contrary (``reversed``). A want
that other statements tell as well stands either way.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from firstmove.conflict import Basis, Condition, Conflict, DecisionMaker, Evidence, Not, Want


@dataclass(frozen=True, slots=True)
class Resting:
    """A want that stands on a statement; ``alone``: on no other. ``want``: its place among the
    wants of the decision maker."""

    decision_maker: str
    want: int
    alone: bool


@dataclass(frozen=True, slots=True)
class Source:
    """A statement that wants of the model stand on: its passages there, and the wants."""

    evidence: tuple[Evidence, ...]
    wants: tuple[Resting, ...]

    @property
    def decides(self) -> bool:
        """Whether some want falls with it."""
        return any(one.alone for one in self.wants)


def sources(conflict: Conflict) -> tuple[Source, ...]:
    """In the order of the model's wants. Rankings by hand are made of no wants."""
    passages: dict[tuple[object, ...], dict[Evidence, None]] = {}
    wants: dict[tuple[object, ...], list[Resting]] = {}
    for maker in conflict.decision_makers:
        for at, want in enumerate(maker.wants if maker.ranking is None else ()):
            if want.basis is Basis.UNKNOWN and not want.evidence:
                continue  # told by nobody: open, not false
            keys = {_key(one): None for one in want.evidence} or {(maker.id, at): None}
            for key in keys:
                passages.setdefault(key, {}).update(
                    (one, None) for one in want.evidence if _key(one) == key
                )
                wants.setdefault(key, []).append(Resting(maker.id, at, len(keys) == 1))
    return tuple(Source(tuple(passages[key]), tuple(found)) for key, found in wants.items())


def _key(evidence: Evidence) -> tuple[object, ...]:
    if evidence.entry:
        return (evidence.entry,)
    return evidence.report, evidence.start, evidence.end, evidence.sentence, evidence.quote


def without(model: Conflict, conflict: Conflict, source: Source) -> Conflict:
    """A reading ``model`` of ``conflict`` in which nothing is known of what rests on ``source``
    alone. A want that was in dispute only with one of these is in dispute no longer."""
    return _changed(model, conflict, source, reverse=False)


def contrary(model: Conflict, conflict: Conflict, source: Source) -> Conflict:
    """A reading in which the contrary is wanted of what rests on ``source`` alone."""
    return _changed(model, conflict, source, reverse=True)


def _changed(model: Conflict, conflict: Conflict, source: Source, *, reverse: bool) -> Conflict:
    makers = []
    for read, maker in zip(model.decision_makers, conflict.decision_makers, strict=True):
        fallen = [
            maker.wants[one.want]
            for one in source.wants
            if one.alone and one.decision_maker == maker.id
        ]
        makers.append(_maker(read, maker, fallen, reverse) if fallen else read)
    return replace(model, decision_makers=tuple(makers))


def _maker(
    read: DecisionMaker, maker: DecisionMaker, fallen: list[Want], reverse: bool
) -> DecisionMaker:
    settled = [
        other
        for other in maker.wants
        if other.basis is Basis.UNKNOWN
        and other.evidence
        and other not in fallen
        and any(_contrary(other, one) for one in fallen if one.basis is Basis.UNKNOWN)
    ]
    kept: list[Want] = []
    for want in read.wants:
        if any(_is(want, one) for one in fallen):
            if not reverse or any(one.basis is Basis.UNKNOWN for one in fallen if _is(want, one)):
                continue
            want = replace(want, condition=_negated(want))
        for one in settled:
            if _is(want, one):
                want = replace(want, condition=one.condition)
        kept.append(want)
    return replace(read, wants=tuple(kept))


def _is(read: Want, want: Want) -> bool:
    """Whether a want of a reading is this want of the model, as it stands or its contrary."""
    same = read.condition == want.condition or read.condition == Not(want.condition)
    return same and read.evidence == want.evidence


def _contrary(one: Want, other: Want) -> bool:
    return one.condition == Not(other.condition) or other.condition == Not(one.condition)


def _negated(want: Want) -> Condition:
    return want.condition.operand if isinstance(want.condition, Not) else Not(want.condition)
