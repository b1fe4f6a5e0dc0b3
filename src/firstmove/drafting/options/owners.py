"""Whose an act is that the words give to nobody: passives, things, “in return for the bodies”.

Nothing is guessed: either one side alone has the thing that the act is about, or a condition can
only be met by the one other side that the speaker deals with. Both are asked in the open questions.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from firstmove.drafting.acts.named import Named
from firstmove.drafting.likeness.alike import one_object
from firstmove.drafting.options.deverbal import names_deed
from firstmove.statement import ActPlace, Kind

_DEFINITE = re.compile(r"\b(?:the|its|their|his|her|these|those)\b", re.IGNORECASE)
_OBJECT = re.compile(
    r"\b(?P<what>(?:the|its|their) .+?)(?: (?:off|back|ahead|up|down|go ahead))?$", re.IGNORECASE
)
# A state that nobody brings about by one act ("the signals are serious") has no doer.
_STATE = re.compile(r"\b(?:is|are|was|were|be|been)\b", re.IGNORECASE)
# Who says these of a thing need not have it: "oppose the merger", "attend the talks".
NOT_HAVING = frozenset(
    """accept answer appeal approve attend await back boycott challenge contest defy demand discuss
    fight ignore join obey oppose protest reject respect support visit vote welcome""".split()
)
_ENDING = ("end", "stop", "cease")


def by_object(item: Named, owned: Iterable[Named]) -> tuple[str, str]:
    """The one side whose acts are about the same thing, and what points to it."""
    if not _DEFINITE.search(item.label):
        return "", ""
    about: dict[str, Named] = {}
    deed = _OBJECT.search(item.label)
    for other in owned:
        if not other.owner or other.supposed_owner or other.label.split()[0] in NOT_HAVING:
            continue
        # "put the closure off" is of who closes it
        if _one_object(item, other) or (deed and names_deed(deed["what"], [other])):
            about.setdefault(other.owner, other)
    if item.statement.kind is Kind.REQUEST or item.act.place is ActPlace.CONDITION:
        about.pop(item.side, None)
    if len(about) != 1:
        return "", ""
    owner, other = about.popitem()
    return owner, f"of whom the reports tell “{other.label}”"


def _one_object(one: Named, other: Named) -> bool:
    return one_object(one.label, one.act.thing, other.label, other.act.thing)


def counterpart(item: Named) -> tuple[str, str]:
    """The one other side that the speaker's side deals with, for a demand on nobody told and for
    a condition of a promise."""
    asked = item.statement.kind is Kind.REQUEST and item.act.actor is None
    if not (asked or item.act.place is ActPlace.CONDITION):
        return "", ""
    if _STATE.search(item.label) and item.act.stance is None:
        return "", ""  # not even the model takes it for an act of somebody
    if not item.opposite or item.label.split()[0] in _ENDING:
        return "", ""  # what is to stop is of who has it
    return item.opposite, f"the one side that {item.side} deals with"
