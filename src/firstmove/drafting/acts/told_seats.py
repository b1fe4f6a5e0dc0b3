"""Whose government sits in a town, as some report of the case tells: by the dateline “PELL,
Karvenia (Wire) —”, by “Pell, the capital of Karvenia”, or by whose plans its ministries tell.

A town of which a mayor, a council or residents are told is a town.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from firstmove.drafting.acts.own_plans import planned
from firstmove.ledger import View

_NAME = r"[A-Z][\w’'-]+(?: [A-Z][\w’'-]+){0,2}"
_DATELINE = re.compile(
    rf"^(?P<town>[A-Z][A-Z’' -]+), (?P<state>{_NAME})(?=,| ?[(—–]| -)", re.MULTILINE
)
_CAPITAL = (
    re.compile(rf"\b(?P<town>{_NAME}), (?:the )?capital of (?P<state>{_NAME})"),
    re.compile(rf"\b(?P<state>{_NAME})['’]s capital,? (?P<town>{_NAME})"),
)
_BODIES = (
    r"(?:governments?|cabinet|leaders|leadership|officials|authorities|[a-z]+ ministry|ministry)"
)
_TOWNSPEOPLE = (
    r"(?:city|council|councillors|hall|mayor|people|residents|streets?|suburbs?|town|villagers)"
)


def told_seats(view: View, texts: Sequence[str], parties: Iterable[str]) -> dict[str, str]:
    """The names of parties that are towns, in small letters, and the one state whose government is
    told to sit there."""
    names = {name.lower(): name for name in parties}
    whole = "\n".join(texts)
    told: dict[str, set[str]] = {}
    for town, state in (*_by_words(whole), *_by_plans(view, whole, names)):
        if whole.count(state) > 1 and state.lower() != town.lower():
            told.setdefault(town.lower(), set()).add(names.get(state.lower(), state))
    return {
        town: states.pop()
        for town, states in told.items()
        if town in names and len(states) == 1 and not _is_town(names[town], whole)
    }


def _by_words(whole: str) -> Iterator[tuple[str, str]]:
    for way in (_DATELINE, *_CAPITAL):
        for found in way.finditer(whole):
            yield found["town"], found["state"]


def _by_plans(view: View, whole: str, names: dict[str, str]) -> Iterator[tuple[str, str]]:
    """ "Norland would send its envoy, the foreign ministry in Pell said": of each place with a
    ministry, whose plans alone it tells."""
    places = {name for name in names.values() if _has_bodies(name, whole)}
    for place in sorted(places):
        said = [s for s in view.statements if s.speaker and s.speaker.party == place]
        others = frozenset(names.values()) - places
        plans = {party for s in said for party in planned(s, others)}
        if len(plans) == 1:
            yield place, plans.pop()


def _has_bodies(place: str, whole: str) -> bool:
    return re.search(rf"\b{_BODIES} in {re.escape(place)}\b", whole) is not None


def _is_town(name: str, whole: str) -> bool:
    town = re.escape(name)
    people = rf"\b{_TOWNSPEOPLE} (?:of|in) {town}\b|\b{town}(?:['’]s)? (?:\w+ )?{_TOWNSPEOPLE}\b"
    return re.search(people, whole) is not None
