"""Which statements are positions: not facts stated, nor denials, nor what is looked back on."""

from __future__ import annotations

import re

from firstmove.drafting.acts.labels import kept_up
from firstmove.ledger import Entry
from firstmove.statement import Act, ActPlace, Condition, ConditionKind, Kind, Modality, Statement

TO_COME = (Modality.FUTURE, Modality.HYPOTHETICAL)
PLANS = (*TO_COME, Modality.OBLIGED)
_ASKED = frozenset("appeal appeals call calls demand demands plea pleas request requests".split())
# What was done and is looked back on: no act to come.
_LOOKED_BACK = re.compile(
    r"\b(?:apolog(?:y|ies|i[sz])|regret|lament|deplor|mourn|thank|congratulat|condol)",
    re.IGNORECASE,
)
# Owned to: no act to come, unless one is told.
_OWNED_TO = re.compile(
    r"\b(?:admit|acknowledg|confess|plead|pled\b|recall|remember)", re.IGNORECASE
)
# Only spoken of.
_REFERS = re.compile(r"(?:has |have |had |was |is )?(?:allud|referr?)(?:e|es|ed|ing|s)? to")
# What is asked to be told, and not to be done.
_QUESTION = re.compile(r"(?:asked|asks|asking|wonder\w*|inquir\w*|enquir\w*) (?:about|after|into)")
_ASKING = re.compile(r"(?:was |were |been )?ask(?:s|ed|ing)?\b", re.IGNORECASE)
_WHETHER = re.compile(r"whether\b", re.IGNORECASE)
_IF = re.compile(r"if\b", re.IGNORECASE)
# Done by being said.
_SAID_AND_DONE = re.compile(
    r"\b(?:I|we)(?:(?: would|['’]d) like to)? (?!(?:will|would|shall|should)\b)(?:\w+ ){0,3}"
    r"(?:apologi[sz]e|regret|thank|congratulate)\b",
    re.IGNORECASE,
)
# "to stay", also told to one's own: "its army to stay"
_TO = re.compile(r"(?:(?:its|his|her|their) (?:\w+ ){1,3})?to ", re.IGNORECASE)
# "We are not closing it": said of what is not going to be done
_NOT_DOING = re.compile(
    r"\b(?:am|are|is|was|were|['’](?:m|re|s))(?: not|n['’]t) going to \w+"
    r"|\b(?:am|are|is|['’](?:m|re|s))(?: not|n['’]t) "
    r"(?!ask|beg|blam|call|claim|den[iy]|look|say|seek|suggest|talk|tell|think|try|want)\w+ing\b"
)
_DENIES = re.compile(
    r"\b(?:contest|den(?:y|ie)|disput|doubt|question|refut)(?:s|d|ed|es|ing)?\b", re.IGNORECASE
)
# "Unless attacked": what is feared, and not asked for.
_HARMING = frozenset(
    """attack attacked attacks block blocked blocks breach breached breaches break breaks broke
    broken fail failed fails invade invaded invades provoke provoked refuse refused refuses
    reject rejected rejects resume resumed resumes strike strikes violate violated
    violates""".split()
)


# Done to others, and hoped for by nobody who would answer it.
_ATTACKING = re.compile(
    r"(?:(?:attack|bomb|bombard|breach|escalate|invade|overrun|provoke|ransack|sabotage|shell|"
    r"storm|violate|annex|reoccupy|fire (?:on|at|upon)|go to war|strike (?:again|first|the \w+)$)\b"
    r"|break \S*\s?(?:\w+ )?(?:accord|agreement|armistice|cease-?fire|deal|law|pact|pledge|promise|"
    r"rule|treaty|truce|word)s?\b"
    r"|(?:abandon|bring down|leave|quit|walk out of) (?:the|its|their|his|her) (?:\w+ )?"
    r"(?:alliance|cabinet|coalition|government)\b"
    r"|(?:continue|launch|resume|start)\b.*\b(?:attack|bombing|drilling|enrichment|fighting|firing|"
    r"hostilit|invasion|offensive|raid|shelling|strike|test|war)(?:e?s|ies)?\b)",
    re.IGNORECASE,
)


def is_position(statement: Statement, entry: Entry) -> bool:
    """A fact stated is no position, nor is what was done; a plan of one's own declared is one."""
    if statement.modality is Modality.HISTORICAL and statement.kind is not Kind.REJECT:
        return False
    if statement.kind is Kind.REJECT and all(c.quote.lower() in _ASKED for c in statement.cue):
        return False  # "turned down its call to …": who calls rejects nothing
    if statement.kind is Kind.REJECT and any(_DENIES.search(c.quote) for c in statement.cue):
        return False  # what is so, or how much, is denied: no act
    if any(_LOOKED_BACK.search(c.quote) for c in statement.cue):
        return False
    if any(_SAID_AND_DONE.search(s.quote) for s in statement.content):
        return False
    if statement.modality not in PLANS and any(_OWNED_TO.search(c.quote) for c in statement.cue):
        return False
    if any(_QUESTION.fullmatch(c.quote) or _REFERS.fullmatch(c.quote) for c in statement.cue):
        return False
    if all(_WHETHER.match(s.quote) for s in statement.content):
        return False
    if all(_ASKING.match(c.quote) for c in statement.cue) and all(
        _IF.match(s.quote) for s in statement.content
    ):
        return False  # "asked if he supported it"
    if statement.kind is not Kind.STATE:
        return True
    own = all(
        act.actor is None
        or act.actor.party == entry.party
        or (not act.actor.party and kept_up(act.label))  # "the ban would stay"
        for act in statement.acts
        if act.place is ActPlace.CONTENT
    )
    infinitive = any(_TO.match(s.quote) for s in statement.content)
    declined = statement.negated and any(_NOT_DOING.search(s.quote) for s in statement.content)
    return own and (statement.modality in PLANS or infinitive or declined)


def is_barred(condition: Condition) -> bool:
    """ "Would free them, but not while the flights go on": the condition bars what is offered."""
    told = condition.span.quote.lower().startswith(("not ", "never ", "but not ", "and not "))
    return told and condition.kind is ConditionKind.UNLESS


def is_feared(condition: Condition) -> bool:
    """ "Will come unless attacked": the condition is what is feared, and not asked for."""
    harming = _HARMING & set(condition.span.quote.lower().split())
    return condition.kind is ConditionKind.UNLESS and bool(harming)


def is_attack(act: Act) -> bool:
    """ "If Velm attacked", "if it broke the truce": prepared for, and asked for by nobody."""
    label = act.label
    if act.actor is not None:  # "Velm attack"
        label = label.removeprefix(act.actor.span.quote).lstrip()
    return _ATTACKING.match(label) is not None
