"""Two entries of one speaker in two reports that are the same but for one point.

Another day, another target, another condition is another thing said, so they stay two; but where
all else is told alike it is where the reports differ. Both get the relation ``differ`` and the
point with the words of both.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence

from firstmove.ledger.comparing.align import aligned
from firstmove.ledger.comparing.compatible import kinds_fit
from firstmove.ledger.comparing.days import days, other_days
from firstmove.ledger.comparing.frame import other_filler
from firstmove.ledger.comparing.numbers import numbers, other_numbers
from firstmove.ledger.comparing.strength import certainty, cue_strength
from firstmove.ledger.comparing.telling import Telling
from firstmove.ledger.differing.parted import SHARED, Clash, days_between, of_one_speaker, parted
from firstmove.ledger.differing.relations import sides_of
from firstmove.ledger.entry import Entry
from firstmove.ledger.words import words
from firstmove.report import Span

_ALIKE = 0.85  # of the words of each have a counterpart
_LEAST = 2  # keys in all else that is told

Sides = tuple[Span, Span]
Rule = Callable[[Telling, Telling], Sides | None]


def but_for(entries: Sequence[Entry], by_id: Mapping[str, Telling]) -> Iterator[Entry]:
    """The entries, those that differ in one point with the difference."""
    found: dict[str, list[Clash]] = {field: [] for field, _ in _RULES}
    for one, other in of_one_speaker(entries, by_id, lambda told: told.words):
        a, b = by_id[one.lead], by_id[other.lead]
        if (a.condition is None) != (b.condition is None):
            continue
        if set(one.reports) & set(other.reports) or days_between(a, b) is not None:
            continue
        for field, rule in _RULES:
            if (sides := rule(a, b)) is not None:
                found[field].append((one, other, sides_of([(a, sides[0]), (b, sides[1])])))
                break
    for field, clashes in found.items():
        if clashes:
            entries = tuple(parted(entries, field, clashes, by_id))
    yield from entries


def _date(a: Telling, b: Telling) -> Sides | None:
    clash = other_days(a.said, b.said)
    if clash is None or not _of_one_act(a, b):
        return None
    rest = (_without(t.said, [(d.start, d.end) for d in days(t.said)]) for t in (a, b))
    if not _same(*rest):
        return None
    return _placed(a, clash[0].start, clash[0].end, b, clash[1].start, clash[1].end)


def _strength(a: Telling, b: Telling) -> Sides | None:
    if _same(a.said, b.said):
        one, other = cue_strength(a), cue_strength(b)
        if one and other and one.ladder == other.ladder and one.rank != other.rank:
            return one.span, other.span
    mine, theirs = certainty(a.said), certainty(b.said)
    if mine is None or theirs is None or mine[0] == theirs[0] or not _of_one_act(a, b):
        return None
    if not _same(_without(a.said, [mine[1:]]), _without(b.said, [theirs[1:]])):
        return None
    return _placed(a, *mine[1:], b, *theirs[1:])


def _target(a: Telling, b: Telling) -> Sides | None:
    mine, theirs = a.statement.target, b.statement.target
    if mine is None or theirs is None or a.statement.kind is not b.statement.kind:
        return None
    if not a.target.key or not b.target.key or a.target.key == b.target.key:
        return None
    if a.target.key in b.words.weights or b.target.key in a.words.weights:
        return None  # each names the other, too
    if not _of_one_act(a, b):
        return None
    rest = (t.said.replace(m.span.quote, " ", 1) for t, m in ((a, mine), (b, theirs)))
    return (mine.span, theirs.span) if _same(*rest) else None


def _condition(a: Telling, b: Telling) -> Sides | None:
    mine, theirs = a.statement.condition, b.statement.condition
    if mine is None or theirs is None or a.consequence is None or b.consequence is None:
        return None
    if a.condition is None or b.condition is None or not _of_one_act(a, b):
        return None
    if other_filler(a.consequence, b.consequence) is not None:
        return None
    if min(len(a.consequence.weights), len(b.consequence.weights)) < SHARED:
        return None
    if aligned(a.consequence, b.consequence).least < _ALIKE:
        return None
    return mine.span, theirs.span


_RULES: tuple[tuple[str, Rule], ...] = (
    ("date", _date),
    ("strength", _strength),
    ("target", _target),
    ("condition", _condition),
)


def _of_one_act(a: Telling, b: Telling) -> bool:
    return kinds_fit(a.statement.kind, b.statement.kind) and a.stance * b.stance > 0


def _same(a: str, b: str) -> bool:
    """Whether two passages tell the same in nearly the same words."""
    if other_numbers(numbers(a), numbers(b)):
        return False
    one, other = words(a), words(b)
    return (
        min(len(one.weights), len(other.weights)) >= _LEAST
        and aligned(one, other).least >= _ALIKE
        and other_filler(one, other) is None
    )


def _without(text: str, places: Sequence[tuple[int, int]]) -> str:
    for start, end in sorted(places, reverse=True):
        text = f"{text[:start]} {text[end:]}"
    return text


def _placed(a: Telling, i: int, j: int, b: Telling, k: int, n: int) -> Sides | None:
    one, other = a.place(i, j), b.place(k, n)
    return None if one is None or other is None else (one, other)
