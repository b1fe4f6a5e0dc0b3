"""Who does it to whom: "it had attacked the garrison" / "it had been attacked by the garrison".

The words are the same, and so is nearly all of their meaning as vectors tell it. Compared is one
verb that both tell, with what stands before and after it, in the active and in the passive voice.
"""

from __future__ import annotations

from dataclasses import dataclass

from firstmove.ledger.words import CALENDAR, Words

_BE = frozenset("be been being is are was were am get got".split())
_BEFORE_A_VERB = _BE | frozenset(
    """had has have having would will shall should could can may might must not never also already
    to did do does i we you he she it they""".split()
)
_SELF = frozenset("i we he she it they me us him them".split())
_LEADING = frozenset("the a an its his her their our my this that these those all some no".split())
_NEARLY_ALL = 0.7  # of the words of the lesser one are in both
_SUBJECT = 6  # words before the verb
_OBJECT = 4  # words after it, or after "by"


@dataclass(frozen=True, slots=True)
class _Deed:
    doer: frozenset[str]
    done_to: frozenset[str]


def roles_turned(a: Words, b: Words) -> str:
    """The verb of which one tells as the doer whom the other tells as the one it is done to."""
    shared = a.weights.keys() & b.weights.keys()
    if len(shared) < _NEARLY_ALL * min(len(a.weights), len(b.weights)):
        return ""
    for key in sorted(shared):
        mine, theirs = _deed(a, key), _deed(b, key)
        if mine is not None and theirs is not None and (_over(mine, theirs) or _over(theirs, mine)):
            return key.lstrip("~@")
    return ""


def _over(a: _Deed, b: _Deed) -> bool:
    one_side = a.doer & b.done_to and not a.doer & b.doer
    other_side = a.done_to & b.doer and not a.done_to & b.done_to
    return bool(one_side or other_side)


def _deed(passage: Words, key: str) -> _Deed | None:
    """Who does it and whom it is done to, where the key is that of a verb with both or in the
    passive; None where it is none, or is told more than once."""
    places = [n for n, k in enumerate(passage.keys) if k == key]
    if len(places) != 1:
        return None
    at, plain = places[0], passage.plain
    if at == 0 or not (plain[at - 1] in _BEFORE_A_VERB or plain[at].endswith("ed")):
        return None
    helping = at
    while helping > 0 and plain[helping - 1] in _BEFORE_A_VERB - _SELF:
        helping -= 1
    first = helping
    while first > 0 and (passage.keys[first - 1] or plain[first - 1] in _LEADING):
        first -= 1
    subject = _named(passage, max(first, helping - _SUBJECT), helping)
    if any(word in _BE for word in plain[helping:at]) and not plain[at].endswith("ing"):
        by = next((n for n in range(at + 1, min(at + 4, len(plain))) if plain[n] == "by"), None)
        agent = _named(passage, by + 1, by + 1 + _OBJECT) if by is not None else frozenset[str]()
        return _Deed(agent, subject)
    after = at + 1
    if after >= len(plain) or not (
        plain[after] in _LEADING | _SELF or (passage.keys[after] and plain[after] not in CALENDAR)
    ):
        return None  # nothing that it is done to
    end = next(
        (
            n
            for n in range(after, min(after + _OBJECT, len(plain)))
            if not passage.keys[n] and plain[n] not in _LEADING | _SELF
        ),
        after + _OBJECT,
    )
    return _Deed(subject, _named(passage, after, end))


def _named(passage: Words, start: int, end: int) -> frozenset[str]:
    return frozenset(passage.keys[start:end]) - {""}
