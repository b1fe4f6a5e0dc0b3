"""Whether a noun names somebody who can act, by the word alone."""

from __future__ import annotations

from firstmove.reading.lexicon.cues import BODIES, PEOPLE
from firstmove.reading.lexicon.listed import words
from firstmove.reading.parsing.predicates import Token, children

# Of them a wrong is told as of the party they belong to.
OF_A_PARTY = words("official officer agent soldier guard commander deputy supporter member")


SOMEBODY = words(
    "government side army force troop minister president company management union opposition "
    "regime party ministry rebel militant administration plant factory mill mine"
)
# Who has interests of their own beside those who employ, govern or police them.
CROWDS = words(
    "worker teacher nurse doctor driver docker miner labourer laborer pilot student striker porter "
    "steelworker farmer grower trader stallholder shopkeeper resident villager parent tenant "
    "fisherman skipper protester demonstrator herder commuter cleaner baker conductor picker"
)
# Who employs, governs or polices; by the noun of the speaker's words.
IN_CHARGE = words(
    "minister ministry government mayor governor owner manager management company firm employer "
    "operator executive police landlord hospital"
)


def is_crowd(doer: Token) -> bool:
    """ "The miners", "traders"; not "its drivers"."""
    owned = any(c.tag_ == "PRP$" for c in children(doer, "poss"))
    return doer.tag_ == "NNS" and doer.lemma_.lower() in CROWDS and not owned


def is_of_a_party(doer: Token) -> bool:
    """ "Officials of the ruling party", not "its officials" nor "officials"."""
    told_of = [
        p for of in children(doer, "prep") if of.lower_ == "of" for p in children(of, "pobj")
    ]
    return doer.lemma_ in OF_A_PARTY and any(is_somebody(p) for p in told_of)


def is_somebody(token: Token) -> bool:
    if token.pos_ == "PROPN" or token.lower_ in ("they", "he", "she", "you", "who"):
        return True
    named = token.ent_type_ in ("PERSON", "ORG", "GPE", "NORP")
    if named or token.lemma_ in SOMEBODY:
        return True
    # "its crews" may be the speaker's own
    return token.lemma_.lower() in BODIES and all(c.tag_ != "PRP$" for c in children(token, "poss"))


def may_be_its_own(doer: Token) -> bool:
    """ "It", "its crews", "members": nothing tells that they are not the speaker's."""
    people = doer.lemma_.lower() in PEOPLE and doer.tag_ == "NNS"
    return doer.pos_ == "PRON" or people or any(c.tag_ == "PRP$" for c in children(doer, "poss"))
