"""The party that stands beside a name or role: before it, behind it, in apposition to it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from firstmove.reading.lexicon import cues, roles
from firstmove.reading.parsing.clauses import Token, lemma, text_of
from firstmove.reading.people.body_kinds import OF_SOCIETY, ORGANS
from firstmove.reading.people.by_lead import by_lead, principal
from firstmove.reading.people.called import only_one
from firstmove.reading.people.callings import is_role, office_before
from firstmove.reading.people.countries import country_of, seat_of
from firstmove.reading.people.creeds import faction_of
from firstmove.reading.people.factions import is_faction
from firstmove.reading.people.heads import heads
from firstmove.reading.people.known_names import named_before, named_behind
from firstmove.reading.people.leads import antecedent, lead_of, owner_of, place_behind
from firstmove.reading.people.naming import name_end, name_run
from firstmove.reading.people.offices import role_nouns, role_of
from firstmove.reading.people.seated import of_all, of_members, of_seated, sits_on
from firstmove.reading.people.side import BLOCS, MAX_DEPTH, NONE, Side, of_state, place_of
from firstmove.reading.people.spoken_for import clauses_behind, spoken_for

if TYPE_CHECKING:
    from firstmove.reading.people.affiliation import Affiliations

_LEADS = frozenset("represent lead head chair run direct own found manage command".split())


# Of whoever somebody is told to have: "whose union represents 3,000 dockers".
_OWN_BODIES = OF_SOCIETY | frozenset(
    "alliance bloc campaign coalition organisation organization".split()
)


def beside(sides: Affiliations, head: Token, depth: int) -> Side:
    """The words before a name, those behind it, and its appositions."""
    first = name_run(head)[0].i
    if first > head.sent.start and lemma(head.doc[first - 1]) in roles.AGAINST:
        return NONE  # "the Red nominee with his rival Ann Roe"
    office = office_before(name_run(head)[0]) if head.dep_ == "appos" else None
    # "The force's commander, Gen. Ann Roe of Tarn": of the force
    found = modifiers(sides, office, depth) if office and owner_of(office) else NONE
    found = found if found.party else modifiers(sides, head, depth)
    if found.party:
        return found
    if (bracketed := _bracketed(sides, head)).party:
        return bracketed
    for noun in role_nouns(head):
        found = modifiers(sides, noun, depth)
        if found.party:
            return found
    for child in clauses_behind(head):
        if _is_elected(sides, head, child) or _also_leads(sides, head, child):
            continue
        if child.dep_ == "relcl" and lemma(child) in _LEADS and not _led(child):
            for thing in child.children:
                if thing.dep_ == "dobj":
                    if lemma(child) == "represent" and (
                        client := principal(sides, thing, "lawyer")
                    ):
                        return client
                    if (led := sides.of_noun(thing, depth + 1)).party:
                        return led
        if (spoken := spoken_for(sides, child, depth)).party:
            return spoken
        own = None if _governs(sides, head) else _whose(child)
        if own is not None and (led := sides.of_noun(own, depth + 1)).party:
            return led
        if child.dep_ == "relcl" and lemma(child) in ("succeed", "replace"):
            for other in child.children:
                before = sides.cast.by_head.get(other.i) if other.dep_ == "dobj" else None
                if before is not None:
                    return Side(sides.of_person(before, depth + 1).party)
                if other.dep_ == "dobj" and other.lower_ in ("him", "her"):
                    return Side(sides.meant(other).party)
    return NONE


def _is_elected(sides: Affiliations, name: Token, clause: Token) -> bool:
    """ "Representative Ann Roe, who represents Oste": the place is what sent her."""
    person = sides.cast.by_head.get(name.i)
    places = (c for c in clause.children if c.dep_ == "dobj" and c.ent_type_ in ("GPE", "LOC"))
    sent = lemma(clause) == "represent" and any(places)
    return sent and person is not None and any(map(roles.is_seated, person.roles))


def _also_leads(sides: Affiliations, name: Token, clause: Token) -> bool:
    """ "Who leads the Kiln Party", of a prime minister; not "who leads the delegation"."""
    if lemma(clause) not in ("lead", "head") or not _governs(sides, name):
        return False
    return any(c.dep_ == "dobj" and lemma(c) not in roles.SENT for c in clause.children)


def _governs(sides: Affiliations, name: Token) -> bool:
    """Whether somebody speaks for a government, whatever party is hers: a minister, where a country
    is told of. Among the parties of a coalition she is on her own one's side."""
    person = sides.cast.by_head.get(name.i)
    if person is None or not sides.names_countries:
        return False
    return any(map(roles.is_minister, person.roles))


