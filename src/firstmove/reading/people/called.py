"""Which body of a report a common noun means: "the company", "the union", "the developer"."""

from __future__ import annotations

from collections.abc import Iterable

from firstmove.reading.parsing.clauses import SUBJECTS, Token, lemma
from firstmove.reading.people.body import Body
from firstmove.reading.people.body_kinds import ORGANS, SITES, TRADES
from firstmove.reading.people.body_nouns import FIRMS, OF_FIRMS, SPOTS
from firstmove.reading.people.cast import Cast
from firstmove.reading.people.countries import country_kind, country_of, seat_of
from firstmove.reading.people.ruling import RULING

_ANY = frozenset("group body organisation organization".split())  # what every body is
_TEAMS = ("club", "team")
_OF_TEAMS = (" Town", " City", " County", " Villa", " Park")
# Before the noun, and in no name: "the ruling party".
_ANY_OF_THEM = (
    frozenset("main local striking rival whole entire same embattled giant".split()) | RULING
)
_ONE_EACH = frozenset("association federation party union".split())
_BESIDE_NAMES = ("appos", "compound", "attr")


def called(cast: Cast, bodies: tuple[Body, ...], noun: Token) -> str:
    """The one body told before that a noun can mean; "" for none or several.

    Words before the noun must be in the name ("the teachers union" is no "Dockers' Union").
    """
    word = lemma(noun)
    if noun.tag_ == "NNS" and word in _ONE_EACH:
        return ""  # "the union federations" are several
    bloc = country_kind(word)
    if word == "commission" and not any(word in body.nouns for body in bodies):
        bloc = "European Union"
    if bloc and any(
        bloc in (country_of(w), seat_of(w)) and i < noun.i for i, w in cast.bodies.items()
    ):
        return bloc
    most = any(c.tag_ == "JJS" for c in noun.children)  # "Tarn's largest union": there is but one
    before = [b for b in bodies if b.first < noun.i or (b.first == noun.i and b.name[:4] == "the ")]
    if not any(b.nouns or b.firm or not b.inside for b in before):
        before = list(bodies)  # the report begins with "the company" and names it further on
    exact = [b for b in (bodies if most else before) if word in b.nouns]
    bare = all(c.dep_ in ("det", "case", "punct") for c in noun.children)
    runs_some = word in TRADES | SITES and any(
        b.firm and not b.nouns & (TRADES | SITES) for b in before
    )  # "the brewery" may be "Poe & Sons", told before
    if word in _ANY and bare and exact and (last := _last_told(cast, before, noun)) is not None:
        return last.name if last.firm or " " in last.name else ""
    open_to_any = word in _ANY and any(" " in b.name for b in before)
    if not (exact or open_to_any) and bare and word not in FIRMS and not runs_some:
        # "the board", and its name further on
        exact = [b for b in bodies if word in b.nouns and " " in b.name.removeprefix("the ")]
    one = noun.tag_ not in ("NNS", "NNPS")  # "the brewers" are several
    firm = word in FIRMS or (word in TRADES and one and _is_only(cast, noun))
    if word == "board" and not exact:  # a firm's own, where no other board is told
        fitting = _firms([b for b in before if b.firm], bodies) if bare else []
        return fitting[0].name if len(fitting) == 1 else ""
    # "The airline" is no "Tarn Airports"
    open_to = before if word in FIRMS else [b for b in before if not b.nouns - FIRMS - TRADES]
    fitting = exact or (_firms(open_to, bodies) if firm else [])
    if word in _ANY and not fitting:
        groups = [b for b in before if "rebel" in b.nouns]
        fitting = before if len(before) == 1 and before[0].firm else groups
    if word in _TEAMS and not fitting:  # "Tarn Town"
        fitting = [b for b in before if b.name.endswith(_OF_TEAMS) and not b.inside]
    described = [
        c.lower_.removesuffix("s")
        for c in noun.children
        if c.dep_ in ("compound", "amod", "nmod")
        and c.i < noun.i
        and c.tag_ != "JJS"
        and c.lower_ not in _ANY_OF_THEM
    ]
    if described and not firm:
        fitting = [b for b in fitting if all(d in b.name.lower() for d in described)]
    if any(c.lower_ in RULING for c in noun.children):
        fitting = [b for b in fitting if b.rules] or [b for b in fitting if b.rules is None]
    owners = [c.lower_ for c in noun.children if c.dep_ == "poss" and c.lower_ != "whose"]
    if owners and not most:  # "the cleaners' union" is one; "our union" and "its union" are open
        fitting = [b for b in fitting if all(o in b.name.lower() for o in owners)]
    return fitting[0].name if len(fitting) == 1 else ""


