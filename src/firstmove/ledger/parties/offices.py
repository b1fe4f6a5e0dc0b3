"""Offices that one person of a party holds: "Orland's prime minister", "the Tarsian mayor".

A role without a name and a name with that office are one person where the office is the same, the
party is the same and no second name is given the office.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from firstmove.ledger.parties.names import TITLES, fold
from firstmove.ledger.words import FUNCTION_WORDS

_HEADS = frozenset(
    "president premier minister chancellor governor mayor king queen secretary".split()
)
_WITH_ANOTHER = frozenset(("minister", "secretary"))  # a party has many: the field has to be told
_NOT_NOW = frozenset(
    """former ex deputy acting vice then late designate elect nominee candidate assistant junior
    next new old previous both two several under associate""".split()
)
_SAME = {"gov": "governor", "defense": "defence", "pres": "president", "sec": "secretary"}
_GENERIC = frozenset("country countries nation state province city government's its his".split())
_WORD = re.compile(r"[^\W\d_]+(?:[’'-](?!s\b)[^\W\d_]+)*")
_STOP = re.compile(r"[.;:!?“”\"()\n](?!\w)")
_ABBREVIATED = re.compile(r"\b(Gov|Sen|Rep|Gen|Lt|Col|Pres|Sec|Mr|Mrs|Ms|Dr)\.")
_LONGEST = 5
_WINDOW = 80


def office(words: Sequence[str], party: frozenset[str]) -> str:
    """The office that all the words name, "" if they name none; ``party``: its words, lower case.

    "the prime minister of Velmark" → "prime minister".
    """
    lower = [_SAME.get(fold(word), fold(word)) for word in words]
    left = [
        word
        for word in lower
        if word not in FUNCTION_WORDS and word not in party and word not in _GENERIC
    ]
    if not left or len(left) > _LONGEST or left[-1] not in _HEADS or _NOT_NOW & set(left):
        return ""
    if left[-1] in _WITH_ANOTHER and len(left) < 2:
        return ""
    return " ".join(left)


def role(name: str, party: frozenset[str]) -> str:
    """The office that a role without a name is, "" if it is none."""
    return office(_WORD.findall(name), party)


def beside(text: str, start: int, end: int) -> tuple[str, str]:
    """The words of an office before or after the name at ``start:end``, as far as commas allow.

    "Velmark’s prime minister, Aksel Rune" → ("Velmark’s prime minister", "").
    """
    before = _ABBREVIATED.sub(r"\1", text[max(0, start - _WINDOW) : start])
    before = _STOP.split(before)[-1]
    after = text[end : end + _WINDOW]
    apposition = re.match(r",\s([^,.;:!?“”\"()\n]{3,70})[,.;]", after)
    of = re.match(r"\sof\s((?:[A-Z][\w-]*\s?){1,3})", after)
    behind = apposition[1] if apposition else (f"of {of[1]}" if of else "")
    return re.sub(r",?\s*$", "", before), behind


def held(before: str, behind: str, parties: dict[str, str]) -> tuple[str, str]:
    """The office told beside a name and the party told with it, each "" where it is not told.

    ``parties`` maps folded words that name a party to that party.
    """
    if behind and not behind.startswith("of "):
        found = _read(_WORD.findall(behind), parties, whole=True)
        if found[0]:
            return found
    name, party = _read(_WORD.findall(before), parties, whole=False)
    if name and not party and behind.startswith("of "):
        party = parties.get(fold(behind[3:].strip()), "")
    return name, party


def _read(words: list[str], parties: dict[str, str], *, whole: bool) -> tuple[str, str]:
    """An office at the end of the words, or made of all of them, and its party."""
    words = [word for word in words if fold(word) != "s"]
    longest = len(words) if whole else min(len(words), _LONGEST + 3)
    if longest > _LONGEST + 3:
        return "", ""
    if any(fold(word) in _NOT_NOW for word in words[-longest:]):
        return "", ""
    sizes = [longest] if whole else range(longest, 0, -1)
    for size in sizes:
        chosen = words[len(words) - size :]
        named, party = _without_party(chosen, parties)
        if not whole and not all(_of_office(word) for word in named):
            continue
        if found := office(named, frozenset()):
            return found, party
    return "", ""


def _of_office(word: str) -> bool:
    """A title, or a field with a capital ("Water Minister"); no verb before the title."""
    return fold(word) in TITLES or word[0].isupper()


def _without_party(words: list[str], parties: dict[str, str]) -> tuple[list[str], str]:
    for size in range(min(4, len(words)), 0, -1):
        for at in range(len(words) - size + 1):
            if party := parties.get(fold(" ".join(words[at : at + size]))):
                return words[:at] + words[at + size :], party
    return list(words), ""
