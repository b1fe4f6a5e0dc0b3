"""The party that a noun names or belongs to: "the Kremlin", "the union", "the ministry"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from firstmove.reading.lexicon import cues, roles
from firstmove.reading.parsing.clauses import SUBJECTS, Token, is_animate, lemma, text_of
from firstmove.reading.people.beside import modifiers
from firstmove.reading.people.body_kinds import OF_SOCIETY, ORGANS
from firstmove.reading.people.by_capital import by_capital
from firstmove.reading.people.by_lead import by_lead
from firstmove.reading.people.called import only_one
from firstmove.reading.people.callings import is_role
from firstmove.reading.people.countries import country_of, office_of, seat_of
from firstmove.reading.people.creeds import is_creed
from firstmove.reading.people.demonyms import of_many_lands
from firstmove.reading.people.groups import group_of
from firstmove.reading.people.heads import heads
from firstmove.reading.people.holders import role_words
from firstmove.reading.people.leads import is_foreign_office, lead_of, owner_of
from firstmove.reading.people.name_before import name_before
from firstmove.reading.people.naming import name_place, name_run
from firstmove.reading.people.side import (
    BLOCS,
    MAX_DEPTH,
    NONE,
    Side,
    is_definite,
    place_of,
    presides,
)
from firstmove.reading.people.told_earlier import group_before, just_said, told_of, told_of_office

if TYPE_CHECKING:
    from firstmove.reading.people.affiliation import Affiliations


_SOME = frozenset(
    "most many some few several more other fellow ordinary young older elderly wealthy poor rich "
    "average everyday working black white gay".split()
)
_ORGANS_OF_STATE = (
    roles.STATE_BODIES
    | roles.PORTFOLIOS
    | frozenset(
        "and governing guardian interim peace provisional ruling sovereign sovereignty "
        "transitional".split()
    )
)
_OF_SOCIETY = OF_SOCIETY | {"syndicate"}
_VOICES = frozenset("spokesman spokesperson spokeswoman".split())
_TEXTS = frozenset("accords act agreement amendment constitution treaty".split())
_PARTS = frozenset("majority most many some few half percent percentage third quarter".split())


def of_noun(sides: Affiliations, noun: Token, depth: int = 0) -> Side:
    """The party that a noun names or belongs to."""
    if depth > MAX_DEPTH:
        return NONE
    if noun.i in sides.cast.by_head:
        person = sides.cast.by_head[noun.i]
        return sides.of_person(person, depth + 1) if person is not None else NONE
    if noun.i in sides.cast.inside:
        noun = noun.doc[sides.cast.inside[noun.i]]
    if noun.text.islower() and (lemma(noun) in ORGANS or noun.ent_type_ == "ORG"):
        return _of_common(sides, noun, depth)  # whatever the tagger takes it for
    if sides.cast.is_name(noun) or noun.ent_type_ in ("GPE", "NORP", "ORG"):
        return _of_name(sides, noun, depth)
    if noun.pos_ in ("NOUN", "ADJ"):
        return _of_common(sides, noun, depth)
    return NONE


def of_generic(sides: Affiliations, noun: Token, depth: int) -> Side:
    """ "Ministry spokeswoman", "Foreign Ministry officials": of the ministry just told of."""
    if is_foreign_office(noun):
        british = "United Kingdom" in sides.countries.told
        return Side("United Kingdom") if british else sides.countries.government()
    if lemma(noun) in roles.STATE_BODIES:
        if (told := told_of(sides, noun, depth)) is not None:
            return told
        if lemma(noun) in roles.MINISTERIAL:
            found = sides.countries.government()
            return found if found.party else sides.countries.at_home_by_title(noun)
    return sides.named_body(noun)


def _of_name(sides: Affiliations, noun: Token, depth: int) -> Side:
    if _some_of(noun):
        return NONE
    if noun.text == "State" and noun.i > 1 and noun.nbor(-1).lower_ == "of":
        return NONE  # "Secretary of State": of no land by that name
    campaign = noun.text == "Campaign" and noun.i not in sides.cast.bodies
    if campaign or noun.lower_ in roles.IN_CAPITALS:  # "Harbour Party MPs", "the Roe Campaign"
        return modifiers(sides, noun, depth)
    run = list(name_run(noun)) if sides.cast.is_name(noun) else [noun]
    words = text_of(noun.doc)[run[0].idx : noun.idx + len(noun.text)]
    if sides.cast.bodies.get(noun.i) in sides.opposed:
        return Side(sides.cast.bodies[noun.i], place_of(run))
    party = country_of(words) or seat_of(words) or sides.seats.get(words.removeprefix("The "), "")
    party = party or _seat_with_article(sides, noun, words)
    if not party:
        holder = office_of(words, sides.year)
        last_word = words.split()[-1]
        if holder and last_word not in ("administration", "government"):
            holder = holder if sides.in_office(last_word) else ""
        party = holder
    if party:
        return Side(party, place_of(run))
    if len(run) == 1 and noun.lower_ in sides.stems:
        return Side(sides.stems[noun.lower_], place_of(run))
    faction = roles.FACTIONS.get(noun.lower_.removesuffix("s"), "")
    if faction and noun.lower_ not in ("r", "d", "democratic") and not is_creed(words):
        return Side(faction, place_of([noun]))
    if office_of(words, None):
        return NONE  # a head of state, of another year or without a word of it
    last = lemma(noun)
    if (last in roles.STATE_BODIES or noun.lower_ in roles.STATE_BODIES) and not (
        _is_own_name(run)
    ):
        lead = lead_of(noun)
        found = by_lead(sides, lead, last, depth)
        if found.party and not (_is_one_name(run, last, found) or _is_of_its_own(noun, found)):
            return found
        owner = owner_of(noun)
        if owner is not None and sides.cast.inside.get(owner.i) != noun.i:
            return sides.of_noun(owner, depth + 1)
        if last in roles.GOVERNMENT_WORDS or last in ("ministry", "government"):
            return (
                sides.countries.government()
                if last in roles.MINISTERIAL
                else sides.countries.only()
            )
    if is_foreign_office(noun):
        return of_generic(sides, noun, depth)
    if last in roles.TITLES - roles.FIELDS and last not in roles.STATE_BODIES:
        return modifiers(sides, noun, depth)
    start, end = name_place(noun)
    words = text_of(noun.doc)[start:end]
    if " " in words and noun.lower_ in _TEXTS:
        return NONE  # "the Clean Water Act"
    full = sides.bodies.full(words)
    if full != words and (seat := country_of(full) or seat_of(full)):
        return Side(seat, (start, end))  # "the Commission", after "the European Commission"
    if full == "Commission" and "European Union" in sides.countries.told:
        return Side("European Union", (start, end))
    if full == words.removeprefix("The ").removeprefix("the ") and (
        _is_bare(words) or not (sides.bodies.is_body(words) or words in sides.cast.fuller)
    ):
        return NONE
    return Side(full, (start, end))


def _seat_with_article(sides: Affiliations, noun: Token, words: str) -> str:
    """ "The Hague said it would": its government, where the report tells of the land; not the city
    that courts sit in."""
    led = any(c.dep_ == "det" and c.lower_ == "the" for c in noun.children)
    party = seat_of(f"the {words}") if led and noun.dep_ in (*SUBJECTS, "dobj", "conj") else ""
    return party if party in sides.countries.told else ""


def _works_at(somebody: Token) -> bool:
    """ "A biologist at the board": of a body told by what it is."""
    places = (c for p in somebody.children if p.lower_ == "at" for c in p.children)
    return any(lemma(place) in ORGANS for place in places)


def _some_of(people: Token) -> bool:
    """ "Most Ostmarkers", "two in three Greens", "ordinary Democrats": no side of a dispute."""
    if people.tag_ not in ("NNPS", "NNS"):
        return False
    behind_of = people.dep_ == "pobj" and people.head.lower_ == "of"
    if behind_of and people.head.head.lower_ in _PARTS:
        return True
    return any(c.i < people.i and c.lower_ in _SOME for c in people.children)


def _is_own_name(run: list[Token]) -> bool:
    """ "Free Mountain Army": nothing in it that states have, or their names."""
    begun = [t for t in run[:-1] if t.text[0].isupper() and not _is_generic(t)]
    return len(begun) > 1 and not any(country_of(t.text) or t.ent_type_ == "GPE" for t in begun)


def _is_one_name(run: list[Token], last: str, found: Side) -> bool:
    """ "Tarn Transit Authority" is one name, and no authority of a "Tarn Transit"; "Tarn Police
    Department" is none of a country's."""
    if country_of(found.party) or found.place is None or found.place[0] < run[0].idx:
        return False
    if found.place == place_of(run[:-1]):
        return len(run) > 2 or last not in roles.STATEHOOD
    return not roles.STATEHOOD & {last, *(t.lower_ for t in run)}


