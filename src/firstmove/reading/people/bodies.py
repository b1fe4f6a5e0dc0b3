"""The named bodies of a report and what it calls them: "the union" for "Dockers' Union"."""

from __future__ import annotations

from collections.abc import Iterable

from firstmove.reading.lexicon.roles import (
    AMERICAN_STATES,
    GOVERNMENT_WORDS,
    LANDS,
    LAWYERS,
    OF_PLACES,
    REBELS,
    STATE_OFFICES,
    TITLES,
)
from firstmove.reading.parsing.clauses import Token, lemma
from firstmove.reading.people.body import Body
from firstmove.reading.people.body_kinds import ORGANS, SITES, TRADES
from firstmove.reading.people.body_nouns import (
    COUNCILS,
    FIRMS,
    OF_FIRMS,
    SPOTS,
    is_popular,
    own_nouns,
)
from firstmove.reading.people.callings import is_role
from firstmove.reading.people.cast import Cast
from firstmove.reading.people.countries import country_of, seat_of
from firstmove.reading.people.fuller import adds_only, fuller_name, is_firm, is_generic
from firstmove.reading.people.naming import FELLOWS
from firstmove.reading.people.ruling import rules_told
from firstmove.reading.people.unnamed_bodies import unnamed

_OF_PLACES = frozenset("council authority board police school".split())
_OF_WHICH = frozenset("city country county district nation province region state town".split())
_POPULAR = frozenset("lobby charity movement union campaign alliance federation network".split())
_THINGS_OF_FIRMS = frozenset("customers shares profits shareholders stores subsidiaries".split())
_INSIDE = ("in", "near", "across")
_WHERE = ("in", "near", "at", "from", "to", "of", "across")
_PLACES = ("GPE", "LOC", "FAC", "NORP", "EVENT", "LAW", "PERSON", "WORK_OF_ART", "PRODUCT")


def short_name(cast: Cast, words: str) -> str:
    """The fullest name that the report gives a body, without article and abbreviation."""
    short = " ".join(words.split()).removeprefix("the ").removeprefix("The ")
    short = short.removesuffix("’s").removesuffix("'s")
    short = cast.acronyms.get(short, short)
    if short.endswith((" Police", " Fire")):
        longer = {n for n in cast.bodies.values() if adds_only(n.removeprefix("the "), short)}
        return longer.pop() if len(longer) == 1 else short
    if short not in cast.asked:
        full = cast.fuller.get(short) or fuller_name(short, cast.in_order)
        cast.asked[short] = "" if full and is_firm(full) and _is_town(cast, short) else full
        if not cast.asked[short] and " " not in short:
            cast.asked[short] = _begun(cast, short)
    return cast.asked[short] or short


def _begun(cast: Cast, short: str) -> str:
    """ "Tarnline Telecom" for "Tarnline": the one name of two words that begins so and is of no
    known kind, first told before the short one, which is no place."""
    if seat_of(short) or country_of(short) or short.lower() in AMERICAN_STATES:
        return ""  # "Berlin" speaks for its government also beside the "Berlin Wall"
    full: dict[str, int] = {}
    alone: list[int] = []
    for index, words in sorted(cast.bodies.items()):
        if words == short:
            alone.append(index)
            head = cast.token(index)
            if head is not None and _stands_for_place(head, _WHERE):
                return ""
        elif words.startswith(f"{short} ") and words.count(" ") == 1 and not own_nouns(words):
            full.setdefault(words, index)
        elif words.endswith(f" of {short}") and words.split()[0].lower() in LANDS:
            return words  # "the Republic of Tarn"
    found = [words for words, first in full.items() if alone and first < alone[0]]
    if len(full) != 1 or not found or found[0].split()[-1].lower() in SPOTS | TITLES:
        return ""
    return found[0]


def _is_town(cast: Cast, short: str) -> bool:
    """ "Tarn's mayor", "in Tarn": no short name of "Tarn Gate Lines"."""
    heads = (cast.token(index) for index, words in cast.bodies.items() if words == short)
    return any(head is not None and _stands_for_place(head, _INSIDE) for head in heads)


def _stands_for_place(head: Token, where: tuple[str, ...]) -> bool:
    if head.dep_ == "pobj":
        return head.head.lower_ in where
    return bool(head.dep_ == "poss" and lemma(head.head) in OF_PLACES)


def bodies_of(cast: Cast) -> tuple[Body, ...]:
    """The bodies of a report in order, countries and their seats left out."""
    known: dict[str, Body] = {}
    tokens = {t.i: t for t in cast.body_tokens}
    for index in sorted(cast.bodies):
        words = cast.bodies[index]
        head = tokens.get(index)
        if head is None or country_of(words) or seat_of(words):
            continue
        name = short_name(cast, words)
        if is_generic(name) or name.split()[-1].lower() in STATE_OFFICES:
            continue  # "Army", "Ohio Gov."
        body = known.setdefault(name, Body(name, index, own_nouns(name)))
        body.popular = body.popular or is_popular(name)
        _learn(body, head, taken_for_person=name in cast.no_people)
        body.rules = body.rules if (rules := rules_told(cast, head)) is None else rules
    for body in known.values():
        body.sure = (body.firm and not body.inside) or bool(body.nouns & FIRMS)
        body.firm = body.sure or body.firm or is_firm(body.name) or bool(body.nouns & FIRMS)
    firms = any(body.firm for body in known.values())
    told = {noun for body in known.values() for noun in body.nouns}
    names = " ".join(known).lower()
    for body in known.values():  # "Tarn Green", where "Tarn Green Parish Council" is told
        councils = [n for n in known if n.startswith(f"{body.name} ") and own_nouns(n) & _OF_PLACES]
        body.place = body.place or bool(councils)
        body.nouns -= {noun for name in councils for noun in own_nouns(name)}
    described = unnamed(cast, tokens.values())
    for body in described:
        short = body.name.removeprefix("the ")
        if short.lower() in names:
            continue  # "the rifle association", where its full name is told
        if any(other.name.endswith(f" {short}") and other is not body for other in described):
            continue  # "the parish council", where "Tarn parish council" is told
        if body.nouns & FIRMS and _may_be_named(known.values(), body):
            continue  # "the delivery company", where one body of unknown kind is told
        if not body.nouns & told and not (firms and body.nouns & FIRMS):
            known.setdefault(body.name, body)
    return tuple(known.values())


