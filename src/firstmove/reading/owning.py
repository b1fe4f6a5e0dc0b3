"""Whose act a clause tells: whether its subject is the speaker or the side the speaker is of."""

from __future__ import annotations

from collections.abc import Callable

from firstmove.reading.cues import BODIES, PEOPLE
from firstmove.reading.page import Page
from firstmove.reading.parties import resolve
from firstmove.reading.predicates import Token, tokens_in, words
from firstmove.statement import Mention, Quotation, Statement

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
    "company organisation organization delegation team office movement group troop parliament"
)


# Of the bodies that can speak, those that can be asked and accused without a name.
BODIES_AT_LAW = BODIES & words(
    "administration agency airline alliance authority bank board cabinet coalition commission "
    "committee corporation council court employer enterprise firm junta league management militia "
    "operator opposition police producer regime regulator retailer senate tribunal utility"
)
NO_ACTORS = words("DATE TIME CARDINAL MONEY PERCENT QUANTITY ORDINAL EVENT LAW LANGUAGE PRODUCT")


def somebody(page: Page, token: Token) -> Mention | None:
    """The person, body or party that a token names; None for things, times and nobody known."""
    if token.ent_type_ in NO_ACTORS or token.pos_ not in ("NOUN", "PROPN", "PRON", "ADJ", "DET"):
        return None
    mention: Mention | None = resolve(page, token)
    if mention is None or not (mention.name or mention.party):
        return None
    if mention.party or token.pos_ in ("PROPN", "PRON"):
        return mention
    return mention if token.lemma_.lower() in PEOPLE | SIDES | BODIES_AT_LAW else None


def owner_of(page: Page, statement: Statement) -> Callable[[Token | None], bool]:
    """A test of subjects: is it the speaker's own side? No subject counts as the speaker's.

    "we" is the speaker wherever it stands. "he", "she", "it" and "they" are the speaker only in
    indirect speech and only where the number and kind of the speaker's own words fit: the enemy
    is "they" as well. A name is the speaker's where it resolves to the same name or party.
    """
    speaker = statement.speaker
    said_by = [] if speaker is None else tokens_in(page, (speaker.span,))
    quoted = [(q.start, q.end) for q in page.quotations]

    def in_quotes(token: Token) -> bool:
        return any(start <= token.idx < end for start, end in quoted)

    def is_own(subject: Token | None) -> bool:
        if subject is None:
            return True
        word = subject.lower_
        if word in FIRST_PERSON:
            return True
        if speaker is None:
            return False
        if word in PRONOUNS:
            if statement.quotation is Quotation.DIRECT or in_quotes(subject):
                return False
            return _pronoun_fits(PRONOUNS[word], said_by)
        if subject.i in {t.i for t in said_by}:
            return True
        if word in ("who", "which", "that"):
            return False
        owners = [c for c in subject.children if c.dep_ == "poss"]
        if any(o.lower_ in FIRST_PERSON for o in owners):
            return True  # "our army", "our side"
        if subject.lemma_.lower() in SIDES and any(
            o.lower_ in PRONOUNS and is_own(o) for o in owners
        ):
            return True  # "her government", "his country"
        named = somebody(page, subject)
        if named is None:
            return False
        same_party = bool(named.party) and named.party == speaker.party
        same_name = bool(named.name) and named.name in (speaker.name, speaker.party)
        return same_party or same_name

    return is_own


def _pronoun_fits(pronoun: str, speaker: list[Token]) -> bool:
    if not speaker:
        return False
    head = next((t for t in speaker if t.head not in speaker), speaker[-1])
    plural = head.tag_ in ("NNS", "NNPS") or head.lower_ in ("they", "both")
    plural = plural or any(c.dep_ == "conj" for c in head.children)
    if pronoun == "they":
        return plural
    person = head.lower_ in ("he", "she") or head.ent_type_ == "PERSON"
    if pronoun == "it":
        return not plural and not person
    return not plural and (person or head.lower_ not in ("it",))
