"""Stage: the condition that a statement is made on, as a clause with its marker, verbatim.

Attribution often leaves "unless …" outside the content, so the whole sentence is searched. A
clause belongs to the statement whose words govern it in the parse; where the parse gives no
governor inside a statement, to the statement that it stands in or directly follows.

kind      markers
if        if, in the event that/of, once + a plan, should X … (inverted)
only_if   only if/when/after, provided (that), on condition that, as/so long as, contingent on,
          in exchange/return for
iff       if and only if
unless    unless, except if
until     until/before under a refusal or a going on: "will not … until …"

Not conditions: a question ("asked if"), a comparison ("as if"), a concession ("even if"), an
ellipsis ("if any", "if not"), a time ("until 2019").
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from firstmove.reading.act_kinds import is_future
from firstmove.reading.kind_vocabulary import MOVES, Move
from firstmove.reading.owning import owner_of, somebody
from firstmove.reading.page import Page
from firstmove.reading.predicates import (
    SUBJECTS,
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
    words,
)
from firstmove.report import Span
from firstmove.statement import Condition, ConditionKind, Kind, Mention, Statement

IF, ONLY_IF, UNLESS = ConditionKind.IF, ConditionKind.ONLY_IF, ConditionKind.UNLESS
IFF, UNTIL = ConditionKind.IFF, ConditionKind.UNTIL

# Longest first. A marker ends on the word that opens the clause or the noun phrase.
MARKERS: tuple[tuple[tuple[str, ...], ConditionKind], ...] = (
    (("if", "and", "only", "if"), IFF),
    (("on", "the", "understanding", "that"), ONLY_IF),
    (("on", "the", "condition", "that"), ONLY_IF),
    (("under", "the", "condition", "that"), ONLY_IF),
    (("in", "the", "event", "that"), IF),
    (("in", "the", "event", "of"), IF),
    (("on", "condition", "that"), ONLY_IF),
    (("in", "exchange", "for"), ONLY_IF),
    (("in", "return", "for"), ONLY_IF),
    (("for", "as", "long", "as"), ONLY_IF),
    (("as", "long", "as"), ONLY_IF),
    (("so", "long", "as"), ONLY_IF),
    (("provided", "that"), ONLY_IF),
    (("providing", "that"), ONLY_IF),
    (("contingent", "on"), ONLY_IF),
    (("contingent", "upon"), ONLY_IF),
    (("conditional", "on"), ONLY_IF),
    (("conditional", "upon"), ONLY_IF),
    (("assuming", "that"), IF),
    (("only", "if"), ONLY_IF),
    (("only", "when"), ONLY_IF),
    (("only", "once"), ONLY_IF),
    (("only", "after"), ONLY_IF),
    (("except", "if"), UNLESS),
    (("unless",), UNLESS),
    (("provided",), ONLY_IF),
    (("until",), UNTIL),
    (("till",), UNTIL),
    (("before",), UNTIL),
    (("once",), IF),
    (("should",), IF),
    (("if",), IF),
)
_BY_FIRST = {
    first: [m for m in MARKERS if m[0][0] == first] for first in {m[0][0] for m in MARKERS}
}
# Requirement markers: the clause says what another has to do.
REQUIRING = frozenset({ONLY_IF, IFF})
BARTER = frozenset({"exchange", "return"})
NOT_BEFORE_IF = words("even as what see know whether wonder ask tell check find decide care mind")
ELLIPSES = words("not any so possible necessary need anything ever only at appropriate")
ASKING = words(
    "ask wonder know see determine doubt question tell find check learn decide unclear unsure "
    "uncertain clear sure inquire say consider examine assess"
)
# Going on is bounded by "until" as a refusal is: "the strike will continue until …".
GOING_ON = words(
    "continue remain keep stay suspend strike hold block refuse reject withhold halt boycott "
    "oppose freeze resist fight wait maintain delay postpone decline persist occupy last"
)
REFUSERS = words("refuse decline reject rule unwilling refusal")
MAX_WORDS = 80
BESIDE = 3  # characters between a content and a clause cut off from it: a comma, a quotation mark


@dataclass(frozen=True, slots=True)
class Clause:
    """A condition found in a sentence: its words, what governs it, what it says."""

    kind: ConditionKind
    words: tuple[Token, ...]  # with the marker
    marker: int  # how many of the words are the marker
    head: Token  # main predicate or noun of the clause
    governor: Token | None


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


def clauses_in(page: Page, sentence: Span) -> Iterator[Clause]:
    """The conditions of one sentence, in order."""
    tokens = tokens_in(page, (sentence,))
    position = 0
    while position < len(tokens):
        for marker, kind in _BY_FIRST.get(tokens[position].lower_, ()):
            size = len(marker)
            if tuple(t.lower_ for t in tokens[position : position + size]) == marker:
                clause = _clause(tokens, position, size, kind)
                if clause is not None:
                    yield clause
                    position += size - 1
                break
        position += 1


def _clause(tokens: list[Token], at: int, size: int, kind: ConditionKind) -> Clause | None:
    first, last = tokens[at], tokens[at + size - 1]
    before = tokens[at - 1] if at else None
    after = tokens[at + size] if at + size < len(tokens) else None
    if after is None or not _is_marker(tokens, at, size, before, after):
        return None
    head = _head_of(last, first, after)
    if head is None:
        return None
    if last.lower_ in ("if", "unless", "once", "when") and not _says_something(head):
        return None
    extent = _extent(tokens, at, head)
    if len(extent) <= size:
        return None
    governor = _governor(head, extent)
    clause = Clause(kind, tuple(extent), size, head, governor)
    if kind is UNTIL and not _bounds(clause):
        return None
    barter = {t.lower_ for t in tokens[at : at + size]} & BARTER
    if (first.lower_ == "once" or barter) and not (governor is not None and _ahead(governor)):
        return None
    return clause


def _is_marker(tokens: list[Token], at: int, size: int, before: Token | None, after: Token) -> bool:
    first = tokens[at].lower_
    if first == "if" and size == 1:
        if before is not None and before.lower_ in ("even", "as", "what"):
            return False
        if before is not None and before.lemma_.lower() in NOT_BEFORE_IF:
            return False
        if after.lower_ in ELLIPSES or after.is_punct:
            return after.text in '“"‘'
        return tokens[at].dep_ == "mark" and not _is_asked(tokens[at].head)
    if first == "provided" and size == 1:
        return tokens[at].dep_ == "mark" or bool(
            tokens[at].tag_ == "VBN" and children(tokens[at], "ccomp")
        )
    if first == "should":
        # "should the talks fail": before its subject, and no question
        return bool(
            tokens[at].dep_ == "aux"
            and tokens[-1].text != "?"
            and (
                tokens[at].head.dep_ in ("advcl", "ccomp", "conj")
                # "threatens to act should …": the parser hangs the main clause below the condition
                or any(c.i < tokens[at].i for c in children(tokens[at].head, "ccomp"))
            )
            and any(s.i > tokens[at].i for s in children(tokens[at].head, "nsubj", "nsubjpass"))
        )
    if first in ("as", "for") and before is not None and before.lower_ in ("not", "twice"):
        return False
    if first in ("as", "so") and tokens[at + size - 1].dep_ != "mark":
        return bool(after.dep_ in ("nsubj", "det", "poss", "compound", "amod", "nsubjpass", "expl"))
    if first == "on" and "condition" in [w.lower_ for w in tokens[at : at + size]]:
        return True
    if first == "once":
        return bool(tokens[at].dep_ in ("mark", "advmod") and tokens[at].head.dep_ == "advcl")
    return True


def _is_asked(head: Token) -> bool:
    """ "asked if …": the clause is the object of a verb of asking or knowing."""
    if head.dep_ not in ("ccomp", "pcomp"):
        return False
    return head.dep_ == "pcomp" or bool(head.head.lemma_.lower() in ASKING or head.head.i < head.i)


def _head_of(last: Token, first: Token, after: Token) -> Token | None:
    """The main predicate after the marker; for "in exchange for" the noun."""
    if last.dep_ == "prep" or last.lower_ in ("for", "of", "on", "upon"):
        below = children(last, "pobj", "pcomp")
        return below[0] if below else None
    if last.lower_ in ("until", "till", "before", "after") and last.dep_ == "prep":
        below = children(last, "pobj", "pcomp")
        return below[0] if below else None
    if last.lower_ == "provided" or (last.lower_ == "that" and first.lower_ == "provided"):
        inner = children(first, "ccomp")
        if inner:
            return inner[0]
    if last.dep_ in ("mark", "advmod", "aux") and last.head.i > last.i:
        return last.head
    # a marker that the parser took for something else: the verb that its next words belong to
    token = after
    for _ in range(8):
        if token.pos_ in ("VERB", "AUX") and token.dep_ not in ("aux", "auxpass"):
            return token if token.i > last.i else None
        if token.head.i == token.i:
            return None
        token = token.head
    return None


def _says_something(head: Token) -> bool:
    """A clause has a subject, or is a participle of an event: "if attacked"."""
    if any(c.dep_ in SUBJECTS for c in head.children):
        return True
    return bool(head.tag_ in ("VBN", "VBG") and head.lemma_ not in ("need", "require", "ask"))


def _extent(tokens: list[Token], at: int, head: Token) -> list[Token]:
    """From the marker to the end of the clause.

    The subtree of its head, cut where a main clause begins: at a comma before a token outside the
    subtree, or, in front of its governor, before the governor's own subject.
    """
    inside = {t.i for t in head.subtree}
    for other in children(head, "conj"):
        if any(m.lower_ == "that" for m in children(other, "mark")):
            # "if X and that Y": the second clause is the governor's
            inside -= {t.i for t in other.subtree}
    extent: list[Token] = []
    for token in tokens[at : at + MAX_WORDS]:
        belongs = token.i in inside or token.i < head.i
        if not belongs and not token.is_punct:
            break
        if not belongs and token.text in ',;:—–.!?”"':
            rest = [t for t in tokens if t.i > token.i]
            if not rest or rest[0].i not in inside:
                break
        extent.append(token)
    while extent and (extent[-1].is_punct or extent[-1].dep_ == "cc"):
        if extent[-1].text in ("%", ")"):
            break
        extent.pop()
    return extent


def _governor(head: Token, extent: list[Token]) -> Token | None:
    """The word that the clause hangs on: the first ancestor outside of it."""
    inside = {t.i for t in extent}
    below = [c for c in children(head, "ccomp") if c.i not in inside]
    if below:
        return below[0]
    token = head
    for _ in range(12):
        if token.head.i == token.i:
            return None
        token = token.head
        if token.i not in inside:
            return token
    return None


def _ahead(governor: Token) -> bool:
    """An act to come: "will X", "promised to X", "X now!"."""
    for token in (governor, governor.head):
        if is_future(token) or MOVES.get(token.lemma_.lower()) in (Move.COMMIT, Move.VOW):
            return True
        if token.dep_ != "xcomp":
            break
    return bool(governor.tag_ == "VB" and not children(governor, "nsubj", "aux"))


def _bounds(clause: Clause) -> bool:
    """Whether "until" or "before" bounds a refusal or a going on, and not just a time."""
    governor = clause.governor
    if governor is None:
        return False
    if governor.dep_ in ("prep",) and governor.head is not None:
        governor = governor.head
    refused = is_negated(governor) or governor.lemma_.lower() in REFUSERS
    for above in (governor.head, governor.head.head):
        refused = refused or (
            governor.dep_ in ("xcomp", "ccomp", "acl") and above.lemma_.lower() in REFUSERS
        )
    clausal = clause.head.pos_ in ("VERB", "AUX")
    if clause.words[0].lower_ == "before":
        told = clausal and any(c.dep_ in SUBJECTS for c in clause.head.children)
        return refused and told and clause.head.tag_ != "VBD"
    if clausal:
        past = clause.head.tag_ == "VBD" and not is_future(governor) and not refused
        return (refused or governor.lemma_.lower() in GOING_ON) and not past
    return refused and _ahead(governor)


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
    token = clause.governor
    for _ in range(8):
        if token is None:
            break
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
    for _ in range(6):
        if token is None or token.head.i == token.i:
            return False
        if token.dep_ == "relcl":
            return True
        token = token.head
    return False


def _told_already(demand: Statement, statements: tuple[Statement, ...]) -> bool:
    return any(s.cue == demand.cue or s.content == demand.content for s in statements)
