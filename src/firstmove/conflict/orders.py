"""Rankings, payoffs, pairs of states and moves, as they stand in a model file."""

from __future__ import annotations

import re
from fractions import Fraction

from firstmove.conflict.problem import Place
from firstmove.conflict.tables import Table, WrongTable, exact_in

FAR = ">>"  # stands between two places of a ranking: the next one is far worse
_MOVE = re.compile(r"(?P<start>[^<>]+?)\s*(?P<arrow><?->)(?P<end>[^<>]+)")

Tiers = tuple[tuple[str, ...], ...]


def read_ranking(table: Table) -> tuple[Tiers | None, tuple[int, ...]]:
    """The tiers under ``ranking``, and after how many of them a ``">>"`` stands; or those that the
    numbers under ``payoffs`` make."""
    if "payoffs" in table.value:
        return _by_payoff(table), ()
    if "ranking" not in table.value:
        return None, ()
    tiers: list[tuple[str, ...]] = []
    gaps: list[int] = []

    def read(value: object, place: Place) -> None:
        if value == FAR:
            if not tiers or gaps[-1:] == [len(tiers)]:
                raise WrongTable(
                    "“>>” has to stand between two places of the ranking", "take it out", place
                )
            gaps.append(len(tiers))
        else:
            tiers.append(_tier(value, place))

    table.items("ranking", read)
    if gaps[-1:] == [len(tiers)]:
        raise WrongTable(
            "“>>” has to stand between two places of the ranking",
            "take it out",
            (*table.place, "ranking"),
        )
    return tuple(tiers), tuple(gaps)


def _by_payoff(table: Table) -> Tiers:
    """States by falling payoff; only the order of payoffs counts, and equal ones tie."""
    place: Place = (*table.place, "payoffs")
    given = table.value["payoffs"]
    if not isinstance(given, dict):
        raise WrongTable(
            "“payoffs” is a block of states and numbers",
            "write payoffs = { YN = 4, NN = 2.5 }, the greatest for the best state",
            place,
        )
    if "ranking" in table.value:
        raise WrongTable("both a ranking and payoffs are given", "leave one of them", place)
    by: dict[Fraction, list[str]] = {}
    for state, value in given.items():
        if isinstance(value, dict):
            raise WrongTable(
                f"the payoff of “{state}” is a block",
                "write a number; a state with a dot in its name stands in quotation marks",
                place,
            )
        by.setdefault(exact_in(value, f"the payoff of “{state}”", place), []).append(state)
    return tuple(tuple(by[payoff]) for payoff in sorted(by, reverse=True))


def _tier(value: object, place: Place) -> tuple[str, ...]:
    states = [value] if isinstance(value, str) else value
    if not isinstance(states, list) or not all(isinstance(state, str) for state in states):
        raise WrongTable(
            "a ranking is a list of states",
            'write ranking = ["YN", ["NN", "YY"]], best first, equal ones in an inner list',
            place,
        )
    return tuple(states)


def read_pair(value: object, place: Place) -> tuple[str, str]:
    if (
        not isinstance(value, list)
        or len(value) != 2
        or not all(isinstance(state, str) for state in value)
    ):
        raise WrongTable(
            "“unknown” is a list of pairs of states", 'write unknown = [["YN", "NN"]]', place
        )
    return value[0], value[1]


def read_moves(value: object, place: Place) -> tuple[tuple[str, str], ...]:
    """``"s1 -> s2"`` is one move, ``"s1 <-> s2"`` is one there and one back."""
    match = _MOVE.fullmatch(value.strip()) if isinstance(value, str) and len(value) < 1000 else None
    if match is None:
        raise WrongTable(
            "“moves” is a list of texts, each with an arrow between two states",
            'write moves = ["s1 -> s2", "s2 <-> s3"]',
            place,
        )
    start, end = match["start"].strip(), match["end"].strip()
    return ((start, end), (end, start)) if match["arrow"] == "<->" else ((start, end),)
