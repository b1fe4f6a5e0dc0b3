"""The rules for kinds: what one clause of what is said tells."""

from __future__ import annotations

from firstmove.reading.kinds.choice import ITS_TURN
from firstmove.reading.kinds.conditional import leaves_over_it
from firstmove.reading.kinds.cue_rules import by_commitment, by_move
from firstmove.reading.kinds.modality import is_tentative
from firstmove.reading.kinds.moving import (
    SUING,
    asks_a_court,
    complements_of,
    goes_to_court,
    move_by,
    toward_nobody,
    votes_no,
)
from firstmove.reading.kinds.others_act import others_act
from firstmove.reading.kinds.phrases import WAITING, clause_words, is_imperative, set_phrase
from firstmove.reading.kinds.priced import does_not_mind, priced
from firstmove.reading.kinds.to_come import (
    answer_of,
    begun_by,
    future_act,
    lasting_act,
    lasts,
    obliged_act,
    refused_act,
)
from firstmove.reading.kinds.told import Judgement, Told
from firstmove.reading.lexicon.stances import (
    ADMITTING,
    BLAMING,
    DISPLEASED,
    NEEDS,
    OBLIGING_ADJECTIVES,
    PAPERS,
    PLEASED,
    PRAISING,
    REFUSED_THINGS,
    REFUSING,
    REFUSING_PHRASES,
    RHETORICAL,
)
from firstmove.reading.lexicon.vocabulary import (
    ACTS,
    DECREEING,
    HOSTILE,
    LABOUR,
    MOVES,
    THINGS,
    Move,
)
from firstmove.reading.parsing.predicates import (
    Token,
    children,
    complement,
    doer_of,
    is_negated,
    is_passive,
    lemma_keys,
    object_of,
    subject,
)
from firstmove.reading.parsing.turns import let_act, on_whom
from firstmove.reading.parsing.verb_acts import (
    act_of,
    is_future,
    is_obliged,
    is_perfect,
    labour_strike,
    names_of,
    tense_past,
)
from firstmove.statement import ConditionKind, Kind

REFUSABLE = {
    "force",
    "talks",
    "deal",
    "truce",
    "offer",
    "permission",
    "support",
    "aid",
    "relations",
}


def clause_kind(head: Token, told: Told) -> Judgement:
    """What one clause of the content says."""
    if head.pos_ not in ("VERB", "AUX"):
        return _phrase(head, told)
    doer = doer_of(head)
    own = told.is_own(doer) and not (doer is None and is_passive(head))
    words = clause_words(head, told)
    text = " ".join(t.lower_ for t in words)
    said = complement(head)

    felt = next(iter(children(head, "nsubjpass")), None)
    if felt is not None and told.is_own(felt) and not is_negated(head):
        for table, kind in ((DISPLEASED, Kind.ACCUSE), (PLEASED, Kind.SUPPORT)):
            if head.lemma_.lower() in table:
                return Judgement(kind, f"is {head.lower_}")
    if doer is not None and any(e.lower_ == "there" for e in children(head, "expl")):
        things = {c for name in names_of(doer) for c in THINGS.get(name, ())}
        known = things & REFUSABLE or set(names_of(doer)) & REFUSED_THINGS
        if is_negated(head) and is_future(head) and known and not told.observing:
            return Judgement(Kind.REJECT, "there will be no")
    if (whose := on_whom(head)) is not None and not is_negated(head) and not told.observing:
        own_turn = told.is_own(whose)
        return Judgement(Kind.STATE, "own duty") if own_turn else Judgement(Kind.REQUEST, ITS_TURN)
    stance = set_phrase(head, text, said is not None)
    if stance is not None:
        return stance
    if said is not None:
        judged = _said_of(head, said, own, told)
        if judged is not None:
            return judged
    if lasts(head, doer):
        return lasting_act(head, doer, own, told)
    if told.direct and is_imperative(head):
        return _imperative(head, told)
    if is_obliged(head):
        return obliged_act(head, doer, own, told)
    if own:
        return _own_act(head, told)
    return others_act(head, doer, told, words)


