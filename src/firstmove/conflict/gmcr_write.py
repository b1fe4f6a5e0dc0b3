"""Writing a conflict as a ``.gmcr`` file (JSON) of GMCR+ or gmcr-py, both generations.

Conditions become the format's own: a list of option values that all hold, or a compound of such
lists of which one holds. What the format has no place for is named by ``gmcr_losses``.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from itertools import islice

from firstmove.conflict.condition import Algebra, Condition
from firstmove.conflict.model import Basis, Conflict, DecisionMaker, Direction, Want
from firstmove.conflict.states import OutOfSteps, decide, feasible_states, values_of
from firstmove.conflict.validate import check
from firstmove.conflict.weights import summands
from firstmove.errors import ModelError

MAX_MEMBERS = 1000  # lists that one condition may become
MAX_RANKED = 20_000  # possible states where a ranking has to be written

_DIRECTIONS = {Direction.BOTH: "both", Direction.FORWARD: "fwd", Direction.BACK: "back"}

Pattern = frozenset[tuple[str, bool]]  # option → taken; all of them hold
Both = tuple[frozenset[Pattern], frozenset[Pattern]]  # where a condition holds, where it does not


def dump_gmcr(conflict: Conflict, *, older: bool = False) -> str:
    """The text of a ``.gmcr`` file. ``older``: the generation that calls a ranking a preference
    vector.

    The format ranks states for all decision makers or for none, so that one ranking makes rankings
    of the others' wants too. Weights become the ranking that they amount to, or are left out where
    the possible states are too many (MAX_RANKED); a partial ranking stays one. Raises ModelError
    for an unsound conflict, one in graph form, and one that the format would need too many lists
    for.
    """
    check(conflict)
    if conflict.states:
        raise ModelError(
            "a .gmcr file holds options, and the conflict is in graph form",
            remedy="write a model file (.toml), or GraphML",
        )
    place = {option.id: at for at, option in enumerate(conflict.options)}
    manual = any(d.ranking is not None for d in conflict.decision_makers)
    if not manual and any(map(_by_weight, conflict.decision_makers)):
        manual = bool(_numbered(conflict))  # weights become rankings where there is room for them
    states = _states(conflict) if manual else ()
    makers = [
        {
            "name": decision_maker.name,
            "options": [place[o.id] for o in conflict.options_of(decision_maker.id)],
            "preferences": _preferences(conflict, decision_maker, place),
            **(
                {
                    "preferenceVector" if older else "preferenceRanking": _ranking(
                        conflict, decision_maker, states
                    )
                }
                if manual
                else {}
            ),
        }
        for decision_maker in conflict.decision_makers
    ]
    data = {
        "program": "firstmove",
        "options": [
            {"name": o.label or o.id, "permittedDirection": _DIRECTIONS[o.direction]}
            for o in conflict.options
        ],
        "decisionMakers": makers,
        "infeasibles": [
            _listed(pattern, place)
            for impossible in conflict.impossible
            for pattern in patterns(impossible.condition, conflict)
        ],
        "useManualPreferenceVectors" if older else "useManualPreferenceRanking": manual,
    }
    return json.dumps(data, ensure_ascii=False, indent=1) + "\n"


def gmcr_losses(conflict: Conflict) -> tuple[str, ...]:
    """What the conflict holds that a ``.gmcr`` file has no place for, in words."""
    makers = conflict.decision_makers
    wants = [want for maker in makers for want in maker.wants]
    weighed = [maker.name for maker in makers if _by_weight(maker)]
    ranked = weighed and (
        any(maker.ranking is not None for maker in makers) or bool(_numbered(conflict))
    )
    found = {
        f"weights (the ranking that they amount to is written): {', '.join(weighed)}": ranked,
        "preference by weights, because the possible states are too many to write as a ranking: "
        f"{', '.join(weighed)}": weighed and not ranked,
        "that states left out of a ranking are compared to none (the rest is written)": any(
            maker.partial and maker.ranking is not None for maker in makers
        ),
        "the status quo": bool(conflict.status_quo.values),
        "evidence": any(want.evidence for want in wants)
        or any(option.evidence for option in conflict.options)
        or any(impossible.evidence for impossible in conflict.impossible),
        "notes and reasons": bool(conflict.note)
        or any(want.note for want in wants)
        or any(impossible.reason for impossible in conflict.impossible),
        "open questions": bool(conflict.open_questions),
        "names of defined conditions (they are written out)": bool(conflict.defines),
        "wants that nobody tells of (unknown), which no ranking uses": any(
            want.basis is Basis.UNKNOWN for want in wants
        ),
        "whether a want is stated, inferred or assumed": any(
            want.basis in (Basis.STATED, Basis.INFERRED) for want in wants
        ),
        "strength of preference": any(want.strong for want in wants)
        or any(maker.gaps for maker in makers),
        "wants in unknown order": any(want.unordered for want in wants),
        "pairs of states in unknown order": any(maker.unknown for maker in makers),
    }
    return tuple(what for what, lost in found.items() if lost)


def patterns(condition: Condition, conflict: Conflict) -> tuple[Pattern, ...]:
    """The condition as lists of option values of which one holds, contradictions and lists that
    another one covers left out; () where it never holds, one empty list where it always does.

    Raises ModelError past MAX_MEMBERS lists.
    """
    known: dict[str, Both] = {}

    def leaf(name: str) -> Both:
        if name not in conflict.defines:
            return frozenset([frozenset([(name, True)])]), frozenset([frozenset([(name, False)])])
        if name not in known:
            known[name] = conflict.defines[name].fold(algebra)
        return known[name]

    def every(values: Sequence[Both]) -> Both:
        return _product([v[0] for v in values]), _union([v[1] for v in values])

    def some(values: Sequence[Both]) -> Both:
        return _union([v[0] for v in values]), _product([v[1] for v in values])

    algebra: Algebra[Both] = Algebra(leaf, lambda value: (value[1], value[0]), every, some)
    found = condition.fold(algebra)[0]
    return tuple(sorted(found, key=lambda pattern: (len(pattern), sorted(pattern))))


def _union(values: Sequence[frozenset[Pattern]]) -> frozenset[Pattern]:
    return _least(pattern for value in values for pattern in value)


def _product(values: Sequence[frozenset[Pattern]]) -> frozenset[Pattern]:
    found: frozenset[Pattern] = frozenset([frozenset()])
    for value in values:
        if len(found) * len(value) > 100 * MAX_MEMBERS:
            raise _too_many()
        joined = (a | b for a in found for b in value)
        found = _least(p for p in joined if len({name for name, _ in p}) == len(p))
    return found


def _least(patterns_: Iterable[Pattern]) -> frozenset[Pattern]:
    given = set(patterns_)
    if len(given) > 5 * MAX_MEMBERS:
        raise _too_many()
    kept: list[Pattern] = []
    for pattern in sorted(given, key=len):
        if not any(other <= pattern for other in kept):
            kept.append(pattern)
    if len(kept) > MAX_MEMBERS:
        raise _too_many()
    return frozenset(kept)


def _too_many() -> ModelError:
    return ModelError(
        f"a condition becomes more than {MAX_MEMBERS:,} lists of option values",
        remedy="the .gmcr format has no other form for it; write a model file (.toml)",
    )


def _listed(pattern: Pattern, place: dict[str, int]) -> list[list[object]]:
    return [[place[name], "Y" if taken else "N"] for name, taken in
            sorted(pattern, key=lambda literal: place[literal[0]])]  # fmt: skip


def _preferences(conflict: Conflict, maker: DecisionMaker, place: dict[str, int]) -> list[object]:
    found: list[object] = []
    if _by_weight(maker):
        return found  # in the format, their order would count
    for want in maker.wants:
        if want.basis is Basis.UNKNOWN:
            continue
        members = [_listed(pattern, place) for pattern in patterns(want.condition, conflict)]
        # What always or never holds ranks nothing, and the format has no form for it.
        if members and [] not in members:
            found.append(
                members[0] if len(members) == 1 else {"compound": True, "members": members}
            )
    return found


def _by_weight(maker: DecisionMaker) -> bool:
    return maker.weighted and maker.ranking is None


def _numbered(conflict: Conflict) -> tuple[str, ...]:
    """The possible states; none where they are more than MAX_RANKED."""
    try:
        found = tuple(islice(feasible_states(conflict, steps=64 * MAX_RANKED), MAX_RANKED + 1))
    except OutOfSteps:
        return ()
    return found if len(found) <= MAX_RANKED else ()


def _states(conflict: Conflict) -> tuple[str, ...]:
    found = _numbered(conflict)
    if not found:
        raise ModelError(
            f"there are more than {MAX_RANKED:,} possible states to rank",
            remedy="give all decision makers wants, so that no ranking has to be written",
        )
    return found


def _ranking(
    conflict: Conflict, maker: DecisionMaker, states: Sequence[str]
) -> list[int | list[int]]:
    """Numbers from 1 of the states, best first, equal ones in an inner list."""
    number = {state: at for at, state in enumerate(states, start=1)}
    if maker.ranking is not None:
        tiers = [[number[state] for state in tier] for tier in maker.ranking]
    elif maker.weighted:
        worth = summands(maker)
        sums: dict[int, list[int]] = {}
        for state in states:
            values = values_of(conflict, state)
            total = sum(w for w, c in worth if decide(c, values, conflict.defines))
            sums.setdefault(total, []).append(number[state])
        tiers = [sums[total] for total in sorted(sums, reverse=True)]
    else:
        used = [want for want in maker.wants if want.basis is not Basis.UNKNOWN]
        by: dict[tuple[bool, ...], list[int]] = {}
        for state in states:
            by.setdefault(_met(conflict, used, state), []).append(number[state])
        tiers = [by[met] for met in sorted(by, reverse=True)]
    return [tier[0] if len(tier) == 1 else tier for tier in tiers]


def _met(conflict: Conflict, wants: Sequence[Want], state: str) -> tuple[bool, ...]:
    values = values_of(conflict, state)
    return tuple(bool(decide(want.condition, values, conflict.defines)) for want in wants)
