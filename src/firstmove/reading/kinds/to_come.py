"""Acts to come, that last or that are owed: what will, goes on and must make of an act."""

from __future__ import annotations

from firstmove.reading.condition_clauses.bounds import goes_on
from firstmove.reading.kinds.conditional import LEAVING, in_return, presses_on, yields
from firstmove.reading.kinds.modality import STATES, is_tentative
from firstmove.reading.kinds.moving import UNWILLED, willed
from firstmove.reading.kinds.told import WARNS_OF_OWN, Judgement, Told
from firstmove.reading.lexicon.listed import words
from firstmove.reading.lexicon.stances import HARSH, MILD, REPLIES
from firstmove.reading.lexicon.vocabulary import ACT_OF_THING, COOPERATIVE, HOSTILE, THINGS
from firstmove.reading.parsing.clauses import is_animate
from firstmove.reading.parsing.predicates import (
    Token,
    children,
    is_negated,
    main_predicates,
    object_of,
)
from firstmove.reading.parsing.turns import goes_first
from firstmove.reading.parsing.verb_acts import (
    act_of,
    is_future,
    is_perfect,
    names_of,
    tense_past,
)
from firstmove.statement import ConditionKind, Kind


def lasts(head: Token, doer: Token | None) -> bool:
    """ "The strike will go on", "the levy stays": something imposed, and told to last."""
    if doer is None or is_negated(head) or tense_past(head) or not goes_on(head):
        return False
    if object_of(head) is not None or children(head, "acomp", "xcomp"):
        return False
    things = set(THINGS.get(doer.lemma_.lower(), ()))
    return bool(things & {"attack", "protest", "restriction"}) or is_kept(head, doer)


def is_kept(head: Token, doer: Token) -> bool:
    """ "The rota stays", "our offer will stand": a thing that is at stake is not changed."""
    still = head.lemma_ in ("stay", "stand") and not children(head, "acomp", "prep", "advmod")
    named = any(c.dep_ in ("det", "poss") for c in doer.children)
    return still and named and doer.pos_ == "NOUN" and not is_animate(doer)


def lasting_act(head: Token, doer: Token | None, own: bool, told: Told) -> Judgement:
    """The speaker's own hostile act that lasts until another gives way is a threat of more of it.

    Unbounded it declares a position. Of another's it is a prediction, unless it is present and
    unbounded: "the levy stays".
    """
    if own:
        kind = Kind.THREATEN if told.condition else Kind.STATE
        return Judgement(kind, "its own act goes on")
    if doer is not None and is_kept(head, doer) and not (told.condition or told.observing):
        return Judgement(Kind.STATE, "it stays as it is")
    stays = not is_future(head) and not is_tentative(head) and not told.condition
    plain = doer is not None and all(c.dep_ == "det" for c in doer.children)
    return Judgement(
        Kind.STATE if stays and plain and told.direct else Kind.ASSESS, "an imposed thing lasts"
    )


def obliged_act(head: Token, doer: Token | None, own: bool, told: Told) -> Judgement:
    if any(a.lemma_ == "have" for a in children(head, "aux")) and head.tag_ == "VBN":
        return Judgement(Kind.ASSESS, "must have been")
    if head.tag_ == "VBG" and any(a.lower_ == "must" for a in children(head, "aux")):
        return Judgement(Kind.ASSESS, "must have been")  # "they must be joking"
    if own and doer is not None:
        act = next(iter(children(head, "xcomp")), head) if head.lemma_ == "have" else head
        tied = told.condition_kind in (ConditionKind.IF, ConditionKind.UNLESS)
        if tied and act is not head and is_future(head) and is_deed(act):
            return Judgement(Kind.WARN, WARNS_OF_OWN)  # "would have to close it if …"
        wanted = act.lemma_ in ("have", "get", "see", "receive", "obtain", "know")
        return Judgement(
            Kind.REQUEST if wanted else Kind.STATE, "must have" if wanted else "own duty"
        )
    return Judgement(Kind.REQUEST, "obligation put on another")


def refused_act(head: Token, done: Kind | None) -> Judgement:
    if done in HOSTILE:
        # "we did not attack" denies a claim; "we will not attack" is a promise that no rule reads
        denies = tense_past(head) or is_perfect(head)
        return Judgement(Kind.REJECT if denies else Kind.STATE, "no hostile act")
    going = head.lower_ == "going" and next(iter(children(head, "xcomp")), None)
    if (is_future(head) and is_deed(head)) or (going and is_deed(going)):
        return Judgement(Kind.REJECT, "will not do it")
    if is_future(head) or head.lemma_ in ("accept", "recognise", "recognize", "tolerate"):
        return Judgement(Kind.REJECT, "will not")
    if done in COOPERATIVE and not (tense_past(head) or is_perfect(head)):
        return Judgement(Kind.REJECT, "does not")
    return Judgement(Kind.STATE, "not done")


