"""Two governments of one country, kept apart where the reports keep them apart.

A reading gives the country as party to officials of the Garrow administration and to envoys of
President-elect Pryce alike. Where the reports of a case tell both governments, the one that is
not in office is a party of its own, in the reports' own words ("Pryce administration"); where they
tell only one, it is the country. Bare words ("Washington") are the government's that is in office.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import combinations

from firstmove.heads import FORMER, INCOMING, OUTGOING, SITTING, Head, heads_told
from firstmove.ledger.parties.names import bare, fold
from firstmove.ledger.parties.people import Sort, each_mention, mentions, sort_of
from firstmove.statement import Mention, Reading

GOVERNMENT = "government"  # of a report that names no country
_RULES = r"(?:administration|government|cabinet|transition(?: team)?|team|leadership|leaders)\b"
_BETWEEN = r"(?: [\w’'.-]+){0,2} "
_COMING = re.compile(rf"\b(?:incoming|new|next){_BETWEEN}?{_RULES}", re.IGNORECASE)
_GOING = re.compile(rf"\b(?:outgoing|departing|current){_BETWEEN}?{_RULES}", re.IGNORECASE)
_ITSELF = re.compile(rf"{_RULES}(?: (?:of|under|led by|in) [\w’'. -]{{1,60}})?\Z", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_][\w-]*")


@dataclass(slots=True)
class _Government:
    """Of one head, in all reports; ``reports``: how it stands in time in each."""

    head: Head
    reports: dict[str, set[str]] = field(default_factory=dict)

    @property
    def standing(self) -> set[str]:
        return set().union(*self.reports.values())

    @property
    def leaves_or_comes(self) -> bool:
        return bool(self.standing & {INCOMING, FORMER})


def heads_of(
    readings: Sequence[Reading], known: Mapping[str, Mapping[str, Head]]
) -> dict[str, Mapping[str, Head]]:
    """The heads that each report tells of, by its id; those ``known`` are taken over."""
    return {
        r.report.id: known[r.report.id] if r.report.id in known else heads_told(r.report.text)
        for r in readings
    }


def kept_apart(
    readings: Sequence[Reading],
    told: Mapping[str, Mapping[str, Head]],
    settled: frozenset[str] = frozenset(),
) -> tuple[Reading, ...]:
    """The readings with a party of its own for each government but the one in office.

    ``told``: ``heads_of`` the readings; ``settled``: folded names of people whose party an analyst
    has decided.
    """
    sure = {key for heads in told.values() for key, head in heads.items() if head.sure}
    if not sure:
        return tuple(readings)
    governments = _Governments(mentions(readings), told, sure, settled)
    return tuple(each_mention(reading, governments.of) for reading in readings)


class _Governments:
    def __init__(
        self,
        found: Sequence[Mention],
        told: Mapping[str, Mapping[str, Head]],
        sure: set[str],
        settled: frozenset[str],
    ) -> None:
        self._told = told
        self._sure = sure
        self._settled = settled
        self._people: dict[str, str] = {}  # folded names to the one head served
        self._countries = self._of_heads(found)
        self._people = self._served(found)
        known = {key for m in found if (key := self._key(m)) in self._countries}
        self._all = {key: self._government(key) for key in sorted(known)}
        self._labels: dict[tuple[str, str], str] = {}  # country, head -> party
        for country in sorted(set(self._countries.values())):
            self._part(country, found)

    # --- which government a mention means ----------------------------------------------------

    def _head_in(self, mention: Mention) -> str:
        """The head whose officials or government the words name; "" for none."""
        called = mention.party_span.quote if mention.party_span is not None else ""
        words = [fold(w) for w in _WORD.findall(called)]
        if words and re.sub("'s?$", "", words[-1]) in self._sure and len(words) < 3:
            return re.sub("'s?$", "", words[-1])
        quote = mention.span.quote
        if _A_PART.match(quote):
            return ""
        for word in _WORD.findall(quote):
            key = fold(re.sub(r"[’']s?$", "", word))
            if key in self._sure and word[0].isupper() and _rules(quote, word):
                return key
        return ""

    def _own(self, mention: Mention) -> str:
        """The head who is meant by name in a report that tells so; "" for others."""
        plain = bare(mention.name)
        key = fold(plain.split()[-1]) if plain else ""
        head = self._told.get(mention.span.report_id, {}).get(key)
        if head is None or key not in self._sure or sort_of(mention) is not Sort.PERSON:
            return ""
        whole = len(plain.split()) == 1 or fold(plain) == fold(head.full) or head.full == head.name
        return key if whole and head.standing - {FORMER} else ""

    def _key(self, mention: Mention) -> str:
        """A head, "incoming" or "outgoing" where the words name none, or ""."""
        if key := self._own(mention) or self._head_in(mention):
            return key
        if sort_of(mention) is Sort.PERSON:
            return self._people.get(fold(bare(mention.name)), "")
        quote = mention.span.quote
        if _COMING.search(quote):
            return INCOMING
        return OUTGOING if _GOING.search(quote) else ""

    def _of_heads(self, found: Sequence[Mention]) -> dict[str, str]:
        """Heads to the one country that mentions of their governments give, as first written."""
        given: dict[str, Counter[str]] = {}
        for mention in found:
            key = self._own(mention) or self._head_in(mention)
            if key and mention.party and not self._is_own_name(mention, key):
                given.setdefault(key, Counter())[mention.party] += 1
        for parties in given.values():
            if len(parties) > 1:
                parties.pop("the government", None)
        countries = {key: next(iter(p)) for key, p in given.items() if len(p) == 1}
        named = {country for country in countries.values() if fold(country) != GOVERNMENT}
        if len(named) == 1:  # "the government" of a report that names no country
            country = named.pop()
            countries = {k: country if fold(c) == GOVERNMENT else c for k, c in countries.items()}
        return countries

    @staticmethod
    def _is_own_name(mention: Mention, key: str) -> bool:
        return fold(mention.party).split()[-1:] == [key]

    def _served(self, found: Sequence[Mention]) -> dict[str, str]:
        """People told to serve one head only, by their folded names."""
        meant: dict[str, set[str]] = {}
        for mention in found:
            if sort_of(mention) is Sort.PERSON and not self._own(mention):
                key = self._head_in(mention)
                if key in self._countries:
                    plain = bare(mention.name)
                    for name in {fold(plain), fold(plain.split()[-1])}:
                        meant.setdefault(name, set()).add(key)
        return {name: keys.pop() for name, keys in meant.items() if len(keys) == 1}

    def _government(self, key: str) -> _Government:
        tellings = {r: heads[key] for r, heads in self._told.items() if key in heads}
        best = max(tellings.values(), key=lambda h: (bool(h.words), len(h.words), len(h.full)))
        made = _Government(best)
        made.reports = {report: head.standing for report, head in tellings.items()}
        return made

    # --- which of them are parties ------------------------------------------------------------

    def _part(self, country: str, found: Sequence[Mention]) -> None:
        mine = {k: g for k, g in self._all.items() if self._countries[k] == country}
        unnamed = {self._key(m) for m in found if m.party in (country, "the government", "")}
        coming = [k for k, g in mine.items() if INCOMING in g.standing]
        in_office = [k for k, g in mine.items() if not g.leaves_or_comes]
        apart = [k for k, g in mine.items() if g.leaves_or_comes]
        kinds = Counter(kind for g in mine.values() for kind in g.head.has)
        if len(in_office) > 1 and kinds["administration"] > 1:
            apart = list(mine)  # each in its time
        elif not (apart and (in_office or len(apart) > 1 or OUTGOING in unnamed)):
            apart = []
        for key in apart:
            self._labels[country, key] = mine[key].head.words or mine[key].head.full
        if len(coming) == 1 and coming[0] in apart:
            self._labels[country, INCOMING] = self._labels[country, coming[0]]
        if len(in_office) == 1 and in_office[0] not in apart:
            return
        for report, heads in self._told.items():
            here = [key for key in mine if key in heads]
            if len(here) == 1 and here[0] in apart and heads[here[0]].standing == {SITTING}:
                self._labels[country, report] = self._labels[country, here[0]]

    def _stands_alone(self, mention: Mention, key: str) -> bool:
        """Whether a report that tells of the head's government gives somebody the head alone as
        party: "a Roe campaign aide"."""
        head = self._told.get(mention.span.report_id, {}).get(key)
        return head is not None and head.sure and not self._own(mention)

    def _alone(self, key: str) -> str:
        """A government of which no report tells the country, in the reports' own words."""
        if key not in self._sure:
            return ""
        made = self._government(key)
        return (made.head.words or made.head.full) if made.standing else ""

    def of(self, mention: Mention) -> Mention:
        """The mention with the government as party where that is one of its own."""
        key = self._key(mention)
        if fold(bare(mention.name)) in self._settled:
            return mention
        country = self._countries.get(key, mention.party)
        if key in (INCOMING, OUTGOING) and fold(country) in ("", GOVERNMENT):
            known = set(self._countries.values())
            country = next(iter(known)) if len(known) == 1 else country
        other = mention.party and fold(mention.party) != GOVERNMENT and mention.party != country
        if other and (not self._is_own_name(mention, key) or self._stands_alone(mention, key)):
            return mention  # the report tells another party
        label = self._labels.get((country, key)) or (
            "" if key in self._countries else self._labels.get((country, mention.span.report_id))
        )
        party = label or country or self._alone(key)
        if party in ("", mention.party):
            return mention
        itself = sort_of(mention) is not Sort.PERSON and _ITSELF.search(mention.span.quote)
        return replace(mention, party=party, name=party if itself else mention.name)


# "The smaller of the two parties in Roe's government" is a part of it, and not all.
_A_PART = re.compile(
    r"(?:the |an? )?(?:(?:small|larg)e(?:r|st)|junior|senior|coalition|other|second|third|one|both"
    r"|each|two|three|partners?)(?: (?:partner|party|force|member)s?)? (?:of|in|to)\b",
    re.IGNORECASE,
)


def _rules(quote: str, name: str) -> bool:
    """Whether the words tell what a head of government has, not only the head."""
    at = re.escape(name)
    if re.search(rf"\b{at}(?:[’']s?)? (?:[\w-]+ )?campaign\b", quote):
        return False  # who runs for an office does not speak for it
    serves = rf"\b{at}(?:[’']s?)?(?: [\w-]+){{0,3}}? (?:{_RULES}|officials|aides?|advis[eo]r)"
    led = rf"(?:government|cabinet|administration) (?:of|under|led by) .{{0,40}}\b{at}\b"
    return bool(re.search(serves, quote) or re.search(led, quote))


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
