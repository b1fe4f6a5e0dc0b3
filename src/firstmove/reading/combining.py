"""One set of claims from the rules' and the tagger's.

The thresholds were set on the articles kept for tuning (training/polnear.py). Where both tell
nearly the same the rules' spans stand, which are cut by the parse; where they differ the tagger's
do. What the tagger alone finds is added where it is sure enough and names a source. What the rules
alone find stays where the tagger thinks a cue possible: of the others one in twenty was right.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from firstmove.reading.claim import Claim
from firstmove.reading.clauses import Place

ADDED = 0.5  # how sure the tagger must be of what it alone finds
ADDED_UNNAMED = 0.9  # the same, where nobody is named
PREFERRED = 0.5  # how sure, for its spans to replace the rules'
POSSIBLE = 0.1  # the least probability of a cue for what the rules alone find
_SAME = 0.5
_NEARLY = 0.8


def joined(
    ruled: Sequence[Claim], tagged: Sequence[Claim], cue_chance: Callable[[Sequence[Place]], float]
) -> list[Claim]:
    """The claims of one paragraph, none told twice."""
    result = []
    for claim in ruled:
        same = [other for other in tagged if is_same(claim, other)]
        if same:
            result.append(_better(claim, max(same, key=sureness)))
        elif cue_chance(claim.cue) >= POSSIBLE:
            result.append(claim)
    for claim in tagged:
        least = ADDED if claim.speaker is not None else ADDED_UNNAMED
        if sureness(claim) >= least and not any(is_same(claim, other) for other in ruled):
            result.append(claim)
    return result


def sureness(claim: Claim) -> float:
    return claim.sure or 0.0


def _better(ruled: Claim, tagged: Claim) -> Claim:
    """One claim for a cue that both found."""
    near = overlap(ruled.content, tagged.content) >= _NEARLY
    speakers = ruled.speaker is not None and tagged.speaker is not None
    agreed = speakers and _shared((ruled.speaker,), (tagged.speaker,)) > 0
    if (near and agreed) or sureness(tagged) < PREFERRED:
        return ruled
    if tagged.speaker is None:
        tagged = replace(tagged, speaker=ruled.speaker, head=ruled.head)
    return replace(tagged, frame=ruled.frame)


def is_same(one: Claim, other: Claim) -> bool:
    """Whether two claims tell the same: by one cue, or with mostly the same content."""
    return _shared(one.cue, other.cue) > 0 or overlap(one.content, other.content) >= _SAME


def overlap(one: Sequence[Place], other: Sequence[Place]) -> float:
    """The characters in both sets of places, of those in either."""
    shared = _shared(one, other)
    either = sum(e - s for s, e in (*one, *other)) - shared
    return shared / either if either else 0.0


def _shared(one: Sequence[Place], other: Sequence[Place]) -> int:
    return sum(max(0, min(e, f) - max(s, t)) for s, e in one for t, f in other)