def is_deed(head: Token) -> bool:
    """ "Talk", "sign": done by whoever wants to; not "know", "survive", "be able"."""
    return head.pos_ == "VERB" and head.lemma_.lower() not in UNWILLED | STATES | _BEFALLING


def future_act(head: Token, done: Kind | None, told: Told) -> Judgement:
    if head.lemma_ == "like" and of_another(head):
        return Judgement(Kind.REQUEST, "would like another's act")
    reply = answer_of(head, told)
    if reply is not None:
        return Judgement(reply, "reply")
    if done is None and goes_first(head):
        done = Kind.CONCEDE
    if in_return(head, done, told.condition, told.condition_kind, told.is_own):
        return Judgement(Kind.AGREE, "in return")
    if done in HOSTILE or done is Kind.ACCUSE:
        bent = any(c.lemma_ in ("hesitate", "have") for c in children(head, "dep"))
        return Judgement(Kind.THREATEN, "bent on it" if bent else f"will: {done}")
    unmoved = done in (None, Kind.RETREAT) and told.condition_kind is ConditionKind.IF
    if unmoved and willed(head) and presses_on(told.condition, told.is_own):
        return Judgement(Kind.THREATEN, "if another presses on")
    if done in COOPERATIVE:
        return Judgement(Kind.AGREE, f"will: {done}")
    if done is not None:
        return Judgement(done, f"will: {done}")
    if head.lemma_ in ("stay", "remain") and not children(head, "prt", "advmod", "acomp"):
        return Judgement(Kind.STATE, "it stays as it is")
    priced = told.condition_kind is ConditionKind.IF and head.lemma_.lower() not in LEAVING
    if priced and willed(head) and _would(head) and yields(told.condition, told.is_own):
        return Judgement(Kind.AGREE, "for what another gives up")
    return Judgement(Kind.STATE, "own plan" if willed(head) else "what befalls it")


def _would(head: Token) -> bool:
    """ "Would draw less": with "will" a plan is as likely as an offer."""
    return any(c.lower_ in ("would", "could") for c in children(head, "aux"))


def of_another(wish: Token) -> bool:
    """ "Would like X to act", "would like (to see) it done": an act of others is wished for."""
    whom = bool(children(wish, "dobj"))
    below = children(wish, "xcomp", "ccomp")
    seen = [c for b in below if b.lemma_ == "see" for c in children(b, "ccomp")]
    told = any(children(b, "nsubj", "nsubjpass") for b in (*below, *seen))
    return bool(below) and (whom or told)


def answer_of(head: Token | None, told: Told) -> Kind | None:
    """ "Respond" takes its colour from its own words, then from the condition."""
    if head is None or head.lemma_.lower() not in REPLIES:
        return None
    ways = [c for by in children(head, "prep") if by.lower_ == "by" for c in children(by, "pcomp")]
    if any(act_of(way) in HOSTILE or way.lemma_.lower() in LEAVING for way in ways):
        return Kind.THREATEN  # "would respond by closing the border"
    asked = list(main_predicates(told.condition))
    in_kind = any(t.lemma_.lower() == "kind" for t in _core(head))
    for heads in (asked, [head]) if in_kind else ([head], asked):
        if any(goes_first(top) for top in heads):
            return Kind.AGREE
        lemmas = {t.lemma_.lower() for top in heads for t in _core(top)}
        if lemmas & HARSH and not lemmas & MILD:
            return Kind.THREATEN
        if lemmas & MILD and not lemmas & HARSH:
            return Kind.AGREE
    return Kind.STATE


def _core(head: Token) -> list[Token]:
    """A clause's words without the clauses inside it: "signals" but not what they are about."""
    out: set[int] = set()
    for token in head.subtree:
        if token.i != head.i and token.dep_ in ("relcl", "acl", "advcl", "conj", "parataxis"):
            out.update(t.i for t in token.subtree if t.i != head.i)
    return [t for t in head.subtree if t.i not in out]


def begun_by(head: Token) -> Kind | None:
    """What begins with a thing that begins: "the walkout had begun", "drills will start"."""
    if head.lemma_.lower() not in ("begin", "start", "resume", "commence"):
        return None
    thing = next(iter(children(head, "nsubj")), None)
    if thing is None or is_negated(head) or children(head, "dobj", "xcomp", "ccomp"):
        return None
    if thing.lemma_.lower() in ("strike", "walkout", "stoppage"):
        return Kind.PROTEST
    classes = {c for name in names_of(thing) for c in THINGS.get(name, ())}
    return next((ACT_OF_THING["start", c] for c in BEGUN if c in classes), None)


_BEFALLING = words(
    "survive last happen matter forget die win succeed recover suffice realise realize learn find "
    "change work reach escape notice rest exist occur"
)
BEGUN = ("protest", "force", "truce", "talks", "joint")
