"""From the acts that entries name to options: one option under its owner for one act."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import combinations, product

from firstmove.drafting.acts.done import Deed
from firstmove.drafting.acts.labels import kept_up
from firstmove.drafting.acts.named import Named
from firstmove.drafting.likeness.alike import SAME_ACT, Likeness, liken, one_kind, share
from firstmove.drafting.options.candidate import Candidate
from firstmove.drafting.options.deeds import is_answered, is_of_others, is_opposed_act, of_another
from firstmove.drafting.options.deverbal import names_deed
from firstmove.drafting.options.owners import by_deed, by_object, counterpart, in_words, who_asks
from firstmove.drafting.options.pointing import pointed_at
from firstmove.drafting.options.states import as_one_state
from firstmove.drafting.options.twins import without_twins
from firstmove.ledger.words import Words, words
from firstmove.statement import ActPlace, Kind

SAME_CONDITION = 0.5  # share of a condition clause that is said of an option elsewhere


def gather(named: Iterable[Named], done: Sequence[Deed]) -> list[Candidate]:
    """One candidate for one act of one owner. ``done``: what the outlets tell as done.

    1. Acts of demands, promises, refusals: joined where their words name one act
       (``alike.liken``), or where one entry names them (the ledger has already found the tellings
       to be one). An act and what undoes it, or two amounts of it, are never joined.
    2. What is asked of nobody told is taken for the one act of the same words that somebody owns.
    3. Acts of conditions: joined to an act of the same owner that shares its words, or loosely to
       one of which the statements say the same ("if the signals to restore the dialogue are
       serious" beside "initiate dialogue"); else an act of their own.
    """
    every = as_one_state(list(named))
    found: list[Candidate] = []
    told = [n for n in every if n.owner and n.act.place is ActPlace.CONTENT]
    for item in sorted(told, key=is_answered):  # things opposed or welcomed after what is done
        if (others := of_another(item, found)) is not None:
            others[0].named.append(others[1])
        elif not is_of_others(item):
            _join(item, found)
    order = {id(item): place for place, item in enumerate(told)}
    found.sort(key=lambda c: order[id(c.named[0])])
    found = without_twins(found)
    for item in every:
        if not item.owner and item.act.place is ActPlace.CONTENT and not _adopt(item, found):
            _own(item, every, done, found)
    conditions = [n for n in every if n.owner and n.act.place is ActPlace.CONDITION]
    left = [item for item in conditions if not _joins_loosely(item, found)]
    for item in left:
        if not _follows(item, found):
            _join(item, found)
    for item in every:
        if not item.owner and item.act.place is ActPlace.CONDITION and not _adopt(item, found):
            _own(item, every, done, found)
    return without_twins(pointed_at(found))


def _own(
    item: Named,
    every: Sequence[Named],
    done: Sequence[Deed],
    found: list[Candidate],
) -> None:
    """Give an act of no told owner to the one side that all points to, and say what does."""
    owner, why = by_object(item, every)
    goes_on = item.act.place is ActPlace.CONTENT and item.statement.kind is not Kind.REQUEST
    untold = item.act.stance is None and item.statement.kind is not Kind.REJECT
    goes_on = goes_on and (untold or bool(kept_up(item.act.label)))
    if not owner and goes_on and item.statement.kind is not Kind.ASSESS:
        owner, why = item.side, "who says that it goes on"
    elif item.statement.kind is Kind.ASSESS and owner != item.side:
        return  # a forecast of what others have in hand
    if not owner:
        guesses = (
            by_deed(item, done),
            in_words(item, every),
            who_asks(item, found),
            counterpart(item),
        )
        owner, why = next((guess for guess in guesses if guess[0]), ("", ""))
    if owner and is_opposed_act(item) and any(owner in s.quote for s in item.statement.content):
        return  # "opposes selling the land to Harbour Lines"
    if owner:
        given = replace(item, owner=owner, supposed_owner=why)
        turned = as_one_state([given, *(n for c in found for n in c.named)])[0]
        if item.act.place is ActPlace.CONTENT or not _joins_loosely(turned, found):
            _join(turned, found)


def nobodys(named: Iterable[Named], candidates: Iterable[Candidate]) -> Iterator[Named]:
    """What is asked of nobody told, and no option was found for."""
    adopted = {(n.statement.id, n.act.span) for c in candidates for n in c.named}
    for item in named:
        asked = not item.owner and item.act.place is ActPlace.CONTENT
        if asked and (item.statement.id, item.act.span) not in adopted:
            yield item


def related(
    candidates: Iterable[Candidate], *likenesses: Likeness
) -> Iterator[tuple[Candidate, Candidate, Likeness]]:
    """Pairs of options of one owner whose words stand so."""
    for one, other in combinations(candidates, 2):
        if one.owner != other.owner:
            continue
        found = {_liken(a, b) for a, b in product(one.named, other.named)}
        for likeness in likenesses:
            if likeness in found:
                yield one, other, likeness
                break


def _liken(one: Named, other: Named) -> Likeness:
    return liken(one.label, one.act.thing, other.label, other.act.thing)


def _barred(item: Named, candidate: Candidate) -> bool:
    """Whether some words of the candidate name the contrary, or another amount."""
    never = (Likeness.CONTRARY, Likeness.AMOUNTS)
    return any(_liken(item, other) in never for other in candidate.named)


def _adopt(item: Named, found: list[Candidate]) -> bool:
    """Give an act of no told owner to the one side that has it, if it is one."""
    fitting = [
        candidate
        for candidate in found
        if not _barred(item, candidate)
        and any(_liken(item, n) is Likeness.SAME for n in candidate.named if not n.service)
        and not (item.act.place is ActPlace.CONDITION and _told_apart(item, candidate))
    ]
    if item.act.place is ActPlace.CONTENT:
        # What somebody opposes may be asked of itself; what it asks for is of others.
        others = [c for c in fitting if c.owner != item.side]
        fitting = others or (fitting if item.statement.kind is Kind.REJECT else [])
    if len(fitting) == 1:
        fitting[0].named.append(replace(item, owner=fitting[0].owner))
    return bool(fitting)


def _follows(item: Named, found: list[Candidate]) -> bool:
    """The condition of another telling of the same entry has found its option: so has this."""
    for candidate in found:
        if (
            candidate.owner == item.owner
            and any(
                n.entry.id == item.entry.id and n.act.place is ActPlace.CONDITION
                for n in (*candidate.named, *candidate.loose)
            )
            and not _told_apart(item, candidate)
            and not _barred(item, candidate)
        ):
            same = any(_liken(item, other) is Likeness.SAME for other in candidate.named)
            (candidate.named if same else candidate.loose).append(item)
            return True
    return False


def _join(item: Named, found: list[Candidate]) -> None:
    best, best_share = None, 0.0
    for candidate in found:
        if candidate.owner != item.owner or _barred(item, candidate):
            continue
        for other in candidate.named:
            same = _liken(item, other) is Likeness.SAME
            alike = max(share(item.label, other.label), SAME_ACT) if same else 0.0
            if _same_telling(item, other):
                alike = max(alike, 0.99)
            if alike > best_share:
                best, best_share = candidate, alike
    if best is not None:
        best.named.append(item)
    else:
        found.append(Candidate(item.owner, [item]))


def _same_telling(one: Named, other: Named) -> bool:
    """One entry, two statements, one act each: the ledger found them to tell the same."""
    if one.entry.id != other.entry.id or one.statement.id == other.statement.id:
        return False
    # "Both are ready to end it" names one act, of two sides.
    return all(
        len({a.label for a in n.statement.acts if a.place is ActPlace.CONTENT}) == 1
        for n in (one, other)
    )


def _joins_loosely(item: Named, found: list[Candidate]) -> bool:
    """Join a condition to an option of its owner, surely or loosely; False where none fits.

    A condition that is a state and no act ("the signals are serious") can only be brought about
    by an act: it is taken for the one thing that the same side demands of that owner, if it is one.
    """
    condition = item.statement.condition
    own = words(item.owner).weights.keys()
    clause = _less(words(condition.span.quote if condition else ""), own)
    best, best_share = None, 0.0
    for candidate in found:
        if candidate.owner != item.owner or _barred(item, candidate):
            continue
        told_as = [o for o in candidate.named if not (o.partner and o.supposed)]
        same = any(_liken(item, o) is Likeness.SAME for o in told_as)
        if same or names_deed(item.label.removeprefix("go ahead with "), told_as):
            candidate.named.append(item)
            return True
        if _told_apart(item, candidate):
            continue
        told = [s.quote for o in candidate.named if not o.partner for s in o.statement.content]
        said = _less(words(" ".join(told)), own)
        shared = clause.keys() & said.keys()
        mass = min(sum(clause.values()), sum(said.values()))
        alike = sum(clause[k] for k in shared) / mass if len(shared) > 1 and mass else 0.0
        if alike > best_share:
            best, best_share = candidate, alike
    alone = _by_verb(item, found)
    if alone is not None:
        alone.loose.append(item)
        return True
    state = item.act.thing or bool(_STATE.search(item.label))
    if best is not None and best_share >= SAME_CONDITION and state:
        best.loose.append(item)
        return True
    demanded = [
        c
        for c in found
        if c.owner == item.owner
        and _demanded_by(item.side, c)
        and not _told_apart(item, c)
        and not _barred(item, c)
    ]
    if state and not item.act.thing and len(demanded) == 1:
        demanded[0].loose.append(item)
        return True
    return False


def _by_verb(item: Named, found: list[Candidate]) -> Candidate | None:
    """ "Once it has paid", beside one option to repay something: the one act of its verb."""
    if " " in item.label or item.act.thing:
        return None
    fits = [
        c
        for c in found
        if c.owner == item.owner
        and not _told_apart(item, c)
        and any(one_kind(item.label, n.label) for n in c.named if not n.act.thing)
    ]
    return fits[0] if len(fits) == 1 else None


def _told_apart(item: Named, candidate: Candidate) -> bool:
    """Whether one statement names both: "if it opens the sluices and pays" asks for two things."""
    return any(n.statement.id == item.statement.id for n in (*candidate.named, *candidate.loose))


_STATE = re.compile(r"\b(?:is|are|was|were|be|been)\b", re.IGNORECASE)


def _demanded_by(side: str, candidate: Candidate) -> bool:
    return any(n.side == side and n.statement.kind is Kind.REQUEST for n in candidate.named)


def _less(passage: Words, names: Iterable[str]) -> dict[str, float]:
    """A party's own name is in all that is said of it, and tells no act from another."""
    return {k: w for k, w in passage.weights.items() if k not in names}
