"""Base forms that spelling settles, added to the tables of spaCy's English lemmatizer.

Of two known verbs that an ending may belong to, its rules take the shorter: "spar" of "spared",
"fin" of "fined", "hop" of "hopes". But a verb of one syllable that ends in one vowel and one
consonant doubles it ("sparred", "hopping") and takes "s" alone ("hops").
"""

from __future__ import annotations

import re
from collections.abc import Collection, MutableMapping
from typing import Any

# "spar", "quit"; no doubling of "w", "x" and "y", and of "s" only at times ("gassed", "bused")
_DOUBLING = re.compile(r"[bcdfghj-np-tv-z]*(?:qu)?[aeiou][bdfgklmnprtvz]")


def settle(tables: Any) -> None:
    """Add to the rules and exceptions for verbs in a lemmatizer's lookups, in place."""
    known: Collection[str] = tables.get_table("lemma_index")["verb"]
    rules: list[list[str]] = tables.get_table("lemma_rules")["verb"]
    exceptions: MutableMapping[str, list[str]] = tables.get_table("lemma_exc")["verb"]
    rules.insert(0, ["ied", "y"])  # the first rule is the weakest: "skied" stays of "ski"
    for verb in known:
        if not _DOUBLING.fullmatch(verb):
            continue
        if verb + "e" in known:  # the last rule that fits wins
            rules += [[verb + ending, verb + "e"] for ending in ("ed", "ing", "es")]
        for ending in ("ed", "ing"):
            doubled = verb + verb[-1]
            if doubled not in known:
                exceptions.setdefault(doubled + ending, [verb])
