"""Which party a person or body speaks for, by the words that stand with it."""

from __future__ import annotations

from collections.abc import Callable

from firstmove.reading.lexicon import roles
from firstmove.reading.parsing.clauses import Token
from firstmove.reading.people.beside import beside, modifiers
from firstmove.reading.people.by_capital import by_capital
from firstmove.reading.people.called import only_one
from firstmove.reading.people.cast import Cast
from firstmove.reading.people.countries import country_of, in_term, office_of
from firstmove.reading.people.demonyms import nation_words
from firstmove.reading.people.factions import membership, parties_called
from firstmove.reading.people.governments import Governments
from firstmove.reading.people.heads import heads
from firstmove.reading.people.holders import (
    CANDIDATES,
    role_words,
    runs_for_office,
    told_before,
)
from firstmove.reading.people.lead_speaker import of_lead_speaker
from firstmove.reading.people.leads import lead_of, owner_of
from firstmove.reading.people.media import media_role
from firstmove.reading.people.ministries import opposed
from firstmove.reading.people.named_beside import named_beside
from firstmove.reading.people.named_bodies import NamedBodies
from firstmove.reading.people.nouns import of_generic, of_noun
from firstmove.reading.people.offices import role_nouns
from firstmove.reading.people.person import SUPPOSED, Person
from firstmove.reading.people.side import (
    BLOCS,
    MAX_DEPTH,
    NONE,
    Side,
    is_definite,
    of_state,
    presides,
)
from firstmove.reading.people.told_countries import ToldCountries
from firstmove.reading.people.told_earlier import just_said
from firstmove.reading.people.told_seats import told_seats

__all__ = ["NONE", "Affiliations", "Side"]

_OFFICE_BEFORE = frozenset("president president-elect chancellor premier minister leader".split())
_QUOTES = frozenset('"“”')
_CHAIRS = frozenset("chair chairman chairwoman chairs head".split())
_BARE = ("det", "punct", "appos")

_WRITERS = frozenset("blogger columnist editor".split())
_ON_AIR = frozenset(
    "anchor anchorman anchorwoman commentator contributor correspondent host journalist moderator "
    "presenter pundit reporter".split()
)