def _said_of(head: Token, said: Token, own: bool, told: Told) -> Judgement | None:
    """X is Y: what the complement says of the subject."""
    word = said.lemma_.lower()
    negated = is_negated(head)
    said_so = f"not {word}" if negated else word
    if word in REFUSING:
        return Judgement(Kind.STATE if negated else Kind.REJECT, said_so)
    if word in BLAMING and not own:
        return Judgement(Kind.ASSESS if negated else Kind.ACCUSE, said_so)
    if word in PRAISING and not own:
        return Judgement(Kind.ASSESS if negated else Kind.SUPPORT, said_so)
    if word in ADMITTING and own and not negated and told.is_own(subject(head)):
        return Judgement(Kind.CONCEDE, f"is {word}")
    if word == "donor" and own and not negated:
        return Judgement(Kind.AID, "is a donor")
    if word in OBLIGING_ADJECTIVES and not negated:
        return Judgement(Kind.REQUEST, word)
    move = move_by(said)
    if move is None or move is Move.SAY:
        return None
    if not own:
        return Judgement(Kind.ASSESS, f"another is {word}")
    return (
        by_move(move, said, tuple(complements_of(said)), told, clause_kind)
        if (not negated or move is Move.COMMIT)
        else Judgement(Kind.STATE, f"not {word}")
    )


def _imperative(head: Token, told: Told) -> Judgement:
    """ "Open the gates" asks; "look, …", "imagine …", "let's assume …" ask for nothing."""
    below = children(head, "ccomp", "xcomp")
    if head.lemma_.lower() == "let":
        whom = {c.lower_ for b in below for c in children(b, "nsubj")}
        whom |= {c.lower_ for c in children(head, "dobj", "dative", "nsubj")}
        if "me" in whom or any(b.lemma_.lower() in RHETORICAL for b in below):
            return Judgement(Kind.STATE, "way of speaking")
        if let_act(head) is not None:
            return Judgement(Kind.REQUEST, ITS_TURN)
    beside = head.doc[head.i : head.i + 2]
    inside = {t.i for t in told.content}
    if beside.text.lower() in WAITING and not any(b.i in inside for b in below):
        return Judgement(Kind.STATE, "way of speaking")
    if head.lemma_.lower() in RHETORICAL:
        said = next((b for b in below if children(b, "nsubj", "nsubjpass")), None)
        return Judgement(Kind.STATE, "way of speaking") if said is None else clause_kind(said, told)
    after = [c for c in children(head, "conj") if any(a.tag_ == "MD" for a in children(c, "aux"))]
    if any(subject(c) is not None and told.is_own(subject(c)) for c in after):
        return Judgement(Kind.REQUEST, "asks for it first")  # "open it, and we will talk"
    return Judgement(Kind.REQUEST, "imperative")


def _own_act(head: Token, told: Told) -> Judgement:
    """The speaker's own act: refused, future, done."""
    if head.lower_ == "going" and not is_negated(head):
        head = next(iter(children(head, "xcomp")), head)  # "is going to ask"
    keys = lemma_keys(head)
    long_move = next((MOVES[k] for k in keys if " " in k and k in MOVES), None)
    done = act_of(head)
    plain_move = MOVES.get(keys[-1])
    inner = tuple(c for c in complements_of(head) if c not in told.condition)
    if labour_strike(head) or _walks_out(head):
        done = Kind.PROTEST
    specific = done is not None and plain_move is not None and act_of(head, specific=True) == done
    move = long_move or (None if specific else plain_move)
    if move is Move.REFUSE and done in (Kind.CONCEDE, Kind.RETREAT):
        move = None  # "called off the strike"
    if move is Move.COMMIT and head.lemma_ == "open" and head.pos_ == "VERB":
        move = None  # "opened a corridor": "open to talks" is the adjective
    if (bargained := priced(head, done, move, told)) is not None:
        return bargained
    right = object_of(head) if head.lemma_ == "reserve" else None
    if right is not None and right.lemma_ == "right" and told.condition_kind is ConditionKind.IF:
        return Judgement(Kind.THREATEN, "bent on it")  # "reserves the right to close it if"
    tied = told.condition_kind is ConditionKind.IF and is_future(head) and not is_negated(head)
    if tied and leaves_over_it(head, told.condition, told.is_own):
        return Judgement(Kind.THREATEN, "leaves over it")
    if head.lemma_ == "vote" and is_future(head) and votes_no(head):
        return Judgement(Kind.REJECT, "votes no")
    if is_future(head) and not is_negated(head) and asks_a_court(head):
        return Judgement(Kind.THREATEN, "will go to court")
    if goes_to_court(head):
        if is_future(head) and not is_negated(head):
            return Judgement(Kind.STATE, "goes to court")
        move, done, plain_move = None, None, None
    if toward_nobody(head):
        move, done, plain_move = None, None, None
    sues = head.lemma_ in SUING or "take to court" in keys
    if move is Move.BLAME and sues and is_future(head) and not is_negated(head):
        return Judgement(Kind.THREATEN, "will go to court")
    begun = begun_by(head)
    if begun is not None and not is_future(head):
        return Judgement(begun, "has begun")
    paper = object_of(head)
    if paper is not None and paper.lemma_.lower() in PAPERS and not is_negated(head):
        for clause in children(paper, "acl"):
            stated = move_by(clause)
            if stated not in (None, Move.SAY) and clause.tag_ == "VBG":
                assert stated is not None
                return by_move(stated, clause, tuple(complements_of(clause)), told, clause_kind)
    passive = is_passive(head) and not children(head, "agent")
    if (
        is_future(head)
        and not is_negated(head)
        and answer_of(head, told)
        in (
            Kind.THREATEN,
            Kind.AGREE,
        )
    ):
        return future_act(head, done, told)
    if move is Move.SAY and not passive and not is_negated(head):
        return _said_by_itself(head, inner, told)
    if move is not None and move is not Move.SAY and not passive:
        return by_move(move, head, inner, told, clause_kind)
    if is_negated(head):
        if does_not_mind(head):
            in_return = told.condition_kind is ConditionKind.ONLY_IF
            return Judgement(Kind.AGREE, "in return" if in_return else "does not mind")
        return refused_act(head, done)
    to_come = is_future(head) or not (tense_past(head) or is_perfect(head))
    if told.condition_kind is ConditionKind.UNLESS and to_come and done in (*HOSTILE, Kind.RETREAT):
        return Judgement(Kind.THREATEN, f"unless: {done}")
    if head.lemma_ == "vote" and (chosen := next(iter(children(head, "xcomp")), None)) is not None:
        done = Kind.PROTEST if labour_strike(chosen) else act_of(chosen)
        return by_commitment(Move.VOW, head, (chosen,), done, told, clause_kind)
    if is_future(head):
        return future_act(head, done, told)
    if is_tentative(head):
        return Judgement(Kind.STATE, "tentative")
    if passive:
        return Judgement(Kind.STATE, "passive")
    if done is not None:
        return Judgement(done, "own act")
    return Judgement(Kind.STATE, "own position")


