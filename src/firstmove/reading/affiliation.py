"""Which party a person or body speaks for, by the words that stand with it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from firstmove.reading import cues, roles
from firstmove.reading.bodies import (
    UNNAMED,
    bodies_of,
    called,
    mark_firms,
    may_be,
    only_one,
    short_name,
)
from firstmove.reading.cast import Cast, Person, is_role, is_thing
from firstmove.reading.clauses import Place, Token, lemma, text_of
from firstmove.reading.countries import country_of, in_term, office_of, seat_of
from firstmove.reading.demonyms import nation_words
from firstmove.reading.factions import is_faction, membership, parties_called
from firstmove.reading.given_names import likely_gender
from firstmove.reading.holders import CANDIDATES, runs_for_office
from firstmove.reading.leads import lead_of, owner_of, place_behind
from firstmove.reading.naming import ORGANS, is_generic, name_end, name_place, name_run

_MAX_DEPTH = 5
_LEADS = frozenset("represent lead head chair run direct own found manage".split())
_OFFICE_BEFORE = frozenset("president president-elect chancellor premier minister leader".split())
_BLOCS = frozenset({"NATO", "European Union", "United Nations", "African Union", "OPEC"})


@dataclass(frozen=True, slots=True)
class Side:
    """A party and the words that say so; ``place`` is None where it stands elsewhere."""

    party: str
    place: Place | None = None


NONE = Side("")


class Affiliations:
    """Answers for one report; ``year`` is that of the report where it is known."""

    def __init__(self, cast: Cast, year: int | None) -> None:
        self.cast = cast
        self.year = year
        self._people: dict[int, Side] = {}
        self._members: dict[int, str] = {}
        self._parties = parties_called(cast)
        self.resolved: dict[int, tuple[str, Side]] = {}  # whom a token means, once it was asked
        self._alone: frozenset[str] = frozenset()
        self._by_word: dict[str, list[Token]] = {}
        for token in cast.body_tokens:
            self._by_word.setdefault(token.lower_, []).append(token)
        self._single: dict[str, bool] | None = None
        self._stems = nation_words(cast)
        # The side of a pronoun; set by whoever can tell whom it means.
        self.meant: Callable[[Token], Side] = lambda _: NONE
        self._bodies = bodies_of(cast)
        mark_firms(cast, self._bodies)
        self._countries = self._told_countries()

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
            self._members[id(person)] = membership(self.cast, person, lead, self._parties)
        return self._members[id(person)]

    def factions_of(self, person: Person) -> frozenset[str]:
        return frozenset({self.member_of(person)} - {""})

    def of_person(self, person: Person, depth: int = 0) -> Side:
        """From the words beside any of the person's mentions, then from the list of offices."""
        if person.name in self._alone:
            return Side(person.name)
        if id(person) not in self._people:
            self._people[id(person)] = NONE  # stops circles
            self._people[id(person)] = self._find(person, depth)
        return self._people[id(person)]

    def is_candidate(self, person: Person) -> bool:
        """Whether the person runs for an office and holds none that speaks for a state."""
        if not any(runs_for_office(role) for role in person.roles):
            return False
        roles_now = [r for r in person.roles if not runs_for_office(r)]
        in_office = any(_presides(role) or roles.is_minister(role) for role in roles_now)
        return not in_office and not self._in_office(person.surname)

    def _find(self, person: Person, depth: int) -> Side:
        candidate = self.is_candidate(person)
        # What somebody was before tells nothing of today.
        now = [r for r in person.roles if not roles.LEFT & set(r)]
        seated = candidate or any(roles.is_seated(r) for r in now if not CANDIDATES & set(r))
        told = [role for role in person.roles if set(role) - roles.COURTESY]
        left = person.left or (bool(told) and all(roles.LEFT & set(role) for role in told))
        if seated or left:
            # Neither the country nor the constituency is whose side they are on, nor is a party
            # whose candidate speaks for himself.
            if candidate:
                return NONE
            found = Side(self.member_of(person))
            if found.party or left or any(roles.is_judge(r) for r in now):
                return found
        for index in person.heads:
            head = self.cast.token(index)
            if head is not None and depth < _MAX_DEPTH:
                found = self._beside(head, depth + 1)
                if found.party and not (seated and _of_state(found.party)):
                    return found
        if seated:
            return NONE
        if any(roles.is_commissioner(role) for role in person.roles):
            return Side("European Union") if "European Union" in self._countries else NONE
        if any(roles.is_minister(role) for role in person.roles):
            found = NONE if self._of_unknown(person) else self._government()
            if found.party:
                return found
        if member := self.member_of(person):
            return Side(member)
        if not self._of_unknown(person):
            for role in now:
                for words in roles.heads(role):
                    if name := only_one(self._bodies, words):
                        return Side(name)
        if self._in_office(person.surname):
            return Side(
                office_of(person.name, self.year)
                or (office_of(person.words[-1], self.year) if len(person.words) == 1 else "")
            )
        return NONE

    @property
    def names_countries(self) -> bool:
        """Whether the report tells of a country by a name that is known as one."""
        return any(self._countries)

    def _in_office(self, name: str) -> bool:
        """Whether the list of offices may be asked: the report is dated, or itself says that the
        name holds one ("President Putin", "the Trump administration")."""
        if self.year is not None and in_term(name, self.year):
            return True
        before = _OFFICE_BEFORE | {"elect"}
        for token in self._by_word.get(name.lower(), ()):
            near = _right_before(token)
            if before & near and not roles.LEFT & near:
                return True
            if token.i + 1 < token.sent.end and token.nbor(1).lower_ in (
                "administration", "government",
            ):  # fmt: skip
                return True
        return False

    def _beside(self, head: Token, depth: int) -> Side:
        """The words before a name, those behind it, and its appositions."""
        found = self._modifiers(head, depth)
        if found.party:
            return found
        if (bracketed := self._bracketed(head)).party:
            return bracketed
        for noun in _role_nouns(head):
            found = self._modifiers(noun, depth)
            if found.party:
                return found
        for child in head.children:
            if child.dep_ == "relcl" and lemma(child) in _LEADS:
                for thing in child.children:
                    if thing.dep_ == "dobj":
                        return self.of_noun(thing, depth + 1)
            if child.dep_ == "relcl" and lemma(child) in ("succeed", "replace"):
                for other in child.children:
                    before = self.cast.by_head.get(other.i) if other.dep_ == "dobj" else None
                    if before is not None:
                        return Side(self.of_person(before, depth + 1).party)
        return NONE

    def _of_unknown(self, person: Person) -> bool:
        """ "Zenda's minister, Max Holf", where nothing tells that Zenda is a country."""
        for index in person.heads:
            head = self.cast.token(index)
            for noun in (head, *_role_nouns(head)) if head is not None else ():
                owner = owner_of(noun)
                if owner is not None and owner.text[0].isupper() and owner.tag_ != "PRP$":
                    return True
        return False

    def _bracketed(self, name: Token) -> Side:
        """ "Ann Roe (Harbour Party)"."""
        doc, at = name.doc, name.i + 1
        if name.i not in self.cast.by_head or at >= name.sent.end or doc[at].text != "(":
            return NONE
        for token in doc[at + 1 : min(at + 8, name.sent.end)]:
            if token.text == ")":
                body = doc[token.i - 1]
                words = self.cast.bodies.get(body.i, "")
                if is_faction(self._body_name(words)) and name_run(body)[0].i == at + 1:
                    return Side(self._body_name(words), _place(name_run(body)))
                return NONE
        return NONE

    def _modifiers(self, head: Token, depth: int) -> Side:
        """What stands before the noun ("Russian", "union") or after it ("of Ukraine")."""
        if depth > _MAX_DEPTH:
            return NONE
        role = self._role_of(head)
        lead = lead_of(head)
        person = self.cast.by_head.get(head.i)
        while person is not None and lead and lead[-1].text in person.words[:-1]:
            lead = lead[:-1]  # a given name is no nationality: "J. B. Dutch Arlen"
        if any(t.lower_ in roles.LEFT | roles.NOT_YET | roles.APART for t in lead):
            return NONE  # "a former Orlandish minister", "the Orlandish opposition leader"
        if role in roles.MEMBERS:
            return NONE
        if head.pos_ == "NOUN" and role in roles.SEATED:
            return self._of_seated(head, lead)
        if head.pos_ == "NOUN" and role in roles.PARTISANS:
            for token in lead:
                if token.lower_ in roles.FACTIONS:
                    return Side(roles.FACTIONS[token.lower_], _place([token]))
        owner = owner_of(head)
        if owner is not None and owner.i in self.cast.inside:
            owner = None if self.cast.inside[owner.i] == head.i else owner
        named = self._owned_name(owner) if owner is not None else None
        if named is not None:
            return self._of_name(named, depth + 1)
        if role == "counterpart":
            found = self._by_lead(lead, "minister", depth)  # "his Orlandish counterpart"
            place = place_behind(head)
            return found if found.party or place is None else self.of_noun(place, depth + 1)
        if role in roles.AGAINST | roles.KIN and (owner is not None or lead):
            return NONE  # "Roe's rival, Ann Poe", "his wife"
        if owner is not None and owner.pos_ in ("NOUN", "PROPN"):
            found = self._principal(owner, role) or self.of_noun(owner, depth + 1)
            return found if found.party else self._unnamed(owner)
        if owner is not None and owner.tag_ == "PRP$":
            return self.meant(owner)  # "its chairman", "her party"
        first = (lead[0] if lead else head).i - 1
        short = head.doc[first - 1].text if first - 2 >= head.sent.start else ""
        if head.doc[first].text == ")" and short in self.cast.acronyms and role:
            at = head.doc[first - 1]  # "Carters' Alliance (CA) secretary Ann Roe"
            return Side(self._body_name(short), (at.idx, at.idx + len(short)))
        if first > head.sent.start and head.doc[first].tag_ == "POS":
            # The parser may hang the possessive on a participle: "Vale's appointed envoy".
            return self.of_noun(head.doc[first - 1], depth + 1)
        found = self._by_lead(lead, role, depth)
        if found.party:
            return found
        for child in head.children if role not in roles.AGAINST else ():
            if child.dep_ != "prep" or child.i < head.i:
                continue
            serves = child.lower_ == "to" and role in roles.SERVING
            sits = child.lower_ == "in" and role in roles.SEATED_IN and not lead
            if child.lower_ not in ("of", "for", "at", "from", "with") and not (serves or sits):
                continue
            if role in roles.POSTED and child.lower_ not in ("of", "from") and not serves:
                continue
            if child.i < name_end(head):
                continue  # "Chamber of Commerce"
            if role in roles.CLERGY:
                return self._of_clergy(child, role)
            if child.lower_ == "from" and not _can_serve(role):
                continue  # "a skipper from Tarn"
            if role in roles.SCHOLARS or (role == "member" and child.lower_ == "of"):
                continue  # who works there does not speak for it
            for thing in child.children:
                if thing.dep_ == "pobj":
                    if role in roles.STATE_OFFICES and lemma(thing) in roles.AMERICAN_STATES:
                        continue
                    found = self._principal(thing, role) or self.of_noun(thing, depth + 1)
                    if found.party:
                        return found
        for child in head.children:
            if child.dep_ == "acl" and child.i > head.i and lemma(child) == "represent":
                for thing in child.children:
                    if thing.dep_ == "dobj":
                        return self.of_noun(thing, depth + 1)
        return NONE

    def _of_clergy(self, prep: Token, role: str) -> Side:
        """ "The bishop of Halm": of the diocese that the report tells of, and not of the town."""
        places = {t.text for t in prep.children if t.dep_ == "pobj"}
        for words in roles.heads((role,)):
            name = only_one(self._bodies, words)
            if name and name.split()[-1] in places:
                return Side(name)
        return NONE

    def _principal(self, owner: Token, role: str) -> Side | None:
        """Whom somebody speaks for who has no party: "Roe's spokesman", "the Roe campaign".

        None where the owner is no such person, or the role none that speaks for a person.
        """
        person = self.cast.by_head.get(owner.i)
        if person is None or role not in roles.SURROGATES:
            return None
        found = self.of_person(person, 1)
        place = _place([owner])
        return Side(found.party or person.name, place)

    @staticmethod
    def _owned_name(owner: Token) -> Token | None:
        """ "Alliance" in "Carters' Alliance (CA) secretary Ann Roe": its name has a possessive."""
        after = owner.i + 2
        if after >= owner.sent.end or owner.nbor(1).tag_ != "POS":
            return None
        head = owner.doc[after]
        if head.pos_ != "PROPN" or head.lower_ not in roles.BODY_ENDINGS:
            return None
        return head if name_run(head)[0].i < owner.i + 1 else None

    def _of_seated(self, head: Token, lead: list[Token]) -> Side:
        """ "two Green lawmakers": the named party before the word, never a country."""
        for token in lead:
            if token.lower_ in roles.FACTIONS:
                return Side(roles.FACTIONS[token.lower_], _place([token]))
        names = [t for t in lead if t.pos_ != "NUM" and t.text[0].isupper()]
        if names and names == lead[-len(names) :]:
            words = text_of(head.doc)[names[0].idx : names[-1].idx + len(names[-1].text)]
            body = self._body_name(words)
            if body != words and not _of_state(body):
                return Side(body, _place(names))
        return NONE

    def _role_of(self, head: Token) -> str:
        """The word that says what the person is: "envoy" in "Ukraine envoy Jan Poe"."""
        if head.pos_ == "NOUN":
            return lemma(head)
        for token in reversed(lead_of(head)):
            if is_role(token) and token.lower_ not in ("retired", "former", "special", "general"):
                return lemma(token) if token.pos_ == "NOUN" else token.lower_
        return ""

    def _by_lead(self, lead: list[Token], role: str, depth: int) -> Side:
        index = 0
        while index < len(lead):
            token = lead[index]
            for size in (4, 3, 2, 1):
                piece = lead[index : index + size]
                if len(piece) < size:
                    continue
                words = text_of(token.doc)[piece[0].idx : piece[-1].idx + len(piece[-1].text)]
                party = country_of(words) or seat_of(words)
                if not party and size == 1 and token.text[0].isupper():
                    party = self._stems.get(token.lower_, "")
                if role in roles.STATE_OFFICES and words.lower() in roles.AMERICAN_STATES:
                    party = ""
                if party and self._goes_on(lead, index + size):
                    break  # "Washington Post", "American Growers Council"
                if party and self._counts(piece, party, role):
                    return Side(party, _place(piece))
                if party:
                    break
            index += 1
        names: list[Token] = []
        for place, token in enumerate(lead):
            if not names and token.pos_ == "ADJ" and token.text.islower():
                continue  # "senior", "top"
            following = [t.lower_ for t in lead[place + 1 : place + 2]]
            if token.lower_ in roles.FACTIONS and following == ["national"]:
                names = [token, *(t for t in lead[place + 1 :] if t.lower_ not in roles.TITLES)]
                break
            if (
                token.i not in self.cast.bodies
                and not self._begins_name(lead, place)
                and (is_role(token) or token.lower_.rstrip(".") in roles.TITLES)
            ):
                if names and token.text in ("Police", "Fire") and place + 1 < len(lead):
                    names.append(token)  # "Tarn Police Chief Ann Roe"
                break
            names.append(token)
        named = any(t.is_alpha for t in names) and all(
            self.cast.is_name(t) or t.is_upper or t.text in "-&" for t in names
        )
        named = named and not self._is_adjective(names)
        if (
            named
            and role
            and role not in roles.LEGISLATORS
            and not self._of_chamber(names)
            and not (role in roles.STATE_OFFICES and names[-1].lower_ in roles.AMERICAN_STATES)
            and len(names) < len(lead) + (role in cues.PEOPLE or role in roles.SURROGATES)
            and not (len(names) == 1 and names[0].lower_ in ORGANS)
            and not roles.APART & {t.lower_ for t in names}
        ):
            words = text_of(names[0].doc)[names[0].idx : names[-1].idx + len(names[-1].text)]
            person = self.cast.by_head.get(names[-1].i)
            if person is not None:
                return self._principal(names[-1], role) or self.of_person(person, depth + 1)
            if words.lower() in roles.FACTIONS:
                speaks = role in roles.PARTISANS | roles.SURROGATES
                return Side(roles.FACTIONS[words.lower()], _place(names)) if speaks else NONE
            if is_generic(words):
                return self._of_generic(names[-1], depth)
            if not (country_of(words) or seat_of(words)):
                return Side(self._body_name(words), _place(names))
        voices = roles.PARTISANS | roles.SURROGATES
        for token in lead if role in voices else ():
            if token.text[0].isupper() and token.text in self._parties:
                return Side(self._parties[token.text], _place([token]))
        for token in lead:
            if token.is_sent_start and token.pos_ == "PROPN" and lemma(token) in ORGANS and role:
                return self._of_generic(token, depth)  # "Union president Ann Roe"
            if token.lower_ in roles.MINISTERIAL and token.pos_ == "PROPN" and role:
                return self._of_generic(token, depth)  # "Foreign ministry spokesman"
            if token.pos_ == "NOUN" and lemma(token) in ORGANS and role:
                found = self.of_noun(token, depth + 1)
                if found.party:
                    return Side(found.party, found.place or _place([token]))
        return NONE

    def _of_generic(self, noun: Token, depth: int) -> Side:
        """ "Ministry spokeswoman", "Foreign Ministry officials": of the ministry just told of."""
        if lemma(noun) in roles.STATE_BODIES:
            if (told := self._told_of(noun, depth)) is not None:
                return told
            if lemma(noun) in roles.MINISTERIAL:
                return self._government()
        return self.named_body(noun)

    def _begins_name(self, lead: list[Token], place: int) -> bool:
        """ "National" in "a National Post spokesman": a word for people that begins a name."""
        token = lead[place]
        if token.lower_ not in roles.SCOPES or place + 1 >= len(lead):
            return False
        return token.pos_ == "PROPN" and lead[place + 1].i in self.cast.bodies

    def _goes_on(self, lead: list[Token], after: int) -> bool:
        """Whether a country's name is the beginning of another name: no "Russian Foreign Ministry",
        where what follows is what states have."""
        if after >= len(lead):
            return False
        token = lead[after]
        if token.pos_ != "PROPN" or not token.text[0].isupper() or token.i in self.cast.by_head:
            return False
        word = lemma(token)
        if is_role(token) or word in roles.OF_STATE or token.lower_ in roles.OF_STATE:
            return False
        if token.lower_ in roles.FACTIONS or not token.is_alpha or token.is_upper:
            return False
        end = after
        while end < len(lead) and lead[end].pos_ == "PROPN" and not is_role(lead[end]):
            end += 1
        # a given name before a surname is no part of a body's
        return not (end == len(lead) and likely_gender(token.text))

    @staticmethod
    def _of_chamber(names: list[Token]) -> bool:
        """ "Senate Judiciary Committee": no side of its members; the committee of a party is."""
        return _is_chamber([t.lower_ for t in names])

    def _counts(self, piece: list[Token], party: str, role: str) -> bool:
        """Whether a country's name before a role is the side, not the post ("Ukraine envoy")."""
        words = text_of(piece[0].doc)[piece[0].idx : piece[-1].idx + len(piece[-1].text)]
        if role in roles.POSTED and words == party and not words.isupper():
            return False
        if role and role not in roles.OFFICIALS | roles.STATE_BODIES | cues.DOCUMENTS:
            return role in roles.TITLES and role not in roles.PRIVATE
        return True

    def _body_name(self, words: str) -> str:
        return short_name(self.cast, words)

    def of_noun(self, noun: Token, depth: int = 0) -> Side:
        """The party that a noun names or belongs to."""
        if depth > _MAX_DEPTH:
            return NONE
        if noun.i in self.cast.by_head:
            person = self.cast.by_head[noun.i]
            return self.of_person(person, depth + 1) if person is not None else NONE
        if noun.i in self.cast.inside:
            noun = noun.doc[self.cast.inside[noun.i]]
        if self.cast.is_name(noun) or noun.ent_type_ in ("GPE", "NORP", "ORG"):
            return self._of_name(noun, depth)
        if noun.pos_ in ("NOUN", "ADJ"):
            return self._of_common(noun, depth)
        return NONE

    def _of_name(self, noun: Token, depth: int) -> Side:
        run = list(name_run(noun)) if self.cast.is_name(noun) else [noun]
        words = text_of(noun.doc)[run[0].idx : noun.idx + len(noun.text)]
        party = country_of(words) or seat_of(words)
        if not party:
            holder = office_of(words, self.year)
            last_word = words.split()[-1]
            if holder and last_word not in ("administration", "government"):
                holder = holder if self._in_office(last_word) else ""
            party = holder
        if party:
            return Side(party, _place(run))
        if len(run) == 1 and noun.lower_ in self._stems:
            return Side(self._stems[noun.lower_], _place(run))
        faction = roles.FACTIONS.get(noun.lower_.removesuffix("s"), "")
        if faction and noun.lower_ not in ("r", "d", "democratic"):
            return Side(faction, _place([noun]))
        if office_of(words, None):
            return NONE  # a head of state, of another year or without a word of it
        last = lemma(noun)
        if (last in roles.STATE_BODIES or noun.lower_ in roles.STATE_BODIES) and not (
            self._is_own_name(run)
        ):
            lead = lead_of(noun)
            found = self._by_lead(lead, last, depth)
            if found.party and not self._is_one_name(run, last, found):
                return found
            owner = owner_of(noun)
            if owner is not None and self.cast.inside.get(owner.i) != noun.i:
                return self.of_noun(owner, depth + 1)
            if last in roles.GOVERNMENT_WORDS or last in ("ministry", "government"):
                return self._government() if last in roles.MINISTERIAL else self._only_country()
        if last in roles.TITLES - roles.FIELDS and last not in roles.STATE_BODIES:
            return self._modifiers(noun, depth)
        start, end = name_place(noun)
        words = text_of(noun.doc)[start:end]
        if not (self._is_body(words) or words in self.cast.fuller) or _is_bare(words):
            return NONE
        return Side(self._body_name(words), (start, end))

    @staticmethod
    def _is_own_name(run: list[Token]) -> bool:
        """ "Free Mountain Army": nothing in it that states have, or their names."""
        begun = [t for t in run[:-1] if t.text[0].isupper() and not _is_generic(t)]
        return len(begun) > 1 and not any(country_of(t.text) or t.ent_type_ == "GPE" for t in begun)

    def _governed(self, name: Token) -> bool:
        """ "Tarn" in "the mayor of Tarn", "Mayor Ann Roe of Tarn", "the town of Tarn"."""
        if name.dep_ != "pobj" or name.head.lower_ != "of":
            return False
        noun = name.head.head
        words = {lemma(noun)}
        if noun.i in self.cast.by_head:
            words = {t.lower_ for t in lead_of(noun)}
        return bool(words & (roles.OF_PLACES | roles.STATEHOOD))

    def _is_one_name(self, run: list[Token], last: str, found: Side) -> bool:
        """ "Tarn Transit Authority" is one name, and no authority of a "Tarn Transit"; "Tarn Police
        Department" is none of a country's."""
        if country_of(found.party) or found.place is None or found.place[0] < run[0].idx:
            return False
        if found.place == _place(run[:-1]):
            return len(run) > 2 or last not in roles.STATEHOOD
        return not roles.STATEHOOD & {last, *(t.lower_ for t in run)}

    def _is_body(self, words: str) -> bool:
        """Whether a name is a body or place by itself, not the rest of somebody's name."""
        short = words.removeprefix("the ").removeprefix("The ")
        if any(body.name == short and body.nouns for body in self._bodies):
            return True
        if " " in short or short.isupper() or short in self.cast.acronyms:
            return True
        if self._single is None:
            self._single = {}
            for token in self.cast.body_tokens:
                if token.pos_ != "PROPN":
                    continue
                place = token.ent_type_ in ("GPE", "ORG", "NORP", "LOC", "FAC")
                place = place or (token.dep_ == "pobj" and token.head.lower_ == "in")
                place = place or (token.dep_ == "poss" and is_role(token.head))
                place = place or (token.i not in self.cast.by_head and is_thing(token))
                place = place or self._governed(token)
                owns = token.dep_ in ("poss", "compound") and token.i not in self.cast.by_head
                place = place or (owns and lemma(token.head) in roles.STATEHOOD)
                self._single[token.text] = self._single.get(token.text, False) or place
        return self._single.get(short, False)

    def _of_common(self, noun: Token, depth: int) -> Side:
        word = lemma(noun)
        if word in roles.COUNTRY_WORDS and noun.tag_ != "NN":
            return NONE  # "both countries" are no one side
        if word in roles.COUNTRY_WORDS:
            found = self._modifiers(noun, depth)
            return found if found.party else self._country_before(noun)
        found = self._modifiers(noun, depth)
        if not found.party and noun.tag_ == "NNS" and word in roles.GOVERNMENT_WORDS:
            return NONE  # "the two governments"
        state = word in roles.STATE_BODIES or word in roles.OFFICIALS or is_role(noun)
        state = state or word in roles.PARTS or word in roles.OF_PLACES
        if found.party and (state or word in cues.BODIES or word in cues.DOCUMENTS):
            return found
        if found.party:
            return NONE
        if country_of(noun.text) and noun.text[0].isupper():
            return Side(country_of(noun.text), _place([noun]))
        if word in roles.MINISTERIAL:
            return self._told_of(noun, depth) or self._government()
        if word == "administration":
            return self._administration()
        if word in roles.GOVERNMENT_WORDS:
            return self._told_of(noun, depth) or self._only_country()
        of_place = word in roles.STATE_BODIES or word in roles.OF_PLACES
        if of_place and (told := self._told_of(noun, depth)) is not None:
            return told
        if word in roles.REBELS and _definite(noun):
            return Side(only_one(self._bodies, frozenset({"rebel"})))
        if word in ORGANS and (_definite(noun) or word == "management"):
            return self.named_body(noun)
        return NONE

    def _told_of(self, noun: Token, depth: int) -> Side | None:
        """A bare "the ministry" after "Orland's ministry": the same side, where all ministries
        just told of are; None where none was."""
        here = self.cast.sentence_of.get(noun.i)
        if here is None or depth > 3 or noun.tag_ not in ("NN", "NNP"):
            return None
        word = lemma(noun)
        found = {
            self._modifiers(t, depth + 2).party
            for number in range(max(0, here - 3), here + 1)
            for t in self.cast.by_sentence[number]
            if t.i < noun.i
            and t.pos_ in ("NOUN", "PROPN")
            and lemma(t) == word
            and not _has_name(self.cast.bodies.get(t.i, ""))
        } - {""}
        return Side(found.pop()) if len(found) == 1 else None

    def _administration(self) -> Side:
        """ "The administration": of the one country whose president the report tells of."""
        found = {
            side.party
            for person in self.cast.people
            if any(_presides(role) for role in person.roles)
            and country_of((side := self.of_person(person, 1)).party)
        }
        if len(found) == 1:
            return Side(found.pop())
        return NONE if found else self._only_country()

    def named_body(self, noun: Token) -> Side:
        """The one named body that a noun can mean: "the union" for "Dock Workers Union"."""
        return Side(called(self.cast, self._bodies, noun))

    def _unnamed(self, owner: Token) -> Side:
        """ "the union's president" where no union has a name: the union, in those words."""
        word = lemma(owner)
        if word not in UNNAMED or not _definite(owner) or self.names_bodies(owner):
            return NONE
        if any(c.dep_ not in ("det", "case", "punct") for c in owner.children):
            return NONE
        return Side(f"the {owner.lower_}", _place([owner]))

    def names_bodies(self, noun: Token) -> bool:
        """Whether a body told before, no country, may be what a bare "the union" means."""
        word = lemma(noun)
        if any(
            index < noun.i and country_of(words) in _BLOCS
            for index, words in self.cast.bodies.items()
        ):
            return True
        return any(
            body.first < noun.i
            and body.name.lower() not in self._stems
            and (" " in body.name or body.name.isupper())
            and may_be(body, word)
            for body in self._bodies
        )

    def _country_before(self, noun: Token) -> Side:
        """ "the country": the one told last before it, in its own sentence or the one before.

        Where a name and a possessive compete, the nearest; a nationality word counts too.
        """
        here = self.cast.sentence_of.get(noun.i)
        for token in reversed(self.cast.body_tokens):
            if token.i >= noun.i or token.pos_ not in ("PROPN", "ADJ"):
                continue
            number = self.cast.sentence_of.get(token.i)
            if here is None or number is None or here - number > 2:
                return NONE
            party = country_of(token.text) or self._stems.get(token.lower_, "")
            if party and token.text[0].isupper() and party not in _BLOCS:
                return Side(party, _place([token]))
        return NONE

    def _only_country(self) -> Side:
        """A bare "the government" in a report that tells of one country only.

        A name of unknown kind that acts like a country (as a subject, with officials of its own)
        may be a second one: then no side is named.
        """
        found = self._countries
        if len(found) != 1 or not found[0] or found[0] in _BLOCS:
            return NONE
        return Side(found[0])

    def _told_countries(self) -> tuple[str, ...]:
        """The countries named; with "" where a name of unknown kind may be one more."""
        found: dict[str, None] = {}
        for token in self.cast.body_tokens:
            if token.pos_ not in ("PROPN", "ADJ") or not token.text[0].isupper():
                continue
            party = country_of(token.text) or self._stems.get(token.lower_, "")
            if party:
                found[party] = None
            elif self._has_state(token):
                found[self.cast.bodies[token.i]] = None
            elif self._may_be_country(token) or self._is_nation(token):
                found[""] = None
        return tuple(found)

    def _government(self) -> Side:
        """The side of a bare "the ministry", or of a minister of no named country.

        The only country that the report tells of; "the government" where it tells of none.
        """
        found = self._only_country()
        if found.party or self._countries:
            return found
        return Side("the government")

    def _has_state(self, token: Token) -> bool:
        """ "Kass" in "Kass's defence ministry": a country, known by what it has."""
        words = self.cast.bodies.get(token.i, "")
        if not words.istitle() or " " in words or seat_of(words) or words in self.cast.fuller:
            return False
        owns = any(c.tag_ == "POS" for c in token.children)
        return owns and lemma(token.head) in roles.STATEHOOD and token.head.i > token.i

    def _is_adjective(self, names: list[Token]) -> bool:
        """ "Federal prosecutors", at the head of a sentence: no name that the report has else."""
        first = names[0]
        if len(names) > 1 or first.lower_ in roles.SCOPES:
            if first.lower_ in roles.SCOPES and len(names) == 1:
                return True
            return first.is_sent_start and all(t.text.islower() for t in names[1:])
        told = self._by_word.get(first.lower_, ())
        return first.is_sent_start and not first.ent_type_ and len(told) < 2

    @staticmethod
    def _is_nation(token: Token) -> bool:
        """ "Dravonian" in "Dravonian Trade Minister", where "Dravonia" is told nowhere."""
        after = token.nbor(1) if token.i + 1 < token.sent.end else token
        offices = lemma(after) in roles.OF_BODIES | roles.STATEHOOD or after.lower_ in roles.FIELDS
        return offices and token.text.endswith(("ian", "ese", "ish")) and len(token.text) > 5

    def _may_be_country(self, token: Token) -> bool:
        words = self.cast.bodies.get(token.i, "")
        if not words or " " in words or words.isupper() or seat_of(words):
            return False
        if words in self.cast.fuller or any(b.name == words and b.nouns for b in self._bodies):
            return False
        if lemma(token) in cues.AGENCIES or lemma(token) in cues.OUTLETS:
            return False
        return token.dep_ == "nsubj" or (token.dep_ == "poss" and is_role(token.head))


