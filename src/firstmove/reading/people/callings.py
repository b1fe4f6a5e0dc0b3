"""Words that say what somebody is, and what tells of a body or thing."""

from __future__ import annotations

from firstmove.reading.lexicon import cues, roles
from firstmove.reading.parsing.clauses import Token, lemma
from firstmove.reading.people.body_kinds import ORGANS


def is_role(token: Token) -> bool:
    """Whether the word says what somebody is; "water" does not, though ministers have it."""
    word = lemma(token)
    if token.text[0].islower() and token.lower_ in roles.FIELDS:
        # "the justice" is a judge, justice none
        before = token.nbor(-1).lower_ if token.i > token.sent.start else ""
        subject = token.dep_ in ("nsubj", "nsubjpass")
        judge = before == "chief" or (before in ("the", "court") and bool(subject))
        return token.lower_ == "justice" and judge
    if word == "lead":  # "the council's transport lead"
        return any(c.dep_ == "compound" for c in token.children)
    known = word in cues.PEOPLE or word in roles.TITLES or token.lower_ in roles.TITLES
    return known or word in roles.POSTS


def names_body(noun: Token) -> bool:
    word = lemma(noun)
    return word in ORGANS and word not in cues.PEOPLE and not is_role(noun)


def office_before(first: Token) -> Token | None:
    """ "chair" in "the board's chair, Ann Roe": the office that a comma parts from the name that
    begins with ``first``; of "secretary-general" the secretary."""
    doc, at = first.doc, first.i - 2
    if at < first.sent.start or doc[at + 1].text != ",":
        return None
    if doc[at].lower_ == "general" and at - 2 >= first.sent.start and doc[at - 1].text == "-":
        at -= 2
    office = doc[at]
    return office if office.pos_ == "NOUN" and office.tag_ == "NN" and is_role(office) else None


def introduces(role: Token) -> bool:
    """Whether the name behind a role is its bearer's: "by Holt Stone, its chairwoman, Ann Roe"."""
    doc, at = role.doc, role.i + 2
    return bool(at < role.sent.end and doc[at - 1].text == "," and doc[at].pos_ == "PROPN")


def called_by(name: Token) -> list[Token]:
    """The words set beside a name: "carrier" of "Tarn Ferro, a carrier" and "the carrier Tarn
    Ferro"."""
    above = [name.head] if name.dep_ in ("appos", "compound") else []
    return [c for c in name.children if c.dep_ == "appos"] + above


def is_thing(name: Token) -> bool:
    """ "Transrail, which …", "Transrail, a carrier, …", "Transrail boss", "Transrail's shares"."""
    doc, after = name.doc, name.i + 1
    while after < name.sent.end and doc[after].text in ("'s", "’s", "'", "’", ","):
        after += 1
    if after >= name.sent.end:
        return False
    word = doc[after]
    if doc[after - 1].text == ",":
        described = (c for c in name.children if c.dep_ == "appos" and c.i > name.i)
        return word.lower_ == "which" or any(names_body(c) for c in described)
    if word.lower_ in ("chief", "managing") and after + 1 < name.sent.end:
        return doc[after + 1].lower_ in ("executive", "director", "economist")
    return word.lower_ in roles.OF_FIRMS
