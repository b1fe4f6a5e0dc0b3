"""Who is who across reports: spellings of one person, partial names, the parties they speak for.

Two names are one person's when the family names are spelled alike once the ways of writing one
foreign name are evened out ("Sergei"/"Sergey", "Zelensky"/"Zelenskyy"), the given names agree as
far as both are given, and the parties do. A family name alone joins a full name only if there is
exactly one it can belong to. Nobody is joined on likeness alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import combinations

from firstmove.ledger.entry import Party, Person
from firstmove.report import Report
from firstmove.statement import Mention, Reading

TITLES = frozenset(
    """mr mrs ms miss dr sir lord lady dame president vice prime minister foreign defence defense
    interior finance deputy acting former general gen lieutenant lt colonel col major captain
    admiral sergeant senator sen representative rep congressman congresswoman governor gov mayor
    secretary chancellor king queen prince princess sheikh ayatollah pope cardinal bishop judge
    justice chief ambassador speaker envoy spokesman spokeswoman spokesperson chairman chairwoman
    chair director professor prof retired ret commissioner""".split()
)
BODIES = frozenset(
    """ministry government office officials official administration department parliament assembly
    senate congress council committee commission court union federation party league association
    organisation organization agency authority board bureau company corporation group army forces
    military police navy guard movement front coalition alliance bank university institute
    delegation embassy mission spokesman spokeswoman spokesperson sources source diplomats
    negotiators lawmakers aides campaign team leaders workers members estimates service""".split()
)
_PARTICLES = frozenset("de da di du del della der den van von bin ibn al el la le of and".split())
_SUFFIXES = frozenset("jr sr ii iii iv".split())


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


def fold(name: str) -> str:
    """A name for comparing: no article, dots, case or doubled blanks."""
    plain = " ".join(name.replace(".", "").replace("’", "'").casefold().split())
    return plain.removeprefix("the ")


def spelling(word: str) -> str:
    """A word with the usual ways of writing one foreign name evened out."""
    plain = fold(word)
    for old, new in (
        ("ou", "u"),
        ("kh", "h"),
        ("ck", "k"),
        ("ph", "f"),
        ("w", "v"),
        ("z", "s"),
        ("c", "k"),
    ):
        plain = plain.replace(old, new)
    plain = re.sub("[yj]", "i", plain)
    return re.sub(r"(.)\1+", r"\1", plain)


@dataclass(slots=True)
class _Name:
    """One name of one party, with all its mentions; ``party`` may be filled in later."""

    name: str
    party: str
    given: tuple[str, ...]
    family: str
    mentions: list[Mention]

    @property
    def full(self) -> bool:
        return bool(self.given)


def _split(name: str) -> tuple[tuple[str, ...], str]:
    """Given names and family name, evened out; titles and "Jr" dropped."""
    parts = [p for p in re.split(r"[\s,]+", name) if p]
    while len(parts) > 1 and fold(parts[0]).strip("-") in TITLES:
        parts = parts[1:]
    while len(parts) > 1 and fold(parts[-1]) in _SUFFIXES:
        parts = parts[:-1]
    words = [spelling(part) for part in parts]
    return tuple(words[:-1]), words[-1] if words else ""


def _sort(mention: Mention) -> Sort:
    name = mention.name
    if not name or fold(name) in (fold(mention.party), _initials(mention.party)):
        return Sort.PARTY if mention.party else Sort.NOBODY
    parts = [part for part in re.split(r"[\s,]+", name) if part]
    lower = [fold(part) for part in parts]
    if name.lower().startswith(("the ", "a ", "an ")) or any(w in BODIES for w in lower):
        return Sort.BODY
    if any(not p[:1].isupper() for p, w in zip(parts, lower, strict=True) if w not in _PARTICLES):
        return Sort.BODY
    if len(parts) == 1 and len(name) > 1 and name.isupper():
        return Sort.BODY  # an abbreviation
    if mention.span.quote.lower() == f"the {name.lower()}":
        return Sort.BODY  # "the Kremlin"
    return Sort.PERSON


def _initials(party: str) -> str:
    """ "us" for "United States"; "" for one word, of which nothing is short."""
    parts = [word for word in party.split() if word[0].isupper()]
    return "".join(word[0] for word in parts).casefold() if len(parts) > 1 else ""


def _same_given(a: tuple[str, ...], b: tuple[str, ...]) -> bool:
    if not a or not b:
        return True
    first, other = a[0], b[0]
    if len(first) == 1 or len(other) == 1:
        return first[0] == other[0]
    return first == other


def _same(a: _Name, b: _Name) -> bool:
    if a.family != b.family or not _same_given(a.given, b.given):
        return False
    if a.full and b.full and len(a.given[0]) > 1 and len(b.given[0]) > 1:
        return True  # the same full name in reports of one dispute, whatever party each gives
    return not a.party or not b.party or a.party == b.party


class Cast:
    """The people, bodies and parties of a case; ``who`` says whom a mention means."""

    def __init__(self, readings: Sequence[Reading]) -> None:
        self._labels: dict[str, str] = {}  # folded party -> as first written
        self._people: dict[tuple[str, str], Who] = {}  # (folded name, folded party) -> who
        self.notes: tuple[str, ...] = ()
        found = [m for reading in readings for m in _mentions(reading)]
        for mention in found:
            if mention.party:
                self._labels.setdefault(fold(mention.party), mention.party)
        self._join(found, [r.report for r in readings])
        spoken = [s.speaker for reading in readings for s in reading.statements]
        self.parties = self._parties(found, [speaker for speaker in spoken if speaker])

    def who(self, mention: Mention | None) -> Who:
        """Whom the mention means; sort NOBODY where the text does not tell."""
        if mention is None:
            return Who(Sort.NOBODY, "", "")
        sort = _sort(mention)
        party = self.party(mention.party)
        if sort is Sort.PERSON:
            return self._people[fold(mention.name), fold(mention.party)]
        if sort is Sort.PARTY:
            return Who(sort, party, party)
        return Who(sort, mention.name, party)

    def party(self, name: str) -> str:
        """A party's name as the reports first write it."""
        return self._labels.get(fold(name), name)

    def _join(self, found: list[Mention], reports: list[Report]) -> None:
        names: dict[tuple[str, str], _Name] = {}
        for mention in found:
            if _sort(mention) is not Sort.PERSON:
                continue
            key = fold(mention.name), fold(mention.party)
            if key not in names:
                names[key] = _Name(mention.name, key[1], *_split(mention.name), [])
            names[key].mentions.append(mention)
        groups: list[list[_Name]] = []
        for name in (n for n in names.values() if n.full):
            home = next((g for g in groups if all(_same(name, other) for other in g)), None)
            if home is None:
                groups.append([name])
            else:
                home.append(name)
        singles = [n for n in names.values() if not n.full]
        alone: list[list[_Name]] = []
        for name in singles:
            homes = [g for g in groups if any(_same(name, other) for other in g)]
            if len(homes) == 1:
                homes[0].append(name)
                continue
            home = next((g for g in alone if all(_same(name, other) for other in g)), None)
            if home is None or homes:
                alone.append([name])
            else:
                home.append(name)
        notes: list[str] = []
        for group in (*groups, *alone):
            # The fullest spelling, the first of the longest.
            label = max(group, key=lambda n: (len(n.name.split()), len(n.name))).name
            label = next(n.name for n in group if len(n.name) == len(label))
            counts: dict[str, int] = {}
            for name in group:
                if name.party:
                    counts[name.party] = counts.get(name.party, 0) + len(name.mentions)
            party = max(counts, key=lambda p: counts[p]) if counts else ""
            who = Who(Sort.PERSON, label, self.party(party))
            for name in group:
                self._people[fold(name.name), name.party] = who
            notes.extend(_spelling_notes(label, group, reports))
            notes.extend(self._party_notes(label, group, reports))
        self.notes = tuple(notes)

    def _party_notes(self, label: str, group: list[_Name], reports: list[Report]) -> Iterator[str]:
        told: dict[str, str] = {}
        for name in group:
            if name.party and name.party not in told:
                told[name.party] = _title(name.mentions[0].span.report_id, reports)
        if len(told) > 1:
            ways = " and ".join(f"“{self.party(p)}” in {where}" for p, where in told.items())
            yield f"The party of {label} is read as {ways}."

    def _parties(self, found: list[Mention], speakers: list[Mention]) -> tuple[Party, ...]:
        order: dict[str, None] = {}
        own: dict[str, list[Mention]] = {}
        people: dict[str, dict[str, list[Mention]]] = {}
        # A body that is only spoken of ("both countries") is nobody in the dispute.
        speaking = {who.name for mention in speakers if (who := self.who(mention))}
        for mention in found:
            who = self.who(mention)
            if not who.party:
                continue
            order.setdefault(who.party)
            if who.sort is Sort.PARTY:
                own.setdefault(who.party, []).append(mention)
            elif who.sort is Sort.PERSON or who.name in speaking:
                people.setdefault(who.party, {}).setdefault(who.name, []).append(mention)
        return tuple(
            Party(
                party,
                tuple(
                    Person(
                        name,
                        party,
                        tuple(dict.fromkeys(_proper(m) for m in mentions)),
                        tuple(mentions),
                    )
                    for name, mentions in people.get(party, {}).items()
                ),
                tuple(own.get(party, ())),
            )
            for party in order
        )

    def names_of_parties(self, found: Iterable[Mention]) -> dict[tuple[str, ...], str]:
        """Words that name a party in these reports, and that party's key: "the Americans" → US.

        Only words with a capital count, and only those that always mean the same party.
        """
        from firstmove.ledger.words import FUNCTION_WORDS, tokens

        meant: dict[tuple[str, ...], set[str]] = {}
        for mention in found:
            who = self.who(mention)
            if not who.party:
                continue
            texts = [who.party]
            if who.sort is Sort.PARTY:
                texts.append(mention.span.quote)
            elif who.sort is Sort.PERSON:
                texts += [who.name, who.name.split()[-1]]
            for text in texts:
                surface = [word for word in tokens(text) if word.lower() != "the"]
                if not surface or not surface[0][0].isupper():
                    continue
                name = tuple(word.lower() for word in surface)
                # "He" is no name; "US" is one, although it looks like the pronoun.
                if not all(word in FUNCTION_WORDS for word in name) or surface[0].isupper():
                    meant.setdefault(name, set()).add(who.key)
        return {name: keys.pop() for name, keys in meant.items() if len(keys) == 1}


