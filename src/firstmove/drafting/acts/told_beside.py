"""Whose side an official is on by words that no statement holds: “Tarn, whose envoy, Ann Roe,”."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping

from firstmove.drafting.acts.around import Around

_OFFICE = (
    r"(?:minister|president|premier|chancellor|secretary(?:-general)?|spokes(?:man|woman|person)"
    r"|leader|chair(?:man|woman)?|negotiator|commander|governor|mayor|convener|envoy|ambassador"
    r"|chief executive|general secretary|(?:managing )?director)"
)
_BODY = r"(?P<of>[A-Z][\w’'-]{0,30}(?: (?:of |for )?[A-Z][\w’'-]{0,30}){0,4}?)"
_FIELD = r"(?P<field>(?:[\w-]{1,30} ){0,3}?)"
_NOT_NOW = re.compile(r"\b(?:former|ex|shadow|opposition|then|deputy|next)\b", re.IGNORECASE)


def told_beside(
    around: Around, people: Iterable[str], side_of: Callable[[str], str]
) -> Mapping[str, str]:
    """The side of each of the people whom some report tells to hold an office of one side, and no
    report one of another. ``side_of``: the party that a name is of; "" where it is none."""
    found: dict[str, str] = {}
    for person in people:
        name = re.escape(person)
        ways = (
            rf"\b{_BODY}(?:['’]s|, whose) {_FIELD}{_OFFICE},? {name}\b",
            rf"\b{name}, {_BODY}['’]s {_FIELD}{_OFFICE}\b",
            rf"\b{name}, the {_FIELD}{_OFFICE} of (?:the )?{_BODY}(?=[,.;:—–]| [a-z])",
        )
        told = {
            side_of(match["of"])
            for text in around(person)
            for way in ways
            for match in re.finditer(way, text)
            if not _NOT_NOW.search(match["field"])
        }
        if len(told) == 1 and (side := told.pop()):
            found[person] = side
    return found
