"""Which names are one person’s, and how the reports spell them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from difflib import SequenceMatcher
from itertools import combinations

from firstmove.ledger.entry import Person
from firstmove.ledger.parties.names import (
    Name,
    bare,
    fold,
    given_clash,
    same_name,
)
from firstmove.ledger.parties.people import Sort, Who, sort_of
from firstmove.statement import Mention

_ONE_FAMILY = 0.7  # of the letters of two family names, beside one given name, party and office


def groups_of(names: list[Name]) -> list[list[Name]]:
    """The names of each person: full names first, then family names that fit exactly one."""
    groups: list[list[Name]] = []
    families: dict[str, list[list[Name]]] = {}  # only names of one family can be one person's
    # A name given by initial only may fit several.
    full = sorted((n for n in names if n.full), key=lambda n: len(n.given[0]) == 1)
    for name in full:
        family = families.setdefault(name.family, [])
        homes = [g for g in family if all(same_name(name, other) for other in g)]
        if not homes or (len(homes) > 1 and len(name.given[0]) == 1):
            groups.append([name])
            family.append(groups[-1])
        else:
            homes[0].append(name)
    alone: list[list[Name]] = []
    by_itself: dict[str, list[list[Name]]] = {}
    for name in (n for n in names if not n.full):
        homes = [
            g for g in families.get(name.family, ()) if any(same_name(name, other) for other in g)
        ]
        if len(homes) == 1:
            homes[0].append(name)
            continue
        family = by_itself.setdefault(name.family, [])
        home = next((g for g in family if all(same_name(name, other) for other in g)), None)
        if home is None or homes:
            alone.append([name])
            family.append(alone[-1])
        else:
            home.append(name)
    return [*groups, *alone]


def nearly_one(names: list[Name], group: list[Name]) -> bool:
    """Whether every full name of the one is spelled nearly like one of the other."""
    others = [n.family for n in group if n.full]
    return all(
        any(
            SequenceMatcher(None, min(n.family, o), max(n.family, o)).ratio() >= _ONE_FAMILY
            for o in others
        )
        for n in names
    )


def label_of(group: list[Name]) -> str:
    """The fullest spelling, the first of the longest, without titles where two words are left."""
    plain = [bare(name.name) for name in group]
    best = max(plain, key=lambda n: (len(n.split()), len(n)))
    if len(best.split()) > 1:
        return next(n for n in plain if len(n) == len(best) and len(n.split()) > 1)
    return max((name.name for name in group), key=len)


def person_of(who: Who, told: list[Mention]) -> Person:
    spellings = dict.fromkeys(s for m in told if (s := _proper(m, who)))
    return Person(who.name, who.party, tuple(spellings) or (who.name,), tuple(told))


def _proper(mention: Mention, who: Who) -> str:
    """The spelling used at this place where it is a proper name, else the name resolved to."""
    if who.sort is not Sort.PERSON:
        return mention.name
    if sort_of(mention) is not Sort.PERSON:
        return ""  # a role
    name = bare(mention.name)
    family = name.split()[-1] if name else ""
    if name in mention.span.quote or family not in mention.span.quote:
        return name
    return family


def spelling_notes(group: list[Name], titles: Mapping[str, str]) -> Iterator[str]:
    """One sentence for each person whose full name is spelled in two ways."""
    full = [name for name in group if name.full]
    written = {fold(bare(name.name)): bare(name.name) for name in reversed(full)}
    clash = any(
        fold(a.split()[-1]) != fold(b.split()[-1]) or given_clash(a.split()[0], b.split()[0])
        for a, b in combinations(written.values(), 2)
    )
    if clash:
        where: dict[str, dict[str, None]] = {}
        for name in full:
            plain = bare(name.name)
            told = where.setdefault(written[fold(plain)], {})
            told.update(dict.fromkeys(titles[m.span.report_id] for m in name.mentions))
        ways = " and ".join(f"“{plain}” in {', '.join(w)}" for plain, w in where.items())
        yield f"One person is spelled {ways}."
