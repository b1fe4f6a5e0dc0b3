"""Whether the tagger's spans look wrong beside those that the rules found for the same cue."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from firstmove.reading.attribution.claim import Claim
from firstmove.reading.attribution.places import shared
from firstmove.reading.lexicon import cues
from firstmove.reading.parsing.clauses import Place
from firstmove.reading.people.media import media_role
from firstmove.statement import Quotation

NARROWED = 0.8  # how sure the tagger must be, for spans that are a part of the rules'
DOUBTED = 0.8  # below it the rules' speaker stands, where the two name different ones
_TELLERS = frozenset(  # who speak for others, or of what they heard
    "official officials source sources diplomat diplomats people spokesman spokeswoman "
    "spokesperson spokesmen spokespeople lawyer lawyers attorney attorneys aide aides adviser "
    "advisers mediator mediators witness witnesses minutes".split()
)
QUOTED = frozenset({"q", "+"})
_GAP = 2  # words between two parts of an indirect content, besides its cue and source
_CONDITION = re.compile(
    r"[\s,—–]{0,4}(?:(?:but|and) )?(?:only )?(?:if|unless|until|provided|providing|as long as|"
    r"so long as|on (?:the )?condition|in (?:return|exchange)|should|once)\b",
    re.IGNORECASE,
)
_CARRYING = re.compile(r",\s\w{2,12}ing\s(?:that\s)?")  # "his removal, | believing | he lied"
_INSIDE = re.compile(
    r"(?:that|which|who|whom|whose|because|where|whether|if|unless|until|although|though|after|"
    r"before|when|while|since|once)\b"
)
_HOW = re.compile(r"(?:because|while|after|as|when|where|who|which|whose|since|before)\b")
_ENDED = re.compile(r"[^\W\d_]{3}[.?!]\s")
_SENTENCE = re.compile(r"[^“”\"]*[^\W\d_]{3}[.?!]\s{1,3}[“\"]?\Z")
_FEW = 4  # words
_SIDE_BY_SIDE = re.compile(r"\w\W{0,2}[”\"]\s{1,3}[“\"]\Z")
_DENIED = re.compile(r"\b(?:not|never)\b|n[’']t\b", re.IGNORECASE)
_TO = re.compile(r"\bto\s")
_OBJECT = re.compile(r"\s(him|her|them|us|me)\b")
_INVERTED = re.compile(r"\s{1,4}(?:should|had|were)\b")


def looks_wrong(text: str, ruled: Claim, tagged: Claim, others: Sequence[Claim]) -> bool:
    """Whether the tagger's spans look wrong beside those of the rules."""
    return (
        _narrower(text, ruled, tagged)
        or _takes_topmost(ruled, tagged)
        or _loses_topmost(ruled, tagged)
        or _elsewhere(text, ruled, tagged)
        or _torn_off(text, ruled, tagged)
        or _takes_other(text, ruled, tagged)
        or _takes_topic(text, ruled, tagged)
        or _takes_before(text, ruled, tagged)
        or _takes_lead(text, ruled, tagged)
        or _takes_denied(text, ruled, tagged)
        or _leaves_deed(text, ruled, tagged)
        or any(one_deed(text, ruled.cue, other) for other in others)
        or _without_condition(text, ruled, tagged)
        or _strewn(text, tagged)
        or _swallows(ruled, tagged, others)
        or (shared(tagged.cue, ruled.cue) == 0 and carries(text, tagged))
    )


def _elsewhere(text: str, ruled: Claim, tagged: Claim) -> bool:
    """What is told elsewhere than the parse has it: unsure, or a few words and no clause."""
    few = len(text[slice(*tagged.content[-1])].split()) < _FEW and len(tagged.content) == 1
    doubted = sureness(tagged) < DOUBTED or (ruled.frame == "c" and few)
    return doubted and not shared(ruled.content, tagged.content)


def _torn_off(text: str, ruled: Claim, tagged: Claim) -> bool:
    """ "The firm will pay the fee | that it owes, she said": no saying behind what is said begins
    in its middle; "…, she told a hall lit by lamps | because the power was off": how it was told.
    """
    said, cue = ruled.content[0], ruled.cue[0][0]
    if ruled.frame == "i" and said[0] < tagged.content[0][0] < said[1]:
        return True  # "was ready to wait in exchange for | a written promise"
    first = min(s for s, _ in (*ruled.cue, *speaker_places(ruled)))
    if ruled.frame != "c" or len(ruled.content) > 1 or said[1] > first:
        return False
    begun = tagged.content[0][0]
    if said[0] < begun < said[1]:
        return _INSIDE.match(text, begun) is not None
    if begun > cue and _HOW.match(text, begun) is not None:
        return True
    return begun > cue and ";" in text[cue:begun]  # "…, she said; the rest, she thought, would do"


def told_here(text: str, ruled: Claim, tagged: Claim) -> Claim:
    """The tagger's claim without the end of a sentence before: "offered | to wait. Its envoy called
    on Velm to go" are two, where no words are quoted."""
    first = min(s for s, _ in (*ruled.cue, *ruled.content, *speaker_places(ruled)))
    if tagged.quotation is Quotation.DIRECT or ruled.frame in QUOTED:
        return tagged
    kept = [
        (s, e)
        for s, e in tagged.content
        if not (e <= first and _ENDED.search(text, max(s, e - 3), first))
        or set(text[s:e]) & set('“”"')
    ]
    return replace(tagged, content=tuple(kept)) if 0 < len(kept) < len(tagged.content) else tagged


