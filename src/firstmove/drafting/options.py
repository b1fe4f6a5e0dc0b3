"""From the acts that entries name to options: one option under its owner for one act."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from firstmove.drafting.sides import Sides
from firstmove.drafting.table import TABLE, Force
from firstmove.ledger import Entry, View
from firstmove.ledger.numbers import amounts
from firstmove.ledger.words import Words, words
from firstmove.statement import Act, ActPlace, Kind, Modality, Statement

PLANS = (Modality.FUTURE, Modality.OBLIGED, Modality.HYPOTHETICAL)

ANSWERS = (Kind.REJECT, Kind.AGREE, Kind.SUPPORT)
# Concepts of the ledger's lexicon (ledger/data/concepts.toml) that take more than one side.
JOINT = frozenset(
    f"~{c}" for c in ("agreement", "compromise", "meeting", "peace", "reconcile", "talks", "truce")
)
SAME_ACT = 0.6  # share of the shorter label's weight that the other has, to be one act
LEAST_MASS = 0.45  # a label that weighs less ("respond") is one act only with its like
SAME_CONDITION = 0.5  # share of a condition clause that is said of an option elsewhere


@dataclass(frozen=True, slots=True)
class Named:
    """One act as one statement of one entry names it."""

    entry: Entry
    statement: Statement
    act: Act
    owner: str  # side that would do it; "" for what is asked of nobody
    side: str  # side whose statement it is

    @property
    def tells_want(self) -> bool:
        """Whether the statement says of the act itself that its speaker wants it, or wants it not.

        An act of a condition is wanted, if at all, as the price of another.
        """
        rule = TABLE[self.statement.kind]
        return self.act.place is ActPlace.CONTENT and rule.force is not Force.NOTHING


@dataclass(slots=True)
class Candidate:
    """An option in the making: all namings of one act by its owner."""

    owner: str
    named: list[Named] = field(default_factory=list)
    loose: list[Named] = field(default_factory=list)  # conditions taken for this act, not surely

    @property
    def label(self) -> str:
        """The words most used for it; of those equally used the shortest, then the first.

        Words of a demand or promise before words of a condition, verbs before nouns. A thing that
        its owner rejects or agrees to ("a truce") is nothing to do yet: the option is to accept it.
        """
        words = self._words
        things = {n.act.label for n in self.named if n.act.thing}
        answers = all(n.statement.kind in ANSWERS for n in self.named)
        return f"accept {words}" if words in things and answers else words

    @property
    def _words(self) -> str:
        counts: Counter[str] = Counter()
        for item in self.named:
            counts[item.act.label] += 1
        order = {n.act.label: i for i, n in reversed(list(enumerate(self.named)))}
        own = {n.act.label for n in self.named if n.act.place is ActPlace.CONTENT}

        def worth(label: str) -> tuple[bool, int, bool, int, int]:
            words = label.split()
            return (label not in own, -counts[label], len(words) < 2, len(words), order[label])

        return min(counts, key=worth)

    @property
    def entries(self) -> list[Entry]:
        return list({n.entry.id: n.entry for n in (*self.named, *self.loose)}.values())

    @property
    def witnesses(self) -> int:
        return max((e.witnesses for e in self.entries), default=0)


def named_acts(view: View) -> list[Named]:
    """Every act of every statement with the party that would do it, in the order of the reports.

    A promise or refusal without a doer is the speaker's own. A demand is not: another telling of
    the same entry may name who is asked; if none does, nobody is. Only what needs both sides ("a
    binding agreement", "talks") is an option of the one who asks for it as well.
    """
    by_id = {s.id: s for s in view.statements}
    sides = Sides(view)
    found = []
    for entry in view.entries:
        side = sides.of(entry.party, entry.speaker)
        if not side:
            continue
        told = [by_id[id_] for id_ in entry.statements]
        named = [
            Named(entry, statement, act, owner, side)
            for statement in told
            if is_position(statement, entry)
            for act in statement.acts
            for owner in _owners(act, side, statement, sides)
        ]
        for place in ActPlace:
            owners = {n.owner for n in named if n.act.place is place}
            owning = {n.statement.id for n in named if n.act.place is place}
            if len(owners) == 1:
                named += [
                    Named(entry, statement, act, next(iter(owners)), side)
                    for statement in told
                    for act in statement.acts
                    if act.place is place
                    and _nobody(act, statement)
                    and not (place is ActPlace.CONDITION and statement.id in owning)
                ]
            elif place is ActPlace.CONTENT:
                named += [
                    Named(entry, statement, act, side if _joint(act) else "", side)
                    for statement in told
                    for act in statement.acts
                    if act.place is place and act.actor is None and statement.kind is Kind.REQUEST
                ]
        found += named
    return found


def is_position(statement: Statement, entry: Entry) -> bool:
    """A fact stated is no position, nor is what was done; a plan of one's own declared is one."""
    if statement.modality is Modality.HISTORICAL and statement.kind is not Kind.REJECT:
        return False
    if statement.kind is not Kind.STATE:
        return True
    own = all(
        act.actor is None or act.actor.party == entry.party
        for act in statement.acts
        if act.place is ActPlace.CONTENT
    )
    infinitive = any(s.quote.lower().startswith("to ") for s in statement.content)
    return own and (statement.modality in PLANS or infinitive)


def _nobody(act: Act, statement: Statement) -> bool:
    """Its doer is told by a pronoun that names nobody, or (asked, or in a condition) not at all."""
    if act.actor is None:
        return act.place is ActPlace.CONDITION or statement.kind is Kind.REQUEST
    return not act.actor.party and not act.actor.name


def _owners(act: Act, side: str, statement: Statement, sides: Sides) -> tuple[str, ...]:
    if act.actor is None:
        by_others = statement.kind in (Kind.ASSESS, Kind.REQUEST) or act.place is ActPlace.CONDITION
        return () if by_others else (side,)
    if statement.speaker is not None and act.actor.span == statement.speaker.span:
        return (side,)
    if owner := sides.of(act.actor.party, act.actor.name):
        return (owner,)
    # "Russia and Ukraine": an act of two parties is an option of each.
    several = act.actor.name.removeprefix("both ").split(" and ")
    return tuple(p for p in several if p in sides.parties)


def _joint(act: Act) -> bool:
    """Whether it takes both sides."""
    return bool(words(act.label).weights.keys() & JOINT)


def gather(named: Iterable[Named]) -> list[Candidate]:
    """One candidate for one act of one owner.

    1. Acts of demands, promises, refusals: joined where their words are the same, or where one
       entry names them (the ledger has already found the tellings to be one).
    2. Acts of conditions: joined to an act of the same owner that shares its words, or loosely to
       one of which the statements say the same ("if the signals to restore the dialogue are
       serious" beside "initiate dialogue"); else an act of their own.
    """
    named = [n for n in named if n.owner]
    found: list[Candidate] = []
    for item in named:
        if item.act.place is ActPlace.CONTENT:
            _join(item, found)
    conditions = [n for n in named if n.act.place is ActPlace.CONDITION]
    left = [item for item in conditions if not _joins_loosely(item, found)]
    for item in left:
        if not _follows(item, found):
            _join(item, found)
    return found


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
        ):
            candidate.loose.append(item)
            return True
    return False


