"""How surely two statements tell the same thing.

score = (cosine + ½·counterparts + .05·min(n, 8)) / 1.9: the cosine of their sentence vectors
(``meaning.py``), the share of the words of the lesser-matched one that have a counterpart in the
other (``align.py``), the longest run of n words both share; then raised or lowered by what stands
around the words. The form is the one that did best on hand-labelled news pairs in the project's
trials, with counterparts in the place of words contained.

Where the same words and concepts alone tell more (a few rare ones that are nearly all there is, as
in "they should make the first move"), their own measure counts instead, .2 lower:
(cosine + ½·containment + .05·min(n, 8) - .2) / 1.9, over keys weighted by how rare they are.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from math import sqrt

from firstmove.ledger.comparing.align import aligned
from firstmove.ledger.comparing.answers import answers
from firstmove.ledger.comparing.contrast import contrast, quotes_other_words, something_else_follows
from firstmove.ledger.comparing.meaning import Meanings, cosine_of
from firstmove.ledger.comparing.one_look import looked_at
from firstmove.ledger.comparing.telling import Telling
from firstmove.ledger.comparing.verbatim import SAME_UTTERANCE, one_utterance
from firstmove.ledger.comparing.voice import evened
from firstmove.ledger.parties.people import Sort
from firstmove.ledger.words import Words, longest_run


@dataclass(frozen=True, slots=True)
class Likeness:
    score: float  # 0 … 1
    reasons: tuple[str, ...]


Similarity = Callable[[Telling, Telling], Likeness]
"""What ``merge`` asks of a measure; rules on who may never be merged stand apart from it."""

_SCALE = 1.9
_HOPELESS = 0.75  # least sum, before what stands around
_BY_WORDS = 0.2
# A passage with less than this (two rare words) is too short to be contained in another by chance.
_LEAST_MASS = 2.0
_LEAST_SHARED = 0.5
_LEAST_PART = 0.3
_LEAST_KEYS = 3
_LEAST_IN_COMMON = 1.2
_NEXT = 200  # characters to the next sentence
_ANSWERS = 0.48  # the least that makes one entry
_NO_CONTRAST = -0.05
_SOMETHING_ELSE = 0.5
_NEAR = 700  # characters between a paraphrase and the quotation it leads up to


def by_meaning(meanings: Meanings) -> Similarity:
    """The measure of this module, with vectors from ``meanings``; symmetric."""

    def similarity(a: Telling, b: Telling) -> Likeness:
        if one_utterance(a, b):
            same = " ".join(a.quoted)
            if len(a.quoted) >= SAME_UTTERANCE:
                same = f"{SAME_UTTERANCE} words"
            return Likeness(1.0, (f"the same quotation: {same}",))
        return _compared(a, b, meanings)

    return similarity


def _compared(a: Telling, b: Telling, meanings: Meanings) -> Likeness:
    cosine = cosine_of(a.voiceless, b.voiceless, meanings)
    parts = (a.condition and b.condition) or a.clauses or b.clauses
    in_common = len(a.words.vocabulary & b.words.vocabulary)
    if cosine + 0.5 + 0.05 * min(in_common, 8) < _HOPELESS and not parts:
        return Likeness(round(max(0.0, cosine) / _SCALE, 4), ())  # spares the longer look
    match = aligned(a.words, b.words)
    run = longest_run(a.words.plain, b.words.plain)
    shared = a.words.weights.keys() & b.words.weights.keys()
    score = max(_alike(cosine, match.least, run), _by_words(a, b, shared, run))
    if parts:
        score = max(score, _by_parts(a, b, meanings), _by_clauses(a, b, meanings))
    reasons = [f"meaning {cosine:.2f}, counterparts {match.least:.2f}"]
    if shared:
        reasons.append("both: " + ", ".join(_label(key) for key in sorted(shared)))
    if run >= 4:
        reasons.append(f"{run} words in a row")
    score += _around(a, b, shared, reasons)
    apart = contrast(a, b, reasons, meanings)
    score += apart
    if something_else_follows(a, b, meanings):
        score -= _SOMETHING_ELSE
        reasons.append("something else on the condition")
    elif apart >= _NO_CONTRAST and score < _ANSWERS and answers(a, b, cosine, meanings):
        score = _ANSWERS
        reasons.append("the one thing that both reports have of the speaker on this")
    score, told = looked_at(a, b, score, apart, _ANSWERS, cosine)
    if told:
        reasons.append(told)
    return Likeness(max(0.0, min(1.0, round(score, 4))), tuple(reasons))


def _by_words(a: Telling, b: Telling, shared: set[str], run: int) -> float:
    """How alike by the keys of their words alone; 0 where they share names or one word only."""
    mine, theirs = a.words.weights, b.words.weights
    told = [key for key in shared if key[0] != "@"]
    if sum(mine[key] for key in told) < _LEAST_SHARED or _one_word_alone(a, b, told, run):
        return 0.0
    norm = sqrt(sum(w * w for w in mine.values()) * sum(w * w for w in theirs.values()))
    cosine = sum(mine[key] * theirs[key] for key in shared) / norm
    contained = sum(mine[key] for key in shared)
    contained /= max(min(a.words.mass, b.words.mass), _LEAST_MASS)
    return max(0.0, _alike(cosine, contained, run) - _BY_WORDS / _SCALE)


def _one_word_alone(a: Telling, b: Telling, told: list[str], run: int) -> bool:
    """Whether all they share is one word, which may be of the topic rather than of the thing said.

    One rare concept is enough ("first step"), and so is all there is in both.
    """
    if len(told) != 1 or run >= 4:
        return False
    (key,) = told
    if key[0] == "~" and min(a.words.weights[key], b.words.weights[key]) >= 0.5:
        return False
    return any(any(other != key and other[0] != "@" for other in t.words.weights) for t in (a, b))


def _alike(cosine: float, counterparts: float, run: int) -> float:
    # Runs of one or two words ("in the") say nothing.
    in_a_row = 0.05 * min(run, 8) if run >= 3 else 0.0
    return (cosine + 0.5 * counterparts + in_a_row) / _SCALE


def _passages(a: Words, b: Words, meanings: Meanings) -> float:
    cosine = cosine_of(evened(" ".join(a.plain)), evened(" ".join(b.plain)), meanings)
    return _alike(cosine, aligned(a, b).least, longest_run(a.plain, b.plain))


def _by_parts(a: Telling, b: Telling, meanings: Meanings) -> float:
    """Condition with condition and consequence with consequence; both have to be alike."""
    if a.condition is None or b.condition is None or a.consequence is None or b.consequence is None:
        return 0.0
    pairs = ((a.condition, b.condition), (a.consequence, b.consequence))
    scores = [_passages(x, y, meanings) for x, y in pairs]
    return sum(scores) / 2 if min(scores) >= _LEAST_PART else 0.0


def _by_clauses(a: Telling, b: Telling, meanings: Meanings) -> float:
    """The clause of a longer telling that comes closest to the other."""
    whole = [(clause, b.words) for clause in a.clauses] + [(a.words, c) for c in b.clauses]
    return max((_passages(x, y, meanings) for x, y in whole), default=0.0)


def _label(key: str) -> str:
    return key.lstrip("~@").replace("_", " ")


def _around(a: Telling, b: Telling, shared: set[str], reasons: list[str]) -> float:
    """What speaks for the pair besides its words."""
    more = 0.0
    if a.speaker.sort is b.speaker.sort is Sort.PERSON:
        more += 0.03
        reasons.append(f"same speaker: {a.speaker.name}")
    if a.target.key and a.target.key == b.target.key:
        more += 0.04
        reasons.append("same target")
    if {(x.value, x.counted) for x in a.amounts} & {(x.value, x.counted) for x in b.amounts}:
        more += 0.02
        reasons.append("same amount")
    if a.report.id != b.report.id and _all_in_the_other(a, b, shared):
        more += 0.1
        reasons.append("all of one is in the other")
    if a.report.id == b.report.id:
        more += _introduced(a, b, shared, reasons)
    return more


def _all_in_the_other(a: Telling, b: Telling, shared: set[str]) -> bool:
    """Whether a named person says, in an act of one kind, nothing that the other lacks."""
    if not (a.speaker.sort is b.speaker.sort is Sort.PERSON):
        return False
    if a.statement.kind is not b.statement.kind or a.condition or b.condition:
        return False
    short = min((a, b), key=lambda t: len(t.words.weights))
    names = sum(key[0] == "@" for key in shared)
    return (
        len(shared) - names >= _LEAST_KEYS
        and len(shared) == len(short.words.weights)
        and short.words.mass >= _LEAST_IN_COMMON
    )


def _introduced(a: Telling, b: Telling, shared: set[str], reasons: list[str]) -> float:
    """A paraphrase that leads up to a quotation, or sums it up right after."""
    if a.direct == b.direct:
        return -0.08  # within one report the same thing is seldom told twice in the same way
    first, second = (a, b) if a.start <= b.start else (b, a)
    gap = second.start - max(s.end for s in first.statement.content)
    same = a.statement.kind is b.statement.kind
    near = gap <= _NEAR and same and not quotes_other_words(a, b)
    if near and sum(a.words.weights[k] for k in shared) >= 0.7:
        reasons.append("a paraphrase next to its quotation")
        return 0.14 if gap <= _NEXT else 0.07
    return 0.0
