"""Names of one government: “the cabinet”, “the water ministry”, “Finance Minister Ann Roe”.

In a case whose reports tell of one state at most, all of them speak for one side. Where two states
are told of, or two levels of one state, nothing is joined: whose ministry it is must be told.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Sequence

from firstmove.drafting.acts.around import Around
from firstmove.ledger import View
from firstmove.reading.lexicon import roles
from firstmove.reading.lexicon.roles import PORTFOLIOS, is_minister
from firstmove.reading.people.countries import country_of

_NAME = r"[A-Z][\w-]+(?: [A-Z][\w-]+)?"
# What a state has, and no town or firm.
_HAS = (
    r"(?:government|parliament|army|navy|troops|ambassador|embassy|presidency|prime minister"
    r"|(?:[a-z]+ )?ministry|(?:[a-z]+ )?minister|cabinet)"
)
_OF_STATE = (
    re.compile(rf"\b(?P<name>{_NAME})(?:['’]s|, whose) (?:[a-z]+ )?{_HAS}\b"),
    re.compile(
        rf"\b(?:government|parliament|army|president|prime minister|republic|kingdom|"
        rf"[Pp]resident {_NAME}|[Mm]inister {_NAME}) of (?P<name>{_NAME})"
    ),
    re.compile(
        r"\b(?P<name>[A-Z][\w-]+(?:ian|ese|ish|ean|ine)) (?:[A-Za-z]+ )?"
        r"(?:[Mm]inist(?:er|ry)|[Gg]overnment|[Pp]residen(?:t|cy)|army|parliament|officials)\b"
    ),
)
_SEVERAL = re.compile(
    r"\b(?:both|two|three|either|rival|warring) (?:countries|country|governments?|nations?|states?"
    r"|neighbou?rs|capitals?|armies|republics|kingdoms)\b"
    r"|\bneighbou?ring [A-Z]|\b(?:its|their|a) (?:\w+ )?neighbou?r\b"
    r"|\b(?:federal|central|national|regional|provincial|state|local|devolved|city|interim|new|next"
    r"|transitional|previous|former|last|incoming|outgoing|military|rebel|shadow)"
    r" (?:governments?|cabinets?|ministers?)\b"
)
_TWO = re.compile(
    r"\b(?:both|two|either) (?:countries|country|governments?|nations?|states?|neighbou?rs"
    r"|capitals?)\b"
)
_BARE = frozenset({"the government", "the army", "the armed forces", "the military"})
_BORNE = re.compile(r"\b(?:Mr|Mrs|Ms|Dr|Minister|President|[A-Z][a-z]+) (?P<name>[A-Z][\w-]+)")
_ITSELF = re.compile(
    r"(?:the |an? )?(?P<field>(?:[\w-]+,? )*?)(?:government|cabinet|ministry|prime minister)"
    r"(?:['’]s)?(?: (?:[a-z-]+ )?(?:spokes\w+|negotiators?|officials?|delegation))?",
    re.IGNORECASE,
)
_HEADED = re.compile(rf"(?:the )?(?P<head>{_NAME})(?:['’]s)? (?:government|cabinet|administration)")
_MINISTER = re.compile(r"(?:the )?(?P<field>(?:[\w-]+,? )+?)(?:minister|secretary)", re.IGNORECASE)
_NOT_NOW = frozenset("former ex shadow opposition then deputy next new junior".split())
_DEALT_WITH = (PORTFOLIOS | {"and", "prime"}) - _NOT_NOW - {"retired", "designate", "elect", "vice"}
_FIRM = (
    r"(?:airline|association|body|bank|builder|carrier|charity|company|contractor|developer|firm|"
    r"group|maker|movement|newspaper|operator|party|supplier|union|utility)"
)
_LEAST = 3  # letters that a land and its people begin with alike


class OneGovernment:
    """``side``: the one government of a case, "" where the reports tell of several or of none."""

    def __init__(
        self, view: View, around: Around, parties: Sequence[str], short: Container[str] = ()
    ) -> None:
        """``short``: parties of one word that are bodies with a longer name."""
        self._short = short
        ministries = frozenset(p for p in parties if p.endswith(" Ministry"))
        self._apart = ministries if len(ministries) > 1 else frozenset()  # against each other
        texts = around.texts
        self._families = {m["name"] for text in texts for m in _BORNE.finditer(text)}
        every = [*view.people, *(person for party in view.parties for person in party.people)]
        people = {p.name for p in every if " " in p.name}
        states = _states(texts, self._families - set(parties))
        heads = {h for p in parties if (h := self._head(p))}
        one = len(states) < 2 and len(heads) < 2 and not any(map(_SEVERAL.search, texts))
        one = one and not any(self._may_be_state(p, texts) for p in parties if p not in states)
        named = next((p for p in parties if p in states), "")
        one = one and not (named and _is_asked_by(view, named))
        told = "" if one else _told_of(view, parties)
        apart = any(map(_TWO.search, texts))  # of which of the two it is, nothing tells
        self.side = (named or "the government") if one else "" if apart else told
        self._bare = not one
        self._ministers = frozenset(n for n in people if one and _governs(n, around))

    def has(self, name: str) -> bool:
        """Whether the name is one of the government, or of one of its ministers."""
        if not self.side or not name or name in self._apart:
            return False
        if self._bare:  # whose government a bare name means is told elsewhere
            return _is_bare(name)
        if name in self._ministers or self._head(name):
            return True
        told = _ITSELF.fullmatch(name)
        if told is not None:
            return _deals(told["field"])
        office = _MINISTER.fullmatch(name)
        return office is not None and _deals(office["field"]) and is_minister(_lower(name))

    def _may_be_state(self, party: str, texts: Iterable[str]) -> bool:
        """ "Tarn", of which nothing tells that it is a firm, a body or a person."""
        if " " in party or not party.istitle() or party in self._families or party in self._short:
            return False
        if party.lower() in roles.CHAMBERS or (party.endswith("s") and not country_of(party)):
            return False  # "House", "Greens"
        firm = re.compile(rf"\b{_FIRM} {party}\b|\b{party}, [^,.;]{{0,80}}\b{_FIRM}\b")
        return not any(map(firm.search, texts))

    def _head(self, name: str) -> str:
        """ "Roe" of "the Roe government", where that is a person."""
        told = _HEADED.fullmatch(name)
        family = told["head"].split()[-1] if told is not None else ""
        return family if family in self._families else ""


def _told_of(view: View, parties: Sequence[str]) -> str:
    """The one party whose "the government" is, wherever a report tells it."""
    found = {
        mention.party
        for statement in view.statements
        for mention in (statement.speaker, statement.target, *(a.actor for a in statement.acts))
        if mention is not None and mention.party in parties and _is_bare(mention.name)
    }
    found -= {"the government"}
    return found.pop() if len(found) == 1 else ""


def _is_asked_by(view: View, state: str) -> bool:
    """Whether that state asks something of "the government", which is then another's."""
    asked = ((s.speaker.party, s.target) for s in view.statements if s.speaker and s.target)
    return any(
        party == state != target.party and any(map(_is_bare, target.name.split(" and ")))
        for party, target in asked
    )


