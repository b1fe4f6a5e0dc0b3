"""What a condition makes of an act: the same words offer or threaten by what they answer.

"Will stop deliveries if the town pays nothing" threatens, "will stop drilling if the town pays"
offers: whether the condition is that another gives way, or that it does not.
"""

from __future__ import annotations

from collections.abc import Callable

from firstmove.reading.kinds.somebody import is_somebody
from firstmove.reading.lexicon.listed import words
from firstmove.reading.lexicon.vocabulary import COOPERATIVE, HOSTILE, THINGS
from firstmove.reading.parsing.predicates import (
    Token,
    children,
    is_negated,
    is_passive,
    main_predicates,
    subject,
)
from firstmove.reading.parsing.verb_acts import act_of
from firstmove.statement import ConditionKind, Kind

# What another does who gives what is asked, beside the acts that cooperate by themselves.
GRANTING = words(
    "pay agree accept consent grant allow permit drop lift lower raise restore withdraw return "
    "release reopen open rehire reinstate sign respect honour honor guarantee promise pledge "
    "commit compensate cover repay refund fund provide meet fulfil fulfill comply cooperate stop "
    "end cease halt abandon scrap shelve cancel waive apologise apologize recognise recognize "
    "negotiate resume fix repair help join share let approve back support sign spare exempt "
    "consult modernise modernize invest hire hand grow give deliver build dig vote attend free "
    "start fit renounce"
)
# What another does who wants to talk: to come then is to agree.
CALLING = words("call ask invite want need request offer propose approach phone write")
COMING = words("come attend go listen talk answer join meet return sit respond")
# What makes the condition one in which nothing is given.
FAILING = words(
    "refuse fail reject ignore resist resume continue break persist attack delay decline block"
)
PRESSING = words("proceed persist impose insist continue reject ignore")
_AHEAD = frozenset("ahead on through".split())
# Going away, which may be meant well or ill.
LEAVING = words("leave quit exit resign step abandon")


# What is shared with others: to leave it is no giving way.
SHARED = words(
    "accord agreement alliance arbitration assembly bloc cabinet coalition commission council deal "
    "government mediation negotiation pact parliament talk treaty union"
)
# Given, it is given to those who asked for it, and a condition of nothing but an answer in kind.
YIELDING = words(
    "pay release free rehire reinstate sign apologise apologize restore guarantee hand share "
    "renounce recognise recognize comply repay refund compensate"
)
_HARMS = frozenset({"attack", "protest", "restriction"})


def _heads(condition: tuple[Token, ...]) -> list[Token]:
    """The predicates of a condition; of "the day that the column left", what is told of the day."""
    heads = list(main_predicates(condition))
    if heads and heads[0].pos_ == "NOUN":
        told = [c for c in children(heads[0], "relcl", "acl") if c in condition]
        return told or heads
    return heads


def gives_way(condition: tuple[Token, ...], is_own: Callable[[Token | None], bool]) -> bool:
    """Whether a condition asks another for something: "if the town pays", not "if it refuses"."""
    heads = _heads(condition)
    if not heads:
        return False
    head = heads[0]
    if head.pos_ not in ("VERB", "AUX") or is_negated(head) or head.lemma_.lower() in FAILING:
        return False
    doer = subject(head)
    if doer is None or (is_own(doer) and not is_passive(head)):
        return False
    return head.lemma_.lower() in GRANTING or act_of(head) in COOPERATIVE


def calls(condition: tuple[Token, ...], is_own: Callable[[Token | None], bool]) -> bool:
    """ "if they call us": another wants the speaker there."""
    heads = main_predicates(condition)
    if not heads or heads[0].lemma_.lower() not in CALLING or is_negated(heads[0]):
        return False
    doer = subject(heads[0])
    return (doer is not None and not is_own(doer)) or is_passive(heads[0])


def in_return(
    head: Token,
    done: Kind | None,
    condition: tuple[Token, ...],
    kind: ConditionKind | None,
    is_own: Callable[[Token | None], bool],
) -> bool:
    """Whether the speaker's act, which ``head`` tells as to come, is offered for what the condition
    asks: what it would do or end for another who gives way, or its coming where it is called."""
    if not condition or kind in (None, ConditionKind.UNLESS, ConditionKind.UNTIL):
        return False
    word = head.lemma_.lower()
    if calls(condition, is_own) and (word in COMING or (word == "be" and _is_there(head))):
        return True
    if done not in COOPERATIVE or word in LEAVING:
        return False
    return gives_way(condition, is_own) or (ends_harm(head) and done_by_another(condition, is_own))


