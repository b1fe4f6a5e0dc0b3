"""Stage: how the told act stands to fact, and whether it is negated.

PLOVER's auxiliary modes (manual 1.3, section 2.3: historical, future, hypothetical, negation),
and what modal verbs add. In the order in which they are tried:

historical    said or done long before the report was written, whatever its words
obliged       must, should, ought, have to, need to; the content of every REQUEST
hypothetical  on a condition; would or could that is not reported speech
possible      may, might, could, perhaps
future        will, shall, is going to; "would" after a past cue; an infinitive after "promised"
historical    perfect; simple past of an event
asserted      everything else
"""

from __future__ import annotations

import re
from dataclasses import replace

from firstmove.reading.lexicon.listed import words
from firstmove.reading.page import Page
from firstmove.reading.parsing.predicates import (
    SUBJECTS,
    Token,
    auxiliaries,
    children,
    content_tokens,
    is_negated,
    main_predicates,
    tokens_in,
)
from firstmove.reading.parsing.verb_acts import is_future, is_obliged, is_perfect
from firstmove.statement import Condition, ConditionKind, Kind, Modality, Quotation, Statement

LONG_PAST = 45  # days
SINCE = re.compile(r"\b(?:since|from|until|till)\s{1,3}(?:\w+\s{1,3})?\Z", re.IGNORECASE)
POSSIBLE = words("may might could can't")
PERHAPS = words("perhaps maybe possibly conceivably likely unlikely")
# Verbs whose infinitive tells an act still to come.
AHEAD = words(
    "promise vow pledge threaten plan intend offer agree refuse decline aim prepare decide commit "
    "undertake swear ready willing prepared open want hope seek due set urge ask demand call "
    "expect order warn determined readiness willingness intention refusal"
)
# Past tense that tells a state, not an event: under a past cue it may be the present, shifted.
STATES = words(
    "be have want need believe know think hope support oppose remain see expect seem stand "
    "understand consider prefer lack own hold include depend deserve "
    "prepare determine commit concern worry interest convince"
)


def modality(page: Page, statements: tuple[Statement, ...]) -> tuple[Statement, ...]:
    """Fill ``modality`` and ``negated``; kinds, conditions and dates are set before."""
    return tuple(_with_modality(page, s) for s in statements)


def _with_modality(page: Page, statement: Statement) -> Statement:
    heads = main_predicates(content_tokens(page, statement))
    cue = tokens_in(page, statement.cue)
    past = _is_long_past(page, statement)
    return replace(
        statement,
        modality=Modality.HISTORICAL if past else modality_of(statement, heads, cue),
        negated=bool(heads) and is_negated(heads[0]),
    )


def _is_long_past(page: Page, statement: Statement) -> bool:
    """ "approved it in March", told in August: looked back on, and no position of these days."""
    when, published = statement.when, page.report.published
    if when is None or when.end is None or published is None or when.planned:
        return False
    lasts = SINCE.search(page.report.text, max(0, when.span.start - 20), when.span.start)
    return (published - when.end).days > LONG_PAST and lasts is None


def modality_of(statement: Statement, heads: tuple[Token, ...], cue: list[Token]) -> Modality:
    """The modality of the content's first main predicate."""
    condition = statement.condition
    head = heads[0] if heads else None
    verb = head is not None and head.pos_ in ("VERB", "AUX")
    if head is not None and is_obliged(head):
        return Modality.OBLIGED
    if statement.kind is Kind.REQUEST:
        return Modality.OBLIGED
    lasts = condition is not None and condition.kind is ConditionKind.UNTIL
    if condition is not None and _tells_the_doer(condition, head):
        condition = None  # "whoever crosses will be shot": who, and not whether
    if condition is not None and not (lasts and (head is None or not is_negated(head))):
        return Modality.HYPOTHETICAL
    if head is None or not verb:
        ahead = statement.kind in (Kind.AGREE, Kind.THREATEN)
        return Modality.FUTURE if ahead else Modality.ASSERTED
    aux = {a.lower_ for a in auxiliaries(head)}
    shifted = statement.quotation is Quotation.INDIRECT and any(t.tag_ == "VBD" for t in cue)
    if aux & {"may", "might"} or any(c.lower_ in PERHAPS for c in head.children):
        return Modality.POSSIBLE
    if "would" in aux:
        return Modality.FUTURE if shifted else Modality.HYPOTHETICAL
    if "could" in aux:
        return Modality.POSSIBLE
    if is_future(head):
        return Modality.FUTURE
    if head.tag_ == "VB" and any(t.lemma_.lower() in AHEAD for t in cue):
        return Modality.FUTURE
    if shifted and head.tag_ == "VBD" and any(c.lower_ == "now" for c in head.children):
        return Modality.ASSERTED  # "said they now shared": a present, shifted
    if is_perfect(head) or (head.tag_ == "VBD" and head.lemma_ not in STATES):
        return Modality.HISTORICAL
    if head.tag_ == "VBD" and not shifted:
        return Modality.HISTORICAL
    if (
        head.tag_ == "VBN"
        and head.lemma_ not in STATES
        and any(a.tag_ == "VBD" for a in auxiliaries(head))
    ):
        return Modality.HISTORICAL
    return Modality.ASSERTED


def _tells_the_doer(condition: Condition, head: Token | None) -> bool:
    doers = [] if head is None else children(head, *SUBJECTS, "csubjpass")
    return any(condition.span.start <= d.idx < condition.span.end for d in doers)


def is_tentative(head: Token) -> bool:
    """may, might, could, would: not told as fact."""
    return any(a.lower_ in ("may", "might", "could", "would") for a in auxiliaries(head))