def _is_bare(name: str) -> bool:
    """ "The government", "the army", "the defence ministry": whose is not told beside it."""
    told = _ITSELF.fullmatch(name)
    ministry = told is not None and name.startswith("the ") and _deals(told["field"])
    return ministry or name.lower() in _BARE


def _states(texts: Sequence[str], families: Iterable[str]) -> frozenset[str]:
    """The states told of by what they have; the people of a land count as that land."""
    found: set[str] = set()
    for text in texts:
        for pattern in _OF_STATE:
            found |= {m["name"] for m in pattern.finditer(text)}
        for word in re.findall(r"(?<![\w.] )\b[A-Z][\w.]+", text):
            if known := country_of(word):
                found.add(known)
    names = {name.removeprefix("The ") for name in found} - set(families) - {"The"}
    names = {n for n in names if n.split()[-1] not in families and n.lower() not in PORTFOLIOS}
    return frozenset(
        name for name in names if not any(other < name and _alike(other, name) for other in names)
    )


def _alike(one: str, other: str) -> bool:
    """ "Tarn" and "Tarnian"."""
    begun = min(len(one), len(other)) - 2
    return begun >= _LEAST and one[:begun] == other[:begun]


def _governs(person: str, around: Around) -> bool:
    """Whether some report tells that the person is a minister, and none that it was before."""
    at = re.escape(person)
    told = re.compile(
        rf"\b(?P<before>(?:[\w’'-]{{1,30}} ){{0,4}})(?P<office>[Mm]inister|[Ss]ecretary),? {at}\b"
        rf"|\b{at}, the (?P<behind>(?:[a-z]+ ){{1,3}})(?P<last>minister|secretary)\b"
    )
    found = [m for place in around(person) for m in told.finditer(place)]
    roles = [
        _office(f"{m['before'] or m['behind'] or ''}{m['office'] or m['last']}") for m in found
    ]
    return bool(roles) and all(roles)


def _office(words: str) -> bool:
    """Whether the last of the words are an office in a government, and nobody else's before."""
    told = _lower(words)
    if _NOT_NOW & set(told):
        return False
    return any(is_minister(told[-n:]) and _deals(" ".join(told[-n:-1])) for n in (2, 3, 4, 5))


def _deals(field: str) -> bool:
    """Whether the words are what a ministry deals with, "" among them."""
    return all(w in _DEALT_WITH for w in _lower(field))


def _lower(words: str) -> tuple[str, ...]:
    return tuple(re.findall(r"[\w-]+", words.lower().removeprefix("the ")))
