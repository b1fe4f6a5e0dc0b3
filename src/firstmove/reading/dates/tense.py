"""Whether a date is told as past or as still to come, from the verb it stands with."""

from __future__ import annotations

import re
from enum import Enum
from typing import Any

_PLANNING = frozenset("scheduled planned due upcoming expected deadline forthcoming slated".split())
# Verbs whose infinitive lies ahead: "is set to visit in January".
_TOWARDS = frozenset(
    "set plan expect schedule due intend prepare agree slate hope want aim promise vow threaten "
    "offer propose demand call urge need likely pledge wish decide refuse ask require order "
    "go".split()
)
# Verbs in the simple present that tell of what is past or lasting; all others, with a date, tell of
# what is to come: "talks begin on 3 March".
_TOLD_IN_PRESENT = frozenset(
    "say show suggest believe know think report tell find have seem appear indicate note write "
    "argue claim recall remember date estimate reveal reflect remain describe come".split()
)
_AHEAD_OF = re.compile(r"\bahead of (?:the |a |an )?$", re.I)
# "Nobody wants to go back to January": the date is where one would return to, and lies behind.
_BEHIND = re.compile(
    r"\b(?:(?:go|goes|going|went|gone|get|getting|dat(?:e|es|ed|ing)|trac(?:e|es|ed|ing)"
    r"|stretch(?:es|ed|ing)?|hark(?:s|ed|ing)?|think|look(?:s|ed|ing)?|return(?:s|ed|ing)?)"
    r"\s+(?:all\s+the\s+way\s+)?back\s+(?:to|at)|return(?:s|ed|ing)?\s+to|far\s+back\s+as|since)"
    r"\s+(?:the\s+)?$",
    re.I,
)
# "Has until noon on Friday", "gave the port until Friday to answer": the time is still running.
_UNTIL = r"\s+until(?:\s+(?:the|noon|midnight)(?:\s+on)?)?\s+$"
_HAS_UNTIL = re.compile(r"\b(?:ha[sd]|have)(?:\s+(?:only|just))?" + _UNTIL, re.I)
_GIVEN_UNTIL = re.compile(
    r"\b(?:g[ai]ve|gives|given|giving|grant(?:s|ed)?|allow(?:s|ed)?)(?:\s[\w’'-]+){0,6}" + _UNTIL,
    re.I,
)
_TO_DO = re.compile(r"(?:\s(?:night|noon|evening|morning))?\s+to\s", re.I)
_PERFECT = frozenset(["have", "has", "had", "having", "’ve", "'ve", "’d", "'d"])
_WILL = frozenset(["will", "’ll", "'ll", "wo", "shall"])
_MODAL = frozenset(["would", "should", "must", "may", "could", "can", "might"])
_BEING = frozenset(["is", "are", "am", "’s", "'s", "’re", "'re", "’m", "'m"])
_CLIMB = 12  # steps up the parse


class Tense(Enum):
    """``WAS`` and ``WILL_BE`` are certain; ``WOULD_BE`` may be over by now ("said it would …")."""

    WAS = "was"
    UNKNOWN = "unknown"
    WOULD_BE = "would be"
    WILL_BE = "will be"

    @property
    def ahead(self) -> bool:
        return self in (Tense.WOULD_BE, Tense.WILL_BE)


def tense_at(tokens: list[Any], before: str, after: str, *, deadline: bool) -> Tense:
    """Tense of the clause that a date stands in.

    ``tokens`` are the date's own, ``before`` and ``after`` the words around it in its sentence;
    ``deadline``: "by" or "until" stands before it.
    """
    near = set(re.findall(r"[a-z]+", (before[-30:] + " " + after[:16]).lower()))
    if _PLANNING & near or _AHEAD_OF.search(before[-16:]) or _HAS_UNTIL.search(before[-40:]):
        return Tense.WOULD_BE
    if _TO_DO.match(after) and _GIVEN_UNTIL.search(before[-70:]):
        return Tense.WOULD_BE
    if _BEHIND.search(before[-40:]):
        return Tense.WAS
    verb, direct = verb_above(tokens)
    return Tense.UNKNOWN if verb is None else _tense(verb, direct=direct, deadline=deadline)


def bound_to_come(tokens: list[Any]) -> bool:
    """Whether the date hangs on a demand, a promise, an infinitive or a modal verb.

    "Ordered a reply within a day", "must answer within a week"; not "leave within six years".
    """
    verb, _ = verb_above(tokens)
    if verb is None:
        return False
    auxiliaries = {child.lower_ for child in verb.children if child.dep_ in ("aux", "auxpass")}
    if auxiliaries & _PERFECT:
        return False
    return verb.lemma_.lower() in _TOWARDS or bool(auxiliaries & (_WILL | _MODAL | {"to"}))


def verb_above(tokens: list[Any]) -> tuple[Any | None, bool]:
    """The verb that the tokens depend on, and whether no noun stands between."""
    inside = {token.i for token in tokens}
    token = next((t for t in tokens if t.head.i not in inside), None)
    direct = True
    for _ in range(_CLIMB):
        if token is None or (token.head.i == token.i and token.i in inside):
            return None, direct
        if token.i not in inside:
            if token.pos_ in ("VERB", "AUX"):
                return token, direct
            direct = direct and token.pos_ not in ("NOUN", "PROPN")
        if token.head.i == token.i:
            return None, direct
        token = token.head
    return None, direct


def _tense(verb: Any, *, direct: bool, deadline: bool) -> Tense:
    auxiliaries = {child.lower_ for child in verb.children if child.dep_ in ("aux", "auxpass")}
    if auxiliaries & _PERFECT:
        return Tense.WAS if direct and not auxiliaries & _WILL else Tense.UNKNOWN
    if auxiliaries & _WILL:
        return Tense.WILL_BE
    if auxiliaries & _MODAL:
        return Tense.WOULD_BE
    tag = verb.tag_
    if tag == "VB":
        if "to" in auxiliaries:
            tense = _infinitive_ahead(verb)
            return Tense.WOULD_BE if deadline and tense is Tense.UNKNOWN else tense
        return Tense.WAS if "did" in auxiliaries else Tense.WOULD_BE
    if tag == "VBG":
        ahead = deadline or (direct and auxiliaries & _BEING)
        return Tense.WOULD_BE if ahead else Tense.UNKNOWN
    if tag in ("VBZ", "VBP"):
        ahead = deadline or (direct and verb.lemma_.lower() not in _TOLD_IN_PRESENT)
        return Tense.WOULD_BE if ahead else Tense.UNKNOWN
    return Tense.WAS if direct and tag == "VBD" else Tense.UNKNOWN


def _infinitive_ahead(verb: Any) -> Tense:
    """ "Is set to visit" points ahead, "planned to visit" did so; "was able to vote" does not."""
    head = verb.head
    towards = head.lemma_.lower() in _TOWARDS
    for _ in range(4):
        finite = {head.tag_} | {
            child.tag_ for child in head.children if child.dep_.startswith("aux")
        }
        if finite & {"VBZ", "VBP", "MD"}:
            return Tense.WILL_BE if towards else Tense.WOULD_BE
        if "VBD" in finite or head.head.i == head.i:
            break
        head = head.head
    return Tense.WOULD_BE if towards else Tense.UNKNOWN