def _whose(clause: Token) -> Token | None:
    """ "Party" in "Ann Roe, whose Kiln Party leads in the polls"."""
    owned = (t.head for t in clause.subtree if t.lower_ == "whose" and t.dep_ == "poss")
    body = next((noun for noun in owned if lemma(noun) in _OWN_BODIES), None)
    return body if clause.dep_ == "relcl" and body is not None and body.head.i == clause.i else None


def _own_party(sides: Affiliations, owner: Side) -> Side:
    """Whose members speak in "her party": a candidate stands for herself, her party does not."""
    if owner.party not in sides.alone:
        return owner
    members = {sides.member_of(p) for p in sides.cast.people if p.name == owner.party}
    return Side(members.pop()) if len(members) == 1 else NONE


def modifiers(sides: Affiliations, head: Token, depth: int) -> Side:
    """What stands before the noun ("Russian", "union") or after it ("of Ukraine")."""
    if depth > MAX_DEPTH:
        return NONE
    role = role_of(head)
    if role == "ally":
        return NONE  # who stands by somebody speaks for nobody else
    lead = lead_of(head)
    person = sides.cast.by_head.get(head.i)
    while person is not None and lead and lead[-1].text in person.words[:-1]:
        lead = lead[:-1]  # a given name is no nationality: "J. B. Dutch Arlen"
    if lead and lead[0].lower_ in roles.REBELS:  # "rebel negotiators"
        return Side(only_one(sides.bodies.all, frozenset({"rebel"})))
    if lead and lead[-1].lower_ == "opposition" and sides.named_body(lead[-1]).party:
        return sides.named_body(lead[-1])  # "the United Opposition", told by its last word
    if any(t.lower_ in roles.LEFT | roles.NOT_YET | roles.APART for t in lead):
        return NONE  # "a former Orlandish minister", "the Orlandish opposition leader"
    if head.pos_ == "NOUN" and head.lower_ in roles.APART:
        return NONE  # "Orland's opposition"
    if role == "member" and of_all(head):
        return of_members(sides, head)
    governs = role == "member" and sits_on(head, lead)
    if (role in roles.MEMBERS and not governs) or _of_two_nations(
        sides, lead[0] if lead else head, head
    ):
        return NONE
    if role in roles.SEATED and head.i not in sides.cast.by_head:
        found = of_seated(sides, head, lead)
        return found if found.party else of_members(sides, head)
    if head.pos_ == "NOUN" and role in roles.PARTISANS:
        for token in lead:
            if faction := faction_of(token):
                return Side(faction, place_of([token]))
    owner = owner_of(head)
    if owner is not None and owner.i in sides.cast.inside:
        owner = None if sides.cast.inside[owner.i] == head.i else owner
    named = _owned_name(owner) if owner is not None else None
    if named is not None:
        return sides.of_noun(named, depth + 1)
    if role == "counterpart":
        found = by_lead(sides, lead, "minister", depth)  # "his Orlandish counterpart"
        place = place_behind(head)
        return found if found.party or place is None else sides.of_noun(place, depth + 1)
    akin = role in roles.AGAINST | roles.KIN and not _serves(role, owner)
    if akin and (owner is not None or lead):
        return NONE  # "Roe's rival, Ann Poe", "his wife"
    if owner is not None and (role in roles.UNIONS or any(lemma(t) in roles.UNIONS for t in lead)):
        # A firm's or a workforce's union is another body: "their union", "the mill's union leader".
        return by_lead(sides, lead, role, depth) if role not in roles.UNIONS else NONE
    if owner is not None and owner.pos_ in ("NOUN", "PROPN"):
        found = principal(sides, owner, role) or sides.of_noun(owner, depth + 1)
        found = found if found.party else _of_american_state(role, owner)
        found = _own_party(sides, found) if role == "party" else found
        if not found.party and is_role(owner) and depth < MAX_DEPTH - 1:
            found = Side(sides.holder(owner).party)  # "the president's spokesman"
        if _is_independent(role, found.party):
            return NONE
        if not found.party and role in roles.SURROGATES | roles.PARTISANS:
            found = sides.bodies.of_people(owner)
        return found if found.party else sides.bodies.unnamed(owner)
    if owner is not None and owner.tag_ == "WP$":
        whose = antecedent(owner)
        return sides.of_noun(whose, depth + 1) if whose is not None else NONE
    if owner is not None and owner.tag_ == "PRP$":
        meant = sides.meant(owner)  # "its chairman", "her party"
        return _own_party(sides, meant) if lemma(head) == "party" else meant
    first = (lead[0] if lead else head).i - 1
    if role in roles.UNIONS and first >= head.sent.start and head.doc[first].tag_ == "POS":
        return NONE
    short = head.doc[first - 1].text if first - 2 >= head.sent.start else ""
    if head.doc[first].text == ")" and short in sides.cast.acronyms and role:
        at = head.doc[first - 1]  # "Carters' Alliance (CA) secretary Ann Roe"
        return Side(sides.bodies.full(short), (at.idx, at.idx + len(short)))
    if first > head.sent.start and head.doc[first].tag_ == "POS":
        # The parser may hang the possessive on a participle: "Vale's appointed envoy".
        return sides.of_noun(head.doc[first - 1], depth + 1)
    found = by_lead(sides, lead, role, depth)
    apart = roles.LEGISLATORS | roles.SCHOLARS | roles.EMPLOYED | roles.CLERGY
    if not of_state(found.party) and role and role not in apart:
        whole = named_before(sides, head)  # "Tram" of "Tram Staff Guild president" is a part
        found = whole if found.party in whole.party and whole.party else found
    if found.party and not (governs and found.party.islower()):
        return found  # "a board member" of somebody's board, of which no name is told
    for child in head.children:
        if child.dep_ != "prep" or child.i < head.i:
            continue
        if role in roles.AGAINST | roles.KIN and (role, child.lower_) != ("partner", "at"):
            continue
        serves = child.lower_ in ("to", "at") and role in roles.SERVING
        sits = child.lower_ == "in" and role in roles.SEATED_IN
        sits = sits and all(t.lower_ in roles.PORTFOLIOS for t in lead)
        sits = sits or (child.lower_ == "in" and _of_the_day(head, child))
        if child.lower_ not in ("of", "for", "at", "from", "with") and not (serves or sits):
            continue
        met = person is not None and not role
        met = met and (head.pos_ == "VERB" or head.dep_ in ("dobj", "dative", "compound", "nmod"))
        if met and child.lower_ not in ("of", "from"):
            continue  # "met Roe at the Tarn guest house"
        if role in roles.POSTED and child.lower_ not in ("of", "from") and not serves:
            if child.lower_ == "for" and (found := named_behind(sides, child)).party:
                return found  # of a body, and of no country that somebody deals with
            continue
        if child.i < name_end(head):
            continue  # "Chamber of Commerce"
        if role in roles.CLERGY and not _of_body(sides, child):
            return _of_clergy(sides, child, role)
        if child.lower_ == "from" and not _can_serve(role):
            continue  # "a skipper from Tarn"
        if person is not None and not role and _lives_there(sides, head, child):
            continue
        scholar = person is not None and any(roles.SCHOLARS & set(r) for r in person.roles)
        if scholar or role in roles.SCHOLARS or (role == "member" and not governs):
            continue  # who works there does not speak for it
        for thing in child.children:
            if lemma(head) in roles.UNIONS and thing.tag_ == "NNS":
                continue  # "the union for 700 port foremen" is not the port's
            if thing.dep_ == "pobj":
                seated = role in roles.STATE_OFFICES or (person is not None and not role)
                if seated and lemma(thing) in roles.AMERICAN_STATES and not _is_nation(thing):
                    continue
                found = named_behind(sides, child) if thing.i > child.i else NONE
                found = (
                    found
                    if found.party
                    else principal(sides, thing, role) or sides.of_noun(thing, depth + 1)
                )
                found = found if found.party else _of_american_state(role, thing)
                if not found.party and role in roles.SURROGATES | roles.PARTISANS:
                    found = sides.bodies.of_people(thing)
                if not found.party and role in roles.SURROGATES | roles.TITLES:
                    found = sides.bodies.unnamed(thing)
                if role in roles.EMPLOYED and not roles.UNIONS & set(found.party.lower().split()):
                    continue
                if found.party:
                    return NONE if _is_independent(role, found.party) else found
    for child in head.children:
        if child.dep_ == "acl" and child.i > head.i and lemma(child) == "represent":
            for thing in child.children:
                if thing.dep_ == "dobj":
                    return sides.of_noun(thing, depth + 1)
        if (spoken := spoken_for(sides, child, depth)).party and is_role(head):
            return spoken
    return NONE


