"""Who holds a role: whom "the minister" or "the nominee" means among the people of a report."""

from __future__ import annotations

from firstmove.reading.lexicon import roles
from firstmove.reading.parsing.clauses import Token, lemma
from firstmove.reading.people.callings import is_role
from firstmove.reading.people.cast import Cast
from firstmove.reading.people.countries import country_of
from firstmove.reading.people.person import Person

# One office under two names, and what news shortens.
_SAME = {
    "sen": "senator", "rep": "representative", "congressman": "representative",
    "congresswoman": "representative", "gov": "governor", "gen": "general", "col": "colonel",
    "capt": "captain", "sgt": "sergeant", "lt": "lieutenant", "prof": "professor",
    "defense": "defence", "labor": "labour", "ceo": "executive", "chairwoman": "chairman",
    "chair": "chairman", "councilman": "councillor", "councilwoman": "councillor",
    "alderman": "councillor",
}  # fmt: skip
CANDIDATES = frozenset(
    "candidate nominee contender hopeful frontrunner runner challenger standard-bearer".split()
)
# Whoever sits in a parliament: "the lawmaker" may be any of them.
_ANY_MEMBER = frozenset({"lawmaker", "legislator", "parliamentarian"})
# With these before it an office is another one.
_CHANGES = frozenset(
    "vice deputy assistant under former ex then shadow junior incoming outgoing elect designate "
    "potential prospective possible would-be aspiring failed".split()
)
# Words for an office that go before another one and are none then: "chief executive".
_BEFORE_OTHERS = frozenset(
    "general chief deputy vice head assistant executive junior lieutenant special first lead "
    "senior attorney managing".split()
)
_APPOINTED = frozenset(
    "envoy secretary minister ambassador justice judge director commissioner adviser advisor chief "
    "court cabinet attorney award prize supreme".split()
)


def runs_for_office(role: tuple[str, ...]) -> bool:
    """Whether a role is that of a candidate in an election: no envoy nominee."""
    return bool(CANDIDATES & set(role)) and not _APPOINTED & set(role)


def role_words(token: Token) -> tuple[str, ...]:
    """The role with the words before it that belong to it, in small letters."""
    doc, first = token.doc, token.i
    while first > token.sent.start:
        before = doc[first - 1]
        inside = before.dep_ in ("compound", "amod", "nmod") or (
            before.pos_ == "PROPN" and before.head.i <= token.i and before.dep_ == "compound"
        )
        hyphen = before.text == "-" and not before.whitespace_
        if not (inside or hyphen):
            break
        first -= 1
    words = [t.lower_ for t in doc[first : token.i + 1] if t.text != "-"]
    after = token.i + 1
    if after + 1 < token.sent.end and doc[after].text == "-":
        following = doc[after + 1].lower_
        words += [following] if following in ("elect", "designate") else []
    return tuple(words)


def _plain(word: str) -> str:
    word = word.rstrip(".").removesuffix("'s")
    return _SAME.get(word, word)


def _heads(role: tuple[str, ...]) -> list[int]:
    """The places of a role's words that name an office themselves."""
    found = []
    for place, word in enumerate(role):
        following = role[place + 1] if place + 1 < len(role) else ""
        if word in _BEFORE_OTHERS and following in roles.TITLES:
            continue
        if word == "general" and place and role[place - 1] in (
            "secretary", "attorney", "consul", "director", "solicitor", "surgeon",
        ):  # fmt: skip
            continue
        found.append(place)
    return found


def _one_role(role: tuple[str, ...], words: tuple[str, ...], factions: frozenset[str]) -> bool:
    """Whether a role told of somebody is the one that the words name."""
    plain = tuple(_plain(w) for w in role)
    elect = words[-1] in ("elect", "designate") and len(words) > 1
    head = _plain(words[-2] if elect else words[-1])
    lead = [_plain(w) for w in words[: -2 if elect else -1]]
    if elect and words[-1] not in plain:
        return False
    if head in CANDIDATES:
        if not CANDIDATES & set(plain) or {"running", "mate"} & set(plain):
            return False
        told = {w for w in lead if w in roles.FACTIONS}
        return not told or not factions or {roles.FACTIONS[w] for w in told} <= factions
    if head in _ANY_MEMBER and roles.LEGISLATORS & set(role):
        places = [len(plain) - 1]
    else:
        places = [p for p in _heads(plain) if plain[p] == head]
    if not places:
        return False
    changed = (_CHANGES & set(plain)) - set(lead) - ({"elect", "designate"} if elect else set())
    if changed and not (changed <= {"elect", "designate"} and elect):
        return False
    described = [w for w in lead if not country_of(w)]
    if roles.LEGISLATORS & set(role) and all(
        not factions or roles.FACTIONS[w] in factions for w in lead if w in roles.FACTIONS
    ):
        described = [w for w in described if w not in roles.FACTIONS]  # "the Liberal senator"
    return all(w in plain for w in described)


def fits(person: Person, words: tuple[str, ...], before: int, factions: frozenset[str]) -> bool:
    """Whether the person was told before that place in the role that the words name."""
    if not person.heads or person.heads[0] >= before or not words:
        return False
    if person.left and words[0] in ("former", "ex"):
        words = words[1:]
    return any(_one_role(role, words, factions) for role in person.roles)


def exact(person: Person, words: tuple[str, ...]) -> bool:
    """Whether a role is told in just these words at its end."""
    plain = tuple(_plain(w) for w in words)
    return any(tuple(_plain(w) for w in r)[-len(plain) :] == plain for r in person.roles)


def can_name(token: Token, party: str) -> bool:
    """Whether a role can mean somebody told before: "the minister", not "a minister",
    "the other minister", "the minister who left", "their minister"."""
    if token.tag_ in ("NNS", "NNPS"):
        return False
    definite = False
    for child in token.children:
        if child.dep_ == "det":
            if child.lower_ not in ("the", "this", "that"):
                return False
            definite = True
        elif child.dep_ in ("nummod", "poss"):
            return False
        elif child.dep_ in ("relcl", "acl"):
            if child.left_edge.i == 0 or child.left_edge.nbor(-1).text != ",":
                return False  # behind a comma it tells more of the one that is meant
        elif child.dep_ == "prep" and child.i > token.i:
            timed = any(c.ent_type_ in ("DATE", "TIME") for c in child.subtree)
            if not (party or timed):
                return False
        elif child.dep_ == "amod" and child.lower_ in ("other", "second", "new", "next", "old"):
            return False
    return definite


def told_before(cast: Cast, token: Token, reach: int = 4) -> list[Token]:
    """Earlier nouns for one person in that role, in the sentences before: "a spokesman for …"."""
    here = cast.sentence_of.get(token.i)
    if here is None:
        return []
    word = lemma(token)
    return [
        t
        for number in range(max(0, here - reach), here + 1)
        for t in cast.by_sentence[number]
        if t.i < token.i and t.pos_ == "NOUN" and t.tag_ == "NN" and lemma(t) == word and is_role(t)
    ]
