"""Whose an act is that the words give to nobody: passives, things, “in return for the bodies”.

Nothing is guessed: either one side alone has the thing that the act is about, or a condition can
only be met by the one other side that the speaker deals with. Both are asked in the open questions.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from firstmove.drafting.acts.done import Deed
from firstmove.drafting.acts.labels import thing_of
from firstmove.drafting.acts.named import Named
from firstmove.drafting.likeness.alike import Likeness, liken, of_two_kinds, one_object
from firstmove.drafting.likeness.verbs import ENDING
from firstmove.drafting.options.candidate import Candidate
from firstmove.drafting.options.deverbal import names_deed
from firstmove.reading.people.countries import country_of
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
# What is to stop is of who has it; somebody is elected by those who vote.
_OF_OTHERS = ("end", "stop", "cease", "elect", "reelect")
_BOTH = re.compile(
    r"\b(?:both|these|those|the(?: two| three)?) (?:curbs|decisions|measures|moves|steps)\b",
    re.IGNORECASE,
)
_WORD = re.compile(r"[\w’'-]+")


def by_object(item: Named, owned: Iterable[Named]) -> tuple[str, str]:
    """The one side whose acts are about the same thing, and what points to it."""
    if not _DEFINITE.search(item.label):
        return "", ""
    about: dict[str, Named] = {}
    thing = thing_of(item.label)
    deed = _OBJECT.search(thing or item.label)
    for other in owned:
        if not other.owner or other.supposed_owner or other.label.split()[0] in NOT_HAVING:
            continue
        # "put the closure off" is of who closes it
        same = thing and one_object(thing, True, other.label, other.act.thing)
        if of_two_kinds(thing or item.label, other.label):
            continue
        if same or _one_object(item, other) or (deed and names_deed(deed["what"], [other])):
            about.setdefault(other.owner, other)
    if item.statement.kind is Kind.REQUEST or item.act.place is ActPlace.CONDITION:
        about.pop(item.side, None)
    if len(about) != 1:
        return "", ""
    owner, other = about.popitem()
    return owner, f"of whom the reports tell “{other.label}”"


def by_deed(item: Named, done: Iterable[Deed]) -> tuple[str, str]:
    """The one side of which an outlet tells what the act would undo: who "imposed a levy on
    lorries" would scrap the levy."""
    if not _DEFINITE.search(item.label) or item.act.thing:
        return "", ""
    ends = item.label.lower().split()[0] in ENDING
    found = {
        deed.owner: deed.told
        for deed in done
        if deed.owner != item.side
        and (
            liken(item.label, False, deed.label, False) is Likeness.CONTRARY
            or (ends and one_object(item.label, False, deed.label, False))
        )
    }
    if len(found) != 1:
        return "", ""
    owner, told = found.popitem()
    return owner, f"of whom it is told: “{told}”"


def _one_object(one: Named, other: Named) -> bool:
    return one_object(one.label, one.act.thing, other.label, other.act.thing)


def in_words(item: Named, every: Iterable[Named]) -> tuple[str, str]:
    """The one other side that a statement with a condition names: who threatens "to close its ports
    to Tarn's grain if water is taken" ties it to what Tarn does."""
    if item.act.place is not ActPlace.CONDITION or item.statement.kind is Kind.REQUEST:
        return "", ""
    told = [w for span in item.statement.content for w in _WORD.findall(span.quote)]
    lands = {country_of(word) for word in told} - {""}
    text = " ".join(told)
    others = {name for n in every for name in (n.owner, n.side) if name} - {item.side}
    named = {s for s in others if s in lands or re.search(rf"\b{re.escape(s)}", text)}
    target = item.statement.target
    told_to = "" if target is None else target.party
    if not named and told_to in others:
        return told_to, "to whom it is said"
    if len(named) != 1 or told_to not in {"", item.side, *named}:
        return "", ""  # "told Tarn that it will sell nothing to Arvel unless the duty is lifted"
    return named.pop(), "the one other side that the words name"


def who_asks(item: Named, found: Iterable[Candidate]) -> tuple[str, str]:
    """The one side that asks for what is promised on the condition: a promise is made to it."""
    if item.act.place is not ActPlace.CONDITION or item.act.actor is not None:
        return "", ""
    asking = {
        n.side
        for candidate in found
        if any(_is_tied(item, n) for n in candidate.named)
        for n in candidate.named
        if n.tells_want and not n.unwanted and n.side != item.side
    }
    if len(asking) != 1:
        return "", ""
    return asking.pop(), "who asks for what is tied to it"


def _is_tied(item: Named, other: Named) -> bool:
    told = other.act.place is ActPlace.CONTENT and other.owner == item.side
    return told and other.statement.id == item.statement.id


def counterpart(item: Named) -> tuple[str, str]:
    """The one other side that the speaker's side deals with, for a demand on nobody told and for
    a condition of a promise."""
    asked = item.statement.kind is Kind.REQUEST and item.act.actor is None
    if not (asked or item.act.place is ActPlace.CONDITION):
        return "", ""
    if _STATE.search(item.label) and item.act.stance is None:
        return "", ""  # not even the model takes it for an act of somebody
    if _BOTH.search(item.label):
        return "", ""  # "wants both measures reversed": of whoever took them
    if not item.opposite or item.label.split()[0] in _OF_OTHERS:
        return "", ""
    return item.opposite, f"the one side that {item.side} deals with"
