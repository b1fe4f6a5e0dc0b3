"""From the acts that entries name to options: one option under its owner for one act."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from firstmove.ledger.entry import Entry, View
from firstmove.statement import Act, ActPlace, Kind, Statement

Signature = Callable[[str], frozenset[str]]
"""Words of a text as a set of lemmas, synonyms of the domain folded into one."""

SAME_ACT = 0.6  # share of the shorter label's words that the other has, to be one act
SAME_CONDITION = 0.5  # the same for a condition clause against all that is said of an option


@dataclass(frozen=True, slots=True)
class Named:
    """One act as one statement of one entry names it."""

    entry: Entry
    statement: Statement
    act: Act
    owner: str  # party that would do it


@dataclass(slots=True)
class Candidate:
    """An option in the making: all namings of one act by its owner."""

    owner: str
    named: list[Named] = field(default_factory=list)
    loose: list[Named] = field(default_factory=list)  # conditions taken for this act, not surely

    @property
    def label(self) -> str:
        """The words most used for it; of those equally used the shortest, then the first.

        Words of a demand or promise before words of a condition, verbs before nouns.
        """
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

    An act whose doer the text does not tell belongs to the speaker's own side: "a binding
    agreement" wanted by Russia is first of all something Russia would enter.
    """
    found = []
    by_id = {s.id: s for s in view.statements}
    for entry in view.entries:
        if not entry.party:
            continue
        for statement_id in entry.statements:
            statement = by_id[statement_id]
            for act in statement.acts:
                owners = _owners(act, entry, statement)
                found += [Named(entry, statement, act, owner) for owner in owners]
    return found


def _owners(act: Act, entry: Entry, statement: Statement) -> tuple[str, ...]:
    if act.actor is not None:
        if act.actor.party:
            return (act.actor.party,)
        # "Russia and Ukraine": an act of two parties is an option of each.
        several = tuple(p.strip() for p in act.actor.name.split(" and ")) if act.actor.name else ()
        return several if len(several) > 1 else ()
    if statement.kind is Kind.ASSESS or act.place is ActPlace.CONDITION:
        return ()
    return (entry.party,)


def gather(named: Iterable[Named], signature: Signature) -> list[Candidate]:
    """One candidate for one act of one owner.

    1. Acts of demands, promises, refusals: joined where their words are the same, or where one
       entry names them (the ledger has already found the tellings to be one).
    2. Acts of conditions: joined to an act of the same owner that shares its words, or loosely to
       one of which the statements say the same ("if the signals to restore the dialogue are
       serious" beside "initiate dialogue"); else an act of their own.
    """
    named = list(named)
    found: list[Candidate] = []
    for item in named:
        if item.act.place is ActPlace.CONTENT:
            _join(item, found, signature)
    for item in named:
        if item.act.place is ActPlace.CONDITION and not _joins_loosely(item, found, signature):
            _join(item, found, signature)
    return found


def _join(item: Named, found: list[Candidate], signature: Signature) -> None:
    words = signature(item.act.label)
    best, best_share = None, 0.0
    for candidate in found:
        if candidate.owner != item.owner:
            continue
        for other in candidate.named:
            share = _share(words, signature(other.act.label))
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


def _joins_loosely(item: Named, found: list[Candidate], signature: Signature) -> bool:
    label = signature(item.act.label)
    clause = signature(item.statement.condition.span.quote if item.statement.condition else "")
    best, best_shared = None, 0
    for candidate in found:
        if candidate.owner != item.owner:
            continue
        if any(_share(label, signature(o.act.label)) >= SAME_ACT for o in candidate.named):
            candidate.named.append(item)
            return True
        said = frozenset().union(
            *(signature(s.quote) for o in candidate.named for s in o.statement.content)
        ) - signature(item.owner)
        shared = len((clause - signature(item.owner)) & said)
        if shared > best_shared:
            best, best_shared = candidate, shared
    if best is not None and best_shared >= 2 and best_shared >= SAME_CONDITION * min(len(clause), 5):
        best.loose.append(item)
        return True
    return False


def _share(one: frozenset[str], other: frozenset[str]) -> float:
    if not one or not other:
        return 0.0
    return len(one & other) / min(len(one), len(other)) if min(len(one), len(other)) > 1 else float(
        one == other
    )
