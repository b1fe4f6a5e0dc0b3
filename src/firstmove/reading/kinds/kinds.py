"""Stage: what kind of move each statement is, by a trained model and rules together.

The model (``model``) reads the words, the rules (``judge``) the cue and the main predicates;
``choice`` weighs one against the other and says how sure the two are. The order of the rules:

1. The cue decides where its verb or noun does: "rejected", "offered", "accused", "warned".
2. A neutral cue ("said") leaves it to the content's clauses, in order; the first clause with a
   definite kind wins: a set phrase ("is out of the question"), what a copula says of its subject,
   an obligation put on another, the speaker's own future, past or refused act.
3. What is told of others is not the speaker's own move: a wrong done by them is an accusation,
   anything else an assessment.

PLOVER manual 1.3 decides what each type is. Future cooperation is AGREE (3.1). So is the
speaker's own promise to release or withdraw: the manual leans to CONCEDE (3.7.2), its published
examples (PLV) to AGREE, and a commitment is what the next rooms need. A call for talks or a truce
is a REQUEST whoever makes it: whether the caller is itself a belligerent (3.8.2) is not in the
sentence.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from firstmove.models.encoder import Encoder
from firstmove.reading.kinds.choice import BIDDEN, PLANS, Choice, Weights, choose
from firstmove.reading.kinds.clause_rules import clause_kind
from firstmove.reading.kinds.cue_rules import by_commitment, by_move
from firstmove.reading.kinds.insisting import (
    asks_of_them,
    is_expected_of_another,
    is_insisted,
    is_wish_of_another,
    may_be_insisted,
    wisher,
)
from firstmove.reading.kinds.model import input_of, label_logs, read_of, row_of, weights
from firstmove.reading.kinds.moving import move_by, seeks_office, tells_to, willed
from firstmove.reading.kinds.somebody import CROWDS, IN_CHARGE
from firstmove.reading.kinds.taking_back import taken_back
from firstmove.reading.kinds.told import Judgement, Told
from firstmove.reading.lexicon.cues import SILENT
from firstmove.reading.lexicon.markers import IFF, MARKERS, ONLY_IF, OTHERWISE
from firstmove.reading.lexicon.stances import (
    BLAMING,
    BYSTANDERS,
    DESCRIBING,
    DOCUMENTS,
    OBSERVERS,
    PRAISING,
    REFUSING,
)
from firstmove.reading.lexicon.vocabulary import DECREEING, HOSTILE, LABOUR, MOVES, Move
from firstmove.reading.page import Page
from firstmove.reading.parsing.clauses import opens_question
from firstmove.reading.parsing.or_else import otherwise_of
from firstmove.reading.parsing.predicates import (
    Token,
    children,
    content_tokens,
    is_negated,
    main_predicates,
    subject,
    tokens_in,
)
from firstmove.reading.parsing.verb_acts import act_of, is_future, is_perfect
from firstmove.reading.people.owning import owner_of
from firstmove.statement import Kind, Quotation, Statement

# The marker of a condition, where it is what leads in a demand: "provided that X does Y".
REQUIREMENTS = frozenset(marker for marker, kind in MARKERS if kind in (ONLY_IF, IFF))
_MADE_SO = frozenset("conditional contingent dependent".split())
REMEMBERING = frozenset("recall remember reminisce recollect".split())

__all__ = ["Judgement", "Told", "choice_of", "judge", "kind_of", "kinds", "move_of", "told"]


def kinds(page: Page, statements: tuple[Statement, ...]) -> tuple[Statement, ...]:
    """Fill ``Statement.kind`` and ``Statement.kind_probability``."""
    rows = [row_of(page, s) for s in statements]
    judged = [judge(told(page, s)) for s in statements]  # while the model is at work
    reads = read_of(rows, page.ahead)
    page.stances.update((row, read.stances) for row, read in zip(rows, reads, strict=True))
    found = (choose(r.logs, rules, weights()) for r, rules in zip(reads, judged, strict=True))
    return tuple(
        replace(s, kind=choice.kind, kind_probability=round(choice.probability, 3))
        for s, choice in zip(statements, found, strict=True)
    )


def choice_of(
    page: Page,
    statement: Statement,
    network: Encoder | None = None,
    weighed: Weights | None = None,
) -> Choice:
    """What rules and model make of a statement, by the package's model and weights or others."""
    logs = label_logs(input_of(page.report.text, statement), network)
    judged = judge(told(page, statement))
    return choose(logs, judged, weights() if weighed is None else weighed)


def told(page: Page, statement: Statement) -> Told:
    condition = () if statement.condition is None else (statement.condition.span,)
    return Told(
        cue=tuple(tokens_in(page, statement.cue)),
        content=tuple(content_tokens(page, statement)),
        condition=tuple(tokens_in(page, condition)),
        condition_kind=None if statement.condition is None else statement.condition.kind,
        is_own=owner_of(page, statement),
        direct=statement.quotation is Quotation.DIRECT,
        question=_asks(page, statement),
        from_document=_is_one_of(page, statement, DOCUMENTS),
        observing=_is_one_of(page, statement, OBSERVERS | BYSTANDERS),
        in_charge=_is_one_of(page, statement, IN_CHARGE)
        and not _is_one_of(page, statement, CROWDS | LABOUR),
    )


