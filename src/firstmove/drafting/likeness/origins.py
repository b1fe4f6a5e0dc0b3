"""Where a thing comes from: “gas from Arvel” is no “Tarnian gas”, and to carry each is two acts."""

from __future__ import annotations

import re

from firstmove.reading.acts.label import TAKING_IN
from firstmove.reading.people.countries import country_of

_NAME = re.compile(r"(?<!\w)[A-Z][\w-]+(?= [a-z])")
_ADJECTIVE = re.compile(r"[A-Z][\w-]+(?:[ei]an|ese|ish)")
_FROM = re.compile(r"\bfrom (?:the )?(?P<where>[A-Z][\w-]+)")
_LEAST = 4  # letters that a land and its people begin with alike


def apart(one: str, other: str) -> bool:
    """Whether each tells where its thing comes from, and the two come from elsewhere."""
    first, second = _origins(one), _origins(other)
    return bool(first and second) and not first & second


def comes_from(label: str) -> bool:
    """ "Buy gas from Tarn": not who is dealt with, but which gas."""
    told = label.split()
    return bool(told) and told[0].lower() in TAKING_IN and _FROM.search(label) is not None


def _origins(label: str) -> set[str]:
    names = _NAME.findall(label)
    told = [word for word in names if country_of(word) or _ADJECTIVE.fullmatch(word)]
    if comes_from(label):
        told += [m["where"] for m in _FROM.finditer(label)]
    return {country_of(word) or word[:_LEAST].lower() for word in told}
