"""What nobody has in hand: acts done already, only imagined, or done by being said.

Ordinary news is full of them: “we have come a long way”, “if I saw it I wouldn’t eat there”, “put a
proposal on the table”. None could be taken or left by anybody.
"""

from __future__ import annotations

import re

from firstmove.drafting.acts.named import Named
from firstmove.drafting.acts.whose import PROPOSALS
from firstmove.statement import ActPlace, Kind, Quotation, Statement

_DONE = re.compile(
    r"\b(?:have|has|had|did|['’](?:ve|d))(?:n['’]t| not| never)?(?: \w+ly| also| already)? $",
    re.IGNORECASE,
)
# "Confessed to | taking the money": done, whatever its form.
_ADMITTED = re.compile(
    r"\b(?:admit|confess|fess|own|acknowledg|apologi[sz])\w*(?: \w+){0,3}$", re.IGNORECASE
)
_GERUND = re.compile(r"(?:to |for )?(?:having |\w+ly )?\w+ing\b", re.IGNORECASE)
_FEARED = re.compile(
    r"\b(?:concern|fear|worr|risk|doubt)\w*\b[^.;]{0,80}\bthat (?:it|this|they) "
    r"(?:might|could|would|may) $",
    re.IGNORECASE,
)
_IMAGINED = re.compile(r"if i(?:['’]d| (?:were|was|had|saw|did|could|\w+ed))\b", re.IGNORECASE)
# “I would never have forgiven myself | if I had refused”: of what was, told as it was not.
_PAST_IF = re.compile(r"\bhad\b|['’]d (?:\w+ed|been)\b", re.IGNORECASE)
_WOULD_HAVE = re.compile(
    r"\b(?:would|could|might|should)(?:n['’]t| not| never| \w+ly)? have\b|['’]d have\b",
    re.IGNORECASE,
)
# Said, and thereby done.
_SAYING = re.compile(
    r"(?:offer|give|make|voice|share|deliver|provide) "
    r"(?:(?:an?|the|my|our|his|her|its|their|some|any|more|no|only) )?(?:[\w-]+ ){0,2}"
    r"(?:account|advice|analys[ie]s|argument|assessment|caveat|clue|comment|compliment|critique|"
    r"criticism|defen[cs]e of|denial|description|estimate|evaluation|explanation|forecast|glimpse|"
    r"guide|hint|insight|opinion|perspective|prayer|prediction|rationale|rebuke|rejoinder|remark|"
    r"reminder|reply|review|"
    r"retort|slogan|speech|summary|thought|verdict|view)s?\b.*"
    r"|announce (?:that|whether|his|her|its|their|an? decision)\b.*"
    r"|(?:applaud|commend|compliment|congratulate|praise|salute|thank)\b.*"
    r"|point out\b.*|speak (?:out|up|about|of|on|to)\b.*|(?:comment|interview)\b.*",
    re.IGNORECASE,
)
# "Defend it against efforts by Norland to repeal it": what others try.
_OTHERS_TRY = re.compile(
    r"\b(?:against|amid|amidst|despite|from) (?:[\w’'-]+ ){0,3}(?:attempts?|bids?|calls?|"
    r"campaigns?|demands?|drives?|efforts?|moves?|plans?|proposals?|pushe?s?)"
    r"(?: by [^,.;]{2,40}?)? to $"
)
# What was hoped for then is not told to be wanted now.
_HAD_HOPED = re.compile(r"had (?:\w+ )?(?:hoped|intended|meant|planned|wanted|wished)$")
# Done in the mind alone.
_THINKING = re.compile(
    r"(?:ascribe|bet|contemplate|dream|expect|forget|guess|imagine|overestimate|overlook|pretend|"
    r"remember|speculate|think|underestimate|wonder)\b.*"
    r"|(?:catch|get|have) an? (?:feel|feeling|glimpse|hint|idea|impression|look|sense|taste)\b.*",
    re.IGNORECASE,
)
# Of no one thing: “we will work”, “vowed to fight on”.
_GOING_ON = re.compile(
    r"(?:work|try|win|lose|fight|give up)|(?:carry|fight|press|soldier|struggle) on"
    r"|(?:happen|occur)\b.*",
    re.IGNORECASE,
)
_MADE = re.compile(
    r"(?:has |have |had )?(?:put|lays?|laid|presents?|presented|tables?|tabled|submit\w*|unveil\w*|"
    r"floats?|floated|circulat\w*|sent|sends?|issued?|issues|publish\w*|outlin\w*)"
    r"(?: forward| out)?",
    re.IGNORECASE,
)
_PROPOSAL = re.compile(rf"(?:counter-?)?{PROPOSALS}\b", re.IGNORECASE)
_THREAT = re.compile(r"(?:threat|warning|ultimatum)s?$", re.IGNORECASE)
_MANY = re.compile(r"\b[a-z]+s$")  # "officials"
_IT_WOULD = re.compile(r"\b(?:it|this|that) (?:would|will|could|might)(?: \w+ly)? $", re.IGNORECASE)
_OWN = re.compile(r"(?:her|his|its|our|the|their) ", re.IGNORECASE)
_STATE = re.compile(r"(?:an?|any|her|his|its|our|the|their) ", re.IGNORECASE)


