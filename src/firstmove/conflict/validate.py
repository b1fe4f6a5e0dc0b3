"""What is wrong with a conflict: problems as values, each with its place in the model."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import islice

from firstmove.conflict.condition import NAME_RULE, Condition, is_name
from firstmove.conflict.graphform import graph_problems, no_graph, order_problems
from firstmove.conflict.model import Conflict, DecisionMaker
from firstmove.conflict.problem import Place, Problem, suggest
from firstmove.conflict.states import OutOfSteps, assignments, decide, feasible_states
from firstmove.errors import ModelError

# Partial states tried for one question. Ordinary models need a few hundred; past the bound the
# question is left to the analysis, which looks at every state anyway.
STEPS = 20_000
MOST = 50  # problems told of one conflict in graph form
MAX_NESTING = 50  # defined names that use one another in a row


def check(conflict: Conflict) -> None:
    """Raise ModelError for the first problem; the others are named in its remedy."""
    found = problems(conflict)
    if found:
        raise as_error(found, [_words(p.place) for p in found])


def as_error(found: Sequence[Problem], wheres: Sequence[str]) -> ModelError:
    """One error for all problems, the first in full; ``wheres`` says where each of them is."""
    remedy = found[0].remedy
    others = [f"{where}: {p.what}" for p, where in zip(found[1:6], wheres[1:6], strict=True)]
    if len(found) > 6:
        others.append(f"and {len(found) - 6} more")
    if others:
        remedy = "\n  ".join([remedy, "Also wrong:", *others])
    return ModelError(found[0].what, where=wheres[0], remedy=remedy)


def problems(conflict: Conflict) -> tuple[Problem, ...]:
    """All that is wrong, names first; what rests on sound names is looked at only when they are."""
    found = [*_ids(conflict), *_unknown_names(conflict), *_circles(conflict)]
    if conflict.states:
        return tuple(found) or tuple(islice(graph_problems(conflict), MOST))
    found += no_graph(conflict)
    if not found:
        found += _impossible(conflict)
    if not found:
        found += order_problems(conflict)
        found += _status_quo(conflict)
        for position, decision_maker in enumerate(conflict.decision_makers):
            found += _ranking(conflict, decision_maker, ("decision_maker", position, "ranking"))
    return tuple(found)


def _words(place: Place) -> str:
    """A place in words: ("option", 2, "owner") is "option 3, owner"."""
    words: list[str] = []
    for step in place:
        if isinstance(step, int):
            words[-1] += f" {step + 1}"
        else:
            words.append(step.replace("_", " "))
    return ", ".join(words)


def _ids(conflict: Conflict) -> Iterator[Problem]:
    for key, ids in (
        ("decision_maker", [d.id for d in conflict.decision_makers]),
        ("option", [o.id for o in conflict.options]),
    ):
        for position, id_ in enumerate(ids):
            place: Place = (key, position, "id")
            if not is_name(id_):
                yield Problem(f"“{id_}” cannot be an id", NAME_RULE, place)
            elif id_ in ids[:position]:
                yield Problem(f"the id “{id_}” is used twice", "give one of them another id", place)
    owners = [d.id for d in conflict.decision_makers]
    for position, option in enumerate(conflict.options):
        if option.owner not in owners:
            yield Problem(
                f"the owner “{option.owner}” of option “{option.id}” is not a decision maker",
                suggest(option.owner, owners, "decision makers"),
                ("option", position, "owner"),
            )
    options = {o.id for o in conflict.options}
    for name in conflict.defines:
        if not is_name(name):
            yield Problem(f"“{name}” cannot be a name", NAME_RULE, ("define", name))
        elif name in options:
            yield Problem(
                f"“{name}” is both an option and a defined name",
                "give the defined name another one",
                ("define", name),
            )


def _conditions(conflict: Conflict) -> Iterator[tuple[Condition, Place]]:
    for name, condition in conflict.defines.items():
        yield condition, ("define", name)
    for at, impossible in enumerate(conflict.impossible):
        yield impossible.condition, ("impossible", at, "condition")
    for at, decision_maker in enumerate(conflict.decision_makers):
        for nth, want in enumerate(decision_maker.wants):
            yield want.condition, ("decision_maker", at, "want", nth, "condition")


def _unknown_names(conflict: Conflict) -> Iterator[Problem]:
    known = [*(o.id for o in conflict.options), *conflict.defines]
    for condition, place in _conditions(conflict):
        for name in condition.names:
            if name not in known:
                yield Problem(
                    f"no option or defined name is called “{name}”",
                    suggest(name, known, "options and defined names"),
                    place,
                )
    options = [o.id for o in conflict.options]
    for name in {**conflict.status_quo.values, **conflict.status_quo.evidence}:
        if name not in options:
            yield Problem(
                f"no option is called “{name}”",
                suggest(name, options, "options"),
                ("status_quo", name),
            )


def _circles(conflict: Conflict) -> Iterator[Problem]:
    """Defined names that lead back to themselves, or through too many others."""
    heights: dict[str, int] = {}
    for start in conflict.defines:
        circle = _climb(start, conflict.defines, heights)
        if circle:
            yield Problem(
                f"defined names go in a circle: {' → '.join(circle)}",
                "say one of them by options alone",
                ("define", circle[0]),
            )
            return
        if heights[start] > MAX_NESTING:
            yield Problem(
                f"“{start}” goes through {heights[start]} other defined names, one by one",
                f"at most {MAX_NESTING}; say it by options",
                ("define", start),
            )
            return


def _climb(
    start: str, defines: Mapping[str, Condition], heights: dict[str, int]
) -> tuple[str, ...] | None:
    """Fill in ``heights``, how many defined names lie below each, from ``start`` on, depth first;
    the circle that it meets, if it does."""
    if start in heights:
        return None
    path = [start]
    ahead = [[name for name in defines[start].names if name in defines]]
    while path:
        if ahead[-1]:
            name = ahead[-1].pop()
            if name in path:
                return (*path[path.index(name) :], name)
            if name not in heights:
                path.append(name)
                ahead.append([below for below in defines[name].names if below in defines])
            continue
        ahead.pop()
        name = path.pop()
        below = [heights[n] + 1 for n in defines[name].names if n in defines]
        heights[name] = max(below, default=0)
    return None


def _impossible(conflict: Conflict) -> Iterator[Problem]:
    names = [o.id for o in conflict.options]
    try:
        for at, impossible in enumerate(conflict.impossible):
            counter = assignments(names, [impossible.condition], conflict.defines, {}, steps=STEPS)
            if next(counter, None) is None:
                yield Problem(
                    f"“{impossible.condition}” holds in every state, so no state would be possible",
                    "say only what cannot come about, or take the line out",
                    ("impossible", at, "condition"),
                )
                return
        if next(feasible_states(conflict, steps=STEPS), None) is None:
            yield Problem(
                "no state is possible: the impossible conditions contradict each other",
                "take out one of: " + "; ".join(str(i.condition) for i in conflict.impossible[:6]),
                ("impossible", 0, "condition"),
            )
    except OutOfSteps:
        return


def _status_quo(conflict: Conflict) -> Iterator[Problem]:
    values = conflict.status_quo.values
    try:
        if next(feasible_states(conflict, values, steps=STEPS), None) is not None:
            return
    except OutOfSteps:
        return
    ruled_out = [
        str(i.condition)
        for i in conflict.impossible
        if decide(i.condition, values, conflict.defines)
    ]
    reason = f": “{ruled_out[0]}” holds in it" if ruled_out else ""
    yield Problem(
        f"the status quo is an impossible state{reason}",
        'change a value (true, false or "unknown") or the impossible condition',
        ("status_quo",),
    )


def _ranking(conflict: Conflict, decision_maker: DecisionMaker, place: Place) -> Iterator[Problem]:
    ranking = decision_maker.ranking
    if ranking is None:
        return
    who = f"in the ranking of “{decision_maker.id}”"
    first_place: dict[str, int] = {}
    for tier, states in enumerate(ranking):
        here: Place = (*place, tier + sum(gap <= tier for gap in decision_maker.gaps))
        if not states:
            yield Problem(f"place {tier + 1} {who} is empty", "take it out", here)
        for state in states:
            if len(state) != len(conflict.options) or set(state) - {"Y", "N"}:
                yield Problem(
                    f"“{state}” {who} is not a state",
                    f"write one Y or N for each of the {len(conflict.options)} options, in order: "
                    + ", ".join(o.id for o in conflict.options[:20]),
                    here,
                )
            elif state in first_place and first_place[state] != tier:
                yield Problem(
                    f"“{state}” stands at places {first_place[state] + 1} and {tier + 1} {who}, "
                    "so it would be both above and below another",
                    "leave it at one place",
                    here,
                )
            elif state in first_place:
                yield Problem(f"“{state}” is given twice {who}", "leave it once", here)
            else:
                first_place[state] = tier
                yield from _ranked_but_impossible(conflict, state, who, here)
    if not decision_maker.partial:
        yield from _not_ranked(conflict, first_place, who, place)


def _ranked_but_impossible(
    conflict: Conflict, state: str, who: str, place: Place
) -> Iterator[Problem]:
    values = {o.id: taken == "Y" for o, taken in zip(conflict.options, state, strict=True)}
    for impossible in conflict.impossible:
        if decide(impossible.condition, values, conflict.defines):
            yield Problem(
                f"“{state}” {who} is impossible: “{impossible.condition}” holds in it",
                "take it out of the ranking",
                place,
            )
            return


def _not_ranked(
    conflict: Conflict, ranked: Mapping[str, int], who: str, place: Place
) -> Iterator[Problem]:
    steps = STEPS + 4 * len(ranked) * (len(conflict.options) + 1)
    try:
        absent = list(
            islice((s for s in feasible_states(conflict, steps=steps) if s not in ranked), 5)
        )
    except OutOfSteps:
        return
    if absent:
        yield Problem(
            f"possible states are missing {who}: {', '.join(absent)}"
            + (" …" if len(absent) == 5 else ""),
            "rank every possible state, equal ones in an inner list; or write partial = true, "
            "where it compares those left out to none",
            place,
        )
