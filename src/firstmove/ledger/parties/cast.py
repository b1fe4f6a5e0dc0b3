"""Who is who across reports: spellings of one person, partial names, the parties they speak for.

Two names are one person's when the family names are spelled alike once the ways of writing one
foreign name are evened out ("Sergei"/"Sergey", "Zelensky"/"Zelenskyy"), the given names agree as
far as both are given, and the parties do. A family name alone joins a full name only if there is
exactly one it can belong to. Nobody is joined on likeness alone. A role without a name ("the
mayor of Tarn") is the one person to whom the reports give that office of that party.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

from firstmove.ledger.entry import Party, Person
from firstmove.ledger.parties import offices
from firstmove.ledger.parties.governments import GOVERNMENT, unlike_governments
from firstmove.ledger.parties.joining import fuller_names, joined
from firstmove.ledger.parties.names import (
    Name,
    bare,
    fold,
    given_names,
    split_name,
)
from firstmove.ledger.parties.one_person import (
    groups_of,
    label_of,
    nearly_one,
    person_of,
    spelling_notes,
)
from firstmove.ledger.parties.people import Sort, Who, mentions, sort_of
from firstmove.ledger.parties.standing import alone, opponents, preferred
from firstmove.ledger.parties.taken import persons_called
from firstmove.statement import Mention, Reading


class Cast:
    """The people, bodies and parties of a case; ``who`` says whom a mention means."""

    def __init__(self, readings: Sequence[Reading], settled: Collection[str] = frozenset()) -> None:
        """``settled``: folded names of people whose party an analyst has decided."""
        self._labels: dict[str, str] = {}  # folded party -> as first written
        self._people: dict[tuple[str, str], Who] = {}  # (folded name, folded party) -> who
        self._keys: dict[tuple[str, str], str] = {}  # folded name and party -> key of the party
        self._roles: dict[tuple[str, str], Who] = {}  # (folded role, folded party) -> who
        self._texts = {r.report.id: r.report.text for r in readings}
        self._meant: dict[tuple[str, ...], Who] | None = None  # by words, once all is known
        self._beside: dict[tuple[str, int, int], tuple[str, str]] = {}  # what stands beside a name
        self.notes: tuple[str, ...] = ()
        found = mentions(readings)
        self._alone = alone(found, self._texts)
        self._named_alone = persons_called(found, self._texts) - self._alone
        self._called: dict[str, str] = {}
        self._unlike = unlike_governments(self._ministers(found))
        for mention in found:
            if self._key(mention):
                self._labels.setdefault(fold(mention.party), mention.party)
        self._labels.update(joined(found))
        self._labels.update(fuller_names(found, self._labels))
        self._called = self._words_for_parties(found)
        self._join(found, {r.report.id: r.report.called for r in readings})
        self._part(readings, settled)
        self._meant = {}
        spoken = [s.speaker for reading in readings for s in reading.statements]
        speakers = [speaker for speaker in spoken if speaker]
        self.parties, self.people = self._sides(found, speakers)

    def who(self, mention: Mention | None) -> Who:
        """Whom the mention means; sort NOBODY where the text does not tell."""
        if mention is None:
            return Who(Sort.NOBODY, "", "")
        if self._meant is None:
            return self._who(mention)
        called = mention.party_span.quote if mention.party_span is not None else ""
        told = mention.name, mention.party, mention.span.quote, called
        if (who := self._meant.get(told)) is None:
            who = self._meant[told] = self._who(mention)
        return who

    def _who(self, mention: Mention) -> Who:
        sort = self._sort(mention)
        party = self.party(mention.party)
        if sort is Sort.PERSON:
            return self._people[fold(mention.name), self._keys[_as_told(mention)]]
        if self._unlike and fold(mention.name) == GOVERNMENT:
            return Who(Sort.NOBODY, "", "")  # of which of the two countries is not told
        if sort is Sort.PARTY:
            party = party or self.party(mention.name)
            return Who(sort, party, party)
        named = self._roles.get((fold(mention.name), self._key(mention)))
        return named or Who(sort, mention.name, party)

    def _key(self, mention: Mention) -> str:
        """The mention's party for comparing, short names joined to full ones."""
        party = fold(mention.party)
        if party in self._named_alone:
            return ""
        return fold(self.party(mention.party))

    def party(self, name: str) -> str:
        """A party's name as the reports first write it."""
        if self._unlike and fold(name) == GOVERNMENT:
            return ""
        return self._labels.get(fold(name), name)

    def _sort(self, mention: Mention) -> Sort:
        if fold(mention.name) in self._alone or fold(mention.party) in self._named_alone:
            return Sort.PERSON
        sort = sort_of(mention)
        if not mention.party and sort in (Sort.PERSON, Sort.BODY):
            # One report reads the name as a party, another does not say.
            return Sort.PARTY if fold(mention.name) in self._labels else sort
        return sort

    def _words_for_parties(self, found: Sequence[Mention]) -> dict[str, str]:
        """Words that the reports use for a party and for no other: "karvenian" → Karvenia."""
        meant: dict[str, set[str]] = {}
        for mention in found:
            if mention.party:
                words = [mention.party]
                if mention.party_span is not None:
                    words.append(mention.party_span.quote)
                for text in words:
                    if text[:1].isupper():
                        meant.setdefault(fold(text), set()).add(self.party(mention.party))
        return {word: ways.pop() for word, ways in meant.items() if len(ways) == 1}

    def _join(self, found: list[Mention], titles: Mapping[str, str]) -> None:
        names: dict[tuple[str, str], Name] = {}
        for mention in found:
            if self._sort(mention) is not Sort.PERSON:
                continue
            key = fold(mention.name), self._key(mention)
            self._keys[_as_told(mention)] = key[1]  # what people are joined to may be named anew
            if key not in names:
                names[key] = Name(mention.name, key[1], *split_name(mention.name), [])
            names[key].mentions.append(mention)
        shared = [n for n in names.values() if not n.full and any(map(self._shared, n.mentions))]
        notes: list[str] = []
        holders: dict[tuple[str, str], dict[str, Who]] = {}  # party, office -> people
        several = set(map(id, shared))
        certain = [n for n in names.values() if id(n) not in several]
        for group in [*self._one_office(groups_of(certain)), *([n] for n in shared)]:
            label = label_of(group)
            counts: dict[str, int] = {}
            for name in group:
                if name.party:
                    counts[name.party] = counts.get(name.party, 0) + len(name.mentions)
            party = preferred(counts, self._alone) if counts else ""
            # One person, named in two ways, is one side; whoever speaks for that person is not it.
            own = self._alone & counts.keys() & {fold(name.name) for name in group}
            self._labels.update(dict.fromkeys(own, label))
            held = list(self._offices(group))
            told = dict.fromkeys(p for _, p in held if p)
            if not party and len(told) == 1:
                party = fold(next(iter(told)))
            # A name that several share is shown; for comparing, it names nobody.
            sort = Sort.NOBODY if id(group[0]) in several else Sort.PERSON
            who = Who(sort, label, self.party(party))
            for name in group:
                self._people[fold(name.name), name.party] = who
            for title, of in held:
                if who.party and (not of or of == who.party):
                    holders.setdefault((who.party, title), {})[label] = who
            notes.extend(spelling_notes(group, titles))
            notes.extend(self._party_notes(label, group, titles))
        self.notes = tuple(notes)
        for mention in found:
            if mention.party and self._sort(mention) is Sort.BODY:
                self._give_name(mention, holders)

    def _part(self, readings: Sequence[Reading], settled: Collection[str]) -> None:
        """Members of one political party who stand against each other are sides alone."""
        split, leaders = opponents(readings, self.who)
        for key, who in self._people.items() if split else ():
            stays = who.name in leaders or fold(who.name) in settled
            if who.sort is Sort.PERSON and who.party in split and not stays:
                self._labels.setdefault(fold(who.name), who.name)
                self._people[key] = Who(who.sort, who.name, self.party(who.name))

    def _one_office(self, groups: list[list[Name]]) -> list[list[Name]]:
        """Groups joined where two names are nearly one, and so are given names, party and office.

        Ways of writing a family name that no table evens out: one office has one holder.
        """
        held: dict[tuple[str, str, str], list[list[Name]]] = {}
        joined: list[list[Name]] = []
        for group in groups:
            full = [n for n in group if n.full and len(n.given[0]) > 1]
            keys = {
                (n.given[0], fold(self.party(n.party)), title)
                for n in full
                if n.party
                for title, _ in self._offices([n])
            }
            home = next(
                (g for key in sorted(keys) for g in held.get(key, ()) if nearly_one(full, g)), None
            )
            if home is None:
                joined.append(group)
                home = group
            else:
                home.extend(group)
            for key in keys:
                held.setdefault(key, []).append(home)
        return joined

    def _ministers(self, found: Iterable[Mention]) -> Iterator[tuple[str, str, str]]:
        """Report, office and family name of those who are told to be of "the government"."""
        for mention in found:
            if fold(mention.party) == GOVERNMENT and sort_of(mention) is Sort.PERSON:
                name = Name(mention.name, GOVERNMENT, *split_name(mention.name), [mention])
                for title, _ in self._offices([name]):
                    yield mention.span.report_id, title, name.family

    def _shared(self, mention: Mention) -> bool:
        """Whether the report names several people of that family: alone it names none."""
        family = bare(mention.name)
        if not family or len(family.split()) > 1:
            return False
        text = self._texts.get(mention.span.report_id, "")
        return len(given_names(text, family)) > 1

    def _offices(self, group: list[Name]) -> Iterator[tuple[str, str]]:
        """The offices told beside the full names, each with the party told with it, or ""."""
        for name in group:
            if not name.full:
                continue
            plain = bare(name.name)
            for mention in name.mentions:
                at = mention.span.quote.find(plain)
                if at < 0:
                    continue
                start = mention.span.start + at
                at_name = mention.span.report_id, start, len(plain)
                if at_name not in self._beside:
                    text = self._texts.get(mention.span.report_id, "")
                    self._beside[at_name] = offices.beside(text, start, start + len(plain))
                title, of = offices.held(*self._beside[at_name], self._called)
                if title:
                    yield title, of

    def _give_name(self, mention: Mention, holders: dict[tuple[str, str], dict[str, Who]]) -> None:
        party = self.party(mention.party)
        words = {fold(w) for way, p in self._called.items() if p == party for w in way.split()}
        title = offices.role(mention.name, frozenset(words))
        if title and len(people := holders.get((party, title), {})) == 1:
            self._roles[fold(mention.name), self._key(mention)] = next(iter(people.values()))

    def _party_notes(
        self, label: str, group: list[Name], titles: Mapping[str, str]
    ) -> Iterator[str]:
        told: dict[str, str] = {}
        for name in group:
            if name.party:
                told.setdefault(self.party(name.party), titles[name.mentions[0].span.report_id])
        if len(told) > 1:
            ways = " and ".join(f"“{party}” in {where}" for party, where in told.items())
            yield f"The party of {label} is read as {ways}."

    def _sides(
        self, found: list[Mention], speakers: list[Mention]
    ) -> tuple[tuple[Party, ...], tuple[Person, ...]]:
        """The parties with their people, and the people whose party no report tells."""
        # Sides stand in the order in which they first speak, then those only spoken of.
        spoken = (self.who(mention).party for mention in speakers)
        own: dict[str, list[Mention]] = {party: [] for party in spoken if party}
        people: dict[str, dict[str, tuple[Who, list[Mention]]]] = {}
        # A body that is only spoken of ("both countries") is nobody in the dispute.
        speaking = {who.name for mention in speakers if (who := self.who(mention))}
        for mention in found:
            who = self.who(mention)
            if who.party:
                own.setdefault(who.party, [])
            if who.sort is Sort.PARTY:
                own[who.party].append(mention)
            elif who.sort is Sort.PERSON or (who.name and who.name in speaking):
                people.setdefault(who.party, {}).setdefault(who.name, (who, []))[1].append(mention)

        def of(party: str) -> tuple[Person, ...]:
            return tuple(person_of(who, told) for who, told in people.get(party, {}).values())

        parties = tuple(Party(party, of(party), tuple(told)) for party, told in own.items())
        return parties, of("")

    def names_of_parties(self, found: Iterable[Mention]) -> dict[tuple[str, ...], str]:
        """Words that name a party in these reports, and that party's key: "the Americans" → US.

        Only words with a capital count, and only those that always mean the same party.
        """
        from firstmove.ledger.words import FUNCTION_WORDS, tokens

        meant: dict[tuple[str, ...], set[str]] = {}
        told = {
            (who := self.who(m), m.span.quote if who.sort is Sort.PARTY else ""): None
            for m in found
        }
        for who, quote in told:
            if not who.party:
                continue
            texts = [who.party]
            if who.sort is Sort.PARTY:
                texts.append(quote)
            elif who.sort is Sort.PERSON:
                texts += [who.name, *who.name.split()[-1:]]
            for text in texts:
                surface = [word for word in tokens(text) if word.lower() != "the"]
                if not surface or not surface[0][0].isupper():
                    continue
                name = tuple(word.lower() for word in surface)
                # "He" is no name; "US" is one, although it looks like the pronoun.
                if not all(word in FUNCTION_WORDS for word in name) or surface[0].isupper():
                    meant.setdefault(name, set()).add(who.key)
        return {name: keys.pop() for name, keys in meant.items() if len(keys) == 1}


def _as_told(mention: Mention) -> tuple[str, str]:
    return fold(mention.name), fold(mention.party)
