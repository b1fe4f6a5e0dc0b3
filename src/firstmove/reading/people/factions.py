"""Of which political party a member of a parliament, or another politician, is told to be."""

from __future__ import annotations

import re

from firstmove.reading.lexicon import roles
from firstmove.reading.parsing.clauses import Token, is_negated, lemma, text_of
from firstmove.reading.people.cast import Cast
from firstmove.reading.people.creeds import faction_of, is_creed
from firstmove.reading.people.person import Person

_SEAT = re.compile(r",? ?\(?([RD])(?:-[A-Z]|(?<=\([RD])\))")
# "Senator Ann Roe, Republican of Ohio", "Ann Roe, an Ohio Republican", "Ann Roe of Ohio, the top
# Democrat on the panel"; not "a Republican strategist".
_MEMBER = re.compile(
    r"(?: of [A-Z][a-z]+(?: [A-Z][a-z]+)?)?, (?:also )?(?:an? |the )?"
    r"(?:No\. \d )?(?:(?!former|ex|(?:and|as|but|or|when|while|who|with) )[A-Za-z]{2,14} ){0,3}?"
    r"(Republican|Democrat(?:ic)?)\b(?! [a-z]*(?:ist|er|or|ant|ive|idate|inee|eful)\b(?<!leader))"
)
_PARTISAN = ("republican", "democrat")
_SPEAKS = frozenset("leader chairman chairwoman chair spokesman spokeswoman whip".split())
_ENDINGS = ("party", "bloc", "movement", "alliance", "coalition")


def membership(
    cast: Cast, person: Person, lead_of: dict[int, list[Token]], called: dict[str, str]
) -> str:
    """The party of a politician: "Rep. Ann Roe (R-Mo.)", "Democratic Sen. …", "Liberal MP …".

    ``lead_of``: the words before each of the person's mentions; ``called``: the parties of the
    report by their first words. "" where it is not told.
    """
    for index in person.heads:
        head = cast.token(index)
        if head is None:
            continue
        lead = lead_of.get(index, [])
        if len(lead) == 1 and lead[0].i > head.sent.start and lead[0].nbor(-1).lower_ == "a":
            lead = []  # "called a Republican Roe": somebody like her
        for place, token in enumerate(lead):
            following = lead[place + 1].lower_ if place + 1 < len(lead) else ""
            if (faction := faction_of(token)) and not following.startswith("national"):
                return faction
        if named := _named(called, person, lead):
            return named
        text = text_of(head.doc)
        tail = text[head.idx + len(head.text) : head.idx + len(head.text) + 90]
        match = _SEAT.match(tail) or _MEMBER.match(tail)
        if match:
            return roles.FACTIONS[match.group(1).lower()]
        if head.dep_ == "nsubj" and lemma(head.head) == "be" and not is_negated(head.head):
            for noun in head.head.children:
                if noun.dep_ == "attr" and lemma(noun) in _PARTISAN:
                    return roles.FACTIONS[lemma(noun)]
    return ""


def _named(called: dict[str, str], person: Person, lead: list[Token]) -> str:
    """ "Amber" in "Amber lawmaker Ann Roe", where the report tells of the Amber Party."""
    if not any(roles.is_seated(role) for role in person.roles):
        return ""
    for token in lead:
        if token.text[0].isupper() and token.is_alpha:
            full = called.get(token.text, "")
            if full:
                return full
    return ""


def parties_called(cast: Cast) -> dict[str, str]:
    """First words of the report's parties to their names, where just one begins so."""
    found: dict[str, set[str]] = {}
    for words in cast.bodies.values():
        name = words.removeprefix("the ").removeprefix("The ")
        if " " in name and name.split()[-1].lower() in _ENDINGS:
            found.setdefault(name.split()[0], set()).add(name)
        elif is_creed(name) and name not in cast.fuller:
            one = name.removesuffix("s")  # "Green" of "the Greens", "Social Democratic"
            found.setdefault(one, set()).add(name)
            if one.endswith("Democrat"):
                found.setdefault(f"{one}ic", set()).add(name)
    return {word: names.pop() for word, names in found.items() if len(names) == 1}


def is_faction(party: str) -> bool:
    """Whether the name is that of a political party, of which people are members."""
    last = party.split()[-1].lower() if party else ""
    return last in ("party", "bloc") or (bool(last) and is_creed(party))


def is_called_party(name: str) -> bool:
    """Whether a name ends as those of political parties do, and other bodies' as well."""
    return is_creed(name) or (" " in name and name.split()[-1].lower() in _ENDINGS)


def speaks_for_party(person: Person) -> bool:
    """Whether the person is told to lead or speak for a party, not only to be one of it."""
    return any(_SPEAKS & set(role) for role in person.roles)