def ends_harm(head: Token) -> bool:
    """ "Cease firing", "call off the strike", "lift the blockade": nobody threatens with that."""
    if is_negated(head) or act_of(head) not in (Kind.RETREAT, Kind.CONCEDE):
        return False
    if any(act_of(c) in HOSTILE for c in children(head, "xcomp")):
        return True
    ended = [*children(head, "dobj", "nsubjpass")]
    return any(
        set(THINGS.get(t.lemma_.lower(), ())) & _HARMS and not children(t, "nmod") for t in ended
    )


def done_by_another(condition: tuple[Token, ...], is_own: Callable[[Token | None], bool]) -> bool:
    """A condition that another does something, and no harm: "the day the army left the town"."""
    heads = _heads(condition)
    if not heads or heads[0].pos_ != "VERB" or is_negated(heads[0]):
        return False
    doer = subject(heads[0])
    goes = heads[0].lemma_.lower() in ("drive", "pull", "roll") and not children(heads[0], "dobj")
    hostile = act_of(heads[0]) in HOSTILE and not goes  # "the column drove out": nobody is driven
    harmful = heads[0].lemma_.lower() in FAILING or hostile
    return doer is not None and not is_own(doer) and not harmful


def presses_on(condition: tuple[Token, ...], is_own: Callable[[Token | None], bool]) -> bool:
    """ "If Velm went ahead with the dam", "if the ban was imposed": what the speaker would stop."""
    heads = _heads(condition)
    if not heads or heads[0].pos_ != "VERB" or is_negated(heads[0]):
        return False
    head = heads[0]
    doer = subject(head)
    if doer is None or (not is_passive(head) and (is_own(doer) or not is_somebody(doer))):
        return False
    ahead = any(c.lower_ in _AHEAD for c in children(head, "prt", "advmod", "prep"))
    if head.lemma_.lower() in ("go", "press", "push", "carry", "plough", "plow"):
        return ahead
    return head.lemma_.lower() in PRESSING or act_of(head) in HOSTILE


def yields(condition: tuple[Token, ...], is_own: Callable[[Token | None], bool]) -> bool:
    """ "if Velm gave up its claim", "once they hand over the maps": to those who asked."""
    if not done_by_another(condition, is_own):
        return False
    heads = _heads(condition)
    up = any(c.lower_ in ("up", "back") for c in children(heads[0], "prt", "advmod"))
    word = heads[0].lemma_.lower()
    return word in YIELDING or (word in ("give", "pull") and up)


def leaves_over_it(
    head: Token, condition: tuple[Token, ...], is_own: Callable[[Token | None], bool]
) -> bool:
    """ "Will leave the coalition if the bill stays", "will resign if it is on the table": what
    another keeps up would be answered by going."""
    word = head.lemma_.lower()
    below = (t for t in head.subtree if t.dep_ in ("dobj", "pobj") and t not in condition)
    shared = any(t.lemma_.lower() in SHARED for t in below)
    if not (word in ("resign", "quit") or (word in LEAVING | {"pull", "walk"} and shared)):
        return False
    return not (gives_way(condition, is_own) or calls(condition, is_own))


def _is_there(head: Token) -> bool:
    return any(c.lower_ in ("there", "present") for c in children(head, "advmod", "acomp"))


def stands_still(
    head: Token, kind: ConditionKind | None, condition: tuple[Token, ...] = ()
) -> bool:
    """ "Not a single tram will leave until …", "nobody goes back to work unless …", "no ship while
    they strike": whoever can say it of all means to keep it so."""
    bound = kind in (ConditionKind.UNTIL, ConditionKind.UNLESS) or (
        kind is ConditionKind.IF and {t.lower_ for t in condition[:3]} & {"while", "long"}
    )
    if not bound or not is_negated(head):
        return False
    doer = next(iter(children(head, "nsubj", "nsubjpass")), None)
    if doer is None:
        return False
    if doer.lower_ in ("nobody", "none", "nothing"):
        return True
    before = [c.lower_ for c in doer.subtree if c.i < doer.i]
    if doer.lower_ == "one" and (doer.i and doer.doc[doer.i - 1].lower_ in ("no", "not")):
        return True
    return bool(before) and (before[0] == "no" or before[:2] in (["not", "a"], ["not", "one"]))