def _is_of_its_own(noun: Token, found: Side) -> bool:
    """ "The Norwegian Refugee Council", "the American Federation of Teachers": named after a land,
    and no organ of it, by a word that no state's organ has."""
    start, end = name_place(noun)
    if found.place is None or not country_of(found.party) or not start <= found.place[0] < end:
        return False
    told = text_of(noun.doc)[found.place[1] : end].lower().split()
    if "federation" in told or {"chamber", "commerce"} <= {*told}:
        return True
    return told[-1:] == ["council"] and not all(w in _ORGANS_OF_STATE for w in told)


def _of_common(sides: Affiliations, noun: Token, depth: int) -> Side:
    word = lemma(noun)
    name = name_before(sides.cast, noun)
    if name is not None and (found := sides.of_noun(name, depth + 1)).party:
        return found
    if name is not None and word == "party":  # a name by that word, if by no other
        run = name_run(name)
        return Side(text_of(noun.doc)[run[0].idx : name.idx + len(name.text)], place_of(run))
    if word in ("neighbour", "neighbor") and noun.tag_ == "NN":
        return _neighbour(sides, noun, depth)
    if word in roles.COUNTRY_WORDS and noun.tag_ != "NN":
        return NONE  # "both countries" are no one side
    if word in roles.COUNTRY_WORDS:
        found = modifiers(sides, noun, depth)
        return found if found.party else sides.countries.before(noun)
    if word == "bank" and (bank := _central_bank(sides, noun, depth)).party:
        return bank
    found = modifiers(sides, noun, depth)
    if not found.party and noun.tag_ == "NNS" and word in roles.GOVERNMENT_WORDS:
        return NONE  # "the two governments"
    state = word in roles.STATE_BODIES or word in roles.OFFICIALS or is_role(noun)
    state = state or (word not in ORGANS and is_animate(noun) and _works_at(noun))
    state = state or word in roles.PARTS or word in roles.OF_PLACES
    if found.party and (state or word in cues.BODIES or word in cues.DOCUMENTS):
        if word in _OF_SOCIETY and country_of(found.party):
            return sides.named_body(noun)  # "Iraq's Sadr movement" does not speak for Iraq
        body = NONE if country_of(found.party) else _described(sides, noun)
        return body if body.party else found  # "the port authority of Tarn", not Tarn
    if found.party or any(map(of_many_lands, lead_of(noun))):
        return NONE
    if country_of(noun.text) and noun.text[0].isupper():
        return Side(country_of(noun.text), place_of([noun]))
    if (body := _described(sides, noun)).party:
        return body
    if _is_of_a_state(noun) and (found := by_capital(sides, noun)).party:
        return found
    if word in roles.MINISTERIAL:
        told = told_of(sides, noun, depth)
        found = told or sides.countries.government(t.lower_ for t in lead_of(noun))
        if not found.party and is_definite(noun):
            found = sides.countries.at_home(noun)
        above = _is_above(noun) and not country_of(found.party)
        return Side("the government", place_of([noun])) if above else found
    if word == "administration":
        return _administration(sides)
    if word in roles.GOVERNMENT_WORDS:
        found = told_of(sides, noun, depth) or sides.countries.only()
        return found if found.party or not is_definite(noun) else sides.countries.at_home(noun)
    if word == "minister" and noun.tag_ == "NNS" and not list(noun.lefts) and not _led_on(noun):
        return sides.countries.government()
    if is_definite(noun) and noun.tag_ == "NN" and roles.is_minister(role_words(noun)):
        # "the finance minister"
        told = told_of_office(sides, noun, depth)
        if told is not None and (country_of(told.party) or not _is_above(noun)):
            return told
        words = role_words(noun)
        if _of_somewhere(noun):
            return NONE
        found = sides.countries.government(words)
        if _is_above(noun) and not country_of(found.party):
            return Side("the government", place_of([noun]))
        return found if found.party else sides.countries.at_home(noun)
    if is_definite(noun) and noun.tag_ == "NN" and not _led_on(noun):
        for kinds in heads(role_words(noun)):  # "the mayor", "the chief executive"
            if name := only_one(sides.bodies.all, kinds):
                return Side(name)
    of_place = word in roles.STATE_BODIES or word in roles.OF_PLACES
    if of_place and (told := told_of(sides, noun, depth)) is not None:
        body = NONE if country_of(told.party) else sides.named_body(noun)
        return body if body.party else told
    if word == "campaigner" and is_definite(noun):
        return Side(only_one(sides.bodies.all, frozenset({"group", "campaign", "movement"})))
    rebels = word in roles.REBELS and is_definite(noun)
    if rebels and (name := only_one(sides.bodies.all, frozenset({"rebel"}))):
        return Side(name)
    named = word in ORGANS or word in sides.bodies.nouns
    named = named and (is_definite(noun) or word == "management" or bool(owner_of(noun)))
    if named and (body := sides.named_body(noun)).party:
        return body
    if (body := group_before(sides, noun)).party:
        return body
    if word in _VOICES and all(c.dep_ == "det" for c in noun.children):
        return just_said(sides, noun, depth)
    group = group_of(sides.cast, sides.bodies.all, noun)
    return Side(group, place_of([noun])) if group else NONE


