"""Whether words name a news agency or an outlet: those who carry what others say."""

from __future__ import annotations

import re

from firstmove.reading.lexicon import cues
from firstmove.statement import ViaRole

# How an outlet's name ends, besides the names of ``cues.OUTLETS``.
_NAMED = frozenset(
    "newswire wire news tv television radio newspaper daily weekly gazette tribune herald ledger "
    "bulletin express enquirer echo argus advertiser messenger register digest despatch press "
    "online today broadcasting".split()
)
_FIRST = frozenset({"radio", "agence", "agencia", "daily", "television", "tv", "channel"})
# What an outlet is called by kind; of those who work for one none.
_KINDS = frozenset(
    "broadcaster channel daily magazine media network newspaper newswire outlet paper radio "
    "station television tv weekly website tabloid broadsheet broadcasters channels dailies "
    "magazines networks newspapers outlets papers stations tabloids websites".split()
)
_NAMES = frozenset({"the hill", "the intercept", "the nation", "the verge", "the conversation"})
_SURNAMES = frozenset("fox post sun star sky bild standard herald courier page".split())
_PLACED = frozenset("washington york denver jerusalem huffington jakarta boston daily".split())
_PAPERS = frozenset(  # no newspaper
    "position white green working briefing policy research discussion court legal ballot "
    "academic".split()
)
_BOUND = re.compile(
    r"\s(?:who|which|that|whose|in|at|from|for|with|on|by|based|owned|run|quoting|citing)\s"
)
_WORD = re.compile(r"[^\W_][\w.&-]*")
_LETTERS = re.compile(r"[^\W\d_]")


def media_role(phrase: str) -> ViaRole | None:
    """AGENCY or OUTLET where the words name or call one, else None.

    "Reuters", "the state news agency Norra", "Norra, a news agency", "the newspaper Oskar Tidende",
    "Radio Oste", "the Northern Wire"; not "the newspaper’s owner", "a television presenter".
    """
    for part in phrase.split(","):
        found = _role(_BOUND.split(part.strip(), maxsplit=1)[0])
        if found is not None:
            return found
    return None


def _role(part: str) -> ViaRole | None:
    if part.endswith(("'s", "’s")) or "’s " in part or "'s " in part:
        part = re.split(r"['’]s(?:\s|$)", part)[-1]  # "Oskar’s state broadcaster"
    words = [w.rstrip(".") for w in _WORD.findall(part.split(" of ")[0])]
    if not words:
        return None
    lowered = [w.lower() for w in words]
    if any(w[0].isupper() and w.lower().split("-")[0] in cues.AGENCIES for w in words):
        return ViaRole.AGENCY
    if part.lower() in _NAMES:
        return ViaRole.OUTLET
    if " ".join(lowered).endswith(cues.LONG_AGENCIES):
        return ViaRole.AGENCY
    plain = len(words)
    while plain and _is_name(words[plain - 1]):
        plain -= 1
    named, called = lowered[plain:], lowered[:plain]
    if "agency" in (called[-1:] or named[-1:]) and {"news", "press"} & set(lowered):
        return ViaRole.AGENCY
    if called and (called[-1] in _KINDS or called[-2:] == ["news", "site"]):
        return None if _PAPERS & set(called) else ViaRole.OUTLET
    if not named:
        return None
    last, alone = named[-1], len(named) == 1
    the = called[-1:] == ["the"]
    if last in _SURNAMES and not (alone or the or len(named) > 2 or named[0] in _PLACED):
        return None  # "Emily Post"
    short = words[plain].isupper() and named[0] in cues.OUTLETS  # "BBC Radio 4"
    known = last in cues.OUTLETS or (last in _NAMED and (the or not alone))
    if known or short or (named[0] in _FIRST and not alone):
        return ViaRole.OUTLET
    return None


def _is_name(word: str) -> bool:
    if word.isdigit():
        return True
    return bool(_LETTERS.search(word)) and word[0].isupper() and word not in ("The", "A", "An")
