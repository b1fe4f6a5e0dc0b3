"""What is told of another, of a thing, or in the passive: never that other's own move."""

from __future__ import annotations

from firstmove.reading.kinds.conditional import stands_still
from firstmove.reading.kinds.modality import is_tentative
from firstmove.reading.kinds.moving import keys_of, lemmas, move_by
from firstmove.reading.kinds.priced import GIVES_WAY, withheld
from firstmove.reading.kinds.somebody import is_crowd, is_of_a_party, is_somebody, may_be_its_own
from firstmove.reading.kinds.to_come import begun_by, future_act
from firstmove.reading.kinds.told import Judgement, Told
from firstmove.reading.lexicon.listed import words
from firstmove.reading.lexicon.stances import ANSWERS, FAILING_AWAY, WORSENING, WRONGS
from firstmove.reading.lexicon.vocabulary import COOPERATIVE, DECREEING, HOSTILE, STOPPING, Move
from firstmove.reading.parsing.predicates import Token, children, is_negated, is_passive, object_of
from firstmove.reading.parsing.verb_acts import act_of, is_future
from firstmove.statement import ConditionKind, Kind

# What befalls somebody, by nobody's decision.
HARMING = words("kill wound injure hurt drown destroy damage burn lose wreck ruin trap")
LEVIES = words("charge duty tariff levy tax fee fine surcharge penalty sanction ban curfew")
# What one side pays or gives another.
GIVEN = words("money rest remainder payment aid fund grant loan instalment balance half")
_NOBODY = frozenset("nobody none nothing".split())
# Told of another, it is that one's: "the union wants higher pay", said by the firm.
_ANOTHERS = frozenset({Move.WISH, Move.REQUEST, Move.COMMIT, Move.VOW})


def others_act(head: Token, doer: Token | None, told: Told, words: list[Token]) -> Judgement:
    """What is told of another: never that other's own move, only what the speaker says of it."""
    if not told.observing and stands_still(head, told.condition_kind, told.condition):
        return Judgement(Kind.REJECT, "nothing moves before")
    if not told.observing and (_whoever(head) or _met_with(head)):
        return Judgement(Kind.THREATEN, "whoever does it will meet with it")
    if not told.observing and doer is not None and _stops_work(head, doer, told):
        return Judgement(Kind.THREATEN, GIVES_WAY)
    if not told.observing and _levied(head) and _is_withheld(told):
        return Judgement(Kind.THREATEN, GIVES_WAY)
    if not told.observing and _nobody_yields(head, doer):
        return Judgement(Kind.REJECT, "nobody will")
    if not told.observing and doer is not None and _comes_in_return(head, doer, told):
        return Judgement(Kind.AGREE, "in return")
    if not told.observing and _lets_have(head, told):
        return Judgement(Kind.AGREE, "lets another have it on a condition")
    somebody = doer is not None and (is_somebody(doer) or (told.in_charge and is_crowd(doer)))
    if not somebody and not (told.observing or told.from_document):
        decided = _decided(head, doer, told)
        if decided is not None:
            return decided
    if is_future(head) or is_tentative(head):
        if _pays(head):
            return Judgement(Kind.WARN, "another will pay for it")
        bad = {t.lemma_.lower() for t in words} & WORSENING or (
            not is_negated(head)
            and (set(keys_of(head)) & FAILING_AWAY or (head.lemma_ in HARMING and doer is None))
        )
        if bad and told.condition:
            return Judgement(Kind.WARN, "bad consequence on a condition")
        if told.observing or told.from_document or doer is not None:
            return Judgement(Kind.ASSESS, "prediction about another")
        return Judgement(Kind.ASSESS, "prediction, by whom is not told")
    if head.lemma_ == "have" and somebody and not told.observing and _has_until(head):
        return Judgement(Kind.REQUEST, "a time to act in")
    if head.lemma_ == "owe" and somebody and lemmas(object_of(head)) & ANSWERS:
        if is_negated(head) or any(c.lower_ in _NOBODY for c in children(head, "dative", "dobj")):
            return Judgement(Kind.ASSESS, "claim about another")  # "owes nobody an explanation"
        return Judgement(Kind.REQUEST, "owes an answer")
    if doer is None and is_negated(head):
        return Judgement(Kind.STATE, "not done")
    if is_passive(head) and not is_negated(head) and _befalls(head, doer, told):
        return Judgement(Kind.ASSESS, "harm, by whom is not said")
    if doer is None or not (somebody or is_of_a_party(doer)) or is_negated(head):
        if doer is not None and may_be_its_own(doer):
            return Judgement(Kind.ASSESS, "told of what may be its own")
        return Judgement(Kind.ASSESS, "claim about the world")
    wrong = act_of(head) in (*HOSTILE, Kind.REJECT) or head.lemma_.lower() in WRONGS
    move = move_by(head)
    if wrong or move in (Move.THREATEN, Move.REFUSE):
        return Judgement(Kind.ACCUSE, "wrong done by another")
    if somebody and move in _ANOTHERS:
        return Judgement(Kind.ASSESS, "move of another")
    return Judgement(Kind.ASSESS, "claim about another" if somebody else "claim about the world")


def _befalls(head: Token, doer: Token | None, told: Told) -> bool:
    """ "Two were killed", "was hit by rockets", "we were forced to": not the speaker's doing."""
    if doer is None and head.lemma_ in HARMING:
        return True
    hostile = act_of(head) in (*HOSTILE, Kind.REJECT) or head.lemma_.lower() in WRONGS
    sufferer = next(iter(children(head, "nsubjpass")), None)
    upon = sufferer is not None and told.is_own(sufferer)
    anothers = doer is not None and not (is_somebody(doer) or is_of_a_party(doer))
    return hostile and (upon or anothers)


