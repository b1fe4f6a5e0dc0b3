"""What is wrong with a conflict in graph form, and with the orders of either form."""

from __future__ import annotations

import re
from collections.abc import Iterator

from firstmove.conflict.model import Basis, Conflict, DecisionMaker
from firstmove.conflict.problem import Place, Problem, suggest
from firstmove.conflict.states import decide, values_of
from firstmove.conflict.weights import MAX_DIGITS, NoNumber, scaled, writable

_STATE_ID = re.compile(r"\w[\w.'-]{0,99}")


_NAMED = 500  # states among which a near one is looked for


def graph_problems(conflict: Conflict) -> Iterator[Problem]:
    """All that is wrong with a conflict that has ``states``."""
    ids = [state.id for state in conflict.states]
    seen: set[str] = set()
    for position, id_ in enumerate(ids):
        if not _STATE_ID.fullmatch(id_):
            yield Problem(
                f"“{id_}” cannot be the id of a state",
                "letters, digits, “_”, “.”, “'” and “-”, up to 100",
                ("state", position, "id"),
            )
        elif id_ in seen:
            yield Problem(
                f"the state “{id_}” is given twice", "take one out", ("state", position, "id")
            )
        seen.add(id_)
    for key, given in (
        ("option", conflict.options),
        ("impossible", conflict.impossible),
        ("define", tuple(conflict.defines)),
    ):
        if given:
            yield Problem(
                f"a conflict in graph form has no “{key}”",
                "take it out, or say the conflict by its options, without “state”",
                (key,) if key == "define" else (key, 0),
            )
    if conflict.status_quo.values:
        yield Problem(
            "the status quo of a conflict in graph form is a state",
            'write [status_quo] with state = "…"',
            ("status_quo",),
        )
    now = conflict.status_quo.state
    if now and now not in ids:
        yield Problem(
            f"the status quo “{now}” is not a state",
            suggest(now, ids[:_NAMED], "states"),
            ("status_quo", "state"),
        )
    for position, decision_maker in enumerate(conflict.decision_makers):
        place: Place = ("decision_maker", position)
        if decision_maker.wants:
            yield Problem(
                f"“{decision_maker.id}” has wants, but there are no options that they could be "
                "about",
                "give a ranking of the states instead",
                (*place, "want", 0),
            )
        yield from _moves(decision_maker, ids, place)
        yield from _ranking(decision_maker, ids, place)
        yield from _order(decision_maker, place)
        yield from _pairs(decision_maker, ids, place)


def _moves(decision_maker: DecisionMaker, ids: list[str], place: Place) -> Iterator[Problem]:
    known, seen = set(ids), set()
    for nth, move in enumerate(decision_maker.moves):
        here: Place = (*place, "moves", nth)
        for state in move:
            if state not in known:
                yield Problem(
                    f"the move from “{move[0]}” to “{move[1]}”: “{state}” is not a state",
                    suggest(state, ids[:_NAMED], "states"),
                    here,
                )
        if move[0] == move[1]:
            yield Problem(
                f"a move from “{move[0]}” to itself", "take it out: staying is no move", here
            )
        if move in seen:
            yield Problem(
                f"the move from “{move[0]}” to “{move[1]}” is given twice", "leave it once", here
            )
        seen.add(move)


def _ranking(decision_maker: DecisionMaker, ids: list[str], place: Place) -> Iterator[Problem]:
    if decision_maker.ranking is None:
        return
    who = f"in the ranking of “{decision_maker.id}”"
    known, seen = set(ids), set()
    for tier, states in enumerate(decision_maker.ranking):
        here: Place = (
            *place, "ranking", tier + sum(gap <= tier for gap in decision_maker.gaps),
        )  # fmt: skip
        if not states:
            yield Problem(f"place {tier + 1} {who} is empty", "take it out", here)
        for state in states:
            if state not in known:
                yield Problem(
                    f"“{state}” {who} is not a state", suggest(state, ids[:_NAMED], "states"), here
                )
            elif state in seen:
                yield Problem(f"“{state}” is given twice {who}", "leave it at one place", here)
            seen.add(state)
    absent = [id_ for id_ in ids if id_ not in seen]
    if absent and not decision_maker.partial:
        yield Problem(
            f"states are missing {who}: {', '.join(absent[:5])}"
            + (" …" if len(absent) > 5 else ""),
            "rank every state, equal ones in an inner list; or write partial = true, where it "
            "compares those left out to none",
            (*place, "ranking"),
        )


def no_graph(conflict: Conflict) -> Iterator[Problem]:
    """What only a conflict in graph form may have."""
    for position, decision_maker in enumerate(conflict.decision_makers):
        if decision_maker.moves:
            yield Problem(
                f"“{decision_maker.id}” has moves, but the model has no states of its own",
                "list the states as blocks headed [[state]], or say by options who can do what",
                ("decision_maker", position, "moves"),
            )
    if conflict.status_quo.state:
        yield Problem(
            "the status quo is given as a state, but the model has no states of its own",
            "list the states as blocks headed [[state]], or give each option true or false",
            ("status_quo",),
        )