def is_ahead(item: Named) -> bool:
    """Whether an act, as its statement tells it, is one that is still to be taken or left."""
    statement, act = item.statement, item.act
    if _is_unreal(statement):
        return False
    if act.place is ActPlace.CONDITION or statement.kind is Kind.REQUEST:
        return True
    before, _ = statement.around(act.span)
    if _FEARED.search(before):
        return False  # “despite concerns that it might encourage others”
    if item.owner == item.side and _OTHERS_TRY.search(before):
        return False
    if any(_HAD_HOPED.fullmatch(cue.quote) for cue in statement.cue):
        return False
    if act.thing:
        said = _SAYING.fullmatch(f"offer {item.label}") is not None
        return not (said or _only_made(item) or _only_threatened(item))
    if any(p.fullmatch(item.label) for p in (_SAYING, _THINKING, _GOING_ON)):
        return False
    if _DONE.search(before) or _is_admitted(statement):
        return False
    if statement.kind is Kind.WARN and _by_a_thing(item):
        return False
    if statement.kind is Kind.ASSESS and _STATE.match(item.label):
        return False  # "the leverage is going to shift"
    condition = statement.condition
    told = condition.span.quote if condition is not None else ""
    return statement.quotation is Quotation.INDIRECT or not _IMAGINED.match(told)


def _is_admitted(statement: Statement) -> bool:
    admits = any(_ADMITTED.search(cue.quote) for cue in statement.cue)
    return admits and _GERUND.match(statement.content[0].quote) is not None


def _is_unreal(statement: Statement) -> bool:
    told = statement.condition
    if told is None or not _PAST_IF.search(told.span.quote):
        return False
    return any(_WOULD_HAVE.search(span.quote) for span in statement.content)


def _only_made(item: Named) -> bool:
    """ "Put a proposal on the table": not for its own side to accept."""
    cues = item.statement.cue
    made = bool(cues) and all(_MADE.fullmatch(cue.quote) for cue in cues)
    return made and item.owner == item.side and _PROPOSAL.search(item.label) is not None


def _only_threatened(item: Named) -> bool:
    """ "Threatening his dream": what is in danger, and no deed; "delivered a threat": which?"""
    if item.statement.kind is not Kind.THREATEN:
        return False
    return bool(_THREAT.search(item.label) or _OWN.match(item.label))


def _by_a_thing(item: Named) -> bool:
    """ "Officials warn that it would put their people at risk": the bill would, and no official."""
    speaker = item.statement.speaker
    many = speaker is not None and _MANY.search(speaker.span.quote) is not None
    before, _ = item.statement.around(item.act.span)
    return many and _IT_WOULD.search(before) is not None
