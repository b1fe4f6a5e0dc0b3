"""Where the tellings of one thing part, field by field, each side in its own words.

A difference is named only where both sides can be shown verbatim, and where it lies between
reports: what one report tells in two ways is no difference between reports.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import combinations

from firstmove.ledger.comparing.compatible import days_apart
from firstmove.ledger.comparing.conditional import quoted_shorter, told_before_it, told_within
from firstmove.ledger.comparing.purpose import purposes
from firstmove.ledger.comparing.strength import strength
from firstmove.ledger.comparing.telling import Telling
from firstmove.ledger.comparing.verbatim import SAME_UTTERANCE, contains
from firstmove.ledger.comparing.wording import worded_differently
from firstmove.ledger.entry import Difference, Side
from firstmove.ledger.parties.people import Sort
from firstmove.ledger.words import longest_run, tokens
from firstmove.report import Span
from firstmove.statement import Modality

Group = Sequence[Telling]


def differences(group: Group) -> tuple[Difference, ...]:
    """All points on which reports differ in telling one thing; one per field."""
    return tuple(found for rule in _RULES if (found := rule(group)) is not None)


def sides_of(pairs: Sequence[tuple[Telling, Span]]) -> tuple[Side, ...]:
    """The passages as sides of a difference."""
    unique = {(t.id, span): (t, span) for t, span in pairs}
    in_order = sorted(unique.values(), key=lambda pair: (pair[0].order, pair[1]))
    return tuple(Side(t.id, t.report.id, span) for t, span in in_order)


def _across(group: Group) -> Iterator[tuple[Telling, Telling]]:
    return ((a, b) for a, b in combinations(group, 2) if a.report.id != b.report.id)


def _purpose(group: Group) -> Difference | None:
    """One verb and object, another complement: "improve relations with A" / "… with B"."""
    found = [(t, p) for t in group for p in purposes(t)]
    for (a, p), (b, q) in combinations(found, 2):
        if a.report.id == b.report.id or p.act != q.act or p.complement & q.complement:
            continue
        # What both reports tell somewhere is no difference between them.
        complements = {
            report: [x.complement for t, x in found if t.report.id == report and x.act == p.act]
            for report in (a.report.id, b.report.id)
        }
        if any(q.complement & c for c in complements[a.report.id]) or any(
            p.complement & c for c in complements[b.report.id]
        ):
            continue
        return Difference("purpose", sides_of([(a, p.span), (b, q.span)]))
    return None


def _target(group: Group) -> Difference | None:
    by_report = _by_report(group, lambda t: t.target.party)
    for a, b in _across(group):
        x, y = a.target.party, b.target.party
        if not x or not y or x in by_report[b.report.id] or y in by_report[a.report.id]:
            continue
        # The other's target named in the words too: a matter of reading, not of the reports.
        if a.target.key in b.words.weights and b.target.key in a.words.weights:
            continue
        if a.statement.target is not None and b.statement.target is not None:
            mine, theirs = a.statement.target.span, b.statement.target.span
            if mine.quote.casefold() == theirs.quote.casefold():
                continue  # one word, understood in two ways: a matter of reading, too
            return Difference("target", sides_of([(a, mine), (b, theirs)]))
    return None


def _number(group: Group) -> Difference | None:
    values: dict[tuple[str, str], set[float]] = {}
    for t in group:
        for amount in t.amounts:
            values.setdefault((t.report.id, amount.counted), set()).add(amount.value)
    for a, b in _across(group):
        for amount in a.amounts:
            theirs = values.get((b.report.id, amount.counted))
            mine = values[a.report.id, amount.counted]
            if theirs is None or theirs & mine:
                continue
            other = next((x for x in b.amounts if x.counted == amount.counted), None)
            if other is None:
                continue
            sides = (_placed(a, amount.start, amount.end), _placed(b, other.start, other.end))
            if sides[0] is not None and sides[1] is not None:
                return Difference("number", sides_of([(a, sides[0]), (b, sides[1])]))
    return None


def _placed(telling: Telling, start: int, end: int) -> Span | None:
    """The place in the report of a passage of the spoken text."""
    return telling.place(start, end)


def _date(group: Group) -> Difference | None:
    for a, b in _across(group):
        one, other = a.statement.when, b.statement.when
        if one is None or other is None or one.planned != other.planned:
            continue
        # The day of the saying against the day of the thing said would compare two things.
        inside = [
            any(s.contains(w.span) for s in t.statement.content) for t, w in ((a, one), (b, other))
        ]
        if inside[0] == inside[1] and days_apart(one, other):
            return Difference("date", sides_of([(a, one.span), (b, other.span)]))
    return None


def _strength(group: Group) -> Difference | None:
    levels = {t.id: strength(t) for t in group}
    told = {
        report: {
            level.rank
            for t in group
            if t.report.id == report and (level := levels[t.id]) is not None
        }
        for report in dict.fromkeys(t.report.id for t in group)
    }
    for a, b in _across(group):
        x, y = levels[a.id], levels[b.id]
        if x and y and x.ladder == y.ladder and not told[a.report.id] & told[b.report.id]:
            return Difference("strength", sides_of([(a, x.span), (b, y.span)]))
    sure = {t.id: t.statement.modality is not Modality.POSSIBLE for t in group}
    for a, b in _across(group):
        if a.words.plain == b.words.plain:
            continue  # the same words, read in two ways
        mine = {sure[t.id] for t in group if t.report.id == a.report.id}
        theirs = {sure[t.id] for t in group if t.report.id == b.report.id}
        if len(mine) == len(theirs) == 1 and mine != theirs:
            return Difference(
                "strength", sides_of([(a, a.statement.content[0]), (b, b.statement.content[0])])
            )
    return None


def _condition(group: Group) -> Difference | None:
    for a, b in _across(group):
        one, other = a.condition, b.condition
        if one is None or other is None:
            if left_out := _left_out(a, b, group):
                return Difference("condition", sides_of(left_out))
            continue
        shared = one.weights.keys() & other.weights.keys()
        least = min(one.mass, other.mass)
        if least >= 1 and sum(one.weights[k] for k in shared) < 0.34 * least:
            mine, theirs = a.statement.condition, b.statement.condition
            assert mine is not None
            assert theirs is not None
            return Difference("condition", sides_of([(a, mine.span), (b, theirs.span)]))
    return None


def _left_out(a: Telling, b: Telling, group: Group) -> list[tuple[Telling, Span]]:
    """The condition that one report quotes and the other leaves out, with the other's words."""
    bound, free = (a, b) if b.condition is None else (b, a)
    condition = bound.statement.condition
    told = any(t.condition for t in group if t.report.id == free.report.id)
    if condition is None or told or not quoted_shorter(a, b) or told_within(bound, free):
        return []
    if told_before_it(bound, free):
        return []
    if contains(free.words.plain, tuple(w.lower() for w in tokens(condition.span.quote))):
        return []  # the reader missed the condition there
    return [(bound, condition.span), (free, free.statement.led_in(free.report))]