def _decided(head: Token, doer: Token | None, told: Told) -> Judgement | None:
    """ "The prisoners would be freed", "announced that drills would begin": by whom is not said, so
    it may be the speaker's own decision. None where it need not be."""
    announced = any(t.lemma_.lower() in DECREEING for t in told.cue)
    if head.lemma_ in HARMING:
        return None  # what befalls somebody is no decision
    passive = is_passive(head) and doer is None
    begun = None if passive else begun_by(head)
    if is_tentative(head) and not is_future(head):
        return None
    if not is_future(head):
        return Judgement(begun, "has begun") if begun and announced else None
    if begun is not None and announced:
        return Judgement(begun, "announces a beginning")
    if not passive and not announced:
        return None
    done = act_of(head) if passive else None
    if is_negated(head) and done in HOSTILE:
        return Judgement(Kind.STATE, "no hostile act")
    if is_negated(head) and done in COOPERATIVE:
        return Judgement(Kind.REJECT, f"will not be done: {done}")
    shut = head.lemma_ in ("close", "shut") and not told.condition  # for repairs, it may be
    if is_negated(head) or done is None or shut:
        return Judgement(Kind.STATE, "will be done, by whom is not told")
    return Judgement(future_act(head, done, told).kind, f"will be done: {done}")


def _has_until(head: Token) -> bool:
    """ "They have until Friday", "you have two days to leave"."""
    if any(c.lower_ == "until" for c in children(head, "prep")):
        return True
    time = object_of(head)
    timed = time is not None and time.ent_type_ in ("DATE", "TIME")
    return timed and any(t.tag_ == "TO" and t.i > head.i for t in head.subtree)


def _whoever(head: Token) -> bool:
    """ "Anyone who crosses the line will be shot": by whom needs no saying."""
    done_to = next(iter(children(head, "nsubjpass")), None)
    if done_to is None or is_negated(head) or not is_future(head) or children(head, "agent"):
        return False
    told = {done_to.lower_, *(c.lower_ for c in children(done_to, "det"))}
    anyone = told & {"anyone", "anybody", "any", "whoever", "everyone", "those"}
    doing = children(done_to, "relcl", "acl") or done_to.lower_ == "whoever"
    return bool(anyone and doing) and act_of(head) in (*HOSTILE, Kind.ACCUSE)


def _met_with(head: Token) -> bool:
    """ "Any attempt to board her would be met with force"."""
    deed = next(iter(children(head, "nsubjpass")), None)
    if deed is None or head.lemma_ not in ("meet", "answer") or not is_future(head):
        return False
    return not is_negated(head) and any(c.lower_ in ("any", "every") for c in children(deed, "det"))


def _lets_have(head: Token, told: Told) -> bool:
    """ "The candidates can have their money, provided they sign": it is the speaker's to give."""
    if told.condition_kind not in (ConditionKind.ONLY_IF, ConditionKind.IFF) or is_negated(head):
        return False
    may = any(a.lower_ in ("can", "may", "could", "might") for a in children(head, "aux"))
    return may and head.lemma_ in ("have", "keep", "get", "return", "stay") and not told.observing


def _stops_work(head: Token, doer: Token, told: Told) -> bool:
    """ "Work will stop on Monday if the firm has not torn up its order"."""
    work = doer.lemma_.lower() in ("work", "production") and head.lemma_ in STOPPING
    stops = work and is_future(head) and not told.in_charge
    return stops and _is_withheld(told)


def _is_withheld(told: Told) -> bool:
    return withheld(told.condition, told.condition_kind, told.is_own)


def _levied(head: Token) -> bool:
    """ "Oranges will be subject to a duty", "will face a curfew"."""
    things = children(head, "dobj") if head.lemma_ == "face" else []
    for said in children(head, "acomp"):
        if said.lemma_ == "subject":
            things += [p for c in children(said, "prep") for p in children(c, "pobj")]
    return is_future(head) and any(t.lemma_.lower() in LEVIES for t in things)


def _nobody_yields(head: Token, doer: Token | None) -> bool:
    """ "Nobody is going back for that", "no one will sign it"."""
    nobody = doer is not None and doer.lower_ in ("nobody", "none", "one")
    if not nobody or not is_negated(head):
        return False
    back = head.lemma_ == "go" and any(c.lower_ == "back" for c in head.children)
    ahead = is_future(head) or head.tag_ == "VBG"
    return ahead and (back or head.lemma_ in ("return", "sign", "surrender", "yield", "budge"))


def _comes_in_return(head: Token, doer: Token, told: Told) -> bool:
    """ "The rest would follow once the gates are open", "the money moves only if …"."""
    if told.condition_kind not in (ConditionKind.IF, ConditionKind.ONLY_IF, ConditionKind.IFF):
        return False
    given = doer.lemma_.lower() in GIVEN
    moved = head.lemma_ in ("follow", "come", "flow", "move", "arrive") and not is_negated(head)
    only = told.condition_kind is not ConditionKind.IF
    return given and moved and (is_future(head) or (only and head.tag_ in ("VBZ", "VBP")))


def _pays(head: Token) -> bool:
    """ "They will pay a heavy price", "will regret it": a threat it may be, by whom is not said."""
    thing = object_of(head)
    word = head.lemma_.lower()
    if is_negated(head) or not is_future(head):
        return False
    if word == "regret":
        return True
    paid = {"pay": ("price",), "face": ("consequence",), "bear": ("consequence",)}
    return thing is not None and thing.lemma_.lower() in paid.get(word, ())
