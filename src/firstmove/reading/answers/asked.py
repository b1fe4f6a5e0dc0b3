"""Requests that no statement tells, since what is told is the answer: “asked by X to wait, …”.

Also “was asked to wait” by nobody told, and what the stages before have overlooked. They are read
as statements are, for what is answered, and are none of the report's statements.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from firstmove.reading.acts.acts import acts
from firstmove.reading.lexicon.listed import words
from firstmove.reading.page import Page
from firstmove.reading.parsing.predicates import (
    Token,
    auxiliaries,
    children,
    doer_of,
    is_negated,
    is_passive,
    noun_phrase,
    subject,
    text_span,
    tokens_in,
)
from firstmove.reading.people.somebody import somebody
from firstmove.report import Span
from firstmove.statement import Kind, Mention, Modality, Statement

_ASKING = words("ask beg call order press request summon tell urge")
PRESS = words("broadcaster correspondent interviewer journalist newspaper press reporter")
_HAS = frozenset(("be", "have"))  # "has been asked"; not "may ask"


def asked_in(page: Page, reach: Span, statements: Sequence[Statement]) -> tuple[Statement, ...]:
    """Those in a part of the report, in order."""
    told = {t.i for s in statements for t in tokens_in(page, (*s.cue, *s.content))}
    quoted = {t.i for t in tokens_in(page, page.quotations)}
    verbs = (t for t in tokens_in(page, (reach,)) if t.i not in told | quoted)
    return acts(page, tuple(_requests(page, verbs)))


def _requests(page: Page, verbs: Iterator[Token]) -> Iterator[Statement]:
    for verb in verbs:
        if verb.pos_ != "VERB" or verb.lemma_.lower() not in _ASKING or is_negated(verb):
            continue
        to_do = next((c for c in children(verb, "xcomp", "advcl") if _is_to(c)), None)
        if to_do is None or any(a.lemma_ not in _HAS for a in auxiliaries(verb)):
            continue
        asker, asked = _between(verb)
        whom = _mention(page, asked)
        if whom is None or (asker is not None and asker.lemma_.lower() in PRESS):
            continue
        edge = to_do.right_edge
        yield Statement(
            report_id=page.report.id,
            speaker=_mention(page, asker),
            cue=(text_span(page, (verb,)),),
            content=(page.report.span(to_do.left_edge.idx, edge.idx + len(edge.text)),),
            kind=Kind.REQUEST,
            target=whom,
            modality=Modality.OBLIGED,
        )


def _is_to(verb: Token) -> bool:
    return any(c.tag_ == "TO" for c in verb.children)


def _between(verb: Token) -> tuple[Token | None, Token | None]:
    """Who asks, and who is asked: the subject where a participle hangs on what it does then."""
    if verb.tag_ == "VBN" and (is_passive(verb) or verb.dep_ in ("advcl", "acl")):
        by = (p for a in children(verb, "agent") for p in children(a, "pobj"))
        return next(by, None), subject(verb) if is_passive(verb) else doer_of(verb.head)
    on = (p for c in children(verb, "prep") if c.lower_ in ("on", "upon") for p in c.children)
    return subject(verb), next(iter((*children(verb, "dobj", "dative"), *on)), None)


def _mention(page: Page, token: Token | None) -> Mention | None:
    if token is None:
        return None
    named = somebody(page, token)
    if named is None:
        return None
    span = text_span(page, noun_phrase(token))
    return Mention(span, named.name, named.party, named.party_span)