def _mentions(reading: Reading) -> list[Mention]:
    """All mentions of a reading, in order of the text."""
    found: list[Mention] = []
    for statement in reading.statements:
        found.extend(m for m in (statement.speaker, statement.target) if m is not None)
    found.extend(figure.source for figure in reading.figures if figure.source is not None)
    found.extend(a.actor for s in reading.statements for a in s.acts if a.actor is not None)
    return sorted(found, key=lambda m: (m.span.start, m.span.end))


def mentions(readings: Iterable[Reading]) -> list[Mention]:
    """All mentions, in order of the reports and of their text."""
    return [m for reading in readings for m in _mentions(reading)]


def _proper(mention: Mention) -> str:
    """The spelling used at this place where it is a proper name, else the name resolved to."""
    name = _bare(mention.name)
    family = name.split()[-1] if name else ""
    if name in mention.span.quote or family not in mention.span.quote:
        return name
    return family


def _bare(name: str) -> str:
    """A name as it stands, without the titles before it and what follows a comma or "’s"."""
    parts = re.sub(r"[’']s?$", "", name.split(",")[0]).split()
    while len(parts) > 1 and all(fold(p) in TITLES for p in parts[0].split("-")):
        parts = parts[1:]
    return " ".join(parts)


def _title(report_id: str, reports: list[Report]) -> str:
    report = next(r for r in reports if r.id == report_id)
    return report.name or report.source or report.title or report.id


def _spelling_notes(label: str, group: list[_Name], reports: list[Report]) -> Iterator[str]:
    """One sentence for each person whose full name is spelled in two ways."""
    written: dict[str, tuple[str, list[str]]] = {}
    full = [name for name in group if name.full]
    for name in full:
        bare = _bare(name.name)
        where = written.setdefault(fold(bare), (bare, []))[1]
        for mention in name.mentions:
            title = _title(mention.span.report_id, reports)
            if title not in where:
                where.append(title)
    clash = any(
        fold(a.split()[-1]) != fold(b.split()[-1]) or _given_clash(a.split()[0], b.split()[0])
        for (a, _), (b, _) in combinations(written.values(), 2)
    )
    if clash:
        ways = " and ".join(f"“{bare}” in {', '.join(w)}" for bare, w in written.values())
        yield f"One person is spelled {ways}."


def _given_clash(a: str, b: str) -> bool:
    """Whether two given names are spelled in two ways; an initial is no spelling."""
    return fold(a) != fold(b) and len(fold(a)) > 1 and len(fold(b)) > 1