def _right_before(name: Token) -> set[str]:
    """The few words that a name follows on, up to a verb or preposition: no "President on Roe"."""
    found: set[str] = set()
    for token in reversed(list(name.doc[max(name.sent.start, name.i - 5) : name.i])):
        if token.pos_ in ("ADP", "VERB", "AUX", "SCONJ", "CCONJ"):
            break
        found.add(token.lower_)
    return found


def _is_chamber(words: list[str]) -> bool:
    whole = words[-1] == "committee" and {"national", "international", "olympic"} & set(words)
    return words[-1] in roles.CHAMBERS and not whole


def _presides(role: tuple[str, ...]) -> bool:
    return "president" in role and not (roles.NOT_THE_PRESIDENT & set(role))


def _of_state(party: str) -> bool:
    """A country, a state of a federation or a chamber, which their members do not speak for."""
    last = party.split()[-1].lower()
    return bool(
        country_of(party)
        or seat_of(party)
        or last in roles.AMERICAN_STATES
        or _is_chamber(party.lower().split())
        or party == "the government"
    )


def _place(tokens: Iterable[Token]) -> Place:
    members = list(tokens)
    return members[0].idx, members[-1].idx + len(members[-1].text)


def _role_nouns(head: Token) -> list[Token]:
    """The nouns that tell what the bearer of a name is, beside it: "Ann Roe, the mayor of Tarn"."""
    nouns = [c for c in head.children if c.dep_ == "appos" and c.i > head.i and is_role(c)]
    if head.dep_ == "appos" and head.head.i < head.i and is_role(head.head):
        nouns.append(head.head)
    if head.dep_ == "appos" and head.head.dep_ == "pobj":
        before = head.doc[max(head.sent.start, head.head.head.i - 1)]
        for noun in (head.head.head.head, before):
            if is_role(noun) and noun.i < head.i and noun not in nouns:
                nouns.append(noun)  # "the mayor of Tarn, Ann Roe"
    if head.dep_ == "nsubj" and lemma(head.head) == "be":
        nouns += [c for c in head.head.children if c.dep_ == "attr" and is_role(c)]
    return nouns


