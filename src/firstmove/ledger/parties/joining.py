"""Names of one party: "the port authority", "the Lund port authority", "Orrin", "Orrin Steel".

A short name is a fuller one's where what the party is ("authority") is the same word in both, all
its words stand in the fuller one, no other party of the case fits and no report names both. A bare
"the airline" is the one party that the other reports call so. A nationality word is the one country
whose name it is made of, capitals the one party whose initials they are.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from firstmove.ledger.parties.names import fold, initials
from firstmove.statement import Mention

# What a side may be by its name. Every state has a government, a ministry, an army: none is short
# for another report's.
_KINDS = frozenset(
    """agency airline airport alliance assembly association authority bank bench bloc board
    brewery brotherhood bureau chamber charity church city clan club coalition college commission
    committee community confederation congress consortium cooperative council county court district
    federation fellowship firm forum front group guild hospital inspectorate institute lab league
    mill mine mission movement museum nation network operator order organisation organization parish
    party port refinery regulator school secretariat senate service shipyard society syndicate team
    town tribe tribunal trust union university utility village watchdog zoo""".split()
)
# What a firm adds to its name.
_ADDED = frozenset("company co ltd limited inc plc llc corp corporation group holdings".split())
_FIRMS = frozenset("company firm".split())
# What a firm's name ends with, by its trade; in the singular, as words are compared.
_TRADES = frozenset(
    """air airline airway chemical coal energy ferry ferrie food home industry industrie line
    logistics mining motor oil power rail railway shipping steel system telecom terminal
    timber""".split()
)
_LINKS = frozenset("of for in at on against".split())
_WORD = re.compile(r"[^\W_]+(?:[’'-][^\W_]+)*|&")
_PEOPLES = ("ians", "ian", "ans", "an", "ese", "ish", "ers", "er", "ic", "is", "i", "ns", "n")
_CAPITALS = re.compile(r"[A-Z]{3,6}")
_FACTIONS = frozenset("party alliance union bloc movement coalition front league".split())


@dataclass(slots=True)
class Told:
    """A party as the readings name it."""

    label: str
    reports: set[str] = field(default_factory=set)
    names: set[str] = field(default_factory=set)  # folded, of those who speak for it


def parties_told(found: Iterable[Mention]) -> dict[str, Told]:
    told: dict[str, Told] = {}
    for mention in found:
        if mention.party:
            party = told.setdefault(fold(mention.party), Told(mention.party))
            party.reports.add(mention.span.report_id)
            party.names.add(fold(mention.name))
    return told


@lru_cache(maxsize=20_000)
def _words(name: str) -> tuple[str, ...]:
    return tuple(_single(word) for word in _WORD.findall(fold(name)))


def _single(word: str) -> str:
    """A word without possessive and plural: "dockers'", "hospitals"."""
    word = word.rstrip("'").removesuffix("'s")
    return word[:-1] if len(word) > 4 and word.endswith("s") and word[-2] not in "su" else word


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
    told = parties_told(found)
    words = {party: _words(party) for party in told}
    called = _called(found)
    full: dict[str, str] = {}
    for party, own in told.items():
        fitting = [p for p in told if _is_short(words[party], words[p])]
        fitting = fitting or sorted(called.get(party, set()) - {party})
        fitting = fitting or _factions(party, own, told)
        for ways in (_countries(party, told), _spelled_out(own.label, told)):
            if len(ways) == 1:
                full[party] = ways[0]  # both may stand in one report
        if party in full:
            continue
        # Of "the council", "Basin Council" and "Irna Basin Council", only the last counts.
        longest = [p for p in fitting if not any(_is_short(words[p], words[o]) for o in fitting)]
        if len(longest) == 1 and not own.reports & told[longest[0]].reports:
            full[party] = longest[0]
    return {party: told[full.get(whole, whole)].label for party, whole in full.items()}


def _called(found: Iterable[Mention]) -> dict[str, set[str]]:
    """What parties are called by a common noun in some report: "airline", "company"."""
    called: dict[str, set[str]] = {}
    firms: set[str] = set()
    for mention in found:
        party, words = fold(mention.party), _words(mention.party)
        if not party:
            continue
        for span in (mention.span, mention.party_span):
            noun = fold(span.quote) if span is not None else ""
            if noun in _KINDS | _FIRMS and noun != party:
                called.setdefault(noun, set()).add(party)
        if len(words) > 1 and ("&" in words or words[-1] in _ADDED | _TRADES):
            firms.add(party)
    firms |= {party for noun in _FIRMS for party in called.get(noun, ())}
    return {**called, **dict.fromkeys(_FIRMS, firms)}


def _countries(people: str, told: Mapping[str, Told]) -> list[str]:
    """ "Tamura" for "Tamuran": a reading that names no country keeps the nationality word."""
    if " " in people:
        return []
    stems = {people.removesuffix(ending) for ending in _PEOPLES if people.endswith(ending)}
    stems = {stem for stem in stems if len(stem) > 3}
    return [p for p in told if p != people and (p in stems or p[:-1] in stems) and " " not in p]


def _spelled_out(label: str, told: Mapping[str, Told]) -> list[str]:
    """ "Coastal Rescue Service" for "CRS" or "C.R.S.", of three letters at least; else "CRS" for
    "C.R.S."."""
    letters = label.replace(".", "")
    if not _CAPITALS.fullmatch(letters):
        return []
    whole = [p for p, t in told.items() if initials(t.label) == letters.casefold()]
    return whole or [p for p, t in told.items() if t.label == letters != label]


def _factions(name: str, own: Told, told: Mapping[str, Told]) -> list[str]:
    """ "Liberal Party" for "Liberals"."""
    if " " in name or not name.endswith("s") or not own.label[0].isupper():
        return []
    found = (p.split() for p in told)
    return [
        " ".join(words)
        for words in found
        if len(words) == 2 and words[0] == name[:-1] and words[1] in _FACTIONS
    ]


def fuller_names(found: Sequence[Mention], labels: Mapping[str, str]) -> dict[str, str]:
    """Short names of bodies, as the reports themselves use them, and the one full name of each.

    Where a report says "Orrin" of the party Orrin Steel, the party Orrin of another is that one;
    so is Roe, whose lawyer speaks there, where this one has the lawyer of Ann Roe, "Roe's lawyer".
    """
    fuller: dict[str, set[str]] = {}
    for mention in found:
        if mention.party and mention.party_span is not None:
            full, short = fold(mention.party), fold(mention.party_span.quote)
            short = short.removesuffix("'s").removesuffix("'")
            if short in labels and (full.startswith(f"{short} ") or full.endswith(f" {short}")):
                fuller.setdefault(short, set()).add(full)
    return {
        short: labels[full] for short, ways in fuller.items() if len(ways) == 1 for full in ways
    }
