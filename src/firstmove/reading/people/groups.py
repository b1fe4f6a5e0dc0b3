"""Groups that act as one and have no body to speak for them: "the fishermen", "the villagers"."""

from __future__ import annotations

from collections.abc import Iterable

from firstmove.reading.lexicon.listed import words
from firstmove.reading.lexicon.roles import REBELS
from firstmove.reading.lexicon.vocabulary import LABOUR
from firstmove.reading.parsing.clauses import Token, lemma
from firstmove.reading.people.body import Body
from firstmove.reading.people.called import has_the
from firstmove.reading.people.cast import Cast
from firstmove.reading.people.own_bodies import MEMBERED

# Who takes part in a dispute by what they do, own or where they live; no sources of news.
GROUPS = LABOUR - words("crew federation member staff union") | words(
    "activist baker boatman breeder builder busker campaigner carer cleaner commuter cook cutter "
    "demonstrator developer dockworker farmer ferryman fisher fisherman forager gardener grower "
    "guard guerrilla herder homeowner householder hunter insurgent islander landlord landowner "
    "logger marcher mechanic militant mutineer nomad occupier organiser organizer owner parent "
    "passenger pensioner picket pilgrim planter producer protester protestor rancher ranger rebel "
    "refugee resident retailer settler shepherd shipper shopkeeper skipper smallholder squatter "
    "stallholder tapper tenant trader trapper trawlerman trucker vendor villager vintner weaver "
    "winegrower woodcutter"
)
_ARMED = words("army faction force front group militia movement")
_PASSING = words("angry local protesting striking")  # told of a group, and no part of its name


def group_of(cast: Cast, bodies: Iterable[Body], noun: Token) -> str:
    """ "The fishermen": the group that a plural means, in those words; "" for no group, and where
    a body is named whose members they may be.

    Without an article ("Fishermen said") it is the one that the report tells with it elsewhere.
    """
    name = _named(noun)
    if not name or any(_may_be_theirs(body, noun) for body in bodies):
        return ""
    told = has_the(noun) or any(has_the(t) and _named(t) == name for t in cast.body_tokens)
    return name if told else ""


def _named(noun: Token) -> str:
    """ "The trawler owners" of "local trawler owners"; "" where more is told of them."""
    if noun.tag_ != "NNS" or lemma(noun) not in GROUPS or noun.text[1:] != noun.lower_[1:]:
        return ""
    before = [c for c in noun.children if c.i < noun.i]
    kinds = [c for c in before if c.dep_ == "compound" and c.text.islower()]
    rest = [c for c in before if c not in kinds and c.lower_ not in _PASSING | {"the"}]
    if any(c.dep_ != "punct" for c in rest):
        return ""
    return " ".join(["the", *(c.lower_ for c in kinds), noun.lower_])


def _may_be_theirs(body: Body, noun: Token) -> bool:
    """ "The Ferry Workers' Union", "Harbour Farmers", a front of rebels: of people like these."""
    told = {w.rstrip("'") for w in body.name.lower().replace("’", "'").split()}
    kinds = MEMBERED | {lemma(noun)}
    if lemma(noun) in REBELS:
        kinds |= _ARMED
    return body.popular or bool(body.nouns & kinds) or noun.lower_ in told
