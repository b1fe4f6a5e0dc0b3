"""Whose side a name is on, for the model: a party, a body, or a person alone."""

from __future__ import annotations

import re
from collections.abc import Sequence

from firstmove.drafting.acts.around import Around
from firstmove.drafting.acts.capitals import told_capitals
from firstmove.drafting.acts.governments import OneGovernment
from firstmove.drafting.acts.own_plans import sides_by_plans
from firstmove.drafting.acts.short_names import longer_names
from firstmove.drafting.acts.told_beside import told_beside
from firstmove.ledger import Entry, View
from firstmove.reading.lexicon.cues import BODIES, PEOPLE
from firstmove.reading.lexicon.roles import FIELDS, TITLES
from firstmove.reading.people.body_kinds import TRADES
from firstmove.reading.people.countries import country_of
from firstmove.reading.people.naming import FELLOWS
from firstmove.reading.people.own_bodies import MEMBERED, is_union
from firstmove.reading.people.somebody import AT_WORK, LOCAL_BODIES

# Bodies that every country or town has one of: a bare name does not say whose.
_OF_MANY = frozenset(
    """administration army cabinet city country court government ministry nation parliament party
    police region side state""".split()
)
_GOVERNMENT = re.compile(
    r"(?:the )?(?:(?P<of>.+)['’]s? (?:government|administration|leadership)"
    r"|(?:government|administration) of (?P<by>.+))"
)
_ITS_GOVERNMENT = re.compile(r"(?:the )?(?P<of>.+) (?:government|administration|leadership)")
_EACH = re.compile(
    r"(?:the (?:two|three|warring)|the|both|all(?: the)?(?: three)?|both of the|each of the) "
    r"(?:sides?|parties|governments|countries|neighbou?rs|camps|nations|states|delegations|"
    r"armies|provinces|regions|republics)"
    r"|each (?:side|party|government|country|nation|army)|both"
)


# Who speaks or acts for a body: "members of the federation", "the head of their union".
_VOICES = (
    r"(?:members?|head|leaders?|leadership|officials?|spokes\w+|representatives?|negotiators?|"
    r"lawyers?|delegates?|board|management|executive|director|chair\w*|president|secretary|"
    r"governor|mayor|premier|prime minister|chancellor|king|queen|rulers?|commander)"
)
_FOR_IT = re.compile(
    rf"(?:the |every |all |an? )?(?:[\w-]+ )?{_VOICES} (?:of|for|at) (?P<body>.+)"
    rf"|(?P<owner>the [\w-]+)['’]s? (?:[\w-]+ ){{0,2}}{_VOICES}"
    rf"|(?P<whose>[A-Z].*?)['’]s? (?:[\w-]+ ){{0,2}}(?:{_VOICES}|office)",
    re.IGNORECASE,
)
# They lead whom a country's government has against it.
_OPPOSED = re.compile(
    rf"(?P<whose>the|[A-Z][\w ]*['’]s?) (?:\w+ )?opposition (?:party )?{_VOICES}", re.IGNORECASE
)
# One of them is not the body: "a member of the council".
_ONE_OF_IT = re.compile(r"(?:an?|the|one|some|two) (?:[\w-]+ )?members? ", re.IGNORECASE)
_THEIR_UNION = re.compile(
    r"(?:their|his|her|our) (?P<body>union|alliance|association|chamber|cooperative|federation|"
    r"guild|league|syndicate)",
    re.IGNORECASE,
)
# Plural words for those who are on the side of their union.
_WORKFORCE = re.compile(
    r"(?:the |its |their )?(?:[\w-]+ )?(?P<who>[\w-]+(?:s|men|women))", re.IGNORECASE
)
# An office with what it deals with, and whose it is: no bare "the minister", which many are.
_OFFICE = re.compile(r"(?:the |[A-Z][\w ]*['’]s? )(?P<office>(?:[a-z]+ ){1,3}(?P<head>[a-z]+))")
_HEAD = re.compile(
    r"(?<!Vice )(?<!Deputy )(?<!ormer )(?<!-)\b(?P<office>President|Prime Minister|Governor|Mayor|"
    r"Premier|Chancellor|King|Queen) (?P<name>[A-Z][\w’'-]+[a-z](?: [A-Z][\w’'-]+[a-z]){0,2})"
)
_NEAR = 60  # characters from "president of …" to the name
_POSSESSIVES = ("its", "their", "his", "her", "our", "my")  # "Their group": of whom, no name
_STEPS = 3  # from a short name to a longer one and on


