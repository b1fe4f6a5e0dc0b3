"""Condition clauses of a sentence: markers, what governs the clause, how far it reaches.

kind      markers
if        if, if and when, in the event that/of, in case, assuming, once/as soon as + a plan;
          inverted: should/had/were X …; "after they leave, we will …"; "no train as long as …";
          while, under a refusal: "no talks while they shoot"
only_if   only if/when/after, "would only … if", provided (that), on condition that, as/so long
          as, contingent on, in exchange/return for
iff       if and only if, when and only when, "if …, then and only then"
unless    unless (and until), except if/when; "no X without Y", "will not … without"
until     until/before under a refusal or a going on: "will not … until …"

Those without a marker are in ``alternatives``, those of a noun in ``phrases``, of a moment in
``instants``, of a subject in ``whoever``, of a duty in ``owed_first`` and ``ready_but``.

Not conditions: a question ("asked if"), a comparison ("as if", "as long as a street"), a
concession ("even if"), an ellipsis ("if any", "if not"), a time ("until 2019"), a way of speaking
("if you ask me"), a wish ("it would be nice if"), a condition of a question ("if so, why …?").
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import replace

from firstmove.reading.condition_clauses.afterthoughts import afterthoughts, not_before
from firstmove.reading.condition_clauses.alternatives import (
    alternatives,
    imperatives,
    in_return,
    nothing_for_nothing,
    otherwise,
    otherwise_first,
)
from firstmove.reading.condition_clauses.bounds import (
    bounds_something,
    hung_elsewhere,
    waited_for,
    while_refused,
    without_which_nothing,
)
from firstmove.reading.condition_clauses.clause import Clause, ahead, is_offer, refused, refuses
from firstmove.reading.condition_clauses.extents import (
    extent_of,
    governor_of,
    head_of,
    says_something,
    taken_for_noun,
)
from firstmove.reading.condition_clauses.instants import instants, verb_above
from firstmove.reading.condition_clauses.marking import (
    in_question,
    is_marker,
    is_put,
    is_way_of_speaking,
    is_wished,
)
from firstmove.reading.condition_clauses.owed_first import owed_first
from firstmove.reading.condition_clauses.phrases import phrases
from firstmove.reading.condition_clauses.ready_but import ready_but
from firstmove.reading.condition_clauses.whoever import whoever
from firstmove.reading.lexicon.markers import (
    BARTER,
    BY_FIRST,
    FINITE,
    IF,
    IFF,
    MAX_BARE_WORDS,
    ONLY_IF,
    OTHERWISE,
    UNAMBIGUOUS,
    UNTIL,
)
from firstmove.reading.page import Page
from firstmove.reading.parsing.predicates import (
    SUBJECTS,
    Token,
    children,
    tokens_in,
)
from firstmove.report import Span
from firstmove.statement import ConditionKind


def clauses_in(page: Page, sentence: Span) -> Iterator[Clause]:
    """The conditions of one sentence, in order."""
    tokens = tokens_in(page, (sentence,))
    unmarked = list(alternatives(tokens))
    ends = {c.words[-1].i for c in unmarked}
    unmarked += [c for c in otherwise(tokens) if c.words[-1].i not in ends]
    unmarked += [*otherwise_first(tokens), *in_return(tokens), *owed_first(tokens)]
    if _is_quoted(page, sentence):
        unmarked += [*imperatives(tokens), *nothing_for_nothing(tokens)]
    yield from unmarked
    yield from phrases(tokens)
    yield from instants(tokens)
    yield from whoever(tokens)
    yield from ready_but(tokens)
    later = list(afterthoughts(tokens))
    yield from later
    passed = {t.i for clause in later for t in clause.words}
    then_only = _then_only(tokens)
    position = 0
    while position < len(tokens):
        if tokens[position].i in passed:
            position += 1
            continue
        if tokens[position].lower_ == "when":
            clause = _clause(tokens, position, 1, IFF if position < then_only else IF)
            clause = clause and not_before(clause)
            if clause is not None and (clause.kind is not IF or _only_then(clause)):
                yield clause if clause.kind is not IF else replace(clause, kind=ONLY_IF)
        for marker, kind in BY_FIRST.get(tokens[position].lower_, ()):
            size = len(marker)
            if tuple(t.lower_ for t in tokens[position : position + size]) == marker:
                clause = _clause(tokens, position, size, kind)
                if clause is None and is_unambiguous(tokens, position, size):
                    clause = _by_words(tokens, position, size, kind)
                if clause is not None:
                    clause = not_before(clause)
                    if clause.kind is IF and position < then_only:
                        clause = replace(clause, kind=IFF)
                    elif clause.kind is IF and _only_then(clause):
                        clause = replace(clause, kind=ONLY_IF)
                    elif _as_long(clause) and (
                        refused(clause.governor) or refuses(clause.governor)
                    ):
                        clause = replace(clause, kind=IF)  # "no train runs as long as it is shut"
                    yield clause
                    position += size - 1
                break
        position += 1


def _is_quoted(page: Page, sentence: Span) -> bool:
    """Whether a quotation begins in the sentence, or the sentence in a quotation."""
    at = bisect_right(page.quotations, sentence.start, key=lambda quotation: quotation.start)
    if at < len(page.quotations) and page.quotations[at].end <= sentence.end:
        return True
    return at > 0 and sentence.start < page.quotations[at - 1].end


def _only_then(clause: Clause) -> bool:
    """ "would only sign if …": the "only" of a condition that stands before the verb."""
    governor = clause.governor
    if governor is None or governor.i > clause.words[0].i or not ahead(governor):
        return False
    return any(c.lower_ == "only" and c.i < governor.i for c in children(governor, "advmod"))


def _as_long(clause: Clause) -> bool:
    marker = [t.lower_ for t in clause.words[: clause.marker]]
    return marker[-3:] in (["as", "long", "as"], ["so", "long", "as"]) and bool(clause.governor)


def _told_before(governor: Token | None, before: Token | None) -> Token | None:
    """ "It would talk, he said, in return for a pause": what is said governs it, not the saying."""
    if governor is None or before is None or before.text != "," or governor.i > before.i:
        return governor
    told = [c for c in children(governor, "ccomp") if c.right_edge.i < governor.i]
    return told[-1] if told and children(told[-1], *SUBJECTS) else governor


def _then_only(tokens: list[Token]) -> int:
    """Where "then and only then" stands, which makes of the "if" before it an "if and only if"."""
    lowered = [t.lower_ for t in tokens]
    for at, word in enumerate(lowered):
        if word == "then" and [w for w in lowered[at + 1 : at + 6] if w != ","][:3] == [
            "and",
            "only",
            "then",
        ]:
            return at
    return 0


def is_unambiguous(tokens: list[Token], at: int, size: int) -> bool:
    """Whether the marker's words mean a condition whatever the parser makes of them."""
    marker = tuple(t.lower_ for t in tokens[at : at + size])
    if marker == ("provided",):
        before, after = tokens[at - 1] if at else None, tokens[at + 1 : at + 2]
        parted = tokens[at].dep_ == "prep" or (before is not None and before.text in ",;")
        taken = tokens[at].dep_ in ("mark", "prep") and bool(after) and after[0].dep_ != "agent"
        return parted and taken and not children(tokens[at], "nsubj", "agent")
    return marker in UNAMBIGUOUS