def _is_one_of(page: Page, statement: Statement, nouns: frozenset[str]) -> bool:
    """Whether the speaker is told with one of the nouns."""
    named = () if statement.speaker is None else (statement.speaker.span,)
    return any(
        {t.lemma_.lower(), t.lower_.removesuffix("s")} & nouns for t in tokens_in(page, named)
    )


def _asks(page: Page, statement: Statement) -> bool:
    """Whether the words quoted end in a question mark."""
    if statement.quotation is Quotation.INDIRECT or not statement.content:
        return False
    end = max(s.end for s in statement.content)
    text = page.report.text
    return "?" in text[end - 1 : end + 1]


def kind_of(told: Told) -> Kind:
    """The kind by the rules alone. Deterministic; never fails."""
    return judge(told).kind


def judge(told: Told) -> Judgement:
    """The kind and the rule that gave it."""
    if tuple(t.lower_ for t in told.cue) in REQUIREMENTS:
        return Judgement(Kind.REQUEST, "a condition that another has to meet")
    if (taken := taken_back(told)) is not None:
        return Judgement(taken, "taken back")
    if any(t.lemma_ in ("give", "set") for t in told.cue) and _time_and_act(told):
        return Judgement(Kind.REQUEST, "a time to act in")
    top, move = move_of(told.cue)
    if top is not None and seeks_office(top):
        return Judgement(Kind.STATE, PLANS)
    heads = main_predicates(told.content)
    tied_so = tuple(t.lower_ for t in told.condition) in OTHERWISE
    if heads and (tied_so or otherwise_of(heads[0]) is not None):
        # said, whatever was asked before it
        own = told.is_own(subject(heads[0])) and willed(heads[0])
        return Judgement(Kind.THREATEN, "or else") if own else clause_kind(heads[0], told)
    if is_expected_of_another(top, heads, told):
        return Judgement(Kind.REQUEST, "expects another to give way")
    announced = _announced(top, told)
    if announced is not None:
        return announced
    if top is not None and (_is_unsaid(top) or _is_not_yet(told.cue)):
        return Judgement(Kind.STATE, "under a negation, a condition or a question")
    if move is Move.REFUSE and _is_withheld(told):
        return Judgement(Kind.STATE, "not said")
    if move in (Move.COMMIT, Move.VOW) and any(t.lower_ == "no" for t in told.cue):
        harm = any(act_of(head) in HOSTILE for head in heads)  # "has no intention of …"
        return Judgement(Kind.STATE if harm else Kind.REJECT, "vows not to")
    if move is not None and move is not Move.SAY and top is not None:
        if _is_question(top, told):
            return Judgement(Kind.STATE, "asks a question")
        return by_move(move, top, heads, told, clause_kind)
    made = top is not None and top.lemma_ == "make"
    if made and {t.lower_ for t in told.condition[:1]} & _MADE_SO:
        return Judgement(Kind.AGREE, "in return")
    to_do = act_of(heads[0]) if heads and heads[0].dep_ == "xcomp" else None
    if top is not None and top.lemma_ == "vote" and to_do in HOSTILE and not is_negated(top):
        return by_commitment(Move.VOW, top, heads, to_do, told, clause_kind)
    if top is not None and tells_to(top):
        if is_negated(top):
            return Judgement(Kind.STATE, "not said")
        return Judgement(Kind.REQUEST, "tells another to act")
    if told.question:
        return Judgement(Kind.STATE, "asks a question")
    if top is not None and top.lemma_ in REMEMBERING and not told.direct:
        judged = [clause_kind(head, told) for head in heads if subject(head) is not None]
        blamed = next((j for j in judged if j.kind is Kind.ACCUSE), None)
        return blamed or Judgement(Kind.STATE, "remembers")
    if top is not None and move is Move.SAY and is_negated(top):
        return Judgement(Kind.STATE, "not said")
    if top is not None and top.lemma_ in DESCRIBING:
        for table, kind in (
            (REFUSING, Kind.REJECT),
            (BLAMING, Kind.ACCUSE),
            (PRAISING, Kind.SUPPORT),
        ):
            word = next((t for t in told.content if t.lemma_.lower() in table), None)
            if word is not None and not is_negated(top):
                return Judgement(kind, f"calls it {word.lemma_}")
        if not told.direct and heads and heads[0].pos_ in ("NOUN", "PROPN"):
            return Judgement(Kind.ASSESS, "calls it so")  # "described the offer as a joke"
    if top is not None and is_wish_of_another(top, told.cue, heads):
        return Judgement(Kind.REQUEST, "would like another's act")
    if top is not None and top.lemma_ == "insist" and heads and is_insisted(heads[0]):
        return Judgement(Kind.REQUEST, BIDDEN)
    if top is not None and top.lemma_ == "insist" and heads and may_be_insisted(heads[0], top):
        if asks_of_them(heads[0]):
            return Judgement(Kind.REQUEST, "insists that it be done")
        asked = heads[0].tag_ == "VBD"  # of what was done one would say "had cut"
        return Judgement(Kind.REQUEST if asked else Kind.ASSESS, "insists on an act or a fact")
    if heads and (who := wisher(heads[0])) is not None:
        if told.is_own(who):
            return Judgement(Kind.REQUEST, "insists that it be done")
        return Judgement(Kind.ASSESS, "move of another")
    judged = [clause_kind(head, told) for head in _conditioned_first(heads, told)]
    definite = [j for j in judged if j.kind not in (Kind.STATE, Kind.ASSESS)]
    if definite:
        return definite[0]
    first = judged[0] if judged else Judgement(Kind.STATE, "nothing to judge by")
    if judged and top is not None and top.lemma_ == "insist":
        return Judgement(first.kind, "insists that it is so")
    if first.kind is Kind.STATE and told.from_document:
        return Judgement(Kind.ASSESS, "told by a document")
    return first


