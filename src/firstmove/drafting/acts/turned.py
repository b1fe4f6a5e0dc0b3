"""As what kind an act is drafted that a statement names: an offer told as a threat is an offer.

The kind of a statement is read from its words alone; what is said of each act, on which condition
and of whose plans, may turn it.
"""

from __future__ import annotations

import re

from firstmove.drafting.acts.labels import kept_up
from firstmove.drafting.acts.positions import TO_COME, is_attack, is_barred, is_feared
from firstmove.statement import Act, ActPlace, ConditionKind, Kind, Statement

_WILL = re.compile(r"\b(?:will|would|shall|going to)(?: \w+ly)? $", re.IGNORECASE)
_IS = re.compile(r"\b(?:is|are|was|were|am|['’](?:s|re|m))(?: \w+ly)? $", re.IGNORECASE)
_SAID = re.compile(r"(?:has |have |had |also )*(?:said|says|say|saying|told|tells|telling|added)")
_ANOTHER_WOULD = re.compile(r"\b(?:he|she|they) (?:would|will)(?: \w+ly)? $", re.IGNORECASE)
_WILL_BE = re.compile(r"\b(?:will|would|shall) be\b", re.IGNORECASE)
# "would refuse overtime and block the gate"; not "would refuse to load and unload"
_WILL_AND = re.compile(
    r"\b(?:will|would|shall)(?: \w+ly)? (?!.*\bto\b)[^.;]*\band $", re.IGNORECASE
)
_CONCEDING = frozenset(
    """accept agree apologise apologize concede disarm drop free lift pay release reopen sign
    withdraw""".split()
)
HOSTILE = (Kind.THREATEN, Kind.SANCTION, Kind.COERCE, Kind.MOBILIZE, Kind.ASSAULT)
_GIVING = frozenset("free lift open reopen release restore resume return".split())
_GIVEN_UP = _GIVING | frozenset("cancel drop pay raise scrap shelve waive withdraw".split())
# A favour whatever it is tied to; to cancel, quit or raise something is none.
_FAVOUR = frozenset("accept back disarm free lift pay sign support".split())
_CALLED_OFF = re.compile(
    r"(?:cancel|end|halt|stop|suspend|call off|give up|(?:return|go back) to work)\b", re.IGNORECASE
)
_HARM = re.compile(
    r"(?:block(?:ade)?|boycott|cut off|expel|leave|pull out|quit|retaliate|strike|sue|veto|"
    r"vote against|walk out|withhold|(?:go|take .+) to court)\b",
    re.IGNORECASE,
)
_HOSTILE_ACT = re.compile(
    r"(?:annex|attack|ban|bomb|close|deploy|impose|invade|mobili[sz]e|seize|shut)\b", re.IGNORECASE
)
_IN_RETURN = re.compile(
    r"(?:in (?:return|exchange) for|provided|providing|on (?:the )?(?:condition|understanding))\b",
    re.IGNORECASE,
)
_THREATENING = re.compile(r"\b(?:threat|warn|vow|menac|ultimatum|notice|or else)", re.IGNORECASE)
_ANNOUNCING = re.compile(
    r"(?:has |have |had |also )*(?:announc|plan|decid|confirm)(?:s|es|ed|ned|ning|ing)?\b",
    re.IGNORECASE,
)


def kind_of(statement: Statement, act: Act, *, own: bool) -> Kind:
    """The kind; ``own``: the act is of the speaker's own side.

    A side's own plan told as a forecast is a plan declared.
    """
    kind = statement.kind
    if own and (kind is Kind.ASSESS or _declared(statement, act)):
        kind = Kind.STATE
    if kind is Kind.REQUEST and not own and _foretold(statement, act):
        kind = Kind.ASSESS
    priced = kind in (Kind.THREATEN, Kind.STATE) and _for_a_concession(statement, act)
    conceding = priced or (kind is Kind.THREATEN and _granted(statement, act))
    if conceding or (kind in HOSTILE and _given(statement, act)):
        kind = Kind.AGREE
    elif kind in (Kind.AGREE, Kind.STATE) and any(
        held(statement, act) for held in (_held_over, _against_going_on, _does_harm)
    ):
        kind = Kind.THREATEN
    elif kind in HOSTILE and own and _announced(statement, act):
        kind = Kind.STATE
    elif kind is Kind.WARN and _warned_off(statement, act):
        kind = Kind.REQUEST  # "warned the line against closing the route"
    elif kind is Kind.WARN and own:
        kind = Kind.AGREE if _given(statement, act) else Kind.THREATEN
    elif kind is Kind.PROTEST and own and statement.modality in TO_COME:
        kind = Kind.THREATEN  # "drivers will walk out on Monday", said by their union
    return kind


