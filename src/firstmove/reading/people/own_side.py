"""Stage: the side of a speaker of whom no words tell it, by what the speaker announces as its own.

“Tollmark would stop the sale, the minister said”: where the trained model is sure that the doer of
an act is the speaker's own side, and grammar names a party as its doer, the speaker speaks for that
party. Of a named person this holds for all statements of the report, unless the person announces
acts of two sides, or asks, accuses or threatens that side.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from firstmove.reading.acts.stance import stances
from firstmove.reading.kinds.stances import BYSTANDERS, OBSERVERS
from firstmove.reading.page import Page
from firstmove.reading.parsing.predicates import tokens_in, words
from firstmove.reading.people.roles import LEFT, SCHOLARS
from firstmove.statement import ActPlace, Kind, Mention, Statement

HEAD = 0.7  # probability that the word names an act on which a position is taken
OWN = 0.85  # share of its being an act of the speaker's own side
# They tell what others will do.
_ONLOOKERS = (
    OBSERVERS
    | BYSTANDERS
    | SCHOLARS
    | LEFT
    | words(
        "activist author biographer blogger campaigner consultant diplomat editor journalist pundit "
        "reporter"
    )
)
_AGAINST = (Kind.REQUEST, Kind.ACCUSE, Kind.THREATEN, Kind.PROTEST)


def own_side(page: Page, statements: tuple[Statement, ...]) -> tuple[Statement, ...]:
    """Fill ``speaker.party`` and ``party_span`` where neither was found; the acts are read."""
    named: dict[str, dict[str, Mention]] = {}
    against: dict[str, set[str]] = {}
    looking_on: set[str] = set()
    alone: dict[int, Mention] = {}
    for number, statement in enumerate(statements):
        speaker = statement.speaker
        if speaker is None or speaker.party:
            continue
        if _looks_on(page, speaker):
            looking_on.add(speaker.name)
            continue
        if _is_proper(speaker) and statement.kind in _AGAINST and statement.target is not None:
            against.setdefault(speaker.name, set()).add(statement.target.party)
        for doer in _own_doers(page, statement):
            if _is_proper(speaker):
                named.setdefault(speaker.name, {}).setdefault(doer.party, doer)
            elif statement.target is None or statement.target.party != doer.party:
                alone.setdefault(number, doer)
    found = []
    for number, statement in enumerate(statements):
        speaker = statement.speaker
        if speaker is not None and not speaker.party:
            sides = named.get(speaker.name, {}) if speaker.name not in looking_on else {}
            if len(sides) == 1 and not sides.keys() & against.get(speaker.name, set()):
                statement = _of(statement, speaker, next(iter(sides.values())))
            elif number in alone:
                statement = _of(statement, speaker, alone[number])
        found.append(statement)
    return tuple(found)


def _own_doers(page: Page, statement: Statement) -> Iterator[Mention]:
    """The parties that are named as doers of what the speaker's own side would do."""
    told = stances(page, statement)
    for act in statement.acts:
        doer = act.actor
        if act.place is not ActPlace.CONTENT or doer is None or not doer.party:
            continue
        heads = (t for at, t in told.items() if act.span.start <= at < act.span.end)
        best = max(heads, key=lambda t: t.act, default=None)
        if best is not None and best.act >= HEAD and best.own >= OWN:
            yield doer


def _looks_on(page: Page, speaker: Mention) -> bool:
    """Whether the words for the speaker, or those set beside them, are of an observer: “the
    historian Oda Lunt”, “Oda Lunt, a lecturer in law”, who tell what others will do."""
    told = list(tokens_in(page, (speaker.span,)))
    beside = (t for word in told for t in word.children if t.dep_ in ("appos", "amod", "compound"))
    return any({t.lemma_.lower(), t.lower_} & _ONLOOKERS for t in (*told, *beside))


def _is_proper(speaker: Mention) -> bool:
    return any(word[0].isupper() for word in speaker.name.split())


def _of(statement: Statement, speaker: Mention, doer: Mention) -> Statement:
    told = replace(speaker, party=doer.party, party_span=doer.party_span or doer.span)
    acts = tuple(replace(a, actor=told) if a.actor == speaker else a for a in statement.acts)
    return replace(statement, speaker=told, acts=acts)
