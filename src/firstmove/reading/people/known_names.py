"""Bodies found by their whole names as the report writes them, however a parser cuts these."""

from __future__ import annotations

from typing import TYPE_CHECKING

from firstmove.reading.parsing.clauses import Token, lemma, text_of
from firstmove.reading.people.body_kinds import ORGANS
from firstmove.reading.people.callings import is_role
from firstmove.reading.people.side import NONE, Side

if TYPE_CHECKING:
    from firstmove.reading.people.affiliation import Affiliations

_MOST_BETWEEN = 5  # words of an office between the name of a body and of its bearer


def named_before(sides: Affiliations, head: Token) -> Side:
    """ "Tram Staff Guild" in "Tram Staff Guild president Ann Roe": a body of several words, right
    before an office and its bearer."""
    office = False
    text = text_of(head.doc)
    first = max(head.sent.start, head.i - _MOST_BETWEEN)
    for token in reversed(list(head.doc[first : head.i + 1])):
        if token.i < head.i and token.pos_ not in ("NOUN", "PROPN", "ADJ"):
            break  # "the Guild says President Roe's plan fails", "beside the Guild, Mr. Roe said"
        office = office or is_role(token)
        goes_on = token.text[0].isupper() and lemma(token) in ORGANS  # "Tarn Vale Police Chief"
        before = text[head.sent[0].idx : token.idx].rstrip()
        if office and not goes_on and (name := _ending(sides, before)):
            end = head.sent[0].idx + len(before)
            return Side(name, (end - len(name), end))
    return NONE


def named_behind(sides: Affiliations, prep: Token) -> Side:
    """ "Printers' Guild" in "a negotiator for the Printers' Guild"."""
    begin = prep.idx + len(prep.text) + 1
    text = text_of(prep.doc)[begin : begin + 100]
    after = text.removeprefix("the ")
    for name in sides.bodies.whole:
        rest = after[len(name) : len(name) + 2]
        if after.startswith(name) and not rest[:1].isalnum() and not rest[1:].isupper():
            start = begin + len(text) - len(after)
            return Side(name, (start, start + len(name)))
    return NONE


def _ending(sides: Affiliations, text: str) -> str:
    return next(
        (name for name in sides.bodies.whole if text.endswith(f" {name}") or text == name), ""
    )