def _led(clause: Token) -> bool:
    """ "Who managed Roe's 1996 campaign", "who led the board until May": no longer."""
    dated = any(t.like_num or t.lower_ == "until" for t in clause.subtree if t.i > clause.i)
    return clause.tag_ == "VBD" and (dated or lemma(clause) in ("manage", "run"))


def _lives_there(sides: Affiliations, name: Token, prep: Token) -> bool:
    """ "Ann Roe, 34, of Oste", "Ann Roe of Oste", no country: nobody who speaks for the place."""
    person = sides.cast.by_head.get(name.i)
    if person is None or any(set(role) - roles.COURTESY for role in person.roles):
        return False
    between = name.doc[name.i + 1 : prep.i]
    if any(t.like_num or t.pos_ == "NUM" for t in between):
        return True
    places = [c for c in prep.children if c.dep_ == "pobj"]
    towns = [t for t in places if t.ent_type_ == "GPE" and not country_of(t.text)]
    return bool(towns) and not any(
        sides.cast.bodies.get(t.i) in sides.countries.told for t in towns
    )


def _serves(role: str, owner: Token | None) -> bool:
    """ "The committee's doctor", no patient's."""
    return role in ("doctor", "teacher") and owner is not None and lemma(owner) in ORGANS


def _is_independent(role: str, party: str) -> bool:
    """ "Orland's privacy commissioner": no side of the state that appointed them."""
    return role in roles.INDEPENDENT and bool(country_of(party)) and country_of(party) not in BLOCS


