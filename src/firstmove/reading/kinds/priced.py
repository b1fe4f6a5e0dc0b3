"""An own act that has its price: offered for what another does, or threatened if it does not."""

from __future__ import annotations

from collections.abc import Callable

from firstmove.reading.kinds.conditional import FAILING, GRANTING, LEAVING, gives_way
from firstmove.reading.kinds.modality import is_tentative
from firstmove.reading.kinds.somebody import is_somebody
from firstmove.reading.kinds.told import Judgement, Told
from firstmove.reading.lexicon.listed import words
from firstmove.reading.lexicon.vocabulary import COOPERATIVE, HOSTILE, Move
from firstmove.reading.parsing.predicates import (
    Token,
    children,
    is_negated,
    is_passive,
    main_predicates,
    subject,
)
from firstmove.reading.parsing.verb_acts import act_of, is_future
from firstmove.statement import ConditionKind, Kind

ENDING = words("drop shelve withdraw lift waive")  # what one has against another
_PROVISOS = words("provided providing condition")  # nobody threatens on those
GIVES_WAY = "unless another gives way"


def priced(head: Token, done: Kind | None, move: Move | None, told: Told) -> Judgement | None:
    """What the condition makes of the speaker's own act to come; None where it makes nothing.

    ``done`` and ``move``: what the tables know of the act by itself.
    """
    if not (is_future(head) or is_tentative(head)):
        return None
    ends = move is Move.REFUSE or head.lemma_ in ENDING
    if offered(head, done, told) or (
        ends and gives_up(head, told.condition, told.condition_kind, told.is_own)
    ):
        return Judgement(Kind.AGREE, "in return")
    harms = done not in COOPERATIVE - {Kind.RETREAT, Kind.CONCEDE} and not is_negated(head)
    if move in (Move.COMMIT, Move.SAY) or not harms:
        return None
    if withheld(told.condition, told.condition_kind, told.is_own):
        return Judgement(Kind.THREATEN, GIVES_WAY)
    return None


def offered(head: Token, done: Kind | None, told: Told) -> bool:
    """ "Would recommend it only if …", "could shelve the tax provided that …": an own act that is
    told on what another has to do first is an offer, whatever the act is called; one that does harm
    only where the other gives way."""
    condition = told.condition
    if told.condition_kind not in (ConditionKind.ONLY_IF, ConditionKind.IFF) or is_negated(head):
        return False
    granted = any(t.lower_ in _PROVISOS for t in condition[:2]) or gives_way(condition, told.is_own)
    if not granted and (done in HOSTILE or head.lemma_.lower() in LEAVING):
        return False
    heads = main_predicates(condition)
    failing = any(h.lemma_.lower() in FAILING for h in heads)
    return not failing and not any(h.pos_ == "VERB" and is_negated(h) for h in heads[:1])


def withheld(
    condition: tuple[Token, ...],
    kind: ConditionKind | None,
    is_own: Callable[[Token | None], bool],
) -> bool:
    """ "Will leave unless he signs", "if he has not signed": on what another fails to give."""
    heads = main_predicates(condition)
    if not heads or heads[0].pos_ not in ("VERB", "AUX") or heads[0].tag_ == "MD":
        return False  # "if the hospital could not"
    head = heads[0]
    doer = subject(head)
    if doer is None or (is_own(doer) and not is_passive(head)):
        return False
    word = head.lemma_.lower()
    harms = word in FAILING or act_of(head) in HOSTILE
    gives = word in GRANTING or act_of(head) in COOPERATIVE
    if not gives and not harms and not is_passive(head):
        named = doer.lower_ in ("he", "she", "they") or is_somebody(doer)
        gives = named or bool(children(head, "dobj"))  # "unless the town mends the road"
    if kind is ConditionKind.UNLESS:
        return gives and not is_negated(head)
    if kind is not ConditionKind.IF:
        return False
    return (gives and is_negated(head)) or (word in ("refuse", "fail") and not is_negated(head))


def gives_up(
    head: Token,
    condition: tuple[Token, ...],
    kind: ConditionKind | None,
    is_own: Callable[[Token | None], bool],
) -> bool:
    """ "Would drop the suit if the firm dug a marsh": what it ends, for what another does."""
    if kind is not ConditionKind.IF or is_negated(head):
        return False
    return gives_way(condition, is_own)


def does_not_mind(head: Token) -> bool:
    """ "Has nothing against an audit", "has no objection to it"."""
    things = children(head, "dobj", "attr")
    against = any(c.lower_ in ("against", "to") for t in things for c in children(t, "prep"))
    return against and any(t.lemma_.lower() in ("nothing", "objection", "quarrel") for t in things)
