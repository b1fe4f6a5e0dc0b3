"""Which verbs mean one act with one object, which say little, which end what others keep up."""

from __future__ import annotations

from functools import cache, lru_cache

from firstmove.ledger.words import stem, words

# Verbs that say little besides their object.
_LIGHT = frozenset(
    """make take do have get give hold carry put set bring begin start initiate stage undertake
    launch enter engage conduct perform resume""".split()
)
# Verbs that mean one act with one object. A verb may stand in several rows.
_FAMILIES: tuple[frozenset[str], ...] = tuple(
    frozenset(part.strip() for part in row.split(","))
    for row in (
        "release, free, return, hand over, give back, let go, hand back",
        "remove, take down, dismantle, tear down, pull down, demolish, raze",
        "drop, scrap, abandon, withdraw, cancel, shelve, give up, call off, revoke, repeal, lift",
        "abolish, scrap, end, drop, axe",
        "dismiss, sack, fire, remove, oust",
        "expel, throw out, kick out",
        "drop, waive, cancel, forgive, write off, remit",
        "end, stop, halt, suspend, cease, call off, pause, interrupt, break off, lift",
        "cut, reduce, lower, trim, slash",
        "raise, increase, put up",
        "publish, release, disclose, make public, reveal, share",
        "open, reopen, unblock, clear",
        "close, shut, shut down, seal, bar",
        "withdraw, pull, pull back, pull out, move back, remove, leave, recall",
        "pay, repay, cover, settle, meet, pay back, compensate, pay off",
        "hire, employ, recruit, take on",
        "reinstate, rehire, take back, give back",
        "support, back, vote, approve, endorse, accept, pass",
        "accept, agree, sign, admit, allow, let, permit, approve, take, adopt",
        "resign, step down, quit, stand down",
        "postpone, delay, put off, defer, push back, suspend, freeze, pause",
        "dissolve, break up, break off, end, quit, leave, walk out",
        "pay, pay for, finance, fund, cover, bear, meet",
        "hand in, lay down, give up, surrender, hand over, turn in, put down",
        "attend, join, take part, go to, come to, participate",
        "let, allow, admit, permit, open, reopen",
        "free, release, grant, pardon",
        "hire, bring in, take on",
        "hold, conduct, stage, organise, organize, go ahead",
        "build, construct, erect",
        "answer, respond, reply, react, reciprocate",
        "sue, take, go",
        "return, come back, go back, resume",
        "meet, talk, negotiate, sit down",
        "hand over, surrender, give up, lay down, turn over",
        "impose, introduce, slap, levy, put",
        "send, dispatch, supply, deliver, provide",
        "buy, purchase, take",
        "restore, resume, restart, revive, reopen, re-establish",
        "recognise, recognize, acknowledge",
        "move, relocate, shift",
        "block, hold up, obstruct",
        "take in, receive, accept, admit, host, house",
        "install, fit, put in",
        "honour, honor, keep, observe, respect, fulfil, fulfill",
    )
)
# What undoes an act: the verb of the one beside the verb of the other, or beside none.
ENDING = frozenset(
    """end stop halt cease cancel abandon drop scrap shelve revoke repeal postpone delay defer
    suspend quit leave boycott reject block prevent undo lift withdraw waive
    veto oppose defeat overturn""".split()
) | {
    "throw out",
    "vote down",
    "strike down",
    "vote against",
    "call off",
    "give up",
    "break off",
    "put off",
    "pull out",
    "walk out",
    "hold back",
}
_UNDOING = ENDING | frozenset("ban cut ease remove withdraw".split())
KEEPING = frozenset(
    """keep continue maintain retain hold impose start begin launch stage call introduce file bring
    join attend""".split()
) | {"take part", "go on", "carry on", "go ahead"}


def verbs_alike(one: str, other: str) -> bool:
    if not one or not other or one == other:
        return True
    if one in _LIGHT or other in _LIGHT:
        return not {one, other} & _UNDOING
    if one_family(one, other):
        return True
    return bool(words(one).weights.keys() & words(other).weights.keys())


def one_family(one: str, other: str) -> bool:
    """Whether two verbs can mean one act with one object."""
    one, other = _stems(one), _stems(other)
    return one == other or any(one in family and other in family for family in _stemmed())


@cache
def _stemmed() -> tuple[frozenset[str], ...]:
    return tuple(frozenset(map(_stems, family)) for family in _FAMILIES)


@lru_cache(maxsize=10_000)
def _stems(verb: str) -> str:
    """ "Closed" is to close, as in "the road was closed"."""
    return " ".join(map(stem, verb.split()))
