"""Names with what they are behind them: "the Hamas movement", "Spain's Vox party"."""

from __future__ import annotations

from firstmove.reading.lexicon.roles import FACTIONS
from firstmove.reading.parsing.clauses import Token, lemma
from firstmove.reading.people.cast import Cast
from firstmove.reading.people.countries import country_of, seat_of

# Before these stands which one it is; before a union or agency often where it is.
_NAMED = frozenset("faction militia movement newspaper party tabloid".split())
_ACRONYMS_TOO = frozenset(
    "agency alliance association bloc charity coalition federation front group organisation "
    "organization syndicate union".split()
)
# Behind "Germany's Bild", which is no place in it.
_AT_HOME = frozenset("airline bank broadcaster carmaker company daily firm magazine".split())
_KINDS = _NAMED | _ACRONYMS_TOO | _AT_HOME
# Of what faith or people, and not which one.
_OF_FAITH = frozenset(
    "arab catholic christian hindu islamic islamist jewish kurdish muslim orthodox protestant "
    "shia shiite sunni".split()
)


def name_before(cast: Cast, noun: Token) -> Token | None:
    """The last word of the name that a common noun says the kind of; None for other nouns."""
    word = lemma(noun)
    if noun.tag_ != "NN" or word not in _KINDS or noun.i == noun.sent.start:
        return None
    name = noun.nbor(-1)
    for_news = name.lower_ == "news" and name.i > noun.sent.start
    if for_news:
        name = name.nbor(-1)
    of_land = any(c.dep_ == "poss" and country_of(c.text) for c in noun.children)
    if word == "agency" and of_land and not for_news:
        return None  # "Israel's COGAT agency" is an organ of the state
    if word in _AT_HOME and not of_land:
        return None
    if (
        name.pos_ != "PROPN"
        or not name.text[0].isalpha()
        or name.i in cast.by_head
        or name.lower_ in FACTIONS
    ):
        return None
    if country_of(name.text) or seat_of(name.text) or name.ent_type_ in ("GPE", "LOC"):
        return None
    if name.lower_ in _OF_FAITH:
        return None
    acronym = name.text.isupper() and len(name.text) > 1
    told = name.text[0].isupper() and (word in _NAMED or of_land or for_news)
    return name if acronym or told else None