def _walks_out(head: Token) -> bool:
    """ "The teachers walked out": who works for a living refuses no talks by it."""
    doer = subject(head)
    out = any(c.lower_ == "out" for c in head.children)
    told = [] if doer is None else list(doer.subtree)  # a capital may hide the singular
    at_work = any({t.lemma_.lower(), t.lower_.removesuffix("s")} & LABOUR for t in told)
    return bool(head.lemma_ == "walk" and out and at_work)


def _said_by_itself(head: Token, inner: tuple[Token, ...], told: Told) -> Judgement:
    """ "X has said it will …" inside the content: what X says there; "expressed its refusal"."""
    for below in (*inner, *children(head, "dobj")):
        if below.dep_ in ("ccomp", "xcomp") or below.pos_ == "NOUN":
            judged = clause_kind(below, told)
            if judged.kind not in (Kind.STATE, Kind.ASSESS):
                return judged
    done = act_of(head, specific=True)
    return Judgement(Kind.STATE, "says") if done is None else Judgement(done, "own act")


def _phrase(head: Token, told: Told) -> Judgement:
    """A noun phrase as content: "its willingness to talk", "the importance of X acting"."""
    word = head.lemma_.lower()
    owners = children(head, "poss")
    own = told.is_own(owners[0]) if owners else True
    text = " ".join(t.lower_ for t in head.subtree)
    if any(phrase in text for phrase in REFUSING_PHRASES):
        return Judgement(Kind.REJECT, "set phrase")
    if word in REFUSING:
        return Judgement(Kind.REJECT, word)
    if word in NEEDS:
        return Judgement(Kind.REQUEST, f"{word} of an act")
    if word == "strike" and any(t.lemma_.lower() in DECREEING for t in told.cue):
        day = any(t.ent_type_ in ("DATE", "TIME") for t in head.subtree)
        if day or any(t.lemma_.lower() in LABOUR for c in told.cue for t in c.sent):
            return Judgement(Kind.PROTEST, "announces a walk-out")
    decreed = ACTS.get(word) if any(t.lemma_.lower() in DECREEING for t in told.cue) else None
    if decreed is not None and own and decreed is not Kind.REQUEST:
        return Judgement(decreed, f"announces {word}")
    move = move_by(head)
    if move is not None and move is not Move.SAY:
        if not own:
            return Judgement(Kind.ASSESS, f"another's {word}")
        return by_move(move, head, tuple(complements_of(head)), told, clause_kind)
    if word in BLAMING:
        return Judgement(Kind.ACCUSE, word)
    return Judgement(Kind.STATE if own else Kind.ASSESS, "names a thing")
