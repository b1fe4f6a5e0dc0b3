"""The countries that a report tells of, and which of them a bare "the government" means."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from functools import cached_property
from itertools import takewhile

from firstmove.reading.lexicon import cues, roles
from firstmove.reading.parsing.clauses import Token, lemma, text_of
from firstmove.reading.people.asked_governments import ASKING, foreign_askers
from firstmove.reading.people.body_kinds import TRADES
from firstmove.reading.people.body_nouns import FIRMS, own_nouns
from firstmove.reading.people.callings import is_role, is_thing
from firstmove.reading.people.cast import Cast
from firstmove.reading.people.countries import country_of, house_of, seat_of
from firstmove.reading.people.demonyms import of_many_lands
from firstmove.reading.people.leads import owned_by_clause
from firstmove.reading.people.named_bodies import NamedBodies
from firstmove.reading.people.side import BLOCS, NONE, Side, place_of

_ABROAD = frozenset(
    {"from", "to", "with", "against", "into", "towards", "toward", "unlike", "like"}
)


# Of these, what no town or firm has: "the government of Kass", "the army of Kass".
_OF_STATES = roles.STATEHOOD - frozenset("minister border territory king queen monarch".split())


# What comes from anybody in a land.
_OFFERED = frozenset("bid bidder buyer fund import investor investment loan offer tender".split())
_GIVING = frozenset({"offer", "pledge", "promise"})


class ToldCountries:
    """``told``: the countries named, with "" where a name of unknown kind may be one more.

    ``stems``: nationality words of countries that no list knows, and those countries.
    """

    def __init__(self, cast: Cast, stems: dict[str, str], bodies: NamedBodies) -> None:
        self._cast = cast
        self._stems = stems
        self._bodies = bodies
        self._acting: set[str] = set()
        self.told = self._all_told()

    def only(self) -> Side:
        """A bare "the government" in a report that tells of one country only.

        A name of unknown kind that acts like a country (as a subject, with officials of its own)
        may be a second one: then no side is named.
        """
        found = self._states
        if len(found) != 1 or not found[0] or found[0] in BLOCS | self._asking:
            return NONE
        acts = found[0] in self._acting or not country_of(found[0])
        return Side(found[0]) if acts or self._is_written_in(found[0]) else NONE

    def _is_written_in(self, country: str) -> bool:
        """By a dateline of its capital, or the seat of its government."""
        return self._seat() == country or country in map(country_of, self._cast.datelines)

    @cached_property
    def _states(self) -> tuple[str, ...]:
        return tuple(land for land in self.told if land not in self._only_described)

    @cached_property
    def _only_described(self) -> set[str]:
        """Countries of which only people and firms are told who speak for no state: "Orlandish
        refugees", "the Orlandish carmaker", "bids from Orland"."""
        of_people: set[str] = set()
        else_told: set[str] = set()
        for token in self._cast.body_tokens:
            party = country_of(token.text) if token.text[0].isupper() else ""
            if party:
                apart = _is_of_people(token) or _is_of_firm(token) or _is_offered(token)
                (of_people if apart else else_told).add(party)
        return of_people - else_told

    @staticmethod
    def _is_abroad(name: Token) -> bool:
        """ "Grain from Orland", "exports to Orland": what the report tells of lies elsewhere."""
        at = name.head
        return name.dep_ == "pobj" and at.lower_ in _ABROAD and at.head.pos_ in ("NOUN", "VERB")

    def government(self, office: Iterable[str] = ()) -> Side:
        """The side of a bare "the ministry", or of a minister of no named country.

        The only country that the report tells of; "the government" where it tells of none. Names
        that may be those of countries do not count for an ``office`` that is of home affairs.
        """
        found = self.only()
        home = bool(roles.AT_HOME & set(office))
        if found.party or (any(self._states) if home else self._states):
            return found
        return Side(self._seat() or "the government")

    def at_home(self, noun: Token) -> Side:
        """A bare "the army" in a report that is told from one country: that country's, where the
        paragraph names no other before it."""
        return Side(self._home) if self._home and self._alone(noun, self._home) else NONE

    def of_president(self, name: Token) -> Side:
        """ "President Ann Roe" of no told country: of the only one, which the report is told from,
        unless the sentence tells what is asked of it or done to it."""
        home = self.at_home(name)
        if self.told != (home.party,):
            return NONE
        met = any(self.named(t) == home.party and is_met(t) for t in name.sent)
        return NONE if met else home

    def at_home_by_title(self, name: Token) -> Side:
        """ "Foreign Minister Ann Roe" of no told country: of the one that the report is written in,
        where it was the last of which anything was told; or of whose support he gives."""
        if given := self._given_by(name):
            return Side(given)
        if len(self._written) != 1 or not self._alone(name, *self._written):
            return NONE
        acting = (t for t in reversed(self._before(name)) if _acts_in_main(t))
        last = next((told for t in acting if (told := self.named(t))), "")
        return Side(last) if last in self._written else NONE

    def _given_by(self, name: Token) -> str:
        """ "Tarn" in "Prime Minister Ann Roe pledged Tarn's support": nobody gives another's."""
        if name.dep_ != "nsubj" or lemma(name.head) not in _GIVING:
            return ""
        things = [c for c in name.head.children if c.dep_ == "dobj"]
        owners = (c for thing in things for c in thing.children if c.dep_ == "poss")
        return next((land for c in owners if (land := country_of(c.text))), "")

    def _alone(self, token: Token, land: str) -> bool:
        """Whether no other country is named before the word in its paragraph."""
        start = text_of(token.doc).rfind("\n", 0, token.idx)
        before = [t for t in self._before(token) if t.idx > start]
        # what is quoted tells of others than whose words they are
        told = {self.named(t) for t in before if t.i not in self._cast.quoted}
        return not told - {"", land}

    def _before(self, token: Token) -> list[Token]:
        return [t for t in self._cast.body_tokens if t.i < token.i]

    @cached_property
    def _times(self) -> Counter[str]:
        """How often each country is named."""
        return Counter(name for t in self._cast.body_tokens if (name := self.named(t)))

    @cached_property
    def _asking(self) -> frozenset[str]:
        """The countries whose own people ask "the government", which is another's."""
        told = (t for words in foreign_askers(self._cast) for t in words)
        return frozenset(filter(None, map(self.named, told)))

    @cached_property
    def _written(self) -> set[str]:
        """The countries of the datelines that the report tells of."""
        places = self._cast.datelines
        written = {f(place) for place in places for f in (str, country_of, seat_of)}
        return (written & self._times.keys()) - BLOCS

    @cached_property
    def _home(self) -> str:
        """The country of the dateline, or where there is none the only one whose government is
        told of: that too if it is told of more than any other, and no other's government is."""
        governed = {
            name for t in self._cast.body_tokens if (name := self.named(t)) and self._has_state(t)
        }
        places = bool(self._cast.datelines)
        found = self._written if places else governed - BLOCS
        most = [name for name, n in self._times.items() if n == max(self._times.values())]
        if len(found) != 1 or governed - found:
            return ""
        (home,) = found
        if home in self._asking:
            return ""
        return home if (places and governed) or most == [home] else ""

    def named(self, token: Token) -> str:
        """The country that a name tells of, or the name of what may be one; "" for other words."""
        if token.pos_ not in ("PROPN", "ADJ") or not token.text[0].isupper():
            return ""
        person = self._cast.by_head.get(token.i)
        if person is not None and len(person.words) > 1:
            return ""
        known = self._known(token)
        if known or not (self._has_state(token) or self._may_be_country(token)):
            return known
        return self._cast.bodies.get(token.i, "")

    def _known(self, token: Token) -> str:
        """The country of a list, or of the report's own nationality words, that a word names."""
        if of_many_lands(token):
            return ""
        return country_of(token.text) or self._stems.get(token.lower_, "")

    def _seat(self) -> str:
        """The one country whose seat of government a report tells of that names no country: "the
        White House", a dateline of the capital."""
        found = {house_of(words) for words in self._cast.bodies.values()}
        found |= {seat_of(place) for place in self._cast.datelines}
        found -= {""}
        return found.pop() if len(found) == 1 else ""

    def before(self, noun: Token) -> Side:
        """ "the country": the one told last before it, in its own sentence or the one before.

        Where a name and a possessive compete, the nearest; a nationality word counts too.
        """
        here = self._cast.sentence_of.get(noun.i)
        for token in reversed(self._cast.body_tokens):
            if token.i >= noun.i or token.pos_ not in ("PROPN", "ADJ"):
                continue
            number = self._cast.sentence_of.get(token.i)
            if here is None or number is None or here - number > 2:
                return NONE
            party = self._known(token)
            if party and token.text[0].isupper() and party not in BLOCS:
                return Side(party, place_of([token]))
        return NONE

    def _all_told(self) -> tuple[str, ...]:
        """The countries named; with "" where a name of unknown kind may be one more."""
        found: dict[str, None] = {}
        for token in self._cast.body_tokens:
            if token.pos_ not in ("PROPN", "ADJ") or not token.text[0].isupper():
                continue
            person = self._cast.by_head.get(token.i)
            if person is not None and len(person.words) > 1:
                continue  # "Dane" of "President Ann Dane"
            party = self._known(token)
            if party:
                found[party] = None
                if not self._is_abroad(token):
                    self._acting.add(party)
            elif token.dep_ == "nsubj" and (seat := seat_of(token.text)):
                found[seat] = None  # "Halm would pull back its boats"
            elif self._has_state(token):
                found[self._cast.bodies[token.i]] = None
            elif self._may_be_country(token) or self._is_nation(token):
                found[""] = None
        return tuple(found)

    def _has_state(self, token: Token) -> bool:
        """ "Kass" in "Kass's defence ministry": a country, known by what it has."""
        words = self._cast.bodies.get(token.i, "")
        if not words.istitle() or " " in words or seat_of(words) or words in self._cast.fuller:
            return False
        if token.dep_ == "pobj" and token.head.lower_ == "of":  # "the government of Kass"
            whole = not any(c.dep_ == "compound" for c in token.children)
            return whole and lemma(token.head.head) in _OF_STATES
        if owned_by_clause(token) in _OF_STATES | {"minister"}:
            return True
        owns = any(c.tag_ == "POS" for c in token.children)
        if not owns or token.i + 2 >= token.sent.end:
            return False
        right = lemma(token.nbor(2)) in roles.STATEHOOD  # wherever the parser hangs it
        return right or (lemma(token.head) in roles.STATEHOOD and token.head.i > token.i)

    @staticmethod
    def _is_nation(token: Token) -> bool:
        """ "Dravonian" in "Dravonian Trade Minister", where "Dravonia" is told nowhere."""
        after = token.nbor(1) if token.i + 1 < token.sent.end else token
        offices = lemma(after) in roles.OF_BODIES | roles.STATEHOOD or after.lower_ in roles.FIELDS
        return offices and token.text.endswith(("ian", "ese", "ish")) and len(token.text) > 5

    def _may_be_country(self, token: Token) -> bool:
        words = self._cast.bodies.get(token.i, "")
        if token.lower_ in roles.LANDS and " " in words:
            return not {"union", "group"} & own_nouns(words)  # "the Builders' Federation"
        if not words or " " in words or words.isupper() or seat_of(words):
            return False
        if words in self._cast.fuller or any(b.name == words and b.nouns for b in self._bodies.all):
            return False
        if lemma(token) in cues.AGENCIES or lemma(token) in cues.OUTLETS:
            return False
        if is_thing(token) and not self._may_have_which(token):
            return False
        if _top(token).dep_ == "pobj" and _top(token).head.lower_ == "between":
            return True  # "talks between Tarn and Halm"
        if token.dep_ == "dobj" and lemma(token.head) in ASKING:
            return True  # "asked Tarn and the Front to wait"
        return token.dep_ == "nsubj" or (token.dep_ == "poss" and is_role(token.head))

    def _may_have_which(self, name: Token) -> bool:
        """ "Solm, which has troops there, warned": a land as well as a firm, as far as is told."""
        if name.dep_ != "nsubj" or name.i + 2 >= name.sent.end or name.nbor(2).lower_ != "which":
            return False
        return not any(b.firm for b in self._bodies.all if b.name == name.text)


