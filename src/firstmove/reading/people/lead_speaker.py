"""Who is told by an office in the first paragraph, and by the name alone in the next: "Tarn's trade
minister said on Monday. …" and then "“We will not,” Ann Roe told reporters"."""

from __future__ import annotations

from itertools import takewhile
from typing import TYPE_CHECKING

from firstmove.reading.parsing.clauses import Token, lemma, text_of
from firstmove.reading.people.callings import is_role
from firstmove.reading.people.person import Person
from firstmove.reading.people.side import NONE, Side

if TYPE_CHECKING:
    from firstmove.reading.people.affiliation import Affiliations

_SPEAKING = frozenset("add announce argue declare insist say tell threaten vow warn".split())


def of_lead_speaker(sides: Affiliations, person: Person, depth: int) -> Side:
    """The side of the only office that speaks in the first paragraph, for the first person who is
    named, if that is the speaker of the next paragraph or sentence and nothing is told beside the
    name."""
    first = next((p for p in sides.cast.people if p.heads), None)
    if person.roles or len(person.words) < 2 or person is not first:
        return NONE
    head = sides.cast.token(person.heads[0])
    tokens = sides.cast.body_tokens
    if head is None or not _speaks(head) or not tokens:
        return NONE
    text = text_of(head.doc)
    end = text.find("\n", tokens[0].idx)
    lead = list(takewhile(lambda t: end < 0 or t.idx < end, tokens))
    if head.i <= lead[-1].i:  # further on in that paragraph: in its next sentence
        lead = [t for t in tokens if t.i < head.sent.start]
        if not lead or not any(_speaks(t) and is_role(t) for t in lead[-1].sent):
            return NONE
    between = [line for line in text[lead[-1].idx : head.idx].split("\n") if line.strip()]
    if len(between) > 2:
        return NONE
    offices = [t for t in lead if t.tag_ == "NN" and _speaks(t) and is_role(t)]
    return sides.of_noun(offices[0], depth + 1) if len(offices) == 1 else NONE


def _speaks(noun: Token) -> bool:
    return noun.dep_ == "nsubj" and lemma(noun.head) in _SPEAKING
