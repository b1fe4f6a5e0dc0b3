"""What speaks against a pair that sounds alike: another day, deed, doer, condition or name."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from firstmove.ledger.comparing.alternates import alternates
from firstmove.ledger.comparing.compatible import amounts_clash, days_apart
from firstmove.ledger.comparing.days import other_days
from firstmove.ledger.comparing.frame import names_turned, other_filler
from firstmove.ledger.comparing.meaning import Meanings, cosine_of
from firstmove.ledger.comparing.numbers import Amount
from firstmove.ledger.comparing.roles import roles_turned
from firstmove.ledger.comparing.telling import Telling
from firstmove.ledger.comparing.voice import evened
from firstmove.ledger.words import CALENDAR, FUNCTION_WORDS, Words, stem, tokens

_DONE_TO_COME = 0.55
_OTHER_DAY = 0.5
# Cosines.
_ONE_CONDITION = 0.5
_ONE_CONSEQUENCE = 0.4
_ONE_PREDICATE = 0.45
_LEADING = frozenset(("that", "the", "a", "an", "and", "but"))


def contrast(a: Telling, b: Telling, reasons: list[str], meanings: Meanings) -> float:
    """What is taken off the likeness, 0 or less; ``reasons`` takes up why."""
    less = 0.0
    if a.speaker != b.speaker:
        less -= 0.04
        reasons.append("other speaker of one party")
    if a.statement.kind is not b.statement.kind:
        less -= 0.04
        reasons.append(f"read as {a.statement.kind} and {b.statement.kind}")
    if a.target.key and b.target.key and a.target.key != b.target.key:
        less -= 0.15
        reasons.append("other target")
    done = _told_as_done(a.said)
    if (
        a.condition is b.condition is None
        and done != _told_as_done(b.said)
        and _told_as_to_come(b.said if done else a.said)
    ):
        less -= _DONE_TO_COME
        reasons.append("one is done, one to come")
    if other_days(a.said, b.said) is not None:
        less -= _OTHER_DAY
        reasons.append("another day or month named")
    if amounts_clash(a, b):
        less -= 0.12
        reasons.append("other amount")
    if a.condition is not None and b.condition is not None:
        mine, theirs = a.condition, b.condition
        common = mine.weights.keys() & theirs.weights.keys()
        near = not common and _near(mine, theirs, meanings) >= _ONE_CONDITION
        if not common and not near and mine.weights and theirs.weights:
            less -= 0.2
            reasons.append("other condition")
    if _says_else_of_it(a, b, meanings):
        less -= 0.2
        reasons.append("the same beginning, and something else said of it")
    if _number_of_another_thing(a, b):
        less -= 0.35
        reasons.append("the same number of another thing")
    filler = other_filler(a.words, b.words)
    # "Not go back before" is told as "stay out until": there the other word is no other thing.
    denied = a.words.negated != b.words.negated and filler is not None and not filler.name
    if filler is not None and not denied:
        less -= filler.less
        what = "name" if filler.name else "words"
        reasons.append(f"same frame, other {what}: {filler.words}")
    if names_turned(tokens(a.said), tokens(b.said)):
        less -= 1.0
        reasons.append("the same names in another order")
    elif turned := roles_turned(a.words, b.words):
        less -= 1.0
        reasons.append(f"who does it to whom: {turned}")
    if quotes_other_words(a, b):
        less -= 0.12
        reasons.append("other words quoted")
    if days_apart(a.statement.when, b.statement.when):
        less -= 0.1
        reasons.append("other day")
    return less


def something_else_follows(a: Telling, b: Telling, meanings: Meanings) -> bool:
    """Whether two conditional statements promise two things: nothing in common but the if.

    Nothing is named that speaks against them: the same may be promised in other words.
    """
    mine, theirs = a.consequence, b.consequence
    if not (mine and theirs and mine.weights and theirs.weights):
        return False
    if not mine.weights.keys().isdisjoint(theirs.weights):
        return False
    return _near(mine, theirs, meanings) < _ONE_CONSEQUENCE


def _says_else_of_it(a: Telling, b: Telling, meanings: Meanings) -> bool:
    """Whether both begin with the same words, of which something tells, and go on to another thing:
    "passengers would get their money" / "passengers would get a hotel room"."""
    mine, theirs = _from_subject(a.voiceless), _from_subject(b.voiceless)
    same = 0
    for one, other in zip(mine, theirs, strict=False):
        if stem(one) != stem(other):
            break
        same += 1
    rest = mine[same:], theirs[same:]
    if FUNCTION_WORDS.issuperset(mine[:same]) or not all(map(_tells_a_deed, rest)):
        return False
    return cosine_of(" ".join(rest[0]), " ".join(rest[1]), meanings) < _ONE_PREDICATE


def _tells_a_deed(words: Sequence[str]) -> bool:
    """Whether there is more in it than a day or a number."""
    return any(
        word[0].isalpha() and word not in FUNCTION_WORDS and word not in CALENDAR for word in words
    )


def _from_subject(text: str) -> list[str]:
    found = [word.lower() for word in tokens(text)]
    start = next((n for n, word in enumerate(found) if word not in _LEADING), len(found))
    return found[start:]


def _number_of_another_thing(a: Telling, b: Telling) -> bool:
    """Whether both tell one number, of two things of which the other tells nothing."""
    for mine in a.amounts:
        for theirs in b.amounts:
            if mine.value == theirs.value and not (
                mine.counted == theirs.counted or _counts(mine, b) or _counts(theirs, a)
            ):
                return True
    return False


def _counts(amount: Amount, telling: Telling) -> bool:
    return any(alternates(amount.counted, word) for word in telling.words.plain)


def _near(a: Words, b: Words, meanings: Meanings) -> float:
    return cosine_of(evened(" ".join(a.plain)), evened(" ".join(b.plain)), meanings)


_TO_COME = re.compile(r"\b(?:will|would|shall|won[’']t|wouldn[’']t|going to)\b|[’']ll\b", re.I)
_DONE = re.compile(
    r"\b(?:had|has|have|having)(?: (?:not|never|already|just|also|been))* (?:\w+(?:ed|en|wn|ne|t|d)"
    r"|run|begun|won|come|become|struck|stuck|hung|dug|sunk|sprung|rung)\b",
    re.I,
)


@lru_cache(maxsize=20_000)
def _told_as_done(text: str) -> bool:
    return _DONE.search(text) is not None and _TO_COME.search(text) is None


@lru_cache(maxsize=20_000)
def _told_as_to_come(text: str) -> bool:
    return _TO_COME.search(text) is not None


def quotes_other_words(a: Telling, b: Telling) -> bool:
    """Whether one of the two quotes words in passing, and none of the other, a verbatim one."""
    return _quotes_none_of(a, b) or _quotes_none_of(b, a)


def _quotes_none_of(a: Telling, b: Telling) -> bool:
    if a.direct or not a.quoted or not b.direct:
        return False
    theirs = {stem(word) for word in b.words.plain}
    parts = [{stem(w) for w in part if w not in FUNCTION_WORDS} for part in a.quoted_parts]
    return any(parts) and not any(part and part <= theirs for part in parts)