def _is_of_people(nationality: Token) -> bool:
    """ "Orlandish" in "Orlandish refugees"; not in "Orlandish troops", "Orlandish strikes"."""
    beside = nationality.pos_ == "ADJ" and nationality.dep_ == "amod"
    return beside and lemma(nationality.head) in roles.MEMBERS - roles.APART


def _is_of_firm(nationality: Token) -> bool:
    """ "Orlandish" in "the Orlandish shipping firm Oste Lines", "Orlandish-based carmaker"."""
    after = [t for t in nationality.sent if t.i > nationality.i]
    if [t.lower_ for t in after[:2]] in (["-", "based"], ["-", "owned"]):
        return True
    named = takewhile(lambda t: t.pos_ in ("NOUN", "PROPN", "ADJ"), after)
    return any(t.text.islower() and lemma(t) in FIRMS | TRADES for t in named)


def _is_offered(land: Token) -> bool:
    """ "Orland" in "bids from Tarn and Orland"."""
    while land.dep_ == "conj" and land.head.i < land.i:
        land = land.head
    return land.dep_ == "pobj" and land.head.lower_ == "from" and lemma(land.head.head) in _OFFERED


def _acts_in_main(word: Token) -> bool:
    """ "Tarn" in "Tarn waited" and in "Tarn's army waited", not in a clause below."""
    doer = word if word.dep_ == "nsubj" else word.head
    return bool(doer.dep_ == "nsubj" and doer.head.dep_ == "ROOT")


def is_met(land: Token) -> bool:
    """ "Tarn" in "bombed Tarn", "talks with Tarn" and "urged Tarn to wait"."""
    above = land.head
    if land.dep_ == "pobj":
        return above.lower_ in ("against", "on", "to", "with")
    asked = land.dep_ == "nsubj" and above.dep_ in ("ccomp", "xcomp")
    return land.dep_ in ("dobj", "dative") or (asked and lemma(above.head) in ASKING)


def _top(name: Token) -> Token:
    """ "Tarn" for "Halm" in "Tarn and Halm"."""
    while name.dep_ == "conj" and name.head.i < name.i:
        name = name.head
    return name
