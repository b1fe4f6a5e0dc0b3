"""Who can act: the words for sides, bodies and hands, and the party that a word names."""

from __future__ import annotations

from firstmove.reading.lexicon.cues import BODIES, PEOPLE
from firstmove.reading.lexicon.listed import words
from firstmove.reading.lexicon.vocabulary import LABOUR
from firstmove.reading.page import Page
from firstmove.reading.parsing.predicates import Token
from firstmove.reading.people.countries import country_of
from firstmove.reading.people.own_bodies import UNION
from firstmove.reading.people.parties import resolve
from firstmove.reading.people.referents import affiliations_of
from firstmove.statement import Mention

FIRST_PERSON = words("i we us our my me ours mine ourselves")


PRONOUNS = {
    "he": "he",
    "his": "he",
    "she": "she",
    "her": "she",
    "it": "it",
    "its": "it",
    "they": "they",
    "their": "they",
}
# What "his" or "their" makes the speaker's side.
SIDES = words(
    "country government nation state people party side ministry administration army force union "
    "company organisation organization delegation team office movement group troop parliament "
    "firm board member coalition navy police campaign bloc city town faction council club "
    "committee management federation alliance soldier worker mp lawmaker department agency "
    "majority caucus"
)
# "The strike", said by a union, is the union's.
LABOUR_ACTIONS = words("strike walkout stoppage picket overtime blockade boycott action protest")
# "Our" does not make them of our side.
OTHERS_OF_OURS = words(
    "enemy opponent rival adversary foe critic neighbour neighbor friend partner ally counterpart "
    "colleague kid child son daughter wife husband family mother father parent customer client"
)
# Verbs whose "it" is often nobody: "it would take months", "it will rain".
IMPERSONAL = words(
    "rain snow freeze take matter depend happen turn cost sound look mean come follow help hurt "
    "make"
)
# A person's remarks of fact, not announcements.
REMARKING = words(
    "argue believe calculate conclude estimate explain feel note observe point predict reason "
    "reckon remark suspect think write"
)
LEGISLATURES = words("parliament assembly congress senate chamber legislature diet duma knesset")
PLURAL_BODIES = words(
    "union police team group council committee government party company board army navy "
    "ministry coalition alliance federation opposition management side delegation"
)


SEVERAL = words("they both some many most several few others all half dozens scores hundreds")
HANDS = words(
    "man woman pilot crew fighter ship plane fleet unit brigade battalion jet gunner guard boat "
    "engineer sapper gendarme patrol coastguard artillery rebel militia vessel helicopter regiment"
)
# Of the bodies that can speak, those that can be asked and accused without a name.
BODIES_AT_LAW = BODIES & words(
    "administration agency airline alliance authority bank board cabinet coalition commission "
    "committee corporation council court employer enterprise firm junta league management militia "
    "operator opposition police producer regime regulator retailer senate tribunal utility"
)
# Who works for a body and is no part of it when it speaks of "its cutters".
AT_WORK = LABOUR - UNION - words("member") | words(
    "baker cleaner clerk conductor cook cutter dockworker fitter guard mechanic operator packer "
    "picker railwayman steward technician weaver welder"
)
# What strikes and meetings do by themselves.
EVENTS = words("begin continue end go happen last proceed resume start stop")
MEMBERS = words("fighter follower member volunteer")
# Bodies as well, where the report has one of the name.
LOCAL_BODIES = words("county lobby mill trust")
NO_ACTORS = words("DATE TIME CARDINAL MONEY PERCENT QUANTITY ORDINAL EVENT LAW LANGUAGE PRODUCT")


def somebody(page: Page, token: Token, *, alone: bool = False) -> Mention | None:
    """The person, body or party that a token names; None for things, times and nobody known.

    ``alone``: without those it is joined to by "and"."""
    thing = token.ent_type_ in NO_ACTORS and not (
        token.pos_ == "PROPN"
        and (country_of(token.text) or affiliations_of(page).seats.get(token.text))
    )
    if thing or token.pos_ not in ("NOUN", "PROPN", "PRON", "ADJ", "DET"):
        return None
    own = page.report.span(token.idx, token.idx + len(token.text))
    mention: Mention | None = resolve(page, own if alone else token)
    if mention is None or not (mention.name or mention.party):
        return None
    if mention.party or token.pos_ in ("PROPN", "PRON"):
        return mention
    return mention if token.lemma_.lower() in PEOPLE | SIDES | BODIES_AT_LAW else None


def is_of_somebody(noun: Token) -> bool:
    """ "The release of the captain", "the guards' bodies": a thing, though of somebody."""
    of = any(c.lower_ == "of" or (c.dep_ == "poss" and c.pos_ == "NOUN") for c in noun.children)
    people = (PEOPLE | BODIES | LOCAL_BODIES) - {"state", "body"}
    return noun.pos_ == "NOUN" and of and noun.lemma_.lower() not in people
