"""What the outlet itself tells as done: attacks, visits, arrests, withdrawals.

An event is a clause of the outlet's own narration with a doer the report names, told as fact: not
negated, not under a modal verb or a condition, not hearsay. Its kind is read as that of statements
is, by rules and model; a clause without a PLOVER kind of which they are sure is no event. Doer and
recipient as in PLOVER (manual 1.3, section 2.4).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from firstmove.reading.attribution.veridicality import hearsay_words
from firstmove.reading.kinds.choice import choose
from firstmove.reading.kinds.input import KindInput, Mark, Role, kind_input
from firstmove.reading.kinds.kinds import judge
from firstmove.reading.kinds.model import read_of, weights
from firstmove.reading.kinds.told import Told
from firstmove.reading.lexicon.listed import words
from firstmove.reading.page import Page
from firstmove.reading.parsing.clauses import is_animate
from firstmove.reading.parsing.predicates import (
    Token,
    auxiliaries,
    children,
    doer_of,
    is_negated,
    is_passive,
    noun_phrase,
    text_span,
    tokens_in,
)
from firstmove.reading.people.somebody import NO_ACTORS, somebody
from firstmove.report import Span
from firstmove.statement import UNSURE_BELOW, Event, Kind, Mention, Statement, When

MODALS = words("may might can could would should must ought shall will 'll ’ll wo ca")
CLAUSES = ("ROOT", "conj", "parataxis")
# Verbs that only bring in what is then done, or tell of speech: no act by themselves.
EMPTY = words("be have do seem appear become remain say tell add note know think believe want")
# With an infinitive: tried, planned or wished, and so not told as done.
NOT_YET = words(
    "try attempt fail plan intend hope want wish seek prepare aim mean expect struggle consider "
    "need threaten vow promise pledge set mull weigh"
)
# What stands between a verb and the one acted upon: "met with X", "fired at X", "left X".
TOWARD = words("with at on upon against to from into for")


def events(
    page: Page, statements: tuple[Statement, ...], dates: Iterable[When] = ()
) -> tuple[Event, ...]:
    """The events of the body, in order. ``dates`` are those told in it."""
    taken = _taken(page, statements)
    deeds = [
        deed
        for sentence in page.sentences
        for head in tokens_in(page, (sentence,))
        if head.i not in taken and _tells_a_deed(head)
        if (deed := _deed(page, sentence, head, taken)) is not None
    ]
    told = tuple(dates)
    logs = [read.logs for read in read_of([deed.row for deed in deeds], page.ahead)]
    found = (_event(page, *pair, told) for pair in zip(deeds, logs, strict=True))
    return tuple(event for event in found if event is not None)


@dataclass(frozen=True, slots=True)
class _Deed:
    """A clause that may tell an event, and what the model of kinds is given of it."""

    actor: Mention
    recipient: Mention | None
    head: Token
    clause: tuple[Token, ...]
    names: frozenset[int]
    row: KindInput


def _taken(page: Page, statements: tuple[Statement, ...]) -> set[int]:
    """Tokens of what somebody said, with the words that lead it in, and of what is quoted."""
    spans: list[Span] = list(page.quotations)
    for statement in statements:
        spans += [*statement.cue, *statement.content]
        if statement.condition is not None:
            spans += [statement.condition.span, *statement.condition.also]
    return {t.i for t in tokens_in(page, spans)}


def _tells_a_deed(head: Token) -> bool:
    """Whether a token is the finite verb of a clause told as fact."""
    if head.pos_ != "VERB" or head.dep_ not in CLAUSES or head.lemma_.lower() in EMPTY:
        return False
    top = head
    while top.dep_ in ("conj", "parataxis") and top.head.i != top.i:
        top = top.head
    if top.dep_ != "ROOT":
        return False
    aux = auxiliaries(head)
    if any(a.lower_ in MODALS for a in aux) or is_negated(head) or hearsay_words(head):
        return False
    if head.tag_ not in ("VBD", "VBZ", "VBP") and not (head.tag_ in ("VBN", "VBG") and aux):
        return False
    if head.lemma_.lower() in NOT_YET and children(head, "xcomp"):
        return False
    asked = any(t.text == "?" for t in head.sent[-1:])
    return not asked and not children(head, "mark")


def _deed(page: Page, sentence: Span, head: Token, taken: set[int]) -> _Deed | None:
    doer = doer_of(head)
    actor = None if doer is None or doer.i in taken else _mention(page, doer)
    if doer is None or actor is None:
        return None
    recipient = next(
        (m for m in (_mention(page, t) for t in _toward(head)) if m and m.span != actor.span), None
    )
    marks: list[Mark] = [(Role.SOURCE, actor.span.start, actor.span.end)]
    if recipient is not None:
        marks.append((Role.TARGET, recipient.span.start, recipient.span.end))
    text = sentence.quote
    moved = [(r, s - sentence.start, e - sentence.start) for r, s, e in marks]
    if any(s < 0 or e > len(text) for _, s, e in moved):
        return None
    return _Deed(
        actor,
        recipient,
        head,
        tuple(t for t in _clause(head) if t.i not in taken),
        frozenset(t.i for t in doer.subtree),
        kind_input(text, moved),
    )


def _event(
    page: Page, deed: _Deed, logs: Mapping[str, float], dates: tuple[When, ...]
) -> Event | None:
    judged = judge(
        Told(cue=(), content=deed.clause, is_own=lambda t: t is None or t.i in deed.names)
    )
    choice = choose(logs, judged, weights())
    if not choice.kind.is_plover or choice.probability < UNSURE_BELOW:
        return None
    if judged.kind.is_plover and judged.kind is not choice.kind:
        return None  # the two read different acts: told neither way
    recipient = deed.recipient
    if choice.kind is Kind.MOBILIZE and recipient is not None:
        moved = {t.idx for thing in children(deed.head, "dobj") for t in noun_phrase(thing)}
        recipient = None if recipient.span.start in moved else recipient  # "moved two brigades"
    inside = [w for w in dates if any(t.idx == w.span.start for t in deed.clause)]
    return Event(
        actor=deed.actor,
        recipient=recipient,
        kind=choice.kind,
        probability=round(choice.probability, 3),
        span=text_span(page, deed.clause),
        verb=page.report.span(deed.head.idx, deed.head.idx + len(deed.head.text)),
        when=inside[0] if len(inside) == 1 else None,
    )


def _mention(page: Page, token: Token) -> Mention | None:
    """Who a noun names, with the words of its phrase."""
    named = somebody(page, token)
    span = text_span(page, noun_phrase(token))
    if named is not None:
        return Mention(span, named.name, named.party, named.party_span)
    # "teachers", "two engineers": people without a name are told by their own words
    if token.tag_ == "NNS" and token.ent_type_ not in NO_ACTORS and is_animate(token):
        return Mention(span, name=span.quote)
    return None


def _clause(head: Token) -> list[Token]:
    """The verb with what hangs on it, without clauses joined to it."""
    left_out: set[int] = set()
    for child in head.children:
        if child.dep_ in ("conj", "cc", "parataxis", "punct"):
            left_out |= {t.i for t in child.subtree}
    return [t for t in head.subtree if t.i not in left_out and not t.is_space]


def _toward(head: Token) -> Iterator[Token]:
    """Whom a deed may be done to, the likeliest first."""
    if is_passive(head):
        yield from children(head, "nsubjpass")
    things = children(head, "dative", "dobj")
    yield from things
    for governor in (head, *things):
        for prep in children(governor, "prep", "dative"):
            if prep.lower_ in TOWARD:
                yield from children(prep, "pobj")
    for thing in things:
        yield from children(thing, "poss", "amod", "compound")
