"""What a cue that is itself a move, and a commitment or plan, make of what follows."""

from __future__ import annotations

from collections.abc import Callable

from firstmove.reading.kinds.conditional import gives_way
from firstmove.reading.kinds.moving import (
    adjective_negated,
    agrees_with_words,
    asks_a_court,
    closes,
    for_being_there,
    move_by,
    no_refusal,
    of_anothers,
    willed,
)
from firstmove.reading.kinds.priced import GIVES_WAY, withheld
from firstmove.reading.kinds.to_come import (
    answer_of,
)
from firstmove.reading.kinds.told import WARNS_OF_OWN, Judgement, Told
from firstmove.reading.lexicon.stances import SUPPORTING
from firstmove.reading.lexicon.vocabulary import COOPERATIVE, HOSTILE, OPEN_WHEN_NEGATED, Move
from firstmove.reading.parsing.clauses import is_animate
from firstmove.reading.parsing.laid_out import laid_out
from firstmove.reading.parsing.predicates import (
    Token,
    children,
    is_negated,
    is_passive,
    main_predicates,
    subject,
)
from firstmove.reading.parsing.verb_acts import (
    act_of,
    is_future,
    is_obliged,
    is_perfect,
    tense_past,
)
from firstmove.statement import ConditionKind, Kind

_AGREEING = frozenset("accept agree approve consent".split())
_GETTING = frozenset("benefit enjoy get have keep receive retain see".split())
ClauseKind = Callable[[Token, Told], Judgement]

DEMANDS = {"demand", "ultimatum", "request"}
_BACKING = frozenset("back endorse support".split())
KEEPING = {"keep", "remain", "stay", "retain"}
PLANNING = {"plan", "intend", "decide", "schedule", "propose"}


def closes_its_own(head: Token, told: Told) -> bool:
    """ "Plans to shut the square to cars": with no condition, no threat."""
    return head.lemma_ in ("shut", "close") and not told.condition


def _is_ahead(verb: Token) -> bool:
    return is_future(verb) or (verb.tag_ == "VB" and verb.dep_ == "xcomp")


