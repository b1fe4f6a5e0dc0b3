"""Names that political parties have in the plural: "the Greens", "the Social Democrats"."""

from __future__ import annotations

from firstmove.reading.lexicon.roles import FACTIONS

CREEDS = frozenset(
    "agrarians centrists christians communists conservatives democrats federalists greens labour "
    "liberals liberationists moderates monarchists nationalists populists progressives radicals "
    "reformers reformists republicans royalists socialists unionists".split()
)
# Of these, the members of a party of the U.S. Congress have no word of the kind before them.
_KINDS_OF = frozenset("social christian liberal national free new united centre center".split())


def is_creed(name: str) -> bool:
    """ "Greens", "National Democrats": a party; "Democrats" alone are those of the U.S."""
    words = name.lower().removeprefix("the ").split() or [""]
    kind = len(words) == 2 and words[0] in _KINDS_OF
    alone = len(words) == 1 and words[0].removesuffix("s") not in FACTIONS
    return words[-1] in CREEDS and (kind or alone)
