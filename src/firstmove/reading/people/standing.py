"""Stage: people who stand for themselves, seen by what they say against each other.

To be a member of one political party is no common side for two people who stand against each
other: each is then a side alone, and so is every other mere member of that party. Who has no
party, speaks, and is spoken to or against by somebody else, is a side of the dispute as well.
"""

from __future__ import annotations

from dataclasses import replace

from firstmove.reading.page import Page
from firstmove.reading.people.affiliation import Affiliations
from firstmove.reading.people.factions import speaks_for_party
from firstmove.reading.people.person import Person
from firstmove.reading.people.referents import affiliations_of, resolve
from firstmove.statement import Condition, Mention, Statement


def standing(page: Page, statements: tuple[Statement, ...]) -> tuple[Statement, ...]:
    """Give speakers, targets and conditions the person's own name as party where that is so."""
    sides = affiliations_of(page)
    people = {person.name: person for person in sides.cast.people}
    alone = _opponents(sides, people, statements) | _addressed(sides, people, statements)
    if not alone - sides.alone:
        return statements
    sides.stand_alone(alone)
    return tuple(
        replace(
            statement,
            speaker=_anew(page, statement.speaker),
            target=_anew(page, statement.target),
            condition=_condition(page, sides, statement.condition),
        )
        for statement in statements
    )


def _opponents(
    sides: Affiliations, people: dict[str, Person], statements: tuple[Statement, ...]
) -> frozenset[str]:
    """The members of every party of which one member stands against another."""
    found: set[str] = set()
    for statement in statements:
        if statement.speaker is None or statement.target is None or not statement.sets_against:
            continue
        pair = people.get(statement.speaker.name), people.get(statement.target.name)
        if pair[0] is None or pair[1] is None or pair[0] is pair[1]:
            continue
        faction = sides.member_of(pair[0])
        if not faction or faction != sides.member_of(pair[1]):
            continue
        members = [p for p in people.values() if sides.of_person(p).party == faction]
        found.update(p.name for p in members if not speaks_for_party(p))
        if all(speaks_for_party(p) for p in pair if p is not None):
            found.update(p.name for p in pair if p is not None)
    return frozenset(found)


def _addressed(
    sides: Affiliations, people: dict[str, Person], statements: tuple[Statement, ...]
) -> frozenset[str]:
    speaking = {s.speaker.name for s in statements if s.speaker is not None}
    addressed = {
        s.target.name
        for s in statements
        if s.speaker is not None and s.target is not None and s.speaker.name != s.target.name
    }
    return frozenset(
        name
        for name in speaking & addressed
        if name in people and not sides.of_person(people[name]).party
    )


def _anew(page: Page, mention: Mention | None) -> Mention | None:
    if mention is None:
        return None
    found = resolve(page, mention.span)
    if found is None or not found.party or found.party == mention.party:
        return mention
    if found.name != mention.name or found.party not in affiliations_of(page).alone:
        return mention
    return replace(mention, party=found.party, party_span=found.party_span)


def _condition(page: Page, sides: Affiliations, condition: Condition | None) -> Condition | None:
    """A condition about somebody who now stands alone: by the one such person that it names."""
    if condition is None or not condition.party:
        return condition
    clause = condition.span
    named = {
        person.name: sides.member_of(person)
        for person in sides.cast.people
        for index in person.heads
        if person.name in sides.alone and clause.start <= page.doc[index].idx < clause.end
    }
    if len(named) == 1 and condition.party == next(iter(named.values())):
        return replace(condition, party=next(iter(named)))
    return condition
