"""The party that the words before a role or name tell: "Karvenian", "Dock Workers Union"."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from firstmove.reading.lexicon import cues, roles
from firstmove.reading.parsing.clauses import Token, lemma, text_of
from firstmove.reading.people.body_kinds import DESCRIBED, ORGANS
from firstmove.reading.people.callings import is_role
from firstmove.reading.people.countries import country_of, seat_of
from firstmove.reading.people.creeds import creed_called, faction_of
from firstmove.reading.people.demonyms import of_many_lands
from firstmove.reading.people.factions import is_faction
from firstmove.reading.people.fuller import is_generic
from firstmove.reading.people.given_names import likely_gender
from firstmove.reading.people.leads import is_foreign_office
from firstmove.reading.people.naming import name_end
from firstmove.reading.people.side import BLOCS, NONE, Side, is_chamber, place_of

if TYPE_CHECKING:
    from firstmove.reading.people.affiliation import Affiliations


_CHAIRS = frozenset("chair chairman chairperson chairwoman leader leadership whip".split())
_HELD = frozenset("minister secretary undersecretary commissioner".split())
# Whose side a place before the word may be.
_OF_PLACE = (
    roles.OFFICIALS
    | roles.STATE_BODIES
    | roles.STATEHOOD
    | roles.OF_PLACES
    | (roles.TITLES - roles.PRIVATE)
) - roles.LAWYERS
_NO_BODIES = (["TV"], ["Rear"])  # "TV host", "Rear Admiral"
# Departments that go by one word; "a state official" is of none.
_HOUSES = roles.DEPARTMENTS - roles.SCOPES
_DEALT_WITH = roles.PORTFOLIOS | {"and"}

# Whose envoys are told by the name itself, for want of an adjective.
_SENDING = BLOCS | {"United States", "United Kingdom", "United Arab Emirates"}


def by_lead(sides: Affiliations, lead: list[Token], role: str, depth: int) -> Side:
    """``lead``: the words before the noun; ``role``: what it says that the person or body is."""
    voices = roles.PARTISANS | roles.SURROGATES
    found = _country(sides, lead, role)
    if found.party:
        return found
    for one, other in pairwise(lead):  # "Social Democratic"
        if (words := f"{one.text} {other.text}") in sides.parties and role in voices:
            return Side(sides.parties[words], place_of([one, other]))
    if role in roles.VOICES | _CHAIRS and (creed := _creed(sides, lead)).party:
        return creed
    head = sides.governments.among(lead, role)
    if head is not None and not _runs(sides, head):
        return sides.governments.side(head)
    names = _name_in(sides, lead)
    if _can_be_side(sides, names, lead, role):
        named = _of_names(sides, names, role, depth)
        if named is not None:
            return named
    # "Health Secretary Ann Roe" is of no "Health Workers' Alliance"
    office = tuple(t.lower_ for t in lead)
    minister = roles.is_minister(office) or roles.is_minister((*office, role))
    for token in lead if role in voices and not minister else ():
        if token.text[0].isupper() and token.text in sides.parties:
            return Side(sides.parties[token.text], place_of([token]))
    for token in lead if role else ():
        if token.lower_ == "government" and role in ("group", "watchdog"):
            return NONE  # what it watches
        if token.lower_ == "party" and (factions := _factions(sides)):
            found = sides.named_body(token)  # "Party Chairman Ann Roe": of no party of the past
            if found.party not in factions:
                return Side(factions.pop()) if len(factions) == 1 else NONE
        begins = token.is_sent_start and token.pos_ in ("PROPN", "ADJ") and token.text.istitle()
        if begins and (lemma(token) in ORGANS or token.lower_ in ORGANS):
            found = sides.of_generic(token, depth)  # "Union president Ann Roe"
            return found if found.party else sides.bodies.unnamed(token)
        alone = token.text.istitle() and token.lower_ in ORGANS and len(names) == 1
        alone = alone and token.text != "House"  # nor is its speaker of a White House
        if alone and (called := sides.named_body(token)).party:  # "the Alliance president"
            return called
        if alone and token.lower_ in _HOUSES and role in ("official", "source"):
            # "a Treasury official": as "the Treasury"; not its secretary, who is of a government
            return sides.of_noun(token, depth + 1)
        ministry = token.lower_ in roles.MINISTERIAL and token.pos_ == "PROPN"
        if ministry or is_foreign_office(token):
            return sides.of_generic(token, depth)  # "Foreign ministry spokesman"
        if (token.pos_ == "NOUN" or token.text.islower()) and lemma(token) in ORGANS:
            found = sides.of_noun(token, depth + 1)
            if not found.party and role not in ORGANS:
                found = sides.bodies.unnamed(token)
            if found.party:
                return Side(found.party, found.place or place_of([token]))
    return NONE


def _creed(sides: Affiliations, lead: list[Token]) -> Side:
    """ "Social Democrats" of "Social Democratic leader"; "Liberal Union" of "Liberal leader", where
    that is told of."""
    for token in reversed(lead):
        if name := creed_called(token):
            begun = {n for n in sides.cast.in_order if n.split()[:-1] == [token.text]}
            told = sides.parties.get(token.text) or (begun.pop() if len(begun) == 1 else name)
            words = [token.nbor(-1), token] if " " in name else [token]
            return Side(name if " " in name else told, place_of(words))
    return NONE


def _factions(sides: Affiliations) -> set[str]:
    """The great parties whose members the report tells of."""
    return {faction for t in sides.cast.body_tokens if (faction := faction_of(t))}


def _country(sides: Affiliations, lead: list[Token], role: str) -> Side:
    """ "Karvenian", "U.S.", "Kremlin": a country's name or seat, or a nationality word."""
    for index, token in enumerate(lead):
        for size in (4, 3, 2, 1):
            piece = lead[index : index + size]
            if len(piece) < size:
                continue
            words = text_of(token.doc)[piece[0].idx : piece[-1].idx + len(piece[-1].text)]
            party = country_of(words) or seat_of(words)
            if not party and size == 1 and token.text[0].isupper():
                party = sides.stems.get(token.lower_, "")
            if role in roles.STATE_OFFICES and words.lower() in roles.AMERICAN_STATES:
                party = ""
            if party and size == 1 and of_many_lands(token):
                return NONE
            if party and _goes_on(sides, lead, index + size):
                break  # "Washington Post", "American Growers Council"
            if party and _counts(piece, party, role):
                return Side(party, place_of(piece))
            if party:
                break
    return NONE


