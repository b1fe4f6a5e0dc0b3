"""Which bodies a speaker speaks for: "the company", said by its chief executive."""

from __future__ import annotations

from firstmove.reading.lexicon.cues import BODIES
from firstmove.reading.lexicon.listed import words
from firstmove.reading.page import Page
from firstmove.reading.parsing.predicates import Token, children, tokens_in
from firstmove.reading.people.cast import cast_of
from firstmove.reading.people.countries import country_of
from firstmove.reading.people.person import Person
from firstmove.statement import Mention

# Offices, and how the bodies that they head or belong to are named in short.
STATE_OFFICES = words("minister premier chancellor president king queen emir sultan secretary")
FIRM_OFFICES = words("executive ceo chairman chairwoman owner")
SHORT_NAMES: tuple[tuple[frozenset[str], frozenset[str]], ...] = (
    (
        words("general admiral colonel commander brigadier marshal"),
        words("army navy military force troop"),
    ),
    (words("governor"), words("state province government")),
    (words("mayor"), words("city town council")),
    (words("commissioner"), words("commission agency")),
    (words("editor"), words("newspaper paper magazine")),
    (words("bishop archbishop archdeacon vicar"), words("church diocese parish")),
    (words("rector vice-chancellor provost"), words("university college")),
    (words("headteacher headmaster headmistress principal"), words("school college")),
    (words("sheriff constable"), words("police force")),
)
STATE = words("government cabinet administration ministry country nation state kingdom republic")
FIRM = words("company firm management corporation enterprise employer")
# Under these an office is not one of the state: "the union's president".
ORGANISED = (
    BODIES
    - STATE
    - words(
        "parliament army navy force troop office department delegation leadership province city"
    )
)
UNION = words("union federation guild")
MEMBERED = UNION | words("association alliance league cooperative syndicate society brotherhood")
OVERSEERS = words("board agency commission authority inspectorate regulator watchdog")
OVERSEEN = words("regulator watchdog")
UNION_SHORT = words("union member worker")


def is_union(name: str) -> bool:
    """Whether a body's name is that of people who work together, and no union of states."""
    return name.lower().split()[-1] in UNION and not country_of(name)


def bodies_of(page: Page, speaker: Mention) -> frozenset[str]:
    """Short names, in small letters, of the bodies that the speaker is told to speak for.

    Read from the speaker's own words and from every mention of the same person: "the port's chief
    executive, Jon Vale" speaks for the port and, by office, for "the company".
    """
    said_by = tokens_in(page, (speaker.span,))
    around = {t.lemma_.lower() for t in said_by if t.pos_ in ("NOUN", "PROPN")}
    for person in _people(page, speaker, said_by):
        around.update(word for role in person.roles for word in role)
        for place in person.heads:
            around.update(_beside(page.doc[place]))
    found = {w for w in around if w in BODIES}
    if around & FIRM_OFFICES and not around & (UNION | {"government"}):
        found |= FIRM
    if around & UNION:
        found |= UNION_SHORT
    if around & STATE_OFFICES and not around & ORGANISED and "opposition" not in around:
        found |= STATE
    for offices, short in SHORT_NAMES:
        if around & offices and not around & (ORGANISED | {"attorney", "secretary"}):
            found |= short
    if " " in speaker.party and speaker.party[:1].isupper():
        parts = [w.strip("'’").lower() for w in speaker.party.split()]
        found.add(parts[-1])  # "the front", of a spokesman for it
        if parts[-1] in MEMBERED:  # "the growers", of the head of the Growers' Association
            found.update(w for w in parts[:-1] if w.endswith("s") and len(w) > 4)
        found |= _as_overseer(page, speaker.party)
    elif speaker.party.startswith("the "):
        found.add(speaker.party.split()[-1].lower())  # "the union", of which no name is told
    if speaker.party == "the government":
        found |= {"state", "government"}
    if country_of(speaker.party):
        found -= UNION | UNION_SHORT  # "the European Union": no body of workers
    return frozenset(found - {"opposition"} if around & STATE_OFFICES else found)


def _as_overseer(page: Page, party: str) -> frozenset[str]:
    """ "The regulator", said for a board, agency or the like, where no other one is told."""
    heads = [name.split()[-1].lower() for name in {*cast_of(page).bodies.values(), party}]
    of_kind = [word for word in heads if word in OVERSEERS]
    return OVERSEEN if of_kind == [party.split()[-1].lower()] else frozenset()


def _people(page: Page, speaker: Mention, said_by: list[Token]) -> list[Person]:
    cast = cast_of(page)
    inside = {t.i for t in said_by}
    return [
        p for p in cast.people if (speaker.name and p.name == speaker.name) or inside & set(p.heads)
    ]


def _beside(name: Token) -> set[str]:
    """Nouns of the title and the apposition that a name stands in, clauses left out."""
    tops = [name]
    if name.dep_ in ("appos", "compound", "nmod"):
        tops.append(name.head)
    tops += children(name, "appos")
    found: set[str] = set()
    queue = tops
    for _ in range(60):
        if not queue:
            break
        token = queue.pop()
        if token.pos_ in ("NOUN", "PROPN"):
            found.add(token.lemma_.lower())
        queue = queue + children(token, "poss", "compound", "nmod", "amod")
        for prep in children(token, "prep"):
            if prep.lower_ in ("of", "for", "at"):
                queue = queue + children(prep, "pobj")
    return found
