"""The body or group that "it" or "they" means."""

from __future__ import annotations

from firstmove.reading.lexicon import cues
from firstmove.reading.lexicon.roles import MINISTERIAL
from firstmove.reading.page import Page
from firstmove.reading.parsing.clauses import Token, lemma
from firstmove.reading.parsing.or_else import asked
from firstmove.reading.people.body_kinds import ORGANS
from firstmove.reading.people.callings import is_role
from firstmove.reading.people.cast import Cast, cast_of
from firstmove.reading.people.countries import country_of, seat_of
from firstmove.reading.people.creeds import is_creed
from firstmove.reading.people.pronouns import IT, THEY, is_agent, main_clause

_RULING = frozenset(
    "rule find conclude order recommend advise instruct determine decide hold".split()
)
_ASKING = frozenset("ask call urge demand appeal press implore beg invite".split())
_SAYING = frozenset("add announce declare insist repeat say state warn".split())
_ANSWERING = frozenset("refuse reject decline agree accept deny comply reply respond".split())
# What tells of whose it is: "Norland's answer came within hours. It asked for talks".
_STANCES = frozenset(
    "answer condition demand line message offer position proposal reply response stance".split()
)
_CALLS = frozenset("appeal call demand plea request ultimatum".split())
_LEADERS = frozenset("chair chairman chairwoman leader president".split())
_BESIDE_MAIN = ("relcl", "advcl", "acl")


def thing_meant(page: Page, pronoun: Token, *, plural: bool) -> Token | None:
    """The body or group that "it" or "they" means: the subject of the sentence before, or of the
    pronoun's own sentence, where there is only one.

    Of several it is the one of the main clause, unless another is what that clause tells of:
    "Orland said that Tarn had lied. It …"."""
    cast = cast_of(page)
    here = cast.sentence_of.get(pronoun.i)
    if here is None:
        return None
    if (same := _same_before(pronoun)) is not None:
        return thing_meant(page, same, plural=plural)
    told = _told_of(pronoun)
    if told is not None and told.lower_ in (THEY if plural else IT):
        return thing_meant(page, told, plural=plural)  # "It would strike …, its leader said"
    for number in (here, here - 1):
        found = _things(page, number, pronoun, plural)
        if number < here and _answers(pronoun, found):
            return None  # "Orland asked Tarn to wait. It refused."
        if number < here and (whom := _asked_before(pronoun, cast.by_sentence[number])):
            return whom if _can_be(cast, whom, plural) else None
        if _is_of_leader(pronoun):
            found = [t for t in found if lemma(t) not in MINISTERIAL]
        if told is not None and (told in found or _can_be(cast, told, plural)):
            return told
        if len(found) == 1:
            return found[0]
        if found:
            main = [t for t in found if main_clause(t) and not is_agent(t)]
            main = [t for t in main if t.head.dep_ not in _BESIDE_MAIN]
            if len(main) > 1 and number < here and _class_of(pronoun):
                main = [t for t in main if t.head.dep_ == "ROOT"]
                main = [t for t in main if _class_of(t) == _class_of(pronoun)]
            return main[0] if len(main) == 1 else None
    return None


def _things(page: Page, number: int, pronoun: Token, plural: bool) -> list[Token]:
    """The subjects of a sentence that the pronoun can mean, those of other pronouns among them."""
    cast = cast_of(page)
    found: dict[int, Token] = {}
    inside = page.in_quotation(pronoun.idx)
    for token in cast.by_sentence[number] if number >= 0 else ():
        if token.i >= pronoun.i or token.head.i == pronoun.head.i:
            continue
        if not (token.dep_ in ("nsubj", "nsubjpass") or is_agent(token) or _misread(token)):
            continue
        if not inside and page.in_quotation(token.idx):
            continue  # told by somebody else, it may be by those who are meant
        token = _taker(token)
        meant: Token | None = token
        if token.lower_ in (THEY if plural else IT) and token.head.dep_ == "ROOT":
            kept: dict[int, Token | None] = page.doc.user_data.setdefault("firstmove.things", {})
            if token.i not in kept:
                kept[token.i] = None  # stops circles
                kept[token.i] = thing_meant(page, token, plural=plural)
            meant = kept[token.i]
        elif (
            token.pos_ not in ("NOUN", "PROPN")
            or _is_named_below(cast, token, pronoun)
            or not _can_be(cast, token, plural)
        ):
            continue
        if meant is not None:
            found[meant.i] = meant
    return list(found.values())


def _is_named_below(cast: Cast, name: Token, pronoun: Token) -> bool:
    """ "Velm said it would cut the gas supply to Norland": no pronoun means whom its own clause
    names again."""
    if pronoun.dep_ not in ("nsubj", "nsubjpass"):
        return False
    below = [t for t in pronoun.head.subtree if t.i > pronoun.i]
    if (words := cast.bodies.get(name.i)) is not None:
        return any(cast.bodies.get(t.i) == words for t in below)
    return any(t.lower_ == name.lower_ and t.tag_ == name.tag_ and _is_the(t) for t in below)


def _is_the(noun: Token) -> bool:
    return [c.lower_ for c in noun.children if c.i < noun.i] == ["the"]


