"""Stage: the condition that a statement is made on, as a clause with its marker, verbatim.

Attribution often leaves "unless …" outside the content, so the whole sentence is searched. A
clause belongs to the statement whose words govern it in the parse; where the parse gives no
governor inside a statement, to the statement that it stands in or directly follows.

A statement has one condition, the one most binding: on its main predicate before another, the
stricter before the looser (iff, only if, unless, if, until), the first before a later. The spans
of the others are kept in ``Condition.also``.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import replace

from firstmove.reading.acts.owning import owner_of, somebody
from firstmove.reading.attribution.cues import BODIES, PEOPLE
from firstmove.reading.conditions.clause import Clause, ahead
from firstmove.reading.conditions.clauses import clauses_in, is_unambiguous, subject_of
from firstmove.reading.conditions.deadlines import deadline_of
from firstmove.reading.conditions.markers import (
    FINITE,
    IF,
    IFF,
    LEANING,
    ONLY_IF,
    TELLING,
    UNLESS,
    UNTIL,
)
from firstmove.reading.dates.dates import dates_of
from firstmove.reading.kinds.vocabulary import MOVES, Move
from firstmove.reading.page import Page
from firstmove.reading.parsing.predicates import (
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
from firstmove.reading.people.countries import country_of
from firstmove.report import Span
from firstmove.statement import UNREAD_CONDITION, Condition, Kind, Mention, Problem, Statement

# Requirement markers: the clause says what another has to do.
REQUIRING = frozenset({ONLY_IF, IFF})
OF_SOURCE = ("from", "by")
BESIDE = 3  # characters between a content and a clause cut off from it: a comma, a quotation mark


def conditions(page: Page, statements: tuple[Statement, ...]) -> tuple[Statement, ...]:
    """Fill ``Statement.condition``; add the demands that conditions of the speaker's own state."""
    by_sentence = _by_sentence(page, statements)
    found: dict[int, list[Clause]] = {}
    for number, sentence in enumerate(page.sentences, start=1):
        near = by_sentence.get(number)
        if not near:
            continue
        for whole in clauses_in(page, sentence):
            clause = _apart(page, whole, near)
            index = _earlier(clause, near, by_sentence.get(number - 1, []))
            if index is None:
                index = _owner(clause, sentence, near)
            if index is not None:
                for each in _sharing(index, clause, near):
                    found.setdefault(each, []).append(clause)
    told = dates_of(page) if found else ()
    known = {s.cue for s in statements} | {s.content for s in statements}
    filled: list[Statement] = []
    for index, statement in enumerate(statements):
        if index not in found:
            filled.append(statement)
            continue
        clause = max(found[index], key=lambda c: _rank(page, c, statement))
        about = _about(page, clause)
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
        demand = _demand(page, clause, done, about)
        if demand is not None and not known & {demand.cue, demand.content}:
            filled.append(demand)
    return tuple(filled)


Near = list[tuple[int, Statement]]  # each with its place among all statements


def _by_sentence(page: Page, statements: tuple[Statement, ...]) -> dict[int, Near]:
    """The statements that have words in a sentence, by the number of the sentence."""
    found: dict[int, dict[int, Statement]] = {}
    for index, statement in enumerate(statements):
        for part in (*statement.cue, *statement.content):
            first = bisect_right(page.sentences, part.start, key=lambda s: s.start)
            last = bisect_left(page.sentences, part.end, key=lambda s: s.start)
            for number in range(max(first, 1), last + 1):
                if part.start < page.sentences[number - 1].end:
                    found.setdefault(number, {})[index] = statement
    return {number: list(inside.items()) for number, inside in found.items()}


