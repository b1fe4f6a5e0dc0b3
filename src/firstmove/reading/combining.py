"""One set of claims from the rules' and the tagger's.

Where both find a cue the rules' spans stand: they are cut by the parse, and the tests of the rules
hold for them. What the tagger alone finds is added where it is sure enough; what the rules alone
find stays unless it is of a form that is wrong more often than right.
"""

from __future__ import annotations

from collections.abc import Sequence

from firstmove.reading.claim import Claim
from firstmove.reading.clauses import Place

ADDED = 0.5
_SAME = 0.5


def joined(text: str, ruled: Sequence[Claim], tagged: Sequence[Claim]) -> list[Claim]:
    """The claims of one paragraph, none told twice."""
    added = [
        c
        for c in tagged
        if (c.sure or 0.0) >= ADDED and not any(is_same(c, other) for other in ruled)
    ]
    return [*ruled, *added]


def is_same(one: Claim, other: Claim) -> bool:
    """Whether two claims tell the same: by one cue, or with mostly the same content."""
    if _shared(one.cue, other.cue):
        return True
    shared = _shared(one.content, other.content)
    return shared >= _SAME * (one.length + other.length - shared)


def _shared(one: Sequence[Place], other: Sequence[Place]) -> int:
    """How many characters two sets of places share."""
    return sum(max(0, min(e, f) - max(s, t)) for s, e in one for t, f in other)
