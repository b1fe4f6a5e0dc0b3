"""Stage: conditions that the parse did not give, at acts which the trained model takes for one.

“A spokesman said it was ready to send a negotiator once the Front had delivered proof”: the model
of kinds names “delivered” as what the speaker ties the rest to; the clause is the nearest marker
before it, up to the end of what hangs on it. Without a marker there is none.
"""

from __future__ import annotations

from dataclasses import replace

from firstmove.reading.acts.stance import stances
from firstmove.reading.conditions.deadlines import deadline_of
from firstmove.reading.dates.dates import dates_of
from firstmove.reading.lexicon.markers import BY_FIRST, MAX_WORDS
from firstmove.reading.page import Page
from firstmove.reading.parsing.predicates import Token, text_span, tokens_in
from firstmove.statement import Act, ActPlace, Condition, ConditionKind, Statement

HEAD = 0.9  # probability of the head of an act
TIED = 0.9  # share of its being what something is tied to
_REACH = 14  # words from the head back to its marker
_TURNED = ("should", "had", "were")  # markers only where they open a clause
# Moments, but where the model says otherwise.
_MOMENTS = (("when",), ("on", "the", "day"), ("the", "day"), ("the", "moment"))


def seen(page: Page, statements: tuple[Statement, ...]) -> tuple[Statement, ...]:
    """Fill ``Statement.condition`` where it is None; the acts are read."""
    return tuple(s if s.condition is not None else _with(page, s) for s in statements)


def _with(page: Page, statement: Statement) -> Statement:
    acts = [act for act in statement.acts if act.place is ActPlace.CONDITION]
    told = stances(page, statement) if acts else {}
    for act in acts:
        heads = (t for at, t in told.items() if act.span.start <= at < act.span.end)
        best = max(heads, key=lambda t: t.act, default=None)
        if best is None or best.act < HEAD or best.sure < TIED:
            continue
        condition = _condition(page, statement, best.at, act)
        if condition is not None:
            return replace(statement, condition=condition)
    return statement


def _condition(page: Page, statement: Statement, at: int, act: Act) -> Condition | None:
    content = next((s for s in statement.content if s.start <= at < s.end), None)
    if content is None:
        return None
    tokens = tokens_in(page, (content,))
    head = next((n for n, t in enumerate(tokens) if t.idx >= at), None)
    if head is None:
        return None
    opened = _opened(tokens, head)
    if opened is None:
        return None
    first, kind = opened
    edge = max(tokens[head].right_edge.i, tokens[head].i)
    words = [t for t in tokens[first:] if t.i <= edge]
    while words and words[-1].is_punct:
        words.pop()
    if words[0].lower_ == "when" and any(t.ent_type_ in ("DATE", "TIME") for t in words[1:]):
        return None  # a time that is known: "when he arrives later this month"
    if len(words) < 3 or len(words) > MAX_WORDS:
        return None
    party = act.actor.party if act.actor is not None else ""
    return Condition(
        kind, text_span(page, words), party, deadline=deadline_of(page, words, dates_of(page))
    )


def _opened(tokens: list[Token], head: int) -> tuple[int, ConditionKind] | None:
    """Where the clause of a head begins, and its kind: the marker nearest before it."""
    for first in range(head, max(-1, head - _REACH), -1):
        here = BY_FIRST.get(tokens[first].lower_, [])
        for marker, kind in (*here, *((moment, ConditionKind.IF) for moment in _MOMENTS)):
            words = tuple(t.lower_ for t in tokens[first : first + len(marker)])
            opens = first == 0 or tokens[first - 1].is_punct
            if words == marker and (opens or marker[0] not in _TURNED):
                return first, kind
    return None
