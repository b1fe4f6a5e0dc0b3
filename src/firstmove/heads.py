"""Heads of governments, as a text tells them: "the Garrow administration", "President-elect Pryce".

Only what the words themselves say: the family name, how the head stands in time, and the words for
the government. Reading asks whose officials are meant, the ledger which of two governments.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from types import MappingProxyType

INCOMING, SITTING, OUTGOING, FORMER = "incoming", "sitting", "outgoing", "former"

_GIVEN = r"(?:(?:[A-Z][\w’-]{1,30}|[A-Z]\.) ){0,2}"
_NAME = rf"(?P<full>{_GIVEN}(?P<name>[A-Z][\w-]{{2,30}}))\b"
_ONE = r"\b(?P<full>(?P<name>[A-Z][\w-]{2,30}))"
_TITLE = r"(?:[Pp]resident|[Pp]rime [Mm]inister|[Cc]hancellor|[Pp]remier)"
_WHEN = r"(?:(?P<when>[Ii]ncoming|[Oo]utgoing|[Dd]eparting|[Nn]ew|[Nn]ext|[Ff]ormer|[Cc]urrent) )?"
_OWN = r"(?:[’']s?)? (?:(?P<then>incoming|outgoing|departing|new|next|former|current) )?"
# What only the head of a government has, and what others have, too.
_HAS = r"(?P<what>administration|presidency|transition team|transition|cabinet)\b"
_RULES = r"(?P<what>government|officials|aides|team)\b"
_STANDING = {
    "incoming": INCOMING,
    "new": INCOMING,
    "next": INCOMING,
    "outgoing": OUTGOING,
    "departing": OUTGOING,
    "current": SITTING,
    "former": FORMER,
}
_SURE = (
    re.compile(rf"{_WHEN}{_ONE}{_OWN}{_HAS}"),
    re.compile(rf"\b(?P<when>[Ii]ncoming|[Oo]utgoing|[Dd]eparting|[Nn]ext) {_TITLE},? {_NAME}"),
    re.compile(rf"\b{_TITLE}[- ](?P<elect>elect|designate),? {_NAME}"),
    re.compile(rf"\b{_NAME}, (?:the )?{_TITLE}[- ](?P<elect>elect|designate)\b"),
    re.compile(
        rf"\b(?P<when>[Ii]ncoming|[Oo]utgoing|[Nn]ew|[Nn]ext) (?:[A-Z][\w-]{{1,30}} )?"
        rf"(?P<what>government|cabinet|administration) (?:of|under|led by) (?:{_TITLE} )?{_NAME}"
    ),
    re.compile(rf"\b(?:government|cabinet|administration) (?:of|under|led by) {_TITLE} {_NAME}"),
)
_OPEN = (
    re.compile(rf"{_WHEN}{_ONE}{_OWN}{_RULES}"),
    re.compile(rf"\b{_NAME}, who (?:will|is (?:due |set )?to) (?P<elect>succeed|replace|take)\b"),
)
_TITLED = re.compile(
    rf"(?P<past>\b(?:[Ff]ormer|[Ee]x|[Tt]hen|[Ll]ate)[ -](?:[a-z]+ ){{1,3}}(?:to|of|for|under) "
    rf"|\b(?:[Ff]ormer|[Ee]x|[Tt]hen|[Ll]ate)[ -]|\b(?:[Vv]ice|[Dd]eputy|[Ii]ncoming|"
    rf"[Nn]ext|[Oo]utgoing)[ -])?\b{_TITLE} {_NAME}"
)


_SOME = re.compile(r"\b(?:[Aa]|[Aa]ny|[Aa]nother|[Ff]uture|[Pp]ossible|[Pp]otential) \Z")
_LEAD = 20  # characters in which such a word stands
_SERVING = re.compile(
    r" (?:[a-z]+ )?(?:advis[eo]r|aide|appointee|insider|lawyer|member|nominee|official|"
    r"source|spokes|veteran)"
)
# In capitals at the head of a sentence: "Senior administration officials".
_NO_NAMES = frozenset(
    "each every few former many most next other our senior several some that the their these this "
    "those top your".split()
)
_PAST = re.compile("former|ex|then|late")


@dataclass(slots=True)
class Head:
    """``sure``: whether the words tell a government of that head, not only an office."""

    name: str
    full: str
    sure: bool = False
    standing: set[str] = field(default_factory=set)
    words: str = ""  # for the government: "Garrow administration"
    has: set[str] = field(default_factory=set)  # administration, government, transition …


@lru_cache(maxsize=256)
def heads_told(text: str) -> Mapping[str, Head]:
    """The heads of governments of a text, by their family names in small letters."""
    found: dict[str, Head] = {}
    for match in _TITLED.finditer(text):
        past = (match["past"] or "").lower().rstrip(" -")
        if past in ("vice", "deputy"):
            continue
        head = _head(found, match)
        head.standing.add(FORMER if _PAST.match(past) else _STANDING.get(past, SITTING))
    titled = set(found)
    for patterns, sure in ((_SURE, True), (_OPEN, False)):
        for pattern in patterns:
            for match in pattern.finditer(text):
                if match["name"].lower() in _NO_NAMES or _is_imagined(text, match):
                    continue
                if sure or "elect" in match.groupdict() or match["name"].lower() in found:
                    _learn(_head(found, match), match, sure or match["name"].lower() in titled)
    return MappingProxyType(found)


def _is_imagined(text: str, match: re.Match[str]) -> bool:
    """ "If a Roe administration would stay": nobody's yet; "a Roe administration official" is of
    one that is."""
    before = text[max(0, match.start() - _LEAD) : match.start()]
    return bool(_SOME.search(before)) and not _SERVING.match(text, match.end())


def _head(found: dict[str, Head], match: re.Match[str]) -> Head:
    key = match["name"].lower()
    head = found.setdefault(key, Head(match["name"], match["full"]))
    if len(match["full"]) > len(head.full):
        head.full = match["full"]
    return head


def _learn(head: Head, match: re.Match[str], sure: bool) -> None:
    groups = match.groupdict()
    what = groups.get("what") or ""
    if "elect" in groups:
        head.standing.add(INCOMING)
        sure = (sure and groups["elect"] in ("elect", "designate")) or head.sure
    for word in (groups.get("when"), groups.get("then")):
        if word:
            head.standing.add(_STANDING[word.lower()])
    if what.startswith("transition"):
        head.standing.add(INCOMING)
    head.sure = head.sure or sure
    if what in ("officials", "aides"):
        return
    if what:
        head.has.add(what.partition(" ")[0])
        better = what in ("administration", "government")
        if not head.words or (better and not head.words.endswith(what)):
            head.words = f"{head.name} {what}"
