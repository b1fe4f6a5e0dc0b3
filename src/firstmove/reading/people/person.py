"""A person of a report: names, roles and gender, and which name is whose."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from firstmove.reading.lexicon import roles
from firstmove.reading.parsing.clauses import Token
from firstmove.reading.people.callings import introduces, is_role
from firstmove.reading.people.countries import country_of, full_names
from firstmove.reading.people.given_names import likely_gender
from firstmove.reading.people.leads import field_of
from firstmove.reading.people.offices import is_something, taken_over
from firstmove.reading.people.runs import Run


@dataclass(slots=True)
class Person:
    """One person of the report. ``heads`` are the indices of the tokens that end a mention."""

    name: str
    words: tuple[str, ...]
    gender: str = ""  # "m", "f" or not told
    roles: list[tuple[str, ...]] = field(default_factory=list)
    heads: list[int] = field(default_factory=list)
    left: bool = False  # told to have left office of late

    @property
    def surname(self) -> str:
        return family_of(self.words)

    def can_be(self, gender: str) -> bool:
        """Whether "he" ("m") or "she" ("f") can mean the person: the report's own words first."""
        told = self.gender or (likely_gender(self.words[0]) if len(self.words) > 1 else "")
        return told in ("", gender)


# "A President Roe would be a risk": she is none.
SUPPOSED = frozenset("a an any another be future possible potential".split())
_OFFICES = frozenset({"president", "minister", "premier", "chancellor", "king", "queen"})
_PARTICLES = frozenset("da de del della den der di dos du la le ten ter van von".split())
_SUFFIXES = frozenset({"jr", "sr", "ii", "iii", "iv"})


def family_of(words: tuple[str, ...]) -> str:
    """The family name in small letters, "Jr." left out."""
    rest = [w for w in words if w.lower().rstrip(".") not in _SUFFIXES] or list(words)
    return re.sub(r"^(?:al|el)-", "", rest[-1].lower())


def own_words(words: tuple[str, ...]) -> tuple[str, ...]:
    """The words that tell who it is: "Groot" of "De Groot", which is no given name."""
    return words[-1:] if {w.lower() for w in words[:-1]} <= _PARTICLES else words


def same_person(known: list[Person], words: tuple[str, ...]) -> Person | None:
    if len(words) == 1:
        return known[0] if len(known) == 1 else None
    for person in known:
        if len(person.words) == 1:
            return person
        first, other = words[0].lower(), person.words[0].lower()
        if first == other or (first[0] == other[0] and _alike(first, other)):
            return person
    return None


def holds_office_alone(person: Person, words: tuple[str, ...], run: Run) -> bool:
    """ "President Obama", where only his daughter is told by her full name: the list of offices
    has the family name with other given names."""
    office = any(t.lower_ in _OFFICES for t in run.title)
    if len(words) != 1 or len(person.words) < 2 or not office:
        return False
    given = {name.split()[0] for name in full_names(words[0])}
    return bool(given) and person.words[0].lower() not in given


def _alike(first: str, second: str) -> bool:
    from rapidfuzz.fuzz import ratio

    short = min(len(first.rstrip(".")), len(second.rstrip("."))) == 1
    return short or ratio(first, second) >= 80


def family_first(begun: list[Person]) -> Person | None:
    """Family name first ("Kim" for "Kim Jong Un", "Wang" for "Wang Li"), of all whose names begin
    with it: only where one person's does, of three words or with no given name known as one."""
    found = [p for p in begun if len(p.words) in (2, 3)]
    if len(found) != 1:
        return None
    word = found[0].words[0]
    a_place = country_of(word) or word.lower() in roles.AMERICAN_STATES
    if len(found[0].words) == 2 and (a_place or likely_gender(word)):
        return None
    return found[0]


def choose(known: list[Person], run: Run) -> Person | None:
    if len(known) == 1:
        return known[0]
    gender = _gender(run.title)
    alone = [p for p in known if len(p.words) == 1]
    if alone and not gender:
        return alone[0]  # "Obama" of "President Obama" and "Michelle Obama"
    if not gender:
        return None
    fitting = [p for p in known if p.gender == gender]
    fitting = fitting or [p for p in known if p.can_be(gender)]  # "Mrs. Roe" is not Bill Roe
    return fitting[0] if len(fitting) == 1 else None


def _gender(words: tuple[Token, ...]) -> str:
    for word in words:
        if word.lower_ in roles.MALE:
            return "m"
        if word.lower_ in roles.FEMALE:
            return "f"
    return ""


def learn(person: Person, run: Run) -> None:
    """Gender and roles from the words around a mention."""
    head = run.name[-1]
    nouns = list(run.title)
    before = head.doc[max(head.sent.start, run.tokens[0].i - 6) : run.tokens[0].i]
    lead = []
    for token in reversed(list(before)):
        if token.pos_ in ("NOUN", "ADJ", "PROPN") or token.text == "-":
            lead.append(token)
        else:
            break
    nouns = [*reversed(lead), *nouns]
    field = field_of(head.doc, run.name[0].i, head.sent.start)
    if field > 0:
        # "Secretary of State Ann Roe": a state secretary
        office = head.doc[field - 1]
        nouns = [*(t for t in head.doc[field + 1 : run.name[0].i] if t.pos_ != "DET"), office]
    role = tuple(w for t in nouns if (w := t.lower_.rstrip(".")).isalpha())
    first = nouns[0].i if nouns else head.i
    supposed = first > head.sent.start and head.doc[first - 1].lower_ in SUPPOSED
    supposed = supposed and bool((_OFFICES | roles.FACTIONS.keys()) & set(role[-1:]))
    hopeful = bool(role) and role[-1] == "hopeful"  # which the tagger takes for an adjective
    if (hopeful or any(is_role(t) for t in nouns)) and not supposed:
        person.roles.append(role)
    person.gender = person.gender or _gender(tuple(nouns))
    others = [c for c in head.children if c.dep_ == "appos" and c.i > head.i and not introduces(c)]
    if head.dep_ == "appos" and head.head.i < head.i:
        others.append(head.head)
    if is_something(head):
        others += [c for c in head.head.children if c.dep_ == "attr"]
    others += taken_over(head)
    for noun in others:
        if is_role(noun):
            words = [c for c in noun.lefts if c.dep_ in ("compound", "amod")]
            person.roles.append(tuple(t.lower_ for t in (*words, noun)))
            person.gender = person.gender or _gender((noun,))


def learn_by_pronoun(doc: Token, people: list[Person]) -> None:
    """ "Chanda Roe said he would wait", where nobody before can be meant: a man, whatever most
    people of that given name are. ``people`` in the order in which they are told of."""
    for number, person in enumerate(people):
        if person.gender or not person.heads:
            continue
        name = doc[person.heads[0]]
        said = [c for c in name.head.children if c.dep_ == "ccomp" and c.i > name.i]
        told = {s.lower_ for c in said for s in c.children if s.dep_ == "nsubj"}
        gender = "m" if "he" in told else "f" if "she" in told else ""
        if name.dep_ != "nsubj" or any(p.can_be(gender) for p in people[:number]):
            continue
        before = (t for t in doc[: name.i] if t.pos_ == "NOUN" and t.tag_ == "NN")
        if not any(is_role(t) and not _is_beside(t, name) for t in before):
            person.gender = gender


def _is_beside(role: Token, name: Token) -> bool:
    """ "Leader" in "opposition leader Ann Roe"."""
    return any(t.i == role.i for t in name.subtree)
