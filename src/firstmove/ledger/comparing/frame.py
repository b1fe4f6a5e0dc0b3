"""One frame filled with other words is another thing: "talk with the union" / "… the board".

Two tellings that differ in one word are nearer in meaning than most paraphrases, so no measure of
likeness parts them; that all else is the same word for word is what tells them apart.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from firstmove.ledger.comparing.alternates import alternates
from firstmove.ledger.parties.names import spelling
from firstmove.ledger.words import CALENDAR, Words, longest_run

_LEAST_WORDS = 3
_LONGEST_FILLER = 3  # words
_LEAST = 0.3  # weight of the words by which they part
_LEAST_ALONE = 0.1
_SHORT = 12  # words
_ONE_NAME = 0.6  # likeness of two spellings of one name
_OF_CONTENT = 0.6  # of the lesser one's words that tell something, in the same order
_LEAST_CONTENT = 2
_NEARLY_ALL = 0.7
_RUN = 4  # words
_SHARES = frozenset("all half most some none every enough both third quarter few many".split())
_CONTRARY = tuple(
    frozenset(pair.split("/"))
    for pair in "for/against before/after over/under above/below up/down in/out first/last".split()
)

# What is taken off the likeness.
_ALONE = 0.5  # all that they differ in, or another name
_AMONG_OTHERS = 0.3
_IN_A_LONG_ONE = 0.12
_NEARLY_ALONE = 0.35
_IN_OTHER_WORDS = 0.2  # where only the words that tell something are in the same order


@dataclass(frozen=True, slots=True)
class Filler:
    words: str  # "the union / the board"
    name: bool
    less: float


def other_filler(a: Words, b: Words) -> Filler | None:
    """The words by which two passages of one frame part; None where they are not of one frame."""
    if a.plain > b.plain:  # the blocks that are found depend on the order of the two
        turned = other_filler(b, a)
        if turned is None:
            return None
        return Filler(" / ".join(reversed(turned.words.split(" / "))), turned.name, turned.less)
    least = min(len(a.plain), len(b.plain))
    if least < _LEAST_WORDS:
        return None
    operations = SequenceMatcher(None, a.plain, b.plain, autojunk=False).get_opcodes()
    if 2 * sum(i2 - i1 for tag, i1, i2, _, _ in operations if tag == "equal") < least:
        return _of_content(a, b)
    parts = [
        (i1, i2, j1, j2)
        for tag, i1, i2, j1, j2 in operations
        if tag != "equal" and (any(a.keys[i1:i2]) or any(b.keys[j1:j2]))
    ]
    if not parts and (contrary := _contrary(a.plain, b.plain)):
        return Filler(contrary, False, _ALONE)
    for i1, i2, j1, j2 in parts:
        if not (0 < i2 - i1 <= _LONGEST_FILLER and 0 < j2 - j1 <= _LONGEST_FILLER):
            continue
        name = _other_thing(a, b, (i1, i2, j1, j2), _LEAST_ALONE if len(parts) == 1 else _LEAST)
        if name is None:
            continue
        less = _ALONE if name or len(parts) == 1 else _AMONG_OTHERS
        if _described(a.plain[i1:i2], b.keys[j1:j2]) or _described(b.plain[j1:j2], a.keys[i1:i2]):
            less = _IN_A_LONG_ONE
        words = f"{' '.join(a.plain[i1:i2])} / {' '.join(b.plain[j1:j2])}"
        return Filler(words, name, less if name or least <= _SHORT else _IN_A_LONG_ONE)
    return _of_content(a, b)


def _of_content(a: Words, b: Words) -> Filler | None:
    """The same where not all words, but most of those that tell something are in one order."""
    places = [[n for n, key in enumerate(w.keys) if key] for w in (a, b)]
    least = min(map(len, places))
    if least < _LEAST_CONTENT or least > _SHORT:
        return None
    first, second = ([w.keys[n] for n in at] for w, at in zip((a, b), places, strict=True))
    operations = SequenceMatcher(None, first, second, autojunk=False).get_opcodes()
    same = sum(i2 - i1 for tag, i1, i2, _, _ in operations if tag == "equal")
    if same < _LEAST_CONTENT or same < _OF_CONTENT * least:
        return None
    for tag, i1, i2, j1, j2 in operations:
        if tag != "replace" or max(i2 - i1, j2 - j1) > _LONGEST_FILLER:
            continue
        mine, theirs = places[0][i1:i2], places[1][j1:j2]
        one, other = _only_in(a, mine, b), _only_in(b, theirs, a)
        if all(a.plain[n][0].isdigit() for n in one) and all(
            b.plain[n][0].isdigit() for n in other
        ):
            continue  # numbers are compared by themselves
        masses = [sum(w.weights[w.keys[n]] for n in at) for w, at in ((a, one), (b, other))]
        if min(masses) >= _LEAST or (min(masses) > 0 and sum(masses) >= 2 * _LEAST):
            words = " / ".join(" ".join(w.plain[n] for n in at) for w, at in ((a, one), (b, other)))
            alone = same >= _NEARLY_ALL * least and longest_run(a.plain, b.plain) >= _RUN
            less = _NEARLY_ALONE if alone else _IN_OTHER_WORDS
            return Filler(words, False, less)
    return None


def _only_in(passage: Words, places: Sequence[int], other: Words) -> list[int]:
    """Those of its words that the other passage has not, nor a word that may stand for them."""
    return [
        n
        for n in places
        if passage.keys[n]
        and passage.keys[n] not in other.weights
        and not _told_in(passage.plain[n], other)
    ]


def _told_in(word: str, passage: Words) -> bool:
    return any(
        key and alternates(word, other)
        for other, key in zip(passage.plain, passage.keys, strict=True)
    )


def _contrary(a: Sequence[str], b: Sequence[str]) -> str:
    """Whether all that tells the one from the other is "for" in it and "against" in the other."""
    mine, theirs = set(a) - set(b), set(b) - set(a)
    for pair in _CONTRARY:
        one, other = sorted(pair)
        if (one in mine and other in theirs) or (other in mine and one in theirs):
            return f"{one} / {other}"
    return ""


def names_turned(a: Sequence[str], b: Sequence[str]) -> bool:
    """Whether the same words, as they are written, name the same in another order: who to whom."""
    if sorted(w.lower() for w in a) != sorted(w.lower() for w in b):
        return False
    one, other = (
        [w for w in words if w[0].isupper() and w.lower() not in CALENDAR] for words in (a, b)
    )
    return len(set(one)) > 1 and sorted(one) == sorted(other) and one != other


def _described(words: Sequence[str], other: Sequence[str]) -> bool:
    """Whether one has a name where the other has "the …", which may mean the one so named."""
    keys = [key for key in other if key]
    return words[0] in ("the", "this") and bool(keys) and all(key[0] == "@" for key in keys)


def _other_thing(a: Words, b: Words, place: tuple[int, int, int, int], least: float) -> bool | None:
    """Whether two fillers are two names; None where they are no two things."""
    i1, i2, j1, j2 = place
    shares = [_SHARES.intersection(w) for w in (a.plain[i1:i2], b.plain[j1:j2])]
    if all(shares) and shares[0] != shares[1]:
        return False
    one, other = set(a.keys[i1:i2]) - {""}, set(b.keys[j1:j2]) - {""}
    if all(key[0].isdigit() for key in one) or all(key[0].isdigit() for key in other):
        return None  # numbers are compared by themselves
    # A word that the other telling has elsewhere has only moved.
    one = {a.keys[n] for n in _only_in(a, range(i1, i2), b)}
    other = {b.keys[n] for n in _only_in(b, range(j1, j2), a)}
    mass = min(sum(w.weights[k] for k in keys) for w, keys in ((a, one), (b, other)))
    return _two_names(one, other) if mass >= least else None


def _two_names(one: set[str], other: set[str]) -> bool:
    if not all(key[0] == "@" for key in one | other):
        return False
    first, second = (spelling(" ".join(sorted(keys)).replace("@", "")) for keys in (one, other))
    return SequenceMatcher(None, min(first, second), max(first, second)).ratio() < _ONE_NAME