def _join(item: Named, found: list[Candidate]) -> None:
    best, best_share = None, 0.0
    for candidate in found:
        if candidate.owner != item.owner:
            continue
        for other in candidate.named:
            share = _share(item.act.label, other.act.label)
            if _same_telling(item, other):
                share = max(share, 0.99)
            if share > best_share:
                best, best_share = candidate, share
    if best is not None and best_share >= SAME_ACT:
        best.named.append(item)
    else:
        found.append(Candidate(item.owner, [item]))


def _same_telling(one: Named, other: Named) -> bool:
    """One entry, two statements, one act each: the ledger found them to tell the same."""
    if one.entry.id != other.entry.id or one.statement.id == other.statement.id:
        return False
    return all(
        sum(a.place is ActPlace.CONTENT for a in n.statement.acts) == 1 for n in (one, other)
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
        if candidate.owner != item.owner:
            continue
        if any(_share(item.act.label, o.act.label) >= SAME_ACT for o in candidate.named):
            candidate.named.append(item)
            return True
        if _told_apart(item, candidate):
            continue
        told = [s.quote for o in candidate.named for s in o.statement.content]
        said = _less(words(" ".join(told)), own)
        shared = clause.keys() & said.keys()
        mass = min(sum(clause.values()), sum(said.values()))
        share = sum(clause[k] for k in shared) / mass if len(shared) > 1 and mass else 0.0
        if share > best_share:
            best, best_share = candidate, share
    if best is not None and best_share >= SAME_CONDITION:
        best.loose.append(item)
        return True
    demanded = [
        c
        for c in found
        if c.owner == item.owner and _demanded_by(item.side, c) and not _told_apart(item, c)
    ]
    if _STATE.search(item.act.label) and len(demanded) == 1:
        demanded[0].loose.append(item)
        return True
    return False


def _told_apart(item: Named, candidate: Candidate) -> bool:
    """Whether one statement names both: "if it opens the sluices and pays" asks for two things."""
    return any(n.statement.id == item.statement.id for n in (*candidate.named, *candidate.loose))


_STATE = re.compile(r"\b(?:is|are|was|were|be|been)\b", re.IGNORECASE)


def _demanded_by(side: str, candidate: Candidate) -> bool:
    return any(n.side == side and n.statement.kind is Kind.REQUEST for n in candidate.named)


def _less(passage: Words, names: Iterable[str]) -> dict[str, float]:
    """A party's own name is in all that is said of it, and tells no act from another."""
    return {k: w for k, w in passage.weights.items() if k not in names}


def _share(one: str, other: str) -> float:
    if one.lower() == other.lower():
        return 1.0
    a, b = words(one), words(other)
    if bool(amounts(one)) != bool(amounts(other)):
        return 0.0  # two of the sluices are not the sluices
    shared = sum(a.weights[k] for k in a.weights.keys() & b.weights.keys())
    return shared / max(min(a.mass, b.mass), LEAST_MASS)