class Affiliations:
    """Answers for one report; ``year`` is that of the report where it is known."""

    def __init__(self, cast: Cast, year: int | None) -> None:
        self.cast = cast
        self.year = year
        self.parties = parties_called(cast)
        self.stems = nation_words(cast)
        self.seats = told_seats(cast, self.stems)
        self.bodies = NamedBodies(cast, self.stems)
        self.opposed = opposed(cast)  # ministries that are each a side
        self.countries = ToldCountries(cast, self.stems, self.bodies)
        self.by_word: dict[str, list[Token]] = {}
        for token in cast.body_tokens:
            self.by_word.setdefault(token.lower_, []).append(token)
        self.governments = Governments(self)
        # The side of a pronoun; set by whoever can tell whom it means.
        self.meant: Callable[[Token], Side] = lambda _: NONE
        # The side of whoever holds an office: "the president" of "the president's spokesman".
        self.holder: Callable[[Token], Side] = lambda _: NONE
        self.resolved: dict[int, tuple[str, Side]] = {}  # whom a token means, once it was asked
        self._people: dict[int, Side] = {}
        self._members: dict[int, str] = {}
        self._alone: frozenset[str] = frozenset()

    def stand_alone(self, names: frozenset[str]) -> None:
        """From now on these people speak for themselves, whatever party they are members of."""
        self._alone |= names
        self._people.clear()
        self.resolved.clear()

    @property
    def alone(self) -> frozenset[str]:
        """The names of those who speak for themselves."""
        return self._alone

    def member_of(self, person: Person) -> str:
        """The political party that the person is told to be a member of; or ""."""
        if id(person) not in self._members:
            lead = {}
            for index in person.heads:
                head = self.cast.token(index)
                if head is not None:
                    lead[index] = lead_of(head)
            self._members[id(person)] = membership(self.cast, person, lead, self.parties)
        return self._members[id(person)]

    def factions_of(self, person: Person) -> frozenset[str]:
        return frozenset({self.member_of(person)} - {""})

    def of_person(self, person: Person, depth: int = 0) -> Side:
        """From the words beside any of the person's mentions, then from the list of offices."""
        if person.name in self._alone:
            return Side(person.name)
        found = self.of_words(person, depth)
        if found.party and _speaks_alone(person, found.party):
            return NONE
        if not found.party and not person.left and self._heads_government(person):
            return Side(self.governments.country(person.surname))
        return found

    def _heads_government(self, person: Person) -> bool:
        """Whether a government bears the name of this one of all who have the family name."""
        head = self.governments.heads.get(person.surname)
        if head is None or len(person.words) == 1:
            return head is not None
        family = [p for p in self.cast.people if p.surname == person.surname]
        if len(head.full.split()) > 1:
            return head.full.split()[0] == person.words[0] or len(family) == 1
        return len(family) == 1

    def of_words(self, person: Person, depth: int = 0) -> Side:
        """What stands beside the person's mentions tells, without whose government it is."""
        if id(person) not in self._people:
            self._people[id(person)] = NONE  # stops circles
            self._people[id(person)] = self._find(person, depth)
        return self._people[id(person)]

    def of_noun(self, noun: Token, depth: int = 0) -> Side:
        """The party that a noun names or belongs to."""
        return of_noun(self, noun, depth)

    def of_generic(self, noun: Token, depth: int = 0) -> Side:
        """The party of a ministry or body told by what it is only: "Ministry spokeswoman"."""
        return of_generic(self, noun, depth)

    def named_body(self, noun: Token) -> Side:
        """The one named body that a noun can mean: "the union" for "Dock Workers Union"."""
        found = self.bodies.named(noun)
        return Side(self.seats[found.party]) if found.party in self.seats else found

    def names_bodies(self, noun: Token) -> bool:
        """Whether a body told before, no country, may be what a bare "the union" means."""
        return self.bodies.may_be_named(noun)

    @property
    def names_countries(self) -> bool:
        """Whether the report tells of a country by a name that is known as one."""
        return any(self.countries.told)

    def is_candidate(self, person: Person) -> bool:
        """Whether the person runs for an office and holds none that speaks for a state."""
        if not any(runs_for_office(role) for role in person.roles):
            return False
        roles_now = [r for r in person.roles if not runs_for_office(r)]
        in_office = any(presides(role) or roles.is_minister(role) for role in roles_now)
        # "A post in the Roe administration", if she wins: of no candidate who holds no office
        return not in_office and not self._titled(person.surname)

    def in_office(self, name: str) -> bool:
        """Whether the list of offices may be asked: the report is dated, or itself says that the
        name holds one ("President Putin", "the Trump administration")."""
        return self._titled(name) or any(
            token.i + 1 < token.sent.end
            and token.nbor(1).lower_ in ("administration", "government")
            for token in self.by_word.get(name.lower(), ())
        )

    def _titled(self, name: str) -> bool:
        """ "President Roe", no "next president" and no "a President Roe"; or known of the year."""
        if self.year is not None and in_term(name, self.year):
            return True
        before = _OFFICE_BEFORE | {"elect"}
        near = (_right_before(token) for token in self.by_word.get(name.lower(), ()))
        # not "the president Roe worked for"
        return any(
            before & words and words - before != {"the"} and not (roles.LEFT | SUPPOSED) & words
            for words in near
        )

    def _find(self, person: Person, depth: int) -> Side:
        candidate = self.is_candidate(person)
        # What somebody was before tells nothing of today.
        now = [r for r in person.roles if not roles.LEFT & set(r)]
        seated = candidate or any(roles.is_seated(r) for r in now if not CANDIDATES & set(r))
        seated = seated and not any(
            role[-2:] == ("attorney", "general") or role[-1] == "director" for role in now
        )
        told = [role for role in person.roles if set(role) - roles.COURTESY]
        left = person.left or (bool(told) and all(roles.LEFT & set(role) for role in told))
        if seated or left:
            # Neither the country nor the constituency is whose side they are on, nor is a party
            # whose candidate speaks for himself.
            if candidate:
                return NONE
            found = Side(self.member_of(person))
            chairs = any(_CHAIRS & set(role) for role in now)
            if found.party or left or (any(roles.is_judge(r) for r in now) and not chairs):
                return found
        for index in person.heads:
            head = self.cast.token(index)
            if head is not None and depth < MAX_DEPTH:
                found = beside(self, head, depth + 1)
                if found.party and not (seated and of_state(found.party)):
                    return found
        if seated:
            return NONE
        if (found := self._as_told_before(person, depth)).party:
            return found
        if any(roles.is_commissioner(role) for role in person.roles):
            return Side("European Union") if "European Union" in self.countries.told else NONE
        if any(roles.is_minister(role) for role in person.roles):
            if (same := self._of_office(person, depth)).party:
                return same
            if not self._of_unknown(person):
                found = self._by_capital(person)
                found = found if found.party else self._government_of(person)
                if found.party:
                    return found
        office = self._of_the_list(person)
        if any(presides(role) for role in now):
            home = Side(office) if office else self._by_capital(person)
            home = home if home.party else self._home_of_president(person)
            if home.party:
                return home
        if member := self.member_of(person):
            return Side(member)
        if not self._of_unknown(person):
            for role in now:
                for words in heads(role):
                    if name := only_one(self.bodies.all, words):
                        return Side(name)
        return Side(office) if office else of_lead_speaker(self, person, depth)

    def _home_of_president(self, person: Person) -> Side:
        """ "President Ann Roe" of no told country, in a report that is told from one."""
        for index in person.heads:
            head = self.cast.token(index)
            lead = lead_of(head) if head is not None else []
            if head is not None and [t.text for t in lead[:1]] == ["President"]:
                return self.countries.of_president(head)
        return NONE

    def _of_the_list(self, person: Person) -> str:
        """The country that the list of offices has for the person, where it may be asked."""
        if not self.in_office(person.surname):
            return ""
        alone = len(person.words) == 1
        return office_of(person.name, self.year) or (
            office_of(person.words[-1], self.year) if alone else ""
        )

    def _as_told_before(self, person: Person, depth: int) -> Side:
        """ "The envoy, Ann Roe", after "an envoy of Tarn": of the same side."""
        found = set()
        for index in person.heads if depth < MAX_DEPTH - 1 else ():
            head = self.cast.token(index)
            for noun in role_nouns(head) if head is not None else ():
                if noun.i < index and all(c.dep_ in _BARE for c in noun.children):
                    told = (t for t in told_before(self.cast, noun) if t.i not in self.cast.by_head)
                    found |= {modifiers(self, t, depth + 1).party for t in told}
        return Side(found.pop()) if len(found) == 1 else NONE

    def _of_office(self, person: Person, depth: int) -> Side:
        """ "Trade Minister Ann Roe", after "Tarn's trade minister": the same, where no other name
        was told with that office."""
        found = set()
        for role in filter(roles.is_minister, person.roles) if depth < MAX_DEPTH - 1 else ():
            for token in self.by_word.get(role[-1], ()):
                if token.pos_ != "NOUN" or not person.heads or token.i > person.heads[0]:
                    continue
                if role_words(token) == role and not named_beside(self.cast, token):
                    found.add(modifiers(self, token, depth + 1).party)
        return Side(found.pop()) if len(found) == 1 else NONE

    def _government_of(self, person: Person) -> Side:
        """The government of a minister of no named country: of the only one told, if nobody else
        is told to hold the office there; of two, the one where another does not hold it."""
        found = self.countries.government(word for role in person.roles for word in role)
        if not country_of(found.party) and any(roles.ABOVE & set(role) for role in person.roles):
            return Side("the government")  # above the provinces that the report tells of
        held = set()
        for other in self.cast.people:
            if other is not person and _one_office(person, other):
                for index in other.heads:
                    head = self.cast.token(index)
                    held.add(beside(self, head, MAX_DEPTH - 1).party if head is not None else "")
        if found.party and found.party != "the government":
            return NONE if found.party in held else found
        if any(map(self._is_elsewhere, person.heads)):
            return NONE
        if self._is_american(person):
            return Side("United States")
        told = self.countries.told
        free = [party for party in told if party not in held]
        if len(told) == 2 and "" not in told and len(free) == 1 and free[0] not in BLOCS:
            return Side(free[0])
        if found.party:
            return found
        if (bare := self._bare_office(person)) is not None:
            home = self.countries.at_home(bare)
            return NONE if home.party in held else home
        first = self.cast.token(person.heads[0]) if person.heads else None
        if first is None:
            return NONE
        home = self.countries.at_home_by_title(first)
        home = home if home.party else just_said(self, first, 0)
        return NONE if home.party in held or not of_state(home.party) else home

    def _bare_office(self, person: Person) -> Token | None:
        """ "Minister" in "the foreign minister, Ann Roe": whose is not told beside it."""
        for index in person.heads:
            head = self.cast.token(index)
            for noun in role_nouns(head) if head is not None else ():
                if is_definite(noun) and noun.text.islower():
                    return noun
        return None

    def _is_elsewhere(self, index: int) -> bool:
        """ "In Tarn, the prime minister, Ann Roe, said": perhaps of another state than the rest."""
        head = self.cast.token(index)
        first = head.sent[0] if head is not None else None
        if first is None or first.lower_ != "in" or len(first.sent) < 3:
            return False
        return bool(first.nbor(1).i in self.cast.bodies)

    def _by_capital(self, person: Person) -> Side:
        """ "In Tripoli, Defence Minister Ann Roe said": of the state whose capital that is."""
        heads = filter(None, map(self.cast.token, person.heads))
        return next((found for h in heads if (found := by_capital(self, h)).party), NONE)

    def _is_american(self, person: Person) -> bool:
        """ "Treasury Secretary Ann Roe" in a report that tells of bodies only the U.S. have."""
        if not self.governments.american or "United Kingdom" in self.countries.told:
            return False
        ministers = [role for role in person.roles if roles.is_minister(role)]
        return bool(ministers) and all(role[-1] == "secretary" for role in ministers)

    def _of_unknown(self, person: Person) -> bool:
        """ "Zenda's minister, Max Holf", where nothing tells that Zenda is a country."""
        for index in person.heads:
            head = self.cast.token(index)
            for noun in (head, *role_nouns(head)) if head is not None else ():
                owner = owner_of(noun)
                if owner is not None and (
                    owner.text[0].isupper() or owner.lower_ in ("its", "whose")
                ):
                    return True
        return False


def _one_office(one: Person, other: Person) -> bool:
    """Whether two people are told to hold an office of the same words in a government."""
    offices = {role for role in one.roles if roles.is_minister(role)}
    return any(role in offices for role in other.roles)


def _right_before(name: Token) -> set[str]:
    """The few words that a name follows on, up to a verb, a preposition or the end of a quotation:
    no "President on Roe", no "our president right now,” Roe said"."""
    found: set[str] = set()
    for token in reversed(list(name.doc[max(name.sent.start, name.i - 5) : name.i])):
        if token.pos_ in ("ADP", "VERB", "AUX", "SCONJ", "CCONJ") or token.text in _QUOTES:
            break
        found.add(token.lower_)
    return found


def _speaks_alone(person: Person, party: str) -> bool:
    """ "Ann Roe, the Oste News host": works there, and speaks for herself."""
    told = {word for role in person.roles for word in role}
    return bool(told & _WRITERS or (told & _ON_AIR and media_role(party) is not None))
