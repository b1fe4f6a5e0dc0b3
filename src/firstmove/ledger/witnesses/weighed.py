"""Two reports weighed: how surely they tell of one event, and what that stands on.

The weights were fitted by logistic regression, each with its sign held, on
``evaluation/data/events.toml`` and on news of the same event by several outlets, then rounded.
"""

from __future__ import annotations

from math import exp, log, log1p

from firstmove.ledger.comparing.numbers import CLOSE
from firstmove.ledger.entry import Compared
from firstmove.ledger.witnesses.traits import Traits

SAME = 0.5  # least score of two reports of one event
_LEAST_WORDS = 30  # of each report, for two to be parted
_NEAR = 2  # days between two reports of one event
_FAR = 14
_NAMED = 4  # names that are shown
_BIAS = -3.9
_MEANING = 4.1  # by how far the cosine of the openings lies between .3 and .8
_NAMES = 1.0
_SAID = 2.0
_QUOTES = 1.6
_LATER = -2.7  # by how far the days of publication lie between 2 and 14 days apart
_DAYS = 2.4
_WEEKDAYS = -0.9
_NUMBERS = 2.0
_OTHER_NUMBERS = -1.8


def compared_pair(a: Traits, b: Traits, cosine: float, alike: int) -> Compared:
    """Two reports weighed: score between 0 and 1, and what it stands on.

    ``cosine``: of their openings; ``alike``: how many things said are told by both.
    """
    reasons = [f"openings: meaning {cosine:.2f}"]
    told = _MEANING * min(1.0, max(0.0, (cosine - 0.3) / 0.5))
    told += _about_names(a, b, reasons) + _about_days(a, b, reasons)
    if alike:
        told += _SAID * min(1.0, log(1 + alike) / log(4))
        reasons.append(
            f"{alike} things said are told by both"
            if alike > 1
            else "one thing said is told by both"
        )
    if shared := a.runs & b.runs:
        told += _QUOTES * min(1.0, log1p(len(shared)) / 2)
        reasons.append(f"both quote: {' '.join(min(shared))}")
    same = {x for x in a.numbers if any(abs(x - y) <= CLOSE * max(x, y) for y in b.numbers)}
    if same:
        told += _NUMBERS * min(2, len(same)) / 2
        reasons.append("both: " + ", ".join(f"{x:,.10g}" for x in sorted(same)[:_NAMED]))
    elif a.numbers and b.numbers:
        told += _OTHER_NUMBERS
        reasons.append("no number in common")
    score = round(1 / (1 + exp(-(_BIAS + told))), 4)
    if score < SAME and min(a.size, b.size) < _LEAST_WORDS:
        score = SAME
        reasons.append("too short to be told apart")
    return Compared(a.id, b.id, score >= SAME, score, tuple(reasons))


def _about_names(a: Traits, b: Traits, reasons: list[str]) -> float:
    shares = [
        len(mine & theirs) / len(mine)
        for mine, theirs in ((a.lead_names, b.names), (b.lead_names, a.names))
        if mine
    ]
    shared = sorted(a.names & b.names)
    if shared:
        reasons.append("both name " + ", ".join(a.shown[key] for key in shared[:_NAMED]))
    for one, other in ((a, b), (b, a)):
        if alone := sorted(one.lead_names - other.names):
            reasons.append("only one names " + ", ".join(one.shown[key] for key in alone[:_NAMED]))
    return _NAMES * min(1.0, min(shares, default=0.5) / 0.75)


def _about_days(a: Traits, b: Traits, reasons: list[str]) -> float:
    told, near = 0.0, False
    if a.published is not None and b.published is not None:
        gap = abs((a.published - b.published).days)
        near = gap <= _NEAR
        told += _LATER * min(1.0, max(0, gap - _NEAR) / (_FAR - _NEAR))
        if gap > _NEAR:
            reasons.append(f"published {gap} days apart")
    dated = a.published is not None and b.published is not None
    if a.days & b.days:
        told += _DAYS
        reasons.append("the same day told")
    elif dated:
        told += _DAYS / 2 if near else 0
        reasons.append("no day in common")
    else:
        told += _DAYS / 2  # the days that one tells are not those of its publication
    if a.weekdays and b.weekdays and not a.weekdays & b.weekdays:
        # Where no day of publication tells more, all depends on the days of the week.
        told += _WEEKDAYS if dated else 3 * _WEEKDAYS
        reasons.append("other days of the week named")
    return told