def _last_told(cast: Cast, before: list[Body], noun: Token) -> Body | None:
    """ "Nordhav" beside "the group" after "Nordhav raised wages.": of unknown kind."""
    here = cast.sentence_of.get(noun.i, 0)
    told = [t for t in cast.by_sentence[here - 1] if t.dep_ == "nsubj"] if here else []
    main = {cast.bodies.get(t.i, "") for t in told if t.head.dep_ == "ROOT"}
    found = [b for b in before if b.name in main and not b.nouns and not b.inside]
    found = [b for b in found if not b.place or b.name in cast.unintroduced]
    sure = len(found) == len(main) == 1 and not country_of(found[0].name)
    return found[0] if sure and found[0].name not in noun.sent.text else None


def only_one(bodies: tuple[Body, ...], words: frozenset[str]) -> str:
    """The one body of the report that can be called by one of the words; "" for none or several."""
    exact = [b for b in bodies if words & b.nouns]
    if words & FIRMS:
        exact = exact or _firms(bodies, bodies)
    return exact[0].name if len(exact) == 1 else ""


def may_be(body: Body, word: str) -> bool:
    """Whether a body of the report could be called by the word, as far as is told."""
    if body.name.split()[-1].lower() in SPOTS:
        return False
    return not body.nouns or word in body.nouns or (word in FIRMS and body.firm)


def mark_firms(cast: Cast, bodies: tuple[Body, ...]) -> None:
    """ "The port's chief executive": the port is a firm, which a bare "the company" can mean; so is
    whoever the report calls so."""
    by_name = {body.name: body for body in bodies}
    for token in cast.body_tokens:  # "the ABC union": no company
        kind = lemma(token)
        for name in (c for c in token.children if c.dep_ == "compound" and kind in _ONE_EACH):
            body = by_name.get(cast.bodies.get(name.i, ""))
            if body is not None and name.i == token.i - 1:
                body.nouns.add(kind)
    for token in cast.body_tokens:
        beside = [lemma(c) for c in token.children if c.dep_ == "appos" and lemma(c) in ORGANS]
        if beside and token.pos_ == "NOUN" and has_the(token):  # "the authority, the regulator,"
            told = by_name.get(called(cast, bodies, token))
            if told is not None:
                told.nouns.update(beside)
        if token.dep_ in SUBJECTS and lemma(token) in FIRMS | TRADES and has_the(token):
            told = by_name.get(called(cast, bodies, token))
            if told is not None and not told.nouns and not country_of(told.name):
                told.firm = True
                told.nouns.add(lemma(token))
        if token.dep_ == "poss" and token.pos_ == "NOUN" and lemma(token.head) in OF_FIRMS:
            body = by_name.get(called(cast, bodies, token))
            if body is not None:
                body.firm = body.sure = True


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


def has_the(noun: Token) -> bool:
    return any(c.dep_ == "det" and c.lower_ == "the" for c in noun.children)


def _is_only(cast: Cast, noun: Token) -> bool:
    """Whether the report tells of no other "developer" than the one that it calls "the" so."""
    word = lemma(noun)
    return all(
        has_the(t) or t.dep_ in _BESIDE_NAMES
        for t in cast.body_tokens
        if t.pos_ == "NOUN" and t.lower_ in (word, f"{word}s")
    )
