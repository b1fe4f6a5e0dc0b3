"""One set of claims from the rules' and the tagger's.

The thresholds were set on the articles kept for tuning (training/polnear.py). Where both tell
nearly the same the rules' spans stand, which are cut by the parse; where they differ the tagger's
do, unless they look wrong beside the rules'. What the tagger alone finds is added where it is sure
enough and names a source. What the rules alone find stays where the tagger thinks a cue possible
(of the others one in fifty was right), or where it stands in what an agency carries: the corpus
marks no telling within a telling.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from firstmove.reading.attribution.claim import Claim
from firstmove.reading.attribution.places import overlap, shared
from firstmove.reading.attribution.preferring import (
    DOUBTED,
    QUOTED,
    carries,
    looks_wrong,
    one_deed,
    speaker_places,
    sureness,
    told_here,
)
from firstmove.reading.parsing.clauses import Place
from firstmove.statement import Quotation

ADDED = 0.6  # how sure the tagger must be of what it alone finds
ADDED_QUOTED = 0.7  # the same for a quotation: a wrong speaker is worst there
PREFERRED = 0.5  # how sure, for its spans to replace the rules'
POSSIBLE = 0.02  # the least probability of a cue for what the rules alone find
PLAIN = 0.001  # the same of “said” and “demand”
_KEPT = frozenset({"q", "+", "according", "offer", "t"})  # frames that stay in any case
_SAME = 0.5
_NEARLY = 0.8
_MOVES = re.compile(
    r"\b(?:demand|refus|reject|vow|threaten|pledg|offer|promis|accus|warn|urg"
    r"|call\w{0,3} (?:for|on)\b)",
    re.IGNORECASE,
)
_SAID = re.compile(r"\b(?:said|says)\b")
_JOINED = re.compile(r",?\s{1,3}(?:and|but)\s{1,3}(?:then |also )?\Z")


def joined(
    text: str,
    ruled: Sequence[Claim],
    tagged: Sequence[Claim],
    cue_chance: Callable[[Sequence[Place]], float],
) -> list[Claim]:
    """The claims of one paragraph, none told twice."""
    carriers = [claim for claim in (*ruled, *tagged) if carries(text, claim)]
    result = []
    for claim in ruled:
        same = _same(claim, tagged, ruled)
        if same:
            better = _better(text, claim, max(same, key=sureness), ruled)
            result.append(_carried(claim, better, tagged))
        elif (
            claim.frame in _KEPT
            or cue_chance(claim.cue) >= (PLAIN if _is_plain(text, claim) else POSSIBLE)
            or any(shared(c.content, claim.cue) for c in carriers)
            or (claim.frame == "n" and _answered(claim, ruled))
            or _goes_on(text, claim, ruled)
        ):
            result.append(claim)
    result += [
        claim
        for claim in tagged
        if claim.speaker is not None
        and sureness(claim) >= (ADDED_QUOTED if claim.quotation is Quotation.DIRECT else ADDED)
        and not any(is_same(claim, other) for other in ruled)
    ]
    return [_parted(text, claim, tagged) for claim in result if not _within(claim, result)]


def _is_plain(text: str, claim: Claim) -> bool:
    """ "The Greens said", in a list; "the miners' demand" that angers others."""
    cue = " ".join(text[start:end] for start, end in claim.cue)
    told = {"c": _SAID, "n": _MOVES}.get(claim.frame)
    return told is not None and told.search(cue) is not None


def _carried(ruled: Claim, better: Claim, tagged: Sequence[Claim]) -> Claim:
    """'“…,” she said, speaking of the pier. “…”': what goes on behind how it was said stays hers,
    where the tagger gives it to nobody."""
    if ruled.frame not in QUOTED or ruled.speaker != better.speaker:
        return better
    told = [place for claim in (better, *tagged) for place in claim.content]
    more = [place for place in ruled.content[1:] if not shared((place,), told)]
    return replace(better, content=tuple(sorted((*better.content, *more)))) if more else better


def _within(claim: Claim, every: Sequence[Claim]) -> bool:
    """ "his call for" a truce, in "repeated his call for": told once, by the one he is."""
    if claim.speaker is None:
        return False
    telling = (*claim.cue, claim.speaker)
    return any(
        other is not claim
        and any(all(s <= a and b <= e for a, b in telling) for s, e in other.cue)
        and overlap(claim.content, other.content) >= _NEARLY
        for other in every
    )


def _parted(text: str, claim: Claim, tagged: Sequence[Claim]) -> Claim:
    """ "said the council had lied | and vowed to sue": by the parse the council may have vowed; the
    tagger, where it is sure, tells whose vow it is."""
    if claim.quotation is Quotation.DIRECT or claim.speaker is None:
        return claim
    start, end = claim.content[-1]
    for other in tagged:
        first = other.cue[0][0]
        joint = _JOINED.search(text, start, first) if start < first < end else None
        if (
            joint is not None
            and sureness(other) >= DOUBTED
            and other.speaker == claim.speaker
            and other.cue != claim.cue
            and other.content[0][0] > first
            and not one_deed(text, other.cue, claim)
        ):
            return replace(claim, content=(*claim.content[:-1], (start, joint.start())))
    return claim


def _answered(noun: Claim, ruled: Sequence[Claim]) -> bool:
    """ "rejected the union's offer to wait": the offer stands in what is rejected."""
    return any(c.frame == "o" and shared(c.content, noun.cue) for c in ruled)


def _goes_on(text: str, claim: Claim, ruled: Sequence[Claim]) -> bool:
    """ "accused the firm of lying and demanded its money back": a second move, told with the same
    name, of which the tagger may make one."""
    begun = claim.cue[0][0]
    return _MOVES.search(text, *claim.cue[0]) is not None and any(
        other.head == claim.head
        and other.head is not None
        and other.cue[0][1] < begun
        and not shared(other.content, claim.cue)
        for other in ruled
    )


def _same(claim: Claim, tagged: Sequence[Claim], ruled: Sequence[Claim]) -> list[Claim]:
    """The tagger's claims by the cue of one of the rules'; else those with its content, unless
    theirs is the cue of another."""
    by_cue = [other for other in tagged if shared(claim.cue, other.cue)]
    return by_cue or [
        other
        for other in tagged
        if _alike(claim, other) and not any(shared(other.cue, known.cue) for known in ruled)
    ]


def is_same(one: Claim, other: Claim) -> bool:
    """Whether two claims tell the same: by one cue, or with mostly the same content."""
    return shared(one.cue, other.cue) > 0 or _alike(one, other)


def _alike(one: Claim, other: Claim) -> bool:
    """Mostly the same content, and neither's cue in the content of the other."""
    nested = shared(one.content, other.cue) or shared(other.content, one.cue)
    return not nested and overlap(one.content, other.content) >= _SAME


def _better(text: str, ruled: Claim, tagged: Claim, every: Sequence[Claim]) -> Claim:
    """One claim for a cue that both found."""
    tagged = told_here(text, ruled, tagged)
    near = overlap(ruled.content, tagged.content) >= _NEARLY
    agreed = shared(speaker_places(ruled), speaker_places(tagged)) > 0
    others = [other for other in every if other is not ruled]
    noun = ruled.frame in ("n", "offer")  # "a call by the mayor for a truce": cut by the parse
    if noun or (near and agreed) or sureness(tagged) < PREFERRED:
        return ruled
    if looks_wrong(text, ruled, tagged, others):
        return ruled
    unsure = not agreed and sureness(tagged) < DOUBTED and ruled.frame not in QUOTED
    unsure = unsure or [text[s:e] for s, e in speaker_places(tagged)] in (["which"], ["who"])
    if tagged.speaker is None or (unsure and ruled.speaker is not None):
        tagged = replace(tagged, speaker=ruled.speaker, head=ruled.head)
    return replace(tagged, frame=ruled.frame)
