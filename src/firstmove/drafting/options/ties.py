"""Acts of two reports as one, by what stands around them.

“Would raise the flow if Dorn bought power” in one report and “only if Dorn signed a contract” in
the other ask one side for the price of one act. “Will buy the islands' catch” and “promised to buy
all herring landed on the islands” are told by one side, with one verb, of one place. They are taken
for one option, and asked.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import combinations

from firstmove.drafting.acts.named import Named
from firstmove.drafting.likeness.alike import Likeness, liken
from firstmove.drafting.options.candidate import REPLIES, Candidate
from firstmove.ledger.words import words
from firstmove.statement import ActPlace, Kind

LEAST_SHARED = 0.45  # weight of one fairly rare word, or of the name of a party


def tied_alike(found: list[Candidate]) -> list[Candidate]:
    """The same options, without those that are another's under another name."""
    left = list(found)
    for second in found:
        first = told_reply(second, left)
        if first is not None and not any(n.partners for n in first.named):
            _merge(first, second, f"since {second.named[0].side} ties both to the same")
            left.remove(second)
    while (pair := next(_pairs(left), None)) is not None:
        first, second = pair
        why = (
            f"to each of which {second.named[0].side} ties one act"
            if _tied_to(second, left) is not None
            else f"since each report has {second.named[0].side} tell one of them, with one verb"
        )
        _merge(first, second, why)
        left.remove(second)
    return left


def _merge(into: Candidate, other: Candidate, why: str) -> None:
    into.named += [replace(n, taken_for=why) for n in other.named]
    into.loose += other.loose


def _pairs(found: Sequence[Candidate]) -> Iterator[tuple[Candidate, Candidate]]:
    tied = [(c, content) for c in found if (content := _tied_to(c, found)) is not None]
    for at, (one, content) in enumerate(tied):
        for other, same in tied[at + 1 :]:
            if content is same and one.owner == other.owner and _may_be_one(one, other):
                yield one, other
    for one, other in combinations(found, 2):
        if one.owner == other.owner and _retold(one, other) and _may_be_one(one, other):
            yield one, other


def told_reply(reply: Candidate, found: Sequence[Candidate]) -> Candidate | None:
    """What “respond” is: the one act that its owner ties to the same act of another. One that takes
    two sides is more than a reply, and stays apart."""
    if any(n.label.lower() not in REPLIES for n in reply.named):
        return None
    prices = _prices(reply, found)
    same = [c for c in found if c is not reply and c.owner == reply.owner]
    same = [c for c in same if prices & _prices(c, found)]
    return same[0] if len(same) == 1 else None


def _prices(candidate: Candidate, found: Sequence[Candidate]) -> set[int]:
    """The options that its owner ties it to."""
    tied = {
        n.statement.id
        for n in candidate.named
        if n.act.place is ActPlace.CONTENT and n.side == n.owner and not n.negated
    }
    return {
        id(c)
        for c in found
        for n in (*c.named, *c.loose)
        if n.act.place is ActPlace.CONDITION and n.statement.id in tied and not n.negated
    }


def _retold(one: Candidate, other: Candidate) -> bool:
    """Whether each is told once or more by statements alone, with one verb and of one thing."""
    named = (*one.named, *other.named)
    if any(n.act.place is not ActPlace.CONTENT or n.act.thing or n.partners for n in named):
        return False
    if len({n.rule.force for n in named}) != 1:
        return False
    return any(
        a.label.split()[0].lower() == b.label.split()[0].lower() and _of_one_thing(a, b)
        for a in one.named
        for b in other.named
    )


def _of_one_thing(one: Named, other: Named) -> bool:
    """Whether the words of two statements share, beside the verb, more than a common word."""
    names = words(f"{one.owner} {one.label.split()[0]}").weights.keys()
    told = [words(" ".join(s.quote for s in n.statement.content)).weights for n in (one, other)]
    shared = sum(told[0][k] for k in told[0].keys() & told[1].keys() - names)
    return shared >= LEAST_SHARED


def _tied_to(candidate: Candidate, found: Sequence[Candidate]) -> Candidate | None:
    """The one option that this one is the only price of; None for what is more than a price."""
    if any(n.act.place is ActPlace.CONTENT and not _repeats(n, candidate) for n in candidate.named):
        return None
    prices = {n.statement.id for n in candidate.named if n.act.place is ActPlace.CONDITION}
    contents = [
        c
        for c in found
        if any(n.statement.id in prices and n.act.place is ActPlace.CONTENT for n in c.named)
    ]
    return contents[0] if len(contents) == 1 and contents[0] is not candidate else None


def _repeats(named: Named, candidate: Candidate) -> bool:
    """A demand read from the condition itself."""
    return named.statement.kind is Kind.REQUEST and any(
        n.act.place is ActPlace.CONDITION and n.act.span.start == named.act.span.start
        for n in candidate.named
    )


def _may_be_one(one: Candidate, other: Candidate) -> bool:
    reports = [{n.statement.report_id for n in c.named} for c in (one, other)]
    sides = [{n.side for n in c.named} for c in (one, other)]
    never = (Likeness.CONTRARY, Likeness.AMOUNTS)
    return (
        not reports[0] & reports[1]
        and sides[0] == sides[1]
        and len(sides[0]) == 1
        and not any(
            a.negated != b.negated or liken(a.label, a.act.thing, b.label, b.act.thing) in never
            for a in one.named
            for b in other.named
        )
    )