def _runs(sides: Affiliations, head: Token) -> bool:
    """Whether the head of a government to be is told of as a candidate."""
    person = sides.cast.by_head.get(head.i)
    return person is not None and person.name in sides.alone


def _name_in(sides: Affiliations, lead: list[Token]) -> list[Token]:
    """The name that the lead begins with, up to the words for an office."""
    names: list[Token] = []
    for place, token in enumerate(lead):
        if not names and token.text.islower() and (token.pos_ == "ADJ" or token.text in DESCRIBED):
            continue  # "senior", "longtime"
        following = [t.lower_ for t in lead[place + 1 : place + 2]]
        if token.lower_ in roles.FACTIONS and following == ["national"]:
            names = [token, *(t for t in lead[place + 1 :] if t.lower_ not in roles.TITLES)]
            break
        if (
            token.i not in sides.cast.bodies
            and following != ["party"]  # "Tarn Labour Party leader"
            and not _begins_name(sides, lead, place)
            and (is_role(token) or token.lower_.rstrip(".") in roles.TITLES)
        ):
            if names and token.text in ("Police", "Fire") and place + 1 < len(lead):
                names.append(token)  # "Tarn Police Chief Ann Roe"
            break
        if names and token.lower_ in roles.DESKS:
            break  # "AGC legislative policy director", "Palace Press Secretary"
        names.append(token)
    return names


def _can_be_side(sides: Affiliations, names: list[Token], lead: list[Token], role: str) -> bool:
    capital = any(c.isupper() for t in names for c in t.text)
    named = (
        capital
        and any(t.is_alpha for t in names)
        and all(sides.cast.is_name(t) or t.is_upper or t.text in "-&" for t in names)
    )
    return bool(
        named
        and role
        and not _is_adjective(sides, names)
        and role not in roles.LEGISLATORS | roles.SCHOLARS
        and not is_chamber([t.lower_ for t in names])
        and not (role in roles.STATE_OFFICES and names[-1].lower_ in roles.AMERICAN_STATES)
        and len(names) < len(lead) + (role in cues.PEOPLE | roles.SURROGATES | roles.SENT)
        and not (len(names) == 1 and names[0].lower_ in ORGANS)
        and [t.text for t in names] not in _NO_BODIES
        and not (role in _HELD and all(t.lower_ in _DEALT_WITH or t.text in "-&" for t in names))
        and not roles.APART & {t.lower_ for t in names}
    )


def _of_names(sides: Affiliations, names: list[Token], role: str, depth: int) -> Side | None:
    """Of a person, a faction or a body of that name; None where it is a country's."""
    if (whole := _end_of(sides, names)) is not None:
        return sides.of_noun(whole, depth + 1)
    words = text_of(names[0].doc)[names[0].idx : names[-1].idx + len(names[-1].text)]
    person = sides.cast.by_head.get(names[-1].i)
    if person is not None and _for_campaign(names[-1]):
        return Side(person.name, place_of(names))
    if person is not None:
        return principal(sides, names[-1], role) or sides.of_person(person, depth + 1)
    faction = roles.FACTIONS.get(words.lower()) or faction_of(names[-1])
    if faction:  # of "Florida GOP Gov. Ann Roe" it is told as of any other member
        speaks = role in roles.PARTISANS | roles.SURROGATES
        return Side(faction, place_of(names)) if speaks else NONE
    if is_generic(words):
        return sides.of_generic(names[-1], depth)
    if country_of(words) or seat_of(words):
        return None
    office = [t.lower_ for t in names[-1].doc[names[-1].i + 1 : names[-1].i + 3]]
    of_place = role in _OF_PLACE or office in (["attorney", "general"], ["solicitor", "general"])
    if not of_place and _is_place(names):
        return NONE  # "a Colorado lawyer": where somebody works
    return Side(sides.bodies.full(words), place_of(names))