def by_move(
    move: Move,
    top: Token,
    heads: tuple[Token, ...],
    told: Told,
    clause_kind: ClauseKind,
) -> Judgement:
    """A cue that is itself a move, and what negation, tense and its content make of it."""
    negated = is_negated(top)
    if (negated or adjective_negated(top)) and move in OPEN_WHEN_NEGATED:
        return Judgement(Kind.STATE, f"not {move}: left open")
    if move is Move.REFUSE and closes(top, heads):
        return Judgement(Kind.STATE, "not ruled out: left open")
    if move is Move.REFUSE and not negated and (other := no_refusal(top)) is not None:
        return other
    if move in (Move.REFUSE, Move.DENY):
        return Judgement(Kind.REJECT, move)
    if move is Move.BLAME:
        return Judgement(Kind.ACCUSE, move)
    if move is Move.REQUEST:
        if asks_a_court(top) and told.is_own(subject(top)) and _is_ahead(top):
            return Judgement(Kind.THREATEN, "will go to court")
        if top.pos_ == "NOUN":
            return Judgement(Kind.REQUEST, "a call for an act")
        whom = next(iter(children(top, "dobj", "dative")), None)
        asked = whom is not None and is_animate(whom) and not told.is_own(whom)
        return Judgement(Kind.REQUEST, "asks somebody for it" if asked else move)
    if move is Move.THREATEN:
        return Judgement(Kind.THREATEN, move)
    if move is Move.JUDGE:
        for clause in (*children(top, "ccomp"), *heads):
            doer = subject(clause)
            if negated or doer is None or told.is_own(doer) or not is_obliged(clause):
                continue
            if not any(a.lemma_ == "have" for a in children(clause, "aux")):
                return Judgement(Kind.REQUEST, "believes that another should act")
        return Judgement(Kind.ASSESS, move)
    if move is Move.WARN:
        own = [h for h in heads if h.pos_ in ("VERB", "AUX") and subject(h) is not None]
        clauses = [clause_kind(h, told) for h in own if told.is_own(subject(h))]
        hostile = any(c.kind in (*HOSTILE, Kind.REJECT) for c in clauses)
        if not hostile and any(told.is_own(subject(h)) and willed(h) for h in own):
            return Judgement(Kind.WARN, WARNS_OF_OWN)
        return Judgement(
            Kind.THREATEN if hostile else Kind.WARN,
            "warns of the speaker's own act" if hostile else move,
        )
    acts = [h for h in heads if h.pos_ == "VERB"]
    done = next((a for a in map(act_of, acts) if a is not None), None)
    if move is Move.WISH:
        if negated:
            return Judgement(Kind.REJECT, "does not want")
        to_do = bool(acts) and acts[0].dep_ == "xcomp" and not children(acts[0], "nsubj")
        to_do = to_do and not children(top, "dobj")
        if to_do and done in (Kind.CONSULT, Kind.COOPERATE, Kind.RETREAT, Kind.AID):
            return Judgement(Kind.AGREE, "wants to cooperate")
        if to_do and acts[0].lemma_ in KEEPING:
            return Judgement(Kind.STATE, "wants to keep what it has")
        if to_do and top.lemma_ in ("want", "wish"):
            return Judgement(Kind.STATE, "own plan")
        return Judgement(Kind.REQUEST, move)
    if top.lemma_ == "agree" and not negated and agrees_with_words(top):
        return Judgement(Kind.SUPPORT, "agrees with what was said")
    if move in (Move.COMMIT, Move.VOW):
        return by_commitment(move, top, heads, done, told, clause_kind)
    if move is Move.MEET:
        if negated:
            return Judgement(Kind.REJECT, "will not meet")
        return Judgement(Kind.AGREE if is_future(top) else Kind.CONSULT, move)
    if top.lemma_ == "thank" and for_being_there(top):
        return Judgement(Kind.STATE, "way of speaking")
    if top.lemma_ == "thank" and {c.lemma_.lower() for c in children(top, "dobj", "nsubj")} & {
        "god",
        "goodness",
        "heaven",
        "lord",
    }:
        return Judgement(Kind.STATE, "way of speaking")
    if move is Move.YIELD and top.lemma_ == "plead":
        return Judgement(Kind.REJECT if negated else Kind.CONCEDE, move)
    if move is Move.YIELD and top.lemma_ == "regret" and of_anothers(top, heads, told.is_own):
        return Judgement(Kind.ASSESS, "regrets what is not its own")
    if negated:  # PRAISE, YIELD
        firm = not (tense_past(top) or is_perfect(top))
        return Judgement(Kind.REJECT if firm else Kind.STATE, f"not {move}")
    if move is Move.YIELD:
        return Judgement(Kind.AGREE if is_future(top) else Kind.CONCEDE, move)
    if is_future(top):
        return Judgement(Kind.AGREE if top.lemma_ in SUPPORTING else Kind.STATE, f"will {move}")
    return Judgement(Kind.SUPPORT, "stands behind it" if top.lemma_ in _BACKING else move)


