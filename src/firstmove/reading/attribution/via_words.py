"""The words of a way: which nouns are media, their names and places."""

from __future__ import annotations

from firstmove.reading.page import Page
from firstmove.reading.parsing import clauses
from firstmove.reading.parsing.clauses import Token
from firstmove.reading.people.media import media_role
from firstmove.report import Span
from firstmove.statement import Statement, ViaRole


def role_of(page: Page, noun: Token) -> ViaRole | None:
    """Whether a noun, with what stands before it and its name, is an agency or outlet."""
    if noun.pos_ == "PRON":
        return None
    doc, end = noun.doc, noun.i + 1
    while end < noun.sent.end and doc[end].pos_ == "PROPN" and doc[end].head.i in (noun.i, end - 1):
        end += 1
    named = doc[noun.left_edge.i : end].text
    if page.report.source and _bare(named) == _bare(page.report.source):
        return ViaRole.OUTLET
    return media_role(named)


def _bare(name: str) -> str:
    return name.lower().removeprefix("the ").strip()


def said_in(page: Page, tokens: list[Token]) -> Span | None:
    place = clauses.trim(page.report.text, *clauses.place(tokens), quotes=True)
    return page.report.span(*place) if place else None


def name_of(noun: Token) -> str:
    first = noun.i
    while first > noun.sent.start and noun.doc[first - 1].pos_ == "PROPN":
        first -= 1
    return str(noun.doc[first : noun.i + 1].text) if noun.pos_ == "PROPN" else ""


def outside(statement: Statement, token: Token) -> bool:
    """Not within what is said."""
    return not any(s.start <= token.idx < s.end for s in statement.content)