def _told_of(pronoun: Token) -> Token | None:
    """ "Tarn" in "Tarn's army would leave if Orland did, its minister said": of whom it is told;
    "bank" in "Tarn's bank would wait, its governor said"."""
    speech = pronoun.head.head
    if pronoun.dep_ != "poss" or pronoun.head.dep_ != "nsubj":
        return None
    said = (c for c in speech.children if c.dep_ == "ccomp" and c.i < pronoun.i)
    told = next((t for c in said for t in c.children if t.dep_ == "nsubj"), None)
    if told is None or told.pos_ == "PROPN" or lemma(pronoun.head) in ("director", "governor"):
        return told
    owners = [c for c in told.children if c.dep_ == "poss"]
    apart = pronoun.lower_ in IT and lemma(told) not in cues.BODIES
    bodies = cues.BODIES if apart else ()  # "the union's boycott"
    return next((c for c in owners if c.pos_ == "PROPN" or lemma(c) in bodies), told)


def _same_before(pronoun: Token) -> Token | None:
    """The first "it" of "It would leave if Tarn came, it said", "…, its envoy said": one is meant
    by both."""
    owned = pronoun.dep_ == "poss" and pronoun.head.dep_ == "nsubj"
    speech = pronoun.head.head if owned else pronoun.head
    if not owned and pronoun.dep_ != "nsubj":
        return None
    said = (c for c in speech.children if c.dep_ == "ccomp" and c.right_edge.i < pronoun.i)
    told = next((t for c in said for t in c.children if t.dep_ == "nsubj"), None)
    word = {"its": "it", "their": "they"}.get(pronoun.lower_, pronoun.lower_)
    return told if told is not None and told.lower_ == word else None


def _taker(subject: Token) -> Token:
    """ "Norland" for "position" in "Norland's position is clear"; not in "Norland's offer was
    rejected by Tarn"."""
    owners = (c for c in subject.children if c.dep_ == "poss" and c.pos_ == "PROPN")
    takes = subject.dep_ == "nsubj" and lemma(subject) in _STANCES
    return next(owners, subject) if takes else subject


def _misread(name: Token) -> bool:
    """ "The league, whose members left, called on Tarn": a subject that the parser makes the head
    of its sentence, and the verb a participle."""
    if name.dep_ != "ROOT" or name.pos_ != "PROPN":
        return False
    return any(c.dep_ == "acl" and c.tag_ in ("VBN", "VBD") for c in name.children)


def _answers(pronoun: Token, found: list[Token]) -> bool:
    """Whether those found ask, and the pronoun is of somebody who answers."""
    if pronoun.dep_ != "nsubj" or lemma(pronoun.head) not in _ANSWERING:
        return False
    return any(t.head.dep_ == "ROOT" and _asks(t.head) for t in found)


def _asked_before(pronoun: Token, before: tuple[Token, ...]) -> Token | None:
    """ "Tarn" in "Orland asked Tarn to wait. Its minister rejected the call": who answers."""
    speaker = pronoun.head
    while speaker.dep_ == "appos":
        speaker = speaker.head
    verb = speaker.head
    if pronoun.dep_ != "poss" or not is_role(pronoun.head) or speaker.dep_ != "nsubj":
        return None
    told = [c for c in verb.children if c.i > verb.i and c.dep_ in ("dobj", "xcomp", "ccomp")]
    if lemma(verb) not in _ANSWERING or any(lemma(c) not in _CALLS for c in told):
        return None
    deeds = (c for t in before if t.dep_ == "ROOT" and _asks(t) for c in t.children)
    return next((whom for deed in deeds if (whom := asked(deed)) is not None), None)


def _is_of_leader(pronoun: Token) -> bool:
    """ "Its leader", "its chairwoman": of no ministry."""
    return pronoun.dep_ == "poss" and lemma(pronoun.head) in _LEADERS


def _asks(verb: Token) -> bool:
    return lemma(verb) in _ASKING | {"want", "tell", "warn", "accuse", "instruct", "order"}


def _class_of(subject: Token) -> frozenset[str] | None:
    """ "It recommended that …", after "The court ruled that …": who rules in both, asks or says."""
    verb = lemma(subject.head)
    return next(
        (c for c in (_RULING, _ASKING, _SAYING) if verb in c and subject.dep_ == "nsubj"), None
    )


def _can_be(cast: Cast, token: Token, plural: bool) -> bool:
    if token.i in cast.by_head:
        return False
    inside = token.i in cast.inside  # "Roe" of "Roe & Poe" is one name's
    named = token.i in cast.bodies or inside  # "Halden Minerals" is one
    many = token.tag_ in ("NNS", "NNPS") and not named
    many = many or (any(c.dep_ == "conj" for c in token.children) and not inside)
    if plural:
        if is_creed(cast.bodies.get(token.i, "")):
            return True  # "the Social Democrats"
        if named and token.tag_ == "NNPS" and lemma(token).removesuffix("s") in cues.BODIES:
            return True  # "the Eastern Brigades"
        people = many and (is_role(token) or lemma(token).endswith(("er", "or", "ist", "ian")))
        return people or lemma(token) in ("union", "police", "team", "group")
    if many:
        return False
    named = named or (token.text.isupper() and len(token.text) > 1)  # "FLN", taken for a noun
    return lemma(token) in ORGANS or named or bool(country_of(token.text) or seat_of(token.text))