def _has_name(words: str) -> bool:
    """ "Ministry of Health", no "Ministry" or "foreign ministry"."""
    words = words.removeprefix("the ").removeprefix("The ")
    return " " in words and not words.islower()


def _is_generic(word: Token) -> bool:
    """ "Foreign", "Ministry": no name of a body by itself."""
    return lemma(word) in roles.OF_STATE | ORGANS or word.lower_ in roles.OF_STATE


def _is_bare(words: str) -> bool:
    """ "Departments", "Mining": what a body is, and not which."""
    last = words.lower().removeprefix("the ")
    if " " in last:
        return False
    return last in roles.COMPANY_ENDINGS or (
        last.endswith("s") and last.removesuffix("s") in roles.BODY_ENDINGS | ORGANS
    )


def _can_serve(role: str) -> bool:
    """Whether what stands behind "of" or "from" can be whose side the role is on."""
    return (
        not role
        or role in roles.OFFICIALS | roles.SURROGATES | roles.STATE_BODIES | cues.BODIES | ORGANS
        or role in cues.DOCUMENTS | roles.PARTS
        or (role in roles.TITLES)
    )


def _definite(noun: Token) -> bool:
    if noun.i > noun.sent.start and noun.nbor(-1).lower_ in ("the", "this", "that"):
        return True
    return (
        any(
            (c.dep_ == "det" and c.lower_ in ("the", "this", "that")) or c.dep_ == "compound"
            for c in noun.children
        )
        or noun.dep_ == "compound"
    )