def _end_of(sides: Affiliations, names: list[Token]) -> Token | None:
    """The head of the name that these words only end: "Council" for "Council for Rivers"."""
    first, end = names[0], names[-1].i + 1
    for token in reversed(list(first.doc[max(first.sent.start, first.i - 5) : first.i])):
        if token.i in sides.cast.bodies and name_end(token) == end:
            return token
    return None


def _is_place(names: list[Token]) -> bool:
    """A place by the entity tagger and by its words: no body that is named after one."""
    return names[-1].lower_ in roles.AMERICAN_STATES or (
        all(t.ent_type_ in ("GPE", "LOC") for t in names)
        and lemma(names[-1]) not in ORGANS | roles.BODY_ENDINGS
    )


def _for_campaign(name: Token) -> bool:
    """ "Roe" in "Roe campaign spokesman Jan Poe": who holds an office as well runs for it."""
    after = [t.lower_ for t in name.doc[name.i + 1 : min(name.i + 3, name.sent.end)]]
    return "campaign" in after


def principal(sides: Affiliations, owner: Token, role: str) -> Side | None:
    """Whom somebody speaks for who has no party: "Roe's spokesman", "the Roe campaign".

    None where the owner is no such person, or the role none that speaks for a person.
    """
    person = sides.cast.by_head.get(owner.i)
    if sides.governments.serves(owner, role) and not _runs(sides, owner):
        return sides.governments.side(owner)
    if person is None or role not in roles.SURROGATES:
        return None
    if role == "campaign":
        return Side(person.name, place_of([owner]))
    party = sides.of_person(person, 1).party
    if role in roles.LAWYERS and is_faction(party):
        party = person.name  # a client's party is not the lawyer's
    if not party and any(map(roles.is_minister, person.roles)):
        return NONE  # of a government that is not told, and no side alone
    return Side(party or person.name, place_of([owner]))


def _begins_name(sides: Affiliations, lead: list[Token], place: int) -> bool:
    """ "National" in "a National Post spokesman": a word for people that begins a name."""
    token = lead[place]
    if token.lower_ not in roles.SCOPES or place + 1 >= len(lead):
        return False
    return token.pos_ == "PROPN" and lead[place + 1].i in sides.cast.bodies


def _goes_on(sides: Affiliations, lead: list[Token], after: int) -> bool:
    """Whether a country's name is the beginning of another name: no "Russian Foreign Ministry",
    where what follows is what states have."""
    if after >= len(lead):
        return False
    token = lead[after]
    if token.pos_ != "PROPN" or not token.text[0].isupper() or token.i in sides.cast.by_head:
        return False
    word = lemma(token)
    if is_role(token) or word in roles.OF_STATE or token.lower_ in roles.OF_STATE:
        return False
    if token.lower_ in roles.DESKS and after + 1 < len(lead) and is_role(lead[after + 1]):
        return False  # "White House Press Secretary"
    if token.lower_ in roles.FACTIONS or not token.is_alpha or token.is_upper:
        return False
    end = after
    while end < len(lead) and lead[end].pos_ == "PROPN" and not is_role(lead[end]):
        end += 1
    # a given name before a surname is no part of a body's
    return not (end == len(lead) and likely_gender(token.text))


def _counts(piece: list[Token], party: str, role: str) -> bool:
    """Whether a country's name before a role is the side, not the post ("Ukraine envoy")."""
    words = text_of(piece[0].doc)[piece[0].idx : piece[-1].idx + len(piece[-1].text)]
    sends = party in _SENDING or any(
        c.dep_ == "prep" and c.lower_ == "to" for c in piece[-1].head.children
    )
    if role in roles.POSTED and words == party and not words.isupper() and not sends:
        return False
    if role == "attorney" and not words.isupper():
        return False  # "an American attorney" is no U.S. attorney
    if role and role not in roles.OFFICIALS | roles.STATE_BODIES | cues.DOCUMENTS:
        return role in roles.TITLES and role not in roles.PRIVATE
    return True


def _is_adjective(sides: Affiliations, names: list[Token]) -> bool:
    """ "Federal prosecutors", at the head of a sentence: no name that the report has else."""
    first = names[0]
    if len(names) > 1 or first.lower_ in roles.SCOPES:
        if first.lower_ in roles.SCOPES and len(names) == 1:
            return True
        return first.is_sent_start and all(t.text.islower() for t in names[1:])
    told = sides.by_word.get(first.lower_, ())
    return first.is_sent_start and not first.ent_type_ and len(told) < 2
