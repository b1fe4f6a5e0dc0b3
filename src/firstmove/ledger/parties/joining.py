"""Parties that reports name in several ways: "the port authority", "the Lund port authority".

A short name is a fuller one's where what the party is ("authority") is the same word in both, all
its words stand in the fuller one, no other party of the case fits and no report names both. A bare
"the company" is the one firm that the other reports call so.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import combinations

from firstmove.ledger.parties.names import bare, fold
from firstmove.ledger.parties.people import Sort, sort_of
from firstmove.statement import Mention

# What a side may be by its name. Every state has a government, a ministry, an army: none is short
# for another report's.
_KINDS = frozenset(
    """agency airline alliance assembly association authority bank bloc board brewery bureau chamber
    charity church city clan club coalition college commission committee congress cooperative
    council county district federation firm forum front group guild hospital institute league mine
    movement museum operator organisation organization parish party port school society syndicate
    team town tribe trust union university utility village""".split()
)
# What a firm adds to its name.
_ADDED = frozenset("company co ltd limited inc plc llc corp corporation group holdings".split())
_FIRMS = frozenset("company firm".split())
_LINKS = frozenset("of for in at on against".split())
_WORD = re.compile(r"[^\W_]+(?:[’'-][^\W_]+)*|&")
_PLACED = r"\b(?:[Ii]n|[Ff]rom|[Nn]ear|[Aa]cross|[Ii]nside|[Oo]utside) "


@dataclass(slots=True)
class _Told:
    label: str
    reports: set[str] = field(default_factory=set)
    names: set[str] = field(default_factory=set)  # folded, of those who speak for it


def _told(found: Iterable[Mention]) -> dict[str, _Told]:
    told: dict[str, _Told] = {}
    for mention in found:
        if mention.party:
            party = told.setdefault(fold(mention.party), _Told(mention.party))
            party.reports.add(mention.span.report_id)
            party.names.add(fold(mention.name))
    return told


def _words(name: str) -> tuple[str, ...]:
    return tuple(word.rstrip("'").removesuffix("'s") for word in _WORD.findall(fold(name)))


def _head(words: Sequence[str]) -> str:
    """What it is: "union" of "Dockers' Union", "council" of "Council of River States"."""
    at = next((n for n, word in enumerate(words) if word in _LINKS and n), len(words))
    return words[at - 1]


def _is_short(short: tuple[str, ...], full: tuple[str, ...]) -> bool:
    if not short or not set(short) < set(full):
        return False
    if len(short) > 1 and full[: len(short)] == short and set(full[len(short) :]) <= _ADDED:
        return True
    return _head(short) == _head(full) and _head(short) in _KINDS


def joined(found: Sequence[Mention]) -> dict[str, str]:
    """Folded short names of parties to the label of the one party that each is."""
    told = _told(found)
    words = {party: _words(party) for party in told}
    firms = _firms(found)
    full: dict[str, str] = {}
    for party, own in told.items():
        fitting = [p for p in told if _is_short(words[party], words[p])]
        if not fitting and party in _FIRMS:
            fitting = sorted(firms)
        # Of "the council", "Basin Council" and "Irna Basin Council", only the last counts.
        longest = [p for p in fitting if not any(_is_short(words[p], words[o]) for o in fitting)]
        if len(longest) == 1 and not own.reports & told[longest[0]].reports:
            full[party] = longest[0]
    return {party: told[full.get(whole, whole)].label for party, whole in full.items()}


def _firms(found: Iterable[Mention]) -> set[str]:
    """The parties named like a firm, and those that a report calls "the company" as well."""
    firms: set[str] = set()
    for mention in found:
        words = _words(mention.party)
        called = {fold(s.quote) for s in (mention.span, mention.party_span) if s is not None}
        if len(words) > 1 and ("&" in words or words[-1] in _ADDED or called & _FIRMS):
            firms.add(fold(mention.party))
    return firms


def persons_called(found: Sequence[Mention], texts: Mapping[str, str]) -> frozenset[str]:
    """Folded parties that are a person: "Finch", in a report that tells no more of her, where
    another one names Ada Finch and nobody else of that name. No place, nor who has spokesmen.

    ``texts``: of the reports, by their ids.
    """
    people: dict[str, list[Mention]] = {}
    for mention in found:
        plain = bare(mention.name).split()
        if len(plain) > 1 and sort_of(mention) is Sort.PERSON:
            for word in {fold(plain[-1]), fold(" ".join(plain))}:
                people.setdefault(word, []).append(mention)
    result: set[str] = set()
    for party, told in _told(found).items():
        elsewhere = [m for m in people.get(party, ()) if fold(m.party) != party]
        if told.names != {party} or len({fold(bare(m.name)) for m in elsewhere}) != 1:
            continue
        if any(m.span.report_id in told.reports for m in elsewhere):
            continue
        place = re.compile(_PLACED + re.escape(told.label) + r"\b")
        if not any(place.search(texts.get(report, "")) for report in told.reports):
            result.add(party)
    return frozenset(result)


GOVERNMENT = "government"  # of a report that names no country


def unlike_governments(holders: Iterable[tuple[str, str, str]]) -> bool:
    """Whether "the government" of several reports is not one: they tell one office of people of
    different names. ``holders``: report, office and folded family name."""
    told: dict[str, dict[str, set[str]]] = {}
    for report, title, family in holders:
        told.setdefault(title, {}).setdefault(report, set()).add(family)
    return any(
        not people & others
        for offices in told.values()
        for people, others in combinations(offices.values(), 2)
    )