def _central_bank(sides: Affiliations, bank: Token, depth: int) -> Side:
    """ "Tarn's central bank" in a report that tells of a government, too: another side than it."""
    banks = [t for t in sides.by_word.get("bank", ()) if _is_central(t)]
    states = {modifiers(sides, t, depth + 2).party for t in banks} - {""}
    governed = (roles.MINISTERIAL | {"minister"}) & sides.by_word.keys()
    if not _is_central(bank) or len(states) > 1 or not governed:
        return NONE
    return Side("the central bank", place_of([bank]))


def _is_central(bank: Token) -> bool:
    return any(c.lower_ == "central" and c.dep_ == "amod" for c in bank.children)


def _is_above(noun: Token) -> bool:
    """ "The federal government", above the provinces that the report tells of."""
    return any(c.lower_ in roles.ABOVE and c.dep_ == "amod" for c in noun.children)


def _is_of_a_state(noun: Token) -> bool:
    """ "The foreign ministry", "the government", "the defence minister"."""
    if (
        noun.tag_[-1:] == "S"
        or not is_definite(noun)
        or any(c.dep_ == "poss" for c in noun.children)
    ):
        return False
    state = roles.MINISTERIAL | roles.GOVERNMENT_WORDS
    return lemma(noun) in state or roles.is_minister(role_words(noun))


