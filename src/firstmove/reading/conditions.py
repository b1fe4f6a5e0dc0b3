"""Stage: the condition that a statement is made on, as a clause with its marker, verbatim.

Attribution often leaves "unless …" outside the content, so the whole sentence is searched. A
clause belongs to the statement whose words govern it in the parse; where the parse gives no
governor inside a statement, to the statement that it stands in or directly follows.
"""

from __future__ import annotations

from dataclasses import replace

from firstmove.reading.condition_clauses import IF, IFF, ONLY_IF, UNLESS, UNTIL, Clause, clauses_in
from firstmove.reading.kind_vocabulary import MOVES, Move
from firstmove.reading.owning import owner_of, somebody
from firstmove.reading.page import Page
from firstmove.reading.predicates import (
    Token,
    children,
    content_tokens,
    is_negated,
    is_passive,
    main_predicates,
    noun_phrase,
    subject,
    text_span,
    tokens_in,
)
from firstmove.report import Span
from firstmove.statement import Condition, Kind, Mention, Statement

# Requirement markers: the clause says what another has to do.
REQUIRING = frozenset({ONLY_IF, IFF})
BESIDE = 3  # characters between a content and a clause cut off from it: a comma, a quotation mark


def conditions(page: Page, statements: tuple[Statement, ...]) -> tuple[Statement, ...]:
    """Fill ``Statement.condition``; add the demands that conditions of the speaker's own state."""
    chosen: dict[int, Clause] = {}
    for sentence in page.sentences:
        for clause in clauses_in(page, sentence):
            index = _owner(page, clause, sentence, statements)
            if index is None:
                continue
            known = chosen.get(index)
            if known is None or _rank(page, clause, statements[index]) > _rank(
                page, known, statements[index]
            ):
                chosen[index] = clause
    filled: list[Statement] = []
    for index, statement in enumerate(statements):
        if index not in chosen:
            filled.append(statement)
            continue
        clause = chosen[index]
        about = _about(page, clause)
        span = text_span(page, clause.words)
        done = replace(
            statement, condition=Condition(clause.kind, span, about.party if about else "")
        )
        filled.append(done)
        demand = _demand(page, clause, done, about)
        if demand is not None and not _told_already(demand, statements):
            filled.append(demand)
    return tuple(filled)


def _owner(
    page: Page, clause: Clause, sentence: Span, statements: tuple[Statement, ...]
) -> int | None:
    """The statement the clause belongs to, by the words that govern it."""
    start, end = clause.words[0].idx, clause.words[-1].idx + len(clause.words[-1])
    near = [
        (i, s)
        for i, s in enumerate(statements)
        if any(p.start < sentence.end and sentence.start < p.end for p in (*s.cue, *s.content))
        # a statement that lies inside the clause is not made on it
        and not all(start <= p.start and p.end <= end for p in s.content)
    ]
    if not near:
        return None

    def size(item: tuple[int, Statement]) -> tuple[int, int]:
        return (sum(p.end - p.start for p in item[1].content), item[0])

    around = [
        item for item in near if any(p.start <= start and end <= p.end + 2 for p in item[1].content)
    ]
    token: Token = clause.governor
    for _ in range(8 if token is not None else 0):
        place = token.idx
        by_content = [
            item for item in near if any(p.start <= place < p.end for p in item[1].content)
        ]
        if by_content:
            both = [item for item in by_content if item in around]
            return min(both or by_content, key=size)[0]
        by_cue = [item for item in near if any(p.start <= place < p.end for p in item[1].cue)]
        if token is not clause.governor:
            # the cue governs it by way of other words: then they must stand side by side
            by_cue = [item for item in by_cue if _gap(item[1], start, end) <= BESIDE]
        if by_cue and not around:
            return min(by_cue, key=lambda item: _gap(item[1], start, end))[0]
        if token.head.i == token.i or token.head.sent != token.sent:
            break
        token = token.head
    if around:
        return min(around, key=size)[0]
    beside = [item for item in near if 0 <= _gap(item[1], start, end) <= BESIDE]
    return min(beside, key=size)[0] if beside else None


def _gap(statement: Statement, start: int, end: int) -> int:
    """Characters between the clause and the statement's nearest content."""
    gaps = [max(start - p.end, p.start - end, 0) for p in statement.content]
    return min(gaps, default=10_000)


_ORDER = {IFF: 5, ONLY_IF: 4, UNLESS: 3, IF: 2, UNTIL: 1}


def _rank(page: Page, clause: Clause, statement: Statement) -> tuple[int, int, int]:
    """One statement, two conditions: the one on its main predicate, the stricter, the first."""
    heads = main_predicates(content_tokens(page, statement))
    main = clause.governor is not None and clause.governor in heads
    return (int(main), _ORDER[clause.kind], -int(clause.words[0].i))


def _about(page: Page, clause: Clause) -> Mention | None:
    """Whom the clause is about: its subject, or the owner of its noun."""
    doer = subject(clause.head)
    if doer is None:
        doer = next(iter(children(clause.head, "poss")), None)
    if is_passive(clause.head):
        by = [p for agent in children(clause.head, "agent") for p in children(agent, "pobj")]
        doer = by[0] if by else None
    if doer is None or doer.dep_ == "expl":
        return None
    found = somebody(page, doer)
    if found is not None:
        return found
    # "the signals from the new government": whose they are
    owners = children(doer, "poss")
    for prep in children(doer, "prep"):
        if prep.lower_ in ("from", "by"):
            owners += children(prep, "pobj")
    return next((m for m in (somebody(page, o) for o in owners) if m is not None), None)


def _demand(
    page: Page, clause: Clause, statement: Statement, about: Mention | None
) -> Statement | None:
    """What a requirement asks of another: "provided that X does Y" is a REQUEST to X.

    Only where the promise is the speaker's own, the clause has a doer of a known party other than
    the speaker's, and the doer acts. "unless" and plain "if" ask for nothing.
    """
    speaker = statement.speaker
    if clause.kind not in REQUIRING or clause.words[0].lower_ == "in":
        return None
    if speaker is None or about is None or not about.party or not speaker.party:
        return None
    if about.party == speaker.party or is_passive(clause.head):
        return None
    if clause.head.pos_ != "VERB" or is_negated(clause.head):
        return None
    heads = main_predicates(content_tokens(page, statement))
    is_own = owner_of(page, statement)
    if heads and not is_own(subject(heads[0])):
        return None
    if any(MOVES.get(t.lemma_.lower()) is Move.JUDGE for t in tokens_in(page, statement.cue)):
        return None
    if _in_relative(clause.governor):
        return None
    marker, rest = clause.words[: clause.marker], clause.words[clause.marker :]
    doer = subject(clause.head)
    assert doer is not None
    return replace(
        statement,
        cue=(text_span(page, marker),),
        content=(text_span(page, rest),),
        kind=Kind.REQUEST,
        target=replace(about, span=text_span(page, noun_phrase(doer))),
        condition=None,
        glosses=(),
        acts=(),
    )


def _in_relative(token: Token | None) -> bool:
    """A clause inside "the plan that would …" is a condition of the plan, not of the promise."""
    above: Token = token
    for _ in range(6):
        if above is None or above.head.i == above.i:
            return False
        if above.dep_ == "relcl":
            return True
        above = above.head
    return False


def _told_already(demand: Statement, statements: tuple[Statement, ...]) -> bool:
    return any(s.cue == demand.cue or s.content == demand.content for s in statements)
