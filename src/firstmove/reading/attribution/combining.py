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
from itertools import pairwise

from firstmove.reading.attribution import cues
from firstmove.reading.attribution.claim import Claim
from firstmove.reading.attribution.media import media_role
from firstmove.reading.attribution.places import overlap, shared
from firstmove.reading.parsing.clauses import Place
from firstmove.statement import Quotation

ADDED = 0.5  # how sure the tagger must be of what it alone finds
ADDED_QUOTED = 0.7  # the same for a quotation: a wrong speaker is worst there
PREFERRED = 0.5  # how sure, for its spans to replace the rules'
NARROWED = 0.8  # the same, where they are a part of the rules'
DOUBTED = 0.8  # below it the rules' speaker stands, where the two name different ones
POSSIBLE = 0.02  # the least probability of a cue for what the rules alone find
_KEPT = frozenset({"q", "+", "according", "offer", "t"})  # frames that stay in any case
_TELLERS = frozenset(  # who speak for others, or of what they heard
    "official officials source sources diplomat diplomats people spokesman spokeswoman "
    "spokesperson spokesmen spokespeople lawyer lawyers attorney attorneys aide aides adviser "
    "advisers mediator mediators witness witnesses minutes".split()
)
_QUOTED = frozenset({"q", "+"})
_SAME = 0.5
_NEARLY = 0.8
_GAP = 2  # words between two parts of an indirect content, besides its cue and source
_CONDITION = re.compile(
    r"[\s,—–]{0,4}(?:(?:but|and) )?(?:only )?(?:if|unless|until|provided|providing|as long as|"
    r"so long as|on (?:the )?condition|in (?:return|exchange)|should|once)\b",
    re.IGNORECASE,
)
_MOVES = re.compile(
    r"\b(?:demand|refus|reject|vow|threaten|pledg|offer|promis|accus|warn|urg"
    r"|call\w{0,3} (?:for|on)\b)",
    re.IGNORECASE,
)
_JOINED = re.compile(r",?\s{1,3}(?:and|but)\s{1,3}(?:then |also )?\Z")
_CARRYING = re.compile(r",\s\w{2,12}ing\s(?:that\s)?")  # "his removal, | believing | he lied"
_TO = re.compile(r"\bto\s")
_OBJECT = re.compile(r"\s(him|her|them|us|me)\b")
_INVERTED = re.compile(r"\s{1,4}(?:should|had|were)\b")