def _deadline(group: Group) -> Difference | None:
    """Two days by which one condition is to be met. That only one report tells it is none."""
    for a, b in _across(group):
        mine, theirs = a.statement.condition, b.statement.condition
        if mine is None or theirs is None or mine.deadline is None or theirs.deadline is None:
            continue
        if days_apart(mine.deadline, theirs.deadline):
            sides = [(a, mine.deadline.span), (b, theirs.deadline.span)]
            return Difference("deadline", sides_of(sides))
    return None


def _attribution(group: Group) -> Difference | None:
    """One utterance, verbatim in both, given to two speakers of one party."""
    for a, b in _across(group):
        # A role without a name ("the minister") may be the person whom the other one names.
        named = [_by_name(t) for t in (a, b)]
        if not all(named) or a.speaker.name == b.speaker.name or not (a.direct and b.direct):
            continue
        if longest_run(a.words.plain, b.words.plain) < SAME_UTTERANCE:
            continue
        one, other = a.statement.speaker, b.statement.speaker
        if one is not None and other is not None:
            return Difference("attribution", sides_of([(a, one.span), (b, other.span)]))
    return None


def _by_name(telling: Telling) -> bool:
    who = telling.speaker
    return who.sort is Sort.PERSON or (who.sort is Sort.BODY and who.name[:1].isupper())


def _wording(group: Group) -> Difference | None:
    for a, b in _across(group):
        if a.direct and b.direct and (spans := worded_differently(a, b)):
            return Difference("wording", sides_of([(a, spans[0]), (b, spans[1])]))
    return None


_RULES: tuple[Callable[[Group], Difference | None], ...] = (
    _purpose,
    _target,
    _number,
    _date,
    _strength,
    _condition,
    _deadline,
    _attribution,
    _wording,
)


def _by_report(group: Group, of: Callable[[Telling], str]) -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    for t in group:
        found.setdefault(t.report.id, set()).add(of(t))
    return found