class Sides:
    """Which side a name speaks for: its party, told in this report or in another of the case.

    Somebody whose party no report tells is a side alone, by the proper name, and so is a body ("the
    port authority"). "The union" is the one union that the case names in full, if it is one. A role
    without a name ("a source", "officials") is no side, nor are two names in one: those are two.
    """

    def __init__(self, view: View) -> None:
        self.parties = frozenset(p.name for p in view.parties)
        known: dict[str, set[tuple[str, str]]] = {}
        for person in (*view.people, *(q for party in view.parties for q in party.people)):
            for way in (person.name, *person.spellings, *(m.name for m in person.mentions)):
                known.setdefault(way, set()).add((person.party, person.name))
        # A spelling of two people tells nothing.
        self._known = {way: meant.pop() for way, meant in known.items() if len(meant) == 1}
        self._offices = _offices_told(view)
        self._heads = _heads_told([report.text for report in view.reports])
        names = [*self.parties, *(p.name for p in view.people)]
        self._bare = {_bare(name): name for name in names}
        told = (
            mention.name
            for statement in view.statements
            for mention in (statement.target, *(act.actor for act in statement.acts))
            if mention is not None and not mention.party
            if _is_body(mention.name) or _ends_one(mention.name, names)
        )
        every = dict.fromkeys((*names, *told, "the union"))
        around = Around([report.text for report in view.reports])
        longer = longer_names([party.name for party in view.parties], around.texts)
        capitals = told_capitals(around.texts, [party.name for party in view.parties])
        self._full = longer | _full_names([n for n in every if not _spoken_for(n)]) | capitals
        self._by_plans = sides_by_plans(view, self.parties)
        short = {party for party in self.parties if party.lower() in longer}
        self._government = OneGovernment(view, around, [p.name for p in view.parties], short)
        unplaced = [p.name for p in view.people if " " in p.name]
        self._told = told_beside(around, unplaced, self._party_called)
        self._unions = [n for n in self.parties if is_union(n) or _members_of(n)]

    def of(self, party: str, name: str) -> str:
        if party:  # one report may place somebody otherwise than all of them together
            party = self._known.get(name, ("", ""))[0] or party
        if not party and (body := _spoken_for(name)) and (told := self.of("", body)):
            known = told in self.parties or not told.startswith("the ")
            return told if known else self.body(told.removeprefix("the ")) or told
        found = self._told.get(name, "") if not party else ""
        found = found or self._side(party, name)
        if self._government.has(found or ("" if party else name)):
            return self._government.side
        if not party and found == name:
            found = self._by_plans.get(name, found)
        of = _bare(found).split(" of ")
        turned = f"{of[1]} {of[0]}" if len(of) == 2 else ""  # "the council of X" is "X council"
        found = self._bare.get(turned, found)
        for _ in range(_STEPS):
            found = self._full.get(_bare(found), found)
        return found

    def several(self, name: str) -> tuple[str, ...]:
        """The sides of "Russia and Ukraine", "the union and the port authority"."""
        parts = re.split(r",? and |, ", re.sub(r"^both ", "", name))
        sides = tuple(dict.fromkeys(self.of("", part) for part in parts))
        return sides if len(parts) > 1 and all(sides) else ()

    def speaking(self, entry: Entry) -> tuple[str, ...]:
        """For whom an entry is said; of "Russia and Ukraine said …" each of the two, where both are
        countries or sides that the case tells of elsewhere."""
        side = self.of(entry.party, entry.speaker)
        if side:
            return (side,)
        joined = self.several(entry.speaker)
        return joined if all(country_of(one) or one in self.parties for one in joined) else ()

    def is_unplaced(self, name: str) -> bool:
        """Whether somebody holds an office and no report tells of which side."""
        return self._by_plans.get(name) == ""

    def workforce(self, words: str) -> str:
        """The one union of the case for "the cutters", "drivers", and the residents' association
        for "residents": words that name nobody else."""
        plain = _WORKFORCE.fullmatch(words)
        if plain is None:
            return ""
        named = [n for n in self.parties if _members_of(n) == plain["who"].lower()]
        if len(named) == 1:
            return named[0]
        if len(self._unions) != 1:
            return ""
        at_work = plain["who"].lower().removesuffix("s") in AT_WORK - TRADES  # "train operators"
        return self._unions[0] if at_work else ""

    def body(self, noun: str) -> str:
        """The one party that has the word in its name, for "the trust" or "the guild"."""
        short = noun.lower()
        if short in _OF_MANY or short not in BODIES | LOCAL_BODIES:
            return ""
        named = {self.of("", n) for n in self.parties if short in _bare(n).split()}
        return named.pop() if len(named) == 1 else ""

    @staticmethod
    def each(name: str) -> bool:
        """Whether a name means all sides of the dispute: "both sides", "the two governments"."""
        return _EACH.fullmatch(name.lower()) is not None

    def _party_called(self, name: str) -> str:
        """The party that goes by the name, in short or in full; "" for none."""
        short = name.removeprefix("The ").removeprefix("the ")
        full = self._full.get(_bare(short), short)
        return full if full in self.parties else ""

    def _side(self, party: str, name: str) -> str:
        if of := _GOVERNMENT.fullmatch(name):
            whose = of["of"] or of["by"]
            return self._known.get(whose, ("", ""))[0] or whose
        if (of := _ITS_GOVERNMENT.fullmatch(name)) and of["of"] in self.parties:
            return of["of"]  # "the Kesh government"
        if party in self.parties:
            common = party.islower() or (party.isupper() and " " not in party)
            return (common and self.workforce(party)) or party
        name = next((n for n in (name, name.removeprefix("the ")) if n in self.parties), name)
        if name in self.parties:
            return name
        if (office := _office_of(name)) in self._offices:
            return self._offices[office]
        if head := self._heads.get(_bare(name), ""):
            return self._known.get(head, ("", ""))[0] or head
        party, name = self._known.get(name, ("", name))
        if party:
            return party
        if ends := [p for p in self.parties if name == f"the {p.split()[-1]}" and " " in p]:
            return ends[0] if len(ends) == 1 else ""
        words = name.split()
        if not words or "and" in words or self.each(name) or words[0].lower() in _POSSESSIVES:
            return ""
        proper = all(w[0].isupper() or w == "&" for w in words)
        if members := self.workforce(name):
            return members
        if len(words) == 1 and name.lower().removesuffix("s") in PEOPLE | {"poll"}:
            return ""  # "Officials" at the start of a sentence
        return name if proper or _is_body(name) else ""


