"""Words for somebody without a name, as the report has them."""

from __future__ import annotations

from firstmove.reading.page import Page
from firstmove.reading.parsing.clauses import Token, text_of, trim
from firstmove.reading.people.bodies import short_name
from firstmove.reading.people.cast import Cast, cast_of
from firstmove.reading.people.naming import name_place, name_run

_PARTS = frozenset("one many some most several few each both all none two three".split())
_LONGEST = 12  # words of whom "one" is


def name_of_body(cast: Cast, token: Token) -> str:
    return short_name(cast, str(text_of(token.doc)[slice(*name_place(token))]))


def form_of(token: Token) -> str:
    """A name as it stands, with "Mr." or the like: "Mrs. Arlen"."""
    run = name_run(token)
    first = run[0].idx
    return " ".join(str(text_of(token.doc)[first : token.idx + len(token.text)]).split())


def has_article(token: Token) -> bool:
    return any(c.dep_ == "det" and c.lower_ in ("the", "this", "that") for c in token.children)


def is_bare(token: Token) -> bool:
    """ "the union": nothing more is told of it than what it is."""
    return all(c.dep_ in ("det", "punct", "case") for c in token.children)


def words_told(page: Page, token: Token) -> str:
    """The role in the report's own words, without what follows it; a leading "The" in small."""
    first = token.left_edge.i
    doc = token.doc
    while first < token.i and (doc[first].is_punct or doc[first].dep_ in ("cc", "preconj")):
        first += 1
    end = token.idx + len(token.text)
    for child in token.children:
        if child.dep_ == "prep" and child.lower_ in ("of", "for") and child.i == token.i + 1:
            last = _before_comma(child) if token.lower_ in _PARTS else child.right_edge
            most = _LONGEST if token.lower_ in _PARTS else 5
            if last.i - child.i <= most and not any(c.dep_ == "pcomp" for c in child.children):
                last = token.doc[cast_of(page).inside.get(last.i, last.i)]
                end = last.idx + len(last.text)
    place = trim(page.report.text, doc[first].idx, end, quotes=True)
    if place is None or place[1] - place[0] > 90:
        return str(token.text)
    words = " ".join(page.report.text[slice(*place)].split())  # no-break spaces too
    lead, _, rest = words.partition(" ")
    return f"{lead.lower()} {rest}" if lead in ("The", "A", "An") and rest else words


def _before_comma(lead: Token) -> Token:
    """The last word of "of the mayors in the valley", left of ", such as …"."""
    words = lead.doc[lead.i : lead.right_edge.i + 1]
    comma = next((t.i for t in words if t.text in (",", "–", "—", "(")), lead.right_edge.i + 1)
    return lead.doc[comma - 1]
