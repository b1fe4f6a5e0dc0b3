"""Whom a mention means: a named person, a body or role, a party itself, or nobody."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, fields, is_dataclass, replace
from enum import StrEnum
from functools import lru_cache
from typing import Any

from firstmove.ledger.parties.names import PARTICLES, fold, initials
from firstmove.report import Report, Span
from firstmove.statement import Mention, Reading

BODIES = frozenset(
    """ministry government office officials official administration department parliament assembly
    senate congress council committee commission court union federation party league association
    organisation organization agency authority board bureau company corporation group army forces
    military police navy guard movement front coalition alliance bank university institute
    delegation embassy mission spokesman spokeswoman spokesperson sources source diplomats
    negotiators lawmakers aides campaign team leaders workers members estimates service""".split()
)
_PARTICLES = PARTICLES | frozenset("bin ibn al el of and".split())


class Sort(StrEnum):
    PERSON = "person"
    BODY = "body"  # an office, ministry, spokesman without a name
    PARTY = "party"  # the side itself
    NOBODY = "nobody"


@dataclass(frozen=True, slots=True)
class Who:
    """Whom a mention means, across all reports; names in the fullest spelling."""

    sort: Sort
    name: str
    party: str

    @property
    def key(self) -> str:
        """The party's key for comparing words, "" where no party is known."""
        return f"@{fold(self.party or self.name)}" if self.party or self.name else ""


def sort_of(mention: Mention) -> Sort:
    """What a mention is, by its own words alone."""
    called = mention.party_span.quote if mention.party_span is not None else ""
    return _sort_of(mention.name, mention.party, mention.span.quote, called)


@lru_cache(maxsize=20_000)
def _sort_of(name: str, party: str, quote: str, called: str) -> Sort:
    """``quote``: the words of the mention; ``called``: those that say which party it is."""
    if not name or fold(name) in (fold(party), initials(party)):
        return Sort.PARTY if party else Sort.NOBODY
    parts = [part for part in re.split(r"[\s,]+", name) if part]
    lower = [fold(part) for part in parts]
    if name.lower().startswith(("the ", "a ", "an ")) or any(w in BODIES for w in lower):
        return Sort.BODY
    if any(not _capital(p) for p, w in zip(parts, lower, strict=True) if w not in _PARTICLES):
        return Sort.BODY
    if len(parts) == 1 and len(name) > 1 and name.isupper():
        return Sort.BODY  # an abbreviation
    if quote.lower() == f"the {name.lower()}":
        return Sort.BODY  # "the Kremlin"
    if "and" in lower:
        return Sort.BODY  # two names in one
    if party and called and fold(called) == fold(name):
        return Sort.PARTY  # "Americans", a capital: other words for the party
    return Sort.PERSON


def _capital(part: str) -> bool:
    """Whether a part of a name has its capital, if need be after a particle: "al-Amin"."""
    particle, _, name = part.partition("-")
    return part[:1].isupper() or (particle in _PARTICLES and name[:1].isupper())


def _mentions(reading: Reading) -> list[Mention]:
    """All mentions of a reading, in order of the text."""
    found: list[Mention] = []
    for statement in reading.statements:
        found.extend(m for m in (statement.speaker, statement.target) if m is not None)
    found.extend(figure.source for figure in reading.figures if figure.source is not None)
    found.extend(a.actor for s in reading.statements for a in s.acts if a.actor is not None)
    return sorted(found, key=lambda m: (m.span.start, m.span.end))


def each_mention(value: Any, change: Callable[[Mention], Mention]) -> Any:
    """A value with its mentions changed; the same object where nothing changed."""
    if isinstance(value, Mention):
        return change(value)
    if isinstance(value, tuple):
        items = tuple(each_mention(item, change) for item in value)
        return value if all(a is b for a, b in zip(items, value, strict=True)) else items
    if is_dataclass(value) and not isinstance(value, type | Span | Report):
        told = {f.name: getattr(value, f.name) for f in fields(value)}
        new = {name: each_mention(item, change) for name, item in told.items()}
        changes = {name: item for name, item in new.items() if item is not told[name]}
        return replace(value, **changes) if changes else value
    return value


def mentions(readings: Iterable[Reading]) -> list[Mention]:
    """All mentions, in order of the reports and of their text."""
    return [m for reading in readings for m in _mentions(reading)]
