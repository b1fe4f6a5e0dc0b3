"""Stage: the condition that a statement is made on, as a clause with its marker, verbatim.

Attribution often leaves "unless …" outside the content, so the whole sentence is searched. A
clause belongs to the statement whose words govern it in the parse; where the parse gives no
governor inside a statement, to the statement that it stands in or directly follows.

A statement has one condition, the one most binding: on its main predicate before another, the
stricter before the looser (iff, only if, unless, if, until), the first before a later. The spans
of the others are kept in ``Condition.also``.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from firstmove.reading.condition_clauses.clause import Clause, ahead
from firstmove.reading.condition_clauses.clauses import clauses_in, is_unambiguous
from firstmove.reading.conditions.belonging import (
    BESIDE,
    gap_to,
    said_before,
    set_apart,
    sharing_lead,
    statement_of,
    told_by_sentence,
    without_telling,
)
from firstmove.reading.conditions.deadlines import deadline_of
from firstmove.reading.conditions.demanding import demand_of, whom
from firstmove.reading.dates.dates import dates_of
from firstmove.reading.lexicon.markers import FINITE, IF, IFF, ONLY_IF, TELLING, UNLESS, UNTIL
from firstmove.reading.page import Page
from firstmove.reading.parsing.predicates import (
    Token,
    content_tokens,
    main_predicates,
    text_span,
    tokens_in,
)
from firstmove.report import Span
from firstmove.statement import UNREAD_CONDITION, Condition, Problem, Statement


def conditions(page: Page, statements: tuple[Statement, ...]) -> tuple[Statement, ...]:
    """Fill ``Statement.condition``; add the demands that conditions of the speaker's own state."""
    by_sentence = told_by_sentence(page, statements)
    found: dict[int, list[Clause]] = {}
    for number, sentence in enumerate(page.sentences, start=1):
        near = by_sentence.get(number)
        if not near:
            continue
        for whole in clauses_in(page, sentence):
            clause = without_telling(page, set_apart(page, whole, near), near)
            index = said_before(clause, near, by_sentence.get(number - 1, []))
            if index is None:
                index = statement_of(clause, sentence, near)
            if index is not None:
                for each in sharing_lead(index, clause, near):
                    found.setdefault(each, []).append(clause)
    told = dates_of(page) if found else ()
    known = {s.cue for s in statements} | {s.content for s in statements}
    filled: list[Statement] = []
    for index, statement in enumerate(statements):
        if index not in found:
            filled.append(statement)
            continue
        clause = max(found[index], key=lambda c: _rank(page, c, statement))
        about = whom(page, clause)
        span = text_span(page, clause.words)
        others = [c for c in found[index] if c is not clause]
        also = sorted({text_span(page, c.words) for c in others})
        due = (deadline_of(page, c.words, told) for c in (clause, *others))
        done = replace(
            statement,
            condition=Condition(
                clause.kind,
                span,
                about.party if about else "",
                also=tuple(o for o in also if not span.contains(o)),
                deadline=next((when for when in due if when is not None), None),
            ),
        )
        filled.append(done)
        demand = demand_of(page, clause, done, about)
        if demand is not None and not known & {demand.cue, demand.content} - {statement.cue}:
            filled.append(demand)
    return tuple(filled)


def unresolved_conditions(page: Page, statements: tuple[Statement, ...]) -> tuple[Problem, ...]:
    """A problem for each marker without a condition read: the statement may hold on one.

    The marker stands in or beside the words of a statement without a condition, or in its sentence
    and beside no other statement.
    """
    read: set[int] = set()  # places of characters
    for statement in statements:
        if (condition := statement.condition) is not None:
            for place in (condition.span, *condition.also):
                read.update(range(place.start, place.end))
        for place in statement.cue:  # "provided that" leads in a demand
            read.update(range(place.start, place.end))
    found: list[Span] = []
    for number, near in sorted(told_by_sentence(page, statements).items()):
        told = [s for _, s in near if s.content]
        if all(s.condition is not None for s in told):
            continue
        for marker in _markers(page, page.sentences[number - 1]):
            beside = [s for s in told if gap_to(s, marker.start, marker.end) <= BESIDE] or told
            if marker.start not in read and any(s.condition is None for s in beside):
                found.append(marker)
                break
    return tuple(
        Problem(
            what=f"{UNREAD_CONDITION}: “{marker.quote}”",
            where=page.report.name or page.report.source,
            remedy="read the sentence: what is said there may hold on a condition only",
            span=marker,
        )
        for marker in found
    )


def _markers(page: Page, sentence: Span) -> Iterator[Span]:
    """The words of a sentence that hardly ever mean anything but a condition."""
    tokens = tokens_in(page, (sentence,))
    for at, token in enumerate(tokens):
        for marker in TELLING.get(token.lower_, ()):
            if tuple(t.lower_ for t in tokens[at : at + len(marker)]) == marker:
                if _may_hold(tokens, at, len(marker)):
                    yield text_span(page, tokens[at : at + len(marker)])
                break


def _may_hold(tokens: list[Token], at: int, size: int) -> bool:
    """Not "provided tents", "sold it in return for a field", "as long as the harbour"."""
    word = tokens[at].lower_
    if word == "provided":
        return is_unambiguous(tokens, at, size)
    if word == "as":
        rest = tokens[at + size : at + size + 8]
        end = next((n for n, t in enumerate(rest) if t.is_punct), len(rest))
        return any(t.tag_ in FINITE for t in rest[:end])
    if word == "in":
        above = tokens[at]
        for _ in range(6):
            if above.pos_ == "VERB" or above.head.i == above.i:
                break
            above = above.head
        return not (above.tag_ in ("VBD", "VBN") and not ahead(above))
    return True


_ORDER = {IFF: 5, ONLY_IF: 4, UNLESS: 3, IF: 2, UNTIL: 1}


def _rank(page: Page, clause: Clause, statement: Statement) -> tuple[int, int, int]:
    """One statement, two conditions: the one on its main predicate, the stricter, the first."""
    heads = main_predicates(content_tokens(page, statement))
    main = clause.governor is not None and clause.governor in heads
    return (int(main), _ORDER[clause.kind], -int(clause.words[0].i))