def _may_be_named(bodies: Iterable[Body], described: Body) -> bool:
    """Whether just one body told before acts and is of no kind and no place."""
    before = [b for b in bodies if b.first < described.first and b.acts]
    return len([b for b in before if not b.nouns and not b.place]) == 1


def _learn(body: Body, head: Token, *, taken_for_person: bool) -> None:
    """What stands beside a mention: "the shippers' group Seaway", "Seaway, a charity, …"."""
    inside = head.dep_ == "pobj" and head.head.lower_ in ("in", "near", "across", "from", "to")
    inside = inside or (head.dep_ == "pobj" and head.head.lower_ == "at" and _is_spot(head))
    body.inside = body.inside or inside
    body.nouns |= _as_place(head)
    thing = head.dep_ in ("compound", "nmod") and head.head.pos_ == "NOUN"
    thing = thing and lemma(head.head) not in ORGANS and not is_role(head.head)
    body.acts = body.acts or not thing
    body.place = body.place or inside or (head.ent_type_ in _PLACES and not taken_for_person)
    if " " not in body.name and any(c.lower_ == "the" for c in head.children):
        body.place = True  # "the Ebra"; no firm has an article
    served = head.head.head if head.dep_ == "pobj" and head.head.lower_ == "for" else head.head
    body.place = body.place or (" " not in body.name and lemma(served) in LAWYERS)
    beside = [c for c in head.children if c.dep_ == "appos" and c.pos_ == "NOUN"]
    if head.dep_ == "appos" and head.head.pos_ == "NOUN" and head.head.i < head.i:
        beside.append(head.head)
        if head.head.dep_ == "pobj" and head.head.head.lower_ in ("of", "for"):
            beside.append(head.head.head.head)  # "the operator of the dam, Halworks"
    lead = head.i - len(body.name.split())
    before = head.doc[lead] if lead >= head.sent.start else None
    joined = before is not None and before.dep_ in ("compound", "nmod")
    if before is not None and lemma(before) in _OF_WHICH:
        before = None  # "the state Constitution" is of a state, and is none
    if before is not None and before.pos_ == "NOUN" and (joined or is_called(before)):
        beside.append(before)
    if head.i + 1 < head.sent.end and head.nbor(1).text == "party":
        body.nouns.add("party")  # "the Amber party"
    if before is not None and before.lower_ in REBELS:
        body.nouns.add("rebel")
    if before is not None and before.lower_ in TRADES:
        body.nouns.add(before.lower_)
        body.firm = True
    if head.dep_ == "nsubj" and lemma(head.head) == "be":
        beside += [c for c in head.head.children if c.dep_ == "attr" and c.pos_ == "NOUN"]
    if head.dep_ == "attr" and lemma(head.head) == "be":
        beside += [c for c in head.head.children if c.dep_ == "nsubj" and c.pos_ == "NOUN"]
    # "the war of the government and the Front": no body is called a government
    body.nouns |= {w for noun in beside if (w := lemma(noun)) in ORGANS - GOVERNMENT_WORDS}
    body.popular = body.popular or any(lemma(noun) in _POPULAR for noun in beside)
    owned = head.head if head.dep_ == "poss" else None
    if head.dep_ == "pobj" and head.head.lower_ in ("of", "at"):
        owned = head.head.head
    if owned is not None:
        told = lemma(owned) in OF_FIRMS or owned.lower_ in _THINGS_OF_FIRMS
        body.firm = body.firm or told


def _is_spot(name: Token) -> bool:
    """ "The school at Tarn Green", "works at Tarn": no firm, whose workers are "at" it."""
    return not is_role(name.head.head) and lemma(name.head.head) not in FELLOWS


def _as_place(name: Token) -> set[str]:
    """ "town" for "the town of Tarn", "town" or "city" for "the mayor of Tarn", "Tarn's mayor"."""
    noun = None
    if name.dep_ == "pobj" and name.head.lower_ == "of":
        noun = name.head.head
    elif name.dep_ in ("poss", "compound"):
        noun = name.head
    word = lemma(noun) if noun is not None and noun.text.islower() else ""
    if word == "mayor":
        return {"town", "city"}
    return {word} if name.dep_ == "pobj" and word in COUNCILS | {"region", "province"} else set()


def is_called(noun: Token) -> bool:
    """ "charity" in "the charity Wild Hearts": what the name right behind it is."""
    led = any(c.dep_ == "det" and c.lower_ in ("the", "a", "an") for c in noun.children)
    return led and noun.tag_ == "NN" and lemma(noun) in ORGANS - SITES