def _offices_told(view: View) -> dict[str, str]:
    """The one side that has each office told with its side in some report: "trade secretary"."""
    held: dict[str, set[str]] = {}
    for party in view.parties:
        for person in party.people:
            for mention in person.mentions:
                held.setdefault(_office_of(mention.name), set()).add(party.name)
    return {office: sides.pop() for office, sides in held.items() if office and len(sides) == 1}


def _heads_told(texts: Sequence[str]) -> dict[str, str]:
    """Who "the president" is, in full: the one of that office in all reports."""
    held: dict[str, dict[str, str]] = {}
    for text in texts:
        for found in _HEAD.finditer(text):
            office, name = found["office"].lower(), re.sub("['’]s?$", "", found["name"])
            full = held.setdefault(office, {})
            family = name.split()[-1]
            full[family] = max(full.get(family, ""), name, key=len)
    return {
        office: name
        for office, people in held.items()
        for family, name in people.items()
        if len(people) == 1 and not any(_of_others(office, family, text) for text in texts)
    }


def _of_others(office: str, family: str, text: str) -> bool:
    """ "Ann Roe, the president of the union", where President Poe is told of."""
    return any(
        family not in text[max(0, found.start() - _NEAR) : found.end() + _NEAR]
        for found in re.finditer(rf"\b{office} of\b", text)
    )