def by_commitment(
    move: Move,
    top: Token,
    heads: tuple[Token, ...],
    done: Kind | None,
    told: Told,
    clause_kind: ClauseKind,
) -> Judgement:
    demand = next((h for h in heads if h.lemma_.lower() in DEMANDS and h.pos_ == "NOUN"), None)
    if demand is not None and not is_negated(top):
        return Judgement(Kind.REQUEST, "a call for an act")  # "agreed on a first demand"
    if is_negated(top) or adjective_negated(top):
        # "has not agreed" tells of no refusal; "is not willing", "will not accept" do
        open_ = tense_past(top) and top.pos_ == "VERB"
        return Judgement(Kind.STATE if open_ or is_perfect(top) else Kind.REJECT, f"not {move}")
    plan = next((p for h in heads if (p := laid_out(h)) is not None), None)
    if plan is not None and not told.is_own(subject(plan)) and _puts_forward(top):
        return Judgement(Kind.REQUEST, "proposes that another act")
    clause = next((h for h in heads if children(h, "nsubj", "nsubjpass")), None)
    if clause is not None and not told.is_own(subject(clause)):
        if top.lemma_ in ("propose", "suggest", "proposal", "suggestion", "offer"):
            # "proposed that they wait": a bare verb, or a present that the past cue did not shift
            present = clause.tag_ == "VBP" and top.tag_ in ("VBD", "VBN")
            bare = (clause.tag_ == "VB" or present) and not children(clause, "aux")
            asked = bare or is_obliged(clause)
            return (
                Judgement(Kind.REQUEST, "proposes that another act")
                if asked
                else clause_kind(clause, told)
            )
        if _by_another(clause):
            return Judgement(Kind.ASSESS, "prediction about another")
        return Judgement(Kind.AGREE if move is Move.COMMIT else Kind.STATE, move)
    if clause is not None and top.lemma_ in ("suggest", "suggestion"):
        return clause_kind(clause, told)
    first = next((h for h in heads if h.pos_ in ("VERB", "AUX")), None)
    refused = first is not None and is_negated(first)
    if move is Move.VOW:
        if refused:
            return Judgement(Kind.REJECT, "vows not to")
        if first is not None and top.lemma_ in PLANNING and closes_its_own(first, told):
            return Judgement(Kind.STATE, "own plan to close")
        if done in HOSTILE or answer_of(first, told) is Kind.THREATEN:
            return Judgement(Kind.THREATEN, f"{move}: {done}")
        if done is Kind.RETREAT and withheld(told.condition, told.condition_kind, told.is_own):
            return Judgement(Kind.THREATEN, GIVES_WAY)
        if done in COOPERATIVE:
            return Judgement(Kind.AGREE, f"{move}: {done}")
        if top.lemma_ in ("vow", "swear") and told.condition_kind is ConditionKind.UNLESS:
            return Judgement(Kind.THREATEN, "vows it unless another acts")
        inner = None if first is None else move_by(first)
        if first is not None and inner not in (None, Move.SAY, Move.VOW):
            assert inner is not None
            return by_move(inner, first, (), told, clause_kind)
        return Judgement(Kind.STATE, move)
    offered = done is Kind.SANCTION and _agreed_to(told)
    if done in HOSTILE - {Kind.PROTEST, Kind.MOBILIZE} and not (refused or offered):
        return Judgement(Kind.THREATEN, f"ready for {done}")
    on_price = told.condition_kind in (ConditionKind.IF, ConditionKind.ONLY_IF, ConditionKind.IFF)
    return Judgement(Kind.AGREE, "in return" if on_price and not refused else move)


def _agreed_to(told: Told) -> bool:
    """ "Willing to scrap the subsidy if Velm agreed to …": offered, and held over nobody."""
    asked = any(t.lemma_.lower() in _AGREEING for t in main_predicates(told.condition))
    return asked and gives_way(told.condition, told.is_own)


def _puts_forward(top: Token) -> bool:
    forward = any(c.lower_ == "forward" for c in children(top, "prt", "advmod"))
    return top.lemma_ in ("propose", "suggest", "table", "float", "present", "offer") or (
        top.lemma_ == "put" and forward
    )


def _by_another(clause: Token) -> bool:
    """ "promised that Velm would pay": an act of one who is named, not what they get."""
    doer = subject(clause)
    named = doer is not None and doer.pos_ == "PROPN"
    return (
        named
        and clause.pos_ == "VERB"
        and not is_passive(clause)
        and (clause.lemma_ not in _GETTING)
    )