def joined(
    text: str,
    ruled: Sequence[Claim],
    tagged: Sequence[Claim],
    cue_chance: Callable[[Sequence[Place]], float],
) -> list[Claim]:
    """The claims of one paragraph, none told twice."""
    carriers = [claim for claim in (*ruled, *tagged) if _carries(text, claim)]
    result = []
    for claim in ruled:
        same = _same(claim, tagged, ruled)
        if same:
            better = _better(text, claim, max(same, key=sureness), ruled)
            result.append(_carried(claim, better, tagged))
        elif (
            claim.frame in _KEPT
            or cue_chance(claim.cue) >= POSSIBLE
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


def _carried(ruled: Claim, better: Claim, tagged: Sequence[Claim]) -> Claim:
    """'“…,” she said, speaking of the pier. “…”': what goes on behind how it was said stays hers,
    where the tagger gives it to nobody."""
    if ruled.frame not in _QUOTED or ruled.speaker != better.speaker:
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
            and not _one_deed(text, other.cue, claim)
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


def sureness(claim: Claim) -> float:
    return claim.sure or 0.0


def is_same(one: Claim, other: Claim) -> bool:
    """Whether two claims tell the same: by one cue, or with mostly the same content."""
    return shared(one.cue, other.cue) > 0 or _alike(one, other)


def _alike(one: Claim, other: Claim) -> bool:
    """Mostly the same content, and neither's cue in the content of the other."""
    nested = shared(one.content, other.cue) or shared(other.content, one.cue)
    return not nested and overlap(one.content, other.content) >= _SAME


def _better(text: str, ruled: Claim, tagged: Claim, every: Sequence[Claim]) -> Claim:
    """One claim for a cue that both found."""
    near = overlap(ruled.content, tagged.content) >= _NEARLY
    agreed = shared(_speaker(ruled), _speaker(tagged)) > 0
    others = [other for other in every if other is not ruled]
    noun = ruled.frame in ("n", "offer")  # "a call by the mayor for a truce": cut by the parse
    if noun or (near and agreed) or sureness(tagged) < PREFERRED:
        return ruled
    if _wrong(text, ruled, tagged, others):
        return ruled
    unsure = not agreed and sureness(tagged) < DOUBTED and ruled.frame not in _QUOTED
    if tagged.speaker is None or (unsure and ruled.speaker is not None):
        tagged = replace(tagged, speaker=ruled.speaker, head=ruled.head)
    return replace(tagged, frame=ruled.frame)


def _wrong(text: str, ruled: Claim, tagged: Claim, others: Sequence[Claim]) -> bool:
    """Whether the tagger's spans look wrong beside those of the rules."""
    return (
        _narrower(ruled, tagged)
        or _takes_topmost(ruled, tagged)
        or _loses_topmost(ruled, tagged)
        or (sureness(tagged) < DOUBTED and not shared(ruled.content, tagged.content))
        or _takes_topic(text, ruled, tagged)
        or _takes_before(text, ruled, tagged)
        or _leaves_deed(text, ruled, tagged)
        or any(_one_deed(text, ruled.cue, other) for other in others)
        or _without_condition(text, ruled, tagged)
        or _strewn(text, tagged)
        or _swallows(ruled, tagged, others)
        or (shared(tagged.cue, ruled.cue) == 0 and _carries(text, tagged))
    )


def _narrower(ruled: Claim, tagged: Claim) -> bool:
    (start, end), *more = tagged.content
    inside = any(s <= start and end <= e for s, e in ruled.content)
    return not more and inside and sureness(tagged) < NARROWED


def _takes_topmost(ruled: Claim, tagged: Claim) -> bool:
    """ "Velm, Oske's envoy said, is not ready": who is told of is no part of who tells it."""
    told = shared(ruled.content, _speaker(tagged))
    return len(ruled.content) > 1 and told > 0 and shared(_speaker(ruled), _speaker(tagged)) > 0


def _loses_topmost(ruled: Claim, tagged: Claim) -> bool:
    """ "Velm, said its rival, | wants more": who wants it is told before the saying."""
    first, *more = ruled.content
    behind = more and _speaker(ruled) and first[1] <= ruled.cue[0][0] < more[0][0]
    return bool(behind) and not shared((first,), tagged.content)


def _takes_topic(text: str, ruled: Claim, tagged: Claim) -> bool:
    """ "said of the offer | that it was a trap": what it is about is no part of what is said."""
    last = text[slice(*tagged.cue[-1])].split()[-1]
    early = tagged.content[0][0] < ruled.content[0][0] < tagged.content[0][1]
    return ruled.frame == "c" and early and last in ("of", "about", "on")


def _takes_before(text: str, ruled: Claim, tagged: Claim) -> bool:
    """'“Until when?” Then a voice adds: “Now.”': a finished quotation before a sentence that leads
    in the next is not of that sentence's speaker."""
    first = min(s for s, _ in (*ruled.cue, *_speaker(ruled)))
    if ruled.frame != "q" or ruled.content[0][0] < first:
        return False
    ends = [e for _, e in tagged.content if e <= first]
    return any(set(text[e - 2 : e + 2]) & set(".?!") for e in ends)


def _leaves_deed(text: str, ruled: Claim, tagged: Claim) -> bool:
    """ "do not want the reply – which came late – | to end there": whom, and not what is wanted."""
    end, further = tagged.content[-1][1], ruled.content[-1][1]
    begun = tagged.content[0][0] <= ruled.content[0][0]
    return ruled.frame == "a" and begun and _TO.search(text, end, further) is not None


def _one_deed(text: str, cue: Sequence[Place], other: Claim) -> bool:
    """ "confirmed that Roe called him and told him to go": whom both verbs of the clause are done
    to has not done the second."""
    start, end = other.content[-1]
    to = _OBJECT.match(text, cue[-1][1])
    if other.frame != "c" or to is None or not start < cue[0][0] < end:
        return False
    return re.search(rf"\b{to[1]}\b", text[start : cue[0][0]]) is not None


def _without_condition(text: str, ruled: Claim, tagged: Claim) -> bool:
    """The tagger likes to cut off "unless …", and to keep "should the talks fail"."""
    end, further = tagged.content[-1][1], ruled.content[-1][1]
    if end < further:
        return _CONDITION.match(text, end, further) is not None
    return further < end and _INVERTED.match(text, further, end) is not None


def _strewn(text: str, tagged: Claim) -> bool:
    """Parts of an indirect content with more between them than the telling itself."""
    if tagged.quotation is Quotation.DIRECT:
        return False
    telling = (*_speaker(tagged), *tagged.cue)
    return any(
        (len(text[end:start].split()) > _GAP or _CARRYING.fullmatch(text, end, start))
        and not any(end <= first and last <= start for first, last in telling)
        for (_, end), (start, _) in pairwise(tagged.content)
    )


def _swallows(ruled: Claim, tagged: Claim, others: Sequence[Claim]) -> bool:
    """Whether the content takes in the claim's own speaker, or another claim's telling."""
    content = tagged.content
    if shared(tagged.cue, ruled.cue) and shared(content, _speaker(ruled)):
        return True
    for other in others:
        if shared(ruled.content, other.cue):
            continue
        quoted = other.frame in _QUOTED and not shared(ruled.content, other.content)
        if quoted and not shared(tagged.cue, other.cue) and shared(content, other.content):
            return True
        if other.head is not None and other.head == ruled.head and shared(content, other.cue):
            return True
        apart = len(content) > len(ruled.content) and not shared(other.cue, ruled.cue)
        if apart and shared(content, (*other.cue, *_speaker(other))):
            return True
    return False


def _carries(text: str, claim: Claim) -> bool:
    """Whether the speaker is an agency, outlet or unnamed teller: each carries what others say."""
    if claim.speaker is None:
        return False
    words = [
        word.strip("’'.,").removesuffix("’s").removesuffix("'s").lower()
        for word in text[slice(*claim.speaker)].split()
    ]
    return (
        media_role(text[slice(*claim.speaker)]) is not None
        or (claim.frame == "according" and any(w in cues.DOCUMENTS for w in words))
        or words[-1] in cues.MEDIA_NOUNS
        or any(word in _TELLERS for word in words)
    )


def _speaker(claim: Claim) -> tuple[Place, ...]:
    return (claim.speaker,) if claim.speaker is not None else ()
