"""What is said, as anybody would say it: "we will sign" and "that it would sign" made alike.

Direct and indirect speech differ in person and tense, which a vector of the words takes for a
difference of meaning. Only words for their sentence vector are evened out, nothing that is shown.
"""

from __future__ import annotations

import re
from functools import lru_cache

_OPENING = re.compile(r"^[\s“\"…]*(?:that|to|of|if|whether)\s+", re.I)
_EVEN = tuple(
    (re.compile(rf"\b(?:{pattern})\b", re.I), word)
    for pattern, word in (
        (r"(?:my|our|his|her|its|their) (?:own )?(?:government|cabinet)", "we"),
        ("I|he|she|it|they", "we"),
        ("my|his|her|its|their", "our"),
        ("me|him|them", "us"),
        ("would", "will"),
        ("had", "has"),
        ("was", "is"),
        ("were", "are"),
        ("could", "can"),
    )
)
_CONTRACTED = re.compile(r"[’']ll\b")


@lru_cache(maxsize=50_000)
def evened(text: str) -> str:
    """A passage in one person and tense; what opens reported speech is left out."""
    text = _CONTRACTED.sub(" will", _OPENING.sub("", text))
    for pattern, word in _EVEN:
        text = pattern.sub(word, text)
    return text