def _of_the_day(noun: Token, prep: Token) -> bool:
    """ "The new team in Washington": a government told by where it sits."""
    before = {c.lower_ for c in noun.children if c.dep_ == "amod" and c.i < noun.i}
    if lemma(noun) not in roles.TEAMS or not before & roles.OF_THE_DAY:
        return False
    places = [c for c in prep.children if c.dep_ == "pobj"]
    return len(places) == 1 and bool(seat_of(places[0].text) or country_of(places[0].text))


def _bracketed(sides: Affiliations, name: Token) -> Side:
    """ "Ann Roe (Harbour Party)", "Ann Roe (HPU)"."""
    doc, at = name.doc, name.i + 1
    if name.i not in sides.cast.by_head or at >= name.sent.end or doc[at].text != "(":
        return NONE
    for token in doc[at + 1 : min(at + 8, name.sent.end)]:
        if token.text == ")":
            body = doc[token.i - 1]
            words = sides.cast.bodies.get(body.i, "")
            short = is_faction(sides.bodies.full(words)) or body.text in sides.cast.acronyms
            if short and name_run(body)[0].i == at + 1:
                return Side(sides.bodies.full(words), place_of(name_run(body)))
            return NONE
    return NONE


def _of_american_state(role: str, place: Token) -> Side:
    """ "Ohio's attorney general": sues and is sued for the state, of whatever party."""
    if role != "general" or lemma(place) not in roles.AMERICAN_STATES or place.pos_ != "PROPN":
        return NONE
    run = name_run(place)
    start, end = run[0].idx, place.idx + len(place.text)
    return Side(text_of(place.doc)[start:end], (start, end))


def _of_two_nations(sides: Affiliations, first: Token, head: Token) -> bool:
    """ "British and Dutch ministers" are of no one side."""
    doc, at = head.doc, first.i - 2
    if head.tag_ not in ("NNS", "NNPS") or at < head.sent.start or first.nbor(-1).text != "and":
        return False
    nations = [country_of(t.text) or sides.stems.get(t.lower_, "") for t in (doc[at], first)]
    return all(nations) and nations[0] != nations[1] and doc[at].pos_ in ("ADJ", "PROPN")


def _is_nation(name: Token) -> bool:
    """ "Mexico", and not "New Mexico"; "Georgia" may be either."""
    return bool(name.lower_ == "mexico" and not any(c.dep_ == "compound" for c in name.children))


def _of_clergy(sides: Affiliations, prep: Token, role: str) -> Side:
    """ "The bishop of Halm": of the diocese that the report tells of, and not of the town."""
    places = {t.text for t in prep.children if t.dep_ == "pobj"}
    for words in heads((role,)):
        name = only_one(sides.bodies.all, words)
        if name and name.split()[-1] in places:
            return Side(name)
    return NONE


def _of_body(sides: Affiliations, prep: Token) -> bool:
    """ "Bishop Ann Roe of the Council of Churches": of a body, and not of a place."""
    return any(t.i in sides.cast.bodies and lemma(t) in sides.bodies.nouns for t in prep.children)


def _owned_name(owner: Token) -> Token | None:
    """ "Alliance" in "Carters' Alliance (CA) secretary Ann Roe": its name has a possessive."""
    after = owner.i + 2
    if after >= owner.sent.end or owner.nbor(1).tag_ != "POS":
        return None
    head = owner.doc[after]
    if head.pos_ != "PROPN" or head.lower_ not in roles.BODY_ENDINGS:
        return None
    return head if name_run(head)[0].i < owner.i + 1 else None


def _can_serve(role: str) -> bool:
    """Whether what stands behind "of" or "from" can be whose side the role is on."""
    return (
        not role
        or role in roles.OFFICIALS | roles.SURROGATES | roles.STATE_BODIES | cues.BODIES | ORGANS
        or role in cues.DOCUMENTS | roles.PARTS
        or (role in roles.TITLES)
    )
