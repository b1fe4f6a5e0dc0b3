"""Changes to a model that a mediator could work for, one at a time, in a fixed order.

tie       an option of one decision maker follows an option of another: it is taken if and only
          if that one is (or is not, where it is not so in the status quo), and is no longer
          its owner's choice. A reply made certain.
pattern   one of the values of two options of different owners that the status quo does not
          have is made impossible
one way   an option that moves both ways, in graph form a move that can be taken back, is made
          irreversible
state     a state is made impossible; neither the status quo nor one of the goal states
add       a decision maker has one want more, an option taken or not taken, at any place; or
          something that nobody knew of it is known
drop      it does not have one of its wants
move      one of its wants stands at another place; in a ranking, a state stands just above or
          below the status quo or a goal state
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from itertools import combinations, product

from firstmove.analysis.first_moves.preference_changes import (
    Apply,
    Candidate,
    ranking_changed,
    wants_changed,
    with_maker,
)
from firstmove.analysis.first_moves.result import Change
from firstmove.conflict import (
    And,
    Condition,
    Conflict,
    DecisionMaker,
    Direction,
    Impossible,
    Name,
    Not,
    Option,
)
from firstmove.conflict.states import decide, values_of


def candidates(
    conflict: Conflict, start: str, goals: Sequence[str], states: Sequence[str]
) -> Iterator[Candidate]:
    """All single changes. ``goals``: the goal states that preference may be moved about;
    ``states``: those that may be made impossible."""
    if conflict.states:
        yield from _one_way_moves(conflict)
    else:
        yield from _ties(conflict, start)
        yield from _patterns(conflict, start)
        yield from _one_way(conflict)
    for state in states:
        yield Candidate(Change("state", f"{state} is made impossible"), _without(state))
    for at, maker in enumerate(conflict.decision_makers):
        if maker.ranking is not None:
            yield from ranking_changed(conflict, at, start, goals)
        elif not conflict.states:
            yield from wants_changed(conflict, at)


def _label(conflict: Conflict, option: Option) -> str:
    return f"“{option.label or option.id}” of {conflict.decision_maker(option.owner).name}"


def _ties(conflict: Conflict, start: str) -> Iterator[Candidate]:
    now = values_of(conflict, start)
    for cause, reply in product(conflict.options, repeat=2):
        if cause.owner == reply.owner:
            continue
        same = now[cause.id] == now[reply.id]
        told, of = _label(conflict, reply), _label(conflict, cause)
        how = f"taken if and only if that is {'taken' if same else 'not taken'}"
        change = Change("tie", f"{told} follows {of}: {how}", reply=told, cause=of, how=how)
        yield Candidate(change, _tie(reply.id, cause.id, same))


def _tie(reply: str, cause: str, same: bool) -> Apply:
    def apply(conflict: Conflict) -> Conflict | None:
        ids = [option.id for option in conflict.options]
        if reply not in ids or cause not in ids:
            return None
        kept = [at for at, id_ in enumerate(ids) if id_ != reply]
        a, b = ids.index(cause), ids.index(reply)

        def short(state: str) -> str:
            if (state[a] == state[b]) is not same:
                return ""
            return "".join(state[at] for at in kept)

        follows: Condition = Name(cause) if same else Not(Name(cause))
        return replace(
            _ranked_by(conflict, short),
            options=tuple(conflict.options[at] for at in kept),
            defines={**conflict.defines, reply: follows},
        )

    return apply


def _patterns(conflict: Conflict, start: str) -> Iterator[Candidate]:
    now = values_of(conflict, start)
    for a, b in combinations(conflict.options, 2):
        if a.owner == b.owner:
            continue
        for first, second in product((True, False), repeat=2):
            if (first, second) == (now[a.id], now[b.id]):
                continue
            parts = [Name(o.id) if v else Not(Name(o.id)) for o, v in ((a, first), (b, second))]
            verbs = ["with" if v else "without" for v in (first, second)]
            said = (
                f"no state is possible {verbs[0]} {_label(conflict, a)} and {verbs[1]} "
                f"{_label(conflict, b)}"
            )
            yield Candidate(Change("pattern", said), _ruled_out(And(tuple(parts))))


def _ruled_out(condition: Condition) -> Apply:
    def apply(conflict: Conflict) -> Conflict | None:
        known = {*(o.id for o in conflict.options), *conflict.defines}
        if not known.issuperset(condition.names):
            return None

        def short(state: str) -> str:
            holds = decide(condition, values_of(conflict, state), conflict.defines)
            return "" if holds else state

        return replace(
            _ranked_by(conflict, short), impossible=(*conflict.impossible, Impossible(condition))
        )

    return apply


def _without(state: str) -> Apply:
    def apply(conflict: Conflict) -> Conflict | None:
        if conflict.states:
            if all(one.id != state for one in conflict.states):
                return None
            makers = tuple(
                replace(maker, moves=tuple(move for move in maker.moves if state not in move))
                for maker in conflict.decision_makers
            )
            left = replace(
                conflict,
                decision_makers=makers,
                states=tuple(one for one in conflict.states if one.id != state),
            )
            return _ranked_by(left, lambda other: "" if other == state else other)
        if len(state) != len(conflict.options):
            return None
        literals: list[Condition] = [
            Name(option.id) if taken == "Y" else Not(Name(option.id))
            for option, taken in zip(conflict.options, state, strict=True)
        ]
        return _ruled_out(And(tuple(literals)) if len(literals) > 1 else literals[0])(conflict)

    return apply


def _one_way(conflict: Conflict) -> Iterator[Candidate]:
    for option in conflict.options:
        if option.direction is Direction.BOTH:
            label = _label(conflict, option)
            for way, said in (
                (Direction.FORWARD, f"{label}, once taken, cannot be dropped"),
                (Direction.BACK, f"{label}, once dropped, cannot be taken"),
            ):
                yield Candidate(Change("one way", said), _directed(option.id, way))


def _directed(id_: str, way: Direction) -> Apply:
    def apply(conflict: Conflict) -> Conflict | None:
        if not any(o.id == id_ and o.direction is Direction.BOTH for o in conflict.options):
            return None
        return replace(
            conflict,
            options=tuple(
                replace(o, direction=way) if o.id == id_ else o for o in conflict.options
            ),
        )

    return apply


def _one_way_moves(conflict: Conflict) -> Iterator[Candidate]:
    for maker in conflict.decision_makers:
        for before, after in maker.moves:
            if (after, before) in maker.moves:
                said = f"{maker.name}, once it went from {before} to {after}, cannot go back"
                yield Candidate(Change("one way", said), _stopped(maker.id, (after, before)))


def _stopped(id_: str, move: tuple[str, str]) -> Apply:
    def apply(conflict: Conflict) -> Conflict | None:
        if move not in conflict.decision_maker(id_).moves:
            return None
        return with_maker(
            conflict,
            id_,
            lambda maker: replace(maker, moves=tuple(m for m in maker.moves if m != move)),
        )

    return apply


def _ranked_by(conflict: Conflict, short: Callable[[str], str]) -> Conflict:
    """The conflict with the states of its rankings renamed, or left out where ``short`` gives
    nothing; without a status quo, which is given apart."""

    def renamed(maker: DecisionMaker) -> DecisionMaker:
        if maker.ranking is None:
            return maker
        tiers = [tuple(s for state in tier if (s := short(state))) for tier in maker.ranking]
        left = {sum(bool(tier) for tier in tiers[:gap]) for gap in maker.gaps}
        kept = tuple(tier for tier in tiers if tier)
        pairs = [(short(a), short(b)) for a, b in maker.unknown]
        return replace(
            maker,
            ranking=kept,
            gaps=tuple(sorted(gap for gap in left if 0 < gap < len(kept))),
            unknown=tuple((a, b) for a, b in pairs if a and b),
        )

    return replace(
        conflict, decision_makers=tuple(renamed(maker) for maker in conflict.decision_makers)
    )
