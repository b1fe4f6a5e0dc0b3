"""Speakers who tell what others will do: a lecturer, a diplomat, a neighbour."""

from __future__ import annotations

from collections.abc import Iterator

from firstmove.reading.lexicon.listed import words
from firstmove.reading.lexicon.roles import LEFT, SCHOLARS
from firstmove.reading.lexicon.stances import BYSTANDERS, DOCUMENTS, OBSERVERS
from firstmove.reading.page import Page
from firstmove.reading.parsing.predicates import Token, tokens_in
from firstmove.statement import Mention

_OUTSIDE = words(
    "activist author biographer blogger campaigner consultant diplomat editor journalist reporter"
)
_ONLOOKERS = OBSERVERS | BYSTANDERS | SCHOLARS | LEFT | DOCUMENTS | _OUTSIDE


def words_for(page: Page, speaker: Mention) -> Iterator[Token]:
    """The words that name somebody, and those set beside them: “Oda Lunt, a lecturer”."""
    named = tokens_in(page, (speaker.span,))
    yield from named
    for word in named:
        yield from (c for c in word.children if c.dep_ in ("appos", "amod", "compound"))


def looks_on(word: Token) -> bool:
    return bool({word.lemma_.lower(), word.lower_} & _ONLOOKERS)