def _before_if_not(extent: list[Token]) -> list[Token]:
    """ "If they pay, | and if not, it would act": another condition."""
    for at, word in enumerate(extent[:-2]):
        after = tuple(t.lower_ for t in extent[at + 1 : at + 3])
        if at and word.dep_ == "cc" and after in OTHERWISE:
            kept = extent[:at]
            return kept[:-1] if kept[-1].is_punct else kept
    return extent


def _by_words(tokens: list[Token], at: int, size: int, kind: ConditionKind) -> Clause | None:
    """The clause up to the next punctuation mark, where the parse gives none.

    It has to begin as a clause does, with a subject, and to have more words than that.
    """
    extent = tokens[at : at + size]
    for token in tokens[at + size : at + size + MAX_BARE_WORDS + 1]:
        if token.is_punct and token.text not in ("-", "'", "’", "%", "/"):
            break
        extent.append(token)
    rest = extent[size:]
    if not 2 <= len(rest) <= MAX_BARE_WORDS:
        return None
    if rest[0].pos_ not in ("DET", "PRON", "PROPN", "NOUN", "NUM", "ADJ"):
        return None
    if not any(t.pos_ in ("NOUN", "PRON", "PROPN") for t in rest):
        return None
    told = any(t.tag_ == "VBD" and set(children(t, *SUBJECTS)) & set(rest) for t in rest)
    if tokens[at].lower_ == "provided" and not told and not any(t.tag_ in FINITE for t in rest):
        below = children(tokens[at], "pobj")  # "provided the speaker | allowed", taken for a thing
        after = [t for t in rest if below and t.i > below[0].right_edge.i and t.tag_ != "RB"][:1]
        if not after or after[0].tag_ != "VBD" or children(after[0], *SUBJECTS):
            return None
    head = extent[size - 1].head
    head = head if head in rest else rest[0]
    return Clause(kind, tuple(extent), size, head, governor_of(head, extent), parsed=False)