def _foretold(statement: Statement, act: Act) -> bool:
    """ "Saying he would appoint such judges": what another is thought to do, and not asked to."""
    said = all(_SAID.fullmatch(cue.quote) for cue in statement.cue)
    return said and _ANOTHER_WOULD.search(statement.around(act.span)[0]) is not None


def _warned_off(statement: Statement, act: Act) -> bool:
    before = statement.around(act.span)[0] or " ".join(cue.quote for cue in statement.cue)
    return act.negated and re.search(r"\b(?:against|not to)\s*$", before) is not None


def _for_a_concession(statement: Statement, act: Act) -> bool:
    """ "Would end it if the council withdrew its objection": offered, since nobody threatens
    to act if given what is asked for."""
    condition = statement.condition
    if condition is None or condition.kind not in (ConditionKind.IF, ConditionKind.ONLY_IF):
        return False
    if _IN_RETURN.match(condition.span.quote):
        return True
    if _HOSTILE_ACT.match(act.label) or any(_THREATENING.search(c.quote) for c in statement.cue):
        return False  # "will close the border if Velm accepts the missiles"
    acts = statement.tied_to
    if not acts or any(a.negated for a in acts):
        return False
    if all(_CONCEDING & set(a.label.lower().split()[:3]) for a in acts):
        return True
    # "the roster would be dropped if the union called off its strike"
    gives = act.label.lower().split()[0] in _GIVEN_UP
    return gives and all(_CALLED_OFF.match(a.label) for a in acts)


def _granted(statement: Statement, act: Act) -> bool:
    """ "Would free them, but not while …"."""
    condition = statement.condition
    told = act.label.lower().split()[:1]
    return condition is not None and is_barred(condition) and told[0] in _CONCEDING | _GIVING


def _given(statement: Statement, act: Act) -> bool:
    """ "Closed the gates and will reopen them only if …": what is given, not what was done."""
    condition = statement.condition
    return (
        condition is not None
        and condition.kind is not ConditionKind.UNLESS
        and act.place is ActPlace.CONTENT
        and not act.negated
        and act.label.lower().split()[0] in _GIVING
        # not "will resume its raids if they don't leave"
        and not (is_attack(act) or (lacks(statement) and not _is_favour(act)))
    )


def _announced(statement: Statement, act: Act) -> bool:
    """ "Plans to shut the square": carried out whatever others do, and held over nobody."""
    told = any(_ANNOUNCING.match(cue.quote) for cue in statement.cue)
    plain = not any(_THREATENING.search(cue.quote) for cue in statement.cue)
    tied = bool(statement.tied_to)
    return (told or (plain and not tied)) and statement.condition is None


def _held_over(statement: Statement, act: Act) -> bool:
    """ "Will go to court unless the gates are opened": none promises what others can avert."""
    condition = statement.condition
    if condition is None or act.negated:
        return False
    if condition.kind is ConditionKind.IF:
        return lacks(statement) and not _is_favour(act)
    return condition.kind is ConditionKind.UNLESS and not (
        is_barred(condition) or is_feared(condition)
    )


def _is_favour(act: Act) -> bool:
    """ "Will sign it if nobody touches a word": promised, and held over nobody."""
    return act.label.lower().split()[0] in _FAVOUR


def lacks(statement: Statement) -> bool:
    """ "If it does not obey", not "if it does not attack"."""
    condition, acts = statement.condition, statement.tied_to
    told = condition is not None and condition.kind is ConditionKind.IF
    return told and bool(acts) and all(a.negated and not is_attack(a) for a in acts)


def _against_going_on(statement: Statement, act: Act) -> bool:
    """ "Would hire crews from abroad if the strike went on": meant to end what goes on."""
    condition = statement.condition
    if condition is None or condition.kind is not ConditionKind.IF or act.negated:
        return False
    acts = statement.tied_to
    return bool(acts) and all(kept_up(a.label) and not a.negated for a in acts)


def _does_harm(statement: Statement, act: Act) -> bool:
    """ "Would quit the board if it took up the complaint": meant to prevent what it is tied to."""
    condition = statement.condition
    if condition is None or condition.kind is not ConditionKind.IF or act.negated:
        return False
    return bool(_HARM.match(act.label)) and not _for_a_concession(statement, act)


def _declared(statement: Statement, act: Act) -> bool:
    """ "Will vote against it", "would boycott it" refuse, and say what will be done."""
    if statement.kind is not Kind.REJECT or act.thing or act.negated:
        return False
    span = act.span
    if _WILL_BE.search(span.quote):
        return True
    before, _ = statement.around(span)
    if re.match(r"\w+ing\b", span.quote) and _IS.search(before):
        return True  # "is postponing the vote"
    if any(s.start == span.start for s in statement.content):  # "would" may be told as the cue
        before = next((f"{c.quote} " for c in statement.cue if c.end + 1 == span.start), "")
    return bool(_WILL.search(before) or _WILL_AND.search(before))
