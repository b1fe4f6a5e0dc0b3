"""Which statement a condition belongs to, by the words that govern it."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import replace

from firstmove.reading.condition_clauses.clause import Clause
from firstmove.reading.lexicon.markers import LEANING, ONLY_IF
from firstmove.reading.page import Page
from firstmove.reading.parsing.predicates import (
    Token,
    children,
    subject,
    tokens_in,
)
from firstmove.report import Span
from firstmove.statement import Statement

BESIDE = 3  # characters between a content and a clause cut off from it: a comma, a quotation mark
Near = list[tuple[int, Statement]]  # each with its place among all statements


def told_by_sentence(page: Page, statements: tuple[Statement, ...]) -> dict[int, Near]:
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


def said_before(clause: Clause, near: Near, before: Near) -> int | None:
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


def set_apart(page: Page, clause: Clause, near: Near) -> Clause:
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


def without_telling(page: Page, clause: Clause, near: Near) -> Clause:
    """The clause without who says it: "only if he resigned, according to | its leader"."""
    start = clause.words[0].idx
    for _, statement in near:
        if not any(p.start <= start < p.end for p in statement.content):
            continue
        named = () if statement.speaker is None else (statement.speaker.span,)
        told = {t.i for t in tokens_in(page, (*statement.cue, *named))}
        place = next((n for n, word in enumerate(clause.words) if word.i in told), 0)
        if place <= clause.marker or clause.head.i >= clause.words[place].i:
            continue
        kept = list(clause.words[:place])
        while kept and kept[-1].is_punct:
            kept.pop()
        clause = replace(clause, words=tuple(kept))
    return clause


def statement_of(clause: Clause, sentence: Span, statements: Near) -> int | None:
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
            # not "told it to leave | or it would act", "a step it sought, | provided that …"
            marked = around if clause.marker else []
            marked = [i for i in marked if any(p.start < start < p.end for p in i[1].content)]
            return min(both or marked or by_content, key=size)[0]
        by_cue = [item for item in near if any(p.start <= place < p.end for p in item[1].cue)]
        if token is not clause.governor:
            # the cue governs it by way of other words: then they must stand side by side
            by_cue = [item for item in by_cue if gap_to(item[1], start, end) <= BESIDE]
        stands_for = not clause.parsed and clause.marker == len(clause.words)
        if by_cue and (not around or (stands_for and token is clause.governor)):
            return min(by_cue, key=lambda item: gap_to(item[1], start, end))[0]
        if token.head.i == token.i or token.head.sent != token.sent:
            break
        token = token.head
    if around:
        return min(around, key=size)[0]
    beside = [item for item in near if 0 <= gap_to(item[1], start, end) <= BESIDE]
    return min(beside, key=size)[0] if beside else None


def sharing_lead(index: int, clause: Clause, near: Near) -> list[int]:
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


def gap_to(statement: Statement, start: int, end: int) -> int:
    """Characters between the clause and the statement's nearest content."""
    gaps = [max(start - p.end, p.start - end, 0) for p in statement.content]
    return min(gaps, default=10_000)