def _announced(top: Token | None, told: Told) -> Judgement | None:
    """ "Declared a truce, to begin at dawn": the thing announced, not what is told of it."""
    if top is None or top.lemma_.lower() not in DECREEING or is_negated(top):
        return None
    thing = next((c for c in children(top, "dobj") if c in told.content), None)
    if thing is None or thing.pos_ != "NOUN":
        return None
    judged = clause_kind(thing, told)
    return judged if judged.kind not in (Kind.STATE, Kind.ASSESS) else None


def _is_not_yet(cue: tuple[Token, ...]) -> bool:
    """ "Has yet to reply", "stopped short of calling for": nothing of it is done."""
    words = [t.lower_ for t in cue]
    yet = "yet" in words and words[words.index("yet") + 1 : words.index("yet") + 2] == ["to"]
    return yet or ("short" in words and any(t.lemma_ in ("stop", "fall") for t in cue))


def _conditioned_first(heads: tuple[Token, ...], told: Told) -> tuple[Token, ...]:
    """ "had closed the gates and would open them only if …": what is told on the condition is the
    move, the clause before it what has come to pass."""
    if len(heads) < 2 or not told.condition:
        return heads
    inside = {t.i for t in told.condition}
    top = next((t for t in told.condition if t.head.i not in inside), None)
    above = set() if top is None else {a.i for a in top.ancestors}
    ruled = [h for h in heads if h.i in above]
    last = ruled[-1:] if ruled and is_perfect(heads[0]) and is_future(ruled[-1]) else []
    return (*last, *(h for h in heads if h not in last))


def _time_and_act(told: Told) -> bool:
    """ "the crews a week to leave": by when another has to act."""
    timed = any(t.ent_type_ in ("DATE", "TIME") or t.lemma_ == "deadline" for t in told.content)
    return timed and any(t.tag_ == "TO" for t in told.content)


def _is_withheld(told: Told) -> bool:
    """ "declined to say whether it would step in" refuses an answer, not the step."""
    return any(t.lemma_.lower() in SILENT for t in told.cue) and opens_question(told.content)


def move_of(tokens: Iterable[Token]) -> tuple[Token | None, Move | None]:
    """What a cue does, and by which of its words; a telling word counts before a neutral one."""
    words = list(tokens)
    joined = " ".join(t.lemma_.lower() for t in words)
    for phrase in (joined, " ".join(t.lower_ for t in words)):
        if words and phrase in MOVES and " " in phrase:
            return _head(words), MOVES[phrase]
    found: tuple[Token | None, Move | None] = (_head(words) if words else None, None)
    for word in reversed(words):
        if word.is_punct or word.pos_ in ("DET", "PRON"):
            continue
        move = move_by(word)
        if move is not None and move is not Move.SAY:
            return word, move
        if move is Move.SAY and found[1] is None:
            found = (word, move)
    return found


def _head(words: list[Token]) -> Token:
    inside = {t.i for t in words}
    return next((t for t in words if t.head.i not in inside or t.head.i == t.i), words[0])


def _is_unsaid(top: Token) -> bool:
    """ "did not signal that he was ready", "if she refused": nothing of the kind was said."""
    if any(m.lower_ in ("if", "whether", "unless") for m in children(top, "mark")):
        return True
    if top.i and top.nbor(-1).lower_ in ("neither", "nor"):
        return True  # "has neither accepted nor rejected it"
    token = top
    for _ in range(3):
        if token.dep_ not in ("ccomp", "xcomp", "acl") or token.head.i == token.i:
            return False
        token = token.head
        if is_negated(token):
            return True
    return False


def _is_question(top: Token, told: Told) -> bool:
    if top.lemma_ not in ("ask", "request", "question", "wonder"):
        return False
    marks = [t.lower_ for t in told.content[:1]]
    return bool(marks) and (
        marks[0] in ("if", "whether", "why", "how", "what", "when", "who", "where", "which")
        or told.question
        or told.content[-1].text == "?"
    )
