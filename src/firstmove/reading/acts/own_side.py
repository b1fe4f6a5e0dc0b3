"""The side of a speaker of whom no words tell it, by what the speaker announces as its own.

“Tollmark would stop the sale, the minister said”: where somebody in an office announces an act, the
trained model is sure that its doer is the speaker's own side, and grammar names a party as its
doer, the speaker speaks for that party. Of a named person this holds for all statements of the
report, unless the person announces acts of two sides, or asks, accuses or threatens that side.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from firstmove.reading.acts.onlookers import looks_on, words_for
from firstmove.reading.acts.stance import stances
from firstmove.reading.lexicon.listed import words
from firstmove.reading.lexicon.roles import MINISTERIAL, REBELS
from firstmove.reading.page import Page
from firstmove.reading.parsing.predicates import Token, tokens_in
from firstmove.reading.people.body_kinds import SITES
from firstmove.reading.people.callings import is_role
from firstmove.reading.people.demonyms import of_many_lands
from firstmove.statement import ActPlace, Kind, Mention, Modality, Statement

HEAD = 0.7  # probability that the word names an act on which a position is taken
OWN = 0.85  # share of its being an act of the speaker's own side
_AGAINST = (Kind.REQUEST, Kind.ACCUSE, Kind.THREATEN, Kind.PROTEST)
_TO_COME = (Modality.FUTURE, Modality.HYPOTHETICAL)
_READY = words("ready prepared willing open")
# Of none of these places is who speaks for rebels or rulers.
_SPOTS = SITES | words("harbor harbour port railway")
_RULERS = REBELS | MINISTERIAL | words("army military")
_GOVERNING = words("chancellor minister premier president")
# Whose member announces is of a side that has such; “the mill's director” is of the mill.
_OFFICES = words(
    "agency army cabinet coastguard defence defense delegation department embassy force foreign "
    "government interior justice leadership ministry mission navy office palace party presidency "
    "secretariat side staff state team trade"
)


def own_side(page: Page, statements: tuple[Statement, ...]) -> tuple[Statement, ...]:
    """Fill ``speaker.party`` and ``party_span`` where neither was found; the acts are read."""
    asking = [s for s in statements if s.speaker is not None and not s.speaker.party]
    told = {id(s): list(words_for(page, s.speaker)) for s in asking if s.speaker is not None}
    onlookers = {_name(s) for s in asking if any(map(looks_on, told[id(s)]))}
    offices = {_name(s) for s in asking if any(map(is_role, told[id(s)]))} - onlookers
    sides: dict[str, dict[str, Mention]] = {}
    for statement in asking:
        if _name(statement) in offices:
            for doer in _own_doers(page, statement):
                if _is_of_another(told[id(statement)], doer) or _governs(told[id(statement)], doer):
                    continue
                sides.setdefault(_key(statement), {}).setdefault(doer.party, doer)
    for statement in asking:
        target = statement.target
        if target is not None and statement.kind in _AGAINST:
            found = sides.get(_key(statement), {})
            if target.party in found:
                found.clear()
    placed = {id(s): one for s in asking if (one := _only(sides.get(_key(s), {}))) is not None}
    return tuple(_of(s, placed[id(s)]) if id(s) in placed else s for s in statements)


def _only(found: dict[str, Mention]) -> Mention | None:
    return next(iter(found.values())) if len(found) == 1 else None


def _own_doers(page: Page, statement: Statement) -> Iterator[Mention]:
    """The parties that are named as doers of what the speaker announces of its own side."""
    ready = any(t.lower_ in _READY for t in tokens_in(page, statement.content))
    if statement.modality not in _TO_COME and not ready:
        return
    told = stances(page, statement)
    for act in statement.acts:
        doer = act.actor
        if act.place is not ActPlace.CONTENT or doer is None or not doer.party:
            continue
        heads = (t for at, t in told.items() if act.span.start <= at < act.span.end)
        best = max(heads, key=lambda t: t.act, default=None)
        if best is not None and best.act >= HEAD and best.own >= OWN:
            yield doer


def _is_of_another(told: list[Token], doer: Mention) -> bool:
    """Whether the words name a body that is neither an office nor the doer, or more than a country:
    “the line's director”, “a West African official” of what a country will do, “a rebel official”
    of what an airport will."""
    own = {w.lower() for w in f"{doer.party} {doer.name} {doer.span.quote}".split()}
    if own & _SPOTS and any(t.lemma_.lower() in _RULERS for t in told):
        return True
    return any(map(of_many_lands, told)) or any(
        t.dep_ in ("poss", "pobj")
        and t.pos_ in ("NOUN", "PROPN")
        and not {t.lower_, t.lemma_.lower()} & (_OFFICES | own)
        for t in told
    )


def _governs(told: list[Token], doer: Mention) -> bool:
    """ "The premier said the port would stay closed": of more than the port."""
    rules = any(t.lemma_.lower() in _GOVERNING for t in told)
    return rules and doer.party.islower() and doer.party != "the government"


def _name(statement: Statement) -> str:
    return statement.speaker.name if statement.speaker is not None else ""


def _key(statement: Statement) -> str:
    """By whom a side is told: a named person in all statements, “a spokesman” in one."""
    name = _name(statement)
    return name if any(word[0].isupper() for word in name.split()) else statement.id


def _of(statement: Statement, doer: Mention) -> Statement:
    assert statement.speaker is not None
    told = replace(statement.speaker, party=doer.party, party_span=doer.party_span or doer.span)
    acts = tuple(
        replace(a, actor=told) if a.actor == statement.speaker else a for a in statement.acts
    )
    return replace(statement, speaker=told, acts=acts)
