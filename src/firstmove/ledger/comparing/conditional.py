"""Whether two statements are on one condition, or one without it is still the same."""

from __future__ import annotations

import re

from firstmove.ledger.comparing.align import aligned
from firstmove.ledger.comparing.telling import Telling
from firstmove.ledger.parties.people import Sort
from firstmove.ledger.words import longest_run, words
from firstmove.statement import ConditionKind, Kind

_ONE_CONDITION = 0.5  # of the lesser condition's words
_TOLD_WITHIN = 0.7  # of the condition's words
_LEAST_CONDITION = 0.8  # weight of its words
_LONG_QUOTATION = 12  # words in a row
_NEXT = 200  # characters to the next sentence
_SUMMED_UP = 0.6  # of the words of one have a counterpart
_ONLY_IF = (ConditionKind.UNLESS, ConditionKind.UNTIL, ConditionKind.ONLY_IF, ConditionKind.IFF)
# What parts a condition that opens a clause from the clause before it.
_OPENED = re.compile(
    r"(?:[.;!?…]|(?:,|\s)\s?(?:and|but|yet|however,?))\W*(?:(?:and|but|so)\W+)?$", re.IGNORECASE
)
_OFFERS = frozenset((Kind.AGREE, Kind.CONCEDE, Kind.RETREAT, Kind.AID, Kind.COOPERATE))


def one_offer(a: Telling, b: Telling) -> bool:
    """Whether two reports give one named person an offer on one condition.

    "The state would pay if …" may be read as an offer in one and as a view in the other.
    """
    kinds = {a.statement.kind, b.statement.kind}
    if not (kinds & _OFFERS and kinds & {Kind.ASSESS, Kind.STATE}):
        return False
    if a.report.id == b.report.id or not (a.speaker.sort is b.speaker.sort is Sort.PERSON):
        return False
    if a.condition is None or b.condition is None:
        return False
    mine, theirs = a.condition, b.condition
    shared = sum(mine.weights[key] for key in mine.weights.keys() & theirs.weights.keys())
    return shared > 0 and shared >= _ONE_CONDITION * min(mine.mass, theirs.mass)


def contrary_conditions(a: Telling, b: Telling) -> bool:
    """Whether the one is to follow if something is, the other if it is not.

    "Not unless they pay" and "if they pay" are one thing, and so are "not if they do not pay" and
    "only if they pay"; "not if they do not pay" promises nothing where they do.
    """
    conditions = a.statement.condition, b.statement.condition
    if conditions[0] is None or conditions[1] is None or a.on_denial == b.on_denial:
        return False
    binding = any(c is not None and c.kind in _ONLY_IF for c in conditions)
    return not (binding and a.stance > 0 and b.stance > 0)


def told_within(a: Telling, b: Telling) -> bool:
    """Whether the condition of one is told by the other in the words said, of one named person.

    "If it rains, the roads flood" and "rain would flood the roads" are on the same condition.
    """
    condition, other = (a.condition, b) if a.condition is not None else (b.condition, a)
    if condition is None or other.condition is not None:
        return False
    if a.report.id == b.report.id and a.direct == b.direct:
        return False  # one report may put a quotation in its own words, too
    if not (a.speaker.sort is b.speaker.sort is Sort.PERSON):
        return False
    shared = sum(w for key, w in condition.weights.items() if key in other.words.weights)
    return condition.mass >= _LEAST_CONDITION and shared >= _TOLD_WITHIN * condition.mass


def quoted_shorter(a: Telling, b: Telling) -> bool:
    """Whether two reports quote a long sentence of one named person, one without its condition.

    Of a shorter one, what is left may be another promise: they stay two, which differ.
    """
    return (
        a.report.id != b.report.id
        and a.speaker.sort is b.speaker.sort is Sort.PERSON
        and longest_run(a.quoted, b.quoted) >= _LONG_QUOTATION
    )


def told_before_it(bound: Telling, free: Telling) -> bool:
    """Whether what the other tells is what stands before the condition, in a clause of its own:
    "Teachers should teach" of "teachers should teach, but if they want arms, then …"."""
    condition = bound.statement.condition
    if condition is None:
        return False
    before, after = "", ""
    for span in bound.statement.content:
        cut = min(max(condition.span.start - span.start, 0), len(span.quote))
        rest = min(max(condition.span.end - span.start, 0), len(span.quote))
        before += span.quote[:cut] + (". " if cut == len(span.quote) else "")
        after += f" {span.quote[rest:]}"
    if not _OPENED.search(before):
        return False
    told = free.words.plain
    return longest_run(words(before).plain, told) > longest_run(words(after).plain, told)


def sums_up(a: Telling, b: Telling) -> bool:
    """Whether a report leads up to the quotation of one named person without its condition.

    The other way round, with a condition in the report's own words only, they stay two.
    """
    quoted, told = (a, b) if a.direct else (b, a)
    if a.report.id != b.report.id or not quoted.direct or told.direct:
        return False
    if not (a.speaker.sort is b.speaker.sort is Sort.PERSON) or quoted.condition is None:
        return False
    first, second = (a, b) if a.start <= b.start else (b, a)
    gap = second.start - max(span.end for span in first.statement.content)
    return gap <= _NEXT and aligned(told.words, quoted.words).most >= _SUMMED_UP


def until_otherwise(a: Telling, b: Telling) -> bool:
    """Whether one is so until something, the other not before: "shut until", "not open until"."""
    mine, theirs = a.consequence, b.consequence
    if mine is None or theirs is None or mine.negated == theirs.negated:
        return False
    return 0 in (a.stance, b.stance) and a.stance + b.stance > 0
