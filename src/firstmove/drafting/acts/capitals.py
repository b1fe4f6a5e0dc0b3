"""The state whose government sits in a town, as some report of the case tells: "Pell, the capital
of Norland", or by the dateline "PELL, Norland (Wire) -" where a report tells of a government there.

A town of which a mayor, a council or residents are told is a town, and a country is no town.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Iterator, Sequence

from firstmove.reading.opening.datelines import place_and_land
from firstmove.reading.people.countries import country_of

_NAME = r"[A-Z][\w’'-]{1,40}(?: [A-Z][\w’'-]{1,40}){0,2}"  # bounded: reports are hostile input
_CAPITAL = (
    re.compile(rf"\b(?P<town>{_NAME}), (?:the )?capital of (?P<state>{_NAME})"),
    re.compile(rf"\b(?P<state>{_NAME})['’]s capital,? (?P<town>{_NAME})"),
)
_LINE = re.compile(r"^", re.MULTILINE)
# Not “officials” or “authorities”: a town has those too.
_SITS = r"(?:governments?|cabinet|[a-z]+ ministry|ministry)"
_TOWNSPEOPLE = (
    r"(?:city|council|councillors|hall|mayor|people|residents|streets?|suburbs?|town|villagers)"
)


def told_capitals(texts: Sequence[str], parties: Iterable[str]) -> dict[str, str]:
    """The names of parties that are towns, in small letters, and the one state whose government is
    told to sit there."""
    # A body may stand before a country too ("NATO, Russia, Iran to meet"): it is in capitals.
    names = {n.lower(): n for n in parties if not (n.isupper() or country_of(n))}
    whole = "\n".join(texts)
    told: dict[str, set[str]] = {}
    for town, state in (*_by_words(whole), *_by_datelines(whole, names)):
        if whole.count(state) > 1 and state.lower() != town.lower():
            told.setdefault(town.lower(), set()).add(names.get(state.lower(), state))
    return {
        town: states.pop()
        for town, states in told.items()
        if town in names and len(states) == 1 and not _is_town(names[town], whole)
    }


def _by_words(whole: str) -> Iterator[tuple[str, str]]:
    for way in _CAPITAL:
        for found in way.finditer(whole):
            yield found["town"], found["state"]


def _by_datelines(whole: str, names: Container[str]) -> Iterator[tuple[str, str]]:
    found = {place_and_land(whole, line.start()) for line in _LINE.finditer(whole)}
    for town, state in found:
        sits = rf"\b{_SITS} in {re.escape(town)}\b|\b{re.escape(town)}['’]s {_SITS}\b"
        if state and town.lower() in names and re.search(sits, whole, re.IGNORECASE):
            yield town, state


def _is_town(name: str, whole: str) -> bool:
    town = re.escape(name)
    people = rf"\b{_TOWNSPEOPLE} (?:of|in) {town}\b|\b{town}(?:['’]s)? (?:\w+ )?{_TOWNSPEOPLE}\b"
    return re.search(people, whole) is not None