def _office_of(name: str) -> str:
    """ "trade secretary" of "the trade secretary", "Orland's trade secretary"; "" for others."""
    found = _OFFICE.fullmatch(name)
    if found is None or found["head"] not in TITLES - FIELDS:
        return ""
    return found["office"]


def _spoken_for(name: str) -> str:
    """ "The port" for "the port's chief executive", "the guild" for "members of the guild"; ""."""
    if their := _THEIR_UNION.fullmatch(name):
        return f"the {their['body'].lower()}"
    if opposed := _OPPOSED.fullmatch(name):
        return f"{opposed['whose']} opposition"
    found = _FOR_IT.fullmatch(name)
    if found is None or _ONE_OF_IT.match(name):
        return ""
    return _THEIR_UNION.sub(r"the \g<body>", found["body"] or found["owner"] or found["whose"])


def _members_of(name: str) -> str:
    """ "Residents" of "Nettle Hill Residents' Association", "Square Residents"; "" for others."""
    told = _bare(name).split()
    own = told[-2] if len(told) > 1 and told[-1] in MEMBERED else ""
    own = told[-1] if len(told) > 1 and told[-1] in FELLOWS else own
    own = own.rstrip("'").removesuffix("'s")
    return own if own.endswith(("s", "men", "women")) else ""


def _bare(name: str) -> str:
    return name.lower().removeprefix("the ").replace("’", "'")


def _is_body(name: str) -> bool:
    """ "The port authority", "Emberly parish council": one body, set apart by "the" or a name."""
    words = name.split()
    if not words or "and" in words:
        return False
    head = next(
        (w for w, after in zip(words, [*words[1:], "of"], strict=True) if after == "of"), ""
    )
    told = words[0].lower() == "the" or any(w[0].isupper() for w in words)
    return told and head.lower() in BODIES


def _ends_one(name: str, names: list[str]) -> bool:
    """Whether "the hospital trust" is how one of the names ends, and no other does."""
    short = _bare(name)
    if not name.startswith("the ") or not name.islower() or short.split()[-1] in _OF_MANY:
        return False
    return sum(_bare(other).endswith(f" {short}") for other in names) == 1


def _full_names(names: list[str]) -> dict[str, str]:
    """What a shorter name of a body stands for: the one full name that ends with it."""
    full: dict[str, str] = {}
    for name in names:
        short = _bare(name)
        if short == "union":  # of the one body of workers that the case has
            others = [other for other in names if _bare(other) != "union"]
            unions = [other for other in others if is_union(other)]
            if len(unions) == 1:
                full[short] = unions[0]
        plain = [other for other in names if len(other.split()) > 1 and name.endswith(f" {other}")]
        if len(plain) == 1 and not _is_body(name):
            full[short] = plain[0]  # "Elder Mara Tull" is "Mara Tull"
        if not short or short.split()[-1] in _OF_MANY:
            continue
        if not (_is_body(f"the {short}") or _ends_one(name, names)):
            continue
        longer = [other for other in names if _bare(other).endswith(f" {short}")]
        if len(longer) == 1:
            full[short] = longer[0]
    for name in names:
        short = _bare(name)
        if short not in full and name == f"the {short}" and name.islower() and " " not in short:
            # "the port" is the one body that has the word in its name: "Lund port authority"
            bodies = {full.get(_bare(n), n) for n in names if short in _bare(n).split()[:-1]}
            if len(bodies) == 1 and _is_body(one := bodies.pop()) and short not in _OF_MANY:
                full[short] = one
    return full