def _takes_other(text: str, ruled: Claim, tagged: Claim) -> bool:
    """'praised them as “experts.” “In the end, …,” he said': two quotations side by side."""
    first, begun = tagged.content[0][0], ruled.content[0][0]
    return ruled.frame in QUOTED and _SIDE_BY_SIDE.search(text[first:begun]) is not None


def _narrower(text: str, ruled: Claim, tagged: Claim) -> bool:
    """A part, of which the tagger is not sure; or the last sentence alone of what is quoted."""
    (start, end), *more = tagged.content
    around = next(((s, e) for s, e in ruled.content if s <= start and end <= e), None)
    if more or around is None:
        return False
    quoted = ruled.frame in QUOTED and not set(text[around[0] : start]) & set('“”"')
    return sureness(tagged) < NARROWED or (quoted and start - around[0] > 1)


def _takes_topmost(ruled: Claim, tagged: Claim) -> bool:
    """ "Velm, Oske's envoy said, is not ready": who is told of is no part of who tells it."""
    told = shared(ruled.content, speaker_places(tagged))
    return (
        len(ruled.content) > 1
        and told > 0
        and shared(speaker_places(ruled), speaker_places(tagged)) > 0
    )


def _loses_topmost(ruled: Claim, tagged: Claim) -> bool:
    """ "Velm, said its rival, | wants more": who wants it is told before the saying."""
    first, *more = ruled.content
    behind = more and speaker_places(ruled) and first[1] <= ruled.cue[0][0] < more[0][0]
    return bool(behind) and not shared((first,), tagged.content)


def _takes_topic(text: str, ruled: Claim, tagged: Claim) -> bool:
    """ "said of the offer | that it was a trap": what it is about is no part of what is said."""
    last = text[slice(*tagged.cue[-1])].split()[-1]
    early = tagged.content[0][0] < ruled.content[0][0] < tagged.content[0][1]
    return ruled.frame == "c" and early and last in ("of", "about", "on")


def _takes_before(text: str, ruled: Claim, tagged: Claim) -> bool:
    """'“Until when?” Then a voice adds: “Now.”': a finished quotation before a sentence that leads
    in the next is not of that sentence's speaker."""
    first = min(s for s, _ in (*ruled.cue, *speaker_places(ruled)))
    begun, quoted = tagged.content[0][0], ruled.content[0][0]
    if ruled.frame == "q" and _SENTENCE.match(text, begun, quoted) is not None:
        return True  # "The mayor was cautious. “We will see,” she said"
    if ruled.frame != "q" or ruled.content[0][0] < first:
        return False
    ends = [e for _, e in tagged.content if e <= first]
    return any(set(text[e - 2 : e + 2]) & set(".?!") for e in ends)


def _takes_lead(text: str, ruled: Claim, tagged: Claim) -> bool:
    """ "The minister set a condition: | the lock must open, she said": the outlet leads in."""
    begun, said = tagged.content[0][0], ruled.content[0][0]
    leads = begun < said < tagged.content[0][1] and not set(text[begun:said]) & set('“”"')
    return leads and text[begun:said].rstrip().endswith(":")


def _takes_denied(text: str, ruled: Claim, tagged: Claim) -> bool:
    """ "did not repeat | a demand that it end": what is not repeated is demanded of nobody."""
    (start, end), (first, last) = ruled.cue[0], tagged.cue[0]
    longer = first <= start and end < last
    return longer and _DENIED.search(text, first, last) is not None


def _leaves_deed(text: str, ruled: Claim, tagged: Claim) -> bool:
    """ "do not want the reply – which came late – | to end there": whom, and not what is wanted; or
    what, and not whom."""
    (begun, end), said = tagged.content[-1], ruled.content[0][0]
    if ruled.frame != "a":
        return False
    if said < begun and len(tagged.content) == 1:
        return _TO.match(text, begun) is not None  # "told its army | to stay": and not whom
    further = ruled.content[-1][1]
    return tagged.content[0][0] <= said and _TO.search(text, end, further) is not None


def one_deed(text: str, cue: Sequence[Place], other: Claim) -> bool:
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
    telling = (*speaker_places(tagged), *tagged.cue)
    return any(
        (len(text[end:start].split()) > _GAP or _CARRYING.fullmatch(text, end, start))
        and not any(end <= first and last <= start for first, last in telling)
        for (_, end), (start, _) in pairwise(tagged.content)
    )


def _swallows(ruled: Claim, tagged: Claim, others: Sequence[Claim]) -> bool:
    """Whether the content takes in the claim's own speaker, or another claim's telling."""
    content = tagged.content
    if shared(tagged.cue, ruled.cue) and shared(content, speaker_places(ruled)):
        return True
    for other in others:
        if shared(ruled.content, other.cue):
            continue
        quoted = other.frame in QUOTED and not shared(ruled.content, other.content)
        if quoted and not shared(tagged.cue, other.cue) and shared(content, other.content):
            return True
        if other.head is not None and other.head == ruled.head and shared(content, other.cue):
            return True
        apart = len(content) > len(ruled.content) and not shared(other.cue, ruled.cue)
        if apart and shared(content, (*other.cue, *speaker_places(other))):
            return True
    return False


def carries(text: str, claim: Claim) -> bool:
    """Whether the speaker is an agency, outlet or unnamed teller: each carries what others say; so
    does "is said to have agreed"."""
    if claim.speaker is None:
        return text[slice(*claim.cue[-1])].lower().split()[-1] in cues.PASSED_ON
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


def speaker_places(claim: Claim) -> tuple[Place, ...]:
    return (claim.speaker,) if claim.speaker is not None else ()


def sureness(claim: Claim) -> float:
    return claim.sure or 0.0