def order_problems(conflict: Conflict) -> Iterator[Problem]:
    """Gaps, unknown pairs and strong wants of a conflict in option form."""
    width = len(conflict.options)
    for position, decision_maker in enumerate(conflict.decision_makers):
        place: Place = ("decision_maker", position)
        yield from _order(decision_maker, place)
        yield from _strong(decision_maker, place)
        yield from _unordered(decision_maker, place)
        yield from _weights(decision_maker, place)
        for nth, pair in enumerate(decision_maker.unknown):
            for state in pair:
                here: Place = (*place, "unknown", nth)
                if len(state) != width or set(state) - {"Y", "N"}:
                    yield Problem(
                        f"“{state}” is not a state",
                        f"write one Y or N for each of the {width} options, in order: "
                        + ", ".join(o.id for o in conflict.options[:20]),
                        here,
                    )
                    continue
                values = values_of(conflict, state)
                for impossible in conflict.impossible:
                    if decide(impossible.condition, values, conflict.defines):
                        yield Problem(
                            f"“{state}” is impossible: “{impossible.condition}” holds in it",
                            "take the pair out",
                            here,
                        )
                        break
        yield from _pairs(decision_maker, None, place)


def _order(decision_maker: DecisionMaker, place: Place) -> Iterator[Problem]:
    if decision_maker.partial and not decision_maker.ranking:
        yield Problem(
            f"“{decision_maker.id}” is said to rank some states only, and ranks none",
            "list states under ranking, or take partial out",
            (*place, "partial"),
        )
    gaps, tiers = decision_maker.gaps, len(decision_maker.ranking or ())
    if any(not 0 < gap < tiers for gap in gaps) or list(gaps) != sorted(set(gaps)):
        yield Problem(
            f"the gaps {list(gaps)} of “{decision_maker.id}” do not lie between the {tiers} places "
            "of its ranking",
            "ascending, each from 1 to the number of places less one",
            (*place, "ranking"),
        )


def _strong(decision_maker: DecisionMaker, place: Place) -> Iterator[Problem]:
    weak = None
    for nth, want in enumerate(decision_maker.wants):
        if want.basis is Basis.UNKNOWN:
            continue
        if not want.strong:
            weak = weak or want
        elif weak is not None:
            yield Problem(
                f"the want “{want.condition}” is strong, but stands below “{weak.condition}”, "
                "which is not",
                "strong wants come first: move it up, or mark those above it as strong too",
                (*place, "want", nth, "strong"),
            )
            return


def _unordered(decision_maker: DecisionMaker, place: Place) -> Iterator[Problem]:
    above = None
    for nth, want in enumerate(decision_maker.wants):
        here: Place = (*place, "want", nth, "order")
        if want.unordered and above is None:
            yield Problem(
                f"the order of the want “{want.condition}” is unknown, but it stands above all",
                "say so of the wants below it that it may change places with",
                here,
            )
        elif want.unordered and above is not None and want.strong != above.strong:
            yield Problem(
                f"the order of “{want.condition}” and “{above.condition}” is unknown, but only one "
                "of them is strong, and strong wants come first",
                "mark both as strong or neither, or leave the order known",
                here,
            )
        above = want


def _weights(decision_maker: DecisionMaker, place: Place) -> Iterator[Problem]:
    if not decision_maker.weighted:
        return
    for nth, want in enumerate(decision_maker.wants):
        here: Place = (*place, "want", nth)
        if want.weight is None and want.basis is not Basis.UNKNOWN:
            yield Problem(
                f"the want “{want.condition}” has no weight, but others of “{decision_maker.id}” "
                "have one",
                "give every want a weight, or none: without any, their order counts",
                here,
            )
            return
        if want.strong or want.unordered:
            key = "strong" if want.strong else "order"
            yield Problem(
                f"“{key}” of the want “{want.condition}” goes by the order of wants, and those of "
                f"“{decision_maker.id}” count by weights",
                "take it out, or take the weights out",
                (*here, key),
            )
            return
        if want.weight is not None and not writable(want.weight):
            yield Problem(
                f"the weight of the want “{want.condition}” has too many digits",
                f"up to {MAX_DIGITS} on each side of the point",
                (*here, "weight"),
            )
            return
    try:
        scaled(decision_maker.wants)
    except NoNumber as error:
        yield Problem(
            f"“{decision_maker.id}” has {error.what}",
            "write them with fewer digits",
            (*place, "want", 0, "weight"),
        )


def _pairs(decision_maker: DecisionMaker, ids: list[str] | None, place: Place) -> Iterator[Problem]:
    known = None if ids is None else set(ids)
    for nth, pair in enumerate(decision_maker.unknown):
        here: Place = (*place, "unknown", nth)
        if pair[0] == pair[1]:
            yield Problem(
                f"“{pair[0]}” is compared with itself", "a pair is two different states", here
            )
        for state in pair:
            if known is not None and ids is not None and state not in known:
                yield Problem(
                    f"“{state}” is not a state", suggest(state, ids[:_NAMED], "states"), here
                )