def _earlier(clause: Clause, near: Near, before: Near) -> int | None:
    """ "That would depend on …": what the sentence before told, if nobody else told it."""
    governor = clause.governor
    doer = None if governor is None else subject(governor)
    if doer is None or doer.lower_ not in ("that", "this", "it", "all"):
        return None
    own_places = {index for index, _ in near}
    before = [item for item in before if item[0] not in own_places]
    if clause.kind is not ONLY_IF or clause.marker != 2 or not before:
        return None
    if doer.i - doer.sent.start > 2 or clause.words[0].lemma_ not in LEANING:
        return None
    own = {s.speaker.name for _, s in near if s.speaker is not None} - {""}
    index, earlier = before[-1]
    name = earlier.speaker.name if earlier.speaker is not None else ""
    return index if not (own and name) or own == {name} else None


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
    for number, near in sorted(_by_sentence(page, statements).items()):
        told = [s for _, s in near if s.content]
        if all(s.condition is not None for s in told):
            continue
        for marker in _markers(page, page.sentences[number - 1]):
            beside = [s for s in told if _gap(s, marker.start, marker.end) <= BESIDE] or told
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


def _apart(page: Page, clause: Clause, near: Near) -> Clause:
    """The clause without "and accused …", where that is another statement of the sentence."""
    cues = {t.i for _, s in near for t in tokens_in(page, s.cue)}
    for place, word in enumerate(clause.words):
        joined = word.dep_ == "conj" and word.i in cues and not children(word, "nsubj")
        if place > clause.marker and joined and word.head.i < word.i and word.i != clause.head.i:
            kept = list(clause.words[:place])
            while kept and (
                kept[-1].is_punct or kept[-1].dep_ == "cc" or kept[-1].head.i == word.i
            ):
                kept.pop()
            return replace(clause, words=tuple(kept)) if len(kept) > clause.marker else clause
    return clause


def _owner(clause: Clause, sentence: Span, statements: Near) -> int | None:
    """The statement of the sentence that the clause belongs to, by the words that govern it."""
    start, end = clause.words[0].idx, clause.words[-1].idx + len(clause.words[-1])
    # a statement that lies inside the clause, or in other sentences, is not made on it
    near = [
        (i, s)
        for i, s in statements
        if any(p.start < sentence.end and sentence.start < p.end for p in s.content)
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


def _sharing(index: int, clause: Clause, near: Near) -> list[int]:
    """The items of one list share the words that lead in each, and a condition among these."""
    owner = next(s for i, s in near if i == index) if any(i == index for i, _ in near) else None
    if owner is None:
        return [index]
    at = clause.words[0].idx
    lead = [p for p in owner.content[:-1] if p.start <= at < p.end]
    return [index] + [
        i
        for i, s in near
        if i != index and lead and s.cue == owner.cue and lead[0] in s.content[:-1]
    ]


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
    if not clause.parsed:
        return None
    doer = subject_of(clause.head)
    if doer is None:
        doer = next(iter(children(clause.head, "poss")), None)
    if is_passive(clause.head):
        by = [p for agent in children(clause.head, "agent") for p in children(agent, "pobj")]
        doer = by[0] if by else None
    if doer is None or doer.dep_ == "expl":
        return None
    found = somebody(page, doer)
    if found is not None and found.party:
        return found
    sources = [m for m in (somebody(page, o) for o in _sources(doer)) if m is not None]
    told = {m.party for m in sources if m.party}
    if len(told) == 1:
        return next(m for m in sources if m.party)
    return found if found is not None or told else next(iter(sources), None)


def _sources(noun: Token) -> list[Token]:
    """Whose a thing is: "their offer", "the signals (coming) from the new government", "the team
    in the capital"."""
    owners = children(noun, "poss")
    owners += [c for c in children(noun, "amod", "compound", "nmod") if country_of(c.text)]
    # A body or group is where it sits; a thing is not of the place that it lies in.
    ways = (*OF_SOURCE, "in", "of") if noun.lemma_.lower() in BODIES | PEOPLE else OF_SOURCE
    governors = [noun, *children(noun, "relcl", "acl")]
    governors += [a for g in governors[1:] for a in children(g, "prt", "advmod")]
    for governor in governors:
        for prep in children(governor, "prep", "agent"):
            if prep.lower_ in (ways if governor is noun else OF_SOURCE):
                owners += children(prep, "pobj")
    for owner in tuple(owners):
        if owner.lemma_.lower() in BODIES | PEOPLE:
            owners += [o for o in _sources(owner) if o not in owners]
    return owners


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
    doer = subject_of(clause.head)
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
