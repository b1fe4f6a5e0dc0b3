"""A second look at two tellings, side by side, where the measure of likeness is unsure.

Statements that tell one thing in other words, and those that differ in one word, are told apart by
no sum of cosines and counterparts (decision 30).
"""

from __future__ import annotations

from math import exp, log

from firstmove.ledger.comparing.side_by_side import log_odds
from firstmove.ledger.comparing.telling import Telling

# Log odds that both tell the same.
_ONE = 1.2
_FOR_CONTRAST = 9.0  # more for each whole that contrasts take off the likeness
_ONE_THOUGH_DENIED = 1.5
_TWO = -2.5
# Below this cosine the odds count against how many pairs two reports have of the speaker: of much
# that somebody says in a day, few things that are so far apart are one.
_FAR_APART = 0.4
_FOR_PAIRS = 0.5  # more for each unit of the logarithm of their number
_SURE = 0.75  # likeness that needs no second look
_SHORTEST, _LONGEST = 3, 35  # words: what the encoder of pairs has learnt from


def looked_at(
    a: Telling, b: Telling, score: float, apart: float, least: float, cosine: float
) -> tuple[float, str]:
    """The likeness after a look at both, and why it changed ("" where it did not).

    Two reports tell one thing of one speaker though the measure is below ``least``, the likeness
    that makes one entry, or two though it is not far above. ``apart``: what contrasts took off;
    ``cosine``: of their vectors.
    """
    if score >= _SURE or not _to_be_looked_at(a, b):
        return score, ""
    if score < least and a.speaker != b.speaker:
        return score, ""
    odds = log_odds(a.voiceless, b.voiceless)
    if score >= least:
        return (least / 2, _told("not the same", -odds)) if odds <= _TWO else (score, "")
    needed = _ONE - _FOR_CONTRAST * apart
    if cosine < _FAR_APART:
        needed += _FOR_PAIRS * log((len(a.beside) + 1) * (len(b.beside) + 1))
    return (least, _told("the same", odds)) if odds >= needed else (score, "")


def denied_alike(a: Telling, b: Telling) -> bool:
    """Whether two reports tell one thing of one speaker, the one by denying its opposite: "would
    abstain" / "will vote neither for nor against"."""
    if a.speaker != b.speaker or not _to_be_looked_at(a, b):
        return False
    return log_odds(a.voiceless, b.voiceless) >= _ONE_THOUGH_DENIED


def _to_be_looked_at(a: Telling, b: Telling) -> bool:
    return a.report.id != b.report.id and all(
        _SHORTEST <= len(t.words.plain) <= _LONGEST for t in (a, b)
    )


def _told(what: str, odds: float) -> str:
    return f"read side by side: {what} with a probability of {1 / (1 + exp(-odds)):.2f}"
