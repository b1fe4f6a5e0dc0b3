"""The named bodies of a report and what it calls them: "the union" for "Dockers' Union"."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from firstmove.reading.attribution import cues
from firstmove.reading.parsing.clauses import Token, lemma
from firstmove.reading.people.callings import is_role
from firstmove.reading.people.cast import Cast
from firstmove.reading.people.countries import country_kind, country_of, seat_of
from firstmove.reading.people.fuller import adds_only, fuller_name, is_firm, is_generic
from firstmove.reading.people.naming import FELLOWS, ORGANS, SITES, TRADES
from firstmove.reading.people.roles import BODY_ENDINGS, CHAMBERS, FACTIONS, LAWYERS, REBELS

FIRMS = frozenset(
    "company firm corporation operator employer manufacturer management carrier".split()
)
# Of what there are councils, and what these are called in short.
_COUNCILS = frozenset("county borough parish town city district village municipal".split())
_LOCAL = _COUNCILS | {"school", "water", "port", "harbour", "harbor", "hospital"}
# Bodies that stand for a side even where no name is told: "the union's president".
UNNAMED = FIRMS - {"management"} | frozenset(
    "union association federation guild council board commission committee party club trust port "
    "airline hospital school cooperative syndicate authority utility league clan tribe district "
    "agency brotherhood secretariat tribunal regulator consortium charity front faction zoo "
    "junta county borough service panel".split()
)
_TEAMS = frozenset("rovers united wanderers athletic rangers albion fc rfc afc".split())
_OUTLET_NOUNS = ("network", "broadcaster", "channel")
_UNIONS = frozenset("union association federation guild alliance brotherhood workers".split())
_CRAFTS = ("ers", "men", "nurses", "pilots", "farmhands", "staff", "clerks")
# Last words of the names of streets and waters, which are no bodies.
_SPOTS = frozenset("square street road avenue lane bridge river lake valley bay hill park".split())
_POPULAR = frozenset("lobby charity movement union campaign alliance federation network".split())
# Whoever has these is a firm.
_OF_FIRMS = frozenset({"executive", "ceo", "shareholder"})
_THINGS_OF_FIRMS = frozenset("customers shares profits shareholders stores subsidiaries".split())
# What a firm does, by the last word of its name.
_TRADED = {
    **dict.fromkeys(("estates", "properties"), frozenset({"landlord", "developer"})),
    **dict.fromkeys(("homes", "developments", "builders"), frozenset({"developer", "builder"})),
    **dict.fromkeys(("air", "airlines", "airways"), frozenset({"airline", "carrier"})),
    **dict.fromkeys(("trains", "ferries", "buses", "railways"), frozenset({"operator"})),
    "bank": frozenset({"bank", "lender"}),
    "insurance": frozenset({"insurer"}),
}
_PLACES = ("GPE", "LOC", "FAC", "NORP", "EVENT", "LAW", "PERSON", "WORK_OF_ART", "PRODUCT")


@dataclass(slots=True)
class Body:
    """A named body: where it is first told, and the common nouns that mean it."""

    name: str
    first: int
    nouns: set[str] = field(default_factory=set)
    firm: bool = False
    place: bool = False  # may be where something happens, or somebody who has a lawyer
    inside: bool = False  # told as where something happens
    acts: bool = False  # told otherwise than of a thing: "Tarn dam"
    popular: bool = False  # of people, by what it is called
    sure: bool = False  # a firm by what is told of it, whatever its name


def short_name(cast: Cast, words: str) -> str:
    """The fullest name that the report gives a body, without article and abbreviation."""
    short = " ".join(words.split()).removeprefix("the ").removeprefix("The ")
    short = cast.acronyms.get(short, short)
    if short.endswith((" Police", " Fire")):
        longer = {n for n in cast.bodies.values() if adds_only(n.removeprefix("the "), short)}
        return longer.pop() if len(longer) == 1 else short
    if short not in cast.asked:
        cast.asked[short] = cast.fuller.get(short) or fuller_name(short, list(cast.bodies.values()))
    return cast.asked[short] or short


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
        if is_generic(name):
            continue
        body = known.setdefault(name, Body(name, index, _own_nouns(name)))
        _learn(body, head)
    for body in known.values():
        body.sure = (body.firm and not body.inside) or bool(body.nouns & FIRMS)
        body.firm = body.sure or body.firm or is_firm(body.name) or bool(body.nouns & FIRMS)
    firms = any(body.firm for body in known.values())
    told = {noun for body in known.values() for noun in body.nouns}
    names = " ".join(known).lower()
    described = _unnamed(cast, tokens.values())
    for body in described:
        short = body.name.removeprefix("the ")
        if short.lower() in names:
            continue  # "the rifle association", where its full name is told
        if any(other.name.endswith(f" {short}") and other is not body for other in described):
            continue  # "the parish council", where "Tarn parish council" is told
        if not body.nouns & told and not (firms and body.nouns & FIRMS):
            known.setdefault(body.name, body)
    return tuple(known.values())


def _unnamed(cast: Cast, tokens: Iterable[Token]) -> list[Body]:
    """Bodies that have a description for a name: "the teachers union", "the parish council"."""
    found: dict[str, Body] = {}
    for token in tokens:
        word = lemma(token)
        if token.pos_ != "NOUN" or token.tag_ != "NN" or word not in UNNAMED | SITES:
            continue
        if token.dep_ == "compound" and lemma(token.head) in ORGANS:
            continue  # "the school district"
        lead = [c for c in token.children if c.i < token.i and c.dep_ != "punct"]
        words = [c for c in lead if c.dep_ in ("compound", "nmod") and c.pos_ == "NOUN"]
        if len(lead) == 1 and _owned_by_people(lead[0]):  # "the cleaners' union"
            owner = str(token.doc[lead[0].left_edge.i : token.i].text).lower()
            found.setdefault(f"{owner} {word}", Body(f"{owner} {word}", token.i, {word}))
            continue
        if word in SITES:  # "the Dunmore bakery"
            words = [c for c in lead if c.dep_ in ("compound", "nmod") and c.pos_ == "PROPN"]
        elif word not in FIRMS:  # "the Tarn port authority"
            words = [c for c in lead if c.dep_ in ("compound", "nmod") and _may_own(cast, c, word)]
        articles = [c for c in lead if c.dep_ == "det" and c.lower_ in ("the", "a", "an")]
        called = bool(words) and words[0].pos_ == "PROPN"  # "Tarn parish council"
        if len(articles) > 1 or not (articles or called):
            continue
        if not words or len(lead) != len(words) + len(articles):
            continue
        named = (w.text if w.pos_ == "PROPN" else w.lower_ for w in words)
        name = " ".join([*(["the"] if articles else []), *named, token.lower_])
        found.setdefault(name, Body(name, token.i, {word}))
    return list(found.values())


def _may_own(cast: Cast, word: Token, kind: str) -> bool:
    """ "Tarn" and "port" before "authority"; no country, chamber or person, whose authority or
    committee may be one of many."""
    if word.pos_ == "NOUN":
        return True
    if word.pos_ != "PROPN" or country_of(word.text) or seat_of(word.text):
        return False
    of_nation = word.ent_type_ == "NORP" and word.lower_.endswith(("ian", "ese", "ish", "an"))
    of_nation = of_nation and word.nbor(1).lower_ not in _LOCAL  # "the Marran school board"
    if of_nation or word.lower_ in CHAMBERS or word.lower_ in FACTIONS:
        return False
    return word.i not in cast.by_head or kind in ("clan", "tribe")


def _owned_by_people(noun: Token) -> bool:
    """ "the cleaners'": a people, with its article, in the possessive."""
    marks = [c for c in noun.children if c.tag_ == "POS"]
    rest = [c.lower_ for c in noun.children if c.tag_ != "POS"]
    return noun.tag_ == "NNS" and bool(marks) and rest == ["the"]


def kind_of(word: str) -> str:
    """What a body is by the last word of its name, "quarry" of "Tarn Quarries"; or ""."""
    forms = (word, word.removesuffix("s"), f"{word.removesuffix('ies')}y")
    return next((w for w in forms if w in ORGANS or w in BODY_ENDINGS), "")


def _own_nouns(name: str) -> set[str]:
    words = [w.lower().rstrip(".") for w in name.replace("’", "'").split()]
    heads = [w for n, w in enumerate(words) if n + 1 == len(words) or words[n + 1] in ("of", "for")]
    nouns = {k for w in heads[:1] if (k := kind_of(w))}
    if words[-1] == "council" and len(words) > 1 and words[-2] in _COUNCILS:
        nouns.add(words[-2])  # "the county" for "Tarn County Council"
    nouns |= _TRADED.get(words[-1], frozenset())
    if {"liberation", "resistance", "rebel", "insurgent"} & set(words):
        nouns.add("rebel")
    if len(words) == 2 and words[0] in ("club", "hotel", "port", "team", "bank", "movement"):
        nouns.add(words[0])  # "Club Almar"
    if len(words) > 1 and (words[-1] in FELLOWS or heads[0] in FELLOWS):
        nouns.add("group")  # "Harbour Residents"
    if words[-1] == "united" and words[0].endswith(_CRAFTS):
        nouns.add("union")  # "Carters United"
    elif words[-1] in _TEAMS:
        nouns |= {"club", "team"}
    if len(words) == 1:
        nouns = set(_OUTLET_NOUNS) if words[0] in cues.OUTLETS and name.isupper() else set()
    crafts = any(w.rstrip("'").removesuffix("'s").endswith(_CRAFTS) for w in words)
    if (words[-1] in _UNIONS and (crafts or "union" in words)) or words[-1].endswith(_CRAFTS):
        nouns.add("union")
    return nouns


def _learn(body: Body, head: Token) -> None:
    """What stands beside a mention: "the shippers' group Seaway", "Seaway, a charity, …"."""
    inside = head.dep_ == "pobj" and head.head.lower_ in ("in", "near", "across", "from", "to")
    body.inside = body.inside or inside
    thing = head.dep_ in ("compound", "nmod") and head.head.pos_ == "NOUN"
    thing = thing and lemma(head.head) not in ORGANS and not is_role(head.head)
    body.acts = body.acts or not thing
    body.place = body.place or inside or head.ent_type_ in _PLACES
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
    if before is not None and before.pos_ == "NOUN" and (joined or is_called(before)):
        beside.append(before)
    if before is not None and before.lower_ in REBELS:
        body.nouns.add("rebel")
    if before is not None and before.lower_ in TRADES:
        body.nouns.add(before.lower_)
        body.firm = True
    if head.dep_ == "nsubj" and lemma(head.head) == "be":
        beside += [c for c in head.head.children if c.dep_ == "attr" and c.pos_ == "NOUN"]
    if head.dep_ == "attr" and lemma(head.head) == "be":
        beside += [c for c in head.head.children if c.dep_ == "nsubj" and c.pos_ == "NOUN"]
    body.nouns |= {lemma(noun) for noun in beside if lemma(noun) in ORGANS}
    body.popular = body.popular or any(lemma(noun) in _POPULAR for noun in beside)
    owned = head.head if head.dep_ == "poss" else None
    if head.dep_ == "pobj" and head.head.lower_ in ("of", "at"):
        owned = head.head.head
    if owned is not None:
        told = lemma(owned) in _OF_FIRMS or owned.lower_ in _THINGS_OF_FIRMS
        body.firm = body.firm or told


def is_called(noun: Token) -> bool:
    """ "charity" in "the charity Wild Hearts": what the name right behind it is."""
    led = any(c.dep_ == "det" and c.lower_ in ("the", "a", "an") for c in noun.children)
    return led and noun.tag_ == "NN" and lemma(noun) in ORGANS - SITES


def called(cast: Cast, bodies: tuple[Body, ...], noun: Token) -> str:
    """The one body told before that a noun can mean; "" for none or several.

    Words before the noun must be in the name ("the teachers union" is no "Dockers' Union").
    """
    word = lemma(noun)
    bloc = country_kind(word)
    if word == "commission" and not any(word in body.nouns for body in bodies):
        bloc = "European Union"
    if bloc and any(
        bloc in (country_of(w), seat_of(w)) and i < noun.i for i, w in cast.bodies.items()
    ):
        return bloc
    before = [b for b in bodies if b.first < noun.i or (b.first == noun.i and b.name[:4] == "the ")]
    if not any(b.nouns or b.firm or not b.inside for b in before):
        before = list(bodies)  # the report begins with "the company" and names it further on
    exact = [b for b in before if word in b.nouns]
    bare = all(c.dep_ in ("det", "case", "punct") for c in noun.children)
    if not exact and bare and word not in FIRMS:  # "the board", and its name further on
        exact = [b for b in bodies if word in b.nouns and " " in b.name.removeprefix("the ")]
    fitting = exact or (_firms(before, bodies) if word in FIRMS else [])
    described = [
        c.lower_.removesuffix("s")
        for c in noun.children
        if c.dep_ in ("compound", "amod", "nmod") and c.i < noun.i
    ]
    if described and word not in FIRMS:
        fitting = [b for b in fitting if all(d in b.name.lower() for d in described)]
    owners = [c.lower_ for c in noun.children if c.dep_ == "poss"]
    if owners:  # "the cleaners' union" is one; "our union" and "its union" are open
        fitting = [b for b in fitting if all(o in b.name.lower() for o in owners)]
    return fitting[0].name if len(fitting) == 1 else ""


def only_one(bodies: tuple[Body, ...], words: frozenset[str]) -> str:
    """The one body of the report that can be called by one of the words; "" for none or several."""
    exact = [b for b in bodies if words & b.nouns]
    if words & FIRMS:
        exact = exact or _firms(bodies, bodies)
    return exact[0].name if len(exact) == 1 else ""


def _firms(told: Iterable[Body], bodies: tuple[Body, ...]) -> list[Body]:
    """Those of ``told`` that a bare "the company" can mean, ``bodies`` being all of the report.

    Firms by what is told of them or by their names; else the bodies of which nothing is told. A
    "Group" may be of people: it is no firm where another body may be the one.
    """
    told = [b for b in told if b.sure or not b.popular]
    named = [b for b in told if b.firm]
    sure = [b for b in named if b.sure or b.name.split()[-1] != "Group"]
    if named and not sure:
        others = [b for b in bodies if not b.firm and not b.inside and not b.nouns]
        return [] if others else named
    return sure or [b for b in told if not b.nouns and not b.place and b.acts]


def may_be(body: Body, word: str) -> bool:
    """Whether a body of the report could be called by the word, as far as is told."""
    if body.name.split()[-1].lower() in _SPOTS:
        return False
    return not body.nouns or word in body.nouns or (word in FIRMS and body.firm)


def mark_firms(cast: Cast, bodies: tuple[Body, ...]) -> None:
    """ "The port's chief executive": the port is a firm, which a bare "the company" can mean."""
    by_name = {body.name: body for body in bodies}
    for token in cast.body_tokens:
        if token.dep_ == "poss" and token.pos_ == "NOUN" and lemma(token.head) in _OF_FIRMS:
            body = by_name.get(called(cast, bodies, token))
            if body is not None:
                body.firm = body.sure = True
