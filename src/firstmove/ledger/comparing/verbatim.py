"""Quoted words compared: is it one utterance, is one quotation within the other?"""

from __future__ import annotations

from difflib import SequenceMatcher

from firstmove.ledger.comparing.telling import MARK, Telling
from firstmove.ledger.words import FUNCTION_WORDS, Words, longest_run

SAME_UTTERANCE = 8  # words in a row, both verbatim: one and the same utterance
SHORT_UTTERANCE = MARK  # words, where they are all there is in both
_LEAST_WORDS = 5  # different ones in such a run
_WHOLE = 5
_WHOLE_CONTENT = 3
_LEAST_CONTENT = 0.75
_LEAST_IN_ORDER = 0.6
_LONG_ENOUGH = 6
_NEARLY_ALL = 0.8


def one_utterance(a: Telling, b: Telling) -> bool:
    """Whether both quote the same words: a long run of them, or all of a shorter quotation."""
    mine, theirs = a.quoted, b.quoted
    if not (mine and theirs):
        return False
    if mine == theirs and len(mine) >= SHORT_UTTERANCE:
        return True
    if a.direct and b.direct and _cut_out(*sorted((mine, theirs), key=len)):
        return True
    return _long_run(mine, theirs)


def same_speech(a: Telling, b: Telling) -> bool:
    """Whether the words alone prove one utterance, whoever is named: a long run, or all of both.

    All of a short quotation needs more in it than what many people say on many days.
    """
    mine, theirs = a.words.plain, b.words.plain
    if mine == theirs:
        return len(mine) >= _WHOLE and sum(w not in FUNCTION_WORDS for w in mine) >= _WHOLE_CONTENT
    return _long_run(mine, theirs)


def _long_run(a: tuple[str, ...], b: tuple[str, ...]) -> bool:
    # The first two spare the search for a run that can't be there.
    return (
        min(len(a), len(b)) >= SAME_UTTERANCE
        and len({*a} & {*b}) >= _LEAST_WORDS
        and longest_run(a, b) >= SAME_UTTERANCE
    )


def _cut_out(part: tuple[str, ...], whole: tuple[str, ...]) -> bool:
    """Whether a short quotation with something in it stands in the other word for word."""
    if len(part) < SHORT_UTTERANCE or sum(w not in FUNCTION_WORDS for w in part) < 2:
        return False
    return contains(whole, part)


def contains(whole: tuple[str, ...], part: tuple[str, ...]) -> bool:
    """Whether the words of a part stand in a row in the whole."""
    size = len(part)
    return any(whole[n : n + size] == part for n in range(len(whole) - size + 1))


def within(a: Words, b: Words) -> bool:
    """Whether the shorter is nearly contained in the longer: its content, and mostly in order.

    Two translations of one sentence pass, two sentences on one topic don't.
    """
    short, long = (a, b) if (a.mass, a.plain) <= (b.mass, b.plain) else (b, a)
    shared = sum(weight for key, weight in short.weights.items() if key in long.weights)
    least = min(len(short.plain), len(long.plain))
    if shared < 0.5 * _LEAST_CONTENT * short.mass:
        return False
    same = in_order(short.plain, long.plain)
    if least >= _LONG_ENOUGH and same >= _NEARLY_ALL * least:
        return True  # word for word, but for a name spelled in two ways, say
    return shared >= _LEAST_CONTENT * short.mass and same >= _LEAST_IN_ORDER * least


def in_order(a: tuple[str, ...], b: tuple[str, ...]) -> int:
    """How many words both have in the same order (matching blocks, not always the most)."""
    if a > b:
        a, b = b, a  # the blocks found depend on the order of the two
    matcher = SequenceMatcher(None, a, b, autojunk=False)
    return sum(block.size for block in matcher.get_matching_blocks())
