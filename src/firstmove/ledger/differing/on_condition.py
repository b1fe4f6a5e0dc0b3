"""The same told with a condition and without it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from firstmove.ledger.comparing.align import aligned
from firstmove.ledger.comparing.conditional import told_before_it
from firstmove.ledger.comparing.frame import other_filler
from firstmove.ledger.comparing.numbers import other_numbers
from firstmove.ledger.comparing.telling import Telling
from firstmove.ledger.differing.parted import (
    SHARED,
    Clash,
    days_between,
    of_one_speaker,
    parted,
    with_cue,
)
from firstmove.ledger.differing.relations import sides_of
from firstmove.ledger.entry import Entry
from firstmove.ledger.words import Words, words
from firstmove.report import Span

_NEARLY_THE_SAME = 0.6  # of the words of each have a counterpart


def on_a_condition(entries: Sequence[Entry], by_id: Mapping[str, Telling]) -> Iterator[Entry]:
    """Entries of one speaker in two reports: the same, with a condition and without it.

    To leave a condition out may be to leave out the point, so they stay two entries; both get the
    relation ``differ`` and a difference of field ``condition``: the condition as one report has it,
    and what the other tells without it.
    """
    pairs: list[Clash] = []
    for one, other in of_one_speaker(entries, by_id, _unbound):
        a, b = by_id[one.lead], by_id[other.lead]
        if (a.condition is None) == (b.condition is None):
            continue
        if set(one.reports) & set(other.reports):
            continue
        bound, free = (a, b) if b.condition is None else (b, a)
        condition = bound.statement.condition
        if condition is None or days_between(a, b) is not None:
            continue
        if (without := _same_but_for_it(bound, free)) is not None:
            sides = [(bound, condition.span), (free, without)]
            pairs.append((one, other, sides_of(sides)))
    yield from parted(entries, "condition", pairs, by_id)


def _unbound(told: Telling) -> Words | None:
    """Its words without the condition."""
    return told.words if told.condition is None else told.consequence


def _same_but_for_it(bound: Telling, free: Telling) -> Span | None:
    """What is told on a condition, where it is told without one nearly word for word: all of the
    other telling, or one of the passages that a report tells in one."""
    if bound.consequence is None or bound.stance * free.stance < 0:
        return None
    if bound.occasion != free.occasion or other_numbers(bound.numbers, free.numbers):
        return None
    content = free.statement.content
    passages = [(free.words, with_cue(free))]
    if len(content) > 1:
        passages += [(words(span.quote), span) for span in content]
    told = bound.consequence
    for passage, span in passages:
        shared = [key for key in told.weights if key in passage.weights and key[0] != "@"]
        if (
            len(shared) >= SHARED
            and aligned(told, passage).least >= _NEARLY_THE_SAME
            and other_filler(told, passage) is None
        ):
            return None if told_before_it(bound, free) else span
    return None
