"""Changes to what a decision maker is taken to want: a want added, dropped or moved, a state of its
ranking moved (``changes``)."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import product

from firstmove.analysis.first_moves.result import Change
from firstmove.conflict import Basis, Condition, Conflict, DecisionMaker, Name, Not, Want

Apply = Callable[[Conflict], Conflict | None]  # None where it makes no sense any more


@dataclass(frozen=True, slots=True)
class Candidate:
    """``family``: of changes that differ in place only, the first that helps is enough."""

    change: Change
    apply: Apply
    family: str = ""


def wants_changed(conflict: Conflict, at: int) -> Iterator[Candidate]:
    maker = conflict.decision_makers[at]
    who, wants = maker.name, maker.wants
    label = _by_label(conflict)
    places = [n for n in range(len(wants) + 1) if n == len(wants) or not wants[n].unordered]
    if not maker.weighted:
        for option, taken in product(conflict.options, (True, False)):
            literal: Condition = Name(option.id) if taken else Not(Name(option.id))
            if any(_asks(want, literal) for want in wants):
                continue
            for place in reversed(places):
                said = f"{who} also wants “{literal.text(label)}”, {_where(wants, place, label)}"
                new = (*wants[:place], _like(literal, wants, place), *wants[place:])
                yield _rewritten(maker.id, "add", said, wants, new, f"{at} {literal}")
    for n, want in enumerate(wants):
        if want.basis is Basis.UNKNOWN:
            for condition in (want.condition, Not(want.condition)):
                said = f"{who} is known to want “{condition.text(label)}”"
                known = replace(want, condition=condition, basis=Basis.ASSUMED)
                yield _rewritten(maker.id, "add", said, wants, (*wants[:n], known, *wants[n + 1 :]))
            continue
        without = _dropped(wants, n)
        said = f"{who} does not want “{want.condition.text(label)}”"
        yield _rewritten(maker.id, "drop", said, wants, without)
        if maker.weighted:
            continue
        for place in range(len(without) + 1):
            if place == n or (place < len(without) and without[place].unordered):
                continue
            moved = (
                *without[:place],
                replace(want, unordered=False, strong=_strong(without, place)),
                *without[place:],
            )
            said = f"{who} puts “{want.condition.text(label)}” {_where(without, place, label)}"
            yield _rewritten(maker.id, "move", said, wants, moved)


def _asks(want: Want, literal: Condition) -> bool:
    """Whether the want is this one already, or the open question whether it is one."""
    if want.basis is Basis.UNKNOWN:
        return literal in (want.condition, Not(want.condition)) or want.condition == Not(literal)
    return want.condition == literal


def _rewritten(
    id_: str, kind: str, said: str, old: tuple[Want, ...], new: tuple[Want, ...], family: str = ""
) -> Candidate:
    def apply(conflict: Conflict) -> Conflict | None:
        # With another change to the same wants places would no longer mean the same.
        if conflict.decision_maker(id_).wants != old:
            return None
        return with_maker(conflict, id_, lambda maker: replace(maker, wants=new))

    return Candidate(Change(kind, said, id_), apply, family)


def _like(condition: Condition, wants: tuple[Want, ...], place: int) -> Want:
    return Want(condition, Basis.ASSUMED, strong=_strong(wants, place))


def _strong(wants: tuple[Want, ...], place: int) -> bool:
    """Strong wants stand above all others, so what stands above one is strong too."""
    return place < len(wants) and wants[place].strong


def _dropped(wants: tuple[Want, ...], n: int) -> tuple[Want, ...]:
    after = wants[n + 1 :]
    if after and after[0].unordered and not wants[n].unordered:
        after = (replace(after[0], unordered=False), *after[1:])
    return (*wants[:n], *after)


def _by_label(conflict: Conflict) -> Callable[[str], str]:
    """Options by their labels; with their owner where two have the same."""
    labels = [option.label for option in conflict.options]
    told = {
        option.id: f"‘{option.label}’"
        + (
            f" of {conflict.decision_maker(option.owner).name}"
            if labels.count(option.label) > 1
            else ""
        )
        for option in conflict.options
        if option.label
    }
    return lambda id_: told.get(id_, id_)


def _where(wants: tuple[Want, ...], place: int, label: Callable[[str], str]) -> str:
    if not wants:
        return "and nothing else"
    if place == len(wants):
        return "below all its other wants"
    return f"above “{wants[place].condition.text(label)}”"


def ranking_changed(
    conflict: Conflict, at: int, start: str, goals: Sequence[str]
) -> Iterator[Candidate]:
    """Each state moved just above and just below the status quo and each of the goal states."""
    maker = conflict.decision_makers[at]
    tier = {s: n for n, states in enumerate(maker.ranking or ()) for s in states}
    for mark in dict.fromkeys((start, *goals)):
        for state in tier:
            if mark not in tier or state == mark:
                continue
            if tier[state] >= tier[mark]:
                said = f"{maker.name} prefers {state} to {mark}, just above it"
                yield Candidate(
                    Change("move", said, maker.id),
                    _moved(maker, state, mark, True),
                    f"{at} {state} up",
                )
            if tier[state] <= tier[mark]:
                said = f"{maker.name} prefers {mark} to {state}, just below it"
                yield Candidate(
                    Change("move", said, maker.id),
                    _moved(maker, state, mark, False),
                    f"{at} {state} down",
                )


def _moved(old: DecisionMaker, state: str, mark: str, above: bool) -> Apply:
    def apply(conflict: Conflict) -> Conflict | None:
        if conflict.decision_maker(old.id).ranking != old.ranking:
            return None
        tiers: list[tuple[str, ...]] = []
        gaps: list[int] = []
        for n, states in enumerate(old.ranking or ()):
            if n in old.gaps:
                gaps.append(len(tiers))
            kept = tuple(s for s in states if s != state)
            if mark in kept:
                tiers += [(state,), kept] if above else [kept, (state,)]
            elif kept:
                tiers.append(kept)
        found = tuple(dict.fromkeys(gap for gap in gaps if 0 < gap < len(tiers)))
        return with_maker(
            conflict, old.id, lambda maker: replace(maker, ranking=tuple(tiers), gaps=found)
        )

    return apply


def with_maker(
    conflict: Conflict, id_: str, change: Callable[[DecisionMaker], DecisionMaker]
) -> Conflict:
    return replace(
        conflict,
        decision_makers=tuple(
            change(maker) if maker.id == id_ else maker for maker in conflict.decision_makers
        ),
    )