def _clause(tokens: list[Token], at: int, size: int, kind: ConditionKind) -> Clause | None:
    first, last = tokens[at], tokens[at + size - 1]
    before = tokens[at - 1] if at else None
    after = tokens[at + size] if at + size < len(tokens) else None
    if after is None or not is_marker(tokens, at, size, before, after):
        return None
    head = head_of(last, first, after)
    if head is None:
        return None
    if last.lower_ in ("if", "unless", "once"):
        clause = taken_for_noun(tokens, at, size, kind, head)
        if clause is not None:
            return clause
    if last.lower_ in ("if", "unless", "once", "when", "as") and not says_something(head):
        return None
    if last.lower_ == "if" and is_way_of_speaking(head):
        return None
    extent = _before_if_not(extent_of(tokens, at, head))
    if len(extent) <= size:
        return None
    governor = _told_before(governor_of(head, extent), before)
    if governor is not None and (in_question(governor) or is_put(tokens, governor)):
        return None
    if governor is not None and last.lower_ == "if" and size == 1 and is_wished(governor):
        return None
    if kind is UNTIL and first.lower_ == "not" and governor is not None:
        # "not until they leave will it sign"
        turned = last.i < governor.i and ahead(governor) and not refused(governor)
        kind = ONLY_IF if turned else kind
    clause = Clause(kind, tuple(extent), size, head, governor)
    if kind is UNTIL and not bounds_something(clause):
        others = (replace(clause, governor=verb) for verb in hung_elsewhere(clause))
        bounded = next((other for other in others if bounds_something(other)), None)
        if bounded is None:
            return None
        clause = bounded
    barter = {t.lower_ for t in tokens[at : at + size]} & BARTER
    if barter and governor is not None and governor.pos_ in ("NOUN", "PROPN"):
        above = verb_above(governor)  # "would shelve a tax in return for …"
        if above is not None and above.i < clause.words[0].i:
            governor = above
            clause = replace(clause, governor=above)
    if first.lower_ == "after" and not waited_for(clause):
        return None
    if first.lower_ == "while" and not while_refused(clause):
        return None
    if first.lower_ == "without" and not without_which_nothing(clause):
        return None
    soon = (
        (first.lower_, size) == ("as", 3)
        and last.i - first.i == 2
        and tokens[at + 1].lower_ == "soon"
    )
    if (first.lower_ == "once" or soon or barter) and not (
        governor is not None and (ahead(governor) or is_offer(governor, head))
    ):
        return None
    return clause