def _neighbour(sides: Affiliations, noun: Token, depth: int) -> Side:
    """ "Its neighbour", "Tarn's neighbour", where the report tells of one other country only."""
    owner = next((c for c in noun.children if c.dep_ == "poss"), None)
    if owner is None:
        return NONE
    own = sides.meant(owner) if owner.pos_ == "PRON" else sides.of_noun(owner, depth + 1)
    others = [land for land in sides.countries.told if land != own.party]
    sure = len(others) == 1 and own.party in sides.countries.told
    return Side(others[0]) if sure and others[0] not in BLOCS else NONE


def _of_somewhere(noun: Token) -> bool:
    """ "The minister of Tarn", "who speaks for Tarn", where nothing is known of Tarn: of no other
    government."""
    clauses = [c for c in noun.children if c.dep_ == "relcl"]
    if any(t.pos_ == "PROPN" for clause in clauses for t in clause.subtree):
        return True
    return any(
        thing.pos_ == "PROPN" and thing.lower_ not in roles.PORTFOLIOS | roles.FIELDS
        for prep in noun.children
        if prep.dep_ == "prep" and prep.lower_ in ("of", "from")
        for thing in prep.children
        if thing.dep_ == "pobj"
    )


def _described(sides: Affiliations, noun: Token) -> Side:
    """ "The port authority": the body of that description or with it in its name."""
    called = lemma(noun) in ORGANS or lemma(noun) in sides.bodies.nouns
    if called and noun.tag_ == "NN" and any(c.dep_ == "compound" for c in noun.children):
        return sides.named_body(noun)
    return NONE


def _led_on(noun: Token) -> bool:
    """Whether more is told behind the noun: "ministers of both", "ministers who"."""
    if any(c.dep_ in ("prep", "relcl", "acl", "conj", "appos") for c in noun.rights):
        return True
    return noun.i + 1 < noun.sent.end and noun.nbor(1).lower_ in ("of", "from", "who")


def _administration(sides: Affiliations) -> Side:
    """ "The administration": of the one country whose president the report tells of, or of the
    one head who is told to have one."""
    heads = sides.governments.heads.items()
    having = {sides.governments.country(key) for key, head in heads if "administration" in head.has}
    if len(having) == 1 and "" not in having:
        return Side(having.pop())
    found = {
        side.party
        for person in sides.cast.people
        if any(presides(role) for role in person.roles)
        and country_of((side := sides.of_person(person, 1)).party)
    }
    if len(found) == 1:
        return Side(found.pop())
    return NONE if found else sides.countries.only()


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
